from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def told(desk):
    def made(**keys: Any) -> list[str]:
        desk.section("sk", kind="su-kien")
        desk.item("sk/a.md", **keys)
        found = desk.findings()
        assert all(finding.level == "warning" for finding in found)
        return [finding.message for finding in found]

    return made


@pytest.mark.parametrize(
    "programme",
    [
        ["08:00 Khai mạc", "08:30 – 09:00 Thảo luận", "8h30: Hỏi đáp", "11:30 Bế mạc"],
        [{"time": "8h", "what": "Khai mạc"}],
        [{"08:00": "Khai mạc"}],
        "08:00 Khai mạc",
    ],
)
def test_a_programme_in_its_order_says_nothing(told, programme: Any) -> None:
    assert told(start="2026-10-10 08:00", end="2026-10-10 11:30", programme=programme) == []


@pytest.mark.parametrize(
    ("programme", "message"),
    [
        (["07:30 Đón tiếp"], "chương trình: “07:30 Đón tiếp” ở ngoài thời gian của sự kiện"),
        (["12:00 Ăn trưa"], "chương trình: “12:00 Ăn trưa” ở ngoài thời gian của sự kiện"),
        (["11/10 08:00 Ngày sau"], "chương trình: “08:00 Ngày sau” ở ngoài thời gian của sự kiện"),
        (["09:00 Một", "08:30 Hai"], "chương trình: “08:30 Hai” đứng sau việc muộn hơn"),
    ],
)
def test_a_programme_fits_the_hours_of_its_event(told, programme: list[str], message: str) -> None:
    assert told(start="2026-10-10 08:00", end="2026-10-10 11:30", programme=programme) == [message]


def test_a_programme_of_several_days_names_them_and_may_pass_new_year(told) -> None:
    programme = ["31/12 08:00 Ngày một", "14:00 Chiều", "01/01 08:00 Ngày hai"]
    assert told(start="2026-12-31", end="2027-01-01", programme=programme) == []


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"results": ["Có 80 người học"]}, True),
        ({"results_url": "https://so.mau.gov.vn/ket-qua"}, True),
        ({"results": ["Có 80 người học"], "updated": "2026-10-10"}, False),
        ({}, False),
    ],
)
def test_results_are_written_after_the_event(told, keys: dict[str, Any], message: bool) -> None:
    found = told(start="2026-10-10", **keys)
    assert [each.startswith("có kết quả, mà lần cập nhật gần nhất") for each in found] == [True] * message
