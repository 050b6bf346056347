from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.images.library import Library, Record
from chuyenmuc.site.feeds import feed_files
from chuyenmuc.site.pages.listing import Listing, listing_pages, numbers
from chuyenmuc.site.pages.lists import lists
from chuyenmuc.site.pages.page import Page
from chuyenmuc.site.views.item import about as about_item
from chuyenmuc.site.views.viewer import Viewer

Front = Callable[..., dict[str, Any]]
Made = Callable[..., Viewer]


def titles(cards: list[dict[str, Any]]) -> list[str]:
    return [card["title"] for card in cards]


def cover(item: str) -> Record:
    url = f"kho-tu-lieu/{item}/bia-trang.png"
    known = (item, f"{item}/", "tin", "bia-trang", "Bìa", "đăng", url)
    return Record(*known, 320, 180, 9, "image/png", "0" * 64, "Mô tả", Path("bia.png"))


def by_path(viewer: Viewer) -> dict[str, Listing]:
    return {listing.path: listing for listing in lists(viewer)}


def test_a_long_list_is_spread_over_pages_that_lead_to_each_other(desk, page: Front) -> None:
    desk.section("tin-tuc", per_page="2", description="Tin mới", color="xanh-lam")
    for day in range(1, 6):
        desk.item(f"tin-tuc/bai-{day}.md", title=f"Bài {day}", date=f"2026-01-0{day}")
    pages = [page(f"tin-tuc/{name}.md") for name in ("index", "trang-2", "trang-3")]
    assert [titles(one["items"]) for one in pages] == [["Bài 5", "Bài 4"], ["Bài 3", "Bài 2"], ["Bài 1"]]
    assert [one["title"] for one in pages] == ["Tin tức", "Tin tức – trang 2", "Tin tức – trang 3"]
    assert [(one["pagination"]["newer"], one["pagination"]["older"]) for one in pages] == [
        ("", "tin-tuc/trang-2/"),
        ("tin-tuc/", "tin-tuc/trang-3/"),
        ("tin-tuc/trang-2/", ""),
    ]
    assert pages[1]["pagination"]["links"] == [
        {"number": 1, "url": "tin-tuc/", "current": False},
        {"number": 2, "url": "tin-tuc/trang-2/", "current": True},
        {"number": 3, "url": "tin-tuc/trang-3/", "current": False},
    ]
    assert pages[0]["list"] == {
        "what": "section",
        "label": "",
        "title": "Tin tức",
        "description_html": "Tin mới",
        "url": "tin-tuc/",
        "color": "xanh-lam",
        "count": 5,
        "rss": "tin-tuc/rss.xml",
        "json": "tin-tuc/feed.json",
    }
    assert pages[0]["feeds"][0] == {
        "title": "Tin tức – Chuyên mục mẫu (RSS)",
        "url": "tin-tuc/rss.xml",
        "type": "application/rss+xml",
    }


@pytest.mark.parametrize(
    ("number", "last", "expected"),
    [
        (1, 1, [1]),
        (2, 5, [1, 2, 3, 4, 5]),
        (4, 7, [1, 2, 3, 4, 5, 6, 7]),
        (1, 417, [1, 2, 3, 0, 417]),
        (5, 417, [1, 2, 3, 4, 5, 6, 7, 0, 417]),
        (200, 417, [1, 0, 198, 199, 200, 201, 202, 0, 417]),
        (413, 417, [1, 0, 411, 412, 413, 414, 415, 416, 417]),
        (417, 417, [1, 0, 415, 416, 417]),
    ],
)
def test_hundreds_of_pages_are_a_handful_of_numbers(number: int, last: int, expected: list[int]) -> None:
    assert numbers(number, last) == expected


def test_a_section_shows_those_inside_it_with_how_much_they_hold(desk, page: Front) -> None:
    desk.section("tin", title="Tin tức")
    desk.section("tin/xa", title="Cấp xã", order="2")
    desk.section("tin/tinh", title="Cấp tỉnh", order="1")
    desk.section("tin/xa/ban", title="Bản")
    desk.item("tin/xa/ban/bai.md", title="Bài của bản")
    head = page("tin/index.md")
    assert titles(head["items"]) == ["Bài của bản"]
    assert head["inside"] == [
        {"title": "Cấp tỉnh", "url": "tin/tinh/", "count": 0},
        {"title": "Cấp xã", "url": "tin/xa/", "count": 1},
    ]
    assert [link["title"] for link in page("tin/xa/index.md")["inside"]] == ["Bản"]


def test_there_are_lists_of_topics_tags_audiences_and_months(desk, viewer: Made) -> None:
    desk.section("tin-tuc")
    keys = {"topics": "1, 3", "tags": "Chuyển đổi số, dữ liệu", "audiences": "nguoi-dan"}
    desk.item("tin-tuc/a.md", title="Một", date="2026-01-05", **keys)
    desk.item("tin-tuc/b.md", title="Hai", date="2025-12-31 23:30", tags="chuyển đổi số; chuyen doi so, chuyển đổi số")
    found = by_path(viewer())
    held = {path: [item.title for item in listing.items] for path, listing in found.items() if listing.items}
    assert held == {
        "tin-tuc": ["Một", "Hai"],
        "nhom-nhiem-vu/1-nhan-thuc-doi-moi-tu-duy": ["Một"],
        "nhom-nhiem-vu/3-ha-tang": ["Một"],
        "tu-khoa/chuyen-doi-so": ["Một", "Hai"],
        "tu-khoa/du-lieu": ["Một"],
        "danh-cho/nguoi-dan": ["Một"],
        "luu-tru/2026-01": ["Một"],
        "luu-tru/2025-12": ["Hai"],
    }
    assert found["tu-khoa/chuyen-doi-so"].full_title == "Từ khóa: chuyển đổi số"
    assert found["luu-tru/2025-12"].full_title == "Lưu trữ: Tháng 12/2025"
    assert found["nhom-nhiem-vu/3-ha-tang"].full_title == "Nhóm nhiệm vụ 3: Hạ tầng"


def test_every_topic_and_audience_has_its_page_even_without_items(desk, assembled) -> None:
    docs = assembled()
    assert len(list((docs / "nhom-nhiem-vu").glob("*/index.md"))) == 7
    assert len(list((docs / "danh-cho").glob("*/index.md"))) == 7


def test_months_lead_to_those_beside_them(desk, viewer: Made) -> None:
    desk.section("tin-tuc")
    for month in ("2025-11", "2026-01", "2026-03"):
        desk.item(f"tin-tuc/t-{month}.md", date=f"{month}-05")
    found = by_path(viewer())
    assert [link["url"] for link in found["luu-tru/2026-01"].beside] == ["luu-tru/2026-03/", "luu-tru/2025-11/"]
    assert [link["url"] for link in found["luu-tru/2026-03"].beside] == ["luu-tru/2026-01/"]


def test_what_stands_in_no_section_has_a_list_and_the_archive_leads_there(desk, viewer: Made, page: Front) -> None:
    desk.item("loi-ngo.md", kind="tin", title="Lời ngỏ")
    assert [item.title for item in by_path(viewer())["bai-khac"].items] == ["Lời ngỏ"]
    assert page("luu-tru/index.md")["groups"][-1]["entries"] == [
        {"title": "Bài viết khác", "url": "bai-khac/", "count": 1}
    ]


def test_a_plain_page_stands_in_no_list_and_no_feed(desk, viewer: Made, page: Front) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/gioi-thieu.md", kind="trang", tags="dữ liệu", topics="1")
    shown = viewer()
    assert all(not listing.items for listing in lists(shown))
    assert b"gioi-thieu" not in b"".join(file.content() for file in feed_files(shown))
    assert page("kho-tu-lieu/index.md")["items"] == []


def test_events_to_come_stand_first_the_nearest_before_those_past(desk, page: Front) -> None:
    desk.section("sk", kind="su-kien")
    for name, start in {"xa": "2026-12-01", "gan": "2026-10-12", "cu": "2026-01-01", "moi-xong": "2026-10-01"}.items():
        desk.item(f"sk/{name}.md", title=name, start=start)
    assert titles(page("sk/index.md")["items"]) == ["gan", "xa", "moi-xong", "cu"]


@pytest.mark.parametrize(
    ("kinds", "front", "shape"),
    [
        (["tin"] * 6, 4, "two"),
        (["tin"] * 3, 1, "two"),
        (["tin"], 0, "two"),
        (["bai", "tin", "con-so"], 1, "mixed"),
        (["van-ban", "tin"], 0, "mixed"),
        (["van-ban", "van-ban"], 0, "one"),
    ],
)
def test_a_first_page_opens_with_pictures_where_there_are_some(
    desk, page: Front, kinds: list[str], front: int, shape: str
) -> None:
    desk.section("tin")
    for number, kind in enumerate(kinds):
        desk.item(f"tin/b{number}.md", kind=kind, date=f"2026-01-{20 - number}")
    head = page("tin/index.md")
    assert (head["front"], head["shape"]) == (front, shape)


def test_a_page_is_made_of_what_it_shows_and_of_nothing_else(desk, viewer: Made) -> None:
    desk.section("tin", per_page="1")
    for name, day in {"moi": "2026-01-02", "cu": "2026-01-01"}.items():
        desk.item(f"tin/{name}.md", date=day)
    shown = viewer(library=Library.of([cover("tin/moi"), cover("tin/cu")]))
    (section,) = [listing for listing in lists(shown) if listing.what == "section"]
    first, second = listing_pages(shown, section)
    new, old = shown.archive.stream
    assert new in first.made_of and old not in first.made_of
    assert shown.library.by_item["tin/moi"]["bia-trang"] in first.made_of
    assert made_of(section, second, shown) != made_of(replace(section, title="Tên mới"), second, shown)
    assert made_of(section, second, shown) != made_of(replace(section, inside=({"title": "x"},)), second, shown)
    assert made_of(section, second, shown) == second.made_of


def made_of(listing: Listing, page: Page, viewer: Viewer) -> tuple[object, ...]:
    (found,) = [each.made_of for each in listing_pages(viewer, listing) if each.path == page.path]
    return found


def test_tags_are_one_list_by_letter_and_đ_is_a_letter(desk, page: Front) -> None:
    desk.section("tin")
    desk.item("tin/a.md", tags="đất đai, dữ liệu, dân cư, 5G, án lệ, …")
    groups = page("tu-khoa/index.md")["groups"]
    assert [(group["title"], titles(group["entries"])) for group in groups] == [
        ("0 – 9", ["5G"]),
        ("A", ["án lệ"]),
        ("D", ["dân cư", "dữ liệu"]),
        ("Đ", ["đất đai"]),
    ]


def test_many_tags_begin_with_those_used_most(desk, page: Front) -> None:
    desk.section("tin")
    desk.item("tin/a.md", tags=", ".join(f"từ {number}" for number in range(30)))
    desk.item("tin/b.md", tags="từ 17")
    first, *_ = page("tu-khoa/index.md")["groups"]
    assert (first["title"], len(first["entries"])) == ("Dùng nhiều nhất", 12)
    assert first["entries"][0] == {"title": "từ 17", "url": "tu-khoa/tu-17/", "count": 2}


def test_the_archive_shows_whole_years_and_links_months_that_hold_something(desk, page: Front) -> None:
    desk.section("tin")
    desk.item("tin/a.md", date="2026-02-05")
    (year,) = page("luu-tru/index.md")["groups"]
    assert (year["title"], len(year["entries"])) == ("Năm 2026", 12)
    assert year["entries"][1] == {
        "title": "Tháng 2/2026",
        "url": "luu-tru/2026-02/",
        "count": 1,
        "short": "Tháng 2",
    }
    assert year["entries"][0]["url"] == ""


def test_an_item_s_page_links_to_its_lists(desk, viewer: Made) -> None:
    desk.section("tin")
    desk.item("tin/a.md", tags="Dữ liệu, …, dữ liệu", topics="3", audiences="nguoi-dan", date="2026-01-05")
    shown = viewer()
    (item,) = shown.archive.items
    about = about_item(shown, item)
    assert about["tags"] == [{"title": "Dữ liệu", "url": "tu-khoa/du-lieu/"}, {"title": "…", "url": ""}]
    assert [(topic["title"], topic["url"]) for topic in about["topics"]] == [("Hạ tầng", "nhom-nhiem-vu/3-ha-tang/")]
    assert about["audiences"] == [{"title": "Người dân", "url": "danh-cho/nguoi-dan/"}]
    found = by_path(shown)
    for link in (*about["tags"][:1], *about["topics"], *about["audiences"], {"url": "luu-tru/2026-01/"}):
        assert item in found[link["url"].rstrip("/")].items


def test_without_the_site_s_own_address_there_are_no_feeds(desk, viewer: Made, assembled) -> None:
    desk.section("tin")
    desk.item("tin/a.md")
    desk.write("mkdocs.yml", (desk.root / "mkdocs.yml").read_text("utf-8").replace("site_url:", "#"))
    shown = viewer()
    assert list(feed_files(shown)) == []
    (listing,) = [each for each in lists(shown) if each.what == "section"]
    sheet = next(listing_pages(shown, listing)).make()
    assert (sheet.meta["list"]["rss"], sheet.meta["feeds"]) == ("", [])


def test_a_preview_shows_drafts_in_lists_and_in_no_feed(desk, viewer: Made) -> None:
    desk.section("tin")
    desk.item("tin/nhap.md", title="Bản nháp", status="draft")
    shown = viewer(drafts=True)
    assert [item.title for item in by_path(shown)["tin"].items] == ["Bản nháp"]
    assert b"nhap" not in b"".join(file.content() for file in feed_files(shown))


def test_the_cost_of_all_lists_and_feeds_grows_in_a_straight_line(desk, viewer: Made) -> None:
    """Counted in objects that pages and feeds hold: each item stands in so many lists, however many items there are."""
    desk.section("tin", per_page="5")

    def held(many: int) -> int:
        for number in range(many):
            keys = {"tags": f"từ {number % 7}", "topics": str(1 + number % 7), "date": f"2026-0{1 + number % 9}-05"}
            desk.item(f"tin/b{number}.md", **keys)
        shown = viewer()
        pages = [page for listing in lists(shown) for page in listing_pages(shown, listing)]
        items = {id(item) for item in shown.archive.items}
        return sum(id(part) in items for page in pages for part in page.made_of)

    assert (held(40), held(80)) == (40 * 4, 80 * 4)  # section, topic, tag, month
