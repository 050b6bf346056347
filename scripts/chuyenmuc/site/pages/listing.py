"""One list of items, wherever it stands: its pages and its feeds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from chuyenmuc.channels.feeds import JSON_NAME, JSON_TYPE, RSS_NAME, RSS_TYPE
from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import Campaign, Event, Item
from chuyenmuc.images.library import Record
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import preview
from chuyenmuc.site.views.viewer import LINK_PREVIEW, WEB_COVER, View, Viewer
from chuyenmuc.vietnamese.dates import day_of, starts
from chuyenmuc.vietnamese.unbroken import in_html

SIZE = 24
AROUND = 2  # numbers on either side of the page that is open
FRONT = 4  # the newest item large and three beside each other
# Kinds whose words stand where others have a picture: a first page of these does not open with a large one.
NO_PICTURE = {Kind.EVENT, Kind.DOCUMENT, Kind.FIGURE, Kind.QUOTE, Kind.QUESTION, Kind.FACT_CHECK}


@dataclass(frozen=True)
class Listing:
    """`path` is where it stands, without slashes at its ends; `items` has the newest first.

    `label` says what the list is (“Từ khóa”); `inside` are links to narrower lists, `beside` to the ones next to it;
    `years` are campaigns of which each has a folder right below: they stand apart, above the others.
    """

    path: str
    what: str
    title: str
    description: str
    items: Sequence[Item]
    label: str = ""
    size: int = SIZE
    color: str = ""
    above: tuple[View, ...] = ()
    inside: tuple[View, ...] = ()
    beside: tuple[View, ...] = ()
    years: tuple[Campaign, ...] = ()

    @property
    def url(self) -> str:
        return f"{self.path}/"

    @property
    def full_title(self) -> str:
        return f"{self.label}: {self.title}" if self.label else self.title

    def page_url(self, number: int) -> str:
        return self.url if number == 1 else f"{self.path}/trang-{number}/"

    def page_file(self, number: int) -> str:
        return f"{self.path}/index.md" if number == 1 else f"{self.path}/trang-{number}.md"


def listing_pages(viewer: Viewer, listing: Listing) -> Iterator[Page]:
    apart = {item.place.key for item in listing.years}
    items = in_reading_order([item for item in listing.items if item.place.key not in apart], viewer.today)
    parts = [items[start : start + listing.size] for start in range(0, len(items), listing.size)] or [[]]
    told = words(listing)
    for number, part in enumerate(parts, 1):
        drawn = [record for item in part for record in pictures(viewer, item)]
        years = (each for front in listing.years for each in (front, *pictures(viewer, front))) if number == 1 else ()
        made_of = (*told, number, len(parts), len(items), *part, *drawn, *years)
        yield Page(listing.page_file(number), made_of, partial(sheet, viewer, listing, part, number, len(parts)))


def words(listing: Listing) -> tuple[str | int, ...]:
    """Every text that all pages of a list show."""
    links = (value for link in (*listing.above, *listing.inside, *listing.beside) for value in link.values())
    told = (listing.path, listing.what, listing.label, listing.title, listing.description, listing.color)
    return (*told, *links)


def pictures(viewer: Viewer, item: Item) -> list[Record]:
    """What a card may show of an item, and what the head of a page may."""
    drawn = viewer.library.by_item.get(item.place.key, {})
    return [record for name, record in drawn.items() if name.startswith((WEB_COVER, LINK_PREVIEW))]


def sheet(viewer: Viewer, listing: Listing, part: Sequence[Item], number: int, last: int) -> Sheet:
    meta: View = {
        "list": head(viewer, listing),
        "color": listing.color,
        "breadcrumbs": list(listing.above),
        "inside": list(listing.inside),
        "beside": list(listing.beside),
        "front": large(part) if number == 1 and not listing.years else 0,
        "shape": shape(part),
        "items": [viewer.card(item) for item in part],
        "years": [viewer.card(item) for item in listing.years] if number == 1 else [],
        "pagination": pagination(listing, number, last),
        "feeds": feed_links(viewer, listing.path, listing.full_title),
    }
    if listing.what == "section":
        meta["section"] = {"title": listing.title, "url": listing.url}
    meta |= preview(viewer, part[0]) if part else {}
    title = listing.full_title if number == 1 else f"{listing.full_title} – trang {number}"
    return Sheet("list.html", title, listing.description, meta)


def head(viewer: Viewer, listing: Listing) -> View:
    fed = bool(viewer.settings.site_url)
    return {
        "what": listing.what,
        "label": listing.label,
        "title": listing.title,
        "description_html": in_html(listing.description),
        "url": listing.url,
        "color": listing.color,
        "count": len(listing.items),
        "rss": f"{listing.url}{RSS_NAME}" if fed else "",
        "json": f"{listing.url}{JSON_NAME}" if fed else "",
    }


def feed_links(viewer: Viewer, path: str, title: str) -> list[View]:
    """What the head of a page says of its feeds. Feeds hold whole addresses: without the site's own there are none."""
    if not viewer.settings.site_url:
        return []
    at = f"{path}/" if path else ""
    name = f"{title} – {viewer.settings.site_name}" if path else viewer.settings.site_name
    return [
        {"title": f"{name} (RSS)", "url": f"{at}{RSS_NAME}", "type": RSS_TYPE},
        {"title": f"{name} (JSON)", "url": f"{at}{JSON_NAME}", "type": JSON_TYPE},
    ]


def in_reading_order(items: Sequence[Item], today: date) -> list[Item]:
    """The newest first; events by their own days instead: those to come, the nearest first, then those past."""
    events = [item for item in items if isinstance(item, Event)]
    if len(events) < len(items):
        return list(items)
    coming: list[Item] = []
    past: list[Item] = []
    for event in sorted(events, key=lambda event: starts(event.start)):
        (coming if day_of(event.end or event.start) >= today else past).append(event)
    return [*coming, *reversed(past)]


def large(part: Sequence[Item]) -> int:
    """How many items of a first page stand apart from its rows."""
    pictured = [item.kind not in NO_PICTURE for item in part[:FRONT]]
    if len(part) > FRONT and all(pictured):
        return FRONT
    return int(bool(pictured) and pictured[0] and len(part) > 1)


def shape(part: Sequence[Item]) -> str:
    """How rows stand: `two` beside each other where all have pictures, `mixed` where kinds would not line up."""
    kinds = {item.kind for item in part}
    if not kinds & NO_PICTURE:
        return "two"
    return "mixed" if len(kinds) > 1 else "one"


def pagination(listing: Listing, number: int, last: int) -> View:
    return {
        "number": number,
        "last": last,
        "newer": listing.page_url(number - 1) if number > 1 else "",
        "older": listing.page_url(number + 1) if number < last else "",
        "links": [link(listing, shown, number) for shown in numbers(number, last)],
    }


def link(listing: Listing, shown: int, number: int) -> View:
    """A number, or (0) the gap between two."""
    if not shown:
        return {"number": 0, "url": "", "current": False}
    return {"number": shown, "url": listing.page_url(shown), "current": shown == number}


def numbers(number: int, last: int) -> list[int]:
    """The first, the last and those around the page that is open; 0 where two numbers or more are left out."""
    near = {1, last, *range(max(number - AROUND, 1), min(number + AROUND, last) + 1)}
    near |= {2} if 3 in near else set()  # a gap never hides a single number
    near |= {last - 1} if last - 2 in near and last > 2 else set()
    shown: list[int] = []
    for each in sorted(near):
        if shown and each - shown[-1] > 1:
            shown.append(0)
        shown.append(each)
    return shown
