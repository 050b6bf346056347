"""Whether the photos that an item names, as its cover or in its body, can be used."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import is_picture, local_file, local_links, present
from chuyenmuc.images.card import photo_path
from chuyenmuc.images.photo import BadPhoto, opened


def missing(item: Item) -> bool:
    """A cover that is named and not there: the checks of references tell it."""
    path = photo_path(item)
    return item.cover is not None and (path is None or not present(path))


def problems(item: Item) -> Iterator[Finding]:
    path = photo_path(item)
    if item.cover and path and present(path):
        yield from judged(item, path, item.cover.src, "cover", item.place.line("cover"))
    for name, line in local_links(item):
        file = local_file(item.place, name)
        if file and is_picture(file) and present(file):
            yield from judged(item, file, name, "", item.place.body_line + line)


def judged(item: Item, path: Path, name: str, field: str, line: int) -> Iterator[Finding]:
    if told := verdict(str(path), path.stat().st_mtime_ns):
        message, _, fix = told.partition("; ")
        yield Finding(item.place.name, line, field, "anh-hong", "error", f"“{name}” {message}", fix)


@lru_cache(maxsize=4096)
def verdict(path: str, modified: int) -> str:
    try:
        opened(Path(path))
    except BadPhoto as bad:
        return str(bad)
    return ""
