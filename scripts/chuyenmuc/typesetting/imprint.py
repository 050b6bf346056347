"""What all pages have: large headlines, whose they are, a code and an address that lead on, a draft's stamp."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chuyenmuc.images import qr
from chuyenmuc.images.blocks import Block, lines
from chuyenmuc.images.box import Box
from chuyenmuc.images.overlay import DRAFT
from chuyenmuc.images.scene import Code, Fill, Picture, Scene, Shape, Stamp, Text
from chuyenmuc.images.text import Room, Typeface, fit, settings, typeface
from chuyenmuc.typesetting.pen import Pen, TooTight, beside, stacked

LEADING = 1.18


def size_of(title: Block) -> float:
    """The letters' size, in pixels."""
    return max((shape.size for shape in title.shapes if isinstance(shape, Text)), default=0.0)


def headline(words: str, pen: Pen, width: float, height: float, most: float, color: str = "title") -> Block:
    options = settings(words, pen.font("headline"), pen.look.names)
    found = fit(options, Room(width, height, 1.1 * pen.em, most, LEADING))
    if not found:
        raise TooTight(words)
    return lines(found, pen.font("headline"), pen.color(color))


def signature(names: tuple[str, str], pen: Pen, width: float, color: str = "title", quiet: str = "quiet") -> Block:
    """The emblem, or a plain sign, with the names of the body above the agency and of the agency."""
    parent, agency = names
    side = 2.3 * pen.em
    mark = Block(side, side, tuple(emblem(pen, side)))
    room = width - side - 0.8 * pen.em
    told = [pen.text(parent, room, 0.66, "regular", quiet)] if parent else []
    told.append(pen.text(agency, room, 0.86, "bold", color))
    return beside([mark, stacked(told, 0.18 * pen.em)], 0.8 * pen.em)


def emblem(pen: Pen, side: float) -> Iterator[Shape]:
    if pen.look.emblem:
        yield Fill(Box(0, 0, side, side), "#FFFFFF", 0.16 * side)
        yield Picture(Box(0.07 * side, 0.07 * side, 0.86 * side, 0.86 * side), pen.look.emblem)
        return
    half, far = 0.46 * side, 0.54 * side
    for x, y, color in ((0.0, 0.0, "accent"), (far, 0.0, "accent"), (0.0, far, "accent"), (far, far, "spark")):
        yield Fill(Box(x, y, half, half), pen.color(color), half / 2 if color == "spark" else 0.16 * half)


def code(address: str, pen: Pen, side: float) -> Block:
    """A code on white with its quiet zone, sharp on whole pixels."""
    rows = qr.modules(address)
    count = len(rows) + 2 * qr.QUIET
    whole = float(max(qr.LEAST, round(side / count)) * count)
    return Block(
        whole, whole, (Fill(Box(0, 0, whole, whole), "#FFFFFF", 0.04 * whole), Code(Box(0, 0, whole, whole), rows))
    )


def address(pen: Pen, url: str, width: float, size: float, color: str) -> Block:
    """An address in as few lines as it needs, about as long each, broken behind slashes alone."""
    face, px = typeface(pen.font("regular")), pen.px(size)
    parts = re.findall(r"[^/]+/?|/", bare(url))
    lines = by_parts(parts, face, width / px)
    if max(map(face.width, lines)) * px > width:
        return pen.text(bare(url), width, size, "regular", color)
    for share in (0.6, 0.7, 0.8, 0.9):
        even = by_parts(parts, face, share * width / px)
        if len(even) == len(lines) and max(map(face.width, even)) * px <= width:
            return pen.placed(even, px, LEADING * px, width, "regular", color, "left")
    return pen.placed(lines, px, LEADING * px, width, "regular", color, "left")


def by_parts(parts: Sequence[str], face: Typeface, width: float) -> list[str]:
    """Lines filled with whole parts; one that is wider stands alone."""
    lines = [""]
    for part in parts:
        if lines[-1] and face.width(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    return lines


def bare(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def stamped(scene: Scene, pen: Pen) -> Scene:
    """Over the middle of what is not yet approved, so that it cannot be published by mistake."""
    width = min(0.62 * scene.width, 2.6 * scene.height)
    middle = min(scene.height, 1.5 * scene.width) / 2
    box = Box((scene.width - width) / 2, middle - 0.15 * width, width, 0.3 * width)
    stamp = Stamp(box, DRAFT, pen.font("headline"), pen.look.color("accent"), pen.look.color("paper"))
    return replace(scene, shapes=(*scene.shapes, stamp))
