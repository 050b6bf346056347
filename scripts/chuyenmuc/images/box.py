from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; fractions are kept until paint."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inset(self, top: float, right: float, bottom: float, left: float) -> Box:
        return Box(self.x + left, self.y + top, self.width - left - right, self.height - top - bottom)

    def overlap(self, other: Box) -> Box:
        """The part in common; width or height is 0 when there is none."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Box(x, y, max(0.0, min(self.right, other.right) - x), max(0.0, min(self.bottom, other.bottom) - y))

    def meets(self, other: Box) -> bool:
        common = self.overlap(other)
        return common.width > 0 and common.height > 0

    def without(self, other: Box) -> list[Box]:
        """What is left of it beside, above and below another, as whole rectangles, which may overlap."""
        if not self.meets(other):
            return [self]
        rests = [
            Box(self.x, self.y, other.x - self.x, self.height),
            Box(other.right, self.y, self.right - other.right, self.height),
            Box(self.x, self.y, self.width, other.y - self.y),
            Box(self.x, other.bottom, self.width, self.bottom - other.bottom),
        ]
        return [rest for rest in rests if rest.width > 0 and rest.height > 0]

    def pixels(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom on whole pixels."""
        return round(self.x), round(self.y), round(self.right), round(self.bottom)
