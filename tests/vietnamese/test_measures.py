from __future__ import annotations

import pytest

from chuyenmuc.vietnamese.measures import Size, parse_length, parse_size


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("6 x 1,5 m", Size(6000, 1500)),
        ("6x1.5m", Size(6000, 1500)),
        ("6m × 1,5m", Size(6000, 1500)),
        ("6 nhân 1,5 mét", Size(6000, 1500)),
        ("80 x 200 cm", Size(800, 2000)),
        ("80cm x 2m", Size(800, 2000)),
        ("800 * 2000 mm", Size(800, 2000)),
        ("3.000 x 1.500 mm", Size(3000, 1500)),
        ("3,072 x 1,536 m", Size(3072, 1536)),
        ("A3", Size(297, 420, "A3")),
        ("a4 NGANG", Size(297, 210, "A4")),
        ("A5 dọc", Size(148, 210, "A5")),
    ],
)
def test_sizes_as_people_write_them(text: str, size: Size) -> None:
    assert parse_size(text) == size


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("6 x 1,5", "“6 x 1,5” chưa có đơn vị; thêm m hoặc cm ở cuối"),
        ("6 m", "“6 m” chỉ có một chiều; viết như"),
        ("to", "“to” không phải một khổ; viết như"),
        ("A7", "“A7” không phải một khổ; viết như"),
        ("0 x 1 m", "“0 x 1 m” không dùng được; ghi từ 20 mm đến 100 m"),
        ("6 x 1,5 mm", "“6 x 1,5 mm” không dùng được; ghi từ 20 mm đến 100 m"),
        ("101 x 1 m", "“101 x 1 m” không dùng được; ghi từ 20 mm đến 100 m"),
        ("6 x 1,5 x 2 m", "không phải một khổ"),
    ],
)
def test_what_is_no_size_is_told(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="“") as told:
        parse_size(text)
    assert message in str(told.value)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("20 m", 20_000),
        ("0,5m", 500),
        ("40 cm", 400),
        ("khoảng 25 mét", 25_000),
        ("~ 20 m", 20_000),
        ("1.500 mm", 1500),
    ],
)
def test_lengths_as_people_write_them(text: str, length: float) -> None:
    assert parse_length(text) == length


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("25", "“25” chưa có đơn vị; viết “25 m”"),
        ("xa", "“xa” không phải một khoảng cách; viết như “20 m”"),
        ("200 m", "không dùng được"),
    ],
)
def test_what_is_no_length_is_told(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="“") as told:
        parse_length(text)
    assert message in str(told.value)


@pytest.mark.parametrize(
    ("size", "shown", "slug"),
    [
        (Size(6000, 1500), "6 × 1,5 m", "6x1-5m"),
        (Size(600, 2000), "0,6 × 2 m", "0-6x2m"),
        (Size(320, 50), "320 × 50 mm", "0-32x0-05m"),
        (Size(297, 420, "A3"), "A3", "a3"),
        (Size(420, 297, "A3"), "A3 ngang", "a3-ngang"),
    ],
)
def test_a_size_is_told_in_words_and_in_names_of_files(size: Size, shown: str, slug: str) -> None:
    assert (str(size), size.slug) == (shown, slug)
