"""What may be published: one module a rule family, each turning the archive into findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from chuyenmuc.checks import (
    addresses,
    approval,
    citations,
    documents,
    events,
    factchecks,
    figures,
    media,
    order,
    references,
    wording,
)
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding

FAMILIES: tuple[Callable[[Archive], Iterable[Finding]], ...] = (
    addresses.check,
    approval.check,
    order.check,
    wording.check,
    references.check,
    documents.check,
    events.check,
    citations.check,
    figures.check,
    factchecks.check,
    media.check,
)


def check(archive: Archive) -> list[Finding]:
    """Every problem at once, those met while reading included, by file and line."""
    found = [*archive.findings]
    for family in FAMILIES:
        found += family(archive)
    return sorted(set(found))
