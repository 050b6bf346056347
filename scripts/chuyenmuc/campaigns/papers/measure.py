"""A sheet of paper in the pixels of a scene."""

from __future__ import annotations

from dataclasses import dataclass

from chuyenmuc.campaigns.catalogue import Piece
from chuyenmuc.images.box import Box

DOT = 10  # pixels of a scene to a millimetre
POINT = 25.4 / 72 * DOT
LEAST = 8.05 * POINT  # the smallest text that paper in the hand may have
MARGIN = 0.075  # of the shorter side: what looks well; the piece's own safe margin is often less


@dataclass(frozen=True)
class Paper:
    """Millimetres once cut, the bleed beyond each edge, and what edges keep clear; boxes are pixels of a scene."""

    width: float
    height: float
    bleed: float
    safe: float

    @classmethod
    def of(cls, piece: Piece) -> Paper:
        return cls(piece.size.width, piece.size.height, piece.bleed, piece.safe)

    @property
    def frame(self) -> Box:
        """With its bleed."""
        return Box(0, 0, *(round((side + 2 * self.bleed) * DOT) for side in (self.width, self.height)))

    @property
    def trim(self) -> Box:
        return self.part(0, self.width)

    @property
    def margin(self) -> float:
        return max(self.safe, MARGIN * min(self.width, self.height)) * DOT

    @property
    def area(self) -> Box:
        return self.trim.inset(*(4 * (self.margin,)))

    def part(self, start: float, width: float) -> Box:
        """From so many millimetres behind the left edge: a panel from head to foot."""
        return Box((self.bleed + start) * DOT, self.bleed * DOT, width * DOT, self.height * DOT)
