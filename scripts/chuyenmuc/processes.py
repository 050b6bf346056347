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
from typing import Any, TypeVar

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


def shared_out(work: Callable[[Sequence[Given]], Made], given: Sequence[Given], few: int) -> list[Made]:
    """What `work` makes of each share of what is given, by doubles of this process: nothing need be sent to them."""
    if len(given) <= few or CORES == 1 or not can_fork() or threading.active_count() > 1:
        return [work(given)]
    gc.freeze()  # what stands so far is left where it is: else each double would copy it to look it through
    try:
        doubles = [Double(work, share) for share in shares(given)]
        try:
            told = [double.ended() for double in doubles]
        finally:
            for double in doubles:
                double.stop()
    finally:
        gc.unfreeze()
    for failed in (error for _, error in told if error):
        raise failed
    return [made for made, _ in told]


def shares(given: Sequence[Given]) -> list[Sequence[Given]]:
    """Every second one turned round: neighbours stand in one folder, and two who write there wait for each other."""
    return [given[start::CORES][:: -1 if start % 2 else 1] for start in range(CORES)]


class Double:
    def __init__(self, work: Callable[[Sequence[Any]], Any], given: Sequence[Any]) -> None:
        forking = multiprocessing.get_context("fork")
        self.heard, says = forking.Pipe(duplex=False)
        self.process = forking.Process(target=self.run, args=(work, given, says))
        self.process.start()
        says.close()

    @staticmethod
    def run(work: Callable[[Sequence[Any]], Any], given: Sequence[Any], says: Connection) -> None:
        leave_interrupts_alone()
        try:
            made = work(given)
        except Exception as error:
            says.send_bytes(sent(error))
        else:
            says.send_bytes(pickle.dumps((made, None)))

    def ended(self) -> tuple[Any, Exception | None]:
        """What was made, or why nothing was."""
        try:
            told = self.heard.recv_bytes()
        except EOFError:
            told = sent(OSError("một tiến trình dựng trang bị dừng giữa chừng"))
        self.process.join()
        made, error = pickle.loads(told)
        return made, error

    def stop(self) -> None:
        self.process.terminate()
        self.process.join()
        self.heard.close()


def sent(error: Exception) -> bytes:
    """The error as bytes; one that cannot travel as its words."""
    try:
        told = pickle.dumps((None, error))
        pickle.loads(told)
        return told
    except Exception:
        return pickle.dumps((None, RuntimeError(f"{type(error).__name__}: {error}")))
