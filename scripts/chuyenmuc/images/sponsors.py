"""The strip of sponsors: at the bottom of tall images, at the right of wide ones, never more than the law lets it be.

The advertising law gives sponsors at most a fifth of the area.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chuyenmuc.images.blocks import FAR, Block, lines
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.formats import Format
from chuyenmuc.images.scene import Fill, Picture, Shape
from chuyenmuc.images.text import Room, fit, settings

Sponsors = tuple[tuple[str, str], ...]  # name and path of the logo, which may be empty
TITLE = "Đơn vị đồng hành"


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


def strip(sponsors: Sponsors, form: Format, look: Look) -> Strip | None:
    if not sponsors:
        return None
    wide = form.size[0] > 1.05 * form.size[1]
    box = strip_box(form, look.sponsor_share, wide)
    flush = box.right >= form.frame.right if wide else box.bottom >= form.frame.bottom
    gap = 2 * form.unit
    frame, safe = form.frame, form.safe_area
    if wide:
        left = Box(0, 0, box.x, frame.height)
        safe = Box(safe.x, safe.y, box.x - gap - safe.x, safe.height)
    else:
        left = Box(0, 0, frame.width, box.y)
        safe = Box(safe.x, safe.y, safe.width, box.y - gap - safe.y)
    ground = Fill(box, look.color("paper"), 0 if flush else 1.2 * form.unit * look.corner)
    parts = list(cells(sponsors, content(box, form, wide), form, look, wide))
    shapes = (ground, *(shape for _, part in parts for shape in part))
    left_out = next((name for name, part in parts if not part), "")
    return Strip(shapes, left if flush else frame, safe, box, left_out)


def strip_box(form: Format, share: float, wide: bool) -> Box:
    """To the edge of the frame, or where a platform hides that edge, to the edge of the safe area."""
    frame, safe = form.frame, form.safe_area
    if wide:
        width = share * frame.width
        hidden = frame.right - safe.right > width / 2
        return (
            Box(safe.right - width, safe.y, width, safe.height)
            if hidden
            else Box(frame.right - width, 0, width, frame.height)
        )
    height = share * frame.height
    hidden = frame.bottom - safe.bottom > height / 2
    return (
        Box(safe.x, safe.bottom - height, safe.width, height)
        if hidden
        else Box(0, frame.bottom - height, frame.width, height)
    )


def content(box: Box, form: Format, wide: bool) -> Box:
    """Where the names and logos stand: inside the strip, where nothing of the platform hides them."""
    edge = form.unit
    inner = box.inset(edge, edge, edge, edge)
    if wide:
        inner = Box(inner.x, max(inner.y, form.safe_area.y), inner.width, inner.height).overlap(
            form.safe_area.inset(0, -1e4, 0, 0)
        )
    else:
        inner = inner.overlap(form.safe_area.inset(0, 0, -1e4, 0))
    if form.avoid and inner.meets(Box(*form.avoid)):
        inner = Box(inner.x, inner.y, inner.width, max(0.0, form.avoid[1] - inner.y - edge))
    return inner


def cells(
    sponsors: Sponsors, box: Box, form: Format, look: Look, wide: bool
) -> Iterator[tuple[str, tuple[Shape, ...]]]:
    """The title, then sponsors in equal cells: below one another in a column, beside one another in a row."""
    title = named(TITLE, box.width if wide else 0.24 * box.width, box.height, form, look, "muted", 2.2)
    taken = (title.height + form.unit if wide else title.width + 1.5 * form.unit) if title else 0
    if title:
        yield TITLE, title.at(box.x, box.y if wide else box.y + (box.height - title.height) / 2)
    count, gap = len(sponsors), 1.5 * form.unit
    length = (box.height if wide else box.width) - taken
    step = (length - gap * (count - 1)) / count
    for index, (name, logo) in enumerate(sponsors):
        start = taken + index * (step + gap)
        cell = Box(box.x, box.y + start, box.width, step) if wide else Box(box.x + start, box.y, step, box.height)
        yield name, sponsor(name, logo, cell, form, look)


def sponsor(name: str, logo: str, cell: Box, form: Format, look: Look) -> tuple[Shape, ...]:
    if logo:
        return (Picture(cell, logo),)
    block = named(name, cell.width, cell.height, form, look, "ink", 3)
    return block.at(cell.x, cell.y + (cell.height - block.height) / 2) if block else ()


def named(text: str, width: float, height: float, form: Format, look: Look, color: str, most: float) -> Block | None:
    """A text in as many lines as it takes, at the least half as large as texts should be."""
    least = 0.5 * form.least_text
    room = Room(width, height or FAR, least, max(least, most * form.unit), 1.2, 6)
    found = fit(settings(text, look.fonts["semibold"], look.names), room)
    return lines(found, look.fonts["semibold"], look.color(color)) if found else None
