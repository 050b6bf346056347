from __future__ import annotations

import pytest
from tests.infographics.geometry import part, pen, words

from chuyenmuc.images.scene import Text
from chuyenmuc.infographics.sections import page
from chuyenmuc.infographics.slices import Slice, evened, listed
from chuyenmuc.typesetting.imprint import address


@pytest.mark.parametrize(
    ("heights", "count", "cuts"),
    [
        ([1.0] * 7, 1, [0, 7]),
        ([1.0] * 6, 3, [0, 2, 4, 6]),
        ([1.0, 1, 1, 1, 4, 1], 3, [0, 2, 4, 6]),
        ([4.0, 1, 1, 1, 1], 2, [0, 1, 5]),
    ],
)
def test_entries_are_shared_out_by_their_height(heights: list[float], count: int, cuts: list[int]) -> None:
    assert evened(heights, count) == cuts


def test_a_source_is_told_once_and_the_day_once_where_it_is_one() -> None:
    assert listed([("A", "1/1/2026"), ("B", "1/1/2026"), ("A", "1/1/2026")]) == "A; B, tính đến 1/1/2026"
    assert listed([("A", "1/1/2026"), ("B", "2/1/2026")]) == "A, tính đến 1/1/2026; B, tính đến 2/1/2026"
    assert (listed([("A", "")]), listed([("", "1/1/2026")]), listed([])) == ("A", "tính đến 1/1/2026", "")


def test_a_page_tells_the_sources_of_what_stands_on_it() -> None:
    block = part({"figures": [{"value": str(n), "label": f"Nghĩa {n}"} for n in range(3)]}).block
    whole = Slice(block, 0, 3, (("A", ""), ("B", ""), ("C", "")))
    assert whole.source == "A; B; C"
    assert [each.source for each in whole.parted(3)] == ["A", "B", "C"]


def test_neighbours_of_one_source_tell_it_once() -> None:
    blocks = [part({"checklist": [name]}).block for name in ("Một", "Hai")]
    slices = tuple(Slice(block, 0, 1, (("Kế hoạch", ""),)) for block in blocks)
    assert words(page(slices, pen(), 900)).count("Nguồn: Kế hoạch") == 1


def test_an_address_breaks_behind_slashes_alone() -> None:
    block = address(pen(), "https://so.mau.gov.vn/nghi-quyet-57/do-hoa-thong-tin/ke-hoach/", 420, 0.8, "ink")
    lines = [shape.text for shape in block.shapes if isinstance(shape, Text)]
    assert len(lines) > 1
    assert all(line.endswith("/") for line in lines[:-1])
    assert "".join(lines) == "so.mau.gov.vn/nghi-quyet-57/do-hoa-thong-tin/ke-hoach"
