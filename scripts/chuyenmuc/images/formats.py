"""`assets/formats.yml`: what each channel takes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from chuyenmuc.images.box import Box

Pixels = Annotated[int, Field(ge=0, le=10_000)]
ShapeName = Literal["banner", "landscape", "square", "portrait", "tall", "compact"]
# A layout need not know every shape: the second serves where the first has no areas.
NEAREST: dict[ShapeName, ShapeName] = {
    "portrait": "tall",
    "compact": "landscape",
    "square": "tall",
    "banner": "landscape",
}


class Format(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    channel: str
    use: str
    size: tuple[Annotated[int, Field(ge=50, le=5000)], Annotated[int, Field(ge=50, le=5000)]]
    max_kb: Annotated[int, Field(ge=10)]
    safe: tuple[Pixels, Pixels, Pixels, Pixels] = (0, 0, 0, 0)
    avoid: tuple[Pixels, Pixels, Pixels, Pixels] | None = None
    min_text: Annotated[int, Field(ge=8)] = 16
    art: bool = False
    kinds: tuple[str, ...] = ()  # of content that it is made for; empty: every kind
    shape: ShapeName | None = None
    source: str = ""
    confidence: str = ""

    @property
    def frame(self) -> Box:
        return Box(0, 0, *self.size)

    @property
    def safe_area(self) -> Box:
        return self.frame.inset(*self.safe)

    @property
    def unit(self) -> float:
        """A hundredth of the side of a square of the same area: layouts measure in it, whatever the shape."""
        width, height = self.size
        return float((width * height) ** 0.5 / 100)

    @property
    def named_shape(self) -> ShapeName:
        if self.shape:
            return self.shape
        least: list[tuple[float, ShapeName]] = [(2.4, "banner"), (1.2, "landscape"), (0.9, "square"), (0.7, "portrait")]
        ratio = self.size[0] / self.size[1]
        return next((shape for limit, shape in least if ratio >= limit), "tall")
