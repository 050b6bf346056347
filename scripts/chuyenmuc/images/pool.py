"""Spreads jobs over any `concurrent.futures.Executor`; over the processors of this machine where none is given."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from typing import Protocol, TypeVar

Progress = Callable[[int, int], None]


class Sized(Protocol):
    @property
    def size(self) -> int: ...


Job = TypeVar("Job", bound=Sized)
Outcome = TypeVar("Outcome")


def run(
    work: Callable[[Job], Outcome], jobs: Sequence[Job], few: int, executor: Executor | None = None
) -> Iterator[Outcome]:
    """Outcomes as they come. So few files as `few` are done in this process: starting others would take longer."""
    if executor is None and sum(job.size for job in jobs) <= few:
        yield from map(work, jobs)
        return
    with own_or(executor) as pool:
        futures = [pool.submit(work, job) for job in jobs]
        try:
            yield from (future.result() for future in as_completed(futures))
        except BaseException:
            for future in futures:
                future.cancel()
            raise


@contextmanager
def own_or(executor: Executor | None) -> Iterator[Executor]:
    if executor:
        yield executor
        return
    with ProcessPoolExecutor(max_workers=os.cpu_count(), initializer=leave_interrupts_alone) as pool:
        yield pool


def leave_interrupts_alone() -> None:
    """Ctrl-C reaches every process of a terminal; the first one alone answers it, and stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
