"""Documents are cited by their right symbol and day. The days come from the register, never from code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from chuyenmuc.checks.rule import at
from chuyenmuc.checks.wording import short_texts
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import code_blanked
from chuyenmuc.vietnamese.dates import day_of, parse_when
from chuyenmuc.vietnamese.symbols import suggest

RULE = "vien-dan"
LIKE_A_SYMBOL = re.compile(r"(?<![\w/-])\d{1,5}(?:/\d{4})?\s?[-/]\s?[A-ZĐ][A-Za-zĐđ]{0,5}\s?[-/]\s?[A-ZĐ]\w{0,8}")
DAY = r"\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}"
DATED = re.compile(rf"(?P<symbol>\d{{1,5}}[-/][\w/-]*\w)[*_)\]”\"]*,?\s+ngày\s+(?P<day>{DAY})")
FIELD = re.compile(r"[.\[]")
IN_WORDS = re.compile(r"(\d{1,2}) tháng (\d{1,2}) năm (\d{4})")


def check(archive: Archive) -> Iterator[Finding]:
    issued = {number: {day_of(document.issued) for document in same} for number, same in archive.documents.items()}
    for item in archive.items:
        for field, line, text in running_texts(item):
            for found in LIKE_A_SYMBOL.finditer(text):
                if right := suggest(found[0]):
                    yield at(item, field, RULE, f"viết “{found[0]}”", f"viết đúng là “{right}”", line=line)
            for found in DATED.finditer(text):
                yield from dated(item, field, line, found, issued)


def dated(item: Item, field: str, line: int, found: re.Match[str], issued: dict[str, set[date]]) -> Iterator[Finding]:
    try:
        day = day_of(parse_when(IN_WORDS.sub(r"\1/\2/\3", found["day"])))
    except ValueError as error:
        message, _, fix = str(error).partition("; ")
        yield at(item, field, RULE, message, fix or "sửa lại ngày", line=line)
        return
    right = issued.get(found["symbol"], set())
    if right and day not in right:
        days = " hoặc ".join(f"{known:%d/%m/%Y}" for known in sorted(right))
        message = f"ghi {found['symbol']} ngày {found['day']}"
        yield at(item, field, RULE, message, f"văn bản này ban hành ngày {days}", line=line)


def running_texts(item: Item) -> Iterator[tuple[str, int, str]]:
    for field, text in short_texts(item):
        top = FIELD.split(field, maxsplit=1)[0]
        if top != "number":
            yield top, item.place.line(top), text
    for number, line in enumerate(code_blanked(item.body).split("\n")):
        yield "", item.place.body_line + number, line
