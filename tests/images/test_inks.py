from __future__ import annotations

import pytest

from chuyenmuc.images.color import parse
from chuyenmuc.images.inks import FACTOR, linear, process, seen

DEEP = ("#063F45", "#0B7A81", "#0B2A6B", "#6E0F1A", "#1B7F49")
LIGHT = ("#7FD3D0", "#E4F5F3", "#FF9466", "#8FB4FF", "#FFB81C", "#FDEEEB", "#D7DEE6")


@pytest.mark.parametrize("color", DEEP + LIGHT)
def test_inks_look_like_the_colour_that_they_print(color: str) -> None:
    cyan, magenta, yellow, black = (ink / 100 for ink in process(color))
    printed = [light**FACTOR for light in seen((cyan, magenta, yellow), black)]
    wanted = [linear(channel / 255) for channel in parse(color)]
    assert printed == pytest.approx(wanted, abs=0.18)


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
