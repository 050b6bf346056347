"""What the frames of a board say: whole messages where they are read easily, else parts, cut where sense breaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from statistics import median

from chuyenmuc.campaigns.led.dots import Hand
from chuyenmuc.campaigns.led.lines import joined
from chuyenmuc.campaigns.led.setter import (
    HEAVY,
    Area,
    Frames,
    Lettered,
    Parts,
    Setter,
    held,
    least_size,
    loosened,
)
from chuyenmuc.images.brand import Look
from chuyenmuc.images.slogans import JOINERS, LONG_CLAUSE, PURPOSED, SloganBreaker
from chuyenmuc.images.text import FontStack, typeface
from chuyenmuc.vietnamese.breaking import BAD, BEST, GOOD, ORDINARY

ALIKE = 1.15  # at most so many times as large as the smallest are the largest letters on a board
BRIEF, LOUD = 5, 1.6  # words: a shorter saying may be so many times as large, as short ones are called out
RAGGED = 3  # lines
TRIES = 12
WORSE = 1.5  # so much more may cuts cost for the sake of letters that are read with ease
MUCH = 0.85  # of the others' size: smaller letters are worth another frame for a message that one frame holds
ONE_LOOK = 18  # words: longer ones are worth it anyway
MORE = 1  # frames: so many are rather added than a word is torn

FRAME_COST, EVENNESS = 10.0, 10.0
FEW, MANY, UNEVEN_COST = 4, 8, 30.0  # words: a frame of fewer beside one of more
CUT_COST = {BAD: 20.0, ORDINARY: 8.5, GOOD: 8.5, BEST: 0.0}  # good: only between items of a list, told below
LEADING_CUT = 2.0  # more behind a word of one syllable, which mostly leads what follows: mở | cánh cửa
JOINT_CUT = 12.0  # between the words of a phrase
PURPOSE_CUT, VERB_CUT, CLAUSE_CUT = 0.8, 1.0, 1.5
SENSE_COST = 6.0  # of what an end of line costs there
ACROSS_COST = 40.0  # of a frame that begins within one clause and ends within the next
VERBS = frozenset(("là", "giúp", "góp", "phục", "đưa"))  # where what is said of a long subject begins

Division = tuple[float, Frames]
"""Frames, and what their cuts cost."""


# A message ----------------------------------------------------------------------------------------------------------


def frames(text: str, area: Area, look: Look) -> Frames | None:
    """A message in as few frames as read well, all in letters of one size; None if a word of it finds no room.

    A word is torn, or a dash stands amid a line, only where neither the least letters nor one more frame avoid it.
    """
    firm = held(text, area.width, look.fonts["bold"], look.names)
    made = sound(firm, area, look)
    if made and len(made) <= 1 + MORE:
        return made
    loose = divided(loosened(text, area.width, look.fonts["bold"], look.names), Setter(area, look, loose=True))
    if not loose or (made and len(made) <= len(loose[1]) + max(MORE, len(loose[1]) // 2)):
        return made
    return loose[1]


def sound(parts: Parts, area: Area, look: Look) -> Frames | None:
    """Without a torn word."""
    easy, least = Setter(area, look, area.easy), Setter(area, look)
    one = easy.lettered(parts)
    if one:
        return (one,)
    at_dashes = divided(parts, easy, BEST)
    if at_dashes and len(at_dashes[1]) == 2 and not ragged(at_dashes[1]):
        return at_dashes[1]
    many, few = divided(parts, easy), divided(parts, least)
    if many and few and len(many[1]) <= len(few[1]) and many[0] <= few[0] + WORSE:
        return many[1]
    return few and few[1]


def ragged(made: Frames) -> bool:
    """Whether one frame has many lines and another few."""
    counts = [len(each.lines) for each in made]
    return max(counts) - min(counts) >= RAGGED


def divided(parts: Parts, setter: Setter, rank: int = BAD) -> Division | None:
    """The parts of a text that fill as few frames as possible, cut where breaks are of `rank` or better."""
    rack = Rack(parts, setter)
    for _ in range(TRIES):
        cost, spans = rack.divided(rank)
        made = [rack.lettered(span) for span in spans]
        kept = [each for each in made if each]
        if len(kept) == len(spans):
            return (cost, setter.alike(kept)) if kept else None
        rack.refused.update(span for span, each in zip(spans, made, strict=True) if not each)
    return None


Span = tuple[int, int]
Way = tuple[float, tuple[Span, ...]]


@dataclass(frozen=True)
class Rack:
    """Pieces of a text, and how they are shared out among frames."""

    parts: Parts
    setter: Setter
    refused: set[Span] = field(default_factory=set)

    @cached_property
    def hand(self) -> Hand:
        stack = self.setter.look.fonts["bold"]
        return Hand(stack, least_size(stack, self.setter.capital))

    @cached_property
    def widths(self) -> list[int]:
        return [self.hand.width(piece.text) for piece in self.parts]

    @cached_property
    def breaker(self) -> SloganBreaker:
        return SloganBreaker(typeface(self.hand.stack), self.parts)

    @cached_property
    def cuts(self) -> list[float]:
        return [self.cut_cost(last) for last in range(len(self.parts) - 1)] + [0.0]

    @cached_property
    def spans(self) -> list[Span]:
        """What a frame might hold."""
        total = len(self.parts)
        found = list[Span]()
        for start in range(total):
            for end in range(start + 1, total + 1):
                if not self.filled(start, end):
                    break
                found.append((start, end))
        return found

    def words(self, span: Span) -> int:
        return self.breaker.counted[span[1]] - self.breaker.counted[span[0]]

    def lettered(self, span: Span) -> Lettered | None:
        found = self.setter.lettered(self.parts[slice(*span)])
        return found or (self.filled_lines(*span) if self.setter.loose else None)

    def divided(self, rank: int) -> Way:
        """Where each frame begins and ends, at the least cost; nothing if there is no way."""
        total = len(self.parts)
        spans = [span for span in self.spans if span not in self.refused and self.allowed(span, rank)]
        best = list[Way]()
        for count in range(self.fewest(spans), total + 1):
            way = self.way(count, spans)
            best += [(way[0] + FRAME_COST * count, way[1])] if way else []
            if len(best) > MORE:
                break
        return min(best, default=(0.0, ()))

    def fewest(self, spans: Sequence[Span]) -> int:
        """Frames that reach the end; one more than there are pieces if none do."""
        total, reached = len(self.parts), {0: 0}
        for start, end in spans:  # in the order of their starts
            if start in reached:
                reached[end] = min(reached.get(end, total + 1), reached[start] + 1)
        return reached.get(total, total + 1)

    def way(self, count: int, spans: Sequence[Span]) -> Way | None:
        """The best one in so many frames; even ones cost less than a long one and a short one."""
        ideal = max(1.0, self.breaker.counted[-1] / count)
        ways: dict[int, Way] = {0: (0.0, ())}
        for _ in range(count):
            further: dict[int, Way] = {}
            for span in spans:
                if span[0] not in ways:
                    continue
                cost, before = ways[span[0]]
                cost += EVENNESS * (self.words(span) / ideal - 1) ** 2 + self.cost(span) + self.beside(before, span)
                if span[1] not in further or (cost, (*before, span)) < further[span[1]]:
                    further[span[1]] = cost, (*before, span)
            ways = further
        return ways.get(len(self.parts))

    def beside(self, before: tuple[Span, ...], span: Span) -> float:
        """Of a few words beside many."""
        pair = sorted(map(self.words, (*before[-1:], span)))
        return UNEVEN_COST if pair[0] < FEW and pair[-1] > MANY else 0.0

    def allowed(self, span: Span, rank: int) -> bool:
        return span[1] == len(self.parts) or self.parts[span[1] - 1].rank >= rank

    def filled(self, start: int, end: int) -> bool:
        """Whether a frame might hold so much: lines filled one after the other, however they read."""
        return self.filled_lines(start, end) is not None

    def filled_lines(self, start: int, end: int) -> Lettered | None:
        lines, width, begin, area = list[Span](), 0, start, self.setter.area
        space = self.hand.width(" ")
        for place in range(start, end):
            longer = width + space + self.widths[place] if place > begin else self.widths[place]
            if place > begin and longer > area.width:
                lines.append((begin, place))
                begin, longer = place, self.widths[place]
            if longer > area.width or len(lines) * self.hand.capital > area.height:
                return None
            width = longer
        texts = tuple(joined(self.parts[slice(*line)]) for line in (*lines, (begin, end)))
        made = self.setter.at(texts, "bold", self.hand.size)
        return made and replace(made, text=joined(self.parts[start:end]))

    def cost(self, span: Span) -> float:
        """Of the cut behind it, and of the best break inside where the frame's own ends are lesser ones."""
        start, end = span
        inside = any(piece.rank == BEST for piece in self.parts[start : end - 1])
        begins = self.parts[start - 1].rank if start else BEST
        ends = self.parts[end - 1].rank if end < len(self.parts) else BEST
        return self.cuts[end - 1] + (ACROSS_COST if inside and min(begins, ends) < BEST else 0.0)

    def cut_cost(self, last: int) -> float:
        """Of a cut behind a piece: least at a dash, then before a purpose or what is said of a long subject."""
        rank = self.parts[last].rank
        if rank in {BEST, BAD}:
            return JOINT_CUT if self.parts[last].joint else CUT_COST[rank]
        if self.breaker.worth[last] == PURPOSED:
            return PURPOSE_CUT
        if self.says(last) and self.breaker.sense[last] <= 0 and min(self.sides(last)) > FEW:
            return VERB_CUT
        if rank == GOOD and min(self.breaker.around(last)) >= LONG_CLAUSE:
            return CLAUSE_CUT
        alone = LEADING_CUT if len(self.breaker.words[last]) < 2 else 0.0
        return CUT_COST[rank] + SENSE_COST * self.breaker.sense[last] + alone

    def sides(self, last: int) -> tuple[int, int]:
        """How many words stand before and behind a cut up to the next dashes."""
        ends = [0, *(place + 1 for place, part in enumerate(self.parts[:-1]) if part.rank == BEST), len(self.parts)]
        start, end = max(each for each in ends if each <= last), min(each for each in ends if each > last)
        return self.words((start, last + 1)), self.words((last + 1, end))

    def says(self, last: int) -> bool:
        """Whether a verb follows, be it behind a joining word."""
        following = [word for words in self.breaker.words[last + 1 : last + 3] for word in words]
        place = 1 if following and following[0] in JOINERS else 0
        return following[place : place + 1] != [] and following[place] in VERBS


# A board ------------------------------------------------------------------------------------------------------------


def together(texts: Sequence[str], area: Area, look: Look) -> list[Frames | None]:
    """All that a board says, in letters as alike as they can be; None for a text that finds no room."""
    made = [frames(text, area, look) for text in texts]
    sizes = [each[0].size for each in made if each]
    if not sizes:
        return made
    goal = int(median(sizes) / ALIKE)
    lifted = [
        larger(text, each, goal, area, look) if each and each[0].size < goal else each
        for text, each in zip(texts, made, strict=True)
    ]
    kept = [each for each in lifted if each]
    least = min(each[0].size for each in kept)
    most = int(ALIKE * least)
    if any(one.font != "headline" for each in kept for one in each):
        most = min(most, max(HEAVY - 1, least))
    usual, loud = replace(area, most=most), replace(area, most=max(most, int(LOUD * least)))
    brief = [len(text.split()) <= BRIEF for text in texts]
    return [each and no_larger(each, loud if few else usual, look) for each, few in zip(lifted, brief, strict=True)]


def larger(text: str, made: Frames, goal: int, area: Area, look: Look) -> Frames:
    """Set anew where its letters are much smaller than a board's others: in longer lines, or in one more frame."""
    parts = held(text, area.width, look.fonts["bold"], look.names)
    keen = Setter(area, look, area.easy, keen=True).lettered(parts) if len(made) == 1 else None
    best = (keen,) if keen and keen.size > made[0].size else made
    short = len(made) == 1 and len(text.split()) <= ONE_LOOK
    if best[0].size >= (MUCH * goal if short else goal):
        return best
    more = divided(parts, Setter(area, look, capital_of(look.fonts["bold"], goal)))
    few = divided(parts, Setter(area, look))
    if not more or not few or len(more[1]) > len(made) + MORE:
        return best
    added = len(more[1]) - len(few[1])
    return more[1] if more[0] <= few[0] + FRAME_COST * added + WORSE else best


def capital_of(stack: FontStack, size: int) -> int:
    """What letters of at least that size have."""
    capital = Hand(stack, size).capital
    return capital + (least_size(stack, capital) < size)


def no_larger(made: Frames, area: Area, look: Look) -> Frames:
    """The same frames with their letters no larger than an area's most, in the lines that suit that size."""
    if made[0].size <= area.most:
        return made
    stack, font = look.fonts["bold"], made[0].font if area.most >= HEAVY else "bold"
    setter = Setter(area, look, Hand(look.fonts[font], area.most).capital)
    again = [setter.lettered(held(each.text, area.width, stack, look.names)) for each in made]
    return setter.alike([new or setter.same(old, font, area.most) for new, old in zip(again, made, strict=True)])
