from __future__ import annotations

from chuyenmuc.content.finding import Finding, Level
from chuyenmuc.content.items import Item


def at(item: Item, field: str, rule: str, message: str, fix: str, *, level: Level = "error", line: int = 0) -> Finding:
    return Finding(item.place.name, line or item.place.line(field), field, rule, level, message, fix)
