from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from chuyenmuc.vietnamese.text import fold

# Windows refuses a file of these names whatever its ending.
_PORTS = {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
_RESERVED = frozenset({"con", "prn", "aux", "nul"} | _PORTS)


@lru_cache(maxsize=4096)
def slugify(text: str, max_length: int = 80) -> str:
    """ASCII words joined by `-`; empty when nothing of the text can be kept."""
    plain = fold(unicodedata.normalize("NFKC", text))
    slug = _cut(re.sub(r"[^a-z0-9]+", "-", plain).strip("-"), max_length)
    return f"{slug}-bai" if slug in _RESERVED else slug


def _cut(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    whole_words = slug[: max_length + 1].rpartition("-")[0]
    return whole_words or slug[:max_length]
