"""How long something plays: `3:20` as typed, `PT3M20S` for machines, `3 phút 20 giây` for people."""

from __future__ import annotations

import re

_TYPED = re.compile(r"(?:(?P<h>[0-9]{1,2}):(?=[0-9]{2}:))?(?P<m>[0-9]{1,3}):(?P<s>[0-5][0-9])")
_PARTS = ((3600, "H", "giờ"), (60, "M", "phút"), (1, "S", "giây"))


def parse_duration(text: str) -> int:
    """Seconds. Raises ValueError for what is no duration."""
    found = _TYPED.fullmatch(text.strip())
    if not found or (found["h"] and int(found["m"]) > 59):
        raise ValueError(f"“{text}” không phải thời lượng; viết phút:giây hoặc giờ:phút:giây, ví dụ 3:20, 1:02:15")
    seconds = int(found["h"] or 0) * 3600 + int(found["m"]) * 60 + int(found["s"])
    if not seconds:
        raise ValueError("thời lượng bằng không; viết phút:giây, ví dụ 3:20")
    return seconds


def _split(seconds: int) -> list[tuple[int, str, str]]:
    found = []
    for size, letter, word in _PARTS:
        count, seconds = divmod(seconds, size)
        if count:
            found.append((count, letter, word))
    return found


def iso_duration(seconds: int) -> str:
    return "PT" + "".join(f"{count}{letter}" for count, letter, _ in _split(seconds))


def spoken_duration(seconds: int) -> str:
    return " ".join(f"{count} {word}" for count, _, word in _split(seconds))
