"""Which pages the site has, and what each is made of."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.site.pages.home import home
from chuyenmuc.site.pages.items import item_page
from chuyenmuc.site.pages.library import library_pages
from chuyenmuc.site.pages.lists import section_pages
from chuyenmuc.site.pages.page import Page
from chuyenmuc.site.views.viewer import Viewer


def pages(viewer: Viewer) -> Iterator[Page]:
    yield home(viewer)
    for section in viewer.archive.ordered_sections:
        yield from section_pages(viewer, section)
    for item in viewer.archive.items:
        yield item_page(viewer, item)
    yield from library_pages(viewer)
