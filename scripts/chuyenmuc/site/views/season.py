"""The weeks of a campaign as the rows of a calendar, each day with what begins on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from chuyenmuc.content.campaign import Campaign
from chuyenmuc.content.items import Event
from chuyenmuc.site.views.countdown import Days
from chuyenmuc.site.views.events import first_day, last_day, state
from chuyenmuc.vietnamese.dates import starts

View = dict[str, Any]

MOST_WEEKS = 8  # so many are shown whole; of a longer season those that hold something
A_DAY, A_WEEK = timedelta(days=1), timedelta(days=7)


@dataclass(frozen=True)
class Season:
    days: Days | None
    events: Sequence[Event]
    today: date

    @property
    def edges(self) -> tuple[date, date]:
        """From its first day or event to its last."""
        first = [first_day(item) for item in self.events] + ([self.days.first] if self.days else [])
        last = [last_day(item) for item in self.events] + ([self.days.last] if self.days else [])
        return min(first), max(last)

    def mondays(self) -> list[date]:
        first, last = self.edges
        first, count = monday(first), ((monday(last) - monday(first)).days // 7) + 1
        every = [first + A_WEEK * number for number in range(count)]
        return every if count <= MOST_WEEKS else [start for start in every if self.holds(start)]

    def holds(self, start: date) -> bool:
        """Whether something begins or ends in that week."""
        marked = [day for item in self.events for day in (first_day(item), last_day(item))]
        marked += [day for day in (self.days.first, self.days.main, self.days.last) if day] if self.days else []
        return any(start <= day < start + A_WEEK for day in marked)


def weeks(front: Campaign, events: Sequence[Event], today: date) -> list[View]:
    season = Season(Days.of(front), events, today)
    found, before = [], None
    for start in season.mondays():
        left_out = (start - before).days // 7 - 1 if before else 0
        found.append({"gap": left_out, "days": [cell(season, start, start + A_DAY * n, n) for n in range(7)]})
        before = start
    return found


def monday(day: date) -> date:
    return day - A_DAY * day.weekday()


def cell(season: Season, start: date, day: date, place: int) -> View:
    days = season.days
    first_of_week = place == 0
    return {
        "day": f"{day.day}/{day.month}" if first_of_week or day.day == 1 else str(day.day),
        "iso": day.isoformat(),
        "today": day == season.today,
        "season": bool(days and days.first <= day <= days.last),
        "main": bool(days and day == days.main),
        "marks": list(marks(days, day)) if days else [],
        "events": [entry(item, day) for item in season.events if day == max(first_day(item), start) <= last_day(item)],
    }


def marks(days: Days, day: date) -> Iterator[str]:
    if day == days.main:
        yield "Ngày chính"
    if days.first != days.last:
        if day == days.first:
            yield "Bắt đầu cao điểm"
        if day == days.last and day != days.main:
            yield "Kết thúc cao điểm"


def entry(item: Event, day: date) -> View:
    """An event where it begins, and again where it goes on into another week."""
    begins = day == first_day(item)
    hour = f"{starts(item.start):%H:%M}" if begins and isinstance(item.start, datetime) else ""
    until = last_day(item)
    return {
        "title": item.title,
        "url": item.place.url,
        "time": hour,
        "until": f"đến {until.day:02}/{until.month:02}" if until > day else "",
        "goes_on": not begins,
        "off": state(item, day) in {"hoan", "huy"},
    }
