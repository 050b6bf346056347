from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.content.agency import Agency, Settings
from chuyenmuc.content.fields import Kind
from chuyenmuc.images.card import COMMON, OF_KIND, Card, card
from chuyenmuc.images.specimens import specimens

SETTINGS = Settings("Chuyên mục", "https://so.mau.gov.vn/nq57/", Agency(name="Sở Mẫu"))


def cards(desk: Any) -> list[Card]:
    return [card(item, SETTINGS) for item in desk.read().items]


@pytest.fixture
def news(desk: Any) -> Any:
    desk.section("tin-tuc")
    return desk


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.value)
def test_a_card_knows_just_the_names_that_layouts_may_use(kind: Kind) -> None:
    for item in specimens(kind):
        assert set(card(item, SETTINGS).values) == {*COMMON, *OF_KIND.get(kind, ())}


def test_the_address_of_the_page_is_known_where_the_site_s_is() -> None:
    (item, _) = specimens(Kind.NEWS)
    assert card(item, SETTINGS).values["page_url"] == f"https://so.mau.gov.vn/nq57/{item.place.url}"
    assert card(item, Settings("a", "", Agency(name="a"))).values["page_url"] == ""


def test_a_photo_and_logos_are_named_only_inside_the_project(news: Any) -> None:
    logo = news.write("content/tin-tuc/logo.png", b"x")
    photo = news.write("content/tin-tuc/anh.jpg", b"x")
    sponsors = [{"name": "A", "logo": "logo.png"}, {"name": "B", "logo": "../../../ngoai.png"}, "C"]
    news.item("tin-tuc/a.md", cover="anh.jpg", sponsors=sponsors)
    news.item("tin-tuc/b.md", cover="../../../ngoai.jpg")
    one, other = cards(news)
    assert [Path(file) for file in one.files] == [photo, logo]
    assert one.sponsors == (("A", str(logo)), ("B", ""), ("C", ""))
    assert (other.photo, other.files) == ("", [])


@pytest.mark.parametrize(
    ("marks", "label"),
    [
        ({}, ""),
        ({"illustration": True}, "Hình ảnh minh họa"),
        ({"ai": True}, "Hình do AI tạo"),
        ({"illustration": True, "ai": True}, "Hình ảnh minh họa · Hình do AI tạo"),
    ],
)
def test_what_a_photo_is_must_be_told_on_it(news: Any, marks: dict[str, bool], label: str) -> None:
    news.item("tin-tuc/a.md", cover={"src": "anh.jpg"} | marks)
    assert [shown.photo_label for shown in cards(news)] == [label]


@pytest.mark.parametrize(("status", "draft"), [("draft", True), ("review", True), ("approved", False)])
def test_only_the_approved_is_no_draft(news: Any, status: str, draft: bool) -> None:
    news.item("tin-tuc/a.md", status=status)
    assert [shown.draft for shown in cards(news)] == [draft]
