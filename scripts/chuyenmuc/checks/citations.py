"""Documents are cited by their right symbol and day. The days come from the register, never from code."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.checks.wording import short_texts
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import code_blanked
from chuyenmuc.vietnamese.dates import day_of, parse_when
from chuyenmuc.vietnamese.symbols import suggest

LIKE_A_SYMBOL = re.compile(r"(?<![\w/-])\d{1,5}(?:/\d{4})?\s?[-/]\s?[A-ZĐ][A-Za-zĐđ]{0,5}\s?[-/]\s?[A-ZĐ]\w{0,8}")
DATED = re.compile(r"(?P<symbol>\d{1,5}[-/][\w/-]+?)\s+ngày\s+(?P<day>\d{1,2}/\d{1,2}/\d{4})")


def check(archive: Archive) -> Iterator[Finding]:
    issued = {number: day_of(document.issued) for number, document in archive.documents.items()}
    for item in archive.items:
        for field, line, text in running_texts(item):
            for found in LIKE_A_SYMBOL.finditer(text):
                if right := suggest(found[0]):
                    yield at(item, field, "vien-dan", f"viết “{found[0]}”", f"viết đúng là “{right}”", line=line)
            for found in DATED.finditer(text):
                try:
                    day = parse_when(found["day"])
                except ValueError as error:
                    message, _, fix = str(error).partition("; ")
                    yield at(item, field, "vien-dan", message, fix or "sửa lại ngày", line=line)
                    continue
                right_day = issued.get(found["symbol"])
                if right_day and day != right_day:
                    message = f"ghi {found['symbol']} ngày {found['day']}"
                    fix = f"văn bản này ban hành ngày {right_day:%d/%m/%Y}"
                    yield at(item, field, "vien-dan", message, fix, line=line)


def running_texts(item: Item) -> Iterator[tuple[str, int, str]]:
    for field, text in short_texts(item):
        top = re.split(r"[.\[]", field)[0]
        if top != "number":
            yield top, item.place.line(top), text
    for number, line in enumerate(code_blanked(item.body).split("\n")):
        yield "", item.place.body_line + number, line
