"""Numbers as Vietnamese writes them: `1.234,5`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext

_SWAP = str.maketrans(",.", ".,")
_WRITTEN = re.compile(r"[-−]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
_MOST_DIGITS = 15
_TENTH = Decimal("0.1")


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


def percent(value: Decimal, whole: Decimal) -> str:
    """`41,1%`, `40%`: rounded to a tenth. What is not nothing is not told as nothing."""
    rounded = (100 * value / whole).quantize(_TENTH, ROUND_HALF_UP)
    if value and not rounded:
        return f"dưới {written(_TENTH)}%"
    return f"{written(rounded if rounded % 1 else rounded.quantize(Decimal(1)))}%"


def apportioned(values: Sequence[Decimal], whole: Decimal, units: int) -> list[int]:
    """`units` shared out in proportion; what is left goes to the largest remainders, the first of equals first."""
    exact = [value * units / whole for value in values]
    given = [int(each.to_integral_value(ROUND_FLOOR)) for each in exact]
    left = int(sum(exact, Decimal(0)).to_integral_value()) - sum(given)
    order = sorted(range(len(values)), key=lambda index: (given[index] - exact[index], index))
    return [each + (index in order[:left]) for index, each in enumerate(given)]
