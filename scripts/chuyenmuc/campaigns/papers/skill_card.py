"""A card for each lesson: its steps, and the code that opens it; on the back whose it is, and the code of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chuyenmuc.campaigns.brief import Skill
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.papers.measure import DOT, Paper
from chuyenmuc.campaigns.papers.paper import PaperWork, printed_of
from chuyenmuc.campaigns.papers.parts import (
    CALMER,
    SAMPLE,
    SKILLS,
    code,
    heading,
    leading_on,
    lower,
    numbered,
    openings,
    ornament,
    pills,
    strip,
    upper,
)
from chuyenmuc.campaigns.work import Told
from chuyenmuc.content.campaign import Sort
from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.scene import Scene, Shape
from chuyenmuc.typesetting.imprint import address, headline, signature
from chuyenmuc.typesetting.pen import Pen, TooTight, beside, stacked
from chuyenmuc.typesetting.sizes import largest
from chuyenmuc.vietnamese.slugs import slugify

USUAL, LEAST, MOST = 9.0, 8.1, 12.5  # points
CODE, CODE_BEHIND = 25.5, 30.0  # millimetres
APART, CLOSE = 2.5, 1.9  # millimetres between steps, at the least; where they would else find no room
TRIES = (USUAL, APART), (USUAL, CLOSE), (LEAST, CLOSE)  # the least size, and what is between steps
TITLE = 1.9  # em
OPEN_IT = "Quét mã để mở bài học"
GOES_ON = "Xem tiếp mặt sau"


@dataclass(frozen=True)
class SkillCard(PaperWork):
    skill: Skill

    @property
    def title(self) -> str:
        return self.skill.title

    def pages(self) -> Iterator[Scene]:
        """All steps in front, or as many as find room there and the others behind."""
        count = len(self.skill.steps)
        for least, apart in TRIES:
            if found := self.steps(0, count, self.room(""), least, apart):
                return iter((self.front(found, ""), self.back()))
        room, behind = self.room(GOES_ON), self.room_behind()
        for least, apart in TRIES:
            kept = next((number for number in range(count - 1, 0, -1) if self.at(least, 0, number, room, apart)), 0)
            if kept and self.at(least, kept, count, behind, apart):
                first = self.steps(0, kept, room, least, apart)
                rest = self.steps(kept, count, behind, least, apart)
                if first and rest:
                    return iter((self.front(first, GOES_ON), self.going_on(rest)))
        raise TooTight(max(self.skill.steps, key=len, default=self.skill.title))

    def steps(self, start: int, end: int, height: float, least: float, apart: float) -> Block | None:
        def tried(points: float) -> Block | None:
            return self.at(points, start, end, height, apart)

        return largest(least, MOST if least == USUAL else USUAL, tried)

    def at(self, points: float, start: int, end: int, height: float, apart: float) -> Block | None:
        """Some of the steps at one size; None where they find no room."""
        pen = self.pen(Style.CARDS, points)
        gap = max(apart * DOT / pen.em, 0.6)
        try:
            block = numbered(pen, self.skill.steps[start:end], self.paper.area.width, start + 1, gap)
        except TooTight:
            return None
        return block if block.height <= height else None

    # Front ------------------------------------------------------------------------------------------------------

    def head(self) -> Block:
        pen, area = self.pen(Style.DARK, USUAL), self.paper.area
        sample = SAMPLE if self.brief.sample else ""
        told = [(SKILLS, "spark_fill", "on_spark"), (self.skill.takes, "paper", "deep"), (sample, "main", "paper")]
        title = headline(self.skill.title, pen, area.width, 11 * pen.em, TITLE * pen.em)
        return stacked([pills(pen, told, area.width), title], 1.3 * pen.em)

    def foot(self, more: str) -> Block:
        pen, area = self.pen(Style.CARDS, USUAL), self.paper.area
        mark = code(pen, self.skill.address, CODE * DOT) if self.skill.address else Block(0, 0)
        room = area.width - (mark.width + pen.em if mark.width else 0)
        told = [pen.text(more, room, 1, "bold", "accent")] if more else []
        if mark.width:
            words = pen.text(OPEN_IT, room, 1.1, "headline", "title")
            told.append(stacked([words, address(pen, self.skill.address, room, 0.9, "ink")], 0.5 * pen.em))
        name = signature((self.brief.parent, self.brief.agency), pen, room)
        return self.closed(stacked([*told, name], 1.1 * pen.em), mark)

    def closed(self, words: Block, mark: Block) -> Block:
        """The code at the right edge, words at the left."""
        width, tall = self.paper.area.width, max(words.height, mark.height)
        quiet = 0.1 * mark.width
        shapes = (*words.at(0, tall - words.height), *mark.at(width - mark.width + quiet, tall - mark.height + quiet))
        return Block(width, tall, shapes)

    def room(self, more: str) -> float:
        pen = self.pen(Style.CARDS, USUAL)
        return self.paper.area.height - self.head().height - self.foot(more).height - 4.4 * pen.em

    def front(self, steps: Block, more: str) -> Scene:
        pen, area, frame = self.pen(Style.CARDS, USUAL), self.paper.area, self.paper.frame
        head, foot = self.head(), self.foot(more)
        edge = area.y + head.height + 1.5 * pen.em
        end = area.bottom - foot.height
        spare = end - edge - steps.height
        shapes: list[Shape] = [
            upper(frame, edge, pen),
            *ornament(pen, frame.right, frame.y, 0.5 * frame.width, head.at(area.x, area.y)),
            *head.at(area.x, area.y),
            *lower(frame, edge, pen),
            *steps.at(area.x, edge + min(0.5 * spare, 2.2 * pen.em)),
            *foot.at(area.x, end),
        ]
        return self.scene("paper", shapes)

    # Back -------------------------------------------------------------------------------------------------------

    def room_behind(self) -> float:
        pen = self.pen(Style.CARDS, USUAL)
        return self.end - self.paper.area.y - self.ending(pen).height - self.headed(pen).height - 3.4 * pen.em

    def headed(self, pen: Pen) -> Block:
        return heading(pen, self.skill.title, self.paper.area.width, 1.3)

    def ending(self, pen: Pen) -> Block:
        return signature((self.brief.parent, self.brief.agency), pen, self.paper.area.width)

    def sponsored(self) -> Block:
        paper = self.paper
        light = self.pen(Style.CARDS, USUAL)
        return strip(self.brief, light, paper.trim, paper.frame, paper.safe * DOT, paper.margin)

    @property
    def end(self) -> float:
        """Where what stands on the back ends."""
        strip_height = self.sponsored().height
        return self.paper.trim.bottom - strip_height - self.paper.margin if strip_height else self.paper.area.bottom

    def going_on(self, rest: Block) -> Scene:
        pen, area = self.pen(Style.CARDS, USUAL), self.paper.area
        head, name = self.headed(pen), self.ending(pen)
        shapes: list[Shape] = [
            *head.at(area.x, area.y),
            *rest.at(area.x, area.y + head.height + 1.4 * pen.em),
            *name.at(area.x, self.end - name.height),
            *self.sponsored().shapes,
        ]
        return self.scene("paper", shapes)

    def back(self) -> Scene:
        """The campaign's look, whose it is, and the code of its page."""
        pen, area, frame = self.pen(Style.DARK, USUAL), self.paper.area, self.paper.frame
        mark = code(pen, self.brief.address, CODE_BEHIND * DOT) if self.brief.address else Block(0, 0)
        name = signature((self.brief.parent, self.brief.agency), pen, area.width, "ink")
        room = area.width - (mark.width + 1.3 * pen.em if mark.width else 0)
        call = beside([mark, leading_on(self.brief, pen, room, "ink", "ink")], 1.3 * pen.em)
        below = stacked([call, name], 1.6 * pen.em)
        height = self.end - area.y - below.height - 2 * pen.em
        made = openings(self.brief, pen, area.width, CALMER)
        top = next((block for _, block in made if block.height <= height), None)
        if top is None:
            raise TooTight(self.brief.title)
        above = min(height - top.height, 0.2 * area.height)
        shapes: list[Shape] = [
            *ornament(pen, frame.right, frame.y, 0.7 * frame.width, top.at(area.x, area.y + above)),
            *top.at(area.x, area.y + above),
            *below.at(area.x, self.end - below.height),
            *self.sponsored().shapes,
        ]
        return self.scene("deep", shapes)


def works(commission: Commission) -> Iterator[SkillCard]:
    brief = commission.brief
    for piece in commission.catalogue.pieces:
        if piece.sort is not Sort.SKILL:
            continue
        for skill in brief.skills:
            name = f"{piece.sort.value}-{slugify(skill.key.rpartition('/')[2])}"
            name = name if piece.size.slug == "a6" else f"{name}-{piece.size.slug}"
            use = f"In hai mặt, khổ {piece.size}, trên giấy dày; phát trong buổi hướng dẫn kỹ năng số"
            alt = ". ".join(part.rstrip(".") for part in (skill.title, *skill.steps))
            told = Told(name, piece.sort.value, f"{piece.label}, bài “{skill.title}”", use, alt, "tag")
            yield SkillCard(told, printed_of(brief), Paper.of(piece), commission.means, skill)
