"""A real browser on a real web server, with the site mounted under a sub-path, as on an agency's portal."""

from __future__ import annotations

import contextlib
import functools
import http.server
import importlib.util
import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, Request, sync_playwright

from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.engine.build import build

MOUNT = "nghi-quyet-57"
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with contextlib.suppress(ConnectionError):  # a page left before its last image came
            super().copyfile(source, outputfile)


@dataclass
class Visit:
    """A page with everything that went wrong on it."""

    page: Page
    base: str
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open(self, path: str = "") -> Page:
        self.page.goto(self.base + path)
        return self.page

    def watch(self) -> None:
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("requestfailed", self.failed)
        self.page.on("response", lambda reply: self.errors.append(reply.url) if reply.status >= 400 else None)
        self.page.on("request", lambda request: self.outside.append(request.url) if self.leaves(request.url) else None)

    def failed(self, request: Request) -> None:
        if "ERR_ABORTED" not in (request.failure or ""):  # a page left before its last image came
            self.errors.append(f"{request.url}: {request.failure}")

    def leaves(self, url: str) -> bool:
        return not url.startswith((self.base, "data:", "blob:"))


def browser_path() -> str | None:
    spec = importlib.util.spec_from_file_location("browser", SHIPPED / "scripts" / "browser.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.installed()


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site as readers meet it on one fixed day; one for all that run tests side by side."""
    own = tmp_path_factory.getbasetemp()
    project = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "may-chu"
    with FileLock(project.with_suffix(".lock")):
        if not (project / "www").is_dir():
            made(project)
    return project / "www"


def made(project: Path) -> None:
    shutil.rmtree(project, ignore_errors=True)
    for name in ("content", "assets", "templates"):
        shutil.copytree(SHIPPED / name, project / name)
    shutil.copy(SHIPPED / "mkdocs.yml", project)
    cache = SHIPPED / "build" / "cache"
    if cache.is_dir():  # content-addressed: a file in it is the very file that would be drawn
        shutil.copytree(cache, project / "build" / "cache")
    build(Project(project), date(2026, 11, 21))
    (project / "mount").mkdir()
    (project / "site").rename(project / "mount" / MOUNT)
    (project / "mount").rename(project / "www")  # last: it says that all is there


@pytest.fixture(scope="session")
def server(root: Path) -> Iterator[str]:
    handler = functools.partial(QuietHandler, directory=str(root))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/{MOUNT}/"
        running.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browser_path()
    if path is None:
        pytest.fail("không có trình duyệt để kiểm thử; chạy scripts/browser.py", pytrace=False)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser, server: str) -> Iterator[Visit]:
    context = browser.new_context(locale="vi-VN", accept_downloads=True, viewport={"width": 1280, "height": 900})
    visited = Visit(context.new_page(), server)
    visited.watch()
    yield visited
    context.close()
