"""The print order as an .xlsx: what to print, with sums that follow the numbers typed, and what is to be done."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook

from chuyenmuc.campaigns.print_order.rows import Order
from chuyenmuc.vietnamese.dates import short

FONT, SIZE = "Times New Roman", 11
ORDER, BOARDS, TASKS = "Phiếu đặt in", "Bảng điện tử", "Việc cần làm"
A4 = 9
PRINTED = (
    *(("STT", 5), ("Sản phẩm", 13), ("Khổ", 12), ("Rộng (m)", 7), ("Cao (m)", 7), ("Nội dung", 38), ("Số lượng", 7)),
    *(("Diện tích (m²)", 9), ("Chất liệu", 11), ("Nơi treo, đặt", 20), ("Treo – tháo", 12), ("Ai làm", 11)),
    *(("Tệp in", 28), ("Ghi chú", 12)),
)
LIT = (
    *(("STT", 5), ("Nơi chạy", 28), ("Loại bảng", 20), ("Khổ, bước điểm", 24), ("Ghép được, điểm ảnh", 26)),
    *(("Nội dung", 60), ("Từ – đến", 18), ("Ai làm", 18), ("Tệp", 34), ("Ghi chú", 18)),
)
TODO = (("STT", 6), ("Việc", 62), ("Ai làm", 26), ("Hạn", 16), ("Đã xong", 12), ("Ghi chú", 24))
WIDTHS = dict(PRINTED)
COLUMN = {head: number for number, head in enumerate(WIDTHS)}
COUNT, AREA, WIDTH = COLUMN["Số lượng"], COLUMN["Diện tích (m²)"], COLUMN["Rộng (m)"]


class Book:
    """A workbook whose sheets look alike."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.out = io.BytesIO()
        self.book = Workbook(self.out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
        self.book.set_properties(
            {"title": f"Phiếu đặt in – {order.title}", "author": order.agency, "created": order.made}
        )
        self.title = self.form(bold=True, font_size=15)
        self.strong = self.form(bold=True)
        self.plain = self.form()
        self.head = self.form(bold=True, border=1, align="center", text_wrap=True, bg_color="#E7ECF3")
        self.cell = self.form(border=1, text_wrap=True)
        self.number = self.form(border=1, num_format="#,##0")
        self.area = self.form(border=1, num_format="#,##0.00")
        self.sum_area = self.form(border=1, bold=True, num_format="#,##0.00")
        self.sum = self.form(border=1, bold=True)

    def form(self, **look: Any) -> Any:
        return self.book.add_format({"font_name": FONT, "font_size": SIZE, "valign": "top"} | look)

    def sheet(self, name: str, title: str, heads: Sequence[tuple[str, int]]) -> tuple[Any, int]:
        """A sheet with its head, and the row below that."""
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(0.5, 0.5, 0.5, 0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&10Trang &P/&N")
        parent = self.order.parent if self.order.parent != "không" else ""
        above = [(parent, self.plain), (self.order.agency, self.strong), (title, self.title)]
        above += [(self.order.title, self.strong), (self.period, self.plain)]
        above += [(sign, self.strong) for sign in self.order.signs]
        row = 0
        for words, look in [each for each in above if each[0]]:
            sheet.write_string(row, 0, words, look)
            row += 1
        row += 1
        for column, (head, width) in enumerate(heads):
            sheet.set_column(column, column, width)
            sheet.write_string(row, column, head, self.head)
        sheet.repeat_rows(row)
        sheet.freeze_panes(row + 1, 0)
        return sheet, row + 1

    @property
    def period(self) -> str:
        return f"Thời gian của đợt: {self.order.period}" if self.order.period else ""

    def whole(self) -> bytes:
        self.book.close()
        return self.out.getvalue()


def sheets(order: Order) -> bytes:
    book = Book(order)
    if order.lines:
        to_print(book)
    tasks(book)
    if order.boards:
        boards(book)
    return book.whole()


def to_print(book: Book) -> None:
    sheet, first = book.sheet(ORDER, "PHIẾU ĐẶT IN", PRINTED)
    for count, line in enumerate(book.order.lines):
        row = first + count
        sheet.write_number(row, 0, count + 1, book.number)
        sheet.write_string(row, 1, line.sort, book.cell)
        sheet.write_string(row, 2, line.size, book.cell)
        measured(book, sheet, row, line.width, line.height)
        sheet.write_string(row, 5, "\n".join(line.says), book.cell)
        sheet.write_number(row, COUNT, line.count, book.number)
        if line.cloth:
            formula = f"=D{row + 1}*E{row + 1}*G{row + 1}"
            sheet.write_formula(row, AREA, formula, book.area, round(line.area, 6))
        else:
            sheet.write_blank(row, AREA, None, book.cell)
        note = ". ".join(filter(None, (f"Tệp vẽ 1:{line.scale}" if line.scale > 1 else "", line.note)))
        rest = (line.material, line.where, line.days, line.who, "\n".join(line.files), note)
        for column, words in enumerate(rest, AREA + 1):
            sheet.write_string(row, column, words, book.cell)
        told = {"Nội dung": "\n".join(line.says), "Tệp in": "\n".join(line.files), "Nơi treo, đặt": line.where}
        told |= {"Sản phẩm": line.sort, "Ai làm": line.who, "Treo – tháo": line.days, "Ghi chú": note}
        sheet.set_row(row, height(*((text, WIDTHS[head]) for head, text in told.items())))
    end = summed(book, sheet, first, first + len(book.order.lines))
    reminded(book, sheet, end + 1)


def measured(book: Book, sheet: Any, row: int, *sides: float) -> None:
    for column, side in enumerate(sides, WIDTH):
        if side:
            sheet.write_number(row, column, round(side / 1000, 3), book.cell)
        else:
            sheet.write_blank(row, column, None, book.cell)


def summed(book: Book, sheet: Any, first: int, end: int) -> int:
    """The area of all, then what is to be printed by piece and size."""
    row, count, area = end, f"G{first + 1}:G{end}", f"H{first + 1}:H{end}"
    totals = book.order.totals
    for column in range(len(PRINTED)):
        sheet.write_blank(row, column, None, book.sum)
    sheet.write_string(row, 1, "Cộng", book.sum)
    sheet.write_formula(row, AREA, f"=SUM({area})", book.sum_area, round(sum(t.area for t in totals), 6))
    row += 2
    sheet.write_string(row, 1, "Cộng theo sản phẩm", book.strong)
    for total in totals:
        row += 1
        picked = f"$B${first + 1}:$B${end},B{row + 1},$C${first + 1}:$C${end},C{row + 1}"
        sheet.write_string(row, 1, total.sort, book.cell)
        sheet.write_string(row, 2, total.size, book.cell)
        sheet.write_formula(row, COUNT, f"=SUMIFS({absolute(count)},{picked})", book.number, total.count)
        sheet.write_formula(row, AREA, f"=SUMIFS({absolute(area)},{picked})", book.area, round(total.area, 6))
    return row + 1


def absolute(cells: str) -> str:
    """`G8:G12` → `$G$8:$G$12`"""
    return ":".join(f"${cell[0]}${cell[1:]}" for cell in cells.split(":"))


def reminded(book: Book, sheet: Any, row: int) -> None:
    sheet.write_string(row, 1, "Nhắc trước khi in, trước khi treo", book.strong)
    for count, reminder in enumerate(book.order.reminders, 1):
        sheet.write_string(row + count, 1, f"– {reminder}", book.plain)
    below = row + len(book.order.reminders) + 2
    sheet.write_string(below, 2, "NGƯỜI LẬP", book.strong)
    sheet.write_string(below, 9, "NGƯỜI DUYỆT", book.strong)
    sheet.write_string(below + 1, 2, "(ký, ghi rõ họ tên)", book.plain)
    sheet.write_string(below + 1, 9, "(ký, ghi rõ họ tên)", book.plain)


def tasks(book: Book) -> None:
    sheet, first = book.sheet(TASKS, "VIỆC CẦN LÀM", TODO)
    for count, task in enumerate(book.order.tasks):
        row = first + count
        sheet.write_number(row, 0, count + 1, book.number)
        done, due = "Rồi" if task.done else "Chưa", short(task.due) if task.due else ""
        for column, words in enumerate((task.what, task.who, due, done, ""), 1):
            sheet.write_string(row, column, words, book.cell)
        sheet.set_row(row, height((task.what, 62), (task.who, 26)))
    last = max(first, first + len(book.order.tasks) - 1)
    sheet.data_validation(first, 4, last, 4, {"validate": "list", "source": ["Rồi", "Chưa"]})


def boards(book: Book) -> None:
    sheet, first = book.sheet(BOARDS, "NỘI DUNG CHẠY TRÊN BẢNG ĐIỆN TỬ", LIT)
    for count, board in enumerate(book.order.boards):
        row, says = first + count, "\n".join(board.says)
        sheet.write_number(row, 0, count + 1, book.number)
        size = (board.size, "\n".join(board.built))
        words = (board.where, board.sort, *size, says, board.days, board.who, board.files, board.note)
        for column, each in enumerate(words, 1):
            sheet.write_string(row, column, each, book.cell)
        sheet.set_row(row, height((says, 60), (board.where, 28), (board.files, 34), (size[1], 26)))


def height(*cells: tuple[str, int]) -> float:
    """Of a row, in points: so many lines as the longest of these texts takes in a column of that width."""
    lines = [sum(-(-max(len(part), 1) // max(width - 2, 1)) for part in text.split("\n")) for text, width in cells]
    return 16.5 * max(lines)
