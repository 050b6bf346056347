from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, part, pen, texts, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.infographics.sorts import drawn
from chuyenmuc.typesetting.pen import TooTight


def table(columns: list[str], rows: list[list[str]]) -> dict:
    return {"table": {"columns": columns, "rows": rows}}


SHORT = table(["Chỉ tiêu", "2030", "2045"], [["Hồ sơ", "80", "100,5"], ["Kinh phí", "1.234", "–"], ["Xã", "5", "2,25"]])
FULL = table(["Nhiệm vụ", "Cơ quan", "Thời hạn"], [[LONG, "Sở Khoa học và Công nghệ", "31/12/2026"]] * 3)
MANY = table(["Số", "Việc"], [[str(number), f"Việc {number}"] for number in range(60)])


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(320, 14), (960, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [SHORT, FULL, MANY], ids=["short", "full", "many"])
def test_everything_stands_apart_and_can_be_read(content: dict, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content, width, used), width, used)


def test_commas_stand_below_each_other() -> None:
    used = pen()
    found = {text.text: text for text in texts(draw(SHORT, 1200, used))}
    one, other = found["100,5"], found["2,25"]
    size = one.size / used.em
    assert one.x + used.label("100", size, "semibold").width == pytest.approx(
        other.x + used.label("2", size, "semibold").width
    )


def test_numbers_stand_at_the_right_of_their_column() -> None:
    found = {text.text: text for text in texts(draw(SHORT, 1200))}
    assert found["80"].box.right == pytest.approx(found["1.234"].box.right, abs=0.5)
    assert found["2030"].box.right == pytest.approx(found["1.234"].box.right, abs=0.5)
    assert found["Hồ sơ"].x == pytest.approx(found["Kinh phí"].x)


def test_every_slice_has_the_head_and_the_columns_of_the_whole() -> None:
    used = pen()
    whole = {text.text: text.x for text in texts(draw(MANY, 900, used))}
    block = drawn(part(MANY, 30, 60), used, 900)
    assert words(block)[:2] == ["Số", "Việc"]
    assert "29" not in words(block)
    assert all(text.x == pytest.approx(whole[text.text]) for text in texts(block))


def test_too_many_words_for_the_width_are_told() -> None:
    with pytest.raises(TooTight):
        draw(table(["nghiêng" * 4, "nghiêng" * 4], [["nghiêng" * 4, "b"]]), 300)
