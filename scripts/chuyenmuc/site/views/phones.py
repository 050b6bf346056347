"""Telephone numbers that a tap dials."""

from __future__ import annotations

import re
from typing import Any

from chuyenmuc.content.agency import Agency

View = dict[str, Any]

BETWEEN = re.compile(r"[;,/]|\s[–-]\s")
EXTENSION = re.compile(r"\s*\(?\s*(?P<extension>máy lẻ\s*\d+)\s*\)?\s*$", re.I)


def numbers(text: str) -> list[str]:
    return [number.strip() for number in BETWEEN.split(text) if number.strip()]


def phones(text: str) -> list[View]:
    """`{text, url, extension}` of each number; an extension is dialled by hand, once somebody answers."""
    return [phone(number) for number in numbers(text)]


def phone(number: str) -> View:
    found = EXTENSION.search(number)
    own = number[: found.start()] if found else number
    plus = "+" if own.lstrip(" (").startswith("+") else ""
    return {
        "text": own,
        "url": f"tel:{plus}{re.sub(r'[^0-9]', '', own)}",
        "extension": found["extension"] if found else "",
    }


def agency(known: Agency) -> View:
    """What every page prints of the agency, its numbers and its spokesperson's as links."""
    view = known.model_dump() | {"phones": phones(known.phone)}
    if known.spokesperson:
        view["spokesperson"] |= {"phones": phones(known.spokesperson.phone)}
    return view
