"""Moments on a line: from top to bottom, or from left to right where it is wide and they are few."""

from __future__ import annotations

from chuyenmuc.content.infographic import Moment
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill, Shape
from chuyenmuc.images.text import typeface
from chuyenmuc.infographics.cells import framed, reading, sides
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, TooTight, stacked

PAD, GAP, DOT, BESIDE = 1.0, 1.1, 0.8, 0.75
WHEN, WHAT, TEXT = 1.0, 1.04, 0.94
SHORT = 7.2  # em: a date that stands in a column of its own
CELL, MOST = 8.5, 5  # from left to right: em a moment, and how many at most


def draw(part: Slice, pen: Pen, width: float) -> Block:
    shown = part.block.timeline[part.first : part.last]
    room = width - 2 * sides(pen, PAD)
    if 2 <= len(shown) <= MOST and room / pen.em >= len(shown) * cell(part):
        try:
            return framed(across(part, shown, pen, room), pen, width, PAD)
        except TooTight:
            pass
    return framed(down(part, shown, pen, room), pen, width, PAD)


def cell(part: Slice) -> float:
    longest = max(len(each.what) + 0.7 * len(each.text) for each in part.block.timeline)
    return CELL + min(7.0, longest / 45)


def told(moment: Moment, pen: Pen, width: float, *, dated: bool) -> Block:
    when = pen.text(moment.when, width, WHEN, "bold", "accent") if dated else Block(0, 0)
    what = pen.text(moment.what, width, WHAT, "bold", "title")
    text = pen.text(moment.text, reading(pen, width), TEXT)
    return stacked([when, stacked([what, text], 0.45 * pen.em)], 0.45 * pen.em)


def dot(pen: Pen) -> Block:
    """A ring, its inside the colour of what it stands on."""
    side = DOT * pen.em
    hole = pen.fill(0.46 * side, 0.46 * side, pen.looks.card or "ground", 9)
    return pen.disc(hole, side, "strong")


def line(pen: Pen, box: Box) -> Fill:
    return Fill(box, pen.color("rule"), min(box.width, box.height) / 2)


# From top to bottom -----------------------------------------------------------------------------------------------


def dates(part: Slice, pen: Pen, width: float) -> float:
    """The width of the column of dates; 0 where they stand above instead."""
    face = typeface(pen.font("bold"))
    widest = max(face.width(each.when) for each in part.block.timeline) * pen.px(WHEN)
    fits = widest <= SHORT * pen.em and width - widest >= 13 * pen.em
    return widest if fits else 0.0


def down(part: Slice, shown: list[Moment], pen: Pen, width: float) -> Block:
    column, mark = dates(part, pen, width), dot(pen)
    axis = column + BESIDE * pen.em if column else 0.0
    left = axis + mark.width + BESIDE * pen.em
    drop = (pen.px(WHAT if column else WHEN) - mark.height) / 2
    marks, shapes, y, widest = list[float](), list[Shape](), 0.0, 0.0
    for moment in shown:
        body = told(moment, pen, width - left, dated=not column)
        shapes += mark.at(axis, y + drop)
        if column:  # before what happened: a PDF is read in this order
            when = pen.label(moment.when, WHEN, "bold", "accent")
            shapes += when.at(column - when.width, y + (pen.px(WHAT) - when.height) * 0.78)
        shapes += body.at(left, y)
        marks.append(y + drop + mark.height / 2)
        y += body.height + GAP * pen.em
        widest = max(widest, left + body.width)
    tall = y - GAP * pen.em
    top, bottom = marks[0] if part.begins else 0.0, marks[-1] if part.ends else tall
    return Block(widest, tall, (*axis_down(pen, axis + mark.width / 2, top, bottom), *shapes))


def axis_down(pen: Pen, x: float, top: float, bottom: float) -> tuple[Shape, ...]:
    thick = max(1.0, 0.11 * pen.em)
    return (line(pen, Box(x - thick / 2, top, thick, bottom - top)),) if bottom > top else ()


# From left to right -----------------------------------------------------------------------------------------------


def across(part: Slice, shown: list[Moment], pen: Pen, width: float) -> Block:
    gap, mark = 1.2 * pen.em, dot(pen)
    each = (width - (len(shown) - 1) * gap) / len(shown)
    whens = [pen.text(moment.when, each, WHEN + 0.12, "bold", "accent") for moment in shown]
    level = max(block.height for block in whens) + 0.5 * pen.em
    below, shapes, tall = level + mark.height + 0.6 * pen.em, list[Shape](), 0.0
    for number, (moment, when) in enumerate(zip(shown, whens, strict=True)):
        x = number * (each + gap)
        body = told(moment, pen, each, dated=False)
        shapes += (*when.at(x, level - 0.5 * pen.em - when.height), *mark.at(x, level), *body.at(x, below))
        tall = max(tall, below + body.height)
    thick, middle = max(1.0, 0.11 * pen.em), level + mark.height / 2
    start = mark.width / 2 if part.begins else 0.0
    stop = (len(shown) - 1) * (each + gap) + mark.width / 2 if part.ends else width
    return Block(width, tall, (line(pen, Box(start, middle - thick / 2, stop - start, thick)), *shapes))
