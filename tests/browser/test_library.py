"""The library, as the officer who posts on every channel meets it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from .conftest import MOUNT, Visit

pytestmark = pytest.mark.browser

INDEX, ITEM = "kho-tu-lieu/", "kho-tu-lieu/su-kien/ngay-cong-dan-so-viet-nam/"
STEP = 24  # items shown at once
TITLE = "Ngày Công dân số Việt Nam"


def shown(page: Page) -> list[str]:
    return page.locator("[data-bai]:visible h2").all_inner_texts()


def everything(page: Page) -> int:
    return page.locator("[data-bai]").count()


def counted(page: Page, pattern: str) -> None:
    expect(page.get_by_role("status").filter(has_text="bài")).to_have_text(re.compile(pattern))


def test_words_are_found_without_their_marks_and_the_count_is_told(visit: Visit) -> None:
    page = visit.open(INDEX)
    total = everything(page)
    page.get_by_label("Tìm theo tiêu đề").fill("ngay cong dan so viet nam")
    assert shown(page) == [TITLE]
    counted(page, rf"^1 trong {total} bài$")
    page.get_by_label("Tìm theo tiêu đề").fill("Đồng Nai")
    assert any("Đồng Nai" in title for title in shown(page))
    words = page.locator("[data-bai]:visible").evaluate_all("all => all.map(each => each.dataset.tu)")
    assert all("dong nai" in each for each in words)  # in the title or among the keywords
    assert visit.errors == []


@pytest.mark.parametrize(
    ("label", "option", "address", "fits"),
    [
        ("Loại", "Văn bản", "loai=van-ban", "[data-loai='van-ban']"),
        ("Tiểu mục", "Doanh nghiệp", "muc=doanh-nghiep%2F", "[data-muc^='doanh-nghiep/']"),
        ("Tháng", "Tháng 10/2026", "thang=2026-10", "[data-thang='2026-10']"),
        ("Kênh", "Bài vuông", "kenh=facebook-vuong", ":has([data-kenh='facebook-vuong'])"),
    ],
)
def test_each_filter_shows_what_fits_and_stands_in_the_address(
    visit: Visit, label: str, option: str, address: str, fits: str
) -> None:
    page = visit.open(INDEX)
    total = everything(page)
    page.locator("[data-loc-kho]").get_by_label(label, exact=True).select_option(label=option)
    fitting = page.locator(f"[data-bai]{fits}").count()
    assert len(shown(page)) == min(fitting, STEP) > 0
    counted(page, rf"^{fitting} trong {total} bài$")
    assert address in page.url
    page.go_back()
    assert len(shown(page)) == STEP
    assert visit.errors == []


def test_more_items_come_at_a_press_and_the_keyboard_goes_on_from_there(visit: Visit) -> None:
    page = visit.open(INDEX)
    assert len(shown(page)) == STEP
    page.get_by_role("button", name=f"Hiện thêm {STEP} bài").press("Enter")
    assert len(shown(page)) == 2 * STEP
    expect(page.locator("[data-bai]").nth(STEP).locator("a").first).to_be_focused()
    while page.locator("[data-them]").is_visible():
        page.locator("[data-them]").click()
    assert len(shown(page)) == everything(page)


def test_filters_combine_and_a_shared_address_gives_the_same_view(visit: Visit) -> None:
    page = visit.open(f"{INDEX}?tim=chuyen+doi+so&loai=su-kien&kenh=zalo-bai-viet")
    titles = shown(page)
    assert titles and all("Chuyển đổi số" in title for title in titles)
    assert page.get_by_label("Loại", exact=True).input_value() == "su-kien"
    page.locator("h2 a:visible").first.click()
    page.wait_for_url("**/kho-tu-lieu/su-kien/**")
    page.go_back()
    assert shown(page) == titles


def test_a_value_that_is_no_longer_offered_filters_nothing(visit: Visit) -> None:
    page = visit.open(f"{INDEX}?kenh=da-bo&thang=1999-01")
    assert len(shown(page)) == STEP


def test_no_result_says_so_and_one_button_brings_everything_back(visit: Visit) -> None:
    page = visit.open(f"{INDEX}?tim=qqqxyz&loai=tin")
    assert shown(page) == []
    page.get_by_text("Không có bài nào khớp").wait_for()
    page.get_by_role("button", name="Xóa bộ lọc, xem tất cả").click()
    expect(page.locator("[data-bai]:visible")).to_have_count(STEP)
    expect(page.get_by_label("Tìm theo tiêu đề")).to_be_focused()
    assert page.url.endswith(INDEX)


def test_a_channel_shows_its_image_of_each_item_and_one_download(visit: Visit) -> None:
    page = visit.open(f"{INDEX}?kenh=facebook-doc&tim=ngay+cong+dan+so+viet+nam")
    card = page.locator("[data-bai]:visible")
    box = card.locator("img").bounding_box()
    assert box and box["width"] / box["height"] == pytest.approx(1080 / 1350, rel=0.02)
    assert card.locator("a[download]:visible").count() == 1
    page.get_by_text("1080 × 1350 điểm ảnh").wait_for()
    with page.expect_download() as waiting:
        card.get_by_role("link", name="Tải ảnh Facebook – bài dọc").click()
    assert waiting.value.suggested_filename == "ngay-cong-dan-so-viet-nam-facebook-doc.png"
    with Image.open(waiting.value.path()) as image:
        assert image.size == (1080, 1350)
    page.get_by_role("button", name="Xóa bộ lọc").click()
    expect(card.first.get_by_role("link", name="Tải cả bộ")).to_be_visible()
    assert page.locator("[data-mot]").count() == 0


@pytest.mark.parametrize("path", [f"{INDEX}?tim=ngay+cong+dan+so+viet+nam", ITEM])
def test_everything_of_an_item_comes_in_one_file(visit: Visit, path: str) -> None:
    page = visit.open(path)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Tải cả bộ").locator("visible=true").click()
    assert waiting.value.suggested_filename == "ngay-cong-dan-so-viet-nam.zip"
    with zipfile.ZipFile(waiting.value.path()) as kit:
        assert kit.testzip() is None
        assert "loi-dang.txt" in kit.namelist()
        assert len(kit.namelist()) > 8
        assert TITLE in kit.read("loi-dang.txt").decode("utf-8-sig")


def test_captions_and_descriptions_are_copied_whole(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = visit.open(ITEM)
    page.get_by_role("button", name="Sao chép lời đăng").first.click()
    page.get_by_role("status").filter(has_text="Đã sao chép lời đăng: Facebook").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"[Nội dung mẫu] {TITLE}\n\n")
    assert "\nThời gian: Thứ Năm, 15/10/2026\nĐịa điểm: " in copied
    page.get_by_role("button", name="Sao chép lời mô tả ảnh Facebook – bài vuông").click()
    page.get_by_role("status").filter(has_text="Đã sao chép lời mô tả ảnh: Bài vuông").wait_for()
    alt = page.locator("#facebook-vuong img").get_attribute("alt")
    assert page.evaluate("navigator.clipboard.readText()") == alt
    assert visit.errors == []


def test_where_the_browser_refuses_the_text_stands_selected(visit: Visit) -> None:
    visit.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false"
    )
    page = visit.open(ITEM)
    page.get_by_role("button", name="Sao chép lời mô tả ảnh Facebook – bài vuông").click()
    page.get_by_role("status").filter(has_text="nhấn Ctrl+C").wait_for()
    chosen = page.evaluate("getSelection().toString()")
    assert chosen == page.locator("#facebook-vuong img").get_attribute("alt")


def test_the_keyboard_filters_and_opens_an_item(visit: Visit) -> None:
    page = visit.open(INDEX)
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "loc-tu":
            break
    page.keyboard.type("ngay cong dan so viet nam")
    reached = []
    for _ in range(6):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 11)"))
    assert reached[4:] == ["Xóa bộ lọc", TITLE[:11]]
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{ITEM}")


@pytest.mark.parametrize("path", [INDEX, f"{INDEX}?kenh=trang-anh-truot", f"{INDEX}?tim=qqq", ITEM])
def test_nothing_scrolls_sideways_on_a_narrow_telephone(visit: Visit, path: str) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 700})
    page = visit.open(path)
    for closed in page.locator("details").all()[:3]:
        closed.evaluate("element => { element.open = true }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    small = page.evaluate(
        "[...document.querySelectorAll('main a, main button, main summary')].filter(element => {"
        " const box = element.getBoundingClientRect(); return box.width && !element.closest('p, .crumbs') &&"
        " !element.matches('h2 a') && box.height < 24 }).map(element => element.outerHTML)"
    )
    assert small == []


def test_every_image_keeps_its_ratio(visit: Visit) -> None:
    page = visit.open(ITEM)
    stretched = page.evaluate(
        "[...document.querySelectorAll('figure img')].filter(image => {"
        " const box = image.getBoundingClientRect();"
        " return Math.abs(box.width / box.height / (image.getAttribute('width') / image.getAttribute('height')) - 1)"
        " > 0.03 }).map(image => image.src)"
    )
    assert stretched == []


def test_without_javascript_everything_is_listed_and_comes_down(browser: Browser, server: str, root: Path) -> None:
    context = browser.new_context(java_script_enabled=False, accept_downloads=True)
    page = context.new_page()
    page.goto(server + INDEX)
    assert page.locator("[data-bai]:visible").count() == page.locator("[data-bai]").count() > 40
    assert not page.locator("[data-loc-kho]").is_visible()
    card = page.locator("[data-bai]").filter(has_text=TITLE)
    card.locator("summary").click()
    with page.expect_download() as waiting:
        card.get_by_role("link", name="Bài vuông").click()
    assert waiting.value.path().read_bytes() == (root / MOUNT / ITEM / "facebook-vuong.png").read_bytes()
    card.get_by_role("link", name=TITLE).first.click()
    assert page.locator("figure img").count() >= 8
    assert page.get_by_text(f"[Nội dung mẫu] {TITLE}").first.is_visible()
    assert page.get_by_role("button").count() == 0
    context.close()


def test_months_and_sections_are_pages_that_need_no_script(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + INDEX)
    page.get_by_text("Xem theo tháng").click()
    page.get_by_role("link", name="Tháng 10/2026").click()
    page.wait_for_url("**/kho-tu-lieu/thang/2026-10/")
    assert everything(page) == page.locator("[data-bai][data-thang='2026-10']").count() > 1
    page.get_by_text("Xem theo tiểu mục").click()
    page.locator(".drawer").get_by_role("link", name="Văn bản chỉ đạo").click()
    page.wait_for_url("**/kho-tu-lieu/muc/van-ban-chi-dao/")
    assert everything(page) == page.locator("[data-bai][data-muc='van-ban-chi-dao/']").count() > 1
    page.get_by_role("link", name="Mới nhất").click()
    page.wait_for_url(f"**/{INDEX}")
    context.close()


def test_filters_work_on_the_page_of_a_month(visit: Visit) -> None:
    page = visit.open(f"{INDEX}thang/2026-10/?loai=su-kien")
    fitting = page.locator("[data-bai][data-loai='su-kien']").count()
    assert len(shown(page)) == fitting > 0
    counted(page, rf"^{fitting} trong {everything(page)} bài$")
    assert page.get_by_label("Tháng", exact=True).count() == 0
    page.get_by_role("button", name="Xóa bộ lọc").first.click()
    expect(page.locator("[data-bai]:visible")).to_have_count(everything(page))
    assert visit.errors == []
