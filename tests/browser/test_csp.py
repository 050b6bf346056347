"""Nothing that the pages' policy forbids stands in them, and no page calls outside."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from chuyenmuc.site.mounting.policy import in_page

from .conftest import MOUNT, Visit
from .kinds import one_of_each

pytestmark = pytest.mark.browser

DATA = {"application/ld+json"}


class Inline(HTMLParser):
    """What of a page would run or style without coming from a file, and the policies it names."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.policies: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if values.get("http-equiv", "").lower() == "content-security-policy":
            self.policies.append(values["content"])
        if tag == "style" or (tag == "script" and not values.get("src") and values.get("type") not in DATA):
            self.found.append(f"<{tag}>")
        for name, value in values.items():
            if name == "style" or name.startswith("on") or re.match(r"\s*javascript:", value, re.I):
                self.found.append(f"<{tag} {name}>")


def test_no_page_holds_a_script_a_style_or_a_handler(root: Path) -> None:
    wrong = []
    for path in (root / MOUNT).rglob("*.html"):
        inline = Inline()
        inline.feed(path.read_text("utf-8"))
        if inline.found or inline.policies != [in_page()]:
            wrong.append((path.relative_to(root).as_posix(), inline.found, inline.policies))
    assert wrong == []


def test_no_sort_of_page_breaks_its_policy_or_calls_outside(visit: Visit, root: Path) -> None:
    broken = []
    visit.page.on("console", lambda m: broken.append(m.text) if "Content Security Policy" in m.text else None)
    for sort, path in one_of_each(root.parent / "build" / "docs").items():
        visit.open(path)
        visit.page.wait_for_load_state("load")
        told = [*broken, *visit.errors, *visit.outside]
        assert told == [], f"{sort}: {path}"


def test_a_script_brought_in_from_outside_does_not_run(visit: Visit) -> None:
    page = visit.open()
    page.evaluate(
        "() => { const bad = document.createElement('script'); bad.textContent = 'window.da_chay = true';"
        " document.head.append(bad); }"
    )
    assert page.evaluate("window.da_chay") is None
    assert any("Content Security Policy" in error for error in visit.errors)
