"""Pictures of screens as plates of process colours: one table, made once, that a whole picture goes through.

What is colourful gets the inks of shapes. Unlike text, pictures keep their greys, and hues near them such as skin's, in
all inks: a grey that changed from black ink to three others would show seams, and black dots would make faces rough.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PIL import Image, ImageFilter

from chuyenmuc.images.inks import FACTOR, drying, linear, replaced, shown, solved

STEPS = 17  # of each channel in the table; between them a picture's colours are mixed
DARKEST, BLACK_FROM = 0.8, 0.75  # how much black ink the darkest greys get, and below which light they get any
PALE, COLOURFUL = 0.4, 0.7  # how far the channels differ, of the lightest: black is a grey's up to one, a shape's from


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
    return ImageFilter.Color3DLUT(STEPS, list(shares()), channels=4, target_mode="CMYK", _copy_table=False)


@lru_cache(maxsize=1)
def look() -> ImageFilter.Color3DLUT:
    """From red, green and blue to what their inks look like."""
    found = shares()
    inks = (tuple(100 * share for share in found[start : start + 4]) for start in range(0, len(found), 4))
    tones = [tone / 255 for cyan, magenta, yellow, black in inks for tone in shown((cyan, magenta, yellow, black))]
    return ImageFilter.Color3DLUT(STEPS, tones, _copy_table=False)


@lru_cache(maxsize=1)
def shares() -> tuple[float, ...]:
    levels = [step / (STEPS - 1) for step in range(STEPS)]
    lights = [linear(level) ** (1 / FACTOR) for level in levels]
    found: list[float] = []
    for blue in range(STEPS):
        for green in range(STEPS):
            inks = (0.5, 0.5, 0.5)  # its neighbour's are a good guess for the next
            for red in range(STEPS):
                wanted = lights[red], lights[green], lights[blue]
                black = key_of((levels[red], levels[green], levels[blue]), wanted)
                inks = solved(wanted, black, inks)
                found += [*drying(inks, black), black]
    return tuple(found)


def key_of(channels: tuple[float, ...], wanted: tuple[float, ...]) -> float:
    """The share of black ink: a shape's of what is colourful, less of what is nearly grey."""
    light = max(channels)
    least = DARKEST * float(max(0.0, (BLACK_FROM - light) / BLACK_FROM) ** 1.5)
    colourful = ((light - min(channels)) / light - PALE) / (COLOURFUL - PALE) if light else 0.0
    if colourful <= 0:
        return least
    return least + (replaced(wanted) - least) * min(1.0, colourful)
