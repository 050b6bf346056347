"""Days come in the order in which they must."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.vietnamese.dates import day_of, ends, short, starts

RULE = "thu-tu-ngay"
PAIRS = (
    ("start", "end", "kết thúc trước khi bắt đầu"),
    ("effective_from", "effective_to", "hết hiệu lực trước khi có hiệu lực"),
    ("issued", "effective_from", "có hiệu lực trước ngày ban hành"),
    ("publish_at", "expires_at", "gỡ trước khi đăng"),
    ("date", "updated", "cập nhật trước ngày đăng"),
)


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        for early, late, message in PAIRS:
            first, last = getattr(item, early, None), getattr(item, late, None)
            if first is None or last is None:
                continue
            if day_of(last) < day_of(first) or ends(last) < starts(first):
                told = f"{message} (“{early}” là {short(first)}, “{late}” là {short(last)})"
                yield at(item, late, RULE, told, f"sửa “{early}” hoặc “{late}”")
