"""What one process does: composes, paints and encodes the files of a few items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from chuyenmuc.images.cache import Drawn, store
from chuyenmuc.images.compose import DoesNotFit, compose
from chuyenmuc.images.encode import TooHeavy, encoded
from chuyenmuc.images.paint import paint
from chuyenmuc.images.plan import Plan, Wanted

ITEMS = 4  # of one job: their formats and layouts travel to the other process once


@dataclass(frozen=True, slots=True)
class Job:
    """The files that are to be drawn for a few items; travels to another process."""

    plans: tuple[Plan, ...]
    folder: Path

    @property
    def size(self) -> int:
        return sum(len(plan.files) for plan in self.plans)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job. Texts that find no room and files too heavy are told, not raised."""

    done: int
    drawn: tuple[Drawn, ...] = ()
    fitting: tuple[str, ...] = ()
    tight: tuple[tuple[str, str], ...] = ()  # key of the file, and the text (empty: not known which)
    heavy: tuple[str, ...] = ()


Work = Callable[[Job], Outcome]


def jobs(plans: Iterable[Plan], lacks: Callable[[str], bool], folder: Path) -> Iterator[Job]:
    """Jobs for the files that are lacking."""
    few: list[Plan] = []
    for plan in plans:
        files = tuple(file for file in plan.files if lacks(file.key))
        if files:
            few.append(replace(plan, files=files))
        if len(few) == ITEMS:
            yield Job(tuple(few), folder)
            few = []
    if few:
        yield Job(tuple(few), folder)


def wanted(job: Job) -> Iterator[tuple[Plan, Wanted]]:
    for plan in job.plans:
        for file in plan.files:
            yield plan, file


def draw(job: Job) -> Outcome:
    drawn: list[Drawn] = []
    tight: list[tuple[str, str]] = []
    heavy: list[str] = []
    for plan, file in wanted(job):
        try:
            drawn.append(draw_one(plan, file, job.folder))
        except DoesNotFit as problem:
            tight.append((file.key, problem.text))
        except TooHeavy:
            heavy.append(file.key)
    return Outcome(job.size, tuple(drawn), (), tuple(tight), tuple(heavy))


def draw_one(plan: Plan, file: Wanted, folder: Path) -> Drawn:
    scene = compose(file.layout, plan.card, file.form, plan.look)
    content, suffix = encoded(paint(scene), scene.has_photo, file.form.max_kb * 1024)
    return store(folder, file.key, content, suffix, file.form.size)


def measure(job: Job) -> Outcome:
    """Only finds out what fits."""
    fitting: list[str] = []
    tight: list[tuple[str, str]] = []
    for plan, file in wanted(job):
        try:
            compose(file.layout, plan.card, file.form, plan.look)
            fitting.append(file.key)
        except DoesNotFit as problem:
            tight.append((file.key, problem.text))
    return Outcome(job.size, (), tuple(fitting), tuple(tight))
