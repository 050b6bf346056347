"""What a campaign's pieces print, as plain words that travel to another process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chuyenmuc.content.agency import Settings
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.campaign import Campaign, Placement, Task
from chuyenmuc.content.fields import Status
from chuyenmuc.content.items import Event, Item, Lesson
from chuyenmuc.content.links import local_file
from chuyenmuc.vietnamese.dates import day_of, short, span, starts


@dataclass(frozen=True)
class Occasion:
    """An event of the campaign; `when` in words."""

    title: str
    when: str
    place: str
    day: date


@dataclass(frozen=True)
class Skill:
    """A lesson, as a card tells it."""

    key: str
    title: str
    steps: tuple[str, ...]
    takes: str
    address: str


@dataclass(frozen=True)
class Brief:
    """`address` is that of the campaign's page, empty as long as the site has none.

    `logo` and `visual` are paths of the year's official files, empty where there are none; `sponsors` (name, path of
    the logo). `main_day` is what a countdown counts to.
    """

    key: str
    title: str
    summary: str
    year: int
    badge: str
    theme: str
    period: str
    main_day: date | None
    first_day: date | None
    last_day: date | None
    messages: tuple[str, ...]
    hashtags: tuple[str, ...]
    occasions: tuple[Occasion, ...]
    skills: tuple[Skill, ...]
    places: tuple[Placement, ...]
    tasks: tuple[Task, ...]
    palette: str
    agency: str
    short_name: str
    parent: str
    contact: str
    site_name: str
    address: str
    logo: str
    visual: str
    sponsors: tuple[tuple[str, str], ...]
    date: str
    sample: bool
    draft: bool

    @classmethod
    def of(cls, front: Campaign, archive: Archive, settings: Settings) -> Brief:
        agency, members = settings.agency, archive.members(front)
        root = settings.site_url.rstrip("/") if settings.site_url else ""
        identity = front.identity
        return cls(
            key=front.place.key,
            title=front.title,
            summary=front.description,
            year=front.year,
            badge=front.badge,
            theme=front.theme,
            period=span(front.start, front.end) if front.start else "",
            main_day=front.main_day,
            first_day=front.first_day,
            last_day=front.last_day,
            messages=tuple(front.messages),
            hashtags=tuple(front.hashtags),
            occasions=occasions(members),
            skills=tuple(skill(item, root) for item in members if isinstance(item, Lesson)),
            places=tuple(front.places),
            tasks=tuple(front.tasks),
            palette=front.place.section.color,
            agency=agency.name,
            short_name=agency.short_name,
            parent=agency.parent,
            contact=" · ".join(part for part in (agency.phone, agency.email) if part),
            site_name=settings.site_name,
            address=f"{root}/{front.place.url}" if root else "",
            logo=path_of(front, identity.logo if identity else ""),
            visual=path_of(front, identity.visual if identity else ""),
            sponsors=tuple((sponsor.name, path_of(front, sponsor.logo)) for sponsor in front.sponsors),
            date=short(day_of(front.date)),
            sample=front.sample,
            draft=front.status is not Status.APPROVED,
        )

    @property
    def bare(self) -> bool:
        """Whether it has nothing yet to hand out."""
        return not (self.messages or self.occasions or self.skills)

    @property
    def official(self) -> str:
        """The year's logo, or else its picture."""
        return self.logo or self.visual

    @property
    def signs(self) -> tuple[str, ...]:
        """What the title of a printer's file begins with: nobody prints by mistake what is not meant for it."""
        return ("MẪU",) * self.sample + ("BẢN NHÁP",) * self.draft

    @property
    def files(self) -> tuple[str, ...]:
        """Every picture that its pieces may show."""
        return tuple(path for path in (self.logo, self.visual, *(logo for _, logo in self.sponsors)) if path)


def occasions(members: list[Item]) -> tuple[Occasion, ...]:
    """Events in the order in which they come; deadlines are for staff."""
    events = [item for item in members if isinstance(item, Event) and not item.deadline and item.notice is None]
    ordered = sorted(events, key=lambda event: (starts(event.start), event.place.key))
    return tuple(
        Occasion(event.title, span(event.start, event.end), event.location, day_of(event.start)) for event in ordered
    )


def skill(item: Lesson, root: str) -> Skill:
    address = f"{root}/{item.place.url}" if root else ""
    return Skill(item.place.key, item.title, tuple(item.steps), item.takes, address)


def path_of(item: Item, name: str) -> str:
    path = local_file(item.place, name) if name else None
    return str(path) if path and Path(path).is_file() else ""
