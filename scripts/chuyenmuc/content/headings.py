"""Headings of a Markdown body, and the names by which links reach them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chuyenmuc.content.links import code_blanked
from chuyenmuc.content.markup import elements
from chuyenmuc.vietnamese.slugs import slugify
from chuyenmuc.vietnamese.text import tidy

HEADING = re.compile(r"^(?P<marks>#{1,6})[ \t]*(?P<text>[^#\s].*?)[ \t]*#*[ \t]*$")
UNDERLINED = re.compile(r"^(?:=+|-+)[ \t]*$")
ATTRIBUTES = re.compile(r"[ ]*\{:?[ ]*(?P<given>[^{}\n]+?)[ ]*\}$")
NAMED = re.compile(r"(?:^|\s)#(?P<name>[^\s#}]+)")
LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
MARKS = re.compile(r"<[^<>]*>|[*_`~\\]")
# What begins another block: a line of dashes below it is no heading's.
NO_HEADING = re.compile(r"^(?:$|\s|#|>|\||[-*+] |\d+[.)] |!!!|<)")
MOST = 60
# Names that the frame of every page uses.
TAKEN = frozenset({"noi-dung", "dau-trang", "cuoi-trang", "tim-kiem", "cung-quan-tam"}) | {
    *("menu-chuyen-muc", "menu-tieu-muc", "menu-tra-cuu", "thong-tin-van-ban", "van-ban-lien-quan", "__search"),
}


@dataclass(frozen=True)
class Heading:
    """`line` counts from 0; `lines` is 2 for a heading that is underlined; `text` is Markdown, `title` plain."""

    line: int
    lines: int
    level: int
    text: str
    title: str
    name: str
    attributes: str


def headings(body: str) -> list[Heading]:
    """In order, code left out. Where a body has a heading of the first level, which is the page's own, all sink one."""
    if not any(mark in body for mark in ("#", "---", "===")):
        return []
    found, names = [], set(TAKEN)
    marked = list(lines_with_headings(body))
    sunk = int(any(level == 1 for _, _, level, _ in marked))
    for line, lines, level, written in marked:
        ending = ATTRIBUTES.search(written)
        text = written[: ending.start()] if ending else written
        given = ending["given"] if ending else ""
        title = plain(text)
        own = NAMED.search(given)
        name = own["name"] if own else free(slugify(title, MOST) or "muc", names)
        names.add(name)
        found.append(Heading(line, lines, min(level + sunk, 6), text, title, name, given))
    return found


def lines_with_headings(body: str) -> Iterator[tuple[int, int, int, str]]:
    """Line, how many lines, level and text as typed."""
    typed, shown = body.split("\n"), code_blanked(body).split("\n")
    for number, line in enumerate(shown):
        above = typed[number - 1] if number else ""
        if line.startswith("#") and (found := HEADING.match(typed[number])):
            yield number, 1, len(found["marks"]), found["text"]
        elif UNDERLINED.match(line) and not NO_HEADING.match(above) and heads(shown, number - 1):
            yield number - 1, 2, 1 if line[0] == "=" else 2, above.strip()


def heads(lines: list[str], number: int) -> bool:
    """Whether a line begins its block, as that of an underlined heading does."""
    return number == 0 or not lines[number - 1].strip()


def plain(text: str) -> str:
    """What readers see of a line of Markdown."""
    return tidy(MARKS.sub("", LINK.sub(lambda found: found["text"], text)))


def free(name: str, taken: set[str]) -> str:
    number, wanted = 1, name
    while wanted in taken:
        number += 1
        wanted = f"{name}-{number}"
    return wanted


def anchors(body: str) -> set[str]:
    """Every name inside a body that a link may lead to."""
    named = {element.get("id") or element.get("name") for element in elements(body)}
    return {heading.name for heading in headings(body)} | named - {""}
