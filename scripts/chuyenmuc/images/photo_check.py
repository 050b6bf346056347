"""Whether the photos that an item names, as its cover or in its body, can be used."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from chuyenmuc.content.finding import Finding, Level
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import is_picture, local_file, local_links, present
from chuyenmuc.images.card import photo_path
from chuyenmuc.images.photo import BadPhoto, header, opened

SHARP, LEAST = 600, 150  # pixels of the shorter side


def missing(item: Item) -> bool:
    """A cover that is named and not there: the checks of references tell it."""
    path = photo_path(item)
    return item.cover is not None and (path is None or not present(path))


def problems(item: Item) -> Iterator[Finding]:
    path = photo_path(item)
    if item.cover and path and present(path):
        yield from judged(item, path, item.cover.src, "cover", item.place.line("cover"))
        yield from small(item, path, item.cover.src)
    for name, line in local_links(item):
        file = local_file(item.place, name)
        if file and is_picture(file) and present(file):
            yield from judged(item, file, name, "", item.place.body_line + line)


def judged(item: Item, path: Path, name: str, field: str, line: int) -> Iterator[Finding]:
    if told := verdict(str(path), path.stat().st_mtime_ns):
        message, _, fix = told.partition("; ")
        yield Finding(item.place.name, line, field, "anh-hong", "error", f"“{name}” {message}", fix)


def small(item: Item, path: Path, name: str) -> Iterator[Finding]:
    if verdict(str(path), path.stat().st_mtime_ns):
        return
    with header(path) as image:
        size = image.size
    if min(size) >= SHARP:
        return
    level: Level = "warning" if min(size) >= LEAST else "error"
    message = f"“{name}” chỉ có {size[0]}×{size[1]} điểm ảnh, lên ảnh sẽ mờ"
    fix = f"dùng ảnh gốc, cạnh ngắn từ {SHARP} điểm ảnh trở lên"
    yield Finding(item.place.name, item.place.line("cover"), "cover", "anh-nho", level, message, fix)


@lru_cache(maxsize=4096)
def verdict(path: str, modified: int) -> str:
    try:
        opened(Path(path))
    except BadPhoto as bad:
        return str(bad)
    return ""
