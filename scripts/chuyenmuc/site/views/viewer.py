"""What templates print of an item: texts, days and addresses, ready made. No template computes anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from chuyenmuc.channels.kit import Kit
from chuyenmuc.content.agency import Settings
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import KIND_LABELS, Status
from chuyenmuc.content.items import Campaign, Document, Event, Infographic, Item, Section
from chuyenmuc.images.library import FOLDER, Library
from chuyenmuc.site.views import documents, events, front, infographic, media
from chuyenmuc.site.views.graph import Graph
from chuyenmuc.site.views.kinds import special
from chuyenmuc.site.views.pictures import variants
from chuyenmuc.site.views.slogans import bound
from chuyenmuc.vietnamese.dates import When, day_of, iso, short
from chuyenmuc.vietnamese.unbroken import in_html

if TYPE_CHECKING:
    from chuyenmuc.campaigns.kits.packs import UseKit

View = dict[str, Any]

WEB_COVER, LINK_PREVIEW = "bia-trang", "facebook-lien-ket"


@dataclass(frozen=True)
class Viewer:
    """Makes views of one archive on one day."""

    archive: Archive
    library: Library
    settings: Settings
    today: date
    kits: Mapping[str, Kit] = field(default_factory=dict)
    use_kits: Mapping[str, tuple[UseKit, ...]] = field(default_factory=dict)
    preview: bool = False
    """Whether staff alone look at it."""

    @cached_property
    def graph(self) -> Graph:
        """Which document stands on which."""
        return Graph.of(self.archive)

    def library_url(self, item: Item) -> str:
        return f"{FOLDER}/{item.place.url}"

    def moment(self, when: When | None) -> View | None:
        return {"iso": iso(when), "text": short(when)} if when else None

    def image(self, item: Item, name: str) -> View | None:
        record = self.library.by_item.get(item.place.key, {}).get(name)
        if record is None:
            return None
        alt = item.cover.alt if item.cover and name == WEB_COVER else record.alt
        lighter = variants(self.library.web.get(record.url, ()))
        return {"url": record.url, "width": record.width, "height": record.height, "alt": alt, "variants": lighter}

    def card(self, item: Item) -> View:
        section = self.shelf(item)
        return {
            "title": item.title,
            "title_html": self.title_html(item),
            "url": item.place.url,
            "description": item.description,
            "description_html": in_html(item.description),
            "date": self.moment(item.date),
            "kind": item.kind.value,
            "kind_label": KIND_LABELS[item.kind],
            "kind_differs": item.place.section.kind not in {item.kind, None},
            "section": {"title": section.title, "url": f"{section.path}/"} if section and section.path else None,
            "color": item.place.section.color,
            "image": self.image(item, WEB_COVER),
            "sample": item.sample,
            "draft": not item.due(self.today),
            "status_note": self.status_note(item),
        } | self.extra(item)

    def title_html(self, item: Item) -> str:
        """That of a campaign is set large and read from afar: no name in it is broken."""
        names = self.settings.agency.names
        return bound(item.title, names) if isinstance(item, Campaign) else in_html(item.title)

    def shelf(self, item: Item) -> Section | None:
        """Where readers find the item beside others; that of a folder's own page is the one above it."""
        section = item.place.section
        if not item.place.is_front:
            return section
        above = section.path.rpartition("/")[0]
        return self.sections.get(above)

    @cached_property
    def sections(self) -> dict[str, Section]:
        return {section.path: section for section in self.archive.sections}

    def extra(self, item: Item) -> View:
        match item:
            case Event():
                return {"event": self.event(item)}
            case Document():
                return {"document": documents.card(item)}
            case Infographic():
                return {"figures": infographic.headline(item)}
            case Campaign():
                told = {"messages": item.messages, "period": front.days(item)}
                themed = item.whole and self.archive.has_themes(item)
                return told | ({"front": front.summary(item, self.today, themed=themed)} if item.whole else {})
        return special(item) or media.extra(item)

    def event(self, item: Event) -> View:
        return events.event(item, self.today)

    def cover(self, item: Item) -> View | None:
        """A photo with its credit. A drawn cover says nothing to a reader: its text alternative stays empty."""
        image = self.image(item, WEB_COVER)
        if image and item.cover:
            return image | {"credit": item.cover.credit, "caption": item.cover.told, "drawn": False}
        return image | {"credit": "", "caption": "", "alt": "", "drawn": True} if image else None

    def status_note(self, item: Item) -> str:
        if item.due(self.today):
            return ""
        notes = {Status.DRAFT: "Bản nháp", Status.REVIEW: "Chờ duyệt"}
        if item.status in notes:
            return notes[item.status]
        begins = item.publish_at or item.date
        return f"Hẹn đăng {short(begins)}" if day_of(begins) > self.today else "Đã hết hạn đăng"
