"""Film, sound, slides and albums as schema.org describes them, each file at the address where it is published."""

from __future__ import annotations

from mimetypes import guess_type
from urllib.parse import quote

from chuyenmuc.content.items import Item
from chuyenmuc.content.links import local_file
from chuyenmuc.content.media import Album, Podcast, Slides, Spoken, Video
from chuyenmuc.site.structured.ld import Node, absolute, node
from chuyenmuc.site.views.files import attachment_path
from chuyenmuc.site.views.viewer import LINK_PREVIEW, WEB_COVER, Viewer
from chuyenmuc.vietnamese.dates import iso
from chuyenmuc.vietnamese.durations import iso_duration, parse_duration

PODCASTS = "podcast.xml"


def address(viewer: Viewer, item: Item, name: str) -> str:
    """Where a file beside the item is published."""
    file = local_file(item.place, name) if name else None
    return absolute(viewer.settings, quote(attachment_path(item, file))) if file else ""


def length(item: Spoken) -> str:
    return iso_duration(parse_duration(item.duration)) if item.duration else ""


def media_type(name: str) -> str:
    return guess_type(name)[0] or ""


def video(viewer: Viewer, item: Video) -> Node:
    images = [viewer.image(item, name) for name in (WEB_COVER, LINK_PREVIEW)]
    captions = address(viewer, item, item.captions)
    track = node("MediaObject", contentUrl=captions, encodingFormat="text/vtt", inLanguage="vi") if captions else None
    return {
        "uploadDate": iso(item.date),
        "duration": length(item),
        "contentUrl": address(viewer, item, item.file),
        "encodingFormat": media_type(item.file),
        "sameAs": item.watch_url,
        "thumbnailUrl": [absolute(viewer.settings, image["url"]) for image in images if image],
        "caption": track,
    }


def podcast(viewer: Viewer, item: Podcast) -> Node:
    sound = address(viewer, item, item.file)
    series = node("PodcastSeries", name=viewer.settings.site_name, webFeed=absolute(viewer.settings, PODCASTS))
    return {
        "episodeNumber": item.episode,
        "timeRequired": length(item),
        "partOfSeries": series,
        "associatedMedia": node(
            "AudioObject", contentUrl=sound, encodingFormat=media_type(item.file), duration=length(item)
        )
        if sound
        else None,
    }


def slides(viewer: Viewer, item: Slides) -> Node:
    file = address(viewer, item, item.file)
    pictures = [(address(viewer, item, slide.src), slide.alt) for slide in item.slides]
    return {
        "encoding": node("MediaObject", contentUrl=file, encodingFormat=media_type(item.file)) if file else None,
        "hasPart": [node("ImageObject", contentUrl=url, description=alt) for url, alt in pictures if url],
    }


def album(viewer: Viewer, item: Album) -> Node:
    pictures = [(address(viewer, item, photo.src), photo) for photo in item.photos]
    return {
        "associatedMedia": [
            node("ImageObject", contentUrl=url, description=photo.alt, caption=photo.caption, creditText=photo.credit)
            for url, photo in pictures
            if url
        ]
    }
