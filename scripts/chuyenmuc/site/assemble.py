"""Archive → `build/docs`: plain Markdown with complete front matter. Only files whose bytes changed are written."""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath

from chuyenmuc.content.links import attachments, is_picture
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.photo import stripped
from chuyenmuc.processes import shared_out
from chuyenmuc.project import Project
from chuyenmuc.site.feeds import feed_files
from chuyenmuc.site.mounting.files import mounting_files
from chuyenmuc.site.pages import pages
from chuyenmuc.site.pages.calendar import calendar_files
from chuyenmuc.site.pages.campaigns import campaign_files
from chuyenmuc.site.pages.documents import document_files
from chuyenmuc.site.pages.infographics import infographic_files
from chuyenmuc.site.pages.page import Loose, Part
from chuyenmuc.site.pages.searching import search_files
from chuyenmuc.site.views.files import attachment_path
from chuyenmuc.site.views.viewer import Viewer

FEW = 300  # pages: so many are made in this process
# Lines that say why, in the parts of the style sheet and the script: a sixth of what a telephone would fetch.
REMARKS = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)\n", re.M | re.S)


def assemble(project: Project, viewer: Viewer, brand: Brand) -> Path:
    """Brings `build/docs` in step with the archive and returns that folder."""
    return assembled(project.build / "docs", list(parts(project, viewer, brand)))


def assembled(docs: Path, made: Sequence[Part]) -> Path:
    shared_out(partial(write, docs), made, FEW)
    sweep(docs, {part.path for part in made})
    return docs


def write(docs: Path, made: Sequence[Part]) -> None:
    for part in made:
        write_changed(docs / part.path, part.content())


def sweep(docs: Path, wanted: Container[str]) -> None:
    """Removes what does not belong, and folders that hold nothing."""
    for top, folders, names in os.walk(docs, topdown=False):
        within = Path(top).relative_to(docs).as_posix()
        for name in names:
            if (f"{within}/{name}" if within != "." else name) not in wanted:
                Path(top, name).unlink()
        if folders or names:
            with suppress(OSError):  # it still holds something
                Path(top).rmdir()


def parts(project: Project, viewer: Viewer, brand: Brand) -> Iterator[Part]:
    """Everything that the site consists of. Making any of it may wait, and happen in another process."""
    made = list(pages(viewer))
    yield from made
    yield from feed_files(viewer)
    yield from document_files(viewer)
    yield from infographic_files(viewer)
    yield from search_files(viewer)
    yield from calendar_files(viewer)
    yield from campaign_files(viewer)
    yield from mounting_files(project, viewer, brand, made)
    for item in viewer.archive.items:
        for file in attachments(item):
            yield Loose(attachment_path(item, file), stamp(file), partial(published, file))
    for name, content in files(project, viewer, brand):
        yield Loose(name, (content,), partial(bytes, content))


def published(file: Path) -> bytes:
    return stripped(file) if is_picture(file) else file.read_bytes()


def stamp(file: Path) -> tuple[object, ...]:
    found = file.stat()
    return (str(file), found.st_size, found.st_mtime_ns)


def files(project: Project, viewer: Viewer, brand: Brand) -> Iterator[tuple[str, bytes]]:
    if brand.emblem:
        yield emblem_path(brand), project.find(brand.emblem).read_bytes()
    for folder, pattern in (("css", "*.css"), ("js", "*.js"), ("fonts", "*.woff2"), ("icons", "*.svg")):
        for name, path in project.find_all(f"assets/{folder}", pattern).items():
            yield f"assets/{folder}/{name}", path.read_bytes()
    style = palette_css(brand) + joined(project, "assets/css/chuyen-muc", "*.css")
    yield "assets/css/chuyen-muc.css", style.encode()
    yield "assets/js/chuyen-muc.js", ('"use strict";\n' + joined(project, "assets/js/chuyen-muc", "*.js")).encode()


def joined(project: Project, folder: str, pattern: str) -> str:
    """The parts of a style sheet or script, in the order of their names, as the one file that browsers fetch."""
    whole = "\n".join(path.read_text("utf-8").strip() for path in project.find_all(folder, pattern).values())
    return REMARKS.sub("", f"{whole}\n")


def emblem_path(brand: Brand) -> str:
    return f"assets/bieu-trung{PurePath(brand.emblem).suffix.lower()}" if brand.emblem else ""


def palette_css(brand: Brand) -> str:
    """The brand's colours as custom properties, and a class for each section colour."""
    rules = [":root{" + "".join(f"--{name}:{value};" for name, value in brand.colors.items()) + "}"]
    for name, palette in brand.palettes.items():
        rules.append(f".mau-{name}{{" + "".join(f"--{role}:{value};" for role, value in palette.roles()) + "}")
    return "\n".join(rules) + "\n"


def write_changed(path: Path, content: bytes) -> bool:
    """Whether there was anything to write."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
