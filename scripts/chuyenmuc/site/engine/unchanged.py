"""Whether anything that images depend on has changed since they were last put in place, found without reading a file.

As `make` does it: by the size and time of everything that goes in and of everything that came out.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from chuyenmuc.images.cache import write_whole
from chuyenmuc.images.library import FOLDER
from chuyenmuc.project import PACKAGE, SHIPPED, Project

NOTE = "cache/anh-lan-truoc.txt"
CACHES = ("images", "infographics", "campaigns", "kits", "use-kits", "web")


def recall(project: Project, today: date) -> int | None:
    """How many images were put in place last time, if all is still as it was then."""
    try:
        known, count = (project.build / NOTE).read_text("ascii").split()
        return int(count) if known == state(project, today) else None
    except (OSError, ValueError):
        return None


def note(project: Project, today: date, count: int) -> None:
    write_whole(project.build / NOTE, f"{state(project, today)} {count}".encode())


def state(project: Project, today: date) -> str:
    digest = hashlib.sha256(f"{today} {sys.version} {project.root}".encode())
    for folder in inputs(project):
        digest.update("\n".join(sorted(files(str(folder)))).encode())
    return digest.hexdigest()


def inputs(project: Project) -> Iterator[Path]:
    yield from (project.config, project.content, project.root / "assets", project.root / "templates")
    yield from (PACKAGE, SHIPPED / "assets", SHIPPED / "templates", Path(sys.prefix) / "pyvenv.cfg")
    yield from (project.build / "cache" / name for name in CACHES)
    yield project.site / FOLDER


def files(path: str) -> Iterator[str]:
    """Each file with its size and time, however deep; nothing for what is not there."""
    try:
        entries = os.scandir(path)
    except NotADirectoryError:
        yield stamped(path, os.stat(path))  # noqa: PTH116
        return
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from files(entry.path)
            else:
                yield stamped(entry.path, entry.stat())


def stamped(path: str, found: os.stat_result) -> str:
    return f"{path} {found.st_size} {found.st_mtime_ns}"
