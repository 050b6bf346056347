"""English summaries: in English, and neither a bare headline nor a whole translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item

RULE = "tieng-anh"
SHORTEST, LONGEST = 40, 200  # words; 80 to 150 are asked for
VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)
MOST_MARKED = 0.3  # of the words: names of people and places keep their marks


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if item.english:
            yield from judged(item, item.english.summary)


def judged(item: Item, summary: str) -> Iterator[Finding]:
    words = summary.split()
    marked = sum(1 for word in words if VIETNAMESE.search(word))
    if marked > MOST_MARKED * len(words):
        message, fix = (
            "phần tiếng Anh có vẻ còn viết bằng tiếng Việt",
            "dịch “summary” sang tiếng Anh rồi nhờ người soát",
        )
        yield at(item, "english", RULE, message, fix)
    elif not SHORTEST <= len(words) <= LONGEST:
        message, fix = f"tóm tắt tiếng Anh dài {len(words)} từ", "viết chừng 80 đến 150 từ"
        yield at(item, "english", RULE, message, fix, level="warning")
