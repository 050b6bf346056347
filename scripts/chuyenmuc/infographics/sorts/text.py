"""Paragraphs at reading width: one column in the middle, or two where it is wide and they are long."""

from __future__ import annotations

from chuyenmuc.images.blocks import Block, moved
from chuyenmuc.infographics.cells import framed, in_row, sides
from chuyenmuc.infographics.pen import LEADING, Pen, stacked
from chuyenmuc.infographics.slices import Slice

PAD, APART, PARAGRAPH = 1.3, 2.0, 0.65
LONGEST = 34.0  # em: no line is longer
COLUMN = 20.0  # em: no column of two is narrower
LONG = 360  # letters
LARGEST = 1.35


def draw(part: Slice, pen: Pen, width: float) -> Block:
    words = part.block.text[part.first : part.last]
    room = width - 2 * sides(pen, PAD)
    letters = sum(map(len, words))
    if letters >= LONG and room / pen.em >= 2 * COLUMN + APART:
        return framed(in_two(words, pen, room), pen, width, PAD)
    size = min(LARGEST, max(1.0, room / pen.em / LONGEST)) if letters < LONG else 1.0
    return framed(in_one(words, pen, room, size), pen, width, PAD)


def paragraphs(words: list[str], pen: Pen, width: float, size: float) -> list[Block]:
    return [pen.text(each, width, size, leading=LEADING + 0.08) for each in words]


def in_one(words: list[str], pen: Pen, room: float, size: float) -> Block:
    width = min(room, LONGEST * pen.px(size))
    column = stacked(paragraphs(words, pen, width, size), PARAGRAPH * pen.em)
    return Block(width, column.height, column.shapes).centred(room)


def in_two(words: list[str], pen: Pen, room: float) -> Block:
    """Lines of one run, parted where both columns come out equally tall."""
    width = min((room - APART * pen.em) / 2, LONGEST * pen.em)
    whole = stacked(paragraphs(words, pen, width, 1), PARAGRAPH * pen.em)
    starts = sorted({shape.y for shape in whole.shapes if hasattr(shape, "y")})
    cut = starts[(len(starts) + 1) // 2] if len(starts) > 1 else 0.0
    first = [shape for shape in whole.shapes if shape.y < cut]
    rest = [shape for shape in whole.shapes if shape.y >= cut]
    up = cut - starts[0]
    columns = [
        Block(width, starts[(len(starts) + 1) // 2 - 1] - starts[0] + pen.em, tuple(first)),
        Block(width, whole.height - up, tuple(moved(shape, 0, -up) for shape in rest)),
    ]
    both = in_row(columns, [0, width + APART * pen.em], 2 * width + APART * pen.em)
    return both.centred(room)
