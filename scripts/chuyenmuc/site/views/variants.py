"""Lighter copies of a picture as templates print them: one `<source>` a type, its files from small to large."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from chuyenmuc.images.library import WebFile


def variants(copies: Sequence[WebFile]) -> list[dict[str, Any]]:
    return [
        {"type": kind, "files": [{"url": copy.url, "width": copy.width} for copy in files]}
        for kind, files in groupby(copies, lambda copy: copy.media_type)
    ]
