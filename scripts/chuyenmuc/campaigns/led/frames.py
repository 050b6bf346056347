"""A board's frames: the official sign, the theme, then each message, drawn dot by dot on the very grid of the board."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from PIL import Image, ImageDraw

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.commission import Means
from chuyenmuc.campaigns.led.dots import Hand
from chuyenmuc.campaigns.led.paging import together
from chuyenmuc.campaigns.led.setter import (
    CLOSE_LEADING,
    EASY_CAPITAL,
    EASY_SHARE,
    LARGEST,
    LEADING,
    LEAST_CAPITAL,
    Area,
    Lettered,
    least_size,
    whole,
)
from chuyenmuc.campaigns.work import Made, Work
from chuyenmuc.images.blocks import plated
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.color import mixed
from chuyenmuc.images.overlay import DRAFT
from chuyenmuc.images.paint import paint, put
from chuyenmuc.images.scene import Fill, Geometry, Picture, Scene, Shape, Stamp
from chuyenmuc.images.slogans import answer
from chuyenmuc.typesetting.pen import TooTight

BLACK = "#000000"
NIGHT, DUSK = 0.4, 0.5  # of black in the ground: a bright board dazzles at night, and each lit dot draws power
CALM = 0.78  # of the ground in the colour of what only decorates it
FOOT_WIDTH, FOOT_HEIGHT = 256, 128  # dots: smaller boards say nothing but the message
FOOT_CAPITAL, BADGE_CAPITAL = 0.048, 0.075  # of a board's height
MARGIN, LOW_EDGE, LOW_SIDE = 0.065, 0.04, 0.012  # of the shorter side; of a low board's height, and of its width
LEAST_EDGE = 2  # dots
BAR_GAP = 0.04  # of a small board's shorter side: between the bar and the words
LINE = 9  # of the size of the largest letters: the width of a board, so that a line holds some words
STAMPED = 200  # dots: a narrower stamp cannot be read askew
SAMPLE = "Nội dung mẫu"
SIGN, THEME = -1, 0  # the numbers of what comes before the messages
SIGN_HEIGHT, SIGN_WIDTH = 0.8, 0.86  # of the board, for the official sign on its plate
PLATE = 0.08  # of the shorter side: the plate's edge around it
LEAST_SIGN = 48  # dots: a lower board shows a smudge


@dataclass(frozen=True, slots=True)
class Words:
    """A line on the board: its start and its baseline in dots; `font` and `color` are roles."""

    text: str
    x: int
    baseline: int
    font: str
    size: int
    color: str


@dataclass(frozen=True)
class Page:
    """One frame: what lies below, the words upon it, and what a viewer has to read."""

    ground: Scene
    words: tuple[Words, ...]
    read: str
    draft: bool

    @property
    def size(self) -> tuple[int, int]:
        return self.ground.width, self.ground.height

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(shape.path for shape in self.ground.shapes if isinstance(shape, Picture))


@dataclass(frozen=True)
class Frame(Work):
    page: Page
    means: Means

    def made(self) -> tuple[Made, ...]:
        file = io.BytesIO()
        drawn(self.page, self.means).save(file, "PNG")  # every shade as it is: on a coarse board each dot is seen
        return (Made(file.getvalue(), ".png", self.page.size),)

    def tried(self) -> None:
        """Its words have been set before it was ordered."""

    @property
    def files(self) -> tuple[str, ...]:
        return self.page.files


@dataclass(frozen=True)
class Saying:
    """What a board says at one time: its frames; `number` is the message's, or SIGN or THEME."""

    number: int
    text: str
    pages: tuple[Page, ...]


# Drawing ------------------------------------------------------------------------------------------------------------


def drawn(page: Page, means: Means) -> Image.Image:
    image, look = grounded(page.ground).copy(), means.look
    for words in page.words:
        hand = Hand(look.fonts[words.font], words.size)
        hand.write(image, words.text, words.x, words.baseline, look.color(words.color))
    if page.draft:
        mark(image, look)
    return image


@lru_cache(maxsize=4)
def grounded(ground: Scene) -> Image.Image:
    return paint(ground)


def mark(image: Image.Image, look: Look) -> None:
    """The stamp of a draft; on a low board a plate at its end, as askew letters would be unreadable there."""
    width, height = image.size
    wide = min(0.62 * width, 2.6 * height)
    if wide >= STAMPED:
        box = Box((width - wide) / 2, (height - 0.3 * wide) / 2, wide, 0.3 * wide)
        put(Stamp(box, DRAFT, look.fonts["headline"], look.color("accent"), look.color("paper")), image)
        return
    hand = Hand(look.fonts["bold"], least_size(look.fonts["bold"], LEAST_CAPITAL))
    above, below = hand.heights(DRAFT)
    left, top = max(0, width - hand.width(DRAFT) - 7), max(0, (height - above - below - 4) // 2)
    ImageDraw.Draw(image).rectangle((left, top, width, top + above + below + 3), look.color("accent"))
    hand.write(image, DRAFT, left + 3, top + 2 + above, look.color("paper"))


# Layout -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stage:
    """A board's grid; `signed`: with the agency's name and the badge at its foot."""

    width: int
    height: int
    look: Look
    brief: Brief
    signed: bool = False

    @property
    def least(self) -> int:
        return min(self.width, self.height)

    @property
    def low(self) -> bool:
        return self.height < FOOT_HEIGHT

    @property
    def margin(self) -> int:
        return max(3, round(MARGIN * self.least), round(LOW_SIDE * self.width))

    @property
    def edge(self) -> int:
        """Above and below."""
        return max(LEAST_EDGE, round(LOW_EDGE * self.height)) if self.low else self.margin

    @property
    def bar(self) -> int:
        """The thickness of the bar beside a message."""
        thick = round(0.02 * self.least)
        return max(3, thick) if self.signed else min(max(2, thick), 4)

    @property
    def bar_at(self) -> int:
        """On a small board in the margin: every dot of its width is needed."""
        return self.margin if self.signed else max(1, self.margin // 3)

    @property
    def inset(self) -> int:
        """From the board's left side to its text."""
        gap = 0 if self.signed else round(BAR_GAP * self.least)
        return self.bar_at + self.bar + max(3, self.bar + self.bar // 2, gap)

    @cached_property
    def foot(self) -> int:
        """The height of what stands below the message, with the gap above it."""
        return round(2.1 * self.capital(FOOT_CAPITAL)) + self.margin // 2 if self.signed else 0

    def capital(self, share: float) -> int:
        return max(LEAST_CAPITAL, round(share * self.height))

    @cached_property
    def area(self) -> Area:
        right = self.margin if self.signed else max(2, self.margin // 2)
        width, height = self.width - self.inset - right, self.height - 2 * self.edge - self.foot
        easy = max(EASY_CAPITAL, round(EASY_SHARE * self.least))
        most = height if self.low else min(round(LARGEST * self.least), self.width // LINE)
        return Area(width, height, easy, most, CLOSE_LEADING if self.low else LEADING)

    def ground(self, opening: bool, shapes: tuple[Shape, ...] = ()) -> Scene:
        """The theme opens the loop on a ground of its own."""
        palette = self.look.palette
        color = mixed(palette.main if opening else palette.deep, BLACK, DUSK if opening else NIGHT)
        return Scene(self.width, self.height, color, (*self.decor(mixed(palette.main, color, CALM)), *shapes))

    def decor(self, color: str) -> Iterator[Shape]:
        """A disc that rises from the lower right corner, calm enough to be read upon."""
        if self.signed:
            side = round(1.1 * self.least)
            box = Box(self.width - round(0.62 * side), self.height - round(0.55 * side), side, side)
            yield Geometry(box, "circle", color)

    @property
    def sign(self) -> Page:
        """The official sign alone, whole, on a light plate."""
        edge = round(PLATE * self.least)
        paper = self.look.color("paper")
        plate = plated(self.brief.official, SIGN_WIDTH * self.width, SIGN_HEIGHT * self.height, edge, paper, edge / 2)
        shapes = plate.at(round((self.width - plate.width) / 2), round((self.height - plate.height) / 2))
        return Page(replace(self.ground(opening=True), shapes=shapes), (), "", self.brief.draft)

    # Words ----------------------------------------------------------------------------------------------------------

    def pages(self, made: Sequence[Lettered], opening: bool) -> Iterator[Page]:
        """A message's frames; what answers its first dash, and the whole theme, in the colour of the bar."""
        first = 0 if opening else answer([line for each in made for line in each.lines])
        for each in made:
            yield self.page(each, opening, first)
            first = max(0, first - len(each.lines))

    def page(self, made: Lettered, opening: bool, answered: int) -> Page:
        """Lines beside a bar at the left, in the middle of the height; from `answered` on in the bar's colour."""
        hand, area = Hand(self.look.fonts[made.font], made.size), self.area
        above, below = hand.heights(made.lines[0])[0], hand.heights(made.lines[-1])[1]
        block = above + (len(made.lines) - 1) * made.leading + below
        top = self.edge + (area.height - block) // 2
        colors = ["paper" if row < answered else "spark" for row in range(len(made.lines))]
        words = tuple(
            Words(line, self.inset, top + above + row * made.leading, made.font, made.size, color)
            for row, (line, color) in enumerate(zip(made.lines, colors, strict=True))
        )
        bar = Fill(Box(self.bar_at, top, self.bar, block), self.look.palette.spark)
        return Page(self.ground(opening, (bar,)), (*words, *self.signature), made.text, self.brief.draft)

    @cached_property
    def signature(self) -> tuple[Words, ...]:
        """The agency's name at the lower left, the badge at the lower right."""
        if not self.signed:
            return ()
        baseline = self.height - self.margin
        badge = self.badge(baseline)
        room = self.width - 2 * self.margin - sum(self.measure(words) + self.margin for words in badge)
        size = least_size(self.look.fonts["semibold"], self.capital(FOOT_CAPITAL))
        hand = Hand(self.look.fonts["semibold"], size)
        names = [self.brief.agency, self.brief.short_name]
        if self.brief.sample:
            names = [*(f"{name} · {SAMPLE}" for name in names), SAMPLE]
        name = next((name for name in names if name and hand.width(name) <= room), "")
        signed = (Words(name, self.margin, baseline, "semibold", size, "soft"),) if name else ()
        return (*signed, *badge)

    def badge(self, baseline: int) -> tuple[Words, ...]:
        if not self.brief.badge:
            return ()
        size = least_size(self.look.fonts["headline"], self.capital(BADGE_CAPITAL))
        words = Words(self.brief.badge, 0, baseline, "headline", size, "spark")
        return (replace(words, x=self.width - self.margin - self.measure(words)),)

    def measure(self, words: Words) -> int:
        return Hand(self.look.fonts[words.font], words.size).width(words.text)


def sayings(brief: Brief, numbers: tuple[int, ...], width: int, height: int, look: Look) -> list[Saying]:
    """All that a board says, in order. Raises TooTight with the text that finds no room."""
    chosen = [(number, text) for number, text in enumerate(brief.messages, 1) if not numbers or number in numbers]
    texts = [(THEME, brief.theme), *chosen] if brief.theme and chosen else chosen
    stage = staged(Stage(width, height, look, brief), [text for _, text in texts])
    said = [Saying(SIGN, brief.title, (stage.sign,))] if chosen and shows_sign(stage) else []
    found = together([text for _, text in texts], stage.area, look)
    for (number, text), made in zip(texts, found, strict=True):
        if made is None:
            raise TooTight(text)
        said.append(Saying(number, text, tuple(stage.pages(made, number == THEME))))
    return said


def shows_sign(stage: Stage) -> bool:
    return bool(stage.brief.official) and stage.least >= LEAST_SIGN


def staged(bare: Stage, texts: list[str]) -> Stage:
    """With signs at the foot where every message still is read with ease, in one frame."""
    if bare.width < FOOT_WIDTH or bare.height < FOOT_HEIGHT:
        return bare
    signed = replace(bare, signed=True)
    fits = all(whole(text, signed.area, bare.look, signed.area.easy) for text in texts)
    return signed if fits else bare
