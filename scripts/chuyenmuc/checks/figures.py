"""Numbers are written the Vietnamese way: a dot between thousands, a comma before decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Infographic, Item, KeyFigure

RULE = "con-so"
UNITS = "%|‰|điểm|lần|nghìn|ngàn|triệu|tỷ|tỉ|km|m²|ha|kg|tấn|USD|GB|TB"
# What no Vietnamese number looks like. “1,234” or “4.0” alone may well be meant: they pass.
ENGLISH = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}"
    rf"|\d+\.(?:\d{{1,2}}|\d{{4,}})(?=\s?(?:{UNITS})(?!\w)))(?![\d.,]*\d)"
)
SWAP = str.maketrans(",.", ".,")


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        for field, value in values(item):
            for found in ENGLISH.finditer(value):
                fix = f"viết “{found[0].translate(SWAP)}”: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ"
                yield at(item, field, RULE, f"số “{found[0]}” viết theo kiểu Anh", fix)


def values(item: Item) -> Iterator[tuple[str, str]]:
    if isinstance(item, KeyFigure):
        yield "value", item.value
    elif isinstance(item, Infographic):
        yield from (("figures", figure.value) for figure in item.figures)
