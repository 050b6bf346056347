"""Two or three sides, beside one another with their points on the same level; one below another where it is narrow."""

from __future__ import annotations

from contextlib import suppress

from chuyenmuc.content.infographic import Column
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill
from chuyenmuc.infographics.cells import GAP, in_row, noted, ruled
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, TooTight, stacked

NARROW = {2: 22.0, 3: 34.0}  # em
PAD, HEAD, DOT, BESIDE = 1.0, 1.06, 0.42, 0.5
TOLD = "Đã nêu hết ở trang trước"
DROP = 0.06  # em: capitals stand above the middle of their line


def draw(part: Slice, pen: Pen, width: float) -> Block:
    sides = [side.model_copy(update={"points": side.points[part.first : part.last]}) for side in part.block.compare]
    shown = [side if side.points else side.model_copy(update={"points": [TOLD]}) for side in sides]
    sides = shown
    if width / pen.em >= NARROW.get(len(shown), 0):
        with suppress(TooTight):
            return together(shown, sides, pen, width)
    return stacked([together([side], sides, pen, width) for side in shown], GAP * pen.em)


def together(shown: list[Column], all_of_them: list[Column], pen: Pen, width: float) -> Block:
    gap = GAP * pen.em
    each = (width - (len(shown) - 1) * gap) / len(shown)
    lasts = [side is all_of_them[-1] for side in shown]
    heads = [head(side, last, pen, each) for side, last in zip(shown, lasts, strict=True)]
    tall = max(block.height for block in heads) + 1.3 * pen.em
    lists = [listed(points, pen, each - 2 * PAD * pen.em) for points in leveled(shown, pen, each)]
    whole = tall + max(block.height for block in lists) + 1.6 * PAD * pen.em
    columns = [
        column(title, points, ground(last, tall, whole, pen, each), tall, pen)
        for title, points, last in zip(heads, lists, lasts, strict=True)
    ]
    return in_row(columns, [number * (each + gap) for number in range(len(columns))], width)


def head(side: Column, last: bool, pen: Pen, width: float) -> Block:
    return pen.text(side.title, width - 2 * PAD * pen.em, HEAD, "bold", "on_strong" if last else "title")


def point(words: str, pen: Pen, width: float) -> Block:
    mark = pen.fill(DOT * pen.em, DOT * pen.em, "accent", 9)
    body = pen.text(words, width - mark.width - BESIDE * pen.em)
    return noted(mark, body, pen, pen.px(1), BESIDE)


def leveled(shown: list[Column], pen: Pen, width: float) -> list[list[Block]]:
    """The points of each side; where all have as many, those of one level stand in one row."""
    drawn = [[point(words, pen, width - 2 * PAD * pen.em) for words in side.points] for side in shown]
    if len({len(points) for points in drawn}) > 1:
        return drawn
    levels = [max(block.height for block in level) for level in zip(*drawn, strict=True)]
    return [
        [Block(block.width, tall, block.shapes) for block, tall in zip(points, levels, strict=True)] for points in drawn
    ]


def listed(points: list[Block], pen: Pen, width: float) -> Block:
    return ruled(points, pen, width, 0.6)


def column(title: Block, points: Block, ground: Block, head: float, pen: Pen) -> Block:
    edge, drop = PAD * pen.em, (head - title.height) / 2 + DROP * pen.em
    shapes = (*ground.shapes, *title.at(edge, drop), *points.at(edge, head + 0.8 * edge))
    return Block(ground.width, ground.height, shapes)


def ground(last: bool, head: float, tall: float, pen: Pen, width: float) -> Block:
    """The card, and over it a head that is round only where the card is."""
    quiet = "soft" if pen.color("soft") != pen.color("ground") else "rule"  # a head like the page would look missing
    color = pen.color("strong" if last else quiet)
    if not pen.looks.card:
        return Block(width, tall, (Fill(Box(0, 0, width, head), color),))
    radius = pen.radius(pen.looks.radius, head)
    card = Fill(Box(0, 0, width, tall), pen.color(pen.looks.card), radius)
    square = Fill(Box(0, radius, width, head - radius), color)
    return Block(width, tall, (card, Fill(Box(0, 0, width, head), color, radius), square))
