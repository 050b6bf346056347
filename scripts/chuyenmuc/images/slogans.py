"""Slogans broken into lines as a sign painter breaks them: at dashes first, then where the sense lets one breathe."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from chuyenmuc.images.text import MOST_LINES, Breaker, Fitted, FontStack, Room, Setting, Typeface, fit, typeface
from chuyenmuc.vietnamese.breaking import Piece, pieces

DASH = "–"
DASHED = 100.0  # what a break at a dash is worth: more than all else together
LEADERS = frozenset(
    ("để", "và", "là", "của", "cho", "với", "trong", "bằng", "vì", "nhưng", "hoặc", "thì", "mà", "nếu", "khi", "theo")
)
OPENERS = frozenset(
    ("một", "các", "những", "mọi", "mỗi", "từng", "cùng", "càng", "không", "chưa", "đã", "đang", "sẽ", "hãy")
)
TAILS = frozenset(("số", "hơn"))  # belong to the word before: chuyển đổi số, tốt hơn
BROKEN, TORN, LEFT_BEHIND, ALONE, LED = 1.2, 0.6, 0.7, 0.2, -0.06
WORTH = 0.6  # how much cost counts beside size


class SloganBreaker(Breaker):
    """Of all breaks into a number of lines those with the most dashes at their ends, then the best balanced."""

    overlong = math.inf

    def __init__(self, face: Typeface, parts: Sequence[Piece]) -> None:
        super().__init__(face, parts)
        words = [part.text.casefold().split() for part in parts]
        self.first, self.last = [found[0] for found in words], [found[-1] for found in words]

    def cost(self, first: int, last: int, ideal: float) -> float:
        cost = super().cost(first, last, ideal)
        if last == len(self.parts) - 1:
            return cost
        cost += ALONE if first == last and " " not in self.parts[last].text else 0.0
        if self.last[last] == DASH:
            return cost - DASHED
        return cost + self.torn(last)

    def torn(self, last: int) -> float:
        """What a break after a piece does to the sense: small words lead a line, they do not end one."""
        after = self.first[last + 1]
        cost = LEFT_BEHIND if self.last[last] in LEADERS | OPENERS else 0.0
        cost += BROKEN if self.parts[last].rank < 0 else 0.0
        return cost + (TORN if after in TAILS else LED if after in LEADERS else 0.0)

    def setting(self, costs: list[dict[int, tuple[float, int]]], count: int) -> Setting | None:
        """Its cost is that of balance and sense alone: how large a text is set does not hang on its dashes.

        One torn word is as ugly among many lines as among few, so the cost is not shared out among all of them.
        """
        found = super().setting(costs, count)
        if not found:
            return None
        dashes = sum(line.endswith(DASH) for line in found.lines[:-1])
        cost = (found.cost * count + dashes * DASHED) / math.sqrt(count)
        return replace(found, cost=cost)


@lru_cache(maxsize=512)
def slogan(text: str, font: FontStack, names: tuple[str, ...]) -> tuple[Setting, ...]:
    """The best setting of a slogan in one line, in two, and so on."""
    breaker = SloganBreaker(typeface(font), pieces(text, names))
    found = (breaker.broken(count) for count in range(1, min(len(breaker.parts), MOST_LINES) + 1))
    return tuple(setting for setting in found if setting)


def painted(options: Sequence[Setting], room: Room, many: float = 0.0) -> Fitted | None:
    """The best of the settings at the largest size at which each fits; None if none fits at the least size.

    Sense counts as much as size: letters a third larger are not worth a torn word. `many` is what each line more
    costs, where a slogan should rather be long than high.
    """
    best: tuple[float, Fitted] | None = None
    for setting in options[: room.lines]:
        found = fit([setting], room)
        if not found:
            continue
        score = found.size * math.exp(-WORTH * setting.cost - many * (len(setting.lines) - 1))
        if best is None or score > best[0] + 1e-9:
            best = score, found
    return best[1] if best else None
