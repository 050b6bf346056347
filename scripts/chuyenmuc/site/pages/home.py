"""The front page."""

from __future__ import annotations

from chuyenmuc.content.fields import Kind
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import preview, section_view
from chuyenmuc.site.views.viewer import Viewer


def home(viewer: Viewer) -> Page:
    return Page("index.md", viewer.archive.items, lambda: front(viewer))


def front(viewer: Viewer) -> Sheet:
    archive = viewer.archive
    of_kind = {kind: [item for item in archive.newest if item.kind is kind] for kind in Kind}
    reading = [item for item in archive.newest if item.kind in {Kind.NEWS, Kind.FEATURE}]
    meta = {
        "lead": viewer.card(reading[0]) if reading else None,
        "latest": [viewer.card(item) for item in reading[1:7]],
        "events": [viewer.card(event) for event in archive.upcoming(viewer.today)[:3]],
        "documents": [viewer.card(item) for item in of_kind[Kind.DOCUMENT][:5]],
        "infographics": [viewer.card(item) for item in of_kind[Kind.INFOGRAPHIC][:4]],
        "campaign": viewer.card(of_kind[Kind.CAMPAIGN][0]) if of_kind[Kind.CAMPAIGN] else None,
        "sections": [section_view(viewer, section) for section in archive.ordered_sections],
        "sample": any(item.sample for item in archive.items),
    }
    meta |= preview(viewer, reading[0]) if reading else {}
    description = f"{viewer.settings.site_name} – {viewer.settings.agency.name}"
    return Sheet("home.html", viewer.settings.site_name, description, meta)
