"""A page of the site, made only when needed: its file, its front matter (all that its template prints), its text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

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
