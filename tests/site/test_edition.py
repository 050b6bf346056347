from __future__ import annotations

from datetime import date

import pytest

from chuyenmuc.site.edition import inspect, inspect_all, prepare
from chuyenmuc.site.problems import ContentProblems


@pytest.fixture
def mixed(desk):
    """One good item, one draft and one that is broken."""
    desk.section("tin-tuc")
    desk.item("tin-tuc/tot.md")
    desk.item("tin-tuc/nhap.md", status="draft")
    desk.item("tin-tuc/hong.md", body="[x](khong-co.md)")
    return desk


def test_all_findings_come_together_configuration_and_images_included(mixed) -> None:
    mixed.write("mkdocs.yml", "extra: {agency: {name: Sở Mẫu, nam: x, parent: a, address: a, email: a, phone: a}}\n")
    mixed.section("tin-tuc", color="tím than")
    mixed.item("tin-tuc/dai.md", title="Siêu" + "d" * 200)
    found = inspect_all(mixed.project).findings
    assert found == sorted(found)
    assert {problem.rule for problem in found} >= {"khoa-la", "lien-ket", "sai-gia-tri", "khong-vua", "co-quan"}


def test_errors_keep_an_edition_from_being_published(mixed, today: date) -> None:
    with pytest.raises(ContentProblems) as caught:
        prepare(mixed.project, today)
    assert str(caught.value) == (
        "content/tin-tuc/hong.md:10: không thấy tệp “khong-co.md”; kiểm tra lại tên tệp, đường dẫn"
    )


def test_a_preview_leaves_broken_items_out_and_shows_drafts(mixed, today: date) -> None:
    edition = prepare(mixed.project, today, drafts=True, lenient=True)
    assert [item.place.slug for item in edition.archive.items] == ["nhap", "tot"]
    assert sorted(edition.library.by_item) == ["tin-tuc/nhap", "tin-tuc/tot"]


def test_reminders_do_not_stop_an_edition(desk, today: date) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", description="x" * 401)
    drawn: list[tuple[int, int]] = []
    edition = prepare(desk.project, today, progress=lambda done, total: drawn.append((done, total)))
    assert [record.format for record in edition.library.records] == ["bia-trang", "facebook-lien-ket"]
    assert drawn == [(2, 2)]


def test_what_is_drawn_is_not_drawn_again(desk, today: date) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    first = prepare(desk.project, today).library
    drawn: list[int] = []
    assert prepare(desk.project, today, progress=lambda done, total: drawn.append(done)).library == first
    assert drawn == []


def test_a_lenient_edition_leaves_broken_items_out_and_says_which(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/tot.md")
    desk.write("content/tin-tuc/hong.md", "---\ntitle: Sai: rồi\n---\n")
    edition = prepare(desk.project, date(2026, 11, 21), lenient=True)
    assert [item.place.slug for item in edition.archive.items] == ["tot"]
    assert [(found.file, found.line) for found in edition.left_out] == [("content/tin-tuc/hong.md", 2)]


def test_what_drafts_lack_is_told_where_they_are_shown_and_stops_nothing(desk, today: date) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/nhap.md", status="draft", description=None)
    desk.item("tin-tuc/trong.md", status="draft", date=None)
    edition = prepare(desk.project, today, drafts=True, lenient=True)
    assert [item.place.slug for item in edition.archive.items] == ["nhap"]
    assert [found.field for found in edition.left_out] == ["description", "date"]
    assert prepare(desk.project, today).archive.items == ()


def test_an_item_that_can_be_read_in_part_is_never_published(desk, today: date) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", date="32/10/2026")
    with pytest.raises(ContentProblems):
        prepare(desk.project, today)
    assert prepare(desk.project, today, drafts=True, lenient=True).archive.items == ()


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("  - chuyenmuc\n", "", "plugins"), ("name: material", "name: readthedocs", "theme")],
)
def test_a_configuration_that_would_build_another_site_is_refused(desk, old: str, new: str, field: str) -> None:
    desk.write("mkdocs.yml", desk.project.config.read_text("utf-8").replace(old, new))
    assert [found.field for found in inspect(desk.project).errors] == [field]


def test_an_unfinished_draft_keeps_nobody_from_publishing(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/tot.md")
    desk.write("content/tin-tuc/nhap.md", "---\ntitle: Nháp\nstatus: draft\ndescription:\n---\n")
    assert inspect(desk.project).errors == []
    assert len(prepare(desk.project, date(2026, 11, 21)).archive.items) == 1


def test_what_mkdocs_would_refuse_is_told_before_anything_is_drawn(desk) -> None:
    text = desk.project.config.read_text("utf-8").replace("https://so.mau.gov.vn/nq57/", "so.mau.gov.vn")
    desk.write("mkdocs.yml", text)
    (found,) = inspect(desk.project).errors
    assert (found.file, found.line, found.field) == ("mkdocs.yml", 2, "site_url")
    assert found.message == "“site_url” “so.mau.gov.vn” không phải địa chỉ trang"
    desk.write("mkdocs.yml", text.replace("so.mau.gov.vn\n", "https://so.mau.gov.vn\n") + "nav: 3\n")
    (found,) = inspect(desk.project).errors
    assert (found.line, found.field) == (len(text.splitlines()) + 1, "nav")
    assert found.message.startswith("“nav” không dùng được")


def test_folders_that_another_name_would_not_move_are_told(desk) -> None:
    desk.write("mkdocs.yml", desk.project.config.read_text("utf-8") + "site_dir: cong-khai\n")
    (found,) = inspect(desk.project).findings
    assert (found.level, found.field, found.fix) == ("warning", "site_dir", "ghi “site_dir: site”")
    assert found.message == "“site_dir: cong-khai” không có tác dụng: thư mục này luôn là site"


def test_mkdocs_yml_needs_no_docs_dir(desk) -> None:
    desk.write("mkdocs.yml", desk.project.config.read_text("utf-8").replace("docs_dir: content\n", ""))
    assert inspect(desk.project).errors == []
