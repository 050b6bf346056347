"""Archive → `build/docs`: plain Markdown with complete front matter. Only files whose bytes changed are written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

import yaml

from chuyenmuc.content.links import attachments, is_picture
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.photo import stripped
from chuyenmuc.project import Project
from chuyenmuc.site.body import attachment_path
from chuyenmuc.site.pages import Page, pages
from chuyenmuc.site.views import Viewer

SafeDumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class Dumper(SafeDumper):  # type: ignore[misc]
    """Quotes whatever begins like a number: YAML 1.2 reads `09` as one, YAML 1.1 as text."""


def quoted(dumper: Any, text: str) -> Any:
    style = "'" if text[:1].isdigit() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


Dumper.add_representer(str, quoted)


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
        yield page.path, markdown(page)
    for item in viewer.archive.items:
        for file in attachments(item):
            yield attachment_path(item, file), stripped(file) if is_picture(file) else file.read_bytes()
    yield "assets/css/mau.css", palette_css(brand).encode()
    if brand.emblem:
        yield emblem_path(brand), project.find(brand.emblem).read_bytes()
    for folder, pattern in (("css", "*.css"), ("js", "*.js"), ("fonts", "*.woff2"), ("icons", "*.svg")):
        for name, path in project.find_all(f"assets/{folder}", pattern).items():
            yield f"assets/{folder}/{name}", path.read_bytes()


def emblem_path(brand: Brand) -> str:
    return f"assets/bieu-trung{PurePath(brand.emblem).suffix.lower()}" if brand.emblem else ""


def markdown(page: Page) -> bytes:
    head = yaml.dump(page.front_matter(), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return f"---\n{head}---\n\n{page.body}\n".encode()


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
