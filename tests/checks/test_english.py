from __future__ import annotations

import pytest

LONG = "The agency explains what the resolution asks of it. " * 8
SHORT = "Too short to tell anything."
STILL_VIETNAMESE = "Cơ quan giới thiệu những nhiệm vụ của Nghị quyết tới người dân. " * 6


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        (LONG, []),
        (SHORT, ["content/t/a.md:8 tóm tắt tiếng Anh dài 5 từ; viết chừng 80 đến 150 từ"]),
        (
            STILL_VIETNAMESE,
            [
                "content/t/a.md:8 phần tiếng Anh có vẻ còn viết bằng tiếng Việt; "
                "dịch “summary” sang tiếng Anh rồi nhờ người soát"
            ],
        ),
    ],
)
def test_a_summary_is_in_english_and_of_some_length(desk, summary: str, told: list[str]) -> None:
    desk.section("t")
    desk.item("t/a.md", english={"title": "A title", "summary": summary, "reviewed_by": "Ban biên tập"})
    assert desk.told() == told


def test_a_summary_that_nobody_reviewed_is_not_published(desk) -> None:
    desk.section("t")
    desk.item("t/a.md", english={"title": "A title", "summary": LONG})
    assert "reviewed_by" in desk.told()[0]
