"""What an infographic is told in: blocks of one sort each, in any order and number. Numbers keep source and day."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, field_validator, model_validator

from chuyenmuc.content.base import FrontMatter, Item
from chuyenmuc.content.fields import Kind, Line, Quotation, Sentences, When, listed
from chuyenmuc.vietnamese.numbers import parse, written

MOST_ENTRIES, MOST_BLOCKS, MOST_PEOPLE, MOST_PARTS = 60, 30, 100, 8
WHOLE = Decimal(100)
REMAINDER = "Phần còn lại"


class Style(StrEnum):
    """The looks of an infographic; each is complete."""

    CARDS = "the"
    DARK = "dam"
    LINES = "net"


class ShareForm(StrEnum):
    RING = "vong"
    SQUARES = "o-vuong"


Amount = Annotated[Decimal, BeforeValidator(parse)]
StyleField = Annotated[Style, BeforeValidator(lambda value: chosen(Style, value))]
FormField = Annotated[ShareForm, BeforeValidator(lambda value: chosen(ShareForm, value))]


def chosen(known: type[StrEnum], value: Any) -> StrEnum:
    try:
        return known(str(value).strip())
    except ValueError:
        raise ValueError(f"không có “{value}”; chọn một trong: {', '.join(known)}") from None


class Sourced(FrontMatter):
    """A number says where it comes from and when it held; what it does not say, its block or the item does."""

    source: Line = ""
    as_of: When | None = None


class Figure(Sourced):
    """`value` as it is printed, `1.234,5` or `80%`; `change` in words, `tăng 5 điểm phần trăm so với 2024`."""

    value: Line
    label: Line
    unit: Line = ""
    change: Line = ""


class Step(FrontMatter):
    title: Line
    text: Line = ""


class Moment(FrontMatter):
    when: Line
    what: Line
    text: Line = ""


class Part(Sourced):
    """A bar, or a part of a whole."""

    label: Line
    value: Amount


class Area(Sourced):
    name: Line
    value: Amount | None = None
    text: Line = ""


class Column(FrontMatter):
    """One side of a comparison."""

    title: Line
    points: Sentences = Field(min_length=1, max_length=20)


class Table(FrontMatter):
    columns: Sentences = Field(min_length=2, max_length=6)
    rows: list[list[Line]] = Field(min_length=1, max_length=MOST_ENTRIES)

    @field_validator("rows", mode="after")
    @classmethod
    def as_wide(cls, rows: list[list[str]], info: Any) -> list[list[str]]:
        width = len(info.data.get("columns", []))
        for number, row in enumerate(rows, 1):
            if width and len(row) != width:
                raise ValueError(
                    f"dòng {number} có {len(row)} ô mà bảng có {width} cột; ghi đủ {width} ô, ô trống ghi –"
                )
        return rows


class Saying(FrontMatter):
    text: Quotation
    speaker: Line
    cited_from: Line


class Asked(FrontMatter):
    question: Line
    answer: Line


class People(Sourced):
    """So many of so many, drawn as people."""

    count: Annotated[int, Field(strict=False, ge=0, le=MOST_PEOPLE)]
    of: Annotated[int, Field(strict=False, ge=1, le=MOST_PEOPLE)]
    label: Line

    @model_validator(mode="after")
    def no_more_than_all(self) -> People:
        if self.count > self.of:
            raise ValueError(f"có {self.count} trên tổng số {self.of}; sửa lại hai số này")
        return self


def short_steps(value: Any) -> Any:
    return [{"title": entry} if isinstance(entry, str) else entry for entry in listed(value)]


def short_text(value: Any) -> Any:
    """Paragraphs, parted by an empty line."""
    if not isinstance(value, str):
        return value
    return [" ".join(part.split()) for part in value.split("\n\n") if part.strip()]


class Block(FrontMatter):
    """One of the thirteen sorts, with what may stand beside any of them."""

    title: Line = ""
    note: Line = ""
    source: Line = ""
    as_of: When | None = None
    unit: Line = ""
    whole: Amount | None = None
    form: FormField | None = None

    figures: list[Figure] = Field(default_factory=list, max_length=MOST_ENTRIES)
    steps: Annotated[list[Step], BeforeValidator(short_steps)] = Field(default_factory=list, max_length=MOST_ENTRIES)
    timeline: list[Moment] = Field(default_factory=list, max_length=MOST_ENTRIES)
    bars: list[Part] = Field(default_factory=list, max_length=MOST_ENTRIES)
    share: list[Part] = Field(default_factory=list, max_length=MOST_PARTS)
    compare: list[Column] = Field(default_factory=list, max_length=3)
    table: Table | None = None
    areas: list[Area] = Field(default_factory=list, max_length=MOST_ENTRIES)
    quote: Saying | None = None
    faq: list[Asked] = Field(default_factory=list, max_length=MOST_ENTRIES)
    checklist: Sentences = Field(default_factory=list, max_length=MOST_ENTRIES)
    people: People | None = None
    text: Annotated[list[Line], BeforeValidator(short_text)] = Field(default_factory=list, max_length=MOST_ENTRIES)

    @model_validator(mode="before")
    @classmethod
    def of_one_sort(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"cần ghi loại khối; bắt đầu bằng một trong: {', '.join(SORTS)}")
        held = [sort for sort in SORTS if sort in value]
        if len(held) > 1:
            raise ValueError(f"có cả “{held[0]}” và “{held[1]}” trong một khối; tách ra, mỗi khối một loại")
        near = [close for key in value for close in get_close_matches(str(key), SORTS, 1, 0.75)]
        if not held and near:
            raise ValueError(f"chưa có nội dung; có phải là “{near[0]}”?")
        if not held:
            raise ValueError(f"chưa có nội dung; thêm một trong: {', '.join(SORTS)}")
        for key, sorts in ONLY.items():
            if key in value and held[0] not in sorts:
                raise ValueError(f"“{key}” không dùng cho khối “{held[0]}”; bỏ dòng này")
        return value

    @model_validator(mode="after")
    def whole_holds_its_parts(self) -> Block:
        if self.sort == "share" and self.total and self.given > self.total:
            told = f"các phần cộng lại là {written(self.given)}, hơn tổng số {written(self.total)}"
            raise ValueError(f"{told}; sửa lại số liệu, hoặc ghi “whole:” cho đúng")
        if self.sort == "share" and (self.given <= 0 or any(part.value < 0 for part in self.share)):
            raise ValueError("phần của một tổng thể không thể âm hay đều bằng 0; sửa lại “value”")
        if self.sort == "bars" and any(part.value < 0 for part in self.bars):
            raise ValueError("cột âm không vẽ được từ số 0; dùng khối “table” cho số âm")
        if self.sort == "compare" and len(self.compare) < 2:
            raise ValueError("so sánh cần hai hoặc ba bên; thêm một bên, mỗi bên có title và points")
        return self

    @property
    def sort(self) -> str:
        return next((sort for sort in SORTS if getattr(self, sort)), "text")

    @property
    def entries(self) -> int:
        """How many pieces it may be parted into."""
        if self.sort == "table" and self.table:
            return len(self.table.rows)
        if self.sort == "compare":
            return max(len(column.points) for column in self.compare)
        return len(getattr(self, self.sort)) if self.sort in PARTED else 1

    @property
    def texts(self) -> Iterator[str]:
        """Everything in it that is written."""
        yield from strings(self.model_dump(mode="json", exclude={"as_of", "form"}))

    @property
    def given(self) -> Decimal:
        return sum((part.value for part in self.share), Decimal(0))

    @property
    def total(self) -> Decimal:
        """What the parts are parts of: as told, else 100 for hundredths, else their sum."""
        return self.whole or (WHOLE if self.unit == "%" else self.given)

    @property
    def parts(self) -> list[Part]:
        """With what is left of the whole, which is named for what it is."""
        left = self.total - self.given
        return [*self.share, Part.model_construct(label=REMAINDER, value=left)] if left > 0 else self.share

    @property
    def numbers(self) -> Iterator[tuple[str, Sourced]]:
        """What needs a source, each with its place within the block."""
        for sort in ("figures", "bars", "share"):
            yield from ((f"{sort}[{i}]", entry) for i, entry in enumerate(getattr(self, sort), 1))
        yield from ((f"areas[{i}]", area) for i, area in enumerate(self.areas, 1) if area.value is not None)
        if self.people:
            yield "people", self.people

    @property
    def ordered(self) -> str:
        """In what order bars stand, in words."""
        values = [part.value for part in self.bars]
        if len(values) < 3:
            return ""
        if values == sorted(values, reverse=True):
            return "Xếp từ cao xuống thấp"
        return "Xếp từ thấp lên cao" if values == sorted(values) else "Xếp theo thứ tự của nguồn"


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def led(block: Block) -> Iterator[dict[str, str]]:
    """Short rows of a value and a label, from the sorts that can be told so."""
    numbered = [*(step.title for step in block.steps), *block.checklist]
    told = [(figure.value + (f" {figure.unit}" if figure.unit else ""), figure.label) for figure in block.figures]
    told += [(with_unit(part.value, block.unit), part.label) for part in (*block.bars, *block.share)]
    told += [(with_unit(area.value, block.unit), area.name) for area in block.areas if area.value is not None]
    told += [(f"{block.people.count}/{block.people.of}", block.people.label)] if block.people else []
    told += [(moment.when, moment.what) for moment in block.timeline]
    told += [(str(number), text) for number, text in enumerate(numbered, 1)]
    yield from ({"value": value, "label": label} for value, label in told)


def with_unit(value: Decimal, unit: str) -> str:
    return f"{written(value)}{'' if unit in ('', '%') else ' '}{unit}"


# Sorts whose entries may go on to another page; the others stay whole.
PARTED = ("figures", "steps", "timeline", "bars", "areas", "faq", "checklist", "text")
SORTS = (*PARTED, "share", "compare", "table", "quote", "people")
ONLY = {
    "unit": ("bars", "share", "areas"),
    "whole": ("share",),
    "form": ("share",),
}


def keys_of(model: type[FrontMatter]) -> list[str]:
    return list(model.model_fields)


# The keys of what stands inside a block, by the key that holds it.
INNER_KEYS = {
    "blocks": keys_of(Block),
    "figures": keys_of(Figure),
    "steps": keys_of(Step),
    "timeline": keys_of(Moment),
    **dict.fromkeys(("bars", "share"), keys_of(Part)),
    "areas": keys_of(Area),
    "compare": keys_of(Column),
    "table": keys_of(Table),
    "quote": keys_of(Saying),
    "faq": keys_of(Asked),
    "people": keys_of(People),
}


class Infographic(Item):
    own_kind = Kind.INFOGRAPHIC

    style: StyleField = Field(default=Style.CARDS, description="kiểu trình bày: " + ", ".join(Style))
    as_of: When | None = Field(default=None, description="số liệu tính đến ngày nào")
    figures: list[Figure] = Field(
        default_factory=list,
        max_length=MOST_ENTRIES,
        description="các con số, mỗi mục có value (số) và label (nghĩa); viết tắt của một khối figures",
    )
    blocks: list[Block] = Field(
        default_factory=list,
        max_length=MOST_BLOCKS,
        description="các khối, mỗi khối một loại: " + ", ".join(SORTS),
    )

    @model_validator(mode="after")
    def says_something(self) -> Infographic:
        if not (self.figures or self.blocks):
            raise ValueError("chưa có khối nào; thêm “blocks:”, bên dưới mỗi khối một loại, ví dụ figures hoặc steps")
        return self

    @property
    def story(self) -> list[Block]:
        """All blocks, in the order in which they are read."""
        return [*([Block(figures=self.figures)] if self.figures else []), *self.blocks]

    @property
    def leading(self) -> list[dict[str, str]]:
        """What a card prints of it: figures and what they mean, from the first block that has such."""
        found = (list(led(block)) for block in self.story)
        return next((rows for rows in found if rows), [])

    def source_of(self, block: Block, number: Sourced | None = None) -> str:
        return (number.source if number else "") or block.source or self.source

    def day_of(self, block: Block, number: Sourced | None = None) -> Any:
        return (number.as_of if number else None) or block.as_of or self.as_of
