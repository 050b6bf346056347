from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, fills, pen, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.images.scene import Sector

SHORT = {"share": [{"label": "Đúng hạn", "value": "92"}, {"label": "Trước hạn", "value": "5,5"}], "unit": "%"}
FULL = {
    "share": [{"label": LONG, "value": f"1.234.567,{n}"} for n in range(1, 9)],
    "unit": "triệu đồng",
    "whole": "98.765.432",
}
ODD = {"share": [{"label": label, "value": "1"} for label in "ABC"], "unit": "xã"}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("form", ["vong", "o-vuong"])
@pytest.mark.parametrize(("width", "em"), [(300, 14), (960, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [SHORT, FULL, ODD], ids=["short", "full", "odd"])
def test_everything_stands_apart_and_can_be_read(
    content: dict, width: float, em: float, form: str, style: Style
) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content | {"form": form}, width, used), width, used)


@pytest.mark.parametrize("style", Style)
def test_sectors_are_in_proportion_and_close_the_ring(style: Style) -> None:
    used = pen(style)
    named = [used.color(role) for role in (*used.looks.ranked[:2], "track")]
    block = draw(SHORT, 1600, used)
    sectors = [
        shape for shape in block.shapes if isinstance(shape, Sector) and shape.color in named and shape.sweep > 1
    ]
    assert [each.sweep for each in sectors] == pytest.approx([3.6 * 92, 3.6 * 5.5, 3.6 * 2.5])
    assert [each.start for each in sectors] == pytest.approx([0, 3.6 * 92, 3.6 * 97.5])


def test_squares_are_a_hundred() -> None:
    used = pen()
    block = draw(ODD | {"form": "o-vuong"}, 1600, used)
    colors = [used.color(role) for role in used.looks.ranked[:3]]
    drawn = Counter(fill.color for color in colors for fill in fills(block, color))
    assert sum(drawn.values()) == 100 + 3  # and one beside each name
    assert [drawn[color] - 1 for color in colors] == [34, 33, 33]


def test_what_is_left_is_named_with_its_value() -> None:
    said = words(draw(SHORT, 1600))
    assert {"Phần còn lại", "2,5%"} <= set(said)


def test_amounts_come_with_their_share_and_the_whole() -> None:
    content = {"share": [{"label": "A", "value": "55,5"}], "unit": "tỷ đồng", "whole": "250"}
    assert {"55,5", "22,2%", "194,5", "77,8%", "Tổng: 250 tỷ đồng"} <= set(words(draw(content, 1600)))
    short = {"share": [{"label": "A", "value": "55,5"}], "unit": "tỷ", "whole": "250"}
    assert {"55,5 tỷ", "194,5 tỷ", "Tổng: 250 tỷ"} <= set(words(draw(short, 1600)))


@pytest.mark.parametrize("style", Style)
def test_neighbours_differ_in_colour(style: Style) -> None:
    used = pen(style)
    colors = [used.color(role) for role in used.looks.ranked]
    assert all(first != second for first, second in pairwise(colors))
