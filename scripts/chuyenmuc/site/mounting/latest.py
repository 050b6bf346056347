"""The latest items for other sites: as JSON, and as a script that fills a place in a portal's page."""

from __future__ import annotations

import json
from collections.abc import Iterator

from chuyenmuc.content.items import Item
from chuyenmuc.site.structured.ld import absolute
from chuyenmuc.site.views.viewer import WEB_COVER, View, Viewer

FOLDER, NAME, MOST = "nhung", "moi-nhat", 10


def feeds(viewer: Viewer) -> Iterator[tuple[str, bytes]]:
    """Of the whole site, and of each section in a folder of its own."""
    settings, archive = viewer.settings, viewer.archive
    yield f"{FOLDER}/{NAME}.json", written(viewer, settings.site_name, "", archive.stream)
    for section in archive.ordered_sections:
        path = f"{FOLDER}/{section.path}/{NAME}.json"
        yield path, written(viewer, section.title, f"{section.path}/", archive.within(section))


def written(viewer: Viewer, title: str, url: str, items: list[Item]) -> bytes:
    given = {
        "title": viewer.settings.marked(title),
        "url": absolute(viewer.settings, url) or url,
        "items": [entry(viewer, item) for item in items[:MOST]],
    }
    return (json.dumps(given, ensure_ascii=False, indent=1) + "\n").encode()


def entry(viewer: Viewer, item: Item) -> View:
    settings = viewer.settings
    given = near(viewer, item)
    image = given.pop("image")
    if image:
        given["image"] = image | {"url": absolute(settings, image["url"]) or image["url"]}
    return given | {"url": absolute(settings, item.place.url) or item.place.url}


def near(viewer: Viewer, item: Item) -> View:
    """With addresses seen from the site's root."""
    image = viewer.image(item, WEB_COVER)
    return {
        "title": item.title,
        "description": item.description,
        "url": item.place.url,
        "date": viewer.moment(item.date),
        "section": item.place.section.title if item.place.section.path else "",
        "image": {name: image[name] for name in ("url", "width", "height")} if image else None,
    }
