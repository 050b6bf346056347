"""Areas without a map: a tile each, in the order given."""

from __future__ import annotations

from functools import partial

from chuyenmuc.content.infographic import Area
from chuyenmuc.images.blocks import Block
from chuyenmuc.infographics.numerals import Numeral, fitted
from chuyenmuc.infographics.rows import cell_width, first_that_fits, framed, gap_of
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, TooTight, grid, stacked
from chuyenmuc.vietnamese.numbers import written

COLUMNS = 4
NARROW, NARROW_TEXT = 6.2, 9.5  # em: a tile's least width inside, without and with texts
LARGE = 1.9  # em: digits
LONG = 8  # letters: a longer unit is told once, above


def draw(part: Slice, pen: Pen, width: float) -> Block:
    shown = part.block.areas[part.first : part.last]
    tries = [partial(placed, shown, columns, part, pen, width) for columns in columns_for(part, pen, width)]
    unit = f"Đơn vị: {long_unit(part)}" if long_unit(part) else ""
    return stacked([pen.text(unit, width, 0.78, "regular", "quiet"), first_that_fits(tries)], 0.6 * pen.em)


def columns_for(part: Slice, pen: Pen, width: float) -> list[int]:
    """Numbers of columns to be tried, best first: many, but rather fewer than one tile alone in the last row."""
    areas, shown = part.block.areas, part.last - part.first
    told, longest = max(len(area.text) for area in areas), max(len(area.name) for area in areas)
    least = max(NARROW_TEXT if told > 24 else NARROW, min(16, 0.3 * longest)) * pen.em
    fit = [count for count in range(min(COLUMNS, shown), 1, -1) if cell_width(count, pen, width) >= least]
    return [*sorted(fit, key=lambda count: (shown % count == 1, -count)), 1]


def placed(areas: list[Area], columns: int, part: Slice, pen: Pen, width: float) -> Block:
    wide = cell_width(columns, pen, width)
    known = [numeral(area, part) for area in part.block.areas if area.value is not None]
    sizes = fitted(known, pen, wide, LARGE) if known else []
    px, below = min((size for size, _ in sizes), default=0.0), any(under for _, under in sizes)
    tiles = [tile(area, part, pen, wide, px, below=below) for area in areas]
    gap = gap_of(pen)
    outer = (width - (columns - 1) * gap) / columns
    tall = [framed(each, pen, outer).height for each in tiles]
    rows = [max(tall[start : start + columns]) for start in range(0, len(tiles), columns)]
    cells = [framed(each, pen, outer, rows[index // columns]) for index, each in enumerate(tiles)]
    return grid(cells, columns, width, gap)


def tile(area: Area, part: Slice, pen: Pen, width: float, px: float, *, below: bool) -> Block:
    name = pen.text(area.name, width, 1, "bold", "title")
    value = numeral(area, part).set(pen, px, below=below) if area.value is not None else Block(0, 0)
    if value.width > width + 0.5:
        raise TooTight(f"{area.value} {part.block.unit}")
    text = pen.text(area.text, width, 0.85, "regular", "quiet")
    return stacked([stacked([name, value], 0.55 * pen.em), text], 0.5 * pen.em)


def numeral(area: Area, part: Slice) -> Numeral:
    assert area.value is not None
    return Numeral("", written(area.value), "" if long_unit(part) else part.block.unit)


def long_unit(part: Slice) -> str:
    return part.block.unit if len(part.block.unit) > LONG else ""
