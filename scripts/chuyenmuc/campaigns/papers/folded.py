"""A sheet folded twice to three panels: a cover, a back, a flap that folds in, and three panels inside.

The flap is a little narrower than the others, so that it lies flat: outside it is the left panel, inside the right one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from itertools import accumulate, pairwise, product

from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.papers.choice import Choice, choices
from chuyenmuc.campaigns.papers.leaflet import said
from chuyenmuc.campaigns.papers.measure import DOT, POINT, Paper
from chuyenmuc.campaigns.papers.paper import PaperWork, printed_of
from chuyenmuc.campaigns.papers.parts import (
    CALMER,
    EVENTS,
    INDENT,
    MESSAGES,
    SKILLS,
    THEME,
    code,
    heading,
    leading_on,
    messages,
    openings,
    ornament,
    sayings,
    spoken,
    statement,
    strip,
    torn,
)
from chuyenmuc.campaigns.work import Told
from chuyenmuc.content.campaign import Sort
from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill, Scene, Shape
from chuyenmuc.typesetting.imprint import signature
from chuyenmuc.typesetting.pen import Pen, TooTight, stacked
from chuyenmuc.typesetting.sizes import largest

NARROWER = 3.0  # millimetres: the flap beside the other panels
EDGE = 0.09  # of a panel's width, at the least: from its edges and folds to what stands on it
USUAL, LEAST, MOST = 10.0, 8.1, 13.0  # points of running text
LARGE = 15.0  # points of messages, at the most
Room = tuple[float, float]  # width and height
SHORT = 0.5  # of a panel's height
CODE = 42.0  # millimetres


class Way(Enum):
    """How days and lessons share the inside with the messages."""

    MIXED = "a short list stands below the last messages"
    APART = "each list has a panel"
    JOINED = "both lists share a panel"


@dataclass(frozen=True)
class Folded(PaperWork):
    @property
    def flap(self) -> float:
        """Millimetres across; whole ones, as the fold is set by hand."""
        return float(round(self.paper.width / 3 - 2 * NARROWER / 3))

    @property
    def panel(self) -> float:
        return (self.paper.width - self.flap) / 2

    @property
    def folds(self) -> tuple[tuple[float, ...], ...]:
        return (self.flap, self.flap + self.panel), (self.panel, 2 * self.panel)

    def pages(self) -> Iterator[Scene]:
        yield self.outside()
        yield self.inside()

    def panels(self, *widths: float) -> list[Box]:
        starts = accumulate((0.0, *widths[:-1]))
        return [self.paper.part(start, width) for start, width in zip(starts, widths, strict=True)]

    def ground(self, panel: Box, color: str, pen: Pen) -> Fill:
        """To the edges of the sheet where the panel lies at them, and a little beyond."""
        bleed, frame = self.paper.bleed * DOT, self.paper.frame
        left = -DOT if panel.x <= bleed else panel.x
        right = frame.width + DOT if panel.right >= frame.width - bleed - 1 else panel.right
        return Fill(Box(left, -DOT, right - left, frame.height + 2 * DOT), pen.color(color))

    def area(self, panel: Box) -> Box:
        edge = max(self.paper.safe * DOT, EDGE * panel.width)
        return panel.inset(1.25 * edge, edge, 1.25 * edge, edge)

    # Outside ----------------------------------------------------------------------------------------------------

    def outside(self) -> Scene:
        flap, back, cover = self.panels(self.flap, self.panel, self.panel)
        shapes = [*self.cover(cover), *self.back(back), *self.opened_first(flap)]
        return self.scene("paper", shapes)

    def cover(self, panel: Box) -> Iterator[Shape]:
        pen, area = self.pen(Style.DARK, USUAL), self.area(panel)
        name = signature((self.brief.parent, self.brief.agency), pen, area.width, "ink")
        room = area.height - name.height - 2.4 * pen.em
        made = openings(self.brief, pen, area.width, (1.15, *CALMER), themed=False)
        top = next((block for _, block in made if block.height <= room), None)
        if top is None:
            raise TooTight(self.brief.title)
        placed = top.at(area.x, area.y + min(room - top.height, 0.3 * area.height))
        yield self.ground(panel, "deep", pen)
        yield from ornament(pen, self.paper.frame.right, 0, 0.8 * panel.width, placed)
        yield from placed
        yield from name.at(area.x, area.bottom - name.height)

    def back(self, panel: Box) -> Iterator[Shape]:
        """What leads on, in the middle; whose it is, and the sponsors, at the foot."""
        pen, area = self.pen(Style.CARDS, USUAL), self.area(panel)
        bled = panel.inset(0, 0, -self.paper.bleed * DOT, 0)
        sponsored = strip(self.brief, pen, panel, bled, self.paper.safe * DOT, area.x - panel.x)
        end = panel.bottom - sponsored.height - (1.6 * pen.em if sponsored.height else panel.bottom - area.bottom)
        name = signature((self.brief.parent, self.brief.agency), pen, area.width)
        mark = code(pen, self.brief.address, CODE * DOT) if self.brief.address else Block(0, 0)
        words = leading_on(self.brief, pen, area.width)
        call = stacked([mark, words], 1.2 * pen.em)
        free = end - name.height - area.y - call.height
        yield self.ground(panel, "soft", pen)
        yield from call.at(area.x, area.y + 0.42 * free)
        yield from name.at(area.x, end - name.height)
        yield from sponsored.shapes

    def opened_first(self, panel: Box) -> Iterator[Shape]:
        """The flap: what the campaign says, set large."""
        pen, area = self.pen(Style.DARK, USUAL), self.area(panel)
        bar = pen.fill(2.6 * pen.em, 0.3 * pen.em, "spark")
        label = pen.label(THEME, 1.1, "bold", "paper") if self.brief.theme else Block(0, 0)
        words = next(iter(sayings(self.brief)), self.brief.title)
        told = stacked([bar, label, statement(pen, words, area.width, 0.7 * area.height, 2.8, "paper")], 1.4 * pen.em)
        yield self.ground(panel, "main", pen)
        yield from told.at(area.x, area.y + 0.36 * (area.height - told.height))

    # Inside -----------------------------------------------------------------------------------------------------

    def inside(self) -> Scene:
        boxes = self.panels(self.panel, self.panel, self.flap)
        room = min(self.area(box).width for box in boxes), self.area(boxes[0]).height
        for least, way in product((USUAL, LEAST), Way):
            if found := self.filled(room, least, way):
                return self.scene("paper", list(self.placed(*found, boxes)))
        raise TooTight(max(self.brief.messages, key=len, default=self.brief.title))

    def filled(self, room: Room, least: float, way: Way) -> tuple[list[Leaf], dict[str, Block]] | None:
        """Messages at a size of their own; of days and lessons as many as find room."""
        large: dict[str, Block] | None = None
        for choice in choices(self.brief):
            leaves = self.leaves(choice, way, room)
            if large is None:
                told = [leaf for leaf in leaves if leaf.large]
                large = largest(least, LARGE, partial(self.set_whole, told, room))
                large = large or largest(least, LARGE, partial(self.set_at, told, room))
            if large is None:
                return None
            others = [leaf for leaf in leaves if not leaf.large]
            if self.set_at(others, room, least) is not None:
                return leaves, large | (largest(least, MOST, partial(self.set_at, others, room)) or {})
        return None

    def set_whole(self, leaves: Sequence[Leaf], room: Room, points: float) -> dict[str, Block] | None:
        """Only if no line of a message ends within a word."""
        pen = self.pen(Style.CARDS, points)
        width = room[0] - INDENT * pen.em
        if any(torn(pen, text, spoken(pen, text, width, 1)) for text in self.brief.messages):
            return None
        return self.set_at(leaves, room, points)

    def set_at(self, leaves: Sequence[Leaf], room: Room, points: float) -> dict[str, Block] | None:
        """Each leaf's block, by its name; all at one size."""
        width, height = room
        try:
            blocks = {leaf.name: leaf.draw(self.pen(leaf.style, points), width, height) for leaf in leaves}
        except TooTight:
            return None
        return blocks if all(block.height <= height for block in blocks.values()) else None

    def placed(self, leaves: Sequence[Leaf], blocks: dict[str, Block], boxes: Sequence[Box]) -> Iterator[Shape]:
        for leaf, box in zip(leaves, boxes, strict=True):
            pen, area, block = self.pen(leaf.style, USUAL), self.area(box), blocks[leaf.name]
            told = block.at(area.x, area.y + leaf.lowered * (area.height - block.height))
            yield self.ground(box, leaf.ground, pen)
            if leaf.name == "sign":
                yield from ornament(pen, box.right, 0, 0.8 * box.width, told)
            yield from told

    def leaves(self, choice: Choice, way: Way, room: Room) -> list[Leaf]:
        """Three: messages, then days and lessons; without these the messages flow over all panels."""
        own = list(listed(choice, way is Way.JOINED))
        mixed = way is Way.MIXED and bool(own) and self.short(own[0], room)
        groups = list(shared(self.brief.messages, 3 - len(own) + mixed))
        draw = self.messages if own or len(self.brief.messages) < 2 else partial(self.spread, len(groups[0][1]))
        told = [Leaf(f"messages-{first}", partial(draw, first, texts), large=True) for first, texts in groups]
        if mixed and len(told) > 1:
            own[0] = Leaf(f"{told[-1].name}-{own[0].name}", partial(followed, told.pop(), own[0]), large=True)
        signs = [Leaf("sign", self.sign, "deep", Style.DARK, 0.3), Leaf("about", self.about, "soft", lowered=0.3)]
        made = [*told, *own]
        made = [*signs[: 3 - len(made)], *made]
        return [
            leaf if leaf.ground != "paper" or number != 1 else replace(leaf, ground="soft")
            for number, leaf in enumerate(made)
        ]

    def short(self, leaf: Leaf, room: Room) -> bool:
        """Whether it would leave most of a panel empty."""
        return leaf.draw(self.pen(leaf.style, USUAL), *room).height < SHORT * room[1]

    def messages(self, first: int, texts: Sequence[str], pen: Pen, width: float, height: float) -> Block:
        """A heading on the first panel; the others begin at the same height."""
        head = heading(pen.sized(USUAL * POINT), MESSAGES, width)
        body = messages(pen, texts, width, first, alone=1.7 if len(self.brief.messages) == 1 else 0)
        if first > 1:
            return Block(width, head.height + body.height + 1.6 * pen.em, body.at(0, head.height + 1.6 * pen.em))
        return stacked([head, body], 1.6 * pen.em)

    def spread(self, rows: int, first: int, texts: Sequence[str], pen: Pen, width: float, height: float) -> Block:
        """Messages alone fill the panels: so many rows, each with the number above the words."""
        head = heading(pen.sized(USUAL * POINT), MESSAGES, width)
        top = head.height + 1.6 * pen.em
        row = (height - top) / rows
        shapes = [*head.shapes] if first == 1 else []
        for number, text in enumerate(texts):
            figure = pen.digits(str(first + number), 2.6, "accent", width)
            told = stacked([figure, spoken(pen, text, width, 1.15, "headline", "title")], 0.7 * pen.em)
            if told.height > row - pen.em:
                raise TooTight(text)
            shapes += told.at(0, top + number * row)
        return Block(width, height, tuple(shapes))

    def sign(self, pen: Pen, width: float, height: float) -> Block:
        """The campaign's short sign or its name, as on the cover."""
        if self.brief.badge:
            return pen.digits(self.brief.badge, 6.4, "spark", width)
        return statement(pen, self.brief.title, width, height, 2.8, "paper")

    def about(self, pen: Pen, width: float, height: float) -> Block:
        return statement(pen, self.brief.theme or self.brief.agency, width, height, 2)


@dataclass(frozen=True)
class Leaf:
    """What stands on a panel inside; `large` is set at a size of its own, `lowered` by a share of the free height."""

    name: str
    draw: Callable[[Pen, float, float], Block]
    ground: str = "paper"
    style: Style = Style.CARDS
    lowered: float = 0
    large: bool = False


def listed(choice: Choice, joined: bool) -> Iterator[Leaf]:
    events, skills = partial(titled, EVENTS, choice.occasions), partial(titled, SKILLS, choice.skills)
    if joined and choice.events and choice.lessons:
        yield Leaf("both", lambda pen, *room: stacked([events(pen, *room), skills(pen, *room)], 2.6 * pen.em))
        return
    if choice.events:
        yield Leaf("events", events)
    if choice.lessons:
        yield Leaf("skills", skills)


def titled(name: str, listed: Callable[[Pen, float], Block], pen: Pen, width: float, height: float) -> Block:
    return stacked([heading(pen.sized(USUAL * POINT), name, width), listed(pen, width)], 1.6 * pen.em)


def followed(first: Leaf, second: Leaf, pen: Pen, width: float, height: float) -> Block:
    """Messages, and below them a list at its usual size."""
    usual = pen.sized(USUAL * POINT)
    return stacked([first.draw(pen, width, height), second.draw(usual, width, height)], 3 * usual.em)


def shared(texts: Sequence[str], panels: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Messages in their order, as many on each panel or one less on the last, with the number of each one's first."""
    panels = min(panels, len(texts))
    ends = [math.ceil(len(texts) * number / panels) for number in range(panels + 1)] if panels else [0]
    for start, end in pairwise(ends):
        yield start + 1, tuple(texts[start:end])


def works(commission: Commission) -> Iterator[Folded]:
    for piece in commission.catalogue.pieces:
        if piece.sort is Sort.FOLDED and not commission.brief.bare:
            long, short = max(piece.size.width, piece.size.height), min(piece.size.width, piece.size.height)
            use = f"In hai mặt, lật theo cạnh ngắn, gấp hai đường thành ba; tấm gấp vào trong hẹp hơn {NARROWER:g} mm"
            told = Told(piece.name, piece.sort.value, piece.label, use, said(commission))
            paper = replace(Paper.of(piece), width=long, height=short)
            yield Folded(told, printed_of(commission.brief), paper, commission.means)
