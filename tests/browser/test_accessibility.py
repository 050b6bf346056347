"""axe finds no barrier on any sort of page, at three widths, in daylight, in the dark and in high contrast."""

from __future__ import annotations

import functools
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from chuyenmuc.project import SHIPPED

from .kinds import one_of_each

sys.path.insert(0, str(SHIPPED / "scripts"))

from web_tools import axe

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1280)
MODES = {"light": False, "dark": False, "light, tương phản": True}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
CONTRAST = "(on) => document.documentElement.classList.toggle('tuong-phan', on)"


@pytest.fixture(scope="module")
def page(browser: Browser):
    context = browser.new_context(locale="vi-VN", bypass_csp=True)
    yield context.new_page()
    context.close()


@functools.cache
def script() -> str:
    return axe()


def barriers(page: Page, where: str) -> list[str]:
    found = page.evaluate(RUN, RULES)["violations"]
    return [f"{where}: {each['id']} – {node['html'][:160]}" for each in found for node in each["nodes"][:3]]


def test_no_page_has_a_barrier(page: Page, server: str, root: Path) -> None:
    told: list[str] = []
    for sort, path in one_of_each(root.parent / "build" / "docs").items():
        page.goto(server + path)
        page.evaluate(script())
        for mode, contrast in MODES.items():
            page.emulate_media(color_scheme="dark" if mode == "dark" else "light")
            page.evaluate(CONTRAST, contrast)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                told += barriers(page, f"{sort} /{path} {width} {mode}")
    assert told == []
