from __future__ import annotations

from typing import Any

import pytest
from PIL import Image

from chuyenmuc.content.agency import settings
from chuyenmuc.content.fields import Kind
from chuyenmuc.images.card import DRAWN
from chuyenmuc.images.sheet import GROUND, MISSING, chosen, sheet
from chuyenmuc.images.studio import Studio

FORMATS = """\
bia-trang: {channel: Trang web, use: bìa, size: [320, 180], max_kb: 60, art: true}
facebook-lien-ket: {channel: Facebook, use: a, size: [600, 315], max_kb: 120, min_text: 10}
khung: {channel: Khung, use: a, size: [400, 400], max_kb: 90, layout: khung-anh-dai-dien, shape: round, kinds: [tin]}
"""


@pytest.fixture
def small(desk: Any) -> Any:
    desk.write("assets/formats.yml", FORMATS)
    desk.section("tin-tuc")
    return desk


def made(desk: Any, name: str) -> int:
    return sheet(Studio.open(desk.project, settings(desk.project)), desk.read(), desk.root / name)


@pytest.mark.parametrize(("name", "kind"), [("to.png", "PNG"), ("to.jpg", "JPEG"), ("TO.JPEG", "JPEG")])
def test_every_kind_is_shown_in_every_format_twice(small: Any, name: str, kind: str) -> None:
    assert made(small, name) == 2 * len(DRAWN) * 3
    with Image.open(small.root / name) as image:
        assert image.format == kind
        assert image.height > 26 * 220


def test_a_sheet_for_paper_is_a_pdf(small: Any) -> None:
    assert made(small, "to.pdf") > 0
    assert (small.root / "to.pdf").read_bytes().startswith(b"%PDF-")


def test_own_items_are_shown_before_made_up_ones(small: Any) -> None:
    for name, title in (("a", "Ngắn"), ("b", "Dài hơn một chút"), ("c", "Dài hơn tất cả những bài khác")):
        small.item(f"tin-tuc/{name}.md", title=title)
    archive = small.read()
    assert [item.title for item in chosen(archive, Kind.NEWS)] == ["Ngắn", "Dài hơn tất cả những bài khác"]
    assert all(item.sample for item in chosen(archive, Kind.QUOTE))
    small.item("tin-tuc/b.md", title="Ngắn")
    assert len({item.place.key for item in chosen(small.read(), Kind.NEWS)}) == 2


def test_what_cannot_be_drawn_is_a_red_field_on_the_sheet(small: Any) -> None:
    small.item("tin-tuc/a.md", title="Nghiêngnghiêng" * 12)
    made(small, "to.png")
    with Image.open(small.root / "to.png") as image:
        reds = [count for count, color in image.getcolors(1 << 24) or [] if color == (179, 32, 44)]
    assert MISSING == "#B3202C"
    assert reds and reds[0] > 200 * 300


def test_a_see_through_frame_lies_on_the_sheet_s_ground(small: Any) -> None:
    made(small, "to.png")
    with Image.open(small.root / "to.png") as image:
        x = 24 + round(320 * 220 / 180) + 24 + round(600 * 220 / 315) + 24
        assert image.getpixel((x + 110, 24 + 90)) == tuple(int(GROUND[place : place + 2], 16) for place in (1, 3, 5))
