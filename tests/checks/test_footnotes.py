from __future__ import annotations

import pytest


@pytest.fixture
def told(desk):
    def made(body: str) -> list[str]:
        desk.section("tin")
        desk.item("tin/a.md", body=body)
        assert all(found.level == "warning" for found in desk.findings())
        return desk.told()

    return made


@pytest.mark.parametrize(
    "body",
    [
        "## Nhảy cấp\n\nMột việc[^a] và [^a].\n\n[^a]: Theo Báo cáo 1/BC.\n",
        "Viết `[^a]` trong mã.\n",
        "Hai[^1], ba[^b c].\n\n[^1]: Một.\n\n    Đoạn sau.\n[^b c]: Hai.\n",
    ],
)
def test_a_note_with_its_mark_passes(told, body: str) -> None:
    assert told(body) == []


def test_a_note_without_a_mark_is_told_in_its_own_words(told) -> None:
    assert told("## Nhảy cấp\n\nMột việc.\n\n[^a]: Theo Báo cáo 1/BC.") == [
        "content/tin/a.md:14 chú thích [^a] không có chỗ nào trong bài dẫn tới; "
        "đặt [^a] ngay sau chữ cần chú thích, hoặc xóa chú thích này"
    ]


def test_a_mark_without_a_note_is_told(told) -> None:
    assert told("Một việc[^a].\n\nHai việc[^b].\n\n[^b]: Theo Báo cáo.") == [
        "content/tin/a.md:10 dấu chú thích [^a] không có lời chú thích; thêm ở cuối bài một dòng “[^a]: lời chú thích”"
    ]


def test_other_links_inside_a_page_are_still_judged(told) -> None:
    (line,) = told("## Việc\n\n[Xem](#viec-khac), một[^a].\n\n[^a]: Theo Báo cáo.")
    assert "liên kết “#viec-khac” không trúng đề mục nào" in line
