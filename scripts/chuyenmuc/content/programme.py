"""The programme of an event as staff type it: `08:00 Khai mạc`, `8h30 – 9h15: Thảo luận`, `02/10 08:00 Thăm quan`."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from chuyenmuc.content.fields import one_line, only_text
from chuyenmuc.vietnamese.dates import TIME_ZONE

_CLOCK = r"[0-9]{1,2}(?:[:hg][0-9]{2}|[hg])"
_HOURS = rf"{_CLOCK}(?:\s*[-–—]\s*{_CLOCK})?"
_DAY = r"[0-9]{1,2}/[0-9]{1,2}"
_SHORT = re.compile(rf"(?:(?:ngày )?(?P<day>{_DAY})[,:]?\s+)?(?P<time>{_HOURS})\s*[:,;–—-]?\s+(?P<what>\S.*)", re.I)
_HOW = "viết như “08:00 Khai mạc” hoặc “08:00 – 09:30 Thảo luận”"
LEAP_YEAR = 2024


def short_programme(value: Any) -> Any:
    """Each entry as a group of keys, whichever way it was typed."""
    return [short_slot(entry) for entry in ([value] if isinstance(value, str) else value)] if value else []


def short_slot(entry: Any) -> Any:
    if isinstance(entry, dict) and len(entry) == 1 and re.fullmatch(_HOURS, next(iter(entry))):
        entry = " ".join(map(only_text, *entry.items()))  # `08:00: Khai mạc`, which YAML takes for a key
    if not isinstance(entry, str):
        return entry
    line = one_line(entry)
    found = _SHORT.fullmatch(line)
    if found is None:
        shown = line if len(line) <= 40 else line[:39] + "…"
        raise ValueError(f"“{shown}” chưa có giờ ở đầu dòng; {_HOW}")
    return {key: text for key, text in found.groupdict().items() if text}


def hours(value: Any) -> str:
    """`8h` → `08:00`, `8h-9h30` → `08:00 – 09:30`"""
    text = one_line(value)
    if not re.fullmatch(_HOURS, text, re.I):
        raise ValueError(f"“{text}” không phải là giờ; {_HOW}")
    return " – ".join(f"{clock(part):%H:%M}" for part in re.findall(_CLOCK, text, re.I))


def clock(text: str) -> time:
    hour, minute = (int(part or 0) for part in re.split("[:hg]", text.lower()))
    if hour > 23 or minute > 59:
        raise ValueError(f"giờ {text} không có (một ngày chỉ từ 00:00 đến 23:59)")
    return time(hour, minute)


def day_and_month(value: Any) -> str:
    """`1/10` → `01/10`"""
    text = one_line(value)
    if not re.fullmatch(_DAY, text):
        raise ValueError(f"“{text}” không phải là ngày trong chương trình; viết ngày và tháng, ví dụ 02/10")
    day, month = map(int, text.split("/"))
    try:
        date(LEAP_YEAR, month, day)
    except ValueError as error:
        raise ValueError(f"ngày {text} không có trong lịch; viết ngày trước, tháng sau") from error
    return f"{day:02}/{month:02}"


def day_in(text: str, first: date) -> date:
    """The first such day from `first` on; `first` itself for an entry without one."""
    if not text:
        return first
    day, month = map(int, text.split("/"))
    years = (year for year in range(first.year, first.year + 9) if (month, day) != (2, 29) or leap(year))
    return next(found for year in years if (found := date(year, month, day)) >= first)


def leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def begins(hours: str, day: date) -> datetime:
    return datetime.combine(day, clock(hours[:5]), TIME_ZONE)
