"""One edition: what is published on one day, checked and drawn, ready to become pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from chuyenmuc.channels.captions import Captions
from chuyenmuc.channels.kit import Kit, kits
from chuyenmuc.checks import check
from chuyenmuc.content.agency import Settings, settings
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.markup import learn
from chuyenmuc.content.reader import read
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.library import Library
from chuyenmuc.images.pool import Progress
from chuyenmuc.images.studio import Studio
from chuyenmuc.project import Project
from chuyenmuc.site import acceptance

BODIES = "than-bai.json"


def one_line(finding: Finding) -> str:
    return f"{finding.file}:{finding.line}: {finding.message}; {finding.fix}"


class ContentProblems(Exception):
    """Errors that keep an edition from being published."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__("\n".join(map(one_line, findings)))
        self.findings = findings


@dataclass(frozen=True)
class Edition:
    project: Project
    settings: Settings
    archive: Archive
    brand: Brand
    library: Library
    today: date
    left_out: tuple[Finding, ...] = ()  # errors of items that a lenient edition does without
    kits: dict[str, Kit] = field(default_factory=dict)  # by item key

    @property
    def kit_files(self) -> dict[str, Path]:
        return {kit.url: kit.source for kit in self.kits.values()}


@dataclass(frozen=True)
class Inspection:
    """The archive with everything that is wrong with it and with the files that shape pages and images."""

    settings: Settings
    archive: Archive
    studio: Studio
    captions: Captions
    findings: list[Finding]

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level == "error"]


def inspect(project: Project) -> Inspection:
    configured, archive = settings(project), read(project)
    learn([item.body for item in archive.items], project.build / "cache" / BODIES)
    studio = Studio.open(project, configured)
    found = [*configured.findings, *acceptance.check(project), *check(archive), *studio.check(archive)]
    captions = Captions(project, configured)
    found += captions.check(archive)
    return Inspection(configured, archive, studio, captions, sorted(set(found)))


def inspect_all(project: Project) -> Inspection:
    """With the texts that find no room in an image; those of items with other errors are not judged."""
    inspection = inspect(project)
    sound = without(inspection.archive, inspection.errors)
    found = {*inspection.findings, *inspection.studio.measure(sound.items)}
    return replace(inspection, findings=sorted(found))


def prepare(
    project: Project, today: date, *, drafts: bool = False, lenient: bool = False, progress: Progress | None = None
) -> Edition:
    """Checks and draws an edition. Raises ContentProblems on errors; `lenient` leaves the broken items out."""
    inspection = inspect(project)
    if inspection.errors and not lenient:
        raise ContentProblems(inspect_all(project).findings)
    archive = without(inspection.archive, inspection.errors)
    archive = archive if drafts else archive.due(today)
    studio = inspection.studio
    library, undrawn = studio.render(archive, progress)
    if undrawn and not lenient:
        raise ContentProblems(sorted({*inspection.findings, *undrawn}))
    archive = without(archive, undrawn)
    errors = (*inspection.errors, *undrawn)
    packed = kits(archive, library, inspection.captions, project.build / "cache" / "kits")
    return Edition(project, inspection.settings, archive, studio.brand, library, today, errors, packed)


def without(archive: Archive, errors: list[Finding]) -> Archive:
    broken = {finding.file for finding in errors}
    return replace(archive, items=tuple(item for item in archive.items if item.place.name not in broken))
