"""The icons of the site on a telephone's screen: the agency's emblem, or the sign of three tiles and a spark."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache

from PIL import Image, ImageDraw

from chuyenmuc.images.brand import Brand
from chuyenmuc.project import Project

# File, side in pixels, share of the side that the sign takes. A system may cut the last one to a circle.
ICONS = (("bieu-tuong-192.png", 192, 0.76), ("bieu-tuong-512.png", 512, 0.76), ("bieu-tuong-tron.png", 512, 0.54))
FOLDER = "assets/icons"
GRID = 44  # units of the sign: tiles of 20, gaps of 4
FINER = 4
Colors = tuple[str, str, str]  # of the tiles, of the spark, of the ground


def icons(project: Project, brand: Brand) -> Iterator[tuple[str, bytes]]:
    emblem = project.find(brand.emblem).read_bytes() if brand.emblem else b""
    colors = brand.colors["primary"], brand.palette("").spark, brand.colors["paper"]
    for name, side, share in ICONS:
        yield f"{FOLDER}/{name}", icon(emblem, colors, side, share)


@lru_cache(maxsize=8)
def icon(emblem: bytes, colors: Colors, side: int, share: float) -> bytes:
    """Kept: a preview asks after every edit."""
    return png(on_paper(sign(emblem, colors, round(side * share)), side, colors[2]))


def sign(emblem: bytes, colors: Colors, side: int) -> Image.Image:
    if emblem:
        with Image.open(io.BytesIO(emblem)) as emblem_drawn:
            made = emblem_drawn.convert("RGBA")
        made.thumbnail((side, side), Image.Resampling.LANCZOS)
        return made
    return drawn(colors, side)


def drawn(colors: Colors, side: int) -> Image.Image:
    large = side * FINER
    unit = large / GRID
    made = Image.new("RGBA", (large, large))
    pen = ImageDraw.Draw(made)
    for x, y in ((0, 0), (24, 0), (0, 24)):
        box = (x * unit, y * unit, (x + 20) * unit - 1, (y + 20) * unit - 1)
        pen.rounded_rectangle(box, 3.2 * unit, fill=colors[0])
    pen.ellipse((24 * unit, 24 * unit, large - 1, large - 1), fill=colors[1])
    return made.resize((side, side), Image.Resampling.LANCZOS)


def on_paper(sign: Image.Image, side: int, paper: str) -> Image.Image:
    made = Image.new("RGB", (side, side), paper)
    made.paste(sign, ((side - sign.width) // 2, (side - sign.height) // 2), sign)
    return made


def png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()
