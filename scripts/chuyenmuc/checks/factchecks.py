"""A fact-check retells what it checks and never leads its readers there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import FactCheck

RULE = "kiem-chung"
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if isinstance(item, FactCheck) and (found := ADDRESS.search(item.claim)):
            message = f"có địa chỉ “{found[0]}” trong thông tin cần kiểm chứng"
            yield at(item, "claim", RULE, message, "xóa địa chỉ, kể lại bằng lời; không dẫn người đọc tới nơi đăng")
