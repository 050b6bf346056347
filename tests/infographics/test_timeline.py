from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, fills, part, pen, texts

from chuyenmuc.content.infographic import Style
from chuyenmuc.images.scene import Fill
from chuyenmuc.infographics.sorts import drawn
from chuyenmuc.infographics.sorts.timeline import dot

SHORT = {
    "timeline": [
        {"when": "22/12/2024", "what": "Ban hành"},
        {"when": "Quý I", "what": "Tập huấn", "text": "Tại các xã."},
        {"when": "2030", "what": "Tổng kết"},
    ]
}
FULL = {
    "timeline": [
        {"when": "Từ quý I năm 2025 đến hết tháng 6 năm 2026", "what": LONG, "text": f"{LONG}. {LONG}"},
        {"when": "2030", "what": "Tổng kết"},
    ]
}
MANY = {"timeline": [{"when": f"{1 + number % 12}/2026", "what": f"Việc {number}"} for number in range(60)]}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (700, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [SHORT, FULL, MANY], ids=["short", "full", "many"])
def test_everything_stands_apart_and_can_be_read(content: dict, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content, width, used), width, used)


def dates(content: dict, width: float) -> list:
    block = draw(content, width)
    whens = {entry["when"] for entry in content["timeline"]}
    return [text for text in texts(block) if text.text in whens]


def test_short_dates_stand_in_a_column_of_their_own_flush_with_the_line() -> None:
    found = dates(SHORT, 900)
    assert len({round(text.box.right) for text in found}) == 1
    whats = [text for text in texts(draw(SHORT, 900)) if text.text in {"Ban hành", "Tập huấn", "Tổng kết"}]
    assert all(abs(date.y - what.y) < 2 for date, what in zip(found, whats, strict=True))


def test_where_there_is_no_room_beside_dates_stand_above() -> None:
    whats = {text.text: text for text in texts(draw(SHORT, 560))}
    assert all(date.x == whats["Ban hành"].x for date in dates(SHORT, 560))


def test_a_few_moments_run_from_left_to_right_on_a_wide_page() -> None:
    found = dates(SHORT, 1900)
    assert len({round(text.y) for text in found}) == 1
    assert [text.text for text in sorted(found, key=lambda text: text.x)] == ["22/12/2024", "Quý I", "2030"]


def axis(first: int, last: int) -> tuple[Fill, list[Fill], float]:
    used = pen()
    block = drawn(part(MANY, first, last), used, 800)
    side = dot(used).width
    marks = [fill for fill in fills(block, used.color("strong")) if fill.box.width == side]
    return fills(block, used.color("rule"))[0], marks, block.height


def test_the_line_runs_from_the_first_dot_to_the_last() -> None:
    line, marks, _ = axis(0, 60)
    assert line.box.y == pytest.approx(marks[0].box.y + marks[0].box.height / 2)
    assert line.box.bottom == pytest.approx(marks[-1].box.y + marks[-1].box.height / 2)


def test_between_slices_the_line_goes_on() -> None:
    line, marks, tall = axis(10, 20)
    assert len(marks) == 10
    assert line.box.y < marks[0].box.y and line.box.bottom > marks[-1].box.bottom
    assert line.box.bottom < tall


def test_every_slice_keeps_the_measure_of_the_whole() -> None:
    used = pen()
    whole = {text.text: text for text in texts(drawn(part(MANY), used, 800))}
    for text in texts(drawn(part(MANY, 20, 40), used, 800)):
        assert text.size == whole[text.text].size
        assert text.text[0] != "V" or text.x == whole[text.text].x
