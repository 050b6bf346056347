from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from chuyenmuc.images.icons import Icons, UnknownIcon, exists, near, unknown

WEB, CHECK, PIN = "material/web", "fontawesome/solid/circle-check", "material/map-marker"
NAMES = [WEB, CHECK, PIN, "material/qrcode", "octicons/shield-check-16", "simple/facebook"]


def drawn(name: str, folder: Path, size: int = 96) -> Image.Image:
    """The icon, white on black, in its em square."""
    icons = Icons.of([*NAMES, name])
    font = ImageFont.truetype(str(icons.font(folder)), size, layout_engine=ImageFont.Layout.BASIC)
    image = Image.new("L", (size, size))
    ImageDraw.Draw(image).text((0, size), icons.character(name), 255, font, anchor="ls")
    assert font.getlength(icons.character(name)) == size
    return image


@pytest.mark.parametrize(
    ("name", "x", "y", "ink"),
    [  # places in the icon's own view of 24, 16 or 512
        (WEB, 12 / 24, 3 / 24, True),
        (WEB, 9 / 24, 9 / 24, True),
        (WEB, 12 / 24, 12 / 24, False),
        (WEB, 1 / 24, 1 / 24, False),
        (PIN, 12 / 24, 9 / 24, False),
        (PIN, 12 / 24, 4 / 24, True),
        (PIN, 12 / 24, 20 / 24, True),
        (PIN, 6 / 24, 20 / 24, False),
        (CHECK, 30 / 512, 256 / 512, True),
        (CHECK, 221 / 512, 345 / 512, False),
        ("material/qrcode", 6 / 24, 6 / 24, False),
        ("material/qrcode", 4 / 24, 4 / 24, True),
        ("octicons/shield-check-16", 8 / 16, 3 / 16, False),
        ("octicons/shield-check-16", 7 / 16, 9 / 16, True),
        ("simple/facebook", 12 / 24, 1 / 24, True),
        ("simple/facebook", 12 / 24, 16 / 24, False),
    ],
)
def test_holes_are_holes_and_up_is_up(tmp_path: Path, name: str, x: float, y: float, ink: bool) -> None:
    assert (drawn(name, tmp_path).getpixel((round(x * 96), round(y * 96))) > 128) is ink


@pytest.mark.parametrize("name", ["fontawesome/solid/address-card", "fontawesome/solid/bookmark"])
def test_an_icon_wider_or_higher_than_the_other_way_is_centred_in_the_em(tmp_path: Path, name: str) -> None:
    box = drawn(name, tmp_path, 320).getbbox()
    assert box
    assert box[0] + box[2] == pytest.approx(320, abs=2)
    assert box[1] + box[3] == pytest.approx(320, abs=2)
    assert max(box[2] - box[0], box[3] - box[1]) == 320


def test_the_font_is_the_same_bytes_and_made_once(tmp_path: Path) -> None:
    one, other = Icons.of(NAMES).font(tmp_path / "a"), Icons.of(reversed(NAMES)).font(tmp_path / "b")
    assert one.name == other.name
    assert one.read_bytes() == other.read_bytes()
    before = one.stat().st_mtime_ns
    assert Icons.of([*NAMES, WEB]).font(tmp_path / "a").stat().st_mtime_ns == before
    assert Icons.of(NAMES[:2]).font(tmp_path / "a") != one


def test_characters_are_private_and_in_order_of_names() -> None:
    icons = Icons.of(["simple/x", WEB, WEB])
    assert [icons.character(name) for name in (WEB, "simple/x")] == ["\ue000", "\ue001"]


@pytest.mark.parametrize("name", ["material/khong-co", "../../base", "web", "", "material", "material/web.svg"])
def test_what_is_no_icon_is_refused(tmp_path: Path, name: str) -> None:
    assert not exists(name)
    with pytest.raises(UnknownIcon, match="không có biểu tượng"):
        Icons.of([name]).font(tmp_path)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("material/scool", "material/school"),
        ("school", "material/school"),
        (":material-school:", "material/school"),
        ("fontawesome/qrcode", "fontawesome/solid/qrcode"),
        (":fontawesome-solid-qrcode:", "fontawesome/solid/qrcode"),
    ],
)
def test_a_near_name_is_suggested(written: str, meant: str) -> None:
    assert meant in near(written)
    assert meant in unknown(written)


def test_no_name_is_suggested_for_nonsense() -> None:
    assert "tìm tên ở" in unknown("zzzzz")
