"""QR codes: a text as modules, and the modules on whole pixels, as scanners like them."""

from __future__ import annotations

from functools import lru_cache

import segno
from PIL import Image

QUIET = 4  # modules of white around a code, as ISO/IEC 18004 asks
LEAST = 2  # pixels a module: finer ones do not survive what chat apps do to images


@lru_cache(maxsize=256)
def modules(text: str) -> tuple[str, ...]:
    """Rows of “0” (light) and “1” (dark), without the quiet zone: the smallest code, as robust as its size allows."""
    if not text:
        raise ValueError("mã QR không có nội dung; ghi địa chỉ trang cần mở")
    try:
        code = segno.make_qr(text, error="m", boost_error=True, encoding="utf-8")  # what phones take it for
    except segno.DataOverflowError:
        raise ValueError(f"nội dung mã QR dài {len(text)} ký tự, không mã hóa được; dùng địa chỉ ngắn hơn") from None
    return tuple("".join(map(str, row)) for row in code.matrix)


def drawn(rows: tuple[str, ...], side: int) -> Image.Image:
    """The code, dark on white with its quiet zone, centred in a square of `side` pixels."""
    count = len(rows) + 2 * QUIET
    module = side // count
    if module < LEAST:
        raise ValueError(
            f"mã QR cần ô vuông từ {LEAST * count} điểm ảnh, chỗ này có {side}; nới chỗ hoặc rút ngắn nội dung"
        )
    dots = Image.frombytes("L", (len(rows), len(rows)), bytes(0 if dot == "1" else 255 for row in rows for dot in row))
    large = dots.resize((len(rows) * module, len(rows) * module), Image.Resampling.NEAREST)
    image = Image.new("RGB", (side, side), "white")
    image.paste(large, ((side - large.width) // 2, (side - large.height) // 2))
    return image
