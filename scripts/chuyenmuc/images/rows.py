"""Rows of figures and of a list's entries, at the largest size at which most of them fit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chuyenmuc.images.blocks import FAR, Block, moved
from chuyenmuc.images.box import Box
from chuyenmuc.images.lettering import Lettering
from chuyenmuc.images.parts import FiguresPart, ListPart
from chuyenmuc.images.scene import Fill, Shape
from chuyenmuc.images.text import Room, fit, settings, typeface

WIDEST_VALUE = 0.5  # of the width of rows of figures
SMALLER = 0.96
FEWER = {1: 1.6, 2: 1.25}  # so few rows may be that much larger

Build = Callable[[float, int], Block | None]


def largest(setter: Lettering, part: FiguresPart | ListPart, height: float, total: int, build: Build) -> Block | None:
    """As many rows as fit, at the largest size at which they do: the image is a taste of the whole."""
    least = max(part.size[0] * setter.unit, setter.lesser)
    for count in range(min(part.most, total), 0, -1):
        size = max(FEWER.get(count, 1) * part.size[1] * setter.unit, least)
        while size >= least:
            block = build(size, count)
            if block and block.height <= height:
                return block
            size = min(size * SMALLER, size - 1)
    return None


def figures(setter: Lettering, part: FiguresPart, width: float, height: float) -> Block | None:
    rows = setter.card.values.get("figures", [])

    def build(size: float, count: int) -> Block | None:
        return Figures(setter, part, size, width).block(rows[:count], len(rows) - count)

    return largest(setter, part, height, len(rows), build)


def entries(setter: Lettering, part: ListPart, width: float, height: float) -> Block | None:
    rows = setter.card.values.get(part.entries, [])

    def build(size: float, count: int) -> Block | None:
        return Entries(setter, part, size, width).block(rows[:count], len(rows) - count)

    return largest(setter, part, height, len(rows), build) if rows else Block(0, 0)


@dataclass(frozen=True)
class Rows:
    setter: Lettering
    part: Any
    size: float
    width: float

    def label(self, text: str, column: float, share: float, lines: int, color: str) -> Block | None:
        """A text beside a column, at most `share` of the rows' size."""
        most = max(share * self.size, self.setter.lesser)
        room = Room(self.width - column, FAR, max(0.75 * most, self.setter.lesser), most, 1.25, lines)
        options = settings(text, self.setter.look.fonts["semibold"], self.setter.look.names)
        found = fit(options, room) if room.width > 0 else None
        return self.setter.lines(found, "semibold", color) if found else None


@dataclass(frozen=True)
class Figures(Rows):
    """Figures and their meanings at one size: values in a column, labels in another.

    Values as long as words leave no column for labels: then each label stands below its value.
    """

    def block(self, rows: list[dict[str, str]], left_out: int) -> Block | None:
        face = typeface(self.setter.look.fonts["headline"])
        column = max((face.width(row["value"]) for row in rows), default=0) * self.size * 1.7 + self.size
        below = column > WIDEST_VALUE * self.width
        column = 0.0 if below else column
        y, shapes = 0.0, list[Shape]()
        for row in rows:
            label = self.label(row["label"], column, 1, 4, self.part.label_color)
            value, length = self.setter.label(row["value"], "headline", self.size * 1.7, self.part.color)
            if not label or length > self.width:
                return None
            height = max(1.5 * self.size, value.box.height, label.height)
            lower = value.box.height + 0.5 * self.size if below else (height - label.height) / 2
            shapes.append(moved(value, 0, y + (0 if below else (height - value.box.height) / 2) - value.box.y))
            shapes += label.at(column, y + lower)
            y += (lower + label.height if below else height) + 1.1 * self.size
        if left_out:
            more = self.label(f"và {left_out} mục nữa trong bài", column, 0.75, 2, "muted")
            if not more:
                return None
            shapes += more.at(column, y)
            y += more.height + 1.1 * self.size
        return Block(self.width, max(0.0, y - 1.1 * self.size), tuple(shapes))


@dataclass(frozen=True)
class Entries(Rows):
    """Entries at one size, each behind a disc with its number or an icon."""

    def block(self, rows: list[str], left_out: int) -> Block | None:
        disc = 1.9 * self.size
        column = disc + 0.7 * self.size
        y, shapes = 0.0, list[Shape]()
        for number, text in enumerate(rows, 1):
            label = self.label(text, column, 1, 4, self.part.color)
            if not label:
                return None
            one_line = len(label.shapes) == 1
            height = max(disc, label.height)
            shapes += self.marker(number, disc, y)
            shapes += label.at(column, y + ((height - label.height) / 2 if one_line else 0.42 * self.size))
            y += max(height, label.height + (0 if one_line else 0.42 * self.size)) + 0.75 * self.size
        if left_out:
            more = self.label(self.part.more.format(n=left_out), column, 0.85, 2, "quiet")
            if not more:
                return None
            shapes += more.at(column, y + 0.2 * self.size)
            y += more.height + 0.95 * self.size
        return Block(self.width, max(0.0, y - 0.75 * self.size), tuple(shapes))

    def marker(self, number: int, disc: float, y: float) -> list[Shape]:
        part, setter = self.part, self.setter
        ground = Fill(Box(0, y, disc, disc), setter.color(part.marker_fill), disc / 2)
        if part.icon:
            inner = round(0.6 * disc)
            place = (disc - inner) / 2
            return [ground, moved(setter.sign(part.icon, inner, part.marker_color), place, y + place)]
        size = max(0.52 * disc, setter.lesser)
        label, length = setter.label(str(number), "bold", size, part.marker_color)
        return [ground, moved(label, (disc - length) / 2, y + disc / 2 + 0.36 * size)]
