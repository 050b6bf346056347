"""Figures as they are set: digits large, the words about them small, all on one baseline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from chuyenmuc.images.blocks import Block
from chuyenmuc.images.scene import Shape
from chuyenmuc.images.text import typeface
from chuyenmuc.typesetting.pen import ASCENT, Pen, TooTight, stacked

VALUE = re.compile(r"(?P<before>[^\W\d][^\d]*\s)?(?P<digits>.*\d)\s*(?P<after>\D*)", re.S)
RISE, DROP = 0.72, 0.14  # em of the digits: above their baseline, and what the small words reach below it
SMALL, SIGN = 0.4, 0.62  # of the digits' size: words, and a sign such as %
SIGNS = 2  # letters: a longer unit is a word
BESIDE = 0.8  # of the size that digits could have with their unit below: with less, it goes there
ODD = 0.62  # of the largest figure: one that must be smaller goes its own way, the others do not follow


@dataclass(frozen=True)
class Numeral:
    """A value in three: `trên` `11.000` `tỷ đồng`."""

    before: str
    digits: str
    after: str

    @classmethod
    def of(cls, value: str, unit: str = "") -> Numeral:
        found = VALUE.fullmatch(value.strip())
        before, digits, after = (found["before"], found["digits"], found["after"]) if found else ("", value, "")
        glue = " " if after and unit else ""
        return cls((before or "").strip(), digits.strip(), f"{after.strip()}{glue}{unit}".strip())

    @property
    def share(self) -> float:
        return SIGN if len(self.after) <= SIGNS else SMALL

    def space(self, words: str) -> float:
        return 0 if not words else 0.05 if len(words) == 1 else 0.14

    def wide(self, pen: Pen, *, below: bool = False) -> float:
        """Its width in em of its digits, with its unit beside them or below."""
        bold = typeface(pen.font("bold"))
        digits = typeface(pen.font("headline")).width(self.digits)
        before = SMALL * bold.width(self.before) + self.space(self.before)
        after = self.share * bold.width(self.after)
        return max(before + digits, after) if below else before + digits + self.space(self.after) + after

    def set(self, pen: Pen, px: float, *, below: bool = False, color: str = "accent", quiet: str = "ink") -> Block:
        """With digits of `px`. Raises TooTight where the small words would be too small."""
        x, shapes = 0.0, list[Shape]()
        for words, size, font, tone, gap in self.run(pen, px, below, color, quiet):
            if not words:
                continue
            if size < pen.least - 0.01:
                raise TooTight(f"{self.before} {self.digits} {self.after}".strip())
            shapes.append(pen.line(words, x, RISE * px, size, font, tone))
            x += typeface(pen.font(font)).width(words) * size + gap * px
        rise, drop = typeface(pen.font("headline")).heights(self.digits)
        block = Block(x, (RISE + max(DROP, drop)) * px, tuple(shapes))
        above = pen.label(self.before if self.lifted(pen, px) else "", pen.least / pen.em, "bold", quiet)
        unit = pen.label(self.after if below else "", max(pen.least, self.share * px) / pen.em, "bold", quiet)
        spare = (0.04 + max(0, rise - RISE)) * px if above.height else 0
        return stacked([above, stacked([Block(0, spare), block], 0), unit], 0.08 * px)

    def lifted(self, pen: Pen, px: float) -> bool:
        """Whether words before the digits would be too small beside them and so stand above."""
        return SMALL * px < pen.least

    def run(
        self, pen: Pen, px: float, below: bool, color: str, quiet: str
    ) -> Iterable[tuple[str, float, str, str, float]]:
        """Words, their size, font and colour, and the space behind them."""
        after = "" if below else self.after
        if not self.lifted(pen, px):
            yield self.before, SMALL * px, "bold", quiet, self.space(self.before)
        yield self.digits, px, "headline", color, self.space(after)
        yield after, self.share * px, "bold", quiet if len(after) > 1 else color, 0


def fitted(numerals: list[Numeral], pen: Pen, width: float, most: float) -> list[tuple[float, bool]]:
    """The size of each one's digits in a width, alike but for odd ones; whether its unit stands below."""
    found = [one_fitted(each, pen, width, most * pen.em) for each in numerals]
    largest = max(size for size, _ in found)
    common = min(size for size, _ in found if size >= ODD * largest)
    return [(min(size, common), below) for size, below in found]


def one_fitted(numeral: Numeral, pen: Pen, width: float, most: float) -> tuple[float, bool]:
    beside, below = (min(most, width / numeral.wide(pen, below=under)) for under in (False, True))
    under = len(numeral.after) > SIGNS and (beside < BESIDE * below or numeral.share * beside < pen.least)
    return (below, True) if under else (beside, False)


# Columns of numbers --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Tabular:
    """Numbers set below each other comma under comma; widths in pixels."""

    px: float
    whole: float
    rest: float

    @property
    def width(self) -> float:
        return self.whole + self.rest

    @classmethod
    def of(cls, texts: Iterable[str], pen: Pen, size: float, font: str = "bold", sign: str = "") -> Tabular:
        """`sign` is a unit that follows each number at once, such as %."""
        face, px = typeface(pen.font(font)), pen.px(size)
        halves = [parted(text) for text in texts]
        whole = max((face.width(first) for first, _ in halves), default=0.0)
        rest = max((face.width(second + sign) for _, second in halves), default=0.0)
        return cls(px, whole * px, rest * px)

    def set(self, text: str, pen: Pen, font: str = "bold", color: str = "ink", sign: str = "") -> Block:
        left = self.whole - typeface(pen.font(font)).width(parted(text)[0]) * self.px
        line = pen.line(text + sign, left, ASCENT * self.px, self.px, font, color)
        return Block(self.width, self.px, (line,))


def parted(number: str) -> tuple[str, str]:
    """Before the decimal comma, and from it on."""
    whole, comma, places = number.partition(",")
    return whole, comma + places
