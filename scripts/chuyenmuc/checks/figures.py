"""Numbers are written the Vietnamese way: a dot between thousands, a comma before decimals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.infographic import Sourced
from chuyenmuc.content.items import Infographic, Item, KeyFigure

RULE = "con-so"
UNITS = "%|‰|điểm|lần|nghìn|ngàn|triệu|tỷ|tỉ|km|m²|ha|kg|tấn|USD|GB|TB"
# What no Vietnamese number looks like. “1,234” or “4.0” alone may well be meant: they pass.
ENGLISH = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}"
    rf"|\d{{4,}}\.\d+|\d+\.(?:\d{{1,2}}|\d{{4,}})(?=\s?(?:{UNITS})(?!\w)))(?![\d.,]*\d)"
)
SWAP = str.maketrans(",.", ".,")


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        yield from unsourced(item)
        for field, value in values(item):
            for found in ENGLISH.finditer(value):
                fix = f"viết “{found[0].translate(SWAP)}”: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ"
                yield at(item, field, RULE, f"số “{found[0]}” viết theo kiểu Anh", fix)


def values(item: Item) -> Iterator[tuple[str, str]]:
    if isinstance(item, KeyFigure):
        yield "value", item.value
    elif isinstance(item, Infographic):
        yield from (("figures", figure.value) for figure in item.figures)
        for number, block in enumerate(item.blocks, 1):
            yield from ((f"blocks[{number}].figures[{i}]", each.value) for i, each in enumerate(block.figures, 1))
            rows = block.table.rows if block.table else []
            yield from ((f"blocks[{number}].table.rows[{i}]", cell) for i, row in enumerate(rows, 1) for cell in row)


def unsourced(item: Item) -> Iterator[Finding]:
    """Numbers of an infographic that do not say where they come from, or when they held."""
    for number, block in enumerate(item.blocks if isinstance(item, Infographic) else (), 1):
        assert isinstance(item, Infographic)
        field = f"blocks[{number}]"
        numbers: list[tuple[str, Sourced | None]] = [(f"{field}.{name}", entry) for name, entry in block.numbers]
        numbers += [(field, None)] if block.table else []
        if lacking := next((place for place, entry in numbers if not item.source_of(block, entry)), ""):
            fix = "thêm “source: …” cho cả bài, cho khối, hoặc cho từng số; ghi văn bản hoặc cơ quan nêu con số"
            yield at(item, lacking, "nguon-so", f"khối {number} ({block.sort}) có con số chưa ghi nguồn", fix)
        if undated := next((place for place, entry in numbers if entry and not item.day_of(block, entry)), ""):
            message = f"khối {number} ({block.sort}) chưa ghi số liệu tính đến ngày nào"
            fix = "thêm “as_of: …” cho cả bài, cho khối, hoặc cho từng số"
            yield at(item, undated, "ngay-so", message, fix, level="warning")
