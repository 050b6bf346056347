"""Scene → Pillow image."""

from __future__ import annotations

import math
from functools import lru_cache, singledispatch

from PIL import Image, ImageDraw

from chuyenmuc.images import photo
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import parse
from chuyenmuc.images.pattern import pattern
from chuyenmuc.images.scene import Fill, Pattern, Photo, Picture, Scene, Shape, Text, Veil
from chuyenmuc.images.text import sized, typeface

OVERSAMPLE = 4
COARSE = 44  # pixels: in text of this size half a pixel is not seen
FINE = 4


def paint(scene: Scene) -> Image.Image:
    image = Image.new("RGB", (scene.width, scene.height), parse(scene.background))
    for shape in scene.shapes:
        put(shape, image)
    return image


@singledispatch
def put(shape: Shape, image: Image.Image) -> None:
    raise TypeError(type(shape))


@put.register
def _(shape: Fill, image: Image.Image) -> None:
    area = shape.box.pixels()
    if not shape.radius:
        image.paste(parse(shape.color), area)
        return
    image.paste(parse(shape.color), area[:2], rounded(area[2] - area[0], area[3] - area[1], shape.radius))


def rounded(width: int, height: int, radius: float) -> Image.Image:
    mask = Image.new("L", (width * OVERSAMPLE, height * OVERSAMPLE))
    corner = (0, 0, width * OVERSAMPLE - 1, height * OVERSAMPLE - 1)
    ImageDraw.Draw(mask).rounded_rectangle(corner, min(radius, width / 2, height / 2) * OVERSAMPLE, fill=255)
    return mask.reduce(OVERSAMPLE)


def whole(box: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = box.pixels()
    return left, top, max(1, right - left), max(1, bottom - top)


@put.register
def _(shape: Pattern, image: Image.Image) -> None:
    left, top, width, height = whole(shape.box)
    image.paste(pattern(width, height, shape.seed, shape.topic, shape.colors), (left, top))


@put.register
def _(shape: Photo, image: Image.Image) -> None:
    left, top, width, height = whole(shape.box)
    image.paste(photo.cropped(shape.path, (width, height), shape.focus), (left, top))


@put.register
def _(shape: Veil, image: Image.Image) -> None:
    left, top, width, height = whole(shape.box)
    strengths = bytes(
        round(255 * (shape.top + (shape.bottom - shape.top) * row / max(1, height - 1))) for row in range(height)
    )
    mask = Image.frombytes("L", (1, height), strengths).resize((width, height))
    image.paste(parse(shape.color), (left, top, left + width, top + height), mask)


@put.register
def _(shape: Picture, image: Image.Image) -> None:
    left, top, width, height = whole(shape.box)
    with Image.open(shape.path, formats=["PNG"]) as file:
        picture = file.convert("RGBA")
    picture.thumbnail((width, height), Image.Resampling.LANCZOS)
    image.paste(picture, (left, top), picture)


@put.register
def _(shape: Text, image: Image.Image) -> None:
    """Each glyph at its place: to the quarter of a pixel in small text, where uneven gaps would show."""
    color, baseline = parse(shape.color), round(shape.y)
    grain = FINE if shape.size < COARSE else 1
    for x, character in typeface(shape.font).placed(shape.text):
        if character != " ":
            whole, part = divmod(round((shape.x + x * shape.size) * grain), grain)
            mask, left, top = glyph(shape.font, shape.size, character, grain, part)
            image.paste(color, (whole + left, baseline + top), mask)


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
