from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from chuyenmuc.site.structured import dublin_core
from chuyenmuc.site.structured.items import described, duration
from chuyenmuc.site.structured.ld import named, node, script
from chuyenmuc.site.structured.page import address
from chuyenmuc.site.structured.publisher import numbers, organization, website

BASE = "https://so.mau.gov.vn/nq57/"


@pytest.fixture
def told(desk, viewer) -> Callable[..., dict[str, Any]]:
    """What is said of one item, written with these keys."""

    def made(kind: str, **keys: Any) -> dict[str, Any]:
        desk.section("muc", kind=kind)
        desk.item("muc/bai.md", **keys)
        seen = viewer()
        return described(seen, next(item for item in seen.archive.items if item.place.slug == "bai"))

    return made


def test_an_article_names_its_author_publisher_and_days(told) -> None:
    found = told(
        "tin", authors=["Nguyễn Văn A", "Phòng Tin học"], updated="2026-02-01", source_url="https://bao.mau.vn/a"
    )
    assert found["@type"] == "NewsArticle"
    assert found["headline"] == found["name"] == "Tập huấn kỹ năng số"
    assert (found["datePublished"], found["dateModified"]) == ("2026-01-05", "2026-02-01")
    assert [author["@type"] for author in found["author"]] == ["Person", "Organization"]
    assert found["publisher"]["name"] == "Sở Mẫu" and found["publisher"]["@type"] == "GovernmentOrganization"
    assert found["isBasedOn"] == "https://bao.mau.vn/a"
    assert found["url"] == f"{BASE}muc/bai/"


def test_what_is_not_known_is_not_said(told) -> None:
    found = told("tin")
    assert not {"isBasedOn", "keywords", "audience", "image"} & set(found)


@pytest.mark.parametrize(
    ("keys", "mode", "places"),
    [
        ({"location": "Hội trường"}, "Offline", ["Place"]),
        ({"online_url": "https://hop.mau.vn"}, "Online", ["VirtualLocation"]),
        ({"location": "Hội trường", "online_url": "https://hop.mau.vn"}, "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_an_event_tells_how_to_attend(told, keys: dict[str, str], mode: str, places: list[str]) -> None:
    found = told("su-kien", **keys)
    assert found["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    location = found["location"] if isinstance(found["location"], list) else [found["location"]]
    assert [place["@type"] for place in location] == places
    assert found["startDate"] == "2026-10-10T08:00:00+07:00"
    assert "organizer" not in found


@pytest.mark.parametrize(("notice", "status"), [(None, "Scheduled"), ("hoãn", "Postponed"), ("hủy", "Cancelled")])
def test_an_event_tells_its_state(told, notice: str | None, status: str) -> None:
    assert told("su-kien", notice=notice)["eventStatus"] == f"https://schema.org/Event{status}"


@pytest.mark.parametrize(
    ("keys", "force"),
    [
        ({}, None),
        ({"effective_from": "2026-01-01"}, "InForce"),
        ({"effective_from": "2026-12-01"}, "NotInForce"),
        ({"effective_from": "2025-01-01", "effective_to": "2026-01-01"}, "NotInForce"),
    ],
)
def test_a_document_is_in_force_on_its_days(told, keys: dict[str, str], force: str | None) -> None:
    found = told("van-ban", **keys)
    assert found["legislationIdentifier"] == "57-NQ/TW"
    assert found["legislationPassedBy"] == {"@type": "Organization", "name": "Bộ Chính trị"}
    assert found.get("legislationLegalForce") == (f"https://schema.org/{force}" if force else None)


def test_a_document_names_those_it_applies_and_its_file(desk, told) -> None:
    desk.write("content/muc/nghị quyết.pdf", b"%PDF-1.4")
    found = told("van-ban", number="1/KH", relations={"thực hiện": ["2/NQ"]}, file="nghị quyết.pdf")
    assert found["legislationApplies"] == [{"@type": "Legislation", "legislationIdentifier": "2/NQ"}]
    assert found["encoding"]["contentUrl"] == f"{BASE}muc/bai/ngh%E1%BB%8B%20quy%E1%BA%BFt.pdf"


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        ("căn cứ", "isBasedOn"),
        ("hướng dẫn", "legislationEnsuresImplementationOf"),
        ("sửa đổi, bổ sung", "legislationAmends"),
        ("thay thế", "legislationChanges"),
        ("bãi bỏ", "legislationRepeals"),
    ],
)
def test_a_document_says_what_it_does_to_others(told, relation: str, said: str) -> None:
    found = told("van-ban", number="1/KH", relations={relation: ["2/NQ"]})
    assert found[said] == [{"@type": "Legislation", "legislationIdentifier": "2/NQ"}]


@pytest.mark.parametrize(
    ("keys", "relation", "force", "days"),
    [
        ({"effective_from": "2026-01-10"}, "thay thế", "NotInForce", "2026-01-10/2026-08-31"),
        ({"effective_from": "2026-01-10"}, "bãi bỏ", "NotInForce", "2026-01-10/2026-08-31"),
        (
            {"effective_from": "2026-01-10", "effective_to": "2026-06-30"},
            "bãi bỏ",
            "NotInForce",
            "2026-01-10/2026-06-30",
        ),
        ({}, "thay thế", "NotInForce", "../2026-08-31"),
        ({"effective_from": "2026-12-01"}, "thay thế", "NotInForce", None),
        ({"effective_from": "2026-01-10"}, "sửa đổi, bổ sung", "InForce", "2026-01-10/.."),
    ],
)
def test_a_document_holds_until_another_ends_it(
    desk, told, keys: dict[str, str], relation: str, force: str, days: str | None
) -> None:
    desk.item("muc/moi.md", kind="van-ban", number="9/KH", effective_from="2026-09-01", relations={relation: ["1/KH"]})
    found = told("van-ban", number="1/KH", **keys)
    assert found["legislationLegalForce"] == f"https://schema.org/{force}"
    assert found.get("temporalCoverage") == days


def test_a_fact_check_that_refutes_is_based_on_nothing_elsewhere(told) -> None:
    source = {"source_url": "https://tin-gia.mau.vn/a"}
    assert "isBasedOn" not in told("kiem-chung", **source)
    assert told("kiem-chung", verdict="dung", **source)["isBasedOn"] == source["source_url"]


def test_a_fact_check_rates_the_claim_without_its_address(told) -> None:
    found = told("kiem-chung", claim="Phải nộp giấy, theo https://tin-gia.mau.vn/a")
    assert found["reviewRating"]["alternateName"] == "Sai sự thật"
    assert found["reviewRating"]["ratingValue"] == 1
    assert found["itemReviewed"] == {"@type": "Claim", "name": "Phải nộp giấy, theo"}
    assert found["reviewBody"] == "Được nộp trực tuyến"


def test_a_question_has_one_answer(told) -> None:
    (question,) = told("hoi-dap")["mainEntity"]
    assert question["acceptedAnswer"]["text"] == "Nộp trên cổng dịch vụ công."


def test_a_lesson_has_steps_and_a_length(told) -> None:
    found = told("ky-nang-so", takes="1 giờ 30 phút")
    assert found["@type"] == ["LearningResource", "HowTo"]
    assert [step["position"] for step in found["step"]] == [1, 2]
    assert found["timeRequired"] == "PT1H30M"


@pytest.mark.parametrize(
    ("text", "expected"), [("5 phút", "PT5M"), ("2 giờ", "PT2H"), ("vài phút", ""), ("", ""), ("một buổi", "")]
)
def test_a_length_is_told_only_when_it_is_one(text: str, expected: str) -> None:
    assert duration(text) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Văn phòng Sở", "Organization"),
        ("UBND tỉnh Lạng Sơn", "Organization"),
        ("Công an tỉnh", "Organization"),
        ("TTXVN", "Organization"),
        ("Đoàn Thị Hoa", "Person"),
        ("Văn Cao", "Person"),
        ("Thanh Hà", "Person"),
    ],
)
def test_bodies_are_told_from_people(name: str, kind: str) -> None:
    assert named(name) == {"@type": kind, "name": name}


def test_no_text_can_end_the_block_it_stands_in() -> None:
    made = script([node("Thing", name="</script><!--")])
    assert "<" not in made and "\\u003c/script>" in made


def test_the_agency_is_told_in_full_at_home(viewer) -> None:
    settings = viewer().settings
    found = organization(settings)
    assert found["contactPoint"]["email"] == found["email"] == "so@mau.gov.vn"
    assert found["address"]["streetAddress"] == "Số 1, đường Mẫu"
    assert found["parentOrganization"]["name"] == "Ủy ban nhân dân tỉnh Mẫu"
    assert website(settings)["potentialAction"]["target"]["urlTemplate"] == f"{BASE}tim-kiem/?q={{q}}"
    assert numbers("0205 3812 345; 0205 3812 346") == ["0205 3812 345", "0205 3812 346"]


def test_dublin_core_is_never_empty_and_parts_values_with_semicolons(desk, viewer) -> None:
    desk.section("muc")
    desk.item("muc/bai.md", authors=["An", "Bình"], tags=["một", "hai"])
    seen = viewer()
    found = {each["name"]: each["content"] for each in dublin_core.elements(seen, seen.archive.items[0])}
    assert set(dublin_core.MUST) <= set(found) and all(found.values())
    assert (found["creator"], found["subject"]) == ("An; Bình", "một; hai")
    assert "contributor" not in found


@pytest.mark.parametrize(
    ("path", "url"), [("index.md", ""), ("tin/index.md", "tin/"), ("tin/bai.md", "tin/bai/"), ("a/b/index.md", "a/b/")]
)
def test_addresses_of_pages(path: str, url: str) -> None:
    assert address(path) == url


def test_a_draft_in_a_preview_is_kept_from_search_engines(desk, page) -> None:
    desk.section("muc")
    desk.item("muc/nhap.md", status="draft", approved_by=None, approved_at=None)
    desk.item("muc/bai.md")
    assert page("muc/nhap.md", drafts=True)["robots"] == "noindex"
    assert "robots" not in page("muc/bai.md", drafts=True)
    assert page("nhung/index.md", drafts=True)["robots"] == "noindex"


def test_the_map_takes_the_newest_day_of_what_a_list_shows(desk, assembled, today: date) -> None:
    desk.section("muc")
    desk.item("muc/cu.md", date="2026-01-05")
    desk.item("muc/moi.md", date="2026-02-05", updated="2026-03-01")
    text = (assembled() / "sitemap.xml").read_text("utf-8")
    assert f"<loc>{BASE}muc/</loc><lastmod>2026-03-01</lastmod>" in text
    assert f"<loc>{BASE}muc/cu/</loc><lastmod>2026-01-05</lastmod>" in text
    assert str(today) not in text and "nhung/" not in text
