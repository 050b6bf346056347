"""Headlines and summaries that every page and image can carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.captions import cue_lines, text_beside
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import PICTURE_KEYS
from chuyenmuc.content.media import Video
from chuyenmuc.content.messages import spoken
from chuyenmuc.vietnamese.text import looks_legacy

LONG_TITLE, LONGEST_TITLE, LONG_SUMMARY, LONG_PLACE = 160, 250, 400, 90
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|<!--")
SHORT_FIELDS = (
    *("title", "description", "source", "approved_by"),
    *("location", "number", "type", "issuer", "abstract"),
    *("quote", "speaker", "role", "cited_from", "value", "label", "question", "answer"),
    *("honouree", "unit", "achievement", "claim", "truth", "takes", "message", "campaign"),
    *("theme", "badge"),
)
GROUPED = {"tasks": ("what", "who"), "places": ("where", "material", "who", "note"), "programme": ("what",)}
GROUPED |= {"quiz": ("question", "why")}
LISTS = ("authors", "tags", "messages", "evidence", "steps", "goals", "hashtags", "results")


UNREADABLE = "\ufffd"  # stands for what is no UTF-8


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        yield from lengths(item)
        for field, text in short_texts(item):
            if tag := TAG.search(text):
                message = f"có thẻ HTML “{tag[0]}” trong {spoken(field)}"
                top = field.split("[")[0]
                place = item.place.lines.get(field, item.place.line(top))
                yield at(item, top, "the-html", message, "bỏ thẻ, chỉ viết lời", line=place)
            if looks_legacy(text):
                top = field.split("[")[0]
                yield legacy(item, top, item.place.lines.get(field, item.place.line(top)))
        for number, line in enumerate(item.body.split("\n")):
            if looks_legacy(line):
                yield legacy(item, "", item.place.body_line + number)
                break
        if isinstance(item, Video) and item.captions:
            yield from captioned(item)


def captioned(item: Video) -> Iterator[Finding]:
    """Captions typed in an old encoding, told once."""
    vtt = text_beside(item)
    if vtt.isascii():
        return
    for number, line in cue_lines(vtt):
        if looks_legacy(line) or UNREADABLE in line:
            found = legacy(item, "captions", item.place.line("captions"))
            place = f"tệp phụ đề “{item.captions}” dòng {number}"
            if UNREADABLE in line:
                told, fix = "có chữ không phải Unicode (UTF-8)", "lưu lại tệp với mã hóa UTF-8"
                found = replace(found, message=told, fix=fix)
            yield replace(found, message=f"{place}: {found.message}")
            return


@lru_cache(maxsize=32)
def fields_of(model: type[Item]) -> tuple[list[str], list[str]]:
    """Those of a kind's fields that are a line, and those that are lists of lines."""
    known = model.model_fields
    return [field for field in SHORT_FIELDS if field in known], [field for field in LISTS if field in known]


@lru_cache(maxsize=32)
def grouped(model: type[Item]) -> bool:
    """Whether a kind has keys that hold groups of its own; most have none, and are soon done with."""
    return bool({"figures", "blocks", *PICTURE_KEYS, *GROUPED} & set(model.model_fields))


def short_texts(item: Item) -> Iterator[tuple[str, str]]:
    """What front matter says in words, each with its field."""
    lines, lists = fields_of(type(item))
    for field in lines:
        if text := getattr(item, field):
            yield field, text
    for field in lists:
        yield from ((f"{field}[{i}]", text) for i, text in enumerate(getattr(item, field), 1))
    if grouped(type(item)):
        yield from inside(item)
    for i, sponsor in enumerate(item.sponsors, 1):
        yield f"sponsors[{i}].name", sponsor.name
    if item.cover:
        yield "cover.alt", item.cover.alt
        yield "cover.credit", item.cover.credit


def inside(item: Item) -> Iterator[tuple[str, str]]:
    for i, figure in enumerate(getattr(item, "figures", []), 1):
        yield f"figures[{i}].value", figure.value
        yield f"figures[{i}].label", figure.label
    for i, block in enumerate(getattr(item, "blocks", []), 1):
        yield from ((f"blocks[{i}]", text) for text in block.texts)
    yield from pictured(item)
    yield from planned(item)


def planned(item: Item) -> Iterator[tuple[str, str]]:
    """What a campaign says of its tasks and places, an event of its programme, a lesson in its questions."""
    for key, fields in GROUPED.items():
        for i, entry in enumerate(getattr(item, key, ()), 1):
            yield from ((f"{key}[{i}].{field}", text) for field in fields if (text := getattr(entry, field)))


def pictured(item: Item) -> Iterator[tuple[str, str]]:
    """What is said of each picture of an album or page of slides."""
    for key in PICTURE_KEYS:
        for i, picture in enumerate(getattr(item, key, ()), 1):
            for field in ("alt", "credit", "caption"):
                if text := getattr(picture, field, ""):
                    yield f"{key}[{i}].{field}", text


def lengths(item: Item) -> Iterator[Finding]:
    size = len(item.title)
    if size > LONGEST_TITLE:
        message = f"tiêu đề dài {size} ký tự, quá mức {LONGEST_TITLE} mà ảnh chứa được"
        yield at(item, "title", "do-dai", message, f"rút bớt ít nhất {size - LONGEST_TITLE} ký tự")
    elif size > LONG_TITLE:
        message = f"tiêu đề dài {size} ký tự, khó đọc trên ảnh nhỏ"
        yield at(item, "title", "do-dai", message, f"nên dưới {LONG_TITLE} ký tự", level="warning")
    place = getattr(item, "location", "")
    if len(place) > LONG_PLACE:
        message = f"nơi diễn ra dài {len(place)} ký tự, nhiều ảnh không đủ chỗ để ghi"
        yield at(item, "location", "do-dai", message, f"nên dưới {LONG_PLACE} ký tự", level="warning")
    if len(item.description) > LONG_SUMMARY:
        message = f"sapo dài {len(item.description)} ký tự"
        yield at(item, "description", "do-dai", message, f"nên dưới {LONG_SUMMARY} ký tự", level="warning")


def legacy(item: Item, field: str, line: int) -> Finding:
    fix = "chuyển sang Unicode bằng Unikey (Ctrl+Shift+F6) rồi dán lại"
    return at(item, field, "bang-ma", "có chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI)", fix, line=line)
