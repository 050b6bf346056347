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
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Align, Pen, TooTight
from chuyenmuc.vietnamese.breaking import Piece, pieces

NUMBER = re.compile(r"[-–−]?|[<>≤≥~+\-−]?\s?\d[\d.]*(?:,\d+)?\s?(?P<sign>%|‰)?")
SIZE, SMALLER = 0.92, 0.94
PAD, RISE = 0.55, 0.5  # em: beside and above what a cell holds
COMFORT, MODEST = 5.5, 0.72  # em: a column of texts, and how far the whole is made smaller for its sake
STEPS = 24
HAIR = 0.01  # pixels, against rounding
EVEN = 0.5  # of a row's lines: what cells count that are not its tallest
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
    naturals = natural(table, numbers, pen, px)
    low = [least(table, index, numbers[index], pen, px) for index in range(len(table.columns))]
    high = [max(column) for column in zip(*naturals, strict=True)]
    low = [max(one, min(other, comfort * px)) for one, other in zip(low, high, strict=True)]
    room = width - 2 * pad * len(low)
    if sum(low) > room:
        return None
    return Columns(tuple(shared(low, high, naturals, room)), tuple(numbers), size, pad)


def tabular(cells: Sequence[str], pen: Pen, size: float) -> Tabular | None:
    """A column that holds numbers only."""
    if not all(NUMBER.fullmatch(cell) for cell in cells) or not any(any(map(str.isdigit, cell)) for cell in cells):
        return None
    return Tabular.of(cells, pen, size, "semibold")


def natural(table: Table, numbers: Sequence[Tabular | None], pen: Pen, px: float) -> list[list[float]]:
    """The width of every cell on one line, the head's first."""
    head = [typeface(pen.font("bold")).width(words) * px for words in table.columns]
    rows = []
    for row in table.rows:
        faces = (typeface(pen.font(font(index))) for index in range(len(row)))
        widths = (face.width(words) * px for face, words in zip(faces, row, strict=True))
        rows.append([each.width if each else wide for each, wide in zip(numbers, widths, strict=True)])
    return [[wide + HAIR for wide in row] for row in (head, *rows)]


def least(table: Table, index: int, numbers: Tabular | None, pen: Pen, px: float) -> float:
    """The width of a column's longest word."""
    texts = [(table.columns[index], "bold")]
    texts += [] if numbers else [(row[index], font(index)) for row in table.rows]
    longest = (
        typeface(pen.font(face)).width(piece.text) * px for words, face in texts for piece in words_of(words, pen)
    )
    return max([*longest, numbers.width if numbers else 0.0]) + HAIR


def words_of(text: str, pen: Pen) -> list[Piece]:
    return pieces(text, pen.look.names)


def font(index: int) -> str:
    return "semibold" if index == 0 else "regular"


def shared(low: list[float], high: list[float], naturals: list[list[float]], room: float) -> list[float]:
    """Each column its least width, the rest step by step to where it makes rows lowest; what nobody needs, to all."""
    if sum(high) <= room:
        return [each + (room - sum(high)) / len(high) for each in high]
    widths, step = list(low), (room - sum(low)) / STEPS
    for _ in range(STEPS):
        wanting = [index for index, wide in enumerate(widths) if wide < high[index]]
        best = min(wanting, key=lambda index: lines(naturals, widths, index, step))
        widths[best] += step
    return widths


def lines(naturals: list[list[float]], widths: list[float], index: int, step: float) -> float:
    """About how many lines all rows take with a column wider by a step."""
    wider = [wide + step * (number == index) for number, wide in enumerate(widths)]
    total = 0.0
    for row in naturals:
        cells = [max(1.0, each / wide) for each, wide in zip(row, wider, strict=True)]
        total += max(cells) + EVEN * sum(cells)
    return total


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
    return pen.text(words, wide, columns.size, font(index), "ink", align, LEADING)


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
