"""Emblems and logos: shown whole, in their own colours, see-through where they are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps

from chuyenmuc.images.photo import BadPhoto, header


@lru_cache(maxsize=4)
def opened(path: str) -> Image.Image:
    """The picture as it is, for the sizes at which it is shown. Raises BadPhoto."""
    with header(Path(path)) as file:
        try:
            return file.convert("RGBA")
        except (OSError, SyntaxError, ValueError) as error:
            raise BadPhoto("tệp biểu trưng hỏng; chép lại tệp gốc") from error


@lru_cache(maxsize=64)
def whole(path: str, width: int, height: int) -> Image.Image:
    """The picture as large as a box lets it be. Raises BadPhoto."""
    return ImageOps.contain(opened(path), (width, height), Image.Resampling.LANCZOS)


def plates(path: str, width: int, height: int) -> Image.Image | None:
    """The shares of inks of a picture that was given in process colours, as they are; None for one of screens."""
    with header(Path(path)) as file:
        return file.resize((width, height), Image.Resampling.LANCZOS) if file.mode == "CMYK" else None


def sharp(path: str, width: int, height: int) -> Image.Image:
    """As large as a box lets it be, but no larger than it is: more dots would show no more. Raises BadPhoto."""
    own = opened(path)
    return own if own.width <= width and own.height <= height else whole(path, width, height)
