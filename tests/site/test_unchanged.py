from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from chuyenmuc.project import Project
from chuyenmuc.site.engine import unchanged

DAY = date(2026, 10, 10)


@pytest.fixture
def known(desk) -> Project:
    """A project whose images were put in place: three of them, says the note."""
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    desk.write("build/cache/images/ab/ab12.png", b"anh")
    desk.write("site/kho-tu-lieu/tin-tuc/a/bia-trang.png", b"anh")
    unchanged.note(desk.project, DAY, 3)
    return desk.project


def test_all_as_it_was_is_known_again(known: Project) -> None:
    assert unchanged.recall(known, DAY) == 3


def test_another_day_may_bring_other_items(known: Project) -> None:
    assert unchanged.recall(known, date(2026, 10, 11)) is None


@pytest.mark.parametrize(
    "path",
    [
        *("content/tin-tuc/a.md", "content/tin-tuc/.meta.yml", "mkdocs.yml", "assets/formats.yml"),
        *("build/cache/images/ab/ab12.png", "site/kho-tu-lieu/tin-tuc/a/bia-trang.png"),
    ],
)
def test_any_change_is_seen(known: Project, path: str) -> None:
    file = known.root / path
    file.write_bytes(file.read_bytes() + b"\n")
    assert unchanged.recall(known, DAY) is None


@pytest.mark.parametrize("path", ["content/tin-tuc/b.md", "content/tin-tuc/anh.jpg", "templates/cards/tin.yml"])
def test_anything_new_is_seen(known: Project, path: str) -> None:
    file = known.root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"x")
    assert unchanged.recall(known, DAY) is None


def test_anything_gone_is_seen(known: Project) -> None:
    (known.site / "kho-tu-lieu/tin-tuc/a/bia-trang.png").unlink()
    assert unchanged.recall(known, DAY) is None


@pytest.mark.parametrize("note", [b"", b"abc", b"x y z", b"\xff"])
def test_a_damaged_note_is_no_note(known: Project, note: bytes) -> None:
    Path(known.build / unchanged.NOTE).write_bytes(note)
    assert unchanged.recall(known, DAY) is None
