"""What the pages of the library print: an index of items, and of each item every image, text and the kit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from chuyenmuc.content.archive import month_key
from chuyenmuc.content.fields import KIND_LABELS
from chuyenmuc.content.items import Document, Item
from chuyenmuc.images.library import Record
from chuyenmuc.site.views.places import month_title
from chuyenmuc.site.views.viewer import WEB_COVER, View, Viewer
from chuyenmuc.vietnamese.dates import day_of
from chuyenmuc.vietnamese.numbers import file_size
from chuyenmuc.vietnamese.text import fold

if TYPE_CHECKING:
    from chuyenmuc.campaigns.kits.packs import UseKit

OF_CARD = (
    *("title", "title_html", "url", "kind", "kind_label", "section", "color"),
    *("sample", "draft", "status_note"),
)
PDF = "application/pdf"
MANY = 60  # images from which on each channel is folded
BETWEEN = " – "  # a channel's name and what the image is on it: `Facebook – bài vuông`
# From these ratios on, an image takes so many columns of four.
COLUMNS = ((5.0, 4), (2.2, 2))


def index(viewer: Viewer, items: Sequence[Item]) -> View:
    """So many items, and what they can be told apart by."""
    kinds = {item.kind.value: KIND_LABELS[item.kind] for item in items}
    sections = dict.fromkeys(item.place.section.path for item in items)
    return {
        "items": [entry(viewer, item) for item in items],
        "months": [{"value": month, "title": month_title(month)} for month in dict.fromkeys(map(month_key, items))],
        "kinds": [{"value": kind, "title": kinds[kind]} for kind in sorted(kinds, key=lambda kind: fold(kinds[kind]))],
        "sections": [
            {"url": f"{section.path}/", "title": section.title}
            for section in viewer.archive.ordered_sections
            if any(f"{path}/".startswith(f"{section.path}/") for path in sections)
        ],
        "channels": grouped(format_view(record) for record in formats(viewer, items)),
    }


def entry(viewer: Viewer, item: Item) -> View:
    """An item in the index: lean, for there may be thousands."""
    number = item.number if isinstance(item, Document) else ""
    return header(viewer, item) | {
        "month": month_key(item),
        "anchor": item.place.key.replace("/", "--"),
        "words": fold(" ".join([item.title, *item.tags, number])),
        "image": cover(viewer, item),
        "channels": grouped(link(record) for record in posted(viewer, item)),
        "works": len(records(viewer, item)) - len(posted(viewer, item)),
    }


def header(viewer: Viewer, item: Item) -> View:
    card = viewer.card(item)
    kept = {name: card[name] for name in OF_CARD}
    day = {"date": viewer.moment(day_of(item.date))}
    return kept | day | {"library_url": viewer.library_url(item), "kit": kit(viewer, item)}


def detail(viewer: Viewer, item: Item) -> View:
    said = viewer.kits[item.place.key].captions if item.place.key in viewer.kits else ()
    seen = {one.stands_for: one for one in viewer.library.by_item.get(item.place.key, {}).values() if one.stands_for}
    channels = grouped(shot(record, seen.get(record.format, record)) for record in records(viewer, item))
    for channel in channels:
        channel["columns"] = min(sum(image["columns"] for image in channel["images"]), 4)
    return {
        "item": header(viewer, item),
        "kits": by_use(viewer, item),
        "captions": [{"name": caption.name, "label": caption.label, "text": caption.text} for caption in said],
        "channels": channels,
        "folded": sum(len(channel["images"]) for channel in channels) > MANY,
        "photo": item.cover.told if item.cover else "",
    }


def records(viewer: Viewer, item: Item) -> list[Record]:
    return viewer.library.offered(item.place.key)


def posted(viewer: Viewer, item: Item) -> list[Record]:
    """What any item has; the hundreds of works of a campaign are on its own page alone."""
    return [record for record in records(viewer, item) if not record.group]


def formats(viewer: Viewer, items: Sequence[Item]) -> Iterable[Record]:
    """One record of each format that any of the items has."""
    return {record.format: record for item in items for record in posted(viewer, item)}.values()


def cover(viewer: Viewer, item: Item) -> View | None:
    drawn = records(viewer, item)
    return viewer.image(item, WEB_COVER) or (viewer.image(item, drawn[0].format) if drawn else None)


def kit(viewer: Viewer, item: Item) -> View | None:
    made = viewer.kits.get(item.place.key)
    return {"url": made.url, "size": file_size(made.bytes), "count": len(records(viewer, item))} if made else None


def by_use(viewer: Viewer, item: Item) -> list[View]:
    """The kits of a campaign by place of use, with what each holds and weighs."""
    return [use_kit(kit) for kit in viewer.use_kits.get(item.place.key, ())]


def use_kit(kit: UseKit) -> View:
    return {
        "name": kit.name,
        "title": kit.title,
        "audience": kit.audience,
        "url": kit.url,
        "file": kit.file,
        "count": kit.count,
        "size": file_size(kit.bytes),
        "contents": [
            {"label": each.label, "count": each.count, "size": file_size(each.bytes), "use": each.use}
            for each in kit.contents
        ],
    }


def grouped(images: Iterable[View]) -> list[dict[str, Any]]:
    """By channel, both in the order of their names, numbered pages by their number."""
    ordered = sorted(images, key=lambda image: (fold(image["channel"]), counted(fold(image["label"]))))
    return [{"title": channel, "images": list(within)} for channel, within in groupby(ordered, lambda i: i["channel"])]


def counted(label: str) -> str:
    """Such that the tenth page comes after the ninth."""
    return re.sub(r"\d+", lambda found: found[0].zfill(4), label)


def named(record: Record) -> View:
    channel, _, label = record.channel.partition(BETWEEN)
    label = label or channel
    return {"channel": channel, "label": label[:1].upper() + label[1:], "format": record.format}


def format_view(record: Record) -> View:
    return named(record) | {"name": record.channel, "use": record.use} | measures(record)


def measures(record: Record) -> View:
    """Texts and tables have none."""
    unit = "mm" if record.media_type == PDF else "điểm ảnh"
    size = f"{record.width} × {record.height} {unit}" if record.height else ""
    return {"width": record.width, "height": record.height, "size": size}


def link(record: Record) -> View:
    return named(record) | {"url": record.url, "file": record.file, "weight": file_size(record.bytes)}


def shot(record: Record, seen: Record) -> View:
    """`seen` is the picture that is shown: of a PDF file, that of its first page; a file without one shows its type."""
    ratio = record.width / record.height if record.height else 1.0
    columns = next((columns for least, columns in COLUMNS if ratio >= least), 1)
    told = {"name": record.channel, "use": record.use, "alt": record.alt, "type": record.source.suffix[1:].upper()}
    drawn = seen.media_type.startswith("image/")
    picture = {"picture": {"url": seen.url, "width": seen.width, "height": seen.height} if drawn else None}
    return link(record) | measures(record) | told | picture | {"columns": columns, "transparent": record.transparent}
