"""The feeds of the site: of the whole and of every list, made only when needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from urllib.parse import quote

from chuyenmuc.channels.feeds import JSON_NAME, MOST, RSS_NAME, Feed, Feeds
from chuyenmuc.channels.podcast import FEED, MEDIA_TYPES, Episode, podcast
from chuyenmuc.content.items import Item, Podcast
from chuyenmuc.content.links import local_file
from chuyenmuc.site.pages import english
from chuyenmuc.site.pages.lists import lists
from chuyenmuc.site.pages.page import Loose
from chuyenmuc.site.views.files import attachment_path
from chuyenmuc.site.views.viewer import Viewer


def feed_files(viewer: Viewer) -> Iterator[Loose]:
    """None where the site's own address is not known: a feed holds whole addresses."""
    if not viewer.settings.site_url:
        return
    feeds = Feeds(viewer.settings, viewer.library)
    for feed in every(viewer):
        pictures = (feeds.picture(item) for item in feed.newest)
        made_of = (feed.title, feed.description, *feed.newest, *pictures)
        yield Loose(f"{feed.folder}{RSS_NAME}", made_of, partial(feeds.rss, feed))
        yield Loose(f"{feed.folder}{JSON_NAME}", made_of, partial(feeds.json, feed))
    if abroad := english.feed(viewer.archive.due(viewer.today)):
        originals = (item for item, _ in english.summarised(viewer.archive))
        yield Loose(f"{abroad.folder}{RSS_NAME}", tuple(originals), partial(feeds.rss, abroad))
        yield Loose(f"{abroad.folder}{JSON_NAME}", tuple(originals), partial(feeds.json, abroad))
    yield from podcast_file(viewer, feeds)


def podcast_file(viewer: Viewer, feeds: Feeds) -> Iterator[Loose]:
    """Only where there is something to hear."""
    heard = [item for item in viewer.archive.stream if isinstance(item, Podcast) and item.due(viewer.today)]
    episodes = [made for item in heard if (made := episode(item))]
    if episodes:
        drawn = (viewer.library.by_item.get(made.item.place.key, {}) for made in episodes)
        pictures = (record for records in drawn for record in records.values())
        yield Loose(FEED, (*episodes, *pictures), partial(podcast, feeds, episodes))


def episode(item: Podcast) -> Episode | None:
    file = local_file(item.place, item.file)
    if file is None or not file.is_file():
        return None
    media_type = MEDIA_TYPES.get(file.suffix.lower(), "")
    return Episode(item, quote(attachment_path(item, file)), file.stat().st_size, media_type)


def every(viewer: Viewer) -> Iterator[Feed]:
    settings = viewer.settings
    about = f"Tin, bài mới của {settings.site_name}, {settings.agency.name}."
    yield Feed("", settings.site_name, about, published(viewer, viewer.archive.stream))
    for listing in lists(viewer):
        title = f"{listing.full_title} – {settings.site_name}"
        yield Feed(listing.path, title, listing.description, published(viewer, listing.items))


def published(viewer: Viewer, items: Sequence[Item]) -> list[Item]:
    """What readers may see already, no more of it than a feed takes: a preview shows drafts as well."""
    return list(islice((item for item in items if item.due(viewer.today)), MOST))
