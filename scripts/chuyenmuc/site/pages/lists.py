"""Lists of items, in pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from chuyenmuc.content.items import Event, Item, Section
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME, parents, preview, section_view
from chuyenmuc.site.views.viewer import View, Viewer
from chuyenmuc.vietnamese.dates import day_of, starts


def section_pages(viewer: Viewer, section: Section) -> Iterator[Page]:
    items = in_reading_order(viewer.archive.within(section), viewer.today)
    size = section.per_page
    parts = [items[start : start + size] for start in range(0, len(items), size)] or [[]]
    for number, part in enumerate(parts, 1):
        made_of = (section, number, len(parts), *part)
        make = partial(sheet, viewer, section, part, number, len(parts))
        yield Page(f"{list_path(section, number)}.md", made_of, make)


def sheet(viewer: Viewer, section: Section, part: list[Item], number: int, last: int) -> Sheet:
    meta = {
        "section": section_view(viewer, section),
        "color": section.color,
        "breadcrumbs": [HOME, *parents(viewer, section)],
        "items": [viewer.card(item) for item in part],
        "pagination": pagination(section, number, last),
    }
    meta |= preview(viewer, part[0]) if part else {}
    title = section.title if number == 1 else f"{section.title} – trang {number}"
    return Sheet("list.html", title, section.description, meta)


def in_reading_order(items: list[Item], today: date) -> list[Item]:
    """The newest first; events by their own days instead: those to come, the nearest first, then those past."""
    if not all(isinstance(item, Event) for item in items):
        return items
    events = [item for item in items if isinstance(item, Event)]
    by_start = sorted(events, key=lambda event: starts(event.start))
    coming = [event for event in by_start if day_of(event.end or event.start) >= today]
    past = [event for event in by_start if event not in coming]
    return [*coming, *reversed(past)]


def list_path(section: Section, number: int) -> str:
    return f"{section.path}/index" if number == 1 else f"{section.path}/trang-{number}"


def list_url(section: Section, number: int) -> str:
    return f"{section.path}/" if number == 1 else f"{section.path}/trang-{number}/"


def pagination(section: Section, number: int, last: int) -> View:
    return {
        "number": number,
        "last": last,
        "previous": list_url(section, number - 1) if number > 1 else "",
        "next": list_url(section, number + 1) if number < last else "",
        "links": [{"number": n, "url": list_url(section, n), "current": n == number} for n in range(1, last + 1)],
    }
