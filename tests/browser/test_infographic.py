"""An infographic of all thirteen sorts: no barrier, nothing beyond a telephone, bars as long as their values."""

from __future__ import annotations

import functools
import http.server
import sys
import threading
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from chuyenmuc.content.agency import settings
from chuyenmuc.content.infographic import SORTS
from chuyenmuc.images.design import Design
from chuyenmuc.images.library import Library
from chuyenmuc.project import SHIPPED
from chuyenmuc.site.edition import Edition
from chuyenmuc.site.engine.build import built

from .conftest import QuietHandler

sys.path.insert(0, str(SHIPPED / "scripts"))

from web_tools import axe

pytestmark = pytest.mark.browser

TODAY = date(2026, 11, 21)
LONG = "Tỷ lệ hồ sơ thủ tục hành chính đủ điều kiện được tiếp nhận trực tuyến toàn trình"
BLOCKS: list[dict[str, Any]] = [
    {"figures": [{"value": "1.234.567,5", "unit": "tỷ đồng", "label": LONG, "change": "giảm 2%"}] * 4},
    {"steps": ["Mở", {"title": LONG, "text": LONG}], "title": "Các bước"},
    {"timeline": [{"when": "22/12/2024", "what": LONG}, {"when": "Quý I/2027", "what": "Sơ kết", "text": LONG}]},
    {"bars": [{"label": LONG, "value": "80"}, {"label": "Nửa", "value": "40"}, {"label": "Không", "value": "0"}]},
    {"areas": [{"name": LONG, "value": "1204"}, {"name": "Chi Lăng", "text": LONG}], "unit": "điểm"},
    {"faq": [{"question": LONG, "answer": LONG}], "title": "Hỏi"},
    {"checklist": [LONG, "Điện thoại"]},
    {"text": LONG},
    {"share": [{"label": LONG, "value": "60"}, {"label": "Một", "value": "1"}, {"label": "Hai", "value": "1"}]},
    {"share": [{"label": LONG, "value": "612"}], "unit": "hồ sơ", "whole": "1.000", "form": "o-vuong"},
    {"compare": [{"title": LONG, "points": [LONG]}, {"title": "Sau", "points": ["Một"]}], "title": "Trước và sau"},
    {"table": {"columns": ["Chỉ tiêu", *"abcde"], "rows": [[LONG, *["1.234.567"] * 5]]}, "title": "Bảng"},
    {"quote": {"text": LONG, "speaker": "Nghị quyết số 57-NQ/TW", "cited_from": "Mục I"}},
    {"people": {"count": 63, "of": 100, "label": LONG}},
]
# How far each bar reaches, of what the longest does.
REACH = """() => {
  const widths = [...document.querySelectorAll('.info-bars__bar rect')].map(bar => bar.getBoundingClientRect().width);
  return widths.map(width => Math.round(100 * width / Math.max(...widths)));
}"""
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"
BARRIERS = f"() => axe.run(document, {RULES}).then(found => found.violations.map(each => each.id))"


@pytest.fixture(scope="module")
def address(desk_at: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page, without pictures: drawing them takes long, and they are looked at elsewhere."""
    desk = desk_at(tmp_path_factory.mktemp("do-hoa"))
    desk.section("so", title="Đồ họa thông tin", kind="infographic")
    desk.item("so/a.md", figures=None, source="Báo cáo của Sở Mẫu", as_of="2026-09-30", blocks=BLOCKS)
    brand, configured = Design.read(desk.project).brand, settings(desk.project)
    built(desk.project, Edition(desk.project, configured, desk.read(), brand, Library(), TODAY), TODAY)
    handler = functools.partial(QuietHandler, directory=str(desk.project.site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/so/a/"
        running.shutdown()


@pytest.fixture(params=[(320, "light"), (320, "dark"), (1280, "light")], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    width, scheme = request.param
    opened = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    opened.goto(address)
    yield opened
    opened.close()


def test_no_sort_is_a_barrier_or_leaves_the_page(page: Page) -> None:
    shown = page.eval_on_selector_all(".info__block", "all => all.map(each => each.className.split('--')[1])")
    assert set(shown) == set(SORTS)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(axe())
    assert page.evaluate(BARRIERS) == []
    page.evaluate("document.documentElement.classList.add('tuong-phan')")
    assert page.evaluate(BARRIERS) == []


def test_bars_are_as_long_as_their_values(page: Page) -> None:
    assert page.evaluate(REACH) == [100, 50, 0]


def test_a_table_scrolls_by_the_keyboard_where_it_has_no_room(page: Page) -> None:
    table = page.get_by_role("region", name="Bảng: Bảng, cuộn ngang để xem hết")
    narrow = page.evaluate("innerWidth") == 320
    assert (table.count(), page.locator(".frame__hint").is_visible()) == (int(narrow), narrow)
    if narrow:
        table.focus()
        page.keyboard.press("ArrowRight")
        for _ in range(60):  # wait_for_function evaluates, which the page's policy forbids
            if page.evaluate("document.activeElement.scrollLeft") > 0:
                break
            page.wait_for_timeout(50)
        assert page.evaluate("document.activeElement.scrollLeft") > 0
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải số liệu (CSV)").first.click()
    assert download.value.suggested_filename == "so-lieu.csv"
