"""What one process makes: a work of a campaign – a file, and the picture that stands for it – stored under its key."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from chuyenmuc.images.cache import Drawn, joined, store
from chuyenmuc.images.compose import DoesNotFit
from chuyenmuc.typesetting.pen import TooTight


class Made(NamedTuple):
    """`size` in pixels; of paper in millimetres; of texts nothing."""

    content: bytes
    suffix: str
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Told:
    """How a work is offered: `name` for addresses, `group` by which kits choose, `alt` what it says."""

    name: str
    group: str
    channel: str
    use: str
    alt: str = ""
    field: str = "messages"
    """The front-matter key to mend where it finds no room."""
    transparent: bool = False
    """Whether it is laid over something else."""
    file: str = ""
    """What its file is called where another work bears that name too, with another suffix."""


class Impossible(ValueError):
    """Why a work cannot be made, and how to mend it: `tin nhắn; cách sửa`."""


@dataclass(frozen=True)
class Work(ABC):
    """Plain data: its `repr` is part of its key, so it tells all that goes into it."""

    told: Told

    @abstractmethod
    def made(self) -> tuple[Made, ...]:
        """The file, then the picture that stands for it, where it is none itself.

        Raises TooTight or DoesNotFit with the text that finds no room, Impossible where something else is wrong.
        """

    def tried(self) -> None:
        """Raises as `made`, without drawing."""
        self.made()

    @property
    def files(self) -> tuple[str, ...]:
        """Paths of the files that go into it; their bytes are part of its key."""
        return ()


@dataclass(frozen=True)
class Order:
    key: str
    work: Work
    folder: Path
    size: int = 1


@dataclass(frozen=True)
class Done:
    """What became of an order: its files behind the index that counts them; or what found no room, or is wrong."""

    key: str
    drawn: tuple[Drawn, ...] = ()
    fitting: tuple[str, ...] = ()
    tight: str = ""
    wrong: str = ""


def draw(order: Order) -> Done:
    return attempted(order, stored)


def measure(order: Order) -> Done:
    """Only finds out what fits."""

    def fits(order: Order) -> Done:
        order.work.tried()
        return Done(order.key, fitting=(order.key,))

    return attempted(order, fits)


def attempted(order: Order, use: Callable[[Order], Done]) -> Done:
    try:
        return use(order)
    except Impossible as problem:
        return Done(order.key, wrong=str(problem))
    except DoesNotFit as problem:
        return Done(order.key, tight=problem.text or order.work.told.alt)
    except TooTight as problem:
        return Done(order.key, tight=str(problem) or order.work.told.alt)


def stored(order: Order) -> Done:
    made = order.work.made()
    files = [
        store(order.folder, part_key(order.key, number), each.content, each.suffix, each.size)
        for number, each in enumerate(made)
    ]
    index = store(order.folder, order.key, json.dumps({"files": len(made)}).encode(), ".json", (len(made), 0))
    return Done(order.key, (index, *files))


def part_key(key: str, number: int) -> str:
    return joined(key, str(number))
