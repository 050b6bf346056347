"""Sets the words of one frame in whole dots: as large as a board lets them be, in lines that end where sense does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from chuyenmuc.campaigns.led.dots import Hand
from chuyenmuc.campaigns.led.lines import Lining, joined, linings, packed
from chuyenmuc.images.brand import Look
from chuyenmuc.images.text import FontStack, Room, fit
from chuyenmuc.vietnamese.breaking import BAD, Piece, pieces

LEAST_CAPITAL = 12  # dots: in fewer, two marks on one letter run together
EASY_CAPITAL = 15
EASY_SHARE = 0.06  # of a board's shorter side
LARGEST = 0.26  # of a board's shorter side: the size of the largest letters
HEAVY = 32  # dots: from this size on letters may be extra bold and their marks stay open
LEADING, CLOSE_LEADING = 1.22, 1.0
GAP = 0.06  # of the size, at least a dot: between the ink of two lines
LITTLE = 4  # dots: by so many at most are letters larger than the least where lines are as long as the board is wide
ALONE = 0.72  # of the size of letters: so much at most is given so that no word stands alone on a line
LOOSE = re.compile(r"\S+(?: [–-](?= |$))?")


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


Frames = tuple[Lettered, ...]
Parts = tuple[Piece, ...]


@lru_cache(maxsize=64)
def least_size(stack: FontStack, capital: int) -> int:
    """The smallest size whose capitals are so high."""
    size = capital
    while Hand(stack, size).capital < capital:
        size += 1
    return size


# What stays on a line -----------------------------------------------------------------------------------------------


@lru_cache(maxsize=512)
def loosened(text: str, width: int, stack: FontStack, names: tuple[str, ...]) -> Parts:
    """Its pieces, and the words of one that is wider than the board; a dash stays behind its word."""
    hand, parts = Hand(stack, least_size(stack, LEAST_CAPITAL)), list[Piece]()
    for piece in pieces(text, names):
        words = LOOSE.findall(piece.text) if hand.width(piece.text) > width else []
        parts += [Piece(word, " ", BAD) for word in words[:-1]]
        parts.append(replace(piece, text=words[-1]) if words else piece)
    return tuple(parts)


@lru_cache(maxsize=512)
def held(text: str, width: int, stack: FontStack, names: tuple[str, ...]) -> Parts:
    """With words that belong together as one piece, where in the least letters they find room on a line."""
    hand, parts = Hand(stack, least_size(stack, LEAST_CAPITAL)), list[Piece]()
    for piece in loosened(text, width, stack, names):
        longer = joined([*parts[-1:], piece])
        if parts and parts[-1].rank == BAD and not parts[-1].joint and hand.width(longer) <= width:
            parts[-1] = replace(piece, text=longer)
        else:
            parts.append(piece)
    return tuple(parts)


# One frame ----------------------------------------------------------------------------------------------------------


def whole(text: str, area: Area, look: Look, capital: int) -> Lettered | None:
    """A text in one frame, no word torn, as large as an area lets it be; None if its capitals would be too low."""
    return Setter(area, look, capital).lettered(held(text, area.width, look.fonts["bold"], look.names))


@dataclass(frozen=True)
class Setter:
    """Sets frames with capitals of at least that height; `keen` on size more than on sense; `loose`: in any way."""

    area: Area
    look: Look
    capital: int = LEAST_CAPITAL
    keen: bool = False
    loose: bool = False

    def lettered(self, parts: Parts) -> Lettered | None:
        heavy = self.lettered_in("headline", parts) if self.area.most >= HEAVY else None
        made = heavy if heavy and heavy.size >= HEAVY else self.lettered_in("bold", parts)
        return made and replace(made, text=joined(parts))

    def lettered_in(self, font: str, parts: Parts) -> Lettered | None:
        stack = self.look.fonts[font]
        least = least_size(stack, self.capital)
        room = Room(self.area.width, self.area.height, least, max(least, self.area.most), self.area.leading)
        found = [each for each in linings(parts, stack) if self.loose or not each.astray]
        made = self.best([each for each in found if not each.lonely], room, font)
        lonely = self.best([each for each in found if each.lonely], room, font)
        made = made or self.tight(parts, font, least, min(least + LITTLE, int(room.most)))
        return made if made and (not lonely or made.size >= ALONE * lonely.size) else lonely

    def best(self, options: Sequence[Lining], room: Room, font: str) -> Lettered | None:
        fitted = [(each, found) for each in options if (found := fit([each.setting], room))]
        fitted.sort(key=lambda pair: -pair[0].score(pair[1].size, self.keen))
        made = (self.largest(each.setting.lines, font, int(found.size), int(room.least)) for each, found in fitted)
        return next((each for each in made if each), None)

    def tight(self, parts: Parts, font: str, least: int, most: int) -> Lettered | None:
        """In lines broken for the very width of the board."""
        options = packed(parts, Hand(self.look.fonts[font], least), self.area.width)
        made = (
            (self.largest(each.setting.lines, font, most, least), each)
            for each in options
            if self.loose or not each.astray
        )
        scored = [(each.score(one.size, self.keen), one) for one, each in made if one]
        return max(scored, key=lambda pair: pair[0])[1] if scored else None

    def largest(self, lines: tuple[str, ...], font: str, most: int, least: int) -> Lettered | None:
        return next((made for size in range(most, least - 1, -1) if (made := self.at(lines, font, size))), None)

    def at(self, lines: tuple[str, ...], font: str, size: int) -> Lettered | None:
        """Lines at a size, if in whole dots too they find room."""
        hand = Hand(self.look.fonts[font], size)
        leading = hand.leading(lines, self.area.leading, max(1, round(GAP * size)))
        above, below = hand.heights(lines[0])[0], hand.heights(lines[-1])[1]
        if above + (len(lines) - 1) * leading + below > self.area.height:
            return None
        return Lettered(lines, font, size, leading) if max(map(hand.width, lines)) <= self.area.width else None

    def same(self, made: Lettered, font: str, size: int) -> Lettered:
        """In another size, if in whole dots too its lines find room."""
        return replace(self.at(made.lines, font, size) or made, text=made.text)

    def alike(self, made: Sequence[Lettered]) -> Frames:
        """All in the size of the smallest."""
        least = min(made, key=lambda each: (each.size, each.font))
        return tuple(self.same(each, least.font, least.size) for each in made)
