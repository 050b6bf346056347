"""The register of documents and the calendar, with and without a script, by keyboard, on a small screen."""

from __future__ import annotations

import re

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Visit

pytestmark = pytest.mark.browser

REGISTER, CALENDAR = "tra-cuu-van-ban/", "lich/"
PAGES = (
    REGISTER,
    "tra-cuu-van-ban/loai/ke-hoach/",
    CALENDAR,
    "lich/2026/",
    "van-ban-chi-dao/ke-hoach-2653-kh-ubnd/",
    "su-kien/cao-diem-huong-ung-10-10/",
)


def numbers(page: Page) -> list[str]:
    return page.locator(".ledger tbody tr:visible th a").all_inner_texts()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_nothing_overflows_or_errs(visit: Visit, path: str, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})
    page = visit.open(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").count() == 1
    assert visit.errors == [] and visit.outside == []


def test_filters_act_together_at_once_and_stand_in_the_address(visit: Visit) -> None:
    page = visit.open(REGISTER)
    told, every = page.locator("[data-so-dem]").inner_text(), len(numbers(page))
    page.get_by_role("combobox", name="Loại văn bản").select_option("ke-hoach")
    expect(page.locator("[data-so-dem]")).to_have_text("4 văn bản")
    page.get_by_role("combobox", name="Cơ quan ban hành").select_option("ubnd-tinh-lai-chau")
    expect(page.locator("[data-so-dem]")).to_have_text("2 văn bản")
    page.get_by_label("Số, ký hiệu").fill("tuyen truyen")
    expect(page.locator("[data-so-dem]")).to_have_text("1 văn bản")
    expect(page.locator(".ledger__caption")).to_have_text("1 văn bản, mới ban hành xếp trước")
    assert numbers(page) == ["2653/KH-UBND"]
    assert "loai=ke-hoach" in page.url and "tu=tuyen" in page.url
    page.reload()
    expect(page.locator("[data-so-dem]")).to_have_text("1 văn bản")
    assert page.get_by_label("Số, ký hiệu").input_value() == "tuyen truyen"
    page.get_by_role("button", name="Xóa bộ lọc").click()
    expect(page.locator("[data-so-dem]")).to_have_text(told)
    assert len(numbers(page)) == every and "?" not in page.url
    assert visit.errors == []


def test_marks_are_not_needed_and_nothing_found_is_told(visit: Visit) -> None:
    page = visit.open(f"{REGISTER}?tu=dot+pha")
    expect(page.locator("[data-so-dem]")).to_contain_text("văn bản")
    assert "57-NQ/TW" in numbers(page)
    page.get_by_label("Số, ký hiệu").fill("khong co gi nhu the")
    expect(page.locator("[data-so-trong]")).to_be_visible()
    assert numbers(page) == []


@pytest.mark.parametrize("query", ["2653khubnd", "2653 kh ubnd", "2653/KH-UBND"])
def test_a_number_is_found_however_its_parts_are_set(visit: Visit, query: str) -> None:
    page = visit.open(REGISTER)
    page.get_by_label("Số, ký hiệu").fill(query)
    expect(page.locator("[data-so-dem]")).to_contain_text(re.compile("^1 văn bản$"))
    assert numbers(page) == ["2653/KH-UBND"]


@pytest.mark.parametrize("width", [360, 1280])
def test_a_long_register_shows_twenty_and_the_others_on_demand(visit: Visit, width: int) -> None:
    """The same table with three times as many rows as the sample has."""
    page = visit.page
    shown = "[...document.querySelectorAll('.ledger tbody tr')].filter((row) => row.cells[0].checkVisibility()).length"
    page.set_viewport_size({"width": width, "height": 800})
    page.route(f"**/{REGISTER}", lambda sent: sent.fulfill(body=longer(sent.fetch().text()), content_type="text/html"))
    visit.open(REGISTER)
    every = page.locator(".ledger tbody tr").count()
    expect(page.locator("[data-so-dem]")).to_have_text(re.compile(r"^\d+ văn bản, đang hiện 20$"))
    assert page.evaluate(shown) == 20 < every
    height = page.evaluate("document.documentElement.scrollHeight")
    page.get_by_role("button", name="Hiện thêm 20").click()
    expect(page.locator("[data-so-dem]")).to_have_text(re.compile("đang hiện 40$"))
    assert page.evaluate(shown) == 40 and page.evaluate("document.documentElement.scrollHeight") > height
    assert page.evaluate("document.activeElement.closest('tr').rowIndex") == 21
    page.emulate_media(media="print")
    assert page.evaluate(shown) == every


def longer(html: str) -> str:
    body = re.search(r"<tbody>(.*)</tbody>", html, re.S)
    assert body
    return html.replace(body[1], body[1] * (60 // body[1].count("<tr ") + 1))


def test_the_keyboard_alone_filters(visit: Visit) -> None:
    page = visit.open(REGISTER)
    page.get_by_label("Số, ký hiệu").focus()
    page.keyboard.type("505")
    expect(page.locator("[data-so-dem]")).to_have_text("1 văn bản")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Xóa bộ lọc"
    page.keyboard.press("Enter")
    expect(page.locator("[data-so-dem]")).not_to_have_text("1 văn bản")
    assert page.evaluate("document.activeElement.name") == "tu"


def test_without_a_script_plain_links_filter(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + REGISTER)
    assert not page.locator("[data-so-loc]").is_visible()
    every = len(numbers(page))
    page.get_by_role("link", name=re.compile("^Kế hoạch 4")).click()
    assert page.url.endswith("/tra-cuu-van-ban/loai/ke-hoach/")
    assert page.locator("h1").inner_text() == "Loại văn bản: Kế hoạch"
    assert len(numbers(page)) == 4 < every
    page.get_by_role("link", name=re.compile("^Tất cả")).click()
    assert len(numbers(page)) == every
    context.close()


def test_the_table_stays_a_table_on_a_small_screen(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 800})
    page = visit.open(REGISTER)
    table = page.get_by_role("table", name=re.compile(r"^\d+ văn bản, mới ban hành xếp trước"))
    expect(table.get_by_role("columnheader")).to_have_count(6)
    first = table.get_by_role("row").nth(1)
    expect(first.get_by_role("rowheader")).to_have_count(1)
    assert first.get_by_role("cell").count() >= 3
    small = page.evaluate(
        "[...document.querySelectorAll('.ledger a, .facets a, .sieve select, .sieve input')]"
        ".filter((one) => one.offsetParent).map((one) => one.getBoundingClientRect())"
        ".filter((box) => box.width < 24 || box.height < 24).length"
    )
    assert small == 0


def test_the_chain_is_a_list_that_marks_where_the_reader_is(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}van-ban-chi-dao/ke-hoach-2653-kh-ubnd/")
    chain = page.get_by_role("region", name="Chuỗi văn bản")
    assert chain.locator(".chain__number").all_inner_texts() == [
        "57-NQ/TW",
        "63-CTr/TU",
        "71/NQ-CP",
        "2273/KH-UBND",
        "2653/KH-UBND",
    ]
    current = chain.locator("[aria-current]")
    expect(current).to_contain_text("Văn bản đang xem")
    expect(current).to_contain_text("Thực hiện 57-NQ/TW, 71/NQ-CP, 63-CTr/TU, 2273/KH-UBND")
    chain.get_by_role("link", name="71/NQ-CP").click()
    assert page.url.endswith("/nghi-quyet-71-nq-cp/")
    context.close()


def test_a_day_of_the_calendar_leads_to_its_event_and_to_a_file(visit: Visit) -> None:
    page = visit.open(CALENDAR)
    day = page.get_by_role("table").first.get_by_role("link")
    day.first.click()
    entry = page.locator(":target")
    expect(entry).to_be_visible()
    with page.expect_download() as waiting:
        entry.get_by_role("link", name=re.compile("^Thêm vào lịch")).click()
    known = icalendar.Calendar.from_ical(waiting.value.path().read_bytes())
    assert str(known.walk("VEVENT")[0]["SUMMARY"]) == entry.locator("h3").inner_text()
    assert visit.errors == []


def test_the_calendar_tells_how_to_subscribe(visit: Visit) -> None:
    page = visit.open(CALENDAR)
    link = page.locator(".subscribe a[href^='webcal://']")
    assert (link.get_attribute("href") or "").endswith("/lich/lich.ics")
    reply = page.request.get(f"{visit.base}lich/lich.ics")
    assert reply.ok and reply.body().startswith(b"BEGIN:VCALENDAR\r\n")


def test_an_event_shows_its_results_above_its_programme(visit: Visit) -> None:
    page = visit.open("su-kien/cao-diem-huong-ung-10-10/")
    headings = page.locator("article h2").all_inner_texts()
    assert headings.index("Kết quả") < headings.index("Chương trình")
    rows = page.get_by_role("table", name="Thứ Năm, 01/10/2026").get_by_role("row")
    expect(rows.last).to_contain_text("08:00")
