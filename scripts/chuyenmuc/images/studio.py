"""Draws what is missing: plans every item × format, asks the cache, spreads the rest over an executor."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from chuyenmuc.content.agency import Agency
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item, keys
from chuyenmuc.images import photo_check
from chuyenmuc.images.brand import Brand, Look, look
from chuyenmuc.images.cache import Cache, Drawn, file_digest, key
from chuyenmuc.images.card import Card, card
from chuyenmuc.images.compose import DoesNotFit, compose
from chuyenmuc.images.design import Design
from chuyenmuc.images.encode import TooHeavy, encoded
from chuyenmuc.images.formats import Format
from chuyenmuc.images.layout import Layout
from chuyenmuc.images.library import FOLDER, Library, Record
from chuyenmuc.images.paint import paint
from chuyenmuc.images.text import typeface
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.breaking import DEFAULT_NAMES

Progress = Callable[[int, int], None]
FEW = 12  # so few files are drawn at once in this process: starting others would take longer


@dataclass(frozen=True)
class Job:
    """The files of one item that are to be drawn; travels to another process."""

    card: Card
    look: Look
    files: tuple[tuple[str, Format, Layout], ...]
    folder: Path


def draw(job: Job) -> list[tuple[str, Drawn]]:
    cache = Cache(job.folder)
    done = []
    for name, form, layout in job.files:
        scene = compose(layout, job.card, form, job.look)
        try:
            content, suffix = encoded(paint(scene), scene.has_photo, form.max_kb * 1024)
        except TooHeavy:
            told = f"ảnh “{form.channel}” của bài {job.card.key} không nén được dưới {form.max_kb} KB"
            raise TooHeavy(f"{told}; tăng max_kb của “{form.name}” trong assets/formats.yml.") from None
        done.append((name, cache.put(name, content, suffix, form.size)))
    return done


@dataclass(frozen=True)
class Studio:
    project: Project
    agency: Agency
    site_name: str
    design: Design

    @classmethod
    def open(cls, project: Project, agency: Agency, site_name: str) -> Studio:
        return cls(project, agency, site_name, Design.read(project))

    @property
    def brand(self) -> Brand:
        return self.design.brand

    @cached_property
    def cache(self) -> Cache:
        return Cache(self.project.build / "cache" / "images")

    @cached_property
    def fonts(self) -> dict[str, str]:
        return {role: str(self.project.find(path)) for role, path in self.brand.fonts.items()}

    @cached_property
    def emblem(self) -> str:
        return str(self.project.find(self.brand.emblem)) if self.brand.emblem else ""

    def look(self, palette: str) -> Look:
        return look(self.brand, self.fonts, self.emblem, (*DEFAULT_NAMES, *self.agency.names), palette)

    # Checks -----------------------------------------------------------------------------------------------------

    def check(self, archive: Archive) -> Iterator[Finding]:
        yield from self.design.findings
        for item in archive.items:
            if photo_check.missing(item):
                continue  # told by the checks of references
            broken = list(photo_check.problems(item))
            yield from broken
            if any(finding.field == "cover" for finding in broken):
                continue
            missing = self.missing_characters(item)
            if missing:
                yield missing
            else:
                yield from self.overfull(item)
            yield from self.unknown_color(item)

    def missing_characters(self, item: Item) -> Finding | None:
        face = typeface(self.fonts["headline"])
        lacking = "".join(dict.fromkeys(character for character in item.title if face.lacks(character)))
        if not lacking:
            return None
        message = f"tiêu đề có ký tự “{lacking}” mà phông chữ của ảnh không vẽ được"
        fix = "bỏ ký tự này khỏi tiêu đề"
        return Finding(item.place.name, item.place.line("title"), "title", "ky-tu", "error", message, fix)

    def unknown_color(self, item: Item) -> Iterator[Finding]:
        color = item.place.section.color
        if color and color not in self.brand.palettes:
            known = ", ".join(self.brand.palettes)
            file = f"{Path(item.place.name).parent.as_posix()}/.meta.yml"
            yield Finding(
                file, 1, "color", "sai-gia-tri", "error", f"không có bảng màu “{color}”", f"chọn một trong: {known}"
            )

    def overfull(self, item: Item) -> Iterator[Finding]:
        """The formats in which a text finds no room. A file in the cache has shown that all of its item's do."""
        shown = card(item, self.agency, self.site_name)
        tight: dict[str, list[tuple[Format, Layout]]] = {}
        for name, form, layout in self.plan(shown):
            text = None if self.cache.note(name).exists() else self.too_long(shown, form, layout)
            if text is not None:
                tight.setdefault(text, []).append((form, layout))
        for text, places in tight.items():
            yield self.told(item, shown, text, places)

    def too_long(self, shown: Card, form: Format, layout: Layout) -> str | None:
        """The text that finds no room; None if all do."""
        try:
            compose(layout, shown, form, self.look(shown.palette))
        except DoesNotFit as problem:
            return problem.text
        return None

    def told(self, item: Item, shown: Card, text: str, places: list[tuple[Format, Layout]]) -> Finding:
        channels = ", ".join(form.channel for form, _ in places)
        if text in {"", item.title}:
            field, excess = "title", max(self.excess(shown, form, layout) for form, layout in places)
            message = f"tiêu đề không vừa ảnh {channels}; thừa khoảng {excess} ký tự hoặc có từ quá dài"
            fix = f"rút bớt ít nhất {excess} ký tự"
        else:
            field = next((name for name in keys(type(item)) if text in (name, getattr(item, name))), "")
            message = f"“{text}” không vừa ảnh {channels}"
            fix = "rút ngắn, hoặc chừa thêm chỗ trong tệp bố cục ở templates/cards"
        return Finding(item.place.name, item.place.line(field), field, "khong-vua", "error", message, fix)

    def excess(self, shown: Card, form: Format, layout: Layout) -> int:
        """About how many characters too many the title has: words are dropped until it fits."""
        title = shown.values["title"]
        words = title.split(" ")
        while words:
            words.pop()
            shorter = replace(shown, values=shown.values | {"title": " ".join(words)})
            if self.too_long(shorter, form, layout) is None:
                break
        return len(title) - len(" ".join(words))

    # Drawing ----------------------------------------------------------------------------------------------------

    def plan(self, shown: Card) -> list[tuple[str, Format, Layout]]:
        """For each format: the key of its file in the cache, the format and the layout."""
        source = file_digest(shown.photo)
        common = {**vars(shown), "photo": source, "look": self.look_digest(shown.palette)}
        return [
            (key([common, form.model_dump(), self.design.digests[layout]]), form, self.design.layouts[layout])
            for form in self.design.formats.values()
            for layout in [self.design.layout_for(shown.kind, form)]
        ]

    def look_digest(self, palette: str) -> list[object]:
        shown = self.look(palette)
        fonts = {role: file_digest(path) for role, path in shown.fonts.items()}
        return [shown.colors, fonts, file_digest(shown.emblem), shown.names]

    def render(self, archive: Archive, progress: Progress | None = None, executor: Executor | None = None) -> Library:
        """The library of an archive; only files that the cache lacks are drawn."""
        plans = [(item, card(item, self.agency, self.site_name)) for item in archive.items]
        planned = [(item, shown, self.plan(shown)) for item, shown in plans]
        drawn = {name: self.cache.get(name) for _, _, files in planned for name, _, _ in files}
        jobs = list(self.jobs(planned, drawn))
        total = sum(len(job.files) for job in jobs)
        for done in self.run(jobs, total, executor):
            drawn |= dict(done)
            if progress:
                progress(len(done), total)
        return Library.of(
            self.record(item, shown, form, drawn[name]) for item, shown, files in planned for name, form, _ in files
        )

    def jobs(
        self, planned: list[tuple[Item, Card, list[tuple[str, Format, Layout]]]], drawn: dict[str, Drawn | None]
    ) -> Iterator[Job]:
        for _, shown, files in planned:
            missing = tuple(file for file in files if drawn[file[0]] is None)
            if missing:
                yield Job(shown, self.look(shown.palette), missing, self.cache.folder)

    def run(self, jobs: list[Job], total: int, executor: Executor | None) -> Iterator[list[tuple[str, Drawn]]]:
        if executor is None and total <= FEW:
            yield from map(draw, jobs)
            return
        with own_or(executor) as pool:
            futures = [pool.submit(draw, job) for job in jobs]
            try:
                yield from (future.result() for future in as_completed(futures))
            except BaseException:
                for future in futures:
                    future.cancel()
                raise

    def record(self, item: Item, shown: Card, form: Format, drawn: Drawn | None) -> Record:
        assert drawn
        section = shown.values["section"]
        described = f"{shown.values['title']} – {section}, {self.agency.name}"
        return Record(
            item=item.place.key,
            item_url=item.place.url,
            kind=shown.kind,
            format=form.name,
            channel=form.channel,
            use=form.use,
            url=f"{FOLDER}/{item.place.key}/{form.name}{drawn.path.suffix}",
            width=drawn.width,
            height=drawn.height,
            bytes=drawn.bytes,
            media_type=drawn.media_type,
            sha256=drawn.sha256,
            alt=described,
            source=drawn.path,
        )


@contextmanager
def own_or(executor: Executor | None) -> Iterator[Executor]:
    if executor:
        yield executor
        return
    with ProcessPoolExecutor(max_workers=os.cpu_count(), initializer=leave_interrupts_alone) as pool:
        yield pool


def leave_interrupts_alone() -> None:
    """Ctrl-C reaches every process of a terminal; the first one alone answers it, and stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
