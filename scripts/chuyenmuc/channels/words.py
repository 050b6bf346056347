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


def hashtags(tags: Iterable[str], declared: Iterable[str] = ()) -> list[str]:
    """`chuyển đổi số` → `#ChuyểnĐổiSố`; marks stay: readers search with them. Each once.

    `declared`: what stands before them, to the character.
    """
    made = [*declared, *(hashtag(tag) for tag in tags)]
    found: dict[str, str] = {}
    for tag in filter(None, made):
        found.setdefault(tag.casefold(), tag)
    return list(found.values())


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
