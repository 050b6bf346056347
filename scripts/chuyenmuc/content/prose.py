"""What a Markdown body says to its readers: words without markup, each passage knowing where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import chain

from chuyenmuc.content.links import code_blanked

LITERAL = "\x01"  # a sign that is no markup
ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
END, ENTRY, GONE = "\x1f", "\x1e", "\x00"  # a passage ends; an entry or a cell begins; markup that is gone
BLOCK_TAG = r"</?(?:p|div|ul|ol|table|tr|h[1-6]|blockquote|section|figure|figcaption|hr)\b[^<>]*>"


def emphasis(sign: str, number: int, around: str) -> re.Pattern[str]:
    """So many signs on both sides of words; `around`: what may not stand beside them, other than the sign."""
    beside = rf"[{around}{sign}]"
    return re.compile(
        rf"(?<!{beside})(?:{sign}){{{number}}}(?=\S)([^{sign}]+?)(?<=\S)(?:{sign}){{{number}}}(?!{beside})"
    )


# What stands instead of each; a group stays as it is.
LINK = re.compile(r"!?\[([^\[\]]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])")
# What is said beside a link or picture, and shown with it.
TITLE = re.compile(
    r"\]\(\s*(?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)\s+"
    r"""(?:"(?P<title>[^"\n]*)"|'(?P<quoted>[^'\n]*)')[ \t]*\)"""
)
ATTRIBUTE = re.compile(r"""\b(?:alt|title)\s*=\s*(?:"(?P<title>[^"<>]*)"|'(?P<quoted>[^'<>]*)')""", re.I)
ELEMENT = re.compile(r"<[a-z][^<>]*>", re.I)
MARKUP: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"^\[\^[^\]\n]+\]:", re.M), END),
    (re.compile(r"\[\^[^\]\n]+\]"), ""),
    (LINK, ""),
    (LINK, ""),  # around a picture
    (re.compile(r"<?https?://[^\s<>()\[\]“”\x00]+>?"), END),
    (re.compile(r"\{[:#.][^{}\n]*\}"), ""),
    (re.compile(r"<br\b[^<>]*>", re.I), " "),
    (re.compile(r"</?(?:li|td|th)\b[^<>]*>", re.I), ENTRY),
    (re.compile(BLOCK_TAG, re.I), END),
    (re.compile(r"</?[a-z][^<>]*>", re.I), ""),
    (re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M), ""),
    (re.compile(r"^[ \t\x00]*(?:[-+*]|\d{1,3}[.)])[ \t]+", re.M), ENTRY),
    (re.compile(r"^[ \t\x00]*(?:#{1,6}[ \t]+|!!![ \t]\w+)", re.M), END),
    *((emphasis(r"\*", number, ""), "") for number in (3, 2, 1, 2)),
    *((emphasis("_", number, r"\w"), "") for number in (3, 2, 1, 2)),
    (re.compile(r"~~([^~]+)~~"), ""),
)
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,20});", re.I)
EMPTY_LINES = re.compile(r"\n(?:[ \t>]*\n)+")
HEADING_END = re.compile(r"(?<=\n)[ \t>]*#{1,6}[ \t][^\n]*(\n)")
ROW = re.compile(r"^[ \t>]*\|[^\n]*$", re.M)


@dataclass(frozen=True)
class Passage:
    """A paragraph, an entry of a list, a cell: its words on one line; `places` gives each one's place in the body."""

    text: str
    places: tuple[int, ...]
    listed: bool = False


def passages(body: str, worth: Callable[[str], bool] = bool) -> Iterator[Passage]:
    """In their order; of those parts alone whose source is `worth` it."""
    blanked, start = code_blanked(body), 0
    for gap in [*EMPTY_LINES.finditer(blanked), None]:
        end = gap.start() if gap else len(blanked)
        if worth(blanked[start:end]):
            yield from within(blanked[start:end], start)
            yield from beside(blanked[start:end], start)
        start = gap.end() if gap else end


def beside(source: str, start: int) -> Iterator[Passage]:
    """Titles of links and pictures, each a passage of its own."""
    if '"' not in source and "'" not in source:
        return
    elements = (ATTRIBUTE.finditer(source, *element.span()) for element in ELEMENT.finditer(source))
    for found in chain(TITLE.finditer(source), *elements):
        name = "title" if found["title"] is not None else "quoted"
        yield from within(found[name], start + found.start(name))


def within(source: str, start: int) -> Iterator[Passage]:
    text: list[str] = []
    places: list[int] = []
    listed = False
    for place, characters in enumerate([*kept(source), END], start):
        for character in characters:
            if character in (END, ENTRY):
                if text:
                    yield Passage("".join(text), tuple(places), listed)
                text, places, listed = [], [], character == ENTRY
            elif not character.isspace():
                text.append(character)
                places.append(place)
            elif text and text[-1] != " ":
                text.append(" ")
                places.append(place)


def kept(part: str) -> list[str]:
    """By each character of the source what readers see of it."""
    source = f"\n{part}\n"
    shown, marks = list(source), list(source)
    for found in ESCAPED.finditer(source):
        shown[found.start()], marks[found.start()], marks[found.end()] = "", GONE, LITERAL
    for place in parting(source):
        shown[place] = marks[place] = ENTRY if source[place] == "|" else END
    for pattern, instead in MARKUP:
        blank(shown, marks, pattern, instead)
    blank(shown, marks, ENTITY, None)
    return shown[1:-1]


def parting(source: str) -> Iterator[int]:
    """Where cells and rows of tables end, and headings."""
    for row in ROW.finditer(source):
        yield from (place for place in range(row.start(), row.end() + 1) if source[place] in "|\n")
    yield from (heading.end() - 1 for heading in HEADING_END.finditer(source))


def blank(shown: list[str], marks: list[str], pattern: re.Pattern[str], instead: str | None) -> None:
    """Takes markup away around its group, if it has one. `instead`: None for what the markup stands for."""
    for found in pattern.finditer("".join(marks)):
        start, end = found.span(1) if pattern.groups else (found.end(), found.end())
        for place in (*range(found.start(), start), *range(end, found.end())):
            shown[place], marks[place] = "", GONE
        put = unescape(found[0]) if instead is None else instead
        shown[found.start()], marks[found.start()] = put, put or GONE
