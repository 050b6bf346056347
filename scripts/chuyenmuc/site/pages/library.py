"""The library of images and texts: its index, and a page for each item."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from chuyenmuc.content.items import Item
from chuyenmuc.images.library import CATALOGUE, FOLDER
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import HOME, LIBRARY, preview, section_view
from chuyenmuc.site.views import downloads
from chuyenmuc.site.views.viewer import Viewer


def library_pages(viewer: Viewer) -> Iterator[Page]:
    yield Page(f"{FOLDER}/index.md", viewer.archive.items, lambda: catalogue(viewer))
    for item in viewer.archive.items:
        yield Page(f"{FOLDER}/{item.place.key}.md", (item,), partial(stock, viewer, item))


def catalogue(viewer: Viewer) -> Sheet:
    sections = [section_view(viewer, section) for section in viewer.archive.ordered_sections]
    meta = downloads.index(viewer) | {"sections": sections, "catalogue": f"{FOLDER}/{CATALOGUE}", "breadcrumbs": [HOME]}
    description = "Ảnh và lời đăng của từng bài, đúng khổ từng kênh, sẵn sàng tải về."
    return Sheet("library.html", LIBRARY["title"], description, meta)


def stock(viewer: Viewer, item: Item) -> Sheet:
    meta = downloads.detail(viewer, item) | {"color": item.place.section.color, "breadcrumbs": [HOME, LIBRARY]}
    meta |= preview(viewer, item)
    title = f"Ảnh và lời đăng: {item.title}"
    return Sheet("library-item.html", title, item.description, meta)
