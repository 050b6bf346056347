"""Which pages the site has, and what each is made of."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.site.pages.calendar import calendar_pages
from chuyenmuc.site.pages.directories import directory_pages
from chuyenmuc.site.pages.documents import document_pages
from chuyenmuc.site.pages.embed import embed_pages
from chuyenmuc.site.pages.english import english_pages
from chuyenmuc.site.pages.home import home
from chuyenmuc.site.pages.items import item_page
from chuyenmuc.site.pages.library import library_pages
from chuyenmuc.site.pages.lists import list_pages
from chuyenmuc.site.pages.page import Page
from chuyenmuc.site.pages.special import special_pages
from chuyenmuc.site.structured.page import for_machines
from chuyenmuc.site.views.viewer import Viewer


@for_machines
def pages(viewer: Viewer) -> Iterator[Page]:
    yield home(viewer)
    yield from list_pages(viewer)
    yield from directory_pages(viewer)
    for item in viewer.archive.items:
        yield item_page(viewer, item)
    yield from document_pages(viewer)
    yield from calendar_pages(viewer)
    yield from english_pages(viewer)
    yield from embed_pages(viewer)
    yield from library_pages(viewer)
    yield from special_pages(viewer)
