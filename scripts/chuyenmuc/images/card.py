"""What a layout may print of an item."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chuyenmuc.content.agency import Agency
from chuyenmuc.content.fields import KIND_LABELS, Kind
from chuyenmuc.content.items import Campaign, Document, Event, Infographic, Item
from chuyenmuc.content.links import local_file
from chuyenmuc.vietnamese.dates import day_of, short, span, weekday

Values = dict[str, Any]


# Names that a layout may use: of every item, and of each kind beside them.
COMMON = (
    "title",
    "description",
    "section",
    "kind_label",
    "date",
    "agency",
    "short_name",
    "parent",
    "site_name",
    "sample",
    "photo",
)
OF_KIND: dict[str, tuple[str, ...]] = {
    Kind.EVENT: ("when", "location", "day", "month", "year", "weekday"),
    Kind.DOCUMENT: ("number", "type", "issuer", "issued", "abstract"),
    Kind.INFOGRAPHIC: ("figures",),
    Kind.CAMPAIGN: ("messages", "period"),
}


@dataclass(frozen=True)
class Card:
    """An item as data that travels to another process: texts, palette name, seed of its drawn cover, photo."""

    key: str
    kind: str
    palette: str
    topic: int
    values: Values = field(hash=False)
    photo: str = ""
    focus: tuple[float, float] = (0.5, 0.5)


def card(item: Item, agency: Agency, site_name: str) -> Card:
    photo = local_file(item.place, item.cover.src) if item.cover else None
    return Card(
        key=item.place.key,
        kind=item.kind.value,
        palette=item.place.section.color,
        topic=item.topics[0] if item.topics else 0,
        values=values(item, agency, site_name) | specific(item),
        photo=str(photo) if photo else "",
        focus=item.cover.focus if item.cover else (0.5, 0.5),
    )


def values(item: Item, agency: Agency, site_name: str) -> Values:
    return {
        "title": item.title,
        "description": item.description,
        "section": item.place.section.title,
        "kind_label": KIND_LABELS[item.kind],
        "date": short(day_of(item.date)),
        "agency": agency.name,
        "short_name": agency.short_name,
        "parent": agency.parent,
        "site_name": site_name,
        "sample": item.sample,
        "photo": bool(item.cover),
    }


def specific(item: Item) -> Values:
    match item:
        case Event():
            first = day_of(item.start)
            when = {"when": span(item.start, item.end), "location": item.location}
            return (
                when
                | {"day": f"{first:%d}", "month": f"Tháng {first.month}", "year": str(first.year)}
                | {"weekday": weekday(first)}
            )
        case Document():
            issued = {"issued": short(day_of(item.issued)), "abstract": item.abstract}
            return {"number": item.number, "type": item.type, "issuer": item.issuer} | issued
        case Infographic():
            return {"figures": [figure.model_dump() for figure in item.figures]}
        case Campaign():
            return {"messages": item.messages, "period": span(item.start, item.end) if item.start else ""}
    return {}


def photo_path(item: Item) -> Path | None:
    return local_file(item.place, item.cover.src) if item.cover else None
