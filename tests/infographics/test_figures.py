from __future__ import annotations

from typing import Any

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, fills, part, pen, texts, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.infographics.sorts import drawn

SHORT = [
    {"value": "80%", "label": "Hồ sơ trực tuyến", "change": "tăng 5 điểm phần trăm so với 2024"},
    {"value": "11.000 tỷ đồng", "label": "Kinh phí"},
    {"value": "3", "unit": "nghị quyết", "label": "Đã ban hành", "change": "giảm 1"},
    {"value": "trên 1.234,5", "unit": "triệu lượt", "label": "Tra cứu"},
    {"value": "22/12/2024", "label": "Ngày ban hành", "change": "như kế hoạch"},
    {"value": "Không", "unit": "lượt hồ sơ", "label": "Trễ hạn"},
]
FULL = [{"value": "1.234.567,89 tỷ đồng", "label": LONG, "change": LONG}, *SHORT]
MANY = [{"value": f"{number}%", "label": f"Chỉ tiêu {number}"} for number in range(60)]


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (960, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize(
    "figures", [SHORT, SHORT[:1], FULL, FULL[:1], MANY], ids=["short", "one", "full", "long", "many"]
)
def test_everything_stands_apart_and_can_be_read(figures: list, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw({"figures": figures}, width, used), width, used)


def size(block: Any, said: str) -> float:
    return next(text.size for text in texts(block) if text.text == said)


def test_the_value_is_parted_from_its_unit_and_far_larger() -> None:
    block = draw({"figures": SHORT}, 1800)
    assert {"80", "%", "11.000", "tỷ đồng", "nghị quyết", "trên", "1.234,5", "triệu lượt"} <= set(words(block))
    assert size(block, "80") > 2 * size(block, "tỷ đồng")
    assert size(block, "tỷ đồng") <= size(block, "11.000") / 2


def test_values_beside_each_other_stand_on_one_line() -> None:
    block = draw({"figures": SHORT[1:4]}, 1800)
    lines = {text.y for text in texts(block) if text.text in {"11.000", "3", "1.234,5"}}
    assert max(lines) - min(lines) < 0.01


def test_a_lone_figure_is_larger_than_those_among_others() -> None:
    assert size(draw({"figures": SHORT[:1]}, 1800), "80") > 1.8 * size(draw({"figures": SHORT}, 1800), "80")


@pytest.mark.parametrize(("count", "rows"), [(2, 1), (3, 1), (4, 2), (5, 2), (7, 3)])
def test_cards_of_a_row_are_as_tall_and_fill_the_width(count: int, rows: int) -> None:
    used = pen()
    cards = [fill.box for fill in fills(draw({"figures": MANY[:count]}, 1800, used), used.color("paper"))]
    tops = {card.y for card in cards}
    assert len(tops) == rows
    for top in tops:
        row = [card for card in cards if card.y == top]
        assert len({card.height for card in row}) == 1
        assert max(card.right for card in row) == pytest.approx(1800)
        assert len(row) > 1


def test_a_long_value_is_broken_like_a_text_and_still_larger_than_its_label() -> None:
    used = pen()
    figure = {"value": "Từ quý I/2026 đến hết quý IV/2030 theo từng địa bàn", "label": "Thời gian"}
    block = draw({"figures": [figure, *SHORT]}, 1000, used)
    assert_sound(block, 1000, used)
    assert size(block, "Thời gian") < min(text.size for text in texts(block) if "2030" in text.text)


def test_a_change_points_where_its_words_do() -> None:
    block = draw({"figures": SHORT}, 1800)
    assert [text.text for text in texts(block) if text.text in "▲▼"] == ["▲", "▼"]


def test_a_slice_has_its_own_entries_only() -> None:
    said = words(drawn(part({"figures": MANY}, 57, 60), pen(), 900))
    assert [each for each in said if each.isdigit()] == ["57", "58", "59"]
