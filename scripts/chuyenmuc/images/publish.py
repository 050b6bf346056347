"""Puts the library's files and its catalogue where the site serves them."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from chuyenmuc.images.cache import write_whole
from chuyenmuc.images.library import CATALOGUE, FOLDER, Library

OWN = frozenset({".png", ".jpg", ".zip", ".tam"})  # what this module puts there; pages come from elsewhere
NONE: Mapping[str, Path] = {}


def publish(library: Library, site: Path, others: Mapping[str, Path] = NONE) -> None:
    """Brings `site/kho-tu-lieu` in step with the library; `others` are files beside its images, by their address."""
    folder = site / FOLDER
    wanted = {site / record.url: record.source for record in library.records}
    wanted |= {site / url: source for url, source in others.items()}
    for target, source in wanted.items():
        if not same(target, source):
            put(source, target)
    describe(library, folder / CATALOGUE)
    sweep(folder, wanted)


def same(target: Path, source: Path) -> bool:
    """By size and time alone: reading thousands of images would take longer than all the rest."""
    try:
        there, here = target.stat(), source.stat()
    except FileNotFoundError:
        return False
    return (there.st_size, there.st_mtime_ns) == (here.st_size, here.st_mtime_ns)


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
    rows = [record.as_dict() for record in library.records]
    content = (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()
    if not catalogue.is_file() or catalogue.read_bytes() != content:
        write_whole(catalogue, content)


def sweep(folder: Path, wanted: Mapping[Path, Path]) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.suffix in OWN and path not in wanted:
            path.unlink()
