"""English summaries, for readers abroad: a page each, and their list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from chuyenmuc.channels.feeds import MOST, Feed
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.base import English
from chuyenmuc.content.items import Item
from chuyenmuc.site.pages.listing import SIZE, Listing, feed_links, pagination
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME, preview
from chuyenmuc.site.views.viewer import View, Viewer
from chuyenmuc.vietnamese.dates import day_of, iso

FOLDER = "en"
TITLE = "In English"
ABOUT = "News on science and technology, innovation and digital transformation, in short. Full texts are in Vietnamese."
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def english_pages(viewer: Viewer) -> Iterator[Page]:
    told = summarised(viewer.archive)
    if not told:
        return
    listing = Listing(FOLDER, "english", TITLE, ABOUT, [item for item, _ in told])
    parts = [told[start : start + SIZE] for start in range(0, len(told), SIZE)]
    for number, part in enumerate(parts, 1):
        made_of = (number, len(parts), *(item for item, _ in part))
        yield Page(listing.page_file(number), made_of, partial(list_sheet, viewer, listing, part, number, len(parts)))
    for item, english in told:
        yield Page(f"{FOLDER}/{item.place.key}.md", (item,), partial(sheet, viewer, item, english))


def summarised(archive: Archive) -> list[tuple[Item, English]]:
    return [(item, item.english) for item in archive.newest if item.english]


def edition(item: Item, english: English) -> Item:
    """The item as readers of English are given it, for feeds."""
    section = item.place.section
    moved = section.model_copy(update={"path": f"{FOLDER}/{section.path}".rstrip("/"), "title": TITLE})
    place = replace(item.place, section=moved)
    told = {"title": english.title, "description": english.summary, "place": place, "tags": [], "topics": []}
    return item.model_copy(update=told)


def url(item: Item) -> str:
    return f"{FOLDER}/{item.place.url}"


def alternates(item: Item) -> list[View]:
    """The same item in each language."""
    return [{"lang": "vi", "url": item.place.url}, {"lang": "en", "url": url(item)}]


def entry(item: Item, english: English) -> View:
    day = day_of(item.date)
    return {
        "title": english.title,
        "summary": english.summary,
        "url": url(item),
        "date": {"iso": iso(item.date), "text": f"{day.day} {MONTHS[day.month - 1]} {day.year}"},
        "sample": item.sample,
    }


def within(item: Item) -> View:
    """What the Vietnamese page says of the summary."""
    if item.english is None:
        return {}
    return {"english": entry(item, item.english), "alternates": alternates(item)}


def feed(archive: Archive) -> Feed | None:
    told = summarised(archive)[:MOST]
    return Feed(FOLDER, TITLE, ABOUT, [edition(item, english) for item, english in told], "en") if told else None


def list_sheet(viewer: Viewer, listing: Listing, part: list[tuple[Item, English]], number: int, last: int) -> Sheet:
    meta: View = {
        "english": [entry(item, english) for item, english in part],
        "agency": viewer.settings.agency.english_name,
        "breadcrumbs": [HOME],
        "pagination": pagination(listing, number, last),
        "feeds": feed_links(viewer, FOLDER, TITLE),
        "lang": "en",
    }
    title = TITLE if number == 1 else f"{TITLE} – page {number}"
    return Sheet("english.html", title, ABOUT, meta)


def sheet(viewer: Viewer, item: Item, english: English) -> Sheet:
    meta: View = entry(item, english) | {
        "original": {"title": item.title, "url": item.place.url},
        "agency": viewer.settings.agency.english_name,
        "breadcrumbs": [HOME, {"title": TITLE, "url": f"{FOLDER}/"}],
        "alternates": alternates(item),
        "lang": "en",
    }
    return Sheet("english-item.html", english.title, english.summary, meta | preview(viewer, item))
