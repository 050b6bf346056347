"""Whether mkdocs.yml builds this site: without the plugin and the theme MkDocs would build something else."""

from __future__ import annotations

from typing import Any

import yaml

from chuyenmuc.content.finding import Finding
from chuyenmuc.content.yamltext import Loader
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
    theme = raw.get("theme")
    if (theme.get("name") if isinstance(theme, dict) else theme) != "material":
        found.append(problem("theme", "giao diện không phải material", "ghi theme: name: material"))
    return found


def names(plugins: Any) -> list[str]:
    if not isinstance(plugins, list):
        return list(plugins) if isinstance(plugins, dict) else []
    return [next(iter(each), "") if isinstance(each, dict) else str(each) for each in plugins]


def problem(field: str, message: str, fix: str) -> Finding:
    return Finding("mkdocs.yml", 1, field, "cau-hinh", "error", message, fix)
