"""What templates print of an event: its day, how it stands, its programme, its results."""

from __future__ import annotations

from datetime import date
from typing import Any

from chuyenmuc.content.fields import Notice
from chuyenmuc.content.items import Event
from chuyenmuc.content.programme import day_in
from chuyenmuc.vietnamese.dates import day_of, iso, short, span, weekday
from chuyenmuc.vietnamese.unbroken import in_html

View = dict[str, Any]

ICS = "su-kien.ics"
# By state: of something that takes place, of a deadline.
PHASES = {
    "sap-toi": ("Sắp diễn ra", "Sắp đến hạn"),
    "dang-dien-ra": ("Đang diễn ra", "Đang trong hạn"),
    "da-qua": ("Đã diễn ra", "Đã hết hạn"),
    "hoan": ("Hoãn", "Lùi thời hạn"),
    "huy": ("Hủy", "Bỏ thời hạn"),
}
NOTICES = {Notice.POSTPONED: "hoan", Notice.CANCELLED: "huy"}
NOTES = {
    "hoan": "Sự kiện tạm hoãn, chưa diễn ra vào thời gian ghi dưới đây.",
    "huy": "Sự kiện không diễn ra nữa.",
}


def first_day(item: Event) -> date:
    return day_of(item.start)


def last_day(item: Event) -> date:
    return day_of(item.end or item.start)


def state(item: Event, today: date) -> str:
    if item.notice:
        return NOTICES[item.notice]
    if first_day(item) > today:
        return "sap-toi"
    return "da-qua" if last_day(item) < today else "dang-dien-ra"


def phase(item: Event, today: date) -> str:
    now = state(item, today)
    if item.deadline and now == "dang-dien-ra" and last_day(item) == today:
        return "Hạn chót hôm nay"
    return PHASES[now][item.deadline]


def event(item: Event, today: date) -> View:
    """For cards, rows and the leaf of the calendar."""
    first = first_day(item)
    return {
        "day": f"{first:%d}",
        "month": f"Tháng {first.month}",
        "year": str(first.year),
        "weekday": weekday(first),
        "when": span(item.start, item.end),
        "start_iso": iso(item.start),
        "end_iso": iso(item.end) if item.end else "",
        "location": item.location,
        "online_url": item.online_url,
        "state": state(item, today),
        "phase": phase(item, today),
        "past": last_day(item) < today,
        "deadline": item.deadline,
    }


def page(item: Event, today: date) -> View:
    """What its own page says beyond its card."""
    now = state(item, today)
    return event(item, today) | {
        "when": spelt(item),
        "left": left(item, today) if now == "sap-toi" else "",
        "note": NOTES.get(now, ""),
        "organiser": item.organiser,
        "programme": programme(item),
        "results_html": [in_html(result) for result in item.results],
        "results_url": item.results_url,
        "ics": f"{item.place.url}{ICS}",
    }


def spelt(item: Event) -> str:
    """Its time with the days of the week, those of both ends too."""
    first, last = first_day(item), last_day(item)
    if first == last:
        return span(item.start, item.end)
    edges = ((short(when), weekday(day)) for when, day in ((item.start, first), (item.end or item.start, last)))
    return " – ".join(f"{text} ({name.replace('Thứ', 'thứ').replace('Chủ', 'chủ')})" for text, name in edges)


def left(item: Event, today: date) -> str:
    days = (first_day(item) - today).days
    return "Ngày mai" if days == 1 else f"Còn {days} ngày"


def programme(item: Event) -> list[View]:
    """Its lines by day; a day without a heading is the only one."""
    days: dict[date, list[View]] = {}
    day = first_day(item)
    for slot in item.programme:
        day = day_in(slot.day, day)
        days.setdefault(day, []).append({"time": slot.time.replace(" –", "\u00a0–"), "what_html": in_html(slot.what)})
    several = len(days) > 1
    return [{"title": f"{weekday(day)}, {short(day)}" if several else "", "slots": days[day]} for day in days]
