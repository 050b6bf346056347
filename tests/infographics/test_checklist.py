from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, fills, part, pen, texts, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.infographics.sorts import drawn

SHORT = {"checklist": ["Căn cước", "Giấy khai sinh", "Ảnh", "Tờ khai", "Lệ phí", "Bút"]}
FULL = {"checklist": [LONG, "Ảnh", LONG, "Tờ khai", "Bút"]}
MANY = {"checklist": [f"Việc {number}" for number in range(60)]}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (700, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [SHORT, FULL, MANY], ids=["short", "full", "many"])
def test_everything_stands_apart_and_can_be_read(content: dict, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content, width, used), width, used)


def test_each_has_a_box_with_a_check_mark() -> None:
    used = pen()
    block = draw(SHORT, 700, used)
    boxes = fills(block, used.color("strong"))
    marks = [text for text in texts(block) if text.text == used.look.icons["material/check-bold"]]
    assert len(boxes) == len(marks) == 6
    assert all(box.box.overlap(mark.box) == mark.box for box, mark in zip(boxes, marks, strict=True))


@pytest.mark.parametrize(("content", "width", "columns"), [(SHORT, 700, 1), (SHORT, 1400, 2), (FULL, 1000, 1)])
def test_short_ones_stand_in_columns_on_a_wide_page(content: dict, width: float, columns: int) -> None:
    used = pen()
    assert len({round(fill.box.x) for fill in fills(draw(content, width, used), used.color("strong"))}) == columns


def test_a_slice_has_its_own_entries_only() -> None:
    assert words(drawn(part(MANY, 58, 60), pen(), 800)) == ["Việc 58", "Việc 59"]
