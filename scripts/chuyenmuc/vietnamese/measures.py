"""Lengths and sizes as Vietnamese writes them: `6 × 1,5 m`, `A3 ngang`, `20 m`. All lengths in millimetres."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from chuyenmuc.vietnamese.numbers import written

MILLIMETRES = {"mm": 1, "cm": 10, "m": 1000, "mét": 1000, "met": 1000}
LEAST, MOST = 20, 100_000
PAPERS = {"A0": (841, 1189), "A1": (594, 841), "A2": (420, 594), "A3": (297, 420), "A4": (210, 297)}
PAPERS |= {"A5": (148, 210), "A6": (105, 148)}
_NUMBER = r"[0-9]{1,6}(?:[.,][0-9]{1,3})?"
_UNIT = "mm|cm|mét|met|m"
_SIZE = re.compile(
    rf"(?P<width>{_NUMBER})\s*(?P<first>{_UNIT})?\s*(?:[x×*]|nhân)\s*(?P<height>{_NUMBER})\s*(?P<unit>{_UNIT})?", re.I
)
_PAPER = re.compile(r"(?P<paper>A[0-6])(?:\s+(?P<way>ngang|dọc|doc))?", re.I)
_LENGTH = re.compile(rf"(?:khoảng|chừng|[~≈])?\s*(?P<length>{_NUMBER})\s*(?P<unit>{_UNIT})?", re.I)
_THOUSANDS = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")
_HOW = "viết như “6 x 1,5 m”, “80 x 200 cm” hoặc “A3”"


@dataclass(frozen=True, order=True)
class Size:
    """A width and a height in millimetres; `paper` is the name of a sheet, where it has one."""

    width: float
    height: float
    paper: str = ""

    def __str__(self) -> str:
        """`A3`, `A4 ngang`, `6 × 1,5 m`, `800 × 2000 mm`"""
        if self.paper:
            return f"{self.paper} ngang" if self.width > self.height else self.paper
        if min(self.width, self.height) < 100:
            return f"{number(self.width)} × {number(self.height)} mm"
        return f"{number(self.width / 1000)} × {number(self.height / 1000)} m"

    @property
    def slug(self) -> str:
        """For the names of files: `a3`, `6x1-5m`"""
        if self.paper:
            return f"{self.paper.lower()}-ngang" if self.width > self.height else self.paper.lower()
        return "x".join(number(side / 1000).replace(",", "-") for side in (self.width, self.height)) + "m"


def number(value: float) -> str:
    """`1,5`, `3`"""
    return written(Decimal(f"{value:.3f}").normalize())


def parse_size(text: str) -> Size:
    """Raises ValueError with what to write instead."""
    typed = " ".join(text.split())
    if found := _PAPER.fullmatch(typed):
        short, long = PAPERS[found["paper"].upper()]
        lying = (found["way"] or "").lower() == "ngang"
        return Size(*((long, short) if lying else (short, long)), found["paper"].upper())
    found = _SIZE.fullmatch(typed)
    if found is None:
        wrong = "chỉ có một chiều" if _LENGTH.fullmatch(typed) else "không phải một khổ"
        raise ValueError(f"“{typed}” {wrong}; {_HOW}")
    unit = found["unit"] or found["first"]
    if unit is None:
        raise ValueError(f"“{typed}” chưa có đơn vị; thêm m hoặc cm ở cuối, {_HOW}")
    width = in_millimetres(found["width"], found["first"] or unit)
    return Size(within(width, typed, LEAST), within(in_millimetres(found["height"], unit), typed, LEAST))


def parse_length(text: str) -> float:
    """`20 m` → 20000. Raises ValueError with what to write instead."""
    typed = " ".join(text.split())
    found = _LENGTH.fullmatch(typed)
    if found is None:
        raise ValueError(f"“{typed}” không phải một khoảng cách; viết như “20 m”")
    if found["unit"] is None:
        raise ValueError(f"“{typed}” chưa có đơn vị; viết “{found['length']} m”")
    return within(in_millimetres(found["length"], found["unit"]), typed)


def in_millimetres(typed: str, unit: str) -> float:
    """Of small units nobody writes three decimals: `1.500 mm` are a metre and a half."""
    per = MILLIMETRES[unit.lower()]
    if per < MILLIMETRES["m"] and _THOUSANDS.fullmatch(typed):
        typed = re.sub("[.,]", "", typed)
    return float(typed.replace(",", ".")) * per


def within(length: float, typed: str, least: float = 1) -> float:
    if not least <= length <= MOST:
        limits = f"từ {least:g} mm đến {MOST // 1000} m"
        raise ValueError(f"“{typed}” không dùng được; ghi {limits}, xem lại đơn vị")
    return length
