"""Image → its copies for the web, each as bytes. Settings were chosen by measuring: see `tests/images/test_web.py`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, features

from chuyenmuc.images.encode import FLAT

WIDTHS = (320, 480, 640, 960, 1440)
FOR_OLDER = (480, 960)  # widths in WebP of photos, for browsers that do not know AVIF
LEAST = 300  # pixels wide: a smaller copy spares nothing
PARTS = (3, 2, 1)  # drawn art is reduced by whole numbers, which keeps its colours few and its edges sharp
COLORS = 256
TYPES = {".avif": "image/avif", ".webp": "image/webp"}  # the lightest first: browsers take the first they know


@dataclass(frozen=True, slots=True)
class Copy:
    suffix: str
    width: int
    height: int
    content: bytes


@lru_cache(maxsize=1)
def knows_avif() -> bool:
    return bool(features.check("avif"))


def is_flat(image: Image.Image) -> bool:
    """Whether a picture has so few colours that it was drawn rather than taken."""
    sample = image.resize((max(1, image.width // 2), max(1, image.height // 2)), Image.Resampling.NEAREST)
    return sample.getcolors(FLAT) is not None


def flat(image: Image.Image) -> Iterator[Copy]:
    """Copies of drawn art. WebP without loss is lighter than its PNG, as light as AVIF, and a fifth of AVIF's work."""
    for times in PARTS:
        if times == 1 or image.width // times >= LEAST:
            small = few_colors(image.reduce(times)) if times > 1 else image
            yield Copy(".webp", *small.size, saved(small, "WEBP", lossless=True, method=2, quality=50))


def few_colors(image: Image.Image) -> Image.Image:
    return image.quantize(COLORS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).convert("RGB")


def taken(image: Image.Image, widest: int) -> Iterator[Copy]:
    """Copies of a photo, at most `widest`. AVIF at this speed takes half the work of WebP and fewer bytes."""
    widths = [width for width in WIDTHS if width <= min(widest, image.width)]
    older = [width for width in widths if width in FOR_OLDER] if knows_avif() else []
    for width in widths:
        small = narrowed(image, width)
        if knows_avif():
            yield Copy(".avif", *small.size, avif(small))
        if width in (older or widths):
            yield Copy(".webp", *small.size, saved(small, "WEBP", quality=75, method=2))


def narrowed(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def avif(image: Image.Image) -> bytes:
    """One thread and no tiles of its own choice: else the bytes would depend on the machine's processors."""
    return saved(image, "AVIF", quality=55, speed=9, subsampling="4:2:0", max_threads=1, autotiling=False)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
