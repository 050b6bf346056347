"""An item's page: what its reader can do with it, with and without JavaScript, on paper and by ear."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.engine.build import build

from .conftest import Visit
from .words import BROKEN

pytestmark = pytest.mark.browser

ARTICLE = "tin-tuc/lang-son-ke-hoach-211/"
LESSON = "binh-dan-hoc-vu-so/ky-nang-xem-tin-nhan-la/"
LONG = "binh-dan-hoc-vu-so/nhan-dien-lua-dao/"
# A voice that speaks at once, and one that never ends: what the page does with them is what counts.
VOICES = """
  const said = window.said = [];
  const voice = { lang: "%s", name: "Giọng", default: true };
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [voice], addEventListener() {}, cancel() { said.push("(im)"); },
    speak(words) { said.push(words.text); if (%s) setTimeout(() => words.dispatchEvent(new Event("end"))); },
  }});
  window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
"""


def spoken(browser: Browser, server: str, lang: str, *, ends: bool) -> Page:
    page = browser.new_context(locale="vi-VN").new_page()
    page.add_init_script(VOICES % (lang, "true" if ends else "false"))
    page.goto(server + ARTICLE)
    return page


def test_sharing_works_without_javascript(browser: Browser, server: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(server + ARTICLE)
    tools = page.locator(".closing .tools a").all()
    assert [link.inner_text() for link in tools][:3] == ["Facebook", "Zalo", "Thư điện tử"]
    shared = parse_qs(urlsplit(str(tools[0].get_attribute("href"))).query)["u"]
    assert shared == [f"https://sotuphap.langson.gov.vn/nghi-quyet-57/{ARTICLE}"]
    for needing in ("[data-in]", "[data-chep]", "[data-doc-bai]"):
        assert not page.locator(needing).is_visible()
    page.context.close()


def test_the_keyboard_meets_the_tools_before_the_text_and_the_neighbours_after(visit: Visit) -> None:
    page = visit.open(ARTICLE)
    order = page.evaluate(
        """() => ["[data-in]", ".aid a", ".prose a", ".tags a", ".closing [data-chep]", ".neighbours a", ".band a"]
        .map(name => document.querySelector(name))
        .every((part, at, all) => part && (!at || all[at - 1].compareDocumentPosition(part) & 4))"""
    )
    assert order
    page.locator("[data-in]").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Chia sẻ"
    page.keyboard.press("Enter")
    expect(page.locator("#bai--chia-se")).to_be_in_viewport()


def test_the_address_is_copied_or_shown(visit: Visit) -> None:
    page = visit.open(ARTICLE)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.locator("[data-chep]").click()
    expect(page.locator("[data-loi-nhan]")).to_contain_text(f"nghi-quyet-57/{ARTICLE}")


def test_a_long_piece_is_mapped_beside_its_text_or_above_it(visit: Visit) -> None:
    page = visit.open(LONG)
    beside, folded = page.locator(".contents--beside"), page.locator(".contents--folded")
    expect(beside).to_be_visible()
    expect(folded).to_be_hidden()
    last = beside.get_by_role("link").last
    last.click()
    expect(last).to_have_attribute("aria-current", "true")
    page.set_viewport_size({"width": 390, "height": 800})
    expect(beside).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.get_by_role("link").first).to_be_visible()


def test_a_heading_s_link_shows_to_the_mouse_and_holds_up_no_tab_key(visit: Visit) -> None:
    page = visit.open(LONG)
    link = page.locator(".neo").first
    expect(link).to_have_css("opacity", "0")
    page.locator(".muc").first.hover()
    expect(link).to_have_css("opacity", "1")
    link.click()
    assert page.url.endswith(str(link.get_attribute("href")))
    assert page.locator(".neo:not([tabindex='-1'])").count() == 0


def test_a_self_check_reads_without_javascript(browser: Browser, server: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(server + LESSON)
    answer = page.locator(".quiz__key p").first
    assert not answer.is_visible()
    page.locator(".quiz__key summary").first.click()
    assert answer.inner_text().startswith("B.")
    page.context.close()


def test_a_self_check_answers_at_once_counts_and_keeps_nothing(visit: Visit) -> None:
    page = visit.open(LESSON)
    questions = page.locator("[data-cau]").all()
    questions[0].get_by_role("radio", name=re.compile(r"^A\.")).check()
    expect(questions[0].locator("[data-nhan-xet]")).to_contain_text("Chưa đúng")
    for question in questions:
        question.locator("label[data-dung] input").check()
        expect(question.locator("[data-nhan-xet]")).to_contain_text("Đúng.")
    expect(page.locator("[data-diem]")).to_have_text(f"Bạn trả lời đúng {len(questions)}/{len(questions)} câu.")
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.get_by_role("button", name="Làm lại từ đầu").click()
    assert page.locator("[data-cau] input:checked").count() == 0
    assert page.evaluate("document.activeElement.name") == "cau-1"
    assert visit.outside == []


def test_reading_aloud_is_offered_only_where_a_vietnamese_voice_is(browser: Browser, server: str) -> None:
    for lang, offered in (("en-US", False), ("vi-VN", True)):
        page = spoken(browser, server, lang, ends=True)
        assert page.locator("[data-doc-bai]").is_visible() is offered
        page.context.close()


def test_the_whole_item_is_read_in_short_pieces(browser: Browser, server: str) -> None:
    page = spoken(browser, server, "vi-VN", ends=True)
    page.get_by_role("button", name="Nghe bài").click()
    expect(page.get_by_role("button", name="Nghe bài")).to_be_visible()
    page.wait_for_function("said.length > 10 && !document.querySelector('.dang-doc')")
    said = [text for text in page.evaluate("said") if text != "(im)"]
    assert max(map(len, said)) <= 180
    assert "".join(said[0].split()) in "".join(page.locator("h1").inner_text().split())
    read = "".join("".join(said).split())
    for paragraph in page.locator(".prose > p").all():
        assert "".join(paragraph.inner_text().split()) in read
    page.context.close()


def test_reading_pauses_goes_on_where_it_was_and_stops(browser: Browser, server: str) -> None:
    page = spoken(browser, server, "vi-VN", ends=False)
    page.get_by_role("button", name="Nghe bài").click()
    assert page.locator(".dang-doc").count() == 1
    page.get_by_role("button", name="Tạm dừng").click()
    page.get_by_role("button", name="Đọc tiếp").click()
    first = [text for text in page.evaluate("said") if text != "(im)"]
    assert len(first) == 2 and first[0] == first[1]
    page.get_by_role("button", name="Dừng", exact=True).click()
    assert page.locator(".dang-doc").count() == 0
    assert page.evaluate("document.activeElement.dataset.doc") == "nghe"
    page.context.close()


@pytest.mark.parametrize("path", [ARTICLE, LONG, LESSON])
def test_paper_bears_the_text_its_address_and_a_code_and_no_tools(visit: Visit, path: str) -> None:
    page = visit.open(path)
    page.emulate_media(media="print")
    expect(page.locator(".imprint")).to_contain_text(f"https://sotuphap.langson.gov.vn/nghi-quyet-57/{path}")
    assert page.locator(".imprint__code path").get_attribute("d")
    expect(page.locator(".imprint__code")).to_be_visible()
    expect(page.locator(".title")).to_be_visible()
    for left_out in (".aid", ".passing", ".side", ".nav", ".foot", ".neighbours", ".band", ".rail", ".contents"):
        assert not any(part.is_visible() for part in page.locator(left_out).all()), left_out
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") < 8


def test_paper_bears_nothing_that_is_soon_untrue(visit: Visit) -> None:
    page = visit.open("su-kien/han-bao-cao-cuoi-nam-2026/")
    expect(page.locator(".occasion__state")).to_contain_text("Còn 18 ngày")
    page.emulate_media(media="print")
    expect(page.locator(".occasion__state")).to_be_hidden()
    expect(page.locator(".occasion__facts")).to_be_visible()


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An article with everything that a text may hold, opened from its folder."""
    project = tmp_path_factory.mktemp("bai")
    folder = project / "content" / "tin-tuc"
    folder.mkdir(parents=True)
    shutil.copy(SHIPPED / "mkdocs.yml", project)
    shutil.copy(next(iter((SHIPPED / "content").rglob("*.mp3"))), folder / "doc.mp3")
    (folder / "tep.pdf").write_bytes(b"x" * 3000)
    (folder / ".meta.yml").write_text("title: Tin tức\nkind: tin\n", "utf-8")
    (folder / "a.md").write_text(RICH, "utf-8")
    build(Project(project), date(2026, 11, 21))
    yield (project / "site" / "tin-tuc" / "a" / "index.html").as_uri()


RICH = """---
title: Bài đủ mọi phần
date: 2026-11-20
description: Một câu tóm tắt.
status: approved
approved_by: Văn phòng Sở
approved_at: 2026-11-20
audio: doc.mp3
attachments: [{file: tep.pdf, title: Kế hoạch}]
---

## Điều kiện

| STT | Đơn vị | Hồ sơ | Nộp trực tuyến | Tỷ lệ (%) | Đúng hạn | Quá hạn | Ghi chú |
|---|---|---|---|---|---|---|---|
| 1 | Phường Đông Kinh | 6.874 | 907 | 95.3 | 878 | 33 | Chưa gồm hồ sơ theo Nghị định số 107/2021/NĐ-CP |

### Kết quả

| STT | Đơn vị | Hồ sơ | Nộp trực tuyến | Tỷ lệ (%) | Đúng hạn | Quá hạn | Ghi chú |
|---|---|---|---|---|---|---|---|
| 2 | Xã Khánh Xuân | 6.874 | 907 | 95.3 | 878 | 33 | Chưa gồm hồ sơ theo Nghị định số 107/2021/NĐ-CP |

Chữ có chú thích [^1], và [tệp](tep.pdf), [trang khác](https://vanban.chinhphu.vn).

!!! canh-bao
    Cẩn thận.

[^1]: Nguồn.
"""


def test_a_recording_wins_over_the_browser_s_voice(browser: Browser, rich: str) -> None:
    page = browser.new_context().new_page()
    page.add_init_script(VOICES % ("vi-VN", "true"))
    page.goto(rich)
    audio = page.locator(".aid audio")
    assert (audio.get_attribute("preload"), audio.get_attribute("controls")) == ("none", "")
    assert page.locator("[data-doc-bai]").count() == 0
    page.context.close()


def test_a_table_of_many_columns_breaks_no_word_and_says_that_it_scrolls(browser: Browser, rich: str) -> None:
    page = browser.new_context(viewport={"width": 360, "height": 800}).new_page()
    page.goto(rich)
    for subject in ("Điều kiện", "Kết quả"):
        region = page.get_by_role("region", name=f"Bảng “{subject}”, cuộn ngang để xem hết")
        expect(region).to_have_attribute("tabindex", "0")
    expect(page.locator(".frame__hint").first).to_be_visible()
    first, last = (page.locator("tbody tr").first.locator("td").nth(at).bounding_box() for at in (0, -1))
    assert first and last and first["width"] < 60 and last["height"] < 110
    for width, media in ((360, "screen"), (1280, "screen"), (642, "print")):  # the last is A4 within its margins
        page.emulate_media(media=media)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        assert page.locator(".prose table").evaluate_all(BROKEN) == []
    assert page.locator(".prose table").first.evaluate("table => table.offsetWidth") <= 642
    page.context.close()


def test_the_mark_of_a_note_is_near_its_word_and_large_enough(browser: Browser, rich: str) -> None:
    page = browser.new_context().new_page()
    page.goto(rich)
    for link in (page.get_by_role("link", name="Chú thích 1"), page.locator(".footnote-backref")):
        box = link.bounding_box()
        assert box and min(box["width"], box["height"]) >= 24
    assert "thích1, và" in page.locator(".prose > p").first.inner_text()
    page.context.close()


def test_the_parts_of_a_text_speak_vietnamese_and_say_what_they_are(browser: Browser, rich: str) -> None:
    page = browser.new_context().new_page()
    page.goto(rich)
    assert page.locator(".prose h2").get_attribute("id") == "dieu-kien"
    assert page.locator(".admonition.warning .admonition-title").inner_text() == "Cảnh báo"
    assert page.get_by_role("link", name="tệp (PDF, 3 KB)").get_attribute("href") == "tep.pdf"
    assert page.locator(".files a").inner_text().split() == ["Kế", "hoạch", "PDF,", "3", "KB"]
    assert "Trở lại" in str(page.locator(".footnote-backref").get_attribute("title"))
    assert "↗" in page.get_by_role("link", name="trang khác").evaluate("a => getComputedStyle(a, '::after').content")
    page.context.close()
