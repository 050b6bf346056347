from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.channels.captions import Caption
from chuyenmuc.channels.kit import Kit
from chuyenmuc.images.library import Library, Record
from chuyenmuc.site.views import downloads
from chuyenmuc.site.views.viewer import Viewer

Made = Callable[..., Viewer]
FORMATS = {
    "facebook-vuong": ("Facebook – bài vuông", 1080, 1080),
    "bia-trang": ("Trang web – ảnh bìa bài", 960, 540),
    "bang-ron": ("Trang web – băng rôn", 3000, 300),
    "anh-truot": ("Trang web – ảnh trượt", 1920, 600),
    "youtube": ("YouTube", 1280, 720),
}


def record(item: str, name: str) -> Record:
    channel, width, height = FORMATS[name]
    return Record(
        *(item, f"{item}/", "tin", name, channel, f"Dùng {name}", f"kho-tu-lieu/{item}/{name}.png"),
        *(width, height, 2048, "image/png", "0" * 64, "Mô tả", Path(f"{name}.png")),
    )


@pytest.fixture
def stocked(desk, viewer: Made) -> Made:
    """A viewer of what the desk holds, with images of the given formats and a kit for each item."""

    def made(*names: str) -> Viewer:
        keys = [item.place.key for item in viewer().archive.items]
        library = Library.of(record(key, name) for key in keys for name in names or FORMATS)
        said = (Caption("zalo", "Zalo", "Lời"),)
        kits = {key: Kit(key, f"kho-tu-lieu/{key}/bo.zip", 3_000_000, desk.root, said) for key in keys}
        return replace(viewer(library=library), kits=kits)

    return made


def index_of(viewer: Viewer) -> dict[str, Any]:
    return downloads.index(viewer, viewer.archive.stream)


def names(channels: list[dict[str, Any]]) -> dict[str, list[str]]:
    return {channel["title"]: [image["format"] for image in channel["images"]] for channel in channels}


def test_the_index_offers_what_its_items_can_be_filtered_by(desk, stocked: Made) -> None:
    desk.section("tin-tuc")
    desk.section("su-kien", kind="su-kien")
    desk.item("tin-tuc/a.md", date="2026-01-05")
    desk.item("tin-tuc/b.md", date="2026-01-20 08:00")
    desk.item("su-kien/c.md", date="2025-12-31")
    index = index_of(stocked())
    assert index["months"] == [
        {"value": "2026-01", "title": "Tháng 1/2026"},
        {"value": "2025-12", "title": "Tháng 12/2025"},
    ]
    assert index["sections"] == [
        {"url": "su-kien/", "title": "Tin tức"},
        {"url": "tin-tuc/", "title": "Tin tức"},
    ]
    assert index["kinds"] == [{"value": "su-kien", "title": "Sự kiện"}, {"value": "tin", "title": "Tin"}]
    assert names(index["channels"]) == {
        "Facebook": ["facebook-vuong"],
        "Trang web": ["bia-trang", "anh-truot", "bang-ron"],
        "YouTube": ["youtube"],
    }
    assert index["channels"][0]["images"][0] == {
        "channel": "Facebook",
        "label": "Bài vuông",
        "format": "facebook-vuong",
        "name": "Facebook – bài vuông",
        "use": "Dùng facebook-vuong",
        "width": 1080,
        "height": 1080,
        "size": "1080 × 1080 điểm ảnh",
    }
    assert [item["date"]["text"] for item in index["items"]] == ["20/01/2026", "05/01/2026", "31/12/2025"]


def test_an_item_is_found_by_title_tags_and_number_without_marks(desk, stocked: Made) -> None:
    desk.section("vb", kind="van-ban")
    desk.item("vb/57.md", title="Nghị quyết Đột phá", tags="chuyển đổi số")
    (item,) = index_of(stocked())["items"]
    assert item["words"] == "nghi quyet dot pha chuyen doi so 57-nq/tw"


def test_an_item_of_the_index_links_to_its_page_its_kit_and_each_image(desk, stocked: Made) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    (item,) = index_of(stocked("bia-trang", "youtube"))["items"]
    assert (item["library_url"], item["month"], item["anchor"]) == ("kho-tu-lieu/tin-tuc/a/", "2026-01", "tin-tuc--a")
    assert item["kit"] == {"url": "kho-tu-lieu/tin-tuc/a/bo.zip", "size": "2,9 MB", "count": 2}
    assert item["image"]["url"] == "kho-tu-lieu/tin-tuc/a/bia-trang.png"
    assert item["channels"][1]["images"] == [
        {
            "channel": "YouTube",
            "label": "YouTube",
            "format": "youtube",
            "url": "kho-tu-lieu/tin-tuc/a/youtube.png",
            "file": "a-youtube.png",
            "weight": "2 KB",
        }
    ]


def test_another_image_stands_in_for_a_cover_that_is_not_drawn(desk, viewer: Made, stocked: Made) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    (item,) = index_of(stocked("youtube"))["items"]
    assert item["image"]["url"].endswith("/youtube.png")
    (bare,) = index_of(viewer())["items"]
    assert (bare["image"], bare["kit"], bare["channels"]) == (None, None, [])


def test_the_page_of_an_item_tells_all_of_every_image_and_gives_wide_ones_room(desk, stocked: Made) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    shown = stocked()
    detail = downloads.detail(shown, shown.archive.items[0])
    assert detail["captions"] == [{"name": "zalo", "label": "Zalo", "text": "Lời"}]
    images = {image["format"]: image for channel in detail["channels"] for image in channel["images"]}
    assert {name: image["columns"] for name, image in images.items()} == {
        "facebook-vuong": 1,
        "bia-trang": 1,
        "bang-ron": 4,
        "anh-truot": 2,
        "youtube": 1,
    }
    assert [channel["columns"] for channel in detail["channels"]] == [1, 4, 1]
    told = images["bang-ron"]
    assert (told["use"], told["alt"], told["size"], told["type"]) == (
        "Dùng bang-ron",
        "Mô tả",
        "3000 × 300 điểm ảnh",
        "PNG",
    )
    assert told["transparent"] is False


def test_a_file_without_a_picture_is_a_sheet_with_its_type() -> None:
    given = replace(record("a", "facebook-vuong"), width=0, height=0, source=Path("phieu.docx"))
    office = replace(given, media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    shown = downloads.shot(office, office)
    assert (shown["picture"], shown["size"], shown["type"], shown["columns"]) == (None, "", "DOCX", 1)


def test_a_file_with_a_picture_shows_that() -> None:
    office = replace(record("a", "facebook-vuong"), width=0, height=0, media_type="application/pdf")
    shown = downloads.shot(office, record("a", "youtube"))
    assert shown["picture"] == {"url": "kho-tu-lieu/a/youtube.png", "width": 1280, "height": 720}
