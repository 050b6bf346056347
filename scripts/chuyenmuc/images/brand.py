"""`assets/brand.yml`: colours and their roles, section palettes, fonts. Contrast is computed, not trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from chuyenmuc.images.color import contrast, mixed, parse
from chuyenmuc.images.inks import Ink
from chuyenmuc.images.text import FontStack

LEAST_CONTRAST = 4.5
MOST_SPONSORED = 20  # hundredths of an image: Luật Quảng cáo, as shared among all sponsors
MIXTURE = re.compile(r"(\S+) (\d{1,2})% (\S+)")


def color(value: Any) -> str:
    parse(str(value))
    return str(value).upper()


Color = Annotated[str, BeforeValidator(color)]


def lawful_share(value: float) -> float:
    if not 5 <= value <= MOST_SPONSORED:
        raise ValueError(f"“{value:g}” không dùng được; luật cho nhiều nhất {MOST_SPONSORED}, ít nhất nên là 5")
    return value


MOST_INK = 300  # hundredths of all four together: more does not dry


def ink(value: Any) -> Ink:
    shares = list(value) if isinstance(value, list | tuple) else []
    numbers = [float(share) for share in shares if isinstance(share, int | float) and 0 <= share <= 100]
    if len(shares) != 4 or len(numbers) != 4:
        raise ValueError(f"“{value}” không phải bốn mực in; ghi bốn số từ 0 đến 100 như [100, 80, 0, 20]")
    if sum(numbers) > MOST_INK:
        raise ValueError(f"tổng mực {sum(numbers):g}% nhiều quá, giấy không khô; bớt xuống còn {MOST_INK}% trở lại")
    return numbers[0], numbers[1], numbers[2], numbers[3]


class Palette(BaseModel):
    """A section's colours: `deep` and `main` carry white text; `soft` and `spark` carry `deep` text."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    deep: Color
    main: Color
    light: Color
    soft: Color
    spark: Color

    def roles(self) -> Iterator[tuple[str, str]]:
        yield from self.model_dump().items()


class Brand(BaseModel):
    """`corner` scales every rounded corner; `sponsor_share` is what sponsors take of an image, in hundredths.

    `inks` tells what colours become in print; one that it leaves out is computed.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    colors: dict[str, Color]
    palettes: dict[str, Palette] = Field(min_length=1)
    default_palette: str
    fonts: dict[str, str]
    fallback: list[str] = Field(default_factory=list)
    inks: dict[Color, Annotated[Ink, BeforeValidator(ink)]] = Field(default_factory=dict)
    emblem: str = ""
    corner: Annotated[float, Field(ge=0, le=3)] = 1
    sponsor_share: Annotated[float, AfterValidator(lawful_share)] = 12
    names: list[str] = Field(default_factory=list)

    @property
    def roles(self) -> list[str]:
        """The colours that every palette gives."""
        return list(Palette.model_fields)

    def palette(self, name: str) -> Palette:
        return self.palettes.get(name) or self.palettes[self.default_palette]

    @cached_property
    def problems(self) -> list[tuple[str, str]]:
        """(field, message) of colours too faint to read."""
        found = []
        for name, palette in self.palettes.items():
            for text, ground in (
                ("#FFFFFF", palette.deep),
                ("#FFFFFF", palette.main),
                (palette.deep, palette.soft),
                (palette.deep, palette.spark),
            ):
                ratio = contrast(text, ground)
                if ratio < LEAST_CONTRAST:
                    message = f"chữ {text} trên nền {ground} chỉ tương phản {ratio:.1f}:1, cần {LEAST_CONTRAST}:1"
                    found.append((f"palettes.{name}", message))
        return found


@dataclass(frozen=True)
class Look:
    """The brand as a composer uses it: one palette's colours and fonts by role, icons as letters of a font."""

    colors: dict[str, str]
    palette: Palette
    fonts: dict[str, FontStack]
    icons: dict[str, str]
    emblem: str
    corner: float
    sponsor_share: float
    names: tuple[str, ...]

    def color(self, role: str, tone: Mapping[str, str] | None = None) -> str:
        """The colour of a role, of a role of the layout's tone, or of a mixture such as `main 20% paper`."""
        if found := MIXTURE.fullmatch(role):
            return mixed(self.color(found[1], tone), self.color(found[3], tone), int(found[2]) / 100)
        role = (tone or {}).get(role, role)
        return role if role.startswith("#") else self.colors[role]
