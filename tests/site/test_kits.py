"""Kits by place of use: published with a campaign, told on its pages, left alone by edits elsewhere."""

from __future__ import annotations

import re
import threading
import urllib.request
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.campaigns.kits.packs import UseKit
from chuyenmuc.site.edition import Memory, prepare
from chuyenmuc.site.engine.build import build

TODAY = date(2026, 10, 5)
KEY = "chien-dich/18-5/2026"
CAMPAIGNS = """\
pieces: []
boards: []
countdown: []
kits:
  - {name: bao-chi, title: Báo chí, audience: Phóng viên, holds: [anh-dot, nhan-dien]}
  - {name: thon, title: Thôn, audience: Trưởng thôn, holds: [ap-phich]}
"""


def filled(desk: Any) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", title="Tin a")
    desk.section("chien-dich", title="Chiến dịch", kind="chien-dich")
    desk.section(KEY, title="Năm 2026")
    days = {"start": "2026-05-10", "end": "2026-05-18", "day": "2026-05-18"}
    desk.item(f"{KEY}/index.md", kind="chien-dich", title="Ngày 18/5", messages=["Gần dân hơn"], **days)
    desk.write("assets/campaigns.yml", CAMPAIGNS)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def served(desk_at: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """A site built once, and where it is served."""
    desk = desk_at(tmp_path_factory.mktemp("du-an"))
    filled(desk)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", "0")
        build(desk.project, TODAY)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(desk.project.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield desk.project.site, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_every_kit_that_a_page_offers_is_there(served: tuple[Path, str]) -> None:
    site, address = served
    pages = (site / KEY / "index.html", site / "kho-tu-lieu" / KEY / "index.html")
    for page in pages:
        offered = set(re.findall(r'href="([^"]*/?bo-[a-z-]+\.zip)"', page.read_text("utf-8")))
        assert {link.rpartition("/")[2] for link in offered} == {"bo-bao-chi.zip"}
        for link in offered:
            target = (page.parent / link).resolve().relative_to(site.resolve())
            with urllib.request.urlopen(f"{address}{target.as_posix()}") as answer:
                assert answer.status == 200


def test_what_a_kit_holds_and_weighs_is_told_before_it_is_fetched(served: tuple[Path, str]) -> None:
    site, _ = served
    page = " ".join((site / "kho-tu-lieu" / KEY / "index.html").read_text("utf-8").split())
    kit = site / "kho-tu-lieu" / KEY / "bo-bao-chi.zip"
    weight = f"{round(kit.stat().st_size / 1024)} KB"
    assert f"3 tệp, .zip {weight}" in page
    assert "Ảnh của đợt</span>" in page
    assert len(zipfile.ZipFile(kit).namelist()) == 3
    assert 'download="18-5-2026-bo-bao-chi.zip"' in page


def test_an_edit_elsewhere_leaves_kits_as_they_are(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(desk)
    memory = Memory()
    before = prepare(desk.project, TODAY, memory=memory).use_kits

    def packed(*_: object) -> tuple[UseKit, ...]:
        raise AssertionError("packed again")

    monkeypatch.setattr("chuyenmuc.campaigns.kits.packs.use_kits", packed)
    desk.item("tin-tuc/a.md", title="Tin a đã sửa")
    after = prepare(desk.project, TODAY, memory=memory).use_kits
    assert after[KEY] is before[KEY]


def test_another_build_packs_nothing_anew(desk: Any) -> None:
    filled(desk)
    before = prepare(desk.project, TODAY).use_kits[KEY]
    times = [kit.source.stat().st_mtime_ns for kit in before]
    after = prepare(desk.project, TODAY).use_kits[KEY]
    assert (after, [kit.source.stat().st_mtime_ns for kit in after]) == (before, times)


def test_a_campaign_that_is_no_longer_there_has_no_kits(desk: Any) -> None:
    filled(desk)
    memory = Memory()
    edition = prepare(desk.project, TODAY, memory=memory)
    assert f"kho-tu-lieu/{KEY}/bo-bao-chi.zip" in edition.kit_files
    (desk.project.content / KEY / "index.md").unlink()
    edition = prepare(desk.project, TODAY, memory=memory)
    assert edition.use_kits == {}
    assert not [url for url in edition.kit_files if "/bo-" in url]
