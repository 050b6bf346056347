"""Worked beginnings of an infographic, one file each; an agency puts its own beside them or in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import click

from chuyenmuc.content.fields import KIND_LABELS, Kind
from chuyenmuc.content.reader import Unreadable, text_of
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.slugs import slugify

FOLDER = "templates/skeletons/do-hoa"
USUAL = "ket-qua"
# What every new item says for itself, whatever a finished one used as a story may hold.
NEVER_TAKEN = frozenset(
    {"kind", "title", "date", "status", "approved_by", "approved_at", "publish_at", "expires_at", "updated", "sample"}
)
PARTS = re.compile(r"\s*---[ \t]*\n(?P<front>.*?)\n---[ \t]*\n(?P<body>.*)", re.S)
KEY = re.compile(r"^(?=[a-z_]+:)", re.M)


@dataclass(frozen=True)
class Story:
    opening: str
    """Comments above the first key."""
    keys: dict[str, str]
    """Each key with all its lines, as they were written."""
    body: str


def story_for(project: Project, kind: Kind, name: str) -> Story | None:
    """The story asked for, else the usual one; None for kinds that have none."""
    if kind is not Kind.INFOGRAPHIC:
        if name:
            only = f"tùy chọn --mau chỉ dùng cho infographic, không dùng cho loại “{KIND_LABELS[kind].lower()}”"
            raise click.UsageError(f"{only}; bỏ tùy chọn này")
        return None
    known = stories(project)
    file = known.get(slugify(name or USUAL))
    if file is None:
        raise click.UsageError(f"không có mẫu “{name or USUAL}”; chọn một trong: {', '.join(known)}")
    return told(project, file)


def stories(project: Project) -> dict[str, Path]:
    return {Path(name).stem: file for name, file in project.find_all(FOLDER, "*.md").items()}


def told(project: Project, file: Path) -> Story:
    try:
        parts = PARTS.fullmatch(text_of(file, file.parent))
    except Unreadable as problem:
        raise click.UsageError(f"mẫu {project.named(file)} {problem.message}; {problem.fix}") from problem
    if parts is None:
        fix = "viết như một bài: phần khai báo giữa hai dòng “---”, rồi đến lời"
        raise click.UsageError(f"mẫu {project.named(file)} không có phần khai báo ở đầu tệp; {fix}")
    opening, *chunks = KEY.split(parts["front"])
    keys = {chunk.partition(":")[0]: chunk.rstrip() for chunk in chunks}
    kept = {key: lines for key, lines in keys.items() if key not in NEVER_TAKEN}
    return Story(opening.rstrip(), kept, parts["body"].strip() + "\n")
