"""Whether mkdocs.yml builds this site: without the plugin and the theme MkDocs would build something else."""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Iterator
from typing import Any

import mkdocs
import yaml

from chuyenmuc.content.finding import Finding
from chuyenmuc.content.yamltext import Loader
from chuyenmuc.images.cache import write_whole
from chuyenmuc.project import Project


def check(project: Project) -> list[Finding]:
    try:
        raw = yaml.load(project.config.read_text("utf-8-sig"), Loader=Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return []  # told where the agency's settings are read
    if not isinstance(raw, dict):
        return []
    found = []
    if "chuyenmuc" not in names(raw.get("plugins")):
        found.append(
            problem("plugins", "chưa bật chuyenmuc trong nhóm plugins", "thêm dòng “- chuyenmuc” dưới plugins:")
        )
    found += refused(project) if not found else []
    theme = raw.get("theme")
    if (theme.get("name") if isinstance(theme, dict) else theme) != "material":
        found.append(problem("theme", "giao diện không phải material", "ghi theme: name: material"))
    return found


def refused(project: Project) -> list[Finding]:
    """What MkDocs itself would not accept, told before any image is drawn. Its own reasons are in English.

    To ask it costs a tenth of a second: what it has accepted is remembered.
    """
    note = project.build / "cache" / "mkdocs.txt"
    digest = hashlib.sha256(f"{mkdocs.__version__} {sys.version}".encode() + project.config.read_bytes()).hexdigest()
    if note.is_file() and note.read_text("utf-8", errors="replace") == digest:
        return []
    errors = list(errors_of(project))
    if not errors:
        write_whole(note, digest.encode())
    fix = "sửa lại theo mẫu mkdocs.yml của Chuyên mục"
    return [
        problem(key, f"“{key or 'mkdocs.yml'}” không dùng được (MkDocs: {one_line(error)})", fix)
        for key, error in errors
    ]


def errors_of(project: Project) -> Iterator[tuple[str, Exception]]:
    from mkdocs.config.defaults import MkDocsConfig  # slow to load

    config = MkDocsConfig(config_file_path=str(project.config))
    log = logging.getLogger("mkdocs")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with project.config.open("rb") as file:
            config.load_file(file)
        config.load_dict({"docs_dir": str(project.content if project.content.is_dir() else project.root)})
        yield from config.validate()[0]
    except Exception as error:
        yield "", error
    finally:
        log.setLevel(level)


def one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


def names(plugins: Any) -> list[str]:
    if not isinstance(plugins, list):
        return list(plugins) if isinstance(plugins, dict) else []
    return [next(iter(each), "") if isinstance(each, dict) else str(each) for each in plugins]


def problem(field: str, message: str, fix: str) -> Finding:
    return Finding("mkdocs.yml", 1, field, "cau-hinh", "error", message, fix)
