"""What all pages have in common."""

from __future__ import annotations

import pytest
from tests.infographics.geometry import pen, texts

from chuyenmuc.images.overlay import DRAFT
from chuyenmuc.images.scene import Code, Scene, Stamp
from chuyenmuc.typesetting.imprint import address, code, headline, signature, size_of, stamped
from chuyenmuc.typesetting.pen import TooTight

URL = "https://so.mau.gov.vn/nghi-quyet-57/chien-dich/10-10/2026/"


@pytest.mark.parametrize("width", [1200, 700, 520, 460])
def test_an_address_takes_no_line_more_than_it_needs_and_none_much_shorter(width: int) -> None:
    lines = texts(address(pen(), URL, width, 1, "ink"))
    assert "".join(line.text for line in lines) == "so.mau.gov.vn/nghi-quyet-57/chien-dich/10-10/2026"
    assert all(line.text.endswith("/") for line in lines[:-1])
    assert all(line.box.right <= width for line in lines)
    assert lines[-1].box.width > 0.3 * max(line.box.width for line in lines)


def test_one_long_part_is_broken_where_any_text_is() -> None:
    lines = texts(address(pen(), f"https://{'chuyen-doi-so-' * 6}gov.vn", 600, 1, "ink"))
    assert len(lines) > 1 and all(line.box.right <= 600 for line in lines)


def test_a_headline_is_as_large_as_its_room_lets_it_be() -> None:
    used = pen()
    small, large = (size_of(headline("Gần dân hơn", used, width, 900, 300)) for width in (400, 1200))
    assert small < large <= 300
    with pytest.raises(TooTight, match="Gần dân hơn"):
        headline("Gần dân hơn", used, 60, 900, 300)


def test_a_signature_names_the_body_above_first_if_there_is_one() -> None:
    told = [text.text for text in texts(signature(("Ủy ban nhân dân tỉnh", "Sở Mẫu"), pen(), 900))]
    assert told == ["Ủy ban nhân dân tỉnh", "Sở Mẫu"]
    assert [text.text for text in texts(signature(("", "Sở Mẫu"), pen(), 900))] == ["Sở Mẫu"]


def test_codes_stand_on_whole_pixels_and_drafts_are_stamped() -> None:
    mark = code(URL, pen(), 333)
    (shape,) = [shape for shape in mark.shapes if isinstance(shape, Code)]
    assert shape.box.width % (len(shape.rows) + 8) == 0
    *_, stamp = stamped(Scene(600, 900, "#FFFFFF", mark.shapes), pen()).shapes
    assert isinstance(stamp, Stamp) and stamp.text == DRAFT and stamp.box.right < 600
