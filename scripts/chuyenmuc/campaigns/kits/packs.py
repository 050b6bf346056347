"""Kits by place of use: of each campaign one .zip for each sort of place, with what is used there and how to use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.catalogue import KitEntry
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.groups import IDENTITY
from chuyenmuc.campaigns.kits import guide
from chuyenmuc.campaigns.kits.contents import Content, KitFile, attached, chosen, contents
from chuyenmuc.campaigns.print_order.rows import order_of
from chuyenmuc.campaigns.production import program
from chuyenmuc.channels.packing import Content as Packed
from chuyenmuc.channels.packing import package
from chuyenmuc.content.campaign import Campaign
from chuyenmuc.images.library import FOLDER, Record, file_stem
from chuyenmuc.vietnamese.dates import day_of

GUIDE = "0-huong-dan.pdf"
EDITION = "1"  # of the way kits are packed: another one packs them all anew


@dataclass(frozen=True)
class UseKit:
    """`url` is relative to the site's root, `source` the file in the cache, `files` what is in it beside the guide.

    `file` is the name under which staff keep it.
    """

    name: str
    title: str
    audience: str
    url: str
    file: str
    bytes: int
    source: Path
    files: tuple[KitFile, ...]

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """Sort by sort, in the order of their folders."""
        return contents(self.files)

    @property
    def count(self) -> int:
        """How many files the .zip holds, the guide among them."""
        return len(self.files) + 1


def use_kits(
    front: Campaign, commission: Commission, records: Sequence[Record], folder: Path, digest: Callable[[str], str]
) -> tuple[UseKit, ...]:
    """Those of a campaign that hold anything. Only kits whose content changed are packed, their guides drawn."""
    offered = [record for record in records if not record.stands_for]
    more = list(identity(commission.brief, digest))
    order = order_of(commission.brief, commission.catalogue)
    made = (
        use_kit(entry, tuple(chosen(entry.holds, offered, more, order.asks_for)), front, commission, folder)
        for entry in commission.catalogue.kits
    )
    return tuple(kit for kit in made if kit)


def use_kit(
    entry: KitEntry, files: tuple[KitFile, ...], front: Campaign, commission: Commission, folder: Path
) -> UseKit | None:
    if not files:
        return None
    key = front.place.key
    told = guide.told(entry, commission, contents(files))
    holds = [EDITION, program(), repr(told), repr(commission.means), *(f"{file.path} {file.sha256}" for file in files)]
    fill = partial(filled, told, commission, files)
    source = package(folder / key / entry.name, holds, day_of(front.updated or front.date), fill)
    name = f"bo-{entry.name}.zip"
    url, file = f"{FOLDER}/{key}/{name}", f"{file_stem(key)}-{name}"
    return UseKit(entry.name, entry.title, entry.audience, url, file, source.stat().st_size, source, files)


def filled(told: guide.Told, commission: Commission, files: Sequence[KitFile]) -> dict[str, Packed]:
    content: dict[str, Packed] = {file.path: file.source for file in files}
    return content | {GUIDE: guide.drawn(told, commission.means)}


def identity(brief: Brief, digest: Callable[[str], str]) -> Iterator[KitFile]:
    """The year's official files, as they were given."""
    for name, path in (("bieu-trung", brief.logo), ("hinh-chu-dao", brief.visual)):
        if path:
            yield attached(brief.key, path, name, IDENTITY, digest(path))
