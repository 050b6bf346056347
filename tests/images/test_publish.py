from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from chuyenmuc.images import publish as publish_module
from chuyenmuc.images.library import Library, Record
from chuyenmuc.images.publish import publish


def record(cache: Path, item: str, content: bytes = b"anh") -> Record:
    source = cache / f"{item.replace('/', '-')}.png"
    source.parent.mkdir(exist_ok=True)
    source.write_bytes(content)
    return Record(
        *(item, f"{item}/", "tin", "vuong", "Facebook – bài vuông", "Đăng bài", f"kho-tu-lieu/{item}/vuong.png"),
        *(10, 10, len(content), "image/png", hashlib.sha256(content).hexdigest(), "Mô tả", source),
        title="Tên bài",
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def files(site: Path) -> list[str]:
    return sorted(path.relative_to(site / "kho-tu-lieu").as_posix() for path in site.rglob("*") if path.is_file())


def test_images_other_files_and_the_catalogue_are_put_in_place(tmp_path: Path, site: Path) -> None:
    kit = tmp_path / "kit.zip"
    kit.write_bytes(b"zip")
    publish(Library.of([record(tmp_path / "cache", "tin/a")]), site, {"kho-tu-lieu/tin/a/a.zip": kit})
    assert files(site) == ["danh-muc.json", "tin/a/a.zip", "tin/a/vuong.png"]
    (row,) = json.loads((site / "kho-tu-lieu/danh-muc.json").read_text("utf-8"))
    assert (row["url"], row["use"], row["title"]) == ("kho-tu-lieu/tin/a/vuong.png", "Đăng bài", "Tên bài")


def test_what_no_longer_belongs_goes_and_pages_stay(tmp_path: Path, site: Path) -> None:
    library = Library.of([record(tmp_path / "cache", "tin/a"), record(tmp_path / "cache", "tin/b")])
    publish(library, site)
    folder = site / "kho-tu-lieu"
    (folder / "tin/a/index.html").write_text("trang")
    for stray in ("tin/b/b.zip", "tin/a/cu.jpg", "tin/a/.vuong.png.tam"):
        (folder / stray).write_bytes(b"")
    publish(Library.of([record(tmp_path / "cache", "tin/a")]), site)
    assert files(site) == ["danh-muc.json", "tin/a/index.html", "tin/a/vuong.png"]
    assert not (folder / "tin/b").exists()


def test_unchanged_files_are_told_by_size_and_time_and_never_read(tmp_path: Path, site: Path) -> None:
    library = Library.of([record(tmp_path / "cache", "tin/a")])
    publish(library, site)
    target, source = site / library.records[0].url, library.records[0].source
    target.unlink()
    target.write_bytes(b"xyz")  # as long as the source, and of the same time: reading alone would tell
    os.utime(target, ns=(source.stat().st_mtime_ns, source.stat().st_mtime_ns))
    catalogue = site / "kho-tu-lieu/danh-muc.json"
    os.utime(catalogue, (1_000_000_000, 1_000_000_000))
    publish(library, site)
    assert target.read_bytes() == b"xyz"
    assert catalogue.stat().st_mtime == 1_000_000_000


def test_a_changed_image_takes_the_place_of_the_old_one(tmp_path: Path, site: Path) -> None:
    publish(Library.of([record(tmp_path / "cache", "tin/a")]), site)
    held = (site / "kho-tu-lieu/tin/a/vuong.png").open("rb")
    (tmp_path / "cache/tin-a.png").unlink()
    publish(Library.of([record(tmp_path / "cache", "tin/a", b"moi hon")]), site)
    assert (site / "kho-tu-lieu/tin/a/vuong.png").read_bytes() == b"moi hon"
    with held:
        assert held.read() == b"anh"  # whoever was reading the old one got it whole


def test_another_disk_gets_a_copy_with_the_time_of_its_source(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError("another disk")

    monkeypatch.setattr(publish_module.os, "link", refused)
    library = Library.of([record(tmp_path / "cache", "tin/a")])
    publish(library, site)
    target, source = site / library.records[0].url, library.records[0].source
    assert target.stat().st_ino != source.stat().st_ino
    assert target.stat().st_mtime_ns == source.stat().st_mtime_ns
    assert target.read_bytes() == b"anh"


def test_a_damage_that_shows_in_nothing_but_the_bytes_is_never_published(tmp_path: Path, site: Path) -> None:
    drawn = record(tmp_path / "cache", "tin/a", b"anh")
    drawn.source.write_bytes(b"hng")
    with pytest.raises(OSError, match="chạy lại"):
        publish(Library.of([drawn]), site)
    assert not drawn.source.exists()
    assert not (site / drawn.url).exists()
