"""Pictures with their lighter copies, as templates print them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from chuyenmuc.content.items import Item
from chuyenmuc.images.library import Library, WebFile
from chuyenmuc.images.photo import BadPhoto
from chuyenmuc.images.web.size import published_size
from chuyenmuc.site.views.files import attachment_path


def variants(copies: Sequence[WebFile]) -> list[dict[str, Any]]:
    """One `<source>` a type, the lightest first; its files from small to large."""
    return [
        {"type": kind, "files": [{"url": copy.url, "width": copy.width} for copy in files]}
        for kind, files in groupby(copies, lambda copy: copy.media_type)
    ]


def picture_of(item: Item, file: Path, library: Library) -> dict[str, Any] | None:
    """A picture that the item publishes beside its page; the caller adds its `alt`. None of a broken one."""
    path = attachment_path(item, file)
    try:
        width, height = published_size(file)
    except BadPhoto:
        return None
    size = {"url": quote(path), "width": width, "height": height, "alt": ""}
    return size | {"variants": variants(library.web.get(path, ()))}
