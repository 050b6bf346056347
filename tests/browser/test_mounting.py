"""Every way the section is put before readers, each with real parts."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal
from urllib.error import HTTPError
from urllib.parse import unquote
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from playwright.sync_api import Browser, Page

from chuyenmuc.content.agency import settings
from chuyenmuc.content.reader import read
from chuyenmuc.project import Project
from chuyenmuc.site.mounting.offline import write_offline

from .apache import apache_path
from .apache import running as running_apache
from .conftest import MOUNT, QuietHandler
from .nginx import Served, has_ipv6, nginx_path, running
from .test_site import read as references

pytestmark = pytest.mark.browser

ARTICLE = "tin-tuc/lang-son-ke-hoach-211/"
PORTAL_PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Cổng</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src {origin}; frame-src {origin};
 connect-src {origin}; img-src {origin}">
<h1>Cổng thông tin</h1>{body}<p id="duoi">Chân trang của cổng</p></html>"""


@pytest.fixture(scope="module")
def nginx(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = nginx_path()
    if path is None:
        pytest.skip("không có nginx và không được quyền cài")
    with running(path, root.parent / "build" / "may-chu", root, tmp_path_factory.mktemp("nginx")) as served:
        yield served


class NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


def asked(url: str, method: str = "GET", **headers: str) -> tuple[int, Any, bytes]:
    try:
        with build_opener(NoRedirect).open(Request(url, method=method, headers=headers)) as reply:
            return reply.status, reply.headers, reply.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


# A web server -----------------------------------------------------------------------------------------------------


Server = Literal["section", "portal", "static"]
SERVERS = ("section", "portal", "static")  # its own; one that forwards to it; one that has it as a folder
on_every_server = pytest.mark.parametrize("server_of", SERVERS)


def test_nginx_finds_nothing_to_warn_of(nginx: Served) -> None:
    told = nginx.told.read_text()
    assert "syntax is ok" in told and "test is successful" in told
    assert "[warn]" not in told and "[emerg]" not in told


@on_every_server
def test_nginx_serves_the_section_under_its_path(nginx: Served, root: Path, server_of: Server) -> None:
    base = f"{getattr(nginx, server_of)}/{MOUNT}/"
    status, headers, content = asked(base + ARTICLE)
    assert status == 200 and content == (root / MOUNT / ARTICLE / "index.html").read_bytes()
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    (policy,) = headers.get_all("Content-Security-Policy")  # not the portal's own beside it
    assert "default-src 'none'" in policy and f"frame-ancestors 'self' {nginx.portal}" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers.get_all("Cache-Control") == ["no-cache"] and headers["ETag"] and not headers["Expires"]
    assert server_of == "portal" or "/" not in headers["Server"]


@on_every_server
@pytest.mark.parametrize(
    ("path", "media_type", "cached"),
    [
        ("assets/css/chuyen-muc.css", "text/css; charset=utf-8", "max-age=600"),
        ("assets/fonts/BeVietnamPro-Regular.woff2", "font/woff2", "max-age=2592000"),
        ("assets/icons/bieu-tuong-512.png", "image/png", "max-age=86400"),
        ("ung-dung.webmanifest", "application/manifest+json; charset=utf-8", "no-cache"),
        ("sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("assets/js/chuyen-muc.js", "text/javascript; charset=utf-8", "max-age=600"),
        ("rss.xml", "text/xml; charset=utf-8", "no-cache"),
        ("tin-tuc/feed.json", "application/json; charset=utf-8", "no-cache"),
        ("da-phuong-tien/nam-thong-diep-trong-25-giay/nam-thong-diep-10-10.vtt", "text/vtt; charset=utf-8", "no-cache"),
        ("lich/lich.ics", "text/calendar; charset=utf-8", "no-cache"),
        ("nhung/moi-nhat.json", "application/json; charset=utf-8", "no-cache"),
    ],
)
def test_nginx_knows_every_type(nginx: Served, server_of: Server, path: str, media_type: str, cached: str) -> None:
    status, headers, _ = asked(f"{getattr(nginx, server_of)}/{MOUNT}/{path}")
    assert (status, headers["Content-Type"]) == (200, media_type)
    (told,) = headers.get_all("Cache-Control")
    assert cached in told
    assert headers["X-Content-Type-Options"] == "nosniff"
    shared = path.endswith(("moi-nhat.json", "feed.json", "rss.xml"))
    assert headers["Access-Control-Allow-Origin"] == ("*" if shared else None)


@on_every_server
def test_nginx_compresses_redirects_and_refuses(nginx: Served, server_of: Server) -> None:
    base = f"{getattr(nginx, server_of)}/{MOUNT}/"
    _, headers, packed = asked(base + ARTICLE, **{"Accept-Encoding": "gzip"})
    assert headers["Content-Encoding"] == "gzip" and b"<h1" in gzip.decompress(packed)
    assert [asked(base.rstrip("/"))[0], asked(base + "tin-tuc")[0]] == [301, 301]
    assert asked(base.rstrip("/") + "?a=1")[1]["Location"] == f"/{MOUNT}/?a=1"
    assert asked(base + "tin-tuc")[1]["Location"] == f"/{MOUNT}/tin-tuc/"
    assert [asked(base + path, "POST")[0] for path in ("", "assets/css/chuyen-muc.css")] == [405, 405]
    assert all(asked(base + path, way)[0] in {403, 404, 405} for way in ("PUT", "DELETE") for path in ("", "sw.js"))
    assert asked(base + "assets/")[0] == 403  # no list of files, whatever the portal does
    status, headers, content = asked(base + "khong/co/trang/nay/")
    assert status == 404 and "Không tìm thấy trang này".encode() in content
    assert headers["Content-Security-Policy"] and headers["Cache-Control"] == "no-cache"
    status, headers, content = asked(base + "assets/css/khong-co.css")
    assert (status, headers["Cache-Control"]) == (404, "no-cache") and b"<h1" in content
    assert [asked(base + path)[0] for path in (".htaccess", ".an/a.css", "404.html")] == [404, 404, 404]


def test_nginx_answers_over_ipv6(nginx: Served) -> None:
    if not has_ipv6():
        pytest.skip("máy này không có IPv6")
    assert asked(f"http://[::1]:{nginx.port}/{MOUNT}/")[0] == 200


@pytest.mark.parametrize("server_of", ["portal", "static"])
def test_a_portal_with_rules_of_its_own_shows_the_section_whole(
    nginx: Served, browser: Browser, server_of: Server
) -> None:
    portal = getattr(nginx, server_of)
    page = opened(browser, f"{portal}/{MOUNT}/{ARTICLE}")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Be Vietnam Pro"')
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em \"Be Vietnam Pro\"'))")
    picture = page.locator("main img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=picture.element_handle())
    page.get_by_role("searchbox").first.fill("ke hoach 211")
    page.locator(".found a").first.wait_for()
    page.locator("nav.crumbs a").last.click()
    page.wait_for_url(f"{portal}/{MOUNT}/tin-tuc/")
    assert troubles(page) == []
    page.context.close()


@pytest.fixture(scope="module")
def apache(root: Path) -> Iterator[str]:
    path = apache_path()
    if path is None:
        pytest.skip("không có Apache")
    with running_apache(path, root / MOUNT, root.parent / "build" / "may-chu" / ".htaccess") as origin:
        yield f"{origin}/{MOUNT}/"


@pytest.mark.parametrize(
    ("path", "media_type", "cached"),
    [
        (ARTICLE, "text/html; charset=utf-8", "no-cache"),
        ("assets/css/chuyen-muc.css", "text/css; charset=utf-8", "max-age=600"),
        ("assets/fonts/BeVietnamPro-Regular.woff2", "font/woff2", "max-age=2592000"),
        ("ung-dung.webmanifest", "application/manifest+json; charset=utf-8", "no-cache"),
        ("sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("lich/lich.ics", "text/calendar; charset=utf-8", "no-cache"),
        ("nhung/moi-nhat.json", "application/json; charset=utf-8", "no-cache"),
    ],
)
def test_apache_does_the_same(apache: str, path: str, media_type: str, cached: str) -> None:
    status, headers, _ = asked(apache + path)
    assert (status, headers["Content-Type"]) == (200, media_type)
    (told,) = headers.get_all("Cache-Control")
    (policy,) = headers.get_all("Content-Security-Policy")
    assert cached in told and not headers["Expires"] and "default-src 'none'" in policy
    assert headers["Access-Control-Allow-Origin"] == ("*" if path.endswith("moi-nhat.json") else None)


def test_apache_compresses_redirects_and_refuses(apache: str) -> None:
    assert asked(apache + ARTICLE, **{"Accept-Encoding": "gzip"})[1]["Content-Encoding"] == "gzip"
    assert [asked(apache.rstrip("/"))[0], asked(apache + "tin-tuc")[0], asked(apache + "assets/")[0]] == [301, 301, 403]
    for path in ("khong/co/", "404.html", ".htaccess", "assets/khong-co.css"):
        status, headers, content = asked(apache + path)
        assert status == 404 and "Không tìm thấy trang này".encode() in content, path
        assert headers.get_all("Cache-Control") == ["no-cache"]


# A page of a portal -----------------------------------------------------------------------------------------------


def opened(browser: Browser, url: str) -> Page:
    page = browser.new_context(locale="vi-VN", viewport={"width": 1024, "height": 700}).new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.troubles = errors  # type: ignore[attr-defined]
    page.goto(url)
    return page


def troubles(page: Page) -> list[str]:
    return page.troubles  # type: ignore[attr-defined, no-any-return]


def portal_page(nginx: Served, name: str, body: str) -> str:
    text = PORTAL_PAGE.format(origin=nginx.section, body=body)
    (nginx.pages / name).write_text(text, "utf-8")
    return f"{nginx.portal}/{name}"


def settled(page: Page) -> int:
    """Waits until the frame is exactly as high as what it shows; returns that height."""
    inner = page.frames[1]
    inner.wait_for_load_state()
    page.wait_for_function(
        "() => { const f = document.querySelector('iframe'); return f.dataset.daMo && f.clientHeight > 300 }"
    )
    page.wait_for_timeout(150)
    inside = inner.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    height = page.locator("iframe").evaluate("frame => frame.clientHeight")
    assert height == inside
    assert inner.evaluate("document.documentElement.scrollHeight") <= height + 1
    return int(height)


def test_a_frame_is_as_high_as_what_it_shows(nginx: Served, browser: Browser) -> None:
    script = f'<script src="{nginx.section}/{MOUNT}/nhung/khung.js" defer></script>'
    url = portal_page(nginx, "khung.html", f'<div data-chuyen-muc-khung="tin-tuc/" title="Tin tức"></div>{script}')
    page = opened(browser, url)
    first = settled(page)
    inner = page.frames[1]
    assert page.locator("iframe").get_attribute("title") == "Tin tức"
    assert not inner.locator(".mast").is_visible() and inner.locator("main h1").is_visible()
    inner.locator(f"main a[href$='{ARTICLE.removeprefix('tin-tuc/')}']").first.click()
    page.frames[1].wait_for_url(f"**/{ARTICLE}")
    second = settled(page)
    assert second != first
    page.set_viewport_size({"width": 360, "height": 700})
    page.wait_for_timeout(300)
    assert settled(page) > second
    inner = page.frames[1]
    outside = inner.locator("a[href^='https://']").first
    assert outside.get_attribute("target") == "_top"
    inner.get_by_role("link", name="Mở toàn trang").click()
    page.wait_for_url(f"{nginx.section}/{MOUNT}/{ARTICLE}")
    assert page.locator(".mast").is_visible()
    assert troubles(page) == []
    page.context.close()


def test_a_frame_that_the_portal_wrote_itself_follows_too(nginx: Served, browser: Browser) -> None:
    base = f"{nginx.section}/{MOUNT}/"
    frame = f'<iframe data-chuyen-muc src="{base}" title="Chuyên mục" height="400"></iframe>'
    page = opened(browser, portal_page(nginx, "iframe.html", f'{frame}<script src="{base}nhung/khung.js"></script>'))
    assert settled(page) > 400
    assert troubles(page) == []
    page.context.close()


def test_a_stranger_may_not_frame_the_section(nginx: Served, browser: Browser) -> None:
    script = f'<script src="{nginx.section}/{MOUNT}/nhung/khung.js" defer></script>'
    url = portal_page(nginx, "la.html", f'<div data-chuyen-muc-khung=""></div>{script}')
    page = opened(browser, url.replace("127.0.0.1", "localhost"))
    for _ in range(100):
        page.wait_for_timeout(100)
        if troubles(page):
            break
    assert any("frame-ancestors" in trouble for trouble in troubles(page))
    page.context.close()


def test_the_latest_items_fill_a_place_in_a_portal_s_page(nginx: Served, browser: Browser) -> None:
    base = f"{nginx.section}/{MOUNT}/"
    body = (
        '<div data-chuyen-muc-moi-nhat="4"><a href="#">Chuyên mục</a></div>'
        '<div data-chuyen-muc-moi-nhat="2" data-chuyen-muc-muc="tin-tuc" data-chuyen-muc-anh="khong"></div>'
        f'<script src="{base}nhung/moi-nhat.js" defer></script>'
    )
    page = opened(browser, portal_page(nginx, "tin-moi.html", body))
    whole, section = page.locator("[data-chuyen-muc-moi-nhat]").all()
    section.locator("li a").first.wait_for()
    assert whole.locator("li a").count() == 4 and whole.locator("img").count() > 0
    assert section.locator("li a").count() == 2 and section.locator("img").count() == 0
    assert whole.locator("li a").first.evaluate("link => link.href").startswith(base)
    assert "tin-tuc/" in str(section.locator("li a").first.get_attribute("href"))
    assert whole.locator("li time").first.inner_text().count("/") == 2
    page.wait_for_function(
        "[...document.querySelector('[data-chuyen-muc-moi-nhat]').shadowRoot.querySelectorAll('img')]"
        ".every(image => image.complete && image.naturalWidth)"
    )
    assert troubles(page) == []
    whole.locator("li a").first.click()
    page.wait_for_url(f"{base}**")
    page.context.close()


# A USB stick ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def stick(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    project, day = Project(root.parent), date(2026, 11, 21)
    folder = tmp_path_factory.mktemp("usb")
    packed = folder / "trang.zip"
    write_offline(packed, root / MOUNT, settings(project), read(project).due(day), day)
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder / "Bản USB")
    return folder / "Bản USB"


def test_the_site_works_from_a_usb_stick(browser: Browser, stick: Path) -> None:
    assert sorted(path.name for path in stick.iterdir()) == ["MO-TRANG.html", "trang"]
    page = opened(browser, (stick / "MO-TRANG.html").as_uri())
    page.wait_for_url("**/trang/index.html")
    page.locator("nav").get_by_role("link", name="Tin tức", exact=True).first.click()
    page.wait_for_url("**/tin-tuc/index.html")
    page.locator("main a[href*='lang-son-ke-hoach-211/index.html']").first.click()
    page.wait_for_url(f"**/{ARTICLE}index.html")
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Be Vietnam Pro"')
    assert page.evaluate("document.fonts.ready.then(() => document.fonts.check('1em \"Be Vietnam Pro\"'))")
    page.locator(f"a[href*='kho-tu-lieu/{ARTICLE}']:visible").first.click()
    page.wait_for_url(f"**/kho-tu-lieu/{ARTICLE}index.html")
    image = page.locator("figure img").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.naturalWidth > 0", arg=image.element_handle())
    page.go_back()
    page.wait_for_url(f"**/{ARTICLE}index.html")
    page.get_by_role("searchbox").first.fill("ke hoach 211")
    found = page.locator(".found a").first
    found.wait_for()
    found.click()
    page.wait_for_url("**/index.html")
    assert troubles(page) == []
    page.context.close()


def test_a_film_on_the_stick_has_its_captions(browser: Browser, stick: Path) -> None:
    (page_file,) = [path for path in stick.rglob("index.html") if "<video" in path.read_text("utf-8")]
    page = opened(browser, page_file.as_uri())
    page.wait_for_function("document.querySelector('video').textTracks[0]?.cues?.length > 3")
    track = "document.querySelector('video').textTracks"
    assert page.evaluate(
        f"[{track}.length, {track}[0].mode, {track}[0].kind, {track}[0].label, {track}[0].language]"
    ) == [
        1,
        "showing",
        "captions",
        "Tiếng Việt",
        "vi",
    ]
    page.evaluate(
        "new Promise((done) => { const film = document.querySelector('video');"
        " film.onseeked = done; film.preload = 'auto'; film.load(); film.currentTime = 2; })"
    )
    page.wait_for_function(f"{track}[0].activeCues.length === 1")
    assert len(page.evaluate(f"{track}[0].activeCues[0].text")) > 5
    assert troubles(page) == []
    page.context.close()


def test_no_link_of_the_copy_leads_nowhere(stick: Path) -> None:
    broken = []
    for path in stick.rglob("*.html"):
        for reference in references(path).found:
            address, _, _ = reference.partition("#")
            address, _, _ = address.partition("?")
            if not address or ":" in address.partition("/")[0]:
                continue
            if not (path.parent / unquote(address)).is_file():
                broken.append(f"{path.relative_to(stick)} → {reference}")
    assert broken == []


# No network -------------------------------------------------------------------------------------------------------


def test_without_network_a_page_says_so(root: Path, browser: Browser) -> None:
    handler = functools.partial(QuietHandler, directory=str(root))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}/{MOUNT}/"
    page = opened(browser, base)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("caches.keys().then(names => names.length === 1)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    kept = page.evaluate(
        "caches.keys().then(async ([name]) => (await (await caches.open(name)).keys()).map(one => one.url))"
    )
    assert any(url.endswith("ngoai-tuyen/") for url in kept) and len(kept) < 10
    page.goto(base + ARTICLE)  # from the network: nothing else is ever kept
    assert page.locator("h1").first.is_visible()
    server.shutdown()
    server.server_close()
    page.goto(f"{base}kiem-chung/")
    assert page.url == f"{base}kiem-chung/"
    assert "mạng" in page.locator("main").inner_text()
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Be Vietnam Pro"')
    home = page.locator("main a[href], header a[href]").first.evaluate("link => link.href")
    assert home.startswith(base) or home.startswith("https://")
    page.context.close()
