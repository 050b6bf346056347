"""Texts to paste when an item is posted: one template of `templates/captions` each, filled from the item.

A template's first comment is its name on the page. Files whose names begin with `_` are parts that others include.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, TemplateSyntaxError, meta
from jinja2.sandbox import SandboxedEnvironment

from chuyenmuc.channels.words import first_sentence, hashtags
from chuyenmuc.content.agency import Settings
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Campaign, Item
from chuyenmuc.images.card import COMMON, OF_KIND, card
from chuyenmuc.project import Project

FOLDER = "templates/captions"
SAMPLE = "[Nội dung mẫu]"
OWN = ("kind", "link", "hashtags", "first_sentence", "online_url")
NAMES = (*COMMON, *OWN, *(name for names in OF_KIND.values() for name in names))
_LABEL = re.compile(r"\s*\{#-?\s*(?P<label>.+?)\s*-?#\}", re.S)


@dataclass(frozen=True)
class Caption:
    name: str
    label: str
    text: str


@dataclass(frozen=True)
class Captions:
    """The agency's own templates over those shipped. A broken one is told by `check` and gives no caption."""

    project: Project
    settings: Settings

    @cached_property
    def files(self) -> dict[str, Path]:
        return self.project.find_all(FOLDER, "*.txt")

    @cached_property
    def sources(self) -> dict[str, str]:
        return {name: file.read_bytes().decode("utf-8-sig", "replace") for name, file in self.files.items()}

    @cached_property
    def environment(self) -> SandboxedEnvironment:
        loader = DictLoader(self.sources)
        return SandboxedEnvironment(loader=loader, autoescape=False, trim_blocks=True, lstrip_blocks=True)

    @cached_property
    def labels(self) -> dict[str, str]:
        """Of each template that makes a caption: its name for people."""
        found = {name: _LABEL.match(source) for name, source in self.sources.items() if not name.startswith("_")}
        return {name: label["label"] if label else Path(name).stem for name, label in found.items()}

    def of(self, item: Item, declared: tuple[str, ...] = ()) -> tuple[Caption, ...]:
        """`declared`: hashtags announced for it, as `announced` tells."""
        texts = {name: text for name, text in self.filled(item, declared).items() if isinstance(text, str)}
        return tuple(
            Caption(Path(name).stem, self.labels[name], f"{SAMPLE} {text}" if item.sample else text)
            for name, text in texts.items()
        )

    @cached_property
    def known(self) -> dict[int, tuple[Item, tuple[str, ...], dict[str, str | Exception]]]:
        """By the item's identity, and with the item, so that it stays itself."""
        return {}

    def filled(self, item: Item, declared: tuple[str, ...] = ()) -> dict[str, str | Exception]:
        """For each template its text, or why it makes none; the checks and the kits share them."""
        if id(item) not in self.known or self.known[id(item)][1] != declared:
            values = self.values(item, declared)
            self.known[id(item)] = item, declared, {name: self.rendered(name, values) for name in self.labels}
        return self.known[id(item)][2]

    def rendered(self, name: str, values: dict[str, Any]) -> str | Exception:
        try:
            return tidied(self.environment.get_template(name).render(values))
        except Exception as error:  # whatever an agency's template does
            return error

    def values(self, item: Item, declared: tuple[str, ...] = ()) -> dict[str, Any]:
        return card(item, self.settings).values | {
            "kind": item.kind.value,
            "link": self.link(item),
            "hashtags": " ".join(hashtags(item.tags, declared)),
            "first_sentence": first_sentence(item.description),
            "online_url": getattr(item, "online_url", ""),
        }

    def link(self, item: Item) -> str:
        """The page's address; empty as long as the site has none."""
        return self.settings.site_url and self.settings.site_url + item.place.url

    # Checks -----------------------------------------------------------------------------------------------------

    def check(self, archive: Archive) -> Iterator[Finding]:
        for name in self.sources:
            yield from self.problems(name)
        for name in self.labels:
            yield from self.failing(name, archive)

    def problems(self, name: str) -> Iterator[Finding]:
        if "\ufffd" in self.sources[name]:
            yield finding(name, 1, "không phải chữ Unicode (UTF-8)", "lưu lại tệp với mã hóa UTF-8")
        try:
            used = meta.find_undeclared_variables(self.environment.parse(self.sources[name]))
        except TemplateSyntaxError as error:
            line = error.lineno
            yield finding(name, line, "sai cú pháp", "xem lại các cặp dấu {{ }}, {% %}")
            return
        strange = sorted(used - set(NAMES))
        if strange:
            yield finding(name, 1, f"không có “{strange[0]}” để điền", f"dùng được: {', '.join(NAMES)}")

    def failing(self, name: str, archive: Archive) -> Iterator[Finding]:
        """The first item for which a well-formed template makes no text."""
        for item in archive.items:
            error = self.filled(item, announced(item, archive))[name]
            if isinstance(error, TemplateSyntaxError):
                return  # told above, in the file where it is
            if isinstance(error, Exception):
                told = f"không điền được cho bài {item.place.name} ({' '.join(str(error).split())[:120]})"
                yield finding(name, 1, told, "xem lại biểu thức trong {{ }}, {% %}")
                return


def announced(item: Item, archive: Archive) -> tuple[str, ...]:
    """The hashtags of a campaign, or of those that an item belongs to, as they were made known."""
    fronts = archive.fronts_of.get(item.place.name, ())
    own = item.hashtags if isinstance(item, Campaign) else []
    return tuple(dict.fromkeys([*own, *(tag for front in fronts for tag in front.hashtags)]))


def finding(name: str, line: int, message: str, fix: str) -> Finding:
    return Finding(f"{FOLDER}/{name}", line, "", "loi-dang", "error", message, fix)


def tidied(text: str) -> str:
    """No spaces at the ends of lines, never two empty lines together."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()
