import io
from typing import Any

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import Image

from chuyenmuc.images.qr import QUIET, drawn, modules

PAGE = "https://so.langson.gov.vn/chuyen-muc/nq57/tin-tuc/2026/10/10/ngay-chuyen-doi-so-quoc-gia/"
TEXTS = ["https://so.mau.gov.vn/", PAGE, PAGE * 4, "Chuyển đổi số: nhanh – gọn, Ẫ Ễ Ữ", "Hà Nam", "0200 000 000", "A"]


def read(image: Image.Image) -> str:
    found: Any = zxingcpp.read_barcodes(image)
    return found[0].text if found else ""


def squeezed(image: Image.Image) -> Image.Image:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=60)
    return Image.open(file).convert("RGB")


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_drawn_can_be_read(text: str) -> None:
    image = drawn(modules(text), 480)
    assert read(image) == text
    assert read(squeezed(image)) == text
    assert read(squeezed(image.resize((240, 240), Image.Resampling.BILINEAR))) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=60))
@examples(max_examples=60, deadline=None)
def test_any_text_comes_back(text: str) -> None:
    (found,) = zxingcpp.read_barcodes(drawn(modules(text), 400))
    assert bytes(found.bytes).decode() == text  # what the bytes mean is a reader's guess where they are few


def test_the_same_text_gives_the_same_smallest_square() -> None:
    rows = modules(TEXTS[0])
    modules.cache_clear()
    assert modules(TEXTS[0]) == rows
    assert len(rows) == 25  # version 2
    assert all(len(row) == len(rows) and set(row) == {"0", "1"} for row in rows)
    assert len(modules("A")) == 21


@pytest.mark.parametrize("side", [66, 200, 481])
def test_modules_are_whole_pixels_in_the_middle_of_a_quiet_zone(side: int) -> None:
    rows = modules(TEXTS[0])
    image = drawn(rows, side)
    module = side // (len(rows) + 2 * QUIET)
    assert image.size == (side, side)
    assert len(image.getcolors() or ()) == 2
    left, top, right, bottom = image.convert("L").point(lambda value: 255 - value).getbbox() or (0, 0, 0, 0)
    assert right - left == bottom - top == len(rows) * module
    assert min(left, top, side - right, side - bottom) >= QUIET * module
    assert abs(left + right - side) <= 1


def test_too_small_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="ô vuông từ 66 điểm ảnh, chỗ này có 65"):
        drawn(modules(TEXTS[0]), 65)


@pytest.mark.parametrize("text", ["", "ngày " * 600])
def test_a_text_that_no_code_holds_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="mã QR"):
        modules(text)
