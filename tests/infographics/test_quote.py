from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, pen, texts, words

from chuyenmuc.content.infographic import Style

BRIEF = "Thể chế đi trước một bước"


def quote(text: str) -> dict:
    return {"quote": {"text": text, "speaker": "Kế hoạch số 1/KH-SM", "cited_from": "Mục II, ngày 05/01/2026"}}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (700, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("text", [BRIEF, f"{LONG}. {LONG}. {LONG}"], ids=["brief", "long"])
def test_everything_stands_apart_and_can_be_read(text: str, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(quote(text), width, used), width, used)


def size(text: str, width: float) -> float:
    return max(each.size for each in texts(draw(quote(text), width)) if each.text in text)


def test_the_shorter_the_larger() -> None:
    sizes = [size(text, 1000) for text in (BRIEF, LONG, f"{LONG}. {LONG}. {LONG}")]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] > 1.5 * sizes[2] > 1.5 * 40


def test_it_says_who_and_where_from_below_the_words() -> None:
    block = draw(quote(BRIEF), 1000)
    assert " ".join(words(block)) == f"{BRIEF} Kế hoạch số 1/KH-SM Mục II, ngày 05/01/2026"
    assert [text.y for text in texts(block)] == sorted(text.y for text in texts(block))
