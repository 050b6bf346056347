"""What one frame of a board says: a whole message where it is read easily, else a part, cut where sense breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain, pairwise

from chuyenmuc.campaigns.led.dots import Hand
from chuyenmuc.images.brand import Look
from chuyenmuc.images.slogans import painted, slogans
from chuyenmuc.images.text import MOST_LINES, Fitted, FontStack, Room, Setting, fit, settings
from chuyenmuc.vietnamese.breaking import Piece, pieces

LEAST_CAPITAL = 12  # dots: in fewer, two marks on one letter run together
EASY_CAPITAL = 15
EASY_SHARE = 0.06  # of a board's shorter side
LARGEST = 0.26  # of a board's shorter side: the size of the largest letters
HEAVY = 32  # dots: from this size on letters may be extra bold and their marks stay open
LEADING, CLOSE_LEADING = 1.22, 1.0
GAP = 0.06  # of the size, at least a dot: between the ink of two lines
TRIES = 8
LOOSE = re.compile(r"\S+(?: [–-](?= |$))?")
BEST = 2
FRAME_COST = 10.0
EVENNESS = 12.0
BREAK_COST = {-1: 8.0, 0: 1.0, 1: 0.3, BEST: 0.0}
ACROSS_COST = {1: 5.0, BEST: 14.0}  # of a frame that begins within one clause and ends within the next
JOINING = {
    "và",
    "để",
    "với",
    "cho",
    "vì",
    "của",
    "trong",
    "theo",
    "bằng",
    "nhằm",
    "mà",
    "từ",
    "đến",
    "là",
    "hoặc",
    "do",
}
JOINING_COST = 1.5  # at a frame's end, where such a word waits for what follows
SENSE = 0.72  # of the size of letters: so much at most is given for lines that end where sense does


@dataclass(frozen=True)
class Area:
    """Where a board's text stands, in dots; `easy` is the height of capitals that are read with ease."""

    width: int
    height: int
    easy: int
    most: int
    leading: float


@dataclass(frozen=True, slots=True)
class Lettered:
    """A text in lines at one size; `font` is a role of the brand's fonts."""

    lines: tuple[str, ...]
    font: str
    size: int
    leading: int
    text: str = ""


@lru_cache(maxsize=64)
def least_size(stack: FontStack, capital: int) -> int:
    """The smallest size whose capitals are so high."""
    size = capital
    while Hand(stack, size).capital < capital:
        size += 1
    return size


def lettered(text: str, area: Area, look: Look, capital: int = LEAST_CAPITAL) -> Lettered | None:
    """A text as large as an area lets it be; None if its capitals would be lower than `capital`."""
    heavy = lettered_in("headline", text, area, look, capital)
    return heavy if heavy and heavy.size >= HEAVY else lettered_in("bold", text, area, look, capital)


def lettered_in(font: str, text: str, area: Area, look: Look, capital: int) -> Lettered | None:
    """With lines that end at the text's dashes and where sense does, unless its letters are much larger without."""
    stack = look.fonts[font]
    least = least_size(stack, capital)
    room = Room(area.width, area.height, least, max(least, area.most), area.leading)
    ways = [make(text, stack, look.names) for make in (settings, clause_settings, slogans)]
    accompanied = [[way for way in options if not lonely(way.lines)] for options in ways]
    for balanced, *sensible in (accompanied, ways):
        free = in_dots(fit(balanced, room), font, least, area, look)
        for options in sensible:
            found = in_dots(painted(options, room), font, least, area, look)
            if found and (not free or found.size >= SENSE * free.size):
                return found
        if free:
            return free
    return None


def lonely(lines: tuple[str, ...]) -> bool:
    """Whether a word, be it with a dash, stands alone at the end."""
    return len(lines) > 1 and LOOSE.fullmatch(lines[-1]) is not None


def in_dots(found: Fitted | None, font: str, least: int, area: Area, look: Look) -> Lettered | None:
    sizes = range(int(found.size), least - 1, -1) if found else ()
    lines = found.setting.lines if found else ()
    return next((made for size in sizes if (made := at(lines, font, size, area, look))), None)


@lru_cache(maxsize=512)
def clause_settings(text: str, stack: FontStack, names: tuple[str, ...]) -> tuple[Setting, ...]:
    """Settings in which each clause begins a line: for each width the fewest lines of each."""
    parts = pieces(text, names)
    ends = [number for number, part in enumerate(parts, 1) if part.rank == BEST or number == len(parts)]
    clauses = [Rack.joined(parts[start:end]) for start, end in pairwise([0, *ends])]
    if len(clauses) < 2:
        return ()
    options = [slogans(clause, stack, names) for clause in clauses]
    widths = sorted({setting.width for each in options for setting in each}, reverse=True)
    found: dict[tuple[str, ...], Setting] = {}
    for width in widths:
        chosen = [next((setting for setting in each if setting.width <= width), None) for each in options]
        kept = [setting for setting in chosen if setting]
        if len(kept) == len(options):
            made = one_below_the_other(kept)
            found.setdefault(made.lines, made)
    return tuple(sorted(found.values(), key=lambda setting: len(setting.lines)))[:MOST_LINES]


def one_below_the_other(made: list[Setting]) -> Setting:
    return Setting(
        tuple(chain.from_iterable(each.lines for each in made)),
        tuple(chain.from_iterable(each.widths for each in made)),
        tuple(chain.from_iterable(each.above for each in made)),
        tuple(chain.from_iterable(each.below for each in made)),
        sum(each.cost for each in made) / len(made),
    )


def at(lines: tuple[str, ...], font: str, size: int, area: Area, look: Look) -> Lettered | None:
    """Lines at a size, if in whole dots too they find room."""
    hand = Hand(look.fonts[font], size)
    leading = hand.leading(lines, area.leading, max(1, round(GAP * size)))
    above, below = hand.heights(lines[0])[0], hand.heights(lines[-1])[1]
    if above + (len(lines) - 1) * leading + below > area.height:
        return None
    return Lettered(lines, font, size, leading) if max(map(hand.width, lines)) <= area.width else None


def frames(text: str, area: Area, look: Look) -> tuple[Lettered, ...] | None:
    """A message in as few frames as read well, all in letters of one size; None if a word of it finds no room."""
    whole = lettered(text, area, look, area.easy)
    if whole:
        return (replace(whole, text=text),)
    easy = divided(text, area, look, area.easy, BEST)
    if easy and len(easy) == 2:
        return alike(easy, area, look)
    least = divided(text, area, look, LEAST_CAPITAL)
    better = easy if easy and least and len(easy) <= len(least) else least
    return alike(better, area, look) if better else None


def alike(made: Sequence[Lettered], area: Area, look: Look) -> tuple[Lettered, ...]:
    """All in the size of the smallest."""
    least = min(made, key=lambda each: each.size)
    alike = (at(each.lines, least.font, least.size, area, look) or each for each in made)
    return tuple(replace(same, text=each.text) for same, each in zip(alike, made, strict=True))


def divided(text: str, area: Area, look: Look, capital: int, rank: int = -1) -> list[Lettered] | None:
    """The parts of a text that fill as few frames as possible, cut where breaks are of `rank` or better.

    What fits only if words are torn apart at a line's end is refused, as long as there is another way.
    """
    rack, refused = Rack(tuple(pieces(text, look.names)), area, look, capital).loosened(), set[tuple[int, int]]()
    spans = rack.divided(rank, refused)
    for _ in range(TRIES):
        made = {span: lettered(rack.text(*span), area, look, capital) for span in spans}
        if all(made.values()):
            break
        refused |= {span for span, each in made.items() if not each}
        other = rack.divided(rank, refused)
        if not other:
            break
        spans = other
    found = [
        (rack.text(*span), lettered(rack.text(*span), area, look, capital) or rack.filled(*span)) for span in spans
    ]
    kept = [replace(each, text=text) for text, each in found if each]
    return kept if kept and len(kept) == len(found) else None


@dataclass(frozen=True)
class Rack:
    """Pieces of a text, and whether a frame holds some of them in letters of the least size."""

    parts: tuple[Piece, ...]
    area: Area
    look: Look
    capital: int

    @staticmethod
    def joined(parts: Sequence[Piece]) -> str:
        return "".join(piece.text + piece.glue for piece in parts[:-1]) + parts[-1].text

    def loosened(self) -> Rack:
        """With the words of what is wider than the board, though they should share a line; a dash stays behind one."""
        parts = list[Piece]()
        for piece, wide in zip(self.parts, self.widths, strict=True):
            words = LOOSE.findall(piece.text) if wide > self.area.width else []
            parts += [Piece(word, " ", -1) for word in words[:-1]]
            parts.append(replace(piece, text=words[-1]) if words else piece)
        return replace(self, parts=tuple(parts))

    @cached_property
    def hand(self) -> Hand:
        stack = self.look.fonts["bold"]
        return Hand(stack, least_size(stack, self.capital))

    @cached_property
    def widths(self) -> list[int]:
        return [self.hand.width(piece.text) for piece in self.parts]

    @cached_property
    def space(self) -> int:
        return self.hand.width(" ")

    def text(self, start: int, end: int) -> str:
        return self.joined(self.parts[start:end])

    def divided(self, rank: int, refused: set[tuple[int, int]]) -> list[tuple[int, int]]:
        """Where each frame begins and ends, at the least cost; nothing if there is no way."""
        total = len(self.parts)
        best: list[tuple[float, list[tuple[int, int]]] | None] = [(0.0, []), *([None] * total)]
        for end in range(1, total + 1):
            if end < total and self.parts[end - 1].rank < rank:
                continue
            options = [
                (known[0] + self.cost(start, end), [*known[1], (start, end)])
                for start in range(end)
                if (known := best[start]) and (start, end) not in refused and self.filled(start, end)
            ]
            best[end] = min(options, default=None)
        found = best[total]
        return found[1] if found else []

    def filled(self, start: int, end: int) -> Lettered | None:
        """Lines filled one after the other, if a frame holds them."""
        lines, width, begin = list[tuple[int, int]](), 0, start
        for place in range(start, end):
            longer = width + self.space + self.widths[place] if place > begin else self.widths[place]
            if place > begin and longer > self.area.width:
                lines.append((begin, place))
                begin, longer = place, self.widths[place]
            if longer > self.area.width or len(lines) * self.hand.capital > self.area.height:
                return None
            width = longer
        texts = tuple(self.text(*line) for line in (*lines, (begin, end)))
        return at(texts, "bold", self.hand.size, self.area, self.look)

    def cost(self, start: int, end: int) -> float:
        """Two frames of one length cost less than a long one and a short one."""
        share = (sum(self.widths[start:end]) + self.space * (end - start - 1)) / self.area.width
        uneven = EVENNESS * (share * self.hand.size / self.area.height) ** 2
        return FRAME_COST + uneven + self.cut_cost(end) + self.across_cost(start, end)

    def cut_cost(self, end: int) -> float:
        if end == len(self.parts):
            return 0.0
        joining = self.parts[end - 1].text in JOINING, self.parts[end].text in JOINING
        return BREAK_COST[self.parts[end - 1].rank] + JOINING_COST * joining[0] - 0.5 * joining[1]

    def across_cost(self, start: int, end: int) -> float:
        """Of the best break inside, where the frame's own ends are lesser ones."""
        inner = max((piece.rank for piece in self.parts[start : end - 1]), default=-1)
        begins = self.parts[start - 1].rank if start else BEST
        ends = self.parts[end - 1].rank if end < len(self.parts) else BEST
        return ACROSS_COST.get(inner, 0.0) if min(begins, ends) < inner else 0.0
