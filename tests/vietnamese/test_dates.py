from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuyenmuc.vietnamese.dates import (
    TIME_ZONE,
    When,
    day_of,
    ends,
    iso,
    long,
    parse_when,
    short,
    span,
    starts,
    weekday,
)

DAY = date(2026, 10, 10)
HOW = "viết 2026-10-10 hoặc 10/10/2026, thêm giờ thì viết 2026-10-10 08:00"
days = st.dates(date(1945, 1, 1), date(2100, 12, 31))


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=TIME_ZONE)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2026-10-10", DAY),
        ("10/10/2026", DAY),
        ("10-10-2026", DAY),
        (" ngày 10/10/2026 ", DAY),
        ("1/4/2025", date(2025, 4, 1)),
        ("2026-10-10 08:00", at(8)),
        ("2026-10-10T08:00:00+07:00", at(8)),
        ("2026-10-10T01:00Z", at(8)),
        ("2026-10-09T20:00:00-0500", at(8)),
        ("10/10/2026 08:00", at(8)),
        ("08:00 10/10/2026", at(8)),
        ("08:00 ngày 10/10/2026", at(8)),
        ("8h30 10/10/2026", at(8, 30)),
        ("8h 10/10/2026", at(8)),
    ],
)
def test_days_and_moments_are_read(text: str, when: When) -> None:
    assert parse_when(text) == when
    assert type(parse_when(text)) is type(when)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("hôm qua", f"“hôm qua” không phải là ngày; {HOW}"),
        ("", f"“” không phải là ngày; {HOW}"),
        ("10/10", f"“10/10” không phải là ngày; {HOW}"),
        ("10/10-2026", f"“10/10-2026” không phải là ngày; {HOW}"),
        ("30/02/2026", "ngày 30/02/2026 không có trong lịch (tháng 2 năm 2026 chỉ có 28 ngày)"),
        ("2026-00-10", "ngày 10/00/2026 không có trong lịch (một năm chỉ có tháng 1 đến tháng 12)"),
        ("00/10/2026", "ngày 00/10/2026 không có trong lịch (ngày đầu tháng là 01)"),
        (
            "10/13/2026",
            "ngày 10/13/2026 không có trong lịch (một năm chỉ có tháng 1 đến tháng 12); "
            "viết ngày trước, tháng sau: 13/10/2026",
        ),
        ("10/10/2026 25:00", "giờ 25:00 không có (một ngày chỉ từ 00:00 đến 23:59)"),
        ("10/10/2026 08:60", "giờ 08:60 không có (một ngày chỉ từ 00:00 đến 23:59)"),
        ("2026-10-10 08:00+25:00", "múi giờ +25:00 không có; giờ Việt Nam viết +07:00 hoặc bỏ hẳn"),
        ("10/10/1944", "ngày 10/10/1944 có năm ngoài khoảng 1945–2100; xem lại năm 1944"),
        ("10/10/2101", "ngày 10/10/2101 có năm ngoài khoảng 1945–2100; xem lại năm 2101"),
        ("2100-12-31T23:00Z", "ngày 01/01/2101 có năm ngoài khoảng 1945–2100; xem lại năm 2101"),
    ],
)
def test_a_wrong_date_is_explained(text: str, message: str) -> None:
    with pytest.raises(ValueError) as error:
        parse_when(text)
    assert str(error.value) == message


@given(st.text())
def test_any_other_text_is_refused_in_one_line(text: str) -> None:
    try:
        parse_when(text)
    except ValueError as error:
        assert "\n" not in str(error)


@given(days, st.times().map(lambda t: t.replace(microsecond=0)))
def test_what_is_written_reads_back(day: date, clock: object) -> None:
    moment = datetime.combine(day, clock, TIME_ZONE)  # type: ignore[arg-type]
    assert parse_when(iso(day)) == parse_when(short(day)) == day
    assert parse_when(iso(moment)) == moment
    assert parse_when(short(moment)) == moment.replace(second=0)


@given(days)
def test_a_day_runs_from_its_start_to_its_end(day: date) -> None:
    assert day_of(starts(day)) == day_of(ends(day)) == day
    assert ends(day) - starts(day) == timedelta(hours=23, minutes=59, seconds=59)


def test_a_moment_belongs_to_the_day_it_is_in_viet_nam() -> None:
    late = datetime(2026, 10, 9, 18, tzinfo=UTC)
    assert day_of(late) == DAY
    assert starts(late) == ends(late) == at(1)
    assert iso(late) == "2026-10-10T01:00:00+07:00"
    assert short(late) == "01:00 ngày 10/10/2026"
    assert short(datetime(2026, 10, 10, 9, tzinfo=timezone(timedelta(hours=9)))) == "07:00 ngày 10/10/2026"


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        day_of(datetime(2026, 10, 10))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (DAY, "ngày 10 tháng 10 năm 2026"),
        (date(2025, 6, 6), "ngày 06 tháng 6 năm 2025"),
        (date(2026, 2, 1), "ngày 01 tháng 02 năm 2026"),
    ],
)
def test_the_long_form_has_zeros_where_the_decree_wants_them(day: date, text: str) -> None:
    assert long(day) == text


def test_the_week_has_its_names() -> None:
    names = [weekday(DAY + timedelta(days=n)) for n in range(7)]
    assert names == ["Thứ Bảy", "Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu"]


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (DAY, None, "Thứ Bảy, 10/10/2026"),
        (DAY, DAY, "Thứ Bảy, 10/10/2026"),
        (at(8), None, "08:00, thứ Bảy, 10/10/2026"),
        (at(8), at(8), "08:00, thứ Bảy, 10/10/2026"),
        (at(8), DAY, "08:00, thứ Bảy, 10/10/2026"),
        (at(8), at(11, 30), "08:00 – 11:30, thứ Bảy, 10/10/2026"),
        (DAY, at(11, 30), "đến 11:30, thứ Bảy, 10/10/2026"),
        (date(2026, 10, 1), DAY, "01/10 – 10/10/2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30/12/2026 – 02/01/2027"),
        (at(8, 0, date(2026, 10, 1)), at(17), "08:00 ngày 01/10 – 17:00 ngày 10/10/2026"),
        (at(8, 0, date(2026, 10, 1)), DAY, "08:00 ngày 01/10 – 10/10/2026"),
    ],
)
def test_a_span_says_only_what_is_needed(start: When, end: When | None, text: str) -> None:
    assert span(start, end) == text
