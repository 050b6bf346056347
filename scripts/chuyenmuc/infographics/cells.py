"""Cells in rows: how many columns, equal heights, one card for all or one for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from chuyenmuc.images.blocks import Block
from chuyenmuc.images.scene import Shape
from chuyenmuc.typesetting.pen import Pen, TooTight, stacked

Drawn = Callable[[int, float], Block]  # the cell of that number, no wider than that
GAP = 0.7  # em: between cards
MEASURE = 36.0  # em: no line of running text is longer


def columns(count: int, most: int) -> int:
    """At most so many columns, such that the last row is as full as can be."""
    most = max(1, min(most, count))
    return min(range((most + 2) // 2, most + 1), key=lambda number: (-count % number, -number))


def sides(pen: Pen, pad: float) -> float:
    """The room in pixels that a card keeps on each side of what stands on it."""
    return pad * pen.em if pen.looks.card else 0.0


def reading(pen: Pen, width: float) -> float:
    """As wide as running text may be set."""
    return min(width, MEASURE * pen.em)


def framed(inner: Block, pen: Pen, width: float, pad: float = 1.0) -> Block:
    """One card for all; in the open without one."""
    return pen.card(inner, width, pad)


def cards(count: int, most: int, pen: Pen, width: float, draw: Drawn, pad: float = 1.0) -> Block:
    """A card for each, those of a row equally tall; a rule above each row where the look has no cards."""

    def attempt(number: int) -> Block:
        gap, edge, rows = GAP * pen.em, sides(pen, pad), list[Block]()
        between = gap if edge else 1.6 * pen.em
        for start in range(0, count, number):
            shown = range(start, min(start + number, count))
            across = len(shown) if edge else number  # cards fill the last row; in the open, columns stay columns
            each = (width - (across - 1) * between) / across
            inner = [draw(index, each - 2 * edge) for index in shown]
            tall = max(block.height for block in inner) + 2 * edge
            row = [pen.card(block, each, pad, tall) for block in inner]
            rows.append(in_row(row, [at * (each + between) for at in range(len(row))], width))
        return ruled(rows, pen, width) if pen.looks.rules else stacked(rows, gap)

    return fewest(columns(count, most), attempt)


def in_row(blocks: Sequence[Block], lefts: Sequence[float], width: float) -> Block:
    """Blocks with their tops on one line, each with its left edge at its place."""
    shapes = list[Shape]()
    for block, left in zip(blocks, lefts, strict=True):
        shapes += block.at(left, 0)
    return Block(width, max((block.height for block in blocks), default=0.0), tuple(shapes))


def ruled(rows: Sequence[Block], pen: Pen, width: float, gap: float = 0.75, color: str = "track") -> Block:
    """One below the other with a thin rule between."""
    parts = list[Block]()
    for number, row in enumerate(rows):
        parts += [pen.rule(width, color), row] if number else [row]
    return stacked(parts, gap * pen.em)


def fewest(most: int, attempt: Callable[[int], Block]) -> Block:
    """With as many columns as leave room for every word. Raises TooTight where even one does not."""
    for number in range(most, 1, -1):
        try:
            return attempt(number)
        except TooTight:
            continue
    return attempt(1)


def noted(mark: Block, body: Block, pen: Pen, first: float, gap: float = 0.7) -> Block:
    """A mark left of a text: level with its first line, `first` pixels tall, or with all of it where it is short."""
    short = body.height <= mark.height
    down = (mark.height - (body.height if short else first)) / 2
    left = mark.width + gap * pen.em
    shapes = (*mark.at(0, max(0.0, -down)), *body.at(left, max(0.0, down)))
    return Block(left + body.width, max(mark.height, body.height + max(0.0, down)), shapes)
