"""Pictures in process colours: the same to the eye, with no more ink than dries."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PIL import Image

from chuyenmuc.images.color import parse
from chuyenmuc.images.inks import FACTOR, MOST, process, seen
from chuyenmuc.images.plates import separated

COLORS = ("#C4212F", "#0B2A6B", "#FFB81C", "#1B7F49", "#8FB4FF", "#6A3FC4", "#EAF1FF", "#5E0F3F", "#BF500A")


def plates_of(color: str) -> tuple[int, int, int, int]:
    made = separated(Image.new("RGB", (2, 2), parse(color))).plates
    assert made.mode == "CMYK"
    return made.getpixel((0, 0))  # type: ignore[return-value]


def look(shares: list[float]) -> list[float]:
    """What is seen of shares of ink, as light."""
    cyan, magenta, yellow, black = shares
    return [power**FACTOR for power in seen((cyan, magenta, yellow), black)]


@pytest.mark.parametrize("color", COLORS)
def test_a_colour_of_a_picture_looks_like_that_of_a_shape(color: str) -> None:
    mine = look([plate / 255 for plate in plates_of(color)])
    shape = look([share / 100 for share in process(color)])
    assert mine == pytest.approx(shape, abs=0.02)


def test_white_is_bare_paper_and_dark_colours_dry() -> None:
    assert plates_of("#FFFFFF") == (0, 0, 0, 0)
    for color in ("#000000", "#00001A", "#1A0000", "#001A00", *COLORS):
        assert sum(plates_of(color)) <= (MOST + 0.02) * 255
    assert plates_of("#000000")[3] > 190


def test_greys_run_smoothly() -> None:
    ramp = separated(Image.linear_gradient("L").convert("RGB")).plates
    for plate in ramp.split():
        shares = [plate.getpixel((128, row)) for row in range(256)]
        steps = [abs(one - other) for one, other in pairwise(shares)]  # type: ignore[operator]
        assert max(steps) <= 6


def test_what_is_seen_through_stays_so() -> None:
    picture = Image.new("RGBA", (4, 4), (196, 33, 47, 128))
    made = separated(picture)
    assert made.alpha is not None
    assert made.alpha.getpixel((0, 0)) == 128
    assert separated(picture.convert("RGB")).alpha is None
