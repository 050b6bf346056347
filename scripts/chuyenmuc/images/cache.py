"""Drawn files by the hash of everything that went into them."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import PIL

ROOMS = ("images", "vietnamese")


@dataclass(frozen=True)
class Drawn:
    """A file of the cache with its measure."""

    path: Path
    width: int
    height: int
    bytes: int
    sha256: str

    @property
    def media_type(self) -> str:
        return {".png": "image/png", ".jpg": "image/jpeg"}[self.path.suffix]


@lru_cache(maxsize=1)
def program() -> str:
    """Identity of the code that draws: any change to it, or another Pillow, draws anew."""
    digest = hashlib.sha256(PIL.__version__.encode())
    package = Path(__file__).parents[1]
    for room in ROOMS:
        for file in sorted((package / room).glob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


@lru_cache(maxsize=4096)
def digest_of(path: str, modified: int) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def file_digest(path: str) -> str:
    return digest_of(path, Path(path).stat().st_mtime_ns) if path else ""


def key(parts: Any) -> str:
    plain = json.dumps([program(), parts], ensure_ascii=False, sort_keys=True, default=asdict)
    return hashlib.sha256(plain.encode()).hexdigest()


class Cache:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def note(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json"

    def get(self, key: str) -> Drawn | None:
        """The file drawn for a key; None if there is none or its bytes are no longer those that were drawn."""
        try:
            note = json.loads(self.note(key).read_text("utf-8"))
            path = self.note(key).with_suffix(note["suffix"])
            drawn = Drawn(path, note["width"], note["height"], note["bytes"], note["sha256"])
            intact = hashlib.sha256(path.read_bytes()).hexdigest() == drawn.sha256
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return drawn if intact else None

    def put(self, key: str, content: bytes, suffix: str, size: tuple[int, int]) -> Drawn:
        """Stores whole files only: another build, or a stop midway, never sees half of one."""
        path = self.note(key).with_suffix(suffix)
        sha256 = hashlib.sha256(content).hexdigest()
        write_whole(path, content)
        note = {"suffix": suffix, "width": size[0], "height": size[1], "bytes": len(content), "sha256": sha256}
        write_whole(self.note(key), json.dumps(note).encode())
        return Drawn(path, *size, len(content), sha256)


def write_whole(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tam")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(0o644)  # a web server must read what mkstemp made private
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
