"""A Markdown extension: what makes tables and notes read well, whichever engine prints them.

A column of a table of many says by a class how much its cells hold; the mark of a note stands at its word, with a name.
Text without any sign of Markdown is not searched for one, which is half of what rendering takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

NAME, INLINE, AFTER_INLINE = "reading", 20, 2
MANY, CROWDED = 4, 7  # columns
SHORT, LONG = 12, 40  # characters
STASHED = re.compile("\x02[^\x03]*\x03")  # HTML that is put back later
# The patterns that are known to begin with one of these signs. Another extension's may begin with any letter.
SIGN = re.compile(r"[`\\\[<&*_!\x02]|  \n")
PATTERNS = frozenset(
    {"backtick", "escape", "footnote", "reference", "link", "image_link", "image_reference", "short_reference"}
    | {
        "short_image_ref",
        "autolink",
        "automail",
        "linebreak",
        "html",
        "entity",
        "em_strong",
        "em_strong2",
        "not_strong",
    }
)


class Plain(AtomicString):  # type: ignore[misc]
    """Text that no pattern is held against."""


class SetAside(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        patterns = self.md.inlinePatterns
        if len(patterns) > sum(name in patterns for name in PATTERNS):
            return
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString) and not SIGN.search(element.text):
                element.text = Plain(element.text)


class TakenUp(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        for element in root.iter():
            if isinstance(element.text, Plain):
                element.text = str(element.text)


class Columns(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            rows = [list(row) for part in ("thead", "tbody") for row in table.findall(f"{part}/tr")]
            width = len(rows[0]) if rows else 0
            if width < MANY:
                continue
            table.set("class", "bang-rong bang-day" if width >= CROWDED else "bang-rong")
            for column in zip_longest(*rows):
                cells = [cell for cell in column if cell is not None]
                mark(cells, holds(max(map(length, cells[1:]), default=0)))


def mark(cells: list[Element], name: str) -> None:
    for cell in cells:
        cell.set("class", f"{cell.get('class', '')} {name}".strip())


def holds(most: int) -> str:
    if most <= SHORT:
        return "cot-ngan"
    return "cot-vua" if most <= LONG else "cot-dai"


def length(cell: Element) -> int:
    return len(STASHED.sub("", "".join(cell.itertext())).strip())


class Notes(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        for parent, before, mark in marks(root):
            link = mark.find("a")
            if link is None:
                continue
            link.set("aria-label", f"Chú thích {''.join(link.itertext())}")
            if before is None:
                parent.text = (parent.text or "").rstrip()
                continue
            before.tail = (before.tail or "").rstrip()
            if before.tag == "sup" and not before.tail:
                mark.set("class", "chu-tiep")


def marks(root: Element) -> Iterator[tuple[Element, Element | None, Element]]:
    """Each mark of a note with what holds it and what stands before it there."""
    for parent in root.iter():
        before = None
        for child in parent:
            if child.tag == "sup" and child.get("id", "").startswith("fnref"):
                yield parent, before, child
            before = child


class Reading(Extension):  # type: ignore[misc]
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(SetAside(md), f"{NAME}-plain", INLINE + 1)
        md.treeprocessors.register(TakenUp(md), f"{NAME}-text", INLINE - 1)
        md.treeprocessors.register(Columns(md), f"{NAME}-columns", AFTER_INLINE)
        md.treeprocessors.register(Notes(md), f"{NAME}-notes", AFTER_INLINE)


def makeExtension(**options: Any) -> Reading:
    return Reading(**options)
