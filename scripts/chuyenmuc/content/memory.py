"""What one reading of `content/` found, for the next one of the same process: only what changed is read again.

An item stays the same object as long as nothing of it has changed: its file, its section, the files that it names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote_to_bytes

from chuyenmuc.content.base import Item, Section
from chuyenmuc.content.finding import Finding
from chuyenmuc.vietnamese.text import nfc

Stamp = tuple[int, int]
FILES_THAT_LINK = ".md"


@dataclass(frozen=True)
class Read:
    section: Section
    items: tuple[Item, ...]
    findings: tuple[Finding, ...]


@dataclass
class Memory:
    """`look` first, then ask `of` each file. A new memory knows nothing, so that everything is read."""

    stamps: dict[str, Stamp] = field(default_factory=dict)
    reads: dict[str, Read] = field(default_factory=dict)
    texts: dict[str, bytes] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    stale: set[str] = field(default_factory=set)

    def look(self, content: Path) -> None:
        """Finds out what has changed on disk since the last look."""
        stamps = dict(files(str(content)))
        changed = {name for name in self.stamps.keys() | stamps.keys() if self.stamps.get(name) != stamps.get(name)}
        self.stamps = stamps
        changed -= {name for name in changed & self.texts.keys() if self.as_before(name)}
        self.stale = changed | self.naming(changed)
        for name in [name for name in self.reads if name not in stamps]:
            del self.reads[name], self.texts[name]

    def as_before(self, name: str) -> bool:
        try:
            return Path(name).read_bytes() == self.texts[name]
        except OSError:
            return False

    def naming(self, changed: set[str]) -> set[str]:
        """Items that name one of the changed files, or its folder, and so may show something else now."""
        clues = {nfc(part) for name in changed for part in name.split(os.sep)[-2:]}
        return {name for name, text in self.texts.items() if any(clue in words(text) for clue in clues)} if clues else set()

    def of(self, file: Path, section: Section) -> Read | None:
        known = self.reads.get(str(file))
        return known if known and known.section is section and str(file) not in self.stale else None

    def note(self, file: Path, read: Read) -> None:
        self.reads[str(file)] = read
        try:
            self.texts[str(file)] = file.read_bytes()
        except OSError:
            self.texts[str(file)] = b""

    def same_section(self, section: Section) -> Section:
        """The section that was known before, if it is equal."""
        if self.sections.get(section.folder) != section:
            self.sections[section.folder] = section
        return self.sections[section.folder]


def words(text: bytes) -> str:
    """A file's text with the names in it as people see them."""
    return nfc((unquote_to_bytes(text) if b"%" in text else text).decode("utf-8", "replace"))


def files(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Every file with its size and time, however deep."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            yield from files(entry.path)
        else:
            found = entry.stat()
            yield entry.path, (found.st_size, found.st_mtime_ns)
