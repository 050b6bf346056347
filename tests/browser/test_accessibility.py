"""axe finds no barrier on any sort of page, at three widths, in daylight, in the dark and in high contrast."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from chuyenmuc.project import SHIPPED

from .kinds import one_of_each

sys.path.insert(0, str(SHIPPED / "scripts"))

from web_tools import axe

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1280)
MODES = {
    "sáng": ("light", False),
    "tối": ("dark", False),
    "tương phản": ("light", True),
    "tương phản, tối": ("dark", True),
}
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]  # what a mode can change; all other rules hold in each of them
# Begun on each page before any is waited for: browsers give each page a process of its own.
BEGIN = """([where, rules]) => {
  const run = () => axe.run(where, {runOnly: rules, resultTypes: ['violations'], preload: false});
  window.told = new Promise(done => setTimeout(done)).then(run).then(found => found.violations);
}"""
CONTRAST = "(on) => document.documentElement.classList.toggle('tuong-phan', on)"
UNFOLD = "(where) => document.querySelectorAll(where).forEach(part => { part.open = true; })"


@functools.cache
def script() -> str:
    return axe()


class Inspector:
    """The same page at three widths at once."""

    def __init__(self, pages: dict[int, Page]) -> None:
        self.pages = pages

    def open(self, address: str) -> None:
        for page in self.pages.values():
            page.emulate_media(color_scheme="light")
            page.goto(address, wait_until="commit")
        for page in self.pages.values():
            page.wait_for_load_state()
            page.evaluate(script())

    def turn(self, mode: str) -> None:
        scheme, contrast = MODES[mode]
        for page in self.pages.values():
            page.emulate_media(color_scheme=scheme)
            page.evaluate(CONTRAST, contrast)

    def barriers(self, where: str, rules: list[str]) -> list[str]:
        for page in self.pages.values():
            page.evaluate(BEGIN, [where, rules])
        return [
            f"{width}: {found['id']} – {node['html'][:160]}"
            for width, page in self.pages.items()
            for found in page.evaluate("window.told")
            for node in found["nodes"][:3]
        ]

    def in_every_mode(self, where: str = "html") -> list[str]:
        """All rules by day; then those of colour in each further mode, in `where`."""
        told = [f"sáng {each}" for each in self.barriers("html", ALL)]
        for mode in list(MODES)[1:]:
            self.turn(mode)
            told += [f"{mode} {each}" for each in self.barriers(where, OF_COLOUR)]
        return told


@pytest.fixture(scope="module")
def inspector(browser: Browser) -> Iterator[Inspector]:
    sizes = {width: {"width": width, "height": 900} for width in WIDTHS}
    contexts = {
        width: browser.new_context(locale="vi-VN", bypass_csp=True, viewport=size) for width, size in sizes.items()
    }
    yield Inspector({width: context.new_page() for width, context in contexts.items()})
    for context in contexts.values():
        context.close()


def test_no_page_has_a_barrier(inspector: Inspector, server: str, root: Path) -> None:
    told: list[str] = []
    for sort, path in {"404": "404.html", **one_of_each(root.parent / "build" / "docs")}.items():
        inspector.open(server + path)
        found = inspector.in_every_mode("html" if not path else "main")  # head and foot are the same on every page
        told += [f"{sort} /{path} {each}" for each in found]
    assert told == []


@pytest.mark.parametrize(
    ("path", "folded", "awaited"),
    [
        ("tin-tuc/", ".all", ".all__panel"),
        ("binh-dan-hoc-vu-so/ky-nang-xem-tin-nhan-la/", "main details", ".quiz__key p"),
        ("kho-tu-lieu/su-kien/ngay-cong-dan-so-viet-nam/", "main details", ".shot__alt p"),
        ("tim-kiem/?q=chuyen%20doi%20so", "main details", ".found__link"),
    ],
)
def test_what_unfolds_has_none_either(inspector: Inspector, server: str, path: str, folded: str, awaited: str) -> None:
    inspector.open(server + path)
    for page in inspector.pages.values():
        page.evaluate(UNFOLD, folded)
        page.locator(awaited).first.wait_for()
    assert inspector.in_every_mode() == []
