"""The pages of the site: for each its file, its front matter (all that its template prints) and its Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import Document, Event, Item, Section
from chuyenmuc.content.links import local_file
from chuyenmuc.images.library import CATALOGUE, FOLDER
from chuyenmuc.site import downloads
from chuyenmuc.site.body import published_body
from chuyenmuc.site.views import LINK_PREVIEW, View, Viewer
from chuyenmuc.vietnamese.dates import day_of, starts
from chuyenmuc.vietnamese.numbers import file_size

TEMPLATES = {
    Kind.NEWS: "article.html",
    Kind.FEATURE: "article.html",
    Kind.EVENT: "event.html",
    Kind.INFOGRAPHIC: "infographic.html",
    Kind.DOCUMENT: "document.html",
    Kind.CAMPAIGN: "campaign.html",
    Kind.QUOTE: "quote.html",
    Kind.FIGURE: "figure.html",
    Kind.QUESTION: "question.html",
    Kind.MODEL: "exemplar.html",
    Kind.FACT_CHECK: "fact-check.html",
    Kind.LESSON: "lesson.html",
    Kind.MESSAGE: "message.html",
}
HOME = {"title": "Trang chủ", "url": ""}
LIBRARY = {"title": "Kho tư liệu truyền thông", "url": f"{FOLDER}/"}


@dataclass(frozen=True)
class Page:
    path: str
    template: str
    title: str
    description: str
    meta: View = field(default_factory=dict)
    body: str = ""

    def front_matter(self) -> View:
        head: View = {"template": self.template, "title": self.title, "description": self.description}
        head |= {"hide": ["navigation", "toc"]}
        return head | self.meta


def pages(viewer: Viewer) -> Iterator[Page]:
    yield home(viewer)
    for section in viewer.archive.ordered_sections:
        yield from section_pages(viewer, section)
    for item in viewer.archive.items:
        yield item_page(viewer, item)
    yield from library_pages(viewer)


def home(viewer: Viewer) -> Page:
    archive = viewer.archive
    of_kind = {kind: [item for item in archive.newest if item.kind is kind] for kind in Kind}
    reading = [item for item in archive.newest if item.kind in {Kind.NEWS, Kind.FEATURE}]
    meta = {
        "lead": viewer.card(reading[0]) if reading else None,
        "latest": [viewer.card(item) for item in reading[1:7]],
        "events": [viewer.card(event) for event in archive.upcoming(viewer.today)[:3]],
        "documents": [viewer.card(item) for item in of_kind[Kind.DOCUMENT][:5]],
        "infographics": [viewer.card(item) for item in of_kind[Kind.INFOGRAPHIC][:4]],
        "campaign": viewer.card(of_kind[Kind.CAMPAIGN][0]) if of_kind[Kind.CAMPAIGN] else None,
        "sections": [section_view(viewer, section) for section in archive.ordered_sections],
        "sample": any(item.sample for item in archive.items),
    }
    meta |= preview(viewer, reading[0]) if reading else {}
    description = f"{viewer.settings.site_name} – {viewer.settings.agency.name}"
    return Page("index.md", "home.html", viewer.settings.site_name, description, meta)


def section_view(viewer: Viewer, section: Section) -> View:
    return {
        "title": section.title,
        "description": section.description,
        "url": f"{section.path}/",
        "color": section.color,
        "count": len(viewer.archive.within(section)),
    }


def section_pages(viewer: Viewer, section: Section) -> Iterator[Page]:
    items = in_reading_order(viewer.archive.within(section), viewer.today)
    size = section.per_page
    parts = [items[start : start + size] for start in range(0, len(items), size)] or [[]]
    for number, part in enumerate(parts, 1):
        meta = {
            "section": section_view(viewer, section),
            "color": section.color,
            "breadcrumbs": [HOME, *parents(viewer, section)],
            "items": [viewer.card(item) for item in part],
            "pagination": pagination(section, number, len(parts)),
        }
        meta |= preview(viewer, part[0]) if part else {}
        title = section.title if number == 1 else f"{section.title} – trang {number}"
        yield Page(f"{list_path(section, number)}.md", "list.html", title, section.description, meta)


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


def parents(viewer: Viewer, section: Section) -> list[View]:
    above = [other for other in viewer.archive.sections if other.path and section.path.startswith(f"{other.path}/")]
    return [{"title": other.title, "url": f"{other.path}/"} for other in sorted(above, key=lambda other: other.path)]


def preview(viewer: Viewer, item: Item) -> View:
    return {"preview": viewer.image(item, LINK_PREVIEW)}


def item_page(viewer: Viewer, item: Item) -> Page:
    section = item.place.section
    crumbs = [HOME]
    if section.path:
        crumbs += [*parents(viewer, section), {"title": section.title, "url": f"{section.path}/"}]
    meta = viewer.card(item) | viewer.about(item) | preview(viewer, item) | {"breadcrumbs": crumbs}
    if isinstance(item, Document):
        meta["document"] |= viewer.document(item) | {"file": attachment(item)}
    body = published_body(item, viewer.archive)
    return Page(f"{item.place.key}.md", TEMPLATES[item.kind], item.title, item.description, meta, body)


def attachment(item: Document) -> View | None:
    target = local_file(item.place, item.file) if item.file else None
    if target is None:
        return None
    return {"url": f"{item.place.url}{target.name}", "name": target.name, "size": file_size(target.stat().st_size)}


def library_pages(viewer: Viewer) -> Iterator[Page]:
    sections = [section_view(viewer, section) for section in viewer.archive.ordered_sections]
    meta = downloads.index(viewer) | {"sections": sections, "catalogue": f"{FOLDER}/{CATALOGUE}", "breadcrumbs": [HOME]}
    description = "Ảnh và lời đăng của từng bài, đúng khổ từng kênh, sẵn sàng tải về."
    yield Page(f"{FOLDER}/index.md", "library.html", LIBRARY["title"], description, meta)
    for item in viewer.archive.items:
        yield library_item_page(viewer, item)


def library_item_page(viewer: Viewer, item: Item) -> Page:
    meta = downloads.detail(viewer, item) | {"color": item.place.section.color, "breadcrumbs": [HOME, LIBRARY]}
    meta |= preview(viewer, item)
    title = f"Ảnh và lời đăng: {item.title}"
    return Page(f"{FOLDER}/{item.place.key}.md", "library-item.html", title, item.description, meta)
