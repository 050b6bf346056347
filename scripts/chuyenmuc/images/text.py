"""Text as geometry: exact widths, ink heights with stacked marks, balanced breaks, the largest size that fits.

Widths are in em and hold for every size, so a headline is broken once and set in any format.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from PIL import ImageFont

from chuyenmuc.vietnamese.breaking import BAD, LEADERS, Piece, pieces, short_ending

EM = 1000  # the size at which fonts are measured: one pixel is a thousandth of an em
SMALL = 64  # large enough to tell a letter from the empty box
MOST_LINES = 12
BREAK_COST = {-1: 0.90, 0: 0.0, 1: -0.09, 2: -0.26}
JOINT_COST = 0.45  # between the words of a phrase: đổi mới / sáng tạo
LEFT_BEHIND = 0.3  # a small word at a line's end that leads what follows
LONELY_END, LONE_NUMBER, LONE_WORD = 0.8, 0.3, 0.4  # a syllable alone on the last line, a date; on another line
EVEN = 12.0  # how much more than all else even lines count where room is dear
SHORT, STUMPY = 0.3, 0.5  # a line of less than that share of the average one
# What costs the whole, however many its lines: a torn word, a word alone on a line, two of them, a number alone on the
# last, a small word left behind, a line of less than that share of the longest.
TORN, LONE, SPARSE, ADRIFT, LEFT, STUMP, LEAST_SHARE = 0.6, 0.35, 0.1, 0.3, 0.25, 0.1, 0.45
FEW = 6  # pieces
WORTH = 0.65  # how much cost counts beside size
LINE_COST = 0.04


FontStack = tuple[str, ...]  # a font file, and those that step in for letters it lacks


@dataclass(frozen=True)
class Typeface:
    """A stack of font files as em measures. Kerning is the first one's."""

    stack: FontStack

    @cached_property
    def kerning(self) -> dict[tuple[str, str], float]:
        file = Path(self.stack[0]).with_suffix(".kern.json")
        if not file.is_file():
            return {}
        table = json.loads(file.read_text("utf-8"))
        values: list[list[int]] = table["values"]
        return {
            (first, second): values[row][column] / EM
            for first, row in table["first"].items()
            for second, column in table["second"].items()
            if values[row][column]
        }

    @cached_property
    def _glyphs(self) -> dict[str, tuple[float, float, float]]:
        return {}

    def glyph(self, character: str) -> tuple[float, float, float]:
        """Advance, ink above the baseline and ink below it (positive downwards), in em."""
        known = self._glyphs.get(character)
        if known is None:
            font = sized(self.font_of(character), EM)
            _, top, _, bottom = font.getbbox(character, anchor="ls")
            known = font.getlength(character) / EM, -top / EM, bottom / EM
            self._glyphs[character] = known
        return known

    def font_of(self, character: str) -> str:
        """The first font of the stack that has the letter."""
        if character.isascii() or len(self.stack) == 1:
            return self.stack[0]
        return next((path for path in self.stack if not lacks(path, character)), self.stack[0])

    def placed(self, text: str) -> Iterator[tuple[float, str]]:
        """Each character with the place of its origin, in em from the start."""
        x, before = 0.0, ""
        for character in text:
            x += self.kerning.get((before, character), 0.0)
            yield x, character
            x += self.glyph(character)[0]
            before = character

    def width(self, text: str) -> float:
        x, last = 0.0, ""
        for x, last in self.placed(text):  # noqa: B007
            pass
        return x + self.glyph(last)[0] if last else 0.0

    def heights(self, text: str) -> tuple[float, float]:
        """Ink above and below the baseline, in em."""
        glyphs = [self.glyph(character) for character in text]
        return max((g[1] for g in glyphs), default=0.0), max((g[2] for g in glyphs), default=0.0)

    def lacks(self, character: str) -> bool:
        """Whether every font of the stack would show its empty box."""
        return all(lacks(path, character) for path in self.stack)


@lru_cache(maxsize=4096)
def lacks(path: str, character: str) -> bool:
    mask = sized(path, SMALL).getmask(character)
    return not character.isspace() and (mask.size, bytes(mask)) == empty_box(path)


@lru_cache(maxsize=16)
def empty_box(path: str) -> tuple[tuple[int, int], bytes]:
    mask = sized(path, SMALL).getmask("\U0010ffff")
    return mask.size, bytes(mask)


@lru_cache(maxsize=256)
def sized(path: str, size: float) -> ImageFont.FreeTypeFont:
    # Basic layout is the only engine that every platform's wheel has: the same everywhere, so the same bytes.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=16)
def typeface(stack: FontStack) -> Typeface:
    return Typeface(stack)


@dataclass(frozen=True, slots=True)
class Setting:
    """A text broken into lines; measures in em."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    above: tuple[float, ...]
    below: tuple[float, ...]
    cost: float

    @property
    def width(self) -> float:
        return max(self.widths)

    def leading(self, least: float) -> float:
        """Distance of baselines: the least asked for, or more where marks of two lines would come near."""
        gaps = zip(self.below, self.above[1:], strict=False)
        return max([least, *(below + above + 0.05 for below, above in gaps)])

    def height(self, least: float) -> float:
        """From the first line's ink to the last line's."""
        return self.above[0] + (len(self.lines) - 1) * self.leading(least) + self.below[-1]


class Breaker:
    """Finds the best breaks of one text into each number of lines, none `overlong` times what all take on average."""

    overlong = 1.8

    def __init__(self, face: Typeface, parts: Sequence[Piece]) -> None:
        self.face, self.parts = face, parts
        self.widths = [face.width(part.text) for part in parts]
        self.space = face.width(" ")
        self.lone = [" " not in part.text for part in parts]
        self.left = [part.text.rpartition(" ")[2].lower() in LEADERS for part in parts]
        self.after = [
            LEFT_BEHIND * left + (JOINT_COST if part.joint else BREAK_COST[part.rank])
            for part, left in zip(parts, self.left, strict=True)
        ]

    def line(self, first: int, last: int) -> str:
        inner = "".join(part.text + part.glue for part in self.parts[first:last])
        return inner + self.parts[last].text

    @cached_property
    def spans(self) -> list[list[float]]:
        """Width of the line from piece i to piece j (kerning across a space is nothing)."""
        rows = []
        for first in range(len(self.parts)):
            width, row = 0.0, [0.0] * len(self.parts)
            for last in range(first, len(self.parts)):
                width += self.widths[last]
                row[last] = width
                width += self.space if self.parts[last].glue else 0.0
            rows.append(row)
        return rows

    def broken(self, count: int) -> Setting | None:
        """The best balanced break into `count` lines, by dynamic programming over line ends."""
        total = len(self.parts)
        if count > total:
            return None
        ideal = self.spans[0][total - 1] / count
        costs: list[dict[int, tuple[float, int]]] = [{-1: (0.0, -1)}]
        for number in range(1, count + 1):
            layer: dict[int, tuple[float, int]] = {}
            lasts = range(number - 1, total - (count - number)) if number < count else [total - 1]
            for last in lasts:
                options = [
                    (cost + self.cost(end + 1, last, ideal), end)
                    for end, (cost, _) in costs[-1].items()
                    if end < last and (self.spans[end + 1][last] < self.overlong * ideal or end + 1 == last)
                ]
                if options:
                    layer[last] = min(options)
            costs.append(layer)
        return self.setting(costs, count)

    def cost(self, first: int, last: int, ideal: float) -> float:
        share = self.spans[first][last] / ideal
        unevenness = (share - 1) ** 2 * (2 if share > 1 else 1)  # an overlong line shrinks the whole text
        whole = last - first == len(self.parts) - 1
        unevenness += SHORT if share < STUMPY and not whole else 0.0
        if last < len(self.parts) - 1:
            return unevenness + self.after[last] + (LONE_WORD if first == last and self.lone[last] else 0.0)
        return unevenness + (self.alone(last) if first == last and self.lone[last] and not whole else 0.0)

    def alone(self, last: int) -> float:
        """Of a word that is the last line."""
        return LONELY_END if short_ending(self.parts[last].text) else LONE_NUMBER

    def ends(self, costs: list[dict[int, tuple[float, int]]], count: int) -> list[int]:
        """The last piece of each line; nothing if there is no way."""
        end, ends = len(self.parts) - 1, list[int]()
        if end not in costs[count]:
            return ends
        for number in range(count, 0, -1):
            ends.append(end)
            end = costs[number][end][1]
        return ends[::-1]

    def setting(self, costs: list[dict[int, tuple[float, int]]], count: int) -> Setting | None:
        ends = self.ends(costs, count)
        if not ends:
            return None
        cost = costs[count][ends[-1]][0]
        starts = [0, *(end + 1 for end in ends[:-1])]
        lines = tuple(self.line(first, last) for first, last in zip(starts, ends, strict=True))
        heights = [self.face.heights(line) for line in lines]
        return Setting(
            lines,
            tuple(self.face.width(line) for line in lines),
            tuple(above for above, _ in heights),
            tuple(below for _, below in heights),
            cost / count + self.flaws(starts, ends),
        )

    def flaws(self, starts: Sequence[int], ends: Sequence[int]) -> float:
        """What is as ugly among many lines as among few."""
        lines = list(zip(starts, ends, strict=True))
        widths = [self.spans[first][last] for first, last in lines]
        torn = sum(self.parts[last].rank == BAD and not self.parts[last].joint for last in ends[:-1])
        left = sum(self.left[last] for last in ends[:-1])
        lone = sum(first == last and self.lone[last] for first, last in lines[:-1])
        adrift = len(lines) > 1 and starts[-1] == ends[-1] and self.lone[-1]
        sparse = sum(last - first == 1 and self.lone[first] and self.lone[last] for first, last in lines[1:])
        sparse = sparse if len(self.parts) > FEW else 0
        stumps = sum(width < LEAST_SHARE * max(widths) for width in widths)
        return TORN * torn + LEFT * left + LONE * lone + ADRIFT * adrift + SPARSE * sparse + STUMP * stumps


class Filler(Breaker):
    """Lines as even as they can be, whatever their ends: for a text that else finds no room."""

    def cost(self, first: int, last: int, ideal: float) -> float:
        share = self.spans[first][last] / ideal
        unevenness = EVEN * (share - 1) ** 2 * (2 if share > 1 else 1)
        return unevenness + (self.after[last] if last < len(self.parts) - 1 else 0.0)


@lru_cache(maxsize=512)
def settings(text: str, font: FontStack, names: tuple[str, ...]) -> tuple[Setting, ...]:
    """The best setting of a text in one line, in two, and so on."""
    breaker = Breaker(typeface(font), pieces(text, names))
    found = (breaker.broken(count) for count in range(1, min(len(breaker.parts), MOST_LINES) + 1))
    return tuple(setting for setting in found if setting)


@lru_cache(maxsize=128)
def fullest(text: str, font: FontStack, names: tuple[str, ...]) -> tuple[Setting, ...]:
    """The same where room is dear: in so many lines a text is then as narrow as it can be."""
    breaker = Filler(typeface(font), pieces(text, names))
    found = (breaker.broken(count) for count in range(1, min(len(breaker.parts), MOST_LINES) + 1))
    return tuple(setting for setting in found if setting)


@dataclass(frozen=True, slots=True)
class Fitted:
    setting: Setting
    size: float
    leading: float

    @property
    def height(self) -> float:
        return self.setting.height(self.leading) * self.size


@dataclass(frozen=True, slots=True)
class Room:
    """Where a text must fit, in pixels; `leading` in em; `lines` the most lines."""

    width: float
    height: float
    least: float
    most: float
    leading: float
    lines: int = MOST_LINES


def fit(options: Sequence[Setting], room: Room) -> Fitted | None:
    """The best of the settings at the largest size at which each fits; None if none fits at the least size.

    Size counts most, balance second: a setting a few per cent smaller with better breaks wins.
    """
    best: tuple[float, Fitted] | None = None
    for setting in options[: room.lines]:
        size = min(room.most, room.width / setting.width, room.height / setting.height(room.leading))
        if size < room.least:
            continue
        size = max(room.least, int(size) if size >= 44 else int(size * 4) / 4)  # few sizes: glyphs are drawn once each
        score = size * math.exp(-WORTH * max(0.0, setting.cost))
        if size >= 0.99 * room.most:  # a text that could not be larger is best in few lines
            score *= 1 - LINE_COST * (len(setting.lines) - 1)
        if best is None or score > best[0] + 1e-9:
            best = score, Fitted(setting, size, room.leading)
    return best[1] if best else None
