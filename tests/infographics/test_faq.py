from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, fills, part, pen, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.infographics.sorts import drawn

SHORT = {"faq": [{"question": f"Câu hỏi {number}?", "answer": "Có."} for number in range(1, 6)]}
FULL = {"faq": [{"question": f"{LONG}?", "answer": f"{LONG}. {LONG}."}, {"question": "Phí?", "answer": "Không."}]}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (700, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [SHORT, FULL], ids=["short", "full"])
def test_everything_stands_apart_and_can_be_read(content: dict, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content, width, used), width, used)


def test_each_question_has_a_card_with_its_answer() -> None:
    used = pen()
    block = draw(SHORT, 800, used)
    assert len(fills(block, used.color("paper"))) == 5
    assert words(block)[:6] == ["?", "Câu hỏi 1?", "Có.", "?", "Câu hỏi 2?", "Có."]


def test_cards_beside_each_other_are_equally_tall() -> None:
    used = pen()
    cards = fills(draw(FULL, 2200, used), used.color("paper"))
    assert cards[0].box.y == cards[1].box.y and cards[0].box.height == cards[1].box.height


def test_in_the_open_rules_part_them() -> None:
    used = pen(Style.LINES)
    block = draw(SHORT, 800, used)
    assert len(fills(block, used.color("track"))) == 4


def test_a_slice_has_its_own_questions_only() -> None:
    shown = words(drawn(part(SHORT, 1, 3), pen(), 800))
    assert [word for word in shown if word.startswith("Câu")] == ["Câu hỏi 2?", "Câu hỏi 3?"]
