from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.content.agency import Agency, Settings
from chuyenmuc.content.fields import Kind
from chuyenmuc.images.card import Card, card
from chuyenmuc.images.compose import compose
from chuyenmuc.images.design import Design
from chuyenmuc.images.formats import Format
from chuyenmuc.images.plan import Planner
from chuyenmuc.images.scene import Scene
from chuyenmuc.images.specimens import specimens
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.breaking import DEFAULT_NAMES

SETTINGS = Settings("Chuyên mục mẫu", "https://so.mau.gov.vn/nq57/", Agency(name="Sở Khoa học và Công nghệ tỉnh Mẫu"))
# Which of an item's texts is its headline on the card, where that is not the title.
HEADLINES = {
    Kind.QUOTE: "quote",
    Kind.FIGURE: "label",
    Kind.QUESTION: "question",
    Kind.MODEL: "honouree",
    Kind.FACT_CHECK: "truth",
    Kind.MESSAGE: "message",
}


class Stage:
    """The shipped design, and short ways to compose made-up items with it: `long` the one with long texts."""

    def __init__(self, project: Project, settings: Settings = SETTINGS) -> None:
        self.design = Design.read(project)
        self.settings = settings
        self.planner = Planner(project, self.design, DEFAULT_NAMES, lambda path: path)

    def look(self, palette: str = "") -> Any:
        return self.planner.look(palette)[0]

    def card(self, kind: Kind, headline: str = "", *, long: bool = False, **changes: Any) -> Card:
        """`changes` of its values or of the card itself."""
        shown = card(specimens(kind)[long], self.settings)
        values = {"title": headline, HEADLINES.get(kind, "title"): headline} if headline else {}
        values |= {"photo": bool(changes.get("photo"))}
        values |= {name: changes.pop(name) for name in list(changes) if name in shown.values and name != "photo"}
        return replace(shown, values=shown.values | values, **changes)

    def scene(self, shown: Card, form: Format) -> Scene:
        return compose(self.design.layouts[self.design.layout_for(shown.kind, form)], shown, form, self.look())


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    return Stage(Project(tmp_path_factory.mktemp("san-khau")))


@pytest.fixture(scope="session")
def stage_of() -> Callable[[Path], Stage]:
    """A stage for a project's own design files."""
    return lambda root: Stage(Project(root))
