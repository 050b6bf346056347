"""A campaign: a folder whose `index.md` tells its days, its messages, what is to be done and where things hang."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator

from chuyenmuc.content.base import FrontMatter, Item
from chuyenmuc.content.fields import (
    Kind,
    Line,
    Lines,
    Sentences,
    WebAddress,
    When,
    YesNo,
    choice,
    labelled,
    listed,
    one_line,
    yes_or_no,
)
from chuyenmuc.vietnamese.dates import day_of
from chuyenmuc.vietnamese.measures import Size, parse_length, parse_size
from chuyenmuc.vietnamese.numbers import parse, written
from chuyenmuc.vietnamese.slugs import slugify

MOST_MESSAGES, MOST_PLACES, MOST_PIECES = 12, 200, 10_000
PITCH = re.compile(r"P?\s*(?P<dots>\d{1,2}(?:[.,]\d{1,3})?)\s*(?:MM)?", re.I)
COUNT = re.compile(r"(?P<count>\d[\d.]*)(?:\s+(?:cái|chiếc|tấm|tờ|bộ|bản|lá|thẻ|cuốn))?", re.I)
RANGE = re.compile(r"(?P<first>\d{1,2})\s*[-–]\s*(?P<last>\d{1,2})")
COUNTED = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
ALL = ("tat-ca", "moi-thong-diep", "ca")


class Sort(StrEnum):
    """What can be hung, lit or handed out."""

    BANNER = "bang-ron"
    FLAG = "phuon"
    HOARDING = "pano"
    STANDEE = "standee"
    BACKDROP = "backdrop"
    POSTER = "ap-phich"
    LEAFLET = "to-roi"
    FOLDED = "to-gap"
    SKILL = "the-ky-nang"
    BOARD = "led"
    TICKER = "chu-led"


SORT_LABELS = {
    Sort.BANNER: "Băng rôn ngang",
    Sort.FLAG: "Phướn dọc",
    Sort.HOARDING: "Pa-nô",
    Sort.STANDEE: "Standee",
    Sort.BACKDROP: "Phông nền sân khấu",
    Sort.POSTER: "Áp phích",
    Sort.LEAFLET: "Tờ rơi",
    Sort.FOLDED: "Tờ gấp ba",
    Sort.SKILL: "Thẻ kỹ năng số",
    Sort.BOARD: "Bảng LED màu",
    Sort.TICKER: "Bảng chữ chạy một màu",
}
SORT_ALIASES = {
    **labelled(SORT_LABELS),
    **{"bang-zon": Sort.BANNER, "bang-zon-ngang": Sort.BANNER, "bang-ron-ngang": Sort.BANNER},
    **{"bang-ron-doc": Sort.FLAG, "co-phuon": Sort.FLAG, "pa-no": Sort.HOARDING, "the-a6": Sort.SKILL},
    **{"bang-led": Sort.BOARD, "man-hinh-led": Sort.BOARD, "bang-chu-chay": Sort.TICKER, "to-gap-3": Sort.FOLDED},
    **{"phong-nen": Sort.BACKDROP, "phong-san-khau": Sort.BACKDROP, "bang-chu": Sort.TICKER, "poster": Sort.POSTER},
}
OF_MESSAGE = re.compile(r"-thong-diep-(\d+)")  # in a work's name
UNSIZED = (Sort.TICKER, Sort.SKILL, Sort.FOLDED)
Pitch = Annotated[str, BeforeValidator(lambda value: pitch(value))]
SortField = Annotated[Sort, BeforeValidator(lambda value: choice(Sort, value, SORT_ALIASES))]
SizeField = Annotated[Size, BeforeValidator(lambda value: parse_size(one_line(value)))]
Distance = Annotated[float, BeforeValidator(lambda value: parse_length(one_line(value)))]
Numbers = Annotated[list[int], BeforeValidator(lambda value: numbers(value))]
Hashtags = Annotated[Lines, AfterValidator(lambda value: signed(value))]


def pitch(value: Any) -> str:
    """`p 2.5`, `2,5 mm` → `P2,5`: the distance of an LED board's dots in millimetres."""
    found = PITCH.fullmatch(one_line(value))
    if found is None:
        raise ValueError(f"“{value}” không phải bước điểm của bảng LED; viết như P5, P10 hoặc P2,5")
    whole, _, rest = found["dots"].replace(".", ",").partition(",")
    rest = rest.rstrip("0")
    return f"P{int(whole)}{',' if rest else ''}{rest}"


def counted(value: Any) -> int:
    """`10`, `1.000 tờ`; a number in words is told how to be written."""
    text = one_line(str(value))
    if re.match(r"[-–−]\s*\d", text):
        raise ValueError(f"số lượng phải từ 1, đang ghi “{text}”; viết số lượng cần in, ví dụ 10")
    found = COUNT.fullmatch(text)
    if found is None:
        word = slugify(text).partition("-")[0]
        example = COUNTED.index(word) + 1 if word in COUNTED else 10
        raise ValueError(f"“{text}” không phải số lượng; viết bằng chữ số, ví dụ {example}")
    try:
        count = int(parse(found["count"]))
    except ValueError:
        raise ValueError(f"“{text}” không phải số lượng; viết số nguyên, ví dụ 10") from None
    if not 1 <= count <= MOST_PIECES:
        raise ValueError(f"số lượng “{text}” không dùng được; viết số từ 1 đến {written(Decimal(MOST_PIECES))}")
    return count


def is_done(value: Any) -> bool:
    word = slugify(value) if isinstance(value, str) else ""
    return yes_or_no(
        {"xong": "true", "da-xong": "true", "roi": "true", "chua": "false", "chua-xong": "false"}.get(word, value)
    )


def short_tasks(value: Any) -> Any:
    return (
        [{"what": entry} if isinstance(entry, str) else entry for entry in value] if isinstance(value, list) else value
    )


def signed(tags: list[str]) -> list[str]:
    """Each behind one sign, typed or not: `A`, `#A`, `＃A` → `#A`. Several on one line are told apart by theirs."""
    apart = [part for tag in tags for part in re.split(r"[\s,;]*[#＃]\s*", tag) if part]
    return list(dict.fromkeys(f"#{part}" for part in apart))


def numbers(value: Any) -> list[int]:
    found = typed_numbers(value)
    for entry in found:
        if not entry.isdecimal() or not 1 <= int(entry) <= MOST_MESSAGES:
            raise ValueError(f"“{entry}” không phải số thứ tự của thông điệp; ghi 1, 2, 3… theo danh sách “messages”")
    return list(dict.fromkeys(map(int, found)))


def typed_numbers(value: Any) -> list[str]:
    if isinstance(value, str) and slugify(value) in ALL:
        return []
    return [number for entry in listed(value) for number in spread(str(entry).strip())]


def spread(entry: str) -> list[str]:
    """`2-4` → 2, 3, 4"""
    found = RANGE.fullmatch(entry)
    first, last = (int(found["first"]), int(found["last"])) if found else (1, 0)
    return [str(number) for number in range(first, last + 1)] or [entry]


class Identity(FrontMatter):
    """Slots for the year's official files, as the agency fetched them: they are placed, never drawn anew."""

    logo: Line = ""
    visual: Line = ""
    source: WebAddress = ""


class Task(FrontMatter):
    what: Line
    who: Line = ""
    due: When | None = None
    done: Annotated[bool, BeforeValidator(is_done)] = False


class Placement(FrontMatter):
    """Something that hangs, stands or shines somewhere: so many of a sort and size, with those messages.

    No messages: all of them; no count: one of each. `distance` is how far away its readers stand, in millimetres.
    """

    where: Line
    piece: SortField
    size: SizeField | None = None
    pitch: Pitch = ""
    messages: Numbers = Field(default_factory=list)
    count: Annotated[int, BeforeValidator(counted)] | None = None
    material: Line = ""
    distance: Distance | None = None
    up: When | None = None
    down: When | None = None
    who: Line = ""
    note: Line = ""

    _repeated: tuple[int, ...] = PrivateAttr(())

    @model_validator(mode="wrap")
    @classmethod
    def heeded(cls, typed: Any, made: ModelWrapValidatorHandler[Placement]) -> Placement:
        place = made(typed)
        if isinstance(typed, dict):
            asked = typed_numbers(typed.get("messages", ""))
            place._repeated = tuple(number for number in place.messages if asked.count(str(number)) > 1)
        return place

    @property
    def repeated(self) -> tuple[int, ...]:
        """Messages whose numbers were typed more than once, which makes no more of them."""
        return self._repeated

    @model_validator(mode="after")
    def is_whole(self) -> Placement:
        if self.size is None and self.piece not in UNSIZED:
            raise ValueError(f"“{self.where}” chưa có khổ; thêm “size:”, ví dụ 6 x 1,5 m")
        if self.piece is Sort.BOARD and not self.pitch:
            raise ValueError(f"“{self.where}” là bảng LED màu mà chưa có bước điểm; thêm “pitch:”, ví dụ P5")
        if self.up and self.down and day_of(self.down) < day_of(self.up):
            raise ValueError(f"“{self.where}” tháo trước khi treo; sửa lại “up” và “down”")
        return self

    @property
    def stem(self) -> str:
        """What the names of its files begin with, as `bang-ron-6x1-5m`; without a size, by its sort alone."""
        pitch = f"-{slugify(self.pitch.replace(',', '-'))}" if self.piece is Sort.BOARD else ""
        return f"{self.piece.value}{pitch}{f'-{self.size.slug}' if self.size else ''}"

    def asks_for(self, name: str) -> bool:
        """Whether a work of that name hangs, stands or shines there."""
        if name != self.stem and not name.startswith(f"{self.stem}-"):
            return False
        found = OF_MESSAGE.search(name)
        return not self.messages or not found or int(found[1]) in self.messages


class Campaign(Item):
    own_kind = Kind.CAMPAIGN

    start: When | None = Field(default=None, description="bắt đầu cao điểm")
    end: When | None = Field(default=None, description="kết thúc cao điểm")
    day: When | None = Field(default=None, description="ngày chính, để đếm ngược; trống nếu cả đợt quan trọng như nhau")
    badge: Line = Field(default="", description="dấu hiệu ngắn in lớn trên ấn phẩm, ví dụ 10/10")
    theme: Line = Field(default="", description="chủ đề chính thức của năm, đúng từng chữ; chưa công bố thì để trống")
    theme_source: WebAddress = Field(default="", description="nơi công bố chủ đề")
    messages: Sentences = Field(
        default_factory=list, max_length=MOST_MESSAGES, description="các thông điệp, mỗi dòng một thông điệp"
    )
    hashtags: Hashtags = Field(default_factory=list, description="hashtag đã được công bố; chưa có thì để trống")
    tag: Line = Field(default="", description="tin, bài, sự kiện ở mục khác gắn từ khóa này cũng hiện trong đợt")
    identity: Identity | None = Field(
        default=None, description="tệp nhận diện chính thức đặt cạnh tệp này: logo, visual (hình chủ đạo), source"
    )
    tasks: Annotated[list[Task], BeforeValidator(short_tasks)] = Field(
        default_factory=list, max_length=MOST_PLACES, description="việc cần làm: what, who, due, done"
    )
    places: list[Placement] = Field(
        default_factory=list,
        max_length=MOST_PLACES,
        description="nơi treo, đặt, chiếu, phát: where, piece, size, messages, count, material, distance, up, down",
    )
    political: YesNo = Field(
        default=True, description="true: tuyên truyền cổ động chính trị, không mang biểu trưng nhà tài trợ"
    )
    results: Sentences = Field(default_factory=list, description="kết quả, ghi sau đợt, mỗi dòng một kết quả")

    @property
    def whole(self) -> bool:
        """Whether it is the front of its folder, for which everything is made."""
        return self.place.is_front

    @property
    def first_day(self) -> datetime.date | None:
        begins = self.start or self.day
        return day_of(begins) if begins else None

    @property
    def last_day(self) -> datetime.date | None:
        ends = self.end or self.day or self.start
        return day_of(ends) if ends else None

    @property
    def main_day(self) -> datetime.date | None:
        return day_of(self.day) if self.day else self.first_day

    @property
    def year(self) -> int:
        return (self.main_day or day_of(self.date)).year


CAMPAIGN_GROUPS: dict[str, type[FrontMatter]] = {"identity": Identity, "tasks": Task, "places": Placement}
