"""Files packed into one .zip: the same ones give the same bytes. Nothing is deflated, no clock is read.

A package waits in the cache under the hash of what it holds; an older one beside it is let go.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from chuyenmuc.images.cache import whole

EARLIEST = 1980  # no .zip knows a year before
Content = Path | bytes


def package(folder: Path, holds: Iterable[str], day: date, files: Callable[[], Mapping[str, Content]]) -> Path:
    """The .zip that holds what `holds` tells, in a folder of its own: packed from `files` unless it is there."""
    digest = sha256("\n".join([f"{day}", *holds]).encode()).hexdigest()[:16]
    target = folder / f"{digest}.zip"
    if not target.is_file():
        pack(target, files(), day)
        for old in set(folder.glob("*.zip")) - {target}:
            old.unlink(missing_ok=True)
    return target


def pack(target: Path, files: Mapping[str, Content], day: date) -> None:
    """File by file: no more than one piece of one of them is in memory at a time."""
    with whole(target) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, (max(day.year, EARLIEST), day.month, day.day, 0, 0, 0))
            entry.create_system = 3  # else it would be the machine's
            entry.external_attr = 0o644 << 16
            put(archive, entry, files[name])


def put(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, content: Content) -> None:
    if isinstance(content, bytes):
        archive.writestr(entry, content)
        return
    entry.file_size = content.stat().st_size
    with content.open("rb") as source, archive.open(entry, "w") as target:
        shutil.copyfileobj(source, target, 1 << 20)
