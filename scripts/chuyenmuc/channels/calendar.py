"""Events as calendars that telephones and mail programs read (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from chuyenmuc.content.agency import TRIAL, Settings
from chuyenmuc.content.fields import Notice
from chuyenmuc.content.items import Campaign, Event, Item
from chuyenmuc.vietnamese.dates import TIME_ZONE, When, day_of, starts

if TYPE_CHECKING:
    import icalendar

ZONE = str(TIME_ZONE)
FIRST_DAY_OF_THE_ZONE = datetime(1975, 6, 13)  # no change of the clock since
STATUS = {Notice.CANCELLED: "CANCELLED", Notice.POSTPONED: "TENTATIVE", None: "CONFIRMED"}
TITLE = {Notice.CANCELLED: "[Hủy] ", Notice.POSTPONED: "[Hoãn] ", None: ""}
SAMPLE = "[Nội dung mẫu]"
SEASON = "Cao điểm"
NO_END = "chưa có trong thông báo"
OFTEN = timedelta(days=1)


def calendar(events: Iterable[Event], settings: Settings, name: str = "", front: Campaign | None = None) -> bytes:
    """One file for these events; `name` makes it a calendar to subscribe to; `front` adds a campaign's own days."""
    import icalendar  # slow to load, and few commands need it

    made = icalendar.Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//Chuyên mục//Lịch sự kiện//VI")
    made.add("calscale", "GREGORIAN")
    if name:
        name = settings.marked(name)
        made.add("name", name)
        made.add("x-wr-calname", name)
        made.add("x-wr-timezone", ZONE)
        made.add("refresh-interval", OFTEN, parameters={"VALUE": "DURATION"})
        made.add("x-published-ttl", "P1D")
    if settings.site_url:
        made.add("url", settings.site_url)
    made.add_component(zone())
    for told in (*(own_days(front, settings) if front else ()), *(values(event, settings) for event in events)):
        made.add_component(entry(told))
    written: bytes = made.to_ical()
    return written


def zone() -> icalendar.Timezone:
    import icalendar

    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", FIRST_DAY_OF_THE_ZONE)
    standard.add("tzname", "+07")
    offset = TIME_ZONE.utcoffset(None)
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    made = icalendar.Timezone()
    made.add("tzid", ZONE)
    made.add_component(standard)
    return made


def entry(told: Mapping[str, object]) -> icalendar.Event:
    import icalendar

    made = icalendar.Event()
    for name, value in told.items():
        if value not in (None, ""):
            made.add(name, value)
    return made


def values(event: Event, settings: Settings) -> dict[str, object]:
    first, last = edges(event.start, event.end)
    busy = isinstance(first, datetime) and not event.deadline and event.notice is None
    return stamps(event, settings) | {
        "summary": TITLE[event.notice] + event.title,
        "dtstart": first,
        "dtend": last,
        "status": STATUS[event.notice],
        "transp": "OPAQUE" if busy else "TRANSPARENT",
        "location": event.location,
        "url": settings.site_url and settings.site_url + event.place.url,
        "description": told(event, settings),
    }


def stamps(item: Item, settings: Settings, part: str = "") -> dict[str, object]:
    """Who the entry is, and which edition of itself."""
    changed = starts(item.updated or item.date)
    host = settings.site_url.partition("://")[2].partition("/")[0] or "chuyen-muc"
    return {
        "uid": f"{item.place.key}{part}@{host}",
        "dtstamp": changed.astimezone(UTC),
        "last-modified": changed.astimezone(UTC),
        "sequence": max(int((changed - starts(item.date)).total_seconds()) // 60, 0),
    }


def own_days(front: Campaign, settings: Settings) -> Iterator[dict[str, object]]:
    """A campaign's main day and, where it takes longer, the whole of it."""
    first, last, main = front.first_day, front.last_day, front.main_day
    if first is None or last is None or main is None:
        return
    page = settings.site_url and settings.site_url + front.place.url
    spans = [("", front.title, main, main)] if front.day or first == last else []
    spans += [("/cao-diem", f"{SEASON}: {front.title}", first, last)] if first != last else []
    for part, title, begins, ends in spans:
        yield stamps(front, settings, part) | {
            "summary": title,
            "dtstart": begins,
            "dtend": next_day(ends),
            "status": STATUS[None],
            "transp": "TRANSPARENT",
            "url": page,
            "description": said(front, settings, {"Xem thêm": page}),
        }


def edges(start: When, end: When | None) -> tuple[When, When | None]:
    """Both moments, or both days, the day after the last one as the standard asks.

    A moment on one side alone is met by the start or end of the other's day.
    """
    if not isinstance(start, datetime) and not isinstance(end, datetime):
        return start, day_of(end or start) + timedelta(days=1)
    first = starts(start)
    if isinstance(end, datetime):
        return first, starts(end)
    return first, starts(next_day(end)) if end else None


def next_day(day: date) -> date:
    return day + timedelta(days=1)


def told(event: Event, settings: Settings) -> str:
    facts = {
        "Giờ kết thúc": NO_END if endless(event) else "",
        "Đơn vị tổ chức": event.organiser,
        "Tham dự trực tuyến": event.online_url,
        "Chương trình": "".join(f"\n{line}" for line in programme(event)),
        "Kết quả": "".join(f"\n- {result}" for result in event.results),
        "Xem thêm": settings.site_url and settings.site_url + event.place.url,
    }
    return said(event, settings, facts)


def said(item: Item, settings: Settings, facts: Mapping[str, str]) -> str:
    lines = [item.description, *(f"{label}: {fact}" for label, fact in facts.items() if fact)]
    marks = [TRIAL] * settings.agency.trial + [SAMPLE] * item.sample
    return "\n".join([*marks, *lines]).replace(": \n", ":\n")


def endless(event: Event) -> bool:
    """An hour at which it begins and none at which it ends: the standard then shows it as a moment, ending at once.

    No length is made up for it; whoever opens the entry reads that the end is not known.
    """
    return isinstance(event.start, datetime) and event.end is None and not event.deadline


def programme(event: Event) -> list[str]:
    return [" ".join(part for part in (slot.day, slot.time, slot.what) if part) for slot in event.programme]
