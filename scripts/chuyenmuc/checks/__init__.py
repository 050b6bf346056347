"""What may be published: one module a rule family, each turning the archive into findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import chain

from chuyenmuc.checks import (
    addresses,
    approval,
    campaigns,
    citations,
    documents,
    english,
    events,
    factchecks,
    figures,
    footnotes,
    headings,
    locked,
    media,
    order,
    placeholders,
    references,
    wording,
)
from chuyenmuc.checks.memory import Memory
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.processes import shared_out

Family = Callable[[Archive], Iterable[Finding]]
# Of these an item's findings depend on the item and on what it names.
SINGLE: tuple[Family, ...] = (
    approval.check,
    order.check,
    wording.check,
    references.check,
    english.check,
    events.check,
    citations.check,
    figures.check,
    factchecks.check,
    headings.check,
    footnotes.check,
    media.check,
    placeholders.check,
    locked.check,
    campaigns.check,
)
# Of these on all the others too.
TOGETHER: tuple[Family, ...] = (addresses.check, documents.check, campaigns.unfronted, locked.outside)
FEW = 400  # items: so many are judged in this process


def check(archive: Archive, memory: Memory | None = None, today: date | None = None) -> list[Finding]:
    """Every problem at once, those met while reading included, by file and line; without a day none of the future."""
    memory = memory or Memory()
    memory.heed(archive)
    found = memory.by_rules.of(archive.items, partial(judged, archive))
    for family in TOGETHER:
        found += family(archive)
    if today:
        found += [*approval.early(archive, today), *campaigns.late(archive, today)]
    return sorted({*archive.findings, *justified(archive, found)})


def justified(archive: Archive, found: Iterable[Finding]) -> Iterator[Finding]:
    """Without what is found of a key only because its value could not be read, which is told already."""
    wrong = {item.place.name: item.place.wrong for item in archive.items if item.place.wrong}
    return (finding for finding in found if finding.field not in wrong.get(finding.file, ()))


def judged(archive: Archive, items: Sequence[Item]) -> Iterator[Finding]:
    return chain.from_iterable(shared_out(partial(single, archive), items, FEW))


def single(archive: Archive, items: Sequence[Item]) -> list[Finding]:
    some = archive.only(items)
    return [finding for family in SINGLE for finding in family(some)]
