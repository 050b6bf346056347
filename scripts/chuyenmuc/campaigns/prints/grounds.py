"""Where things may stand on a printed piece, and the discs that swell in from its edges. In millimetres."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from chuyenmuc.campaigns.catalogue import Piece
from chuyenmuc.campaigns.prints.patrons import Strip
from chuyenmuc.campaigns.prints.scribe import Scribe
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Form, Geometry, Shape

WIDE = 1.15  # from this ratio of width to height the disc stands at the left
MARGIN = 0.065  # of the shorter side, from the cut edge to texts
SWELL = 0.45  # of a disc's depth: how much deeper it is in its middle than at its ends
HALF_LEFT, HALF_TOP = 0.27, 0.32  # of the edge that a disc swells in from: half of what a sign takes of it
ECHO, RIM, FAINT = 0.28, 0.12, "main 62% deep"  # by how much of its depth the rings around a disc are larger


@dataclass(frozen=True)
class Plan:
    """A piece's lines: `frame` with the bleed, `trim` once cut, `safe` for all that must be seen."""

    piece: Piece

    @property
    def bleed(self) -> float:
        return self.piece.bleed

    @cached_property
    def frame(self) -> Box:
        size = self.piece.size
        return Box(0, 0, size.width + 2 * self.bleed, size.height + 2 * self.bleed)

    @cached_property
    def trim(self) -> Box:
        return self.frame.inset(*(self.bleed,) * 4)

    @cached_property
    def safe(self) -> Box:
        return self.trim.inset(*(self.piece.safe,) * 4)

    @cached_property
    def margin(self) -> float:
        return max(self.piece.safe, MARGIN * min(self.trim.width, self.trim.height))

    @cached_property
    def live(self) -> Box:
        return self.trim.inset(*(self.margin,) * 4)

    @property
    def wide(self) -> bool:
        return self.trim.width >= WIDE * self.trim.height


def left_free(plan: Plan, sponsored: Strip | None) -> tuple[Box, Box]:
    """Frame and live area without the sponsors' strip; a plate in the corner lies on the frame."""
    if sponsored is None:
        return plan.frame, plan.live
    taken, gap = sponsored.box, 0.8 * plan.margin
    frame, live = plan.frame, plan.live
    if taken.width < frame.width:
        free = Box(0, 0, frame.width if cornered(plan, sponsored) else taken.x, frame.height)
        gap = 1.2 * plan.margin
        return free, Box(live.x, live.y, taken.x - gap - live.x, live.height)
    return Box(0, 0, frame.width, taken.y), Box(live.x, live.y, live.width, taken.y - gap - live.y)


def cornered(plan: Plan, sponsored: Strip | None) -> bool:
    """Whether sponsors stand on a plate in the corner."""
    return (
        sponsored is not None
        and max(sponsored.box.width / plan.frame.width, sponsored.box.height / plan.frame.height) < 1
    )


@dataclass(frozen=True)
class Disc:
    """What swells in from an edge, `depth` deep in its middle: its circle, and where a sign stands on it."""

    box: Box
    sign: Box
    depth: float

    def shapes(self, scribe: Scribe, colors: tuple[str, str]) -> Iterator[Shape]:
        """In the colours of its rim, if it has one, and of itself."""
        for larger, color in ((ECHO, FAINT), (RIM, colors[0]), (0.0, colors[1])):
            edge = -larger * self.depth
            if color:
                yield Geometry(self.box.inset(edge, edge, edge, edge), "circle", scribe.look.color(color))


def from_left(plan: Plan, free: Box, depth: float, half: float = HALF_LEFT) -> Disc:
    """`free` is the frame without what sponsors take, `half` the half height of what stands on the disc, as its share.

    What is low reaches further.
    """
    reach = depth + plan.bleed
    radius, middle = swollen(free.height, reach), free.y + free.height / 2
    near = max(plan.live.x if half == HALF_LEFT else plan.safe.x, plan.trim.x + 0.1 * depth)
    half *= free.height
    x = free.x + reach - radius
    far = x + math.sqrt(radius**2 - half**2) - 0.07 * depth
    return Disc(circle(x, middle, radius), Box(near, middle - half, far - near, 2 * half), depth)


def from_right(plan: Plan, free: Box, depth: float) -> Disc:
    reach = depth + free.right - min(free.right, plan.trim.right)
    radius = swollen(free.height, reach)
    x = free.right - reach + radius
    return Disc(circle(x, free.y + free.height / 2, radius), Box(0, 0, 0, 0), depth)


def from_top(plan: Plan, free: Box, depth: float, half: float = HALF_TOP) -> Disc:
    reach = depth + plan.bleed
    radius, middle = swollen(free.width, reach), free.x + free.width / 2
    near = plan.live.y if half == HALF_TOP else max(plan.safe.y, plan.trim.y + 0.08 * depth)
    half *= free.width
    y = free.y + reach - radius
    far = y + math.sqrt(radius**2 - half**2) - 0.07 * depth
    return Disc(circle(middle, y, radius), Box(middle - half, near, 2 * half, far - near), depth)


def from_bottom(plan: Plan, free: Box, depth: float) -> Disc:
    reach = depth + free.bottom - min(free.bottom, plan.trim.bottom)
    radius, middle = swollen(free.width, reach), free.x + free.width / 2
    half = 0.16 * free.width
    y = free.bottom - reach + radius
    near = y - math.sqrt(radius**2 - half**2) + 0.14 * depth
    last = min(plan.live.bottom, free.bottom - 0.1 * depth)
    return Disc(circle(middle, y, radius), Box(middle - half, near, 2 * half, last - near), depth)


def swollen(length: float, depth: float) -> float:
    """The radius of a circle that covers a whole edge, and its middle deeper than its ends."""
    rise = SWELL * depth
    return (length**2 / 4 + rise**2) / (2 * rise)


def circle(x: float, y: float, radius: float) -> Box:
    return Box(x - radius, y - radius, 2 * radius, 2 * radius)


def quarter(free: Box, radius: float, scribe: Scribe) -> Iterator[Shape]:
    """Quiet rings in the lower right corner, hardly lighter than the ground: texts are read across them."""
    forms: tuple[tuple[float, Form, str], ...] = ((1, "ring", "main 80% deep"), (0.62, "circle", "main 80% deep"))
    for share, form, color in forms:
        yield Geometry(circle(free.right, free.bottom, share * radius), form, scribe.look.color(color))
