"""What frames the sections: cover, closing page, the band of a tall picture or poster, the lines of a slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill, Form, Geometry, Shape
from chuyenmuc.infographics.story import Story
from chuyenmuc.typesetting.imprint import address, code, headline, signature, size_of
from chuyenmuc.typesetting.pen import Pen, TooTight, beside, stacked

LABEL, SAMPLE = "Đồ họa thông tin", "Nội dung mẫu"
READ_ON, WITH_DATA = "Xem đầy đủ trên trang", "Xem đầy đủ, tải số liệu"
SEE, SEE_ON_WALL = "Quét mã, hoặc mở liên kết trong bài đăng", "Quét mã để mở trang"
LONGEST_HEAD = 84  # letters of a headline at the head of a slide
CALMER = (1.0, 0.88, 0.76, 0.66)  # of the comfortable size, for what must stand on one page
BROAD = 1.3  # width to height
BELOW_TITLE = 0.42  # of a headline's size: room below it for marks and tails
SMALL = 0.19  # of the shorter side: the ring of a closing page


# Ornament -----------------------------------------------------------------------------------------------------------


def ornament(story: Story, pen: Pen, frame: Box, free: float) -> Iterator[Shape]:
    """Large geometry in the upper right corner of a cover, in the manner of the look, no lower than `free`."""
    side = min(0.62 * min(frame.width, frame.height), free / 0.86)
    right, top = frame.right, frame.y
    if story.style is Style.LINES:
        step = 0.2 * side
        for number in range(5):
            long = side * (1 - 0.17 * number)
            yield Fill(Box(right - long, top + 0.14 * side + number * step, long, 0.035 * side), pen.color("strong"))
        yield Geometry(
            Box(right - 0.34 * side, top + 0.02 * side, 0.26 * side, 0.26 * side), "circle", pen.color("spark")
        )
        return
    dark = story.style is Style.DARK
    discs: tuple[tuple[float, float, float, Form, str], ...] = (
        (-0.62, -0.34, 1.0, "circle", "main 55% deep" if dark else "main 16% paper"),
        (-0.30, 0.28, 0.56, "ring", "spark"),
        (-0.86, 0.2, 0.2, "circle", "light 70% deep" if dark else "main"),
        (-0.2, -0.12, 0.3, "circle", "light"),
    )
    for x, y, size, form, color in discs:
        box = Box(right + x * side, top + y * side, size * side, size * side)
        yield Geometry(box, form, pen.color(color))


# Covers ---------------------------------------------------------------------------------------------------------


def cover(story: Story, pen: Pen, frame: Box, area: Box) -> list[Shape]:
    """The headline as large as it may be, below the ornament, above what tells whose it is."""
    for scale in CALMER:
        with suppress(TooTight):
            return titled(story, pen.sized(pen.em * scale), frame, area)
    raise TooTight(story.title)


def titled(story: Story, pen: Pen, frame: Box, area: Box) -> list[Shape]:
    width = area.width * (0.72 if area.width > BROAD * area.height else 1)
    foot = signature((story.parent, story.agency), pen, width)
    pills = labels(story, pen)
    summary = pen.text(story.summary, width, 1.0, "regular", "ink") if story.summary else Block(0, 0)
    gap = 1.1 * pen.em
    free = area.height - foot.height - pills.height - 3 * gap
    title = headline(story.title, pen, width, 0.62 * free, 5.2 * pen.em)
    if title.height + summary.height + gap > 0.86 * free:
        summary = Block(0, 0)
    told = stacked([pills, stacked([title, summary], max(gap, BELOW_TITLE * size_of(title)))], gap)
    bottom = area.bottom - foot.height - 1.6 * gap
    above = bottom - told.height - frame.y - 0.6 * gap
    name = foot.at(area.x, area.bottom - foot.height)
    return [*ornament(story, pen, frame, above), *told.at(area.x, bottom - told.height), *name]


def labels(story: Story, pen: Pen) -> Block:
    told = [pen.pill(LABEL, 0.72)]
    told += [pen.pill(SAMPLE, 0.72, "spark_fill", "on_spark")] if story.sample else []
    return beside(told, 0.5 * pen.em)


def closing(story: Story, pen: Pen, frame: Box, area: Box) -> list[Shape]:
    """Where all of it stands, as a code and in letters, and where the figures come from."""
    for scale in CALMER:
        smaller = pen.sized(pen.em * scale)
        foot = signature((story.parent, story.agency), smaller, area.width - SMALL * min(frame.width, frame.height))
        block = read_on(story, smaller, area, scale)
        free = area.height - foot.height - block.height - pen.em
        if free >= 0:
            shapes = [*block.at(area.x, area.y + 0.45 * free), *foot.at(area.x, area.bottom - foot.height)]
            return [*ornament_small(pen, frame), *shapes]
    raise TooTight(story.source)


def read_on(story: Story, pen: Pen, area: Box, scale: float) -> Block:
    """The code above the words, or left of them on a wide page."""
    wide = area.width > BROAD * area.height
    mark = code(story.address, pen, 0.42 * scale * min(area.width, area.height)) if story.address else Block(0, 0)
    room = area.width - (mark.width + 1.6 * pen.em if wide and mark.width else 0)
    room = min(room, 1.15 * area.height)
    counted = any(part.block.table or list(part.block.numbers) for part in story.slices)
    told = [headline(WITH_DATA if counted else READ_ON, pen, room, 5 * pen.em, 2.1 * pen.em)]
    if mark.width:
        told.append(pen.text(SEE_ON_WALL if wide else SEE, room, 1, "bold", "ink"))
        told.append(address(pen, story.address, room, 0.8, "ink"))
    told += [pen.text(f"Nguồn: {story.source}", room, 0.8, "regular", "quiet")] if story.source else []
    gap = 0.9 * pen.em
    if wide:
        return beside([mark, stacked(told, gap)], 1.6 * pen.em)
    return stacked([told[0], mark, *told[1:]], gap)


def ornament_small(pen: Pen, frame: Box) -> Iterator[Shape]:
    """In the lower right corner, beside what tells whose it is."""
    side = SMALL / 0.62 * min(frame.width, frame.height)
    box = Box(frame.right - 0.62 * side, frame.bottom - 0.62 * side, side, side)
    yield Geometry(box, "ring", pen.color("spark"))


# Slides -------------------------------------------------------------------------------------------------------------


def head_of_slide(story: Story, pen: Pen, width: float, number: int, last: int) -> Block:
    """The headline in small and which page this is: a slide that stands alone still says what it is part of."""
    count = pen.pill(f"{number}/{last}", 0.66)
    signs = [pen.pill(SAMPLE, 0.66, "spark_fill", "on_spark")] if story.sample else []
    right = beside([*signs, count], 0.4 * pen.em)
    title = pen.text(shortened(story.title), width - right.width - pen.em, 0.7, "bold", "quiet")
    tall = max(title.height, right.height)
    shapes = [*title.at(0, (tall - title.height) / 2), *right.at(width - right.width, (tall - right.height) / 2)]
    if pen.looks.rules:  # the sections bring theirs
        return Block(width, tall, tuple(shapes))
    rule = pen.rule(width)
    return Block(width, tall + 0.6 * pen.em + rule.height, (*shapes, *rule.at(0, tall + 0.6 * pen.em)))


def shortened(title: str) -> str:
    return title if len(title) <= LONGEST_HEAD else f"{title[:LONGEST_HEAD].rpartition(' ')[0].rstrip(' ,;:–-')}…"


def foot_of_slide(story: Story, pen: Pen, width: float) -> Block:
    return pen.text(story.agency, width, 0.64, "bold", "quiet")


# Tall pictures and posters ------------------------------------------------------------------------------------------


def band(story: Story, pen: Pen, frame: Box, place: tuple[float, float, float], page: str = "") -> Block:
    """The head of a picture of one page: the headline on a band from edge to edge. `place`: left, width, top."""
    left, width, top = place
    light, dark = ("spark_fill", "on_spark"), ("on_band", "band")
    pills = [pen.pill(LABEL, 0.72, *(dark if story.style is Style.DARK else light))]
    pills += [pen.pill(words, 0.72, *dark) for words in (SAMPLE if story.sample else "", page) if words]
    title = headline(story.title, pen, width, 10 * pen.em, 3 * pen.em, "on_band")
    summary = pen.text(story.summary, width, 1.0, "regular", "on_band") if story.summary else Block(0, 0)
    gap = 0.9 * pen.em
    below = stacked([title, summary], max(gap, BELOW_TITLE * size_of(title)))
    told = stacked([beside(pills, 0.5 * pen.em), below], gap)
    tall = top + told.height + 1.5 * pen.em
    ground = Fill(Box(0, 0, frame.width, tall), pen.color("band"))
    return Block(frame.width, tall, (ground, *told.at(left, top)))


def colophon(story: Story, pen: Pen, width: float) -> Block:
    """The foot of a picture of one page: whose it is, its sources, its address."""
    mark = code(story.address, pen, 6.4 * pen.em) if story.address else Block(0, 0)
    room = width - (mark.width + 1.2 * pen.em if mark.width else 0)
    told: Sequence[Block] = [
        signature((story.parent, story.agency), pen, room),
        pen.text(f"Nguồn: {story.source}", room, 0.66, "regular", "quiet") if story.source else Block(0, 0),
        address(pen, story.address, room, 0.66, "quiet") if story.address else Block(0, 0),
    ]
    text = stacked(told, 0.5 * pen.em)
    tall = max(text.height, mark.height)
    rule = pen.rule(width)
    shapes = [*rule.shapes, *text.at(0, 1.2 * pen.em + (tall - text.height) / 2)]
    if mark.width:
        shapes += mark.at(width - mark.width, 1.2 * pen.em + (tall - mark.height) / 2)
    return Block(width, 1.2 * pen.em + tall, tuple(shapes))
