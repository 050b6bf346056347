"""Steps: numbered discs, joined by a line where they stand one below the other; cards in columns where it is wide."""

from __future__ import annotations

from chuyenmuc.content.infographic import Step
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill, Shape
from chuyenmuc.infographics.cells import cards, framed, noted, reading, sides
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, stacked

DISC, BESIDE, GAP, PAD = 1.9, 0.75, 1.05, 1.0
TITLE, TEXT = 1.06, 0.95
CELL, MORE = 11.0, 15.0  # em: what a card needs at least, and how much more for long texts


def draw(part: Slice, pen: Pen, width: float) -> Block:
    shown = part.block.steps[part.first : part.last]
    most = min(4, int(width / pen.em / cell(part)))
    if most < 2 or len(shown) < 2:
        return chain(part, shown, pen, width)
    return cards(len(shown), most, pen, width, lambda number, room: step(part, number, pen, room))


def cell(part: Slice) -> float:
    """The width in em at which its longest step is still a card, not a tower."""
    longest = max(len(each.title) + 0.7 * len(each.text) for each in part.block.steps)
    return CELL + min(MORE, longest / 7)


def step(part: Slice, number: int, pen: Pen, width: float) -> Block:
    shown: Step = part.block.steps[part.first + number]
    disc = pen.marker(str(part.first + number + 1), DISC * pen.em)
    room = width - disc.width - BESIDE * pen.em
    title = pen.text(shown.title, room, TITLE, "bold", "title")
    body = stacked([title, pen.text(shown.text, reading(pen, room), TEXT)], 0.45 * pen.em)
    return noted(disc, body, pen, pen.px(TITLE), BESIDE)


def chain(part: Slice, shown: list[Step], pen: Pen, width: float) -> Block:
    edge = sides(pen, PAD)
    rows = [step(part, number, pen, width - 2 * edge) for number in range(len(shown))]
    side, gap, y = DISC * pen.em, GAP * pen.em, 0.0
    thick, lines = max(1.0, 0.09 * pen.em), list[Shape]()
    for row in rows[:-1]:
        top, bottom = y + side + 0.16 * pen.em, y + row.height + gap - 0.16 * pen.em
        lines.append(Fill(Box((side - thick) / 2, top, thick, bottom - top), pen.color("rule"), thick / 2))
        y += row.height + gap
    whole = stacked(rows, gap)
    return framed(Block(whole.width, whole.height, (*lines, *whole.shapes)), pen, width, PAD)
