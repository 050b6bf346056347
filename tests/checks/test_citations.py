from __future__ import annotations

import pytest

NEWS = "content/tin-tuc/a.md"
FIRST = 10
RIGHT_DAY = "văn bản này ban hành ngày 22/12/2024"


@pytest.fixture
def cited(desk):
    """A register that holds 57-NQ/TW of 22 December 2024, and a section of news."""
    desk.section("vb", kind="van-ban")
    desk.item("vb/57.md")
    desk.section("tin-tuc")
    return desk


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nghị quyết 57-NQ/TW ngày 21/12/2024", f"ghi 57-NQ/TW ngày 21/12/2024; {RIGHT_DAY}"),
        ("số 57-NQ/TW ngày 2/1/2025, và", f"ghi 57-NQ/TW ngày 2/1/2025; {RIGHT_DAY}"),
        (
            "57-NQ/TW ngày 31/02/2024",
            "ngày 31/02/2024 không có trong lịch (tháng 2 năm 2024 chỉ có 29 ngày); sửa lại ngày",
        ),
        (
            "71/NQ-CP ngày 01/13/2025",
            "ngày 01/13/2025 không có trong lịch (một năm chỉ có tháng 1 đến tháng 12); "
            "viết ngày trước, tháng sau: 13/01/2025",
        ),
        ("Nghị quyết 57/NQ-TW", "viết “57/NQ-TW”; viết đúng là “57-NQ/TW”"),
        ("(57- NQ/TW)", "viết “57- NQ/TW”; viết đúng là “57-NQ/TW”"),
        ("Kế hoạch 211-KH/UBND.", "viết “211-KH/UBND”; viết đúng là “211/KH-UBND”"),
    ],
)
def test_a_wrong_symbol_or_day_is_told_with_the_right_one(cited, text: str, told: str) -> None:
    cited.item("tin-tuc/a.md", body=f"Một dòng.\n\n{text}")
    assert cited.told() == [f"{NEWS}:{FIRST + 2} {told}"]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết 57-NQ/TW ngày 22/12/2024",
        "71/NQ-CP ngày 01/04/2025 không có trong kho",
        "`57/NQ-TW` và ```57-NQ/TW ngày 21/12/2024```",
        "```\n57/NQ-TW\n```",
        "ngày 22/12/2024, tỷ lệ 24/7, số 57",
        "[x](https://vanban.mau.vn/57/NQ-TW)",
    ],
)
def test_right_citations_code_and_addresses_pass(cited, text: str) -> None:
    cited.item("tin-tuc/a.md", body=text)
    assert cited.findings() == []


def test_front_matter_is_read_too_but_not_the_number_itself(cited) -> None:
    cited.item("tin-tuc/a.md", title="Triển khai 57/NQ-TW", tags=["57/NQ-TW"])
    cited.item("vb/b.md", number="71-NQ/CP")
    assert [(found.file, found.line, found.field, found.rule) for found in cited.findings()] == [
        (NEWS, 2, "title", "vien-dan"),
        (NEWS, 8, "tags", "vien-dan"),
        ("content/vb/b.md", 8, "number", "so-ky-hieu"),
    ]


def test_a_number_that_two_issuers_share_may_be_cited_by_either_day(cited) -> None:
    cited.item("vb/a.md", number="01/KH-UBND", issuer="Tỉnh Một", issued="2025-01-01")
    cited.item("vb/b.md", number="01/KH-UBND", issuer="Tỉnh Hai", issued="2025-02-02")
    cited.item("tin-tuc/a.md", body="Kế hoạch 01/KH-UBND ngày 01/01/2025")
    assert cited.findings() == []


@pytest.mark.parametrize(
    "text",
    [
        "57-NQ/TW, ngày 21/12/2024",
        "57-NQ/TW ngày 21 tháng 12 năm 2024",
        "57-NQ/TW ngày 21-12-2024",
        "**57-NQ/TW** ngày 21/12/2024",
    ],
)
def test_a_wrong_day_is_told_however_it_is_written(cited, text: str) -> None:
    cited.item("tin-tuc/a.md", body=text)
    assert cited.findings() != []
