"""Image → bytes within a budget: PNG for flat art, JPEG for photos, quality searched for and not guessed."""

from __future__ import annotations

import io
import zlib
from typing import cast

from PIL import Image

from chuyenmuc.images.color import RGB

BEST, WORST = 92, 40
FLAT = 1 << 14  # an image of more colours is no flat art


class TooHeavy(ValueError):
    """No quality worth publishing fits the budget."""


def encoded(image: Image.Image, photo: bool, most: int) -> tuple[bytes, str]:
    """The file and its suffix, at most `most` bytes."""
    if not photo:
        flat = png(image)
        if len(flat) <= most:
            return flat, ".png"
    return jpeg_within(image, most), ".jpg"


def png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    # Flat art is long runs of one colour: run-length deflate is a fifth of the work for a tenth more bytes.
    indexed(image).save(file, "PNG", compress_level=6, compress_type=zlib.Z_RLE)
    return file.getvalue()


def indexed(image: Image.Image) -> Image.Image:
    """The image in its 256 most frequent colours, exactly; the rare shades of smooth edges take the nearest."""
    colors = image.getcolors(FLAT) if image.mode == "RGB" else None
    if colors is None:
        return image
    most = sorted(colors, reverse=True)[:256]
    palette = Image.new("P", (1, 1))
    values = [channel for _, color in most for channel in cast(RGB, color)]
    palette.putpalette(values + values[:3] * (256 - len(most)))
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def jpeg(image: Image.Image, quality: int) -> bytes:
    file = io.BytesIO()
    # Full colour resolution: text on a photo keeps clean edges.
    image.save(file, "JPEG", quality=quality, subsampling=0, optimize=True, progressive=True)
    return file.getvalue()


def jpeg_within(image: Image.Image, most: int) -> bytes:
    best = jpeg(image, BEST)
    if len(best) <= most:
        return best
    low, high, found = WORST, BEST - 1, b""
    while low <= high:
        middle = (low + high) // 2
        attempt = jpeg(image, middle)
        if len(attempt) <= most:
            low, found = middle + 1, attempt
        else:
            high = middle - 1
    if not found:
        raise TooHeavy
    return found
