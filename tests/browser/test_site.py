"""What a reader and an officer meet, in a real browser."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlparse

import pytest
from PIL import Image
from playwright.sync_api import Browser

from chuyenmuc.images.cache import MEDIA_TYPES
from chuyenmuc.images.library import SEEN

from .conftest import MOUNT, Visit

pytestmark = pytest.mark.browser

DRAWN = set(MEDIA_TYPES)
PAGES = (
    "",
    "tin-tuc/",
    "tin-tuc/lang-son-ke-hoach-211/",
    "van-ban-chi-dao/nghi-quyet-57-nq-tw/",
    "su-kien/han-bao-cao-cuoi-nam-2026/",
    "do-hoa-thong-tin/bay-nhom-nhiem-vu/",
    "chien-dich/10-10/2026/",
    "noi-dung-cot-loi/trich-dan-nguoi-dan-la-trung-tam/",
    "do-hoa-thong-tin/con-so-80-phan-tram/",
    "hoi-dap/viet-dung-nghi-quyet-57/",
    "dien-hinh/vi-du-to-cong-nghe-so/",
    "kiem-chung/nam-thong-diep-co-phai-khau-hieu-chung/",
    "binh-dan-hoc-vu-so/ky-nang-mo-dung-nen-tang/",
    "chien-dich/10-10/2026/thong-diep-chinh-quyen/",
    "kho-tu-lieu/",
    "kho-tu-lieu/su-kien/ngay-cong-dan-so-viet-nam/",
)


def test_home_to_section_to_article_to_the_download_of_an_image(visit: Visit) -> None:
    page = visit.open()
    page.locator("nav").get_by_role("link", name="Tin tức", exact=True).first.click()
    page.wait_for_url("**/tin-tuc/")
    page.locator("main").get_by_role("link", name=re.compile("Kế hoạch số 211")).first.click()
    page.wait_for_url("**/tin-tuc/lang-son-ke-hoach-211/")
    assert page.locator("h1").inner_text().startswith("Lạng Sơn")
    page.locator("aside").get_by_role("link", name=re.compile(r"Xem \d+ ảnh và lời đăng")).click()
    page.wait_for_url("**/kho-tu-lieu/tin-tuc/lang-son-ke-hoach-211/")
    with page.expect_download() as waiting:
        page.locator(".shot").get_by_role("link", name="Tải về Facebook – bài vuông").click()
    download = waiting.value
    assert download.suggested_filename.startswith("lang-son-ke-hoach-211-")
    with Image.open(download.path()) as image:
        assert image.width >= 500
    assert visit.errors == []
    assert visit.outside == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_no_page_overflows_errs_or_calls_outside(visit: Visit, path: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    page = visit.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == "vi"
    assert visit.errors == []
    assert visit.outside == []


@pytest.mark.parametrize("path", PAGES)
def test_every_page_reads_without_javascript(browser: Browser, server: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + path)
    assert page.locator("main h1").is_visible() or page.locator("h1").first.is_visible()
    assert page.locator("a[href]").count() > 10
    context.close()


def test_the_keyboard_reaches_the_content_first(visit: Visit) -> None:
    page = visit.open("tin-tuc/lang-son-ke-hoach-211/")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.textContent.trim()")
    assert "nội dung" in focused.lower()


def test_social_networks_are_given_the_item_s_own_image(visit: Visit) -> None:
    page = visit.open("tin-tuc/lang-son-ke-hoach-211/")
    head = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('meta[property],meta[name]')]"
        ".map(m => [m.getAttribute('property') || m.name, m.content]))"
    )
    own = "https://sotuphap.langson.gov.vn/nghi-quyet-57/kho-tu-lieu/tin-tuc/lang-son-ke-hoach-211/facebook-lien-ket"
    assert head["og:image"].startswith(own)
    assert head["twitter:image"].startswith(own)
    assert head["twitter:card"] == "summary_large_image"
    assert head["og:title"].startswith("Lạng Sơn")
    assert head["og:locale"] == "vi_VN"


def test_drafts_and_later_items_are_not_published(root: Path) -> None:
    site = root / MOUNT
    assert not (site / "tin-tuc" / "goi-y-de-tai-quy-i-2027").exists()
    assert not (site / "tin-tuc" / "nhiem-vu-nam-2027").exists()


class References(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.add(str(values["id"]))
        for name in ("href", "src"):
            if values.get(name) and not (tag == "link" and values.get("rel") == "canonical"):
                self.found.append(str(values[name]))


def read(path: Path) -> References:
    references = References()
    references.feed(path.read_text("utf-8"))
    return references


def test_no_link_of_any_page_leads_nowhere(root: Path) -> None:
    pages = {path: read(path) for path in (root / MOUNT).rglob("*.html")}
    assert len(pages) > 50
    broken = []
    for path, references in pages.items():
        if path.name == "404.html":
            continue  # served at any depth: its links start from the site's address
        here = "http://may/" + path.relative_to(root).as_posix()
        for reference in references.found:
            target = urlparse(urljoin(here, reference))
            if target.netloc != "may":
                continue
            file = root / unquote(target.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file() or (
                target.fragment and file in pages and unquote(target.fragment) not in pages[file].ids
            ):
                broken.append(f"{path.relative_to(root)} → {reference}")
    assert broken == []


def test_the_catalogue_describes_every_image_and_paper(root: Path) -> None:
    rows = json.loads((root / MOUNT / "kho-tu-lieu" / "danh-muc.json").read_text("utf-8"))
    keys = {
        "item",
        "item_url",
        "kind",
        "format",
        "channel",
        "url",
        "width",
        "height",
        "bytes",
        "media_type",
        "sha256",
        "alt",
        "use",
        "title",
        "section",
        "date",
        "kind_label",
        "transparent",
    }
    assert all(set(row) == keys for row in rows)
    assert all((root / MOUNT / row["url"]).stat().st_size == row["bytes"] for row in rows)
    assert all((root / MOUNT / row["item_url"] / "index.html").is_file() for row in rows)
    on_disk = {path for path in (root / MOUNT / "kho-tu-lieu").rglob("*.*") if path.suffix in DRAWN}
    # Those that show what a PDF holds are for the page alone.
    first_pages = {path for path in on_disk if path.stem.endswith(SEEN)}
    assert first_pages and on_disk - first_pages == {root / MOUNT / row["url"] for row in rows}
    papers = {row["format"]: (row["width"], row["height"]) for row in rows if row["media_type"] == "application/pdf"}
    assert papers["ap-phich-a4"] in {(210, 297), (297, 210)}  # in millimetres
    zalo = [row for row in rows if row["format"] == "zalo-bai-viet"]
    assert zalo and all((row["width"], row["height"]) == (500, 320) and row["bytes"] < 1_000_000 for row in zalo)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("chuyen doi so", "Chuyển đổi số"),
        ("doi moi sang tao", "Đổi mới sáng tạo"),
        ("dong nai", "Đồng Nai"),
        ("mật khẩu", "Mật khẩu"),
        ("57-NQ/TW", "57-NQ/TW"),
    ],
)
def test_search_finds_with_and_without_marks(visit: Visit, query: str, title: str) -> None:
    page = visit.open()
    page.locator(".search__input").fill(query)
    link = page.locator(".found a").first
    link.wait_for()
    assert title.lower() in page.locator(".found").inner_text().lower()
    address = link.get_attribute("href")
    link.click()
    page.wait_for_url(f"**{address}")
    assert page.locator("article h1").is_visible()
    assert visit.errors == []
    assert visit.outside == []


def test_search_says_so_when_nothing_is_found_and_escape_closes_it(visit: Visit) -> None:
    page = visit.open("tin-tuc/")
    page.locator(".search__input").fill("qqqxyz")
    page.get_by_text("Không thấy bài nào").wait_for()
    page.keyboard.press("Escape")
    assert not page.get_by_text("Không thấy bài nào").is_visible()


def test_no_interface_of_others_is_published(root: Path) -> None:
    assert not list((root / MOUNT / "pagefind").glob("*ui*"))
