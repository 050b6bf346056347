import pytest

from chuyenmuc.images.color import contrast, mixed, parse


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == 1


@pytest.mark.parametrize("text", ["red", "#FFF", "#12345G", "0B2A6B"])
def test_a_colour_is_six_digits_after_a_hash(text: str) -> None:
    with pytest.raises(ValueError, match="không phải màu"):
        parse(text)


def test_colours_mix() -> None:
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
