"""Sentences that are kept word for word, wherever they are said: `content/_data/thong-diep.yml`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from chuyenmuc.content import messages
from chuyenmuc.content.base import FrontMatter
from chuyenmuc.content.fields import Line, Quotation
from chuyenmuc.content.finding import Finding, Level
from chuyenmuc.content.yamltext import load_whole
from chuyenmuc.vietnamese.text import looks_legacy, nfc

FILE = "_data/thong-diep.yml"  # within content
RULE = "nguyen-van"
DIGITS = 16
SHORTEST = 4  # words: what is shorter is said by chance
KEYS = ["text", "lock", "source", "note"]


class Entry(FrontMatter):
    """As it is written."""

    text: Quotation
    lock: Line = ""
    source: Line
    note: Line = ""


@dataclass(frozen=True)
class Locked:
    text: str
    source: str
    note: str = ""
    line: int = field(default=0, compare=False)


def lock_of(text: str) -> str:
    """Of a sentence the first digits of its SHA-256: who changes it without meaning to is told."""
    return hashlib.sha256(nfc(text).encode()).hexdigest()[:DIGITS]


def parsed(text: str, name: str) -> tuple[tuple[Locked, ...], list[Finding]]:
    """The sentences of a register and what is wrong with it. Raises YamlProblem."""
    values, lines = load_whole(text)
    if values is None or values == "":
        return (), []
    if not isinstance(values, list):
        message, fix = "cần là danh sách các câu", "viết mỗi câu bắt đầu bằng “- text: …”, bên dưới là “source: …”"
        return (), [Finding(name, 1, "", RULE, "error", message, fix)]
    page = Register(name, lines)
    for number, value in enumerate(values, 1):
        page.enter(number, value)
    return tuple(page.kept), page.findings


class Register:
    def __init__(self, name: str, lines: dict[str, int]) -> None:
        self.name, self.lines = name, lines
        self.kept: list[Locked] = []
        self.findings: list[Finding] = []

    def enter(self, number: int, value: Any) -> None:
        if not isinstance(value, dict):
            fix = "viết “- text: …”, bên dưới thụt vào hai dấu cách là “source: …”"
            self.tell(number, "", "chưa có khóa nào", fix)
            return
        for key in [key for key in value if key not in KEYS]:
            line = self.lines.get(f"[{number}].{key}", self.line(number))
            self.findings.append(messages.unknown_key(self.name, line, key, KEYS, "câu được khóa"))
        try:
            entry = Entry(**{key: held for key, held in value.items() if key in KEYS and held != ""})
        except ValidationError as error:
            for problem in error.errors():
                key = messages.dotted(problem["loc"])
                self.tell(number, key, *messages.told(problem, key))
            return
        self.judge(number, entry)

    def judge(self, number: int, entry: Entry) -> None:
        lock, at = lock_of(entry.text), self.line(number)
        first = next((kept for kept in self.kept if kept.text == entry.text), None)
        if looks_legacy(entry.text):
            fix = "chuyển sang Unicode bằng Unikey (Ctrl+Shift+F6) rồi dán lại"
            self.tell(number, "text", "có chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI)", fix)
        elif first:
            self.tell(number, "text", f"trùng với câu ở dòng {first.line}", "xóa một trong hai", "warning")
        elif entry.lock and entry.lock.lower() != lock:
            message = f"câu không còn khớp mã khóa {entry.lock}"
            fix = f"khôi phục nguyên văn câu đã khóa; nếu cơ quan thật sự đổi câu này thì ghi “lock: {lock}”"
            self.tell(number, "text", message, fix)
        else:
            self.kept.append(Locked(entry.text, entry.source, entry.note, at))
            self.findings += self.reminders(number, entry, lock)

    def reminders(self, number: int, entry: Entry, lock: str) -> Iterator[Finding]:
        if not entry.lock:
            fix = f"soát lại câu theo văn bản gốc rồi thêm dòng “lock: {lock}”"
            yield self.finding(number, "lock", "câu chưa có mã khóa", fix, "warning")
        if len(entry.text.split()) < SHORTEST:
            message = f"câu chỉ có {len(entry.text.split())} chữ, dễ trùng với lời thường"
            yield self.finding(number, "text", message, "ghi cả câu, hoặc bỏ câu này khỏi danh sách", "warning")

    def tell(self, number: int, key: str, message: str, fix: str, level: Level = "error") -> None:
        self.findings.append(self.finding(number, key, message, fix, level))

    def finding(self, number: int, key: str, message: str, fix: str, level: Level) -> Finding:
        """At the key's line, or at the entry's if the key is not there."""
        line = self.lines.get(f"[{number}].{key}") or self.line(number)
        named = f", “{key}”" if key in KEYS and message.startswith(("chưa có", "đang", "cần", "không đúng")) else ""
        return Finding(self.name, line, key, RULE, level, f"câu thứ {number}{named}: {message}", fix)

    def line(self, number: int) -> int:
        return self.lines.get(f"[{number}]", 1)
