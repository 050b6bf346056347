"""Shapes as outlines of lines and Bézier curves, in the scene's pixels, filled by the even-odd rule.

They follow what is painted: a ring's band, where the foot of a disc begins.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from chuyenmuc.images.box import Box
from chuyenmuc.images.paint import CHORD, RING
from chuyenmuc.images.qr import QUIET
from chuyenmuc.images.scene import Code, Geometry, Sector

Point = tuple[float, float]
Step = tuple[Point, ...]  # one point: a line to it; three: a curve, by its two handles and its end
Contour = Sequence[Step]


def polygon(*points: Point) -> Contour:
    return [(point,) for point in points]


def rectangle(box: Box) -> Contour:
    return polygon((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))


def arc(box: Box, start: float, sweep: float) -> list[Step]:
    """Along the ellipse in a box, in degrees clockwise from the top; a negative sweep runs back."""
    across, down = box.width / 2, box.height / 2
    x, y = box.x + across, box.y + down

    def at(angle: float, ahead: float = 0.0) -> Point:
        """A point, or the handle that lies `ahead` of it along the tangent."""
        sine, cosine = math.sin(angle), math.cos(angle)
        return x + across * (sine + ahead * cosine), y - down * (cosine - ahead * sine)

    count = max(1, math.ceil(abs(sweep) / 90 - 1e-9))
    angle, turn = math.radians(start), math.radians(sweep) / count
    handle = 4 / 3 * math.tan(turn / 4)
    steps: list[Step] = [(at(angle),)]
    for _ in range(count):
        steps.append((at(angle, handle), at(angle + turn, -handle), at(angle + turn)))
        angle += turn
    return steps


def disc(box: Box) -> Contour:
    return arc(box, 0, 360)


def rounded(box: Box, radius: float) -> Contour:
    """A rectangle with its corners as quarters of a circle."""
    radius = min(radius, box.width / 2, box.height / 2)
    if radius <= 0:
        return rectangle(box)
    side = 2 * radius
    corners = [
        (box.right - side, box.y),
        (box.right - side, box.bottom - side),
        (box.x, box.bottom - side),
        (box.x, box.y),
    ]
    return [step for turn, corner in enumerate(corners) for step in arc(Box(*corner, side, side), 90 * turn, 90)]


def geometry(shape: Geometry) -> list[Contour]:
    box = shape.box
    foot, head_right = (box.x, box.bottom), (box.right, box.y)
    match shape.form:
        case "circle":
            return [disc(box)]
        case "ring":
            return [disc(box), disc(shrunk(box, 1 - RING))]
        case "chord":
            return [arc(box, 90 + CHORD, 180 - 2 * CHORD)]
        case "slant":
            return [polygon(foot, head_right, (box.right, box.bottom))]
        case "tail":
            return [polygon((box.x, box.y), head_right, foot)]


def sector(shape: Sector) -> list[Contour]:
    hole = shrunk(shape.box, shape.inner)
    if shape.sweep <= 0:
        return []
    if shape.sweep >= 360:
        return [disc(shape.box), disc(hole)] if shape.inner > 0 else [disc(shape.box)]
    edge = arc(shape.box, shape.start, shape.sweep)
    return [edge + arc(hole, shape.start + shape.sweep, -shape.sweep)]


def shrunk(box: Box, share: float) -> Box:
    """A box of a share of the size, in the same middle."""
    across, down = (1 - share) * box.width / 2, (1 - share) * box.height / 2
    return box.inset(down, across, down, across)


def code(shape: Code) -> list[Contour]:
    """The dark modules of a QR code, those side by side as one, with the quiet zone left around them."""
    side = shape.box.width / (len(shape.rows) + 2 * QUIET)
    found: list[Contour] = []
    for row, dots in enumerate(shape.rows):
        column = 0
        for light, dark in spans(dots):
            column += light
            x, y = shape.box.x + (QUIET + column) * side, shape.box.y + (QUIET + row) * side
            found.append(rectangle(Box(x, y, dark * side, side)))
            column += dark
    return found


def spans(dots: str) -> list[tuple[int, int]]:
    """How many light modules, then how many dark ones, as often as they follow each other."""
    parts = dots.split("1")
    found: list[tuple[int, int]] = []
    light = dark = 0
    for number, part in enumerate(parts):
        if part and dark:
            found.append((light, dark))
            light = dark = 0
        light += len(part)
        dark += number < len(parts) - 1
    return [*found, (light, dark)] if dark else found
