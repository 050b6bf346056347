"""Which files an item needs, each under the hash of everything that goes into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from chuyenmuc.images.brand import Look, look
from chuyenmuc.images.cache import file_digest, key
from chuyenmuc.images.card import Card
from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import Layout
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
    """Plans for one project's brand, formats and layouts."""

    def __init__(self, project: Project, design: Design, names: tuple[str, ...]) -> None:
        self.project, self.design, self.names = project, design, names
        self.looks: dict[str, tuple[Look, str]] = {}

    @cached_property
    def fonts(self) -> dict[str, str]:
        return {role: str(self.project.find(path)) for role, path in self.design.brand.fonts.items()}

    @cached_property
    def emblem(self) -> str:
        emblem = self.design.brand.emblem
        return str(self.project.find(emblem)) if emblem else ""

    def look(self, palette: str) -> tuple[Look, str]:
        """The look of a palette and its digest."""
        if palette not in self.looks:
            shown = look(self.design.brand, self.fonts, self.emblem, self.names, palette)
            fonts = {role: file_digest(path) for role, path in shown.fonts.items()}
            self.looks[palette] = shown, key([shown.colors, fonts, file_digest(shown.emblem), shown.names])
        return self.looks[palette]

    @cached_property
    def digests(self) -> dict[tuple[str, str], str]:
        """For each format and layout their common digest."""
        return {
            (form.name, name): key([form.model_dump(), self.design.digests[name]])
            for form in self.design.formats.values()
            for name in self.design.layouts
        }

    def plan(self, card: Card) -> Plan:
        look, look_digest = self.look(card.palette)
        common = key([{**vars(card), "photo": file_digest(card.photo)}, look_digest])
        return Plan(card, look, tuple(self.files(card, common)))

    def files(self, card: Card, common: str) -> Iterator[Wanted]:
        for form in self.design.formats_for(card.kind):
            name = self.design.layout_for(card.kind, form)
            digest: Any = self.digests[form.name, name]
            yield Wanted(key([common, digest]), form, self.design.layouts[name])
