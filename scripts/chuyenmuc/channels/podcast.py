"""The podcast's feed: RSS 2.0 with what podcast apps ask for. The same episodes give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from chuyenmuc.channels.feeds import ATOM, RSS_TYPE, Feeds, changed, headline, rfc_822, told
from chuyenmuc.content.agency import Agency
from chuyenmuc.content.items import Podcast
from chuyenmuc.vietnamese.dates import starts

FEED = "podcast.xml"
ITUNES, PODCAST = "http://www.itunes.com/dtds/podcast-1.0.dtd", "https://podcastindex.org/namespace/1.0"
CATEGORY = "Government"  # one of the names that podcast directories know
MOST = 300
MEDIA_TYPES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt",
    ".pdf": "application/pdf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odp": "application/vnd.oasis.opendocument.presentation",
}
for _prefix, _namespace in {"itunes": ITUNES, "podcast": PODCAST}.items():
    ET.register_namespace(_prefix, _namespace)


@dataclass(frozen=True)
class Episode:
    """`url`, relative to the site's root, is where its sound is published."""

    item: Podcast
    url: str
    bytes: int
    media_type: str


def podcast(feeds: Feeds, episodes: Sequence[Episode]) -> bytes:
    """The newest first."""
    settings = feeds.settings
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    told(channel, "title", settings.marked(settings.site_name))
    told(channel, "link", settings.site_url)
    told(channel, "description", settings.marked(f"Podcast của {settings.site_name}, {settings.agency.name}."))
    told(channel, "language", "vi")
    told(channel, "copyright", settings.agency.name)
    told(channel, "lastBuildDate", rfc_822(max((changed(episode.item) for episode in episodes), key=starts)))
    told(channel, "generator", "Chuyên mục")
    ET.SubElement(channel, f"{{{ATOM}}}link", href=feeds.whole(FEED), rel="self", type=RSS_TYPE)
    told(channel, f"{{{ITUNES}}}author", settings.agency.name)
    told(channel, f"{{{ITUNES}}}explicit", "false")
    told(channel, f"{{{ITUNES}}}type", "episodic")
    ET.SubElement(channel, f"{{{ITUNES}}}category", text=CATEGORY)
    owner(channel, settings.agency)
    cover(channel, feeds, episodes[0].item)
    channel.extend(entry(feeds, episode) for episode in episodes[:MOST])
    written: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def owner(channel: ET.Element, agency: Agency) -> None:
    if agency.email:
        group = ET.SubElement(channel, f"{{{ITUNES}}}owner")
        told(group, f"{{{ITUNES}}}name", agency.name)
        told(group, f"{{{ITUNES}}}email", agency.email)


def cover(parent: ET.Element, feeds: Feeds, item: Podcast) -> None:
    """A square one where it was drawn: podcast apps show no other."""
    drawn = feeds.library.by_item.get(item.place.key, {})
    square = next((record for record in drawn.values() if record.width == record.height), None)
    picture = square or feeds.picture(item)
    if picture:
        ET.SubElement(parent, f"{{{ITUNES}}}image", href=feeds.whole(picture.url))


def entry(feeds: Feeds, episode: Episode) -> ET.Element:
    item, link = episode.item, feeds.whole(episode.item.place.url)
    made = ET.Element("item")
    told(made, "title", headline(item))
    told(made, "link", link)
    told(made, "guid", link, isPermaLink="true")
    told(made, "pubDate", rfc_822(item.date))
    told(made, "description", item.description)
    sound = {"url": feeds.whole(episode.url), "length": str(episode.bytes), "type": episode.media_type}
    ET.SubElement(made, "enclosure", sound)
    told(made, f"{{{ITUNES}}}author", feeds.author(item))
    told(made, f"{{{ITUNES}}}explicit", "false")
    if item.seconds:
        told(made, f"{{{ITUNES}}}duration", str(item.seconds))
    if item.episode:
        told(made, f"{{{ITUNES}}}episode", str(item.episode))
    cover(made, feeds, item)
    ET.SubElement(made, f"{{{PODCAST}}}transcript", url=f"{link}#loi", type="text/html", language="vi")
    return made
