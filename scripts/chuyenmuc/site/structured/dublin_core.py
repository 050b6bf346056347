"""Dublin Core, as Circular 24/2011/TT-BTTTT asks: six elements on every item and never empty, the rest where known."""

from __future__ import annotations

from chuyenmuc.content.fields import KIND_LABELS
from chuyenmuc.content.items import Document, Item
from chuyenmuc.site.structured.ld import LANGUAGE, absolute
from chuyenmuc.site.views.viewer import View, Viewer
from chuyenmuc.vietnamese.dates import iso

BETWEEN = "; "
MUST = ("title", "creator", "date", "description", "publisher", "identifier")


def elements(viewer: Viewer, item: Item) -> list[View]:
    agency = viewer.settings.agency.name
    cited = [number for numbers in item.relations.values() for number in numbers] if isinstance(item, Document) else []
    found = {
        "title": [item.title],
        "creator": item.authors or [agency],
        "date": [iso(item.date)],
        "description": [item.description],
        "publisher": [agency],
        "identifier": [absolute(viewer.settings, item.place.url) or item.place.url],
        "language": [LANGUAGE],
        "source": [item.source_url or item.source or agency],
        "contributor": [sponsor.name for sponsor in item.sponsors],
        "subject": item.tags,
        "type": [KIND_LABELS[item.kind]],
        "format": ["text/html"],
        "relation": cited,
    }
    return [{"name": name, "content": BETWEEN.join(values)} for name, values in found.items() if values]
