from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, fills, part, pen, texts, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block
from chuyenmuc.infographics.sorts import drawn
from chuyenmuc.typesetting.pen import Pen

SHORT = {"bars": [{"label": f"Xã {n}", "value": v} for n, v in enumerate(["95,3", "80", "7,25", "0"])], "unit": "%"}
FULL = {
    "bars": [{"label": LONG, "value": "1.234.567,89"}, {"label": "Xã B", "value": "617.283,945"}],
    "unit": "triệu tấn",
}
MANY = {"bars": [{"label": f"Đơn vị số {n}", "value": str(n * 1000)} for n in range(1, 61)], "unit": "km"}


def lengths(block: Block, used: Pen) -> list[float]:
    return [fill.box.width for fill in fills(block, used.color("strong"))]


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (960, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [SHORT, FULL, MANY], ids=["short", "full", "many"])
def test_everything_stands_apart_and_can_be_read(content: dict, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content, width, used), width, used)


@pytest.mark.parametrize("width", [700, 1600])
@pytest.mark.parametrize("style", Style)
def test_hundredths_are_measured_against_a_hundred(style: Style, width: float) -> None:
    used = pen(style)
    block = draw(SHORT, width, used)
    (track,) = {fill.box.width for fill in fills(block, used.color("track"))}
    assert lengths(block, used) == pytest.approx([each * track / 100 for each in (95.3, 80, 7.25)])


@pytest.mark.parametrize("width", [700, 2000])
def test_the_longest_has_the_whole_length_and_others_their_share(width: float) -> None:
    used = pen()
    longest, other = lengths(draw(FULL, width, used), used)
    assert longest == pytest.approx(used.inner(width))
    assert other == pytest.approx(longest / 2)


@pytest.mark.parametrize("width", [700, 1600])
def test_all_begin_at_one_zero(width: float) -> None:
    used = pen()
    block = draw(MANY, width, used)
    assert len({fill.box.x for fill in fills(block, used.color("strong"))}) == 1


@pytest.mark.parametrize("width", [700, 1600])
def test_a_slice_keeps_the_measure_of_the_whole(width: float) -> None:
    used = pen()
    whole = lengths(draw(MANY, width, used), used)
    parts = [lengths(drawn(part(MANY, first, first + 20), used, width), used) for first in (0, 20, 40)]
    assert [length for each in parts for length in each] == pytest.approx(whole)


def test_commas_stand_below_each_other_beside_long_bars() -> None:
    used = pen()
    block = draw(SHORT, 1600, used)
    label = {text.text: text for text in texts(block)}
    before = [label[f"{value}%"] for value in ("95,3", "7,25")]
    ends = [each.x + used.label(each.text.partition(",")[0]).width for each in before]
    assert ends[0] == pytest.approx(ends[1])


def test_a_long_unit_is_told_once() -> None:
    said = words(draw(FULL, 1600))
    assert said[0] == "Đơn vị: triệu tấn"
    assert sum("triệu tấn" in each for each in said) == 1


def test_the_last_slice_tells_the_order() -> None:
    assert "Xếp từ thấp lên cao" in words(drawn(part(MANY, 40, 60), pen(), 800))
    assert "Xếp từ thấp lên cao" not in words(drawn(part(MANY, 0, 20), pen(), 800))
