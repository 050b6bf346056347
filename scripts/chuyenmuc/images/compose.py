"""Layout + card + format → scene: every text broken, sized and placed."""

from __future__ import annotations

from collections.abc import Iterable

from chuyenmuc.images.blocks import FAR, Block, Typesetter, moved
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.card import Card
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import AnyPart, Area, CoverPart, FillPart, FlowPart, Layout, StackPart, VeilPart
from chuyenmuc.images.scene import Fill, Pattern, Photo, Scene, Shape, Veil


class DoesNotFit(ValueError):
    """A text finds no room in a format, not even in the roomy areas at its least size."""

    def __init__(self, form: str, text: str = "") -> None:
        super().__init__(form, text)
        self.text = text


def compose(layout: Layout, card: Card, form: Format, look: Look) -> Scene:
    """Raises DoesNotFit."""
    roomy = layout.roomy.get(layout.shape_for(form.named_shape))
    if not roomy:
        return Composer(layout, card, form, look).scene()
    try:
        return Composer(layout, card, form, look, comfortable=layout.comfortable).scene()
    except DoesNotFit:
        return Composer(layout, card, form, look, areas=roomy).scene()


class Composer:
    """Places the parts of a layout; `areas` replace the layout's own of the same name."""

    def __init__(
        self,
        layout: Layout,
        card: Card,
        form: Format,
        look: Look,
        *,
        comfortable: float = 0,
        areas: dict[str, Area] | None = None,
    ) -> None:
        self.layout, self.card, self.form, self.look = layout, card, form, look
        self.typesetter = Typesetter(card, form, look, comfortable)
        self.shape = layout.shape_for(form.named_shape)
        self.unit = form.unit
        photo = layout.photo.get(self.shape, {}) if card.photo else {}
        self.areas = layout.areas[self.shape] | photo | (areas or {})

    def scene(self) -> Scene:
        shapes: list[Shape] = []
        for part in self.layout.parts:
            if part.wanted(self.card.values, self.shape):
                shapes += self.part(part)
        return Scene(*self.form.size, self.look.color(self.layout.background), tuple(shapes))

    def area(self, name: str, whole: Box) -> Box:
        left, top, width, height = (share / 100 for share in self.areas[name])
        return Box(
            whole.x + whole.width * left, whole.y + whole.height * top, whole.width * width, whole.height * height
        )

    def part(self, part: AnyPart) -> Iterable[Shape]:
        box = self.area(part.area, self.form.safe_area if isinstance(part, StackPart) else self.form.frame)
        if box.width < 1 or box.height < 1:
            return ()
        match part:
            case FillPart():
                return (Fill(box, self.look.color(part.color), part.radius * self.unit),)
            case VeilPart():
                return (Veil(box, self.look.color(part.color), *part.strength),)
            case CoverPart():
                return (self.cover(box),)
            case StackPart():
                return self.stack(part, box)

    def cover(self, box: Box) -> Shape:
        if self.card.photo:
            return Photo(box, self.card.photo, self.card.focus)
        palette = self.look.palette
        colors = (palette.deep, palette.main, palette.light, palette.soft, palette.spark)
        return Pattern(box, self.card.key, self.card.topic, colors)

    def stack(self, stack: StackPart, area: Box) -> Iterable[Shape]:
        box = self.unhidden(area.inset(*(side * self.unit for side in stack.pad)))
        gap = stack.gap * self.unit
        wanted = [part for part in stack.parts if part.wanted(self.card.values, self.shape)]
        blocks = self.blocks(wanted, box, gap)
        used = sum(block.height for block in blocks) + gap * (len(blocks) - 1)
        left_over = box.height - used
        if left_over < -0.5 or any(block.width > box.width + 0.5 for block in blocks):
            raise DoesNotFit(self.form.name)
        y = box.y + {"top": 0.0, "center": left_over / 2, "bottom": left_over}[stack.align]
        for block in blocks:
            yield from (moved(shape, box.x, y) for shape in block.shapes)
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
            return box.height - sum(block.height + gap for block in measured.values())

        def order(part: FlowPart) -> int:
            return 2 if part.optional else 1 if part.grow else 0

        for index, part in sorted(enumerate(parts), key=lambda pair: order(pair[1])):
            block = self.typesetter.block(part, box.width, room() if order(part) else FAR)
            if block and block.height <= room() + 0.5:
                measured[index] = block
            elif not part.optional:
                raise DoesNotFit(self.form.name, self.typesetter.said(part))
        return [measured[index] for index in sorted(measured) if measured[index].shapes]
