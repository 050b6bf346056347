"""The front page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import TypeVar

from chuyenmuc.content.fields import AUDIENCE_LABELS, TOPIC_LABELS, Audience, Kind
from chuyenmuc.content.items import Campaign, Item, Section
from chuyenmuc.site.pages.page import Page, Sheet
from chuyenmuc.site.pages.parts import preview
from chuyenmuc.site.views import places
from chuyenmuc.site.views.countdown import countdown, foremost
from chuyenmuc.site.views.viewer import View, Viewer

READING = frozenset({Kind.NEWS, Kind.FEATURE})
MEDIA = frozenset({Kind.VIDEO, Kind.PODCAST, Kind.SLIDES, Kind.ALBUM})
LATEST, MORE = 5, 4
# In the order in which readers come, not in that of the settings.
DOORS = (
    Audience.PEOPLE,
    Audience.BUSINESSES,
    Audience.OFFICIALS,
    Audience.SCHOOLS,
    Audience.SCIENTISTS,
    Audience.PRESS,
    Audience.DIGITAL_TEAMS,
)
Kept = TypeVar("Kept", bound=Item)


@dataclass(frozen=True)
class Front:
    """The items on the front page, each part the newest first."""

    lead: tuple[Item, ...]
    latest: tuple[Item, ...]
    more: tuple[Item, ...]
    campaign: tuple[Campaign, ...]
    events: tuple[Item, ...]
    documents: tuple[Item, ...]
    lessons: tuple[Item, ...]
    infographics: tuple[Item, ...]
    questions: tuple[Item, ...]
    checks: tuple[Item, ...]
    media: tuple[Item, ...]

    def items(self) -> tuple[Item, ...]:
        return tuple(item for part in fields(self) for item in getattr(self, part.name))


def home(viewer: Viewer) -> Page:
    front = chosen(viewer)
    numbers = tuple(len(viewer.archive.by_audience.get(audience, [])) for audience in DOORS)
    numbers += tuple(len(viewer.archive.by_topic.get(topic, [])) for topic in TOPIC_LABELS)
    return Page("index.md", (*front.items(), *numbers), lambda: sheet(viewer, front))


def chosen(viewer: Viewer) -> Front:
    """A story stands on the page once: what leads is not listed again."""
    newest = viewer.archive.stream
    reading = [item for item in newest if item.kind in READING]
    lead, latest = reading[:1], reading[1 : 1 + LATEST]
    campaign = foremost([item for item in newest if isinstance(item, Campaign)], viewer.today)
    return Front(
        lead=tuple(lead),
        latest=tuple(latest),
        more=tuple(reading[1 + LATEST : 1 + LATEST + MORE]),
        campaign=(campaign,) if campaign else (),
        events=tuple(viewer.archive.upcoming(viewer.today)[:4]),
        documents=first(newest, Kind.DOCUMENT, 5),
        lessons=first(newest, Kind.LESSON, 4),
        infographics=first(newest, Kind.INFOGRAPHIC, 4),
        questions=first(newest, Kind.QUESTION, 4),
        checks=first(newest, Kind.FACT_CHECK, 3),
        media=tuple(item for item in newest if item.kind in MEDIA)[:4],
    )


def first(items: Iterable[Kept], kind: Kind, most: int) -> tuple[Kept, ...]:
    return tuple([item for item in items if item.kind is kind][:most])


def school_of(front: Front) -> Section | None:
    """The section of the newest lesson, whose name and words head the lessons."""
    return front.lessons[0].place.section if front.lessons and front.lessons[0].place.section.path else None


def sheet(viewer: Viewer, front: Front) -> Sheet:
    meta: View = {
        "lead": viewer.card(front.lead[0]) if front.lead else None,
        "campaign": campaign(viewer, front.campaign[0]) if front.campaign else None,
        "school": school(front),
        "doors": [door(viewer, audience) for audience in DOORS] if viewer.archive.by_audience else [],
        "topics": [topic(viewer, number) for number in TOPIC_LABELS] if viewer.archive.by_topic else [],
        "sample": any(item.sample for item in front.items()),
    }
    listed = ("latest", "more", "events", "documents", "lessons", "infographics", "questions", "checks", "media")
    meta |= {name: [viewer.card(item) for item in getattr(front, name)] for name in listed}
    meta |= preview(viewer, front.lead[0]) if front.lead else {}
    description = f"{viewer.settings.site_name} – {viewer.settings.agency.name}"
    return Sheet("home.html", viewer.settings.site_name, description, meta)


def campaign(viewer: Viewer, item: Campaign) -> View:
    return viewer.card(item) | {"countdown": countdown(item, viewer.today)}


def school(front: Front) -> View | None:
    section = school_of(front)
    if section is None:
        return {"title": "Kỹ năng số", "description": "", "url": "", "color": ""} if front.lessons else None
    link = {"title": section.title, "url": f"{section.path}/"}
    return link | {"description": section.description, "color": section.color}


def door(viewer: Viewer, audience: Audience) -> View:
    count = len(viewer.archive.by_audience.get(audience, []))
    return {"title": AUDIENCE_LABELS[audience], "url": places.audience_url(audience), "count": count}


def topic(viewer: Viewer, number: int) -> View:
    count = len(viewer.archive.by_topic.get(number, []))
    return {"number": number, "title": TOPIC_LABELS[number], "url": places.topic_url(number), "count": count}
