"""A Markdown extension: bodies without style attributes and event handlers, which the pages' policy forbids.

The alignment of a table's columns becomes a class.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from chuyenmuc.site.tags import retagged

ALIGNED = {"text-align: left;": "can-trai", "text-align: center;": "can-giua", "text-align: right;": "can-phai"}
NAME, LAST = "strict_html", 1
SUSPECT = re.compile(r"\s(?:style|on[a-z]+)\s*=", re.I)


class Aligned(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        for element in root.iter():
            if aligned := ALIGNED.get(element.get("style", "")):
                element.set("class", f"{element.get('class', '')} {aligned}".strip())


class Stripped(Postprocessor):  # type: ignore[misc]
    """Comes after HTML that staff wrote themselves has been put back."""

    def run(self, text: str) -> str:
        return retagged(text, kept) if SUSPECT.search(text) else text


def kept(_: str, name: str, value: str) -> str | None:
    return None if name == "style" or name.startswith("on") else value


class StrictHtml(Extension):  # type: ignore[misc]
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(Aligned(md), NAME, LAST)
        md.postprocessors.register(Stripped(md), NAME, LAST)


def makeExtension(**options: Any) -> StrictHtml:
    return StrictHtml(**options)
