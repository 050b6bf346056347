"""The print order as a .docx: A4 lying, tables whose head returns on every page, lines to sign on."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from chuyenmuc.campaigns.print_order.rows import Line, Lit, Order
from chuyenmuc.vietnamese.measures import number

FONT, SIZE, SMALL = "Times New Roman", 13, 11
FILE_SIZE = 9
PAGE = (297, 210)
SIDES, ENDS = 15, 15
LEFT, CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
SHADE = "E7ECF3"
# Heads with their widths in millimetres: 267 in all.
PRINTED = (
    *(("STT", 12), ("Sản phẩm", 22), ("Khổ", 24), ("Nội dung, tệp in", 76), ("Số lượng", 16)),
    *(("Diện tích (m²)", 17), ("Chất liệu", 20), ("Nơi treo, đặt", 34), ("Treo – tháo", 26), ("Ai làm", 20)),
)
TOTALS = (("Sản phẩm", 80), ("Khổ", 60), ("Số lượng", 40), ("Diện tích (m²)", 40))
LIT = (("STT", 12), ("Nơi chạy", 45), ("Loại bảng", 48), ("Nội dung", 104), ("Từ – đến", 30), ("Ai làm", 28))
NUMBERS = {"STT", "Số lượng", "Diện tích (m²)"}
Cells = Sequence[tuple[str, ...]]


def text(order: Order) -> bytes:
    document = Document()
    prepare(document, order)
    letterhead(document, order)
    if order.lines:
        heading(document, "Sản phẩm in")
        table(document, PRINTED, [printed(number, line) for number, line in enumerate(order.lines, 1)])
        heading(document, "Cộng theo sản phẩm")
        rows = [((t.sort,), (t.size,), (str(t.count),), (area(t.area),)) for t in order.totals]
        table(document, TOTALS, [*rows, totalled(order)])
    if order.boards:
        heading(document, "Nội dung chạy trên bảng điện tử")
        table(document, LIT, [lit(number, board) for number, board in enumerate(order.boards, 1)])
    heading(document, "Nhắc trước khi in, trước khi treo")
    for reminder in order.reminders:
        document.add_paragraph(reminder, style="List Bullet")
    signatures(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def prepare(document: Any, order: Order) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(PAGE[0]), Mm(PAGE[1])
    section.left_margin = section.right_margin = Mm(SIDES)
    section.top_margin = section.bottom_margin = Mm(ENDS)
    section.footer_distance = Mm(8)
    for name in ("Normal", "List Bullet", "Heading 1", "Heading 2"):
        style = document.styles[name]
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.name, style.font.size = FONT, Pt(SIZE)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(3)
    language(document.styles["Normal"])
    document.core_properties.title = f"Phiếu đặt in – {order.title}"
    document.core_properties.author = order.agency
    document.core_properties.language = "vi-VN"
    document.core_properties.comments = ""
    numbered(section.footer.paragraphs[0])


def language(style: Any) -> None:
    """Word spells a text as its language has it."""
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), "vi-VN")
    style.element.get_or_add_rPr().append(tag)


def numbered(paragraph: Any) -> None:
    """`Trang 1/3`, reckoned by whatever opens the file."""
    paragraph.alignment = CENTRE
    for words, field in (("Trang ", "PAGE"), ("/", "NUMPAGES")):
        run(paragraph, words, SMALL)
        tag = OxmlElement("w:fldSimple")
        tag.set(qn("w:instr"), field)
        shown = OxmlElement("w:r")
        shown.append(OxmlElement("w:t"))
        shown[0].text = "1"
        tag.append(shown)
        paragraph._p.append(tag)


def letterhead(document: Any, order: Order) -> None:
    head = document.add_table(rows=1, cols=2)
    head.alignment = WD_TABLE_ALIGNMENT.CENTER
    left, right = head.rows[0].cells
    lay(head, (130, 137))
    if order.parent and order.parent != "không":
        said(left.paragraphs[0], order.parent.upper(), CENTRE, size=12)
        said(left.add_paragraph(), order.agency.upper(), CENTRE, bold=True, size=12)
    else:
        said(left.paragraphs[0], order.agency.upper(), CENTRE, bold=True, size=12)
    if order.contact:
        said(left.add_paragraph(), order.contact, CENTRE, size=SMALL)
    said(right.paragraphs[0], "Ngày …… tháng …… năm ………", CENTRE, italic=True)
    title = said(document.add_paragraph(style="Heading 1"), "PHIẾU ĐẶT IN", CENTRE, bold=True, size=16)
    title.paragraph_format.space_before = Pt(10)
    said(document.add_paragraph(), order.title, CENTRE, bold=True, size=14)
    if order.period:
        said(document.add_paragraph(), f"Thời gian của đợt: {order.period}", CENTRE)
    for sign in order.signs:
        said(document.add_paragraph(), sign, CENTRE, bold=True)


def heading(document: Any, words: str) -> None:
    paragraph = said(document.add_paragraph(style="Heading 2"), words, LEFT, bold=True, size=SIZE)
    paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(10), Pt(4)
    paragraph.paragraph_format.keep_with_next = True


def printed(count: int, line: Line) -> Cells:
    scale = (f"tệp vẽ 1:{line.scale}",) if line.scale > 1 else ()
    where = tuple(filter(None, (line.where, line.note)))
    files = tuple(f"Tệp: {name}" for name in line.files)
    return (
        *((str(count),), (line.sort,), (line.size, *scale), (*line.says, *files)),
        *((str(line.count),), (area(line.area),), (line.material,), where, (line.days,), (line.who,)),
    )


def lit(count: int, board: Lit) -> Cells:
    where = tuple(filter(None, (board.where, board.note)))
    kind = tuple(filter(None, (board.sort, board.size, *board.built)))
    return ((str(count),), where, kind, (*board.says, f"Tệp: {board.files}"), (board.days,), (board.who,))


def totalled(order: Order) -> Cells:
    """Of areas alone: banners and leaflets are not one number."""
    return (("Cộng",), ("",), ("",), (area(sum(total.area for total in order.totals)),))


def area(square_metres: float) -> str:
    return number(round(square_metres, 2)) if square_metres else "–"


def table(document: Any, heads: Sequence[tuple[str, int]], rows: Sequence[Cells]) -> None:
    made = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, (head, _) in zip(made.rows[0].cells, heads, strict=True):
        said(cell.paragraphs[0], head, CENTRE, bold=True, size=SMALL)
        shade(cell)
    returning(made.rows[0])
    for row in rows:
        cells = made.add_row().cells
        for cell, (head, _), words in zip(cells, heads, row, strict=True):
            fill(cell, words, RIGHT if head in NUMBERS else LEFT, bold=row[0] == ("Cộng",))
    lay(made, [width for _, width in heads])


def fill(cell: Any, words: Sequence[str], side: WD_ALIGN_PARAGRAPH, *, bold: bool) -> None:
    for count, each in enumerate(words or ("",)):
        paragraph = cell.paragraphs[0] if count == 0 else cell.add_paragraph()
        small = each.startswith("Tệp: ")
        said(paragraph, each, side, bold=bold, size=FILE_SIZE if small else SMALL)


def lay(made: Any, widths: Sequence[int]) -> None:
    """Widths as given, whatever is written; no row is torn by the end of a page."""
    made.autofit = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def returning(row: Any) -> None:
    """A table's head stands on each page that the table comes to."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def shade(cell: Any) -> None:
    tag = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", SHADE)):
        tag.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(tag)


def signatures(document: Any) -> None:
    made = document.add_table(rows=1, cols=2)
    made.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, who in zip(made.rows[0].cells, ("NGƯỜI LẬP", "NGƯỜI DUYỆT"), strict=True):
        first = said(cell.paragraphs[0], who, CENTRE, bold=True)
        first.paragraph_format.space_before = Pt(14)
        below = said(cell.add_paragraph(), "(ký, ghi rõ họ tên)", CENTRE, italic=True)
        below.paragraph_format.space_after = Pt(54)
    lay(made, (133, 134))


def said(
    paragraph: Any,
    words: str,
    side: WD_ALIGN_PARAGRAPH,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int = SIZE,
) -> Any:
    paragraph.alignment = side
    made = run(paragraph, words, size)
    made.bold, made.italic = bold, italic
    return paragraph


def run(paragraph: Any, words: str, size: int) -> Any:
    made = paragraph.add_run(words)
    made.font.name, made.font.size = FONT, Pt(size)
    made._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    return made
