"""An item as schema.org describes its kind. Only what its page tells readers too."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from chuyenmuc.content.fields import AUDIENCE_LABELS, VERDICT_LABELS, Notice, Relation, Verdict
from chuyenmuc.content.items import (
    Campaign,
    Document,
    Event,
    Exemplar,
    FactCheck,
    Feature,
    Infographic,
    Item,
    KeyFigure,
    Lesson,
    Message,
    News,
    Question,
    Quote,
)
from chuyenmuc.content.links import local_file
from chuyenmuc.content.media import Album, PlainPage, Podcast, Slides, Video
from chuyenmuc.site.structured.ld import CONTEXT, LANGUAGE, Node, absolute, named, node, one_or_all
from chuyenmuc.site.structured.media import address, album, podcast, slides, video
from chuyenmuc.site.structured.publisher import part_of, publisher
from chuyenmuc.site.views import documents, infographic
from chuyenmuc.site.views.campaign import Shown
from chuyenmuc.site.views.viewer import LINK_PREVIEW, WEB_COVER, Viewer
from chuyenmuc.vietnamese.dates import day_of, iso

TRUEST = 5
STATUSES = {None: "EventScheduled", Notice.POSTPONED: "EventPostponed", Notice.CANCELLED: "EventCancelled"}
RATINGS = {Verdict.FALSE: 1, Verdict.UNFOUNDED: 2, Verdict.MISLEADING: 3, Verdict.TRUE: TRUEST}
DURATION = re.compile(r"(?:(\d+) giờ)? ?(?:(\d+) phút)?")
APPEARS = re.compile(r"\s*\(?https?://\S+")
ANSWER = Callable[[Viewer, Any], Node]


def described(viewer: Viewer, item: Item) -> Node:
    """The item's node: what its kind says, then what every item says."""
    kinds: dict[type[Item], tuple[str | list[str], ANSWER]] = {
        News: ("NewsArticle", article),
        Feature: ("NewsArticle", article),
        Event: ("Event", event),
        Document: ("Legislation", legislation),
        Question: ("FAQPage", question),
        Infographic: ("Dataset", figures),
        KeyFigure: ("Dataset", figure),
        FactCheck: ("ClaimReview", fact_check),
        Lesson: (["LearningResource", "HowTo"], lesson),
        Quote: ("Quotation", quote),
        Exemplar: ("Article", exemplar),
        Message: ("CreativeWork", message),
        Video: ("VideoObject", video),
        Podcast: ("PodcastEpisode", podcast),
        Slides: ("PresentationDigitalDocument", slides),
        Album: ("ImageGallery", album),
        PlainPage: ("WebPage", plain),
    }
    kind, own = kinds.get(type(item), ("Article", article))
    if isinstance(item, Infographic) and not measured(item):  # steps or words alone
        kind, own = "Article", article
    if isinstance(item, Campaign) and item.whole and item.first_day:
        return node("EventSeries", **occasion(viewer, item) | series(viewer, item))
    base = occasion(viewer, item) if isinstance(item, Event) else work(viewer, item)
    return node(kind, **base | own(viewer, item))


def occasion(viewer: Viewer, item: Item) -> Node:
    """What is said of anything, a gathering included."""
    settings = viewer.settings
    url = absolute(settings, item.place.url)
    return {
        "name": item.title,
        "description": item.description,
        "url": url,
        "mainEntityOfPage": url,
        "image": images(viewer, item),
        "keywords": item.tags,
        "inLanguage": LANGUAGE,
    }


def work(viewer: Viewer, item: Item) -> Node:
    """What is said of anything that somebody wrote."""
    settings = viewer.settings
    return occasion(viewer, item) | {
        "datePublished": iso(item.date),
        "dateModified": iso(item.updated or item.date),
        "author": one_or_all([named(author) for author in item.authors] or [publisher(settings)]),
        "publisher": publisher(settings),
        "isPartOf": part_of(settings),
        "isBasedOn": item.source_url,
        "isAccessibleForFree": True,
        "audience": one_or_all([node("Audience", audienceType=AUDIENCE_LABELS[each]) for each in item.audiences]),
    }


def images(viewer: Viewer, item: Item) -> list[str]:
    known = [viewer.image(item, name) for name in (WEB_COVER, LINK_PREVIEW)]
    return [absolute(viewer.settings, image["url"]) for image in known if image and viewer.settings.site_url]


# Each kind ------------------------------------------------------------------------------------------------------


def article(_: Viewer, item: Item) -> Node:
    return {"headline": item.title, "articleSection": item.place.section.title if item.place.section.path else ""}


def plain(_: Viewer, item: Item) -> Node:
    return {}


def exemplar(viewer: Viewer, item: Exemplar) -> Node:
    about = node("Thing", name=item.honouree, description=item.achievement)
    return article(viewer, item) | {"about": about}


def event(_: Viewer, item: Event) -> Node:
    here = node("Place", name=item.location, address=item.location) if item.location else None
    online = node("VirtualLocation", url=item.online_url) if item.online_url else None
    places = [place for place in (here, online) if place]
    mode = "Mixed" if here and online else "Online" if online else "Offline" if here else ""
    return {
        "startDate": iso(item.start),
        "endDate": iso(item.end) if item.end else "",
        "eventStatus": f"{CONTEXT}/{STATUSES[item.notice]}",
        "eventAttendanceMode": f"{CONTEXT}/{mode}EventAttendanceMode" if mode else "",
        "location": one_or_all(places) if places else None,
        "organizer": named(item.organiser) if item.organiser else None,
        "isAccessibleForFree": None,
    }


def series(viewer: Viewer, front: Campaign) -> Node:
    """A campaign as its days and its events."""
    events = Shown(viewer, front).events
    parts = [
        node("Event", name=each.title, url=absolute(viewer.settings, each.place.url), **event(viewer, each))
        for each in events
    ]
    return {
        "startDate": iso(front.first_day) if front.first_day else "",
        "endDate": iso(front.last_day) if front.last_day else "",
        "eventStatus": f"{CONTEXT}/{STATUSES[None]}",
        "subEvent": parts,
    }


def legislation(viewer: Viewer, item: Document) -> Node:
    related = {relation: [cited(viewer, number) for number in numbers] for relation, numbers in item.relations.items()}
    return {
        "legislationIdentifier": item.number,
        "legislationType": item.type,
        "legislationDate": iso(item.issued),
        "legislationPassedBy": node("Organization", name=item.issuer),
        "legislationLegalForce": force(viewer, item),
        "temporalCoverage": validity(viewer, item),
        "abstract": item.abstract,
        "encoding": encoding(viewer, item),
        "legislationApplies": related.get(Relation.IMPLEMENTS, []),
        "legislationEnsuresImplementationOf": related.get(Relation.GUIDES, []),
        "legislationAmends": related.get(Relation.AMENDS, []),
        "legislationChanges": related.get(Relation.REPLACES, []),
        "legislationRepeals": related.get(Relation.REPEALS, []),
        "isBasedOn": related.get(Relation.BASED_ON, []) or item.source_url,
    }


def force(viewer: Viewer, item: Document) -> str:
    """Whether it binds on this day; nothing where its days are not told."""
    now = documents.state(item, viewer.graph, viewer.today)
    if now == documents.UNTOLD:
        return ""
    return f"{CONTEXT}/{'InForce' if now == documents.IN_FORCE else 'NotInForce'}"


def validity(viewer: Viewer, item: Document) -> str:
    """The days on which it holds, as an interval; one that ends before it begins is not told."""
    first, last = item.effective_from, documents.last_day(item, viewer.graph)
    if not (first or last) or (first and last and last < day_of(first)):
        return ""
    return f"{iso(first) if first else '..'}/{iso(last) if last else '..'}"


def cited(viewer: Viewer, number: str) -> Node:
    known = viewer.archive.documents.get(number, [])
    if len(known) != 1:  # none, or several issuers with one number: no address rather than a wrong one
        return node("Legislation", legislationIdentifier=number)
    url = absolute(viewer.settings, known[0].place.url)
    return node("Legislation", legislationIdentifier=number, name=known[0].title, url=url)


def encoding(viewer: Viewer, item: Document) -> Node | None:
    file, url = local_file(item.place, item.file) if item.file else None, address(viewer, item, item.file)
    if file is None:
        return None
    return node("MediaObject", contentUrl=url, name=file.name, contentSize=f"{file.stat().st_size} B")


def question(_: Viewer, item: Question) -> Node:
    answer = node("Answer", text=item.answer)
    return {"mainEntity": [node("Question", name=item.question, acceptedAnswer=answer)]}


def figures(viewer: Viewer, item: Infographic) -> Node:
    return {
        "variableMeasured": measured(item),
        "temporalCoverage": iso(item.as_of) if item.as_of else "",
        "creator": named(item.source) if item.source else None,
        "distribution": download(viewer, item),
    }


def measured(item: Infographic) -> list[Node | str]:
    """Each number with what it counts; of a table only what it counts, for its cells are in the file."""
    numbers = [number for block in item.story for number in infographic.numbers(block)]
    columns = [name for block in item.story if block.table for name in infographic.counted(block.table)]
    values = [node("PropertyValue", name=each.label, value=each.value, unitText=each.unit) for each in numbers]
    return [*values, *dict.fromkeys(columns)]


def download(viewer: Viewer, item: Infographic) -> Node | None:
    url = absolute(viewer.settings, infographic.data_path(item))
    return node("DataDownload", encodingFormat="text/csv", contentUrl=url) if url else None


def figure(_: Viewer, item: KeyFigure) -> Node:
    return {
        "variableMeasured": [node("PropertyValue", name=item.label, value=item.value)],
        "temporalCoverage": iso(item.as_of) if item.as_of else "",
        "citation": item.source,
    }


def fact_check(_: Viewer, item: FactCheck) -> Node:
    """The claim in words; where it was spread is not told, so that nobody is led there."""
    refutes = item.verdict is not Verdict.TRUE
    rating = node(
        "Rating",
        ratingValue=RATINGS[item.verdict],
        worstRating=1,
        bestRating=TRUEST,
        alternateName=VERDICT_LABELS[item.verdict],
    )
    return {
        "claimReviewed": item.claim,
        "reviewBody": item.truth,
        "itemReviewed": node("Claim", name=APPEARS.sub("", item.claim)),
        "reviewRating": rating,
        "citation": item.evidence,
        "isBasedOn": None if refutes else item.source_url,
    }


def lesson(_: Viewer, item: Lesson) -> Node:
    steps = [node("HowToStep", position=number, text=step) for number, step in enumerate(item.steps, 1)]
    took = duration(item.takes)
    return {"learningResourceType": "Bài hướng dẫn", "timeRequired": took, "totalTime": took, "step": steps}


def duration(text: str) -> str:
    """`1 giờ 30 phút` → `PT1H30M`; nothing for what is no such length."""
    found = DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()):
        return ""
    hours, minutes = found.groups()
    return "PT" + (f"{int(hours)}H" if hours else "") + (f"{int(minutes)}M" if minutes else "")


def quote(_: Viewer, item: Quote) -> Node:
    return {
        "text": item.quote,
        "creator": named(item.speaker) | ({"jobTitle": item.role} if item.role and is_person(item.speaker) else {}),
        "citation": item.cited_from,
    }


def is_person(name: str) -> bool:
    return bool(named(name)["@type"] == "Person")


def message(_: Viewer, item: Message) -> Node:
    return {"text": item.message, "about": item.campaign}
