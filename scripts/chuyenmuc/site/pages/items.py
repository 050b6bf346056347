"""An item's own page."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import Campaign, Document, Event, Infographic, Item, Section
from chuyenmuc.site.pages import campaigns, documents, english, infographics, media
from chuyenmuc.site.pages.body import led_to, published_body
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME, preview
from chuyenmuc.site.pages.pictures import in_text, traces
from chuyenmuc.site.views import events
from chuyenmuc.site.views import item as about
from chuyenmuc.site.views.countdown import countdown
from chuyenmuc.site.views.viewer import WEB_COVER, Viewer

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
    return Page(item.place.page, tuple(made_of(viewer, item)), lambda: sheet(viewer, item))


def made_of(viewer: Viewer, item: Item) -> Iterator[object]:
    """Everything that the page tells of, and nothing else: an edit elsewhere leaves it as it is."""
    yield from (item, *way_to(viewer, item))
    for other in about.shown_items(viewer, item):
        yield from (other, other.place.section, *drawn(viewer, other, WEB_COVER))
    yield from led_to(item, viewer.archive)
    yield from traces(item, viewer.library)
    yield from drawn(viewer, item, *viewer.library.by_item.get(item.place.key, {}))
    if kit := viewer.kits.get(item.place.key):
        yield from (kit.url, kit.bytes)
    yield from documents.page_made_of(viewer, item)
    yield from media.made_of(item)
    yield from campaigns.made_of(viewer, item)


def drawn(viewer: Viewer, item: Item, *names: str) -> Iterator[str]:
    """Images as a page shows them."""
    records = viewer.library.by_item.get(item.place.key, {})
    for record in (records[name] for name in names if name in records):
        yield f"{record.url} {record.sha256} {record.alt}"


def way_to(viewer: Viewer, item: Item) -> list[Section]:
    """The sections above the item, the nearest last."""
    path = f"{item.place.section.path}/"
    own = item.place.section.path if item.place.is_front else ""
    above = [s for s in viewer.archive.sections if s.path not in ("", own) and path.startswith(f"{s.path}/")]
    return sorted(above, key=lambda section: section.path)


def sheet(viewer: Viewer, item: Item) -> Sheet:
    crumbs = [HOME, *({"title": section.title, "url": f"{section.path}/"} for section in way_to(viewer, item))]
    meta = viewer.card(item) | about.about(viewer, item) | preview(viewer, item) | {"breadcrumbs": crumbs}
    if isinstance(item, Document):
        meta["document"] = documents.page_view(viewer, item)
    if isinstance(item, Event):
        meta["event"] = events.page(item, viewer.today)
    if isinstance(item, Campaign) and item.whole:
        meta |= campaigns.head(viewer, item) | {"campaign": campaigns.page_view(viewer, item)}
    elif isinstance(item, Campaign):
        meta["countdown"] = countdown(item, viewer.today)
    if isinstance(item, Infographic):
        meta["infographic"] = infographics.page_view(viewer, item)
    if isinstance(item, media.KINDS):
        meta["media"] = media.page_view(viewer, item)
    meta |= english.within(item)
    body = published_body(item, viewer.archive, in_text(item, viewer.library))
    template = campaigns.TEMPLATE if campaigns.is_front(item) else TEMPLATES[item.kind]
    return Sheet(template, item.title, item.description, meta, body)
