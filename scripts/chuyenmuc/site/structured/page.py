"""Gives every page of the site what machines read of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial, wraps
from typing import TYPE_CHECKING

from chuyenmuc.content.items import Item
from chuyenmuc.site.structured.collections import way, web_page
from chuyenmuc.site.structured.dublin_core import elements
from chuyenmuc.site.structured.items import described
from chuyenmuc.site.structured.ld import Node, script
from chuyenmuc.site.structured.publisher import organization, website
from chuyenmuc.site.views.viewer import View, Viewer

if TYPE_CHECKING:
    from chuyenmuc.site.pages.page import Page, Sheet

# Pages that serve readers and portals, and are no answer to anybody's search.
NOT_FOUND_BY_SEARCH = ("tim-kiem/", "ngoai-tuyen/", "nhung/")
Maker = Callable[[Viewer], "Iterator[Page]"]


def for_machines(pages: Maker) -> Maker:
    @wraps(pages)
    def told(viewer: Viewer) -> Iterator[Page]:
        items = {item.place.page: item for item in viewer.archive.items}
        for page in pages(viewer):
            yield replace(page, make=partial(sheet, viewer, page, items.get(page.path)))

    return told


def sheet(viewer: Viewer, page: Page, item: Item | None) -> Sheet:
    made, url = page.make(), address(page.path)
    told: View = {"json_ld": script(nodes(viewer, made, url, item))}
    if item:
        told["dublin_core"] = elements(viewer, item)
    if url.startswith(NOT_FOUND_BY_SEARCH) or (item and not item.due(viewer.today)):
        told["robots"] = "noindex"
    return replace(made, meta=made.meta | told)


def nodes(viewer: Viewer, sheet: Sheet, url: str, item: Item | None) -> list[Node]:
    settings = viewer.settings
    if not url:
        return [website(settings), organization(settings)]
    main = described(viewer, item) if item else web_page(settings, sheet, url)
    return [main, *way(settings, sheet, url)]


def address(path: str) -> str:
    """Where a Markdown file is published, relative to the site's root."""
    stem = path.removesuffix(".md")
    stem = stem.removesuffix("index").rstrip("/") if stem.rpartition("/")[2] == "index" else stem
    return f"{stem}/" if stem else ""
