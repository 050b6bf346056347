"""Film, sound, slides and albums: nothing from elsewhere before a click, the keyboard alone, and without a script."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from chuyenmuc.site.engine.build import build

from .conftest import QuietHandler, Visit

pytestmark = pytest.mark.browser

ALBUM = "da-phuong-tien/album-hinh-ve-cua-chuyen-muc/"
FILM = "da-phuong-tien/nam-thong-diep-trong-25-giay/"
SOUND = "da-phuong-tien/nghe-nhanh-tin-nhan-la/"
SLIDES = "da-phuong-tien/trinh-chieu-10-10-va-hai-ky-nang/"
WATCHED = "https://www.youtube.com/watch?v=abcdefghijk"


@pytest.fixture(scope="module")
def outside(desk_at: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a film that is seen on YouTube."""
    desk = desk_at(tmp_path_factory.mktemp("phim"))
    desk.section("phim", kind="video")
    desk.item("phim/a.md", title="Phim “ở xa”", watch_url=WATCHED, body="Lời trong phim.")
    build(desk.project, date(2026, 11, 21))
    handler = functools.partial(QuietHandler, directory=str(Path(desk.project.site)))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture
def asked(browser: Browser, outside: str) -> Iterator[tuple[Page, list[str]]]:
    """The page, and what it asks of others; a stand-in answers in their place."""
    context = browser.new_context(locale="vi-VN")
    page, others = context.new_page(), list[str]()

    def answer(route: Route) -> None:
        if route.request.url.startswith(outside):
            return route.fallback()
        others.append(route.request.url)
        return route.fulfill(status=200, content_type="text/html", body="<title>phim</title>")

    page.route("**/*", answer)
    page.goto(f"{outside}phim/a/")
    yield page, others
    context.close()


def test_a_film_elsewhere_asks_nothing_of_others_before_the_click(asked: tuple[Page, list[str]]) -> None:
    page, others = asked
    page.wait_for_load_state("networkidle")
    assert others == []
    assert "Trình duyệt chỉ kết nối tới đó sau khi bạn bấm xem" in page.inner_text(".player__note")
    page.focus("a[data-phim]")
    page.keyboard.press("Enter")
    frame = page.locator("iframe.player__frame")
    assert frame.get_attribute("title") == "Video: Phim “ở xa”"
    page.wait_for_timeout(300)
    assert others and all(url.startswith("https://www.youtube-nocookie.com/embed/abcdefghijk") for url in others)
    assert page.evaluate("document.activeElement.tagName") == "IFRAME"


def test_without_a_script_the_film_elsewhere_is_a_plain_link(browser: Browser, outside: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{outside}phim/a/")
    link = page.locator("a.player__poster")
    assert (link.get_attribute("href"), link.inner_text().strip()) == (WATCHED, "Xem trên YouTube")
    assert page.locator("iframe").count() == 0
    assert page.get_by_text("Lời trong phim.").is_visible()
    context.close()


@pytest.mark.parametrize(("path", "tag"), [(FILM, "video"), (SOUND, "audio")])
def test_film_and_sound_load_only_when_played_and_play(visit: Visit, path: str, tag: str) -> None:
    page, fetched = visit.page, list[str]()
    page.on("request", lambda request: fetched.append(request.url))
    visit.open(path)
    page.wait_for_load_state("networkidle")
    assert not [url for url in fetched if url.endswith((".mp4", ".mp3"))]
    assert page.locator(f"{tag}[controls]").count() == 1
    assert page.locator("#loi").is_visible()
    assert visit.outside == []
    source = page.locator(f"{tag} source").evaluate("source => source.src")
    reply = page.request.get(source)
    assert reply.ok and int(reply.headers["content-length"]) > 100_000


def test_the_machine_s_voice_is_told(visit: Visit) -> None:
    assert visit.open(SOUND).inner_text(".player__voice") == "Giọng đọc do máy tạo"


def test_an_album_is_walked_by_the_keyboard_and_leads_back(visit: Visit) -> None:
    page = visit.open(ALBUM)
    page.locator("a[data-anh]").nth(1).focus()
    page.keyboard.press("Enter")
    viewer = page.get_by_role("dialog", name="Xem ảnh lớn")
    assert viewer.is_visible()
    count = viewer.locator(".lightbox__count")
    assert count.inner_text() == "Ảnh 2/6"
    page.keyboard.press("ArrowRight")
    assert count.inner_text() == "Ảnh 3/6"
    assert viewer.locator("img").get_attribute("alt") == page.locator("a[data-anh] img").nth(2).get_attribute("alt")
    viewer.get_by_role("button", name="Trước").click()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert count.inner_text() == "Ảnh 6/6"
    page.keyboard.press("Escape")
    assert not viewer.is_visible()
    assert page.evaluate("document.activeElement.getAttribute('href')").endswith("hinh-6.png")
    assert visit.errors == []


@pytest.mark.parametrize("path", [ALBUM, SLIDES])
def test_without_a_script_each_picture_opens_by_its_link(browser: Browser, server: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + path)
    links = page.locator("a[data-anh]")
    for number in range(links.count()):
        assert page.request.get(links.nth(number).evaluate("link => link.href")).ok
    assert page.locator("figcaption").first.inner_text().strip()
    context.close()
