"""What the site consists of, made only when needed: pages, and files beside them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from chuyenmuc.site.pages.front import written
from chuyenmuc.site.views.viewer import View


@dataclass(frozen=True)
class Sheet:
    """What stands in a page's file."""

    template: str
    title: str
    description: str
    meta: View = field(default_factory=dict)
    body: str = ""

    def front_matter(self) -> View:
        head: View = {"template": self.template, "title": self.title, "description": self.description}
        return head | {"hide": ["navigation", "toc"]} | self.meta


@dataclass(frozen=True)
class Page:
    """`made_of` holds every item, section and text that the sheet shows: while these are the same, so is the sheet."""

    path: str
    made_of: tuple[object, ...]
    make: Callable[[], Sheet]

    def content(self) -> bytes:
        sheet = self.make()
        return written(sheet.front_matter(), sheet.body).encode()


@dataclass(frozen=True)
class Loose:
    """A file that is no page: a feed, an attachment, a style sheet. `made_of` as with pages."""

    path: str
    made_of: tuple[object, ...]
    make: Callable[[], bytes]

    def content(self) -> bytes:
        return self.make()


Part = Page | Loose
