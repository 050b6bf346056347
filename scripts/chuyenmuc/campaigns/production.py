"""Every work of every campaign: asks the cache, has what is lacking made, and writes the library's records."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.metadata import version
from pathlib import Path

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.catalogue import RULE, Catalogue, read
from chuyenmuc.campaigns.commission import Commission, Means
from chuyenmuc.campaigns.led.uneven import uneven
from chuyenmuc.campaigns.work import Done, Order, Told, Work, draw, measure, part_key
from chuyenmuc.campaigns.workshops import works
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.campaign import Campaign
from chuyenmuc.content.fields import KIND_LABELS
from chuyenmuc.content.finding import Finding
from chuyenmuc.images.cache import Cache, Drawn, key
from chuyenmuc.images.fulfil import fulfilled
from chuyenmuc.images.library import FOLDER, Record
from chuyenmuc.images.pool import Progress
from chuyenmuc.images.studio import Studio
from chuyenmuc.vietnamese.dates import iso

PLACES = "places"
NAMED = 4  # pieces that a finding names; of more it tells the number
MAKERS = ("reportlab", "av", "python-docx", "python-pptx", "xlsxwriter")  # another one of these makes all anew
Ordered = list[tuple[Campaign, Order]]


@dataclass(frozen=True)
class Production:
    studio: Studio

    @cached_property
    def cache(self) -> Cache:
        return Cache(self.studio.project.build / "cache" / "campaigns")

    @cached_property
    def asked(self) -> tuple[Catalogue, tuple[Finding, ...]]:
        """What the agency wants made, and what is wrong with its list."""
        formats = [form.name for form in self.studio.design.formats.values() if not form.art]
        return read(self.studio.project, formats)

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.asked[1]

    def means(self, palette: str) -> Means:
        look, digest = self.studio.planner.look(palette)
        inks = dict(self.studio.brand.inks)
        return Means(look, inks, key([digest, repr(inks)]))

    def orders(self, archive: Archive) -> Ordered:
        found: Ordered = []
        for front in archive.fronts.values():
            found += [(front, self.order(work)) for work in works(self.commission(front, archive))]
        return found

    def commission(self, front: Campaign, archive: Archive) -> Commission:
        brief = Brief.of(front, archive, self.studio.settings)
        catalogue = self.asked[0].with_places(front.places)
        return Commission(brief, catalogue, self.means(brief.palette), self.studio.design)

    def order(self, work: Work) -> Order:
        files = [self.studio.digest(path) for path in work.files]
        return Order(key([program(), repr(work), files]), work, self.cache.folder)

    def measure(self, archive: Archive) -> list[Finding]:
        """What finds no room or cannot be made, found without drawing. What has once fitted is remembered."""
        orders = self.orders(archive)
        done = fulfilled(self.cache, measure, [order for _, order in orders if not self.cache.fits(order.key)])
        return [*self.uneven(archive), *complaints(orders, done)]

    def uneven(self, archive: Archive) -> list[Finding]:
        modules = self.asked[0].modules
        return [finding for front in archive.fronts.values() for finding in uneven(front, modules)]

    def render(
        self, archive: Archive, progress: Progress | None = None, executor: Executor | None = None
    ) -> tuple[list[Record], list[Finding]]:
        """The records of an archive's campaigns, and what could not be made."""
        orders = self.orders(archive)
        lacking = [order for _, order in orders if not self.files(order)]
        done = fulfilled(self.cache, draw, lacking, progress, executor)
        if lacking:
            self.cache.save(name for _, order in orders for name in self.names(order))
        made = [record for front, order in orders for record in self.records(front, order)]
        return made, [*self.uneven(archive), *complaints(orders, done)]

    def files(self, order: Order) -> list[Drawn] | None:
        """The files of a work; None unless all are there."""
        index = self.cache.get(order.key)
        if not index:
            return None
        count = json.loads(index.path.read_text("utf-8"))["files"]
        drawn = [self.cache.get(part_key(order.key, number)) for number in range(count)]
        whole = [file for file in drawn if file]
        return whole if len(whole) == count else None

    def names(self, order: Order) -> list[str]:
        return [order.key, *(file.key for file in self.files(order) or ())]

    def records(self, front: Campaign, order: Order) -> Iterator[Record]:
        if files := self.files(order):
            made = record(front, order.work, files[0])
            yield made
            yield from (made.standing(picture) for picture in files[1:])


def record(front: Campaign, work: Work, file: Drawn) -> Record:
    told = work.told
    return Record(
        item=front.place.key,
        item_url=front.place.url,
        kind=front.kind.value,
        format=told.name,
        channel=told.channel,
        use=told.use,
        url=f"{FOLDER}/{front.place.key}/{told.file or told.name}{file.suffix}",
        width=file.width,
        height=file.height,
        bytes=file.bytes,
        media_type=file.media_type,
        sha256=file.sha256,
        alt=told.alt or front.title,
        source=file.path,
        title=front.title,
        section=front.place.section.title,
        date=iso(front.date),
        kind_label=KIND_LABELS[front.kind],
        transparent=told.transparent,
        group=told.group,
    )


def complaints(orders: Sequence[tuple[Campaign, Order]], done: Sequence[Done]) -> Iterator[Finding]:
    """One finding for each text that finds no room, naming the pieces; and one for each thing that is wrong.

    What a place of the campaign asks for must be made. All else is left out, which is told.
    """
    outcomes = {each.key: each for each in done}
    tight: dict[tuple[str, int, str, str], list[str]] = {}
    wrong = set[tuple[str, str, str]]()
    for front, order in orders:
        told, outcome = order.work.told, outcomes.get(order.key)
        name, field = front.place.name, asked_at(front, told) or told.field
        if outcome and outcome.wrong:
            if (name, field, outcome.wrong) in wrong:
                continue
            wrong.add((name, field, outcome.wrong))
            message, _, fix = outcome.wrong.partition("; ")
            yield complaint(name, front.place.line(field), field, message, fix)
        elif outcome and outcome.tight:
            tight.setdefault((name, front.place.line(field), field, outcome.tight), []).append(told.channel)
    for (name, line, field, text), channels in tight.items():
        message = f"“{text}” không vừa {named(list(dict.fromkeys(channels)))}"
        yield complaint(name, line, field, message, "rút ngắn chữ, hoặc chọn khổ lớn hơn")


def complaint(name: str, line: int, field: str, message: str, fix: str) -> Finding:
    if field.startswith(PLACES):
        return Finding(name, line, field, RULE, "error", message, fix)
    passed = "khổ này không có trong “places” của đợt nên bỏ qua, không làm"
    return Finding(name, line, field, RULE, "warning", message, f"{passed}; cần dùng thì {fix}")


def asked_at(front: Campaign, told: Told) -> str:
    """The place of the campaign that asks for a work, as `places[2]`; nothing if none does."""
    for number, place in enumerate(front.places, 1):
        if place.asks_for(told.name):
            return f"{PLACES}[{number}]"
    return ""


def named(channels: list[str]) -> str:
    """The first of them, and how many more."""
    if len(channels) <= NAMED:
        return ", ".join(channels)
    return f"{', '.join(channels[: NAMED - 1])} và {len(channels) - NAMED + 1} khổ nữa"


@lru_cache(maxsize=1)
def program() -> str:
    """Identity of the code that composes, beside that of the code that draws."""
    digest = hashlib.sha256(" ".join(map(version, MAKERS)).encode())
    for file in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
