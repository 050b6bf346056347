"""Numbers as Vietnamese writes them: `1.234,5`."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext

_SWAP = str.maketrans(",.", ".,")
_WRITTEN = re.compile(r"[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_MOST_DIGITS = 15


def decimal(x: float, places: int) -> str:
    """`6,5`; halves round away from zero, as people do by hand."""
    with localcontext(rounding=ROUND_HALF_UP):
        return f"{Decimal(str(x)):z,.{places}f}".translate(_SWAP)


def file_size(n: int) -> str:
    """`n` bytes, 1 KB being 1024 of them: `312 KB`, `1,2 MB`."""
    kilobytes = max((n + 512) // 1024, min(n, 1))
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{decimal(n / 1024**2, 1)} MB"


def parse(text: object) -> Decimal:
    """`1.234,5` → 1234.5. Raises ValueError with what to write instead."""
    typed = str(text).strip().replace("\u00a0", "")
    if typed.endswith("%"):
        raise ValueError(f'“{typed}” có dấu %; chỉ ghi số, còn “unit: "%"” ghi một lần cho cả khối')
    if not _WRITTEN.fullmatch(typed) or sum(char.isdigit() for char in typed) > _MOST_DIGITS:
        raise ValueError(f"“{typed}” không phải số viết kiểu Việt Nam; viết như 1234, 1.234 hoặc 12,5")
    return Decimal(typed.replace("−", "-").replace(".", "").replace(",", "."))


def written(number: Decimal) -> str:
    """`1.234,5`, with as many places as it has."""
    return f"{number:,f}".translate(_SWAP)
