"""Parts of a whole: a ring, or a hundred squares, each part named beside its colour."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from chuyenmuc.content.infographic import Block, ShareForm
from chuyenmuc.images.blocks import Block as Drawn
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import contrast
from chuyenmuc.images.scene import Fill, Sector, Shape
from chuyenmuc.infographics.numerals import Numeral
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, TooTight, beside, stacked
from chuyenmuc.vietnamese.numbers import apportioned, percent, written

SIGN = 3  # letters of a unit that may stand in every row
WIDE, WIDER = 19, 27  # em: from here names stand beside the picture, a few in hundredths and others
LARGE = 13  # em: the picture's side, at most
FEW = 4  # parts
SHARE = 0.42  # of the width, for a picture with names beside it
OPEN = 0.6  # of the ring's radius
LINE = 0.045  # em: the outline by which a pale part is told from its ground
SIDE = 10  # squares
MARK = 1.0  # em: a colour beside its name
NAMES = 7  # em: room for names, at least, with amounts in columns
SEAM = 1  # degrees
SEEN = 3  # contrast with its ground: a colour with less is outlined


@dataclass(frozen=True)
class Told:
    """A part as it is shown."""

    label: str
    value: Decimal
    share: str
    color: str


def draw(part: Slice, pen: Pen, width: float) -> Drawn:
    block, inner, gap = part.block, pen.inner(width), 1.4 * pen.em
    parts = told(block, pen)
    picture = squares if block.form is ShareForm.SQUARES else ring
    if inner >= (WIDE if block.unit == "%" and len(parts) <= FEW else WIDER) * pen.em:
        drawn = picture(block, parts, pen, min(SHARE * inner, LARGE * pen.em))
        names = legend(block, parts, pen, inner - drawn.width - gap)
        return pen.card(beside([drawn, names], gap, "middle"), width)
    drawn = picture(block, parts, pen, min(inner, LARGE * pen.em)).centred(inner)
    return pen.card(stacked([drawn, legend(block, parts, pen, inner)], 1.2 * pen.em), width)


def told(block: Block, pen: Pen) -> list[Told]:
    parts = block.parts
    shares = [percent(part.value, block.total) for part in parts]
    colors = [pen.color(role) for role in pen.looks.ranked[: len(block.share)]]
    colors += [pen.color("track")] * (len(parts) - len(colors))
    return [
        Told(part.label, part.value, share, color) for part, share, color in zip(parts, shares, colors, strict=True)
    ]


# Pictures ------------------------------------------------------------------------------------------------------


def ring(block: Block, parts: Sequence[Told], pen: Pen, side: float) -> Drawn:
    """From the top, clockwise, in the order given."""
    edge = max(1.0, LINE * pen.em)
    ground, box = pen.color(pen.looks.card or "ground"), Box(edge, edge, side - 2 * edge, side - 2 * edge)
    shapes, start = list[Shape](), 0.0
    for part in parts:
        sweep = 360 * float(part.value / block.total)
        if sweep and pale(pen, part.color):
            shapes.append(Sector(Box(0, 0, side, side), start, sweep, OPEN - 2 * edge / side, pen.color("quiet")))
        if sweep:
            shapes.append(Sector(box, start, sweep, OPEN, part.color))
        start += sweep
    shapes += seams(block, parts, Box(0, 0, side, side), ground)
    inside = middle(block, parts, pen, 0.88 * OPEN * side)
    shapes += inside.at((side - inside.width) / 2, (side - inside.height) / 2)
    return Drawn(side, side, tuple(shapes))


def pale(pen: Pen, color: str) -> bool:
    return contrast(color, pen.color(pen.looks.card or "ground")) < SEEN


def seams(block: Block, parts: Sequence[Told], box: Box, ground: str) -> list[Shape]:
    """Hair-thin gaps of the ground between parts."""
    kept = [part.value for part in parts if part.value]
    if len(kept) < 2:
        return []
    found, turned = list[Shape](), 0.0
    for value in kept:
        found.append(Sector(box, (turned - SEAM / 2) % 360, SEAM, OPEN - 0.02, ground))
        turned += 360 * float(value / block.total)
    return found


def middle(block: Block, parts: Sequence[Told], pen: Pen, room: float) -> Drawn:
    """The whole where it is an amount, else the largest part, in a circle that wide; nothing where it is small."""
    px = 3 * pen.em
    while px >= pen.least:
        try:
            found = centre(block, parts, pen, px)
        except TooTight:
            break
        if math.hypot(found.width, found.height) <= room:
            return found
        px *= 0.95
    return Drawn(0, 0)


def centre(block: Block, parts: Sequence[Told], pen: Pen, px: float) -> Drawn:
    if block.unit == "%":
        largest = max(parts, key=lambda part: part.value)
        color = "accent" if largest is parts[0] else "title"
        return Numeral("", written(largest.value), "%").set(pen, px, color=color, quiet=color)
    sign = block.unit if len(block.unit) <= 2 else ""
    lines = [
        pen.label("Tổng", 0.85, "semibold", "quiet"),
        Numeral("", written(block.total), sign).set(pen, px, color="title"),
        pen.label("" if sign else block.unit, 0.85, "semibold", "quiet"),
    ]
    wide = max(line.width for line in lines)
    return stacked([line.centred(wide) for line in lines if line.height], 0.2 * pen.em)


def squares(block: Block, parts: Sequence[Told], pen: Pen, side: float) -> Drawn:
    """A hundred, row by row from the top."""
    step = side / (SIDE - 0.14)
    box, line = 0.86 * step, max(1.0, LINE * pen.em)
    counts = apportioned([part.value for part in parts], block.total, SIDE * SIDE)
    colors = [part.color for part, count in zip(parts, counts, strict=True) for _ in range(count)]
    shapes = list[Shape]()
    for number, color in enumerate(colors):
        y, x = divmod(number, SIDE)
        shapes += chip(pen, box, color, line).at(x * step, y * step)
    caption = pen.text("Mỗi ô là 1%", side, 0.78, "regular", "quiet")
    return stacked([Drawn(side, side, tuple(shapes)), caption], 0.5 * pen.em)


def chip(pen: Pen, side: float, color: str, line: float) -> Drawn:
    """A square of a colour, outlined where it is pale."""
    radius = pen.radius(0.12, side)
    if not pale(pen, color):
        return Drawn(side, side, (Fill(Box(0, 0, side, side), color, radius),))
    outline = Fill(Box(0, 0, side, side), pen.color("quiet"), radius)
    inside = Fill(Box(line, line, side - 2 * line, side - 2 * line), color, max(0.0, radius - line))
    return Drawn(side, side, (outline, inside))


# Names ---------------------------------------------------------------------------------------------------------


def legend(block: Block, parts: Sequence[Told], pen: Pen, width: float) -> Drawn:
    """Names with what they stand for at the right, or below each other where there is little room."""
    rows = listed(block, parts, pen, width) or stacked((named(block, part, pen, width) for part in parts), 0.7 * pen.em)
    return stacked([rows, pen.text(whole(block), width, 0.9, "semibold", "quiet")], 0.9 * pen.em)


def whole(block: Block) -> str:
    unit = f"Đơn vị: {block.unit}" if told_once(block) else ""
    if block.whole is None:
        return unit
    return f"Tổng: {written(block.whole)} {block.unit}" if unit else f"Tổng: {amount(block, block.whole)}"


def told_once(block: Block) -> bool:
    """A long unit, which would take from every row the room of its name."""
    return len(block.unit) > SIGN


def amount(block: Block, value: Decimal) -> str:
    if told_once(block):
        return written(value)
    return written(value) + ("%" if block.unit == "%" else f" {block.unit}" if block.unit else "")


def listed(block: Block, parts: Sequence[Told], pen: Pen, width: float) -> Drawn | None:
    """A row each, amounts and shares in columns; None where that leaves too little for names."""
    side, gap = MARK * pen.em, 0.6 * pen.em
    values = [pen.label(amount(block, part.value), 1.05) for part in parts]
    shares = [pen.label(part.share if block.unit != "%" else "", 0.95, "semibold", "quiet") for part in parts]
    widest = max(share.width for share in shares)
    end = width - widest - (1.2 * gap if widest else 0)
    room = end - max(value.width for value in values) - side - 2.5 * gap
    if room < NAMES * pen.em:
        return None
    rows = []
    for part, value, share in zip(parts, values, shares, strict=True):
        label, mark = pen.text(part.label, room), chip(pen, side, part.color, max(1.0, LINE * pen.em))
        amounts = (*value.at(end - value.width, 0), *share.at(width - share.width, 0))
        rows.append(Drawn(width, max(side, label.height), (*mark.shapes, *label.at(side + gap, 0), *amounts)))
    return stacked(rows, 0.7 * pen.em)


def named(block: Block, part: Told, pen: Pen, width: float) -> Drawn:
    side, gap = MARK * pen.em, 0.6 * pen.em
    mark = chip(pen, side, part.color, max(1.0, LINE * pen.em))
    wide = width - side - gap
    value = pen.text(amount(block, part.value), wide, 1.25, "bold", "ink")
    share = Drawn(0, 0) if block.unit == "%" else pen.label(part.share, 0.95, "semibold", "quiet", wide)
    if value.width + share.width + gap <= wide:
        head = beside([value, share], gap, "middle")
    else:
        head = stacked([value, share], 0.2 * pen.em)
    words = stacked([head, pen.text(part.label, wide)], 0.3 * pen.em)
    return Drawn(width, max(side, words.height), (*mark.at(0, 0.12 * pen.em), *words.at(side + gap, 0)))
