"""What one process does: composes the pages of one medium, paints or prints them, and stores them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from chuyenmuc.images.brand import Look
from chuyenmuc.images.cache import Drawn, joined, store
from chuyenmuc.images.encode import encoded
from chuyenmuc.images.paint import paint
from chuyenmuc.images.press import About, Inks, Sheet, pdf
from chuyenmuc.images.proof import as_printed, cut, filed
from chuyenmuc.images.scene import Scene
from chuyenmuc.infographics.media import Medium
from chuyenmuc.infographics.sheets import scenes
from chuyenmuc.infographics.story import Story
from chuyenmuc.typesetting.pen import TooTight

MOST_KB = 4096
SEEN = 1120  # pixels across: the picture that stands for a PDF file
LONGEST_ALT = 420


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
    fitting: tuple[str, ...] = ()


def draw(order: Order) -> Done:
    return tried(order, stored)


def measure(order: Order) -> Done:
    """Only finds out what fits."""
    return tried(order, lambda order, made: Done(order.key, fitting=(order.key,)))


def tried(order: Order, use: Callable[[Order, list[Scene]], Done]) -> Done:
    try:
        return use(order, scenes(order.story, order.medium, order.look))
    except TooTight as problem:
        return Done(order.key, tight=str(problem) or order.story.title)


def stored(order: Order, made: list[Scene]) -> Done:
    files = printed(order, made) if order.medium.one_file else painted(order, made)
    told = json.dumps({"pages": len(made), "said": [said(scene) for scene in made]}, ensure_ascii=False)
    index = store(order.folder, order.key, told.encode(), ".json", (len(made), 0))
    return Done(order.key, (index, *files))


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
    inks = order.inks if medium.make == "poster" else None
    content = pdf(sheets, about, inks)
    file = store(order.folder, page_key(order.key, 1), content, ".pdf", (round(width), round(height)))
    shown, suffix, seen = filed(as_printed(cut(sheets[0], SEEN / made[0].width), inks), False)
    return [file, store(order.folder, page_key(order.key, 0), shown, suffix, seen)]


def said(scene: Scene) -> str:
    """What a page says, in the order in which it is read: for those who do not see it."""
    icons = [text.text for text in scene.texts if not text.text.isprintable() or "\ue000" <= text.text[:1] <= "\uf8ff"]
    words = " ".join(text.text for text in scene.texts if text.text not in icons)
    return words if len(words) <= LONGEST_ALT else f"{words[:LONGEST_ALT].rpartition(' ')[0]} …"
