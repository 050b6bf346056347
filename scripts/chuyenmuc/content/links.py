"""Links of a Markdown body, and the local files they and front matter name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from chuyenmuc.content.items import Place

FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)\s*?$", re.M | re.S)
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.S)
INLINE = re.compile(
    r"(?P<image>!?)\[(?:[^\[\]]|\[[^\[\]]*\])*\]\(\s*<?(?P<target>[^\s<>()]*(?:\([^()\s]*\)[^\s<>()]*)*)>?"
)
DEFINED = re.compile(r"^ {0,3}\[[^\]]+\]:\s*<?(?P<target>[^\s<>]+)>?", re.M)


@dataclass(frozen=True)
class Link:
    target: str
    line: int  # from 0, within the body
    image: bool


def code_blanked(body: str) -> str:
    """The body with code samples blanked out, lines kept: what stands in code is shown, not followed."""
    for pattern in (FENCE, CODE):
        body = pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)
    return body


def links(body: str) -> Iterator[Link]:
    text = code_blanked(body)
    for found in INLINE.finditer(text):
        yield Link(found["target"], text.count("\n", 0, found.start()), found["image"] == "!")
    for found in DEFINED.finditer(text):
        yield Link(found["target"], text.count("\n", 0, found.start()), False)


def local_file(place: Place, path: str) -> Path | None:
    """Where a path of an item leads: beside it, or from the project's root for `assets/…`.

    None if that is outside `content` and `assets`, by `..`, by an absolute path or through a symbolic link.
    """
    content = content_root(place)
    base = content.parent if path.startswith("assets/") else place.file.parent
    target = (base / path).resolve()
    inside = any(target.is_relative_to(folder.resolve()) for folder in (content, content.parent / "assets"))
    return target if inside else None


def content_root(place: Place) -> Path:
    depth = place.name.count("/")
    return place.file.parents[depth - 1]
