"""How many cells stand beside each other, so that no row is left with a lonely one where that can be helped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from chuyenmuc.images.blocks import Block
from chuyenmuc.typesetting.pen import Pen, TooTight, stacked
from chuyenmuc.typesetting.pen import beside as side_by_side

Entry = TypeVar("Entry")
ALIKE = 1.3  # rows that differ less in height are made as tall as the tallest
GAP, OPEN_GAP = 0.7, 1.5  # em, between cells on cards, and between those that stand in the open
RULED = 0.55  # em, between a rule and what stands below it


def spread(count: int, most: int) -> list[int]:
    """Cells of each row, at most `most`: as even as can be, the fuller rows last."""
    rows = -(-count // most)
    least, more = divmod(count, rows)
    return [least + (row >= rows - more) for row in range(rows)]


def laid(
    entries: Sequence[Entry], counts: Sequence[int], pen: Pen, width: float, cell: Callable[[Entry, float, int], Block]
) -> Block:
    """Entries in rows of so many, each row of the whole width; `cell` sets one in a width and such a row."""
    gap, start, rows = gap_of(pen), 0, list[tuple[float, list[Block]]]()
    for count in counts:
        wide = (width - gap * (count - 1)) / count
        inner = pen.inner(wide)
        rows.append((wide, [cell(entry, inner, count) for entry in entries[start : start + count]]))
        start += count
    heights = evened([max(framed(each, pen, wide).height for each in row) for wide, row in rows], counts)
    lines = [
        side_by_side([framed(each, pen, wide, tall) for each in row], gap, "top")
        for (wide, row), tall in zip(rows, heights, strict=True)
    ]
    return stacked(lines, gap)


def gap_of(pen: Pen) -> float:
    return (GAP if pen.looks.card else OPEN_GAP) * pen.em


def cell_width(columns: int, pen: Pen, width: float) -> float:
    """What the frame of a cell leaves for what stands in it."""
    return pen.inner((width - (columns - 1) * gap_of(pen)) / columns)


def evened(heights: Sequence[float], counts: Sequence[int]) -> list[float]:
    """Rows of several cells as tall as the tallest of them, where that leaves little empty."""
    several = [tall for tall, count in zip(heights, counts, strict=True) if count > 1]
    if not several or max(several) > ALIKE * min(several):
        return list(heights)
    return [max(several) if count > 1 else tall for tall, count in zip(heights, counts, strict=True)]


def framed(inner: Block, pen: Pen, width: float, height: float = 0) -> Block:
    """On a card, or below a rule where the look has no cards."""
    if pen.looks.card:
        return pen.card(inner, width, height=height)
    rule = pen.rule(width)
    shapes = (*rule.shapes, *inner.at(0, rule.height + RULED * pen.em))
    return Block(width, max(rule.height + RULED * pen.em + inner.height, height), shapes)


def first_that_fits(tries: Sequence[Callable[[], Block]]) -> Block:
    """The first arrangement in which everything finds room; else what the last says."""
    for attempt in tries[:-1]:
        try:
            return attempt()
        except TooTight:
            continue
    return tries[-1]()
