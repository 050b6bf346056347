"""Layout files (`templates/cards/*.yml`) as typed parts. Values are Jinja2, rendered in a sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated, Any, Literal, get_args

from jinja2 import StrictUndefined, TemplateError, meta
from jinja2.sandbox import SandboxedEnvironment
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from chuyenmuc.images.formats import NEAREST, ShapeName

Size = Annotated[float, Field(gt=0, le=60)]
Share = Annotated[float, Field(ge=0, le=100)]
# Left, top, width and height in hundredths: of the frame for what is painted, of the safe area for stacks of text.
Area = tuple[Share, Share, Share, Share]
Areas = dict[ShapeName, dict[str, Area]]
ENVIRONMENT = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


def compiled(text: str) -> str:
    try:
        template(text)
    except TemplateError as error:
        raise ValueError(f"biểu thức “{text}” sai cú pháp; xem lại cặp dấu {{{{ }}}}") from error
    return text


def condition(text: str) -> str:
    try:
        expression(text or "true")
    except TemplateError as error:
        raise ValueError(f"điều kiện “{text}” sai cú pháp; viết như “sample” hoặc “not photo”") from error
    return text


@lru_cache(maxsize=1024)
def template(text: str) -> Any:
    return ENVIRONMENT.from_string(text)


@lru_cache(maxsize=1024)
def expression(text: str) -> Any:
    return ENVIRONMENT.compile_expression(text, undefined_to_none=True)


Template = Annotated[str, AfterValidator(compiled)]
Condition = Annotated[str, AfterValidator(condition)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    when: Condition = ""
    shapes: tuple[ShapeName, ...] = get_args(ShapeName)

    def names(self) -> set[str]:
        values = (getattr(self, field, "") for field in ("text", "second"))
        texts = [*values, f"{{{{ {self.when} }}}}" if self.when else ""]
        return {name for text in texts for name in meta.find_undeclared_variables(ENVIRONMENT.parse(text))}

    def wanted(self, values: dict[str, Any], shape: ShapeName) -> bool:
        return shape in self.shapes and (not self.when or bool(expression(self.when)(**values)))


class FillPart(Part):
    part: Literal["fill"]
    area: str
    color: str
    radius: float = 0


class CoverPart(Part):
    """The item's photo, or its drawn cover."""

    part: Literal["cover"]
    area: str


class VeilPart(Part):
    """A colour over what is below, from one strength at the top to another at the bottom (0–1)."""

    part: Literal["veil"]
    area: str
    color: str
    strength: tuple[Annotated[float, Field(ge=0, le=1)], Annotated[float, Field(ge=0, le=1)]]


class Flowing(Part):
    """A part of a stack. `optional`: only where room is left; `grow`: takes the room that the others leave."""

    optional: bool = False
    grow: bool = False


class TextPart(Flowing):
    part: Literal["text"]
    text: Template
    font: str = "regular"
    color: str = "ink"
    size: tuple[Size, Size]  # least and most, in units
    leading: Annotated[float, Field(ge=0.9, le=2)] = 1.2
    lines: Annotated[int, Field(ge=1, le=12)] = 12
    align: Literal["left", "center"] = "left"
    upper: bool = False


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


class BarPart(Flowing):
    part: Literal["bar"]
    color: str
    width: Size
    height: Size


class BrandPart(Flowing):
    """The agency's emblem, or a plain mark, with its name."""

    part: Literal["brand"]
    color: str = "ink"
    mark: str = "main"
    size: Size


class FiguresPart(Flowing):
    """Rows of a figure and its meaning."""

    part: Literal["figures"]
    color: str = "main"
    label_color: str = "ink"
    size: tuple[Size, Size]
    most: Annotated[int, Field(ge=1, le=12)] = 3


FlowPart = Annotated[TextPart | ChipPart | BarPart | BrandPart | FiguresPart, Field(discriminator="part")]


class StackPart(Part):
    """Parts one under another within an area. `pad` and `gap` in units."""

    part: Literal["stack"]
    area: str
    align: Literal["top", "center", "bottom"] = "top"
    pad: tuple[float, float, float, float] = (0, 0, 0, 0)
    gap: float = 2
    parts: list[FlowPart] = Field(min_length=1)


AnyPart = Annotated[FillPart | CoverPart | VeilPart | StackPart, Field(discriminator="part")]


class Layout(BaseModel):
    """One kind of card for every shape.

    `photo` areas replace those of the same name for an item with a photo, which must be seen; `roomy` areas replace
    them where the headline needs more room.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: list[str] = Field(default_factory=list)
    background: str = "paper"
    areas: Areas
    photo: Areas = Field(default_factory=dict)
    roomy: Areas = Field(default_factory=dict)
    comfortable: Size = 3.6  # units: below this the roomy areas are tried first
    parts: list[AnyPart] = Field(min_length=1)

    def names(self) -> Iterator[str]:
        """Every name that the layout's expressions use."""
        for part in self.parts:
            for each in [part, *(part.parts if isinstance(part, StackPart) else [])]:
                yield from each.names()

    def shape_for(self, shape: ShapeName) -> ShapeName:
        """The shape itself, or the nearest that the layout has areas for."""
        while shape not in self.areas and shape in NEAREST:
            shape = NEAREST[shape]
        return shape

    def missing(self) -> Iterator[tuple[str, str]]:
        """(shape, area) pairs that parts name and `areas` lacks."""
        for shape, known in self.areas.items():
            for part in self.parts:
                if shape in part.shapes and part.area not in known:
                    yield shape, part.area
