"""Drawn files by the hash of everything that went into them."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import IO, Any, Self

import PIL
from PIL import features

ROOMS = ("images", "typesetting", "vietnamese")
INDEX = "muc-luc.json"
KEPT_DAYS = 30  # what no plan has asked for in so long is let go
MEDIA_TYPES = {
    **{".png": "image/png", ".jpg": "image/jpeg", ".gif": "image/gif", ".mp4": "video/mp4", ".pdf": "application/pdf"},
    ".txt": "text/plain",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
Note = list[Any] | int  # of a drawn file its measure; of what is known to fit and not yet drawn, when that was found


@dataclass(frozen=True, slots=True)
class Drawn:
    """A file of the cache with its measure; `modified` in nanoseconds."""

    key: str
    file: str
    width: int
    height: int
    bytes: int
    sha256: str
    modified: int

    @property
    def path(self) -> Path:
        return Path(self.file)

    @property
    def suffix(self) -> str:
        return self.file[self.file.rindex(".") :]

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.suffix]

    @property
    def noted(self) -> list[str | int]:
        return [self.suffix, self.width, self.height, self.bytes, self.sha256, self.modified]

    @classmethod
    def of(cls, folder: Path, key: str, noted: list[Any]) -> Self:
        suffix, width, height, size, sha256, modified = noted
        return cls(key, place(folder, key, suffix), width, height, size, sha256, modified)


def place(folder: Path, key: str, suffix: str) -> str:
    return f"{folder}{os.sep}{key[:2]}{os.sep}{key}{suffix}"


@lru_cache(maxsize=1)
def program() -> str:
    """Identity of the code that draws: any change to it, or another Pillow or FreeType, draws anew."""
    digest = hashlib.sha256(f"{PIL.__version__} {features.version('freetype2')}".encode())
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


def joined(*digests: str) -> str:
    return hashlib.sha256(" ".join(digests).encode()).hexdigest()


def store(folder: Path, key: str, content: bytes, suffix: str, size: tuple[int, int]) -> Drawn:
    """Stores whole files only: another build, or a stop midway, never sees half of one."""
    path = Path(place(folder, key, suffix))
    write_whole(path, content)
    sha256 = hashlib.sha256(content).hexdigest()
    return Drawn(key, str(path), *size, len(content), sha256, path.stat().st_mtime_ns)


class Cache:
    """The files of a folder and an index of them, which also remembers the images known to fit but not yet drawn.

    A file is trusted while its size and time are as noted; else its bytes decide, as in git's own index.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def noted(self) -> dict[str, Note]:
        return self.read()

    def read(self) -> dict[str, Note]:
        try:
            found = json.loads((self.folder / INDEX).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        notes = found.items() if isinstance(found, dict) else ()
        return {name: note for name, note in notes if whole_note(note)}

    def fits(self, key: str) -> bool:
        return key in self.noted

    def get(self, key: str) -> Drawn | None:
        """The file drawn for a key; None if there is none or its bytes are no longer those that were drawn."""
        noted = self.noted.get(key)
        try:
            return self.intact(Drawn.of(self.folder, key, noted)) if isinstance(noted, list) else None
        except (OSError, TypeError, ValueError):
            return None

    def intact(self, drawn: Drawn) -> Drawn | None:
        found = os.stat(drawn.file)  # noqa: PTH116 – thousands of files: half the time as texts
        if found.st_size == drawn.bytes and found.st_mtime_ns == drawn.modified:
            return drawn
        if hashlib.sha256(drawn.path.read_bytes()).hexdigest() != drawn.sha256:
            return None
        drawn = Drawn.of(self.folder, drawn.key, [*drawn.noted[:-1], found.st_mtime_ns])
        self.noted[drawn.key] = list(drawn.noted)
        return drawn

    def remember(self, drawn: Iterable[Drawn], fitting: Iterable[str] = ()) -> None:
        self.noted.update({file.key: list(file.noted) for file in drawn})
        for name in fitting:
            self.noted.setdefault(name, time.time_ns())

    def save(self, wanted: Iterable[str] | None = None) -> None:
        """Writes the index with what others have added since.

        Where it is told what is wanted it lets go of the rest that is old.
        """
        self.noted.update({name: noted for name, noted in self.read().items() if name not in self.noted})
        if wanted is not None:
            self.let_go(set(self.noted).difference(wanted))
        write_whole(self.folder / INDEX, json.dumps(self.noted).encode())

    def let_go(self, names: Iterable[str]) -> None:
        oldest = time.time_ns() - KEPT_DAYS * 86_400_000_000_000
        for name in names:
            noted = self.noted[name]
            if (noted[-1] if isinstance(noted, list) else noted) < oldest:
                del self.noted[name]
                if isinstance(noted, list):
                    Path(place(self.folder, name, noted[0])).unlink(missing_ok=True)


def whole_note(note: Any) -> bool:
    """Whether an index says so much of a file as was once written: anything else is as good as nothing."""
    return isinstance(note, int) or (isinstance(note, list) and len(note) == 6 and isinstance(note[-1], int))


def write_whole(path: Path, content: bytes) -> None:
    with whole(path) as file:
        file.write(content)


@contextmanager
def whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, which takes its place only once it is complete."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tam")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        temporary.chmod(0o644)  # a web server must read what mkstemp made private
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
