"""One edition: what is published on one day, checked and drawn, ready to become pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from chuyenmuc.channels.captions import Captions, announced
from chuyenmuc.channels.kit import Kit, kits
from chuyenmuc.checks import check, locked
from chuyenmuc.checks import memory as judging
from chuyenmuc.content import memory as reading
from chuyenmuc.content.agency import Settings, settings
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.content.markup import learn
from chuyenmuc.content.messages import MISSING
from chuyenmuc.content.reader import read
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.library import Library, Record
from chuyenmuc.images.pool import Progress
from chuyenmuc.images.studio import Studio
from chuyenmuc.project import Project
from chuyenmuc.site import acceptance
from chuyenmuc.site.lighter import lightened
from chuyenmuc.site.problems import ContentProblems

if TYPE_CHECKING:  # the presses are slow to load, and many commands do without
    from chuyenmuc.campaigns.brief import Brief
    from chuyenmuc.campaigns.kits.packs import UseKit
    from chuyenmuc.campaigns.production import Production as Campaigns
    from chuyenmuc.infographics.production import Production as Infographics

BODIES = "than-bai.json"
Held = tuple[list[Record], tuple[str, ...]]  # what a kit is made of beside its item: pictures, hashtags


@dataclass(frozen=True)
class Edition:
    project: Project
    settings: Settings
    archive: Archive
    brand: Brand
    library: Library
    today: date
    left_out: tuple[Finding, ...] = ()  # errors of items that a lenient edition does without, what drafts still lack
    kits: dict[str, Kit] = field(default_factory=dict)  # by item key
    use_kits: dict[str, tuple[UseKit, ...]] = field(default_factory=dict)  # of campaigns, by place of use
    reminders: int = 0  # how many findings do not keep it from being published

    @property
    def kit_files(self) -> dict[str, Path]:
        by_use = {kit.url: kit.source for kits in self.use_kits.values() for kit in kits}
        return {kit.url: kit.source for kit in self.kits.values()} | by_use


@dataclass(frozen=True)
class Inspection:
    """The archive with everything that is wrong with it and with the files that shape pages and images."""

    settings: Settings
    archive: Archive
    studio: Studio
    captions: Captions
    infographics: Infographics
    campaigns: Campaigns
    findings: list[Finding]

    @property
    def errors(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.level == "error"]

    @property
    def lacking(self) -> list[Finding]:
        """What drafts still lack."""
        return [found for found in self.findings if found.level == "warning" and found.rule == MISSING]

    @property
    def unreadable(self) -> list[Finding]:
        """Of these the drafts that lack too much to be shown."""
        unread = set(self.archive.unread)
        return [finding for finding in self.lacking if finding.file in unread]


@dataclass
class Memory:
    """What a preview keeps from one edition to the next, as long as design and configuration stay as they are."""

    files: reading.Memory = field(default_factory=reading.Memory)
    checks: judging.Memory = field(default_factory=judging.Memory)
    tools: Tools | None = None
    kits: dict[str, tuple[Item, Held, Kit | None]] = field(default_factory=dict)
    use_kits: dict[str, tuple[Brief, list[Record], list[str], tuple[UseKit, ...]]] = field(default_factory=dict)
    good: dict[str, Item] = field(default_factory=dict)

    def sound(self, archive: Archive, errors: list[Finding]) -> Archive:
        """Without broken items; of those that were sound before, as they were then."""
        kept = without(archive, errors)
        last = [item for name in {finding.file for finding in errors} if (item := self.good.get(name))]
        return replace(kept, items=tuple(sorted((*kept.items, *last), key=file_order))) if last else kept


@dataclass(frozen=True)
class Tools:
    """What is made of configuration and design."""

    settings: Settings
    studio: Studio
    captions: Captions
    infographics: Infographics
    campaigns: Campaigns
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, project: Project) -> Tools:
        from chuyenmuc.campaigns.production import Production as Campaigns
        from chuyenmuc.infographics.production import Production as Infographics

        configured = settings(project)
        found = (*configured.findings, *acceptance.check(project))
        studio = Studio.open(project, configured)
        infographics, campaigns = Infographics(studio), Campaigns(studio)
        found = (*found, *infographics.findings, *campaigns.findings)
        return cls(configured, studio, Captions(project, configured), infographics, campaigns, found)


def inspect(project: Project, memory: Memory | None = None, today: date | None = None) -> Inspection:
    archive = read(project, memory.files if memory else None)
    learn([item.body for item in archive.items], project.build / "cache" / BODIES)
    memory = memory or Memory()
    tools = memory.tools = memory.tools or Tools.of(project)
    found = [*tools.findings, *check(archive, memory.checks, today)]
    found += memory.checks.by_studio.of(archive.items, lambda items: tools.studio.check(archive.only(items)))
    found += [*tools.captions.check(archive), *locked.said(archive, tools.settings.sayings)]
    return Inspection(
        tools.settings, archive, tools.studio, tools.captions, tools.infographics, tools.campaigns, sorted(set(found))
    )


def inspect_all(project: Project, today: date | None = None) -> Inspection:
    """With the texts that find no room in an image; those of items with other errors are not judged."""
    inspection = inspect(project, today=today)
    sound = without(inspection.archive, inspection.errors)
    found = {*inspection.findings, *inspection.studio.measure(sound.items)}
    found |= {*inspection.infographics.measure(sound.items), *inspection.campaigns.measure(sound)}
    return replace(inspection, findings=sorted(found))


def prepare(
    project: Project,
    today: date,
    *,
    drafts: bool = False,
    lenient: bool = False,
    progress: Progress | None = None,
    memory: Memory | None = None,
) -> Edition:
    """Checks and draws an edition. Raises ContentProblems on errors; `lenient` leaves the broken items out."""
    inspection = inspect(project, memory, today)
    if inspection.errors and not lenient:
        raise ContentProblems(inspect_all(project, today).findings)
    memory = memory or Memory()
    archive = memory.sound(inspection.archive, [*inspection.errors, *inspection.unreadable])
    archive = archive if drafts else archive.due(today)
    library, undrawn = rendered(inspection, archive, progress)
    if undrawn and not lenient:
        raise ContentProblems(sorted({*inspection.findings, *undrawn}))
    if undrawn:
        archive = memory.sound(archive, undrawn)
        library, _ = rendered(inspection, archive)
    memory.good = {item.place.name: item for item in archive.items}
    library = lightened(archive, library, inspection.studio)
    told = (*inspection.errors, *inspection.lacking, *undrawn)
    packed = packs(archive, library, inspection, memory)
    by_use = packs_by_use(archive, library, inspection, memory)
    brand, reminders = inspection.studio.brand, len(inspection.findings) - len(inspection.errors)
    return Edition(project, inspection.settings, archive, brand, library, today, told, packed, by_use, reminders)


def rendered(
    inspection: Inspection, archive: Archive, progress: Progress | None = None
) -> tuple[Library, list[Finding]]:
    """Every image and file of an archive, and what could not be made."""
    library, undrawn = inspection.studio.render(archive, progress)
    records, unmade = inspection.infographics.render(archive, progress)
    works, undone = inspection.campaigns.render(archive, progress)
    more = [*records, *works]
    return (Library.of([*library.records, *more]) if more else library), [*undrawn, *unmade, *undone]


def packs(archive: Archive, library: Library, inspection: Inspection, memory: Memory) -> dict[str, Kit]:
    """A kit for each item that has images; kits of items that are the same as before are taken as they are."""
    held = {item.place.key: (library.offered(item.place.key), announced(item, archive)) for item in archive.items}
    known = {item.place.key: memory.kits.get(item.place.key) for item in archive.items}
    new = [item for item in archive.items if not fits(known[item.place.key], item, held[item.place.key])]
    folder = inspection.studio.project.build / "cache" / "kits"
    made = kits(archive.only(new), library, inspection.captions, folder)
    changed = {item.place.key: (item, held[item.place.key], made.get(item.place.key)) for item in new}
    memory.kits = {key: was for key in known if (was := changed.get(key, known[key]))}
    return {key: kit for key, (_, _, kit) in memory.kits.items() if kit}


def fits(known: tuple[Item, Held, Kit | None] | None, item: Item, held: Held) -> bool:
    return known is not None and known[0] is item and known[1] == held


def packs_by_use(
    archive: Archive, library: Library, inspection: Inspection, memory: Memory
) -> dict[str, tuple[UseKit, ...]]:
    """The kits of each campaign; those of one that is the same as before are taken as they are."""
    from chuyenmuc.campaigns.kits.packs import use_kits

    folder, found = inspection.studio.project.build / "cache" / "use-kits", {}
    for front in archive.fronts.values():
        key, commission = front.place.key, inspection.campaigns.commission(front, archive)
        records, digest = library.offered(key), inspection.studio.digest
        now = commission.brief, records, [digest(path) for path in commission.brief.files]
        known = memory.use_kits.get(key)
        same = known is not None and known[:3] == now
        found[key] = (*now, known[3] if same and known else use_kits(front, commission, records, folder, digest))
    memory.use_kits = found
    return {key: made for key, (*_, made) in found.items() if made}


def file_order(item: Item) -> tuple[str, str]:
    """That in which the reader goes through folders."""
    folder, _, name = item.place.name.rpartition("/")
    return folder.replace("/", "\0"), name


def without(archive: Archive, errors: list[Finding]) -> Archive:
    broken = {finding.file for finding in errors}
    return replace(archive, items=tuple(item for item in archive.items if item.place.name not in broken))
