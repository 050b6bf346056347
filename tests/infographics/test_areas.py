from __future__ import annotations

import pytest
from tests.infographics.geometry import LONG, assert_sound, draw, fills, part, pen, words

from chuyenmuc.content.infographic import Style
from chuyenmuc.infographics.sorts import drawn

SHORT = {"areas": [{"name": "Lạng Sơn", "value": "12"}, {"name": "Huế", "value": "1.204,5"}], "unit": "xã"}
FULL = {"areas": [{"name": "Thành phố Hồ Chí Minh", "value": "1.234.567,89", "text": LONG}, {"name": LONG}]}
MANY = {"areas": [{"name": f"Xã {n}", "value": str(n)} for n in range(60)], "unit": "công dân số"}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(("width", "em"), [(300, 14), (960, 40), (2400, 40), (1700, 90)])
@pytest.mark.parametrize("content", [SHORT, FULL, MANY], ids=["short", "full", "many"])
def test_everything_stands_apart_and_can_be_read(content: dict, width: float, em: float, style: Style) -> None:
    used = pen(style, em=em)
    assert_sound(draw(content, width, used), width, used)


@pytest.mark.parametrize(("count", "columns"), [(2, 2), (5, 3), (7, 4), (9, 3), (12, 4)])
def test_no_tile_is_left_alone_where_that_can_be_helped(count: int, columns: int) -> None:
    used = pen()
    tiles = fills(draw(MANY | {"areas": MANY["areas"][:count]}, 2000, used), used.color("paper"))
    assert len(tiles) == count
    assert len({round(tile.box.x) for tile in tiles}) == columns


def test_values_are_written_with_their_unit() -> None:
    assert words(draw(SHORT, 1200)) == ["Lạng Sơn", "12", "xã", "Huế", "1.204,5", "xã"]


def test_a_slice_has_its_own_entries_only() -> None:
    said = words(drawn(part(MANY, 58, 60), pen(), 900))
    assert [each for each in said if each.startswith("Xã")] == ["Xã 58", "Xã 59"]
