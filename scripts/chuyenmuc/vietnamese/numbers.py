from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext

_SWAP = str.maketrans(",.", ".,")


def decimal(x: float, places: int) -> str:
    """`6,5`; halves round away from zero, as people do by hand."""
    with localcontext(rounding=ROUND_HALF_UP):
        return f"{Decimal(str(x)):z,.{places}f}".translate(_SWAP)


def file_size(n: int) -> str:
    """`n` bytes, 1 KB being 1024 of them: `312 KB`, `1,2 MB`."""
    kilobytes = max((n + 512) // 1024, min(n, 1))
    return f"{kilobytes} KB" if kilobytes < 1024 else f"{decimal(n / 1024**2, 1)} MB"
