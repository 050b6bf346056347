"""A part of a block as it stands on one page: some of its entries, all in the measure of the whole block."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

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

    def parted(self, count: int) -> list[Slice]:
        """In so many parts, as even as can be."""
        total = self.last - self.first
        edges = [self.first + round(total * number / count) for number in range(count + 1)]
        return [Slice(self.block, low, high, self.source) for low, high in pairwise(edges)]
