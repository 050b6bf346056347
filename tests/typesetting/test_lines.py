"""How running text is broken and led, beyond the balance of headlines."""

from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, pen, texts

from chuyenmuc.images.text import typeface
from chuyenmuc.typesetting.pen import LEADING, filled, lines_of

WORDS = f"{LONG}; {LONG}; {LONG}."


@pytest.mark.parametrize("width", range(14, 40))
def test_the_last_line_of_a_long_text_is_not_left_nearly_empty_for_nothing(width: int) -> None:
    used = pen()
    font, names = used.font("regular"), used.look.names
    plain, found = filled(WORDS, font, names, width), lines_of(WORDS, font, names, width)
    assert plain and found
    assert len(found) == len(plain) and " ".join(found) == WORDS
    assert typeface(font).width(found[-1]) >= typeface(font).width(plain[-1])
    assert all(typeface(font).width(line) <= width for line in found)


@pytest.mark.parametrize("width", range(8, 40))
def test_balance_costs_a_sentence_no_line_more(width: int) -> None:
    used = pen()
    font, names = used.font("regular"), used.look.names
    plain, found = filled(LONG, font, names, width), lines_of(LONG, font, names, width)
    assert plain and found and len(found) <= len(plain)


def test_lines_of_capitals_with_stacked_marks_stand_further_apart() -> None:
    used = pen()
    capitals, plain = used.text("NGUYỄN CHÍ THỂ, NGUYỄN CHÍ THỂ", 500), used.text("Nguyễn Chí Thể, nguyễn Chí Thể", 400)
    assert_sound(capitals, 500, used)
    steps = [texts(block)[1].y - texts(block)[0].y for block in (capitals, plain)]
    assert steps[0] >= steps[1] >= LEADING * 40 - 0.01
