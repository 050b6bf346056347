"""Attributes of finished HTML, changed in place; every other byte stays as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

TAG = re.compile(r"<!--.*?-->|<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[^\"'>]|\"[^\"]*+\"|'[^']*+')*+)>", re.S)
ATTRIBUTE = re.compile(
    r"(?P<before>[\s/]*)(?P<name>[^\s=>\"'/]++)(?:\s*=\s*(?P<value>\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?"
)
Change = Callable[[str, str, str], str | None]
"""Given a tag's name, an attribute's name and value, gives the value to write; None leaves the attribute out."""


def retagged(html: str, change: Change) -> str:
    return TAG.sub(lambda found: tag(found, change) if found["name"] else found[0], html)


def tag(found: re.Match[str], change: Change) -> str:
    name = found["name"].lower()
    return f"<{found['name']}{ATTRIBUTE.sub(lambda each: attribute(name, each, change), found['attributes'])}>"


def attribute(tag: str, found: re.Match[str], change: Change) -> str:
    written = found["value"] or ""
    value = unescape(written[1:-1] if written[:1] in {'"', "'"} else written)
    given = change(tag, found["name"].lower(), value)
    if given is None:
        return ""
    return found[0] if given == value else f'{found["before"]}{found["name"]}="{escape(given)}"'
