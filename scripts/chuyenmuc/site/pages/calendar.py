"""The calendar: months to come as tables, every year as a list, and files that telephones subscribe to."""

from __future__ import annotations

import calendar as weeks
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from chuyenmuc.channels.calendar import calendar as ics
from chuyenmuc.content.items import Event
from chuyenmuc.site.pages.page import Loose, Page, Sheet
from chuyenmuc.site.pages.parts import HOME
from chuyenmuc.site.views import events
from chuyenmuc.site.views.agenda import agenda_entry
from chuyenmuc.site.views.viewer import View, Viewer
from chuyenmuc.vietnamese.dates import starts, weekday

FOLDER, FILE = "lich", "lich.ics"
CALENDAR = {"title": "Lịch sự kiện", "url": f"{FOLDER}/"}
ABOUT = "Sự kiện, đợt cao điểm và thời hạn theo tháng; đăng ký một lần để lịch tự cập nhật trên điện thoại, máy tính."
MOST_MONTHS, MOST_YEARS = 12, 10
DAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
FULL_DAYS = tuple(weekday(date(2024, 1, day)) for day in range(1, 8))  # 1 January 2024 was a Monday
WEEK = [{"short": short, "full": full} for short, full in zip(DAYS, FULL_DAYS, strict=True)]
Month = tuple[int, int]


@dataclass(frozen=True)
class Agenda:
    viewer: Viewer

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """By their first day."""
        known = (item for item in self.viewer.archive.items if isinstance(item, Event))
        return tuple(sorted(known, key=lambda item: (starts(item.start), item.place.key)))

    @property
    def this_month(self) -> Month:
        return self.viewer.today.year, self.viewer.today.month

    @cached_property
    def months(self) -> dict[Month, list[Event]]:
        """Those from this month on that have events, the next twelve of them."""
        found: dict[Month, list[Event]] = {}
        for item in self.events:
            for month in months_of(item, self.this_month):
                found.setdefault(month, []).append(item)
        return {month: found[month] for month in sorted(found)[:MOST_MONTHS]}

    @cached_property
    def years(self) -> dict[int, list[Event]]:
        found: dict[int, list[Event]] = {}
        for item in self.events:
            first, last = events.first_day(item).year, events.last_day(item).year
            for year in range(first, min(last, first + MOST_YEARS) + 1):
                found.setdefault(year, []).append(item)
        return {year: found[year] for year in sorted(found, reverse=True)}


def months_of(item: Event, since: Month) -> Iterator[Month]:
    """The months that an event touches, from one month on, at most as many as a page shows."""
    first, last = events.first_day(item), events.last_day(item)
    month = max((first.year, first.month), since)
    for _ in range(MOST_MONTHS):
        if month > (last.year, last.month):
            return
        yield month
        month = (month[0] + month[1] // 12, month[1] % 12 + 1)


def calendar_pages(viewer: Viewer) -> Iterator[Page]:
    agenda = Agenda(viewer)
    years = tuple(agenda.years)
    shown = tuple(dict.fromkeys(item.place.key for items in agenda.months.values() for item in items))
    by_key = {item.place.key: item for item in agenda.events}
    counts = " ".join(f"{year}:{len(items)}" for year, items in agenda.years.items())
    made_of = ("lich", str(viewer.today), counts, *(by_key[key] for key in shown))
    yield Page(f"{FOLDER}/index.md", made_of, partial(coming, agenda))
    for year, items in agenda.years.items():
        yield Page(f"{FOLDER}/{year}.md", ("lich", year, *years, *items), partial(of_year, agenda, year))


def calendar_files(viewer: Viewer) -> Iterator[Loose]:
    agenda, settings = Agenda(viewer), viewer.settings
    name = f"Lịch sự kiện – {settings.site_name}"
    yield Loose(f"{FOLDER}/{FILE}", ("lich", *agenda.events), partial(ics, agenda.events, settings, name))
    for item in agenda.events:
        yield Loose(f"{item.place.url}{events.ICS}", (item,), partial(ics, (item,), settings))


def coming(agenda: Agenda) -> Sheet:
    meta: View = {
        "months": [month_view(agenda, month, items) for month, items in agenda.months.items()],
        "years": [
            {"year": year, "url": f"{FOLDER}/{year}/", "count": len(items)} for year, items in agenda.years.items()
        ],
        "subscribe": addresses(agenda.viewer),
        "week": WEEK,
        "breadcrumbs": [HOME],
    }
    return Sheet("calendar.html", CALENDAR["title"], ABOUT, meta)


def addresses(viewer: Viewer) -> View:
    """Where the calendar is to be fetched; a site without an address of its own offers the file alone."""
    file = f"{FOLDER}/{FILE}"
    whole = viewer.settings.site_url and viewer.settings.site_url + file
    return {"file": file, "https": whole, "webcal": whole and f"webcal://{whole.partition('://')[2]}"}


def of_year(agenda: Agenda, year: int) -> Sheet:
    months: dict[Month, list[Event]] = {}
    for item in agenda.years[year]:
        first = events.first_day(item)
        months.setdefault((year, first.month if first.year == year else 1), []).append(item)
    years = list(agenda.years)
    place = years.index(year)
    meta: View = {
        "year": year,
        "months": [
            {"title": month_title(month), "anchor": anchor(month), "events": entries(agenda, month, items)}
            for month, items in sorted(months.items())
        ],
        "newer": year_link(years[place - 1]) if place else None,
        "older": year_link(years[place + 1]) if place + 1 < len(years) else None,
        "breadcrumbs": [HOME, CALENDAR],
    }
    count = len(agenda.years[year])
    return Sheet("calendar.html", f"Lịch sự kiện năm {year}", f"{count} sự kiện và thời hạn của năm {year}.", meta)


def year_link(year: int) -> View:
    return {"year": year, "url": f"{FOLDER}/{year}/"}


def month_view(agenda: Agenda, month: Month, items: list[Event]) -> View:
    return {
        "title": month_title(month),
        "anchor": anchor(month),
        "weeks": [[cell(agenda, day, month, items) for day in week] for week in days_of(month)],
        "events": entries(agenda, month, items),
    }


def month_title(month: Month) -> str:
    return f"Tháng {month[1]}/{month[0]}"


def anchor(month: Month) -> str:
    return f"thang-{month[0]}-{month[1]:02}"


def days_of(month: Month) -> list[list[date]]:
    return weeks.Calendar().monthdatescalendar(*month)


def cell(agenda: Agenda, day: date, month: Month, items: list[Event]) -> View:
    """A day of the table; one of another month stays empty, one with events leads to the first of them."""
    if day.month != month[1]:
        return {"day": ""}
    today = {"day": day.day, "iso": day.isoformat(), "today": day == agenda.viewer.today}
    held = [item for item in items if events.first_day(item) <= day <= events.last_day(item)]
    if not held:
        return today | {"anchor": "", "told": "", "begins": False}
    begins = [item for item in held if events.first_day(item) == day]
    first = (begins or held)[0]
    told = f"{day.day}/{day.month}: " + "; ".join(item.title for item in begins or held)
    return today | {"anchor": entry_anchor(month, first), "told": told, "begins": bool(begins)}


def entry_anchor(month: Month, item: Event) -> str:
    return f"{anchor(month)}-{item.place.key.replace('/', '-')}"


def entries(agenda: Agenda, month: Month, items: list[Event]) -> list[View]:
    return [agenda_entry(agenda.viewer, item, entry_anchor(month, item)) for item in items]
