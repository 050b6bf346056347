"""One .zip an item: its images under names that tell what they are, and `loi-dang.txt` with every text to paste.

The same item gives the same bytes. Kits wait in the cache, one an item.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from chuyenmuc.channels.captions import Caption, Captions, announced
from chuyenmuc.channels.packing import package
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.items import Item
from chuyenmuc.images.library import FOLDER, Library, Record, file_stem
from chuyenmuc.vietnamese.dates import day_of

SHEET = "loi-dang.txt"
RULE = "=" * 60
EDITION = "1"  # of the way kits are made: another one makes them all anew


@dataclass(frozen=True)
class Kit:
    """`url` is relative to the site's root; `source` is the file in the cache."""

    item: str
    url: str
    bytes: int
    source: Path
    captions: tuple[Caption, ...]


def kits(archive: Archive, library: Library, captions: Captions, folder: Path) -> dict[str, Kit]:
    """By item key. Only kits whose content changed are written."""
    drawn = {item.place.key: library.offered(item.place.key) for item in archive.items}
    return {
        item.place.key: kit(item, drawn[item.place.key], captions, folder / item.place.key, announced(item, archive))
        for item in archive.items
        if drawn[item.place.key]
    }


def kit(item: Item, records: Sequence[Record], captions: Captions, folder: Path, declared: tuple[str, ...] = ()) -> Kit:
    said = captions.of(item, declared)
    text = sheet(item, records, said, captions.link(item))
    holds = [EDITION, text, *(f"{record.file} {record.sha256}" for record in records)]
    files = {record.file: record.source for record in records}
    source = package(folder, holds, day_of(item.updated or item.date), lambda: {SHEET: for_notepad(text)} | files)
    url = f"{FOLDER}/{item.place.key}/{file_stem(item.place.key)}.zip"
    return Kit(item.place.key, url, source.stat().st_size, source, said)


def for_notepad(text: str) -> bytes:
    """Old Notepad takes a file without this mark for another encoding, and needs both line ends."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def sheet(item: Item, records: Sequence[Record], captions: Sequence[Caption], link: str) -> str:
    return "\n".join(lines(item, records, captions, link))


def lines(item: Item, records: Sequence[Record], captions: Sequence[Caption], link: str) -> Iterator[str]:
    yield from (line for line in (item.title, link, item.cover.told if item.cover else "") if line)
    for caption in captions:
        yield from ("", RULE, f"LỜI ĐĂNG: {caption.label}", RULE, "", caption.text)
    yield from ("", RULE, "LỜI MÔ TẢ ẢNH, dán vào ô mô tả khi đăng", RULE)
    for record in sorted(records, key=lambda record: record.file):
        yield from ("", record.file, f"{record.channel}{measure(record)}", f"Dùng: {record.use}")
        yield f"Lời mô tả: {record.alt}"
    yield ""


def measure(record: Record) -> str:
    """Of a picture in pixels, of paper in millimetres; texts and tables have none."""
    unit = " mm" if record.source.suffix == ".pdf" else ""
    return f", {record.width} × {record.height}{unit}" if record.height else ""
