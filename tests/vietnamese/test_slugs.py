from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuyenmuc.vietnamese.slugs import slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Nghị quyết 57-NQ/TW ngày 22/12/2024", "nghi-quyet-57-nq-tw-ngay-22-12-2024"),
        ("  Đẩy mạnh… “truyền thông”! ", "day-manh-truyen-thong"),
        ("Diện tích 5 m²", "dien-tich-5-m2"),
        ("— !? —", ""),
        ("", ""),
    ],
)
def test_a_slug_keeps_the_words(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_long_slug_ends_with_a_whole_word() -> None:
    assert slugify("chuyển đổi số quốc gia", 13) == "chuyen-doi-so"
    assert slugify("chuyển đổi số quốc gia", 12) == "chuyen-doi"
    assert slugify("khongdaucach", 5) == "khong"


@pytest.mark.parametrize("name", ["con", "Còn", "NUL", "com1", "lpt9"])
def test_names_windows_refuses_are_made_safe(name: str) -> None:
    assert slugify(name) == slugify(slugify(name))
    assert slugify(name).endswith("-bai")


def test_com0_is_an_ordinary_name() -> None:
    assert slugify("com0") == "com0"


@given(st.text(), st.integers(min_value=8, max_value=100))
def test_every_slug_is_safe_short_and_settled(text: str, longest: int) -> None:
    slug = slugify(text, longest)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug)
    assert len(slug) <= longest
    assert slugify(slug, longest) == slug
