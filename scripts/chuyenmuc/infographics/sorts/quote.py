"""What someone said: the shorter, the larger; who said it, and where it is written."""

from __future__ import annotations

from dataclasses import replace

from chuyenmuc.images.blocks import Block, moved
from chuyenmuc.images.box import Box
from chuyenmuc.infographics.cells import framed, in_row, sides
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, stacked

PAD = 1.2
LARGE, SMALL = 2.3, 1.08
BRIEF = 110  # letters: what is set in the heaviest font
GROWN = 1.35  # where a wide page would else stay empty
MEASURE = 27.0  # ems of its own size: no line is longer
WIDE = 34.0
GRID, INK = 24, Box(5, 7, 14, 10)  # the icon's grid, and where on it the marks are


def draw(part: Slice, pen: Pen, width: float) -> Block:
    said = part.block.quote
    assert said
    room = width - 2 * sides(pen, PAD)
    wide = room / pen.em >= WIDE
    mark = opening(pen, (2.6 if wide else 1.7) * pen.em)
    left = mark.width + 1.3 * pen.em if wide else 0.0
    size = sized(said.text, (room - left) / pen.em)
    longest = min(room - left, MEASURE * size * pen.em)
    font = "headline" if len(said.text) <= BRIEF else "semibold"
    words = pen.text(said.text, longest, size, font, "title", leading=1.3)
    speaker = pen.text(said.speaker, room - left, 1.05, "bold", "accent")
    cited = pen.text(said.cited_from, room - left, 0.84, "regular", "quiet")
    below = stacked(
        [pen.fill(2.2 * pen.em, 0.16 * pen.em, "strong", 9), stacked([speaker, cited], 0.42 * pen.em)], 0.7 * pen.em
    )
    body = stacked([words, below], 1.1 * pen.em)
    inner = in_row([mark, body], [0, left], room) if wide else stacked([mark, body], (0.4 + 0.35 * size) * pen.em)
    return framed(inner, pen, width, PAD)


def opening(pen: Pen, width: float) -> Block:
    """The quotation mark without the empty margins of its icon."""
    side = width * GRID / INK.width
    icon = pen.icon("material/format-quote-open", side, "accent")
    ink = Box(*(side * each / GRID for each in (INK.x, INK.y, INK.width, INK.height)))
    marks = [replace(shape, box=ink) for shape in icon.shapes]
    return Block(ink.width, ink.height, tuple(moved(mark, -ink.x, -ink.y) for mark in marks))


def sized(words: str, wide: float) -> float:
    """In em: from large for a few words down to little more than running text, no less than ten words' room a line."""
    share = min(1.0, max(0.0, (len(words) - 50) / 250))
    size = LARGE - share * (LARGE - SMALL)
    size *= min(GROWN, max(1.0, wide / (MEASURE * size)))
    return max(SMALL, min(size, wide / 10.5))
