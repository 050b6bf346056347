"""`chuyenmuc new`: a file ready to fill, each key with a short Vietnamese comment from its model."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

import click

from chuyenmuc.content.fields import KIND_LABELS, Kind
from chuyenmuc.content.items import MODELS, Section, keys
from chuyenmuc.content.reader import read
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.slugs import slugify
from chuyenmuc.vietnamese.text import tidy

NESTED = {
    "figures": '  - value: ""\n    label: ""\n',
    "relations": "  thực hiện: []\n  căn cứ: []\n  thay thế: []\n",
    "messages": '  - ""\n',
}
BODY = "Viết nội dung ở đây. Để trống dòng giữa hai đoạn; đề mục bắt đầu bằng “## ”.\n"
COMMENT_COLUMN = 34


def write_new(project: Project, kind: Kind, title: str, section: str, today: date) -> Path:
    """Writes the file and returns its path. Never overwrites."""
    title = tidy(title)
    slug = slugify(title, 60)
    if not slug:
        raise click.UsageError("tiêu đề trống; đặt tiêu đề trong ngoặc kép")
    folder = folder_for(project, kind, section)
    file = folder / f"{slug}.md"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(filled(kind, title, today, needs_kind(project, folder, kind)))
    except FileExistsError as error:
        raise click.UsageError(f"đã có tệp {project.named(file)}; chọn tiêu đề khác") from error
    return file


def folder_for(project: Project, kind: Kind, section: str) -> Path:
    """The named section, else the first whose items are of this kind, else a folder named after the kind."""
    if section:
        parts = PurePosixPath(section.replace("\\", "/")).parts
        if not parts or {"..", "/"} & set(parts):
            raise click.UsageError(f"thư mục “{section}” nằm ngoài content")
        return project.content.joinpath(*parts)
    fitting = [known for known in read(project).ordered_sections if known.kind is kind]
    return folder_of(project, fitting[0]) if fitting else project.content / kind.value


def address(project: Project, folder: Path) -> str:
    return "/".join(slugify(part) for part in folder.relative_to(project.content).parts)


def folder_of(project: Project, section: Section) -> Path:
    """A section's folder as it is spelt on disk: its name may hold marks that its address does not."""
    folders = (path for path in sorted(project.content.rglob("*")) if path.is_dir())
    return next((folder for folder in folders if address(project, folder) == section.path), project.content)


def needs_kind(project: Project, folder: Path, kind: Kind) -> bool:
    path = address(project, folder)
    return not any(section.path == path and section.kind is kind for section in read(project).sections)


def filled(kind: Kind, title: str, today: date, with_kind: bool) -> str:
    model = MODELS[kind]
    given = {"kind": kind.value, "title": quoted(title), "date": today.isoformat(), "status": "draft"}
    lines = [f"# {KIND_LABELS[kind]}: điền sau dấu hai chấm; khóa nào không dùng thì để trống hoặc xóa."]
    for key in keys(model):
        if key == "kind" and not with_kind:
            continue
        entry = f"{key}: {given.get(key, '')}".rstrip()
        required = "bắt buộc; " if model.model_fields[key].is_required() and key not in given else ""
        lines.append(f"{entry:<{COMMENT_COLUMN}}  # {required}{model.model_fields[key].description}")
        lines += NESTED.get(key, "").splitlines()
    return "---\n" + "\n".join(lines) + f"\n---\n\n{BODY}"


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
