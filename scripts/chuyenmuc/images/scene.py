"""A scene: what stands where, in paint order, with text already broken into lines. Pillow or a press places it."""

from __future__ import annotations

from dataclasses import dataclass

from chuyenmuc.images.box import Box


@dataclass(frozen=True, slots=True)
class Fill:
    box: Box
    color: str
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """A drawn cover: geometry made from `seed`, in the manner of `topic`."""

    box: Box
    seed: str
    topic: int
    colors: tuple[str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Photo:
    box: Box
    path: str
    focus: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Veil:
    """A colour laid over what is below, from one strength (0–1) at the top to another at the bottom."""

    box: Box
    color: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture shown whole, such as an emblem."""

    box: Box
    path: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line: `x` is its left end, `y` its baseline, `box` its ink."""

    text: str
    x: float
    y: float
    font: str
    size: float
    color: str
    box: Box


Shape = Fill | Pattern | Photo | Veil | Picture | Text


@dataclass(frozen=True, slots=True)
class Scene:
    width: int
    height: int
    background: str
    shapes: tuple[Shape, ...]

    @property
    def has_photo(self) -> bool:
        return any(isinstance(shape, Photo) for shape in self.shapes)

    @property
    def texts(self) -> list[Text]:
        return [shape for shape in self.shapes if isinstance(shape, Text)]
