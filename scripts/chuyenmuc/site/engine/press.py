"""Prints assembled pages with MkDocs' own configuration, files, menu and templates, side by side where there are many.

`mkdocs build` does the same, one page after another: the bytes are equal.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import FileSystemBytecodeCache
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, is_error_template, write_file

from chuyenmuc.processes import shared_out

FEW = 200  # pages: so many are printed in this process
OURS = "chuyenmuc"
METHODS = frozenset(dir(dict))


def prints(config: MkDocsConfig) -> bool:
    """Whether nothing but this program's plugin takes part: others may need to see every page in one process."""
    return set(config.plugins) <= {OURS} and not (config.hooks or config.extra_templates or config.strict)


class Press:
    """A site's parts, put together after the configuration has been completed and pages assembled."""

    def __init__(self, config: MkDocsConfig) -> None:
        self.config, plugins = config, config.plugins
        env = config.theme.get_env()
        files = get_files(config)
        files.add_files_from_theme(env, config)
        self.files = plugins.on_files(files, config=config)
        set_exclusions(self.files, config)
        self.nav = plugins.on_nav(get_navigation(self.files, config), config=config, files=self.files)
        self.documents = list(self.files.documentation_pages(inclusion=InclusionLevel.is_included))
        for file in self.documents:
            if file.page is None:
                Page(None, file, config)
        self.env = plugins.on_env(env, config=config, files=self.files)
        self.env.bytecode_cache = compiled(config)
        self.env.auto_reload = False  # else each part of each page asks the disk whether its template changed
        self.env.getattr = keys_first(self.env.getattr)

    def print_all(self) -> None:
        self.files.copy_static_files(inclusion=InclusionLevel.is_included)
        for name in self.config.theme.static_templates:
            self.print_special(name)
        shared_out(self.print_these, self.documents, FEW)

    def print_these(self, documents: Iterable[File]) -> None:
        for file in documents:
            self.print(file)

    def print(self, file: File) -> None:
        html = self.html(file)
        if html.strip():
            write_file(html.encode("utf-8", errors="xmlcharrefreplace"), file.abs_dest_path)

    def html(self, file: File) -> str:
        config, plugins = self.config, self.config.plugins
        page = Page(None, file, config) if file.page is None else file.page
        page = plugins.on_pre_page(page, config=config, files=self.files)
        page.read_source(config)
        page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=self.files)
        self.render(page)
        page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=self.files)
        page.active = True
        try:
            return self.filled(page)
        finally:
            page.active = False
            page.markdown, page.content, page.meta = None, None, {}  # thousands wait for their turn

    def render(self, page: Page) -> None:
        if page.markdown and page.markdown.strip():
            page.render(self.config, self.files)
        else:
            page.content = ""  # setting up a Markdown parser takes longer than all the rest of a list page

    def filled(self, page: Page) -> str:
        config, plugins = self.config, self.config.plugins
        context = get_context(self.nav, self.documents, config, page)
        template = self.env.get_template(page.meta.get("template", "main.html"))
        context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
        return str(plugins.on_post_page(template.render(context), page=page, config=config))

    def print_special(self, name: str) -> None:
        """A page of the theme that no Markdown stands for: for wrong addresses."""
        plugins, config = self.config.plugins, self.config
        base = urlsplit(config.site_url or "/").path if is_error_template(name) else get_relative_url(".", name)
        template = plugins.on_pre_template(self.env.get_template(name), template_name=name, config=config)
        context = get_context(self.nav, self.documents, config, base_url=base)
        context = plugins.on_template_context(context, template_name=name, config=config)
        text = plugins.on_post_template(template.render(context), template_name=name, config=config)
        if not text.strip():
            return
        write_file(text.encode(), os.path.join(config.site_dir, name))  # noqa: PTH118 – MkDocs takes texts


def keys_first(asked: Callable[[Any, str], Any]) -> Callable[[Any, str], Any]:
    """As Jinja finds `a.b`, which for a dictionary means failing at an attribute first, then trying the key."""

    def found(thing: Any, name: str) -> Any:
        if type(thing) is dict and name in thing and name not in METHODS:
            return thing[name]
        return asked(thing, name)

    return found


def compiled(config: MkDocsConfig) -> FileSystemBytecodeCache:
    """Where compiled templates wait for the next run and for other processes: compiling them takes a second."""
    folder = Path(config.config_file_path).parent / "build" / "cache" / "mau-trang"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def print_site(config: MkDocsConfig) -> None:
    """What `mkdocs build` does, for a configuration whose plugins have been started."""
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    Press(config).print_all()
    config.plugins.on_post_build(config=config)
