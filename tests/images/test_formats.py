"""What staff call files and formats, as disks and browsers take it."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from PIL import Image

from chuyenmuc.content.agency import settings
from chuyenmuc.content.reader import read
from chuyenmuc.images.studio import Studio

FORMAT = "\n{name}: {{channel: Thêm, use: Thử, size: [1000, 1000], max_kb: 300}}\n"


def told(desk: Any) -> list[str]:
    studio = Studio.open(desk.project, settings(desk.project))
    return [f"{found.file} {found.message}" for found in studio.check(read(desk.project))]


@pytest.mark.parametrize("name", ["../../thoat", "x/y", "a b", "Màn-hình", "CON", "con", "index", "a--b"])
def test_a_format_is_named_as_addresses_and_windows_take_it(desk: Any, name: str) -> None:
    file = desk.root / "assets/formats.yml"
    file.write_text(file.read_text("utf-8") + FORMAT.format(name=f'"{name}"'), encoding="utf-8")
    assert any(f"“{name}” không làm tên khổ được" in line for line in told(desk))


@pytest.mark.parametrize("size", ["[3000, 300]", "[728, 90]", "[5000, 500]"])
def test_a_very_wide_format_is_welcome(desk: Any, size: str) -> None:
    file = desk.root / "assets/formats.yml"
    added = FORMAT.format(name="dai").replace("[1000, 1000]", size)
    file.write_text(file.read_text("utf-8") + added, encoding="utf-8")
    assert told(desk) == []


def test_a_photo_is_found_whose_name_was_stored_letter_and_mark_apart(desk: Any) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", cover={"src": "ảnh hội nghị.jpg", "alt": "Ảnh", "credit": "Sở"})
    apart = unicodedata.normalize("NFD", "ảnh hội nghị.jpg")
    Image.new("RGB", (900, 700), "teal").save(desk.root / "content/tin-tuc" / apart)
    assert desk.told() == []
    assert told(desk) == []


def test_a_broken_logo_is_told_with_its_name(desk: Any) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", sponsors=[{"name": "Đơn vị", "logo": "hong.png"}])
    desk.write("content/tin-tuc/hong.png", b"\x89PNG\r\n\x1a\nxxxx")
    (line,) = told(desk)
    assert "“hong.png” không phải tệp ảnh" in line
