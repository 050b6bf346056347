"""`build/mkdocs.yml`: with it MkDocs, or Zensical, makes the pages of `build/docs` without this program's plugin."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.defaults import MkDocsConfig

from chuyenmuc.project import Project
from chuyenmuc.site.assemble import write_changed

NAME, TEMPLATES = "mkdocs.yml", "mau-trang"


def write_portable(project: Project, config: MkDocsConfig, folders: list[str]) -> None:
    """The completed configuration as a file, and the templates in one folder: both engines take only one."""
    target = project.build / TEMPLATES
    shutil.rmtree(target, ignore_errors=True)
    for folder in map(Path, reversed(folders)):  # what stands in the first wins
        shutil.copytree(folder, target, dirs_exist_ok=True)
    text = yaml.safe_dump(portable(config), allow_unicode=True, sort_keys=False, width=1000)
    write_changed(project.build / NAME, text.encode())


def portable(config: MkDocsConfig) -> dict[str, Any]:
    given: dict[str, Any] = {"site_name": config.site_name, "site_url": config.site_url or ""}
    given |= {"site_description": config.site_description or "", "docs_dir": "docs", "site_dir": "site"}
    given |= {"theme": {"name": "material", "language": "vi", "font": False, "custom_dir": TEMPLATES}}
    given |= {"use_directory_urls": True, "plugins": [], "nav": config.nav, "extra": dict(config.extra)}
    given |= {"extra_css": [str(path) for path in config.extra_css], "markdown_extensions": extensions(config)}
    return given | {"validation": {"nav": {"omitted_files": "ignore"}}}


def extensions(config: MkDocsConfig) -> list[object]:
    options = config.mdx_configs
    return [{name: dict(options[name])} if options.get(name) else name for name in config.markdown_extensions]
