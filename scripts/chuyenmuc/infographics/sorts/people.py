"""So many of so many: each a person, those who count in the accent."""

from __future__ import annotations

from dataclasses import replace

from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import contrast, luminance, mixed
from chuyenmuc.infographics.numerals import Numeral
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, beside, stacked

PERSON = "material/account"
ROW, LONG_ROW, MANY = 10, 20, 50
LARGE, SMALL = 3.2, 0.7  # em: a person's height, at most and for comfort at least
INK, FILLED = 2 / 3, 0.86  # of an icon's side, its ink; of a person's place, what the ink takes
BETWEEN = 0.14  # of the digits' size
SEEN = 1.8  # contrast with the ground that those who do not count keep
WIDE = 26  # em: from here the sentence stands beside


def draw(part: Slice, pen: Pen, width: float) -> Block:
    inner = pen.inner(width)
    if inner >= WIDE * pen.em:
        gap = 1.4 * pen.em
        crowd = people(part, pen, 0.54 * inner)
        content = beside([crowd, sentence(part, pen, inner - crowd.width - gap)], gap, "middle")
    else:
        content = stacked([people(part, pen, inner), sentence(part, pen, inner)], 0.8 * pen.em)
    return pen.card(content, width)


def rows(of: int) -> list[int]:
    """People of each row: rows alike, the last one no longer than the others."""
    lines = -(-of // (LONG_ROW if of > MANY else ROW))
    most = -(-of // lines)
    return [min(most, of - start) for start in range(0, of, most)]


def people(part: Slice, pen: Pen, width: float) -> Block:
    told = part.block.people
    assert told
    lines = rows(told.of)
    side = min(width / lines[0], LARGE * pen.em)
    tones = ["accent"] * told.count + [faint(pen)] * (told.of - told.count)
    places = ((row, place) for row, length in enumerate(lines) for place in range(length))
    shapes = [
        shape
        for (row, place), tone in zip(places, tones, strict=True)
        for shape in person(pen, side, tone).at(place * side, row * side)
    ]
    return Block(side * lines[0], side * len(lines), tuple(shapes))


def person(pen: Pen, side: float, tone: str) -> Block:
    """The sign without the empty frame that icons have, in the middle of its place."""
    icon = pen.icon(PERSON, side * FILLED / INK, tone)
    edge = (icon.width - side) / 2
    ink = Box((side - FILLED * side) / 2, (side - FILLED * side) / 2, FILLED * side, FILLED * side)
    return Block(side, side, tuple(replace(shape, box=ink) for shape in icon.at(-edge, -edge)))


def faint(pen: Pen) -> str:
    """Paler, yet seen on its ground: of the accent, or where the ground is dark, of ink."""
    ground = pen.color(pen.looks.card or "ground")
    accent = pen.color("accent" if luminance(ground) > 0.5 else "ink")
    share = 78
    while share > 0 and contrast(mixed(accent, ground, share / 100), ground) < SEEN:
        share -= 2
    return mixed(accent, ground, share / 100)


def sentence(part: Slice, pen: Pen, width: float) -> Block:
    told = part.block.people
    assert told
    value = Numeral("", str(told.count), "trong")
    whole = Numeral("", str(told.of), "")
    px = min(width / (value.wide(pen) + BETWEEN + whole.wide(pen)), 3.4 * pen.em)
    ratio = beside([value.set(pen, px, quiet="quiet"), whole.set(pen, px, color="title")], BETWEEN * px, "top")
    return stacked([ratio, pen.text(told.label, width, 1.1)], 0.45 * pen.em)
