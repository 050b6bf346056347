"""What a Markdown body becomes: its elements as a browser will meet them, so that checks judge what is published."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import markdown

# The extensions of mkdocs.yml that let a body bring attributes or other elements.
EXTENSIONS = ["admonition", "attr_list", "fenced_code", "footnotes", "sane_lists", "tables"]
CAN_BRING_MARKUP = "<[{&"


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: dict[str, str]
    line: int  # from 0, within the body; where it seems to stand

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


class Elements(HTMLParser):
    def __init__(self, body: str) -> None:
        super().__init__(convert_charrefs=True)
        self.body = body
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.found.append(Element(tag, values, self.line(tag, values)))

    def line(self, tag: str, values: dict[str, str]) -> int:
        """The first line of the source that names a value of the element, or opens its tag."""
        clues = [value for value in values.values() if len(value) > 2] + [f"<{tag}"]
        places = (self.body.find(clue) for clue in clues)
        return next((self.body.count("\n", 0, place) for place in places if place >= 0), 0)


def elements(body: str) -> Iterator[Element]:
    """Elements of the rendered body. A body of plain prose is not rendered: it can bring none that matter."""
    if not any(mark in body for mark in CAN_BRING_MARKUP):
        return
    parser = Elements(body)
    parser.feed(markdown.markdown(body, extensions=EXTENSIONS))
    parser.close()
    yield from parser.found
