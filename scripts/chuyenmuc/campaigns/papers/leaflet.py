"""Leaflets of one sheet: messages in front; on the back events, lessons, and the code that leads on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.papers.choice import Choice, choices
from chuyenmuc.campaigns.papers.measure import DOT, POINT, Paper
from chuyenmuc.campaigns.papers.paper import PaperWork, printed_of
from chuyenmuc.campaigns.papers.parts import (
    CALMER,
    EVENTS,
    PERIOD,
    SKILLS,
    THEME,
    code,
    heading,
    leading_on,
    lower,
    messages,
    openings,
    ornament,
    statement,
    strip,
    upper,
)
from chuyenmuc.campaigns.work import Told
from chuyenmuc.content.campaign import Sort
from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Fill, Scene, Shape
from chuyenmuc.typesetting.imprint import signature
from chuyenmuc.typesetting.pen import Pen, TooTight, beside, stacked
from chuyenmuc.typesetting.sizes import largest

USUAL = 10.0, 148.0  # points of running text on a sheet so many millimetres wide
LARGER = 0.55  # how quickly text grows with the sheet
WIDE = 150  # millimetres from which lists stand in two columns
AMPLE, COMFORTABLE, LEAST = 1.3, 0.95, 0.805  # of the usual size
GROWN = 1.7  # of the usual size, at the most: what stands on the back
# Millimetres: the code on an A5 sheet, as large as there is room for; how large the words beside it are.
CODES = tuple((float(side), 1.0) for side in range(46, 24, -3))
LARGE_CODES = ((54.0, 1.12), (50.0, 1.06))  # where little else stands on the back
AIR = 6.0  # em: what a band that has room above is taller
# How large the opening is, and at least the messages, of the usual size; whether these must all break at dashes.
OPENINGS: tuple[tuple[float, float, bool], ...] = (
    *((scale, 1.2, True) for scale in (1.4, 1.25, 1.12, 1.0)),
    *((scale, 1.0, True) for scale in (1.25, 1.0, 0.86)),
    *((scale, 1.3, False) for scale in (1.4, 1.25, 1.12, 1.0)),
    *((scale, least, False) for least in (COMFORTABLE, LEAST) for scale in CALMER),
)
ABOVE, BETWEEN, BELOW = 1.8, 2.0, 2.6  # em that stay free: above the edge, below it, above the name
OPEN, CLOSER = ABOVE + BETWEEN + BELOW, 0.75  # and what of it remains where all else is at its least


@dataclass(frozen=True)
class Leaflet(PaperWork):
    def pages(self) -> Iterator[Scene]:
        yield self.front()
        yield self.back()

    @property
    def points(self) -> float:
        size, width = USUAL
        return float(size * (min(self.paper.width, self.paper.height) / width) ** LARGER)

    # Front ------------------------------------------------------------------------------------------------------

    def front(self) -> Scene:
        dark, pen, area = self.pen(Style.DARK, self.points), self.pen(Style.CARDS, self.points), self.paper.area
        name = signature((self.brief.parent, self.brief.agency), pen, area.width)
        made = dict(openings(self.brief, dark, area.width, sorted({scale for scale, _, _ in OPENINGS})))
        for scale, least, whole in OPENINGS:
            if (top := made.get(scale)) is None:
                continue
            close = CLOSER if least == LEAST else 1.0
            room = area.height - top.height - name.height - close * OPEN * pen.em
            if found := self.listed(pen, (area.width, room), least, whole):
                return self.facing(top, found, name, pen, close)
        raise TooTight(max(self.brief.messages, key=len, default=self.brief.title))

    def listed(self, pen: Pen, room: tuple[float, float], least: float, whole: bool) -> Block | None:
        """The messages as large as a room lets them be; with `whole` only if lines end at their dashes."""
        if not self.brief.messages:
            words = self.brief.summary or self.brief.title
            return statement(pen, words, *room, 2.6)

        def tried(em: float) -> Block | None:
            try:
                block = messages(pen.sized(em), self.brief.messages, room[0], alone=2.6, whole=whole)
            except TooTight:
                return None
            return block if block.height <= room[1] else None

        return largest(least * pen.em, 1.6 * pen.em, tried)

    def facing(self, top: Block, told: Block, name: Block, pen: Pen, close: float) -> Scene:
        """The opening on the dark upper part, which takes what room is left; messages on the light lower one."""
        area, frame, em = self.paper.area, self.paper.frame, close * pen.em
        foot = area.bottom - name.height
        spare = area.height - top.height - name.height - told.height - OPEN * em
        above = min(spare, 0.24 * area.height)
        edge = area.y + above + top.height + ABOVE * em
        within = foot - BELOW * em - told.height - (edge + BETWEEN * em)
        shapes: list[Shape] = [
            upper(frame, edge, pen),
            *ornament(pen, frame.right, frame.y, 0.62 * frame.width, top.at(area.x, area.y + above)),
            *top.at(area.x, area.y + above),
            *lower(frame, edge, pen),
            *told.at(area.x, edge + BETWEEN * em + 0.45 * within),
            *name.at(area.x, foot),
        ]
        return self.scene("paper", shapes)

    # Back -------------------------------------------------------------------------------------------------------

    def back(self) -> Scene:
        pen = self.pen(Style.CARDS, self.points)
        tiers = [(AMPLE, LARGE_CODES), (COMFORTABLE, CODES), (LEAST, CODES)]
        for least, sides in tiers:
            feet = [self.foot(*side) for side in sides]
            rooms = [foot.y - self.paper.area.y - 2.2 * pen.em for foot in feet]
            for choice in choices(self.brief):
                lowest = self.body(choice, pen, rooms[0], least * pen.em)
                for side, foot, room in zip(sides, feet, rooms, strict=True):
                    if lowest and self.used(lowest, least * pen.em) <= room:
                        return self.reverse(self.grown(choice, pen, room, least) or lowest, room, foot, side)
                if least == AMPLE:
                    break  # nothing is left out for a large code
        raise TooTight(self.brief.summary or self.brief.title)

    def used(self, blocks: Sequence[Block], em: float) -> float:
        return sum(block.height for block in blocks) + 2.2 * em * (len(blocks) - 1)

    def grown(self, choice: Choice, pen: Pen, room: float, least: float) -> list[Block] | None:
        def tried(em: float) -> list[Block] | None:
            blocks = self.body(choice, pen, room, em)
            return blocks if blocks and self.used(blocks, em) <= room else None

        return largest(least * pen.em, GROWN * pen.em, tried)

    def body(self, choice: Choice, pen: Pen, height: float, em: float) -> list[Block] | None:
        pen, width = pen.sized(em), self.paper.area.width
        try:
            head = self.head(pen, width, height, choice)
            parts = self.lists(choice, pen, width)
        except TooTight:
            return None
        return [head, *parts]

    def head(self, pen: Pen, width: float, height: float, choice: Choice) -> Block:
        """The name and what it is about; with nothing below, the theme or the name and when it is, set large."""
        title, summary, told = self.brief.title, self.brief.summary, self.brief.theme
        if choice.events or choice.lessons:
            return stacked([heading(pen, title, width, 1.6), pen.text(summary, width, 1.04)], 0.9 * pen.em)
        about = pen.text(summary, width, 1.04, color="quiet") if summary else Block(0, 0)
        bar = pen.fill(2.6 * pen.em, 0.26 * pen.em, "spark")
        label = pen.label(THEME, 1.1, "bold", "accent") if told else Block(0, 0)
        days = self.days(pen, width)
        room = height - bar.height - label.height - about.height - days.height - 6.4 * pen.em
        large = statement(pen, told or title, width, room, 3.0)
        return stacked([bar, label, large, days, about], 1.6 * pen.em)

    def days(self, pen: Pen, width: float) -> Block:
        if not self.brief.period:
            return Block(0, 0)
        label = pen.label(PERIOD, 1.1, "bold", "quiet")
        return stacked([label, pen.digits(self.brief.period, 2.4, "accent", width)], 0.7 * pen.em)

    def lists(self, choice: Choice, pen: Pen, width: float) -> list[Block]:
        told = [(EVENTS, choice.occasions)] * bool(choice.events) + [(SKILLS, choice.skills)] * bool(choice.lessons)
        gap = 2.4 * pen.em
        side_by_side = self.paper.width >= WIDE and len(told) > 1
        each = (width - gap) / 2 if side_by_side else width
        blocks = [
            stacked([pen.text(name, each, 1.25, "headline", "accent"), listed(pen, each)], 0.9 * pen.em)
            for name, listed in told
        ]
        if not side_by_side:
            return blocks
        columns = [Block(each, block.height, block.shapes) for block in blocks]
        return [beside(columns, gap, "top")]

    @dataclass(frozen=True)
    class Foot:
        y: float
        shapes: tuple[Shape, ...]

    def foot(self, side: float, scale: float, air: float = 0) -> Foot:
        """The dark band: the code, words beside it, whose it is; the strip of sponsors below; `air` around them."""
        pen, area, trim = self.pen(Style.DARK, scale * self.points), self.paper.area, self.paper.trim
        bleed, width = self.paper.bleed * DOT, self.paper.frame.width
        light = self.pen(Style.CARDS, self.points)
        sponsored = strip(self.brief, light, trim, self.paper.frame, self.paper.safe * DOT, self.paper.margin)
        mark = Block(0, 0)
        if self.brief.address:
            mark = code(pen, self.brief.address, side * DOT * (self.points / USUAL[0]))
        room = area.width - (mark.width + 1.6 * pen.em if mark.width else 0)
        name = signature((self.brief.parent, self.brief.agency), pen.sized(pen.em / scale), room, "ink")
        words = leading_on(self.brief, pen, room, "ink", "ink")
        gap = max(1.6 * pen.em, mark.height - words.height - name.height) if words.height else 0
        told = beside([mark, stacked([words, name], gap)], 1.6 * pen.em)
        bottom = trim.bottom - sponsored.height
        end = bottom - (1.4 * pen.em if sponsored.height else self.paper.margin) - air / 2
        top = end - told.height - 1.8 * pen.em - air / 2
        ground = Fill(Box(-DOT, top, width + 2 * DOT, bottom + bleed + DOT - top), pen.color("deep"))
        bar = Fill(Box(-DOT, top, width + 2 * DOT, 0.3 * pen.em), pen.color("spark"))
        return self.Foot(top, (ground, bar, *told.at(area.x, end - told.height), *sponsored.shapes))

    def reverse(self, blocks: list[Block], room: float, foot: Foot, side: tuple[float, float]) -> Scene:
        """What room is left goes between the parts, then to the band, so that no gap yawns above it."""
        area, used, em = self.paper.area, sum(block.height for block in blocks), self.points * POINT
        gap = min((room - used) / max(1, len(blocks) - 1), 4.2 * em)
        left = room - used - gap * (len(blocks) - 1)
        y, shapes = area.y + 0.3 * max(0.0, left - AIR * em), list[Shape]()
        for block in blocks:
            shapes += block.at(area.x, y)
            y += block.height + gap
        band = self.foot(*side, air=min(AIR * em, left)) if left > em else foot
        return self.scene("paper", [*shapes, *band.shapes])


def works(commission: Commission) -> Iterator[Leaflet]:
    brief = commission.brief
    for piece in commission.catalogue.pieces:
        if piece.sort is Sort.LEAFLET and not brief.bare:
            use = f"In hai mặt, khổ {piece.size}, phát tay: mặt trước là thông điệp, mặt sau là sự kiện, kỹ năng, mã QR"
            told = Told(piece.name, piece.sort.value, piece.label, use, said(commission))
            yield Leaflet(told, printed_of(brief), Paper.of(piece), commission.means)


def said(commission: Commission) -> str:
    brief = commission.brief
    return ". ".join(part.rstrip(".") for part in (brief.title, brief.theme, *brief.messages, brief.agency) if part)
