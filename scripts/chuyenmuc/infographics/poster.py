"""A sheet of paper that a wall needs full: sections in one column or more, at the largest size at which all fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, pairwise

from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Shape
from chuyenmuc.infographics.covers import band, colophon
from chuyenmuc.infographics.media import Medium
from chuyenmuc.infographics.sections import AFTER, section
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.infographics.story import Story
from chuyenmuc.typesetting.pen import Pen, TooTight
from chuyenmuc.typesetting.sizes import largest

GUTTER = 1.8  # em between columns
NARROWEST = 17  # em of a column
MOST_COLUMNS, MOST_PAGES = 3, 8
WIDER = 1.12  # so much larger must text be for another column


@dataclass(frozen=True)
class Sheet:
    """One page at one size: columns of sections."""

    pen: Pen
    head: Block
    foot: Block
    columns: list[list[Block]]
    place: Box  # of the columns

    @property
    def height(self) -> float:
        return max(column_height(column, self.pen) for column in self.columns)

    @property
    def worth(self) -> float:
        """The size of text, less what empty feet of columns take away."""
        heights = [column_height(column, self.pen) for column in self.columns]
        return self.pen.em * (0.6 + 0.4 * min(heights) / max(heights))


def laid_out(story: Story, medium: Medium, pen: Pen) -> list[list[Shape]]:
    """The shapes of each page: one as a rule, more where all does not fit at the least size. Raises TooTight."""
    for pages in range(1, min(MOST_PAGES, len(story.slices)) + 1):
        parts = parted(story.slices, pages, medium, pen)
        told = [f"Tờ {number}/{pages}" if pages > 1 else "" for number in range(1, pages + 1)]
        sheets = [best(story, part, medium, pen, page) for part, page in zip(parts, told, strict=False)]
        if all(sheets):
            return [list(placed(sheet, medium)) for sheet in sheets if sheet]
    raise TooTight(story.title)


def parted(slices: Sequence[Slice], pages: int, medium: Medium, pen: Pen) -> list[Sequence[Slice]]:
    """Blocks in their order, about as much on each page."""
    if pages == 1:
        return [slices]
    heights = [section(part, pen.sized(medium.em), medium.area.width).height for part in slices]
    made: list[list[Slice]] = [[]]
    used, total = 0.0, sum(heights)
    for part, height in zip(slices, heights, strict=True):
        if made[-1] and used + height / 2 > total * len(made) / pages and len(made) < pages:
            made.append([])
        made[-1].append(part)
        used += height
    return list(made)


def best(story: Story, parts: Sequence[Slice], medium: Medium, pen: Pen, page: str) -> Sheet | None:
    """The layout in which text is largest and columns end alike; more of them only where that is clearly better."""
    chosen: Sheet | None = None
    for columns in range(1, min(MOST_COLUMNS, len(parts)) + 1):
        found = largest(medium.least / 0.8, medium.most, partial(tried, (story, page), parts, medium, pen, columns))
        if found and (chosen is None or found.worth > WIDER * chosen.worth):
            chosen = found
    return chosen


def tried(
    told: tuple[Story, str], parts: Sequence[Slice], medium: Medium, pen: Pen, columns: int, em: float
) -> Sheet | None:
    pen, (story, page) = pen.sized(em), told
    area, gutter = medium.area, GUTTER * pen.em
    width = (area.width - gutter * (columns - 1)) / columns
    if columns > 1 and width < NARROWEST * pen.em:
        return None
    try:
        head = band(story, pen, medium.frame, (area.x, area.width, area.y), page)
        foot = colophon(story, pen, area.width)
        blocks = [section(part, pen, width, story.source) for part in parts]
    except TooTight:
        return None
    top, bottom = head.height + 1.6 * pen.em, area.bottom - foot.height - 1.4 * pen.em
    place = Box(area.x, top, area.width, bottom - top)
    sheet = Sheet(pen, head, foot, shared(blocks, columns, pen), place)
    return sheet if sheet.height <= place.height + 0.5 else None


def shared(blocks: list[Block], columns: int, pen: Pen) -> list[list[Block]]:
    """In reading order, so that the tallest column is as low as can be."""
    cuts = (((0, *inner, len(blocks))) for inner in combinations(range(1, len(blocks)), columns - 1))
    ways = ([blocks[a:b] for a, b in pairwise(edges)] for edges in cuts)
    return min(ways, key=lambda way: max(column_height(column, pen) for column in way))


def column_height(column: list[Block], pen: Pen) -> float:
    return sum(block.height for block in column) + AFTER * pen.em * (len(column) - 1)


def placed(sheet: Sheet, medium: Medium) -> Iterator[Shape]:
    """Room that is left goes between sections, up to twice what stands there anyway."""
    area, pen = medium.area, sheet.pen
    yield from sheet.head.shapes
    count = len(sheet.columns)
    step = (sheet.place.width + GUTTER * pen.em) / count
    spare = [(sheet.place.height - column_height(column, pen)) / (len(column) + 1) for column in sheet.columns]
    top = sheet.place.y + 0.5 * min(*spare, AFTER * pen.em)
    for number, (column, left) in enumerate(zip(sheet.columns, spare, strict=True)):
        y = top
        for block in column:
            yield from block.at(sheet.place.x + number * step, y)
            y += block.height + AFTER * pen.em + min(left, 1.6 * AFTER * pen.em)
    yield from sheet.foot.at(area.x, area.bottom - sheet.foot.height)
