"""Sentences that are locked stand everywhere as they were announced, to the character."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.checks.wording import short_texts
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.content.locked import FILE, RULE
from chuyenmuc.content.prose import Passage, passages
from chuyenmuc.vietnamese.text import fold
from chuyenmuc.vietnamese.verbatim import Register, Slip, difference, register

WHOLE = ("messages", "message", "theme")  # fields that hold one sentence and nothing else


def check(archive: Archive) -> Iterator[Finding]:
    locked = register(tuple(entry.text for entry in archive.locked))
    if not locked.sentences:
        return
    for item in archive.items:
        texts = list(short_texts(item))
        said = "\n".join([item.body, *(text for _, text in texts)])
        if locked.possible(said):
            yield from judged(item, texts, locked)


def part_of(field: str) -> str:
    return field.partition("[")[0].partition(".")[0]


def judged(item: Item, texts: list[tuple[str, str]], locked: Register) -> Iterator[Finding]:
    for field, text in texts:
        if locked.possible(text):
            top = part_of(field)
            line = next((found for name in above(field) if (found := item.place.lines.get(name))), 1)
            for slip in locked.slips(text, whole=top in WHOLE):
                yield told(item, top, line, slip, text)
    if locked.possible(locked.spared(item.body)):
        for passage in passages(item.body, lambda text: bool(locked.possible(text))):
            yield from (of_body(item, passage, slip) for slip in locked.slips(passage.text, listed=passage.listed))


def above(field: str) -> Iterator[str]:
    """`places[2].where`, `places[2]`, `places`"""
    yield field
    while "." in field or "[" in field:
        field = field[: max(field.rfind("."), field.rfind("["))]
        yield field


def of_body(item: Item, passage: Passage, slip: Slip) -> Finding:
    wrong = difference(slip.sentence, passage.text[slip.start : slip.end]).at
    place = passage.places[min(slip.start + wrong, slip.end - 1)]
    return told(item, "", item.place.body_line + item.body.count("\n", 0, place), slip, passage.text)


def told(item: Item, field: str, line: int, slip: Slip, text: str) -> Finding:
    found = difference(slip.sentence, text[slip.start : slip.end])
    message = f"thông điệp đã khóa bị sửa: “{found.right}” đang ghi “{found.said}”"
    message += f" (có ký tự lạ {found.hint})" if found.hint else ""
    fix = f"chép lại nguyên văn: {slip.sentence}"
    if reworded(slip, text):
        fix += f"; nếu đây là một câu khác đã được công bố thì ghi thêm câu ấy vào content/{FILE}"
    return at(item, field, RULE, message, fix, line=line)


def reworded(slip: Slip, text: str) -> bool:
    """Whether words were changed, and not only marks or signs."""
    return "".join(filter(str.isalnum, fold(text[slip.start : slip.end]))) != "".join(
        filter(str.isalnum, fold(slip.sentence))
    )
