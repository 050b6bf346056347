from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, fills, pen, texts

from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block

TWO = {"compare": [{"title": "Trước", "points": ["Giấy", "15 ngày"]}, {"title": "Sau", "points": [LONG, "7 ngày"]}]}
THREE = {"compare": [*TWO["compare"], {"title": LONG, "points": ["Một", "Hai", "Ba", LONG]}]}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (700, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [TWO, THREE], ids=["two", "three"])
def test_everything_stands_apart_and_can_be_read(content: dict, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content, width, used), width, used)


def place(block: Block, words: str) -> tuple[float, float]:
    return next((text.x, text.y) for text in texts(block) if text.text == words)


def test_sides_stand_beside_each_other_on_one_level() -> None:
    block = draw(TWO, 1000)
    assert place(block, "Trước")[1] == place(block, "Sau")[1]
    assert place(block, "Trước")[0] < place(block, "Sau")[0]
    assert place(block, "15 ngày")[1] == place(block, "7 ngày")[1]


def test_sides_with_more_points_than_others_leave_no_gaps() -> None:
    block = draw(THREE, 1600)
    assert place(block, "15 ngày")[1] < place(block, "7 ngày")[1]


@pytest.mark.parametrize(("content", "em"), [(TWO, 21), (THREE, 33)])
def test_where_it_is_narrow_one_stands_below_another(content: dict, em: float) -> None:
    block = draw(content, em * 40)
    assert place(block, "Trước")[0] == place(block, "Sau")[0]
    assert place(block, "Trước")[1] < place(block, "15 ngày")[1] < place(block, "Sau")[1]


def test_cards_are_equally_tall() -> None:
    used = pen()
    whole = [fill for fill in fills(draw(THREE, 1600, used), used.color("paper")) if fill.box.y == 0]
    assert len(whole) == 3 and len({fill.box.height for fill in whole}) == 1
