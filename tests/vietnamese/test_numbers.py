from __future__ import annotations

from decimal import Decimal

import pytest

from chuyenmuc.vietnamese.numbers import apportioned, decimal, file_size, percent


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


@pytest.mark.parametrize(
    ("value", "whole", "told"),
    [
        ("60", "100", "60%"),
        ("0", "100", "0%"),
        ("0.01", "100", "dưới 0,1%"),
        ("1", "3", "33,3%"),
        ("128.4", "312.75", "41,1%"),
    ],
)
def test_a_share_of_a_whole_is_told_to_a_tenth(value: str, whole: str, told: str) -> None:
    assert percent(Decimal(value), Decimal(whole)) == told


def test_units_are_shared_out_so_that_none_is_lost() -> None:
    assert apportioned([Decimal(1)] * 3, Decimal(3), 100) == [34, 33, 33]
    assert apportioned([Decimal("92.5"), Decimal("7.5")], Decimal(100), 1000) == [925, 75]
    assert apportioned([Decimal(1)], Decimal(4), 100) == [25]
