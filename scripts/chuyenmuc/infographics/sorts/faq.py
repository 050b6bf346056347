"""Questions with their answers: a card for each, or a rule between."""

from __future__ import annotations

from chuyenmuc.images.blocks import Block
from chuyenmuc.infographics.cells import cards, noted, reading
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, stacked

MARK, BESIDE = 1.7, 0.7
QUESTION, ANSWER = 1.04, 0.96
CELL, MORE = 17.0, 9.0  # em: what a question needs in a row of two, and how much more with a long answer


def draw(part: Slice, pen: Pen, width: float) -> Block:
    longest = max(len(each.question) + len(each.answer) for each in part.block.faq)
    most = min(2, int(width / pen.em / (CELL + min(MORE, longest / 24))))
    return cards(part.last - part.first, most, pen, width, lambda number, room: asked(part, number, pen, room))


def asked(part: Slice, number: int, pen: Pen, width: float) -> Block:
    shown = part.block.faq[part.first + number]
    mark = pen.marker("?", MARK * pen.em)
    room = width - mark.width - BESIDE * pen.em
    question = pen.text(shown.question, room, QUESTION, "bold", "title")
    body = stacked([question, pen.text(shown.answer, reading(pen, room), ANSWER)], 0.45 * pen.em)
    return noted(mark, body, pen, pen.px(QUESTION), BESIDE)
