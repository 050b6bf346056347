"""Pictures of screens as plates of process colours: one table, made once, that a whole picture goes through.

Unlike text, pictures keep their greys in all inks: a grey that changed from black ink to three others would show seams.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PIL import Image, ImageFilter

from chuyenmuc.images.inks import BLACK, FACTOR, LOOKS, MOST, linear

STEPS = 13  # of each channel in the table; between them a picture's colours are mixed
ROUNDS, NEAR = 40, 0.001  # how often the inks are bettered at most, and a change that is none
DARKEST, BLACK_FROM = 0.8, 0.75  # how much black ink the darkest colours get, and below which light they get any
DARK = BLACK ** (1 / FACTOR)

Inks = list[float]
Light = tuple[float, ...]


class Separated(NamedTuple):
    """`alpha` is the picture's own mask, where it lets something through."""

    plates: Image.Image
    alpha: Image.Image | None


def separated(picture: Image.Image) -> Separated:
    return Separated(picture.convert("RGB").filter(table()), mask_of(picture))


def mask_of(picture: Image.Image) -> Image.Image | None:
    alpha = picture.getchannel("A") if picture.mode == "RGBA" else None
    return None if alpha and alpha.getextrema() == (255, 255) else alpha


@lru_cache(maxsize=1)
def table() -> ImageFilter.Color3DLUT:
    """From red, green and blue to shares of cyan, magenta, yellow and black."""
    levels = [linear(step / (STEPS - 1)) ** (1 / FACTOR) for step in range(STEPS)]
    shares: list[float] = []
    for blue in range(STEPS):
        for green in range(STEPS):
            inks = [0.5, 0.5, 0.5]  # its neighbour's are a good guess for the next
            for red in range(STEPS):
                black = key_of(max(red, green, blue) / (STEPS - 1))
                inks = solved((levels[red], levels[green], levels[blue]), black, inks)
                spare = min(1.0, (MOST - black) / max(1e-9, sum(inks)))
                shares += [*(ink * spare for ink in inks), black]
    return ImageFilter.Color3DLUT(STEPS, shares, channels=4, target_mode="CMYK", _copy_table=False)


def key_of(light: float) -> float:
    """The share of black ink in a colour whose lightest channel is so light."""
    return DARKEST * float(max(0.0, (BLACK_FROM - light) / BLACK_FROM) ** 1.5)


def solved(wanted: Light, black: float, inks: Inks) -> Inks:
    """The inks that come nearest: what they show is linear in each, so each in turn is set to its best."""
    through = 1 - black + black * DARK
    wanted = tuple(min(1.0, light / through) for light in wanted)
    found = list(inks)
    for _ in range(ROUNDS):
        before = list(found)
        for which in range(3):
            found[which] = best(which, found, wanted)
        if max(abs(one - other) for one, other in zip(before, found, strict=True)) < NEAR:
            break
    return found


def best(which: int, inks: Inks, wanted: Light) -> float:
    """The share of one ink over the other two that comes nearest to what is wanted."""
    bare, full = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
    one, other = (number for number in range(3) if number != which)
    for first in (0, 1):
        for second in (0, 1):
            share = (inks[one] if first else 1 - inks[one]) * (inks[other] if second else 1 - inks[other])
            for total, covers in ((bare, 0), (full, 1)):
                cover = [0, 0, 0]
                cover[which], cover[one], cover[other] = covers, first, second
                for channel, light in enumerate(LOOKS[tuple(cover)]):
                    total[channel] += share * light
    toward = [after - before for before, after in zip(bare, full, strict=True)]
    missed = sum((want - before) * step for want, before, step in zip(wanted, bare, toward, strict=True))
    return min(1.0, max(0.0, missed / sum(step * step for step in toward)))
