"""Whether the photos that an item names can be used."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.images.card import photo_path
from chuyenmuc.images.photo import BadPhoto, opened


def missing(item: Item) -> bool:
    path = photo_path(item)
    return item.cover is not None and (path is None or not path.is_file())


def problem(item: Item) -> Finding | None:
    path = photo_path(item)
    if item.cover is None or path is None:
        return None
    if told := verdict(str(path), path.stat().st_mtime_ns):
        message, _, fix = told.partition("; ")
        return Finding(
            item.place.name,
            item.place.line("cover"),
            "cover",
            "anh-hong",
            "error",
            f"“{item.cover.src}” {message}",
            fix,
        )
    return None


@lru_cache(maxsize=4096)
def verdict(path: str, modified: int) -> str:
    try:
        opened(Path(path))
    except BadPhoto as bad:
        return str(bad)
    return ""
