"""What a command takes: seconds on the clock and of processor, and memory, all its processes together."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

EVERY = 0.2  # seconds between two looks at memory
MEMORY = (
    "đỉnh của cả cây tiến trình: tổng PSS xem mỗi 0,2 s, không dưới đỉnh RSS của tiến trình lớn nhất"
    if Path("/proc/self/smaps_rollup").exists()
    else "đỉnh RSS của tiến trình lớn nhất (máy này không xem được cả cây tiến trình)"
)


class Failed(Exception):
    """The command's last words."""


class Stuck(Failed):
    """It had not ended when its time was over, and was stopped."""


@dataclass(frozen=True)
class Took:
    """Seconds on the clock, seconds of processor, the peak of memory in MB."""

    wall: float
    cpu: float
    memory: float

    def less(self, other: Took) -> Took:
        return Took(max(0.0, self.wall - other.wall), max(0.0, self.cpu - other.cpu), 0.0)


def median(takes: list[Took]) -> Took:
    middle = statistics.median
    return Took(middle(t.wall for t in takes), middle(t.cpu for t in takes), middle(t.memory for t in takes))


def run(*command: str, folder: Path, limit: float = 0) -> Took:
    """Processes that the command waited for are counted with it: those that draw, and Pagefind.

    With a `limit`, in seconds, only for commands that start no other processes: those would live on.
    """
    with tempfile.TemporaryFile() as told:
        begun = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=told, stderr=subprocess.STDOUT)
        with Watch(process.pid) as watch, limited(process, limit):
            _, status, used = os.wait4(process.pid, 0)
            wall = time.monotonic() - begun
        if limit and status == signal.SIGKILL:
            raise Stuck(f"{' '.join(command)} không xong sau {limit:.0f} giây.")
        if status:
            raise Failed(f"{' '.join(command)} không chạy được:\n{last_words(told)}")
    largest = used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    return Took(wall, used.ru_utime + used.ru_stime, max(largest, watch.peak))


@contextmanager
def limited(process: subprocess.Popen[bytes], seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, os.kill, (process.pid, signal.SIGKILL))
    if seconds:
        timer.start()
    yield
    timer.cancel()


def last_words(told: IO[bytes]) -> str:
    told.seek(0)
    return told.read().decode(errors="replace")[-2000:]


class Watch:
    """Looks at the memory of a process and its descendants now and then, as long as it is entered."""

    def __init__(self, pid: int) -> None:
        self.pid, self.peak, self.over = pid, 0.0, threading.Event()
        self.thread = threading.Thread(target=self.look, daemon=True)

    def __enter__(self) -> Watch:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.thread.join()

    def look(self) -> None:
        while not self.over.wait(EVERY):
            self.peak = max(self.peak, sum(map(megabytes, family(self.pid))))


def family(pid: int) -> Iterator[int]:
    yield pid
    with suppress(OSError):  # it has ended meanwhile
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


def megabytes(pid: int) -> float:
    """What processes share is counted once among them."""
    with suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0
