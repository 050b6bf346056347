from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chuyenmuc.content.items import Item
from chuyenmuc.site.pages.special import NEWEST, site_map

Front = Callable[..., dict[str, Any]]


def titles(cards: list[dict[str, Any]]) -> list[str]:
    return [card["title"] for card in cards]


def test_the_page_for_the_press_shows_what_is_theirs_then_news_and_checks(desk, page: Front) -> None:
    desk.section("tin")
    desk.section("kc", kind="kiem-chung")
    desk.item("tin/a.md", title="Họp báo", audiences=["bao-chi"])
    desk.item("tin/b.md", title="Tin khác")
    desk.item("kc/a.md", title="Kiểm chứng")
    head = page("bao-chi/index.md")
    assert (titles(head["for_press"]), titles(head["news"]), titles(head["checks"])) == (
        ["Họp báo"],
        ["Tin khác"],
        ["Kiểm chứng"],
    )
    assert head["more"] == "danh-cho/bao-chi/"


def test_the_site_map_is_a_tree_with_counts_and_the_newest_of_each_section(desk, page: Front) -> None:
    desk.section("tin", title="Tin tức")
    desk.section("tin/xa", title="Cấp xã")
    for day in range(1, 6):
        desk.item(f"tin/t{day}.md", title=f"Tin {day}", date=f"2026-01-0{day}")
    desk.item("tin/xa/a.md", title="Tin xã")
    (root,) = page("so-do-trang/index.md")["tree"]
    assert (root["title"], root["count"], titles(root["newest"])) == ("Tin tức", 6, ["Tin 5", "Tin 4", "Tin 3"])
    (below,) = root["below"]
    assert (below["url"], below["count"], titles(below["newest"])) == ("tin/xa/", 1, ["Tin xã"])


def test_the_site_map_stays_small(desk, viewer) -> None:
    desk.section("tin")
    for number in range(40):
        desk.item(f"tin/t{number}.md")
    assert sum(isinstance(each, Item) for each in site_map(viewer()).made_of) == NEWEST


def test_every_list_has_its_feeds_told(desk, page: Front) -> None:
    desk.section("tin", title="Tin tức")
    desk.section("sk", kind="su-kien")
    groups = page("nguon-tin/index.md")["groups"]
    first = {"title": "Chuyên mục mẫu", "url": "", "rss": "rss.xml", "json": "feed.json"}
    assert groups[0]["feeds"] == [first]
    assert [feed["rss"] for feed in groups[1]["feeds"]] == ["sk/rss.xml", "tin/rss.xml"]
    assert (len(groups[2]["feeds"]), len(groups[3]["feeds"])) == (7, 7)
    assert (page("nguon-tin/index.md")["calendar"], page("nguon-tin/index.md")["podcast"]) == ("", "")
    desk.item("sk/hop.md")
    assert page("nguon-tin/index.md")["calendar"] == "lich/lich.ics"


def test_a_search_is_narrowed_by_what_there_is(desk, page: Front) -> None:
    desk.section("tin-tuc", title="Tin tức")
    desk.section("trong", title="Còn trống")
    desk.item("tin-tuc/a.md", date="2026-01-05")
    desk.item("tin-tuc/b.md", date="2025-03-01", approved_at="2025-03-01")
    section, kind, year = page("tim-kiem/index.md")["sieves"]
    assert section["options"] == [{"title": "Tin tức", "value": "muctinxtucz"}]
    assert kind["options"] == [{"title": "Tin", "value": "loaitinz"}]
    assert [option["title"] for option in year["options"]] == ["2026", "2025"]


def test_channels_and_the_offline_page_are_there_without_any_content(desk, page: Front) -> None:
    assert page("kenh-chinh-thuc/index.md")["site_url"] == "https://so.mau.gov.vn/nq57/"
    assert page("ngoai-tuyen/index.md")["title"] == "Không có kết nối mạng"
