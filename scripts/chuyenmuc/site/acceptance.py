"""Whether mkdocs.yml builds this site: without the plugin and the theme MkDocs would build something else."""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Iterator
from typing import Any

import mkdocs

from chuyenmuc.content.finding import Finding
from chuyenmuc.content.yamltext import YamlProblem, load_whole
from chuyenmuc.images.cache import write_whole
from chuyenmuc.project import Project


def check(project: Project) -> list[Finding]:
    try:
        raw, lines = load_whole(project.config.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, YamlProblem):
        return []  # told where the agency's settings are read
    if not isinstance(raw, dict):
        return []
    found = []
    if "chuyenmuc" not in names(raw.get("plugins")):
        fix = "thêm dòng “- chuyenmuc” dưới plugins:"
        found.append(problem("plugins", "chưa bật chuyenmuc trong nhóm plugins", fix, lines))
    found += refused(project, lines) if not found else []
    theme = raw.get("theme")
    if (theme.get("name") if isinstance(theme, dict) else theme) != "material":
        found.append(problem("theme", "giao diện không phải material", "ghi theme: name: material", lines))
    return [*found, *without_effect(raw, lines)]


def without_effect(raw: dict[str, Any], lines: dict[str, int]) -> Iterator[Finding]:
    """The program's own folders have fixed names: another one would be ignored without a word."""
    for key, folder in (("docs_dir", "content"), ("site_dir", "site")):
        if raw.get(key) and str(raw[key]).strip("./") != folder:
            message = f"“{key}: {raw[key]}” không có tác dụng: thư mục này luôn là {folder}"
            yield Finding("mkdocs.yml", lines[key], key, "cau-hinh", "warning", message, f"ghi “{key}: {folder}”")


def refused(project: Project, lines: dict[str, int]) -> list[Finding]:
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
        problem(key, f"“{key or 'mkdocs.yml'}” không dùng được (MkDocs: {one_line(error)})", fix, lines)
        for key, error in errors
        if key != "site_url"  # judged with the agency's settings
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


def problem(field: str, message: str, fix: str, lines: dict[str, int]) -> Finding:
    return Finding("mkdocs.yml", lines.get(field, 1), field, "cau-hinh", "error", message, fix)
