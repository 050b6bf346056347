"""Pictures of an article's text: each becomes HTML with its size and with lighter copies to choose from."""

from __future__ import annotations

import os.path
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape, unescape
from urllib.parse import quote

from chuyenmuc.content.items import Item
from chuyenmuc.content.links import attachments, is_picture
from chuyenmuc.images.library import Library
from chuyenmuc.site.views.files import attachment_path
from chuyenmuc.site.views.pictures import picture_of
from chuyenmuc.site.views.viewer import View

SIZES = "(min-width: 43em) 40rem, calc(100vw - 2rem)"  # how wide text is set, in 60-van-xuoi.css
IN_MARKDOWN = re.compile(
    r"!\[(?P<alt>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]"
    r"\([ \t]*(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))"
    r"(?:[ \t]+(?:\"(?P<double>[^\"\n]*)\"|'(?P<single>[^'\n]*)'))?[ \t]*\)(?!\{)"
)
UPRIGHT = "anh-dung"  # a picture higher than wide, which is not shown higher than a screen
IN_HTML = re.compile(r"<img\b(?P<attributes>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.I)
ATTRIBUTE = re.compile(r"([a-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)
KEPT = ("class", "id", "title")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MARKS = re.compile(r"[\[\]()`*_\\!~^{}|]")  # Markdown looks for them even in attributes


def in_text(item: Item, library: Library) -> Callable[[str], str]:
    """Writes the pictures of one item's text."""
    return partial(with_pictures, item=item, known=shown(item, library))


def traces(item: Item, library: Library) -> Iterator[str]:
    """What the item's page shows of its own pictures, beyond its text."""
    for file in filter(is_picture, attachments(item)):
        status = file.stat()
        copies = (copy.url for copy in library.web.get(attachment_path(item, file), ()))
        yield " ".join((str(file), str(status.st_size), str(status.st_mtime_ns), *copies))


def shown(item: Item, library: Library) -> dict[str, View]:
    """The item's pictures by each address by which its text names them once links lead to published files."""
    found: dict[str, View] = {}
    if "![" not in item.body and "<img" not in item.body.lower():
        return found
    for file in filter(is_picture, attachments(item)):
        path = attachment_path(item, file)
        if path in library.web and (view := picture_of(item, file, library)):
            for start in (item.place.section.path or ".", item.place.key):  # as in Markdown, and as in a tag
                found[quote(os.path.relpath(path, start).replace(os.sep, "/"))] = view
    return found


def with_pictures(text: str, item: Item, known: Mapping[str, View]) -> str:
    """Markdown outside code whose own pictures are written as HTML; those from elsewhere stay as they are."""

    def typed(found: re.Match[str]) -> str:
        view = known.get(found["angled"] or found["bare"] or "")
        alt, title = ESCAPED.sub(r"\1", unescape(found["alt"])), unescape(found["double"] or found["single"] or "")
        return html(item, view | {"alt": alt}, {"title": title} if title else {}) if view else found[0]

    def tagged(found: re.Match[str]) -> str:
        given = attributes(found["attributes"])
        view = known.get(given.get("src", ""))
        if not view or "width" in given or "srcset" in given:
            return found[0]
        return html(item, view | {"alt": given.get("alt", "")}, {name: given[name] for name in KEPT if name in given})

    return IN_MARKDOWN.sub(typed, IN_HTML.sub(tagged, text)) if known else text


def attributes(tag: str) -> dict[str, str]:
    return {name.lower(): unescape(double or single or bare) for name, double, single, bare in ATTRIBUTE.findall(tag)}


def html(item: Item, view: View, more: Mapping[str, str] | None = None) -> str:
    """In one line: a line break would end it in a table or a list."""
    sources = ""
    for variant in view["variants"]:
        files = ", ".join(f"{here(item, file['url'])} {file['width']}w" for file in variant["files"])
        sources += f'<source type="{variant["type"]}" srcset="{files}" sizes="{SIZES}">'
    size = {"src": here(item, view["url"]), "width": view["width"], "height": view["height"], "alt": view["alt"]}
    if view["height"] > view["width"]:
        more = {"class": UPRIGHT} | dict(more or {})
    image = f'<img{printed(size)} loading="lazy" decoding="async"{printed(more or {})}>'
    return f"<picture>{sources}{image}</picture>" if sources else image


def here(item: Item, url: str) -> str:
    """An address of the site as the item's own page leads to it."""
    return os.path.relpath(url, item.place.key).replace(os.sep, "/")


def printed(values: Mapping[str, object]) -> str:
    return "".join(f' {name}="{safe(str(value))}"' for name, value in values.items())


def safe(value: str) -> str:
    """Escaped for HTML and for Markdown."""
    return MARKS.sub(lambda found: f"&#{ord(found[0])};", escape(value))
