"""The sponsors' strip of a printed piece: at the right of what is wide, at the bottom of what is tall, within the law.

Its names are read from as far away as all else, so it is as broad as the brand says, and broader, up to what the law
lets it take, only where they would not fit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from chuyenmuc.campaigns.prints.scribe import CLOSE, Scribe, room
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import MOST_SPONSORED
from chuyenmuc.images.scene import Fill, Picture, Shape
from chuyenmuc.images.sponsors import TITLE, Sponsors
from chuyenmuc.typesetting.pen import TooTight

GAP = 0.07  # of the strip's shorter side, between what stands on it
SMALL = 0.17  # of its shorter side: the size of what stands on it
LONG, TITLED = 5, 0.2  # so many times longer than high, it has its title at the left, on a share of its length
LINES = (3, 5)  # that a name may take, the strip growing broader before it takes more
INWARD = 0.15  # of the safe margin: so much further in, for what the knife and the hem take
STEPS = 5  # widths that are tried


@dataclass(frozen=True)
class Strip:
    box: Box
    shapes: tuple[Shape, ...]


class TooNarrow(TooTight):
    """Even the broadest strip that the law allows has no room for a sponsor."""


def strip(
    sponsors: Sponsors, scribe: Scribe, trim: Box, bleed: float, safe: Box, *, wide: bool, most: float = math.inf
) -> Strip | None:
    """`wide`: at the right; `most`: the largest size of a name. Raises TooNarrow with what finds no room."""
    if not sponsors:
        return None
    problem = TooNarrow(TITLE)
    safe = safe.inset(*(INWARD * (safe.x - trim.x),) * 4)
    for lines, share in product(LINES, shares(scribe.look.sponsor_share)):
        box = placed(share, trim, bleed, wide=wide)
        within = box.overlap(safe)
        gap = min(GAP * min(within.width, within.height), 0.5 * most)
        inner = within.inset(gap, 0, gap, gap) if wide else within.inset(gap, 0, 0, 0)
        for down in arrangements(sponsors, inner, wide=wide):
            try:
                found = tuple(cells(sponsors, scribe, inner, 2 * gap, most, lines, down=down))
            except TooTight as tight:
                problem = TooNarrow(str(tight))
                continue
            return Strip(box, (Fill(box, scribe.look.color("paper")), *found))
    raise problem


def arrangements(sponsors: Sponsors, box: Box, *, wide: bool) -> tuple[bool, ...]:
    """One under another (True) or side by side, the better first: names like long lines."""
    if wide:
        return (True,)
    names = not any(logo for _, logo in sponsors)
    return (True, False) if names and box.width < LONG * box.height else (False, True)


def shares(usual: float) -> Iterator[float]:
    """Of the whole area, from what the brand says to what the law allows."""
    most = MOST_SPONSORED / 100
    for step in range(STEPS):
        yield usual + (most - usual) * step / (STEPS - 1)


def placed(share: float, trim: Box, bleed: float, *, wide: bool) -> Box:
    """Its share is that of the sheet once cut; it goes on into the bleed."""
    if wide:
        length = share * trim.width
        return Box(trim.right - length, trim.y - bleed, length + bleed, trim.height + 2 * bleed)
    length = share * trim.height
    return Box(trim.x - bleed, trim.bottom - length, trim.width + 2 * bleed, length + bleed)


def cells(
    sponsors: Sponsors, scribe: Scribe, box: Box, gap: float, most: float, lines: int, *, down: bool
) -> Iterator[Shape]:
    """What they are, then each sponsor in a cell of its own: one under another, or side by side."""
    small = max(1.1 * scribe.least("semibold"), min(most, SMALL * min(box.width, box.height)))
    long = box.width > LONG * box.height
    across = TITLED * box.width if long else box.width
    title = scribe.text(TITLE, room(across, box.height, small, leading=CLOSE), "semibold", "muted", not long)
    yield from title.at(box.x, box.y + ((box.height - title.height) / 2 if long else 0))
    rest = box.inset(0, 0, 0, title.width + gap) if long else box.inset(title.height + gap, 0, 0, 0)
    count = len(sponsors)
    step = ((rest.height if down else rest.width) + gap) / count
    for number, (name, logo) in enumerate(sponsors):
        start = number * step
        below = Box(rest.x, rest.y + start, rest.width, step - gap)
        beside = Box(rest.x + start, rest.y, step - gap, rest.height)
        yield from sponsor(name, logo, scribe, below if down else beside, min(most, 1.5 * small), lines)


def sponsor(name: str, logo: str, scribe: Scribe, cell: Box, most: float, lines: int) -> Iterator[Shape]:
    if min(cell.width, cell.height) <= 0:
        raise TooTight(name)
    if logo:
        yield Picture(cell, logo)
        return
    within = room(cell.width, cell.height, most, lines=lines, leading=CLOSE)
    block: Block = scribe.text(name, within, "regular", "ink", True, sense=True)
    yield from block.at(cell.x, cell.y + (cell.height - block.height) / 2)
