"""How far off a campaign is, in whole days of the day on which the site is made."""

from __future__ import annotations

from datetime import date
from typing import Any

from chuyenmuc.content.items import Campaign
from chuyenmuc.vietnamese.dates import day_of, short

View = dict[str, Any]

REMEMBERED = 90  # days for which a finished campaign still has a place on the front page


def countdown(item: Campaign, today: date) -> View | None:
    """`{state, number, unit, text}`; the number is set large. None for a campaign without days."""
    if item.start is None:
        return None
    first, last = day_of(item.start), day_of(item.end or item.start)
    if today < first:
        days = (first - today).days
        return told("sap-toi", days, "ngày nữa", f"Còn {days} ngày")
    if today > last:
        return told("da-qua", 0, "", f"Đã kết thúc ngày {short(last)}")
    days = (last - today).days
    text = f"Đang diễn ra, còn {days} ngày" if days else "Đang diễn ra, hôm nay là ngày cuối"
    return told("dang-dien-ra", days, "ngày còn lại", text)


def told(state: str, number: int, unit: str, text: str) -> View:
    return {"state": state, "number": number, "unit": unit, "text": text}


def foremost(campaigns: list[Campaign], today: date) -> Campaign | None:
    """The running campaign that ends first, else the next one, else one without days, else the last one past."""
    ranked = [(place, number, item) for number, item in enumerate(campaigns) if (place := rank(item, today))]
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def rank(item: Campaign, today: date) -> tuple[int, int] | None:
    if item.start is None:
        return 2, 0
    first, last = day_of(item.start), day_of(item.end or item.start)
    if today < first:
        return 1, (first - today).days
    if today <= last:
        return 0, (last - today).days
    return (3, (today - last).days) if (today - last).days <= REMEMBERED else None
