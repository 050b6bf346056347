"""Texts of one card in one format: their colours and sizes, broken lines, single labels, icons."""

from __future__ import annotations

from dataclasses import replace

from chuyenmuc.images.blocks import Block, lines
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.card import Card
from chuyenmuc.images.expressions import template
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import TONES, Layout
from chuyenmuc.images.scene import Text
from chuyenmuc.images.slogans import painted, slogans
from chuyenmuc.images.text import Fitted, Room, fit, settings, typeface

LESSER = 0.84


class Lettering:
    """`unit`, `least`, the smallest size of a text, and `lesser`, that of a text beside others, in pixels."""

    def __init__(self, layout: Layout, card: Card, form: Format, look: Look) -> None:
        self.card, self.form, self.look = card, form, look
        self.unit, self.least = form.unit, form.least_text
        self.lesser = LESSER * self.least
        self.tone = TONES[layout.tone]

    def color(self, role: str) -> str:
        return self.look.color(role, self.tone)

    def rendered(self, text: str) -> str:
        return str(template(text).render(self.card.values)).strip()

    def small(self, size: float) -> float:
        return max(size * self.unit, self.lesser)

    def fitted(self, text: str, font: str, room: Room) -> Fitted | None:
        return fit(settings(text, self.look.fonts[font], self.look.names), self.needed(room))

    def slogan(self, text: str, font: str, room: Room) -> Fitted | None:
        """Lines end at dashes before all else, and a purpose begins one."""
        return painted(slogans(text, self.look.fonts[font], self.look.names), self.needed(room))

    def needed(self, room: Room) -> Room:
        least = max(room.least, self.least)
        return replace(room, least=least, most=max(room.most, least))

    def lines(self, found: Fitted, font: str, color: str, centered: float = 0) -> Block:
        return lines(found, self.look.fonts[font], self.color(color), centered)

    def label(self, text: str, font: str, size: float, color: str) -> tuple[Text, float]:
        """A short text on one line, its baseline at 0, and its width."""
        face = typeface(self.look.fonts[font])
        width, (above, below) = face.width(text) * size, face.heights(text)
        ink = Box(0, -above * size, width, (above + below) * size)
        return Text(text, 0, 0, face.stack, size, self.color(color), ink), width

    def sign(self, name: str, size: float, color: str) -> Text:
        """An icon, its upper left corner at (0, 0)."""
        return Text(self.look.icons[name], 0, size, self.look.fonts["icons"], size, self.color(color), square(size))


def square(side: float) -> Box:
    return Box(0, 0, side, side)
