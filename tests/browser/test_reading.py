"""Every sort of page for those who read by keyboard, by ear, in large letters, in forced colours, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .kinds import one_of_each
from .words import BROKEN

pytestmark = pytest.mark.browser

# Where Tab has led inside the page's own part: in order, seen, ringed, nothing over it. Parts of a player are its own.
STOP = """() => {
  const host = document.activeElement;
  if (!host.closest('main')) return null;
  const player = /AUDIO|VIDEO/.test(host.tagName);
  let at = host;
  while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  const shown = at.closest('label') ?? at, box = shown.getClientRects()[0];
  const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
  const top = document.elementFromPoint(x, y), before = window.passed.at(-1);
  const told = [];
  if (before && before !== host && !(before.compareDocumentPosition(host) & 4)) told.push('không theo thứ tự');
  if (!player && getComputedStyle(shown).outlineStyle === 'none') told.push('không có viền');
  if (!top || !(host.contains(top) || shown.contains(top))) told.push('bị che');
  window.passed.push(host);
  return told.map(each => `${each}: ${at.outerHTML.slice(0, 120)}`);
}"""
MISSED = """() => [...document.querySelectorAll('main :is(a[href], button, select, summary, audio, [type=search])')]
  .filter(each => !each.matches(".neo") && each.checkVisibility({visibilityProperty: true}))
  .filter(each => !each.disabled && !window.passed.includes(each))
  .map(each => `không tới được: ${each.outerHTML.slice(0, 120)}`)"""
STRUCTURE = """() => {
  const told = [], ids = new Set([...document.querySelectorAll('[id]')].map(each => each.id));
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(each => Number(each.tagName[1]));
  if (levels.filter(level => level === 1).length !== 1) told.push('không đúng một h1');
  levels.forEach((level, at) => at && level > levels[at - 1] + 1 && told.push(`h${levels[at - 1]} rồi h${level}`));
  for (const each of document.querySelectorAll('input, select, textarea'))
    if (!each.labels.length && !each.ariaLabel) told.push(`không có nhãn: ${each.outerHTML.slice(0, 120)}`);
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!ids.has(decodeURIComponent(link.hash.slice(1)))) told.push(`không dẫn tới đâu: ${link.hash}`);
  return told;
}"""
MOVING = """() => [...document.body.querySelectorAll('*')].map(each => [each, getComputedStyle(each)])
  .filter(([each, style]) => each.checkVisibility()
    && (parseFloat(style.transitionDuration) || style.animationName !== 'none' || style.scrollBehavior === 'smooth'))
  .map(([each]) => each.outerHTML.slice(0, 120))"""
WIDTH = "document.documentElement.scrollWidth"
LARGE = "document.documentElement.style.fontSize = '137.5%'"  # the largest step of the buttons in the head


@pytest.fixture(scope="module")
def paths(server: str, root: Path) -> list[str]:
    return ["404.html", *one_of_each(root.parent / "build" / "docs").values()]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="vi-VN", reduced_motion="reduce")
    yield context.new_page()
    context.close()


def walked(page: Page, most: int) -> list[str]:
    """What is wrong on the way of the Tab key, from the link that skips the head to the end of the page's own part."""
    page.evaluate("window.passed = []")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    if page.evaluate("document.activeElement.id") != "noi-dung":
        return ["không có lối tắt tới nội dung"]
    told: list[str] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop: list[str] | None = page.evaluate(STOP)
        if stop is None:
            return told + list(page.evaluate(MISSED))
        told += stop
    return told


def test_the_keyboard_reaches_all_in_order_and_is_seen(page: Page, server: str, paths: list[str]) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    told: list[str] = []
    for path in paths:
        page.goto(server + path)
        found = page.evaluate(STRUCTURE) + page.evaluate(MOVING) + walked(page, most=40)
        told += [f"/{path} {each}" for each in found]
    assert told == []


def test_nothing_is_lost_at_400_percent_or_in_large_letters(page: Page, server: str, paths: list[str]) -> None:
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024, four times as large
    told: list[str] = []
    for path in paths:
        page.goto(server + path)
        found = walked(page, most=15)
        for step in ("", LARGE):
            page.evaluate(step)
            found += ["cuộn ngang"] * (page.evaluate(WIDTH) > 320)
        told += [f"/{path} {each}" for each in found]
    assert told == []


def test_large_letters_break_no_word_of_the_head_the_menu_and_the_days(page: Page, server: str) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(server)
    page.evaluate(LARGE)
    assert page.locator(".bar, .mast, .brief--day").evaluate_all(BROKEN) == []
    assert page.locator(".bar__link").evaluate("link => link.offsetHeight") < 100
    page.goto(f"{server}su-kien/")
    page.evaluate(LARGE)
    assert page.locator(".row--su-kien :is(.lien, .row__facts)").evaluate_all(BROKEN) == []
    page.set_viewport_size({"width": 640, "height": 700})
    page.locator("[data-tat-ca] summary").click()
    assert page.locator(".all__panel").evaluate_all(BROKEN) == []


def test_without_javascript_nothing_is_offered_that_needs_it(browser: Browser, server: str, paths: list[str]) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    offered = []
    for path in paths:
        page.goto(server + path)
        offered += [path] * page.locator("button:visible, select:visible, input:not([type=radio]):visible").count()
    page.context.close()
    assert offered == []


def test_english_is_marked_as_such_and_only_english(visit: Any) -> None:
    page = visit.open("en/")
    assert page.locator("h1").evaluate("e => e.closest('[lang]').lang") == "en"
    assert page.locator(".crumbs").evaluate("e => e.closest('[lang]').lang") == "vi"
    page.locator(".row__title a").first.click()
    assert page.locator("h1").evaluate("e => e.closest('[lang]').lang") == "en"
    assert page.locator(".english-page__more a").get_attribute("lang") == "vi"


def test_forced_colours_keep_the_outline_of_buttons_and_of_the_place_in_the_menu(browser: Browser, server: str) -> None:
    page = browser.new_context(forced_colors="active").new_page()
    page.goto(server)
    assert page.locator(".button:visible").first.evaluate("e => getComputedStyle(e).borderTopStyle") == "solid"
    here = page.locator(".nav__link[aria-current]").first
    assert here.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.context.close()
