from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chuyenmuc.images.library import Library, Record
from chuyenmuc.site.views import item
from chuyenmuc.site.views.viewer import Viewer

Made = Callable[..., Viewer]


def record(item: str, name: str, source) -> Record:
    url = f"kho-tu-lieu/{item}/{name}.jpg"
    known = (item, f"{item}/", "tin", name, name, "đăng", url)
    return Record(*known, 320, 180, 9, "image/jpeg", "0" * 64, "Mô tả", source)


def only(viewer: Viewer) -> Any:
    (item,) = viewer.archive.items
    return item


def test_a_campaign_and_an_infographic_bring_what_they_are_made_of(desk, viewer: Made) -> None:
    desk.item("cd.md", kind="chien-dich", start="2026-10-01", end="2026-10-10", messages=["Một, hai"])
    desk.item("so.md", kind="infographic")
    campaign, infographic = (viewer().card(item) for item in viewer().archive.items)
    assert (campaign["messages"], campaign["period"]) == (["Một, hai"], "01/10 – 10/10/2026")
    assert infographic["figures"] == [{"value": "80%", "label": "thủ tục làm trực tuyến"}]
    assert campaign["section"] is None


def test_a_card_gives_days_for_people_and_for_machines(desk, viewer: Made) -> None:
    desk.section("tin-tuc", color="xanh")
    desk.item("tin-tuc/a.md", date="2026-01-05 08:00")
    card = viewer().card(only(viewer()))
    assert card["date"] == {"iso": "2026-01-05T08:00:00+07:00", "text": "08:00 ngày 05/01/2026"}
    assert (card["kind"], card["kind_label"], card["color"]) == ("tin", "Tin", "xanh")
    assert card["section"] == {"title": "Tin tức", "url": "tin-tuc/"}


@pytest.mark.parametrize(
    ("keys", "note"),
    [
        ({}, ""),
        ({"status": "draft"}, "Bản nháp"),
        ({"status": "review"}, "Chờ duyệt"),
        ({"date": "2026-10-11"}, "Hẹn đăng 11/10/2026"),
        ({"publish_at": "2026-10-11 06:00"}, "Hẹn đăng 06:00 ngày 11/10/2026"),
        ({"expires_at": "2026-10-10"}, "Đã hết hạn đăng"),
    ],
)
def test_a_preview_says_why_readers_do_not_see_an_item(desk, viewer: Made, keys: dict[str, str], note: str) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", **keys)
    shown = viewer(drafts=True)
    assert shown.status_note(only(shown)) == note
    assert shown.card(only(shown))["draft"] is bool(note)


def test_an_item_without_an_author_or_a_source_is_the_agency_s_own(desk, viewer: Made) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", tags="số", topics="5", audiences="nguoi-dan")
    about = item.about(viewer(), only(viewer()))
    assert (about["author"], about["source"]) == ("Sở Mẫu", "Sở Mẫu")
    assert [(topic["number"], topic["title"]) for topic in about["topics"]] == [
        (5, "Chuyển đổi số trong hệ thống chính trị")
    ]
    assert about["audiences"] == [{"title": "Người dân", "url": "danh-cho/nguoi-dan/"}]
    assert about["library_url"] == "kho-tu-lieu/tin-tuc/a/"


def test_authors_and_source_are_told_where_they_are_named(desk, viewer: Made) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", authors="Văn phòng, Thanh tra", source="Báo Mẫu", source_url="https://bao.mau.vn/a")
    about = item.about(viewer(), only(viewer()))
    assert (about["author"], about["source"]) == ("Văn phòng, Thanh tra", "Báo Mẫu")
    assert about["source_url"] == "https://bao.mau.vn/a"


def test_a_photo_is_described_and_credited_and_a_drawn_cover_says_nothing(desk, viewer: Made) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", cover={"src": "anh.jpg", "alt": "Lễ phát động", "credit": "Văn phòng", "ai": "true"})
    desk.item("tin-tuc/b.md")
    library = Library.of(
        record(f"tin-tuc/{name}", form, desk.root) for name in "ab" for form in ("bia-trang", "facebook-lien-ket")
    )
    shown = viewer(library=library)
    photo, drawn = (shown.cover(item) for item in shown.archive.items)
    assert photo and (photo["alt"], photo["credit"], photo["drawn"]) == ("Lễ phát động", "Văn phòng", False)
    assert photo["caption"] == "Hình do trí tuệ nhân tạo (AI) tạo. Ảnh: Văn phòng"
    assert drawn and (drawn["alt"], drawn["credit"], drawn["drawn"]) == ("", "", True)
    preview = shown.image(shown.archive.items[0], "facebook-lien-ket")
    assert preview and preview["alt"] == "Mô tả"
    assert shown.image(shown.archive.items[0], "khong-co") is None
