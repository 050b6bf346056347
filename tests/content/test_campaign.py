"""What staff type of a campaign, and what they are told of typical mistakes."""

from __future__ import annotations

from typing import Any

import pytest

from chuyenmuc.content.campaign import Campaign, Placement, Sort, signed
from chuyenmuc.vietnamese.measures import Size

PATH = "content/chien-dich/index.md"
HEAD = """\
---
kind: chien-dich
title: Ngày 10/10
date: 2026-09-01
description: Tóm tắt.
start: 2026-10-01
end: 2026-10-10
messages:
  - Một, hai
  - Ba bốn
"""
TAIL = "status: approved\napproved_by: Văn phòng\napproved_at: 2026-09-01\n---\n\nNội dung.\n"
PLACE = """\
places:
  - where: Cổng trụ sở
    piece: {piece}
    size: {size}
    messages: {messages}
    count: {count}
    distance: {distance}
    up: {up}
    {more}
"""
GOOD = {"piece": "bang-ron", "size": "6 x 1,5 m", "messages": "[1]", "count": "1", "distance": "25 m"}
GOOD |= {"up": "2026-09-28", "more": "material: bạt"}


def told(desk: Any, front: str) -> list[tuple[str, str, str]]:
    """The text of the line, what is wrong there, how to mend it."""
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich")
    desk.write(PATH, f"{HEAD}{front}{TAIL}")
    lines = ["", *f"{HEAD}{front}{TAIL}".split("\n")]
    return [(lines[found.line].strip(), found.message, found.fix) for found in desk.findings()]


def campaign(desk: Any, front: str) -> Campaign:
    told(desk, front)
    assert [found for found in desk.findings() if found.level == "error"] == []
    (item,) = desk.read().items
    assert isinstance(item, Campaign)
    return item


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("size", "6x1.5m", Size(6000, 1500)),
        ("size", "6 m × 1,5 mét", Size(6000, 1500)),
        ("size", "600 * 150cm", Size(6000, 1500)),
        ("size", "3.000 x 1.500 mm", Size(3000, 1500)),
        ("size", "a3 ngang", Size(420, 297, "A3")),
        ("piece", "Băng rôn", Sort.BANNER),
        ("piece", "Băng-rôn ngang", Sort.BANNER),
        ("piece", "Phướn", Sort.FLAG),
        ("piece", "Pa nô", Sort.HOARDING),
        ("piece", "Phông nền sân khấu", Sort.BACKDROP),
        ("piece", "Tờ gấp ba", Sort.FOLDED),
        ("count", "10 tấm", 10),
        ("count", "1.000 tờ", 1000),
        ("messages", "1, 2", [1, 2]),
        ("messages", "1-2", [1, 2]),
        ("messages", "tất cả", []),
        ("distance", "khoảng 25 mét", 25_000),
    ],
)
def test_what_is_meant_is_understood(desk, key: str, typed: str, meant: Any) -> None:
    (place,) = campaign(desk, PLACE.format(**GOOD | {key: typed})).places
    assert getattr(place, key) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("P5", "P5"),
        ("p 5", "P5"),
        ("5mm", "P5"),
        ("2.5", "P2,5"),
        ("P2,50", "P2,5"),
        ("P10", "P10"),
        ("P1.875", "P1,875"),
    ],
)
def test_a_pitch_is_written_in_one_way(desk, typed: str, meant: str) -> None:
    (place,) = campaign(desk, PLACE.format(**GOOD | {"piece": "Bảng LED", "more": f"pitch: {typed}"})).places
    assert (place.piece, place.pitch) == (Sort.BOARD, meant)


@pytest.mark.parametrize(
    ("key", "typed", "message", "fix"),
    [
        ("size", "6 x 1,5", "“6 x 1,5” chưa có đơn vị", "thêm m hoặc cm ở cuối, viết như “6 x 1,5 m”"),
        ("size", "6 m", "“6 m” chỉ có một chiều", "viết như “6 x 1,5 m”, “80 x 200 cm” hoặc “A3”"),
        ("size", "A7", "“A7” không phải một khổ", "viết như “6 x 1,5 m”"),
        ("size", "600 x 150 m", "“600 x 150 m” không dùng được", "ghi từ 20 mm đến 100 m, xem lại đơn vị"),
        ("size", "6 x 1,5 mm", "“6 x 1,5 mm” không dùng được", "ghi từ 20 mm đến 100 m, xem lại đơn vị"),
        ("piece", "banner", "“banner” không phải giá trị dùng được", "chọn một trong: bang-ron, phuon, pano"),
        ("more", "pitch: đẹp", "“đẹp” không phải bước điểm của bảng LED", "viết như P5, P10 hoặc P2,5"),
        ("count", "hai", "“hai” không phải số lượng", "viết bằng chữ số, ví dụ 2"),
        ("count", "vài cái", "“vài cái” không phải số lượng", "viết bằng chữ số, ví dụ 10"),
        ("count", "0", "số lượng “0” không dùng được", "viết số từ 1 đến 10.000"),
        ("count", "1.5", "“1.5” không phải số lượng", "viết số nguyên, ví dụ 10"),
        ("distance", "25", "“25” chưa có đơn vị", "viết “25 m”"),
        ("distance", "xa", "“xa” không phải một khoảng cách", "viết như “20 m”"),
        ("up", "31/9/2026", "ngày 31/09/2026 không có trong lịch", "sửa lại"),
        ("up", "28/9", "“28/9” không phải là ngày", "viết 2026-10-10 hoặc 10/10/2026"),
        (
            "messages",
            "[6]",
            "ghi thông điệp 6 mà đợt này mới có 2 thông điệp",
            "sửa lại số trong “messages:” của nơi này",
        ),
        ("messages", "Một, hai", "“Một” không phải số thứ tự của thông điệp", "ghi 1, 2, 3…"),
        ("more", "sizes: 3 x 1 m", "không có khóa “sizes” cho “places”", "có phải là “size”?"),
        ("more", "khổ: 3 x 1 m", "không có khóa “khổ” cho “places”", "có phải là “size”?"),
        ("more", "số lượng: 3", "không có khóa “số lượng” cho “places”", "có phải là “count”?"),
    ],
)
def test_a_wrong_value_is_told_at_its_line(desk, key: str, typed: str, message: str, fix: str) -> None:
    ((line, said, mending),) = told(desk, PLACE.format(**GOOD | {key: typed}))
    assert line == (typed if key == "more" else f"{key}: {typed}")
    assert message in said
    assert mending.startswith(fix)


@pytest.mark.parametrize(
    ("front", "line", "message", "fix"),
    [
        (
            "places:\n  - {where: Cổng, piece: bang-ron, size: 6 x 1,5 m}\n",
            "- {where: Cổng, piece: bang-ron, size: 6 x 1,5 m}",
            "trong “places”: phần “5 m” bị tách ra vì đứng sau dấu phẩy trong { }",
            "đặt cả câu, cả số trong dấu ngoặc kép",
        ),
        ("places:\n  - piece: pano\n    size: 3 x 1 m\n", "- piece: pano", "“where”: chưa có", "thêm dòng “where: …”"),
        ("places:\n  - where: Cổng\n    size: 3 x 1 m\n", "- where: Cổng", "“piece”: chưa có", "thêm dòng “piece: …”"),
        ("places:\n  - where: Cổng\n    piece: pano\n", "- where: Cổng", "“Cổng” chưa có khổ", "thêm “size:”"),
        (
            "places:\n  - where: Cổng\n    piece: led\n    size: 3 x 1 m\n",
            "- where: Cổng",
            "“Cổng” là bảng LED màu mà chưa có bước điểm",
            "thêm “pitch:”, ví dụ P5",
        ),
        ("places:\n  - Cổng trụ sở\n", "- Cổng trụ sở", "cần là nhóm khóa", "viết mỗi khóa một dòng"),
        ("places:\n  where: Cổng\n", "places:", "cần là danh sách", "viết mỗi mục một dòng"),
        (
            "places:\n  - where: A\n   piece: pano\n",
            "piece: pano",
            "dòng này không thẳng hàng với các khóa của mục ở trên",
            "đặt các khóa của một mục thẳng hàng",
        ),
        ("tasks:\n  - who: Văn phòng\n", "- who: Văn phòng", "chưa có", "thêm dòng “what: …”"),
        ("tasks:\n  - what: In\n    hạn: 2026-09-10\n", "hạn: 2026-09-10", "không có khóa “hạn”", "có phải là “due”?"),
        (
            "tasks:\n  - what: In\n    done: gần\n",
            "done: gần",
            "“gần” không rõ là có hay không",
            "viết true hoặc false",
        ),
        ("identity: logo.png\n", "identity: logo.png", "cần là nhóm khóa", "viết mỗi khóa một dòng"),
        ("identity:\n  logos: a.png\n", "logos: a.png", "không có khóa “logos” cho “identity”", "có phải là “logo”?"),
        ("identity:\n  source: dx.gov.vn\n", "source: dx.gov.vn", "“dx.gov.vn” không phải địa chỉ trang", "viết đủ"),
        ("chủ đề: Một\n", "chủ đề: Một", "không có khóa “chủ đề”", "có phải là “theme”?"),
    ],
)
def test_what_is_misplaced_is_told_at_its_line(desk, front: str, line: str, message: str, fix: str) -> None:
    found = told(desk, front)[0]
    assert found[0] == line
    assert message in found[1]
    assert found[2].startswith(fix)


def test_a_task_may_be_a_line_and_done_in_vietnamese(desk) -> None:
    tasks = campaign(
        desk, "tasks:\n  - Đặt in, dán\n  - what: Duyệt\n    done: xong\n  - what: Treo\n    done: chưa\n"
    ).tasks
    assert [(task.what, task.done) for task in tasks] == [("Đặt in, dán", False), ("Duyệt", True), ("Treo", False)]


def test_days_that_end_before_they_begin_are_told_at_the_end(desk) -> None:
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich")
    desk.write(PATH, f"{HEAD}{TAIL}".replace("end: 2026-10-10", "end: 2026-09-10"))
    (found,) = desk.findings()
    assert (found.line, found.field) == (7, "end")


def test_a_colon_within_a_message_is_told_at_its_line(desk: Any) -> None:
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich")
    text = HEAD.replace("  - Ba bốn\n", "  - Chuyển đổi số: nhanh hơn\n") + TAIL
    desk.write(PATH, text)
    (found,) = desk.findings()
    assert text.split("\n")[found.line - 1] == "  - Chuyển đổi số: nhanh hơn"
    assert (found.field, found.message) == ("messages[2]", "“messages”, mục 2: có dấu hai chấm “: ” trong câu")
    assert found.fix == 'đặt cả câu trong dấu ngoặc kép: "Chuyển đổi số: nhanh hơn"'


@pytest.mark.parametrize("count", ["-2", "- 2", "−2 tấm"])
def test_a_count_is_of_one_at_least(desk: Any, count: str) -> None:
    ((_, message, fix),) = told(desk, PLACE.format(**GOOD | {"count": f'"{count}"'}))
    assert message == f"“places”, mục 1, “count”: số lượng phải từ 1, đang ghi “{count}”"
    assert fix == "viết số lượng cần in, ví dụ 10"


def test_a_message_that_ends_in_a_colon_is_not_lost(desk: Any) -> None:
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich")
    text = HEAD.replace("  - Ba bốn\n", "  - Khẩu hiệu của đợt:\n") + TAIL
    desk.write(PATH, text)
    (found,) = desk.findings()
    assert text.split("\n")[found.line - 1] == "  - Khẩu hiệu của đợt:"
    assert found.message == "“messages”, mục 2: câu kết thúc bằng dấu hai chấm"


def test_hashtags_have_one_sign_each_typed_or_not() -> None:
    assert signed(["ThángTiêuDùngSố", "#TieuDungSo2027", "#A, #B", "＃c", "##d", "#A"]) == [
        *("#ThángTiêuDùngSố", "#TieuDungSo2027", "#A", "#B", "#c", "#d")
    ]


def test_a_place_remembers_numbers_typed_twice() -> None:
    place = Placement(where="Cổng", piece="bang-ron", size="6 x 1,5 m", messages="1-3, 2")  # type: ignore[arg-type]
    assert (place.messages, place.repeated) == ([1, 2, 3], (2,))
    assert Placement(where="Cổng", piece="to-gap").repeated == ()  # type: ignore[arg-type]
