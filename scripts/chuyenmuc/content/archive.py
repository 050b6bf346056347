from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from chuyenmuc.content.fields import Relation
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Document, Event, Item, Section
from chuyenmuc.vietnamese.dates import day_of, starts


@dataclass(frozen=True)
class Archive:
    """Everything that was read. Items are in the order of their files; queries give the newest first."""

    items: tuple[Item, ...] = ()
    sections: tuple[Section, ...] = ()
    findings: tuple[Finding, ...] = ()

    def due(self, today: date) -> Archive:
        return Archive(tuple(item for item in self.items if item.due(today)), self.sections, self.findings)

    @cached_property
    def newest(self) -> list[Item]:
        return sorted(self.items, key=lambda item: (starts(item.date), item.place.key), reverse=True)

    @cached_property
    def ordered_sections(self) -> list[Section]:
        """Sections that readers can enter: with a title in the menu's order, the content root left out."""
        entered = [section for section in self.sections if section.path]
        return sorted(entered, key=lambda section: (section.order, section.path))

    def within(self, section: Section) -> list[Item]:
        """The section's own items and those of sections inside it."""
        return [item for item in self.newest if f"{item.place.section.path}/".startswith(f"{section.path}/")]

    @cached_property
    def by_file(self) -> dict[Path, Item]:
        return {item.place.file.resolve(): item for item in self.items}

    @cached_property
    def documents(self) -> dict[str, list[Document]]:
        """By number: two provinces may give theirs the same one."""
        found: dict[str, list[Document]] = {}
        for item in self.items:
            if isinstance(item, Document):
                found.setdefault(item.number, []).append(item)
        return found

    @cached_property
    def cited_by(self) -> dict[str, list[tuple[Relation, Document]]]:
        """For a document's number: the documents that implement, rest on or replace it."""
        found: dict[str, list[tuple[Relation, Document]]] = {}
        for document in (document for same in self.documents.values() for document in same):
            for relation, numbers in document.relations.items():
                for number in numbers:
                    found.setdefault(number, []).append((relation, document))
        return found

    def upcoming(self, today: date) -> list[Event]:
        events = [item for item in self.items if isinstance(item, Event) and day_of(item.end or item.start) >= today]
        return sorted(events, key=lambda event: starts(event.start))

    def related(self, item: Item, most: int = 3) -> list[Item]:
        """Other items that share most tags and topics, the newer first among equals."""

        def shared(other: Item) -> int:
            return 2 * len(set(item.tags) & set(other.tags)) + len(set(item.topics) & set(other.topics))

        others = [other for other in self.newest if other.place.key != item.place.key and shared(other)]
        return sorted(others, key=shared, reverse=True)[:most]
