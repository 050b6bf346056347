"""A campaign's page, which stands where its folder's list would, and the calendar of its days."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from chuyenmuc.channels.calendar import calendar
from chuyenmuc.content.campaign import Campaign
from chuyenmuc.content.items import Item
from chuyenmuc.site.pages.calendar import WEEK
from chuyenmuc.site.pages.listing import feed_links
from chuyenmuc.site.pages.page import Loose
from chuyenmuc.site.views import campaign
from chuyenmuc.site.views.viewer import View, Viewer

TEMPLATE = "campaign-front.html"


def is_front(item: Item) -> bool:
    return isinstance(item, Campaign) and item.whole


def page_view(viewer: Viewer, front: Campaign) -> View:
    return campaign.page(viewer, front) | {"week": WEEK}


def head(viewer: Viewer, front: Campaign) -> View:
    """What its page says to machines as the list in whose place it stands would: where to follow it."""
    return {"feeds": feed_links(viewer, front.place.section.path, front.title)}


def made_of(viewer: Viewer, item: Item) -> Iterator[object]:
    if isinstance(item, Campaign) and item.whole:
        yield from campaign.made_of(viewer, item)


def campaign_files(viewer: Viewer) -> Iterator[Loose]:
    """For each campaign one file with its own days and every event of it."""
    for front in viewer.archive.fronts.values():
        events = tuple(campaign.Shown(viewer, front).events)
        if events or front.first_day:
            make = partial(calendar, events, viewer.settings, front.title, front)
            yield Loose(f"{front.place.url}{campaign.CALENDAR}", (front, *events), make)
