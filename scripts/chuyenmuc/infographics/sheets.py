"""Story and medium → scenes, one a page."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from chuyenmuc.images.blocks import Block
from chuyenmuc.images.brand import Look
from chuyenmuc.images.scene import Scene, Shape
from chuyenmuc.infographics.covers import band, closing, colophon, cover, foot_of_slide, head_of_slide
from chuyenmuc.infographics.media import Medium
from chuyenmuc.infographics.pages import Room, grown, spread
from chuyenmuc.infographics.poster import laid_out
from chuyenmuc.infographics.sections import AFTER, section
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.infographics.story import Story
from chuyenmuc.typesetting.imprint import stamped
from chuyenmuc.typesetting.pen import Pen, TooTight
from chuyenmuc.typesetting.styles import LOOKS

SPARSE = 0.35  # of a page's height that is left
Made = list[Scene]
Drawing = Callable[[Slice], Block]


def scenes(story: Story, medium: Medium, look: Look) -> Made:
    """Every page of a medium. Raises TooTight with what finds no room."""
    pen = Pen(look, LOOKS[story.style], medium.em, medium.least)
    made = MAKERS[medium.make](story, medium, pen)
    return [stamped(scene, pen) for scene in made] if story.draft else made


def scene(medium: Medium, pen: Pen, shapes: Sequence[Shape], height: int = 0) -> Scene:
    return Scene(medium.size[0], height or medium.size[1], pen.color("ground"), tuple(shapes))


# Slides -------------------------------------------------------------------------------------------------------------


def slides(story: Story, medium: Medium, pen: Pen) -> Made:
    """Cover, the blocks, and where to read on."""
    area = medium.area
    head = head_of_slide(story, pen, area.width, 8, 88).height + 1.1 * pen.em
    foot = foot_of_slide(story, pen, area.width).height + 0.9 * pen.em
    room = Room(area.width, area.height - head - foot, medium.em, medium.most, 0.72 * medium.em)
    pages = spread(story.slices, pen, room)
    inner = []
    for number, parts in enumerate(pages, 2):
        made = grown(parts, pen, room)
        top = area.y + head + lowered(room.height - made.height, room.height, pen)
        inner.append(slide(story, medium, pen, (number, len(pages) + 2), made.at(area.x, top)))
    first = scene(medium, pen, cover(story, pen, medium.frame, area))
    return [first, *inner, scene(medium, pen, closing(story, pen, medium.frame, area))]


def lowered(rest: float, height: float, pen: Pen) -> float:
    """A page with little on it stands a little above the middle; the others begin at one height."""
    return 0.42 * rest if rest > SPARSE * height else min(0.42 * rest, pen.em)


def slide(story: Story, medium: Medium, pen: Pen, count: tuple[int, int], content: Sequence[Shape]) -> Scene:
    """`count`: which page of how many."""
    area = medium.area
    head, name = head_of_slide(story, pen, area.width, *count), foot_of_slide(story, pen, area.width)
    framed = (*head.at(area.x, area.y), *content, *name.at(area.x, area.bottom - name.height))
    return scene(medium, pen, framed)


# One page -----------------------------------------------------------------------------------------------------------


def tall(story: Story, medium: Medium, pen: Pen) -> Made:
    """One picture as high as it needs to be; a story too long for one goes on in a second, and so on."""
    area = medium.area
    head = band(story, pen, medium.frame, (area.x, area.width, 2 * pen.em))
    foot = colophon(story, pen, area.width)
    room = medium.size[1] - head.height - foot.height - 2 * AFTER * pen.em
    pages = filled(story, lambda part: section(part, pen, area.width, story.source), room, AFTER * pen.em)
    made = []
    for blocks in pages:
        y = head.height + 1.5 * pen.em
        shapes = [*head.shapes]
        for block in blocks:
            shapes += block.at(area.x, y)
            y += block.height + AFTER * pen.em
        shapes += foot.at(area.x, y)
        made.append(scene(medium, pen, shapes, round(y + foot.height + 1.5 * pen.em)))
    return made


def filled(story: Story, drawn: Drawing, height: float, gap: float) -> list[list[Block]]:
    """About as much on each page, where one is not enough."""
    blocks = [drawn(part) for whole in story.slices for part in short_enough(whole, drawn, height)]
    total = sum(block.height + gap for block in blocks)
    most = min(height, total / math.ceil(total / height) + gap)
    pages: list[list[Block]] = [[]]
    used = 0.0
    for block in blocks:
        if pages[-1] and used + (block.height if used + block.height > height else block.height / 2) > most:
            pages.append([])
            used = 0.0
        pages[-1].append(block)
        used += block.height + gap
    return pages


def short_enough(whole: Slice, drawn: Drawing, height: float) -> list[Slice]:
    for count in range(1, whole.block.entries + 1):
        if all(drawn(part).height <= height for part in whole.parted(count)):
            return whole.parted(count)
    raise TooTight(whole.block.title or whole.block.sort)


def poster(story: Story, medium: Medium, pen: Pen) -> Made:
    return [scene(medium, pen, shapes) for shapes in laid_out(story, medium, pen)]


MAKERS: dict[str, Callable[[Story, Medium, Pen], Made]] = {
    "tall": tall,
    "slides": slides,
    "deck": slides,
    "poster": poster,
}
