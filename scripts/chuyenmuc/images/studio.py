"""Draws what is missing: plans every item × format, asks the cache, spreads the rest over an executor."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from chuyenmuc.content.agency import Settings
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import KIND_LABELS
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.infographic import Infographic
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import is_picture
from chuyenmuc.images import photo_check
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.cache import Cache, Drawn, file_digest, key
from chuyenmuc.images.card import card, photo_path
from chuyenmuc.images.complaints import complaints
from chuyenmuc.images.design import BRAND, FORMATS, LAYOUTS, Design, text_of
from chuyenmuc.images.job import Outcome, Work, draw, jobs, measure
from chuyenmuc.images.legible import faint
from chuyenmuc.images.library import FOLDER, Library, Record
from chuyenmuc.images.plan import Plan, Planner, Wanted
from chuyenmuc.images.pool import Progress, run
from chuyenmuc.images.text import typeface
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.breaking import DEFAULT_NAMES
from chuyenmuc.vietnamese.dates import iso

FEW = 12  # files: so few are drawn at once in this process
FEW_MEASURED = 400
Planned = list[tuple[Item, Plan]]


@dataclass(frozen=True)
class Studio:
    project: Project
    settings: Settings
    design: Design

    @classmethod
    def open(cls, project: Project, settings: Settings) -> Studio:
        return cls(project, settings, Design.read(project))

    @property
    def brand(self) -> Brand:
        return self.design.brand

    @cached_property
    def cache(self) -> Cache:
        return Cache(self.project.build / "cache" / "images")

    @cached_property
    def verdicts(self) -> photo_check.Verdicts:
        return photo_check.Verdicts(self.project.build / "cache" / "photos.json")

    @cached_property
    def drawable(self) -> set[str]:
        """Letters that were found in a font."""
        return set()

    @cached_property
    def planner(self) -> Planner:
        return Planner(self.project, self.design, (*DEFAULT_NAMES, *self.settings.agency.names), self.digest)

    def digest(self, path: str) -> str:
        """A file's hash. That of a picture is remembered with what was found of it: large photos are read once."""
        picture = Path(path)
        return (self.verdicts.of(picture).sha256 if is_picture(picture) else "") or file_digest(path)

    @cached_property
    def plans(self) -> dict[int, tuple[Item, Plan]]:
        """By the item's identity, and with the item, so that it stays itself: a preview plans only what changed."""
        return {}

    def planned(self, items: Sequence[Item]) -> Planned:
        known = {id(item): self.plans.get(id(item)) or (item, self.plan_of(item)) for item in items}
        self.plans.clear()
        self.plans.update(known)
        return list(known.values())

    def plan_of(self, item: Item, *, every: bool = False) -> Plan:
        """With `every` also for formats that are not made for the item's kind."""
        return self.planner.plan(card(item, self.settings), every=every)

    # Checks -----------------------------------------------------------------------------------------------------

    def check(self, archive: Archive) -> Iterator[Finding]:
        """What is wrong with design files, photos and letters: all that can be told without composing anything."""
        yield from self.design.findings
        yield from self.faint()
        try:
            self.judge_photos(archive)
            for item in archive.items:
                if not photo_check.missing(item):  # told by the checks of references
                    yield from photo_check.problems(item, self.verdicts)
                yield from self.missing_characters(item)
                yield from self.unknown_color(item)
        finally:
            self.verdicts.save()

    def judge_photos(self, archive: Archive) -> None:
        """New photos are decoded side by side; what was found of them is then remembered."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            covers = (photo_path(item) for item in archive.items if item.cover)
            list(pool.map(self.verdicts.of, (path for path in covers if path and path.is_file())))

    def faint(self) -> list[Finding]:
        """Computed once for a design: that nothing was wrong with it is remembered. The shipped one is tested."""
        if not any((self.project.root / path).exists() for path in (BRAND, FORMATS, LAYOUTS)):
            return []
        look, look_digest = self.planner.look(self.brand.default_palette)
        design = key([self.brand.model_dump(), sorted(self.planner.digests.values()), look_digest])
        if self.cache.fits(design):
            return []
        found = list(faint(self.design, self.settings, look, lambda file: text_of(self.project.find(file))))
        if not found:
            self.cache.remember((), [design])
            self.cache.save()
        return found

    def missing_characters(self, item: Item) -> Iterator[Finding]:
        """Letters that no font has, in any text that a card may print: they are told and never drawn as boxes."""
        face = typeface(self.planner.fonts["headline"])
        blocks = item.blocks if isinstance(item, Infographic) else []
        told = {"blocks": [text for block in blocks for text in block.texts]}
        for field, value in (card(item, self.settings).values | told).items():
            letters = set("".join(texts_of(value))) - self.drawable
            lacking = "".join(sorted(letter for letter in letters if face.lacks(letter)))
            self.drawable.update(letters.difference(lacking))
            if lacking and hasattr(item, field):
                message = f"“{field}” có ký tự “{lacking}” mà phông chữ của ảnh không vẽ được"
                fix = "bỏ ký tự này, hoặc thêm phông có nó vào fallback trong assets/brand.yml"
                yield Finding(item.place.name, item.place.line(field), field, "ky-tu", "error", message, fix)

    def unknown_color(self, item: Item) -> Iterator[Finding]:
        color, folder = item.place.section.color, item.place.section.colored
        if color and color not in self.brand.palettes:
            known = ", ".join(self.brand.palettes)
            file = Path("content", folder, ".meta.yml").as_posix()
            yield Finding(
                file, 1, "color", "sai-gia-tri", "error", f"không có bảng màu “{color}”", f"chọn một trong: {known}"
            )

    def measure(self, items: Sequence[Item]) -> list[Finding]:
        """The texts that find no room, found without drawing. What has once fitted is remembered."""
        planned = self.planned(items)
        outcomes = list(self.spread(measure, planned, lambda key: not self.cache.fits(key), FEW_MEASURED))
        return list(complaints(planned, outcomes))

    # Drawing ----------------------------------------------------------------------------------------------------

    def render(
        self, archive: Archive, progress: Progress | None = None, executor: Executor | None = None
    ) -> tuple[Library, list[Finding]]:
        """The library of an archive, for which only files that the cache lacks are drawn; and what could not be."""
        planned = self.planned(archive.items)
        drawn = {file.key: self.cache.get(file.key) for _, plan in planned for file in plan.files}
        lacking = {key for key, found in drawn.items() if not found}
        outcomes = []
        for outcome in self.spread(draw, planned, lacking.__contains__, FEW, progress, executor):
            drawn |= {file.key: file for file in outcome.drawn}
            outcomes.append(outcome)
        found = list(complaints(planned, outcomes))
        return Library.of(self.records(planned, drawn)), found

    def spread(
        self,
        work: Work,
        planned: Planned,
        lacks: Callable[[str], bool],
        few: int,
        progress: Progress | None = None,
        executor: Executor | None = None,
    ) -> Iterator[Outcome]:
        """Has jobs done and remembers what came of them, whatever stops it midway."""
        waiting = list(jobs((plan for _, plan in planned), lacks, self.cache.folder))
        total = sum(job.size for job in waiting)
        try:
            for outcome in run(work, waiting, few, executor):
                self.cache.remember(outcome.drawn, outcome.fitting)
                yield outcome
                if progress:
                    progress(outcome.done, total)
        finally:
            if waiting:
                self.cache.save(file.key for _, plan in planned for file in plan.files)

    def records(self, planned: Planned, drawn: dict[str, Drawn | None]) -> Iterator[Record]:
        for item, plan in planned:
            found = [(file, drawn[file.key]) for file in plan.files]
            if all(one for _, one in found):  # an item is offered whole or not at all
                yield from (self.record(item, file, one) for file, one in found if one)

    def record(self, item: Item, file: Wanted, drawn: Drawn) -> Record:
        section = item.place.section.title
        shown = item.cover.alt if item.cover and file.form.art else ""
        return Record(
            item=item.place.key,
            item_url=item.place.url,
            kind=item.kind.value,
            format=file.form.name,
            channel=file.form.channel,
            use=file.form.use,
            url=f"{FOLDER}/{item.place.key}/{file.form.name}{drawn.suffix}",
            width=drawn.width,
            height=drawn.height,
            bytes=drawn.bytes,
            media_type=drawn.media_type,
            sha256=drawn.sha256,
            alt=shown or f"{item.title} – {section}, {self.settings.agency.name}",
            source=drawn.path,
            title=item.title,
            section=section,
            date=iso(item.date),
            kind_label=KIND_LABELS[item.kind],
            transparent=file.layout.transparent,
        )


def texts_of(value: object) -> Iterator[str]:
    """Every text of a card's value, however it is listed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_of(each)
