"""`assets/formats.yml`: what each channel takes."""

from __future__ import annotations

import math
import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from chuyenmuc.images.box import Box
from chuyenmuc.vietnamese.slugs import slugify

Pixels = Annotated[int, Field(ge=0, le=10_000)]
ShapeName = Literal["strip", "banner", "wide", "landscape", "square", "portrait", "tall", "compact", "round"]
# A layout need not know every shape: the second serves where the first has no areas.
NEAREST: dict[ShapeName, ShapeName] = {
    "strip": "wide",
    "round": "square",
    "portrait": "tall",
    "compact": "landscape",
    "square": "tall",
    "banner": "wide",
    "wide": "landscape",
}
# The least ratio of width to height, within the safe area, of each shape.
LEAST_RATIOS: tuple[tuple[float, ShapeName], ...] = (
    (5.0, "strip"),
    (2.25, "wide"),
    (1.2, "landscape"),
    (0.9, "square"),
    (0.72, "portrait"),
)
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
READABLE, PHONE = 24, 1080
LINES = 7  # a strip much longer than high, which no phone shows whole, has room for so many at the least
MARGIN = 0.045  # of the shorter side, where a format says nothing of its safe area
HIDDEN_SIDES = 0.85
LEAST_SAFE = 40  # pixels


def file_name(name: str) -> str:
    """A format's name is part of addresses and file names."""
    if not NAME.fullmatch(name) or slugify(name) != name or name == "index":
        raise ValueError(f"“{name}” không làm tên khổ được; chỉ dùng chữ thường không dấu, số và dấu gạch nối")
    return name


class Format(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, AfterValidator(file_name)]
    channel: str
    use: str
    size: tuple[Annotated[int, Field(ge=50, le=5000)], Annotated[int, Field(ge=50, le=5000)]]
    max_kb: Annotated[int, Field(ge=10)]
    safe: tuple[Pixels, Pixels, Pixels, Pixels] | None = None
    avoid: tuple[Pixels, Pixels, Pixels, Pixels] | None = None
    min_text: Annotated[int, Field(ge=0)] = 0
    art: bool = False
    layout: str = ""  # the one layout for every kind of content
    kinds: tuple[str, ...] = ()  # of content that it is made for; empty: every kind
    shape: ShapeName | None = None
    source: str = ""
    confidence: str = ""

    @field_validator("safe")
    @classmethod
    def leaves_room(cls, safe: tuple[int, int, int, int] | None, info: ValidationInfo) -> Any:
        if safe and "size" in info.data:
            width, height = info.data["size"]
            if min(width - safe[1] - safe[3], height - safe[0] - safe[2]) < LEAST_SAFE:
                raise ValueError(f"chừa gần hết ảnh; bớt đi để còn ít nhất {LEAST_SAFE} điểm ảnh mỗi chiều")
        return safe

    @property
    def frame(self) -> Box:
        return Box(0, 0, *self.size)

    @property
    def safe_area(self) -> Box:
        margin = 0 if self.art else round(MARGIN * min(self.size))
        return self.frame.inset(*(self.safe or (margin,) * 4))

    @property
    def unit(self) -> float:
        """Layouts measure in it, whatever the shape: 88 are the side of a square as large as the safe area."""
        return float((self.safe_area.width * self.safe_area.height) ** 0.5 / 88)

    @property
    def least_text(self) -> float:
        """Pixels: what `min_text` says, else 24 where the image is shown 1080 pixels wide, as on a phone."""
        seen = self.safe_area.width if self.cropped else self.size[0]
        return float(self.min_text or math.ceil(min(READABLE * seen / PHONE, self.safe_area.height / LINES)))

    @property
    def cropped(self) -> bool:
        """Whether phones cut the sides off."""
        return self.safe_area.width < HIDDEN_SIDES * self.size[0]

    @property
    def named_shape(self) -> ShapeName:
        if self.shape:
            return self.shape
        safe = self.safe_area
        ratio = safe.width / max(1, safe.height)
        if ratio >= 2.25 and self.cropped:
            return "banner"
        return next((shape for limit, shape in LEAST_RATIOS if ratio >= limit), "tall")
