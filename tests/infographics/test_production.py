from __future__ import annotations

import io
import os
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from chuyenmuc.images.library import Library
from chuyenmuc.infographics import production as produced
from chuyenmuc.infographics.media import MEDIA
from chuyenmuc.site.edition import inspect, inspect_all

BLOCKS = [{"title": "Cần có", "checklist": ["Căn cước", "Điện thoại"]}, {"bars": [{"label": "Xã A", "value": "80"}]}]
BLEED = 3 * 72 / 25.4


@pytest.fixture
def so(desk: Any) -> Any:
    desk.section("so", title="Số liệu", kind="infographic")
    desk.item("so/a.md", title="Hồ sơ trực tuyến", source="Báo cáo", as_of="2026-06-30", blocks=BLOCKS, figures=None)
    return desk


def rendered(so: Any, *names: str) -> tuple[Library, int]:
    """The library, and how many media were drawn for it."""
    so.write("assets/infographics.yml", "media: [" + ", ".join(names or [medium.name for medium in MEDIA]) + "]\n")
    inspection = inspect(so.project)
    pool = Counting()
    records, findings = inspection.infographics.render(inspection.archive, executor=pool)
    assert findings == []
    return Library.of(records), pool.count


class Counting(Executor):
    def __init__(self) -> None:
        self.count = 0

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.count += 1
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def test_every_medium_is_drawn_once_and_recorded(so: Any) -> None:
    library, drawn = rendered(so)
    assert drawn == len(MEDIA)
    names = [record.format for record in library.offered("so/a")]
    assert {"do-hoa-cao", "bang-chuyen-vuong-1", "story-1", "trinh-chieu", "ap-phich-a4", "ap-phich-a2"} <= set(names)
    again, drawn = rendered(so)
    assert drawn == 0
    assert again == library
    for record in library.records:
        assert record.source.stat().st_size == record.bytes
        assert record.alt.startswith("Hồ sơ trực tuyến. ")


def test_pictures_have_the_size_that_is_told(so: Any) -> None:
    library, _ = rendered(so, "bang-chuyen-vuong", "story", "do-hoa-cao")
    sizes = {record.format.rstrip("-0123456789"): (record.width, record.height) for record in library.records}
    assert sizes["bang-chuyen-vuong"] == (1080, 1080)
    assert sizes["story"] == (1080, 1920)
    for record in library.records:
        with Image.open(record.source) as image:
            assert image.size == (record.width, record.height)


def test_a_poster_is_a_sheet_for_the_printer(so: Any) -> None:
    library, _ = rendered(so, "ap-phich-a4", "trinh-chieu")
    files = {record.format: record for record in library.records}
    page = PdfReader(files["ap-phich-a4"].source).pages[0]
    assert [float(side) * 25.4 / 72 for side in (page.trimbox.width, page.trimbox.height)] == pytest.approx(
        [210, 297], abs=0.01
    )
    assert float(page.bleedbox.width) - float(page.trimbox.width) == pytest.approx(2 * BLEED, abs=0.01)
    content = page.get_contents().get_data().decode("latin-1")
    assert " k\n" in content or " k " in content
    assert " rg" not in content
    assert "Hồ sơ trực tuyến" in page.extract_text()
    assert not page.images
    assert len(PdfReader(files["trinh-chieu"].source).pages) >= 3
    shown = files["ap-phich-a4-xem"]
    assert (shown.stands_for, shown.media_type) == ("ap-phich-a4", "image/png")
    assert "ap-phich-a4-xem" not in [record.format for record in library.offered("so/a")]


def test_the_same_infographic_gives_the_same_bytes(so: Any, tmp_path: Path) -> None:
    first = {record.url: record.sha256 for record in rendered(so)[0].records}
    for file in (so.root / "build/cache/infographics").rglob("*"):
        if file.is_file():
            file.unlink()
    os.environ["SOURCE_DATE_EPOCH"] = "1234567890"
    try:
        assert {record.url: record.sha256 for record in rendered(so)[0].records} == first
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]


def test_a_word_that_finds_no_room_is_told_with_its_media(so: Any) -> None:
    so.write("assets/infographics.yml", "media: [bang-chuyen-vuong, story]\n")
    so.item("so/a.md", blocks=[{"checklist": ["Dài" * 60]}], source="x", as_of="2026-01-01", figures=None)
    found = [found for found in inspect_all(so.project).findings if found.rule == "khong-vua"]
    assert any("băng chuyền vuông" in each.message and "9:16" in each.message for each in found), found


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("media: [story, tam-bang]\n", "không có bản “tam-bang”"),
        ("khac: 1\n", "chưa có danh sách “media:”"),
        ("media: [a\n", "danh sách mở bằng “[” mà không đóng"),
    ],
)
def test_a_wrong_list_of_media_is_told(so: Any, typed: str, message: str) -> None:
    so.write("assets/infographics.yml", typed)
    assert message in [found.message for found in inspect(so.project).errors]


def test_none_at_all_may_be_wanted(so: Any) -> None:
    so.write("assets/infographics.yml", "media:\n")
    inspection = inspect(so.project)
    assert inspection.infographics.render(inspection.archive) == ([], [])


def test_a_damaged_file_is_drawn_again(so: Any) -> None:
    library, _ = rendered(so, "story")
    library.records[0].source.write_bytes(b"hong")
    again, drawn = rendered(so, "story")
    assert drawn == 1
    with Image.open(io.BytesIO(again.records[0].source.read_bytes())) as image:
        assert image.size == (1080, 1920)


def test_the_program_s_own_code_is_part_of_every_key() -> None:
    assert len(produced.program()) == 64
