"""What was found of each item, for the next check of the same process: only new items are judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item

Judge = Callable[[Sequence[Item]], Iterable[Finding]]


@dataclass
class Judged:
    """By an item's file: the item and its findings."""

    known: dict[str, tuple[Item, list[Finding]]] = field(default_factory=dict)

    def of(self, items: Iterable[Item], judge: Judge) -> list[Finding]:
        """All findings, where the judge is asked about those items alone that it has not seen."""
        kept = {item.place.name: found for item in items if (found := self.found(item)) is not None}
        new = {item.place.name: item for item in items if item.place.name not in kept}
        told: dict[str, list[Finding]] = {}
        for finding in judge(list(new.values())):
            told.setdefault(finding.file, []).append(finding)
        self.known = {
            item.place.name: (item, kept.get(item.place.name, told.get(item.place.name, []))) for item in items
        }
        return [finding for found in (*kept.values(), *told.values()) for finding in found]

    def found(self, item: Item) -> list[Finding] | None:
        seen, found = self.known.get(item.place.name, (None, []))
        return found if seen is item else None


@dataclass
class Memory:
    by_rules: Judged = field(default_factory=Judged)
    by_studio: Judged = field(default_factory=Judged)
    known: object = None

    def heed(self, archive: Archive) -> None:
        """Citations are held against the days of documents, sayings against locked sentences and campaigns' messages.

        When one of these changes, all are judged anew.
        """
        days = {number: [document.issued for document in same] for number, same in archive.documents.items()}
        said = [
            (front.place.name, front.title, front.messages, front.tag, front.first_day, front.last_day)
            for front in archive.fronts.values()
        ]
        known = days, [entry.text for entry in archive.locked], said
        if known != self.known:
            self.by_rules, self.known = Judged(), known
