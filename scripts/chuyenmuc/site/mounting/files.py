"""The files beside the pages by which the site is mounted, found and kept at hand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import partial

from jinja2 import Environment, FileSystemLoader

from chuyenmuc.images.brand import Brand
from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.mounting import icons, latest
from chuyenmuc.site.pages.page import Loose, Page
from chuyenmuc.site.structured import sitemap
from chuyenmuc.site.views.viewer import View, Viewer

TEMPLATES = "templates/mounting"
MANIFEST, WORKER = "ung-dung.webmanifest", "sw.js"
OFFLINE = "ngoai-tuyen/"
SEEN_OFFLINE = ("assets/css/chuyen-muc.css", "assets/js/chuyen-muc.js")


def mounting_files(project: Project, viewer: Viewer, brand: Brand, pages: Sequence[Page]) -> Iterator[Loose]:
    for path, content in files(project, viewer, brand, pages):
        yield Loose(path, (content,), partial(bytes, content))


def files(project: Project, viewer: Viewer, brand: Brand, pages: Sequence[Page]) -> Iterator[tuple[str, bytes]]:
    if viewer.settings.site_url:  # it holds whole addresses
        yield sitemap.NAME, sitemap.sitemap(viewer, pages)
    yield sitemap.ROBOTS, sitemap.robots(viewer)
    yield from latest.feeds(viewer)
    newest = [latest.near(viewer, item) for item in viewer.archive.stream[: latest.MOST]]
    shown = {"title": viewer.settings.marked(viewer.settings.site_name), "newest": newest}
    yield f"{latest.FOLDER}/moi-nhat.js", filled(project, "moi-nhat.js", shown)
    yield f"{latest.FOLDER}/khung.js", filled(project, "khung.js", shown)
    yield MANIFEST, manifest(viewer, brand)
    yield from icons.icons(project, brand)
    yield WORKER, worker(project, viewer)


def filled(project: Project, name: str, values: View) -> bytes:
    folders = [str(project.root / TEMPLATES), str(SHIPPED / TEMPLATES)]
    environment = Environment(loader=FileSystemLoader(folders), keep_trailing_newline=True, autoescape=False)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    return environment.get_template(name).render(values).encode()


def manifest(viewer: Viewer, brand: Brand) -> bytes:
    agency, name = viewer.settings.agency, viewer.settings.site_name
    given = {
        "name": name,
        "short_name": agency.short_name or agency.name,
        "lang": "vi",
        "start_url": "./",
        "scope": "./",
        "display": "browser",
        "theme_color": brand.colors["primary"],
        "background_color": brand.colors["paper"],
        "icons": [
            {
                "src": f"{icons.FOLDER}/{file}",
                "sizes": f"{side}x{side}",
                "type": "image/png",
                "purpose": "maskable" if file.endswith("tron.png") else "any",
            }
            for file, side, _ in icons.ICONS
        ],
    }
    return (json.dumps(given, ensure_ascii=False, indent=1) + "\n").encode()


def worker(project: Project, viewer: Viewer) -> bytes:
    """Its version is that of all it keeps, so that a new edition of the page without network replaces the old."""
    fonts = [f"assets/fonts/{name}" for name in project.find_all("assets/fonts", "*.woff2")]
    digest = hashlib.sha256(repr(viewer.settings).encode())
    for folder, pattern in KEPT_FROM:
        for path in project.find_all(folder, pattern).values():
            digest.update(path.read_bytes())
    kept = [*SEEN_OFFLINE, *fonts]
    return filled(project, WORKER, {"version": digest.hexdigest()[:16], "offline": OFFLINE, "kept": kept})


KEPT_FROM = (
    ("assets/css/chuyen-muc", "*.css"),
    ("assets/js/chuyen-muc", "*.js"),
    ("assets/fonts", "*.woff2"),
    ("templates/site", "*.html"),
    ("templates/site/partials", "*.html"),
    (TEMPLATES, "*.js"),
)
