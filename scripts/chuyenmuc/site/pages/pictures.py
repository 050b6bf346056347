"""Pictures of an article's text: each becomes HTML with its size and with lighter copies to choose from."""

from __future__ import annotations

import hashlib
import os.path
import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.items import Item
from chuyenmuc.content.links import attachments, is_picture
from chuyenmuc.images.library import FOLDER, Library
from chuyenmuc.images.photo import BadPhoto
from chuyenmuc.images.web.darkroom import Darkroom
from chuyenmuc.images.web.picture import Picture
from chuyenmuc.images.web.size import published_size
from chuyenmuc.site.pages.body import attachment_path
from chuyenmuc.site.views.variants import variants
from chuyenmuc.site.views.viewer import View
from chuyenmuc.vietnamese.slugs import slugify

SIZES = "(min-width: 46em) 43rem, calc(100vw - 2rem)"  # how wide text is set, in 60-van-xuoi.css
WIDE = 480  # pixels: smaller pictures have no copies
IN_MARKDOWN = re.compile(
    r"!\[(?P<alt>(?:\\.|[^\[\]\\])*)\]\([ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)(?!\{)"
)
IN_HTML = re.compile(r"<img\b(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.I)
ATTRIBUTE = re.compile(
    r"(?P<name>[a-z-]+)(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>/]+)))?", re.I
)
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKS = re.compile(r"[\[\]()`*_\\!~^{}|]")  # of Markdown, which looks for them even in attributes


def published_pictures(archive: Archive, darkroom: Darkroom) -> Iterator[Picture]:
    """Every picture that a page publishes beside it. An animation is published as its first picture, without copies."""
    for item in archive.items:
        for file in attachments(item):
            if is_picture(file) and file.suffix.lower() != ".gif":
                url = attachment_path(item, file)
                yield darkroom.picture(file, url, stem(item, url))


def stem(item: Item, url: str) -> str:
    """Names of two files that look alike without marks stay apart."""
    return f"{FOLDER}/{item.place.key}/web/{slugify(Path(url).stem)}-{hashlib.sha256(url.encode()).hexdigest()[:6]}"


def picture_of(item: Item, file: Path, library: Library) -> View | None:
    """What templates print of a picture that the item publishes; the caller adds its `alt`. None if it is broken."""
    url = attachment_path(item, file)
    try:
        width, height = published_size(file)
    except BadPhoto:
        return None
    copies = library.web.get(url, ()) if width >= WIDE else ()
    return {"url": quote(url), "width": width, "height": height, "alt": "", "variants": variants(copies)}


def traces(item: Item, library: Library) -> tuple[str, ...]:
    """What an item's page shows of its pictures beyond its text, for `made_of`."""
    found = []
    for file in filter(is_picture, attachments(item)):
        status = file.stat()
        copies = [copy.url for copy in library.web.get(attachment_path(item, file), ())]
        found.append(" ".join((str(file), str(status.st_size), str(status.st_mtime_ns), *copies)))
    return tuple(found)


def shown(item: Item, library: Library) -> dict[str, View]:
    """The item's pictures by each address by which its text may name them once links lead to published files."""
    found: dict[str, View] = {}
    if "![" not in item.body and "<img" not in item.body.lower():
        return found
    for file in filter(is_picture, attachments(item)):
        if view := picture_of(item, file, library):
            path = attachment_path(item, file)
            for start in (os.path.dirname(f"{item.place.key}.md"), item.place.key):
                found[quote(os.path.relpath(path, start or ".").replace(os.sep, "/"))] = view
    return found


def with_pictures(text: str, item: Item, known: Mapping[str, View]) -> str:
    """Markdown outside code whose own pictures are written as HTML; those from elsewhere stay as they are."""
    if not known:
        return text

    def typed(found: re.Match[str]) -> str:
        view = known.get(found["angled"] or found["bare"] or "")
        alt = ESCAPED.sub(r"\1", unescape(found["alt"]))
        return html(item, view | {"alt": alt}, "") if view else found[0]

    def tagged(found: re.Match[str]) -> str:
        given = attributes(found["attributes"])
        view = known.get(given.get("src", ""))
        if not view or "width" in given or "srcset" in given:
            return found[0]
        kept = {name: value for name, value in given.items() if name in {"class", "id", "title"}}
        return html(item, view | {"alt": given.get("alt", "")}, printed(kept))

    return IN_MARKDOWN.sub(typed, IN_HTML.sub(tagged, text))


def attributes(tag: str) -> dict[str, str]:
    found = ATTRIBUTE.finditer(tag)
    return {one["name"].lower(): unescape(one["double"] or one["single"] or one["bare"] or "") for one in found}


def printed(values: Mapping[str, object]) -> str:
    return "".join(f' {name}="{safe(str(value))}"' for name, value in values.items())


def safe(value: str) -> str:
    return MARKS.sub(lambda found: f"&#{ord(found[0])};", escape(value))


def html(item: Item, view: View, more: str) -> str:
    """In one line, for a line break would end it in a table or a list."""

    def here(url: str) -> str:
        return os.path.relpath(url, item.place.key).replace(os.sep, "/")

    sources = "".join(
        f'<source type="{variant["type"]}" srcset="{srcset(variant, here)}" sizes="{SIZES}">'
        for variant in view["variants"]
    )
    size = {"src": here(view["url"]), "width": view["width"], "height": view["height"], "alt": view["alt"]}
    image = f'<img{printed(size)}{more} loading="lazy" decoding="async">'
    return f'<picture class="picture">{sources}{image}</picture>' if sources else image
