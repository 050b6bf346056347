"""The register of documents: a table of all, and one for each issuer, type, year and state."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from urllib.parse import quote

from chuyenmuc.content.items import Document, Item
from chuyenmuc.content.links import local_file
from chuyenmuc.site.pages.listing import Listing, pagination
from chuyenmuc.site.pages.page import Loose, Page, Sheet
from chuyenmuc.site.pages.parts import HOME
from chuyenmuc.site.views import documents
from chuyenmuc.site.views.files import attachment_path
from chuyenmuc.site.views.graph import in_time
from chuyenmuc.site.views.viewer import View, Viewer
from chuyenmuc.vietnamese.dates import day_of
from chuyenmuc.vietnamese.numbers import file_size
from chuyenmuc.vietnamese.slugs import slugify

FOLDER, DATA = "tra-cuu-van-ban", "van-ban.js"
REGISTER = {"title": "Tra cứu văn bản", "url": f"{FOLDER}/"}
ABOUT = "Số, ký hiệu, cơ quan ban hành, ngày ban hành, hiệu lực và tệp của các văn bản trong chuyên mục."
ON_ONE_PAGE, PER_PAGE = 200, 100
# Each facet: its name, and the title of the page of one of its values.
FACETS = {
    "co-quan": ("Cơ quan ban hành", "Văn bản của {}"),
    "loai": ("Loại văn bản", "Loại văn bản: {}"),
    "nam": ("Năm ban hành", "Văn bản ban hành năm {}"),
    "hieu-luc": ("Hiệu lực", "Văn bản {}"),
}
TITLES_OF_STATES = {
    documents.IN_FORCE: "Văn bản còn hiệu lực",
    documents.NOT_YET: "Văn bản chưa có hiệu lực",
    documents.NO_LONGER: "Văn bản hết hiệu lực",
    documents.UNTOLD: "Văn bản chưa ghi hiệu lực",
}
FILE_TYPES = {
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf"), "Word"),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".csv"), "Excel"),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), "PowerPoint"),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".heic"), "Ảnh"),
}


@dataclass(frozen=True)
class Shelf:
    """Documents that share a value of a facet."""

    facet: str
    slug: str
    label: str
    documents: tuple[Document, ...]

    @property
    def path(self) -> str:
        return f"{FOLDER}/{self.facet}/{self.slug}"

    @property
    def title(self) -> str:
        return TITLES_OF_STATES[self.slug] if self.facet == "hieu-luc" else FACETS[self.facet][1].format(self.label)


@dataclass(frozen=True)
class Register:
    viewer: Viewer

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The newest first."""
        known = (item for item in self.viewer.archive.items if isinstance(item, Document))
        return tuple(sorted(known, key=in_time, reverse=True))

    @cached_property
    def keys(self) -> dict[str, dict[str, tuple[str, str]]]:
        """By the key of a document: for each facet the slug and the words of its value."""
        return {item.place.key: facets_of(self.viewer, item) for item in self.documents}

    @cached_property
    def shelves(self) -> dict[str, list[Shelf]]:
        return {facet: self.sorted(facet) for facet in FACETS}

    def sorted(self, facet: str) -> list[Shelf]:
        """Years from the latest, all else by how many documents there are."""
        found: dict[str, list[Document]] = {}
        labels: dict[str, str] = {}
        for item in self.documents:
            slug, label = self.keys[item.place.key][facet]
            found.setdefault(slug, []).append(item)
            labels.setdefault(slug, label)
        shelves = [Shelf(facet, slug, labels[slug], tuple(items)) for slug, items in found.items()]
        if facet == "nam":
            return sorted(shelves, key=lambda shelf: shelf.slug, reverse=True)
        return sorted(shelves, key=lambda shelf: (-len(shelf.documents), shelf.label))

    @cached_property
    def facets(self) -> list[View]:
        return [
            {
                "name": facet,
                "title": FACETS[facet][0],
                "values": [
                    {"slug": shelf.slug, "label": shelf.label, "url": f"{shelf.path}/", "count": len(shelf.documents)}
                    for shelf in shelves
                ],
            }
            for facet, shelves in self.shelves.items()
        ]

    @cached_property
    def rows(self) -> dict[str, View]:
        return {
            item.place.key: documents.row(self.viewer, item)
            | {"file": attachment(item), "keys": {name: slug for name, (slug, _) in self.keys[item.place.key].items()}}
            for item in self.documents
        }


def facets_of(viewer: Viewer, item: Document) -> dict[str, tuple[str, str]]:
    year, state = str(day_of(item.issued).year), documents.state(item, viewer.graph, viewer.today)
    return {
        "co-quan": (slugify(item.issuer) or "khac", item.issuer),
        "loai": (slugify(item.type) or "khac", documents.capital(item.type)),
        "nam": (year, year),
        "hieu-luc": (state, documents.STATES[state]),
    }


def document_pages(viewer: Viewer) -> Iterator[Page]:
    register = Register(viewer)
    told = json.dumps(register.facets, ensure_ascii=False)
    for number, part, last in parts_of(register.documents):
        make = partial(sheet, register, None, part, number, last)
        yield Page(file_of(FOLDER, number), ("so-van-ban", told, number, last, *made_of(viewer, part)), make)
    for shelf in (shelf for shelves in register.shelves.values() for shelf in shelves):
        for number, part, last in parts_of(shelf.documents):
            make = partial(sheet, register, shelf, part, number, last)
            known = ("so-van-ban", shelf.title, len(shelf.documents), len(register.documents), number, last)
            yield Page(file_of(shelf.path, number), (*known, *made_of(viewer, part)), make)


def document_files(viewer: Viewer) -> Iterator[Loose]:
    """All rows as data, for filtering a register of several pages in the browser."""
    register = Register(viewer)
    if len(register.documents) > ON_ONE_PAGE:
        yield Loose(f"{FOLDER}/{DATA}", made_of(viewer, register.documents), partial(data, register))


def data(register: Register) -> bytes:
    """A script rather than JSON: pages opened from a folder may fetch nothing."""
    known = ({key: value for key, value in row.items() if key != "abstract_html"} for row in register.rows.values())
    rows = json.dumps(list(known), ensure_ascii=False, separators=(",", ":"))
    return f"window.soVanBan={rows};\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def made_of(viewer: Viewer, part: tuple[Document, ...]) -> tuple[object, ...]:
    return tuple(piece for item in part for piece in row_made_of(viewer, item))


def row_made_of(viewer: Viewer, item: Document) -> tuple[object, ...]:
    """What a row of the table shows: the document, the size of its file, what replaces it."""
    return item, *(attachment(item) or {}).values(), *viewer.graph.replacing(item)


def page_made_of(viewer: Viewer, item: Item) -> tuple[object, ...]:
    """What a document's own page shows beside what every item's page does."""
    if not isinstance(item, Document):
        return ()
    return *(attachment(item) or {}).values(), *documents.shown_with(viewer, item)


def page_view(viewer: Viewer, item: Document) -> View:
    return documents.page(viewer, item) | {"file": attachment(item)}


def parts_of(items: tuple[Document, ...]) -> Iterator[tuple[int, tuple[Document, ...], int]]:
    size = PER_PAGE if len(items) > ON_ONE_PAGE else max(len(items), 1)
    last = max(-(-len(items) // size), 1)
    for number in range(1, last + 1):
        yield number, items[(number - 1) * size : number * size], last


def file_of(path: str, number: int) -> str:
    return f"{path}/index.md" if number == 1 else f"{path}/trang-{number}.md"


def sheet(register: Register, shelf: Shelf | None, part: tuple[Document, ...], number: int, last: int) -> Sheet:
    path = shelf.path if shelf else FOLDER
    heading = shelf.title if shelf else REGISTER["title"]
    count = len(shelf.documents if shelf else register.documents)
    whole = shelf is None
    meta: View = {
        "heading": heading,
        "count": count,
        "total": len(register.documents),
        "whole": whole,
        "facets": register.facets if whole and number == 1 else [],
        "filter": f"{FOLDER}/?{shelf.facet}={shelf.slug}" if shelf else "",
        "data": f"{FOLDER}/{DATA}" if whole and last > 1 else "",
        "rows": [register.rows[item.place.key] for item in part],
        "caption": caption(count, number, last),
        "pagination": pagination(Listing(path, "documents", heading, ABOUT, part), number, last),
        "breadcrumbs": [HOME] if whole else [HOME, REGISTER],
        "register": REGISTER,
    }
    title = heading if number == 1 else f"{heading} – trang {number}"
    described = ABOUT if whole else f"{heading}: {count} văn bản, mới ban hành xếp trước."
    return Sheet("documents.html", title, described, meta)


def caption(count: int, number: int, last: int) -> str:
    where = f", trang {number} trên {last}" if last > 1 else ""
    return f"{count} văn bản, mới ban hành xếp trước{where}"


def attachment(item: Document) -> View | None:
    target = local_file(item.place, item.file) if item.file else None
    if target is None or not target.is_file():
        return None
    return {
        "url": quote(attachment_path(item, target)),
        "name": target.name,
        "type": FILE_TYPES.get(target.suffix.lower(), target.suffix[1:].upper()),
        "size": file_size(target.stat().st_size),
    }
