from __future__ import annotations

import pytest

from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import MODELS, keys
from chuyenmuc.content.messages import VIETNAMESE_KEYS, dotted, nearest, spoken, unknown_key
from chuyenmuc.content.reader import GROUPS


@pytest.mark.parametrize(
    ("key", "near"),
    [("titel", "title"), ("Title ", "title"), ("ảnh bìa", "cover"), ("author", "authors"), ("qqq", None)],
)
def test_the_nearest_key_is_found_by_spelling_or_by_its_vietnamese_name(key: str, near: str | None) -> None:
    assert nearest(key, ["title", "cover", "authors"]) == near


def test_a_hint_is_given_only_where_the_kind_has_that_key() -> None:
    assert nearest("địa điểm", ["title", "cover"]) is None


def test_every_vietnamese_name_leads_to_a_key_of_some_kind() -> None:
    known = {key for model in (*MODELS.values(), *GROUPS.values()) for key in keys(model)}
    assert set(VIETNAMESE_KEYS.values()) <= known


def test_staff_count_from_one() -> None:
    assert dotted(("figures", 0, "value")) == "figures[1].value"


def test_what_stands_inside_a_key_is_told_in_words() -> None:
    assert spoken("figures[1].value") == "“figures”, mục 1, “value”"
    assert spoken("programme[2].time") == "“programme”, mục 2, giờ"
    assert spoken("english.reviewed_by") == "“english”, “reviewed_by”"
    assert spoken("title") == "“title”"


def test_an_unknown_key_lists_what_may_be_written() -> None:
    expected = "xóa dòng này; các khóa dùng được: a, b"
    assert unknown_key("x.md", 3, "qqq", ["a", "b"]) == Finding(
        "x.md", 3, "qqq", "khoa-la", "error", "không có khóa “qqq”", expected
    )
