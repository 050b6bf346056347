"""Paragraphs at reading width: one column in the middle, or two where it is wide and they are long."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.images.blocks import Block, moved
from chuyenmuc.images.scene import Text
from chuyenmuc.infographics.cells import framed, in_row, sides
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import LEADING, Pen, stacked

PAD, APART, PARAGRAPH = 1.0, 2.4, 0.95
LONGEST = 34.0  # em: no line is longer
COLUMN = 20.0  # em: no column of two is narrower
LONG = 360  # letters
LARGEST = 1.35
MARGIN = 8.0  # em: with less room to spare a column stands at the left edge, in line with all else


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
    whole = Block(width, column.height, column.shapes)
    return whole.centred(room) if room - width >= MARGIN * pen.em else whole


def in_two(words: list[str], pen: Pen, room: float) -> Block:
    """Lines of one run, parted where both columns come out most alike without a line left alone."""
    width = min((room - APART * pen.em) / 2, LONGEST * pen.em)
    rows, gap = paragraphs(words, pen, width, 1), PARAGRAPH * pen.em
    parted = [pair for number in range(len(rows)) for pair in halves(rows, number, gap)]
    if not parted:
        return in_one(words, pen, room, 1)
    left, right = min(parted, key=lambda pair: max(column.height for column in pair))
    both = in_row([left, right], [0, width + APART * pen.em], 2 * width + APART * pen.em)
    return both.centred(room)


def halves(rows: list[Block], number: int, gap: float) -> Iterator[tuple[Block, Block]]:
    """Every way to part the run within or after that paragraph."""
    lines = len(rows[number].shapes)
    within = list(range(2, lines - 1))
    for first in within if number == len(rows) - 1 else [*within, lines]:
        top, rest = cut(rows[number], first)
        yield stacked([*rows[:number], top], gap), stacked([rest, *rows[number + 1 :]], gap)


def cut(paragraph: Block, first: int) -> tuple[Block, Block]:
    """Its first lines, and the others."""
    step = (paragraph.height - line_height(paragraph)) / max(1, len(paragraph.shapes) - 1)
    above, below = paragraph.shapes[:first], paragraph.shapes[first:]
    tall = line_height(paragraph) + (first - 1) * step
    rest = paragraph.height - first * step if below else 0.0
    return (
        Block(paragraph.width, tall, above),
        Block(paragraph.width, rest, tuple(moved(shape, 0, -first * step) for shape in below)),
    )


def line_height(paragraph: Block) -> float:
    return next(shape.size for shape in paragraph.shapes if isinstance(shape, Text))
