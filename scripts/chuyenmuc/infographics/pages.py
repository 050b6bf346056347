"""Which slices share a page, and how large each page is set. What does not fit goes on to the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chuyenmuc.images.blocks import Block
from chuyenmuc.infographics.sections import page
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.infographics.sorts import drawn
from chuyenmuc.typesetting.pen import Pen, TooTight
from chuyenmuc.typesetting.sizes import largest

TOGETHER = 0.84  # of the comfortable size: so much smaller, to keep a block on one page
Parts = tuple[Slice, ...]


@dataclass(frozen=True)
class Room:
    """A page's place for its sections in pixels, and the sizes of running text: comfortable, largest, least."""

    width: float
    height: float
    em: float
    most: float
    least: float


def fits(parts: Parts, pen: Pen, room: Room) -> Block | None:
    try:
        made = page(parts, pen, room.width)
    except TooTight:
        return None
    return made if made.height <= room.height + 0.5 and made.width <= room.width + 0.5 else None


def spread(slices: Sequence[Slice], pen: Pen, room: Room) -> list[Parts]:
    """Pages of slices that fit at the comfortable size. Raises TooTight where one entry finds no room at the least."""
    single = [part for whole in slices for part in parted(whole, pen, room)]
    pages: list[Parts] = []
    for part in single:
        together = (*pages[-1], part) if pages else (part,)
        if pages and part.begins and pages[-1][-1].ends and fits(together, pen.sized(TOGETHER * room.em), room):
            pages[-1] = together
        else:
            pages.append((part,))
    return pages


def parted(whole: Slice, pen: Pen, room: Room) -> list[Slice]:
    """In as few even parts as fit at nearly the comfortable size, else at the least."""
    for em in (TOGETHER * room.em, room.least):
        heights: list[float] = []
        for count in range(1, whole.block.entries + 1):
            parts = whole.parted(count, heights)
            if all(fits((part,), pen.sized(em), room) for part in parts):
                return parts
            heights = heights or each_height(whole, pen.sized(em), room)
    raise TooTight(whole.block.title or whole.block.sort)


def each_height(whole: Slice, pen: Pen, room: Room) -> list[float]:
    """Of each entry alone; nothing where one finds no room so."""
    try:
        return [drawn(part, pen, room.width).height for part in whole.parted(whole.block.entries)]
    except TooTight:
        return []


def grown(parts: Parts, pen: Pen, room: Room) -> Block:
    """The page at the largest size at which it fits."""
    for least in (room.least, TOGETHER * room.em):  # smaller text may take another arrangement, which is higher
        if made := largest(least, room.most, lambda em: fits(parts, pen.sized(em), room)):
            return made
    raise TooTight(parts[0].block.title or parts[0].block.sort)
