"""Things to tick: a box with a check mark before each; two columns where they are short and it is wide."""

from __future__ import annotations

from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill
from chuyenmuc.infographics.cells import columns, fewest, framed, in_row, noted, ruled, sides
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, stacked

PAD, BOX, BESIDE, GAP, APART = 1.0, 1.3, 0.65, 0.75, 1.6
CELL = 13.0  # em


def draw(part: Slice, pen: Pen, width: float) -> Block:
    shown = part.block.checklist[part.first : part.last]
    room = width - 2 * sides(pen, PAD)
    longest = max(len(words) for words in part.block.checklist)
    most = min(3, int(room / pen.em / (CELL + min(14.0, longest / 6)))) if len(shown) > 3 else 1

    def attempt(number: int) -> Block:
        each = (room - (number - 1) * APART * pen.em) / number
        lefts = [at * (each + APART * pen.em) for at in range(number)]
        cells = [ticked(words, pen, each) for words in shown]
        parted = [cells[start : start + number] for start in range(0, len(cells), number)]
        rows = [in_row(row, lefts[: len(row)], room) for row in parted]
        return ruled(rows, pen, room, 0.6) if pen.looks.rules else stacked(rows, GAP * pen.em)

    return framed(fewest(columns(len(shown), most), attempt), pen, width, PAD)


def ticked(words: str, pen: Pen, width: float) -> Block:
    side = BOX * pen.em
    sign = pen.icon("material/check-bold", 0.72 * side, "on_strong")
    ground = Fill(Box(0, 0, side, side), pen.color("strong"), pen.radius(0.28, side))
    box = Block(side, side, (ground, *sign.at(0.14 * side, 0.14 * side)))
    return noted(box, pen.text(words, width - side - BESIDE * pen.em), pen, pen.px(1), BESIDE)
