"""Sets the parts of a stack: each becomes a block of shapes, or nothing where it finds no room."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatchmethod

from chuyenmuc.images import qr
from chuyenmuc.images.blocks import Block, moved, plated
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.card import Card
from chuyenmuc.images.color import luminance
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import Layout
from chuyenmuc.images.lettering import Lettering, square
from chuyenmuc.images.parts import (
    BarPart,
    BrandPart,
    ChipPart,
    CodePart,
    DatePart,
    FiguresPart,
    FlowPart,
    IconPart,
    ListPart,
    NumberPart,
    SignPart,
    TextPart,
)
from chuyenmuc.images.rows import entries, figures
from chuyenmuc.images.scene import Code, Fill, Picture, Shape, Text
from chuyenmuc.images.slogans import answer
from chuyenmuc.images.text import Fitted, Room, fit, fullest, settings, typeface

AGENCY = ("agency", "short_name")  # the first that fits
SQUEEZED = 0.65  # of the least size
KEY = 3.4  # of the comfortable size of a text, for a key figure
LEAST_SIGN = 18.0  # pixels: a lower official sign is a smudge
PLATE, WIDEST = 0.1, 3.0  # of the height of an official sign: the edge around it, and its greatest width
SLOGAN = 40  # words: what is longer is no slogan
UNIT = 0.42  # of a key figure's size, for what stands behind its digits
NUMBER = re.compile(r"(?P<digits>.*\d)\s*(?P<unit>\D*)", re.S)


class Typesetter(Lettering):
    """Sets the parts of one card in one format.

    A growing text is set no smaller than `comfortable` units; others between their least size (ease 0) and most (1).
    """

    def __init__(self, layout: Layout, card: Card, form: Format, look: Look, comfortable: float, ease: float) -> None:
        super().__init__(layout, card, form, look)
        self.comfortable, self.ease = comfortable, ease

    @singledispatchmethod
    def block(self, part: FlowPart, width: float, height: float) -> Block | None:
        raise TypeError(type(part))

    @block.register
    def _(self, part: BarPart, width: float, height: float) -> Block:
        box = Box(0, 0, part.width * self.unit, part.height * self.unit)
        return Block(box.width, box.height, (Fill(box, self.color(part.color)),))

    @block.register
    def _(self, part: FiguresPart, width: float, height: float) -> Block | None:
        return figures(self, part, width, height)

    @block.register
    def _(self, part: ListPart, width: float, height: float) -> Block | None:
        return entries(self, part, width, height)

    def said(self, part: FlowPart) -> str:
        """What a part prints, or the name of the values that it lists: for messages."""
        match part:
            case FiguresPart():
                return "figures"
            case ListPart():
                return part.entries
            case SignPart():
                return "biểu trưng chính thức"
            case TextPart() | ChipPart() | NumberPart():
                return self.rendered(part.text)
        return str(self.card.values["agency"])

    def fitted(self, text: str, font: str, room: Room) -> Fitted | None:
        """In the evenest lines, however they end, where room is dear and no better ones fit."""
        found = super().fitted(text, font, room)
        if found or self.comfortable:
            return found
        return fit(fullest(text, self.look.fonts[font], self.look.names), self.needed(room))

    # Texts ------------------------------------------------------------------------------------------------------

    @block.register
    def text(self, part: TextPart, width: float, height: float) -> Block | None:
        text = self.rendered(part.text)
        if not text:
            return Block(0, 0)
        text = text.upper() if part.upper else text
        least, most = part.size
        least = min(most, max(least, self.comfortable)) if part.grow else least
        most = most if part.grow else least + self.ease * (most - least)
        room = Room(width, height, least * self.unit, most * self.unit, part.leading, part.lines)
        found = self.slogan(text, part.font, room) if part.breaks and len(text.split()) <= SLOGAN else None
        found = found or self.fitted(text, part.font, room)
        if not found and not part.grow:
            found = self.squeezed(text, part, width, height)
        if not found:
            return None
        block = self.lines(found, part.font, part.color, width if part.align == "center" else 0)
        return self.answered(block, part.answer) if part.answer else block

    def answered(self, block: Block, color: str) -> Block:
        """The lines behind the first dash in another colour."""
        texts = [shape for shape in block.shapes if isinstance(shape, Text)]
        first = answer([text.text for text in texts])
        turned = (replace(text, color=self.color(color)) for text in texts[first:])
        return replace(block, shapes=(*texts[:first], *turned))

    def squeezed(self, text: str, part: TextPart, width: float, height: float) -> Fitted | None:
        """A lesser text may take another line, and its least size, rather than keep the image from being made."""
        room = Room(width, height, self.lesser, part.size[1] * self.unit, part.leading, part.lines + 1)
        told = (text, self.look.fonts[part.font], self.look.names)
        return fit(settings(*told), room) or fit(fullest(*told), room)

    @block.register
    def number(self, part: NumberPart, width: float, height: float) -> Block | None:
        """Digits with the unit behind them, or below them where that lets the digits be half as large again."""
        text = self.rendered(part.text)
        found = NUMBER.fullmatch(text)
        digits, unit = (found["digits"], found["unit"].strip()) if found else (text, "")
        beside = self.figure(part, digits, unit, width, height, below=False)
        under = self.figure(part, digits, unit, width, height, below=True) if len(unit) > 1 else None
        chosen = under if not beside or (under and under[0] > 1.5 * beside[0]) else beside
        return (chosen[1].centred(width) if part.align == "center" else chosen[1]) if chosen else None

    def figure(
        self, part: NumberPart, digits: str, unit: str, width: float, height: float, *, below: bool
    ) -> tuple[float, Block] | None:
        """The size of the digits and the block."""
        heavy, bold = typeface(self.look.fonts["headline"]), typeface(self.look.fonts["bold"])
        ascent, descent = heavy.heights(digits)
        share = 0.62 if len(unit) == 1 else UNIT
        space = 0.03 if len(unit) == 1 else 0.1
        tail = share * bold.width(unit) + (space if unit else 0)
        wide = (max(heavy.width(digits), tail) if below else heavy.width(digits) + tail) + part.clear
        tall = ascent + (UNIT * 1.3 if below else max(0.03, descent))
        size = int(min(part.size[1] * self.unit, width / wide, height / tall))
        least = self.small(max(part.size[0], KEY * self.comfortable))
        if size < least or size * share < self.lesser:
            return None
        value, length = self.label(digits, "headline", size, part.color)
        shapes: list[Shape] = [moved(value, 0, ascent * size)]
        if unit:
            named, _ = self.label(unit, "bold", size * share, part.unit_color)
            x, y = (0, ascent + UNIT * 1.05) if below else (length / size + space, ascent)
            shapes.append(moved(named, x * size, y * size))
        return size, Block((wide - part.clear) * size, tall * size, tuple(shapes))

    # Signs ------------------------------------------------------------------------------------------------------

    @block.register
    def chip(self, part: ChipPart, width: float, height: float) -> Block | None:
        """One or two pills side by side; the second goes below where it finds no room."""
        size = self.small(part.size)
        gap, pills = 0.5 * size, list[Block]()
        labels = ((part.text, part.color, part.fill), (part.second, part.second_color, part.second_fill))
        for source, color, fill in labels:
            text = self.rendered(source)
            if not text:
                continue
            pill = self.pill(text, part, size, color, fill, width)
            if pill or source != part.text:  # a section's name may be left out; the second pill tells what must be said
                pills.append(pill or self.slim(text, part, size, color, fill, width))
        if not pills:
            return Block(0, 0)
        if len(pills) > 1 and pills[0].width + gap + pills[1].width <= width:
            tall = max(pill.height for pill in pills)
            beside = (pills[0].width + gap, (tall - pills[1].height) / 2)
            joined = (*pills[0].at(0, (tall - pills[0].height) / 2), *pills[1].at(*beside))
            pills = [Block(beside[0] + pills[1].width, tall, joined)]
        shapes, y = list[Shape](), 0.0
        for pill in pills:  # each in the middle of its own line
            shapes += (pill.centred(width) if part.align == "center" else pill).at(0, y)
            y += pill.height + gap
        widest = width if part.align == "center" else max(pill.width for pill in pills)
        return Block(widest, y - gap, tuple(shapes))

    def pill(self, text: str, part: ChipPart, size: float, color: str, fill: str, width: float) -> Block | None:
        """On one line, or where a long name finds no room there on two; None where it would be too small."""
        pad, font = 0.85 * size, self.look.fonts[part.font]
        scale = min(1.0, (width - 2 * pad) / max(1.0, typeface(font).width(text) * size))
        if scale >= SQUEEZED and size * scale >= self.lesser:
            return self.slim(text, part, size, color, fill, width)
        broken = settings(text, font, self.look.names)[1:2] if self.comfortable else ()  # where room is dear: none
        if not broken or broken[0].width * size > width - 2 * pad:
            return None
        block = self.lines(Fitted(broken[0], size, 1.2), part.font, color, broken[0].width * size)
        tall = block.height + 1.2 * size
        ground = Fill(Box(0, 0, block.width + 2 * pad, tall), self.color(fill), 1.05 * size)
        return Block(block.width + 2 * pad, tall, (ground, *block.at(pad, (tall - block.height) / 2)))

    def slim(self, text: str, part: ChipPart, size: float, color: str, fill: str, width: float) -> Block:
        """A pill of one line, smaller where the width asks for it."""
        pad, height = 0.85 * size, 2.1 * size
        scale = min(1.0, (width - 2 * pad) / max(1.0, typeface(self.look.fonts[part.font]).width(text) * size))
        label, length = self.label(text, part.font, size * scale, color)
        ground = Fill(Box(0, 0, length + 2 * pad, height), self.color(fill), height / 2)
        return Block(length + 2 * pad, height, (ground, moved(label, pad, height / 2 + 0.36 * size)))

    @block.register
    def icon(self, part: IconPart, width: float, height: float) -> Block:
        size = part.size * self.unit
        if not part.fill:
            return Block(size, size, (self.sign(part.icon, round(size), part.color),))
        inner = round(0.56 * size)
        disc = Fill(square(size), self.color(part.fill), size / 2)
        sign = moved(self.sign(part.icon, inner, part.color), (size - inner) / 2, (size - inner) / 2)
        return Block(size, size, (disc, sign))

    @block.register
    def brand(self, part: BrandPart, width: float, height: float) -> Block | None:
        size = self.small(part.size)
        mark = 2.3 * size
        room = Room(width - mark - 0.8 * size, 2.6 * size, max(SQUEEZED * size, self.lesser), size, 1.18, 3)
        options = (settings(self.card.values[name], self.look.fonts["bold"], self.look.names) for name in AGENCY)
        found = next((fitted for option in options if option and (fitted := fit(option, room))), None)
        if not found:
            return None
        lines = self.lines(found, "bold", part.color)
        height = max(mark, lines.height)
        text = lines.at(mark + 0.8 * size, (height - lines.height) / 2)
        emblem = self.mark(Box(0, (height - mark) / 2, mark, mark), part)
        block = Block(mark + 0.8 * size + lines.width, height, (*emblem, *text))
        return block.centred(width) if part.align == "center" else block

    def mark(self, box: Box, part: BrandPart) -> Iterable[Shape]:
        """The emblem, on a light plate where the ground is dark; without one a plain sign that is nobody's."""
        if self.look.emblem:
            light_text = luminance(self.color(part.color)) > 0.5
            edge = 0.08 * box.width if light_text else 0
            plate = (Fill(box, self.color("paper"), box.width * 0.18),) if light_text else ()
            return (*plate, Picture(box.inset(edge, edge, edge, edge), self.look.emblem))
        half = box.width * 0.46
        far = box.width - half
        places = ((0, 0, part.mark), (far, 0, part.mark), (0, far, part.mark), (far, far, "spark"))
        return [
            Fill(Box(box.x + x, box.y + y, half, half), self.color(c), half / 2 if c == "spark" else half * 0.16)
            for x, y, c in places
        ]

    @block.register
    def official(self, part: SignPart, width: float, height: float) -> Block | None:
        if not self.card.sign:
            return Block(0, 0)
        tall = min(height, part.size * self.unit)
        edge = PLATE * tall
        plate = plated(
            self.card.sign, min(width, WIDEST * tall), tall, edge, self.color("paper"), edge * self.look.corner
        )
        if plate.height < LEAST_SIGN:
            return None
        return plate.centred(width) if part.align == "center" else plate

    @block.register
    def date(self, part: DatePart, width: float, height: float) -> Block | None:
        """A calendar's leaf: the month on a band, the day large, the year below."""
        width = part.size * self.unit
        values = self.card.values
        month = self.within(values["month"], "bold", 0.2 * width, 0.84 * width, part.fill)
        year = self.within(values["year"], "semibold", 0.17 * width, 0.8 * width, part.color)
        day, length = self.label(values["day"], "headline", 0.62 * width, part.color)
        if not month or not year:
            return None
        band, height, radius = 0.32 * width, 1.24 * width, 0.1 * width * self.look.corner
        shapes = (
            Fill(Box(0, 0, width, height), self.color(part.color), radius),
            Fill(Box(0.02 * width, band, 0.96 * width, 0.98 * height - band), self.color(part.fill), radius),
            Fill(Box(0.02 * width, band, 0.96 * width, radius), self.color(part.fill)),
            moved(month, (width - month.box.width) / 2, 0.235 * width),
            moved(day, (width - length) / 2, 0.86 * width),
            moved(year, (width - year.box.width) / 2, 1.12 * width),
        )
        return Block(width, height, shapes)

    def within(self, text: str, font: str, size: float, width: float, color: str) -> Text | None:
        """A label of at most a size and a width; None if it would be too small to read."""
        size = min(size, width / typeface(self.look.fonts[font]).width(text))
        return self.label(text, font, size, color)[0] if size >= self.lesser else None

    @block.register
    def code(self, part: CodePart, width: float, height: float) -> Block | None:
        """A QR code with its caption beside it; none where there is no address to lead to."""
        address = self.rendered(part.text)
        if not address:
            return Block(0, 0)
        rows = qr.modules(address)
        side = float(max(round(part.size * self.unit), qr.LEAST * (len(rows) + 2 * qr.QUIET)))
        code = Code(square(side), rows)
        caption = self.rendered(part.caption)
        gap, size = 0.12 * side, self.small(2.1)
        if not caption:
            return Block(side, side, (code,))
        found = self.fitted(caption, "semibold", Room(width - side - gap, side, size, size, 1.3, 4))
        if not found:
            return None
        lines = self.lines(found, "semibold", part.color)
        return Block(side + gap + lines.width, side, (code, *lines.at(side + gap, (side - lines.height) / 2)))
