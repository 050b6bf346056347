from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.checks import media

VTT = "WEBVTT\n\n00:00.000 --> 00:05.000\nXin chào\n"


@pytest.fixture
def room(desk: Any) -> Any:
    desk.section("muc-a", kind="video")
    desk.write("content/muc-a/phim.mp4", b"x")
    desk.write("content/muc-a/phim.vtt", VTT)
    desk.write("content/muc-a/bai.pdf", b"x")
    return desk


def told(desk: Any) -> list[tuple[str, str, str]]:
    return [(found.level, found.field, found.message) for found in desk.findings()]


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        ("video", {"watch_url": None, "file": "phim.mp4", "captions": "phim.vtt", "duration": "3:20"}),
        ("video", {"watch_url": "https://youtu.be/abcdefghijk"}),
        ("podcast", {"episode": 3, "ai_voice": True}),
        ("trinh-chieu", {"slides": None, "file": "bai.pdf"}),
        ("trinh-chieu", {"body": ""}),
        ("album", {"body": ""}),
        ("trang", {"body": ""}),
    ],
)
def test_what_is_whole_has_nothing_to_tell(room: Any, kind: str, keys: dict[str, Any]) -> None:
    room.item("muc-a/a.md", kind=kind, **keys)
    assert told(room) == []


@pytest.mark.parametrize(
    ("kind", "keys", "field", "message"),
    [
        ("video", {"watch_url": None}, "file", "chưa có video"),
        ("video", {"body": " "}, "", "chưa có bản chữ của lời trong video cho người không nghe, không xem được"),
        ("podcast", {"body": ""}, "", "chưa có bản chữ của lời trong tập này cho người không nghe, không xem được"),
        ("trinh-chieu", {"slides": None}, "file", "chưa có tệp trình chiếu"),
        ("trinh-chieu", {"slides": None, "file": "bai.pdf", "body": ""}, "", "chưa có bản chữ của bài trình chiếu"),
        ("video", {"file": "khong.mp4", "captions": "phim.vtt"}, "file", "không thấy tệp “khong.mp4”"),
        ("video", {"file": "bai.pdf", "captions": "phim.vtt"}, "file", "“file” không dùng được loại tệp “.pdf”"),
        ("podcast", {"file": "phim.mp4"}, "file", "“file” không dùng được loại tệp “.mp4”"),
        (
            "album",
            {"photos": [{"src": "bai.pdf", "alt": "A", "credit": "B"}]},
            "photos",
            "“bai.pdf” không phải tệp ảnh",
        ),
        ("album", {"photos": [{"src": "mat.jpg", "alt": "A", "credit": "B"}]}, "photos", "không thấy tệp “mat.jpg”"),
        ("trinh-chieu", {"slides": [{"src": "../../../x.png", "alt": "A"}]}, "slides", "“../../../x.png” ở ngoài"),
        ("video", {"file": "https://a.vn/a.mp4", "captions": "phim.vtt"}, "file", "là địa chỉ ở trang khác"),
    ],
)
def test_what_is_missing_or_unfit_is_an_error_at_its_line(
    room: Any, kind: str, keys: dict[str, Any], field: str, message: str
) -> None:
    path: Path = room.item("muc-a/a.md", kind=kind, **keys)
    (found,) = room.findings()
    assert (found.level, found.field) == ("error", field)
    assert message in found.message
    line = path.read_text("utf-8").splitlines()[found.line - 1]
    assert not field or found.line == 1 or line.startswith(f"{field}:")


def test_what_a_draft_still_lacks_is_a_reminder(room: Any) -> None:
    room.item("muc-a/a.md", watch_url=None, status="draft", body="")
    assert [(level, field) for level, field, _ in told(room)] == [("warning", ""), ("warning", "file")]


def test_a_film_beside_the_item_should_have_captions_that_are_captions(room: Any) -> None:
    room.item("muc-a/a.md", file="phim.mp4")
    room.write("content/muc-a/phu-de.vtt", "1\n00:00:00,000 --> 00:00:05,000\nXin chào\n")
    room.item("muc-a/b.md", file="phim.mp4", captions="phu-de.vtt")
    assert told(room) == [
        ("warning", "file", "video chưa có phụ đề cho người không nghe được"),
        ("error", "captions", "“phu-de.vtt” không phải tệp phụ đề WebVTT"),
    ]


def test_a_file_too_heavy_for_telephones_is_a_reminder(room: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "HEAVY", 0)
    room.item("muc-a/a.md", kind="podcast")
    ((level, field, message),) = told(room)
    assert (level, field) == ("warning", "file")
    assert message == "tệp “tieng.mp3” nặng 0 MB, khó xem trên điện thoại"


@pytest.mark.parametrize("photo", [{"src": "anh.png", "credit": "A"}, {"src": "anh.png", "alt": "A"}])
def test_a_photo_of_an_album_needs_its_words_and_its_author(room: Any, photo: dict[str, str]) -> None:
    room.item("muc-a/a.md", kind="album", photos=[photo])
    (found,) = room.findings()
    missing = "alt" if "alt" not in photo else "credit"
    assert found.message == f"“photos”, mục 1, “{missing}”: chưa có"


def test_what_is_said_of_pictures_is_read_like_any_text(room: Any) -> None:
    room.item(
        "muc-a/a.md", kind="album", photos=[{"src": "anh.png", "alt": "<b>Ảnh</b>", "credit": "A", "tacgia": "B"}]
    )
    assert [(field, message) for _, field, message in told(room)] == [
        ("photos", "có thẻ HTML “<b>” trong “photos”, mục 1, “alt”"),
        ("tacgia", "không có khóa “tacgia” cho “photos”"),
    ]


def test_a_wrong_duration_is_told(room: Any) -> None:
    room.item("muc-a/a.md", duration="ba phút")
    (found,) = room.findings()
    assert (found.field, found.message) == ("duration", "“duration” “ba phút” không phải thời lượng")
