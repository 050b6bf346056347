"""How large a picture of an article's body is once published, found without decoding it."""

from __future__ import annotations

from pathlib import Path

from chuyenmuc.images.photo import IN_BODY, ORIENTATION, UNREADABLE, header


def published_size(path: Path) -> tuple[int, int]:
    """Width and height, to the pixel but for rounding. Raises BadPhoto."""
    with header(path) as image:
        width, height = image.size
        try:
            lies = image.getexif().get(ORIENTATION, 1) > 4
        except UNREADABLE:
            lies = False
    width, height = (height, width) if lies else (width, height)
    scale = min(1.0, IN_BODY / width, 4 * IN_BODY / height)
    return max(1, round(width * scale)), max(1, round(height * scale))
