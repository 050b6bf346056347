"""The guide of a kit: one A4 page that tells what is inside, what to do with it and whom to ask.

An officer who opens the kit should know within a minute what to do; so the page is short rather than complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from chuyenmuc.campaigns.catalogue import KitEntry
from chuyenmuc.campaigns.commission import Commission, Means
from chuyenmuc.campaigns.groups import ORDERED
from chuyenmuc.campaigns.kits.advice import advice
from chuyenmuc.campaigns.kits.contents import Content, measures
from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.press import About, Sheet, pdf
from chuyenmuc.images.scene import Fill, Geometry, Scene, Shape
from chuyenmuc.images.text import typeface
from chuyenmuc.typesetting.imprint import address, code, headline, signature, stamped
from chuyenmuc.typesetting.pen import LEADING, Pen, TooTight, beside, stacked
from chuyenmuc.typesetting.sizes import largest
from chuyenmuc.typesetting.styles import LOOKS

WIDTH, HEIGHT = 210, 297
DOT = 10  # pixels of the scene to a millimetre
POINT = 25.4 / 72 * DOT
EDGE = 14 * DOT  # office printers leave the rim white
SMALLEST, LEAST, MOST = 7.0, 8.5, 11.5  # points: of any text; of running text; of running text where there is room
MOST_RULES = 6
LISTED = 8  # sizes: so many are named one by one
SMALL = 0.86  # em: what stands below what it belongs to
DROP = 0.1  # em
LABEL, SAMPLE = "Hướng dẫn dùng bộ tải về", "NỘI DUNG MẪU – không in để dùng"
FOLDERS = "số đầu dòng là số của thư mục"


class Row(NamedTuple):
    """A sort of thing in the kit; `sizes` in full and in short."""

    label: str
    use: str
    many: str
    sizes: tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True)
class Told:
    """All that a guide tells, as plain words."""

    title: str
    audience: str
    campaign: str
    period: str
    badge: str
    rows: tuple[Row, ...]
    rules: tuple[str, ...]
    messages: tuple[str, ...]
    names: tuple[str, str]
    contact: str
    address: str
    sample: bool
    draft: bool


def told(entry: KitEntry, commission: Commission, contents: tuple[Content, ...]) -> Told:
    brief = commission.brief
    held = [*(each.group for each in contents), *chain.from_iterable(each.sorts for each in contents)]
    return Told(
        title=entry.title,
        audience=entry.audience,
        campaign=brief.title,
        period=brief.period,
        badge=brief.badge,
        rows=tuple(Row(each.label, each.use, f"{each.count} tệp", listing(each)) for each in contents),
        rules=tuple(islice(advice(held, commission), MOST_RULES)),
        messages=brief.messages,
        names=(brief.parent, brief.agency),
        contact=brief.contact,
        address=brief.address,
        sample=brief.sample,
        draft=brief.draft,
    )


def listing(content: Content) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is ordered, sort by sort: its sizes are in the order."""
    if content.group != ORDERED:
        return sizes(content.sizes)
    return content.sizes, (f"{len(content.sizes)} loại",)


def sizes(every: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Each by itself as long as they are few; `5 khổ, từ 3 × 1 m đến 10 × 2 m`."""
    if len(every) < 3:
        return every, every
    short = f"{len(every)} khổ, từ {every[0]} đến {every[-1]}" if all(map(measures, every)) else f"{len(every)} kênh"
    return (every if len(every) <= LISTED else (short,)), (short,)


# The page -----------------------------------------------------------------------------------------------------------


class Manner(NamedTuple):
    """What is left out where there is too much of it for a page."""

    messages: bool = True
    short: bool = False
    uses: bool = True


MANNERS = (
    Manner(), Manner(short=True), Manner(messages=False), Manner(messages=False, short=True),
    Manner(messages=False, short=True, uses=False),
)  # fmt: skip


def drawn(told: Told, means: Means) -> bytes:
    about = About(f"{LABEL}: {told.title}", told.names[1], f"{told.campaign}; dành cho: {told.audience}")
    return pdf([Sheet(scene(told, means), WIDTH, HEIGHT)], about)


def scene(told: Told, means: Means) -> Scene:
    """The fullest manner that fits. Raises TooTight where none does."""
    pen = Pen(means.look, LOOKS[Style.CARDS], MOST * POINT, SMALLEST * POINT)
    pages = (largest(LEAST * POINT, MOST * POINT, partial(page, told, manner, pen)) for manner in MANNERS)
    shapes = next((shapes for shapes in pages if shapes), None)
    if not shapes:
        raise TooTight(told.title)
    made = Scene(WIDTH * DOT, HEIGHT * DOT, pen.color("paper"), tuple(shapes))
    return stamped(made, pen) if told.draft else made


def page(told: Told, manner: Manner, pen: Pen, em: float) -> list[Shape] | None:
    pen, width = pen.sized(em), WIDTH * DOT - 2 * EDGE
    try:
        top, bottom = head(told, pen, width), foot(told, pen, width)
        parts = [*sections(told, manner, pen, width)]
    except TooTight:
        return None
    gap = 1.7 * em
    used = sum(part.height for part in parts) + gap * (len(parts) + 1)
    spare = HEIGHT * DOT - 2 * EDGE - top.height - bottom.height - used
    if spare < 0:
        return None
    gap += min(spare / (len(parts) + 1), 0.9 * em)
    shapes, y = [*top.at(EDGE, EDGE)], EDGE + top.height + gap
    for part in parts:
        shapes += part.at(EDGE, y)
        y += part.height + gap
    return [*shapes, *bottom.at(EDGE, HEIGHT * DOT - EDGE - bottom.height)]


def head(told: Told, pen: Pen, width: float) -> Block:
    """A panel inside the rim: what it is, for whom, of what campaign."""
    edge = 1.6 * pen.em
    side = 9 * pen.em
    room = width - 3 * edge - side
    pills = [pen.pill(LABEL, 0.8, "spark_fill", "on_spark")]
    pills += [pen.pill(SAMPLE, 0.8, "on_band", "band")] if told.sample else []
    lines = (
        pen.text(f"Dành cho: {told.audience}", room, 1.05, "regular", "on_band"),
        pen.text(told.campaign, room, 0.95, "bold", "on_band_quiet"),
        pen.text(f"Cao điểm {told.period}" if told.period else "", room, 0.95, "regular", "on_band_quiet"),
    )
    heading = headline(told.title, pen, room, 7 * pen.em, 2.7 * pen.em, "on_band")
    words = stacked([beside(pills, 0.5 * pen.em), heading, stacked(lines, 0.5 * pen.em)], 0.95 * pen.em)
    tall = max(words.height, side) + 2 * edge
    ground = Fill(Box(0, 0, width, tall), pen.color("band"), 0.9 * pen.em * pen.look.corner)
    sign = badge(told.badge, pen, side)
    corner = sign.at(width - edge - side, (tall - side) / 2)
    return Block(width, tall, (ground, *corner, *words.at(edge, (tall - words.height) / 2)))


def badge(words: str, pen: Pen, side: float) -> Block:
    """The campaign's short sign on a disc, a smaller one beside it."""
    small = 0.24 * side
    shapes: list[Shape] = [
        Geometry(Box(0, 0, side, side), "circle", pen.color("strong")),
        Geometry(Box(side - small, 0, small, small), "circle", pen.color("spark_fill")),
    ]
    if words:
        sign = pen.digits(words, 0.34 * side / pen.em, "on_strong", 0.76 * side)
        shapes += sign.at((side - sign.width) / 2, (side - sign.height) / 2)
    return Block(side, side, tuple(shapes))


def sections(told: Told, manner: Manner, pen: Pen, width: float) -> Iterator[Block]:
    gap = 0.8 * pen.em
    note = pen.label(FOLDERS, SMALL, "regular", "quiet")
    yield stacked([ended(title("Trong bộ có", pen, width), note, width), table(told.rows, manner, pen, width)], gap)
    yield stacked([title("Cần nhớ", pen, width), listed(told.rules, pen, width)], gap)
    if manner.messages and told.messages:
        heading = title("Thông điệp, đúng từng chữ", pen, width)
        yield stacked([heading, numbered(told.messages, pen, width)], gap)


def title(words: str, pen: Pen, width: float) -> Block:
    text = pen.text(words, width - pen.em, 1.3, "headline", "title")
    return beside([pen.fill(0.32 * pen.em, 0.94 * text.height, "spark_fill", 0.1), text], 0.5 * pen.em)


def ended(left: Block, right: Block, width: float) -> Block:
    """Something small at the end of a line, on its foot."""
    return Block(width, left.height, (*left.shapes, *right.at(width - right.width, left.height - 1.1 * right.height)))


def table(rows: tuple[Row, ...], manner: Manner, pen: Pen, width: float) -> Block:
    """The number of a row is that of the folder in the .zip."""
    parts: list[Block] = []
    for number, each in enumerate(rows, 1):
        parts += [pen.rule(width, "track", 0.05), row(each, number, manner, pen, width)]
    return stacked(parts[1:], (0.5 if manner.uses else 0.2) * pen.em)


def row(told: Row, number: int, manner: Manner, pen: Pen, width: float) -> Block:
    """On the left what it is and what for; on the right how many, in which sizes."""
    sign = pen.digits(str(number), 0.8, "on_strong")
    marker, gap = pen.disc(sign, (1.75 if manner.uses else 1.4) * pen.em, "strong"), 0.22 * pen.em
    left = marker.width + 0.8 * pen.em
    right = 0.41 * (width - left)
    half = width - left - right - pen.em
    what, sizes = pen.text(told.label, half, 1, "bold", "ink"), told.sizes[manner.short]
    if manner.uses:
        use = pen.text(told.use, half, SMALL, "regular", "quiet")
        many = stacked([pen.text(told.many, right, 1, "bold", "title"), flowed(sizes, pen, right)], gap)
        blocks = ((0.0, marker), (left, stacked([what, use], gap)), (width - right, many))
    else:
        blocks = ((0.0, marker), (left, what), (width - right, flowed((told.many, *sizes), pen, right)))
    tall, low = max(block.height for _, block in blocks), DROP * pen.em  # letters stand high in their lines
    drops = (low if manner.uses else low + (tall - block.height) / 2 for _, block in blocks)
    placed = (block.at(x, drop) for (x, block), drop in zip(blocks, drops, strict=True))
    return Block(width, tall + low, tuple(chain.from_iterable(placed)))


def flowed(entries: tuple[str, ...], pen: Pen, width: float) -> Block:
    """One after the other; a line breaks between two of them where it can."""
    face, px = typeface(pen.font("regular")), pen.px(SMALL)
    lines = [""]
    for each in entries:
        longer = f"{lines[-1]} · {each}" if lines[-1] else each
        if lines[-1] and face.width(longer) * px > width:
            lines.append(each)
        else:
            lines[-1] = longer
    if not entries or max(map(face.width, lines)) * px > width:
        return pen.text(" · ".join(entries), width, SMALL)
    return pen.placed(lines, px, LEADING * px, width, "regular", "ink", "left")


def listed(rules: tuple[str, ...], pen: Pen, width: float) -> Block:
    dot = pen.disc(Block(0, 0), 0.5 * pen.em, "strong")
    return stacked([entry(dot, 0.32 * pen.em, words, pen, width) for words in rules], 0.42 * pen.em)


def numbered(messages: tuple[str, ...], pen: Pen, width: float) -> Block:
    markers = [pen.digits(str(number), 1.05) for number in range(1, len(messages) + 1)]
    pairs = zip(markers, messages, strict=True)
    return stacked([entry(marker, 0.02 * pen.em, words, pen, width) for marker, words in pairs], 0.42 * pen.em)


def entry(sign: Block, drop: float, words: str, pen: Pen, width: float) -> Block:
    left = 1.5 * pen.em
    text = pen.text(words, width - left, 1, "regular", "ink")
    return Block(width, text.height, (*sign.at(0, drop), *text.at(left, 0)))


def foot(told: Told, pen: Pen, width: float) -> Block:
    """Whose it is, whom to ask, and the campaign's page as a code and in letters."""
    mark = code(told.address, pen, 7.5 * pen.em) if told.address else Block(0, 0)
    room = width - (mark.width + 1.5 * pen.em if mark.width else 0)
    words = [signature(told.names, pen, room)]
    words += [pen.text(f"Hỏi: {told.contact}", room, 1, "bold", "ink")] if told.contact else []
    if told.address:
        words.append(pen.text("Trang của đợt, nơi có bản mới nhất của bộ này:", room, SMALL, "regular", "quiet"))
        words.append(address(pen, told.address, room, SMALL, "ink"))
    text = stacked(words, 0.5 * pen.em)
    rule, space = pen.rule(width), 1.0 * pen.em
    tall = max(text.height, mark.height)
    shapes = [*rule.shapes, *text.at(0, space + (tall - text.height) / 2)]
    shapes += mark.at(width - mark.width, space + (tall - mark.height) / 2)
    return Block(width, space + tall, tuple(shapes))
