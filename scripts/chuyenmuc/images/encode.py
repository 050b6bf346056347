"""Image → bytes within a budget: PNG for flat art, JPEG for photos, quality searched for and not guessed."""

from __future__ import annotations

import io

from PIL import Image

BEST, WORST = 92, 40


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
    image.save(file, "PNG", compress_level=6)
    return file.getvalue()


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
