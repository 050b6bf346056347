"""An event as one entry of a calendar's list."""

from __future__ import annotations

from chuyenmuc.content.items import Event
from chuyenmuc.site.views.events import ICS
from chuyenmuc.site.views.viewer import View, Viewer


def agenda_entry(viewer: Viewer, item: Event, anchor: str) -> View:
    return {
        "title": item.title,
        "url": item.place.url,
        "anchor": anchor,
        "color": item.place.section.color,
        "event": viewer.event(item),
        "sample": item.sample,
        "draft": not item.due(viewer.today),
        "status_note": viewer.status_note(item),
        "ics": f"{item.place.url}{ICS}",
    }
