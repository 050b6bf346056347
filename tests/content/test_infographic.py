from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from chuyenmuc.content.infographic import SORTS, Block, Infographic
from chuyenmuc.vietnamese.numbers import parse, written

TWO = [{"label": "A", "value": "1"}, {"label": "B", "value": "2"}]


@pytest.fixture
def so(desk):
    desk.section("so", kind="infographic")
    return desk


def told(so: Any, blocks: Any, **also: Any) -> list[tuple[str, str]]:
    so.item("so/a.md", blocks=blocks, **({"source": "Nguồn", "as_of": "2026-01-01"} | also))
    return [(found.message, found.fix) for found in so.findings()]


@pytest.mark.parametrize("typed", ["0", "12", "1.234", "1.234.567,89", "12,50", "-3", "1234,5"])
def test_numbers_are_read_and_written_the_vietnamese_way(typed: str) -> None:
    assert written(parse(typed)).replace(".", "") == typed.replace(".", "")
    assert parse(written(parse(typed))) == parse(typed)


@pytest.mark.parametrize("typed", ["12.5", "1,234,567", "80%", "nhiều", "", "1.23.456", "9" * 16])
def test_what_is_no_vietnamese_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"viết như 1234|có dấu %"):
        parse(typed)


@pytest.mark.parametrize(
    ("block", "message", "fix"),
    [
        ("abc", "cần ghi loại khối", "bắt đầu bằng một trong: figures"),
        ({"title": "Trống"}, "chưa có nội dung", "thêm một trong: figures"),
        ({"steps": ["a"], "bars": TWO}, "có cả “steps” và “bars” trong một khối", "mỗi khối một loại"),
        ({"steps": ["a"], "unit": "%"}, "“unit” không dùng cho khối “steps”", "bỏ dòng này"),
        ({"share": TWO, "whole": "2"}, "các phần cộng lại là 3, hơn tổng số 2", "sửa lại số liệu"),
        ({"bars": [{"label": "A", "value": "-1"}]}, "cột âm không vẽ được từ số 0", "khối “table”"),
        ({"compare": [{"title": "A", "points": ["a"]}]}, "so sánh cần hai hoặc ba bên", "thêm một bên"),
        ({"people": {"count": "8", "of": "5", "label": "x"}}, "có 8 trên tổng số 5", "sửa lại hai số"),
        ({"table": {"columns": ["a", "b"], "rows": [["1"]]}}, "dòng 1 có 1 ô mà bảng có 2 cột", "ghi đủ 2 ô"),
        ({"bars": [{"label": "A", "value": "80%"}]}, "“80%” có dấu %", 'unit: "%"'),
        ({"steps": [{"titel": "A"}]}, "không dùng được ở đây", "có phải là “title”?"),
        ({"share": TWO, "form": "tron"}, "không có “tron”", "chọn một trong: vong, o-vuong"),
    ],
)
def test_a_wrong_block_is_told_with_how_to_mend_it(so, block: Any, message: str, fix: str) -> None:
    found = told(so, [block])
    assert any(message in said and fix in how for said, how in found), found


def test_findings_of_a_block_name_its_line(so) -> None:
    so.item("so/a.md", blocks=[{"text": "Một"}, {"bars": [{"label": "A", "value": "x"}]}])
    text = (so.root / "content/so/a.md").read_text("utf-8").splitlines()
    (found,) = [found for found in so.findings() if found.level == "error"]
    assert "value" in text[found.line - 1] or "x" in text[found.line - 1]


def test_numbers_need_a_source_and_are_reminded_of_their_day(so) -> None:
    block = {"figures": [{"value": "1", "label": "A", "source": "Riêng"}, {"value": "2", "label": "B"}]}
    so.item("so/a.md", blocks=[block])
    levels = {found.rule: (found.level, found.field) for found in so.findings()}
    assert levels["nguon-so"] == ("error", "blocks[1].figures[2]")
    assert levels["ngay-so"][0] == "warning"
    assert told(so, [block]) == []


def test_a_text_that_a_comma_cuts_in_two_is_told(so) -> None:
    so.item("so/a.md", source="Nguồn", as_of="2026-01-01", blocks=[{"text": "x"}])
    file = so.root / "content/so/a.md"
    whole = file.read_text("utf-8").partition("blocks:")[0]
    file.write_text(f"{whole}blocks:\n  - faq:\n      - {{question: Hỏi, answer: Một, hai ba.}}\n---\n", "utf-8")
    messages = [found.message for found in so.findings()]
    assert "trong “blocks”: phần “hai ba.” bị tách ra vì đứng sau dấu phẩy trong { }" in messages


def test_parts_of_a_whole_name_what_is_left() -> None:
    block = Block.model_validate(
        {"share": [{"label": "A", "value": "72"}, {"label": "B", "value": "21,5"}], "unit": "%"}
    )
    assert [(part.label, part.value) for part in block.parts][-1] == ("Phần còn lại", Decimal("6.5"))
    whole = Block.model_validate({"share": TWO})
    assert whole.total == 3
    assert len(whole.parts) == 2


@pytest.mark.parametrize(
    ("values", "order"),
    [("3 2 1", "cao xuống thấp"), ("1 2 2", "thấp lên cao"), ("1 3 2", "thứ tự của nguồn"), ("1", "")],
)
def test_the_order_of_bars_is_stated(values: str, order: str) -> None:
    block = Block.model_validate({"bars": [{"label": "x", "value": value} for value in values.split()]})
    assert block.ordered.removeprefix("Xếp từ ").removeprefix("Xếp theo ") == order


def test_figures_at_the_top_are_a_first_block(so) -> None:
    so.item("so/a.md", figures=[{"value": "1", "label": "A"}], blocks=[{"steps": ["Một", "Hai"]}])
    (item,) = so.read().items
    assert isinstance(item, Infographic)
    assert [block.sort for block in item.story] == ["figures", "steps"]
    assert item.leading == [{"value": "1", "label": "A"}]


def test_an_infographic_says_something(so) -> None:
    so.item("so/a.md", figures=[])
    assert [found.message for found in so.findings()] == ["chưa có khối nào"]


def test_every_sort_is_a_key_of_a_block() -> None:
    assert set(SORTS) <= set(Block.model_fields)
