"""Measured parts: shapes placed from (0, 0), to be moved to their place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from chuyenmuc.images.box import Box
from chuyenmuc.images.photo import header
from chuyenmuc.images.scene import Fill, Picture, Shape, Text
from chuyenmuc.images.text import Fitted, FontStack

FAR = 1e9


@dataclass(frozen=True, slots=True)
class Block:
    """A part measured: its size in pixels and its shapes, placed from (0, 0)."""

    width: float
    height: float
    shapes: tuple[Shape, ...] = ()

    def at(self, x: float, y: float) -> tuple[Shape, ...]:
        return tuple(moved(shape, x, y) for shape in self.shapes)

    def centred(self, width: float) -> Block:
        return Block(max(width, self.width), self.height, self.at(max(0.0, (width - self.width) / 2), 0))


def pictured(path: str, width: float, height: float) -> Block:
    """A picture whole, as large as it may be. Raises BadPhoto."""
    with header(Path(path)) as file:
        share = min(width / file.width, height / file.height)
        wide, tall = share * file.width, share * file.height
    return Block(wide, tall, (Picture(Box(0, 0, wide, tall), path),))


def plated(path: str, width: float, height: float, edge: float, paper: str, radius: float) -> Block:
    """The same on a light plate that reaches beyond it by an edge, all within the width and height."""
    picture = pictured(path, width - 2 * edge, height - 2 * edge)
    plate = Box(0, 0, picture.width + 2 * edge, picture.height + 2 * edge)
    return Block(plate.width, plate.height, (Fill(plate, paper, radius), *picture.at(edge, edge)))


def lines(found: Fitted, font: FontStack, color: str, centered: float = 0) -> Block:
    """A broken text; each line in the middle of a width where one is given."""
    setting, size = found.setting, found.size
    step = setting.leading(found.leading) * size
    shapes = []
    for i, (line, width) in enumerate(zip(setting.lines, setting.widths, strict=True)):
        x = (centered - width * size) / 2 if centered else 0.0
        y = setting.above[0] * size + i * step
        ink = Box(x, y - setting.above[i] * size, width * size, (setting.above[i] + setting.below[i]) * size)
        shapes.append(Text(line, x, y, font, size, color, ink))
    return Block(centered or setting.width * size, found.height, tuple(shapes))


def moved(shape: Any, dx: float, dy: float) -> Any:
    box = Box(shape.box.x + dx, shape.box.y + dy, shape.box.width, shape.box.height)
    if isinstance(shape, Text):
        return replace(shape, x=shape.x + dx, y=shape.y + dy, box=box)
    return replace(shape, box=box)
