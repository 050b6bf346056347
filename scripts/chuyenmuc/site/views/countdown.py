"""How far off a campaign is, in whole days of the day on which the site is made.

A page may be read long after that day: every number is told with the day from which it counts, and
`assets/js/chuyen-muc/59-dem-nguoc.js` counts on from the same days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from chuyenmuc.content.items import Campaign
from chuyenmuc.vietnamese.dates import day_of, short, weekday

View = dict[str, Any]

REMEMBERED = 90  # days for which a finished campaign still has a place on the front page
COMING, RUNNING, TODAY, OVER = "sap-toi", "dang-dien-ra", "hom-nay", "da-qua"


@dataclass(frozen=True)
class Days:
    """A campaign's first and last day, and the one that it leads up to, if it names one."""

    first: date
    last: date
    main: date | None

    @classmethod
    def of(cls, item: Campaign) -> Days | None:
        if item.first_day is None or item.last_day is None:
            return None
        main = day_of(item.day) if item.day else None
        known = [day for day in (item.first_day, item.last_day, main) if day]
        return cls(min(known), max(known), main)

    def state(self, today: date) -> str:
        if today == self.main:
            return TODAY
        if today > self.last:
            return OVER
        return RUNNING if today >= self.first else COMING

    @property
    def goal(self) -> date:
        return self.main or self.first


def countdown(item: Campaign, today: date) -> View | None:
    """`{state, number, unit, text, …}`; the number is set large. None for a campaign without days."""
    days = Days.of(item)
    if days is None:
        return None
    state = days.state(today)
    number, unit, text = counted(days, state, today)
    return {
        "state": state,
        "number": number,
        "unit": unit,
        "text": text,
        "more": more(days, state, today),
        "first": days.first.isoformat(),
        "day": days.main.isoformat() if days.main else "",
        "last": days.last.isoformat(),
    }


def counted(days: Days, state: str, today: date) -> tuple[int, str, str]:
    """The number, what it counts, and the whole in a sentence."""
    if state == COMING:
        left = (days.goal - today).days
        return left, "ngày nữa", f"Còn {left} ngày"
    if state == TODAY:
        return 0, "Hôm nay", f"Hôm nay, {short(today)}"
    if state == OVER:
        return 0, "Đã kết thúc", f"Đã kết thúc ngày {short(days.last)}"
    if days.main and today < days.main:
        left = (days.main - today).days
        return left, "ngày nữa", f"Đang diễn ra, còn {left} ngày đến ngày {short(days.main)}"
    left = (days.last - today).days
    if left:
        return left, "ngày còn lại", f"Đang diễn ra, còn {left} ngày"
    return 0, "Ngày cuối", "Đang diễn ra, hôm nay là ngày cuối"


def more(days: Days, state: str, today: date) -> str:
    """What keeps the number true when the page is read later."""
    if state == OVER:
        return f"ngày {short(days.last)}"
    if state == TODAY or today == days.last:
        return f"{weekday(today).replace('Thứ', 'thứ')}, {short(today)}"
    return f"tính từ ngày {short(today)}"


def foremost(campaigns: list[Campaign], today: date) -> Campaign | None:
    """The running campaign that ends first, else the next one, else one without days, else the last one past."""
    ranked = [(place, number, item) for number, item in enumerate(campaigns) if (place := rank(item, today))]
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def rank(item: Campaign, today: date) -> tuple[int, int] | None:
    days = Days.of(item)
    if days is None:
        return 2, 0
    if today < days.first:
        return 1, (days.first - today).days
    if today <= days.last:
        return 0, (days.last - today).days
    return (3, (today - days.last).days) if (today - days.last).days <= REMEMBERED else None
