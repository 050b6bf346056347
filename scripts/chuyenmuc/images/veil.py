"""How strong a veil must be for text on a photo to be read, and no stronger."""

from __future__ import annotations

import math
from functools import lru_cache

from PIL import Image

from chuyenmuc.images.color import RGB, luminance, parse

STEPS = 64
# A letter is read against the tone around it, not against single pixels: tones are those of square cells, so many
# that a headline's strokes are wider than one. A lamp or a glint, a hundredth of the cells, must not darken the rest.
CELLS = 2048
PASSED_OVER = 0.01
WEIGHTS = (0.2126, 0.7152, 0.0722)

Tones = list[tuple[int, RGB]]


def strength(image_region: Image.Image, text: str, veil: str, least: float = 4.5) -> float:
    """The smallest opacity of `veil` over the region at which `text` has the contrast `least`; 1 if none gives it."""
    tones = tones_of(image_region)
    few = PASSED_OVER * sum(count for count, _ in tones)
    tones = unread(tones, text, veil, 0, least)
    if seen(tones) <= few:
        return 0.0
    low, high = 0, STEPS  # the one is too weak, the other is enough
    while high - low > 1:
        middle = (low + high) // 2
        left = unread(tones, text, veil, middle, least)
        if seen(left) <= few:
            high = middle
        else:
            low, tones = middle, left  # what is read under a weaker veil is read under a stronger one
    return high / STEPS


def tones_of(region: Image.Image) -> Tones:
    """The colours of the region's cells, and how many cells are of each."""
    side = math.ceil(math.sqrt(region.width * region.height / CELLS))
    cells = region.convert("RGB").reduce(max(1, side))
    return cells.getcolors(cells.width * cells.height) or []  # type: ignore[return-value]


def seen(tones: Tones) -> int:
    return sum(count for count, _ in tones)


def unread(tones: Tones, text: str, veil: str, step: int, least: float) -> Tones:
    """The tones against which the text is too faint under a veil of so many steps."""
    red, green, blue = (shares(channel, step, axis) for axis, channel in enumerate(parse(veil)))
    own = luminance(text)
    highest, lowest = (own + 0.05) / least - 0.05, (own + 0.05) * least - 0.05
    return [(count, (r, g, b)) for count, (r, g, b) in tones if highest < red[r] + green[g] + blue[b] < lowest]


@lru_cache(maxsize=1024)
def shares(veil: int, step: int, axis: int) -> tuple[float, ...]:
    """What each value of a channel gives to the luminance under the veil, whose opacity Pillow keeps in 8 bits."""
    opacity = round(255 * step / STEPS) / 255
    return tuple(WEIGHTS[axis] * linear(round(value + (veil - value) * opacity)) for value in range(256))


@lru_cache(maxsize=256)
def linear(value: int) -> float:
    return luminance(f"#{value:02X}{value:02X}{value:02X}")
