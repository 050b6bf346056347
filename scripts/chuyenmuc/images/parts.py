"""The parts that a layout is made of, as typed models. Measures are in units unless told otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from chuyenmuc.images.expressions import Condition, Template, expression, names
from chuyenmuc.images.formats import ShapeName
from chuyenmuc.images.icons import exists, unknown
from chuyenmuc.images.scene import Form, Side

Size = Annotated[float, Field(gt=0, le=60)]
Strength = Annotated[float, Field(ge=0, le=1)]
Pad = tuple[float, float, float, float]
COLOR_FIELDS = (
    *("color", "to", "fill", "second_color", "second_fill", "mark"),
    *("unit_color", "label_color", "marker_color", "marker_fill", "duotone", "answer"),
)
FONT_FIELDS = ("font",)


def icon(name: str) -> str:
    if not exists(name):
        raise ValueError(unknown(name))
    return name


Icon = Annotated[str, AfterValidator(icon)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    when: Condition = ""
    shapes: tuple[ShapeName, ...] = get_args(ShapeName)

    def names(self) -> set[str]:
        """The names of an item's values that the part uses."""
        texts = [getattr(self, field, "") for field in ("text", "second", "caption")]
        named = {getattr(self, "entries", "")} - {""}
        conditions = [f"{{{{ {self.when} }}}}"] if self.when else []
        return named.union(*(names(text) for text in [*texts, *conditions]))

    def roles(self, fields: Iterable[str]) -> set[str]:
        """What the part says in some fields: names of colours or of fonts."""
        values = (getattr(self, field, "") or "" for field in fields)
        return {role for value in values for role in ([value] if isinstance(value, str) else value)} - {""}

    def wanted(self, values: dict[str, Any], shape: ShapeName) -> bool:
        return shape in self.shapes and (not self.when or bool(expression(self.when)(**values)))


# Painted into an area of the frame ------------------------------------------------------------------------------


class Painted(Part):
    """`within` says of what an area's hundredths are; `pad` widens it, or narrows it where negative."""

    area: str
    within: Literal["frame", "safe"] = "frame"
    pad: Pad = (0, 0, 0, 0)


class FillPart(Painted):
    """A colour, or with `to` a gradient to another."""

    part: Literal["fill"]
    color: str
    to: str = ""
    toward: Side = "bottom"
    radius: float = 0


class ShapePart(Painted):
    part: Literal["shape"]
    form: Form
    color: str


class CoverPart(Painted):
    """The item's photo, or its drawn cover, which `drawn` asks for in any case.

    `round` cuts a disc from it; `duotone` prints a photo in two colours; `calm` draws in shades of the main colour.
    """

    part: Literal["cover"]
    radius: float = 0
    round: bool = False
    drawn: bool = False
    calm: bool = False
    duotone: tuple[str, str] | None = None


class VeilPart(Painted):
    """A colour over what is below, from one strength at the top to another at the bottom."""

    part: Literal["veil"]
    color: str
    strength: tuple[Strength, Strength]


class ShadePart(Painted):
    """A veil as strong as the texts above it need to be read, fading away from one side."""

    part: Literal["shade"]
    color: str = "deep"
    side: Side = "bottom"


# Set one under another ------------------------------------------------------------------------------------------


class Flowing(Part):
    """A part of a stack.

    `grow`: takes the room that the others leave; `optional`: only where room is left then; `lesser`: given up where
    nothing else helps.
    """

    optional: bool = False
    lesser: bool = False
    grow: bool = False


class TextPart(Flowing):
    """`breaks: dash` breaks a slogan at its dashes first; `answer` is the colour of its lines behind the first dash."""

    part: Literal["text"]
    text: Template
    breaks: Literal["", "dash"] = ""
    answer: str = ""
    font: str = "regular"
    color: str = "text"
    size: tuple[Size, Size]  # least and most
    leading: Annotated[float, Field(ge=0.9, le=2)] = 1.2
    lines: Annotated[int, Field(ge=1, le=12)] = 12
    align: Literal["left", "center"] = "left"
    upper: bool = False


class NumberPart(Flowing):
    """A key figure: digits as large as they fit, the unit behind or below them smaller.

    `clear`: so much of the digits' size stays free at their right.
    """

    part: Literal["number"]
    text: Template
    color: str = "mark"
    unit_color: str = "text"
    size: tuple[Size, Size]
    clear: Strength = 0
    align: Literal["left", "center"] = "left"


class ChipPart(Flowing):
    part: Literal["chip"]
    text: Template
    second: Template = ""
    font: str = "bold"
    color: str = "paper"
    fill: str = "main"
    second_color: str = "deep"
    second_fill: str = "soft"
    size: Size
    align: Literal["left", "center"] = "left"


class BarPart(Flowing):
    part: Literal["bar"]
    color: str
    width: Size
    height: Size


class IconPart(Flowing):
    """An icon of Material's set, such as `material/school`; with `fill` on a disc."""

    part: Literal["icon"]
    icon: Icon
    color: str = "mark"
    fill: str = ""
    size: Size


class BrandPart(Flowing):
    """The agency's emblem, or a plain mark, with its name."""

    part: Literal["brand"]
    color: str = "text"
    mark: str = "mark"
    size: Size
    align: Literal["left", "center"] = "left"


class SignPart(Flowing):
    """The official sign of a campaign, whole on a light plate: as high as `size`, at most three times as wide."""

    part: Literal["sign"]
    size: Size
    align: Literal["left", "center"] = "left"


class DatePart(Flowing):
    """A leaf of a calendar with the item's day; `size` is its width."""

    part: Literal["date"]
    color: str = "main"
    fill: str = "paper"
    size: Size


class CodePart(Flowing):
    """A QR code that leads to `text`, with a caption beside it; `size` is its side."""

    part: Literal["qr"]
    text: Template = "{{ page_url }}"
    caption: Template = ""
    color: str = "text"
    size: Size


class FiguresPart(Flowing):
    """Rows of a figure and its meaning."""

    part: Literal["figures"]
    color: str = "main"
    label_color: str = "ink"
    size: tuple[Size, Size]
    most: Annotated[int, Field(ge=1, le=12)] = 3


class ListPart(Flowing):
    """The entries of a list, each behind its number or an icon. `more` tells how many found no room: {n}."""

    part: Literal["list"]
    entries: str
    icon: Icon | None = None
    color: str = "text"
    marker_color: str = "paper"
    marker_fill: str = "main"
    size: tuple[Size, Size]
    most: Annotated[int, Field(ge=1, le=12)] = 6
    more: str = "và {n} mục nữa trong bài"


FlowPart = Annotated[
    TextPart
    | NumberPart
    | ChipPart
    | BarPart
    | IconPart
    | BrandPart
    | SignPart
    | DatePart
    | CodePart
    | FiguresPart
    | ListPart,
    Field(discriminator="part"),
]


class StackPart(Part):
    """Parts one under another within an area of the safe area."""

    part: Literal["stack"]
    area: str
    align: Literal["top", "center", "bottom"] = "top"
    pad: Pad = (0, 0, 0, 0)
    gap: float = 2
    parts: list[FlowPart] = Field(min_length=1)


AnyPart = Annotated[
    FillPart | ShapePart | CoverPart | VeilPart | ShadePart | StackPart,
    Field(discriminator="part"),
]
