"""Feeds of any list: RSS 2.0 for readers and portals, JSON Feed 1.1 for programs. Addresses are whole.

The same items give the same bytes: the day of a feed is that of its newest item, never the clock's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.utils import format_datetime
from html import escape
from typing import Any
from xml.etree import ElementTree as ET

from chuyenmuc.channels.captions import SAMPLE
from chuyenmuc.content.agency import Settings
from chuyenmuc.content.fields import KIND_LABELS, TOPIC_LABELS
from chuyenmuc.content.items import Item
from chuyenmuc.images.library import Library, Record
from chuyenmuc.vietnamese.dates import When, starts

MOST = 30
RSS_NAME, JSON_NAME = "rss.xml", "feed.json"
RSS_TYPE, JSON_TYPE = "application/rss+xml", "application/feed+json"
PICTURES = ("facebook-lien-ket", "bia-trang")  # the first that was drawn
ATOM, DC, MEDIA = "http://www.w3.org/2005/Atom", "http://purl.org/dc/elements/1.1/", "http://search.yahoo.com/mrss/"
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
for _prefix, _namespace in {"atom": ATOM, "dc": DC, "media": MEDIA}.items():
    ET.register_namespace(_prefix, _namespace)


@dataclass(frozen=True)
class Feed:
    """`path` is where its list stands, empty for the whole site; of `items`, the newest first, it takes the first."""

    path: str
    title: str
    description: str
    items: Sequence[Item]
    language: str = "vi"

    @property
    def folder(self) -> str:
        return f"{self.path}/" if self.path else ""

    @property
    def newest(self) -> Sequence[Item]:
        return self.items[:MOST]


@dataclass(frozen=True)
class Feeds:
    """Writes feeds. An item is put into words once, in however many lists it stands."""

    settings: Settings
    library: Library
    entries: dict[str, ET.Element] = field(default_factory=dict)
    records: dict[str, dict[str, Any]] = field(default_factory=dict)

    def rss(self, feed: Feed) -> bytes:
        root = ET.Element("rss", version="2.0")
        channel = self.channel(root, feed)
        channel.extend(self.entry(item) for item in feed.newest)
        written: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
        return written + b"\n"

    def channel(self, root: ET.Element, feed: Feed) -> ET.Element:
        """The head of a feed, to which its entries are added."""
        channel = ET.SubElement(root, "channel")
        told(channel, "title", self.settings.marked(feed.title))
        told(channel, "link", self.whole(feed.folder))
        told(channel, "description", self.settings.marked(feed.description or feed.title))
        told(channel, "language", feed.language)
        told(channel, "copyright", self.settings.agency.name)
        if feed.newest:
            told(channel, "lastBuildDate", rfc_822(max(map(changed, feed.newest), key=starts)))
        told(channel, "generator", "Chuyên mục")
        address = self.whole(f"{feed.folder}{RSS_NAME}")
        ET.SubElement(channel, f"{{{ATOM}}}link", href=address, rel="self", type=RSS_TYPE)
        return channel

    def entry(self, item: Item) -> ET.Element:
        key = item.place.key
        if key not in self.entries:
            self.entries[key] = self.described(item)
        return self.entries[key]

    def described(self, item: Item) -> ET.Element:
        entry, link = ET.Element("item"), self.whole(item.place.url)
        told(entry, "title", headline(item))
        told(entry, "link", link)
        told(entry, "guid", link, isPermaLink="true")
        told(entry, "pubDate", rfc_822(item.date))
        told(entry, "description", escape(item.description, quote=False))  # readers take it for HTML
        told(entry, f"{{{DC}}}creator", self.author(item))
        for word in categories(item):
            told(entry, "category", word)
        picture = self.picture(item)
        if picture:
            self.add_picture(entry, picture)
        return entry

    def add_picture(self, entry: ET.Element, picture: Record) -> None:
        url, size = self.whole(picture.url), str(picture.bytes)
        ET.SubElement(entry, "enclosure", url=url, length=size, type=picture.media_type)
        measures = {"width": str(picture.width), "height": str(picture.height), "fileSize": size}
        media = ET.SubElement(
            entry, f"{{{MEDIA}}}content", {"url": url, "medium": "image", "type": picture.media_type, **measures}
        )
        told(media, f"{{{MEDIA}}}description", picture.alt, type="plain")

    def json(self, feed: Feed) -> bytes:
        values = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.settings.marked(feed.title),
            "home_page_url": self.whole(feed.folder),
            "feed_url": self.whole(f"{feed.folder}{JSON_NAME}"),
            "description": self.settings.marked(feed.description or feed.title),
            "language": feed.language,
            "authors": [{"name": self.settings.agency.name, "url": self.settings.site_url}],
            "items": [self.record(item) for item in feed.newest],
        }
        return json.dumps(values, ensure_ascii=False, indent=1).encode() + b"\n"

    def record(self, item: Item) -> dict[str, Any]:
        key = item.place.key
        if key not in self.records:
            self.records[key] = self.recorded(item)
        return self.records[key]

    def recorded(self, item: Item) -> dict[str, Any]:
        link, picture = self.whole(item.place.url), self.picture(item)
        values: dict[str, Any] = {
            "id": link,
            "url": link,
            "title": headline(item),
            "content_text": item.description,
            "summary": item.description,
            "date_published": rfc_3339(item.date),
            "authors": [{"name": name} for name in item.authors or [self.settings.agency.name]],
            "language": "vi",
            "tags": categories(item),
        }
        if item.updated:
            values["date_modified"] = rfc_3339(item.updated)
        if picture:
            values["image"] = self.whole(picture.url)
        return values

    def author(self, item: Item) -> str:
        return ", ".join(item.authors) or self.settings.agency.name

    def picture(self, item: Item) -> Record | None:
        drawn = self.library.by_item.get(item.place.key, {})
        return next((drawn[name] for name in PICTURES if name in drawn), None)

    def whole(self, url: str) -> str:
        return f"{self.settings.site_url}{url}"


def told(parent: ET.Element, tag: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, tag, attributes).text = NOT_IN_XML.sub("", text)


def headline(item: Item) -> str:
    return f"{SAMPLE} {item.title}" if item.sample else item.title


def categories(item: Item) -> list[str]:
    """Its section or kind, its topics, its tags; each once."""
    section = item.place.section
    first = section.title if section.path else KIND_LABELS[item.kind]
    return list(dict.fromkeys([first, *(TOPIC_LABELS[topic] for topic in item.topics), *item.tags]))


def changed(item: Item) -> When:
    return max(item.date, item.updated or item.date, key=starts)


def rfc_822(when: When) -> str:
    return format_datetime(starts(when))


def rfc_3339(when: When) -> str:
    return starts(when).isoformat(timespec="seconds")
