"""Where running text on a page must not break: inside 57-NQ/TW, 211/KH-UBND, 22/12/2024, 2022 – 2025."""

from __future__ import annotations

import re
from html import escape

_SYMBOL = r"\d+(?:\.\d+)?(?:/\d{4})?[-/][A-ZĐ][\w&]*(?:[-/][A-ZĐ][\w&]*)*"
_LAW = r"\d+/\d{4}/QH\d+"
_DAY = r"\d{1,2}/\d{1,2}(?:/\d{4})?"
_YEARS = r"\d{4} [–-] \d{4}"
WHOLE = re.compile(rf"(?<![\w/.-])(?:{_LAW}|{_SYMBOL}|{_DAY}|{_YEARS})(?![\w/])")
OPEN, CLOSE = '<span class="lien">', "</span>"

# Where markup would be text: code, targets of links, addresses, names of footnotes, tags.
_NOT_PROSE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|(?P<tick>`+).+?(?P=tick)"
    r"|\]\([^()\s]*(?:\([^()]*\))?[^()]*\)|\[\^[^\]\n]+\]|^ {0,3}\[(?!\^)[^\]]+\]:.*?$"
    r"|<[^<>\n]+>|\b(?:https?|mailto):\S+",
    re.M | re.S,
)


def in_html(text: str) -> str:
    """Plain text as HTML, escaped, with symbols and days held on one line."""
    return WHOLE.sub(rf"{OPEN}\g<0>{CLOSE}", escape(text))


def in_markdown(body: str) -> str:
    """The same for Markdown, whose code, link targets and tags stay as they are."""
    made, place = [], 0
    for kept in _NOT_PROSE.finditer(body):
        made += [WHOLE.sub(rf"{OPEN}\g<0>{CLOSE}", body[place : kept.start()]), kept[0]]
        place = kept.end()
    return "".join(made) + WHOLE.sub(rf"{OPEN}\g<0>{CLOSE}", body[place:])
