"""What a layout may print of an item."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chuyenmuc.content.agency import Settings
from chuyenmuc.content.fields import KIND_LABELS, VERDICT_LABELS, Kind, Status
from chuyenmuc.content.items import (
    Campaign,
    Cover,
    Document,
    Event,
    Exemplar,
    FactCheck,
    Infographic,
    Item,
    KeyFigure,
    Lesson,
    Message,
    Question,
    Quote,
)
from chuyenmuc.content.links import local_file
from chuyenmuc.content.media import Album, Podcast, Slides, Video
from chuyenmuc.vietnamese.dates import When, day_of, short, span, weekday

Values = dict[str, Any]

# Names that a layout may use: of every item, and of each kind beside them.
COMMON = (
    *("title", "description", "section", "kind_label", "topic", "date", "day", "month", "year", "weekday"),
    *("agency", "short_name", "parent", "site_name", "page_url", "source", "sample", "photo"),
)
OF_KIND: dict[str, tuple[str, ...]] = {
    Kind.EVENT: ("when", "location"),
    Kind.DOCUMENT: ("number", "type", "issuer", "issued", "abstract"),
    Kind.INFOGRAPHIC: ("figures",),
    Kind.CAMPAIGN: ("messages", "period", "badge", "theme"),
    Kind.QUOTE: ("quote", "speaker", "role", "cited_from"),
    Kind.FIGURE: ("value", "label", "as_of"),
    Kind.QUESTION: ("question", "answer"),
    Kind.MODEL: ("honouree", "unit", "achievement"),
    Kind.FACT_CHECK: ("claim", "verdict", "verdict_label", "truth", "evidence"),
    Kind.LESSON: ("steps", "takes"),
    Kind.MESSAGE: ("message", "campaign"),
    Kind.VIDEO: ("duration",),
    Kind.PODCAST: ("duration", "episode"),
    Kind.SLIDES: ("pages",),
    Kind.ALBUM: ("count",),
}
# Cards of no kind of content, each with the layout of its own name.
COUNTDOWN = "dem-nguoc"
OF_LAYOUT: dict[str, tuple[str, ...]] = {COUNTDOWN: ("lead", "count", "unit", "when", "theme")}
# A plain page is no news: no channel takes an image of it.
DRAWN = tuple(kind for kind in Kind if kind is not Kind.PAGE)
ILLUSTRATION, MADE_BY_AI = "Hình ảnh minh họa", "Hình do AI tạo"


@dataclass(frozen=True)
class Card:
    """An item as data that travels to another process.

    Texts, palette name, seed of its drawn cover, photo with the label that it must bear, sponsors (name, logo),
    the official sign of a campaign.
    """

    key: str
    kind: str
    palette: str
    topic: int
    values: Values = field(hash=False)
    photo: str = ""
    focus: tuple[float, float] = (0.5, 0.5)
    photo_label: str = ""
    sponsors: tuple[tuple[str, str], ...] = ()
    sign: str = ""
    draft: bool = False

    @property
    def files(self) -> list[str]:
        """Every file that goes into the drawing."""
        return [path for path in (self.photo, self.sign, *(logo for _, logo in self.sponsors)) if path]


def card(item: Item, settings: Settings) -> Card:
    return Card(
        key=item.place.key,
        kind=item.kind.value,
        palette=item.place.section.color,
        topic=item.topics[0] if item.topics else 0,
        values=values(item, settings) | specific(item),
        photo=path_of(item, item.cover.src) if item.cover else "",
        focus=item.cover.focus if item.cover else (0.5, 0.5),
        photo_label=photo_label(item.cover) if item.cover else "",
        sponsors=tuple((sponsor.name, path_of(item, sponsor.logo)) for sponsor in item.sponsors),
        sign=official_sign(item),
        draft=item.status is not Status.APPROVED,
    )


def official_sign(item: Item) -> str:
    """The year's logo, or else its picture."""
    given = item.identity if isinstance(item, Campaign) else None
    return path_of(item, given.logo or given.visual) if given else ""


def path_of(item: Item, name: str) -> str:
    path = local_file(item.place, name) if name else None
    return str(path) if path else ""


def photo_label(cover: Cover) -> str:
    labels = [ILLUSTRATION if cover.illustration else "", MADE_BY_AI if cover.ai else ""]
    return " · ".join(label for label in labels if label)


def values(item: Item, settings: Settings) -> Values:
    agency, day = settings.agency, day_of(item.start if isinstance(item, Event) else item.date)
    return {
        "title": item.title,
        "description": item.description,
        "section": item.place.section.title,
        "kind_label": KIND_LABELS[item.kind],
        "topic": item.topics[0] if item.topics else 0,
        "date": short(day_of(item.date)),
        "day": f"{day:%d}",
        "month": f"Tháng {day.month}",
        "year": str(day.year),
        "weekday": weekday(day),
        "agency": agency.name,
        "short_name": agency.short_name,
        "parent": agency.parent,
        "site_name": settings.site_name,
        "page_url": settings.site_url and f"{settings.site_url.rstrip('/')}/{item.place.url}",
        "source": item.source,
        "sample": item.sample,
        "photo": bool(item.cover),
    }


def told(when: When | None) -> str:
    return short(day_of(when)) if when else ""


def specific(item: Item) -> Values:
    match item:
        case Event():
            return {"when": span(item.start, item.end), "location": item.location}
        case Document():
            return plain(item, "number", "type", "issuer", "abstract") | {"issued": told(item.issued)}
        case Infographic():
            return {"figures": item.leading}
        case Campaign():
            period = span(item.start, item.end) if item.start else ""
            return plain(item, "messages", "badge", "theme") | {"period": period}
        case KeyFigure():
            return plain(item, "value", "label") | {"as_of": told(item.as_of)}
        case FactCheck():
            judged = {"verdict": item.verdict.value, "verdict_label": VERDICT_LABELS[item.verdict]}
            return plain(item, "claim", "truth", "evidence") | judged
        case Quote() | Question() | Exemplar() | Lesson() | Message():
            return plain(item, *OF_KIND[item.kind])
    return of_media(item)


def of_media(item: Item) -> Values:
    match item:
        case Video():
            return plain(item, "duration")
        case Podcast():
            return {"duration": item.duration, "episode": item.episode or ""}
        case Slides():
            return {"pages": len(item.slides)}
        case Album():
            return {"count": len(item.photos)}
    return {}


def plain(item: Item, *names: str) -> Values:
    return {name: getattr(item, name) for name in names}


def photo_path(item: Item) -> Path | None:
    return local_file(item.place, item.cover.src) if item.cover else None
