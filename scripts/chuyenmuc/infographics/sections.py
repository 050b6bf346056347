"""A slice with its title, note and source: what stands on a page as one."""

from __future__ import annotations

from chuyenmuc.images.blocks import Block
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.infographics.sorts import drawn
from chuyenmuc.typesetting.pen import Pen, beside, stacked

GAP = 0.9  # em between a title and what it is the title of
AFTER = 2.1  # em between sections
CONTINUED = " (tiếp)"


def section(part: Slice, pen: Pen, width: float, known: str = "") -> Block:
    """`known` is a source that the page tells elsewhere."""
    head = heading(pen, part.block.title + ("" if part.begins else CONTINUED), width) if part.block.title else None
    foot = footing(part, pen, width, known)
    return stacked([each for each in (head, drawn(part, pen, width), *foot) if each], GAP * pen.em)


def heading(pen: Pen, words: str, width: float) -> Block:
    if pen.looks.heading == "rule":
        rule = pen.fill(width, 0.16 * pen.em, "strong")
        return stacked([rule, pen.text(words, width, 1.3, "headline", "title")], 0.5 * pen.em)
    side = 0.34 * pen.em if pen.looks.heading == "bar" else 0.62 * pen.em
    gap = 0.55 * pen.em
    text = pen.text(words, width - side - gap, 1.3, "headline", "title")
    tall = text.height * 0.94 if pen.looks.heading == "bar" else side
    sign = pen.fill(side, tall, "spark_fill", 0.1)
    return beside([sign, text], gap, "middle" if pen.looks.heading == "bar" or len(text.shapes) == 1 else "top")


def footing(part: Slice, pen: Pen, width: float, known: str) -> list[Block]:
    """The note once, where the block ends; the source wherever a part of it stands."""
    note = pen.text(part.block.note, width, 0.78, "regular", "quiet") if part.block.note and part.ends else None
    told = part.source if part.source != known else ""
    source = pen.text(f"Nguồn: {told}", width, 0.62, "regular", "quiet") if told else None
    return [each for each in (note, source) if each]


def page(parts: tuple[Slice, ...], pen: Pen, width: float, known: str = "") -> Block:
    """Several sections, one below the other."""
    following = [part.source for part in parts[1:]] + [known]  # one source of neighbours is told below the last
    told = zip(parts, following, strict=True)
    return stacked([section(part, pen, width, after or known) for part, after in told], AFTER * pen.em)
