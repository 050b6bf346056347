from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from chuyenmuc.images.design import Design


def chuyenmuc(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "chuyenmuc", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def bare(desk):
    """A project that has only mkdocs.yml and content/: everything else is the program's own."""
    shutil.rmtree(desk.root / "assets")
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    return desk


def test_a_bare_project_is_built_from_another_folder(bare, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("noi-khac")
    ran = chuyenmuc("-C", bare.root, "build", "--today", "2026-10-10", cwd=elsewhere)
    assert ran.returncode == 0, ran.stderr
    count = sum(not form.kinds or "tin" in form.kinds for form in Design.read(bare.project).formats.values())
    assert f" trang, {count} ảnh" in ran.stdout
    beside = {"a.zip", "index.html", "web"}  # all in one file, the page of all of it, and copies for web pages
    assert len(beside ^ {path.name for path in (bare.project.site / "kho-tu-lieu/tin-tuc/a").iterdir()}) == count
    assert (bare.project.site / "tin-tuc/a/index.html").is_file()
    assert list(elsewhere.iterdir()) == []


def test_the_exit_code_reaches_the_shell(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", body="<script>")
    checked = chuyenmuc("check", cwd=desk.root)
    assert (checked.returncode, checked.stderr) == (1, "")
    assert "1 lỗi, 0 lời nhắc" in checked.stdout
    misused = chuyenmuc("lam", cwd=desk.root)
    assert (misused.returncode, misused.stdout) == (2, "")
    assert misused.stderr.startswith("Lỗi: không có lệnh 'lam'")
