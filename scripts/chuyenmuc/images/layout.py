"""Layout files (`templates/cards/*.yml`): one kind of card for every shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from chuyenmuc.images.brand import MIXTURE
from chuyenmuc.images.formats import NEAREST, ShapeName
from chuyenmuc.images.parts import (
    COLOR_FIELDS,
    FONT_FIELDS,
    AnyPart,
    FlowPart,
    IconPart,
    ListPart,
    Size,
    StackPart,
    TextPart,
)

Share = Annotated[float, Field(ge=-20, le=120)]
# Left, top, width and height in hundredths: of the frame for what is painted, of the safe area for stacks of text.
Area = tuple[Share, Share, Share, Share]
Areas = dict[ShapeName, dict[str, Area | None]]
# What a colour role of a layout is on a light and on a dark ground.
TONES: dict[str, dict[str, str]] = {
    "light": {"text": "ink", "title": "deep", "quiet": "muted", "mark": "main"},
    "dark": {"text": "paper", "title": "paper", "quiet": "light", "mark": "light"},
}


class Layout(BaseModel):
    """One kind of card for every shape.

    `photo` areas replace those of the same name for an item with a photo, which must be seen; `roomy` areas replace
    them where the headline needs more room. A part is left out in a shape that lacks its area, or gives it as `~`.
    `base` names another layout whose areas and parts are there as well.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: list[str] = Field(default_factory=list)
    base: str = ""
    tone: Literal["light", "dark"] = "light"
    background: str = "paper"
    transparent: bool = False
    areas: Areas
    photo: Areas = Field(default_factory=dict)
    roomy: Areas = Field(default_factory=dict)
    comfortable: Size = 3.6  # units: below this the roomy areas are tried first
    parts: list[AnyPart] = Field(min_length=1)

    def upon(self, base: Layout) -> Layout:
        """With what the base has and this layout does not say itself; the base's parts lie on top."""
        return self.model_copy(
            update={
                "areas": merged(base.areas, self.areas),
                "photo": merged(base.photo, self.photo),
                "roomy": merged(base.roomy, self.roomy),
                "parts": [*self.parts, *base.parts],
            }
        )

    def every_part(self) -> Iterator[AnyPart | FlowPart]:
        yield from self.parts
        yield from self.flowing()

    def flowing(self) -> Iterator[FlowPart]:
        for part in self.parts:
            if isinstance(part, StackPart):
                yield from part.parts

    def names(self) -> Iterator[str]:
        """Every name that the layout's expressions use."""
        for part in self.every_part():
            yield from part.names()

    def colors(self) -> set[str]:
        """Every colour role that the layout uses; a mixture's are told apart."""
        used = {self.background}.union(*(part.roles(COLOR_FIELDS) for part in self.every_part()))
        mixtures = [(role, MIXTURE.fullmatch(role)) for role in used]
        return {word for role, mixture in mixtures for word in (mixture.group(1, 3) if mixture else [role])}

    @property
    def centred(self) -> bool:
        return any(isinstance(part, TextPart) and part.align == "center" for part in self.flowing())

    def fonts(self) -> set[str]:
        return set().union(*(part.roles(FONT_FIELDS) for part in self.every_part()))

    def icons(self) -> Iterator[str]:
        for part in self.flowing():
            if isinstance(part, IconPart | ListPart) and part.icon:
                yield part.icon

    def shape_for(self, shape: ShapeName) -> ShapeName:
        """The shape itself, or the nearest that the layout has areas for."""
        while shape not in self.areas and shape in NEAREST:
            shape = NEAREST[shape]
        return shape

    def missing(self) -> list[str]:
        """Areas that parts name and no shape has."""
        known = {name for areas in (self.areas, self.photo, self.roomy) for shape in areas.values() for name in shape}
        return sorted({part.area for part in self.parts} - known)


def merged(below: Areas, above: Areas) -> Areas:
    shapes = dict.fromkeys([*below, *above])
    return {shape: below.get(shape, {}) | above.get(shape, {}) for shape in shapes}
