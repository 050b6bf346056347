"""Words of captions: hashtags, and the first sentence of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A sentence ends before a capital, a quoted one too; `TP. Lạng Sơn` and `v.v. theo` end none.
_END = re.compile(r"(?P<last>\S+?)[.!?…]+[”\"’»)]*(?=\s+[“\"‘«(]*(?P<next>\w))")
_TITLES = frozenset(["TP", "TX", "TT", "Q", "P", "H", "X", "GS", "PGS", "TS", "ThS", "BS", "KS"])


def first_sentence(text: str) -> str:
    for end in _END.finditer(text):
        if end["next"].isupper() and end["last"].lstrip('“"‘«(') not in _TITLES:
            return text[: end.end()]
    return text


def hashtags(tags: Iterable[str]) -> list[str]:
    """`chuyển đổi số` → `#ChuyểnĐổiSố`; marks stay: readers search with them. Each once."""
    made = [hashtag(tag) for tag in tags]
    return list({tag.casefold(): tag for tag in reversed(made) if tag}.values())[::-1]


def hashtag(tag: str) -> str:
    """Letters, digits and `_` between two numbers: `ngày 10/10` → `#Ngày10_10`. Digits alone are no hashtag."""
    words = re.findall(r"[^\W_]+", tag)
    if all(word.isdigit() for word in words):
        return ""
    made = ""
    for word in words:
        joint = "_" if made[-1:].isdigit() and word[:1].isdigit() else ""
        made += joint + word[:1].upper() + word[1:]
    return f"#{made}"
