"""A campaign's page: a countdown that is right whenever it is read, its calendar, its messages to copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Visit

pytestmark = pytest.mark.browser

CAMPAIGN, LIST = "chien-dich/10-10/2026/", "chien-dich/10-10/"
COUNT = ".hero [data-dem-nguoc]"
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
Reader = Callable[..., Page]


@pytest.fixture
def reader(browser: Browser, server: str) -> Iterator[Reader]:
    """Opens the page with a reader's own clock, wherever the reader is."""
    contexts = []

    def opened(now: str, path: str = CAMPAIGN, zone: str = "Asia/Ho_Chi_Minh", width: int = 1280) -> Page:
        viewport = {"width": width, "height": 900}
        context = browser.new_context(locale="vi-VN", timezone_id=zone, viewport=viewport)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.clock.install(time=now)
        page.goto(server + path)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("now", "state", "big", "more"),
    [
        ("2026-09-28T10:00:00+07:00", "sap-toi", "12 ngày nữa", "11 ngày 13 giờ đến 0 giờ ngày 10/10"),
        ("2026-10-09T23:30:00+07:00", "dang-dien-ra", "1 ngày nữa", "chưa đầy 1 giờ đến 0 giờ ngày 10/10"),
        ("2026-10-10T00:00:01+07:00", "hom-nay", "Hôm nay", "thứ Bảy, 10/10/2026"),
        ("2026-10-10T23:59:00+07:00", "hom-nay", "Hôm nay", "thứ Bảy, 10/10/2026"),
        ("2026-10-11T00:00:01+07:00", "da-qua", "Đã kết thúc", "ngày 10/10/2026"),
    ],
)
@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/New_York"])
def test_the_countdown_is_right_on_the_readers_day(
    reader: Reader, now: str, state: str, big: str, more: str, zone: str
) -> None:
    page = reader(now, zone=zone)
    count = page.locator(COUNT)
    assert f"count--{state}" in (count.get_attribute("class") or "").split()
    assert " ".join(count.locator(".count__big").inner_text().split()) == big
    assert count.locator(".count__more").inner_text() == more


def test_it_counts_on_while_the_page_stays_open_and_nothing_is_announced_or_moved(reader: Reader) -> None:
    page = reader("2026-10-09T22:30:00+07:00")
    more = page.locator(f"{COUNT} .count__more")
    expect(more).to_have_text("1 giờ đến 0 giờ ngày 10/10")
    page.clock.run_for(31 * 60_000)
    expect(more).to_have_text("chưa đầy 1 giờ đến 0 giờ ngày 10/10")
    page.clock.run_for(60 * 60_000)
    expect(page.locator(f"{COUNT} .count__unit")).to_have_text("Hôm nay")
    assert page.locator(f"{COUNT} [aria-live], {COUNT} [role=status], {COUNT} [role=timer]").count() == 0
    assert page.locator(f"{COUNT} .unseen").inner_text().strip() == "Hôm nay, 10/10/2026"


@pytest.mark.parametrize("width", [320, 1280])
def test_the_script_moves_nothing(browser: Browser, server: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.route("**/*.woff2", lambda route: route.abort())  # letters that come late move lines by themselves
    page.goto(server + CAMPAIGN)
    assert page.evaluate(SHIFTS) < 0.01
    page.close()


def test_without_a_script_every_number_stands_with_its_day(browser: Browser, server: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(server + CAMPAIGN)
    told = page.locator(f"{COUNT} .unseen").inner_text()
    assert "10/10/2026" in told
    expect(page.locator(".pledge__words")).to_have_count(5)
    expect(page.get_by_role("button", name="Sao chép")).to_have_count(0)
    expect(page.get_by_role("link", name="Thêm cả đợt vào lịch")).to_be_visible()
    page.close()


def test_the_calendar_is_a_table_and_a_list_on_a_telephone(reader: Reader) -> None:
    page = reader("2026-10-05T10:00:00+07:00")
    table = page.locator(".weeks")
    expect(table).to_be_visible()
    assert table.locator("caption").count() == 1 and table.locator("th[scope=col]").count() == 7
    today = table.locator("[aria-current=date]")
    expect(today).to_have_count(1)
    expect(today.locator("time")).to_have_attribute("datetime", "2026-10-05")
    expect(table.locator(".weeks__day--main time")).to_have_attribute("datetime", "2026-10-10")
    page.set_viewport_size({"width": 320, "height": 800})
    expect(table).to_be_hidden()
    expect(page.locator(".seasons__list .agenda__entry").first).to_be_visible()


def test_a_message_is_copied_word_for_word(browser: Browser, server: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(server + CAMPAIGN)
    second = page.locator(".pledge").nth(1)
    second.get_by_role("button", name="Sao chép").click()
    expect(second.get_by_role("status")).to_have_text("Đã sao chép thông điệp 2.")
    words = "Dữ liệu số là tài nguyên mới – càng khai thác hiệu quả, giá trị mang lại càng lớn"
    assert page.evaluate("navigator.clipboard.readText()") == words
    context.close()


@pytest.mark.parametrize("path", [CAMPAIGN, LIST, f"kho-tu-lieu/{CAMPAIGN}"])
@pytest.mark.parametrize("width", [320, 768, 1280, 1920])
def test_nothing_overflows_or_errs(visit: Visit, path: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    page = visit.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert visit.errors == [] and visit.outside == []


def test_hundreds_of_works_are_folded_and_a_link_to_one_unfolds_it(visit: Visit) -> None:
    page = visit.open(f"kho-tu-lieu/{CAMPAIGN}")
    shut = page.locator("details.shut")
    assert shut.count() > 5 and page.locator("details.shut[open]").count() == 0
    name = page.locator("details.shut .shot").first.get_attribute("id")
    page.goto(f"{visit.base}kho-tu-lieu/{CAMPAIGN}#{name}")
    expect(page.locator(f'[id="{name}"]')).to_be_visible()


def test_home_counts_on_too(reader: Reader) -> None:
    page = reader("2026-10-10T08:00:00+07:00", path="")
    count = page.locator(".drive [data-dem-nguoc]")
    if count.count():  # while the campaign is on the front page
        expect(count.locator(".count__unit")).to_have_text("Hôm nay")
