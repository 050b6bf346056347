from pathlib import Path

import pytest

from chuyenmuc.images import cache as cache_module
from chuyenmuc.images.cache import Cache, key, write_whole


def test_what_was_put_is_found_again(tmp_path: Path) -> None:
    drawn = Cache(tmp_path).put("ab12", b"anh", ".png", (3, 4))
    assert Cache(tmp_path).get("ab12") == drawn
    assert drawn.path.read_bytes() == b"anh"


def test_a_damaged_file_is_noticed(tmp_path: Path) -> None:
    drawn = Cache(tmp_path).put("ab12", b"anh", ".png", (3, 4))
    drawn.path.write_bytes(b"hong")
    assert Cache(tmp_path).get("ab12") is None


@pytest.mark.parametrize("note", [b"", b"{}", b"[1]", b"\xff"])
def test_a_damaged_note_is_noticed(tmp_path: Path, note: bytes) -> None:
    cache = Cache(tmp_path)
    cache.put("ab12", b"anh", ".png", (3, 4))
    cache.note("ab12").write_bytes(note)
    assert cache.get("ab12") is None


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
