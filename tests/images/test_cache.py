import os
from pathlib import Path

import pytest

from chuyenmuc.images import cache as cache_module
from chuyenmuc.images.cache import INDEX, Cache, Drawn, key, store, write_whole


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    """A file in a cache whose index is on disk."""
    file = store(tmp_path, "ab12", b"anh", ".png", (3, 4))
    cache = Cache(tmp_path)
    cache.remember([file], ["cd34"])
    cache.save(["ab12", "cd34"])
    return file


def test_what_was_put_is_found_again(tmp_path: Path, drawn: Drawn) -> None:
    assert Cache(tmp_path).get("ab12") == drawn
    assert drawn.path.read_bytes() == b"anh"


def test_what_is_known_to_fit_is_not_yet_drawn(tmp_path: Path, drawn: Drawn) -> None:
    cache = Cache(tmp_path)
    assert cache.fits("ab12")
    assert cache.fits("cd34")
    assert cache.get("cd34") is None


@pytest.mark.parametrize("content", [b"hong", b"bnh", b""])
def test_a_damaged_file_is_noticed(tmp_path: Path, drawn: Drawn, content: bytes) -> None:
    drawn.path.write_bytes(content)
    os.utime(drawn.path, ns=(1, 1))
    assert Cache(tmp_path).get("ab12") is None


def test_a_file_of_another_time_is_judged_by_its_bytes(tmp_path: Path, drawn: Drawn) -> None:
    os.utime(drawn.path, ns=(1, 1))
    found = Cache(tmp_path).get("ab12")
    assert found
    assert (found.sha256, found.modified) == (drawn.sha256, 1)


def test_a_lost_file_is_noticed(tmp_path: Path, drawn: Drawn) -> None:
    drawn.path.unlink()
    assert Cache(tmp_path).get("ab12") is None


@pytest.mark.parametrize("index", [b"", b"[1]", b"\xff", b'{"ab12": [1]}', b'{"ab12": {"a": 1}}', b'{"ab12": "x"}'])
def test_a_damaged_index_is_noticed(tmp_path: Path, drawn: Drawn, index: bytes) -> None:
    (tmp_path / INDEX).write_bytes(index)
    assert Cache(tmp_path).get("ab12") is None


def test_an_index_keeps_what_another_build_added(tmp_path: Path, drawn: Drawn) -> None:
    one, other = Cache(tmp_path), Cache(tmp_path)
    for cache, name in ((one, "ef56"), (other, "aa78")):
        assert cache.get("ab12")
        cache.remember([store(tmp_path, name, b"anh", ".png", (3, 4))])
        cache.save([name])
    assert all(Cache(tmp_path).get(name) for name in ("ab12", "ef56", "aa78"))


def test_what_nobody_wants_is_let_go_after_a_while(tmp_path: Path, drawn: Drawn) -> None:
    os.utime(drawn.path, ns=(1, 1))
    cache = Cache(tmp_path)
    assert cache.get("ab12")
    cache.save([])
    assert not drawn.path.exists()
    assert list(Cache(tmp_path).noted) == ["cd34"]  # found to fit but now


def test_any_part_changes_the_key() -> None:
    assert key(["a", 1]) != key(["a", 2])
    assert key({"a": 1, "b": 2}) == key({"b": 2, "a": 1})


def test_a_stop_midway_leaves_the_old_file_and_no_scrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.png"
    write_whole(target, b"cu")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cache_module.os, "fdopen", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"moi")
    assert target.read_bytes() == b"cu"
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_published_files_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.png", b"x")
    assert (tmp_path / "a.png").stat().st_mode & 0o044 == 0o044


@pytest.mark.parametrize("note", ["null", '"x"', "{}", "[1, 2]", '[".png", 1, 2, 3, "a", null]', "true"])
def test_an_odd_note_harms_nothing(tmp_path: Path, note: str) -> None:
    (tmp_path / INDEX).write_text(f'{{"a": {note}}}', encoding="utf-8")
    Cache(tmp_path).save([])
    assert Cache(tmp_path).get("a") is None
