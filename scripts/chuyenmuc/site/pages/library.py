"""The library of images and texts: the newest at its front, all by month and by section, and a page for each item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from chuyenmuc.content.items import Item
from chuyenmuc.images.library import CATALOGUE, FOLDER, Record
from chuyenmuc.site.pages.listing import Listing, pagination
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME, LIBRARY, preview
from chuyenmuc.site.views import downloads
from chuyenmuc.site.views.places import month_title
from chuyenmuc.site.views.viewer import View, Viewer

NEWEST, SIZE = 96, 48  # items of the front, and of each page behind it
BY_MONTH, BY_SECTION = f"{FOLDER}/thang", f"{FOLDER}/muc"
DESCRIPTION = "Ảnh và lời đăng của từng bài, đúng khổ từng kênh, sẵn sàng tải về."


def library_pages(viewer: Viewer) -> Iterator[Page]:
    ways = Ways.of(viewer)
    items = viewer.archive.stream
    front = Listing(FOLDER, "library", LIBRARY["title"], DESCRIPTION, items[:NEWEST], size=NEWEST, above=(HOME,))
    yield from shelf_pages(viewer, ways, front)
    for shelf in shelves(viewer):
        yield from shelf_pages(viewer, ways, shelf)
    for item in items:
        made_of = (item, *stocked(viewer, [item]), *viewer.use_kits.get(item.place.key, ()))
        yield Page(f"{FOLDER}/{item.place.key}.md", made_of, partial(stock, viewer, item))


@dataclass(frozen=True)
class Ways:
    """The links to every month and section: plain addresses, which need no script. Without counts: those would have
    all pages made anew with each item."""

    months: tuple[View, ...]
    sections: tuple[View, ...]

    @classmethod
    def of(cls, viewer: Viewer) -> Ways:
        archive = viewer.archive
        months = ({"title": month_title(month), "url": f"{BY_MONTH}/{month}/"} for month in archive.by_month)
        filled = (section for section in archive.ordered_sections if archive.within(section))
        sections = ({"title": section.title, "url": f"{BY_SECTION}/{section.path}/"} for section in filled)
        return cls(tuple(months), tuple(sections))

    def words(self) -> str:
        return "\n".join(value for link in (*self.months, *self.sections) for value in link.values())


def shelves(viewer: Viewer) -> Iterator[Listing]:
    archive, above = viewer.archive, (HOME, LIBRARY)
    for month, items in archive.by_month.items():
        yield Listing(f"{BY_MONTH}/{month}", "month", month_title(month), DESCRIPTION, items, size=SIZE, above=above)
    for section in archive.ordered_sections:
        items = archive.within(section)
        if items:
            path = f"{BY_SECTION}/{section.path}"
            yield Listing(path, "section", section.title, DESCRIPTION, items, size=SIZE, above=above)


def shelf_pages(viewer: Viewer, ways: Ways, shelf: Listing) -> Iterator[Page]:
    parts = [shelf.items[start : start + shelf.size] for start in range(0, len(shelf.items), shelf.size)] or [[]]
    for number, part in enumerate(parts, 1):
        shown = (shelf.path, shelf.title, number, len(parts), len(shelf.items), left_behind(viewer, shelf))
        made_of = (*shown, ways.words(), *part, *stocked(viewer, part))
        yield Page(shelf.page_file(number), made_of, partial(catalogue, viewer, ways, shelf, part, number, len(parts)))


def left_behind(viewer: Viewer, shelf: Listing) -> int:
    """How many items the front of the library does not show."""
    return len(viewer.archive.stream) - len(shelf.items) if shelf.what == "library" else 0


def stocked(viewer: Viewer, items: Sequence[Item]) -> Iterator[Record | str]:
    """The images of the items, and what their kits hold and weigh."""
    for item in items:
        yield from downloads.records(viewer, item)
        kit = viewer.kits.get(item.place.key)
        if kit:
            yield f"{kit.url} {kit.bytes} {kit.source.name}"


def catalogue(viewer: Viewer, ways: Ways, shelf: Listing, part: Sequence[Item], number: int, last: int) -> Sheet:
    meta = downloads.index(viewer, part) | {
        "library": {"what": shelf.what, "title": shelf.title, "url": shelf.url, "count": len(shelf.items)},
        "older": left_behind(viewer, shelf),
        "ways": {"months": list(ways.months), "sections": list(ways.sections)},
        "catalogue": f"{FOLDER}/{CATALOGUE}",
        "breadcrumbs": list(shelf.above),
        "pagination": pagination(shelf, number, last),
    }
    title = LIBRARY["title"] if shelf.what == "library" else f"{LIBRARY['title']}: {shelf.title}"
    return Sheet("library.html", title if number == 1 else f"{title} – trang {number}", shelf.description, meta)


def stock(viewer: Viewer, item: Item) -> Sheet:
    meta = downloads.detail(viewer, item) | {"color": item.place.section.color, "breadcrumbs": [HOME, LIBRARY]}
    meta |= preview(viewer, item)
    title = f"Ảnh và lời đăng: {item.title}"
    return Sheet("library-item.html", title, item.description, meta)
