from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PIL import Image

FOLDER = Path(__file__).resolve().parents[1] / "scripts" / "bench"


def part(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"bench_{name}", FOLDER / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)  # where dataclasses look
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def articles(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return part("articles", monkeypatch)


def test_headlines_are_the_same_each_time_and_of_every_length(articles: ModuleType) -> None:
    titles = articles.headlines(100)
    assert titles == articles.headlines(100)
    lengths = [len(title) for title in titles]
    assert min(lengths) == 5
    assert 174 <= max(lengths) <= 180
    assert sum(40 <= length <= 120 for length in lengths) > 40


def test_every_third_article_has_a_photo_in_the_first_place_alone(
    articles: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[tuple[int, Path]] = []
    monkeypatch.setattr(articles, "take", taken.extend)
    places = tmp_path / "a", tmp_path / "b"
    for place in places:
        place.mkdir()
    titles = articles.write(places, 7, photos=True)
    assert [file.name for _, file in taken] == ["anh-0.jpg", "anh-3.jpg", "anh-6.jpg"]
    assert {file.parent for _, file in taken} == {places[0]}
    text = (places[0] / "bai-3.md").read_text("utf-8")
    assert f'title: "{titles[3]}"' in text
    assert "cover: {src: anh-3.jpg" in text
    assert text == (places[1] / "bai-3.md").read_text("utf-8")


def test_photos_are_the_same_each_time_and_each_has_its_own_colours(
    articles: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "PHOTO", (80, 60))
    files = [tmp_path / f"{name}.jpg" for name in "abc"]
    for number, file in zip((0, 0, 12), files, strict=True):  # 0 and 12 share a scene
        articles.photo(number, file)
    same, again, other = (file.read_bytes() for file in files)
    assert same == again != other
    with Image.open(files[0]) as image:
        assert image.size == (80, 60)


def test_a_median_is_taken_of_each_measure_and_children_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    measure = part("measure", monkeypatch)
    takes = [measure.Took(1, 9, 5), measure.Took(2, 8, 4), measure.Took(9, 1, 6)]
    assert measure.median(takes) == measure.Took(2, 8, 5)
    work = "import time\nwhile time.process_time() < 0.3: pass"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
    assert measure.run(sys.executable, "-c", parent, folder=tmp_path).cpu >= 0.3


def test_a_command_that_fails_tells_its_last_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measure = part("measure", monkeypatch)
    with pytest.raises(measure.Failed, match="hết chỗ"):
        measure.run(sys.executable, "-X", "utf8", "-c", "print('hết chỗ'); raise SystemExit(3)", folder=tmp_path)


def test_a_command_that_gets_stuck_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measure = part("measure", monkeypatch)
    with pytest.raises(measure.Stuck):
        measure.run(sys.executable, "-c", "import time; time.sleep(60)", folder=tmp_path, limit=0.3)
    assert measure.run(sys.executable, "-c", "", folder=tmp_path, limit=30).wall < 30


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The part that makes whole sites, with what it needs under the names by which it asks for it."""
    monkeypatch.syspath_prepend(str(FOLDER))
    for name in ("articles", "material", "measure", "newsroom"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return part("sites", monkeypatch)


def test_posts_of_the_blog_say_what_our_articles_say(parts: ModuleType, tmp_path: Path) -> None:
    files = parts.make(tmp_path, 14)
    posts = {file.name: file.read_text("utf-8") for file in (tmp_path / "docs" / "posts").iterdir()}
    assert sorted(posts) == sorted(file.name for file in files)
    for file in files:
        text, post = file.read_text("utf-8"), posts[file.name]
        assert text.splitlines()[1] == post.splitlines()[1]
        assert text.rpartition("\n## ")[2].split() == post.rpartition("\n## ")[2].replace("<!-- more -->", "").split()
        assert "\ncategories: [" in post


def test_articles_have_the_sizes_of_real_ones(parts: ModuleType, tmp_path: Path) -> None:
    sizes = [file.stat().st_size for file in parts.make(tmp_path, 60)]
    assert min(sizes) > 1_200
    assert 3_500 < sum(sizes) / len(sizes) < 5_500
    assert max(sizes) < 7_800


def test_an_edit_is_timed_until_readers_see_it(parts: ModuleType, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(parts, "QUIET", 0.1)
    file = parts.make(tmp_path, 3)[-1]
    command = (sys.executable, "-m", "chuyenmuc", "serve", "--today", "2026-11-21")
    seen = parts.edits_seen(tmp_path, command, file, 1)
    assert 0 < seen[0] < 60
    assert 'title: "Bài vừa sửa"' in file.read_text("utf-8")
