"""Drawn covers: a patchwork of plain geometry for items without a photo.

The seed (the item's address) decides the patches, so an item keeps its cover and no two look alike; the topic decides
the family of shapes, so readers come to know it. Patches are squares, drawn large and reduced for smooth edges.
"""

from __future__ import annotations

import hashlib
import math
import random
from collections.abc import Callable, Iterator
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

from chuyenmuc.images.color import mixed, parse

OVERSAMPLE = 4
PATCHES = 22  # about how many fill a cover
LEVELS = 12  # shades of an edge: twenty ramps of them share one palette
TURNS = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
STRENGTHS = [round(strength * (LEVELS - 1) / 255) for strength in range(256)]
Draw = ImageDraw.ImageDraw


def quarter(draw: Draw, n: int, ink: int, second: int) -> None:
    draw.pieslice((-n, -n, n, n), 0, 90, fill=ink)


def half(draw: Draw, n: int, ink: int, second: int) -> None:
    draw.pieslice((0, -n // 2, n, n // 2), 0, 180, fill=ink)


def disc(draw: Draw, n: int, ink: int, second: int) -> None:
    edge = n // 7
    draw.ellipse((edge, edge, n - edge, n - edge), fill=ink)


def ring(draw: Draw, n: int, ink: int, second: int) -> None:
    disc(draw, n, ink, second)
    edge = round(n * 0.3)
    draw.ellipse((edge, edge, n - edge, n - edge), fill=second)


def arcs(draw: Draw, n: int, ink: int, second: int) -> None:
    for i, share in enumerate((1.0, 0.78, 0.56, 0.34)):
        reach = round(n * share)
        draw.pieslice((-reach, -reach, reach, reach), 0, 90, fill=(ink, second)[i % 2])


def leaf(draw: Draw, n: int, ink: int, second: int) -> None:
    one, other = Image.new("1", (n, n)), Image.new("1", (n, n))
    ImageDraw.Draw(one).pieslice((-n, -n, n, n), 0, 90, fill=1)
    ImageDraw.Draw(other).pieslice((0, 0, 2 * n, 2 * n), 180, 270, fill=1)
    both = Image.new("1", (n, n))
    both.paste(one, mask=other)
    draw.bitmap((0, 0), both, fill=ink)


def stripes(draw: Draw, n: int, ink: int, second: int) -> None:
    for i in range(0, 8, 2):
        draw.rectangle((0, round(i * n / 8), n, round((i + 1) * n / 8) - 1), fill=ink)


def dots(draw: Draw, n: int, ink: int, second: int) -> None:
    for row in range(3):
        for column in range(3):
            x, y, r = (column + 0.5) * n / 3, (row + 0.5) * n / 3, n / 11
            draw.ellipse((x - r, y - r, x + r, y + r), fill=ink)


def triangle(draw: Draw, n: int, ink: int, second: int) -> None:
    draw.polygon(((0, 0), (n, 0), (0, n)), fill=ink)


def steps(draw: Draw, n: int, ink: int, second: int) -> None:
    for i in range(4):
        draw.rectangle((round(i * n / 4), round((3 - i) * n / 4), round((i + 1) * n / 4) - 1, n), fill=ink)


def pixels(draw: Draw, n: int, ink: int, second: int) -> None:
    for x, y in ((0, 0), (1, 1), (2, 2), (3, 3), (0, 2), (2, 0), (1, 3), (3, 1)):
        draw.rectangle(
            (round(x * n / 4), round(y * n / 4), round((x + 1) * n / 4) - 1, round((y + 1) * n / 4) - 1), fill=ink
        )


def cross(draw: Draw, n: int, ink: int, second: int) -> None:
    thin, wide = round(n * 0.38), round(n * 0.62)
    draw.rectangle((thin, 0, wide, n), fill=ink)
    draw.rectangle((0, thin, n, wide), fill=ink)


def bars(draw: Draw, n: int, ink: int, second: int) -> None:
    for i, share in enumerate((0.35, 0.6, 0.85)):
        draw.rectangle(
            (round((i * 3 + 0.6) * n / 9), round(n * (1 - share)), round((i * 3 + 2.6) * n / 9), n), fill=ink
        )


def plain(draw: Draw, n: int, ink: int, second: int) -> None:
    return


Painter = Callable[[Draw, int, int, int], None]
TWO_INKS = {ring, arcs}
FAMILIES: dict[int, tuple[Painter, ...]] = {
    0: (quarter, disc, pixels, half, triangle),
    1: (arcs, quarter, disc, half),  # thinking: light that spreads
    2: (stripes, half, quarter, triangle),  # institutions: columns and beams
    3: (dots, ring, cross, quarter),  # infrastructure: nodes and roads
    4: (leaf, disc, quarter, half),  # people and talent: growth
    5: (pixels, quarter, dots, disc),  # the state goes digital
    6: (steps, bars, triangle, quarter),  # businesses: climbing
    7: (ring, arcs, leaf, disc),  # co-operation: circles that meet
}


@lru_cache(maxsize=1024)
def mask(painter: Painter, side: int, both: bool) -> Image.Image:
    """Where a painter puts ink, in LEVELS strengths: ink of either kind, or of the second alone.

    Colourless, so items share it.
    """
    large = side * OVERSAMPLE
    image = Image.new("L", (large, large))
    painter(ImageDraw.Draw(image), large, 255 if both else 0, 255)
    return image.reduce(OVERSAMPLE).point(STRENGTHS)


@lru_cache(maxsize=1024)
def flat(side: int, value: int) -> Image.Image:
    return Image.new("L", (side, side), value)


def inked(painter: Painter, side: int, turns: int, both: bool, ramp: int) -> Image.Image:
    """The mask as places in the palette, on the shades of one ramp."""
    image = mask(painter, side, both)
    image = image.transpose(TURNS[turns - 1]) if turns else image
    return ImageChops.add(image, flat(side, ramp * LEVELS))


def patch(painter: Painter, side: int, turns: int, inks: int) -> Image.Image:
    """A square of `side` pixels in places of the palette: from ground to ink, from ink to the second colour."""
    image = inked(painter, side, turns, True, 2 * inks)
    if painter in TWO_INKS:
        ramp = 2 * inks + 1
        second = inked(painter, side, turns, False, ramp)
        image.paste(second, mask=second.point(lambda place: 255 * (place > ramp * LEVELS)))
    return image


def combinations(colors: tuple[str, str, str, str, str]) -> list[tuple[int, tuple[str, str, str]]]:
    """Weighted sets of ground, ink and second colour: mostly quiet, seldom the spark."""
    deep, main, light, soft, spark = colors
    between = mixed(deep, main, 0.5)
    return [
        (5, (deep, main, between)),
        (5, (main, deep, between)),
        (4, (main, light, main)),
        (3, (light, main, soft)),
        (3, (between, main, deep)),
        (2, (deep, light, deep)),
        (2, (light, deep, light)),
        (2, (deep, spark, deep)),
        (1, (spark, deep, spark)),
        (1, (soft, main, soft)),
    ]


def grid(width: int, height: int, tile: float = 0) -> tuple[int, int, int]:
    """Columns, rows and the side of a patch: whole patches that just cover the area.

    With `tile` as many columns of about that width as fill the width exactly, to the pixel.
    """
    if tile:
        columns = max(1, round(width / tile))
        side = -(-width // columns)
        return columns, max(1, -(-height // side)), side
    wanted = side_of(width, height)
    columns, rows = max(1, round(width / wanted)), max(1, round(height / wanted))
    return columns, rows, int(max(-(-width // columns), -(-height // rows)))


def spots(columns: int, rows: int, chance: random.Random) -> Iterator[tuple[int, int, int]]:
    """Column, row and span of each patch; a few are twice as large, for rhythm."""
    taken: set[tuple[int, int]] = set()
    large = max(1, columns * rows // 10)
    corners = [(x, y) for x in range(columns - 1) for y in range(rows - 1)]
    chance.shuffle(corners)
    for x, y in corners:
        cells = {(x + i, y + j) for i in (0, 1) for j in (0, 1)}
        if large and not cells & taken:
            taken |= cells
            large -= 1
            yield x, y, 2
    for y in range(rows):
        yield from ((x, y, 1) for x in range(columns) if (x, y) not in taken)


@lru_cache(maxsize=64)
def palette(colors: tuple[str, str, str, str, str]) -> list[int]:
    """For each set of inks two ramps of LEVELS shades."""
    ramps = [pair for _, (ground, ink, second) in combinations(colors) for pair in ((ground, ink), (ink, second))]
    shades = (parse(mixed(one, other, i / (LEVELS - 1))) for one, other in ramps for i in range(LEVELS))
    return [channel for shade in shades for channel in shade]


def side_of(width: float, height: float) -> float:
    """How wide a patch is of which a cover has as many as it should."""
    return max(math.sqrt(width * height / PATCHES), 8.0)


def pattern(
    width: int, height: int, seed: str, topic: int, colors: tuple[str, str, str, str, str], tile: float = 0
) -> Image.Image:
    chance = random.Random(hashlib.sha256(f"{seed}|{topic}".encode()).digest())
    columns, rows, side = grid(width, height, tile)
    image = Image.new("L", (columns * side, rows * side))  # places in the palette: a third of the work of RGB
    family = FAMILIES.get(topic, FAMILIES[0])
    weights = [weight for weight, _ in combinations(colors)]
    for x, y, span in spots(columns, rows, chance):
        painter = plain if chance.random() < 0.1 else chance.choice(family)
        inks = chance.choices(range(len(weights)), weights)[0]
        image.paste(patch(painter, side * span, chance.randrange(4), inks), (x * side, y * side))
    left, top = (image.width - width) // 2, (image.height - height) // 2
    image = image.crop((left, top, left + width, top + height))
    image.putpalette(palette(colors))
    return image.convert("RGB")
