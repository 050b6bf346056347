from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from chuyenmuc.images.text import Room, fit, settings, sized, typeface
from chuyenmuc.project import SHIPPED
from chuyenmuc.vietnamese.breaking import DEFAULT_NAMES
from chuyenmuc.vietnamese.text import tidy

FONTS = SHIPPED / "assets" / "fonts"
HEADLINE = (str(FONTS / "BeVietnamPro-ExtraBold.ttf"),)
STACK = (*HEADLINE, *(str(FONTS / f"{name}.ttf") for name in ("NotoSansTaiViet-Regular", "NotoEmoji-SemiBold")))
TITLE = "Lạng Sơn ban hành kế hoạch truyền thông thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 đến năm 2030"
WORDS = "chuyển đổi số, Ễ, Ẫ, Ữ, Ộ, phục vụ, nhân dân, 57-NQ/TW, 22/12/2024, –, số 57, Điều 5, nhanh"
SYLLABLES = st.sampled_from(WORDS.split(", "))
TITLES = st.lists(SYLLABLES, min_size=1, max_size=40).map(" ".join)


def room(width: float, height: float, least: float = 8, most: float = 200, lines: int = 12) -> Room:
    return Room(width, height, least, most, 1.2, lines)


def test_kerning_brings_letters_together() -> None:
    face = typeface(HEADLINE)
    assert face.width("AV") < face.width("A") + face.width("V")
    assert face.width("VẬ") < face.width("V") + face.width("Ậ")


def test_widths_are_those_of_the_font_at_any_size() -> None:
    assert typeface(HEADLINE).width("đổi mới") * 64 == pytest.approx(sized(HEADLINE[0], 64).getlength("đổi mới"), abs=6)


@given(TITLES)
@examples(max_examples=150, deadline=None)
def test_no_setting_loses_or_adds_a_word(title: str) -> None:
    for setting in settings(title, HEADLINE, DEFAULT_NAMES):
        assert " ".join(setting.lines) == tidy(title)


@given(TITLES, st.integers(120, 1500), st.integers(60, 900))
@examples(max_examples=150, deadline=None)
def test_what_fits_stays_inside_its_room(title: str, width: int, height: int) -> None:
    found = fit(settings(title, HEADLINE, DEFAULT_NAMES), room(width, height))
    if found:
        assert found.setting.width * found.size <= width + 0.01
        assert found.height <= height + 0.01
        assert 8 <= found.size <= 200


@pytest.mark.parametrize("whole", ["57-NQ/TW", "22/12/2024", "năm 2030", "Lạng Sơn"])
def test_breaks_keep_symbols_days_and_names_whole(whole: str) -> None:
    for setting in settings(TITLE, HEADLINE, DEFAULT_NAMES)[:8]:
        assert any(whole in line for line in setting.lines)


def test_lines_are_balanced() -> None:
    four = settings(TITLE, HEADLINE, DEFAULT_NAMES)[3]
    assert min(four.widths) > 0.6 * max(four.widths)


def test_a_slogan_breaks_at_its_dash() -> None:
    slogan = "Dữ liệu số là tài nguyên mới – càng khai thác hiệu quả, giá trị mang lại càng lớn"
    assert settings(slogan, HEADLINE, DEFAULT_NAMES)[1].lines[0].endswith("–")


DAY = "Ngày Khoa học, công nghệ và đổi mới sáng tạo Việt Nam 18/5/2027"


@pytest.mark.parametrize("text", [DAY, "Tháng tiêu dùng số 2027", "Ngày Chuyển đổi số quốc gia 10/10/2025"])
@pytest.mark.parametrize("width", [300, 500, 900])
def test_a_title_s_words_stay_whole_and_none_stands_alone(text: str, width: int) -> None:
    found = fit(settings(text, HEADLINE, DEFAULT_NAMES), room(width, 900))
    assert found
    lines = found.setting.lines
    for word in ("đổi mới", "sáng tạo", "tiêu dùng số", "Chuyển đổi số"):
        assert (word in text) == any(word in line for line in lines)
    assert "số 2027" not in lines
    assert all(line.split()[-1] != "và" for line in lines)
    assert lines[-1] != "18/5/2027"


def test_nothing_fits_in_too_small_a_room() -> None:
    assert fit(settings(TITLE, HEADLINE, DEFAULT_NAMES), room(60, 20, least=14)) is None


def test_more_room_never_makes_text_smaller() -> None:
    options = settings(TITLE, HEADLINE, DEFAULT_NAMES)
    sizes = [found.size for width in (300, 500, 800, 1200) if (found := fit(options, room(width, 300)))]
    assert sizes == sorted(sizes)


@pytest.mark.parametrize("size", [13, 24, 48, 96])
@pytest.mark.parametrize("style", ["Regular", "SemiBold", "Bold", "ExtraBold"])
def test_stacked_marks_are_whole_and_never_touch(style: str, size: int) -> None:
    """Two lines of the tallest and deepest letters: a clear row lies between them, and none is cut."""
    path = str(FONTS / f"BeVietnamPro-{style}.ttf")
    setting = settings("ỴỘgỵ ẲẪỄỮđ", (path,), ())[1]
    step = setting.leading(1.0) * size
    image = Image.new("L", (size * 8, int(size * 5)))
    baselines = [size * 1.6, size * 1.6 + step]
    for line, baseline in zip(setting.lines, baselines, strict=True):
        ImageDraw.Draw(image).text((size, baseline), line, 255, sized(path, size), anchor="ls")
    rows = [image.crop((0, y, image.width, y + 1)).getbbox() is not None for y in range(image.height)]
    inked = [y for y, row in enumerate(rows) if row]
    assert inked[0] > 0 and inked[-1] < image.height - 1
    between = rows[inked[0] : inked[-1] + 1]
    assert False in between, "the lines touch"
    assert baselines[0] - inked[0] <= setting.above[0] * size + 1.5
    assert inked[-1] - baselines[1] <= setting.below[1] * size + 1.5


def test_a_missing_glyph_is_noticed() -> None:
    face = typeface(HEADLINE)
    assert face.lacks("🎉")
    assert not any(face.lacks(character) for character in "ẲẪỄỘỮỴđ –“”…%57-NQ/TW")


def test_the_first_font_that_has_a_letter_lends_it() -> None:
    face = typeface(STACK)
    assert [face.font_of(letter) for letter in "Ễaꪀ🎉"] == [STACK[0], STACK[0], STACK[1], STACK[2]]
    assert not any(face.lacks(letter) for letter in "Ễꪀ🎉\ufe0f")
    assert face.lacks("\U0010ffff")
    assert face.font_of("\U0010ffff") == STACK[0]


def test_borrowed_letters_are_measured_and_broken_like_all_others() -> None:
    face = typeface(STACK)
    assert face.width("a🎉") == pytest.approx(face.width("a") + typeface(STACK[2:]).width("🎉"))
    assert face.heights("🎉") == typeface(STACK[2:]).heights("🎉")
    assert [letter for _, letter in face.placed("a🎉b")] == list("a🎉b")
    two = settings("Chúc mừng 🎉 ngày hội ꪀꪼꫂꫛ", STACK, ())[1]
    assert " ".join(two.lines) == "Chúc mừng 🎉 ngày hội ꪀꪼꫂꫛ"


def test_letters_without_fallback_look_as_they_always_did() -> None:
    for text in ("Nghị quyết 57-NQ/TW", "ẲẪỄỮ"):
        assert typeface(STACK).width(text) == typeface(HEADLINE).width(text)
        assert typeface(STACK).heights(text) == typeface(HEADLINE).heights(text)


def test_fonts_travel_with_their_licence() -> None:
    assert "SIL Open Font License" in (Path(FONTS) / "OFL.txt").read_text("utf-8")
