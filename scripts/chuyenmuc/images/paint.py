"""Scene → Pillow image."""

from __future__ import annotations

import math
from functools import singledispatch

from PIL import Image, ImageDraw

from chuyenmuc.images import photo
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import parse
from chuyenmuc.images.pattern import pattern
from chuyenmuc.images.scene import Fill, Pattern, Photo, Picture, Scene, Shape, Text, Veil
from chuyenmuc.images.text import sized, typeface

OVERSAMPLE = 4
COARSE = 44  # pixels: in text of this size half a pixel is not seen


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
    (put_fine if shape.size < COARSE else put_plain)(shape, image)


def put_plain(shape: Text, image: Image.Image) -> None:
    draw, font = ImageDraw.Draw(image), sized(shape.font, shape.size)
    color = parse(shape.color)
    for x, character in typeface(shape.font).placed(shape.text):
        if character != " ":
            draw.text((shape.x + x * shape.size, shape.y), character, color, font, anchor="ls")


def put_fine(shape: Text, image: Image.Image) -> None:
    """Pillow puts glyphs on whole pixels, which shows as uneven gaps in small text: it is drawn larger and reduced."""
    edge = round(shape.size / 4) + 1  # ink may reach beyond the advance
    left, top = math.floor(shape.box.x) - edge, math.floor(shape.box.y) - edge
    width, height = (math.ceil(side) + 2 * edge + 1 for side in (shape.box.width, shape.box.height))
    mask = Image.new("L", (width * OVERSAMPLE, height * OVERSAMPLE))
    draw, font = ImageDraw.Draw(mask), sized(shape.font, shape.size * OVERSAMPLE)
    for x, character in typeface(shape.font).placed(shape.text):
        if character != " ":
            place = (shape.x - left + x * shape.size) * OVERSAMPLE, (shape.y - top) * OVERSAMPLE
            draw.text(place, character, 255, font, anchor="ls")
    image.paste(parse(shape.color), (left, top), mask.reduce(OVERSAMPLE))
