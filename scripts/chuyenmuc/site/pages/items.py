"""An item's own page."""

from __future__ import annotations

from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import Document, Event, Item
from chuyenmuc.site.pages import documents, media
from chuyenmuc.site.pages.body import published_body
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME, parents, preview
from chuyenmuc.site.views import events
from chuyenmuc.site.views.viewer import Viewer

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
    Kind.VIDEO: "video.html",
    Kind.PODCAST: "podcast.html",
    Kind.SLIDES: "slides.html",
    Kind.ALBUM: "album.html",
    Kind.PAGE: "page.html",
}


def item_page(viewer: Viewer, item: Item) -> Page:
    made_of = (item, *viewer.archive.items, *documents.page_made_of(viewer, item), *media.made_of(item))
    return Page(f"{item.place.key}.md", made_of, lambda: sheet(viewer, item))


def sheet(viewer: Viewer, item: Item) -> Sheet:
    section = item.place.section
    crumbs = [HOME]
    if section.path:
        crumbs += [*parents(viewer, section), {"title": section.title, "url": f"{section.path}/"}]
    meta = viewer.card(item) | viewer.about(item) | preview(viewer, item) | {"breadcrumbs": crumbs}
    if isinstance(item, Document):
        meta["document"] = documents.page_view(viewer, item)
    if isinstance(item, Event):
        meta["event"] = events.page(item, viewer.today)
    if isinstance(item, media.KINDS):
        meta["media"] = media.page_view(viewer, item)
    body = published_body(item, viewer.archive)
    return Sheet(TEMPLATES[item.kind], item.title, item.description, meta, body)
