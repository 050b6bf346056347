"""An item's Markdown as it is published: links lead to pages that exist, local files stand beside the page."""

from __future__ import annotations

import hashlib
import os.path
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import CODE, is_picture, local_file, local_path
from chuyenmuc.images.photo import stripped_suffix
from chuyenmuc.vietnamese.unbroken import in_markdown

TARGET = r"<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
AFTER_TEXT = re.compile(rf"\]\([ \t]*(?:{TARGET})")
DEFINITION = re.compile(rf"^ {{0,3}}\[[^\]\n]+\]:[ \t]*(?:{TARGET})", re.M)
IN_TAG = re.compile(r"(?P<lead>\b(?:href|src)\s*=\s*)(?P<quote>[\"'])(?P<bare>[^\"'\n]*)(?P=quote)", re.I)
TO_AN_ITEM = re.compile(rf"(?<!!)\[(?P<text>[^\[\]]*)\]\([ \t]*(?:{TARGET})[^()\n]*\)")


def published_body(item: Item, archive: Archive) -> str:
    """Links to other items follow their addresses; a link to an item that is not published becomes plain text."""

    def address(typed: str) -> str | None:
        """Where a link leads on the site; the typed address if it is none of the project's; None for no page."""
        path = local_path(typed)
        file = local_file(item.place, path) if path else None
        if file is None:
            return typed
        if file.suffix.lower() != ".md":
            return quote(relative(item, attachment_path(item, file)))
        other = archive.by_file.get(file)
        return relative(item, f"{other.place.key}.md") + after_path(typed) if other else None

    def prose(text: str) -> str:
        text = TO_AN_ITEM.sub(lambda found: found[0] if address(typed(found)) is not None else found["text"], text)
        for pattern in (AFTER_TEXT, DEFINITION, IN_TAG):
            text = pattern.sub(lambda found: retargeted(found, address), text)
        return in_markdown(text)

    return outside_code(item.body, prose)


def typed(found: re.Match[str]) -> str:
    return next(found[name] for name in ("angled", "bare") if found.groupdict().get(name) is not None)


def retargeted(found: re.Match[str], address: Callable[[str], str | None]) -> str:
    old = typed(found)
    new = address(old)
    if new == old:
        return found[0]
    place = found.start("bare") if found["bare"] is not None else found.start("angled") - 1
    end = found.end("bare") if found["bare"] is not None else found.end("angled") + 1
    start = found.start()
    return found[0][: place - start] + (new if new is not None else "#") + found[0][end - start :]


def outside_code(body: str, change: Callable[[str], str]) -> str:
    made, place = "", 0
    for code in CODE.finditer(body):
        made += change(body[place : code.start()]) + code[0]
        place = code.end()
    return made + change(body[place:])


def after_path(address: str) -> str:
    """Query and fragment, as typed."""
    return re.sub(r"^[^?#]*", "", address)


def relative(item: Item, path: str) -> str:
    return os.path.relpath(path, Path(f"{item.place.key}.md").parent).replace(os.sep, "/")


def attachment_path(item: Item, file: Path) -> str:
    """Beside the page, under the item's own folder; a file from another folder gets one of its own."""
    name = file.with_suffix(stripped_suffix(file)).name if is_picture(file) else file.name
    if file.parent == item.place.file.parent.resolve():
        return f"{item.place.key}/{name}"
    folder = os.path.relpath(file.parent, item.place.file.parent.resolve()).replace(os.sep, "/")
    return f"{item.place.key}/{hashlib.sha256(folder.encode()).hexdigest()[:8]}/{name}"
