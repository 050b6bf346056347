"""Work spread over the processors of this machine, in processes that end when this one is stopped."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import Connection
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
CORES = os.cpu_count() or 1


def leave_interrupts_alone() -> None:
    """Ctrl-C reaches every process of a terminal; the first one alone answers it, and stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def side_by_side(work: Callable[[Given], Made], given: Sequence[Given], few: int, at_once: int = 50) -> list[Made]:
    """What `work` makes of each, in order. So few as `few` are done in this process: starting others takes longer."""
    if len(given) <= few:
        return list(map(work, given))
    pool = ProcessPoolExecutor(CORES, initializer=leave_interrupts_alone)
    try:
        return list(pool.map(work, given, chunksize=at_once))
    finally:
        pool.shutdown(cancel_futures=True)


def can_fork() -> bool:
    """Whether a process can be doubled with all that it holds. macOS has fork and its system libraries dislike it."""
    return sys.platform == "linux" and "fork" in multiprocessing.get_all_start_methods()


def shared_out(work: Callable[[Sequence[Given]], None], given: Sequence[Given], few: int) -> None:
    """Has `work` done on shares of what is given, each by a double of this process: nothing need be sent to it."""
    if len(given) <= few or CORES == 1 or not can_fork() or threading.active_count() > 1:
        work(given)
        return
    gc.freeze()  # what stands so far is left where it is: else each double would copy it to look it through
    try:
        doubles = [Double(work, given[start::CORES]) for start in range(CORES)]
        try:
            failed = [error for error in [double.ended() for double in doubles] if error]
        finally:
            for double in doubles:
                double.stop()
    finally:
        gc.unfreeze()
    if failed:
        raise failed[0]


class Double:
    def __init__(self, work: Callable[[Sequence[Given]], None], given: Sequence[Given]) -> None:
        forking = multiprocessing.get_context("fork")
        self.heard, says = forking.Pipe(duplex=False)
        self.process = forking.Process(target=self.run, args=(work, given, says))
        self.process.start()
        says.close()

    @staticmethod
    def run(work: Callable[[Sequence[Given]], None], given: Sequence[Given], says: Connection) -> None:
        leave_interrupts_alone()
        try:
            work(given)
        except Exception as error:
            says.send_bytes(sent(error))
        else:
            says.send_bytes(b"")

    def ended(self) -> Exception | None:
        try:
            told = self.heard.recv_bytes()
        except EOFError:
            told = sent(OSError("một tiến trình dựng trang bị dừng giữa chừng"))
        self.process.join()
        return pickle.loads(told) if told else None

    def stop(self) -> None:
        self.process.terminate()
        self.process.join()
        self.heard.close()


def sent(error: Exception) -> bytes:
    """The error as bytes; one that cannot travel as its words."""
    try:
        told = pickle.dumps(error)
        pickle.loads(told)
        return told
    except Exception:
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
