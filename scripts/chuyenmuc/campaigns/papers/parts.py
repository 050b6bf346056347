"""Parts that leaflets and cards share: the opening, messages, days, lessons, what leads on, the sponsors' strip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import accumulate, combinations, pairwise

from chuyenmuc.campaigns.brief import Brief, Occasion, Skill
from chuyenmuc.campaigns.papers.measure import DOT
from chuyenmuc.images import qr
from chuyenmuc.images.blocks import FAR, Block, pictured, plated
from chuyenmuc.images.box import Box
from chuyenmuc.images.scene import Code, Fill, Form, Geometry, Shape, Text
from chuyenmuc.images.slogans import slogans
from chuyenmuc.images.sponsors import TITLE
from chuyenmuc.images.text import FontStack, settings, typeface
from chuyenmuc.typesetting.imprint import address, headline, size_of
from chuyenmuc.typesetting.pen import LEADING, Pen, TooTight, beside, lines_of, stacked
from chuyenmuc.vietnamese.breaking import clauses, pieces

SAMPLE = "Nội dung mẫu"
THEME, PERIOD = "Chủ đề", "Thời gian"
MESSAGES, EVENTS, SKILLS = "Thông điệp", "Sự kiện", "Kỹ năng số"
SEE = "Quét mã để xem đầy đủ"
CALMER = (1.0, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5)
GAP, CLOSE = 0.75, 0.45  # em above and below the rule between entries; between many of them
MANY = 8
SHORT = 0.36  # of the longest line: a last line that looks lost
STEP = 1.75  # em: from a step's number to its words
BALANCED = 48  # words: longer texts fill their lines
DEARER = 0.12  # of a break's cost: what one more line costs
Lines = tuple[str, ...]
INDENT = 2.3  # em: from a message's number to its words
KINDER = 8  # sizes that are tried for lines that tear no word
PAUSES = ("–", "—", " -", ":")  # at a line's end
NAMES, LINES = (1.1, 1.0, 0.9, 0.8), 3  # em, and lines of a name, at the most
LOGO = 7.0, 2.4  # of the names' size: how wide and tall a logo is, at the most
SPONSORED = (12, 15, 18)  # hundredths of a page: the strip of sponsors, by law a fifth at most
TALLEST = 12.0  # em: the height of a title, at the most
PLATE, TALL = 0.3, 8.0  # the official logo with its plate: of a panel's width, and em in height, at the most


# Words ----------------------------------------------------------------------------------------------------------


def prose(pen: Pen, words: str, width: float, size: float = 1, font: str = "regular", color: str = "ink") -> Block:
    """A text whose lines end where one who speaks would pause, if that costs no more than a line."""
    px, stack = pen.px(size), pen.font(font)
    return laid(pen, kindly(words, stack, pen.look.names, width / px), words, width, size, font, color)


def spoken(pen: Pen, words: str, width: float, size: float, font: str = "semibold", color: str = "ink") -> Block:
    """A message: where it takes more than one line, lines end at its dashes, if that costs no more than a line."""
    px, stack, names = pen.px(size), pen.font(font), pen.look.names
    plain = kindly(words, stack, names, width / px)
    if plain and len(plain) > 1:
        broken = at_dashes(words, stack, width / px)
        broken = broken or signwritten(words, stack, names, width / px, len(plain) + 1)
        plain = broken if broken and len(broken) <= len(plain) + 1 else plain
    return laid(pen, plain, words, width, size, font, color)


def laid(pen: Pen, broken: Lines | None, words: str, width: float, size: float, font: str, color: str) -> Block:
    if not broken:
        return pen.text(words, width, size, font, color)
    px = pen.px(size)
    step = px * max(LEADING if font == "regular" else 1.3, pen.needed(broken, font))
    return pen.placed(broken, px, step, width, font, color, "left")


@lru_cache(maxsize=4096)
def kindly(words: str, font: FontStack, names: tuple[str, ...], width: float) -> Lines | None:
    """Balanced lines, a line more than needed where that spares an ugly break, if not much more than filled ones."""
    if not words:
        return None
    filled = lines_of(words, font, names, width)
    if not filled or len(words.split()) > BALANCED:
        return filled
    most = len(filled) + 1
    fitting = [each for each in settings(words, font, names) if each.width <= width and len(each.lines) <= most]
    if not fitting:
        return filled
    return min(fitting[:2], key=lambda each: each.cost + DEARER * len(each.lines)).lines


def at_dashes(words: str, font: FontStack, width: float) -> Lines | None:
    """In as few lines as hold whole clauses, those as even as can be."""
    told, face = clauses(words), typeface(font)
    for count in range(1, len(told)):
        ways = (
            tuple(" ".join(told[a:b]) for a, b in pairwise((0, *cuts, len(told))))
            for cuts in combinations(range(1, len(told)), count)
            if cuts[0] == 1 or not told[0].endswith(":")  # a list stands apart from what announces it
        )
        measured = [(max(map(face.width, way)), way) for way in ways]
        if fitting := [each for each in measured if each[0] <= width]:
            return min(fitting)[1]
    return None


@lru_cache(maxsize=1024)
def signwritten(words: str, font: FontStack, names: tuple[str, ...], width: float, most: int) -> Lines | None:
    """Of at most so many lines, those that end at the most dashes, then those that make most sense."""
    fitting = [each for each in slogans(words, font, names) if each.width <= width and len(each.lines) <= most]
    best = min(fitting, key=lambda each: (-pauses(each.lines), each.cost + DEARER * len(each.lines)), default=None)
    return best.lines if best else None


def pauses(lines: Lines) -> int:
    return sum(line.endswith(PAUSES) for line in lines[:-1])


def torn(pen: Pen, words: str, block: Block) -> bool:
    """Whether a line ends within a word of several syllables."""
    parts = pieces(words, pen.look.names)
    ends = {
        end
        for end, part in zip(accumulate(len(part.text.split()) for part in parts), parts, strict=True)
        if part.rank < 0
    }
    lines = [shape.text for shape in block.shapes if isinstance(shape, Text)]
    return not ends.isdisjoint(accumulate(len(line.split()) for line in lines[:-1]))


def statement(pen: Pen, words: str, width: float, height: float, most: float, color: str = "title") -> Block:
    """A sentence or two as large as a room lets them be; a little smaller where lines would else tear a word, or be one
    short word."""
    blocks = (spoken(pen, words, width, most * scale, "headline", color) for scale in CALMER)
    fitting = [block for block in blocks if block.height <= height]
    if not fitting:
        raise TooTight(words)
    return min(fitting[:KINDER], key=lambda block: (torn(pen, words, block), not even(block)))


def sayings(brief: Brief) -> list[str]:
    """What may be set large: the theme, and of several messages the shortest, word for word."""
    messages = [min(brief.messages, key=len)] if len(brief.messages) > 1 else []
    return [brief.theme] * bool(brief.theme) + messages


def heading(pen: Pen, words: str, width: float, size: float = 1.5) -> Block:
    bar = pen.fill(2.6 * pen.em, 0.26 * pen.em, "spark")
    return stacked([bar, pen.text(words, width, size, "headline", "title")], 0.55 * pen.em)


def ruled(pen: Pen, entries: Sequence[Block], width: float) -> Block:
    """Entries with a fine line between them."""
    parts = [part for entry in entries for part in (pen.rule(width), entry)][1:]
    return stacked(parts, (CLOSE if len(entries) > MANY else GAP) * pen.em)


# The opening ----------------------------------------------------------------------------------------------------


def opened(brief: Brief, pen: Pen, width: float, themed: bool = True) -> Block:
    plate = official(brief, pen, width)
    room = width - plate.width - 1.2 * pen.em if plate.width else width
    badge = pen.digits(brief.badge, 6.4, "spark", room) if brief.badge else Block(0, 0)
    title = titled(brief.title, pen, width, 2.35 if brief.badge else 2.75)
    theme = Block(0, 0)
    if brief.theme and themed:
        label = pen.label(THEME, 0.86, "bold", "spark")
        theme = stacked([label, spoken(pen, brief.theme, width, 1.2, "bold")], 0.4 * pen.em)
    told = [(brief.period, "spark_fill", "on_spark"), (SAMPLE if brief.sample else "", "paper", "deep")]
    below = stacked([title, theme], max(1.1 * pen.em, 0.45 * size_of(title)))
    below = stacked([below, pills(pen, told, width)], 1.3 * pen.em)
    return stacked([signs(badge, plate, width), below], 1.7 * pen.em)


def titled(words: str, pen: Pen, width: float, most: float) -> Block:
    """Not on one small line where words would stand large and untorn on several."""
    found = headline(words, pen, width, TALLEST * pen.em, most * pen.em, "title")
    if size_of(found) >= CALMER[4] * most * pen.em:
        return found
    tries = (spoken(pen, words, width, scale * most, "headline", "title") for scale in CALMER[:4])
    fine = (
        block for block in tries if block.height <= TALLEST * pen.em and even(block) and not torn(pen, words, block)
    )
    larger = next(fine, found)
    return larger if size_of(larger) > size_of(found) else found


def signs(badge: Block, plate: Block, width: float) -> Block:
    """The short sign at the left, the official logo at the right; a logo alone stands at the left, over the title."""
    if not (badge.width and plate.width):
        return badge if badge.width else plate
    tall = max(badge.height, plate.height)
    left, right = badge.at(0, (tall - badge.height) / 2), plate.at(width - plate.width, (tall - plate.height) / 2)
    return Block(width, tall, (*left, *right))


def openings(
    brief: Brief, pen: Pen, width: float, scales: Iterable[float], themed: bool = True
) -> Iterator[tuple[float, Block]]:
    """The opening at each of some scales at which it finds room in a width."""
    for scale in scales:
        with suppress(TooTight):
            yield scale, opened(brief, pen.sized(scale * pen.em), width, themed)


def pills(pen: Pen, told: Iterable[tuple[str, str, str]], width: float) -> Block:
    """Short words on grounds of their own (each: words, ground, colour), in as many rows as they need."""
    rows: list[list[Block]] = [[]]
    gap = 0.6 * pen.em
    for words, fill, color in told:
        if not words:
            continue
        each = pen.pill(words, 0.9, fill, color)
        if each.width > width:
            each = pen.text(words, width, 0.9, "bold", fill)
        if rows[-1] and sum(block.width + gap for block in rows[-1]) + each.width > width:
            rows.append([])
        rows[-1].append(each)
    return stacked([beside(row, gap) for row in rows], 0.5 * pen.em)


def ornament(pen: Pen, right: float, top: float, side: float, told: Sequence[Shape] = ()) -> Iterator[Shape]:
    """Calm geometry that runs off the upper right corner; its light dot stands where it meets no word of `told`."""
    forms: tuple[tuple[float, float, float, Form, str], ...] = (
        (-0.66, -0.5, 1.3, "circle", "main 68% deep"),
        (-0.2, 0.26, 0.78, "ring", "main 40% deep"),
        (-0.38, -0.38, 0.76, "circle", "main 30% deep"),
        (-0.47, 0.5, 0.13, "circle", "light"),
    )
    for x, y, size, form, color in forms:
        box = Box(right + x * side, top + y * side, size * side, size * side)
        around = box.inset(*(4 * (-0.12 * side,)))
        if color != "light" or not any(around.meets(shape.box) for shape in told):
            yield Geometry(box, form, pen.color(color))


def upper(frame: Box, edge: float, pen: Pen) -> Fill:
    """The dark part of a page above an edge, a little beyond the frame."""
    return Fill(Box(-DOT, -DOT, frame.width + 2 * DOT, edge + DOT), pen.color("deep"))


def lower(frame: Box, edge: float, pen: Pen) -> Iterator[Shape]:
    """The light part of a page below an edge, a little beyond the frame, so that no hair of what is below shows."""
    yield Fill(Box(-DOT, edge, frame.width + 2 * DOT, frame.height - edge + DOT), pen.color("paper"))
    yield Fill(Box(-DOT, edge, frame.width + 2 * DOT, 0.3 * pen.em), pen.color("spark"))


def official(brief: Brief, pen: Pen, width: float) -> Block:
    """The year's official logo, whole, on a light plate; nothing where there is none."""
    if not brief.logo:
        return Block(0, 0)
    side, tall = PLATE * width, min(PLATE * width, TALL * pen.em)
    return plated(brief.logo, side, tall, 0.07 * tall, pen.color("paper"), pen.radius(0.5, tall))


# Lists ----------------------------------------------------------------------------------------------------------


def messages(
    pen: Pen, texts: Sequence[str], width: float, first: int = 1, alone: float = 0, whole: bool = False
) -> Block:
    """Numbered where there are several; `alone`: these are all, and so many em a single one may be large.

    With `whole` TooTight where a dash ends no line.
    """
    if alone and len(texts) == 1:
        return single(pen, texts[0], width, alone)
    indent = INDENT * pen.em
    entries = []
    for number, text in enumerate(texts, first):
        if whole and not dashed(pen, text, width - indent):
            raise TooTight(text)
        told = spoken(pen, text, width - indent, 1, "semibold", "title")
        figure = pen.digits(str(number), 1.7, "accent", 0.9 * indent)
        entries.append(Block(width, told.height, (*figure.at(0, 0.06 * pen.em), *told.at(indent, 0))))
    return ruled(pen, entries, width)


def single(pen: Pen, words: str, width: float, size: float) -> Block:
    """A little smaller where the last line would else be a word alone."""
    tries = [spoken(pen, words, width, scale * size, "headline", "title") for scale in CALMER[:5]]
    return next((block for block in tries if ends_well(block)), tries[0])


def ends_well(block: Block) -> bool:
    widths = [shape.box.width for shape in block.shapes if isinstance(shape, Text)]
    return len(widths) < 2 or widths[-1] >= SHORT * max(widths)


def even(block: Block) -> bool:
    """Whether no line is a short word alone."""
    widths = [shape.box.width for shape in block.shapes if isinstance(shape, Text)]
    return min(widths, default=0) >= SHORT * max(widths, default=0)


def dashed(pen: Pen, words: str, width: float) -> bool:
    """Whether a message stands on one line, or whole clauses on each."""
    told = [text.text for text in spoken(pen, words, width, 1).shapes if isinstance(text, Text)]
    return len(told) < 2 or len(clauses(words)) < 2 or all(line.endswith(PAUSES) for line in told[:-1])


def occasions(pen: Pen, shown: Sequence[Occasion], more: str, width: float) -> Block:
    entries = [
        stacked(
            [
                prose(pen, each.when, width, 0.92, "bold", "accent"),
                prose(pen, each.title, width, 1.06, "bold", "title"),
                prose(pen, each.place, width, 0.96, "regular", "quiet"),
            ],
            0.34 * pen.em,
        )
        for each in shown
    ]
    entries += [pen.text(more, width, 0.96)] if more else []
    return ruled(pen, entries, width)


def lessons(pen: Pen, shown: Sequence[Skill], steps: int, more: str, width: float) -> Block:
    """Each with at most so many of its steps; 0: none."""
    entries = [lesson(pen, each, steps, width) for each in shown]
    entries += [pen.text(more, width, 0.96)] if more else []
    return ruled(pen, entries, width)


def lesson(pen: Pen, told: Skill, steps: int, width: float) -> Block:
    head = stacked(
        [prose(pen, told.title, width, 1.06, "bold", "title"), pen.text(told.takes, width, 0.9, "bold", "accent")],
        0.3 * pen.em,
    )
    left = len(told.steps) - steps
    shown = numbered(pen, told.steps[:steps], width)
    rest = []
    if steps and left > 0:
        words = pen.text(f"… và {left} bước nữa.", width - STEP * pen.em, 0.92, "regular", "quiet")
        rest = [Block(width, words.height, words.at(STEP * pen.em, 0))]
    return stacked([head, stacked([shown, *rest], 0.4 * pen.em)], 0.6 * pen.em)


def numbered(pen: Pen, steps: Sequence[str], width: float, first: int = 1, gap: float = 0.42) -> Block:
    indent = (STEP if first + len(steps) <= 10 else 2.2) * pen.em
    told = []
    for number, step in enumerate(steps, first):
        words = prose(pen, step, width - indent, 1)
        figure = pen.label(str(number), 1, "headline", "accent")
        told.append(Block(width, words.height, (*figure.shapes, *words.at(indent, 0))))
    return stacked(told, gap * pen.em)


# What leads on --------------------------------------------------------------------------------------------------


def code(pen: Pen, link: str, side: float) -> Block:
    """A code on a white plate; `side` is that of its dark modules, the quiet zone is beyond."""
    rows = qr.modules(link)
    whole = side * (len(rows) + 2 * qr.QUIET) / len(rows)
    box = Box(0, 0, whole, whole)
    return Block(whole, whole, (Fill(box, pen.color("paper"), 0.05 * whole), Code(box, rows)))


def leading_on(brief: Brief, pen: Pen, width: float, color: str = "ink", accent: str = "title") -> Block:
    """In words: where to read on and whom to ask."""
    told = []
    if brief.address:
        told = [pen.text(SEE, width, 1.35, "headline", accent), address(pen, brief.address, width, 1, color)]
    if brief.contact:
        told.append(
            stacked([pen.text(line, width, 1, "regular", color) for line in brief.contact.split(" · ")], 0.3 * pen.em)
        )
    return stacked(told, 0.55 * pen.em)


# Sponsors -------------------------------------------------------------------------------------------------------


def strip(brief: Brief, pen: Pen, panel: Box, ground: Box, safe: float, margin: float) -> Block:
    """At the foot of a panel, as tall as the brand says, or a little taller if names need it; never beyond the law.

    Its shapes stand where they belong on the page; `ground` is the panel with its bleed.
    """
    if not brief.sponsors:
        return Block(0, 0)
    left_out = ""
    for share in sorted({min(pen.look.sponsor_share, SPONSORED[0]), *SPONSORED}):
        tall = share / 100 * panel.height
        top = panel.bottom - tall
        light = Fill(Box(ground.x, top, ground.width, ground.bottom - top), pen.color("paper"))
        rule = Fill(Box(panel.x + margin, top, panel.width - 2 * margin, 3), pen.color("rule"))
        room = Box(panel.x + margin, top, panel.width - 2 * margin, tall).inset(0.9 * pen.em, 0, safe, 0)
        shapes, left_out = companions(brief, pen, room)
        if not left_out:
            return Block(panel.width, tall, (light, rule, *shapes))
    raise TooTight(left_out)


def companions(brief: Brief, pen: Pen, room: Box) -> tuple[list[Shape], str]:
    """The line that says who they are, and each in a cell of the same width below; or who finds no room.

    All names are of one size, and logos as much taller as they look alike.
    """
    label = pen.label(TITLE, 0.8, "bold", "quiet")
    count, gap = len(brief.sponsors), 1.2 * pen.em
    width = (room.width - gap * (count - 1)) / count
    top = room.y + label.height + 0.6 * pen.em
    left_out = ""
    for size in NAMES:
        told = [companion(pen, *one, width, size) for one in brief.sponsors]
        tall = [block.height if block else FAR for block in told]
        left_out = next(
            (name for (name, _), high in zip(brief.sponsors, tall, strict=True) if top + high > room.bottom), ""
        )
        if not left_out:
            cells = [Block(width, block.height, block.shapes) for block in told if block]
            return [*label.at(room.x, room.y), *beside(cells, gap).at(room.x, top)], ""
    return [], left_out


def companion(pen: Pen, name: str, logo: str, width: float, size: float) -> Block | None:
    if logo:
        return pictured(logo, min(width, LOGO[0] * pen.px(size)), LOGO[1] * pen.px(size))
    try:
        block = pen.text(name, width, size, "semibold")
    except TooTight:
        return None
    return block if len(block.shapes) <= LINES else None
