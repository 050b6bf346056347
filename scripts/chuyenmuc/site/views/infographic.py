"""What templates print of an infographic, block by block. Numbers tell where they come from and when they held."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from chuyenmuc.content.infographic import (
    Area,
    Block,
    Figure,
    Infographic,
    Moment,
    Part,
    People,
    ShareForm,
    Sourced,
    Table,
)
from chuyenmuc.content.links import attachments
from chuyenmuc.site.views import charts
from chuyenmuc.site.views.files import attachment_path
from chuyenmuc.vietnamese.dates import When, iso, parse_when, short
from chuyenmuc.vietnamese.numbers import percent, written
from chuyenmuc.vietnamese.unbroken import in_html

View = dict[str, Any]

DATA, OTHER_DATA = "so-lieu.csv", "so-lieu-cua-trang.csv"
MOST_ON_A_CARD = 3
LONG_CELL = 16  # characters
TENTH = Decimal("0.1")
SPACE = "\N{NO-BREAK SPACE}"
# A cell that is a number, or says that there is none.
NUMBER = re.compile(r"[-−+]?\d[\d.,]*(?: ?%)?")
NONE = frozenset("-–—")
YEAR = re.compile(r"(?:năm )?(\d{4})", re.I)
MONTH = re.compile(r"(?:tháng )?(\d{1,2})[/-](\d{4})", re.I)
RISES = {"tăng": "tang", "giảm": "giam"}


def page(item: Infographic) -> View:
    blocks = [view(item, block, number) for number, block in enumerate(item.story, 1)]
    return {"style": item.style.value, "blocks": blocks, "data_url": data_path(item) if has_data(item) else ""}


def view(item: Infographic, block: Block, number: int) -> View:
    origin = Origin(item, block)
    told = {
        "sort": block.sort,
        "id": f"khoi--{number}",
        "title_html": in_html(block.title),
        "level": 3 if block.title else 2,
        "note_html": in_html(block.note),
        "data": holds_data(block),
    }
    return told | origin.common | OF_SORT[block.sort](block, origin)


# Where numbers come from ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Origin:
    """Source and day: what holds of the whole block is told once, what does not is told with each number."""

    item: Infographic
    block: Block

    @cached_property
    def sources(self) -> set[str]:
        return {self.item.source_of(self.block, number) for _, number in self.block.numbers}

    @cached_property
    def days(self) -> set[When | None]:
        return {self.item.day_of(self.block, number) for _, number in self.block.numbers}

    @cached_property
    def common(self) -> View:
        if self.block.table:
            return self.told(self.item.source_of(self.block), self.item.day_of(self.block))
        if not self.sources:  # no numbers: only what the block itself says
            return self.told(self.block.source, self.block.as_of)
        source = next(iter(self.sources)) if len(self.sources) == 1 else ""
        return self.told(source, next(iter(self.days)) if len(self.days) == 1 else None)

    def of(self, number: Sourced) -> View:
        source = self.item.source_of(self.block, number) if len(self.sources) > 1 else ""
        return self.told(source, self.item.day_of(self.block, number) if len(self.days) > 1 else None)

    def told(self, source: str, day: When | None) -> View:
        return {
            "source_html": in_html(source),
            "as_of": {"iso": iso(day), "text": short(day)} if day else None,
        }


# Numbers as they are printed ------------------------------------------------------------------------------------------


def amount(value: Decimal, unit: str) -> str:
    """`95,3%`, `1.234 hồ sơ`"""
    return written(value) + joined(unit)


def joined(unit: str) -> str:
    return unit if unit in {"", "%"} else f"{SPACE}{unit}"


# The sorts ------------------------------------------------------------------------------------------------------------


def figures(block: Block, origin: Origin) -> View:
    return {"figures": [figure(entry) | origin.of(entry) for entry in block.figures]}


def figure(entry: Figure) -> View:
    first = entry.change.lower().partition(" ")[0]
    return {
        "value_html": in_html(entry.value + (entry.unit if entry.unit == "%" else "")),
        "unit_html": in_html(entry.unit if entry.unit != "%" else ""),
        "long": len(entry.value) > 7,
        "label_html": in_html(entry.label),
        "change_html": in_html(entry.change),
        "change": RISES.get(first, ""),
    }


def steps(block: Block, _: Origin) -> View:
    return {"steps": [{"title_html": in_html(step.title), "text_html": in_html(step.text)} for step in block.steps]}


def timeline(block: Block, _: Origin) -> View:
    return {"moments": [moment(entry) for entry in block.timeline]}


def moment(entry: Moment) -> View:
    told = {"when_html": in_html(entry.when), "iso": machine_day(entry.when)}
    return told | {"what_html": in_html(entry.what), "text_html": in_html(entry.text)}


def machine_day(text: str) -> str:
    """`22/12/2024`, `tháng 6/2025`, `năm 2030` as machines write them; nothing for any other time."""
    if found := YEAR.fullmatch(text):
        return found[1]
    if (found := MONTH.fullmatch(text)) and 1 <= int(found[1]) <= 12:
        return f"{found[2]}-{int(found[1]):02}"
    try:
        return iso(parse_when(text))
    except ValueError:
        return ""


def bars(block: Block, origin: Origin) -> View:
    most = max(part.value for part in block.bars)
    sign = block.unit if block.unit == "%" else ""
    rows = [
        {
            "label_html": in_html(part.label),
            "value": written(part.value) + sign,
            "width": f"{part.value / most * 100:.2f}%" if most else "0",
        }
        | origin.of(part)
        for part in block.bars
    ]
    unit = "" if sign else block.unit
    said = [block.ordered, f"Đơn vị: {unit}" if unit else "", "Các thanh bắt đầu từ số 0"]
    return {"rows": rows, "unit": unit, "caption_html": in_html(sentences(said))}


def share(block: Block, origin: Origin) -> View:
    parts = block.parts
    exact = block.unit == "%" and block.total == 100
    given = len(block.share)
    rows = [
        {
            "number": number,
            "label_html": in_html(part.label),
            "value": written(part.value) + (block.unit if block.unit == "%" else ""),
            "percent": "" if exact else percent(part.value, block.total),
            "rest": number > given,
        }
        | (origin.of(part) if number <= given else {})
        for number, part in enumerate(parts, 1)
    ]
    values = [part.value for part in parts]
    squares = block.form is ShareForm.SQUARES
    most = max(range(len(values)), key=values.__getitem__)
    return {
        "rows": rows,
        "unit": "" if block.unit == "%" else block.unit,
        "percents": not exact,
        "ring": [] if squares else charts.ring(values),
        "squares": charts.squares(values) if squares else [],
        "most": {"percent": percent(values[most], block.total), "number": most + 1},
        "caption_html": in_html(sentences(whole(block, parts, squares=squares))),
        "rest_html": rest(parts) if len(parts) > given else "",
    }


def whole(block: Block, parts: list[Part], *, squares: bool) -> Iterator[str]:
    """What the parts are parts of, and how the drawing is read."""
    if block.whole or block.unit == "%":
        yield f"Tổng thể: {amount(block.total, block.unit)}"
    else:
        yield f"Các phần cộng lại: {amount(block.total, block.unit)}"
    yield "Mỗi ô là 1% của tổng thể, đã làm tròn" if squares else "Đọc theo chiều kim đồng hồ, từ đỉnh vòng"
    hundredths = [part.value / block.total * 100 for part in parts]
    if any(each != each.quantize(TENTH) for each in hundredths):
        yield "Tỷ lệ làm tròn đến một chữ số thập phân"


def rest(parts: list[Part]) -> str:
    return in_html(f"“{parts[-1].label}” là tổng thể trừ đi các phần đã nêu.")


def sentences(said: Iterable[str]) -> str:
    return "".join(f"{each}. " for each in said if each).strip()


def compare(block: Block, _: Origin) -> View:
    return {
        "columns": [
            {"title_html": in_html(column.title), "points_html": [in_html(point) for point in column.points]}
            for column in block.compare
        ]
    }


def table(block: Block, _: Origin) -> View:
    assert block.table
    looks = [look(place, column) for place, column in enumerate(zip(*block.table.rows, strict=True))]
    heads, *rows = (
        [{"text_html": in_html(cell), "look": look} for cell, look in zip(row, looks, strict=True)]
        for row in [block.table.columns, *block.table.rows]
    )
    label = f"Bảng: {block.title or ', '.join(block.table.columns)}"
    return {"heads": heads, "rows": rows, "label": label}


def look(place: int, column: Sequence[str]) -> str:
    """How a column is set: numbers at its right edge, long texts no narrower than they can be read."""
    if place and all(is_number(cell) for cell in column):
        return "so"
    return "dai" if max(map(len, column)) > LONG_CELL else ""


def counted(table: Table) -> list[str]:
    """What its numbers count: the columns that hold them, or the rows where these columns are years or days."""
    columns = zip(table.columns, zip(*table.rows, strict=True), strict=True)
    numeric = [name for place, (name, cells) in enumerate(columns) if look(place, cells) == "so"]
    times = numeric and all(map(machine_day, numeric))
    return [row[0] for row in table.rows] if times else numeric


def is_number(cell: str) -> bool:
    return cell in NONE or bool(NUMBER.fullmatch(cell))


def areas(block: Block, origin: Origin) -> View:
    return {"areas": [area(entry, block.unit) | origin.of(entry) for entry in block.areas]}


def area(entry: Area, unit: str) -> View:
    return {
        "name_html": in_html(entry.name),
        "value": "" if entry.value is None else written(entry.value),
        "unit_html": in_html(joined(unit)),
        "text_html": in_html(entry.text),
    }


def quote(block: Block, _: Origin) -> View:
    assert block.quote
    names = ("text", "speaker", "cited_from")
    return {"quote": {f"{name}_html": in_html(getattr(block.quote, name)) for name in names}}


def faq(block: Block, _: Origin) -> View:
    asked = ({"question_html": in_html(each.question), "answer_html": in_html(each.answer)} for each in block.faq)
    return {"asked": list(asked)}


def checklist(block: Block, _: Origin) -> View:
    return {"points_html": [in_html(point) for point in block.checklist]}


def people(block: Block, _: Origin) -> View:
    assert block.people
    told = f"{block.people.count} trong {block.people.of}"
    return {"told": told, "label_html": in_html(block.people.label), "crowd": charts.crowd(block.people)}


def text(block: Block, _: Origin) -> View:
    return {"paragraphs_html": [in_html(paragraph) for paragraph in block.text]}


OF_SORT: dict[str, Callable[[Block, Origin], View]] = {
    **{"figures": figures, "steps": steps, "timeline": timeline, "bars": bars, "areas": areas, "faq": faq},
    **{"checklist": checklist, "text": text, "share": share, "compare": compare, "table": table, "quote": quote},
    "people": people,
}

# For other pages, and for programs -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Number:
    """One number of a block, in words: what it counts, how much, of what."""

    label: str
    value: str
    unit: str
    given: Sourced

    @property
    def text(self) -> str:
        return self.value + joined(self.unit)


def numbers(block: Block) -> Iterator[Number]:
    for _, given in block.numbers:
        match given:
            case Figure():
                yield Number(given.label, given.value, given.unit, given)
            case Part():
                yield Number(given.label, written(given.value), block.unit, given)
            case Area(value=Decimal() as value):
                yield Number(given.name, written(value), block.unit, given)
            case People():
                yield Number(given.label, str(given.count), f"trong {given.of}", given)


def headline(item: Infographic) -> list[View]:
    """The numbers that a card shows: the first ones."""
    found = ((block, number) for block in item.story for number in numbers(block))
    shown = [{"value": number.text, "label": number.label} for _, number in found]
    return shown[:MOST_ON_A_CARD]


def holds_data(block: Block) -> bool:
    return block.table is not None or any(True for _ in block.numbers)


def has_data(item: Infographic) -> bool:
    return any(holds_data(block) for block in item.story)


def data_path(item: Infographic) -> str:
    """Beside the page; never where a file that staff attached stands."""
    path = f"{item.place.key}/{DATA}"
    taken = any(attachment_path(item, file) == path for file in attachments(item))
    return f"{item.place.key}/{OTHER_DATA}" if taken else path
