from __future__ import annotations

import pytest

LEGACY = "có chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI); chuyển sang Unicode bằng Unikey (Ctrl+Shift+F6) rồi dán lại"


@pytest.fixture
def tin(desk):
    desk.section("tin-tuc")
    return desk


@pytest.mark.parametrize(
    ("vtt", "told"),
    [
        ("Mua s¾m sè an toµn".encode(), "có chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI)"),
        ("Mua s¾m sè an toµn".encode("cp1252"), "có chữ không phải Unicode (UTF-8)"),
        ("Mua sắm số an toàn".encode(), ""),
    ],
)
def test_captions_are_typed_in_unicode(tin, vtt: bytes, told: str) -> None:
    head = b"WEBVTT\n\n00:00.000 --> 00:05.000\n"
    tin.write("content/tin-tuc/phim.vtt", head + vtt)
    watched = "https://www.youtube.com/watch?v=abcdefghijk"
    tin.item("tin-tuc/a.md", kind="video", watch_url=watched, captions="phim.vtt")
    found = [(each.field, each.message) for each in tin.findings()]
    assert found == ([("captions", f"tệp phụ đề “phim.vtt” dòng 4: {told}")] if told else [])


@pytest.mark.parametrize(
    ("length", "level", "message"),
    [
        (160, None, ""),
        (161, "warning", "tiêu đề dài 161 ký tự, khó đọc trên ảnh nhỏ"),
        (250, "warning", "tiêu đề dài 250 ký tự, khó đọc trên ảnh nhỏ"),
        (251, "error", "tiêu đề dài 251 ký tự, quá mức 250 mà ảnh chứa được"),
    ],
)
def test_a_headline_has_a_length_that_images_carry(tin, length: int, level: str | None, message: str) -> None:
    tin.item("tin-tuc/a.md", title=("chữ " * 70)[: length - 1] + "x")
    assert [(found.level, found.message) for found in tin.findings()] == ([(level, message)] if level else [])


def test_a_long_summary_is_only_a_reminder(tin) -> None:
    tin.item("tin-tuc/a.md", description="x" * 401)
    assert [(found.level, found.message) for found in tin.findings()] == [("warning", "sapo dài 401 ký tự")]


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"title": "Tin <b>mới</b>"}, "có thẻ HTML “<b>” trong “title”"),
        ({"description": "Một<br/>hai"}, "có thẻ HTML “<br/>” trong “description”"),
        ({"tags": ["số", '<i class="a">hóa']}, 'có thẻ HTML “<i class="a">” trong “tags”, mục 2'),
        ({"authors": ["<!-- ẩn"]}, "có thẻ HTML “<!--” trong “authors”, mục 1"),
        ({"sponsors": ["Hội <b>Mẫu</b>"]}, "có thẻ HTML “<b>” trong “sponsors”, mục 1, “name”"),
        ({"kind": "kiem-chung", "truth": "<i>Đúng"}, "có thẻ HTML “<i>” trong “truth”"),
        ({"kind": "ky-nang-so", "steps": ["Mở", "<br>"]}, "có thẻ HTML “<br>” trong “steps”, mục 2"),
        ({"title": "Chi dưới 5 < 7 triệu; a<@b>; x > y"}, None),
    ],
)
def test_short_texts_hold_no_markup(tin, keys: dict[str, object], message: str | None) -> None:
    tin.item("tin-tuc/a.md", **keys)
    assert [found.message for found in tin.findings()] == ([message] if message else [])


@pytest.mark.parametrize(
    "text", ["C«ng nghÖ vµ ®æi míi s¸ng t¹o", "Chuyeån ñoåi soá coâng ngheä"], ids=["TCVN3", "VNI"]
)
def test_legacy_encodings_are_told_wherever_they_stand(tin, text: str) -> None:
    tin.item("tin-tuc/a.md", description=text)
    tin.item("tin-tuc/b.md", body=f"Dòng một\n\n{text}\n{text}")
    assert tin.told() == [f"content/tin-tuc/a.md:4 {LEGACY}", f"content/tin-tuc/b.md:12 {LEGACY}"]


def test_unicode_text_is_never_taken_for_a_legacy_one(tin) -> None:
    tin.item("tin-tuc/a.md", title="Công nghệ và đổi mới sáng tạo", body="Où est Loïc? 50 µm; Đổi mới, Chuyển đổi số")
    assert tin.findings() == []
