"""Layout + card + format → scene: every text broken, sized and placed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Brand, Palette
from chuyenmuc.images.card import Card
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import (
    AnyPart,
    BarPart,
    BrandPart,
    ChipPart,
    CoverPart,
    FiguresPart,
    FillPart,
    FlowPart,
    Layout,
    StackPart,
    TextPart,
    VeilPart,
    template,
)
from chuyenmuc.images.scene import Fill, Pattern, Photo, Picture, Scene, Shape, Text, Veil
from chuyenmuc.images.text import Fitted, Room, fit, settings, typeface

FAR = 1e9


class DoesNotFit(ValueError):
    """A text finds no room in a format, not even in the roomy areas at its least size."""


@dataclass(frozen=True)
class Look:
    """The brand as a composer uses it: colours of one palette and fonts by role, as paths."""

    colors: dict[str, str]
    palette: Palette
    fonts: dict[str, str]
    emblem: str
    names: tuple[str, ...]

    def color(self, role: str) -> str:
        return role if role.startswith("#") else self.colors[role]


def look(brand: Brand, fonts: dict[str, str], emblem: str, names: Iterable[str], palette: str) -> Look:
    chosen = brand.palette(palette)
    return Look(brand.colors | dict(chosen.roles()), chosen, fonts, emblem, tuple(names))


@dataclass(frozen=True)
class Block:
    """A part measured: its size in pixels and its shapes, placed from (0, 0)."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def compose(layout: Layout, card: Card, form: Format, look: Look) -> Scene:
    """Raises DoesNotFit."""
    composer = Composer(layout, card, form, look)
    roomy = layout.roomy.get(composer.shape)
    if not roomy:
        return composer.scene({}, 0)
    try:
        return composer.scene({}, layout.comfortable)
    except DoesNotFit:
        return composer.scene(roomy, 0)


class Composer:
    def __init__(self, layout: Layout, card: Card, form: Format, look: Look) -> None:
        self.layout, self.card, self.form, self.look = layout, card, form, look
        self.shape = layout.shape_for(form.named_shape)
        self.unit = form.unit
        self.comfortable = 0.0
        self.areas: dict[str, Any] = {}

    def scene(self, areas: dict[str, Any], comfortable: float) -> Scene:
        self.comfortable = comfortable
        self.areas = self.layout.areas[self.shape] | self.photo_areas() | areas
        shapes: list[Shape] = []
        for part in self.layout.parts:
            if part.wanted(self.card.values, self.shape):
                shapes += self.part(part)
        return Scene(*self.form.size, self.look.color(self.layout.background), tuple(shapes))

    def photo_areas(self) -> dict[str, Any]:
        return self.layout.photo.get(self.shape, {}) if self.card.photo else {}

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

    # Stacks -----------------------------------------------------------------------------------------------------

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
            block = self.block(part, box.width, room() if order(part) else FAR)
            if block and block.height <= room() + 0.5:
                measured[index] = block
            elif not part.optional:
                raise DoesNotFit(self.form.name)
        return [measured[index] for index in sorted(measured) if measured[index].shapes]

    def block(self, part: FlowPart, width: float, height: float) -> Block | None:
        match part:
            case TextPart():
                return self.text(part, width, height)
            case ChipPart():
                return self.chip(part, width)
            case BarPart():
                box = Box(0, 0, part.width * self.unit, part.height * self.unit)
                return Block(box.width, box.height, (Fill(box, self.look.color(part.color)),))
            case BrandPart():
                return self.brand(part, width)
            case FiguresPart():
                return self.figures(part, width, height)

    # Text -------------------------------------------------------------------------------------------------------

    def rendered(self, text: str) -> str:
        return str(template(text).render(self.card.values)).strip()

    def fitted(self, text: str, font: str, room: Room) -> Fitted | None:
        least = max(room.least, self.form.min_text)
        room = replace(room, least=least, most=max(room.most, least))
        return fit(settings(text, self.look.fonts[font], self.look.names), room)

    def text(self, part: TextPart, width: float, height: float) -> Block | None:
        text = self.rendered(part.text)
        if not text:
            return Block(0, 0, ())
        text = text.upper() if part.upper else text
        least = max(part.size[0], self.comfortable) if part.grow else part.size[0]
        room = Room(width, height, least * self.unit, part.size[1] * self.unit, part.leading, part.lines)
        found = self.fitted(text, part.font, room)
        return self.lines(found, part.font, part.color, width if part.align == "center" else 0) if found else None

    def lines(self, found: Fitted, font: str, color: str, centered: float = 0) -> Block:
        setting, size = found.setting, found.size
        step = setting.leading(found.leading) * size
        shapes = []
        for i, (line, width) in enumerate(zip(setting.lines, setting.widths, strict=True)):
            x = (centered - width * size) / 2 if centered else 0.0
            y = setting.above[0] * size + i * step
            ink = Box(x, y - setting.above[i] * size, width * size, (setting.above[i] + setting.below[i]) * size)
            shapes.append(Text(line, x, y, self.look.fonts[font], size, self.look.color(color), ink))
        return Block(setting.width * size, found.height, tuple(shapes))

    def label(self, text: str, font: str, size: float, color: str) -> tuple[Text, float]:
        """A short text on one line, its baseline at 0, and its width."""
        face = typeface(self.look.fonts[font])
        width, (above, below) = face.width(text) * size, face.heights(text)
        ink = Box(0, -above * size, width, (above + below) * size)
        return Text(text, 0, 0, face.path, size, self.look.color(color), ink), width

    def small(self, size: float) -> float:
        return max(size * self.unit, float(self.form.min_text))

    # Composite parts --------------------------------------------------------------------------------------------

    def chip(self, part: ChipPart, width: float) -> Block | None:
        """One or two pills side by side; the second goes below where it finds no room."""
        size = self.small(part.size)
        pad, height, gap = 0.85 * size, 2.1 * size, 0.5 * size
        shapes: list[Shape] = []
        x = y = widest = 0.0
        labels = ((part.text, part.color, part.fill), (part.second, part.second_color, part.second_fill))
        for source, color, fill in labels:
            text = self.rendered(source)
            if not text:
                continue
            label, length = self.label(text, part.font, size, color)
            if x and x + length + 2 * pad > width:
                x, y = 0.0, y + height + gap
            shapes.append(Fill(Box(x, y, length + 2 * pad, height), self.look.color(fill), height / 2))
            shapes.append(moved(label, x + pad, y + height / 2 + 0.36 * size))
            x += length + 2 * pad + gap
            widest = max(widest, x - gap)
        return Block(widest, y + height, tuple(shapes)) if shapes else Block(0, 0, ())

    def brand(self, part: BrandPart, width: float) -> Block | None:
        size = self.small(part.size)
        mark = 2.3 * size
        room = Room(width - mark - 0.8 * size, 2.6 * size, 0.7 * size, size, 1.18, 2)
        found = self.fitted(self.card.values["agency"], "bold", room)
        if not found:
            return None
        lines = self.lines(found, "bold", part.color)
        height = max(mark, lines.height)
        text = (moved(shape, mark + 0.8 * size, (height - lines.height) / 2) for shape in lines.shapes)
        emblem = self.mark(Box(0, (height - mark) / 2, mark, mark), part.mark)
        return Block(mark + 0.8 * size + lines.width, height, (*emblem, *text))

    def mark(self, box: Box, color: str) -> Iterable[Shape]:
        """The emblem; without one, a plain sign that is nobody's: three tiles and a spark."""
        if self.look.emblem:
            return (Picture(box, self.look.emblem),)
        half = box.width * 0.46
        far = box.width - half
        places = ((0, 0, color), (far, 0, color), (0, far, color), (far, far, "spark"))
        return [
            Fill(Box(box.x + x, box.y + y, half, half), self.look.color(c), half / 2 if c == "spark" else half * 0.16)
            for x, y, c in places
        ]

    def figures(self, part: FiguresPart, width: float, height: float) -> Block | None:
        """As many rows as fit, at the largest size at which they do: the cover is a taste of the whole."""
        rows = self.card.values.get("figures", [])
        least, most = self.small(part.size[0]), max(part.size[1] * self.unit, self.small(part.size[0]))
        for count in range(min(part.most, len(rows)), 0, -1):
            size = most
            while size >= least:
                block = self.rows(part, rows[:count], size, width, len(rows) - count)
                if block and block.height <= height:
                    return block
                size -= max(1.0, 0.04 * size)
        return None

    def rows(
        self, part: FiguresPart, rows: list[dict[str, str]], size: float, width: float, left_out: int
    ) -> Block | None:
        face = typeface(self.look.fonts["headline"])
        column = max((face.width(row["value"]) for row in rows), default=0) * size * 1.7 + size
        y, shapes = 0.0, list[Shape]()
        for row in rows:
            value, _ = self.label(row["value"], "headline", size * 1.7, part.color)
            label = self.fitted(row["label"], "semibold", Room(width - column, FAR, size * 0.75, size, 1.25, 3))
            if not label:
                return None
            lines = self.lines(label, "semibold", part.label_color)
            height = max(value.box.height, lines.height)
            shapes.append(moved(value, 0, y + (height - value.box.height) / 2 - value.box.y))
            shapes += [moved(shape, column, y + (height - lines.height) / 2) for shape in lines.shapes]
            y += height + 1.1 * size
        if left_out:
            room = Room(width - column, FAR, size * 0.75, size * 0.75, 1.25, 2)
            more = self.fitted(f"và {left_out} mục nữa trong bài", "semibold", room)
            if not more:
                return None
            lines = self.lines(more, "semibold", "muted")
            shapes += [moved(shape, column, y) for shape in lines.shapes]
            y += lines.height + 1.1 * size
        return Block(width, max(0.0, y - 1.1 * size), tuple(shapes))


def moved(shape: Any, dx: float, dy: float) -> Any:
    box = Box(shape.box.x + dx, shape.box.y + dy, shape.box.width, shape.box.height)
    if isinstance(shape, Text):
        return replace(shape, x=shape.x + dx, y=shape.y + dy, box=box)
    return replace(shape, box=box)
