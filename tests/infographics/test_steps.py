from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, fills, part, pen, texts, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.infographics.sorts import drawn

SHORT = {"steps": ["Mở ứng dụng", "Đăng nhập", "Chọn thủ tục", "Nộp hồ sơ", "Nhận kết quả"]}
FULL = {"steps": [{"title": LONG, "text": f"{LONG}. {LONG}"}, "Ký", {"title": "Nhận", "text": "Tại nhà."}]}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (700, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [SHORT, FULL], ids=["short", "full"])
def test_everything_stands_apart_and_can_be_read(content: dict, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content, width, used), width, used)


def test_sixty_steps_are_numbered_to_the_end() -> None:
    used = pen(em=20)
    block = draw({"steps": [f"Việc {number}" for number in range(1, 61)]}, 700, used)
    assert_sound(block, 700, used)
    assert [f"{number}" for number in range(1, 61)] == [word for word in words(block) if word.isdigit()]


@pytest.mark.parametrize("width", [700, 2200])
def test_numbers_go_on_over_slices(width: float) -> None:
    block = drawn(part(SHORT, 2, 5), pen(), width)
    assert [word for word in words(block) if word.isdigit()] == ["3", "4", "5"]


def test_in_one_column_a_line_joins_each_disc_with_the_next() -> None:
    used = pen()
    lines = fills(draw(SHORT, 700, used), used.color("rule"))
    discs = fills(draw(SHORT, 700, used), used.color("strong"))
    assert len(lines) == len(discs) - 1
    for above, line, below in zip(discs, lines, discs[1:], strict=False):
        assert above.box.bottom < line.box.y < line.box.bottom < below.box.y
        assert line.box.x + line.box.width / 2 == pytest.approx(above.box.x + above.box.width / 2)


def test_on_a_wide_page_short_steps_stand_side_by_side() -> None:
    narrow, wide = draw(SHORT, 700), draw(SHORT, 2200)
    assert wide.height < 0.6 * narrow.height
    assert len({round(text.y) for text in texts(wide) if text.text in "12345"}) == 2
