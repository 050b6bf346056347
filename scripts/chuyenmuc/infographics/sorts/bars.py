"""Bars from zero, all in one measure on every page; numbers stand comma under comma."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from chuyenmuc.content.infographic import WHOLE, Block, Part
from chuyenmuc.images.blocks import Block as Drawn
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill, Shape
from chuyenmuc.images.text import typeface
from chuyenmuc.infographics.numerals import Tabular
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen, stacked
from chuyenmuc.vietnamese.numbers import written

SIGNS = 3  # letters: a longer unit is told once, above
WIDE = 24  # em: from here labels may stand left of their bars
LABELS = 0.36  # of the width, at most, for labels at the left
CRAMPED = 6  # em: where values leave labels less, they stand below them
GAP = 0.6  # em
TALL, FLAT = 1.0, 0.62  # em: a bar beside its label, and one below it


@dataclass(frozen=True)
class Measure:
    """What all bars of a block share."""

    label: float
    bar: float
    values: Tabular
    whole: Decimal
    sign: str
    tracked: bool
    beside: bool


def draw(part: Slice, pen: Pen, width: float) -> Drawn:
    block, inner = part.block, pen.inner(width)
    measure = measured(block, pen, inner)
    row = level if measure.beside else below
    shown = block.bars[part.first : part.last]
    rows = stacked((row(each, measure, pen, inner) for each in shown), (0.55 if measure.beside else 0.8) * pen.em)
    unit = f"Đơn vị: {block.unit}" if block.unit and not measure.sign else ""
    above = pen.text(unit, inner, 0.78, "regular", "quiet")
    under = pen.text(block.ordered if part.ends else "", inner, 0.78, "regular", "quiet")
    return pen.card(stacked([above, rows, under], 0.8 * pen.em), width)


def scale(block: Block) -> tuple[Decimal, bool]:
    """What a bar of the whole length stands for, and whether that is a whole, which the empty part of a bar tells."""
    most = max(part.value for part in block.bars)
    if block.unit == "%" and most <= WHOLE:
        return WHOLE, True
    return most or Decimal(1), False


def measured(block: Block, pen: Pen, width: float) -> Measure:
    sign = spaced(block.unit) if len(block.unit) <= SIGNS else ""
    values = Tabular.of((written(part.value) for part in block.bars), pen, 1, sign=sign)
    whole, tracked = scale(block)
    face, gap = typeface(pen.font("regular")), GAP * pen.em
    longest = max(face.width(part.label) for part in block.bars) * pen.px(1)
    label = min(longest, LABELS * width)
    left = width - label - values.width - 2 * gap
    if width >= WIDE * pen.em and left >= 0.3 * width and longest <= 2.2 * label:
        return Measure(label, left, values, whole, sign, tracked, True)
    return Measure(width - values.width - gap, width, values, whole, sign, tracked, False)


def spaced(unit: str) -> str:
    return unit if unit in {"", "%", "‰"} else f" {unit}"


def level(part: Part, measure: Measure, pen: Pen, width: float) -> Drawn:
    """Label, bar and value side by side."""
    label = pen.text(part.label, measure.label)
    value = measure.values.set(written(part.value), pen, sign=measure.sign)
    bar = drawn(part, measure, pen, TALL)
    tall = max(label.height, TALL * pen.em, value.height)
    left = measure.label + GAP * pen.em
    shapes = (
        *label.at(0, (tall - label.height) / 2),
        *bar.at(left, (tall - bar.height) / 2),
        *value.at(width - value.width, (tall - value.height) / 2),
    )
    return Drawn(width, tall, shapes)


def below(part: Part, measure: Measure, pen: Pen, width: float) -> Drawn:
    """The bar below its label, as long as the whole width; the value ends where the bar could."""
    value = pen.label(written(part.value) + measure.sign, most=width)
    if measure.label < CRAMPED * pen.em:
        head = stacked([pen.text(part.label, width), value], 0.3 * pen.em)
    else:
        label = pen.text(part.label, measure.label)
        head = Drawn(width, label.height, (*label.shapes, *value.at(width - value.width, label.height - value.height)))
    return stacked([head, drawn(part, measure, pen, FLAT)], 0.32 * pen.em)


def drawn(part: Part, measure: Measure, pen: Pen, thick: float) -> Drawn:
    tall = thick * pen.em
    length = measure.bar * float(part.value / measure.whole)
    shapes: list[Shape] = (
        list(pen.fill(measure.bar, tall, "track", 0.18).shapes) if measure.tracked else [zero(pen, tall)]
    )
    if length > 0:
        radius = min(pen.radius(0.18, tall), length / 2)
        shapes.append(Fill(Box(0, 0, length, tall), pen.color("strong"), radius))
    return Drawn(measure.bar, tall, tuple(shapes))


def zero(pen: Pen, tall: float) -> Fill:
    """The line from which bars are measured."""
    thick = max(1.0, 0.06 * pen.em)
    return Fill(Box(0, 0, thick, tall), pen.color("rule"))
