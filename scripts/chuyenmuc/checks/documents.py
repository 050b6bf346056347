"""The register of documents: symbols, doubles and relations."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Document
from chuyenmuc.vietnamese.symbols import Symbol, suggest

RULE = "so-ky-hieu"


def check(archive: Archive) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for item in archive.items:
        if not isinstance(item, Document):
            continue
        yield from symbol(item)
        key = (item.number, item.issuer)  # two provinces may use the same number
        if key in first:
            message = f"văn bản {item.number} của {item.issuer} đã có ở {first[key]}"
            yield at(item, "number", "trung-van-ban", message, "giữ một bài")
        first.setdefault(key, item.place.name)
        yield from related(item, archive)


def symbol(item: Document) -> Iterator[Finding]:
    if right := suggest(item.number):
        yield at(item, "number", RULE, f"số, ký hiệu “{item.number}” viết sai", f"viết “{right}”")
    elif Symbol.parse(item.number) is None:
        fix = "viết như 57-NQ/TW, 71/NQ-CP, 224/2026/NĐ-CP"
        yield at(item, "number", RULE, f"số, ký hiệu “{item.number}” không theo mẫu thường dùng", fix, level="warning")


def related(item: Document, archive: Archive) -> Iterator[Finding]:
    for relation, numbers in item.relations.items():
        for number in numbers:
            if number == item.number:
                yield at(item, "relations", "quan-he", f"văn bản “{relation}” chính nó", "bỏ số, ký hiệu này")
            elif number not in archive.documents:
                message = f"“{relation} {number}” chưa có bài trong kho văn bản"
                yield at(item, "relations", "quan-he", message, "thêm bài về văn bản ấy", level="warning")
