"""The face of a printed piece: a bright disc swells in from one edge with the day's sign, the message stands beside it.

Wide pieces have it at the left, tall ones at the top, a stage's backdrop at the bottom, behind those who stand there.
All lengths are millimetres; only what may be cut, the ground and its discs, leaves the safe area.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import product
from typing import NamedTuple

from chuyenmuc.campaigns.catalogue import Piece
from chuyenmuc.campaigns.prints.grounds import (
    ECHO,
    HALF_LEFT,
    HALF_TOP,
    Disc,
    Plan,
    cornered,
    from_bottom,
    from_left,
    from_right,
    from_top,
    left_free,
    quarter,
)
from chuyenmuc.campaigns.prints.patrons import Strip, strip
from chuyenmuc.campaigns.prints.scribe import CLOSE, Copy, Scribe, room
from chuyenmuc.content.campaign import Sort
from chuyenmuc.images import qr
from chuyenmuc.images.blocks import Block, pictured
from chuyenmuc.images.box import Box
from chuyenmuc.images.overlay import stamp
from chuyenmuc.images.scene import Code, Fill, Scene, Shape, Text
from chuyenmuc.images.text import Room
from chuyenmuc.typesetting.pen import TooTight

SPARE = 0.14  # of the length: so much left free at the right asks for an ornament
STAGE, HALL = 0.4, 0.45  # of a disc's depth elsewhere: at the foot and at the head of a backdrop
LOWER = 0.65  # of that: above a strip no margin is lost
LINE_MORE, LINE_MOST = 0.015, 0.01  # what a line more costs, for each time that a piece is wider than high; the most
SHRUNK = 0.86  # of the lesser size: how small a name may become rather than take another line
THEME_LINES = 3  # that a theme takes where it can: a list is not torn into its items
SMALLEST = 0.8  # of the lesser size: how small a set may have it
TITLE = 1.2  # of the agency's name: the largest size of the campaign's title
HALVES = (0.6, 0.8, 0.99, 1.2)  # of its usual half height: room for an official sign, which is low or high
LESSER_STAGE = (1.25, 1.1, 0.95, 0.8, 0.65, 0.5)  # of the lesser size: that of a backdrop's agency and days
LEAD_STAGE, THEME_STAGE = 1.8, 1.1  # of that: the least size of the event's name, and of its theme
DEEPEST = 1.05  # of the shorter side
BETWEEN = 1.6  # of the lesser size, between two texts on one line
STAMP = 1.2  # times as wide as elsewhere
SCAN, SCAN_SIDE = "Quét mã để xem thêm", 0.19
SCANNED = (Sort.POSTER, Sort.STANDEE)  # pieces that people step up to


class Effort(NamedTuple):
    """How much a piece carries beside its message: how large a disc, and whether lesser things.

    The message's letters are `loud` times as large as all that stands beside it.
    """

    disc: float
    lesser: bool
    agreed: Agreed
    loud: float = 0.0

    @property
    def title(self) -> float:
        return self.agreed.title


class Agreed(NamedTuple):
    """What the pieces of a set have in common, sizes as shares of what is usual for such a piece.

    The campaign's title, none where it stands on none of them; what is lesser; and the largest letters of messages that
    are about as long.
    """

    title: float = 0.0
    small: float = 1.0
    most: float = math.inf


GENTLE = ((1.0, True), (0.8, True), (1.0, False), (0.8, False))  # how large a disc, whether lesser things
HARD = (*GENTLE, (0.62, False), (0.0, False))
LOUD, LESS_LOUD = (1.4, 1.25), (1.25, 1.1, 0.0)  # tried in turn: a message speaks louder than all else


def attempts(sort: Sort) -> Iterator[tuple[float, tuple[float, bool]]]:
    """How loud, and with what; what people step up to keeps its code while it can."""
    gentle = list(product(LOUD, GENTLE))
    yield from sorted(gentle, key=lambda each: not each[1][1]) if sort in SCANNED else gentle
    yield from product(LESS_LOUD, HARD)


def face(
    piece: Piece,
    copy: Copy,
    scribe: Scribe,
    agreed: Agreed = Agreed(),  # noqa: B008
    sponsored: Strip | None = None,
) -> Scene:
    """The scene of the first effort that finds room for a loud message, or else for one less loud. Raises TooTight.

    `sponsored` is the sponsors' strip where it is known already.
    """
    plan, problem = Plan(piece), TooTight(copy.lead)
    build = stage if piece.sort is Sort.BACKDROP else across if plan.wide else down
    sponsored = sponsored or patrons(plan, copy, scribe)
    for loud, (disc, less) in attempts(piece.sort):
        if copy.logo and not disc:
            continue  # what is official is not given up
        told = replace(copy, badge="") if copy.logo and not less else copy
        try:
            shapes = list(build(plan, told, scribe, Effort(disc, less, agreed, loud), sponsored))
        except TooTight as tight:
            problem = tight
            continue
        shapes += sponsored.shapes if sponsored else ()
        if copy.draft:
            shapes.append(stamp(stamped(plan), scribe.look))
        frame = plan.frame
        return Scene(round(frame.width), round(frame.height), scribe.look.color("deep"), tuple(shapes))
    raise problem


def stamped(plan: Plan) -> Box:
    """A draft's stamp spans a narrow piece."""
    trim = plan.trim
    more = (STAMP - 1) * trim.width / 2 if trim.width < trim.height else 0.0
    return trim.inset(0, -more, 0, -more)


def letters_of(scene: Scene, words: str) -> float:
    """The size of the lines that put together give these words."""
    texts = list(scene.texts)
    for start, text in enumerate(texts):
        told = text.text
        for following in texts[start + 1 :]:
            if not words.startswith(told) or told == words:
                break
            told += f" {following.text}"
        if told == words:
            return text.size
    return 0.0


# Signs ----------------------------------------------------------------------------------------------------------


def sign(copy: Copy, scribe: Scribe, box: Box) -> Iterator[Shape]:
    """The official sign of the year, whole, the short one below it; or the short one alone, as large as it may be."""
    logo, badge = Block(0, 0), Block(0, 0)
    if copy.logo:
        logo = pictured(copy.logo, box.width, box.height * (0.62 if copy.badge else 1))
    if copy.badge:
        tall = box.height - logo.height * 1.12
        most = 0.42 * logo.height or math.inf
        badge = scribe.slogan(copy.badge, room(box.width, tall, most), "deep", centred=True)
    gap = 0.12 * logo.height if badge.height else 0
    top = box.y + (box.height - logo.height - gap - badge.height) / 2
    yield from logo.at(box.x + (box.width - logo.width) / 2, top)
    yield from badge.at(box.x, top + logo.height + gap)


# Compositions ---------------------------------------------------------------------------------------------------


def across(plan: Plan, copy: Copy, scribe: Scribe, effort: Effort, sponsored: Strip | None) -> Iterator[Shape]:
    """The disc at the left, the message beside it, whose it is below."""
    free, live = left_free(plan, sponsored)
    deep = depth(plan.trim.width, plan.trim.height, copy, effort)
    told, right = list(column(plan, copy, scribe, effort, after(plan, live, deep), centred=False)), 0.0
    if deep and plan.piece.sort is Sort.BANNER:
        deep, right, told = shared(plan, copy, scribe, effort, live, deep, told, alone=cornered(plan, sponsored))
    if right:
        yield from from_right(plan, free, right).shapes(scribe, ("", "main"))
    elif not cornered(plan, sponsored):
        yield from quarter(free, 0.62 * plan.trim.height, scribe)
    if deep:
        yield from signed([from_left(plan, free, deep, half) for half in halves(copy, HALF_LEFT)], copy, scribe)
    yield from told


def shared(
    plan: Plan, copy: Copy, scribe: Scribe, effort: Effort, live: Box, deep: float, told: list[Shape], *, alone: bool
) -> tuple[float, float, list[Shape]]:
    """Short lines: the discs share what they leave, as far as no line is broken or shrinks for it."""
    spare = room_left(told, live)
    for part in (1.0, 0.6) if spare > SPARE * plan.trim.width else ():
        more = min(deep + 0.3 * part * spare, DEEPEST * plan.trim.height)
        right = 0.0 if alone else min(0.4 * part * spare, 0.45 * plan.trim.height)
        less = Box(live.x, live.y, live.width - (1 + ECHO) * right, live.height)
        with suppress(TooTight):
            moved = list(column(plan, copy, scribe, effort, after(plan, less, more), centred=False))
            if letters(moved) == letters(told):
                return more, right, moved
    return deep, 0.0, told


def letters(shapes: list[Shape]) -> list[tuple[str, float]]:
    return [(shape.text, shape.size) for shape in shapes if isinstance(shape, Text)]


def patrons(plan: Plan, copy: Copy, scribe: Scribe) -> Strip | None:
    most = SHRUNK * lesser(plan, scribe, SMALLEST)  # the agency's name is no smaller
    wide = plan.piece.sort is Sort.BANNER
    return strip(copy.sponsors, scribe, plan.trim, plan.bleed, plan.safe, wide=wide, most=most)


def halves(copy: Copy, usual: float) -> tuple[float, ...]:
    """Shapes of the room for a sign: a badge has its own, an official sign the one in which it is largest."""
    return tuple(share * usual for share in HALVES) if copy.logo else (usual,)


def after(plan: Plan, live: Box, deep: float) -> Box:
    """What a disc at the left leaves."""
    start = plan.trim.x + (1 + ECHO) * deep + 0.55 * plan.margin if deep else live.x
    return Box(start, live.y, live.right - start, live.height)


def room_left(shapes: list[Shape], live: Box) -> float:
    """Beside the longest line of the message."""
    texts = [shape for shape in shapes if isinstance(shape, Text)]
    size = max(text.size for text in texts)
    return live.right - max(text.box.right for text in texts if text.size == size)


def signed(discs: list[Disc], copy: Copy, scribe: Scribe) -> Iterator[Shape]:
    """Bright where something stands on it, else a quiet ornament. Of alike discs the one whose sign is largest."""
    colors = ("spark", "paper") if copy.logo else ("main", "spark") if copy.badge else ("", "main")
    found = [(disc, tuple(sign(copy, scribe, disc.sign))) for disc in discs]
    disc, shapes = max(found, key=lambda each: max((shape.box.width for shape in each[1]), default=0.0))
    yield from disc.shapes(scribe, colors)
    yield from shapes


def down(plan: Plan, copy: Copy, scribe: Scribe, effort: Effort, sponsored: Strip | None) -> Iterator[Shape]:
    """The disc at the top, the message below it, whose it is at the foot."""
    free, live = left_free(plan, sponsored)
    yield from quarter(free, 0.62 * plan.trim.width, scribe)
    deep, centred = depth(plan.trim.height, plan.trim.width, copy, effort), plan.piece.sort is Sort.FLAG
    rest = below(plan, live, deep)
    spare = room_above(column(plan, copy, scribe, effort, rest, centred=centred), rest)
    if deep:
        deep = max(deep, min(deep + 0.5 * spare, 1.3 * plan.trim.width))
        yield from signed([from_top(plan, free, deep, half) for half in halves(copy, HALF_TOP)], copy, scribe)
    yield from column(plan, copy, scribe, effort, below(plan, live, deep), centred=centred)


def below(plan: Plan, live: Box, deep: float) -> Box:
    """What a disc at the top leaves."""
    top = plan.trim.y + (1 + ECHO) * deep + 0.55 * plan.margin if deep else live.y
    return Box(live.x, top, live.width, live.bottom - top)


def room_above(shapes: Iterator[Shape], live: Box) -> float:
    """Above and below the message."""
    return min(shape.box.y for shape in shapes if isinstance(shape, Text)) - live.y


def depth(long: float, short: float, copy: Copy, effort: Effort) -> float:
    """Of the disc on the shorter edge; where nothing stands on it, it is an ornament."""
    whole = min(0.9 * short, max(0.21 * long, min(0.6 * short, 0.25 * long)))
    return whole * effort.disc * (1 if copy.badge or copy.logo else 0.35)


def column(plan: Plan, copy: Copy, scribe: Scribe, effort: Effort, live: Box, *, centred: bool) -> Iterator[Shape]:
    """The message in the middle of what the foot leaves."""
    small = lesser(plan, scribe, effort.agreed.small)
    foot, head = whose(plan, copy, scribe, effort, live.width, centred=centred), Block(0, 0)
    if effort.title and plan.wide and not told_by(foot, copy.title):
        head = title_of(copy, scribe, live.width, min(effort.title * small, TITLE * largest_of(foot)), centred)
    gap = (1.15 if plan.wide else 1.6) * small
    above = head.height + 0.8 * small if head.height else 0.0
    height = live.height - foot.height - gap - above
    many = min(LINE_MOST, LINE_MORE * max(0.0, plan.trim.width / plan.trim.height - 1))
    least = min(effort.loud * max(largest_of(foot), largest_of(head)), effort.agreed.most)
    within = room(live.width, height, effort.agreed.most, least=least)
    message = scribe.answered(scribe.slogan(copy.lead, within, "paper", centred, many), "spark")
    if not plan.wide:
        message = scribe.spread(message, 0.4 * (height - message.height))
    spare = height - message.height
    if plan.wide:
        lower = min(0.3 * spare, small)
        top = live.y + (spare - lower) / 2
        yield from message.at(live.x, top + above)
        yield from head.at(live.x, top)
        yield from foot.at(live.x, top + above + message.height + gap + lower)
    else:
        yield from message.at(live.x, live.y + 0.45 * spare)
        yield from foot.at(live.x, live.bottom - foot.height)


def largest_of(block: Block) -> float:
    """The size of its largest letters."""
    return max((shape.size for shape in block.shapes if isinstance(shape, Text)), default=0.0)


def told_by(block: Block, words: str) -> bool:
    return any(isinstance(shape, Text) and shape.text == words for shape in block.shapes)


def lesser(plan: Plan, scribe: Scribe, share: float = 1.0) -> float:
    """The size of what stands beside the message."""
    return max(scribe.least("semibold"), share * 0.034 * math.sqrt(plan.trim.width * plan.trim.height))


def whose(plan: Plan, copy: Copy, scribe: Scribe, effort: Effort, width: float, *, centred: bool) -> Block:
    """The agency's name, the days beside or below it, and a code for those who step up."""
    small = lesser(plan, scribe, effort.agreed.small)
    code = scanned(plan, copy) if effort.lesser else Block(0, 0)
    inner = width - (code.width + small if code.width else 0)
    name = agency(copy, scribe, inner, small, centred)
    days = days_of(copy, scribe, inner, small, centred) if effort.lesser else Block(0, 0)
    if effort.title and plan.wide and not code.width and (row := signature(copy, scribe, width, effort.title * small)):
        return row
    if plan.wide and days.width and not code.width and name.width + BETWEEN * small + days.width <= width:
        return Block(width, name.height, (*name.shapes, *days.at(width - days.width, name.height - days.height)))
    scan = scribe.text(SCAN, room(inner, math.inf, small, leading=CLOSE), "semibold", "light") if code.width else code
    title = Block(0, 0)
    if effort.title and not plan.wide:
        size = min(effort.title, 1.0) if plan.piece.sort is Sort.FLAG else effort.title  # a flag's message is narrow
        title = title_of(copy, scribe, inner, min(size * small, TITLE * largest_of(name)), centred)
    told = stacked([part for part in (title, name, days, scan) if part.height], 0.5 * small)
    tall = max(told.height, code.height)
    return Block(width, tall, (*told.at(0, (tall - told.height) / 2), *code.at(width - code.width, tall - code.height)))


def signature(copy: Copy, scribe: Scribe, width: float, most: float) -> Block | None:
    """What it is and whose, on one line: then it costs the message nothing."""
    small = min(most, most / TITLE)
    for size in (most, small):
        with suppress(TooTight):
            title = scribe.text(copy.title, room(math.inf, math.inf, size, lines=1), "bold", "light")
            rest = width - title.width - BETWEEN * small
            beside = room(rest, math.inf, small, least=0.999 * small, lines=1)
            name = scribe.text(copy.agency, beside, "semibold", "soft")
            tall = max(title.height, name.height)
            base = max(shape.y for shape in (*title.shapes, *name.shapes) if isinstance(shape, Text))
            drops = [base - part.shapes[0].y for part in (title, name) if isinstance(part.shapes[0], Text)]
            return Block(width, tall, (*title.at(0, drops[0]), *name.at(width - name.width, drops[1])))
    return None


def title_of(copy: Copy, scribe: Scribe, width: float, size: float, centred: bool) -> Block:
    """Smaller where that saves a line."""
    sizes = (size, size / TITLE)
    found = [
        scribe.text(copy.title, room(width, math.inf, each, leading=CLOSE), "bold", "light", centred) for each in sizes
    ]
    return min(found, key=lambda block: len(block.shapes))


def days_of(copy: Copy, scribe: Scribe, width: float, small: float, centred: bool) -> Block:
    return scribe.text(copy.period, room(width, math.inf, small, lines=1), "bold", "spark", centred)


def stacked(parts: list[Block], gap: float) -> Block:
    y, shapes = 0.0, list[Shape]()
    for part in parts:
        shapes += part.at(0, y)
        y += part.height + gap
    return Block(max((part.width for part in parts), default=0.0), max(0.0, y - gap), tuple(shapes))


def agency(copy: Copy, scribe: Scribe, width: float, small: float, centred: bool) -> Block:
    """Whole, on as many as three lines, a little smaller at most; else by its short name; else as small as may be."""
    names = [name for name in (copy.agency, copy.short_name) if name]
    tries = [(name, lines, SHRUNK * small) for name in names for lines in (1, 2, 3)]
    for name, lines, least in [*tries, *((name, 3, 0.0) for name in names)]:
        with suppress(TooTight):
            within = room(width, math.inf, small, least=least, lines=lines, leading=CLOSE)
            return scribe.text(name, within, "semibold", "soft", centred, sense=True)
    raise TooTight(copy.agency)


def scanned(plan: Plan, copy: Copy) -> Block:
    """A code to the campaign's page, on what people step up to."""
    if not copy.address or plan.piece.sort not in SCANNED:
        return Block(0, 0)
    side = SCAN_SIDE * min(plan.trim.width, plan.trim.height)
    box = Box(0, 0, side, side)
    return Block(side, side, (Fill(box, "#FFFFFF", 0.04 * side), Code(box, qr.modules(copy.address))))


def stage(plan: Plan, copy: Copy, scribe: Scribe, effort: Effort, sponsored: Strip | None) -> Iterator[Shape]:
    """A hall's backdrop: all words above those who sit or stand in front of it."""
    free, live = left_free(plan, sponsored)
    deep = depth(plan.trim.width, plan.trim.height, copy, effort)
    top, bottom = live.y, live.bottom
    if deep and copy.logo:  # what is official must not be hidden by those who stand in front of it
        disc = from_top(plan, free, HALL * deep)
        higher = 0.6 * (plan.live.y - plan.safe.y)
        disc = replace(disc, sign=disc.sign.inset(-higher, 0, 0, 0))
        yield from signed([disc], replace(copy, badge=""), scribe)
        top = plan.trim.y + (1 + ECHO) * disc.depth
    elif deep:
        disc = from_bottom(plan, free, (LOWER if sponsored else 1) * STAGE * deep)
        try:
            yield from list(signed([disc], copy, scribe))
        except TooTight:  # the title tells the day too: the disc may go without its sign
            yield from signed([disc], replace(copy, badge=""), scribe)
        bottom = disc.box.y - ECHO * disc.depth
    yield from words(plan, copy, scribe, Box(live.x, top, live.width, bottom - top), quiet=not effort.loud)


def words(plan: Plan, copy: Copy, scribe: Scribe, box: Box, *, quiet: bool) -> Iterator[Shape]:
    """Whose it is, what it is, its theme and its days, one below another in the middle.

    What is lesser grows smaller until the event's name speaks louder; `quiet`: it need not.
    """
    problem = TooTight(copy.lead)
    for share in LESSER_STAGE:
        small = share * lesser(plan, scribe)
        try:
            head, lead, theme, days = parts_of(copy, scribe, box, small, quiet=quiet)
        except TooTight as tight:
            problem = tight
            continue
        parts = [part for part in (head, lead, theme, days) if part.height]
        whole = stacked([part.centred(box.width) for part in parts], 0.75 * small)
        yield from whole.at(box.x, box.y + max(0.0, (box.height - whole.height) / 2))
        return
    raise problem


def parts_of(copy: Copy, scribe: Scribe, box: Box, small: float, *, quiet: bool) -> tuple[Block, Block, Block, Block]:
    head = agency(copy, scribe, box.width, small, True)
    days = scribe.text(copy.period, room(box.width, math.inf, small, lines=1), "bold", "paper", True)
    most, gap = max(largest_of(head), largest_of(days)), 0.75 * small
    height = box.height - head.height - days.height - gap * (2 + bool(copy.theme) + bool(copy.period))
    least = 0.0 if quiet else LEAD_STAGE * most
    share = 0.54 if copy.theme else 0.9
    lead = scribe.slogan(copy.lead, room(0.92 * box.width, share * height, least=least), "paper", True)
    theme = Block(0, 0)
    if copy.theme:
        least, largest = 0.0 if quiet else THEME_STAGE * most, 0.8 * largest_of(lead)
        theme = theme_of(copy, scribe, room(0.92 * box.width, height - lead.height, largest, least=least))
    return head, lead, theme, days


def theme_of(copy: Copy, scribe: Scribe, free: Room) -> Block:
    with suppress(TooTight):
        return scribe.slogan(copy.theme, replace(free, lines=THEME_LINES), "spark", True)
    return scribe.slogan(copy.theme, free, "spark", True)
