"""What an item's own page says beyond its card."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from chuyenmuc.content.fields import Kind
from chuyenmuc.content.headings import headings
from chuyenmuc.content.items import Item, own_keys
from chuyenmuc.site.views import files, places, sharing
from chuyenmuc.site.views.qr import drawing
from chuyenmuc.site.views.viewer import View, Viewer
from chuyenmuc.vietnamese.dates import short
from chuyenmuc.vietnamese.numbers import file_size
from chuyenmuc.vietnamese.text import folded_words
from chuyenmuc.vietnamese.unbroken import in_html

A_MINUTE = 240
LONG_WORDS, LONG_HEADINGS = 500, 3
TARGETS = re.compile(r"\]\([^()]*\)|<[^<>]*>|https?://\S+")
SYLLABLE = re.compile(r"[^\W_]+")
CAMPAIGN_SHOWS = 6
INTERNAL = frozenset({"tasks", "places", "identity"})  # for staff, on no page that readers see
# 1. · 1) · 1.2 · II. · a) · Phần 1: a heading that bears a number needs none from the map of its page.
OWN_NUMBER = re.compile(
    r"(?:\d+(?:\.\d+)*[.)/]|\d+\.\d+|[IVXLC]+[.)/]|[a-zđ][.)]"
    r"|(?:Phần|Chương|Mục|Điều|Bước|Bài) (?:\d+|[IVXLC]+))(?!\w)",
    re.I,
)


def about(viewer: Viewer, item: Item) -> View:
    agency = viewer.settings.agency.name
    words = syllables(item)
    return {
        "author": ", ".join(item.authors) or agency,
        "source": item.source or agency,
        "source_url": item.source_url,
        "reposted": bool(item.source_url) and item.kind is not Kind.FIGURE,
        "updated": viewer.moment(item.updated),
        "reading": reading_time(words),
        "contents": (entries := contents(item, words)),
        "contents_numbered": any(OWN_NUMBER.match(entry["title_html"]) for entry in entries),
        "tags": places.tags(item),
        "topics": places.topics(item),
        "audiences": places.audiences(item),
        "sponsors": ", ".join(sponsor.name for sponsor in item.sponsors),
        "cover": viewer.cover(item),
        "audio": files.audio(item),
        "attachments": files.attachments(item),
        "images": images(viewer, item),
        "preview_facts": preview_facts(viewer, item),
        "search_words": folded_words(item.title, item.description, item.body, *item.tags, *own_words(item)),
        "related": [viewer.card(other) for other in related(viewer, item)],
        "neighbours": neighbours(viewer, item),
        "library_url": viewer.library_url(item),
        "portrait": viewer.image(item, "facebook-doc"),
        "qr": drawing(sharing.address(viewer, item)),
    } | sharing.links(viewer, item)


def shown_items(viewer: Viewer, item: Item) -> list[Item]:
    """Other items of which the page tells."""
    return [*related(viewer, item), *(other for other in viewer.archive.neighbours(item) if other)]


def related(viewer: Viewer, item: Item) -> list[Item]:
    """A campaign leads to what it has published; others to the nearest in subject."""
    if item.kind is Kind.PAGE or item.place.is_front:  # its own page tells of more
        return []
    return viewer.archive.related(item, CAMPAIGN_SHOWS if item.kind is Kind.CAMPAIGN else 3)


def neighbours(viewer: Viewer, item: Item) -> View | None:
    newer, older = ((link(other) if other else None) for other in viewer.archive.neighbours(item))
    return {"newer": newer, "older": older} if newer or older else None


def link(item: Item) -> View:
    return {"title_html": in_html(item.title), "url": item.place.url}


def syllables(item: Item) -> int:
    return len(SYLLABLE.findall(TARGETS.sub(" ", item.body)))


def reading_time(words: int) -> str:
    """Minutes at 240 syllables a minute, rounded up: the lower end of how fast adults read Vietnamese in silence.

    What is read at a glance, under half a minute, is given none.
    """
    return f"{-(-words // A_MINUTE)} phút đọc" if words > A_MINUTE // 2 else ""


def contents(item: Item, words: int) -> list[View]:
    """Second-level headings of a long piece; a short one needs no map."""
    if words <= LONG_WORDS:
        return []
    found = [heading for heading in headings(item.body) if heading.level == 2]
    entries = [{"title_html": in_html(heading.title), "name": heading.name} for heading in found]
    return entries if len(entries) >= LONG_HEADINGS else []


def images(viewer: Viewer, item: Item) -> View | None:
    """The item's pictures for other channels: how many, and the lot in one file."""
    drawn = viewer.library.offered(item.place.key)
    kit = viewer.kits.get(item.place.key)
    if not drawn:
        return None
    packed = {"url": kit.url, "size": file_size(kit.bytes)} if kit else None
    return {"count": len(drawn), "url": viewer.library_url(item), "kit": packed}


def preview_facts(viewer: Viewer, item: Item) -> list[View]:
    """For whoever previews what readers do not see yet: where it stands and what is lacking."""
    if item.due(viewer.today):
        return []
    days = {"Ngày đăng": item.date, "Hẹn đăng": item.publish_at, "Gỡ khỏi trang": item.expires_at}
    facts = [("Tệp", item.place.name)]
    facts += [(label, short(when)) for label, when in days.items() if when]
    facts.append(("Người duyệt", item.approved_by or "chưa có"))
    return [{"label": label, "value": value} for label, value in facts]


def own_words(item: Item) -> list[str]:
    """What the keys of its kind hold, as running words."""
    return [text for key in own_keys(type(item)) if key not in INTERNAL for text in texts(getattr(item, key))]


def texts(value: object) -> Iterator[str]:
    """All that a value says, however deep: a block's entries, an answer's words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from texts(vars(value))
    elif isinstance(value, dict):
        yield from texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)
