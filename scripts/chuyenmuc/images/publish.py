"""Puts the library's files and its catalogue where the site serves them."""

from __future__ import annotations

import json
from pathlib import Path

from chuyenmuc.images.cache import write_whole
from chuyenmuc.images.library import CATALOGUE, FOLDER, Library


def publish(library: Library, site: Path) -> None:
    """Brings `site/kho-tu-lieu` in step with the library. The page of that folder is left alone."""
    folder = site / FOLDER
    wanted = {site / record.url: record.source for record in library.records}
    for target, source in wanted.items():
        if not same(target, source):
            write_whole(target, source.read_bytes())
    rows = [record.as_dict() for record in library.records]
    write_whole(folder / CATALOGUE, (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.suffix in {".png", ".jpg"} and path not in wanted:
            path.unlink()


def same(target: Path, source: Path) -> bool:
    return (
        target.is_file()
        and target.stat().st_size == source.stat().st_size
        and target.read_bytes() == source.read_bytes()
    )
