"""Whole sites of the same made-up articles: ours, Material's blog, and Zensical on the pages that ours assembles.

Ours makes pages, paged lists by section, subject, keyword, reader and month with two feeds each, related items, a page
of the library for each item, a search index and a site map. The blog plugin makes posts, paged lists by category and
year, and a search index; it has no feeds. Zensical prints `build/docs` with our templates, and makes its own index.
"""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import material
import newsroom
from measure import Failed

ROOT = Path(__file__).resolve().parents[2]
CONFIG = "build/mkdocs.yml"
LONGEST, AGAIN = 600.0, 0.02  # seconds: a preview's first build; between two looks at a page
QUIET = 5.0  # in which a preview finishes what its start or an edit left to be done
TITLE = re.compile(r'^title: ".*"$', re.M)


def make(folder: Path, number: int) -> list[Path]:
    files = newsroom.write(folder / "content", number)
    (folder / "assets").mkdir()
    (folder / "assets" / "formats.yml").write_text(newsroom.NO_IMAGES, encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    material.prepare_blog(folder)
    newsroom.write_posts(folder / "docs" / "posts", folder / "content")
    return files


def zensical() -> tuple[str, ...] | None:
    """None where it is not installed."""
    if find_spec("zensical") is None:
        return None
    return (sys.executable, "-m", "zensical", "build", "--clean", "--config-file", CONFIG)


def pages(site: Path) -> list[Path]:
    return [*site.rglob("*.html")]


# An edit, as the one who made it waits for it --------------------------------------------------------------------


def edits_seen(folder: Path, command: tuple[str, ...], file: Path, times: int) -> list[float]:
    """Seconds from saving an article under a new name until the page, the front page and the feed show that name."""
    port = free_port()
    preview = subprocess.Popen([*command, "--port", str(port)], cwd=folder, stdout=subprocess.DEVNULL)
    try:
        home = f"http://127.0.0.1:{port}{mount(folder)}"
        wait(lambda: bool(fetched(home)), LONGEST)
        return [edit_seen(home, file, number) for number in range(times)]
    finally:
        preview.send_signal(signal.SIGINT)
        preview.wait()


def edit_seen(home: str, file: Path, number: int) -> float:
    time.sleep(QUIET)
    name = f"Bài vừa sửa{' lần nữa' * number}"
    file.write_text(TITLE.sub(f'title: "{name}"', file.read_text("utf-8"), count=1), encoding="utf-8")
    saved = time.monotonic()
    for page in (f"{home}{file.parent.name}/{file.stem}/", home, f"{home}rss.xml"):
        wait(partial(shows, page, name), LONGEST)
    return time.monotonic() - saved


def shows(page: str, text: str) -> bool:
    return text in fetched(page)


def mount(folder: Path) -> str:
    found = re.search(r"^site_url: https?://[^/\s]+(/\S*)", (folder / "mkdocs.yml").read_text("utf-8"), re.M)
    return found[1] if found else "/"


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def fetched(address: str) -> str:
    with suppress(OSError), urllib.request.urlopen(address, timeout=60) as answer:
        return str(answer.read().decode("utf-8", errors="replace")).replace("\N{NO-BREAK SPACE}", " ")
    return ""


def wait(done: Callable[[], bool], limit: float) -> None:
    until = time.monotonic() + limit
    while not done():
        if time.monotonic() > until:
            raise Failed(f"Bản xem thử không hiện ra sau {limit:.0f} giây.")
        time.sleep(AGAIN)
