"""Figures: the value as large as it may be, below it what it means and how it has changed."""

from __future__ import annotations

from functools import partial

from chuyenmuc.content.infographic import Figure
from chuyenmuc.images.blocks import Block
from chuyenmuc.infographics.numerals import RISE, Numeral, fitted
from chuyenmuc.infographics.rows import cell_width, first_that_fits, laid, spread
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, TooTight, beside, stacked

COLUMNS = 3
NARROW = 7.6  # em: a cell's least width inside its frame
LEAST, LEAST_ODD = 2.1, 1.5  # em: digits below that size ask for fewer columns; so do odd ones below theirs
MOST = {1: 4.6, 2: 4.0, 3: 3.4}  # em, by columns
ALONE = 7.5
BROKEN = 1.3  # em: the size of values too long for a line; smaller ones are no larger than their label
LINES = 6  # of a label, before fewer columns are better
GAP_BELOW = 0.5  # em
SIDE = 26  # em: the width from which a lone figure has its label beside it
RISEN, FALLEN = ("tăng", "cao hơn"), ("giảm", "thấp hơn")


def draw(part: Slice, pen: Pen, width: float) -> Block:
    shown = part.block.figures[part.first : part.last]
    if part.block.entries == 1:
        return alone(shown[0], pen, width)
    tries = [partial(placed, part, columns, pen, width) for columns in columns_for(part, pen, width)]
    return first_that_fits(tries)


def columns_for(part: Slice, pen: Pen, width: float) -> list[int]:
    """Numbers of columns to be tried, best first: the most in which no figure and no label is cramped."""
    figures = part.block.figures[part.first : part.last]
    most = min(COLUMNS, len(figures))
    fit = [count for count in range(most, 1, -1) if roomy(figures, count, pen, width)]
    return [*fit, 1]


def roomy(figures: list[Figure], columns: int, pen: Pen, width: float) -> bool:
    inner = cell_width(columns, pen, width)
    if inner < NARROW * pen.em:
        return False
    sizes = [size for size, _ in fitted(numerals(figures), pen, inner, MOST[columns])]
    longest = max(len(figure.label) for figure in figures)
    enough = min(sizes) >= LEAST_ODD * pen.em and max(sizes) >= LEAST * pen.em
    return enough and longest * 0.52 * pen.em / inner <= LINES


def numerals(figures: list[Figure]) -> list[Numeral]:
    return [Numeral.of(figure.value, figure.unit) for figure in figures]


def placed(part: Slice, columns: int, pen: Pen, width: float) -> Block:
    """Digits are as large as on the block's other pages."""
    figures = part.block.figures[part.first : part.last]
    counts = spread(len(figures), columns)
    narrowest = cell_width(max(counts), pen, width)
    sizes = fitted(numerals(part.block.figures), pen, narrowest, MOST[columns])[part.first : part.last]
    most = max(size for size, _ in sizes) if columns > 1 else 0.0

    def set_cell(entry: tuple[Figure, tuple[float, bool]], wide: float, count: int) -> Block:
        figure, (px, below) = entry
        if count == 1 < columns and wide >= SIDE * pen.em * 0.7:
            return abreast(figure, pen, wide, MOST[1])
        value = valued(figure, px, pen, wide, below=below)
        lowered = Block(value.width, value.height + RISE * max(0, most - px), value.at(0, RISE * max(0, most - px)))
        return stacked([lowered, said(figure, pen, wide)], GAP_BELOW * pen.em)

    return laid(list(zip(figures, sizes, strict=True)), counts, pen, width, set_cell)


def valued(figure: Figure, px: float, pen: Pen, width: float, *, below: bool) -> Block:
    """The unit stands below only where it must; a value too long for large letters is broken like a text."""
    numeral = Numeral.of(figure.value, figure.unit)
    below = below and (numeral.wide(pen) * px > width or numeral.share * px < pen.least)
    try:
        block = numeral.set(pen, px, below=below)
    except TooTight:
        px = 0.0
    if px < BROKEN * pen.em or block.width > width + 0.5:
        return pen.text(f"{figure.value} {figure.unit}".strip(), width, BROKEN, "headline", "accent")
    return block


def said(figure: Figure, pen: Pen, width: float, size: float = 1) -> Block:
    label = pen.text(figure.label, width, size, "semibold" if size > 1 else "regular", "ink")
    return stacked([label, changed(figure.change, pen, width)], 0.5 * pen.em)


def changed(change: str, pen: Pen, width: float) -> Block:
    """Quiet, after a sign that points up or down where the words do; whether that is good is not for us to say."""
    if not change:
        return Block(0, 0)
    sign = pointer(change.casefold(), pen)
    words = pen.text(change, width - (sign.width + 0.4 * pen.em if sign.width else 0), 0.82, "regular", "quiet")
    return beside([sign, words], 0.4 * pen.em, "top")


def pointer(change: str, pen: Pen) -> Block:
    letter = "▲" if change.startswith(RISEN) else "▼" if change.startswith(FALLEN) else ""
    if not letter:
        return Block(0, 0)
    px = pen.px(0.56)
    side = 1.7 * px
    glyph = pen.line(letter, 0, 0, px, "bold", "on_strong")
    drop = 0.36 * px if letter == "▲" else 0.34 * px
    mark = Block(glyph.box.width, 0, (glyph,))
    ground = pen.fill(side, side, "strong", side)
    return Block(side, side, (*ground.shapes, *mark.at((side - mark.width) / 2, side / 2 + drop)))


def alone(figure: Figure, pen: Pen, width: float) -> Block:
    inner = pen.inner(width)
    tries = [partial(above, figure, pen, inner)]
    if inner >= SIDE * pen.em:
        tries.insert(0, partial(abreast, figure, pen, inner, ALONE))
    return pen.card(first_that_fits(tries), width)


def abreast(figure: Figure, pen: Pen, width: float, most: float) -> Block:
    """The value at the left, what it means at the right."""
    ((px, below),) = fitted(numerals([figure]), pen, 0.5 * width, most)
    value = valued(figure, px, pen, width, below=below)
    gap = 1.2 * pen.em
    return beside([value, said(figure, pen, width - value.width - gap, 1.2)], gap, "middle")


def above(figure: Figure, pen: Pen, width: float) -> Block:
    ((px, below),) = fitted(numerals([figure]), pen, width, ALONE)
    value = valued(figure, px, pen, width, below=below)
    return stacked([value, said(figure, pen, width, 1.25)], 1.3 * GAP_BELOW * pen.em)
