"""The map of the site for search engines: each page with the day on which what it shows last changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from chuyenmuc.content.items import Item
from chuyenmuc.site.structured.ld import absolute
from chuyenmuc.site.structured.page import NOT_FOUND_BY_SEARCH, address
from chuyenmuc.site.views.viewer import WEB_COVER, Viewer
from chuyenmuc.vietnamese.dates import day_of

if TYPE_CHECKING:
    from chuyenmuc.site.pages.page import Page

NAME, ROBOTS = "sitemap.xml", "robots.txt"
HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
"""


def sitemap(viewer: Viewer, pages: Sequence[Page]) -> bytes:
    return (HEAD + "".join(entries(viewer, pages)) + "</urlset>\n").encode()


def entries(viewer: Viewer, pages: Sequence[Page]) -> Iterator[str]:
    items = {item.place.page: item for item in viewer.archive.items}
    for page in sorted(pages, key=lambda page: address(page.path)):
        url, item = address(page.path), items.get(page.path)
        if url.startswith(NOT_FOUND_BY_SEARCH) or (item and not item.due(viewer.today)):
            continue
        # An item's page names others beside it, and is no newer for their sake.
        days = [changed(each) for each in ((item,) if item else page.made_of) if isinstance(each, Item)]
        yield entry(viewer, url, max(days) if days else None, item)


def changed(item: Item) -> date:
    return day_of(item.updated or item.publish_at or item.date)


def entry(viewer: Viewer, url: str, day: date | None, item: Item | None) -> str:
    image = viewer.image(item, WEB_COVER) if item else None
    lines = [f"<loc>{escape(absolute(viewer.settings, url))}</loc>"]
    lines += [f"<lastmod>{day}</lastmod>"] if day else []
    if image:
        lines.append(
            f"<image:image><image:loc>{escape(absolute(viewer.settings, image['url']))}</image:loc></image:image>"
        )
    return f"<url>{''.join(lines)}</url>\n"


def robots(viewer: Viewer) -> bytes:
    """Read by search engines at the root of a host alone; on a portal its administrators copy the line of the map."""
    if viewer.settings.agency.trial:
        return b"User-agent: *\nDisallow: /\n"
    known = absolute(viewer.settings, NAME)
    return ("User-agent: *\nAllow: /\n" + (f"Sitemap: {known}\n" if known else "")).encode()
