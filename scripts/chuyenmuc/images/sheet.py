"""A contact sheet: the shortest and the longest item of each kind in every format, to be looked at as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import KIND_LABELS, Kind
from chuyenmuc.content.items import Item
from chuyenmuc.images.box import Box
from chuyenmuc.images.card import DRAWN
from chuyenmuc.images.compose import DoesNotFit, compose
from chuyenmuc.images.paint import paint, put
from chuyenmuc.images.plan import Plan, Wanted
from chuyenmuc.images.scene import Text
from chuyenmuc.images.specimens import specimens
from chuyenmuc.images.studio import Studio
from chuyenmuc.images.text import typeface

ROW, GAP, LABEL = 220, 24, 18  # pixels
GROUND, INK, MISSING = "#E4E8ED", "#0D1B2A", "#B3202C"
KINDS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".pdf": "PDF"}


def sheet(studio: Studio, archive: Archive, file: Path) -> int:
    """Writes the sheet and returns how many images are on it."""
    rows = [shown for kind in DRAWN for item in chosen(archive, kind) if (shown := list(cells(studio, item)))]
    width = max(sum(cell.width + GAP for cell in row) for row in rows) + GAP
    image = Image.new("RGB", (width, len(rows) * (ROW + 2 * LABEL + GAP) + GAP), GROUND)
    for number, row in enumerate(rows):
        x, y = GAP, GAP + number * (ROW + 2 * LABEL + GAP)
        for cell in row:
            image.paste(cell, (x, y))
            x += cell.width + GAP
    image.save(file, KINDS[file.suffix.lower()], quality=88)
    return sum(map(len, rows))


def chosen(archive: Archive, kind: Kind) -> list[Item]:
    """The shortest and the longest title of a kind; made-up ones where the archive has none."""
    own = sorted((item for item in archive.items if item.kind is kind), key=lambda item: (len(item.title), item.title))
    return [*own[:1], *own[1:][-1:]] or specimens(kind)


def cells(studio: Studio, item: Item) -> Iterator[Image.Image]:
    plan = studio.plan_of(item, every=True)
    face = studio.planner.fonts["semibold"]
    for file in plan.files:
        picture = drawn(plan, file)
        picture = picture.resize((round(picture.width * ROW / picture.height), ROW), Image.Resampling.LANCZOS)
        cell = Image.new("RGB", (max(picture.width, 8 * LABEL), ROW + 2 * LABEL), GROUND)
        cell.paste(picture, (0, 0), picture if picture.mode == "RGBA" else None)
        write(f"{KIND_LABELS[item.kind]} · {file.form.channel}", face, cell)
        yield cell


def drawn(plan: Plan, file: Wanted) -> Image.Image:
    try:
        return paint(compose(file.layout, plan.card, file.form, plan.look))
    except DoesNotFit:
        return Image.new("RGB", file.form.size, MISSING)  # the checks tell why


def write(text: str, font: tuple[str, ...], cell: Image.Image) -> None:
    size = min(14.0, cell.width / typeface(font).width(text))
    y = ROW + LABEL
    put(Text(text, 0, y, font, size, INK, Box(0, y - size, cell.width, 1.3 * size)), cell)
