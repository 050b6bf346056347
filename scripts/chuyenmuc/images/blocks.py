"""Parts of a stack, measured: each becomes a block of shapes placed from (0, 0)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.card import Card
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import BarPart, BrandPart, ChipPart, FiguresPart, FlowPart, TextPart, template
from chuyenmuc.images.scene import Fill, Picture, Shape, Text
from chuyenmuc.images.text import Fitted, Room, fit, settings, typeface

FAR = 1e9
AGENCY = ("agency", "short_name")  # the first that fits
WIDEST_VALUE = 0.5  # of the width of rows of figures
SQUEEZED = 0.65  # of the least size


@dataclass(frozen=True)
class Block:
    """A part measured: its size in pixels and its shapes, placed from (0, 0)."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


class Typesetter:
    """Sets the parts of one card in one format. A growing text is set no smaller than `comfortable` units."""

    def __init__(self, card: Card, form: Format, look: Look, comfortable: float) -> None:
        self.card, self.form, self.look = card, form, look
        self.unit = form.unit
        self.comfortable = comfortable

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

    def said(self, part: FlowPart) -> str:
        if isinstance(part, FiguresPart):
            return "figures"
        return self.rendered(part.text) if isinstance(part, TextPart | ChipPart) else self.card.values["agency"]

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
        found = self.fitted(text, part.font, room) or (None if part.grow else self.squeezed(text, part, width, height))
        return self.lines(found, part.font, part.color, width if part.align == "center" else 0) if found else None

    def squeezed(self, text: str, part: TextPart, width: float, height: float) -> Fitted | None:
        """A lesser text may shrink below the least size rather than keep the whole image from being made."""
        least = SQUEEZED * max(part.size[0] * self.unit, float(self.form.min_text))
        room = Room(width, height, least, part.size[1] * self.unit, part.leading, part.lines + 1)
        return fit(settings(text, self.look.fonts[part.font], self.look.names), room)

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
            scale = min(1.0, (width - 2 * pad) / max(1.0, typeface(self.look.fonts[part.font]).width(text) * size))
            if scale < SQUEEZED and source == part.text:
                continue  # the name of a section may be left out; what must be said stands in the second pill
            label, length = self.label(text, part.font, size * scale, color)
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
        room = Room(width - mark - 0.8 * size, 2.6 * size, SQUEEZED * size, size, 1.18, 3)
        options = (settings(self.card.values[name], self.look.fonts["bold"], self.look.names) for name in AGENCY)
        found = next((fitted for option in options if option and (fitted := fit(option, room))), None)
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
        for floor in (float(self.form.min_text), SQUEEZED * self.form.min_text):
            least = max(part.size[0] * self.unit * floor / self.form.min_text, floor)
            for count in range(min(part.most, len(rows)), 0, -1):
                size = max(part.size[1] * self.unit, least)
                while size >= least:
                    block = Rows(self, part, size, floor, width).block(rows[:count], len(rows) - count)
                    if block and block.height <= height:
                        return block
                    size -= max(1.0, 0.04 * size)
        return None


@dataclass(frozen=True)
class Rows:
    """Figures and their meanings at one size: values in a column, labels in another, no text below `floor`.

    Values as long as words leave no column for labels: then each label stands below its value.
    """

    setter: Typesetter
    part: FiguresPart
    size: float
    floor: float
    width: float

    def block(self, rows: list[dict[str, str]], left_out: int) -> Block | None:
        face = typeface(self.setter.look.fonts["headline"])
        column = max((face.width(row["value"]) for row in rows), default=0) * self.size * 1.7 + self.size
        below = column > WIDEST_VALUE * self.width
        column = 0.0 if below else column
        y, shapes = 0.0, list[Shape]()
        for row in rows:
            label = self.label(row["label"], column, 1, 4, self.part.label_color)
            value, length = self.setter.label(row["value"], "headline", self.size * 1.7, self.part.color)
            if not label or length > self.width:
                return None
            height = max(value.box.height, label.height)
            lower = value.box.height + 0.5 * self.size if below else (height - label.height) / 2
            shapes.append(moved(value, 0, y + (0 if below else (height - value.box.height) / 2) - value.box.y))
            shapes += [moved(shape, column, y + lower) for shape in label.shapes]
            y += (lower + label.height if below else height) + 1.1 * self.size
        if left_out:
            more = self.label(f"và {left_out} mục nữa trong bài", column, 0.75, 2, "muted")
            if not more:
                return None
            shapes += [moved(shape, column, y) for shape in more.shapes]
            y += more.height + 1.1 * self.size
        return Block(self.width, max(0.0, y - 1.1 * self.size), tuple(shapes))

    def label(self, text: str, column: float, share: float, lines: int, color: str) -> Block | None:
        """A text beside the column of values, at most `share` of the rows' size."""
        most = max(share * self.size, self.floor)
        room = Room(self.width - column, FAR, max(0.75 * most, self.floor) - 0.25, most, 1.25, lines)
        options = settings(text, self.setter.look.fonts["semibold"], self.setter.look.names)
        found = fit(options, room) if room.width > 0 else None
        return self.setter.lines(found, "semibold", color) if found else None


def moved(shape: Any, dx: float, dy: float) -> Any:
    box = Box(shape.box.x + dx, shape.box.y + dy, shape.box.width, shape.box.height)
    if isinstance(shape, Text):
        return replace(shape, x=shape.x + dx, y=shape.y + dy, box=box)
    return replace(shape, box=box)
