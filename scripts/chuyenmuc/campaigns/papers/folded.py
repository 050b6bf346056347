"""A sheet folded twice to three panels: a cover, a back, a flap that folds in, and three panels inside.

The flap is a little narrower than the others, so that it lies flat: outside it is the left panel, inside the right one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from itertools import accumulate, combinations, pairwise, product

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
    even,
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
from chuyenmuc.images.scene import Fill, Geometry, Scene, Shape
from chuyenmuc.typesetting.imprint import signature
from chuyenmuc.typesetting.pen import Pen, TooTight, stacked
from chuyenmuc.typesetting.sizes import largest

NARROWER = 3.0  # millimetres: the flap beside the other panels
EDGE = 0.09  # of a panel's width, at the least: from its edges and folds to what stands on it
USUAL, LEAST, MOST = 10.0, 8.1, 15.0  # points of running text
LISTED = 15.0  # points of messages in a list, at the most
ROWS = 15.0, 22.0, 26.0  # of messages in rows: at the least, at the most, and where each has a panel
NEARLY = 0.9  # of the largest size: no other way is tried
Room = tuple[float, float]  # width and height
SHORT = 0.5  # of a panel's height
CODE = 0.62  # of a panel's width
FIGURE, ALONE = 1.9, 3.6  # em: the number above a message; the same where each has a panel
LARGER, HALF = (1.6, 1.5, 1.4, 1.3, 1.2, 1.1), 0.45  # a short one there: how much larger, if in so much of the height
HEAD = 1.2  # of the usual size: headings inside
BELOW = 0.6  # of the messages' size: a list below them
NUMBERED = 40  # letters: what a message's number and the room around it weigh
FOLLOWED = 150  # the same of a list below the last messages


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
        # Each covers what the one before it lets over the fold.
        shapes = [*self.opened_first(flap), *self.back(back), *self.cover(cover)]
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
        mark = code(pen, self.brief.address, CODE * panel.width) if self.brief.address else Block(0, 0)
        words = leading_on(self.brief, pen.sized(1.2 * pen.em), area.width)
        call = stacked([mark, words], 1.4 * pen.em)
        free = end - name.height - area.y - call.height
        yield self.ground(panel, "soft", pen)
        yield from call.at(area.x, area.y + min(0.3 * free, 0.12 * area.height))
        yield from name.at(area.x, end - name.height)
        yield from sponsored.shapes

    def opened_first(self, panel: Box) -> Iterator[Shape]:
        """The flap: what the campaign says, set large over calm geometry."""
        pen, area = self.pen(Style.DARK, USUAL), self.area(panel)
        bar = pen.fill(2.6 * pen.em, 0.3 * pen.em, "spark")
        label = pen.label(THEME, 1.3, "bold", "paper") if self.brief.theme else Block(0, 0)
        words = next(iter(sayings(self.brief)), self.brief.title)
        told = stacked([bar, label, statement(pen, words, area.width, 0.66 * area.height, 4.2, "paper")], 1.6 * pen.em)
        placed = told.at(area.x, area.y + min(0.3 * (area.height - told.height), 0.16 * area.height))
        yield self.ground(panel, "main", pen)
        side = min(0.9 * panel.width, 0.9 * (area.bottom - max(shape.box.bottom for shape in placed)))
        box = Box(panel.right - 0.62 * side, self.paper.frame.bottom - 0.62 * side, 1.24 * side, 1.24 * side)
        yield Geometry(box, "circle", pen.color("main 68% deep"))
        yield Geometry(box.inset(*(4 * (0.27 * side,))), "ring", pen.color("main 40% deep"))
        yield from placed

    # Inside -----------------------------------------------------------------------------------------------------

    def inside(self) -> Scene:
        boxes = self.panels(self.panel, self.panel, self.flap)
        room = min(self.area(box).width for box in boxes), self.area(boxes[0]).height
        if found := self.rows(room):
            return self.scene("paper", list(self.placed(*found, boxes)))
        for least, way in product((USUAL, LEAST), Way):
            if listed := self.filled(room, way, least, LISTED, False):
                return self.scene("paper", list(self.placed(*listed[1:], boxes)))
        raise TooTight(max(self.brief.messages, key=len, default=self.brief.title))

    def rows(self, room: Room) -> tuple[list[Leaf], dict[str, Block]] | None:
        """Messages in rows that share the height, in the way in which they are largest."""
        best: Filled | None = None
        for way in (Way.MIXED, Way.APART, Way.JOINED):
            least, usual, most = ROWS
            found = self.filled(room, way, max(least, best[0]) if best else least, most, True)
            best = found if found and (best is None or found[0] > best[0]) else best
            if best and best[0] >= NEARLY * usual:
                break
        return best[1:] if best else None

    def filled(self, room: Room, way: Way, least: float, most: float, rows: bool) -> Filled | None:
        """Messages at a size of their own; of days and lessons as many as find room."""
        large: tuple[float, dict[str, Block]] | None = None
        for choice in choices(self.brief):
            leaves = self.leaves(choice, way, room, rows)
            if large is None:
                told = [leaf for leaf in leaves if leaf.large]
                most = min(most, ROWS[1]) if rows and self.crowded(told) else most
                large = largest(least, most, partial(self.set_whole, told, room, rows))
                large = large or (None if rows else largest(least, most, partial(self.set_at, told, room)))
            if large is None:
                return None
            others = [leaf for leaf in leaves if not leaf.large]
            if self.set_at(others, room, USUAL if rows else least) is not None:
                points, blocks = large
                _, listed = largest(USUAL if rows else least, MOST, partial(self.set_at, others, room)) or (0, {})
                return points, leaves, blocks | listed
        return None

    def crowded(self, leaves: Sequence[Leaf]) -> bool:
        """Whether a panel holds more than one message."""
        return len(leaves) < len(self.brief.messages)

    def set_whole(
        self, leaves: Sequence[Leaf], room: Room, rows: bool, points: float
    ) -> tuple[float, dict[str, Block]] | None:
        """Only if no line of a message ends within a word."""
        pen = self.pen(Style.CARDS, points)
        width, font = (room[0], "headline") if rows else (room[0] - INDENT * pen.em, "semibold")
        if any(torn(pen, text, spoken(pen, text, width, 1, font)) for text in self.brief.messages):
            return None
        return self.set_at(leaves, room, points)

    def set_at(self, leaves: Sequence[Leaf], room: Room, points: float) -> tuple[float, dict[str, Block]] | None:
        """The size, and each leaf's block, by its name; all at one size."""
        width, height = room
        try:
            blocks = {leaf.name: leaf.draw(self.pen(leaf.style, points), width, height) for leaf in leaves}
        except TooTight:
            return None
        return (points, blocks) if all(block.height <= height for block in blocks.values()) else None

    def placed(self, leaves: Sequence[Leaf], blocks: dict[str, Block], boxes: Sequence[Box]) -> Iterator[Shape]:
        for leaf, box in zip(leaves, boxes, strict=True):
            pen, area, block = self.pen(leaf.style, USUAL), self.area(box), blocks[leaf.name]
            told = block.at(area.x, area.y + leaf.lowered * (area.height - block.height))
            yield self.ground(box, leaf.ground, pen)
            if leaf.name == "sign":
                yield from ornament(pen, box.right, 0, 0.8 * box.width, told)
            yield from told

    def leaves(self, choice: Choice, way: Way, room: Room, rows: bool) -> list[Leaf]:
        """Three: messages, then days and lessons; without these the messages flow over all panels."""
        own = list(listed(choice, way is Way.JOINED))
        mixed = way is Way.MIXED and bool(own) and self.short(own[0], room)
        below = own.pop(0) if mixed and len(self.brief.messages) > 1 else None
        groups = list(shared(self.brief.messages, 3 - len(own), FOLLOWED if below else 0))
        draw = partial(self.spread, max((len(texts) for _, texts in groups), default=0)) if rows else self.messages
        told = [Leaf(f"messages-{first}", partial(draw, first, texts, None), large=True) for first, texts in groups]
        if below:
            first, texts = groups[-1]
            told[-1] = Leaf(f"messages-{first}-{below.name}", partial(draw, first, texts, below), large=True)
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

    def messages(
        self, first: int, texts: Sequence[str], below: Leaf | None, pen: Pen, width: float, height: float
    ) -> Block:
        """A heading on the first panel; the others begin at the same height. A list below is of the usual size."""
        head = heading(pen.sized(HEAD * USUAL * POINT), MESSAGES, width)
        body = messages(pen, texts, width, first, alone=1.7 if len(self.brief.messages) == 1 else 0)
        if below:
            usual = pen.sized(USUAL * POINT)
            body = stacked([body, below.draw(usual, width, height)], 3 * usual.em)
        top = head.height + 1.6 * pen.em
        return Block(width, top + body.height, (*(head.shapes if first == 1 else ()), *body.at(0, top)))

    def spread(
        self, rows: int, first: int, texts: Sequence[str], below: Leaf | None, pen: Pen, width: float, height: float
    ) -> Block:
        """So many rows, each as tall, with the number above the words; a list below stands in the last."""
        usual = pen.sized(HEAD * USUAL * POINT)
        head = heading(usual, MESSAGES, width)
        top = head.height + 2.2 * usual.em
        row = (height - top) / rows
        shapes = [*head.shapes] if first == 1 else []
        y = top
        for number, text in enumerate(texts, first):
            told = larger(pen, text, width, HALF * row) if rows == 1 and not below else headlined(pen, text, width, 1)
            if len(self.brief.messages) > 1:
                figure = pen.digits(str(number), ALONE if rows == 1 else FIGURE, "accent", width)
                told = stacked([figure, told], 0.6 * pen.em)
            if told.height > (height - y if number == first + len(texts) - 1 else row - 0.8 * pen.em):
                raise TooTight(text)
            shapes += told.at(0, y)
            y, end = y + row, y + told.height
        if below:
            y = y if len(texts) < rows else end + 3 * usual.em
            told = below.draw(pen.sized(max(usual.em / HEAD, min(BELOW * pen.em, MOST * POINT))), width, height)
            if y + told.height > height:
                raise TooTight(texts[-1])
            shapes += told.at(0, y)
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


Filled = tuple[float, list[Leaf], dict[str, Block]]  # the messages' size, what stands on the panels


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
    return stacked([heading(pen.sized(HEAD * USUAL * POINT), name, width), listed(pen, width)], 1.6 * pen.em)


def headlined(pen: Pen, words: str, width: float, size: float) -> Block:
    return spoken(pen, words, width, size, "headline", "title")


def larger(pen: Pen, words: str, width: float, height: float) -> Block:
    """A message with a panel to itself: a short one is set larger."""
    tries = (headlined(pen, words, width, size) for size in LARGER)
    fine = (block for block in tries if block.height <= height and even(block) and not torn(pen, words, block))
    return next(fine, None) or headlined(pen, words, width, 1)


def shared(texts: Sequence[str], panels: int, last: int = 0) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Messages in their order, about as many letters on each panel, with the number of each one's first; `last`: what
    else stands on the last panel."""
    panels = min(panels, len(texts))
    if not panels:
        return
    ends = list(accumulate((len(text) + NUMBERED for text in texts), initial=0))

    def weight(cuts: tuple[int, ...]) -> tuple[int, ...]:
        loads = [ends[end] - ends[start] for start, end in pairwise((0, *cuts, len(texts)))]
        return max(*loads[:-1], loads[-1] + last) if cuts else 0, *(-cut for cut in cuts)

    best = min(combinations(range(1, len(texts)), panels - 1), key=weight)
    for start, end in pairwise((0, *best, len(texts))):
        yield start + 1, tuple(texts[start:end])


def works(commission: Commission) -> Iterator[Folded]:
    for piece in commission.catalogue.pieces:
        if piece.sort is Sort.FOLDED and not commission.brief.bare:
            long, short = max(piece.size.width, piece.size.height), min(piece.size.width, piece.size.height)
            use = f"In hai mặt, lật theo cạnh ngắn, gấp hai đường thành ba; tấm gấp vào trong hẹp hơn {NARROWER:g} mm"
            told = Told(piece.name, piece.sort.value, piece.label, use, said(commission))
            paper = replace(Paper.of(piece), width=long, height=short)
            yield Folded(told, printed_of(commission.brief), paper, commission.means)
