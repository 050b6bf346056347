"""Reads `content/` into an Archive. A broken file becomes findings, never an exception."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import frontmatter
from pydantic import ValidationError

from chuyenmuc.content import fields, locked, messages
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.base import Attachment, English, Saying
from chuyenmuc.content.campaign import CAMPAIGN_GROUPS
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.infographic import INNER_KEYS, Figure
from chuyenmuc.content.items import (
    MODELS,
    Cover,
    FrontMatter,
    Item,
    Place,
    QuizQuestion,
    Section,
    Sponsor,
    keys,
)
from chuyenmuc.content.media import Photo, Slide
from chuyenmuc.content.memory import Memory, Read
from chuyenmuc.content.partly import mended
from chuyenmuc.content.yamltext import TextHandler, YamlProblem, load
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.slugs import slugify
from chuyenmuc.vietnamese.text import nfc

MOST_BYTES = 2_000_000
SECTION_FILE = ".meta.yml"
FRONT = "index"  # the file that is its folder's own page
GROUPS: dict[str, type[FrontMatter]] = {
    **{"cover": Cover, "figures": Figure, "sponsors": Sponsor, "photos": Photo, "slides": Slide},
    **{"attachments": Attachment, "quiz": QuizQuestion, "english": English},
    **CAMPAIGN_GROUPS,
}
# Keys that may stand within an entry of a list: what is none of them and holds nothing is the rest of a text.
INSIDE = {key for model in GROUPS.values() for key in keys(model)} | {
    key for known in INNER_KEYS.values() for key in known
}
DEEP = {"blocks", "places", "tasks", "identity", "messages"}  # keys whose every part knows its line
SENTENCES = {"messages", "results", "steps", "goals", "evidence"}  # keys that hold whole sentences
SAID = ("title", "description")  # of a section, to readers
SECTION_KEYS = [key for key in keys(Section) if key not in {"path", "folder", "colored", "kindless"}]
EVERY_KEY = list(dict.fromkeys(key for model in MODELS.values() for key in keys(model)))


class Unreadable(ValueError):
    def __init__(self, message: str, fix: str, rule: str = "khong-doc-duoc", line: int = 1) -> None:
        super().__init__(message)
        self.message, self.fix, self.rule, self.line = message, fix, rule, line


def read(project: Project, memory: Memory | None = None) -> Archive:
    """Everything under `content/`, in a stable order; what cannot be read is in `archive.findings`."""
    return Reader(project, memory).read()


def text_of(path: Path, within: Path) -> str:
    """The file's text in NFC. Raises Unreadable for what is no plain UTF-8 text of the project's own."""
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(within.resolve()):
            raise Unreadable("là lối tắt dẫn ra ngoài thư mục content", "chép tệp thật vào content", "duong-dan")
        if not path.is_file():
            raise Unreadable("không phải một tệp đọc được", "xóa đi, hoặc chép tệp thật vào đây")
        if path.stat().st_size > MOST_BYTES:
            raise Unreadable("nặng hơn 2 MB", "tách bài, để ảnh ở tệp riêng", "qua-lon")
        raw = path.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead round in a circle
        raise Unreadable("không mở được tệp", "kiểm tra quyền đọc, đóng chương trình đang mở tệp") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        fix = "mở bằng Notepad, chọn Lưu thành…, Mã hóa: UTF-8"
        raise Unreadable("không phải chữ Unicode (UTF-8)", fix, "bang-ma", line) from error
    if "\0" in text:
        raise Unreadable("không phải tệp văn bản", "mở lại tệp gốc và lưu thành tệp .md, mã hóa UTF-8", "bang-ma")
    return nfc(text).replace("\r\n", "\n")


def filled(values: Any) -> Any:
    """The same values without the keys that were left empty."""
    if not isinstance(values, dict):
        return values
    kept = {key: filled(value) for key, value in values.items()}
    kept = {
        key: [entry for entry in map(filled, value) if not emptied(entry)] if isinstance(value, list) else value
        for key, value in kept.items()
    }
    return {key: value for key, value in kept.items() if not emptied(value)}


def emptied(value: Any) -> bool:
    return value in ({}, []) or (isinstance(value, str) and not value.strip())


def lines_above(text: str, handler: TextHandler) -> int:
    """Line breaks up to where the YAML begins: python-frontmatter drops blank lines around the first `---`."""
    opening = handler.FM_BOUNDARY.search(text)
    return text.count("\n", 0, opening.end()) if opening else 0


def is_draft(values: dict[str, Any]) -> bool:
    """Whether the file itself says that it is not yet approved."""
    try:
        return fields.status(values.get("status", "")) is not fields.Status.APPROVED
    except ValueError:
        return False


def unfinished(finding: Finding) -> Finding:
    """What a draft still lacks is a reminder: one officer's unfinished text must not keep the others' in."""
    return replace(finding, level="warning") if finding.rule == messages.MISSING else finding


def section_of(values: dict[str, Any]) -> Section:
    return Section(**values)


class Reader:
    def __init__(self, project: Project, memory: Memory | None = None) -> None:
        self.project, self.memory = project, memory
        self.findings: list[Finding] = []
        self.items: list[Item] = []
        self.sections: dict[str, Section] = {}
        self.unread: list[str] = []
        self.sayings: list[Saying] = []

    def read(self) -> Archive:
        if not self.project.content.is_dir():
            fix = "tạo thư mục content, hoặc chạy lệnh ở đúng thư mục (tùy chọn -C)"
            self.findings.append(
                Finding("content", 0, "", "khong-doc-duoc", "error", "không thấy thư mục content", fix)
            )
        if self.memory:
            self.memory.look(self.project.content)
        for folder, files in self.folders() if self.project.content.is_dir() else ():
            section = self.section(folder)
            for file in files:
                known = len(self.items)
                self.recalled(file, section, self.memory) if self.memory else self.item(file, section)
                if len(self.items) == known:
                    self.unread.append(self.project.named(file))
        kept = self.locked(self.project.content / locked.FILE)
        sections, sayings = tuple(self.sections.values()), tuple(self.sayings)
        return Archive(tuple(self.items), sections, tuple(self.findings), tuple(self.unread), kept, sayings)

    def locked(self, file: Path) -> tuple[locked.Locked, ...]:
        if not os.path.lexists(file):
            return ()
        name = self.project.named(file)
        try:
            kept, found = locked.parsed(text_of(file, self.project.content), name)
        except (Unreadable, YamlProblem) as problem:
            self.refuse(file, problem.message, problem.fix, line=problem.line)
            return ()
        self.findings += found
        return kept

    def folders(self) -> Iterator[tuple[Path, list[Path]]]:
        for top, folders, names in os.walk(self.project.content, onerror=self.closed):
            folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
            files = sorted(name for name in names if name.lower().endswith(".md") and not name.startswith((".", "_")))
            folder = Path(top)
            if files or (folder / SECTION_FILE).exists():
                yield folder, [folder / name for name in files]

    def closed(self, error: OSError) -> None:
        self.refuse(Path(error.filename), "không mở được thư mục", "kiểm tra quyền đọc của thư mục")

    def section(self, folder: Path) -> Section:
        parts = folder.relative_to(self.project.content).parts
        slugs = [slugify(part) for part in parts]
        path = "/".join(slugs)
        section = self.described(folder / SECTION_FILE, path, parts)
        if "" in slugs:
            fix = "đổi tên thư mục, có ít nhất một chữ cái hoặc số"
            self.refuse(folder, "tên thư mục không dùng làm đường dẫn được", fix, "duong-dan")
        elif path in self.sections:
            message = f"trùng đường dẫn /{path}/ với một thư mục khác"
            self.refuse(folder, message, "đổi tên một thư mục", "trung-duong-dan")
        section = self.memory.same(section) if self.memory else section
        self.sections[path] = section
        return section

    def described(self, file: Path, path: str, parts: tuple[str, ...]) -> Section:
        """What `.meta.yml` says of a section; a wrong key is told and leaves the others in force."""
        folder = "/".join(parts)
        above = self.above(parts)
        plain: dict[str, Any] = {"path": path, "title": parts[-1] if parts else "Bài viết", "folder": folder}
        plain |= {"color": above.color, "colored": above.colored} if above and above.color else {}
        if not file.exists():
            self.nameless(file, parts)
            return section_of(plain)
        told = len(self.findings)
        try:
            values, lines = load(text_of(file, self.project.content))
        except (Unreadable, YamlProblem) as problem:
            self.refuse(file, problem.message, problem.fix, line=problem.line)
            return section_of(plain | {"kindless": True})
        self.strange_keys(file, values, lines)
        values = {key: value for key, value in filled(values).items() if key in SECTION_KEYS}
        plain |= {"colored": folder} if "color" in values else {}
        if "title" not in values:
            self.nameless(file, parts)
        try:
            section = section_of(plain | values)
        except ValidationError as error:
            self.findings += messages.findings(error, self.project.named(file), lines)
            wrong = {str(problem["loc"][0]) for problem in error.errors()}
            section = section_of(plain | {key: value for key, value in values.items() if key not in wrong})
        told_here = ((key, getattr(section, key)) for key in SAID if key in values)
        name = self.project.named(file)
        self.sayings += [Saying(name, lines.get(key, 1), key, path, text) for key, text in told_here if text]
        meant = {messages.nearest(found.field, SECTION_KEYS) for found in self.findings[told:]}
        return section.model_copy(update={"kindless": section.kind is None and "kind" in meant})

    def above(self, parts: tuple[str, ...]) -> Section | None:
        """The nearest folder above that is a section."""
        paths = ("/".join(slugify(part) for part in parts[:end]) for end in range(len(parts) - 1, -1, -1))
        return next((self.sections[path] for path in paths if parts and path in self.sections), None)

    def nameless(self, file: Path, parts: tuple[str, ...]) -> None:
        """A section that nobody has named, often a folder misspelt."""
        if not parts:
            return
        name, there = self.project.named(file), file.exists()
        message = f"tiểu mục chưa có tên, menu ghi theo tên thư mục “{parts[-1]}”"
        fix = f"viết dòng “title: …” trong tệp {name}; nếu gõ nhầm tên thư mục thì chuyển bài sang thư mục đúng"
        where = name if there else self.project.named(file.parent)
        self.findings.append(Finding(where, int(there), "", "tieu-muc", "warning", message, fix))

    def strange_keys(self, file: Path, values: dict[str, Any], lines: dict[str, int]) -> None:
        name = self.project.named(file)
        for key in [key for key in values if key not in SECTION_KEYS]:
            self.findings.append(messages.unknown_key(name, lines[key], key, SECTION_KEYS, "tệp .meta.yml"))
        defaults = values.get("defaults")
        for key in [key for key in defaults if key not in EVERY_KEY] if isinstance(defaults, dict) else []:
            self.findings.append(messages.unknown_key(name, lines["defaults"], key, EVERY_KEY, "“defaults”"))

    def refuse(self, path: Path, message: str, fix: str, rule: str = "khong-doc-duoc", line: int = 1) -> None:
        self.findings.append(Finding(self.project.named(path), line, "", rule, "error", message, fix))

    def recalled(self, file: Path, section: Section, memory: Memory) -> None:
        """The file's item and findings, read anew only where something of them may have changed."""
        known = memory.of(file, section)
        if known is None:
            items, findings = len(self.items), len(self.findings)
            self.item(file, section)
            memory.note(file, Read(section, tuple(self.items[items:]), tuple(self.findings[findings:])))
        else:
            self.items += known.items
            self.findings += known.findings

    def item(self, file: Path, section: Section) -> None:
        handler = TextHandler()
        try:
            text = text_of(file, self.project.content)
            if not handler.detect(text.lstrip()):
                fix = "thêm phần khai báo giữa hai dòng “---”; lệnh “chuyenmuc new” viết sẵn mẫu"
                raise Unreadable("không có phần khai báo ở đầu tệp", fix, "thieu-khai-bao")
            post = frontmatter.loads(text, handler=handler)
            if not post.metadata:
                raise Unreadable(
                    "phần khai báo trống hoặc thiếu dòng “---” ở cuối", "thêm dòng “---” sau các khóa", "yaml"
                )
        except Unreadable as problem:
            self.refuse(file, problem.message, problem.fix, problem.rule, problem.line)
        except YamlProblem as problem:
            self.refuse(file, problem.message, problem.fix, "yaml", problem.line + lines_above(text, handler))
        else:
            # Blocks are judged one by one: each of their parts knows its line.
            found = handler.inner_lines() if DEEP & set(post.metadata) else handler.lines
            lines = {key: line + lines_above(text, handler) for key, line in found.items()}
            body_line = text.count("\n", 0, text.rfind(post.content)) + 1 if post.content else 1
            slug = "" if file.stem.lower() == FRONT else slugify(file.stem)
            place = Place(file, self.project.named(file), section, slug, lines, body_line)
            above = lines_above(text, handler)
            self.validated(
                place, post.metadata, post.content, lambda: {k: n + above for k, n in handler.inner_lines().items()}
            )

    def validated(self, place: Place, typed: dict[str, Any], body: str, lines: Callable[[], dict[str, int]]) -> None:
        values = filled(place.section.defaults) | filled(typed)
        kind = self.kind_of(place, values)
        if kind is None:
            strange = [key for key in typed if key not in EVERY_KEY]
            self.findings += [messages.unknown_key(place.name, place.line(key), key, EVERY_KEY) for key in strange]
            return
        model = MODELS[kind]
        known = keys(model)
        strangers = [key for key in typed if key not in known]
        for key in strangers:
            finding = messages.unknown_key(place.name, place.line(key), key, known, messages.kind_name(kind))
            self.findings.append(finding)
        strangers += [key for key in values if key not in known]
        values = {key: value for key, value in values.items() if key not in strangers}
        self.findings += nested_strangers(place, values)
        self.findings += [*torn(place, typed), *lost(place, typed, lines)]
        values |= {"kind": kind, "body": body}
        try:
            self.items.append(model(**values, place=place))
        except ValidationError as error:
            found = messages.findings(error, place.name, lines())
            found = [unfinished(finding) for finding in found] if is_draft(values) else found
            self.findings += found
            kept, wrong = mended(values, error)
            if not wrong or any(finding.level == "error" for finding in found):
                self.in_part(model, kept, replace(place, wrong=wrong))

    def in_part(self, model: type[Item], values: dict[str, Any], place: Place) -> None:
        """An item with gaps: a draft is shown so, any other is told what else is wrong with it."""
        with suppress(ValidationError):  # too little of it can be read
            self.items.append(model(**values, place=place))

    def kind_of(self, place: Place, values: dict[str, Any]) -> fields.Kind | None:
        try:
            if "kind" in values:
                return fields.kind(values["kind"])
            return None if place.section.kindless else self.section_kind(place)
        except ValueError as error:
            message, _, fix = str(error).partition("; ")
            finding = Finding(place.name, place.line("kind"), "kind", "sai-gia-tri", "error", message, fix)
            self.findings.append(finding)
            return None

    def section_kind(self, place: Place) -> fields.Kind:
        if place.section.kind is None:
            known = ", ".join(fields.Kind)
            raise ValueError(f"chưa rõ loại nội dung; thêm dòng “kind: …” ở đây hoặc ở {SECTION_FILE} ({known})")
        return place.section.kind


def torn(place: Place, typed: dict[str, Any]) -> Iterator[Finding]:
    """Texts that a comma cut in two: within { } the rest of such a text is taken for a key that holds nothing."""
    for field, value in typed.items():
        for words in rests(value):
            line = next((n for key, n in place.lines.items() if key.endswith(f".{words}")), place.line(field))
            message = f"trong “{field}”: phần “{words}” bị tách ra vì đứng sau dấu phẩy trong {{ }}"
            fix = 'đặt cả câu, cả số trong dấu ngoặc kép, ví dụ "12,5"; hoặc viết mỗi khóa một dòng'
            yield Finding(place.name, line, field, "yaml", "error", message, fix)


def lost(place: Place, typed: dict[str, Any], lines: Callable[[], dict[str, int]]) -> Iterator[Finding]:
    """Sentences that end in a colon: YAML takes them for keys that hold nothing."""
    for field in SENTENCES & typed.keys():
        for number, entry in enumerate(typed[field] if isinstance(typed[field], list) else (), 1):
            if isinstance(entry, dict) and entry and all(map(emptied, entry.values())):
                line = lines().get(f"{field}[{number}]", place.line(field))
                message = f"“{field}”, mục {number}: câu kết thúc bằng dấu hai chấm"
                yield Finding(place.name, line, field, "yaml", "error", message, "bỏ dấu hai chấm, hoặc viết đủ câu")


def rests(value: Any, within: bool = False) -> Iterator[str]:
    if isinstance(value, dict):
        known = within and len(value) > 1
        yield from (key for key, held in value.items() if known and key not in INSIDE and emptied(held))
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from rests(each, within or isinstance(value, list))


def nested_strangers(place: Place, values: dict[str, Any]) -> list[Finding]:
    """Takes unknown keys out of groups inside a key and reports each with the nearest known one."""
    found = []
    for field, model in GROUPS.items():
        typed: Any = values.get(field)
        groups = enumerate(typed, 1) if isinstance(typed, list) else [(0, typed)]
        for number, group in groups:
            within = f"{field}[{number}]" if number else field
            for key in [key for key in group if key not in keys(model)] if isinstance(group, dict) else []:
                del group[key]
                line = place.lines.get(f"{within}.{key}") or place.line(field)
                found.append(messages.unknown_key(place.name, line, key, keys(model), f"“{field}”"))
    return found
