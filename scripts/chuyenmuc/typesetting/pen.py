"""Typesetting at one size: texts, labels and frames as measured blocks, all lengths in pixels, sizes in em.

A line takes one em in height whatever its letters: rows that hold different words stand in one rhythm.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from chuyenmuc.images.blocks import Block, moved
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.scene import Fill, Shape, Text
from chuyenmuc.images.text import FontStack, settings, typeface
from chuyenmuc.typesetting.styles import Looks
from chuyenmuc.vietnamese.breaking import pieces

Align = Literal["left", "center", "right"]
ASCENT = 0.78  # em: where in its line a baseline lies; stacked marks reach a little higher, into the gap above
LEADING, TIGHT = 1.38, 1.2
SHRINK = 0.97
HEADING = 12  # words: longer texts take no line more for the sake of balance
NARROW = 3  # lines: with more, a column is too narrow for balance
BALANCED = 26  # words: longer texts fill their lines instead
LAST = 0.22  # of the width: what the last of filled lines takes at least, where it can


class TooTight(ValueError):
    """Something finds no room at the least size; the text is what does not fit."""


@dataclass(frozen=True)
class Pen:
    """`em` is the size of running text and `least` the smallest of any, in pixels."""

    look: Look
    looks: Looks
    em: float
    least: float

    def sized(self, em: float) -> Pen:
        return replace(self, em=em)

    def color(self, role: str) -> str:
        return self.look.color(self.looks.roles.get(role, role))

    def font(self, role: str) -> FontStack:
        return self.look.fonts[role]

    def px(self, size: float) -> float:
        return max(size * self.em, self.least)

    # Texts ------------------------------------------------------------------------------------------------------

    def text(
        self,
        words: str,
        width: float,
        size: float = 1,
        font: str = "regular",
        color: str = "ink",
        align: Align = "left",
        leading: float = 0,
    ) -> Block:
        """A text in as many lines as it needs. Raises TooTight where a word is wider than `width` at the least size."""
        if not words:
            return Block(0, 0)
        px = self.px(size)
        broken = lines_of(words, self.font(font), self.look.names, width / px)
        while broken is None and px * SHRINK >= self.least:
            px *= SHRINK
            broken = lines_of(words, self.font(font), self.look.names, width / px)
        if broken is None:
            raise TooTight(words)
        step = px * max(leading or (LEADING if font == "regular" else TIGHT + 0.08), self.needed(broken, font))
        return self.placed(broken, px, step, width, font, color, align)

    def placed(
        self, broken: Sequence[str], px: float, step: float, width: float, font: str, color: str, align: Align
    ) -> Block:
        face, shapes, widest = typeface(self.font(font)), list[Shape](), 0.0
        for number, line in enumerate(broken):
            length = face.width(line) * px
            x = {"left": 0.0, "center": (width - length) / 2, "right": width - length}[align]
            shapes.append(self.line(line, x, ASCENT * px + number * step, px, font, color))
            widest = max(widest, length)
        wide = widest if align == "left" else width
        return Block(wide, px + (len(broken) - 1) * step, tuple(shapes))

    def needed(self, broken: Sequence[str], font: str) -> float:
        """The least distance of baselines in em at which marks of two lines do not meet, as in capitals they may."""
        heights = [typeface(self.font(font)).heights(line) for line in broken]
        return max((below + above + 0.03 for (_, below), (above, _) in pairwise(heights)), default=0.0)

    def line(self, words: str, x: float, y: float, px: float, font: str, color: str) -> Text:
        """One line with its left end at x and its baseline at y."""
        face = typeface(self.font(font))
        above, below = face.heights(words)
        ink = Box(x, y - above * px, face.width(words) * px, (above + below) * px)
        return Text(words, x, y, face.stack, px, self.color(color), ink)

    def label(self, words: str, size: float = 1, font: str = "bold", color: str = "ink", most: float = 0) -> Block:
        """A text on one line; with `most` made smaller until it is no wider. Raises TooTight."""
        px = self.px(size)
        length = typeface(self.font(font)).width(words)
        if most and length * px > most:
            px = most / length
            if px < self.least - 0.01:
                raise TooTight(words)
        return Block(length * px, px, (self.line(words, 0, ASCENT * px, px, font, color),)) if words else Block(0, 0)

    def digits(self, words: str, size: float, color: str = "accent", most: float = 0) -> Block:
        """A figure, in the heaviest font: no taller than its digits, so that it stands close to what is around it."""
        block = self.label(words, size, "headline", color, most)
        trim = (ASCENT - 0.72) * block.height
        return Block(block.width, 0.74 * block.height, tuple(moved(shape, 0, -trim) for shape in block.shapes))

    # Signs ------------------------------------------------------------------------------------------------------

    def icon(self, name: str, side: float, color: str) -> Block:
        character, stack = self.look.icons[name], self.font("icons")
        text = Text(character, 0, side, stack, side, self.color(color), Box(0, 0, side, side))
        return Block(side, side, (text,))

    def fill(self, width: float, height: float, color: str, radius: float = 0) -> Block:
        """`radius` in em."""
        box = Box(0, 0, width, height)
        return Block(width, height, (Fill(box, self.color(color), self.radius(radius, height)),))

    def radius(self, radius: float, height: float) -> float:
        return min(radius * self.em * self.look.corner, height / 2)

    def disc(self, inner: Block, side: float, color: str) -> Block:
        """A block in the middle of a filled disc."""
        ground = Fill(Box(0, 0, side, side), self.color(color), side / 2)
        return Block(side, side, (ground, *inner.at((side - inner.width) / 2, (side - inner.height) / 2)))

    def marker(self, words: str, side: float, fill: str = "strong", color: str = "on_strong") -> Block:
        """A number or letter in a disc."""
        return self.disc(self.digits(words, 0.5 * side / self.em, color, 0.7 * side), side, fill)

    def pill(self, words: str, size: float = 0.72, fill: str = "strong", color: str = "on_strong") -> Block:
        label = self.label(words, size, "bold", color)
        pad, tall = 0.8 * label.height, 1.9 * label.height
        ground = Fill(Box(0, 0, label.width + 2 * pad, tall), self.color(fill), tall / 2)
        return Block(label.width + 2 * pad, tall, (ground, *label.at(pad, (tall - label.height) / 2)))

    # Frames -----------------------------------------------------------------------------------------------------

    def card(self, inner: Block, width: float, pad: float = 0.9, height: float = 0) -> Block:
        """A block on the look's card, or in the open where the look has none. `pad` in em."""
        if not self.looks.card:
            return Block(width, max(inner.height, height), inner.shapes)
        edge = pad * self.em
        tall = max(inner.height + 2 * edge, height)
        ground = Fill(Box(0, 0, width, tall), self.color(self.looks.card), self.radius(self.looks.radius, tall))
        return Block(width, tall, (ground, *inner.at(edge, edge)))

    def inner(self, width: float, pad: float = 0.9) -> float:
        """The width that a card leaves for what stands on it."""
        return width - 2 * pad * self.em if self.looks.card else width

    def rule(self, width: float, color: str = "rule", thick: float = 0.06) -> Block:
        return self.fill(width, max(1.0, thick * self.em), color)


def stacked(blocks: Iterable[Block], gap: float) -> Block:
    """One below the other; empty ones take no room."""
    y, widest, shapes = 0.0, 0.0, list[Shape]()
    for block in blocks:
        if not block.height:
            continue
        shapes += block.at(0, y)
        y += block.height + gap
        widest = max(widest, block.width)
    return Block(widest, max(0.0, y - gap), tuple(shapes))


def beside(blocks: Iterable[Block], gap: float, align: Literal["top", "middle", "bottom"] = "middle") -> Block:
    """From left to right; blocks without width take no room."""
    kept = [block for block in blocks if block.width]
    tall = max((block.height for block in kept), default=0.0)
    x, shapes = 0.0, list[Shape]()
    for block in kept:
        drop = {"top": 0.0, "middle": (tall - block.height) / 2, "bottom": tall - block.height}[align]
        shapes += block.at(x, drop)
        x += block.width + gap
    return Block(max(0.0, x - gap), tall, tuple(shapes))


def grid(cells: Sequence[Block], columns: int, width: float, gap: float) -> Block:
    """Cells of equal columns in rows, each row as tall as its tallest cell."""
    step = (width + gap) / columns
    rows = []
    for start in range(0, len(cells), columns):
        row = cells[start : start + columns]
        shapes = [shape for number, cell in enumerate(row) for shape in cell.at(number * step, 0)]
        rows.append(Block(width, max(cell.height for cell in row), tuple(shapes)))
    return stacked(rows, gap)


@lru_cache(maxsize=4096)
def lines_of(words: str, font: FontStack, names: tuple[str, ...], width: float) -> tuple[str, ...] | None:
    """Lines no wider than `width` em: balanced where they are few, else filled. None if a word is wider."""
    count = len(words.split())
    if count > BALANCED:
        return relieved(words, font, names, width)
    found = next((each.lines for each in settings(words, font, names) if each.width <= width), None)
    narrow = not found or len(found) > NARROW
    full = relieved(words, font, names, width) if narrow or count > HEADING else None
    return full if full and (not found or len(full) < len(found)) else found


def relieved(words: str, font: FontStack, names: tuple[str, ...], width: float) -> tuple[str, ...] | None:
    """Filled lines, a little narrower where the last one would else be a word or two alone."""
    found = filled(words, font, names, width)
    if not found or len(found) < 2 or typeface(font).width(found[-1]) >= LAST * width:
        return found
    narrower = (filled(words, font, names, width * share) for share in (0.97, 0.94, 0.91, 0.88, 0.85))
    kept = (each for each in narrower if each and len(each) == len(found))
    return next((each for each in kept if typeface(font).width(each[-1]) >= LAST * width), found)


def filled(words: str, font: FontStack, names: tuple[str, ...], width: float) -> tuple[str, ...] | None:
    face, lines, line, glue = typeface(font), list[str](), "", ""
    for piece in pieces(words, names):
        longer = f"{line}{glue}{piece.text}" if line else piece.text
        if line and face.width(longer) > width:
            lines.append(line)
            longer = piece.text
        if face.width(longer) > width:
            return None
        line, glue = longer, piece.glue
    return (*lines, line)
