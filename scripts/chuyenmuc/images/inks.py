"""Colours of screens as inks of offset printing, by what the inks look like where they overlap on white paper.

Neugebauer's equations with Yule and Nielsen's factor: paper, three inks and what they make together, each covering its
share. The looks of the solid inks are those of common coated offset (ISO 12647-2), rounded; a printer's own profile is
better, and `inks:` in brand.yml takes what it says.

Two inks make a hue; what a third would only darken is left to black, which no slip of the press turns brown or purple.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from chuyenmuc.images.color import RGB, parse

Light = tuple[float, ...]  # of three channels, in the powers in which light adds up
Shares = tuple[float, float, float]  # of cyan, magenta and yellow
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
DARK: float = BLACK ** (1 / FACTOR)
MOST = 2.8  # solid inks in all
NEAR_BLACK, GREYS = 0.19, 0.5  # up to so light, greys of text are black alone: one ink, so that edges stay sharp
NEARLY_GREY, GREY = 0.13, 0.02  # how far the channels of a dark and of a light grey may differ
# The darkest colours keep some of the third ink, as black alone leaves them thin: from which share of black, how much.
THIN, KEPT = 0.35, 0.3
HALVINGS = 5  # of what is known of the most black
ROUNDS, NEAR = 40, 0.001  # how often the inks are bettered at most, and a change that is none
# How eyes miss a colour: by its lightness, between red and green, between yellow and blue. What no ink reaches comes
# out with the hue it had.
EYE = ((0.25, 0.68, 0.07), (0.55, -0.85, 0.3), (0.19, 0.6, -0.79))


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def channel(light: float) -> int:
    """The other way: what a screen is told, from 0 to 255."""
    return round(255 * (12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055))


def powers(color: str) -> Light:
    return tuple(max(0.0, linear(channel / 255)) ** (1 / FACTOR) for channel in parse(color))


def sensed(light: Light) -> Light:
    return tuple(sum(part * power for part, power in zip(row, light, strict=True)) for row in EYE)


LOOKS: dict[tuple[int, ...], Light] = {cover: powers(color) for cover, color in SOLIDS.items()}


def through(black: float) -> float:
    """How much of what lies beneath a share of black is seen."""
    return 1 - black + black * DARK


def seen(inks: Shares, black: float) -> Light:
    """What shares of the inks look like."""
    found = [0.0, 0.0, 0.0]
    for cover in product((0, 1), repeat=3):
        share = 1.0
        for ink, covers in zip(inks, cover, strict=True):
            share *= ink if covers else 1 - ink
        found = [sum_ + share * light for sum_, light in zip(found, LOOKS[cover], strict=True)]
    return tuple(through(black) * light for light in found)


def shown(ink: Ink) -> RGB:
    """What hundredths of the inks look like on a screen."""
    cyan, magenta, yellow, black = (share / 100 for share in ink)
    red, green, blue = (channel(light**FACTOR) for light in seen((cyan, magenta, yellow), black))
    return red, green, blue


@lru_cache(maxsize=4096)
def process(color: str) -> Ink:
    """Hundredths of cyan, magenta, yellow and black. Greys are black alone."""
    channels = [channel / 255 for channel in parse(color)]
    light, apart = max(channels), max(channels) - min(channels)
    if light <= NEAR_BLACK and apart <= NEARLY_GREY:
        return 0, 0, 0, 100
    wanted = powers(color)
    if apart <= (NEARLY_GREY if light <= GREYS else GREY):
        return 0, 0, 0, round(100 * (1 - sum(wanted) / 3) / (1 - DARK), 1)
    black = replaced(wanted)
    cyan, magenta, yellow = (round(100 * ink, 1) for ink in drying(solved(wanted, black), black))
    return cyan, magenta, yellow, round(100 * black, 1)


def drying(inks: Shares, black: float) -> Shares:
    """No more than paper takes."""
    spare = min(1.0, (MOST - black) / max(1e-9, sum(inks)))
    cyan, magenta, yellow = (ink * spare for ink in inks)
    return cyan, magenta, yellow


def replaced(wanted: Light) -> float:
    """The share of black that stands for what a third ink would darken."""
    most = blackest(wanted)
    return most * (1 - KEPT * max(0.0, most - THIN))


def blackest(wanted: Light) -> float:
    """The share of black with which two of the inks still make the colour, by halving."""
    low, high = 0.0, max(0.0, (1 - max(wanted)) / (1 - DARK))
    inks = solved(wanted, low)
    if min(inks) <= 0:
        return low
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        found = solved(wanted, middle, inks)
        if min(found) > 0:
            low, inks = middle, found
        else:
            high = middle
    return high


# The looks as sums of products of shares: of each ink, for each way in which eyes miss a colour, what is there without
# it (alone, with the one other, with the other, with both) and what it adds.
Sum = tuple[float, float, float, float]
Lines = tuple[tuple[Sum, Sum], ...]


def lines(which: int, one: int, other: int) -> Lines:
    def sums(covers: int) -> list[Sum]:
        looks = []
        for first, second in ((0, 0), (1, 0), (0, 1), (1, 1)):
            cover = [0, 0, 0]
            cover[which], cover[one], cover[other] = covers, first, second
            looks.append(sensed(LOOKS[tuple(cover)]))
        return [
            (bare, first - bare, second - bare, both - first - second + bare)
            for bare, first, second, both in zip(*looks, strict=True)
        ]

    found = []
    for below, above in zip(sums(0), sums(1), strict=True):
        bare, first, second, both = (after - before for before, after in zip(below, above, strict=True))
        found.append((below, (bare, first, second, both)))
    return tuple(found)


LINES = tuple((which, one, other, lines(which, one, other)) for which, one, other in ((0, 1, 2), (1, 0, 2), (2, 0, 1)))


def solved(wanted: Light, black: float, guess: Sequence[float] = (0.5, 0.5, 0.5)) -> Shares:
    """The inks over a share of black that come nearest: what they show is linear in each, so each in turn is set to
    its best."""
    aim = sensed(tuple(min(1.0, light / through(black)) for light in wanted))
    inks = list(guess)
    for _ in range(ROUNDS):
        change = 0.0
        for which, one, other, parts in LINES:
            found = best(inks[one], inks[other], parts, aim)
            change = max(change, abs(found - inks[which]))
            inks[which] = found
        if change < NEAR:
            break
    return inks[0], inks[1], inks[2]


def best(one: float, other: float, parts: Lines, aim: Light) -> float:
    """The share of an ink over two others that comes nearest."""
    both, missed, length = one * other, 0.0, 0.0
    for light, (below, above) in zip(aim, parts, strict=True):
        step = above[0] + above[1] * one + above[2] * other + above[3] * both
        missed += (light - below[0] - below[1] * one - below[2] * other - below[3] * both) * step
        length += step * step
    return min(1.0, max(0.0, missed / length))
