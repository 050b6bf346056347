"""What can be made of an item whose front matter is not all right: so all that is wrong with it is told at once."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from pydantic import ValidationError

# Texts that a gap may stand for until they are written: so drafts are seen, and all else can be judged.
GAPS = frozenset(
    {"title", "description", "quote", "speaker", "cited_from", "source", "label", "question", "answer"}
    | {"honouree", "achievement", "message", "claim", "truth", "abstract"}
)
INNER_GAPS = frozenset({"title", "reviewed_by", "alt", "label"})
SOME_DAY = "2000-01-01"  # in place of a day that cannot be read: of an item that is judged and never published


def mended(values: dict[str, Any], error: ValidationError) -> tuple[dict[str, Any], frozenset[str]]:
    """The values with gaps for texts that are missing and without what cannot be read; and the keys of the latter."""
    kept, wrong = deepcopy(values), set()
    for problem in error.errors():
        if problem["type"] != "missing" or not gapped(kept, problem["loc"]):
            wrong.add(str(problem["loc"][0]) if problem["loc"] else "")
    for key in wrong:
        kept.pop(key, None)
        if key in GAPS:
            kept[key] = gap(key)
        elif key == "date":
            kept[key] = SOME_DAY
    return kept, frozenset(wrong)


def gapped(values: dict[str, Any], location: tuple[int | str, ...]) -> bool:
    """Puts a gap where a text is missing; False where that would say something wrong."""
    *way, last = location
    group: Any = values
    try:
        for part in way:
            group = group[part]
    except (KeyError, IndexError, TypeError):
        return False  # typed in the short way
    if not isinstance(group, dict) or last not in (INNER_GAPS if way else GAPS):
        return False
    group[last] = gap(str(last))
    return True


def gap(key: str) -> str:
    return f"[chưa có “{key}”]"
