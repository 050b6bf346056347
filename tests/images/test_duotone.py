import pytest
from PIL import Image

from chuyenmuc.images.color import parse
from chuyenmuc.images.duotone import duotone

DARK, LIGHT = "#0B2A6B", "#EAF1FF"


def test_shades_run_from_the_dark_colour_to_the_light() -> None:
    toned = duotone(Image.linear_gradient("L").convert("RGB"), DARK, LIGHT)
    assert (toned.mode, toned.size) == ("RGB", (256, 256))
    assert toned.getpixel((9, 0)) == (0x0B, 0x2A, 0x6B)
    assert toned.getpixel((9, 255)) == (0xEA, 0xF1, 0xFF)
    reds = [toned.getpixel((9, y))[0] for y in range(256)]
    assert reds == sorted(reds)


def test_a_dull_photo_gains_contrast_but_noise_does_not() -> None:
    dull = Image.linear_gradient("L").point(lambda value: 60 + value // 2)
    toned = duotone(dull, DARK, LIGHT)
    assert toned.getpixel((9, 0))[0] < 0x0F
    assert toned.getpixel((9, 255))[0] > 0xE6
    noise = Image.effect_noise((64, 64), 3)
    low, high = duotone(noise, "#000000", "#FFFFFF").convert("L").getextrema()
    assert high - low < 60


@pytest.mark.parametrize(("shade", "becomes"), [("black", DARK), ("white", LIGHT)])
def test_a_single_shade_stays_one(shade: str, becomes: str) -> None:
    assert duotone(Image.new("RGB", (9, 9), shade), DARK, LIGHT).getcolors() == [(81, parse(becomes))]
