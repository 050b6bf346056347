"""A scene: what stands where, in paint order, with text already broken into lines. Pillow or a press places it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from chuyenmuc.images.box import Box
from chuyenmuc.images.text import FontStack

Side = Literal["top", "right", "bottom", "left"]
Form = Literal["circle", "ring", "chord", "slant", "tail"]


@dataclass(frozen=True, slots=True)
class Fill:
    """One colour, or with `to` a gradient that ends in that colour at one side."""

    box: Box
    color: str
    radius: float = 0
    to: str = ""
    toward: Side = "bottom"


@dataclass(frozen=True, slots=True)
class Geometry:
    """A disc, a ring, the foot of a disc, a right triangle that rises to the right, or the tail of a speech bubble."""

    box: Box
    form: Form
    color: str


@dataclass(frozen=True, slots=True)
class Sector:
    """Part of a disc, or of a ring: `inner` is the share of the radius left open. Degrees, clockwise from the top."""

    box: Box
    start: float
    sweep: float
    inner: float
    color: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A drawn cover: geometry made from `seed`, in the manner of `topic`.

    `tile`: about so wide are its squares, of which whole ones stand beside one another; 0: as many as a cover has.
    """

    box: Box
    seed: str
    topic: int
    colors: tuple[str, str, str, str, str]
    radius: float = 0
    tile: float = 0


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that fills its box; with `duotone` in the shades between two colours, dark and light."""

    box: Box
    path: str
    focus: tuple[float, float]
    radius: float = 0
    duotone: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Veil:
    """A colour laid over what is below, from one strength (0–1) at the top to another at the bottom."""

    box: Box
    color: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Shade:
    """A veil of just the strength that `texts` (place, colour) need to be read; it fades away from one side."""

    box: Box
    color: str
    side: Side
    texts: tuple[tuple[Box, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture shown whole in the middle of its box, such as an emblem."""

    box: Box
    path: str


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code; rows of "0" and "1" without the quiet zone."""

    box: Box
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A framed word laid askew over everything, as with a rubber stamp."""

    box: Box
    text: str
    font: FontStack
    color: str
    ground: str


@dataclass(frozen=True, slots=True)
class Text:
    """One line: `x` is its left end, `y` its baseline, `box` its ink."""

    text: str
    x: float
    y: float
    font: FontStack
    size: float
    color: str
    box: Box


Shape = Fill | Geometry | Sector | Pattern | Photo | Veil | Shade | Picture | Code | Stamp | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """With `transparent` the background is only what edges fade into."""

    width: int
    height: int
    background: str
    shapes: tuple[Shape, ...]
    transparent: bool = False

    @property
    def has_photo(self) -> bool:
        return any(isinstance(shape, Photo) for shape in self.shapes)

    @property
    def texts(self) -> list[Text]:
        return [shape for shape in self.shapes if isinstance(shape, Text)]
