"""Only what a named person or unit has approved is published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import Status
from chuyenmuc.content.finding import Finding
from chuyenmuc.vietnamese.dates import day_of, short

RULE = "phe-duyet"
NEEDED = ("approved_by", "approved_at")


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if item.status is not Status.APPROVED:
            continue
        missing = [name for name in NEEDED if not getattr(item, name) and name not in item.place.wrong]
        for field in missing:
            what = "người duyệt" if field == "approved_by" else "ngày duyệt"
            fix = f"thêm dòng “{field}: …”, hoặc đổi thành “status: review”"
            yield at(item, "status", RULE, f"đã duyệt mà chưa ghi {what} (“{field}”)", fix)


def early(archive: Archive, today: date) -> Iterator[Finding]:
    """Approvals of a day that has not come."""
    for item in archive.items:
        if item.status is Status.APPROVED and item.approved_at and day_of(item.approved_at) > today:
            message = f"ngày duyệt {short(day_of(item.approved_at))} còn chưa đến"
            fix = "ghi đúng ngày đã duyệt; muốn hẹn ngày đăng thì dùng “publish_at: …”"
            yield at(item, "approved_at", RULE, message, fix, level="warning")
