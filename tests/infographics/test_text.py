from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, part, pen, texts, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block
from chuyenmuc.infographics.sorts import drawn
from chuyenmuc.typesetting.pen import TooTight

BRIEF = {"text": "Người dân là trung tâm của chuyển đổi số."}
FULL = {"text": "\n\n".join([f"{LONG}. {LONG}; {LONG}."] * 3)}
LINES = {"text": "\n\n".join(["Một dòng ngắn."] * 60)}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (700, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [BRIEF, FULL, LINES], ids=["brief", "full", "lines"])
def test_everything_stands_apart_and_can_be_read(content: dict, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content, width, used), width, used)


@pytest.mark.parametrize("width", range(400, 2401, 250))
def test_no_line_is_too_long_to_read(width: float) -> None:
    for text in texts(draw(FULL, width)) + texts(draw(BRIEF, width)):
        assert text.box.width <= 34 * text.size + 0.01


def lefts(block: Block) -> list[int]:
    return sorted({round(text.x) for text in texts(block)})


def test_long_texts_stand_in_two_equal_columns_where_it_is_wide() -> None:
    block = draw(FULL, 2200)
    left, right = lefts(block)
    counts = [sum(round(text.x) == x for text in texts(block)) for x in (left, right)]
    assert abs(counts[0] - counts[1]) <= 2
    assert len(lefts(draw(FULL, 1000))) == 1


@pytest.mark.parametrize("width", range(1750, 2401, 50))
def test_no_line_of_a_paragraph_is_left_alone_in_a_column(width: float) -> None:
    block = draw({"text": f"{LONG}. {LONG}. {LONG}. {LONG}."}, width)
    counts = [sum(round(text.x) == x for text in texts(block)) for x in lefts(block)]
    assert min(counts) >= 2


def test_every_word_is_there_in_its_order() -> None:
    for width in (500, 1000, 2200):
        assert " ".join(words(draw(FULL, width))) == FULL["text"].replace("\n\n", " ")


def test_a_slice_has_its_own_paragraphs_only() -> None:
    content = {"text": "Đoạn một.\n\nĐoạn hai.\n\nĐoạn ba."}
    assert words(drawn(part(content, 1, 3), pen(), 800)) == ["Đoạn hai.", "Đoạn ba."]


def test_a_word_wider_than_the_page_finds_no_room() -> None:
    with pytest.raises(TooTight, match="dichvucong"):
        draw({"text": "dichvuconglienthongxaphuong" * 3}, 300)
