"""`chuyenmuc serve`: the preview in a browser, which shows every edit by itself."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from filelock import FileLock
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from chuyenmuc.content.finding import Finding
from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.engine.plugin import TODAY
from chuyenmuc.site.engine.press import prints
from chuyenmuc.site.engine.preview import Preview
from chuyenmuc.site.engine.turns import PREVIEWED
from chuyenmuc.site.engine.watching import Watch
from chuyenmuc.site.problems import NoProject

WATCHED = ("content", "assets", "templates")
QUIET = 1.5  # seconds without an edit before what waits is printed and the search index made anew
LAST_WAIT = 1.0
Tell = Callable[[list[Finding]], None]
Complain = Callable[[Exception], object]


def serve(
    project: Project, today: date, address: str, tell: Tell, complain: Complain, opened: Callable[[], object]
) -> None:
    """Until Ctrl-C. Drafts show; of a broken item the last good page stays, and its errors are told.

    `opened` is called once nothing stands in the way.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # the rest is English chatter about each request
    found(project)
    config = load_config(str(project.config), docs_dir=str(project.content))
    host, _, port = address.rpartition(":")
    with socket.create_server((host, int(port))):
        pass  # a port in use is told at once, not after minutes
    if not prints(config):  # other plugins must see every page each time
        opened()
        return simply(project, today, address)
    with only(project):
        opened()
        preview = Preview(project, today, tell)
        try:
            preview.refresh()
            Served(preview, host, int(port), urlsplit(config.site_url or "/").path, complain).run()
        finally:
            preview.close()


def found(project: Project) -> None:
    """A preview of a folder that was moved away would make another one in its place."""
    if not project.config.is_file():
        raise NoProject(str(project.config))


@contextmanager
def only(project: Project) -> Iterator[None]:
    project.build.mkdir(parents=True, exist_ok=True)
    with FileLock(project.build / PREVIEWED, timeout=0):
        yield


def simply(project: Project, today: date, address: str) -> None:
    """As MkDocs does it: everything anew after each edit."""
    token = TODAY.set(today)
    try:
        mkdocs_serve(str(project.config), livereload=True, dev_addr=address)
    finally:
        TODAY.reset(token)


class Served:
    def __init__(self, preview: Preview, host: str, port: int, mount: str, complain: Complain) -> None:
        self.preview, self.complain = preview, complain
        self.edited, self.over = threading.Event(), threading.Event()
        self.server = LiveReloadServer(self.rebuild, host, port, str(preview.site), mount)
        self.server.observer = Watch()  # type: ignore[assignment]
        self.server.error_handler = self.error_page
        root = preview.project.root
        for path in (*(root / name for name in WATCHED), *(SHIPPED / name for name in WATCHED[1:])):
            if path.is_dir():
                self.server.watch(str(path))
        self.server.watch(str(preview.project.config))

    def run(self) -> None:
        finisher = threading.Thread(target=self.finish, daemon=True)
        serving: Callable[[], None] = self.server.serve
        finisher.start()
        try:
            with suppress(KeyboardInterrupt):
                serving()
        finally:
            self.over.set()
            self.edited.set()
            self.server.shutdown()
            finisher.join(LAST_WAIT)

    def rebuild(self) -> None:
        try:
            found(self.preview.project)
            self.preview.refresh()
        except Exception as error:  # the last good pages stay
            self.complain(error)
        self.server.root = str(self.preview.site)
        self.edited.set()

    def finish(self) -> None:
        """Whatever an edit left to be done, once no other has come for a while."""
        while not self.over.is_set():
            self.edited.wait()
            self.edited.clear()
            if self.over.wait(QUIET) or self.edited.is_set() or not self.preview.project.config.is_file():
                continue
            try:
                if self.preview.finish():
                    self.edited.set()
            except Exception as error:
                if not self.over.is_set():
                    self.complain(error)

    def error_page(self, code: int) -> bytes | None:
        page = Path(self.preview.site, f"{code}.html")
        return page.read_bytes() if page.is_file() else None
