"""What a Markdown body becomes: its elements as a browser will meet them, so that checks judge what is published."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from importlib.metadata import version
from pathlib import Path

import markdown

from chuyenmuc.processes import side_by_side

# The extensions of mkdocs.yml that let a body bring attributes or other elements.
EXTENSIONS = ["admonition", "attr_list", "fenced_code", "footnotes", "sane_lists", "tables"]
CAN_BRING_MARKUP = "<[{&"
# What prose is made of: without attributes such an element leads nowhere and runs nothing.
PROSE = frozenset(
    {"p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "sup", "sub", "div", "span"}
)
MANY = 400  # bodies: so many are rendered in several processes
# Of a stretch that can bring none: a line of words behind the sign of a list entry or heading, if any; rows of a table.
NEVER = r"\n<\[{&`\\~>\x02\x03"
SIGN = r"(?P<sign>[ ]*(?:[-+*][ ]+|\d+\.[ ]+|#+[ ]*)?)"
WORDS = re.compile(rf"{SIGN}(?!\d+\.\s)(?:\*{{1,3}}|_{{1,3}})?[^\W_][^|{NEVER}]*")
ROWS = re.compile(rf"(?:\|[^{NEVER}]*(?:\n|\Z))+")


@dataclass(frozen=True, slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    line: int  # from 0, within the body; where it seems to stand

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")


Elements = tuple[Element, ...]
# By the body. Rendering is most of what checking costs: one body is rendered once.
KNOWN: dict[str, Elements] = {}
MOST_KNOWN = 50_000


class Parser(HTMLParser):
    def __init__(self, body: str) -> None:
        super().__init__(convert_charrefs=True)
        self.body = body
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if attrs or tag not in PROSE:
            values = {name: value or "" for name, value in attrs}
            self.found.append(Element(tag, values, self.line(tag, values)))

    def line(self, tag: str, values: dict[str, str]) -> int:
        """The first line of the source that names a value of the element, or opens its tag."""
        clues = [value for value in values.values() if len(value) > 2] + [f"<{tag}"]
        places = (self.body.find(clue) for clue in clues)
        return next((self.body.count("\n", 0, place) for place in places if place >= 0), 0)


def elements(body: str) -> Elements:
    """Elements of the rendered body that may matter. One of plain prose is not rendered: it can bring none."""
    if body not in KNOWN:
        if len(KNOWN) > MOST_KNOWN:
            KNOWN.clear()
        KNOWN[body] = rendered(body)
    return KNOWN[body]


def rendered(body: str) -> Elements:
    if not any(mark in body for mark in CAN_BRING_MARKUP):
        return ()
    parser = Parser(body)
    parser.feed(engine().reset().convert(skeleton(body)))
    parser.close()
    return tuple(parser.found)


@lru_cache(maxsize=1)
def engine() -> markdown.Markdown:
    return markdown.Markdown(extensions=EXTENSIONS)


def skeleton(body: str) -> str:
    """The body with its running text cut to a letter a line, much faster to render: the same elements come of it.

    What stands between two empty lines is cut only where no element can begin; paragraphs in a row become one.
    """
    made: list[str] = []
    for block in body.split("\n\n"):
        kept = block if any(mark in block for mark in CAN_BRING_MARKUP) else cut(block)
        if kept != "x" or made[-1:] != ["x"]:
            made.append(kept)
    return "\n\n".join(made)


def cut(block: str) -> str:
    if ROWS.fullmatch(block):
        return "x"
    lines = [f"{words['sign']}x" if (words := WORDS.fullmatch(line)) else line for line in block.split("\n")]
    return "x" if set(lines) == {"x"} else "\n".join(lines)


def learn(bodies: Sequence[str], notes: Path) -> None:
    """Makes elements of many bodies known: from the notes of an earlier run, or side by side, noting them down."""
    if all(body in KNOWN for body in bodies):
        return
    noted = recalled(notes)
    digests = {body: hashlib.sha256(body.encode()).hexdigest() for body in bodies}
    KNOWN.update({body: noted[digest] for body, digest in digests.items() if digest in noted})
    lacking = [body for body in digests if body not in KNOWN]
    KNOWN.update(zip(lacking, side_by_side(rendered, lacking, MANY), strict=True))
    if lacking:
        write(notes, {digest: KNOWN[body] for body, digest in digests.items()})


@lru_cache(maxsize=1)
def program() -> str:
    """Identity of what renders: another one may find other elements in the same body."""
    return hashlib.sha256(f"{version('markdown')} {EXTENSIONS}".encode() + Path(__file__).read_bytes()).hexdigest()


def recalled(notes: Path) -> dict[str, Elements]:
    """What was noted down; nothing if that is damaged or another program's."""
    try:
        told = json.loads(notes.read_text("utf-8"))
        if told["program"] != program():
            return {}
        return {digest: tuple(Element(*found) for found in all_of) for digest, all_of in told["bodies"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write(notes: Path, bodies: dict[str, Elements]) -> None:
    rows = {digest: [[e.tag, e.attributes, e.line] for e in found] for digest, found in bodies.items()}
    notes.parent.mkdir(parents=True, exist_ok=True)
    passing = notes.with_name(f".{notes.name}.{os.getpid()}.tam")
    passing.write_text(json.dumps({"program": program(), "bodies": rows}, ensure_ascii=False), "utf-8")
    passing.replace(notes)
