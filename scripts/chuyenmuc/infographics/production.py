"""Every medium of every infographic: asks the cache, has what is lacking drawn, and writes the library's records."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import KIND_LABELS
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.infographic import Infographic
from chuyenmuc.content.items import Item
from chuyenmuc.images.brand import Look
from chuyenmuc.images.cache import Cache, Drawn, file_digest, key
from chuyenmuc.images.fulfil import fulfilled
from chuyenmuc.images.icons import Icons
from chuyenmuc.images.library import FOLDER, Record
from chuyenmuc.images.pool import Progress
from chuyenmuc.images.studio import Studio
from chuyenmuc.infographics.media import Medium, chosen
from chuyenmuc.infographics.sorts import ICONS
from chuyenmuc.infographics.story import Story
from chuyenmuc.infographics.work import Done, Order, draw, measure, page_key
from chuyenmuc.vietnamese.dates import iso


@dataclass(frozen=True)
class Production:
    studio: Studio

    @cached_property
    def cache(self) -> Cache:
        return Cache(self.studio.project.build / "cache" / "infographics")

    @cached_property
    def looks(self) -> dict[str, tuple[Look, str]]:
        return {}

    @cached_property
    def asked(self) -> tuple[tuple[Medium, ...], tuple[Finding, ...]]:
        """The media that the agency wants, and what is wrong with its list."""
        return chosen(self.studio.project)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.asked[1]

    def look(self, palette: str) -> tuple[Look, str]:
        """The brand's look with the icons that blocks use, and its digest."""
        if palette not in self.looks:
            look, digest = self.studio.planner.look(palette)
            icons = Icons.of(ICONS)
            font = str(icons.font(self.studio.project.build / "cache" / "fonts"))
            look = replace(
                look,
                fonts=look.fonts | {"icons": (font,)},
                icons={name: icons.character(name) for name in icons.names},
            )
            self.looks[palette] = look, f"{digest} {file_digest(font)}"
        return self.looks[palette]

    def orders(self, items: Sequence[Item]) -> list[tuple[Infographic, Order]]:
        inks = dict(self.studio.brand.inks)
        found = []
        for item in items:
            if not isinstance(item, Infographic):
                continue
            story = Story.of(item, self.studio.settings)
            look, digest = self.look(story.palette)
            for medium in self.asked[0]:
                name = key([program(), repr(story), repr(medium), digest, repr(inks)])
                found.append((item, Order(name, story, medium, look, inks, self.cache.folder)))
        return found

    def measure(self, items: Sequence[Item]) -> list[Finding]:
        """What finds no room, found without drawing. What has once fitted is remembered."""
        orders = self.orders(items)
        done = fulfilled(self.cache, measure, [order for _, order in orders if not self.cache.fits(order.key)])
        return list(complaints(orders, done))

    def render(
        self, archive: Archive, progress: Progress | None = None, executor: Executor | None = None
    ) -> tuple[list[Record], list[Finding]]:
        """The records of an archive's infographics, and what could not be drawn."""
        orders = self.orders(archive.items)
        lacking = [order for _, order in orders if not self.files(order)]
        done = fulfilled(self.cache, draw, lacking, progress, executor)
        if lacking:
            self.cache.save(name for _, order in orders for name in self.names(order))
        return [record for item, order in orders for record in self.records(item, order)], list(
            complaints(orders, done)
        )

    def files(self, order: Order) -> tuple[list[Drawn], list[str]] | None:
        """The files of a medium with what each page says; None unless all are there."""
        index = self.cache.get(order.key)
        if not index:
            return None
        told = json.loads(index.path.read_text("utf-8"))
        numbers = (1, 0) if order.medium.one_file else range(1, told["pages"] + 1)
        drawn = [self.cache.get(page_key(order.key, number)) for number in numbers]
        whole = [file for file in drawn if file]
        return (whole, told["said"]) if len(whole) == len(drawn) else None

    def names(self, order: Order) -> list[str]:
        found = self.files(order)
        return [order.key, *(file.key for file in found[0])] if found else [order.key]

    def records(self, item: Infographic, order: Order) -> Iterator[Record]:
        found = self.files(order)
        if not found:
            return
        files, said = found
        medium, many = order.medium, len(files) > 1
        if medium.one_file:
            told = f", {len(said)} trang" if len(said) > 1 else ""
            made = record(item, order, (medium.name, medium.channel + told, said[0]), files[0])
            yield from (made, made.standing(files[1]))
            return
        for number, file in enumerate(files, 1):
            name = f"{medium.name}-{number}" if many or medium.make == "slides" else medium.name
            told = f", ảnh {number}/{len(files)}" if many else ""
            yield record(item, order, (name, medium.channel + told, said[number - 1]), file)


def record(item: Infographic, order: Order, words: tuple[str, str, str], file: Drawn) -> Record:
    """`words`: the format's name, its channel, what the picture says."""
    story, (name, channel, said) = order.story, words
    return Record(
        item=item.place.key,
        item_url=item.place.url,
        kind=item.kind.value,
        format=name,
        channel=channel,
        use=order.medium.use,
        url=f"{FOLDER}/{item.place.key}/{name}{file.suffix}",
        width=file.width,
        height=file.height,
        bytes=file.bytes,
        media_type=file.media_type,
        sha256=file.sha256,
        alt=f"{story.title}. {said}" if said else story.title,
        source=file.path,
        title=item.title,
        section=story.section,
        date=iso(item.date),
        kind_label=KIND_LABELS[item.kind],
    )


def complaints(orders: list[tuple[Infographic, Order]], done: list[Done]) -> Iterator[Finding]:
    """One finding for each text that finds no room, naming every medium."""
    tight = {each.key: each.tight for each in done if each.tight}
    places: dict[tuple[str, str], list[Medium]] = {}
    for item, order in orders:
        if order.key in tight:
            places.setdefault((item.place.name, tight[order.key]), []).append(order.medium)
    lines = {item.place.name: item.place.line("blocks") for item, _ in orders}
    for (name, text), media in places.items():
        channels = ", ".join(medium.channel for medium in media)
        message = f"“{text}” không vừa {channels}"
        yield Finding(
            name, lines[name], "blocks", "khong-vua", "error", message, "rút ngắn chữ, hoặc tách thành hai mục"
        )


@lru_cache(maxsize=1)
def program() -> str:
    """Identity of the code that composes, beside that of the code that draws."""
    digest = hashlib.sha256(version("reportlab").encode())
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
