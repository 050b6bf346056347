"""Emblems and logos: shown whole, in their own colours, see-through where they are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps

from chuyenmuc.images.photo import BadPhoto, header


@lru_cache(maxsize=64)
def whole(path: str, width: int, height: int) -> Image.Image:
    """The picture as large as a box lets it be. Raises BadPhoto."""
    with header(Path(path)) as file:
        try:
            picture = file.convert("RGBA")
        except (OSError, SyntaxError, ValueError) as error:
            raise BadPhoto("tệp biểu trưng hỏng; chép lại tệp gốc") from error
    return ImageOps.contain(picture, (width, height), Image.Resampling.LANCZOS)
