from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from chuyenmuc.project import SHIPPED
from chuyenmuc.site.edition import prepare
from chuyenmuc.site.engine.build import build
from chuyenmuc.site.engine.plugin import navigation, template_folders
from chuyenmuc.vietnamese.dates import TIME_ZONE

PAST = {"date": "2025-01-05", "approved_at": "2025-01-04"}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def mkdocs(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


def test_plain_mkdocs_makes_the_same_pages_from_any_folder(
    desk, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", **PAST)
    desk.item("tin-tuc/nhap.md", status="draft", **PAST)
    elsewhere = tmp_path_factory.mktemp("noi-khac")
    ran = mkdocs("-f", desk.project.config, "-d", elsewhere / "ra", cwd=elsewhere)
    assert ran.returncode == 0, ran.stderr
    build(desk.project, datetime.now(TIME_ZONE).date())
    plain, ours = (contents(site) for site in (elsewhere / "ra", desk.project.site))
    assert plain.keys() == ours.keys()
    assert "tin-tuc/a/index.html" in plain
    assert [name for name in ours if ours[name] != plain[name]] == []


def test_plain_mkdocs_stops_at_content_errors(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", body="<script>", **PAST)
    ran = mkdocs(cwd=desk.root)
    assert ran.returncode == 1
    assert "content/tin-tuc/a.md:10: có mã <script> chạy được trong trang" in ran.stderr
    assert "Nội dung còn lỗi; chạy “chuyenmuc check” để xem đủ." in ran.stdout
    assert not (desk.project.site / "tin-tuc").exists()


@pytest.fixture
def loaded(desk):
    """The configuration of MkDocs with its plugin started for a command."""

    def load(command: str):
        config = load_config(str(desk.project.config))
        config.plugins.on_startup(command=command, dirty=False)
        return config

    return load


def test_only_a_preview_shows_drafts_and_passes_over_errors(desk, loaded) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/nhap.md", status="draft")
    desk.item("tin-tuc/hong.md", body="<script>")
    preview = loaded("serve")
    preview.plugins.on_config(preview)
    assert (desk.project.build / "docs/tin-tuc/nhap.md").exists()
    assert not (desk.project.build / "docs/tin-tuc/hong.md").exists()
    strict = loaded("build")
    with pytest.raises(Abort, match="Nội dung còn lỗi"):
        strict.plugins.on_config(strict)


def test_home_and_sections_stand_in_the_menu_and_articles_do_not(desk, today) -> None:
    desk.section("b", title="Hai", order="2")
    desk.section("a", title="Một", order="1")
    desk.item("b/bai.md")
    assert navigation(prepare(desk.project, today)) == [
        {"Trang chủ": "index.md"},
        {"Một": "a/index.md"},
        {"Hai": "b/index.md"},
    ]


def test_templates_of_the_agency_stand_before_those_shipped(desk) -> None:
    shipped = str(SHIPPED / "templates/site")
    assert template_folders(desk.project) == [shipped]
    desk.write("templates/site/main.html", "")
    assert template_folders(desk.project) == [str(desk.root / "templates/site"), shipped]
