"""`chuyenmuc new`: a file ready to fill, each key with a short Vietnamese comment from its model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath, PureWindowsPath

import click

from chuyenmuc.cli.campaigns import HOME, begin, refuse_beside_years
from chuyenmuc.cli.stories import USUAL, Story, stories, story_for
from chuyenmuc.content.beginnings import BODIES, BODY
from chuyenmuc.content.fields import KIND_LABELS, Kind
from chuyenmuc.content.items import MODELS, Item, Section, keys, own_keys
from chuyenmuc.content.reader import SECTION_FILE, read
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.slugs import slugify
from chuyenmuc.vietnamese.text import tidy

NESTED = {
    "relations": (
        "  thực hiện: []\n  căn cứ: []\n  hướng dẫn: []\n  sửa đổi, bổ sung: []        # văn bản kia vẫn còn hiệu lực\n"
        "  thay thế: []                # văn bản kia hết hiệu lực từ ngày văn bản này có hiệu lực\n"
        "  bãi bỏ: []                  # bãi bỏ toàn bộ; bãi bỏ một phần thì ghi ở sửa đổi, bổ sung\n"
    ),
    "photos": '  - src: ""\n    alt: ""\n    credit: ""\n    caption: ""\n',
    "slides": '  - src: ""\n    alt: ""\n',
    "messages": '  - ""\n',
    "evidence": '  - ""\n',
    "steps": '  - ""\n',
    "goals": '  - ""\n',
    "quiz": '  - question: ""\n    answers:\n      - ""\n      - ""\n    right:\n    why: ""\n',
    "programme": '  - ""\n',
    "results": '  - ""\n',
}
OPENING = ("kind", "title", "date", "description")
# Keys that few items need; the handbook tells of them.
LEFT_OUT = frozenset({"sponsors"})
# Keys that begin as the title typed in the command.
LIKE_TITLE = ("title", "question", "message")
COMMENT_COLUMN = 34
WHOLE = (
    "Tệp lẻ này chỉ thành một bài. Muốn có trang của cả đợt, băng rôn, LED, phiếu đặt in thì xóa tệp rồi chạy: "
    'chuyenmuc new chien-dich "{title}" --year {year}'
)


@dataclass(frozen=True)
class Written:
    file: Path
    notes: tuple[str, ...] = ()
    """What the officer should know of where it stands."""
    then: tuple[str, ...] = ("Mở tệp ấy, điền nội dung, rồi chạy: chuyenmuc check",)
    """What to do next."""


def write_new(project: Project, kind: Kind, title: str, section: str, today: date, named: str = "") -> Written:
    """Writes the file, after the story `named`, and returns its path. Never overwrites."""
    title = tidy(title)
    story = story_for(project, kind, named)
    slug = slugify(title, 60)
    if not slug:
        raise click.UsageError(nameless(title))
    if kind is Kind.CAMPAIGN:
        refuse_beside_years(project, title, folder_for(project, kind, section or HOME), today)
    folder = folder_for(project, kind, section)
    file = folder / f"{slug}.md"
    notes = tuple(of_a_new_folder(project, folder)) if not folder.exists() else ()
    notes += (others(project),) if story and not named else ()
    notes += (WHOLE.format(title=title, year=today.year),) if kind is Kind.CAMPAIGN else ()
    text = filled(kind, title, today, needs_kind(project, folder, kind), story)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    except FileExistsError as error:
        raise click.UsageError(f"đã có tệp {project.named(file)}; chọn tiêu đề khác") from error
    return Written(file, notes)


def write_campaign(
    project: Project, kind: Kind, name: str, section: str, today: date, story: str, year: int
) -> Written:
    """Writes the folder of that year's campaign; returns its page's path. Never overwrites."""
    if kind is not Kind.CAMPAIGN:
        only = f"tùy chọn --year chỉ dùng cho chien-dich, không dùng cho loại “{KIND_LABELS[kind].lower()}”"
        raise click.UsageError(f"{only}; bỏ tùy chọn này")
    story_for(project, kind, story)
    if not slugify(tidy(name), 60):
        raise click.UsageError(nameless(tidy(name)))
    begun = begin(project, name, year, folder_for(project, kind, section or HOME), today)
    return Written(begun.file, begun.notes, begun.then)


def others(project: Project) -> str:
    """Which story was taken unasked, and which there are besides."""
    rest = ", ".join(name for name in stories(project) if name != USUAL)
    return f"Viết theo mẫu “{USUAL}”. Muốn mẫu khác thì xóa tệp này rồi chạy lại, thêm --mau và một tên: {rest}."


def nameless(title: str) -> str:
    """Why a title cannot name a file."""
    if not title:
        return "tiêu đề trống; đặt tiêu đề trong ngoặc kép"
    fix = "thêm vài chữ tiếng Việt vào tiêu đề; viết xong tệp mẫu thì sửa lại dòng title bên trong tùy ý"
    return f"tiêu đề “{title}” không có chữ cái a–z (có dấu hay không) hoặc chữ số để đặt tên tệp; {fix}"


def of_a_new_folder(project: Project, folder: Path) -> Iterator[str]:
    """That a section has come into being, and the one that may have been meant."""
    path = folder.relative_to(project.content).as_posix()
    yield f"Chưa có tiểu mục “{path}” nên đã tạo thư mục mới {project.named(folder)}; menu có thêm một tiểu mục."
    known = {section.path: section for section in read(project).ordered_sections if section.path != slugify(path)}
    titles = {slugify(section.title): path for path, section in known.items()}
    wanted = "/".join(map(slugify, path.split("/")))
    if near := get_close_matches(wanted, [*known, *titles], n=1, cutoff=0.5):
        meant = known[titles.get(near[0], near[0])]
        yield f"Nếu ý bạn là tiểu mục “{meant.folder}” ({meant.title}) thì chuyển tệp sang đó rồi xóa thư mục mới."
    yield f"Nếu đúng là tiểu mục mới thì viết tên của nó, “title: …”, trong tệp {project.named(folder / SECTION_FILE)}."


def folder_for(project: Project, kind: Kind, section: str) -> Path:
    """The named section; else the first meant for this kind, or that holds one; else a folder named after the kind.

    A plain page stands beside the sections, at an address of its own.
    """
    if section:
        parts = section.replace("\\", "/").strip().strip("/").split("/") if not is_absolute(section) else [".."]
        if any(not slugify(part) or part.startswith((".", "_")) or ":" in part for part in parts):
            fix = "ghi tên một thư mục trong content, không bắt đầu bằng dấu chấm hay gạch dưới"
            raise click.UsageError(f"không dùng được thư mục “{section}”; {fix}")
        wanted = "/".join(map(slugify, parts))
        known = [known for known in read(project).sections if known.path == wanted]
        return folder_of(project, known[0]) if known else project.content.joinpath(*parts)
    archive = read(project)
    fitting = [known for known in archive.ordered_sections if known.kind is kind]
    fitting += [item.place.section for item in archive.newest if item.kind is kind]
    alone = project.content if kind is Kind.PAGE else project.content / kind.value
    return folder_of(project, fitting[0]) if fitting else alone


def is_absolute(path: str) -> bool:
    return PurePosixPath(path).is_absolute() or PureWindowsPath(path).is_absolute() or path.startswith("\\")


def address(project: Project, folder: Path) -> str:
    return "/".join(slugify(part) for part in folder.relative_to(project.content).parts)


def folder_of(project: Project, section: Section) -> Path:
    """A section's folder as it is spelt on disk: its name may hold marks that its address does not."""
    return project.content / section.folder


def needs_kind(project: Project, folder: Path, kind: Kind) -> bool:
    path = address(project, folder)
    return not any(section.path == path and section.kind is kind for section in read(project).sections)


def filled(kind: Kind, title: str, today: date, with_kind: bool, story: Story | None) -> str:
    model = MODELS[kind]
    given = {"kind": kind.value, "date": today.isoformat(), "status": "draft"}
    given |= dict.fromkeys(LIKE_TITLE, quoted(title))
    lines = [f"# {KIND_LABELS[kind]}: điền sau dấu hai chấm; khóa nào không dùng thì để trống hoặc xóa."]
    lines += [story.opening] if story and story.opening else []
    for key in asked(model, story):
        if key == "kind" and not with_kind:
            continue
        if story and key in story.keys:
            lines.append(story.keys[key])
            continue
        entry = f"{key}: {given.get(key, '')}".rstrip()
        required = "bắt buộc; " if model.model_fields[key].is_required() and key not in given else ""
        lines.append(f"{entry:<{COMMENT_COLUMN}}  # {required}{model.model_fields[key].description}")
        lines += NESTED.get(key, "").splitlines()
    body = story.body if story else BODIES.get(kind, BODY)
    return "---\n" + "\n".join(lines) + f"\n---\n\n{body}"


def asked(model: type[Item], story: Story | None = None) -> list[str]:
    """Keys in the order in which staff think of them: what it is, what its kind holds, all the rest.

    Of what its kind holds, a story asks for what it tells.
    """
    own = own_keys(model)
    held = list(story.keys) if story else own
    rest = [key for key in keys(model) if key not in own]
    return [key for key in dict.fromkeys((*OPENING, *held, *rest)) if key not in LEFT_OUT]


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
