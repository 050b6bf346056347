"""A table: columns as wide as what they hold, numbers comma under comma, the head on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chuyenmuc.content.infographic import Table
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill, Shape
from chuyenmuc.images.text import typeface
from chuyenmuc.infographics.numerals import Tabular
from chuyenmuc.infographics.pen import Align, Pen, TooTight
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.vietnamese.breaking import pieces

NUMBER = re.compile(r"[-–−]?|[<>≤≥~+\-−]?\s?\d[\d.]*(?:,\d+)?\s?(?P<sign>%|‰)?")
SIZE, SMALLER = 0.92, 0.94
PAD, RISE = 0.55, 0.5  # em: beside and above what a cell holds
COMFORT, MODEST = 5, 0.72  # em: a column of texts, and how far the whole is made smaller for its sake
LONG = 13  # em
CORNER, LEADING = 0.4, 1.34


@dataclass(frozen=True)
class Columns:
    """Widths in pixels of what each column holds, without the padding."""

    widths: tuple[float, ...]
    numbers: tuple[Tabular | None, ...]
    size: float
    pad: float


def draw(part: Slice, pen: Pen, width: float) -> Block:
    table = part.block.table
    assert table
    columns = arranged(table, pen, width)
    head = row(table.columns, columns, pen, width, head=True)
    rows = [row(each, columns, pen, width) for each in table.rows[part.first : part.last]]
    return lined(head, rows, pen, width) if pen.looks.rules else striped(head, rows, pen, width)


# Widths --------------------------------------------------------------------------------------------------------


def arranged(table: Table, pen: Pen, width: float) -> Columns:
    """With room for some words in each column of texts, smaller if need be; else with one. Raises TooTight."""
    for comfort, lowest in ((COMFORT, max(pen.least, MODEST * pen.em)), (0.0, pen.least)):
        size = SIZE
        while not (found := tried(table, pen, width, size, comfort)) and size * pen.em > lowest:
            size = max(size * SMALLER, lowest / pen.em)
        if found:
            return found
    raise TooTight(max((word for each in table.rows for cell in each for word in cell.split()), key=len))


def tried(table: Table, pen: Pen, width: float, size: float, comfort: float) -> Columns | None:
    pad, px = PAD * pen.px(size), pen.px(size)
    numbers = [tabular([each[index] for each in table.rows], pen, size) for index in range(len(table.columns))]
    needs = [need(table, index, numbers[index], pen, size) for index in range(len(table.columns))]
    needs = [(max(low, min(high, comfort * px)), high) for low, high in needs]
    room = width - 2 * pad * len(needs)
    if sum(low for low, _ in needs) > room:
        return None
    return Columns(tuple(shared(needs, room, LONG * px)), tuple(numbers), size, pad)


def tabular(cells: Sequence[str], pen: Pen, size: float) -> Tabular | None:
    """A column that holds numbers only."""
    if not all(NUMBER.fullmatch(cell) for cell in cells) or not any(any(map(str.isdigit, cell)) for cell in cells):
        return None
    return Tabular.of(cells, pen, size, "semibold")


def need(table: Table, index: int, numbers: Tabular | None, pen: Pen, size: float) -> tuple[float, float]:
    """The least width of a column, and the one in which nothing is broken."""
    px, names = pen.px(size), pen.look.names
    low = high = numbers.width if numbers else 0.0
    texts = [(table.columns[index], "bold")]
    texts += [] if numbers else [(each[index], "semibold" if index == 0 else "regular") for each in table.rows]
    for words, font in texts:
        face = typeface(pen.font(font))
        high = max(high, face.width(words) * px)
        low = max(low, *(face.width(piece.text) * px for piece in pieces(words, names)))
    return low + 0.01, high + 0.01


def shared(needs: Sequence[tuple[float, float]], room: float, long: float) -> list[float]:
    """Each column its least width, the rest by what is missing; what nobody needs goes to all alike.

    A column that is wider than `long` asks for no more than that at first: texts are broken before names are.
    """
    low, high = [each for each, _ in needs], [min(last, max(first, long)) for first, last in needs]
    spare, wanted = room - sum(low), sum(high) - sum(low)
    if wanted > spare:
        return [first + spare * (last - first) / wanted for first, last in zip(low, high, strict=True)]
    full = [last for _, last in needs]
    if high != full:
        return shared(list(zip(high, full, strict=True)), room, max(full))
    return [each + (spare - wanted) / len(needs) for each in high]


# Rows ----------------------------------------------------------------------------------------------------------


def row(cells: Sequence[str], columns: Columns, pen: Pen, width: float, *, head: bool = False) -> Block:
    set_cells = [cell(words, index, columns, pen, head=head) for index, words in enumerate(cells)]
    rise = RISE * pen.px(columns.size)
    tall = max(each.height for each in set_cells)
    shapes, x = list[Shape](), 0.0
    for each, wide in zip(set_cells, columns.widths, strict=True):
        shapes += each.at(x + columns.pad, rise + (tall - each.height if head else 0))
        x += wide + 2 * columns.pad
    return Block(width, tall + 2 * rise, tuple(shapes))


def cell(words: str, index: int, columns: Columns, pen: Pen, *, head: bool) -> Block:
    numbers, wide = columns.numbers[index], columns.widths[index]
    align: Align = "right" if numbers else "left"
    if head:
        color = "title" if pen.looks.rules else "on_strong"
        return pen.text(words, wide, columns.size, "bold", color, align, LEADING)
    if numbers and any(map(str.isdigit, words)):
        value = numbers.set(words, pen, "semibold", "ink")
        return Block(wide, value.height, value.at(wide - value.width, 0))
    return pen.text(words, wide, columns.size, "semibold" if index == 0 else "regular", "ink", align, LEADING)


def striped(head: Block, rows: Sequence[Block], pen: Pen, width: float) -> Block:
    """On a card: every other row tinted, or rules between where the tint would be that of the page."""
    tall = head.height + sum(each.height for each in rows)
    radius = pen.radius(CORNER, head.height)
    shapes: list[Shape] = [
        Fill(Box(0, 0, width, tall), pen.color(pen.looks.card), radius),
        Fill(Box(0, 0, width, head.height), pen.color("strong"), radius),
        Fill(Box(0, head.height / 2, width, head.height / 2), pen.color("strong")),
        *head.shapes,
    ]
    y, tinted, rule = head.height, pen.color("soft") != pen.color("ground"), pen.rule(width, "track", 0.05)
    for number, each in enumerate(rows):
        if not tinted:
            shapes += rule.at(0, y) if number else ()
        elif number % 2:
            last = number == len(rows) - 1
            shapes.append(Fill(Box(0, y, width, each.height), pen.color("soft"), radius if last else 0))
            shapes += [Fill(Box(0, y, width, each.height / 2), pen.color("soft"))] if last and radius else []
        shapes += each.at(0, y)
        y += each.height
    return Block(width, tall, tuple(shapes))


def lined(head: Block, rows: Sequence[Block], pen: Pen, width: float) -> Block:
    """In the open, a strong rule below the head and at the end, thin ones between."""
    strong, thin = pen.rule(width, "rule", 0.09), pen.rule(width, "track", 0.04)
    shapes, y = list[Shape](head.shapes), head.height
    for number, each in enumerate(rows):
        shapes += (thin if number else strong).at(0, y)
        shapes += each.at(0, y)
        y += each.height
    shapes += strong.at(0, y)
    return Block(width, y + strong.height, tuple(shapes))
