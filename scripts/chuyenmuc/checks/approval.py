"""Only what a named person or unit has approved is published."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import Status
from chuyenmuc.content.finding import Finding

RULE = "phe-duyet"


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if item.status is not Status.APPROVED:
            continue
        missing = [name for name in ("approved_by", "approved_at") if not getattr(item, name)]
        for field in missing:
            what = "người duyệt" if field == "approved_by" else "ngày duyệt"
            fix = f"thêm dòng “{field}: …”, hoặc đổi thành “status: review”"
            yield at(item, "status", RULE, f"đã duyệt mà chưa ghi {what} (“{field}”)", fix)
