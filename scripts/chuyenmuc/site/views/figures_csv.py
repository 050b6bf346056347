"""An infographic's numbers for spreadsheets: semicolons and decimal commas, as Excel reads and writes in Vietnamese.

A byte order mark tells Excel that the text is UTF-8. No line `sep=;` stands first: Excel would then pass over the mark.
"""

from __future__ import annotations

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterator

from chuyenmuc.content.infographic import Block, Infographic, Part
from chuyenmuc.site.views.infographic import NUMBER, numbers
from chuyenmuc.vietnamese.dates import When, short

HEAD = ("Khối", "Mục", "Giá trị", "Đơn vị", "Nguồn", "Tính đến")
Row = list[str]
# What a spreadsheet takes for a formula, wide forms included.
FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")
GROUPED = re.compile(r"(?<=\d)\.(?=\d{3}(?:\D|$))")


def figures_csv(item: Infographic) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerows([safe(cell) for cell in row] for row in rows(item))
    return BOM_UTF8 + file.getvalue().encode()


def rows(item: Infographic) -> Iterator[Row]:
    named = [(block.title or f"Khối {number}", block) for number, block in enumerate(item.story, 1)]
    listed = [row for name, block in named for row in entries(item, name, block)]
    tables = [(name, block) for name, block in named if block.table]
    if listed:
        yield list(HEAD)
        yield from listed
    for place, (name, block) in enumerate(tables):
        if listed or place:
            yield []
        yield from table(item, name, block)


def entries(item: Infographic, name: str, block: Block) -> Iterator[Row]:
    for number in numbers(block):
        given = number.given
        known = [item.source_of(block, given), day(item.day_of(block, given))]
        yield [name, number.label, plain(number.value), number.unit, *known]
    if block.share:
        for part in block.parts[len(block.share) :]:
            yield [name, part.label, rest(part), block.unit, "Tính từ các phần đã nêu", ""]


def rest(part: Part) -> str:
    return f"{part.value:f}".replace(".", ",")


def table(item: Infographic, name: str, block: Block) -> Iterator[Row]:
    """Its rows as they are, below its name."""
    assert block.table
    yield [name]
    yield list(block.table.columns)
    for row in block.table.rows:
        yield [plain(cell) for cell in row]
    if source := item.source_of(block):
        yield ["Nguồn", source]
    if as_of := day(item.day_of(block)):
        yield ["Tính đến", as_of]


def day(when: When | None) -> str:
    return short(when) if when else ""


def plain(cell: str) -> str:
    """A number without the dots that part its thousands, for programs that would take them for decimal points."""
    return GROUPED.sub("", cell).replace("−", "-") if NUMBER.fullmatch(cell) else cell


def safe(cell: str) -> str:
    """A text that a spreadsheet would run is kept a text by an apostrophe; a negative number stays a number."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) and cell != "-" else cell
