from __future__ import annotations

import pytest

HOW = "dấu chấm ngăn hàng nghìn, dấu phẩy trước phần lẻ"


@pytest.mark.parametrize(
    ("value", "wrong", "right"),
    [
        ("1,234.5", "1,234.5", "1.234,5"),
        ("85.5%", "85.5", "85,5"),
        ("Hơn 1.5 triệu", "1.5", "1,5"),
        ("1,234,567 hồ sơ", "1,234,567", "1.234.567"),
    ],
)
def test_numbers_written_the_english_way_are_told_with_the_right_one(desk, value: str, wrong: str, right: str) -> None:
    desk.section("so", kind="con-so")
    desk.item("so/a.md", value=value)
    assert desk.told() == [f"content/so/a.md:8 số “{wrong}” viết theo kiểu Anh; viết “{right}”: {HOW}"]


@pytest.mark.parametrize(
    "value", ["1.234,5", "85,5%", "11.000 tỷ đồng", "2.500 tỷ", "100%", "4.0", "1,234", "10/10", "22.12.2024", "24/7"]
)
def test_what_may_well_be_meant_passes(desk, value: str) -> None:
    desk.section("so", kind="con-so")
    desk.item("so/a.md", value=value)
    assert desk.told() == []


def test_the_figures_of_an_infographic_are_read_too(desk) -> None:
    desk.section("so", kind="infographic")
    desk.item("so/a.md", figures=[{"value": "80%", "label": "a"}, {"value": "12.5%", "label": "b"}])
    assert [(found.field, found.message) for found in desk.findings()] == [("figures", "số “12.5” viết theo kiểu Anh")]
