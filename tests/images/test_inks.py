from __future__ import annotations

import math
from itertools import pairwise

import pytest

from chuyenmuc.images.color import mixed, parse
from chuyenmuc.images.inks import linear, process, shown

DEEP = ("#063F45", "#6E0F1A", "#6B2A06", "#0D3F24", "#10243E", "#5E0F3F", "#14284F", "#0B2A6B", "#34176B")
MAINS = ("#0B7A81", "#C4212F", "#BF500A", "#1B7F49", "#2F5D8C", "#B32A78", "#37509B", "#B3202C")
LIGHT = ("#F7A8A0", "#F9BE92", "#F2A541", "#FDEEEB", "#FDF1E7", "#9DBEDD", "#D7DEE6")
REACHED = tuple(color for color in (*DEEP, *MAINS, *LIGHT) if color not in {"#0B2A6B", "#34176B"})
SCREENS = ("#1D55D0", "#6A3FC4", "#8FB4FF", "#C3AAF6", "#7FD3D0", "#FFB81C", "#FF9466")


def missed(color: str) -> float:
    """How far a colour's inks look from it: ΔE of 1976, of which eyes see about three."""
    one, other = (lab([linear(channel / 255) for channel in tone]) for tone in (parse(color), shown(process(color))))
    return math.dist(one, other)


def lab(light: list[float]) -> tuple[float, float, float]:
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = [sum(row) for row in rows]
    sums = [sum(part * one for part, one in zip(row, light, strict=True)) for row in rows]
    x, y, z = (
        share ** (1 / 3) if (share := sum_ / most) > 0.008856 else 7.787 * share + 16 / 116
        for sum_, most in zip(sums, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("color", REACHED)
def test_inks_look_like_the_colour_that_they_print(color: str) -> None:
    assert missed(color) < 3


@pytest.mark.parametrize("color", SCREENS)
def test_what_no_ink_reaches_is_duller_and_keeps_its_hue(color: str) -> None:
    hues = []
    for tone in (parse(color), shown(process(color))):
        _, red, yellow = lab([linear(channel / 255) for channel in tone])
        hues.append(math.degrees(math.atan2(yellow, red)))
    assert missed(color) < 45
    assert abs((hues[0] - hues[1] + 180) % 360 - 180) < 20


def test_reds_have_little_cyan_and_black_instead() -> None:
    """Else they print brown."""
    deep, main = process("#6E0F1A"), process("#C4212F")
    assert deep == pytest.approx((15, 92, 76, 60), abs=2)
    assert main == pytest.approx((0, 90, 74, 21), abs=2)


def test_a_third_ink_is_in_the_darkest_colours_alone() -> None:
    for color in (*MAINS, *LIGHT):
        assert min(process(color)[:3]) <= 1, color
    for color in DEEP:
        inks = process(color)
        assert min(inks[:3]) <= 32 and inks[3] > min(inks[:3]), color


@pytest.mark.parametrize("color", [*DEEP, *MAINS, *LIGHT])
def test_paper_dries(color: str) -> None:
    assert sum(process(color)) <= 280


def test_no_ink_leaps_between_neighbouring_colours() -> None:
    ramp = [process(mixed("#6E0F1A", "#F7A8A0", step / 60)) for step in range(61)]
    assert max(abs(one - other) for pair in pairwise(ramp) for one, other in zip(*pair, strict=True)) < 6


@pytest.mark.parametrize("color", ["#808080", "#F5F5F5", "#4A5A6A", "#222222"])
def test_greys_are_black_alone(color: str) -> None:
    assert process(color)[:3] == (0, 0, 0)


def test_white_is_paper_and_lighter_greys_take_less_ink() -> None:
    assert process("#FFFFFF") == (0, 0, 0, 0)
    blacks = [process(f"#{level:02X}{level:02X}{level:02X}")[3] for level in range(0, 256, 15)]
    assert blacks == sorted(blacks, reverse=True)


def test_teal_keeps_its_yellow() -> None:
    """Else it prints as navy blue."""
    cyan, _, yellow, _ = process("#0B7A81")
    assert cyan > 80
    assert yellow > 30
