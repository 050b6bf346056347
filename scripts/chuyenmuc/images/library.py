"""The catalogue of what was drawn: one record a file, in the words that staff and other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from chuyenmuc.images.cache import Drawn
from chuyenmuc.vietnamese.slugs import slugify

FOLDER = "kho-tu-lieu"
CATALOGUE = "danh-muc.json"
SEEN = "-xem"  # behind a format's name: the picture that stands for its file


@dataclass(frozen=True)
class Record:
    """One image of an item. Addresses are relative to the site's root.

    `use` says in plain words what the format is for; `date` is the item's, as in ISO 8601; `source` is the file in the
    cache.
    """

    item: str
    item_url: str
    kind: str
    format: str
    channel: str
    use: str
    url: str
    width: int
    height: int
    bytes: int
    media_type: str
    sha256: str
    alt: str
    source: Path
    title: str = ""
    section: str = ""
    date: str = ""
    kind_label: str = ""
    transparent: bool = False
    stands_for: str = ""
    """The format of the PDF file whose first page this shows; nobody posts it."""
    group: str = ""
    """What sort of work of a campaign it is, by which kits choose."""

    @property
    def file(self) -> str:
        """The name under which staff keep the file: it tells the item, then what its address tells, on any system."""
        suffix = self.source.suffix
        return f"{file_stem(self.item)}-{slugify(self.url.rpartition('/')[2].removesuffix(suffix))}{suffix}"

    def standing(self, picture: Drawn) -> Record:
        """The picture that stands for this file, which is none itself."""
        seen = f"{self.format}{SEEN}"
        return replace(
            self,
            format=seen,
            url=f"{self.url.removesuffix(self.source.suffix)}{SEEN}{picture.suffix}",
            width=picture.width,
            height=picture.height,
            bytes=picture.bytes,
            media_type=picture.media_type,
            sha256=picture.sha256,
            source=picture.path,
            stands_for=self.format,
        )

    def as_dict(self) -> dict[str, str | int]:
        return {name: value for name, value in vars(self).items() if name not in {"source", "stands_for", "group"}}


@dataclass(frozen=True, slots=True)
class WebFile:
    """A lighter copy of a picture, for web pages alone. Its address is relative to the site's root."""

    url: str
    width: int
    height: int
    media_type: str
    sha256: str
    source: Path


@dataclass(frozen=True)
class Library:
    """`web` holds the lighter copies of pictures by the address of the picture that they stand for."""

    records: tuple[Record, ...] = ()
    web: Mapping[str, tuple[WebFile, ...]] = field(default_factory=dict)

    @cached_property
    def by_item(self) -> dict[str, dict[str, Record]]:
        """Item key → format name → record."""
        found: dict[str, dict[str, Record]] = {}
        for record in self.records:
            found.setdefault(record.item, {})[record.format] = record
        return found

    def offered(self, item: str) -> list[Record]:
        """What staff take of an item."""
        return [record for record in self.by_item.get(item, {}).values() if not record.stands_for]

    @classmethod
    def of(cls, records: Iterable[Record]) -> Library:
        return cls(tuple(sorted(records, key=lambda record: (record.item, numbered(record.format), record.url))))


def file_stem(item: str) -> str:
    """What files of an item are named after: the last part of its key, with the one before it if that is a year."""
    before, _, last = item.rpartition("/")
    return slugify(f"{before.rpartition('/')[2]}-{last}") if last.isdigit() and before else slugify(last)


def numbered(name: str) -> tuple[str, int]:
    """The pages of a set in their order: the tenth after the ninth."""
    front, _, number = name.rpartition("-")
    return (front, int(number)) if number.isdigit() else (name, 0)
