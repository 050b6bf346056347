"""The whole build: check → images → pages, beside the last good site, which is replaced only at the end."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from chuyenmuc.images.pool import Progress
from chuyenmuc.project import Project
from chuyenmuc.site.edition import Edition, prepare
from chuyenmuc.site.engine.plugin import EDITION, STAMP, TODAY
from chuyenmuc.site.engine.press import print_site, prints
from chuyenmuc.site.engine.turns import alone
from chuyenmuc.site.mounting.offline import dropped, write_offline
from chuyenmuc.site.mounting.servers import write_servers


@dataclass(frozen=True)
class Built:
    pages: int
    images: int
    reminders: int = 0
    packed: int = 0  # bytes of the copy without a server, if one was asked for
    dropped: bool = False  # an earlier copy, of another site than this


def build(project: Project, today: date, progress: Progress | None = None, offline: Path | None = None) -> Built:
    """Makes `site/`. Raises ContentProblems; whatever goes wrong, the last good site stays as it was."""
    with alone(project):
        edition = prepare(project, today, progress=progress)
        made = replace(built(project, edition, today), dropped=dropped(project.build, offline))
        write_servers(project, edition.settings)
        if offline is None:
            return made
        return replace(made, packed=write_offline(offline, project.site, edition.settings, edition.archive, today))


def built(project: Project, edition: Edition, today: date) -> Built:
    with fresh_folder(project.build / "site-moi") as folder, given(edition, today):
        config = load_config(str(project.config), site_dir=str(folder), docs_dir=str(project.content))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            (print_site if prints(config) else mkdocs_build)(config)
        finally:
            config.plugins.on_shutdown()
        with undisturbed():
            replace_folder(project.site, folder, project.build / "site-cu")
    return Built(sum(1 for _ in project.site.rglob("*.html")), len(edition.library.records), edition.reminders)


@contextmanager
def given(edition: Edition, today: date) -> Iterator[None]:
    tokens, stamp = (EDITION.set(edition), TODAY.set(today)), os.environ.pop(STAMP, None)
    try:
        yield
    finally:
        os.environ.pop(STAMP, None)
        os.environ.update({STAMP: stamp} if stamp else {})
        EDITION.reset(tokens[0])
        TODAY.reset(tokens[1])


@contextmanager
def fresh_folder(folder: Path) -> Iterator[Path]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C waits until this is done: a site is never left half changed. Other threads than the main one get none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: waiting.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.default_int_handler)
    if waiting:
        raise KeyboardInterrupt


def replace_folder(old: Path, new: Path, aside: Path) -> None:
    """Puts `new` where `old` was; if that fails midway, `old` is put back."""
    if aside.exists() and not old.exists():
        aside.rename(old)  # an earlier build was killed between the two moves below
    shutil.rmtree(aside, ignore_errors=True)
    try:
        if old.exists():
            old.rename(aside)
        new.rename(old)
    except BaseException:
        if aside.exists() and not old.exists():
            aside.rename(old)
        raise
    shutil.rmtree(aside, ignore_errors=True)
