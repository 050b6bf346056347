"""What one reading of `content/` found, for the next one of the same process: only what changed is read again.

An item stays the same object as long as nothing of it has changed: its file, its section, the files that it names.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote_to_bytes

from chuyenmuc.content.base import Item, Section
from chuyenmuc.content.finding import Finding
from chuyenmuc.vietnamese.text import nfc

Stamp = tuple[int, int]


@dataclass(frozen=True)
class Read:
    section: Section
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Text:
    digest: bytes
    words: str  # with names of files as people see them


@dataclass
class Memory:
    """`look` first, then ask `of` each file. A new memory knows nothing, so that everything is read."""

    stamps: dict[str, Stamp] = field(default_factory=dict)
    reads: dict[str, Read] = field(default_factory=dict)
    texts: dict[str, Text] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)

    def look(self, content: Path) -> None:
        """Finds out what has changed on disk since the last look."""
        stamps = dict(files(str(content)))
        changed = {name for name in self.stamps.keys() | stamps.keys() if self.stamps.get(name) != stamps.get(name)}
        self.stamps = stamps
        changed -= {name for name in changed & self.texts.keys() if text_of(name) == self.texts[name]}
        self.stale = changed | self.naming(changed)
        for name in [name for name in self.reads if name not in stamps]:
            del self.reads[name], self.texts[name]

    def naming(self, changed: set[str]) -> set[str]:
        """Items that name one of the changed files, or its folder, and so may show something else now."""
        clues = {nfc(clue) for name in changed for clue in clues_to(name)}
        return {name for name, text in self.texts.items() if any(clue in text.words for clue in clues)}

    def of(self, file: Path, section: Section) -> Read | None:
        known = self.reads.get(str(file))
        return known if known and known.section is section and str(file) not in self.stale else None

    def note(self, file: Path, read: Read) -> None:
        self.reads[str(file)], self.texts[str(file)] = read, text_of(str(file))

    def same(self, section: Section) -> Section:
        """The section that was known before, if it is equal."""
        if self.sections.get(section.folder) != section:
            self.sections[section.folder] = section
        return self.sections[section.folder]


def text_of(name: str) -> Text:
    try:
        raw = Path(name).read_bytes()
    except OSError:
        raw = b""
    words = (unquote_to_bytes(raw) if b"%" in raw else raw).decode("utf-8", "replace")
    return Text(hashlib.sha256(raw).digest(), nfc(words))


def clues_to(name: str) -> tuple[str, ...]:
    """What an item that shows a file must say: its name, or that of a folder of pictures."""
    folder, _, file = name.rpartition(os.sep)
    return (file,) if file.endswith(".md") else (file, folder.rpartition(os.sep)[2])


def files(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Every file with its size and time, however deep."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files(entry.path)
        else:
            with suppress(OSError):  # a link that leads nowhere
                found = entry.stat()
                yield entry.path, (found.st_size, found.st_mtime_ns)
