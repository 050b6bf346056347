"""Orders done, each one file or a few: what came of them is remembered in the cache, whatever stops it midway."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Protocol, TypeVar

from chuyenmuc.images.cache import Cache, Drawn
from chuyenmuc.images.pool import Progress, Sized, run

FEW = 3  # orders: so few are done in this process


class Outcome(Protocol):
    """Files that were drawn, and keys of what is known to fit."""

    @property
    def drawn(self) -> tuple[Drawn, ...]: ...

    @property
    def fitting(self) -> tuple[str, ...]: ...


Order = TypeVar("Order", bound=Sized)
Done = TypeVar("Done", bound=Outcome)


def fulfilled(
    cache: Cache,
    work: Callable[[Order], Done],
    orders: Sequence[Order],
    progress: Progress | None = None,
    executor: Executor | None = None,
) -> list[Done]:
    found: list[Done] = []
    try:
        for done in run(work, orders, FEW, executor):
            cache.remember(done.drawn, done.fitting)
            found.append(done)
            if progress:
                progress(1, len(orders))
    finally:
        if orders:
            cache.save()
    return found
