"""What a printed sheet looks like once cut: the picture that stands for a PDF file, painted from the same scene.

In process inks its colours are those that the inks show on paper, so that nobody approves a blue that no press makes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PIL import Image

from chuyenmuc.images import qr
from chuyenmuc.images.box import Box
from chuyenmuc.images.encode import encoded, indexed
from chuyenmuc.images.inks import shown
from chuyenmuc.images.paint import paint
from chuyenmuc.images.plates import look
from chuyenmuc.images.press import Inks, Sheet, process
from chuyenmuc.images.scene import Code, Fill, Scene, Text

LONGEST = 900  # pixels: enough to tell pieces apart and to read their larger words
MOST_BYTES = 4096 * 1024


def proof(sheet: Sheet, longest: int = LONGEST, inks: Inks | None = None) -> tuple[bytes, str, tuple[int, int]]:
    """A sheet once cut, at most `longest` pixels on its longer side: the file, its suffix, its size."""
    scene = sheet.scene
    across, down = sheet.width + 2 * sheet.bleed, sheet.height + 2 * sheet.bleed
    seen = max(scene.width * sheet.width / across, scene.height * sheet.height / down)
    image = cut(sheet, (longest - 2) / seen)
    return filed(as_printed(image, inks, scene.has_photo), scene.has_photo)


def as_printed(image: Image.Image, inks: Inks | None, photo: bool = False) -> Image.Image:
    """What the inks show: of flat art each colour as that of the shapes, of photos as plates do."""
    if inks is None:
        return image
    flat = image if photo else indexed(image)
    palette = flat.getpalette() if flat.mode == "P" else None
    if palette is None:
        return image.filter(look())
    colors = ("#{:02X}{:02X}{:02X}".format(*palette[start : start + 3]) for start in range(0, len(palette), 3))
    flat.putpalette([channel for color in colors for channel in shown(process(color, inks))])
    return flat


def filed(image: Image.Image, photo: bool) -> tuple[bytes, str, tuple[int, int]]:
    content, suffix = encoded(image, photo, MOST_BYTES)
    return content, suffix, image.size


def cut(sheet: Sheet, factor: float) -> Image.Image:
    """A scene `factor` times as large, without its bleed."""
    small = scaled(sheet.scene, factor)
    edge = round(sheet.bleed * small.width / (sheet.width + 2 * sheet.bleed))
    image = paint(small)
    for code in (shape for shape in sheet.scene.shapes if isinstance(shape, Code)):
        speckle(image, code, factor)
    return image.crop((edge, edge, small.width - edge, small.height - edge))


def speckle(image: Image.Image, code: Code, factor: float) -> None:
    """A code too small to be scanned, as the eye sees it from afar."""
    side = round(factor * code.box.width)
    if side > 1 and not sharp(code, side):
        fine = qr.drawn(code.rows, qr.LEAST * (len(code.rows) + 2 * qr.QUIET))
        image.paste(
            fine.resize((side, side), Image.Resampling.BOX), (round(factor * code.box.x), round(factor * code.box.y))
        )


def sharp(code: Code, side: float) -> bool:
    return qr.LEAST * (len(code.rows) + 2 * qr.QUIET) <= side


def scaled(scene: Scene, factor: float) -> Scene:
    """For the eye alone: codes too small to be scanned are left as a white square."""
    shapes = tuple(resized(shape, factor) for shape in scene.shapes)
    return replace(scene, width=round(scene.width * factor), height=round(scene.height * factor), shapes=shapes)


def resized(shape: Any, factor: float) -> Any:
    box = Box(*(factor * side for side in (shape.box.x, shape.box.y, shape.box.width, shape.box.height)))
    if isinstance(shape, Code):
        return replace(shape, box=box) if sharp(shape, box.width) else Fill(box, "#FFFFFF")
    if isinstance(shape, Text):
        return replace(shape, box=box, x=factor * shape.x, y=factor * shape.y, size=factor * shape.size)
    rounded = {"radius": factor * shape.radius} if hasattr(shape, "radius") else {}
    return replace(shape, box=box, **rounded)
