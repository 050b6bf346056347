"""The sponsors' strip of a printed piece: at the right of what is wide, at the bottom of what is tall, within the law.

Its names are read from as far away as all else and are all of one size; what they are is told smaller. It is as narrow
as they let it be, and broader than the brand says, up to what the law lets it take, only where they would not fit.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import NamedTuple

from chuyenmuc.campaigns.prints.scribe import CLOSE, Scribe, room
from chuyenmuc.images.blocks import Block, pictured
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import MOST_SPONSORED
from chuyenmuc.images.scene import Fill, Shape
from chuyenmuc.images.sponsors import TITLE, Sponsors
from chuyenmuc.typesetting.pen import TooTight

LABEL, TIGHT = 0.6, 0.8  # of the names' size: what they are; of that, where a narrow strip asks for it
SMALL = 0.255  # of the strip's shorter side: the largest size of a name
EASY = 0.85  # of that: names are no smaller while the strip is no broader than usual
INWARD, EDGE = 1.15, 0.032  # of the safe margin; of the sheet's shorter side: from the cut edge to names
INNER = 0.75  # of that: from the strip's own edge
LEAST, STEPS = 0.04, 7  # the narrowest strip; widths that are tried
SIZES = 3  # sizes that are tried
LOGO_LEAST, LOGO_MOST = 1.7, 2.6  # of the names' size: a logo's height
LOGO_TIGHT, LOGO_CLOSE, CLOSER = 0.9, 1.2, 0.6  # the same, and of gaps, where there would be no room else
APART, FURTHER = 0.7, 1.3  # of the names' size: between two of them, and so much more where there is room
PLATE = 0.56  # of a banner's height: what is lower than that stands on a plate in the corner


@dataclass(frozen=True)
class Strip:
    box: Box
    shapes: tuple[Shape, ...]


class TooNarrow(TooTight):
    """Even the broadest strip that the law allows has no room for a sponsor."""


class Setter(NamedTuple):
    """How sponsors are set: names at this size, on so many lines at most; `tight` where there is hardly room."""

    scribe: Scribe
    size: float
    lines: int
    tight: bool

    @property
    def apart(self) -> float:
        return APART * self.size * (CLOSER if self.tight else 1)

    @property
    def logo(self) -> tuple[float, float]:
        """Its least and its largest height."""
        least, most = (LOGO_TIGHT, LOGO_CLOSE) if self.tight else (LOGO_LEAST, LOGO_MOST)
        return least * self.size, most * self.size

    def name(self, words: str, width: float) -> Block:
        """Its lines in the middle of what they take."""
        within = room(width, math.inf, self.size, least=self.size, lines=self.lines, leading=CLOSE)
        found = self.scribe.text(words, within, "regular", "ink", sense=True)
        within = replace(within, width=found.width + 0.001 * self.size)
        return self.scribe.text(words, within, "regular", "ink", True, sense=True)

    def label(self, width: float, lines: int) -> Block:
        """Told in passing: no one needs to read it from afar."""
        size = LABEL * self.size
        within = room(width, math.inf, size, least=TIGHT * size, lines=lines, leading=CLOSE)
        return replace(self.scribe, letters=0.0).text(TITLE, within, "semibold", "muted", True)


Arrange = Callable[[Setter, Sponsors, Box], Block]


def strip(
    sponsors: Sponsors, scribe: Scribe, trim: Box, bleed: float, safe: Box, *, wide: bool, most: float = math.inf
) -> Strip | None:
    """`wide`: at the right; `most`: the largest size of a name. Raises TooNarrow with what finds no room."""
    if not sponsors:
        return None
    problem = TooNarrow(TITLE)
    edge = max(INWARD * (safe.x - trim.x), EDGE * min(trim.width, trim.height))
    for (ease, lines, share, tight), arrange in product(
        tries(scribe.look.sponsor_share), (column,) if wide else (row, column)
    ):
        box = placed(share, trim, bleed, wide=wide)
        inner = within(box.overlap(trim), edge, wide=wide)
        for size in sizes(scribe, inner, most, ease):
            try:
                group = arrange(Setter(scribe, size, lines, tight), sponsors, inner)
            except TooTight as found:
                problem = TooNarrow(str(found))
                continue
            return drawn(group, box, inner, trim, edge, scribe, wide=wide)
    raise problem


def tries(usual: float) -> Iterator[tuple[float, int, float, bool]]:
    """How large names must be, on how many lines, on which share of the area, how tight: the better first."""
    most = MOST_SPONSORED / 100
    for lines, share in product((1, 2, 3), steps(min(LEAST, usual), usual)):
        yield EASY, lines, share, False
    for tight, lines in ((False, 3), (True, 3), (True, 5)):
        for share in steps(usual, most):
            yield 0.0, lines, share, tight


def steps(first: float, last: float) -> Iterator[float]:
    return (first + (last - first) * step / (STEPS - 1) for step in range(STEPS))


def sizes(scribe: Scribe, inner: Box, most: float, ease: float) -> Iterator[float]:
    """The larger first."""
    least = scribe.least("regular")
    most = max(least, min(most, SMALL * max(inner.width, inner.height)))
    last = max(least, ease * most)
    yield from dict.fromkeys(most + (last - most) * step / (SIZES - 1) for step in range(SIZES))


def placed(share: float, trim: Box, bleed: float, *, wide: bool) -> Box:
    """Its share is that of the sheet once cut; it goes on into the bleed."""
    if wide:
        length = share * trim.width
        return Box(trim.right - length, trim.y - bleed, length + bleed, trim.height + 2 * bleed)
    length = share * trim.height
    return Box(trim.x - bleed, trim.bottom - length, trim.width + 2 * bleed, length + bleed)


def within(seen: Box, edge: float, *, wide: bool) -> Box:
    """Where its names may stand."""
    return seen.inset(edge, edge, edge, INNER * edge) if wide else seen.inset(INNER * edge, edge, edge, edge)


def drawn(group: Block, box: Box, inner: Box, trim: Box, edge: float, scribe: Scribe, *, wide: bool) -> Strip:
    """What is low stands on a plate in the corner instead of in the middle of a column as high as the sheet."""
    high = group.height + (1 + INNER) * edge
    if wide and high <= PLATE * trim.height:
        box = Box(box.x, trim.bottom - high, box.width, high + box.bottom - trim.bottom)
        inner = Box(inner.x, trim.bottom - edge - group.height, inner.width, group.height)
    x, y = inner.x + (inner.width - group.width) / 2, inner.y + (inner.height - group.height) / 2
    return Strip(box, (Fill(box, scribe.look.color("paper")), *group.at(x, y)))


# Arrangements ---------------------------------------------------------------------------------------------------


def column(setter: Setter, sponsors: Sponsors, inner: Box) -> Block:
    """One under another below what they are; logos share the height that names leave."""
    size, gap = setter.size, setter.apart
    label = setter.label(inner.width, 2)
    names = {name: setter.name(name, inner.width) for name, logo in sponsors if not logo}
    logos = [name for name, logo in sponsors if logo]
    free = inner.height - label.height - sum(block.height for block in names.values()) - gap * len(sponsors)
    if free < setter.logo[0] * len(logos):
        raise TooTight(sponsors[0][0])
    tall = min(setter.logo[1], free / max(1, len(logos)))
    blocks = [label, *(names.get(name) or pictured(logo, inner.width, tall) for name, logo in sponsors)]
    spare = inner.height - sum(block.height for block in blocks) - gap * len(sponsors)
    gap += min(spare / (len(sponsors) + 1), FURTHER * size if len(sponsors) > 1 else 0.0)
    shapes, y = list[Shape](), 0.0
    for block in blocks:
        shapes += block.at((inner.width - block.width) / 2, y)
        y += block.height + gap
    return Block(inner.width, y - gap, tuple(shapes))


def row(setter: Setter, sponsors: Sponsors, inner: Box) -> Block:
    """Beside one another behind what they are; names share the width that logos leave."""
    size, gap = setter.size, 2 * setter.apart
    if any(logo for _, logo in sponsors) and inner.height < setter.logo[0]:
        raise TooTight(sponsors[0][0])
    label = setter.label(4 * size, 2)
    tall = min(setter.logo[1], inner.height)
    logos = {name: pictured(logo, inner.width / (len(sponsors) + 1), tall) for name, logo in sponsors if logo}
    free = inner.width - label.width - sum(block.width for block in logos.values()) - gap * len(sponsors)
    count = len(sponsors) - len(logos)
    blocks = [label, *(logos.get(name) or setter.name(name, free / count) for name, _ in sponsors)]
    spare = inner.width - sum(block.width for block in blocks) - gap * len(sponsors)
    height = max(block.height for block in blocks)
    if spare < 0 or height > inner.height:
        raise TooTight(max((name for name, _ in sponsors), key=len))
    gap += min(spare / len(sponsors), 4 * FURTHER * size if len(sponsors) > 1 else 0.0)
    shapes, x = list[Shape](), 0.0
    for block in blocks:
        shapes += block.at(x, (height - block.height) / 2)
        x += block.width + gap
    return Block(x - gap, height, tuple(shapes))
