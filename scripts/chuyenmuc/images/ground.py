"""What a text stands on: the topmost shape below it that covers it."""

from __future__ import annotations

from collections.abc import Sequence

from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill, Geometry, Pattern, Photo, Picture, Shade, Shape, Text, Veil

SLACK = 0.35  # of a text's height: ascenders may reach over the round end of a pill


def ground(text: Text, shapes: Sequence[Shape]) -> Shape | None:
    """None: the scene's own background. Of shapes that a text stands on only in part, the picture counts."""
    below = shapes[: next(index for index, shape in enumerate(shapes) if shape is text)]
    for shape in reversed(below):
        if isinstance(shape, Fill | Geometry | Shade | Veil) and covers(shape.box, text.box):
            return shape
        if isinstance(shape, Pattern | Photo | Picture) and shape.box.meets(text.box):
            return shape
    return None


def covers(whole: Box, part: Box) -> bool:
    slack = SLACK * part.height
    return (
        whole.x <= part.x + slack
        and whole.y <= part.y + slack
        and whole.right >= part.right - slack
        and whole.bottom >= part.bottom - slack
    )
