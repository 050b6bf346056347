"""Notes at the foot of a text: each has its mark, and each mark its note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import code_blanked

RULE = "chu-thich"
NOTE = re.compile(r"^ {0,3}\[\^(?P<name>[^\]\n]+)\]:", re.M)
MARK = re.compile(r"\[\^(?P<name>[^\]\n]+)\]")


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if "[^" in item.body:
            yield from paired(item, code_blanked(item.body))


def paired(item: Item, body: str) -> Iterator[Finding]:
    notes = [(found.start(), found["name"]) for found in NOTE.finditer(body)]
    begun = {body.index("[", start) for start, _ in notes}
    marks = [(found.start(), found["name"]) for found in MARK.finditer(body) if found.start() not in begun]
    known, used = {name for _, name in notes}, {name for _, name in marks}
    for start, name in notes:
        if name not in used:
            message = f"chú thích [^{name}] không có chỗ nào trong bài dẫn tới"
            fix = f"đặt [^{name}] ngay sau chữ cần chú thích, hoặc xóa chú thích này"
            yield told(item, body, start, message, fix)
    for start, name in marks:
        if name not in known:
            message = f"dấu chú thích [^{name}] không có lời chú thích"
            yield told(item, body, start, message, f"thêm ở cuối bài một dòng “[^{name}]: lời chú thích”")


def told(item: Item, body: str, start: int, message: str, fix: str) -> Finding:
    line = item.place.body_line + body.count("\n", 0, start)
    return at(item, "", RULE, message, fix, level="warning", line=line)
