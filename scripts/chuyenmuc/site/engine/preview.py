"""A preview that stays: it keeps in memory what each page is made of, and after an edit prints only what changed.

What it serves equals a site made from nothing, byte for byte. An item with errors keeps its last good page.
"""

from __future__ import annotations

import gc
import hashlib
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config import load_config
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as Printed
from pydantic import BaseModel

from chuyenmuc.content.finding import Finding
from chuyenmuc.images.library import Library, Record, WebFile
from chuyenmuc.images.publish import publish, put
from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.assemble import assembled, parts, write_changed
from chuyenmuc.site.edition import Edition, Memory, prepare
from chuyenmuc.site.engine.plugin import completed, viewer_of
from chuyenmuc.site.engine.press import Press
from chuyenmuc.site.engine.search import Known, index, shares
from chuyenmuc.site.engine.unchanged import files
from chuyenmuc.site.pages.page import Page, Part
from chuyenmuc.site.views.viewer import Viewer

AT_ONCE = 0.4  # seconds of printing before readers see the first of what changed
FRONT = ("index.md", "rss.xml", "feed.json")
Tell = Callable[[list[Finding]], None]


@dataclass
class Shown:
    """One generation: a folder with the assembled pages and the site, and all that they were made of."""

    folder: Path
    memory: Memory
    edition: Edition
    viewer: Viewer
    press: Press
    parts: dict[str, Part]
    frame: object
    waiting: dict[str, bool] = field(default_factory=dict)  # by path; True: print it though its sheet is the same
    searched: Known = field(default_factory=dict)

    @property
    def docs(self) -> Path:
        return self.folder / "docs"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def index(self) -> None:
        """One share at a time: an edit may come meanwhile, and wants the other processor."""
        index(self.site, shares(len(self.edition.archive.items)), self.searched, at_once=1)


class Preview:
    """`refresh` after each change, then `finish`, which may run beside readers."""

    def __init__(self, project: Project, today: date, tell: Tell = lambda findings: None) -> None:
        self.project, self.today, self.tell = project, today, tell
        self.folder = project.build / "xem-thu"
        self.lock = threading.RLock()
        self.design = ""
        self.generation = 0
        self.told: set[Finding] = set()
        self.shown: Shown | None = None

    @property
    def site(self) -> Path:
        assert self.shown
        return self.shown.site

    def refresh(self) -> None:
        """Brings the site in step with the files: at once what readers look for first, the rest by `finish`."""
        with self.lock:
            design = self.state()
            if self.shown is None or design != self.design:
                self.begin()
                self.design = design
            else:
                self.follow(self.shown)

    def state(self) -> str:
        """Of everything but the content."""
        own = (self.project.config, self.project.root / "assets", self.project.root / "templates")
        every = chain.from_iterable(files(str(path)) for path in (*own, SHIPPED / "assets", SHIPPED / "templates"))
        return hashlib.sha256("\n".join(every).encode()).hexdigest()

    # From nothing -------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """A new generation. The last one stands until this one is complete."""
        if self.shown is None:
            self.close()
        self.generation += 1
        folder = self.folder / str(self.generation)
        try:
            shown = self.made(folder, Memory())
            shown.press.print_all()
            publish(shown.edition.library, shown.site, shown.edition.kit_files)
            shown.index()
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        before, self.shown = self.shown, shown
        if before:
            shutil.rmtree(before.folder, ignore_errors=True)
        settle()

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def made(self, folder: Path, memory: Memory) -> Shown:
        edition, viewer = self.looked(memory)
        every = {part.path: part for part in parts(self.project, viewer, edition.brand)}
        assembled(folder / "docs", list(every.values()))
        press = self.pressed(folder, edition, viewer)
        return Shown(folder, memory, edition, viewer, press, every, frame(edition, viewer))

    def looked(self, memory: Memory) -> tuple[Edition, Viewer]:
        edition = prepare(self.project, self.today, drafts=True, lenient=True, memory=memory)
        self.tell([finding for finding in edition.left_out if finding not in self.told])
        self.told = set(edition.left_out)
        return edition, replace(viewer_of(edition, self.today), preview=True)

    def pressed(self, folder: Path, edition: Edition, viewer: Viewer) -> Press:
        (folder / "site").mkdir(parents=True, exist_ok=True)
        config = load_config(str(self.project.config), site_dir=str(folder / "site"), docs_dir=str(folder / "docs"))
        config.plugins.on_startup(command="serve", dirty=False)
        completed(config, edition, viewer)
        config.extra["cm"]["policy"] = ""  # it would stop the script by which a preview reloads
        return Press(config)

    # After an edit ------------------------------------------------------------------------------------------------

    def follow(self, shown: Shown) -> None:
        known = {id(item) for item in shown.edition.archive.items}
        before = shown.edition
        shown.edition, shown.viewer = self.looked(shown.memory)
        shown.edition.archive.after(before.archive)
        every = {part.path: part for part in parts(self.project, shown.viewer, shown.edition.brand)}
        changed = [path for path, part in every.items() if differs(shown.parts.get(path), part)]
        gone = shown.parts.keys() - every.keys()
        new_pages = [path for path in changed if path not in shown.parts and path.endswith(".md")]
        shown.parts = every
        shown.waiting |= dict.fromkeys(changed, False)
        for path in gone:
            self.removed(shown, path)
        self.reframed(shown) if shown.frame != frame(shown.edition, shown.viewer) else self.added(shown, new_pages)
        illustrate(shown, before)
        new = {item.place.page for item in shown.edition.archive.items if id(item) not in known}
        self.print(shown, sorted(shown.waiting, key=lambda path: (urgency(path, new), path)), AT_ONCE)

    def reframed(self, shown: Shown) -> None:
        """What stands on every page has changed, the menu for instance: all are printed again."""
        for path in shown.waiting:
            write_changed(shown.docs / path, shown.parts[path].content())
        shown.press = self.pressed(shown.folder, shown.edition, shown.viewer)
        shown.frame = frame(shown.edition, shown.viewer)
        shown.waiting |= dict.fromkeys(shown.parts, True)
        for name in shown.press.config.theme.static_templates:
            shown.press.print_special(name)

    def added(self, shown: Shown, paths: Iterable[str]) -> None:
        press = shown.press
        for path in paths:
            file = File(path, str(shown.docs), str(shown.site), press.config.use_directory_urls)
            file.inclusion = InclusionLevel.INCLUDED
            Printed(None, file, press.config)
            press.files.append(file)
            press.documents.append(file)

    def removed(self, shown: Shown, path: str) -> None:
        shown.waiting.pop(path, None)
        file = shown.press.files.get_file_from_path(path)
        target = Path(file.abs_dest_path) if file else shown.site / path
        if file:
            shown.press.files.remove(file)
            shown.press.documents = [other for other in shown.press.documents if other is not file]
        for each, root in ((shown.docs / path, shown.docs), (target, shown.site)):
            each.unlink(missing_ok=True)
            emptied(each.parent, root)

    def print(self, shown: Shown, paths: Iterable[str], seconds: float) -> None:
        """In the given order, and no longer than that; what is left waits."""
        until = time.monotonic() + seconds
        for path in paths:
            if time.monotonic() > until:
                return
            always, shown.waiting[path] = shown.waiting[path], True  # should it fail midway
            self.print_one(shown, shown.parts[path], always=always)
            del shown.waiting[path]

    def print_one(self, shown: Shown, part: Part, *, always: bool) -> None:
        content = part.content()
        written = write_changed(shown.docs / part.path, content)
        if not isinstance(part, Page):
            write_changed(shown.site / part.path, content)
        elif (written or always) and (file := shown.press.files.get_file_from_path(part.path)):
            shown.press.print(file)

    def finish(self) -> bool:
        """Prints what waits, a little at a time, so that an edit need not wait for it; then what serves searching.

        Gives whether anything is still to be done: then another edit has come.
        """
        while (shown := self.shown) and shown.waiting:
            with self.lock:
                self.print(shown, sorted(shown.waiting, key=lambda path: (urgency(path, set()), path)), 0.1)
        with self.lock:
            shown = self.shown
            if shown is None or shown.waiting:
                return True
            publish(shown.edition.library, shown.site, shown.edition.kit_files)
        shown.index()
        gc.freeze()  # as `settle`, without looking for garbage: the next edit may come at any moment
        return bool(shown.waiting)


def settle() -> None:
    """What stands by now stays: looking it through for garbage after each edit would take a third of the time."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def frame(edition: Edition, viewer: Viewer) -> object:
    """What the engine's configuration gives to every page."""
    config: Any = SimpleNamespace(nav=None, theme=SimpleNamespace(dirs=[], static_templates=set()))
    config.extra_css, config.extra, config.markdown_extensions = [], {}, []
    completed(config, edition, viewer)
    return config.nav, config.extra


def differs(old: Part | None, new: Part) -> bool:
    return old is None or len(old.made_of) != len(new.made_of) or not all(map(same, old.made_of, new.made_of))


def same(old: object, new: object) -> bool:
    """Items and sections stay the same objects while nothing of them changes; all else is compared."""
    return old is new or (not isinstance(new, BaseModel) and type(old) is type(new) and old == new)


def urgency(path: str, new: set[str]) -> int:
    """The edited item, then home and the feeds of the whole, first pages of lists, the others, the library last."""
    if path in new:
        return 0
    if path in FRONT:
        return 1
    if path.startswith("kho-tu-lieu/"):
        return 5 if path.endswith("/index.md") else 4
    return 2 if path.endswith(("/index.md", "/rss.xml", "/feed.json")) else 3


def illustrate(shown: Shown, before: Edition) -> None:
    """Puts new images in place before the pages that show them."""
    known = {file.url: file.sha256 for file in drawn(before.library)}
    for file in drawn(shown.edition.library):
        if known.get(file.url) != file.sha256:
            put(file.source, shown.site / file.url)


def drawn(library: Library) -> Iterator[Record | WebFile]:
    yield from library.records
    for copies in library.web.values():
        yield from copies


def emptied(folder: Path, root: Path) -> None:
    """Removes a folder that holds nothing, and those above it."""
    with suppress(OSError):  # it still holds something
        while folder != root:
            folder.rmdir()
            folder = folder.parent
