"""The frame around the articles: menu, reading aids, search, special pages."""

from __future__ import annotations

import json
import os
import re
import shutil
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .conftest import MOUNT, Visit

pytestmark = pytest.mark.browser

SPECIAL = (
    "kenh-chinh-thuc/",
    "bao-chi/",
    "so-do-trang/",
    "nguon-tin/",
    "ngoai-tuyen/",
    "tim-kiem/?q=mat%20khau",
    "404.html",
)
# Words of Material's frame; none may be left where a reader sees or hears it.
ENGLISH = re.compile(
    r"\b(skip to|search|back to top|table of contents|navigation|footer|header|previous|next|copied)\b", re.I
)
SAID = """() => [document.body.innerText, ...[...document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')]
  .flatMap(e => ['aria-label', 'title', 'placeholder', 'alt'].map(a => e.getAttribute(a)))]
  .filter(Boolean).join(' ')"""


@pytest.mark.parametrize("path", ["", *SPECIAL])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_special_pages_fit_and_speak_vietnamese(visit: Visit, path: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    page = visit.open(path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert ENGLISH.findall(page.evaluate(SAID)) == []
    assert visit.errors == []
    assert visit.outside == []


@pytest.mark.parametrize("width", [960, 1152, 1280, 1600])
def test_the_menu_stays_in_one_row(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    page = visit.open("tin-tuc/")
    assert page.locator(".nav").bounding_box()["height"] < 60
    assert page.locator(".nav__list a:visible").count() >= 5
    assert page.locator(".nav__list [aria-current=page]").inner_text() == "Tin tức"


@pytest.mark.parametrize("width", [320, 1280])
def test_all_sections_open_without_javascript(browser: Browser, server: str, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(server)
    page.locator(".all summary").click()
    for name in ("Kiểm chứng", "Tra cứu văn bản", "Lịch sự kiện", "Sơ đồ trang"):
        assert page.locator(".all").get_by_role("link", name=name, exact=True).is_visible()
    context.close()


def test_the_panel_closes_by_escape_and_by_a_click_elsewhere(visit: Visit) -> None:
    page = visit.open()
    panel, opener = page.locator(".all__panel"), page.locator(".all summary")
    opener.press("Enter")
    assert panel.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    opener.click()
    page.locator(".brand__agency").click(position={"x": 2, "y": 2}, force=True)
    assert not panel.is_visible()


def test_contrast_and_size_are_kept_from_page_to_page(visit: Visit) -> None:
    page = visit.open()
    button = page.get_by_role("button", name="Tương phản")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    page.get_by_role("button", name="tăng cỡ chữ").click()
    page = visit.open("tin-tuc/")
    assert page.get_by_role("button", name="Tương phản").get_attribute("aria-pressed") == "true"
    assert page.evaluate("[document.documentElement.className, document.documentElement.style.fontSize]") == [
        "tuong-phan",
        "112.5%",
    ]
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


LISTED = "n => document.querySelectorAll('[data-kq] li').length === n"


def answers(page: Page, query: str) -> tuple[str, list[str]]:
    """What the page of answers says, and where its links lead, all of them."""
    page.locator("#tim-q").fill(query)
    page.locator(".seek__form button").click()
    page.wait_for_function(
        "q => document.querySelector('[data-kq-loi]').textContent.includes('“' + q.normalize('NFD') + '”') "
        "|| document.querySelector('[data-kq-loi]').textContent.includes('“' + q + '”')",
        arg=query,
    )
    said = page.locator("[data-kq-loi]").inner_text()
    count = int(said.split()[0]) if said[0].isdigit() else 0
    for shown in range(20, count, 20):
        page.wait_for_function(LISTED, arg=shown)
        # The second click of an impatient reader lists nothing twice.
        page.locator("[data-kq-them]").evaluate("button => { button.click(); button.click(); }")
    page.wait_for_function(LISTED, arg=count)
    return said, [str(link.get_attribute("href")) for link in page.locator("[data-kq] a").all()]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("chuyển đổi số", "chuyen doi so"),
        ("Đổi mới", "doi moi"),
        ("Đồng Nai", "dong nai"),
        ("đường dẫn", "duong dan"),
        ("ĐĂNG NHẬP", "dang nhap"),
    ],
)
def test_words_without_marks_find_what_those_with_marks_find(visit: Visit, marked: str, plain: str) -> None:
    page = visit.open("tim-kiem/")
    _, wanted = answers(page, marked)
    _, found = answers(page, plain)
    _, apart = answers(page, unicodedata.normalize("NFD", marked))
    assert wanted and set(wanted) <= set(found)
    assert set(apart) == set(wanted)
    assert found[0] in wanted
    assert visit.errors == []


def test_answers_mark_the_words_and_are_narrowed(visit: Visit) -> None:
    page = visit.open("tim-kiem/?q=mat%20khau")
    page.locator("[data-kq] mark").first.wait_for()
    assert page.locator("[data-kq] mark").first.inner_text().lower() == "mật khẩu"
    everything = int(page.locator("[data-kq-loi]").inner_text().split()[0])
    page.locator("#tim-muc").select_option(label="Hỏi – đáp")
    page.wait_for_function("n => parseInt(document.querySelector('[data-kq-loi]').textContent) < n", arg=everything)
    links = [str(link.get_attribute("href")) for link in page.locator("[data-kq] a").all()]
    assert links and all("/hoi-dap/" in link for link in links)
    assert "muc=" in page.url


@pytest.mark.parametrize("query", ["57-NQ/TW", "57nqtw", "nghị quyết 57-NQ/TW"])
def test_the_document_of_a_number_comes_first(visit: Visit, query: str) -> None:
    page = visit.open("tim-kiem/")
    _, links = answers(page, query)
    assert links[0].endswith("/van-ban-chi-dao/nghi-quyet-57-nq-tw/")
    assert page.locator("[data-kq] mark").first.inner_text().endswith("57-NQ/TW")


def test_good_answers_hold_the_phrase_and_mark_nothing_else(visit: Visit) -> None:
    page = visit.open("tim-kiem/?q=dich%20vu%20cong")
    page.locator("[data-kq] mark").first.wait_for()
    assert {text.lower() for text in page.locator("[data-kq] mark").all_inner_texts()} == {"dịch vụ công"}
    shown = page.locator("[data-kq] li", has=page.locator("mark"))
    assert shown.count() == int(page.locator("[data-kq-loi]").inner_text().split()[0])


def test_scattered_words_are_told_apart(visit: Visit) -> None:
    page = visit.open("tim-kiem/?q=khau%20mat")
    page.locator("[data-kq-gan] li").first.wait_for()
    assert page.locator("[data-kq] li").count() == 0
    assert page.locator("[data-kq-loi]").inner_text().startswith("Không có bài nào đúng cả cụm từ “khau mat”; ")
    assert page.get_by_role("heading", name="Kết quả gần đúng").is_visible()


def test_a_slip_of_the_finger_is_put_right(visit: Visit) -> None:
    page = visit.open("tim-kiem/?q=dcih%20vu%20cong")
    link = page.get_by_role("link", name="dịch vụ công", exact=True)
    link.wait_for()
    assert page.locator(".found--page li").count() == 0
    link.click()
    page.locator("[data-kq] li").first.wait_for()
    page.locator(".search__input").fill("zzzz")
    page.locator(".search__out").get_by_text("Không thấy bài nào.").wait_for()
    assert visit.errors == []


def test_filters_that_leave_nothing_are_cleared_by_a_button(visit: Visit) -> None:
    page = visit.open("tim-kiem/?q=dcih%20vu%20cong")
    page.locator("[data-kq-loi]", has_text="Có phải bạn muốn tìm").wait_for()
    button = page.get_by_role("button", name="Xóa bộ lọc")
    assert not button.is_visible()
    page = visit.open("tim-kiem/?q=zzzz&nam=nam2026z")
    page.locator("[data-kq-loi]", has_text="với bộ lọc đã chọn").wait_for()
    button.click()
    page.wait_for_url(re.compile(r"/tim-kiem/\?q=zzzz$"))
    assert not button.is_visible()
    assert page.evaluate("document.activeElement.name") == "q"


def test_the_keyboard_walks_through_the_answers(visit: Visit) -> None:
    page = visit.open()
    box = page.locator(".search__input")
    box.fill("an toan")
    page.locator(".search .found a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement === document.querySelectorAll('.search .found a')[1]")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "search__input"
    assert not page.locator(".search__out").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=an+toan")


def test_without_javascript_search_says_what_to_do_instead(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "tim-kiem/?q=abc")
    assert page.get_by_role("link", name="sơ đồ trang").first.is_visible()
    assert not page.locator(".search").is_visible()
    context.close()


def test_a_copy_on_disk_searches_its_own_small_index(browser: Browser, root: Path, tmp_path: Path) -> None:
    """As in the offline copy: no server, an index in a script."""
    site = tmp_path / MOUNT
    shutil.copytree(root / MOUNT, site, copy_function=os.link)
    script = site / "assets/js/tim-kiem-ngoai-tuyen.js"
    rows = (
        {"t": "Kế hoạch theo 57-NQ/TW", "u": "a/index.html", "s": "Văn bản", "d": "02/10/2026", "w": "theo nghi quyet"},
        {"t": "Nghị quyết", "u": "b/index.html", "s": "Văn bản", "d": "02/10/2026", "w": "57 nq tw", "n": "57nqtw"},
        {"t": "Khẩu hiệu", "u": "c/index.html", "s": "Tin tức", "d": "01/10/2026", "w": "dat khau hieu mat"},
        {"t": "Mật khẩu mạnh", "u": "tin-tuc/index.html", "s": "Tin tức", "d": "01/10/2026", "w": "dat mat khau dai"},
    )
    script.write_text(f"window.CHUYEN_MUC_CHI_MUC = {json.dumps(rows)};", "utf-8")
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.locator(".search__input").fill("đặt mat khau")
    link = page.locator(".search .found a").first
    link.wait_for()
    assert (link.inner_text(), str(link.get_attribute("href")).endswith("/tin-tuc/index.html")) == (
        "Mật khẩu mạnh",
        True,
    )
    assert page.locator(".search .found > *").all_inner_texts()[1] == "Kết quả gần đúng"
    page.locator(".search__input").fill("57-NQ/TW")
    page.locator(".search .found a", has_text="Nghị quyết").wait_for()
    assert page.locator(".search .found a").all_inner_texts() == ["Nghị quyết", "Kế hoạch theo 57-NQ/TW"]
    page.locator(".search__input").fill("mta khau")
    assert page.locator(".found__hint").inner_text() == "mật khẩu"
    page.close()
