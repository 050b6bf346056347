from __future__ import annotations

from datetime import date

import pytest

from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import MODELS, Cover, Document, Section, keys


def test_every_kind_has_one_model() -> None:
    assert set(MODELS) == set(Kind)
    assert all(model.own_kind is kind for kind, model in MODELS.items())


@pytest.mark.parametrize("kind", list(Kind))
def test_every_key_that_staff_write_has_a_comment(kind: Kind) -> None:
    model = MODELS[kind]
    assert [key for key in keys(model) if not model.model_fields[key].description] == []
    assert not {"place", "body"} & set(keys(model))


def test_the_keys_of_a_kind_follow_those_of_every_item() -> None:
    assert keys(Document)[:4] == ["kind", "title", "date", "description"]
    assert keys(Document)[-1] == "relations"


def test_a_cover_may_be_typed_as_a_mere_file_name(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", cover="anh.jpg")
    assert desk.read().items[0].cover == Cover(src="anh.jpg")


def test_a_cover_says_what_a_picture_is_not() -> None:
    assert Cover(src="a.jpg").labels == []
    labels = ["Hình do trí tuệ nhân tạo (AI) tạo", "Hình ảnh minh họa"]
    assert Cover(src="a.jpg", ai=True, illustration=True).labels == labels


@pytest.mark.parametrize(
    ("typed", "names"),
    [("Hội Mẫu, Công ty Mẫu", ["Hội Mẫu", "Công ty Mẫu"]), (["Hội Mẫu", {"name": "B", "logo": ""}], ["Hội Mẫu", "B"])],
)
def test_sponsors_may_be_typed_as_mere_names(desk, typed: object, names: list[str]) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", sponsors=typed)
    assert [sponsor.name for sponsor in desk.read().items[0].sponsors] == names


@pytest.mark.parametrize(
    ("kind", "keys", "told"),
    [
        ("tin", {"sponsors": ["Hội"] * 7}, "“sponsors” có quá nhiều mục"),
        ("ky-nang-so", {"steps": ["Một bước"] * 13}, "“steps” có quá nhiều mục"),
        ("ky-nang-so", {"steps": None}, "“steps” chưa có"),
    ],
)
def test_lists_have_their_limits(desk, kind: str, keys: dict[str, object], told: str) -> None:
    desk.section("mau", kind=kind)
    desk.item("mau/a.md", **keys)
    assert [found.message for found in desk.findings()] == [told]


@pytest.mark.parametrize(
    ("kind", "key", "message"),
    [
        ("con-so", "source", "“source” chưa có: con số phải có nguồn"),
        ("trich-dan", "cited_from", "“cited_from” chưa có: lời trích phải rõ xuất xứ"),
        ("kiem-chung", "evidence", "“evidence” chưa có: kết luận phải có căn cứ"),
    ],
)
def test_what_stands_on_nothing_is_refused_with_the_reason(desk, kind: str, key: str, message: str) -> None:
    desk.section("mau", kind=kind)
    desk.item("mau/a.md", **{key: None})
    (found,) = desk.findings()
    assert (found.level, found.message) == ("error", message)
    assert found.fix.startswith(f"thêm dòng “{key}:")


def test_a_figure_half_filled_is_told_by_its_number(desk) -> None:
    desk.section("so", kind="infographic")
    desk.item("so/a.md", figures=[{"value": "1", "label": "a"}, {"value": "2"}])
    (found,) = desk.findings()
    assert (found.field, found.message) == ("figures[2].label", "“figures”, mục 2, “label”: chưa có")


@pytest.mark.parametrize(
    ("keys", "day", "due"),
    [
        ({}, date(2026, 1, 4), False),
        ({}, date(2026, 1, 5), True),
        ({"publish_at": "2026-02-01 23:59"}, date(2026, 1, 31), False),
        ({"publish_at": "2026-02-01 23:59"}, date(2026, 2, 1), True),
        ({"expires_at": "2026-02-01"}, date(2026, 1, 31), True),
        ({"expires_at": "2026-02-01"}, date(2026, 2, 1), False),
        ({"status": "draft"}, date(2026, 3, 1), False),
        ({"status": "review"}, date(2026, 3, 1), False),
    ],
)
def test_an_item_is_due_from_its_day_to_the_eve_of_its_end(desk, keys: dict[str, str], day: date, due: bool) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", **keys)
    archive = desk.read()
    assert archive.items[0].due(day) is due
    assert len(archive.due(day).items) == due


def test_an_item_in_the_root_has_an_address_without_a_section(desk) -> None:
    desk.item("gioi-thieu.md", kind="bai")
    assert desk.read().items[0].place.url == "gioi-thieu/"


def test_numbers_of_a_section_are_read_from_text() -> None:
    assert Section.model_validate({"title": "A", "order": "3", "per_page": "5"}).per_page == 5
