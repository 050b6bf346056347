from __future__ import annotations

from typing import Any

import pytest

from chuyenmuc.campaigns.catalogue import read as catalogue
from chuyenmuc.campaigns.led.uneven import uneven
from chuyenmuc.project import SHIPPED, Project

MODULES = catalogue(Project(SHIPPED))[0].modules
PLACE = {"where": "Sảnh tầng 1", "piece": "led", "pitch": "P5"}


@pytest.mark.parametrize(
    ("size", "sizes"),
    [
        ("3,84 x 1,92 m", ""),
        ("3,8 x 1,9 m", "3,52 × 1,76 m hoặc 3,84 × 1,92 m"),
        ("4 x 2 m", "3,84 × 1,92 m hoặc 4,16 × 2,08 m"),
    ],
)
def test_a_board_that_is_not_of_whole_modules_is_told_what_would_be(tenth: Any, size: str, sizes: str) -> None:
    front = "chien-dich/10-10/2025/index.md"
    tenth.item(front, kind="chien-dich", messages=["Một"], places=[PLACE | {"size": size}])
    (campaign,) = tenth.read().fronts.values()
    found = list(uneven(campaign, MODULES))
    assert [each.fix for each in found] == ([f"đo lại bảng; khổ ghép được gần nhất là {sizes}"] if sizes else [])
    for each in found:
        assert (each.level, each.field) == ("warning", "places[1].size")
        text = (tenth.root / f"content/{front}").read_text().split("\n")
        assert text[each.line - 1].strip().startswith("size:")


def test_other_pieces_and_pitches_that_nobody_knows_are_left_to_others(tenth: Any) -> None:
    places = [PLACE | {"piece": "pano", "size": "4 x 3 m"}, PLACE | {"pitch": "P7", "size": "4 x 3 m"}]
    tenth.item("chien-dich/10-10/2025/index.md", kind="chien-dich", messages=["Một"], places=places)
    (campaign,) = tenth.read().fronts.values()
    assert list(uneven(campaign, MODULES)) == []
