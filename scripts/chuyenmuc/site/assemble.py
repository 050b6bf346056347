"""Archive → `build/docs`: plain Markdown with complete front matter. Only files whose bytes changed are written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from chuyenmuc.content.links import attachments, is_picture
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.photo import stripped
from chuyenmuc.project import Project
from chuyenmuc.site.pages import pages
from chuyenmuc.site.pages.body import attachment_path
from chuyenmuc.site.pages.front import written
from chuyenmuc.site.views.viewer import Viewer


def assemble(project: Project, viewer: Viewer, brand: Brand) -> Path:
    """Brings `build/docs` in step with the archive and returns that folder."""
    docs = project.build / "docs"
    wanted = dict(files(project, viewer, brand))
    for name, content in wanted.items():
        write_changed(docs / name, content)
    for path in sorted(docs.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(docs).as_posix() not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    return docs


def files(project: Project, viewer: Viewer, brand: Brand) -> Iterator[tuple[str, bytes]]:
    for page in pages(viewer):
        sheet = page.make()
        yield page.path, written(sheet.front_matter(), sheet.body).encode()
    for item in viewer.archive.items:
        for file in attachments(item):
            yield attachment_path(item, file), stripped(file) if is_picture(file) else file.read_bytes()
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
    return "\n".join(path.read_text("utf-8").strip() for path in project.find_all(folder, pattern).values()) + "\n"


def emblem_path(brand: Brand) -> str:
    return f"assets/bieu-trung{PurePath(brand.emblem).suffix.lower()}" if brand.emblem else ""


def palette_css(brand: Brand) -> str:
    """The brand's colours as custom properties, and a class for each section colour."""
    rules = [":root{" + "".join(f"--{name}:{value};" for name, value in brand.colors.items()) + "}"]
    for name, palette in brand.palettes.items():
        rules.append(f".mau-{name}{{" + "".join(f"--{role}:{value};" for role, value in palette.roles()) + "}")
    return "\n".join(rules) + "\n"


def write_changed(path: Path, content: bytes) -> None:
    if path.is_file() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
