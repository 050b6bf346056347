from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from chuyenmuc.content.base import Saying
from chuyenmuc.content.fields import Audience, Kind
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Campaign, Document, Event, Item, Section
from chuyenmuc.content.locked import Locked
from chuyenmuc.vietnamese.dates import day_of, starts
from chuyenmuc.vietnamese.slugs import slugify

Key = TypeVar("Key")

NEAREST = 8  # items on either side that are asked whether they are related
SEASON = timedelta(days=60)  # before and after a campaign
TIMELESS = frozenset({Kind.LESSON, Kind.INFOGRAPHIC, Kind.DOCUMENT, Kind.QUESTION})
TAG, TOPIC = 2, 1  # how much a shared one says


@lru_cache(maxsize=10_000)
def tag_key(tag: str) -> str:
    """Tags that differ only in marks, capitals or signs are one; empty when nothing of a tag fits an address."""
    return slugify(tag)


def month_key(item: Item) -> str:
    """`2026-10`"""
    return f"{day_of(item.date):%Y-%m}"


def tags_of(item: Item) -> list[str]:
    return [key for key in dict.fromkeys(map(tag_key, item.tags)) if key]


@dataclass(frozen=True)
class Archive:
    """Everything that was read. Items are in the order of their files; queries give the newest first."""

    items: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: tuple[str, ...] = ()
    """Files of which no item could be made."""
    locked: tuple[Locked, ...] = ()
    """Sentences to be kept word for word wherever they are said."""
    sayings: tuple[Saying, ...] = ()
    """What sections say of themselves."""

    def due(self, today: date) -> Archive:
        some = tuple(item for item in self.items if item.due(today))
        return Archive(some, self.sections, self.findings, locked=self.locked)

    def only(self, items: Iterable[Item]) -> Archive:
        """For questions about some items alone; what they name is still looked for among all."""
        some = Archive(tuple(items), self.sections, locked=self.locked)
        vars(some).update(by_file=self.by_file, documents=self.documents, fronts=self.fronts, fronts_of=self.fronts_of)
        return some

    @cached_property
    def newest(self) -> list[Item]:
        return sorted(self.items, key=lambda item: (starts(item.date), item.place.key), reverse=True)

    @cached_property
    def ordered_sections(self) -> list[Section]:
        """Sections that readers can enter: with a title in the menu's order, the content root left out."""
        entered = [section for section in self.sections if section.path]
        return sorted(entered, key=lambda section: (section.order, section.path))

    @cached_property
    def stream(self) -> list[Item]:
        """What stands in lists and feeds, the newest first: all but plain pages."""
        return [item for item in self.newest if item.kind is not Kind.PAGE]

    def within(self, section: Section) -> list[Item]:
        """The section's own items and those of sections inside it."""
        return self.by_section.get(section.path, [])

    @cached_property
    def by_section(self) -> dict[str, list[Item]]:
        """By the path of a section and of each above it; under the empty path what stands in no section."""
        return indexed(self.stream, lambda item: upwards(item.place.section.path))

    @cached_property
    def by_folder(self) -> dict[str, list[Item]]:
        """A section's own items alone."""
        return indexed(self.stream, lambda item: [item.place.section.path])

    @cached_property
    def by_topic(self) -> dict[int, list[Item]]:
        return indexed(self.stream, lambda item: item.topics)

    @cached_property
    def by_tag(self) -> dict[str, list[Item]]:
        return indexed(self.stream, tags_of)

    @cached_property
    def by_audience(self) -> dict[Audience, list[Item]]:
        return indexed(self.stream, lambda item: dict.fromkeys(item.audiences))

    @cached_property
    def by_month(self) -> dict[str, list[Item]]:
        return indexed(self.stream, lambda item: [month_key(item)])

    @cached_property
    def tag_titles(self) -> dict[str, str]:
        """Each tag in the spelling used most; among equals the one with more marks, then as in a sentence."""
        spelt: dict[str, Counter[str]] = {}
        for item in self.stream:
            for tag in item.tags:
                spelt.setdefault(tag_key(tag), Counter())[tag] += 1
        return {key: min(ways, key=lambda way: liking(way, ways[way])) for key, ways in spelt.items() if key}

    def inside(self, section: Section) -> list[Section]:
        """The sections right below, in the order of the menu."""
        return self.sections_below.get(section.path, [])

    @cached_property
    def sections_below(self) -> dict[str, list[Section]]:
        known = {section.path for section in self.sections}
        found: dict[str, list[Section]] = {}
        for section in self.ordered_sections:
            above = [path for path in upwards(section.path)[:-1] if path in known]
            if above:
                found.setdefault(above[-1], []).append(section)
        return found

    @cached_property
    def fronts(self) -> dict[str, Campaign]:
        """By the path of its folder, each campaign that is that folder's own page."""
        found = (item for item in self.items if isinstance(item, Campaign) and item.whole)
        return {item.place.section.path: item for item in found}

    def members(self, front: Campaign) -> list[Item]:
        """What stands in a campaign's folder, and what elsewhere bears its tag and falls into its season."""
        inside = [item for item in self.by_section.get(front.place.section.path, []) if item is not front]
        own = {item.place.key for item in inside}
        tagged = self.by_tag.get(tag_key(front.tag), []) if front.tag else []
        beside = (item for item in tagged if item.place.key not in own and not isinstance(item, Campaign))
        return [*inside, *(item for item in beside if in_season(item, front))]

    @cached_property
    def fronts_of(self) -> dict[str, tuple[Campaign, ...]]:
        """By an item's file the campaigns whose folder it stands in or whose tag it bears, their own pages included."""
        found: dict[str, tuple[Campaign, ...]] = {}
        for front in self.fronts.values():
            for item in (front, *(other for other in self.members(front) if not other.place.is_front)):
                found[item.place.name] = (*found.get(item.place.name, ()), front)
        return found

    def other_years(self, front: Campaign) -> list[Campaign]:
        """Campaigns in the folders beside it, the latest first."""
        above = front.place.section.path.rpartition("/")[0]
        beside = (item for path, item in self.fronts.items() if path.rpartition("/")[0] == above and item is not front)
        return sorted(beside, key=lambda item: (item.year, item.place.key), reverse=True)

    def has_themes(self, front: Campaign) -> bool:
        """Whether a year of that campaign has an official theme; an agency's own campaign has none in any year."""
        return any(item.theme for item in (front, *self.other_years(front)))

    @cached_property
    def by_file(self) -> dict[Path, Item]:
        return {item.place.real_file: item for item in self.items}

    @cached_property
    def by_name(self) -> dict[str, Item]:
        return {item.place.name: item for item in self.items}

    @cached_property
    def documents(self) -> dict[str, list[Document]]:
        """By number: two provinces may give theirs the same one."""
        found: dict[str, list[Document]] = {}
        for item in self.items:
            if isinstance(item, Document):
                found.setdefault(item.number, []).append(item)
        return found

    def upcoming(self, today: date) -> list[Event]:
        events = [item for item in self.items if isinstance(item, Event) and day_of(item.end or item.start) >= today]
        return sorted(events, key=lambda event: starts(event.start))

    def related(self, item: Item, most: int = 3) -> list[Item]:
        """Other items that share most tags and topics, the newer first among equals."""
        own = item.place.key
        if (own, most) not in self.kin:
            self.kin[own, most] = self.nearest(item, most)
        return [self.newest[rank] for rank in self.kin[own, most]]

    @cached_property
    def kin(self) -> dict[tuple[str, int], list[int]]:
        """What has been asked so far: by an item's key and how many, the ranks of its relations."""
        return {}

    def after(self, before: Archive) -> None:
        """Takes over who is related to whom, where no item came, went or changed its place or its labels."""
        if self.rank == before.rank and self.labels == before.labels:
            vars(self)["kin"] = before.kin

    def nearest(self, item: Item, most: int) -> list[int]:
        tags, topics = self.labels[self.rank[item.place.key]]
        last = len(self.labels)

        def liking(other: int) -> int:
            other_tags, other_topics = self.labels[other]
            return other - last * (TAG * len(tags & other_tags) + TOPIC * len(topics & other_topics))

        return [liked % last for liked in sorted(liking(other) for other in self.candidates(item))[:most]]

    @cached_property
    def labels(self) -> list[tuple[frozenset[str], frozenset[int]]]:
        """By an item's rank its tags and topics."""
        return [(frozenset(tags_of(item)), frozenset(item.topics)) for item in self.newest]

    def candidates(self, item: Item) -> set[int]:
        """Ranks of the nearest in time of each list it stands in: to ask all others would take a square of time."""
        own = self.rank[item.place.key]
        lists = [self.tagged.get(tag, []) for tag in tags_of(item)]
        lists += [self.on_topic.get(topic, []) for topic in item.topics]
        found: set[int] = set()
        for ranks in lists:
            place = bisect_left(ranks, own)
            found.update(ranks[max(place - NEAREST, 0) : place + NEAREST + 1])
        return found - {own}

    @cached_property
    def tagged(self) -> dict[str, list[int]]:
        return {tag: self.ranks(items) for tag, items in self.by_tag.items()}

    @cached_property
    def on_topic(self) -> dict[int, list[int]]:
        return {topic: self.ranks(items) for topic, items in self.by_topic.items()}

    def ranks(self, items: list[Item]) -> list[int]:
        return [self.rank[item.place.key] for item in items]

    def neighbours(self, item: Item) -> tuple[Item | None, Item | None]:
        """The next newer and the next older item of its section; a folder's own page has none."""
        listed = self.by_folder.get(item.place.section.path, [])
        listed = (
            [other for other in listed if not other.place.is_front]
            if item.place.section.path in self.fronts
            else listed
        )
        place = self.place_in(listed, item)
        if item.place.is_front or item not in listed[place : place + 1]:
            return None, None
        newer = listed[place - 1] if place else None
        return newer, next(iter(listed[place + 1 : place + 2]), None)

    @cached_property
    def rank(self) -> dict[str, int]:
        return {item.place.key: number for number, item in enumerate(self.newest)}

    def place_in(self, listed: list[Item], item: Item) -> int:
        """Where an item stands, or would stand, in a list of the newest first."""
        return bisect_left(listed, self.rank[item.place.key], key=lambda other: self.rank[other.place.key])


def indexed(items: Iterable[Item], keys: Callable[[Item], Iterable[Key]]) -> dict[Key, list[Item]]:
    found: dict[Key, list[Item]] = {}
    for item in items:
        for key in keys(item):
            found.setdefault(key, []).append(item)
    return found


def in_season(item: Item, front: Campaign) -> bool:
    """What has a day of its own belongs to the campaign near whose days it falls; what teaches belongs to every one."""
    if item.kind in TIMELESS or front.first_day is None or front.last_day is None:
        return True
    day = day_of(item.start if isinstance(item, Event) else item.date)
    return front.first_day - SEASON <= day <= front.last_day + SEASON


def upwards(path: str) -> list[str]:
    """`tin/xa/ban` → `tin`, `tin/xa`, `tin/xa/ban`"""
    parts = path.split("/")
    return ["/".join(parts[:number]) for number in range(1, len(parts) + 1)]


def liking(spelling: str, times: int) -> tuple[int, int, int, str]:
    return -times, sum(char.isascii() for char in spelling), shouting(spelling), spelling


def shouting(spelling: str) -> int:
    """`Chuyển đổi số` and `AI` before `Chuyển Đổi Số`, before `chuyển đổi số`, before `CHUYỂN ĐỔI SỐ`."""
    if spelling == spelling.capitalize() or (spelling.isupper() and spelling.isascii() and " " not in spelling):
        return 0
    return 3 if spelling.isupper() else 2 if spelling.islower() else 1
