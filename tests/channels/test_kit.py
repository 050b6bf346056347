from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from chuyenmuc.channels.captions import Captions
from chuyenmuc.channels.kit import Kit, kits, measure
from chuyenmuc.content.agency import settings
from chuyenmuc.images.library import Library, Record

Packed = Callable[[], dict[str, Kit]]
ASCII_NAME = re.compile(r"[a-z0-9][a-z0-9.-]*\.(png|jpg|txt|zip)")


def drawn(root: Path, item: str, name: str, content: bytes) -> Record:
    source = root / f"{hashlib.sha256(content).hexdigest()}.png"
    source.write_bytes(content)
    return Record(
        *(item, f"{item}/", "tin", name, f"Kênh – {name}", "Dùng để đăng", f"kho-tu-lieu/{item}/{name}.png"),
        *(320, 180, len(content), "image/png", source.stem, f"Mô tả {name}", source),
    )


@pytest.fixture
def packed(desk) -> Packed:
    """Kits of what the desk holds, two images an item."""
    desk.section("tin-tuc")
    desk.item("tin-tuc/tap-huan.md", title="Tập huấn")

    def made() -> dict[str, Kit]:
        archive = desk.read()
        records = [
            drawn(desk.root, item.place.key, name, f"{item.title} {name}".encode())
            for item in archive.items
            for name in ("facebook-vuong", "Ảnh bìa")
        ]
        captions = Captions(desk.project, settings(desk.project))
        return kits(archive, Library.of(records), captions, desk.root / "kits")

    return made


def opened(kit: Kit) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(kit.source.read_bytes()))


def test_a_kit_holds_every_image_and_the_texts_under_names_for_any_system(packed: Packed) -> None:
    kit = packed()["tin-tuc/tap-huan"]
    archive = opened(kit)
    assert archive.testzip() is None
    assert archive.namelist() == ["loi-dang.txt", "tap-huan-anh-bia.png", "tap-huan-facebook-vuong.png"]
    assert all(ASCII_NAME.fullmatch(name) for name in [*archive.namelist(), kit.url.rpartition("/")[2]])
    assert archive.read("tap-huan-facebook-vuong.png").decode() == "Tập huấn facebook-vuong"
    assert (kit.url, kit.bytes) == ("kho-tu-lieu/tin-tuc/tap-huan/tap-huan.zip", kit.source.stat().st_size)


def test_the_texts_open_in_any_notepad_and_bring_captions_and_descriptions(packed: Packed) -> None:
    content = opened(packed()["tin-tuc/tap-huan"]).read("loi-dang.txt")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n")
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    assert text.startswith("Tập huấn\nhttps://so.mau.gov.vn/nq57/tin-tuc/tap-huan/\n")
    assert "LỜI ĐĂNG: Facebook – bài trên trang\n" in text
    told = "Kênh – facebook-vuong, 320 × 180\nDùng: Dùng để đăng\nLời mô tả: Mô tả facebook-vuong\n"
    assert f"\ntap-huan-facebook-vuong.png\n{told}" in text


def test_the_same_item_gives_the_same_bytes_on_any_day(packed: Packed) -> None:
    kit = packed()["tin-tuc/tap-huan"]
    first = kit.source.read_bytes()
    kit.source.unlink()
    again = packed()["tin-tuc/tap-huan"]
    assert (again, again.source.read_bytes()) == (kit, first)
    entries = opened(kit).infolist()
    assert {entry.date_time for entry in entries} == {(2026, 1, 5, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}


def test_a_kit_is_written_only_when_its_content_changed(desk, packed: Packed) -> None:
    desk.item("tin-tuc/khac.md", title="Khác")
    before = packed()
    times = {key: kit.source.stat().st_mtime_ns for key, kit in before.items()}
    assert {key: kit.source.stat().st_mtime_ns for key, kit in packed().items()} == times
    desk.item("tin-tuc/tap-huan.md", title="Tập huấn kỹ năng số")
    after = packed()
    assert after["tin-tuc/khac"] == before["tin-tuc/khac"]
    assert after["tin-tuc/tap-huan"].source != before["tin-tuc/tap-huan"].source
    assert not before["tin-tuc/tap-huan"].source.exists()


def test_a_day_before_all_zip_files_is_moved_to_their_first_year(desk, packed: Packed) -> None:
    desk.item("tin-tuc/tap-huan.md", date="1960-09-02")
    assert opened(packed()["tin-tuc/tap-huan"]).infolist()[0].date_time == (1980, 9, 2, 0, 0, 0)


def test_an_item_without_images_has_no_kit(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    captions = Captions(desk.project, settings(desk.project))
    assert kits(desk.read(), Library(), captions, desk.root / "kits") == {}


@pytest.mark.parametrize(
    ("suffix", "size", "told"),
    [(".png", (320, 180), ", 320 × 180"), (".pdf", (210, 297), ", 210 × 297 mm"), (".txt", (0, 0), "")],
)
def test_a_size_is_told_in_the_unit_of_what_it_is_of(
    tmp_path: Path, suffix: str, size: tuple[int, int], told: str
) -> None:
    record = drawn(tmp_path, "a", "b", b"c")
    assert measure(replace(record, source=Path(f"b{suffix}"), width=size[0], height=size[1])) == told
