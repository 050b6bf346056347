from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from chuyenmuc.content.fields import Kind
from chuyenmuc.project import SHIPPED
from chuyenmuc.site.pages.items import TEMPLATES
from chuyenmuc.site.views.item import about
from chuyenmuc.site.views.kinds import source
from chuyenmuc.site.views.slogans import slogan_html
from chuyenmuc.site.views.viewer import Viewer

Made = Callable[..., Viewer]


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_page(kind: Kind) -> None:
    assert (SHIPPED / "templates/site" / TEMPLATES[kind]).is_file()


def card(desk, viewer: Made, kind: str, **keys: Any) -> dict[str, Any]:
    desk.item("a.md", kind=kind, **keys)
    (item,) = viewer().archive.items
    return viewer().card(item)


@pytest.mark.parametrize(
    ("kind", "keys", "name", "shown", "fact"),
    [
        (
            "trich-dan",
            {"quote": "“Theo 57-NQ/TW”", "speaker": "A & B", "role": "Sở"},
            "quote",
            {"quote_html": 'Theo <span class="lien">57-NQ/TW</span>', "speaker_html": "A &amp; B", "role_html": "Sở"},
            "A &amp; B",
        ),
        ("con-so", {"as_of": "2026-09-30"}, "figure", {"as_of": {"iso": "2026-09-30", "text": "30/09/2026"}}, ""),
        ("con-so", {}, "figure", {"value_html": "85,5%", "as_of": None}, ""),
        ("hoi-dap", {"title": "Ở đâu?", "question": "Ở đâu?"}, "question", {"is_title": True}, ""),
        ("hoi-dap", {"question": "Khi nào?"}, "question", {"question_html": "Khi nào?", "is_title": False}, ""),
        ("dien-hinh", {"unit": "Xã"}, "exemplar", {"unit_html": "Xã"}, "Tổ công nghệ số cộng đồng"),
        (
            "kiem-chung",
            {"verdict": "gay-hieu-nham"},
            "fact_check",
            {"verdict": "gay-hieu-nham", "verdict_label": "Gây hiểu nhầm"},
            "Kết luận: Gây hiểu nhầm",
        ),
        ("ky-nang-so", {"takes": "5 phút"}, "lesson", {"takes_html": "5 phút"}, "2 bước, 5 phút"),
        ("ky-nang-so", {}, "lesson", {"steps_html": ["Mở trang, gõ địa chỉ", "Đăng nhập"]}, "2 bước"),
        (
            "thong-diep",
            {"message": "Tốt hơn – gần dân hơn"},
            "message",
            {"message_html": slogan_html("Tốt hơn – gần dân hơn")},
            "Tốt hơn – gần dân hơn",
        ),
        ("thong-diep", {"title": "Gần dân", "message": "Gần dân", "campaign": "A"}, "message", {}, "A"),
    ],
)
def test_a_short_kind_is_ready_to_print(
    desk, viewer: Made, kind: str, keys: dict[str, Any], name: str, shown: dict[str, Any], fact: str
) -> None:
    made = card(desk, viewer, kind, **keys)
    assert {key: made[name][key] for key in shown} == shown
    assert made.get("fact_html", "") == fact


@pytest.mark.parametrize(
    ("line", "text", "url"),
    [
        ("Luật, điều 3", "Luật, điều 3", ""),
        ("Toàn văn: https://vbpl.vn", "Toàn văn", "https://vbpl.vn"),
        ("Xem trang (https://a.vn/b_c) của Sở.", "Xem trang của Sở.", "https://a.vn/b_c"),
        ("https://a.vn/?x=1&y=2.", "https://a.vn/?x=1&amp;y=2", "https://a.vn/?x=1&y=2"),
    ],
)
def test_an_address_in_the_evidence_becomes_the_link_of_its_words(line: str, text: str, url: str) -> None:
    assert source(line) == {"text_html": text, "url": url}


def test_an_item_of_another_kind_than_its_section_says_so(desk, viewer: Made) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", kind="trich-dan")
    desk.item("tin-tuc/b.md")
    assert [viewer().card(item)["kind_differs"] for item in viewer().archive.items] == [True, False]


def test_sponsors_are_named_and_the_words_of_a_kind_are_searched(desk, viewer: Made) -> None:
    desk.item("a.md", kind="kiem-chung", sponsors=["Hội Mẫu", "Công ty Mẫu"], truth="Điền trực tuyến")
    (item,) = viewer().archive.items
    told = about(viewer(), item)
    assert told["sponsors"] == "Hội Mẫu, Công ty Mẫu"
    assert "dien" in told["search_words"].split()
