"""What a kit holds: its files, and the sorts of them in the words in which pages and the guide tell them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from pathlib import Path

from chuyenmuc.campaigns.groups import GROUPS, ORDER, ORDERED, group_of
from chuyenmuc.content.campaign import Sort
from chuyenmuc.images.library import Record, file_stem
from chuyenmuc.vietnamese.slugs import slugify

BETWEEN = " – "  # of a channel: the sort of thing, then which one it is
INSIDE = ", "  # of which one it is: the size, then the message
MESSAGE = "thông điệp"
MANY = 24  # files: with more, a folder has one inside for each channel; names of what hangs tell the size
HUNG = tuple(Sort)
FIRST = [ORDER, *GROUPS]

Asked = Callable[[str], bool]
"""Whether the print order asks for a file of that name."""


@dataclass(frozen=True)
class KitFile:
    """`path` is where it lies in the .zip; `what` its size or channel, as `6 × 1,5 m`.

    `sort` is its own group where it lies among others that the print order asks for.
    """

    path: str
    group: str
    what: str
    bytes: int
    sha256: str
    source: Path
    sort: str = ""


@dataclass(frozen=True)
class Content:
    """All of one sort in a kit; `sizes` are the different sizes or channels of it, in their order.

    Of what the print order asks for they are the sorts, as staff call them; `sorts` are their groups.
    """

    group: str
    count: int
    bytes: int
    sizes: tuple[str, ...]
    sorts: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return GROUPS[self.group].label

    @property
    def use(self) -> str:
        return GROUPS[self.group].use


def contents(files: Iterable[KitFile]) -> tuple[Content, ...]:
    """Files of one sort stand together."""
    return tuple(content(group, list(within)) for group, within in groupby(files, lambda file: file.group))


def content(group: str, files: Sequence[KitFile]) -> Content:
    sizes = list(dict.fromkeys(file.what for file in files if file.what))
    if all(map(measures, sizes)):
        sizes.sort(key=measures)
    sorts = dict.fromkeys(file.sort for file in files if file.sort)
    return Content(group, len(files), sum(file.bytes for file in files), tuple(sizes), tuple(sorts))


def measures(size: str) -> list[int]:
    """The numbers in it, such that 3 × 1 m comes before 10 × 2 m; none in the name of a channel."""
    return [int(digits) for digits in re.findall(r"\d+", size)]


def chosen(
    holds: Sequence[str], records: Sequence[Record], more: Sequence[KitFile] = (), asked: Asked = lambda _: False
) -> Iterator[KitFile]:
    """What a kit holds, sort by sort as it asks for them, each in a folder of its own.

    `more` are files that are no records; their path is only a name so far. What the print order asks for lies in one
    folder, where the kit has that, and nowhere else.
    """
    files = [*map(entered, records), *more]
    if ORDERED in holds:
        files = [in_order(file) if file.group == ORDER or asked(file.path) else file for file in files]
        files.sort(key=lambda file: FIRST.index(file.sort or ORDER))  # within the order; else as they came
    filled = 0
    for group in dict.fromkeys(holds):
        found = [file for file in files if file.group == group]
        filled += bool(found)
        folder = f"{filled}-{slugify(GROUPS[group].label)}"
        parted = group == ORDERED or (group not in HUNG and len(found) > MANY)
        for file in found:
            inner = f"{folder}/{slugify(file.what)}" if parted and file.what else folder
            yield replace(file, path=f"{inner}/{file.path}")


def in_order(file: KitFile) -> KitFile:
    """As it lies among what the print order asks for: beside the order itself, in a folder for its sort."""
    what = "" if file.group == ORDER else GROUPS[file.group].label
    return replace(file, group=ORDERED, sort=file.group, what=what)


def entered(record: Record) -> KitFile:
    group = group_of(record)
    channel, _, which = record.channel.partition(BETWEEN)
    own = channel == GROUPS[group].label  # then the sort of thing is said already
    which = "" if which.startswith(MESSAGE) else which.partition(INSIDE)[0]
    what = which if own else unsaid(channel, GROUPS[group].label)
    return KitFile(record.file, group, what, record.bytes, record.sha256, record.source)


def unsaid(channel: str, label: str) -> str:
    """`Bảng LED P5 3,84 × 1,92 m` → `P5 3,84 × 1,92 m`, where the sort is called `Bảng LED màu`."""
    words = channel.split()
    known = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(words, label.split(), strict=False))))
    return " ".join(words[known:]) if known > 1 else channel


def attached(item: str, path: str, name: str, group: str, sha256: str) -> KitFile:
    """A file as the agency gave it, under a name that tells what it is."""
    source = Path(path)
    told = f"{file_stem(item)}-{name}{source.suffix.lower()}"
    return KitFile(told, group, "", source.stat().st_size, sha256, source)
