"""Scene → Pillow image."""

from __future__ import annotations

import math
from functools import lru_cache, singledispatch

from PIL import Image, ImageDraw

from chuyenmuc.images import photo, picture, qr
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import mixed, parse
from chuyenmuc.images.duotone import duotone
from chuyenmuc.images.pattern import pattern
from chuyenmuc.images.scene import (
    Code,
    Fill,
    Geometry,
    Pattern,
    Photo,
    Picture,
    Scene,
    Sector,
    Shade,
    Shape,
    Side,
    Stamp,
    Text,
    Veil,
)
from chuyenmuc.images.text import sized, typeface
from chuyenmuc.images.veil import strength

OVERSAMPLE = 4
COARSE = 44  # pixels: in text of this size half a pixel is not seen
FINE = 4
RING = 0.16  # of a ring's outer radius: the thickness of its band
CHORD = 19  # degrees below the horizontal at which the foot of a disc begins
FADE = 0.5  # of a shade's box: over how much of it the veil fades away
ASKEW = 9  # degrees
PLATE = 120  # of 255: how much a stamp hides what it lies on


def paint(scene: Scene) -> Image.Image:
    color = parse(scene.background)
    if scene.transparent:
        image = Image.new("RGBA", (scene.width, scene.height), (*color, 0))  # edges fade into the same colour
    else:
        image = Image.new("RGB", (scene.width, scene.height), color)
    for shape in scene.shapes:
        put(shape, image)
    return image


@singledispatch
def put(shape: Shape, image: Image.Image) -> None:
    raise TypeError(type(shape))


def whole(box: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = box.pixels()
    return left, top, max(1, right - left), max(1, bottom - top)


@put.register
def _(shape: Fill, image: Image.Image) -> None:
    left, top, width, height = whole(shape.box)
    ground = parse(shape.color)
    mask = rounded(width, height, shape.radius) if shape.radius else None
    if shape.to:
        image.paste(gradient(shape.color, shape.to, shape.toward, width, height), (left, top), mask)
    else:
        image.paste(ground, (left, top, left + width, top + height), mask)


def gradient(start: str, end: str, toward: Side, width: int, height: int) -> Image.Image:
    across = toward in {"left", "right"}
    steps = width if across else height
    shades = [parse(mixed(start, end, step / max(1, steps - 1))) for step in range(steps)]
    shades = shades if toward in {"right", "bottom"} else shades[::-1]
    line = Image.new("RGB", (steps, 1) if across else (1, steps))
    line.putdata(shades)
    return line.resize((width, height))


@lru_cache(maxsize=64)
def rounded(width: int, height: int, radius: float) -> Image.Image:
    """A mask with smooth corners; only the corners are drawn large and reduced."""
    reach = min(math.ceil(radius), width // 2, height // 2)
    mask = Image.new("L", (width, height), 255)
    if not reach:
        return mask
    large = Image.new("L", (2 * reach * OVERSAMPLE, 2 * reach * OVERSAMPLE))
    ImageDraw.Draw(large).ellipse((0, 0, large.width - 1, large.height - 1), fill=255)
    disc = large.reduce(OVERSAMPLE)
    for x, y, left, top in (
        (0, 0, 0, 0),
        (width - reach, 0, reach, 0),
        (0, height - reach, 0, reach),
        (width - reach, height - reach, reach, reach),
    ):
        mask.paste(disc.crop((left, top, left + reach, top + reach)), (x, y))
    return mask


@put.register
def _(shape: Geometry, image: Image.Image) -> None:
    large, box, place = enlarged(shape.box, image)
    draw, (left, top, right, bottom) = ImageDraw.Draw(large), box
    match shape.form:
        case "circle":
            draw.ellipse(box, fill=255)
        case "ring":
            draw.ellipse(box, fill=255)
            draw.ellipse(within(box, RING), fill=0)
        case "chord":
            draw.chord(box, CHORD, 180 - CHORD, fill=255)
        case "slant":
            draw.polygon(((left, bottom), (right, top), (right, bottom)), fill=255)
        case "tail":
            draw.polygon(((left, top), (right, top), (left, bottom)), fill=255)
    image.paste(parse(shape.color), place, large.reduce(OVERSAMPLE))


@put.register
def _(shape: Sector, image: Image.Image) -> None:
    large, box, place = enlarged(shape.box, image)
    draw = ImageDraw.Draw(large)
    if shape.sweep >= 360:
        draw.ellipse(box, fill=255)
    elif shape.sweep > 0:
        start = shape.start % 360 - 90  # Pillow counts from three o'clock
        draw.pieslice(box, start, start + shape.sweep, fill=255)
    if shape.inner > 0:
        draw.ellipse(within(box, 1 - shape.inner), fill=0)
    image.paste(parse(shape.color), place, large.reduce(OVERSAMPLE))


Corners = tuple[int, int, int, int]


def enlarged(box: Box, image: Image.Image) -> tuple[Image.Image, Corners, tuple[int, int]]:
    """A mask for the part of a box that the image shows, larger than it; where the box lies on it, and it on the image.

    Of a disc that swells in from beyond an edge most is never drawn.
    """
    left, top, width, height = whole(box)
    x, y = max(0, left), max(0, top)
    across, down = max(1, min(image.width, left + width) - x), max(1, min(image.height, top + height) - y)
    mask = Image.new("L", (across * OVERSAMPLE, down * OVERSAMPLE))
    near, above = (left - x) * OVERSAMPLE, (top - y) * OVERSAMPLE
    return mask, (near, above, near + width * OVERSAMPLE - 1, above + height * OVERSAMPLE - 1), (x, y)


def within(box: Corners, share: float) -> Corners:
    """The hole in a disc, whose band takes a share of its radius; on whole pixels wherever the disc lies."""
    left, top, right, bottom = box
    across, down = right - left, bottom - top
    x, y = share * across / 2, share * down / 2
    return left + int(x), top + int(y), left + int(across - x), top + int(down - y)


def put_covering(picture: Image.Image, left: int, top: int, radius: float, image: Image.Image) -> None:
    image.paste(picture, (left, top), rounded(*picture.size, radius) if radius else None)


@put.register
def _(shape: Pattern, image: Image.Image) -> None:
    left, top, width, height = whole(shape.box)
    drawn = pattern(width, height, shape.seed, shape.topic, shape.colors, shape.tile)
    put_covering(drawn, left, top, shape.radius, image)


@put.register
def _(shape: Photo, image: Image.Image) -> None:
    left, top, width, height = whole(shape.box)
    taken = photo.cropped(shape.path, (width, height), shape.focus)
    taken = duotone(taken, *shape.duotone) if shape.duotone else taken
    put_covering(taken, left, top, shape.radius, image)


@put.register
def _(shape: Veil, image: Image.Image) -> None:
    height = whole(shape.box)[3]
    lay(
        image,
        shape.box,
        shape.color,
        [shape.top + (shape.bottom - shape.top) * row / max(1, height - 1) for row in range(height)],
        across=False,
    )


def lay(image: Image.Image, box: Box, color: str, strengths: list[float], *, across: bool) -> None:
    """A colour over a box, its strength (0–1) given for each row, or for each column."""
    left, top, width, height = whole(box)
    line = bytes(round(255 * strength) for strength in strengths)
    mask = Image.frombytes("L", (len(line), 1) if across else (1, len(line)), line).resize((width, height))
    image.paste(parse(color), (left, top, left + width, top + height), mask)


@put.register
def _(shape: Shade, image: Image.Image) -> None:
    """As strong as the neediest text asks, over all texts; from there it fades towards the other side."""
    if not shape.texts:
        return
    needed = max(strength(around(box, image), color, shape.color) for box, color in shape.texts)
    left, top, width, height = whole(shape.box)
    across = shape.side in {"left", "right"}
    steps, start = (width, left) if across else (height, top)
    near = [(box.x, box.right) if across else (box.y, box.bottom) for box, _ in shape.texts]
    reach = FADE * steps
    if shape.side in {"bottom", "right"}:
        edge = min(low for low, _ in near) - start
        reach = max(1.0, min(reach, edge))
        depths = [edge - step for step in range(steps)]
    else:
        edge = max(high for _, high in near) - start
        reach = max(1.0, min(reach, steps - edge))
        depths = [step - edge for step in range(steps)]
    lay(image, shape.box, shape.color, [needed * faded(depth / reach) for depth in depths], across=across)


def faded(share: float) -> float:
    """From 1 at 0 and below down to 0 at 1, gently at both ends."""
    share = min(1.0, max(0.0, share))
    return 1 - share * share * (3 - 2 * share)


def around(box: Box, image: Image.Image) -> Image.Image:
    edge = 0.25 * box.height
    area = box.inset(-edge, -edge, -edge, -edge).overlap(Box(0, 0, *image.size))
    left, top, width, height = whole(area)
    return image.crop((left, top, left + width, top + height)).convert("RGB")


@put.register
def _(shape: Picture, image: Image.Image) -> None:
    left, top, width, height = whole(shape.box)
    shown = picture.whole(shape.path, width, height)
    place = left + (width - shown.width) // 2, top + (height - shown.height) // 2
    image.paste(shown, place, shown)


@put.register
def _(shape: Code, image: Image.Image) -> None:
    left, top, side, _ = whole(shape.box)
    image.paste(qr.drawn(shape.rows, side), (left, top))


@put.register
def _(shape: Stamp, image: Image.Image) -> None:
    """A frame and the word on a plate that lets the card be read through it, turned as one."""
    _, _, width, height = whole(shape.box)
    face, edge = typeface(shape.font), round(0.03 * width)
    above, _ = face.heights(shape.text)
    size = math.floor(min((width - 5 * edge) / face.width(shape.text), (height - 5 * edge) / above))
    x, y = (width - face.width(shape.text) * size) / 2, (height + above * size) / 2
    ink = Image.new("RGB", (width, height))
    put(Fill(Box(0, 0, width, height), "#FFFFFF"), ink)
    put(Fill(Box(edge, edge, width - 2 * edge, height - 2 * edge), "#000000"), ink)
    put(Text(shape.text, x, y, shape.font, size, "#FFFFFF", Box(x, y - above * size, width, above * size)), ink)
    for color, mask in ((shape.ground, Image.new("L", ink.size, PLATE)), (shape.color, ink.convert("L"))):
        turned = mask.rotate(ASKEW, Image.Resampling.BICUBIC, expand=True)
        left, top = round((image.width - turned.width) / 2), round((image.height - turned.height) / 2)
        image.paste(parse(color), (left, top, left + turned.width, top + turned.height), turned)


@put.register
def _(shape: Text, image: Image.Image) -> None:
    """Each glyph at its place: to the quarter of a pixel in small text, where uneven gaps would show."""
    color, baseline = parse(shape.color), round(shape.y)
    ink: tuple[int, ...] = (*color, 255) if image.mode == "RGBA" else color
    face, grain = typeface(shape.font), FINE if shape.size < COARSE else 1
    for x, character in face.placed(shape.text):
        if character != " ":
            whole, part = divmod(round((shape.x + x * shape.size) * grain), grain)
            mask, left, top = glyph(face.font_of(character), shape.size, character, grain, part)
            image.paste(ink, (whole + left, baseline + top), mask)


@lru_cache(maxsize=16_384)
def glyph(font: str, size: float, character: str, grain: int, part: int) -> tuple[Image.Image, int, int]:
    """A glyph's mask and its place from the origin. Drawn `grain` times as large and reduced, `part` of a pixel on."""
    large = sized(font, size * grain)
    left, top, right, bottom = large.getbbox(character, anchor="ls")
    edge, over = math.floor((left + part) / grain), math.floor(top / grain)
    width, height = math.ceil((right + part) / grain) - edge, math.ceil(bottom / grain) - over
    mask = Image.new("L", (max(1, width) * grain, max(1, height) * grain))
    ImageDraw.Draw(mask).text((part - edge * grain, -over * grain), character, 255, large, anchor="ls")
    return mask.reduce(grain) if grain > 1 else mask, edge, over
