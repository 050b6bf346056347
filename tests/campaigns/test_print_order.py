from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import docx
import pytest

from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.print_order.rows import (
    DRAFT,
    SAMPLE,
    Document,
    Order,
    Workbook,
    order_of,
    print_orders,
    shares,
)
from chuyenmuc.campaigns.prints import hangings
from chuyenmuc.images.library import file_stem

from .conftest import FRONT, MESSAGES, commissioned, with_brief

PLACES: list[dict[str, Any]] = [
    {
        **{"where": "Cổng trụ sở", "piece": "bang-ron", "size": "6 x 1,5 m", "messages": [1], "material": "bạt"},
        **{"up": "2025-09-30", "down": "2025-10-11", "who": "Văn phòng", "distance": "25 m"},
    },
    {"where": "Hàng rào", "piece": "phuon", "size": "0,8 x 2,5 m", "count": 12},
    {"where": "Hàng rào sau", "piece": "phuon", "size": "0,8 x 2,5 m", "messages": [1, 2], "count": 2},
    {"where": "Bảng tin", "piece": "ap-phich", "size": "A2", "messages": [3, 5], "count": 1, "note": "=1+1"},
    {"where": "Hội trường", "piece": "backdrop", "size": "5 x 3 m"},
    {"where": "Một cửa", "piece": "to-roi", "size": "A5", "count": 200, "up": "2025-10-01"},
    {"where": "Sảnh", "piece": "led", "size": "3,84 x 1,92 m", "pitch": "P5", "messages": [5]},
    {"where": "Cổng sau", "piece": "chu-led"},
]
TASKS = [
    {"what": "Đặt in", "who": "Văn phòng", "due": "2025-09-15"},
    {"what": "Duyệt, ký", "due": "2025-09-10", "done": "true"},
]
KEYS: dict[str, Any] = {"kind": "chien-dich", "title": "Ngày 10/10/2025", "start": "2025-10-01", "end": "2025-10-10"}
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def placed(tenth: Any) -> Commission:
    """A campaign with things to hang, to hand out and to light."""
    tenth.item(FRONT, **KEYS, messages=MESSAGES, places=PLACES, tasks=TASKS)
    return commissioned(tenth.project)


@pytest.fixture
def order(placed: Commission) -> Order:
    return order_of(placed.brief, placed.catalogue)


def text_of(order: Order) -> Any:
    (made,) = Document(None, order).made()  # type: ignore[arg-type]
    assert made.suffix == ".docx"
    return docx.Document(io.BytesIO(made.content))


def rows(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def parts(order: Order) -> dict[str, str]:
    (made,) = Workbook(None, order).made()  # type: ignore[arg-type]
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def cells(xml: str, strings: list[str]) -> dict[str, str]:
    """Each cell as it is shown: a text, or the number that stands for a formula."""
    found = {}
    for cell in ElementTree.fromstring(xml).iter(f"{SHEET}c"):
        value = cell.findtext(f"{SHEET}v")
        if value is not None:
            found[cell.attrib["r"]] = strings[int(value)] if cell.get("t") == "s" else value
    return found


def sheet(order: Order, number: int) -> dict[str, str]:
    package = parts(order)
    root = ElementTree.fromstring(package["xl/sharedStrings.xml"])
    strings = ["".join(entry.itertext()) for entry in root.iter(f"{SHEET}si")]
    return cells(package[f"xl/worksheets/sheet{number}.xml"], strings)


def test_each_message_of_a_place_is_a_line_with_its_share(order: Order) -> None:
    flags = [line for line in order.lines if line.where == "Hàng rào"]
    assert [line.count for line in flags] == [3, 3, 2, 2, 2]
    assert [line.says for line in flags] == [(message,) for message in MESSAGES]
    (banner,) = [line for line in order.lines if line.where == "Cổng trụ sở"]
    assert (banner.days, banner.scale, banner.bleed, banner.area) == ("30/09 – 11/10/2025", 10, 20.0, 9.0)


def test_fewer_pieces_than_messages_leave_the_choice(order: Order) -> None:
    (poster,) = [line for line in order.lines if line.where == "Bảng tin"]
    assert poster.says == ("Chọn 1 trong 2 nội dung:", f"• {MESSAGES[2]}", f"• {MESSAGES[4]}")
    assert (poster.count, len(poster.files), poster.area) == (1, 2, 0.0)


@pytest.mark.parametrize(("count", "most"), [(1, 1), (5, 5), (7, 5), (12, 5), (3, 5), (4, 0)])
def test_shares_lose_nothing(count: int, most: int) -> None:
    choices = [(str(number), "") for number in range(most)]
    given = list(shares(count, choices))
    assert sum(each for each, _ in given) == count
    assert [choice for _, few in given for choice in few] == choices


def test_files_are_named_as_the_printers_files_are(order: Order, placed: Commission) -> None:
    made = {work.told.name for work in hangings.works(placed)}
    stem = f"{file_stem(placed.brief.key)}-"
    hung = [line for line in order.lines if line.sort != "Tờ rơi"]
    assert hung
    for line in hung:
        assert {name.removeprefix(stem).removesuffix(".pdf") for name in line.files} <= made
    assert [line.files for line in order.lines if line.sort == "Tờ rơi"] == [("10-10-2025-to-roi-a5.pdf",)]


def test_boards_of_lights_stand_by_themselves(order: Order) -> None:
    assert [(board.where, board.size, board.files) for board in order.boards] == [
        ("Sảnh", "3,84 × 1,92 m, bước điểm P5", "10-10-2025-led-p5-3-84x1-92m-…"),
        ("Cổng sau", "", "10-10-2025-chu-led.txt"),
    ]
    assert [len(board.says) for board in order.boards] == [1, 5]


def test_a_board_tells_its_dots_and_what_it_is_put_together_to(tenth: Any) -> None:
    lit = {"piece": "led", "size": "4,5 x 2 m"}
    places = [{"where": "Sảnh", **lit, "pitch": "P4"}, {"where": "Cổng", **lit, "pitch": "P7"}]
    even = {"where": "Tầng 1", "piece": "led", "size": "3,84 x 1,92 m", "pitch": "P5"}
    ticker = {"where": "Cổng sau", "piece": "chu-led", "size": "2 x 0,3 m", "pitch": "P10"}
    tenth.item(FRONT, **KEYS, messages=MESSAGES, places=[*places, even, ticker])
    given = commissioned(tenth.project)
    order = order_of(given.brief, given.catalogue)
    assert [board.built for board in order.boards] == [
        ("ghép được 4,352 × 1,92 m", "1088 × 480 điểm ảnh"),
        (),
        ("768 × 384 điểm ảnh",),
        (),
    ]
    assert order.boards[-1].files == "10-10-2025-chu-led.txt"
    kind = rows(text_of(order).tables[1])[1][2]
    assert kind == "Bảng LED màu\n4,5 × 2 m, bước điểm P4\nghép được 4,352 × 1,92 m\n1088 × 480 điểm ảnh"
    assert "ghép được 4,352 × 1,92 m\n1088 × 480 điểm ảnh" in sheet(order, 2).values()


def test_totals_are_by_piece_and_size(order: Order) -> None:
    totals = {(total.sort, total.size): (total.count, round(total.area, 2)) for total in order.totals}
    assert totals["Phướn dọc", "0,8 × 2,5 m"] == (14, 28.0)
    assert totals["Băng rôn ngang", "6 × 1,5 m"] == (1, 9.0)
    assert totals["Tờ rơi", "A5"] == (200, 0.0)


def test_reminders_speak_only_of_what_is_ordered(order: Order) -> None:
    told = " ".join(order.reminders)
    assert "vải, bạt 20 mm; giấy 3 mm" in told
    assert "tệp 1:10 thì in phóng 1000 %" in told
    assert "Tài liệu không kinh doanh có thể cần giấy phép xuất bản: hỏi cơ quan quản lý" in told
    assert "Băng rôn: hỏi cơ quan quản lý về nơi được treo." in told
    assert "nhà tài trợ" not in told
    assert "15 ngày, đối chiếu quy định hiện hành" in " ".join(replace(order, sponsored=True).reminders)
    flags = replace(order, lines=tuple(line for line in order.lines if line.where == "Hàng rào"))
    told = " ".join(flags.reminders)
    assert not re.search(r"giấy phép|1:10|Băng rôn|giấy \d", told)


def test_the_text_is_laid_out_for_a4_lying_and_heads_return(order: Order) -> None:
    document = text_of(order)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm), section.orientation) == (297, 210, 1)
    _, printed, totals, lit, _ = document.tables
    room = section.page_width.mm - section.left_margin.mm - section.right_margin.mm
    for table in (printed, totals, lit):
        assert sum(column.width.mm for column in table.columns) <= room + 0.5
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert all("w:cantSplit" in row._tr.xml for row in table.rows)
    assert document.styles["Normal"].font.name == "Times New Roman"
    assert document.styles["Normal"].font.size.pt == 13


def test_the_text_tells_whose_it_is_what_is_printed_and_where_to_sign(order: Order) -> None:
    document = text_of(order)
    head, printed, totals, lit, signed = document.tables
    assert head.rows[0].cells[0].text.splitlines()[:2] == ["ỦY BAN NHÂN DÂN TỈNH MẪU", "SỞ MẪU"]
    words = [paragraph.text for paragraph in document.paragraphs]
    assert {"PHIẾU ĐẶT IN", "Ngày 10/10/2025", "Thời gian của đợt: 01/10 – 10/10/2025"} <= set(words)
    first = rows(printed)[1]
    assert first[0] == "1"
    assert first[3].split("\n") == [MESSAGES[0], "Tệp: 10-10-2025-bang-ron-6x1-5m-thong-diep-1.pdf"]
    assert first[2] == "6 × 1,5 m\ntệp vẽ 1:10"
    assert rows(totals)[-1] == ["Cộng", "", "", "52"]
    assert [row[1] for row in rows(lit)] == ["Nơi chạy", "Sảnh", "Cổng sau"]
    assert [cell.text.split("\n")[0] for cell in signed.rows[0].cells] == ["NGƯỜI LẬP", "NGƯỜI DUYỆT"]


def test_a_sample_or_a_draft_says_so_in_both(order: Order) -> None:
    marked = replace(order, signs=(SAMPLE, DRAFT))
    words = [paragraph.text for paragraph in text_of(marked).paragraphs]
    assert {SAMPLE, DRAFT} <= set(words)
    assert {SAMPLE, DRAFT} <= set(sheet(marked, 1).values())


def test_the_sheet_reckons_areas_and_sums(order: Order) -> None:
    package = parts(order)
    xml = package["xl/worksheets/sheet1.xml"]
    assert re.search(r"<f>D\d+\*E\d+\*G\d+</f><v>9(\.0)?</v>", xml)
    assert re.search(r"<f>SUM\(H\d+:H\d+\)</f><v>52(\.0)?</v>", xml)
    assert xml.count("SUMIFS(") == 2 * len(order.totals)
    assert 'orientation="landscape"' in xml
    assert "fitToPage" in xml
    assert "Print_Titles" in package["xl/workbook.xml"]


def test_what_staff_typed_is_never_taken_for_a_formula(order: Order) -> None:
    assert any(text == "=1+1" for text in sheet(order, 1).values())
    assert "<f>1+1</f>" not in parts(order)["xl/worksheets/sheet1.xml"]


def test_the_second_sheet_tells_what_is_to_be_done(order: Order) -> None:
    package = parts(order)
    names = re.findall(r'<sheet name="([^"]+)"', package["xl/workbook.xml"])
    assert names == ["Phiếu đặt in", "Việc cần làm", "Bảng điện tử"]
    found = list(sheet(order, 2).values())
    assert found[found.index("Đặt in") :][:4] == ["Đặt in", "Văn phòng", "15/09/2025", "Chưa"]
    assert [word for word in found[found.index("Duyệt, ký") :] if word][:3] == ["Duyệt, ký", "10/09/2025", "Rồi"]


def test_both_are_the_same_bytes_each_time(placed: Commission) -> None:
    for work in print_orders(placed):
        assert work.made() == work.made()


def test_both_bear_one_name_and_are_told_apart(placed: Commission) -> None:
    works = list(print_orders(placed))
    assert [work.told.file or work.told.name for work in works] == ["phieu-dat-in", "phieu-dat-in"]
    assert len({work.told.name for work in works}) == 2
    assert {work.told.group for work in works} == {"phieu-dat-in"}


def test_boards_alone_make_an_order_without_print(placed: Commission) -> None:
    lit = [place for place in placed.brief.places if place.piece in {"led", "chu-led"}]
    order = order_of(replace(placed.brief, places=tuple(lit)), placed.catalogue)
    assert order.lines == ()
    assert len(text_of(order).tables) == 3
    assert re.findall(r'<sheet name="([^"]+)"', parts(order)["xl/workbook.xml"]) == ["Việc cần làm", "Bảng điện tử"]


def test_without_places_there_is_no_order(commission: Commission) -> None:
    assert list(print_orders(with_brief(commission, places=()))) == []
