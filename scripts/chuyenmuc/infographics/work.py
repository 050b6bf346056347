"""What one process does: composes the pages of one medium, paints or prints them, and stores them."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chuyenmuc.images.brand import Look
from chuyenmuc.images.cache import Drawn, joined, store
from chuyenmuc.images.encode import encoded
from chuyenmuc.images.paint import paint
from chuyenmuc.images.press import About, Sheet, pdf
from chuyenmuc.images.scene import Scene
from chuyenmuc.infographics.media import Medium
from chuyenmuc.infographics.pen import TooTight
from chuyenmuc.infographics.sheets import scenes
from chuyenmuc.infographics.story import Story

MOST_KB = 4096
SEEN = (1000, 1400)  # pixels: the picture that stands for a PDF file
LONGEST_ALT = 420
Inks = Mapping[str, tuple[float, float, float, float]]


@dataclass(frozen=True)
class Order:
    """All pages of one medium of one story, under one key."""

    key: str
    story: Story
    medium: Medium
    look: Look
    inks: Inks
    folder: Path
    size: int = 1


@dataclass(frozen=True)
class Done:
    """What became of an order: its files, the first of which lists the others; or what found no room."""

    key: str
    drawn: tuple[Drawn, ...] = ()
    tight: str = ""
    fitting: tuple[str, ...] = field(default=())


def draw(order: Order) -> Done:
    try:
        made = scenes(order.story, order.medium, order.look)
    except TooTight as problem:
        return Done(order.key, tight=str(problem) or order.story.title)
    files = printed(order, made) if order.medium.one_file else painted(order, made)
    told = json.dumps({"pages": len(made), "said": [said(scene) for scene in made]}, ensure_ascii=False)
    index = store(order.folder, order.key, told.encode(), ".json", (len(made), 0))
    return Done(order.key, (index, *files))


def measure(order: Order) -> Done:
    """Only finds out what fits."""
    try:
        scenes(order.story, order.medium, order.look)
    except TooTight as problem:
        return Done(order.key, tight=str(problem) or order.story.title)
    return Done(order.key, fitting=(order.key,))


def page_key(key: str, number: int) -> str:
    return joined(key, str(number))


def painted(order: Order, made: list[Scene]) -> list[Drawn]:
    files = []
    for number, scene in enumerate(made, 1):
        content, suffix = encoded(paint(scene), scene.has_photo, MOST_KB * 1024)
        size = scene.width, scene.height
        files.append(store(order.folder, page_key(order.key, number), content, suffix, size))
    return files


def printed(order: Order, made: list[Scene]) -> list[Drawn]:
    """The file, measured in millimetres, and the picture that stands for it."""
    medium, story = order.medium, order.story
    width, height = medium.paper or (0, 0)
    sheets = [Sheet(scene, width, height, medium.bleed) for scene in made]
    about = About(story.title, story.agency, story.summary)
    content = pdf(sheets, about, order.inks if medium.make == "poster" else None)
    file = store(order.folder, page_key(order.key, 1), content, ".pdf", (round(width), round(height)))
    edge = round(medium.bleed * made[0].width / (width + 2 * medium.bleed)) if medium.bleed else 0
    picture = paint(made[0]).crop((edge, edge, made[0].width - edge, made[0].height - edge))
    picture.thumbnail(SEEN)
    shown = io.BytesIO()
    picture.quantize(256).save(shown, "PNG", optimize=True)
    return [file, store(order.folder, page_key(order.key, 0), shown.getvalue(), ".png", picture.size)]


def said(scene: Scene) -> str:
    """What a page says, in the order in which it is read: for those who do not see it."""
    icons = [text.text for text in scene.texts if not text.text.isprintable() or "\ue000" <= text.text[:1] <= "\uf8ff"]
    words = " ".join(text.text for text in scene.texts if text.text not in icons)
    return words if len(words) <= LONGEST_ALT else f"{words[:LONGEST_ALT].rpartition(' ')[0]} …"
