"""Headings go down one level at a time: so those who listen to a page can leap through it."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.headings import headings

RULE = "de-muc"
PAGE = 1  # the level of the page's own title


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        above = PAGE
        for heading in headings(item.body):
            if heading.level > above + 1:
                title = heading.title if len(heading.title) <= 40 else f"{heading.title[:39]}…"
                message = f"đề mục “{title}” nhảy cấp: trên nó chưa có đề mục cấp {heading.level - 1}"
                fix = f"bớt dấu #, viết “{'#' * (above + 1)} {title}”"
                yield at(item, "", RULE, message, fix, level="warning", line=item.place.body_line + heading.line)
            above = heading.level
