"""Which copy of a picture a browser fetches, and that no picture moves what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
ARTICLE = "tin-tuc/lang-son-ke-hoach-211/"


@pytest.fixture
def opened(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    contexts = []

    def page(path: str, **options: object) -> Page:
        contexts.append(browser.new_context(**options))
        shown = contexts[-1].new_page()
        shown.goto(server + path, wait_until="networkidle")
        return shown

    yield page
    for context in contexts:
        context.close()


def chosen(page: Page, selector: str) -> str:
    image = page.locator(selector).first
    image.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.currentSrc", arg=image.element_handle())
    return str(image.evaluate("image => image.currentSrc")).rpartition("/")[2]


@pytest.mark.parametrize(
    ("path", "selector", "phone", "desk"),
    [
        (ARTICLE, ".cover img", "bia-trang-960.webp", "bia-trang-960.webp"),
        ("", ".lead__image img", "bia-trang-960.webp", "bia-trang-960.webp"),
        ("", ".card__image img", "bia-trang-320.webp", "bia-trang-480.webp"),
        ("kho-tu-lieu/", ".stock img", "bia-trang-960.webp", "bia-trang-320.webp"),
    ],
)
def test_a_browser_fetches_the_copy_that_suits_its_screen(
    opened: Callable[..., Page], path: str, selector: str, phone: str, desk: str
) -> None:
    assert chosen(opened(path, **PHONE), selector) == phone
    assert chosen(opened(path, **DESK), selector) == desk


@pytest.mark.parametrize("path", ["", "tin-tuc/", ARTICLE, "do-hoa-thong-tin/bay-nhom-nhiem-vu/", "kho-tu-lieu/"])
def test_every_picture_tells_its_size_and_one_comes_first(opened: Callable[..., Page], path: str) -> None:
    page = opened(path, **PHONE)
    assert page.locator("img:not([width][height])").count() == 0
    assert page.locator("img:not([alt])").count() == 0
    assert page.locator("img[fetchpriority=high]").count() <= 1
    assert page.locator("img[fetchpriority=high][loading=lazy]").count() == 0
    if path == "kho-tu-lieu/":  # what staff look through is fetched as they scroll, all of it
        return
    late = "images => images.filter(image => image.getBoundingClientRect().top < innerHeight * 0.6).length"
    assert page.locator("main img[loading=lazy]").evaluate_all(late) == 0


@pytest.mark.parametrize("path", ["", "tin-tuc/", ARTICLE])
def test_the_pictures_of_a_page_weigh_little_on_a_phone(opened: Callable[..., Page], path: str) -> None:
    page = opened(path, **PHONE)
    page.evaluate(
        """async () => { for (let y = 0; y < document.body.scrollHeight; y += 300) {
            scrollTo(0, y); await new Promise(done => setTimeout(done, 30)); } }"""
    )
    page.wait_for_load_state("networkidle")
    entries = "() => performance.getEntriesByType('resource').filter(e => /\\.(avif|webp|jpg|png)$/.test(e.name))"
    weight = page.evaluate(f"({entries})().reduce((sum, entry) => sum + entry.decodedBodySize, 0)")
    assert 0 < weight < 150_000
