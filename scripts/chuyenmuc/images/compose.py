"""Layout + card + format → scene: every text broken, sized and placed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from chuyenmuc.images.blocks import FAR, Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.card import Card
from chuyenmuc.images.color import mixed
from chuyenmuc.images.formats import Format
from chuyenmuc.images.ground import ground
from chuyenmuc.images.layout import TONES, Layout
from chuyenmuc.images.overlay import draft_stamp, photo_label
from chuyenmuc.images.parts import (
    AnyPart,
    CoverPart,
    FillPart,
    FlowPart,
    Painted,
    ShadePart,
    ShapePart,
    StackPart,
    VeilPart,
)
from chuyenmuc.images.pattern import side_of
from chuyenmuc.images.scene import Fill, Geometry, Pattern, Photo, Scene, Shade, Shape, Text, Veil
from chuyenmuc.images.sponsors import Strip, strip
from chuyenmuc.images.typesetter import Typesetter

MARGIN = 0.09  # of the shorter side of the safe area
CALM = (0.3, 0.62)  # white in the tints of a calm cover


class DoesNotFit(ValueError):
    """A text finds no room in a format, not even in the roomy areas at its least size."""

    def __init__(self, form: str, text: str = "") -> None:
        super().__init__(form, text)
        self.text = text


class Effort(NamedTuple):
    """How hard a composition tries to find room.

    `roomy`: with the areas kept for long texts; `comfort`: how near a growing text must come to its comfortable size;
    `ease`: where between least and most the others are set; `whole`: without giving up lesser parts.
    """

    roomy: bool
    comfort: float
    ease: float
    whole: bool


EFFORTS = (
    Effort(roomy=False, comfort=1, ease=1, whole=True),
    Effort(roomy=False, comfort=1, ease=0.3, whole=True),
    Effort(roomy=True, comfort=0.8, ease=0.3, whole=True),
    Effort(roomy=True, comfort=0, ease=0, whole=True),
    Effort(roomy=True, comfort=0, ease=0, whole=False),
)


def compose(layout: Layout, card: Card, form: Format, look: Look) -> Scene:
    """The scene of the first effort that finds room. Raises DoesNotFit."""
    *easier, last = EFFORTS
    for effort in easier:
        try:
            return Composer(layout, card, form, look, effort).scene()
        except DoesNotFit:
            continue
    return Composer(layout, card, form, look, last).scene()


class Composer:
    """Places the parts of a layout with one effort."""

    def __init__(self, layout: Layout, card: Card, form: Format, look: Look, effort: Effort) -> None:
        self.layout, self.card, self.form, self.look, self.effort = layout, card, form, look, effort
        self.typesetter = Typesetter(layout, card, form, look, effort.comfort * layout.comfortable, effort.ease)
        self.tone = TONES[layout.tone]
        self.shape = layout.shape_for(form.named_shape)
        self.unit = form.unit
        bare = form.art or layout.transparent or form.named_shape == "round"
        self.strip: Strip | None = None if bare else strip(card.sponsors, form, look, centred=layout.centred)
        if self.strip and self.strip.left_out:
            raise DoesNotFit(form.name, self.strip.left_out)
        self.frame = self.strip.frame if self.strip else form.frame
        self.safe = self.strip.safe if self.strip else form.safe_area
        photo = layout.photo.get(self.shape, {}) if card.photo else {}
        self.areas = layout.areas[self.shape] | photo
        if effort.roomy and not self.shows_photo():
            self.areas = layout.areas[self.shape] | layout.roomy.get(self.shape, {}) | photo

    def scene(self) -> Scene:
        shapes: list[Shape] = []
        for part in self.layout.parts:
            if self.placed(part):
                shapes += self.part(part)
        shapes = list(split(shapes))
        shapes = [self.shaded(shape, shapes) for shape in shapes]
        taken = [self.strip.box] if self.strip else []
        shapes += photo_label(self.card, self.form, self.look, shapes, taken)
        shapes += self.strip.shapes if self.strip else ()
        shapes += draft_stamp(self.card, self.form, self.look)
        ground = self.color(self.layout.background)
        return Scene(*self.form.size, ground, tuple(shapes), self.layout.transparent)

    def shows_photo(self) -> bool:
        """Whether a photo has its place on the card; that is not taken for texts."""
        return bool(self.card.photo) and any(
            isinstance(part, CoverPart) and not part.drawn and self.placed(part) for part in self.layout.parts
        )

    def placed(self, part: AnyPart) -> bool:
        return bool(self.areas.get(part.area)) and part.wanted(self.card.values, self.shape)

    def color(self, role: str) -> str:
        return self.look.color(role, self.tone)

    def area(self, name: str, whole: Box) -> Box:
        left, top, width, height = (share / 100 for share in self.areas[name] or ())
        return Box(
            whole.x + whole.width * left, whole.y + whole.height * top, whole.width * width, whole.height * height
        )

    def part(self, part: AnyPart) -> Iterable[Shape]:
        if isinstance(part, StackPart):
            box = self.area(part.area, self.safe).inset(*(side * self.unit for side in part.pad))
            return self.stack(part, box) if box.width >= 1 and box.height >= 1 else ()
        box = self.painted(part)
        return (self.paint(part, box),) if box.width >= 1 and box.height >= 1 else ()

    def painted(self, part: Painted) -> Box:
        """A part's area; what reaches the edge of the area that it is measured in may reach beyond by its pad."""
        if part.within == "safe":
            box = self.area(part.area, self.safe)
        else:
            box = self.to_the_edge(self.area(part.area, self.measured), self.measured)
        return box.inset(*(-side * self.unit for side in part.pad)).overlap(self.frame)

    @cached_property
    def measured(self) -> Box:
        """What painted areas are hundredths of: the frame, or less of it where margins are wide, uneven or a strip's.

        So they keep to the texts, whose areas are hundredths of the safe area. A round image is cut where its frame is.
        """
        most = FAR if self.shape == "round" else MARGIN * min(self.safe.width, self.safe.height)
        whole, safe = self.form.frame, self.form.safe_area
        across = min(most, safe.x, whole.right - safe.right)
        down = min(most, safe.y, whole.bottom - safe.bottom)
        return self.safe.inset(-down, -across, -down, -across).overlap(self.frame)

    def to_the_edge(self, box: Box, whole: Box) -> Box:
        """What reaches the edge of the area that it is measured in goes on to the edge of the frame."""
        x, y = (0 if box.x < whole.x + 1 else box.x), (0 if box.y < whole.y + 1 else box.y)
        right = self.frame.right if box.right > whole.right - 1 else box.right
        bottom = self.frame.bottom if box.bottom > whole.bottom - 1 else box.bottom
        return Box(x, y, right - x, bottom - y)

    def paint(self, part: AnyPart, box: Box) -> Shape:
        match part:
            case FillPart():
                to = self.color(part.to) if part.to else ""
                return Fill(box, self.color(part.color), self.rounded(part.radius), to, part.toward)
            case ShapePart():
                box = middle(box) if part.form in {"circle", "ring", "chord"} else box
                return Geometry(box, part.form, self.color(part.color))
            case VeilPart():
                return Veil(box, self.color(part.color), *part.strength)
            case ShadePart():
                return Shade(box, self.color(part.color), part.side)
            case CoverPart():
                return self.cover(part, box)
        raise TypeError(type(part))

    def rounded(self, radius: float) -> float:
        return radius * self.unit * self.look.corner

    def cover(self, part: CoverPart, box: Box) -> Shape:
        radius = self.rounded(part.radius)
        if part.round:
            box = middle(box)
            radius = box.width / 2
        if self.card.photo and not part.drawn:
            two = (self.color(part.duotone[0]), self.color(part.duotone[1])) if part.duotone else None
            return Photo(box, self.card.photo, self.card.focus, radius, two)
        palette = self.look.palette
        colors = (palette.deep, palette.main, palette.light, palette.soft, palette.spark)
        if part.calm:
            tints = [mixed(palette.main, self.look.colors["paper"], share) for share in CALM]
            colors = (palette.deep, palette.main, tints[0], tints[1], tints[0])
        return Pattern(box, self.card.key, self.card.topic, colors, radius)

    def shaded(self, shape: Shape, shapes: list[Shape]) -> Shape:
        """A shade learns which texts are read against it: those that no panel of their own carries."""
        if not isinstance(shape, Shade):
            return shape
        texts = [text for text in shapes if isinstance(text, Text) and ground(text, shapes) is shape]
        return replace(shape, texts=tuple((text.box, text.color) for text in texts))

    def stack(self, stack: StackPart, area: Box) -> Iterable[Shape]:
        box = self.unhidden(area)
        gap = stack.gap * self.unit
        wanted = [part for part in stack.parts if part.wanted(self.card.values, self.shape)]
        blocks = self.blocks(wanted, box, gap)
        used = sum(block.height for block in blocks) + gap * (len(blocks) - 1)
        left_over = box.height - used
        if left_over < -0.5 or any(block.width > box.width + 0.5 for block in blocks):
            raise DoesNotFit(self.form.name)
        y = box.y + {"top": 0.0, "center": left_over / 2, "bottom": left_over}[stack.align]
        for block in blocks:
            yield from block.at(box.x, y)
            y += block.height + gap

    def unhidden(self, box: Box) -> Box:
        """The larger part of a box that the platform's own sign (`avoid`) leaves free: above it or left of it."""
        if not self.form.avoid or not box.meets(Box(*self.form.avoid)):
            return box
        left, top = self.form.avoid[:2]
        above = Box(box.x, box.y, box.width, max(0.0, top - box.y))
        beside = Box(box.x, box.y, max(0.0, left - box.x), box.height)
        return max(above, beside, key=lambda part: part.width * part.height)

    def blocks(self, parts: list[FlowPart], box: Box, gap: float) -> list[Block]:
        """The parts that fit, measured: first those of fixed size, then those that grow, then the optional."""
        measured: dict[int, Block] = {}

        def room() -> float:
            return box.height - sum(block.height + gap for block in measured.values() if block.shapes)

        def order(part: FlowPart) -> int:
            if part.optional or (part.lesser and not self.effort.whole):
                return 2
            return 1 if part.grow else 0

        for index, part in sorted(enumerate(parts), key=lambda pair: order(pair[1])):
            block = self.typesetter.block(part, box.width, room() if order(part) else FAR)
            if block and block.height <= room() + 0.5 and block.width <= box.width + 0.5:
                measured[index] = block
            elif order(part) < 2:
                raise DoesNotFit(self.form.name, self.typesetter.said(part))
        return [measured[index] for index in sorted(measured) if measured[index].shapes]


def split(shapes: list[Shape]) -> Iterable[Shape]:
    """A drawn cover that a panel hides from top to bottom becomes two, each of whole patches up to the panel."""
    for index, shape in enumerate(shapes):
        panel = panel_over(shape, shapes[index + 1 :]) if isinstance(shape, Pattern) else None
        if not panel or not isinstance(shape, Pattern):
            yield shape
            continue
        tile = side_of(shape.box.width, shape.box.height)
        for number, box in enumerate(beside(shape.box, panel)):
            yield replace(shape, box=box, seed=f"{shape.seed}#{number}" if number else shape.seed, tile=tile)


def panel_over(cover: Pattern, above: Sequence[Shape]) -> Box | None:
    """The widest plain panel that hides a cover's middle, or one side of it, from top to bottom."""
    whole = cover.box
    panels = [shape.box for shape in above if isinstance(shape, Fill) and not shape.radius and not cover.radius]
    tall = [box for box in panels if box.y <= whole.y + 1 and box.bottom >= whole.bottom - 1]
    parting = [box for box in tall if box.meets(whole) and len(beside(whole, box)) > 0]
    return max(parting, key=lambda box: box.width, default=None)


def beside(whole: Box, panel: Box) -> list[Box]:
    """What is seen of a cover left and right of a panel, on whole pixels."""
    left, right = round(panel.x), round(panel.right)
    parts = [
        Box(whole.x, whole.y, left - whole.x, whole.height),
        Box(right, whole.y, whole.right - right, whole.height),
    ]
    return [part for part in parts if part.width > 1]


def middle(box: Box) -> Box:
    """The largest square in the middle of a box."""
    side = min(box.width, box.height)
    return Box(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side)
