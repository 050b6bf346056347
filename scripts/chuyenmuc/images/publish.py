"""Puts the library's files and its catalogue where the site serves them."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Container, Mapping
from contextlib import suppress
from pathlib import Path

from chuyenmuc.images.cache import MEDIA_TYPES, write_whole
from chuyenmuc.images.library import CATALOGUE, FOLDER, Library, Record, WebFile

# What this module puts there; pages come from elsewhere.
OWN = (*MEDIA_TYPES, ".avif", ".webp", ".zip", ".tam")
NONE: Mapping[str, Path] = {}


def publish(library: Library, site: Path, others: Mapping[str, Path] = NONE) -> None:
    """Brings `site/kho-tu-lieu` in step with the library; `others` are files beside its images, by their address."""
    folder = site / FOLDER
    copies = [copy for one in library.web.values() for copy in one]
    shown: list[Record | WebFile] = [*library.records, *copies]
    files = {file.url: file.source for file in shown} | dict(others)
    wanted = {os.path.join(site, *url.split("/")): source for url, source in files.items()}  # noqa: PTH118
    sums = {file.source: file.sha256 for file in shown}
    for target, source in wanted.items():
        if not same(target, source):
            sound(source, sums.get(source))
            put(source, Path(target))
    describe(library, folder / CATALOGUE)
    sweep(folder, wanted)


def same(target: str, source: Path) -> bool:
    """By size and time alone: reading thousands of images would take longer than all the rest."""
    try:
        there, here = os.stat(target), os.stat(source)  # noqa: PTH116 – thousands of paths: half the time as texts
    except FileNotFoundError:
        return False
    return (there.st_size, there.st_mtime_ns) == (here.st_size, here.st_mtime_ns)


def sound(source: Path, sha256: str | None) -> None:
    """What is put in place anew is read once: damaged, it is let go, to be drawn again, and OSError raised."""
    if sha256 and hashlib.sha256(source.read_bytes()).hexdigest() != sha256:
        source.unlink()
        raise OSError(errno.EIO, "ảnh trong build/cache đã hỏng và vừa được bỏ; chạy lại lệnh để vẽ lại", str(source))


def put(source: Path, target: Path) -> None:
    """A whole file or none, with its source's time. A second name for the same bytes where the disk allows it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    passing = target.with_name(f".{target.name}.tam")
    passing.unlink(missing_ok=True)
    try:
        os.link(source, passing)
    except OSError:  # another disk, or one that knows no second names
        shutil.copy2(source, passing)
    passing.replace(target)


def describe(library: Library, catalogue: Path) -> None:
    rows = (json.dumps(record.as_dict(), ensure_ascii=False) for record in library.records if not record.stands_for)
    content = ("[\n" + ",\n".join(rows) + "\n]\n").encode()
    if not catalogue.is_file() or catalogue.read_bytes() != content:
        write_whole(catalogue, content)


def sweep(folder: Path, wanted: Container[str]) -> None:
    for top, folders, names in os.walk(folder, topdown=False):
        for name in names:
            path = f"{top}{os.sep}{name}"
            if path not in wanted and name.endswith(OWN):
                Path(path).unlink()
        if folders or names:
            with suppress(OSError):  # it still holds something
                Path(top).rmdir()
