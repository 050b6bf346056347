"""The same `build/docs` with MkDocs alone and with Zensical: without this program's plugin."""

from __future__ import annotations

import difflib
import html
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.site.engine.build import build

TODAY = date(2026, 10, 10)
TABLE = "| a | b |\n| --- | --: |\n| 1 | 2 |"


@pytest.fixture(scope="module")
def built(desk_at: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    desk = desk_at(tmp_path_factory.mktemp("hai-may"))
    desk.section("tin-tuc", per_page="2")
    desk.section("su-kien", title="Sự kiện", kind="su-kien")
    desk.section("van-ban", title="Văn bản", kind="van-ban")
    for number in range(5):
        body = f"## Một\n\nXem [bài](bai-{(number + 1) % 5}.md).[^1]\n\n{TABLE}\n\n[^1]: Chú."
        desk.item(f"tin-tuc/bai-{number}.md", title=f"Bài số {number}", body=body, tags="từ khóa", topics=[1])
    desk.item("su-kien/hop.md", title="Họp mặt")
    desk.item("van-ban/mot.md", title="Văn bản một")
    desk.item("gioi-thieu.md", title="Giới thiệu", kind="trang")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", "0")
        build(desk.project, TODAY)
        yield desk


def made_by(engine: str, desk: Any, *options: str) -> Path:
    command = [sys.executable, "-m", engine, "build", "--config-file", str(desk.project.build / "mkdocs.yml"), *options]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-2000:]
    return Path(desk.project.build / "site")


def pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def lines(page: str) -> list[str]:
    """Without what may be written either way: white space, references to characters, `./` before an address."""
    text = html.unescape(page).replace(" />", ">").replace('="././"', '="./"')
    parts = re.sub(r"\s*([<>])\s*", r"\n\1\n", re.sub(r'="\./(?!")', '="', text)).split("\n")
    return [part.strip() for part in parts if part.strip()]


def test_mkdocs_alone_makes_the_same_pages_byte_for_byte(built: Any) -> None:
    assert pages(made_by("mkdocs", built, "--quiet")) == pages(built.project.site)


def test_zensical_makes_the_same_pages(built: Any) -> None:
    theirs, ours = pages(made_by("zensical", built, "--clean")), pages(built.project.site)
    assert sorted(theirs) == sorted(ours)
    changed = {name: [*difflib.unified_diff(lines(ours[name]), lines(theirs[name]), n=0)] for name in ours}
    assert {name: told for name, told in changed.items() if told} == {}
