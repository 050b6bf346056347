"""What a printed piece says, set so that no letter is smaller than its readers, far away, need it. In millimetres."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from chuyenmuc.images.blocks import Block, lines, moved
from chuyenmuc.images.brand import Look
from chuyenmuc.images.scene import Shape, Text
from chuyenmuc.images.slogans import DASH, painted, slogan, slogans
from chuyenmuc.images.text import Fitted, Room, fit, settings, typeface
from chuyenmuc.typesetting.pen import TooTight

CAPITAL = "H"  # by which the height of letters is measured
ROUNDING = 0.02  # of a millimetre
LEADING, CLOSE = 1.22, 1.28  # of slogans; of small texts
LOOSER = 0.34  # em
TORN = 1.0  # what makes less sense than that is not worth larger letters


@dataclass(frozen=True)
class Copy:
    """`lead` is what is read from afar, `theme` a second line of it; `title` tells the campaign.

    `logo` is the path of the year's official sign.
    """

    lead: str
    title: str
    theme: str
    badge: str
    period: str
    agency: str
    short_name: str
    address: str
    logo: str
    sponsors: tuple[tuple[str, str], ...]
    draft: bool


@dataclass(frozen=True)
class Scribe:
    """No capital is lower than `letters`. What finds no room raises TooTight."""

    look: Look
    letters: float

    def least(self, font: str) -> float:
        """The size at which a font's capitals are as high as they must be."""
        return (self.letters + ROUNDING) / typeface(self.look.fonts[font]).glyph(CAPITAL)[1]

    def slogan(self, words: str, room: Room, color: str, centred: bool = False, many: float = 0.0) -> Block:
        """As large as there is room; `many` is what each line more costs.

        No words are torn for the sake of a least size.
        """
        options = slogans(words, self.look.fonts["headline"], self.look.names)
        if room.least > self.least("headline"):
            options = tuple(option for option in options if option.cost <= TORN) or options[:1]
        return self.placed(
            words, painted(options, self.needed(room, "headline"), many), room, "headline", color, centred
        )

    def text(
        self, words: str, room: Room, font: str, color: str, centred: bool = False, *, sense: bool = False
    ) -> Block:
        """`sense`: broken as slogans are, where the sense lets one breathe."""
        if not words:
            return Block(0, 0)
        options = (slogan if sense else settings)(words, self.look.fonts[font], self.look.names)
        return self.placed(words, fit(options, self.needed(room, font)), room, font, color, centred)

    def needed(self, room: Room, font: str) -> Room:
        least = max(self.least(font), room.least)
        return replace(room, least=least, most=max(least, room.most))

    def placed(self, words: str, found: Fitted | None, room: Room, font: str, color: str, centred: bool) -> Block:
        if not found or min(room.width, room.height) <= 0:
            raise TooTight(words)
        return lines(found, self.look.fonts[font], self.look.color(color), room.width if centred else 0)

    def spread(self, block: Block, room: float) -> Block:
        """Lines further apart, where a tall piece has room for it, as much as still holds them together."""
        gaps = len(block.shapes) - 1
        size = max(shape.size for shape in block.shapes if isinstance(shape, Text))
        wider = min(LOOSER * size, room / gaps) if gaps else 0.0
        shapes = tuple(moved(shape, 0, number * wider) for number, shape in enumerate(block.shapes))
        return Block(block.width, block.height + gaps * wider, shapes)

    def answered(self, block: Block, color: str) -> Block:
        """The lines behind the first that ends with a dash answer it in another colour."""
        shapes, turned = list[Shape](), False
        for shape in block.shapes:
            shapes.append(replace(shape, color=self.look.color(color)) if turned and isinstance(shape, Text) else shape)
            turned = turned or (isinstance(shape, Text) and shape.text.endswith(DASH))
        return replace(block, shapes=tuple(shapes))


def room(
    width: float, height: float, most: float = math.inf, *, least: float = 0, lines: int = 12, leading: float = LEADING
) -> Room:
    return Room(width, height, least, most, leading, lines)
