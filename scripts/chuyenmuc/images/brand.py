"""`assets/brand.yml`: colours and their roles, section palettes, fonts. Contrast is computed, not trusted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from chuyenmuc.images.color import contrast, parse

LEAST_CONTRAST = 4.5


def color(value: Any) -> str:
    parse(str(value))
    return str(value).upper()


Color = Annotated[str, BeforeValidator(color)]


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
    model_config = ConfigDict(frozen=True, extra="forbid")

    colors: dict[str, Color]
    palettes: dict[str, Palette] = Field(min_length=1)
    default_palette: str
    fonts: dict[str, str]
    emblem: str = ""

    def palette(self, name: str) -> Palette:
        return self.palettes.get(name) or self.palettes[self.default_palette]

    @cached_property
    def problems(self) -> list[tuple[str, str]]:
        """(field, message) of colours too faint to read and of a default palette that is none."""
        found = []
        if self.default_palette not in self.palettes:
            found.append(("default_palette", f"không có bảng màu “{self.default_palette}”"))
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
    """The brand as a composer uses it: colours of one palette and fonts by role, as paths."""

    colors: dict[str, str]
    palette: Palette
    fonts: dict[str, str]
    emblem: str
    names: tuple[str, ...]

    def color(self, role: str) -> str:
        return role if role.startswith("#") else self.colors[role]


def look(brand: Brand, fonts: dict[str, str], emblem: str, names: Iterable[str], palette: str) -> Look:
    chosen = brand.palette(palette)
    return Look(brand.colors | dict(chosen.roles()), chosen, fonts, emblem, tuple(names))
