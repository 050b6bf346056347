"""An item's own page."""

from __future__ import annotations

from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import Document, Item
from chuyenmuc.content.links import local_file
from chuyenmuc.site.pages.body import published_body
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME, parents, preview
from chuyenmuc.site.views.viewer import View, Viewer
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


def item_page(viewer: Viewer, item: Item) -> Page:
    return Page(f"{item.place.key}.md", (item, *viewer.archive.items), lambda: sheet(viewer, item))


def sheet(viewer: Viewer, item: Item) -> Sheet:
    section = item.place.section
    crumbs = [HOME]
    if section.path:
        crumbs += [*parents(viewer, section), {"title": section.title, "url": f"{section.path}/"}]
    meta = viewer.card(item) | viewer.about(item) | preview(viewer, item) | {"breadcrumbs": crumbs}
    if isinstance(item, Document):
        meta["document"] |= viewer.document(item) | {"file": attachment(item)}
    body = published_body(item, viewer.archive)
    return Sheet(TEMPLATES[item.kind], item.title, item.description, meta, body)


def attachment(item: Document) -> View | None:
    target = local_file(item.place, item.file) if item.file else None
    if target is None:
        return None
    return {"url": f"{item.place.url}{target.name}", "name": target.name, "size": file_size(target.stat().st_size)}
