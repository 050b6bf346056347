"""Infographics: what their pages show beside what every item's page does, and their numbers as files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from chuyenmuc.content.items import Infographic
from chuyenmuc.site.pages.page import Loose
from chuyenmuc.site.views import infographic
from chuyenmuc.site.views.figures_csv import figures_csv
from chuyenmuc.site.views.posters import posters
from chuyenmuc.site.views.viewer import View, Viewer


def page_view(viewer: Viewer, item: Infographic) -> View:
    return infographic.page(item) | {"posters": posters(viewer, item)}


def infographic_files(viewer: Viewer) -> Iterator[Loose]:
    for item in viewer.archive.items:
        if isinstance(item, Infographic) and infographic.has_data(item):
            yield Loose(infographic.data_path(item), ("so-lieu", item), partial(figures_csv, item))
