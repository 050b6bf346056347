"""Days and moments as staff type them, as machines keep them, as readers see them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from chuyenmuc.vietnamese.text import tidy

# No daylight saving since 1975, so no tz database is needed (Windows has none).
TIME_ZONE = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
When = date | datetime
"""A whole day, or a moment; a moment always has its time zone."""

FIRST_YEAR, LAST_YEAR = 1945, 2100
_HOW = "viết 2026-10-10 hoặc 10/10/2026, thêm giờ thì viết 2026-10-10 08:00"
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")

_DAY = (
    r"(?:(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"
    r"|(?:[Nn]gày )?(?P<day2>[0-9]{1,2})(?P<mark>[/-])(?P<month2>[0-9]{1,2})(?P=mark)(?P<year2>[0-9]{4}))"
)
_TIME = r"(?P<hour>[0-9]{1,2})(?:h(?P<minute2>[0-9]{2})?|:(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)"
_ZONE = r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})"
_FORMS = (
    re.compile(f"{_DAY}(?:[ T]{_TIME} ?{_ZONE}?)?"),
    re.compile(f"{_TIME},? {_DAY}(?P<zone>)"),
)


def parse_when(text: str) -> When:
    """`2026-10-10`, `10/10/2026`, with or without a time; ValueError says in Vietnamese what is wrong."""
    line = tidy(text)
    found = next((match for form in _FORMS if (match := form.fullmatch(line))), None)
    if found is None:
        shown = line if len(line) <= 40 else line[:39] + "…"
        raise ValueError(f"“{shown}” không phải là ngày; {_HOW}")
    day = _day(*(int(found[name] or found[name + "2"]) for name in ("year", "month", "day")))
    if found["hour"] is None:
        return day
    minute, second = found["minute"] or found["minute2"] or 0, found["second"] or 0
    clock = _clock(int(found["hour"]), int(minute), int(second))
    moment = datetime.combine(day, clock, _zone(found["zone"])).astimezone(TIME_ZONE)
    _check_year(moment.year, f"ngày {_numeric(moment.date())}")
    return moment


def _day(year: int, month: int, day: int) -> date:
    written = f"ngày {day:02}/{month:02}/{year:04}"
    if not 1 <= month <= 12:
        swapped = month <= 31 and 1 <= day <= 12
        fix = f"; viết ngày trước, tháng sau: {month:02}/{day:02}/{year:04}" if swapped and month else ""
        raise ValueError(f"{written} không có trong lịch (một năm chỉ có tháng 1 đến tháng 12){fix}")
    _check_year(year, written)
    days = monthrange(year, month)[1]
    if day > days:
        raise ValueError(f"{written} không có trong lịch (tháng {month} năm {year} chỉ có {days} ngày)")
    if day < 1:
        raise ValueError(f"{written} không có trong lịch (ngày đầu tháng là 01)")
    return date(year, month, day)


def _check_year(year: int, written: str) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"{written} có năm ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}; xem lại năm {year}")


def _clock(hour: int, minute: int, second: int) -> time:
    if hour > 23 or minute > 59 or second > 59:
        written = f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
        raise ValueError(f"giờ {written} không có (một ngày chỉ từ 00:00 đến 23:59)")
    return time(hour, minute, second)


def _zone(text: str | None) -> tzinfo:
    if not text:
        return TIME_ZONE
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:])
    if hours > 14 or minutes > 59:
        raise ValueError(f"múi giờ {text} không có; giờ Việt Nam viết +07:00 hoặc bỏ hẳn")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone would depend on the machine")
    return moment.astimezone(TIME_ZONE)


def day_of(when: When) -> date:
    return _local(when).date() if isinstance(when, datetime) else when


def starts(when: When) -> datetime:
    return _local(when) if isinstance(when, datetime) else datetime.combine(when, time.min, TIME_ZONE)


def ends(when: When) -> datetime:
    return _local(when) if isinstance(when, datetime) else datetime.combine(when, time(23, 59, 59), TIME_ZONE)


def iso(when: When) -> str:
    """`2026-10-10` or `2026-10-10T08:00:00+07:00`"""
    return _local(when).isoformat(timespec="seconds") if isinstance(when, datetime) else when.isoformat()


def short(when: When) -> str:
    """`10/10/2026` or `08:00 ngày 10/10/2026`"""
    day = _numeric(day_of(when))
    return f"{_hour(when)} ngày {day}" if isinstance(when, datetime) else day


def long(day: date) -> str:
    """`ngày 06 tháng 6 năm 2025`: zeros for days below 10, months 1 and 2 (Decree 30/2020/NĐ-CP)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def span(start: When, end: When | None) -> str:
    """`08:00 – 11:30, thứ Bảy, 10/10/2026`; `01/10 – 10/10/2026`"""
    end = start if end is None else end
    first, last = day_of(start), day_of(end)
    if first != last:
        return f"{_edge(start, with_year=first.year != last.year)} – {_edge(end, with_year=True)}"
    hours, day = _hours(start, end), weekday(first)
    day = day.replace("Thứ", "thứ") if hours else day
    return ", ".join(part for part in (hours, day, _numeric(first)) if part)


def _hours(start: When, end: When) -> str:
    if not isinstance(end, datetime):
        return _hour(start) if isinstance(start, datetime) else ""
    if not isinstance(start, datetime):
        return f"đến {_hour(end)}"
    return _hour(start) if start == end else f"{_hour(start)} – {_hour(end)}"


def _edge(when: When, *, with_year: bool) -> str:
    day = day_of(when)
    text = _numeric(day) if with_year else f"{day.day:02}/{day.month:02}"
    return f"{_hour(when)} ngày {text}" if isinstance(when, datetime) else text


def _hour(moment: datetime) -> str:
    return f"{_local(moment):%H:%M}"


def _numeric(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"
