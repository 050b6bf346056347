from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from chuyenmuc.site.pages.items import item_page
from chuyenmuc.site.views import files, sharing
from chuyenmuc.site.views.item import about, reading_time
from chuyenmuc.site.views.qr import drawing
from chuyenmuc.site.views.viewer import Viewer

Made = Callable[..., Viewer]
LONG = "\n\n".join(f"## Mục {number}\n\n" + "chữ " * 200 for number in (1, 2, 3))


def told(viewer: Viewer, key: str) -> dict[str, Any]:
    return about(viewer, next(item for item in viewer.archive.items if item.place.key == key))


@pytest.mark.parametrize(("words", "text"), [(120, ""), (121, "1 phút đọc"), (240, "1 phút đọc"), (241, "2 phút đọc")])
def test_reading_takes_whole_minutes_and_a_glance_is_not_counted(words: int, text: str) -> None:
    assert reading_time(words) == text


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (LONG, ["muc-1", "muc-2", "muc-3"]),
        (LONG.replace("## Mục 3", "### Mục 3"), []),
        (LONG.replace("chữ " * 200, "chữ " * 100), []),
    ],
    ids=["long", "two headings", "short"],
)
def test_a_long_piece_has_a_map(desk, viewer: Made, body: str, names: list[str]) -> None:
    desk.item("a.md", kind="tin", body=body)
    assert [entry["name"] for entry in told(viewer(), "a")["contents"]] == names


@pytest.mark.parametrize(
    ("heading", "numbered"),
    [
        *(("1. Khó khăn", True), ("1) Khó khăn", True), ("II. Kết quả", True), ("a) Kết quả", True)),
        *(("1.2 Kết quả", True), ("Phần 1", True), ("Bước 2: nộp hồ sơ", True), ("3/ Kết quả", True)),
        *(("Khó khăn", False), ("40 km đường đèo", False), ("A và B", False), ("Vì sao", False), ("I", False)),
    ],
)
def test_headings_with_numbers_of_their_own_get_no_others(desk, viewer: Made, heading: str, numbered: bool) -> None:
    desk.item("a.md", kind="tin", body=LONG.replace("Mục", "Đoạn").replace("Đoạn 1", heading))
    assert told(viewer(), "a")["contents_numbered"] is numbered


def test_files_tell_their_type_and_size_and_stand_beside_the_page(desk, viewer: Made, assembled) -> None:
    desk.section("tin-tuc")
    desk.write("content/tin-tuc/kế hoạch.pdf", b"x" * 2048)
    desk.write("content/tin-tuc/doc.m4a", b"x")
    given = [{"file": "kế hoạch.pdf", "title": "Kế hoạch"}, "doc.m4a"]
    desk.item("tin-tuc/a.md", attachments=given, audio="doc.m4a")
    shown = told(viewer(), "tin-tuc/a")
    plan, sound = shown["attachments"]
    assert (plan["title"], plan["facts"]) == ("Kế hoạch", "PDF, 2 KB")
    assert (sound["title"], shown["audio"]["media_type"]) == ("doc", "audio/mp4")
    assert (assembled() / unquote(plan["url"])).is_file()
    assert files.attachments(viewer().archive.items[0]) == shown["attachments"]


def test_an_item_is_passed_on_by_plain_addresses(desk, viewer: Made) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", title="Tin & sự kiện")
    made = told(viewer(), "tin-tuc/a")
    page = "https://so.mau.gov.vn/nq57/tin-tuc/a/"
    facebook, zalo, mail = (urlsplit(way["url"]) for way in made["share"])
    assert parse_qs(facebook.query) == {"u": [page]}
    assert b64decode(parse_qs(zalo.query)["d"][0]).decode() == f'{{"url": "{page}"}}'
    assert (mail.scheme, mail.path) == ("mailto", "")
    assert parse_qs(mail.query) == {"subject": ["Tin & sự kiện"], "body": [f"Tin & sự kiện\r\n{page}"]}
    report = urlsplit(made["report_url"])
    assert report.path == "so@mau.gov.vn"
    assert parse_qs(report.query)["subject"] == ["Báo lỗi: Tin & sự kiện"]
    assert page in parse_qs(report.query)["body"][0]
    assert made["feedback_url"].startswith("mailto:so@mau.gov.vn?subject=G%C3%B3p")


@pytest.mark.parametrize("form", ["https://a.gov.vn/gop-y", "https://a.gov.vn/gop-y?x=1"])
def test_the_agency_s_form_is_told_of_the_page(desk, viewer: Made, form: str) -> None:
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", config.replace("    phone:", f"    feedback_url: {form}\n    phone:"))
    desk.item("a.md", kind="tin")
    (item,) = viewer().archive.items
    asked = parse_qs(urlsplit(sharing.links(viewer(), item)["feedback_url"]).query)
    assert asked["trang"] == ["https://so.mau.gov.vn/nq57/a/"]


def test_without_addresses_nothing_leads_nowhere(desk, viewer: Made) -> None:
    config = (desk.root / "mkdocs.yml").read_text("utf-8")
    kept = [line for line in config.splitlines() if not line.strip().startswith(("email:", "site_url:"))]
    desk.write("mkdocs.yml", "\n".join(kept))
    desk.item("a.md", kind="tin")
    made = told(viewer(), "a")
    assert (made["share"], made["report_url"], made["feedback_url"], made["address"], made["qr"]) == (
        [],
        "",
        "",
        "",
        None,
    )


def test_a_preview_tells_what_is_lacking(desk, viewer: Made) -> None:
    desk.item("a.md", kind="tin", status="review", approved_by=None, publish_at="2026-10-12")
    facts = {fact["label"]: fact["value"] for fact in told(viewer(drafts=True), "a")["preview_facts"]}
    assert facts == {
        "Tệp": "content/a.md",
        "Ngày đăng": "05/01/2026",
        "Hẹn đăng": "12/10/2026",
        "Người duyệt": "chưa có",
    }


def test_the_code_of_an_address_is_drawn_in_strokes() -> None:
    code = drawing("https://so.mau.gov.vn/nq57/tin-tuc/a/")
    assert code is not None
    assert int(code["side"]) in range(29, 60)
    assert str(code["path"]).startswith("M4 4h7")


@pytest.fixture
def newsroom(desk):
    """An item with what belongs to it, and one that has nothing to do with it."""
    desk.section("tin-tuc")
    desk.section("khac", title="Khác")
    desk.write("content/tin-tuc/tep.pdf", b"x")
    desk.item("tin-tuc/a.md", tags="số", body="[x](../khac/dan.md) [y](tep.pdf)")
    desk.item("tin-tuc/moi.md", date="2026-02-05")
    desk.item("khac/gan.md", tags="số")
    desk.item("khac/dan.md")
    desk.item("khac/xa.md", tags="xa")
    return desk


def made_of(viewer: Viewer, before: Viewer | None = None) -> list[object]:
    """What the page of `a` is made of; an item that was not edited counts as the one that was read before."""
    known = {item.place.key: item for item in before.archive.items} if before else {}
    (item,) = (item for item in viewer.archive.items if item.place.key == "tin-tuc/a")
    same = {id(now): known[now.place.key] for now in viewer.archive.items if known.get(now.place.key) == now}
    return [same.get(id(part), part) for part in item_page(viewer, item).made_of]


def changed(viewer: Made, edit: Callable[[], object]) -> bool:
    first = viewer()
    before = made_of(first)
    edit()
    return made_of(viewer(), first) != before


@pytest.mark.parametrize(
    ("path", "keys", "shown"),
    [
        ("khac/xa.md", {"title": "Tên mới", "tags": "xa"}, False),
        ("khac/dan.md", {"title": "Tên mới"}, False),
        ("khac/gan.md", {"title": "Tên mới", "tags": "số"}, True),
        ("tin-tuc/moi.md", {"title": "Tên mới", "date": "2026-02-05"}, True),
        ("khac/dan.md", {"status": "draft"}, True),
        ("khac/xa.md", {"tags": "số"}, True),
    ],
    ids=["unrelated", "linked", "related", "neighbour", "link withdrawn", "newly related"],
)
def test_an_edit_touches_only_pages_that_show_it(
    newsroom, viewer: Made, path: str, keys: dict[str, str], shown: bool
) -> None:
    assert changed(viewer, lambda: newsroom.item(path, **keys)) is shown


def test_a_file_that_grows_touches_the_page_that_tells_its_size(newsroom, viewer: Made) -> None:
    assert changed(viewer, lambda: newsroom.write("content/tin-tuc/tep.pdf", b"x" * 9000))


def test_a_lesson_brings_its_self_check(desk, viewer: Made) -> None:
    quiz = [{"question": "Câu nào?", "answers": ["Sai, nhé", "Đúng"], "right": "2", "why": "Vì thế"}]
    desk.item("a.md", kind="ky-nang-so", quiz=quiz, goals=["Biết làm"], link="https://a.gov.vn")
    (item,) = viewer().archive.items
    lesson = viewer().card(item)["lesson"]
    (question,) = lesson["quiz"]
    assert [answer["right"] for answer in question["answers"]] == [False, True]
    assert (question["right_letter"], question["right_html"], question["why_html"]) == ("B", "Đúng", "Vì thế")
    assert (lesson["goals_html"], lesson["link"]) == (["Biết làm"], "https://a.gov.vn")


def test_a_self_check_without_its_right_answer_is_told(desk) -> None:
    desk.item("a.md", kind="ky-nang-so", quiz=[{"question": "Câu nào?", "answers": ["A", "B"], "right": "3"}])
    (line,) = desk.told()
    assert "“quiz”, mục 1: có đáp án đúng là câu 3 nhưng chỉ 2 câu trả lời; ghi số từ 1 đến 2" in line
