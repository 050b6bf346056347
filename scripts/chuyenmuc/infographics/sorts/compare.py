"""Two or three sides, beside one another with their points on the same level; one below another where it is narrow."""

from __future__ import annotations

from itertools import zip_longest

from chuyenmuc.content.infographic import Column
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill, Shape
from chuyenmuc.infographics.cells import GAP, in_row, noted
from chuyenmuc.infographics.pen import Pen, TooTight, stacked
from chuyenmuc.infographics.slices import Slice

NARROW = {2: 22.0, 3: 34.0}  # em
PAD, HEAD, DOT, BESIDE = 0.85, 1.06, 0.42, 0.5


def draw(part: Slice, pen: Pen, width: float) -> Block:
    sides = part.block.compare
    if width / pen.em >= NARROW[len(sides)]:
        try:
            return together(sides, sides, pen, width)
        except TooTight:
            pass
    return stacked([together([side], sides, pen, width) for side in sides], GAP * pen.em)


def together(shown: list[Column], all_of_them: list[Column], pen: Pen, width: float) -> Block:
    gap = GAP * pen.em
    each = (width - (len(shown) - 1) * gap) / len(shown)
    heads = [pen.text(*head(side, side is all_of_them[-1], pen, each)) for side in shown]
    tall = max(block.height for block in heads) + 1.3 * pen.em
    levels = leveled(shown, pen, each)
    whole = [
        framed(side is all_of_them[-1], title, levels[number], tall, pen, each)
        for number, (side, title) in enumerate(zip(shown, heads, strict=True))
    ]
    return in_row(whole, [number * (each + gap) for number in range(len(whole))], width)


def head(side: Column, last: bool, pen: Pen, width: float) -> tuple[str, float, float, str, str]:
    return side.title, width - 2 * PAD * pen.em, HEAD, "bold", "on_strong" if last else "title"


def point(words: str, pen: Pen, width: float) -> Block:
    mark = pen.fill(DOT * pen.em, DOT * pen.em, "accent", 9)
    body = pen.text(words, width - mark.width - BESIDE * pen.em)
    return noted(mark, body, pen, pen.px(1), BESIDE)


def leveled(shown: list[Column], pen: Pen, width: float) -> list[list[Block]]:
    """The points of each side, those of one level equally tall."""
    room = width - 2 * PAD * pen.em
    drawn = [[point(words, pen, room) for words in side.points] for side in shown]
    levels = [max(block.height for block in level if block) for level in zip_longest(*drawn)]
    return [
        [Block(room, tall, block.shapes) for block, tall in zip(points, levels, strict=False)]
        + [Block(room, tall) for tall in levels[len(points) :]]
        for points in drawn
    ]


def framed(last: bool, title: Block, points: list[Block], head: float, pen: Pen, width: float) -> Block:
    edge, gap, y = PAD * pen.em, 0.6 * pen.em, head + 0.75 * PAD * pen.em
    shapes = list[Shape]()
    for number, block in enumerate(points):
        if number and block.shapes:
            shapes += pen.rule(width - 2 * edge, "track").at(edge, y)
        y += gap if number else 0.0
        shapes += block.at(edge, y)
        y += block.height + gap
    tall = y - gap + 0.85 * edge
    return Block(
        width, tall, (*ground(last, head, tall, pen, width), *title.at(edge, (head - title.height) / 2), *shapes)
    )


def ground(last: bool, head: float, tall: float, pen: Pen, width: float) -> tuple[Shape, ...]:
    """The card, and over it a head that is round only where the card is."""
    color = pen.color("strong" if last else "soft")
    if not pen.looks.card:
        return (Fill(Box(0, 0, width, head), color),)
    radius = pen.radius(pen.looks.radius, head)
    card = Fill(Box(0, 0, width, tall), pen.color(pen.looks.card), radius)
    return card, Fill(Box(0, 0, width, head), color, radius), Fill(Box(0, radius, width, head - radius), color)
