"""Slogans broken into lines as a sign painter breaks them: at dashes first, then where the sense lets one breathe.

What a colon announces stands below it; a purpose clause (“để …”) begins a line; words that belong together stay so.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from chuyenmuc.images.text import MOST_LINES, Breaker, Fitted, FontStack, Room, Setting, Typeface, fit, typeface
from chuyenmuc.vietnamese.breaking import BAD, GOOD, LEADERS, LONG_ITEM, Piece, pieces

DASH, DASHES, PAUSES = "–", frozenset("–-—"), frozenset(",;:.!?")
ENDS = DASHES | {":"}
# What a break is worth after a colon, at a dash, before a purpose, behind an item of what a colon announces:
# each more than all below it together.
COLON, DASHED, PURPOSED, ITEM = 1_000.0, 100.0, 10.0, 3.0
PURPOSES = frozenset(("để", "nhằm"))
NO_PURPOSE = frozenset(("không", "chưa", "đừng", "chẳng", "hãy", "ai"))  # không để ai bị bỏ lại phía sau
JOINERS = frozenset(("và", "vì", "nhưng", "mà"))  # begin a line well when much stands before them
OPENERS = frozenset(
    (
        "một",
        "các",
        "những",
        "mọi",
        "mỗi",
        "từng",
        "cùng",
        "càng",
        "không",
        "chưa",
        "đã",
        "đang",
        "sẽ",
        "hãy",
        "bị",
        "được",
    )
)
# Belong to the word before: chuyển đổi số, tốt hơn, tài nguyên mới, phát triển nhanh.
TAILS = frozenset(
    ("số", "hơn", "mới", "nhanh", "nhất", "lớn", "cao", "mạnh", "sâu", "rộng", "lại", "này", "đó", "nhau")
)
LONG_CLAUSE, SHORT_CLAUSE, SHORT_TEXT = 4, 4, 6  # syllables: worth a line of its own; not worth two; few
BROKEN, TORN, LEFT_BEHIND, ALONE, LED, JOINED, CUT, PAUSE = 2.5, 0.7, 0.8, 0.9, -0.06, -0.16, 1.1, -0.3
ADDED = 0.35  # a tail that what follows joins: phát triển / nhanh, bền vững
PARTED = 0.8  # a phrase at the joint of its words: đổi mới / sáng tạo
SHORT, SCANTY = 0.6, 0.56  # a line of less than that share of the average
SUBJECT = -0.05  # what the whole is about, on a line of its own: Dữ liệu số / là tài nguyên mới
UNEVEN, STUMPY = 0.3, 0.45  # and of the longest
STRADDLED = 0.9  # a line that ends one clause and begins another, and is neither whole
SPARSE, WIDOWED = 0.25, 0.4  # a line of two syllables, be it long enough; the last one
ITEMISED = 0.5  # one short item on a line: khoa học, / công nghệ, / đổi mới sáng tạo
LISTED = 0.5  # some items of a list on a line together, others on lines of their own
BALANCES = (1.0, 0.3)  # how much even lines count beside sense: both are tried
JUDGED = 0.7  # and how much when the results are compared
WORTH = 0.8  # how much cost counts beside size
FEW, FULL, EMPTY = 3, 0.8, 1.0  # more lines than that, less of a wide room filled: so much of what they leave it costs


class SloganBreaker(Breaker):
    """Of all breaks into a number of lines those with the best ends, then those that make most sense."""

    overlong = math.inf

    def __init__(self, face: Typeface, parts: Sequence[Piece], balance: float = 1.0) -> None:
        super().__init__(face, parts)
        self.balance = balance
        self.words = [[word for word in part.text.casefold().split() if word not in DASHES] for part in parts]
        self.counted = list(accumulate((len(words) for words in self.words), initial=0))
        self.marks = ["" if part.text[-1] in DASHES and part.rank == BAD else part.text[-1] for part in parts]
        self.list = [place for place, end in enumerate(self.marks[:-1]) if end in DASHES] if ":" in self.marks else []
        self.closed = [
            mark in DASHES or (mark in PAUSES and part.rank >= GOOD)
            for mark, part in zip(self.marks, parts, strict=True)
        ]
        self.worth = [self.worth_of(place) for place in range(len(parts) - 1)]
        self.sense = [self.sense_of(place) for place in range(len(parts) - 1)]

    # Ends of lines ----------------------------------------------------------------------------------------------

    def worth_of(self, last: int) -> float:
        """Of a break after a piece: nothing where only sense decides."""
        if self.marks[last] == ":":
            return COLON
        if self.marks[last] in DASHES:
            return ITEM if last in self.list else DASHED
        return PURPOSED if self.purposed(last) else 0.0

    def purposed(self, last: int) -> bool:
        before, after = self.words[last], self.words[last + 1]
        if not before or not after or after[0] not in PURPOSES or before[-1] in NO_PURPOSE:
            return False
        ahead, behind = self.around(last)
        return behind >= LONG_CLAUSE - 1 and (self.closed[last] or ahead >= LONG_CLAUSE - 1)

    def around(self, last: int) -> tuple[int, int]:
        """How many syllables of its clause stand before and behind a break."""
        start, end = last, last + 1
        while start and not self.closed[start - 1]:
            start -= 1
        while end < len(self.parts) - 1 and not self.closed[end]:
            end += 1
        return self.counted[last + 1] - self.counted[start], self.counted[end + 1] - self.counted[last + 1]

    def sense_of(self, last: int) -> float:
        """What a break after a piece does to the sense: small words lead a line, they do not end one."""
        if self.marks[last] in ENDS:
            return 0.0
        if self.closed[last]:
            return PAUSE
        before, after = self.words[last], self.words[last + 1]
        cost = LEFT_BEHIND if before and before[-1] in LEADERS | OPENERS else 0.0
        cost += 0.0 if self.parts[last].rank > BAD else PARTED if self.parts[last].joint else BROKEN
        return cost + self.led(last, after[0] if after else "")

    def led(self, last: int, word: str) -> float:
        """By the word that begins the next line."""
        ahead, behind = self.around(last)
        cost = CUT if ahead + behind <= SHORT_CLAUSE < self.counted[-1] else 0.0
        if word.rstrip(",.;:!?”") in TAILS:
            return cost + (TORN if word in TAILS else ADDED)
        if word in JOINERS and ahead >= LONG_CLAUSE:
            return cost + JOINED
        return cost + (LED if word in LEADERS | OPENERS else 0.0)

    # Lines ------------------------------------------------------------------------------------------------------

    def cost(self, first: int, last: int, ideal: float) -> float:
        end = last < len(self.parts) - 1
        return self.judged(first, last, ideal, self.balance) - (self.worth[last] if end else 0.0)

    def judged(self, first: int, last: int, ideal: float, balance: float) -> float:
        """Of a line, whatever its end is worth: a syllable alone, and how far it is from as long as the others."""
        share = self.spans[first][last] / ideal
        cost = balance * (share - 1) ** 2 * (2 if share > 1 else 1)
        short = share < SCANTY and not self.clause(first, last)
        cost += (SUBJECT if self.subject(first, last) else SHORT) if short else 0.0
        whole = first == 0 and last == len(self.parts) - 1
        count = self.counted[last + 1] - self.counted[first]
        cost += 0.0 if whole or count > 2 else ALONE if count < 2 else self.sparse(first, last)
        cost += STRADDLED if self.straddles(first, last) else 0.0
        cost += ITEMISED if self.item(first, last) else 0.0
        return cost + (self.sense[last] if last < len(self.parts) - 1 else 0.0)

    def sparse(self, first: int, last: int) -> float:
        """Of a line of two syllables, unless it begins the text or is all that there is to say."""
        if first == 0 or self.counted[-1] <= SHORT_TEXT or self.clause(first, last):
            return 0.0
        return SPARSE if last < len(self.parts) - 1 else WIDOWED

    def item(self, first: int, last: int) -> bool:
        """Whether a line is but one of several short things told one after the other."""
        commas = first > 0 and self.marks[first - 1] == self.marks[last] == ","
        return commas and self.counted[last + 1] - self.counted[first] < LONG_ITEM

    def subject(self, first: int, last: int) -> bool:
        """Whether a first line of a few syllables is followed by a verb."""
        following = self.words[last + 1] if last < len(self.parts) - 1 else []
        return first == 0 and self.counted[last + 1] > 2 and following[:1] == ["là"]

    def clause(self, first: int, last: int) -> bool:
        """Whether a line is all that stands between dashes: it may be as short as it is."""
        begun = first == 0 or self.marks[first - 1] in ENDS
        return begun and (last == len(self.parts) - 1 or self.marks[last] in ENDS)

    def straddles(self, first: int, last: int) -> bool:
        """Whether a line holds the end of a clause but not the whole of what stands on both its sides."""
        whole = (first == 0 or self.closed[first - 1]) and (last == len(self.parts) - 1 or self.closed[last])
        return not whole and any(self.closed[first:last])

    def setting(self, costs: list[dict[int, tuple[float, int]]], count: int) -> Setting | None:
        """Its cost is that of balance and sense alone: how large a text is set does not hang on its dashes.

        One torn word is as ugly among many lines as among few, so the cost is not shared out among all of them.
        """
        found = super().setting(costs, count)
        if not found:
            return None
        ends, ideal = self.ends(costs, count), self.spans[0][-1] / count
        starts = [0, *(end + 1 for end in ends[:-1])]
        lines = list(zip(starts, ends, strict=True))
        cost = sum(self.judged(*line, ideal, JUDGED) for line in lines)
        cost += UNEVEN * self.stumps(lines)
        broken = sum(end in self.list for end in ends)
        cost += LISTED * count if 0 < broken < len(self.list) else 0.0
        return replace(found, cost=cost / math.sqrt(count))

    def stumps(self, lines: Sequence[tuple[int, int]]) -> int:
        """How many lines are short beside the longest."""
        least = STUMPY * max(self.spans[first][last] for first, last in lines)
        return sum(
            self.spans[first][last] < least and not self.clause(first, last) and not self.subject(first, last)
            for first, last in lines
        )


@lru_cache(maxsize=512)
def slogan(text: str, font: FontStack, names: tuple[str, ...], balance: float = 1.0) -> tuple[Setting, ...]:
    """The best setting of a slogan in one line, in two, and so on."""
    breaker = SloganBreaker(typeface(font), pieces(text, names), balance)
    found = (breaker.broken(count) for count in range(1, min(len(breaker.parts), MOST_LINES) + 1))
    return tuple(setting for setting in found if setting)


def slogans(text: str, font: FontStack, names: tuple[str, ...]) -> tuple[Setting, ...]:
    """With the settings whose lines make more sense than they are even."""
    return tuple(dict.fromkeys(setting for balance in BALANCES for setting in slogan(text, font, names, balance)))


def painted(options: Sequence[Setting], room: Room, many: float = 0.0) -> Fitted | None:
    """The best of the settings at the largest size at which each fits; None if none fits at the least size.

    Sense counts as much as size: letters a third larger are not worth a torn word. `many` is what each line more
    costs, where a slogan should rather be long than high; there, short lines beside an empty third cost too.
    """
    best: tuple[float, Fitted] | None = None
    for setting in options:
        found = fit([setting], room) if len(setting.lines) <= room.lines else None
        if not found:
            continue
        score = found.size * math.exp(-WORTH * setting.cost - many * (len(setting.lines) - 1))
        if many and len(setting.lines) > FEW:
            score *= 1 - EMPTY * max(0.0, FULL - setting.width * found.size / room.width)
        if best is None or score > best[0] + 1e-9:
            best = score, found
    return best[1] if best else None


def answer(lines: Sequence[str]) -> int:
    """The first line behind a dash: it and all below it answer what stands above. Their number if none does."""
    return next((number for number, line in enumerate(lines, 1) if line[-1:] in DASHES), len(lines))
