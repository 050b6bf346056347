"""Lets plain `mkdocs build` and `mkdocs serve` make the same site: one plugin, which works from any folder."""

from __future__ import annotations

import logging
import os
from contextvars import ContextVar
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

import mkdocs
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir

from chuyenmuc.images.publish import publish
from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.assemble import assemble, emblem_path
from chuyenmuc.site.edition import Edition, prepare
from chuyenmuc.site.engine.portable import write_portable
from chuyenmuc.site.engine.search import index, shares
from chuyenmuc.site.mounting.policy import in_page
from chuyenmuc.site.pages import front
from chuyenmuc.site.problems import ContentProblems, one_line
from chuyenmuc.site.views.menu import menu
from chuyenmuc.site.views.phones import agency
from chuyenmuc.site.views.viewer import Viewer
from chuyenmuc.vietnamese.dates import TIME_ZONE

# Set by the chuyenmuc commands; plain mkdocs leaves them empty.
EDITION: ContextVar[Edition | None] = ContextVar("edition", default=None)
TODAY: ContextVar[date | None] = ContextVar("today", default=None)

STYLE = "assets/css/chuyen-muc.css"
STAMP = "SOURCE_DATE_EPOCH"
MARKDOWN = ["chuyenmuc.site.engine.reading", "chuyenmuc.site.engine.strict_html"]
MATERIAL = Path(get_theme_dir("material"))
MKDOCS = Path(mkdocs.__file__).parent / "templates"  # under every theme: a template of the sitemap
WATCHED = ("content", "assets", "templates")
log = logging.getLogger("mkdocs.plugins.chuyenmuc")


class NoOptions(Config):  # type: ignore[no-untyped-call]
    """The plugin takes none: agency, brand and formats have files of their own."""


class ChuyenMucPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]
    def __init__(self) -> None:
        super().__init__()
        self.serving = False
        self.edition: Edition | None = None
        self.heads: dict[str, dict[str, Any]] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        project = Project(Path(config.config_file_path).resolve().parent)
        today = TODAY.get() or datetime.now(TIME_ZONE).date()
        self.edition = EDITION.get() or self.prepared(project, today)
        viewer = replace(viewer_of(self.edition, today), preview=self.serving)
        config.docs_dir = str(assemble(project, viewer, self.edition.brand))
        config = completed(config, self.edition, viewer)
        if self.serving:
            config.extra["cm"]["policy"] = ""  # it would stop the script by which a preview reloads
        else:
            write_portable(project, config, template_folders(project))
        return config

    def prepared(self, project: Project, today: date) -> Edition:
        try:
            edition = prepare(project, today, drafts=self.serving, lenient=self.serving)
            for finding in edition.left_out:
                log.error("chưa hiện bài lỗi: %s", one_line(finding))
            return edition
        except ContentProblems as problems:
            for line in str(problems).splitlines():
                log.error(line)
            raise Abort("Nội dung còn lỗi; chạy “chuyenmuc check” để xem đủ.") from problems

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Without the scripts and styles of Material, more than a megabyte that no page of ours fetches.

        Nor a template of MkDocs that would be copied as it is: the sitemap is assembled, or there is none.
        """
        for file in [file for file in files if file.src_dir and of_a_theme(Path(file.src_dir))]:
            files.remove(file)
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str:
        """The text alone. MkDocs would take milliseconds to read the front matter as YAML."""
        self.heads[page.file.src_uri], body = front.read(Path(str(page.file.abs_src_path)).read_text("utf-8"))
        return f"\n{body}"  # an empty line ends MkDocs' own search for front matter

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        page.meta.update(self.heads.pop(page.file.src_uri))
        return markdown

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.edition:
            publish(self.edition.library, Path(config.site_dir), self.edition.kit_files)
            index(Path(config.site_dir), shares(len(self.edition.archive.items)))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
        server.unwatch(config.docs_dir)  # assembled by the build itself: watching it would build twice
        root = Path(config.config_file_path).parent
        for name in WATCHED:
            if (root / name).is_dir():
                server.watch(str(root / name))
        return server


def viewer_of(edition: Edition, today: date) -> Viewer:
    return Viewer(edition.archive, edition.library, edition.settings, today, edition.kits, edition.use_kits)


def of_a_theme(folder: Path) -> bool:
    return folder.is_relative_to(MATERIAL) or folder.is_relative_to(MKDOCS)


def completed(config: MkDocsConfig, edition: Edition, viewer: Viewer) -> MkDocsConfig:
    """The configuration with what every page prints: the menu, the agency, the templates."""
    today = viewer.today
    config.nav = navigation(edition)
    config.theme.dirs[:0] = template_folders(edition.project)
    config.extra_css = [STYLE, *config.extra_css]
    config.extra["cm"] = {
        "agency": agency(edition.settings.agency),
        "year": today.year,
        "emblem": emblem_path(edition.brand),
    }
    config.extra["cm"] |= {"menu": menu(edition.archive), "search_shares": shares(len(edition.archive.items))}
    config.extra["cm"] |= {"policy": in_page(), "theme_color": edition.brand.colors["primary"]}
    config.markdown_extensions += MARKDOWN
    config.theme.static_templates.discard("sitemap.xml")  # assembled: theirs gives every page the day of the build
    # MkDocs stamps the sitemap with the clock unless told the moment.
    midnight = datetime(today.year, today.month, today.day, tzinfo=TIME_ZONE)
    os.environ.setdefault(STAMP, str(int(midnight.timestamp())))
    return config


def navigation(edition: Edition) -> list[dict[str, str]]:
    """Home and the sections. Articles stay out: MkDocs' cost grows with the square of what stands in `nav`."""
    sections = [{section.title: f"{section.path}/index.md"} for section in edition.archive.ordered_sections]
    return [{"Trang chủ": "index.md"}, *sections]


def template_folders(project: Project) -> list[str]:
    folders = dict.fromkeys([project.root / "templates" / "site", SHIPPED / "templates" / "site"])
    return [str(folder) for folder in folders if folder.is_dir()]
