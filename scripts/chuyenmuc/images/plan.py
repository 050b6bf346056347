"""Which files an item needs, each under the hash of everything that goes into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from chuyenmuc.images.brand import Look
from chuyenmuc.images.cache import joined, key
from chuyenmuc.images.card import Card
from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.icons import Icons
from chuyenmuc.images.layout import Layout
from chuyenmuc.images.text import FontStack
from chuyenmuc.project import Project


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file: its key in the cache, what it is for and how it is laid out."""

    key: str
    form: Format
    layout: Layout


@dataclass(frozen=True, slots=True)
class Plan:
    card: Card
    look: Look
    files: tuple[Wanted, ...]


class Planner:
    """Plans for one project's brand, formats and layouts; `digest` gives the hash of a file by its path."""

    def __init__(self, project: Project, design: Design, names: tuple[str, ...], digest: Callable[[str], str]) -> None:
        self.project, self.design, self.digest = project, design, digest
        self.names = (*names, *design.brand.names)
        self.looks: dict[str, tuple[Look, str]] = {}

    @cached_property
    def fonts(self) -> dict[str, FontStack]:
        """For each role its font and those that step in for letters it lacks."""
        brand = self.design.brand
        fallback = [str(self.project.find(path)) for path in brand.fallback]
        return {role: (str(self.project.find(path)), *fallback) for role, path in brand.fonts.items()}

    @cached_property
    def icons(self) -> Icons:
        return Icons.of(name for layout in self.design.layouts.values() for name in layout.icons())

    def look(self, palette: str) -> tuple[Look, str]:
        """The look of a palette and its digest."""
        if palette not in self.looks:
            look = self.made(palette)
            fonts = {role: [self.digest(path) for path in stack] for role, stack in look.fonts.items()}
            emblem = self.digest(look.emblem) if look.emblem else ""
            files = {"fonts": fonts, "emblem": emblem}
            self.looks[palette] = look, key(vars(look) | files | {"palette": ""})  # its colours are among the others
        return self.looks[palette]

    def made(self, palette: str) -> Look:
        brand = self.design.brand
        chosen = brand.palette(palette)
        icon_font = str(self.icons.font(self.project.build / "cache" / "fonts"))
        return Look(
            colors=brand.colors | dict(chosen.roles()),
            palette=chosen,
            fonts=self.fonts | {"icons": (icon_font,)},
            icons={name: self.icons.character(name) for name in self.icons.names},
            emblem=str(self.project.find(brand.emblem)) if brand.emblem else "",
            corner=brand.corner,
            sponsor_share=brand.sponsor_share / 100,
            names=self.names,
        )

    @cached_property
    def digests(self) -> dict[tuple[str, str], str]:
        """For each format and layout their common digest."""
        return {
            (form.name, name): key([form.model_dump(), self.design.digests[name]])
            for form in self.design.formats.values()
            for name in self.design.layouts
        }

    def plan(self, card: Card, *, every: bool = False) -> Plan:
        look, look_digest = self.look(card.palette)
        shown = {name: value for name, value in vars(card).items() if name not in {"photo", "sponsors", "sign"}}
        files = [self.digest(path) for path in card.files]
        common = key([shown, [name for name, _ in card.sponsors], bool(card.sign), files, look_digest])
        return Plan(card, look, tuple(self.files(card, common, every)))

    def files(self, card: Card, common: str, every: bool) -> Iterator[Wanted]:
        formats = self.design.formats.values() if every else self.design.formats_for(card.kind)
        for form in formats:
            name = self.design.layout_for(card.kind, form)
            yield Wanted(joined(common, self.digests[form.name, name]), form, self.design.layouts[name])
