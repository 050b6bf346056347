"""A part of a block as it stands on one page: some of its entries, all in the measure of the whole block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from chuyenmuc.content.infographic import Block


@dataclass(frozen=True)
class Slice:
    """Entries from `first` up to `last` (not included), counted from 0.

    `origins` are source and day of each entry, or one for all of them.
    """

    block: Block
    first: int
    last: int
    origins: tuple[tuple[str, str], ...] = ()

    @property
    def source(self) -> str:
        """Where what stands here comes from."""
        own = len(self.origins) == self.block.entries
        return listed(self.origins[self.first : self.last] if own else self.origins)

    @property
    def begins(self) -> bool:
        return self.first == 0

    @property
    def ends(self) -> bool:
        return self.last >= self.block.entries

    def parted(self, count: int, heights: Sequence[float] = ()) -> list[Slice]:
        """In so many parts: of about the same height, where the entries' heights are told, else of as many entries."""
        total = self.last - self.first
        edges = [self.first + edge for edge in evened(heights or [1.0] * total, count)]
        return [Slice(self.block, low, high, self.origins) for low, high in pairwise(edges)]


def listed(origins: Iterable[tuple[str, str]]) -> str:
    """Each source once, in the order in which they are met; the day once where it is one for all."""
    found = list(dict.fromkeys((source, day) for source, day in origins if source or day))
    days, names = {day for _, day in found}, {source for source, _ in found}
    if len(names) == 1 and all(days) and len(days) > 1:
        return f"{names.pop()}, {since('; '.join(day for _, day in found))}"
    if len(days) == 1:
        sources = "; ".join(dict.fromkeys(source for source, _ in found if source))
        return ", ".join(part for part in (sources, since(days.pop())) if part)
    return "; ".join(", ".join(part for part in (source, since(day)) if part) for source, day in found)


def since(day: str) -> str:
    return f"tính đến {day}" if day else ""


def evened(heights: Sequence[float], count: int) -> list[int]:
    """Where to cut a row of entries into so many parts that the sum of their squared heights is least."""
    sums, none = [0.0, *accumulate(heights)], (float("inf"), list[int]())

    def best(known: list[tuple[float, list[int]]], end: int) -> tuple[float, list[int]]:
        ways = ((cost + (sums[end] - sums[start]) ** 2, [*cuts, end]) for start, (cost, cuts) in enumerate(known[:end]))
        return min(ways, default=none)

    found = [(0.0, [0])] + [none] * len(heights)
    for _ in range(count):
        found = [best(found, end) for end in range(len(sums))]
    return found[-1][1]
