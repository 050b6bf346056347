from __future__ import annotations

from dataclasses import replace

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, palettes, pen, texts, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.color import contrast
from chuyenmuc.images.scene import Text
from chuyenmuc.infographics.sorts.people import SEEN, faint, rows
from chuyenmuc.typesetting.pen import Pen


def told(count: int, of: int, label: str = "người dân hài lòng") -> dict:
    return {"people": {"count": count, "of": of, "label": label}}


def people(block: Block, used: Pen) -> list[Text]:
    return [text for text in texts(block) if text.text == used.look.icons["material/account"]]


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (960, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize(("count", "of"), [(1, 1), (0, 3), (7, 10), (33, 64), (100, 100)])
def test_everything_stands_apart_and_can_be_read(count: int, of: int, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    block = draw(told(count, of, LONG), width, used)
    crowd = people(block, used)
    assert all(each.box.x >= 0 and each.box.right <= width and each.box.bottom <= block.height for each in crowd)
    said = tuple(shape for shape in block.shapes if shape not in crowd)
    assert_sound(replace(block, shapes=said), width, used)


@pytest.mark.parametrize(("count", "of"), [(0, 3), (7, 10), (33, 64), (100, 100)])
def test_so_many_are_in_the_accent(count: int, of: int) -> None:
    used = pen()
    crowd = people(draw(told(count, of), 1600, used), used)
    assert len(crowd) == of
    assert [each.color == used.color("accent") for each in crowd] == [True] * count + [False] * (of - count)


@pytest.mark.parametrize(
    ("of", "lines"),
    [(1, [1]), (10, [10]), (11, [6, 5]), (50, [10] * 5), (51, [17, 17, 17]), (64, [16] * 4), (100, [20] * 5)],
)
def test_rows_are_alike(of: int, lines: list[int]) -> None:
    assert rows(of) == lines


@pytest.mark.parametrize("palette", palettes())
@pytest.mark.parametrize("style", Style)
def test_the_others_are_still_seen_and_told_apart(style: Style, palette: str) -> None:
    used = pen(style, palette)
    ground = used.color(used.looks.card or "ground")
    assert contrast(faint(used), ground) >= SEEN
    assert contrast(faint(used), used.color("accent")) >= 1.5


def test_the_sentence_says_it() -> None:
    assert words(draw(told(7, 10), 1600))[:3] == ["7", "trong", "10"]
