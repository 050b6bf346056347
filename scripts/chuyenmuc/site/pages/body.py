"""An item's Markdown as it is published: links lead to pages that exist, local files stand beside the page."""

from __future__ import annotations

import os.path
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import quote

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import (
    CODE,
    OPENS_CODE,
    is_picture,
    local_file,
    local_links,
    local_path,
    own_files,
    present,
)
from chuyenmuc.site.pages.prose import enriched
from chuyenmuc.site.views.files import attachment_path, type_and_size
from chuyenmuc.vietnamese.unbroken import in_markdown

TARGET = r"<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)"
AFTER_TEXT = re.compile(rf"\]\([ \t]*(?:{TARGET})")
DEFINITION = re.compile(rf"^ {{0,3}}\[(?!\^)[^\]\n]+\]:[ \t]*(?:{TARGET})", re.M)
IN_TAG = re.compile(r"(?P<lead>\b(?:href|src)\s*=\s*)(?P<quote>[\"'])(?P<bare>[^\"'\n]*)(?P=quote)", re.I)
TO_AN_ITEM = re.compile(rf"(?<!!)\[(?P<text>[^\[\]]*)\]\([ \t]*(?:{TARGET})[^()\n]*\)")


def published_body(item: Item, archive: Archive, pictured: Callable[[str], str] = str) -> str:
    """Links to other items follow their addresses; a link to an item that is not published becomes plain text.

    `pictured` writes pictures as HTML once their links are followed.
    """
    return outside_code(enriched(item.body), Links(item, archive, pictured).followed)


@dataclass(frozen=True)
class Links:
    """Where the links of one body lead."""

    item: Item
    archive: Archive
    pictured: Callable[[str], str] = str

    def followed(self, text: str) -> str:
        text = TO_AN_ITEM.sub(self.described, text)
        for pattern in (AFTER_TEXT, DEFINITION):
            text = pattern.sub(lambda found: retargeted(found, self.address), text)
        text = IN_TAG.sub(lambda found: retargeted(found, partial(self.address, in_tag=True)), text)
        return in_markdown(self.pictured(text))

    def file(self, typed: str) -> Path | None:
        path = local_path(typed)
        return local_file(self.item.place, path) if path else None

    def address(self, typed: str, *, in_tag: bool = False) -> str | None:
        """Where a link leads on the site; the typed address if it is none of the project's; None for no page.

        Engines follow Markdown's links from the page's file; what stands in a tag, browsers follow from its address.
        """
        file = self.file(typed)
        if file is None:
            return typed
        here = self.item.place.key if in_tag else self.item.place.section.path
        if file.suffix.lower() != ".md":
            return quote(relative(here, attachment_path(self.item, file)))
        other = self.archive.by_file.get(file)
        if other is None:
            return None
        page = f"{relative(here, other.place.key)}/" if in_tag else relative(here, other.place.page)
        return page + after_path(typed)

    def described(self, found: re.Match[str]) -> str:
        """The words alone where no page is; a link to a file says what comes down, and how much."""
        target, text = typed(found), found["text"]
        if self.address(target) is None:
            return text
        file = self.file(target)
        if file is None or file.suffix.lower() == ".md" or is_picture(file) or not present(file):
            return found[0]
        return f'[{text} <span class="tep">({type_and_size(file)})</span>{found[0][len(text) + 1 :]}'


def led_to(item: Item, archive: Archive) -> Iterator[str]:
    """What a page says of the files and items that its item names: where they stand, how large they are."""
    for path in dict.fromkeys([*(path for path, _ in local_links(item)), *(path for _, path in own_files(item))]):
        if beside := archive.by_name.get(f"{item.place.name.rpartition('/')[0]}/{path}"):
            yield f"{path} {beside.place.key}"  # what most links are: no need to ask the disk
            continue
        file = local_file(item.place, path)
        if file and file.suffix.lower() == ".md":
            other = archive.by_file.get(file)
            yield f"{path} {other.place.key if other else ''}"
        elif file and present(file):
            yield f"{path} {file.stat().st_size}"


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
    if not OPENS_CODE.search(body):
        return change(body)
    made, place = "", 0
    for code in CODE.finditer(body):
        made += change(body[place : code.start()]) + code[0]
        place = code.end()
    return made + change(body[place:])


def after_path(address: str) -> str:
    """Query and fragment, as typed."""
    return re.sub(r"^[^?#]*", "", address)


def relative(folder: str, path: str) -> str:
    return os.path.relpath(path, folder or ".").replace(os.sep, "/")
