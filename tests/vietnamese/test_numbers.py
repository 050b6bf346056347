from __future__ import annotations

import pytest

from chuyenmuc.vietnamese.numbers import decimal, file_size


@pytest.mark.parametrize(
    ("x", "places", "text"),
    [
        (6.5, 1, "6,5"),
        (0.25, 1, "0,3"),
        (1234.5, 2, "1.234,50"),
        (99.96, 1, "100,0"),
        (-0.01, 1, "0,0"),
        (7.0, 0, "7"),
    ],
)
def test_decimals_take_a_comma(x: float, places: int, text: str) -> None:
    assert decimal(x, places) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (312 * 1024, "312 KB"),
        (1023 * 1024, "1023 KB"),
        (1024 * 1024 - 1, "1,0 MB"),
        (1_258_291, "1,2 MB"),
    ],
)
def test_file_sizes_are_whole_kilobytes_then_megabytes(size: int, text: str) -> None:
    assert file_size(size) == text
