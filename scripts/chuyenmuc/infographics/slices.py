"""A part of a block as it stands on one page: some of its entries, all in the measure of the whole block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from chuyenmuc.content.infographic import Block


@dataclass(frozen=True)
class Slice:
    """Entries from `first` up to `last` (not included), counted from 0. `source` is told of the whole block."""

    block: Block
    first: int
    last: int
    source: str = ""

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
        return [Slice(self.block, low, high, self.source) for low, high in pairwise(edges)]


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
