from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from chuyenmuc.site.views.media import outside

Meta = Callable[..., dict[str, Any]]


@pytest.fixture
def room(desk: Any) -> Any:
    desk.section("phim-anh", title="Phim, ảnh", kind="video")
    return desk


def test_a_film_beside_its_page(room: Any, page: Meta) -> None:
    room.write("content/phim-anh/Phim số 1.mp4", b"x" * 2048)
    room.write("content/phim-anh/loi.vtt", "WEBVTT\n")
    room.item("phim-anh/a.md", file="Phim số 1.mp4", captions="loi.vtt", duration="3:20", ai_voice=True)
    meta = page("phim-anh/a.md")
    media = meta["media"]
    assert media["file"] == {
        "url": "phim-anh/a/Phim%20s%E1%BB%91%201.mp4",
        "name": "Phim số 1.mp4",
        "label": "MP4",
        "type": "video/mp4",
        "size": "2 KB",
    }
    assert media["captions"]["url"] == "phim-anh/a/loi.vtt"
    assert media["duration"] == {"iso": "PT3M20S", "text": "3:20", "words": "3 phút 20 giây"}
    assert media["voice"] == "Giọng đọc do máy tạo"
    assert (meta["duration"], meta["duration_iso"]) == ("3:20", "PT3M20S")
    assert media["outside"]["host"] == "YouTube"
    assert (room.project.build / "docs/phim-anh/a/Phim số 1.mp4").is_file()
    assert (room.project.build / "docs/phim-anh/a/loi.vtt").is_file()


@pytest.mark.parametrize(
    ("url", "host", "film"),
    [
        ("https://www.youtube.com/watch?v=abcdefghijk&t=10", "YouTube", "abcdefghijk"),
        ("https://m.youtube.com/watch?app=desktop&v=abc-_fghijk", "YouTube", "abc-_fghijk"),
        ("https://youtu.be/abcdefghijk?si=x", "YouTube", "abcdefghijk"),
        ("https://www.youtube.com/shorts/abcdefghijk", "YouTube", "abcdefghijk"),
        ("https://www.youtube.com/live/abcdefghijk", "YouTube", "abcdefghijk"),
        ("https://www.youtube-nocookie.com/embed/abcdefghijk", "YouTube", "abcdefghijk"),
        ("https://www.youtube.com/@kenh-cua-so", "YouTube", ""),
        ("https://www.youtube.com/watch?v=%22%3E%3Cscript", "YouTube", ""),
        ("https://youtube.com.lua.vn/watch?v=abcdefghijk", "youtube.com.lua.vn", ""),
        ("https://vtv.vn/video/a-123.htm", "vtv.vn", ""),
    ],
)
def test_only_youtube_s_own_addresses_are_shown_in_place(room: Any, url: str, host: str, film: str) -> None:
    room.item("phim-anh/a.md", watch_url=url)
    (item,) = room.read().items
    embed = f"https://www.youtube-nocookie.com/embed/{film}" if film else ""
    assert outside(item) == {"url": url, "host": host, "embed": embed}


def test_a_podcast_tells_its_number_and_its_feed(room: Any, page: Meta) -> None:
    room.item("phim-anh/a.md", kind="podcast", duration="0:41", episode=7)
    meta = page("phim-anh/a.md")
    assert (meta["media"]["file"]["type"], meta["media"]["feed"]) == ("audio/mpeg", "podcast.xml")
    assert (meta["fact_html"], meta["kind_differs"]) == ("Tập 7", True)


def test_pictures_are_measured_as_they_are_published(room: Any, page: Meta) -> None:
    lying, exif = io.BytesIO(), Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (3200, 1600), "teal").save(lying, "JPEG", exif=exif)
    room.write("content/phim-anh/to.jpg", lying.getvalue())
    photos = [
        {"src": "to.jpg", "alt": "Buổi tập huấn", "credit": "Văn phòng Sở", "caption": "Tổ 3"},
        {"src": "anh.png", "alt": "Tranh", "credit": "Sở", "illustration": True},
    ]
    room.item("phim-anh/a.md", kind="album", photos=photos)
    meta = page("phim-anh/a.md")
    first, second = meta["media"]["photos"]
    assert (first["url"], first["width"], first["height"]) == ("phim-anh/a/to.jpg", 1600, 3200)
    with Image.open(room.project.build / "docs" / first["url"]) as published:
        assert published.size == (1600, 3200)
    assert (first["alt"], first["caption"], first["credit"]) == ("Buổi tập huấn", "Tổ 3", "Ảnh: Văn phòng Sở")
    assert second["credit"] == "Hình ảnh minh họa. Ảnh: Sở"
    assert meta["fact_html"] == "2 ảnh"


def test_slides_are_shown_and_may_be_fetched(room: Any, page: Meta) -> None:
    room.write("content/phim-anh/bai.pdf", b"x" * 1024)
    room.item("phim-anh/a.md", kind="trinh-chieu", file="bai.pdf")
    meta = page("phim-anh/a.md")
    assert meta["media"]["file"]["size"] == "1 KB"
    assert [slide["alt"] for slide in meta["media"]["slides"]] == ["Trang đầu: mục tiêu"]
    assert meta["fact_html"] == "1 trang"


def test_a_plain_page_stands_in_no_list_no_feed_and_not_in_the_library(desk: Any, assembled: Any) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    desk.item("gioi-thieu.md", kind="trang", title="Giới thiệu riêng", tags=["tag riêng"], topics=["3"])
    docs = assembled()
    naming = [
        path.relative_to(docs).as_posix()
        for path in docs.rglob("*")
        if path.is_file() and path.suffix in {".md", ".xml", ".json"} and "Giới thiệu riêng" in path.read_text("utf-8")
    ]
    assert "gioi-thieu.md" in naming
    assert not {name.split("/")[0] for name in naming} & {"tin-tuc", "kho-tu-lieu", "tu-khoa", "luu-tru", "rss.xml"}
    assert not (docs / "kho-tu-lieu/gioi-thieu.md").exists()
    assert not (docs / "tu-khoa/tag-rieng").exists()
