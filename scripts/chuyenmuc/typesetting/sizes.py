"""The largest size at which something finds room."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

STEP = 1.03
Made = TypeVar("Made")


def largest(least: float, most: float, tried: Callable[[float], Made | None]) -> Made | None:
    """What is made at about the largest size that gives anything, found by halving; None if the least gives nothing."""
    best = tried(most)
    if best is not None:
        return best
    best = tried(least)
    while best is not None and most > STEP * least:
        middle = (least * most) ** 0.5
        found = tried(middle)
        least, most, best = (middle, most, found) if found is not None else (least, middle, best)
    return best
