"""Colours of screens as inks of offset printing, by what the inks look like where they overlap on white paper.

Neugebauer's equations with Yule and Nielsen's factor: paper, three inks and what they make together, each covering its
share. The looks of the solid inks are those of common coated offset (ISO 12647-2), rounded; a printer's own profile is
better, and `inks:` in brand.yml takes what it says.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from chuyenmuc.images.color import parse

Ink = tuple[float, float, float, float]  # hundredths of cyan, magenta, yellow, black
# By which of cyan, magenta and yellow cover the paper.
SOLIDS = {
    (0, 0, 0): "#FFFFFF",
    (1, 0, 0): "#009FE3",
    (0, 1, 0): "#E6007E",
    (0, 0, 1): "#FFED00",
    (1, 1, 0): "#312783",
    (1, 0, 1): "#009640",
    (0, 1, 1): "#E30613",
    (1, 1, 1): "#373331",
}
BLACK = 0.012  # what light black ink gives back
FACTOR = 1.7
MOST = 2.9  # solid inks in all
NEAR_BLACK, DARK = 0.19, 0.5  # up to so light, greys of text are black alone: one ink, so that edges stay sharp
NEARLY_GREY, GREY = 0.13, 0.02  # how far the channels of a dark and of a light grey may differ


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def powers(color: str) -> tuple[float, ...]:
    return tuple(max(0.0, linear(channel / 255)) ** (1 / FACTOR) for channel in parse(color))


LOOKS: dict[tuple[int, ...], tuple[float, ...]] = {cover: powers(color) for cover, color in SOLIDS.items()}


def seen(inks: tuple[float, float, float], black: float) -> tuple[float, ...]:
    """What shares of the inks look like, in the powers in which light adds up."""
    found = [0.0, 0.0, 0.0]
    for cover in product((0, 1), repeat=3):
        share = 1.0
        for ink, covers in zip(inks, cover, strict=True):
            share *= ink if covers else 1 - ink
        found = [sum_ + share * light for sum_, light in zip(found, LOOKS[cover], strict=True)]
    dark = BLACK ** (1 / FACTOR)
    return tuple((1 - black) * light + black * dark * light for light in found)


@lru_cache(maxsize=512)
def process(color: str) -> Ink:
    """Hundredths of cyan, magenta, yellow and black. Greys are black alone."""
    red, green, blue = (channel / 255 for channel in parse(color))
    light, dark = max(red, green, blue), min(red, green, blue)
    if light <= NEAR_BLACK and light - dark <= NEARLY_GREY:
        return 0, 0, 0, 100
    if light - dark <= (NEARLY_GREY if light <= DARK else GREY):
        given = sum(powers(color)) / 3
        return 0, 0, 0, round(100 * (1 - given) / (1 - BLACK ** (1 / FACTOR)), 1)
    black = 0.8 * max(0.0, (0.75 - light) / 0.75) ** 1.5
    inks = solved(powers(color), black)
    spare = min(1.0, (MOST - black) / max(1e-9, sum(inks)))
    cyan, magenta, yellow = (round(100 * ink * spare, 1) for ink in inks)
    return cyan, magenta, yellow, round(100 * black, 1)


def solved(wanted: tuple[float, ...], black: float) -> tuple[float, float, float]:
    """The shares of the three inks that come nearest: each is bettered in turn, in ever smaller steps."""
    best = (1 - wanted[0], 1 - wanted[1], 1 - wanted[2])
    step, least = 0.25, missed(best, black, wanted)
    while step > 0.001:
        ways = [moved(best, ink, way * step) for ink in range(3) for way in (-1, 1)]
        found = min(ways, key=lambda inks: missed(inks, black, wanted))
        if (error := missed(found, black, wanted)) < least:
            best, least = found, error
        else:
            step /= 2
    return best


def missed(inks: tuple[float, float, float], black: float, wanted: tuple[float, ...]) -> float:
    return sum((one - other) ** 2 for one, other in zip(seen(inks, black), wanted, strict=True))


def moved(inks: tuple[float, float, float], which: int, by: float) -> tuple[float, float, float]:
    cyan, magenta, yellow = (
        min(1.0, max(0.0, ink + (by if number == which else 0))) for number, ink in enumerate(inks)
    )
    return cyan, magenta, yellow
