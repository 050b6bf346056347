"""axe finds no barrier on any sort of page, at three widths, in daylight, in the dark and in high contrast."""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from chuyenmuc.project import SHIPPED

from .kinds import one_of_each

sys.path.insert(0, str(SHIPPED / "scripts"))

from web_tools import axe

pytestmark = pytest.mark.browser

LANES = 2
WIDTHS = (320, 768, 1280)
MODES = ("tương phản", "tối", "sáng", "tương phản, tối")
ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOUR = ["color-contrast", "link-in-text-block"]  # what a mode can change; all other rules hold in each of them
WITHOUT_COLOUR = {rule: {"enabled": False} for rule in OF_COLOUR}
# One of all texts that the style sheet knows by the same names, as it does the hundredth card: they look alike.
DISTINCT = """(where) => {
  const paths = new Map();
  const path = (each) => {
    if (!each) return '';
    const name = `${each.tagName}.${each.className.baseVal ?? each.className}[${each.ariaCurrent ?? ''}]`;
    if (!paths.has(each)) paths.set(each, `${path(each.parentElement)} ${name}`);
    return paths.get(each);
  };
  const says = (each) => [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const texts = [...document.querySelectorAll(`${where} *`)].filter(each => says(each) && each.checkVisibility());
  return [...new Map(texts.map(each => [path(each), each])).values()];
}"""
BEGIN = f"""([where, rules]) => {{
  const run = () => axe.run(where ? {{include: ({DISTINCT})(where)}} : document,
    {{...rules, resultTypes: ['violations'], preload: false}});
  window.told = new Promise(done => setTimeout(done)).then(run).then(found => found.violations);
}}"""
CONTRAST = "(on) => document.documentElement.classList.toggle('tuong-phan', on)"
UNFOLD = "(where) => document.querySelectorAll(where).forEach(part => { part.open = true; })"


@functools.cache
def script() -> str:
    return axe()


class Inspector:
    """Looks at several pages at once: a browser gives each a process of its own."""

    def __init__(self, pages: list[Page]) -> None:
        self.pages = pages

    def open(self, addresses: list[str]) -> None:
        for page, address in zip(self.pages, addresses, strict=True):
            page.goto(address, wait_until="commit")
        for page in self.pages:
            page.wait_for_load_state()
            page.evaluate(script())

    def widen(self, width: int) -> None:
        for page in self.pages:
            page.set_viewport_size({"width": width, "height": 900})

    def turn(self, mode: str) -> None:
        for page in self.pages:
            page.emulate_media(color_scheme="dark" if "tối" in mode else "light")
            page.evaluate(CONTRAST, "tương phản" in mode)

    def barriers(self, rules: dict[str, Any], where: str = "") -> list[str]:
        for page in self.pages:
            page.evaluate(BEGIN, [where, rules])
        return [
            f"{page.url}: {found['id']} – {node['html'][:160]}"
            for page in self.pages
            for found in page.evaluate("window.told")
            for node in found["nodes"][:3]
        ]

    def everywhere(self, where: str) -> list[str]:
        """All rules at each width; in `where`, those of colour in each mode too."""
        told = []
        for width in WIDTHS:
            self.widen(width)
            told += [f"{width} {each}" for each in self.barriers({"runOnly": ALL, "rules": WITHOUT_COLOUR})]
            for mode in MODES if width == max(WIDTHS) else MODES[:-1]:
                self.turn(mode)
                told += [f"{width} {mode} {each}" for each in self.barriers({"runOnly": OF_COLOUR}, where)]
        return told


@pytest.fixture(scope="module")
def inspector(browser: Browser) -> Iterator[Inspector]:
    contexts = [browser.new_context(locale="vi-VN", bypass_csp=True) for _ in range(LANES)]
    yield Inspector([context.new_page() for context in contexts])
    for context in contexts:
        context.close()


def test_no_page_has_a_barrier(inspector: Inspector, server: str, root: Path) -> None:
    paths = [*one_of_each(root.parent / "build" / "docs").values(), "404.html"]
    paths += paths[: -len(paths) % LANES]
    told: list[str] = []
    for number in range(0, len(paths), LANES):
        inspector.open([server + path for path in paths[number : number + LANES]])
        told += inspector.everywhere("main")
    assert told == []


@pytest.mark.parametrize(
    ("paths", "folded", "awaited"),
    [
        (["", "tim-kiem/?q=chuyen%20doi%20so"], ".all", ".all__panel"),
        (
            ["binh-dan-hoc-vu-so/ky-nang-xem-tin-nhan-la/", "kho-tu-lieu/su-kien/ngay-cong-dan-so-viet-nam/"],
            "main details",
            "main details p",
        ),
    ],
)
def test_what_unfolds_has_none_either_nor_have_head_and_foot(
    inspector: Inspector, server: str, paths: list[str], folded: str, awaited: str
) -> None:
    inspector.open([server + path for path in paths])
    for page in inspector.pages:
        page.evaluate(UNFOLD, folded)
        page.locator(awaited).first.wait_for()
    assert inspector.everywhere("html") == []
