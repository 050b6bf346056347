"""What a skeleton left to be filled, in square brackets or as advice: a reminder in a draft, an error once approved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.beginnings import guiding
from chuyenmuc.content.fields import Status
from chuyenmuc.content.finding import Finding, Level
from chuyenmuc.content.infographic import Infographic, strings
from chuyenmuc.content.items import Item
from chuyenmuc.content.partly import gap

RULE = "cho-dien"
# With a letter or an ellipsis inside: a mere number in brackets is a note's.
PLACEHOLDER = re.compile(r"\[[^\[\]]*[^\W\d_…][^\[\]]*\]|\[[^\[\]]*…[^\[\]]*\]")
LEFT_BY_READER = gap("")[:-3]
SHOWN, LONGEST = 3, 32


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        yield from unwritten(item)
        if isinstance(item, Infographic):
            yield from in_front_matter(item)
            yield from in_body(item)


def unwritten(item: Item) -> Iterator[Finding]:
    """A body that still tells its writer what to write."""
    if "Viết " not in item.body:
        return
    for number, line in enumerate(item.body.split("\n")):
        if line.strip() in guiding():
            message, fix = "chưa viết nội dung: còn nguyên lời hướng dẫn của mẫu", "viết nội dung vào đây, xóa lời ấy"
            yield at(item, "", RULE, message, fix, level=level_of(item), line=item.place.body_line + number)
            return


def in_front_matter(item: Infographic) -> Iterator[Finding]:
    for field in ("title", "description", "source"):
        if left := unfilled([getattr(item, field)]):
            yield told(item, field, f"“{field}” còn chỗ chưa điền: {named(left)}")
    if left := unfilled(strings([figure.model_dump(mode="json") for figure in item.figures])):
        yield told(item, "figures", f"“figures” còn {len(left)} chỗ chưa điền: {named(left)}")
    for number, block in enumerate(item.blocks, 1):
        if left := unfilled(block.texts):
            message = f"khối {number} ({block.sort}) còn {len(left)} chỗ chưa điền: {named(left)}"
            yield told(item, f"blocks[{number}]", message)


def in_body(item: Infographic) -> Iterator[Finding]:
    """A line that is nothing but a placeholder: within a line, brackets may be a link's."""
    for number, line in enumerate(item.body.split("\n")):
        if PLACEHOLDER.fullmatch(line.strip()):
            yield told(item, "", f"phần lời còn chỗ chưa điền: {named([line.strip()])}", item.place.body_line + number)


def told(item: Infographic, field: str, message: str, line: int = 0) -> Finding:
    fix = "thay cả ngoặc vuông bằng chữ, số thật; phần không dùng thì xóa"
    return at(item, field, RULE, message, fix, level=level_of(item), line=line)


def level_of(item: Item) -> Level:
    return "error" if item.status is Status.APPROVED else "warning"


def unfilled(texts: Iterable[str]) -> list[str]:
    found = (placeholder for text in texts for placeholder in PLACEHOLDER.findall(text))
    return [placeholder for placeholder in found if not placeholder.startswith(LEFT_BY_READER)]


def named(left: list[str]) -> str:
    """The first few, shortened."""
    short = [text if len(text) <= LONGEST else f"{text[: LONGEST - 2].rstrip()}…]" for text in dict.fromkeys(left)]
    return ", ".join(short[:SHOWN]) + (", …" if len(short) > SHOWN else "")
