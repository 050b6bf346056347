"""The strip of sponsors: as slim as its words let it be, never more than the law lets it be, all names in one size.

The advertising law gives sponsors at most a fifth of the area. The strip lies at the bottom; at the right of very long
images, and of wide ones where its words find no room at the bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from chuyenmuc.images.blocks import Block, lines
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.formats import Format
from chuyenmuc.images.photo import BadPhoto, header
from chuyenmuc.images.scene import Fill, Picture, Shape
from chuyenmuc.images.text import Fitted, Setting, settings

Sponsors = tuple[tuple[str, str], ...]  # name and path of the logo, which may be empty
TITLE = "Đơn vị đồng hành"
LONG = 3.6  # times as wide as high: where height is dearer than width
HIDDEN = 0.1  # of an image's side: behind a broader margin a platform hides something
LEAST, MOST = 0.5, 0.85  # of the size that texts should have
UNITS, LOW = 2.4, 0.04  # the greatest size of names, where that is more; and of the height of a low safe area
LABEL = 0.8  # of the names' size: what they are
LINE, LEADING, CAPITAL = 1.3, 1.2, 0.36  # of the size: one line's height, the next line, half a capital's height
EDGE, GAP, ROWS = 0.55, 1.5, 0.35  # of the size: around all, between two in a row, between two rows
LOGO, LOGO_AREA, LOGO_WIDTH = 1.9, 8.0, 6.5  # of the size and of its square: how large a logo is
UNKNOWN = 2.0  # width of a logo to its height, where the file is not there yet
APART = 4.0  # units from what is read to a card inside the image
FLUSH_APART = 3.0  # to a strip at the image's edge
STEP, ONE_ROW, MOST_ROWS, TALLEST = 0.96, 0.72, 9, 2.4


@dataclass(frozen=True, slots=True)
class Strip:
    """Its shapes, and what it leaves of the frame and of the safe area.

    A strip that lies within the frame takes nothing of it. `left_out` is a sponsor whose name finds no room.
    """

    shapes: tuple[Shape, ...]
    frame: Box
    safe: Box
    box: Box
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a strip may lie and how large it may be; `room` is where its words may stand."""

    beside: bool
    flush: bool
    most: Box
    room: Box
    centred: bool


def strip(sponsors: Sponsors, form: Format, look: Look, *, centred: bool = True) -> Strip | None:
    """The first place that holds all sponsors; where none does, the strip tells one that is left out.

    `centred`: whether the card's texts are.
    """
    if not sponsors:
        return None
    places = list(ways(form, look.sponsor_share, centred))
    found = next((told for place in places if (told := told_in(place, sponsors, form, look))), None)
    if found:
        return found
    longest = max((name for name, _ in sponsors), key=len)
    return laid(places[0], places[0].most, (), form, look, left_out=longest)


def ways(form: Format, share: float, centred: bool) -> Iterator[Place]:
    ratio = form.size[0] / form.size[1]
    sides = (True, False) if ratio > LONG else (False, True) if ratio > 1.05 else (False,)
    yield from (place(form, share, beside, centred) for beside in sides)


def place(form: Format, share: float, beside: bool, centred: bool) -> Place:
    """To the edge of the frame, or where a platform hides that edge, to the edge of the safe area."""
    frame, safe = form.frame, form.safe_area
    if beside:
        width = share * frame.width
        flush = frame.right - safe.right <= max(HIDDEN * frame.width, 1) and safe.right - width > safe.x
        most = (
            Box(frame.right - width, 0, width, frame.height)
            if flush
            else Box(safe.right - width, safe.y, width, safe.height)
        )
        seen = Box(most.x, safe.y, most.width, safe.height)
    else:
        height = share * frame.height
        flush = frame.bottom - safe.bottom <= HIDDEN * frame.height
        most = (
            Box(0, frame.bottom - height, frame.width, height)
            if flush
            else Box(safe.x, safe.bottom - height, safe.width, height)
        )
        seen = Box(safe.x, most.y, safe.width, most.height)
    return Place(beside, flush, most, unhidden(seen, form, beside), centred)


def unhidden(box: Box, form: Format, beside: bool) -> Box:
    """What the platform's own sign leaves free: left of it in a row, above it in a column."""
    if not form.avoid or not box.meets(hidden := Box(*form.avoid)):
        return box
    edge = form.unit
    if beside:
        return Box(box.x, box.y, box.width, max(0.0, hidden.y - edge - box.y))
    return Box(box.x, box.y, max(0.0, hidden.x - edge - box.x), box.height)


def told_in(place: Place, sponsors: Sponsors, form: Format, look: Look) -> Strip | None:
    """All sponsors in the largest size that has room."""
    entries = [written(TITLE, look, "muted", LABEL), *(entry(*one, look) for one in sponsors)]
    least = LEAST * form.least_text
    most = max(UNITS * form.unit, least, min(MOST * form.least_text, LOW * form.safe_area.height))
    for size, count in tries(most, least, 1 if place.beside else MOST_ROWS):
        block = (column if place.beside else rows)(entries, place, size, form.unit)
        if block and (place.beside or block.height <= count * TALLEST * size):
            return laid(place, *slim(place, block, edge_of(size, form.unit)), form, look)
    return None


def tries(most: float, least: float, count: int) -> Iterator[tuple[float, int]]:
    """Sizes with the most rows at each: rather a little smaller than in two rows."""
    for rows_at_most, smallest in ((1, ONE_ROW * most), (count, least)):
        size = most
        while size >= max(least, smallest) - 1e-9:
            yield size, rows_at_most
            size *= STEP


def edge_of(size: float, unit: float) -> float:
    return max(EDGE * size, unit)


def slim(place: Place, block: Block, edge: float) -> tuple[Box, tuple[Shape, ...]]:
    """The strip just as large as its words, which stand in its middle, and they in their place."""
    most, room = place.most, place.room
    if place.beside:
        width = block.width + 2 * edge
        height = most.height if place.flush else block.height + 2 * edge
        box = Box(most.right - width, most.y + (most.height - height) / 2, width, height)
        y = max(room.y, min(box.y + (box.height - block.height) / 2, room.bottom - block.height))
        return box, block.at(box.x + edge, y)
    height = block.height + 2 * edge
    width = most.width if place.flush else block.width + 2 * edge
    x = most.x if place.flush else start(place, width)
    box = Box(x, most.bottom - height, width, height)
    inner = max(room.x, min(box.x + (box.width - block.width) / 2, room.right - block.width))
    return box, block.at(inner, box.y + edge)


def start(place: Place, width: float) -> float:
    """In the middle of what may be seen, or where the texts begin."""
    most, room = place.most, place.room
    if not place.centred:
        return most.x
    return max(most.x, min(most.x + (most.width - width) / 2, room.right - width))


def laid(place: Place, box: Box, shapes: tuple[Shape, ...], form: Format, look: Look, left_out: str = "") -> Strip:
    frame, safe = form.frame, form.safe_area
    ground = Fill(box, look.color("paper"), 0 if place.flush else 1.2 * form.unit * look.corner)
    if place.beside:
        left = Box(0, 0, box.x, frame.height)
        apart = FLUSH_APART if place.flush else 2 * APART  # beyond the edge of a panel around the texts
        safe = Box(safe.x, safe.y, min(safe.right, box.x - apart * form.unit) - safe.x, safe.height)
    else:
        left = Box(0, 0, frame.width, box.y)
        apart = FLUSH_APART if place.flush else APART
        safe = Box(safe.x, safe.y, safe.width, min(safe.bottom, box.y - apart * form.unit) - safe.y)
    return Strip((ground, *shapes), left if place.flush else frame, safe, box, left_out)


# Words and logos: measured in shares of the names' size ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """A name, or the title of all, in the ways in which it may be broken; `share` of the size of the names."""

    ways: tuple[Setting, ...]
    look: Look
    color: str
    share: float

    def block(self, size: float, width: float) -> Block | None:
        """In the fewest lines that the width lets it have; its baselines stand where those of others stand."""
        size *= self.share
        setting = next((way for way in self.ways if way.width * size <= width), None)
        if not setting:
            return None
        found = Fitted(setting, size, LEADING)
        block = lines(found, self.look.fonts["semibold"], self.look.color(self.color))
        inner = setting.leading(LEADING) * (len(setting.lines) - 1)
        height = (LINE + inner) * size
        first = height / 2 + (CAPITAL - inner / 2) * size
        return Block(block.width, height, block.at(0, first - setting.above[0] * size))


@dataclass(frozen=True, slots=True)
class Logo:
    """As much area for each as its form lets it have."""

    path: str
    ratio: float

    def block(self, size: float, width: float) -> Block | None:
        height = min(LOGO, (LOGO_AREA / self.ratio) ** 0.5, LOGO_WIDTH / self.ratio) * size
        wide = min(height * self.ratio, width)
        height = wide / self.ratio
        return Block(wide, height, (Picture(Box(0, 0, wide, height), self.path),))


def entry(name: str, logo: str, look: Look) -> Words | Logo:
    return Logo(logo, ratio_of(logo)) if logo else written(name, look, "ink", 1)


def written(text: str, look: Look, color: str, share: float) -> Words:
    return Words(settings(text, look.fonts["semibold"], look.names), look, color, share)


def ratio_of(path: str) -> float:
    try:
        with header(Path(path)) as file:
            return float(file.width / file.height)
    except BadPhoto:
        return UNKNOWN  # told when it is painted


def column(entries: Sequence[Words | Logo], place: Place, size: float, unit: float) -> Block | None:
    edge = edge_of(size, unit)
    width, height = place.room.width - 2 * edge, place.room.height - 2 * edge
    blocks = [block for entry in entries if (block := entry.block(size, width))]
    if len(blocks) < len(entries):
        return None
    gap = GAP * size
    if sum(block.height for block in blocks) + gap * (len(blocks) - 1) > height:
        return None
    shapes, y = list[Shape](), 0.0
    for block in blocks:
        shapes += block.at(0, y)
        y += block.height + gap
    return Block(max(block.width for block in blocks), y - gap, tuple(shapes))


def rows(entries: Sequence[Words | Logo], place: Place, size: float, unit: float) -> Block | None:
    """Beside one another, in as few and as even rows as the width lets them have; each row in the middle."""
    edge = edge_of(size, unit)
    width, height = place.room.width - 2 * edge, place.most.height - 2 * edge
    blocks = [block for entry in entries if (block := entry.block(size, width))]
    if len(blocks) < len(entries):
        return None
    broken = even([block.width for block in blocks], width, GAP * size)
    parts = [row(blocks[first:last], GAP * size) for first, last in broken]
    tall = sum(part.height for part in parts) + ROWS * size * (len(parts) - 1)
    if tall > height:
        return None
    wide, y, shapes = max(part.width for part in parts), 0.0, list[Shape]()
    for part in parts:
        shapes += part.at((wide - part.width) / 2, y)
        y += part.height + ROWS * size
    return Block(wide, tall, tuple(shapes))


def row(blocks: Sequence[Block], gap: float) -> Block:
    tall, x, shapes = max(block.height for block in blocks), 0.0, list[Shape]()
    for block in blocks:
        shapes += block.at(x, (tall - block.height) / 2)
        x += block.width + gap
    return Block(x - gap, tall, tuple(shapes))


def even(widths: Sequence[float], width: float, gap: float) -> list[tuple[int, int]]:
    """First and last of each row: no more rows than need be, and the longest of them as short as that lets it be."""
    needed = len(greedy(widths, width, gap))
    least = max(widths)
    for tenth in range(1, 10):
        found = greedy(widths, least + (width - least) * tenth / 10, gap)
        if len(found) == needed:
            return found
    return greedy(widths, width, gap)


def greedy(widths: Sequence[float], width: float, gap: float) -> list[tuple[int, int]]:
    starts, x = [0], 0.0
    for index, each in enumerate(widths):
        if x and x + gap + each > width + 0.01:
            starts.append(index)
            x = 0.0
        x += each + (gap if x else 0.0)
    return list(pairwise([*starts, len(widths)]))
