"""Builds of one project take turns: they share `build/` and `site/`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock

from chuyenmuc.project import Project

LONGEST_WAIT = 600  # seconds
PREVIEWED = "xem-thu.khoa"  # the lock of a folder that is being previewed


@contextmanager
def alone(project: Project) -> Iterator[None]:
    project.build.mkdir(parents=True, exist_ok=True)
    with FileLock(project.build / "khoa", timeout=LONGEST_WAIT):
        yield
