from __future__ import annotations

from datetime import date

import pytest

from chuyenmuc.content.items import Slot
from chuyenmuc.content.programme import day_in, short_slot


@pytest.mark.parametrize(
    ("typed", "day", "time", "what"),
    [
        ("08:00 Khai mạc", "", "08:00", "Khai mạc"),
        ("8h Khai mạc", "", "08:00", "Khai mạc"),
        ("8h30: Khai mạc", "", "08:30", "Khai mạc"),
        ("08:00 – 9h15, Thảo luận", "", "08:00 – 09:15", "Thảo luận"),
        ("08:00-09:00 - Thảo luận", "", "08:00 – 09:00", "Thảo luận"),
        ("2/10 08:00 Ngày hai", "02/10", "08:00", "Ngày hai"),
        ("ngày 02/10: 08:00 Ngày hai", "02/10", "08:00", "Ngày hai"),
        ({"08:00": "Khai mạc"}, "", "08:00", "Khai mạc"),
        ({"day": "2/10", "time": "8g15", "what": "Khai mạc"}, "02/10", "08:15", "Khai mạc"),
    ],
)
def test_a_line_of_the_programme_as_people_type_it(typed: object, day: str, time: str, what: str) -> None:
    slot = Slot.model_validate(short_slot(typed))
    assert (slot.day, slot.time, slot.what) == (day, time, what)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (["Khai mạc"], "“programme” “Khai mạc” chưa có giờ ở đầu dòng"),
        (["25:00 Khai mạc"], "“programme”, mục 1, giờ: giờ 25:00 không có (một ngày chỉ từ 00:00 đến 23:59)"),
        (["31/02 08:00 Khai mạc"], "“programme”, mục 1, ngày: ngày 31/02 không có trong lịch"),
        ([{"time": "sáng", "what": "Khai mạc"}], "“programme”, mục 1, giờ: “sáng” không phải là giờ"),
        ([{"time": "08:00"}], "“programme”, mục 1, việc: chưa có"),
        (
            [{"day": "mai", "time": "08:00", "what": "A"}],
            "“programme”, mục 1, ngày: “mai” không phải là ngày trong chương trình",
        ),
    ],
)
def test_staff_are_told_what_is_wrong_with_a_line(desk, typed: object, message: str) -> None:
    desk.section("sk", kind="su-kien")
    desk.item("sk/a.md", programme=typed)
    assert [found.message for found in desk.findings()] == [message]


@pytest.mark.parametrize(
    ("text", "first", "day"),
    [
        ("", date(2026, 10, 1), date(2026, 10, 1)),
        ("02/10", date(2026, 10, 1), date(2026, 10, 2)),
        ("01/01", date(2026, 12, 31), date(2027, 1, 1)),
        ("29/02", date(2026, 1, 1), date(2028, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_next_such_day(text: str, first: date, day: date) -> None:
    assert day_in(text, first) == day
