"""A Markdown extension: bodies without style attributes and event handlers, which the pages' policy forbids.

The alignment of a table's columns becomes a class.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

ALIGNED = {"text-align: left;": "can-trai", "text-align: center;": "can-giua", "text-align: right;": "can-phai"}
LAST = 1


class StrictHtml(Treeprocessor):  # type: ignore[misc]
    def run(self, root: Element) -> None:
        for element in root.iter():
            aligned = ALIGNED.get(element.attrib.pop("style", ""))
            if aligned:
                element.set("class", f"{element.get('class', '')} {aligned}".strip())
            for name in [name for name in element.attrib if name.lower().startswith("on")]:
                del element.attrib[name]


class StrictHtmlExtension(Extension):  # type: ignore[misc]
    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(StrictHtml(md), "strict_html", LAST)


def makeExtension(**options: Any) -> StrictHtmlExtension:
    return StrictHtmlExtension(**options)
