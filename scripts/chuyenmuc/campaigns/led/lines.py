"""The ways in which a frame's words may be broken into lines, and how well each reads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, pairwise

from chuyenmuc.campaigns.led.dots import Hand
from chuyenmuc.images.slogans import BALANCES, DASHES, JUDGED, LISTED, WORTH, SloganBreaker
from chuyenmuc.images.text import MOST_LINES, Breaker, FontStack, Setting, Typeface, typeface
from chuyenmuc.vietnamese.breaking import BEST, Piece

KEEN_WORTH = 0.35  # how much sense counts beside size where letters are to grow
HUGE = 1e6


def joined(parts: Sequence[Piece]) -> str:
    return "".join(piece.text + piece.glue for piece in parts[:-1]) + parts[-1].text


def letters(text: str) -> int:
    return len(text) - text.count(" ")


@dataclass(frozen=True, slots=True)
class Lining:
    """`cost` tells how far it is from sense; `astray`: a dash or what a colon announces stands amid a line."""

    setting: Setting
    cost: float
    astray: bool

    @property
    def lonely(self) -> bool:
        """Whether a word, be it with a dash, stands alone on a line."""
        counts = [sum(word not in DASHES for word in line.split()) for line in self.setting.lines]
        return len(counts) > 1 and min(counts) < 2

    def score(self, size: float, keen: bool) -> float:
        return size * math.exp(-(KEEN_WORTH if keen else WORTH) * self.cost)


@lru_cache(maxsize=1024)
def linings(parts: tuple[Piece, ...], stack: FontStack) -> tuple[Lining, ...]:
    """In one line, in two, and so on: even ones, those of a sign painter, and those that give a clause its own."""
    judge = Judge(typeface(stack), parts)
    found = dict.fromkeys(setting.lines for setting in (*broken(parts, stack), *by_clauses(parts, stack)))
    return tuple(judge.lining(lines) for lines in found)


def packed(parts: tuple[Piece, ...], hand: Hand, width: int) -> Iterator[Lining]:
    """No line wider than so many dots: what is left where the board is narrow."""
    judge, breaker = Judge(typeface(hand.stack), parts), Bounded(hand, parts, width)
    for count in range(1, min(len(parts), MOST_LINES) + 1):
        setting = breaker.broken(count)
        if setting and max(map(hand.width, setting.lines)) <= width:
            yield judge.lining(setting.lines)


class Bounded(SloganBreaker):
    def __init__(self, hand: Hand, parts: Sequence[Piece], bound: int) -> None:
        super().__init__(typeface(hand.stack), parts)
        self.reach = list(accumulate((hand.width(f"{part.text} ") for part in parts), initial=0))
        self.bound = bound + hand.width(" ")

    def cost(self, first: int, last: int, ideal: float) -> float:
        return super().cost(first, last, ideal) + HUGE * (self.reach[last + 1] - self.reach[first] > self.bound)


@lru_cache(maxsize=1024)
def broken(parts: tuple[Piece, ...], stack: FontStack) -> tuple[Setting, ...]:
    face = typeface(stack)
    breakers = [Breaker(face, parts), *(SloganBreaker(face, parts, balance) for balance in BALANCES)]
    counts = range(1, min(len(parts), MOST_LINES) + 1)
    return tuple(setting for breaker in breakers for count in counts if (setting := breaker.broken(count)))


def by_clauses(parts: tuple[Piece, ...], stack: FontStack) -> Iterator[Setting]:
    """Each clause begins a line: for each width the fewest lines of each."""
    ends = [number for number, part in enumerate(parts, 1) if part.rank == BEST or number == len(parts)]
    if len(ends) < 2:
        return
    options = [
        sorted(broken(parts[start:end], stack), key=lambda each: (len(each.lines), each.cost))
        for start, end in pairwise([0, *ends])
    ]
    for width in sorted({setting.width for each in options for setting in each}, reverse=True):
        chosen = [next((setting for setting in each if setting.width <= width), None) for each in options]
        kept = [setting for setting in chosen if setting]
        if len(kept) == len(options) and sum(len(each.lines) for each in kept) <= MOST_LINES:
            yield one_below_the_other(kept)


def one_below_the_other(made: Sequence[Setting]) -> Setting:
    def all_of(measures: Iterable[tuple[float, ...]]) -> tuple[float, ...]:
        return tuple(chain.from_iterable(measures))

    return Setting(
        tuple(chain.from_iterable(each.lines for each in made)),
        all_of(each.widths for each in made),
        all_of(each.above for each in made),
        all_of(each.below for each in made),
        0.0,
    )


class Judge:
    """Weighs lines by one measure, whoever broke them."""

    def __init__(self, face: Typeface, parts: Sequence[Piece]) -> None:
        self.face, self.parts = face, parts
        self.breaker = SloganBreaker(face, parts)
        counts = accumulate(letters(part.text) for part in parts)
        self.place = {count: number for number, count in enumerate(counts)}

    def lining(self, lines: tuple[str, ...]) -> Lining:
        ends = [self.place[count] for count in accumulate(map(letters, lines))]
        spans = list(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True))
        heights = [self.face.heights(line) for line in lines]
        cost = self.cost(spans, ends)
        setting = Setting(
            lines,
            tuple(self.face.width(line) for line in lines),
            tuple(above for above, _ in heights),
            tuple(below for _, below in heights),
            cost,
        )
        return Lining(setting, cost, any(self.astray(*span) for span in spans) and len(lines) > 1)

    def cost(self, spans: Sequence[tuple[int, int]], ends: Sequence[int]) -> float:
        breaker, count = self.breaker, len(spans)
        ideal = breaker.spans[0][-1] / count
        cost = sum(breaker.judged(*span, ideal, JUDGED) for span in spans)
        items = [place for place, part in enumerate(self.parts[:-1]) if part.rank == BEST and part.text[-1] in DASHES]
        cost += LISTED * count if 0 < sum(end in items for end in ends) < len(items) else 0.0
        return cost / math.sqrt(count)

    def astray(self, first: int, last: int) -> bool:
        """Whether a line that is not made of whole clauses holds the end of one, or goes on behind a colon."""
        if any(self.parts[place].rank == BEST and self.breaker.marks[place] == ":" for place in range(first, last)):
            return True
        whole = (first == 0 or self.parts[first - 1].rank == BEST) and (
            last == len(self.parts) - 1 or self.parts[last].rank == BEST
        )
        return not whole and any(part.rank == BEST for part in self.parts[first:last])
