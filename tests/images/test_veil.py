import math

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import Image

from chuyenmuc.images.color import contrast, parse
from chuyenmuc.images.veil import CELLS, strength

WHITE, INK = "#FFFFFF", "#0D1B2A"
DARK_VEILS = ["#0B2A6B", "#063F45", "#6E0F1A", "#000000", "#4A3500"]
LIGHT_VEILS = ["#FFFFFF", "#EAF1FF", "#FDF6E1", "#FFB81C"]
PAIRS = st.one_of(
    st.tuples(st.just(WHITE), st.sampled_from(DARK_VEILS)), st.tuples(st.just(INK), st.sampled_from(LIGHT_VEILS))
)
CHANNEL = st.integers(0, 255)


@st.composite
def regions(draw: st.DrawFn) -> Image.Image:
    """Soft or hard patches of any colour, of any size."""
    colors = draw(st.lists(st.tuples(CHANNEL, CHANNEL, CHANNEL), min_size=12, max_size=12))
    small = Image.new("RGB", (4, 3))
    small.putdata(colors)
    size = draw(st.integers(1, 500)), draw(st.integers(1, 300))
    return small.resize(size, draw(st.sampled_from([Image.Resampling.NEAREST, Image.Resampling.BICUBIC])))


def veiled(region: Image.Image, color: str, share: float) -> Image.Image:
    image = region.copy()
    image.paste(parse(color), (0, 0, *image.size), Image.new("L", image.size, round(255 * share)))
    return image


def read(image: Image.Image, text: str) -> float:
    """The contrast of the text with all tones of the image but the worst hundredth."""
    cells = image.reduce(max(1, math.ceil(math.sqrt(image.width * image.height / CELLS))))
    tones = cells.getcolors(cells.width * cells.height) or []
    ratios = sorted((contrast(text, f"#{r:02X}{g:02X}{b:02X}"), count) for count, (r, g, b) in tones)
    left = 0.01 * cells.width * cells.height
    for ratio, count in ratios:
        left -= count
        if left < 0:
            return ratio
    return 21.0


@given(regions(), PAIRS)
@examples(max_examples=150, deadline=None)
def test_under_the_veil_the_text_is_read_and_under_a_weaker_one_it_is_not(
    region: Image.Image, pair: tuple[str, str]
) -> None:
    text, veil = pair
    share = strength(region, text, veil)
    assert share * 64 == round(share * 64)
    assert read(veiled(region, veil, share), text) > 4.45  # rounding of cells to whole values
    if share > 2 / 64:
        assert read(veiled(region, veil, share - 2 / 64), text) < 4.5


@pytest.mark.parametrize(("color", "text", "veil"), [("#101820", WHITE, "#000000"), ("#F4F4F0", INK, WHITE)])
def test_a_calm_photo_is_left_as_it_is(color: str, text: str, veil: str) -> None:
    assert strength(Image.new("RGB", (900, 300), color), text, veil) == 0


def test_white_on_white_needs_a_strong_veil_and_more_contrast_a_stronger() -> None:
    white = Image.new("RGB", (900, 300), WHITE)
    share = strength(white, WHITE, "#000000")
    assert 0.5 < share < 0.6
    assert strength(white, WHITE, "#000000", least=7) > share


def test_a_glint_does_not_darken_the_whole() -> None:
    region = Image.new("RGB", (900, 300), "#202830")
    region.paste("white", (100, 100, 130, 130))
    assert strength(region, WHITE, "#000000") == 0
    region.paste("white", (100, 100, 300, 200))
    assert strength(region, WHITE, "#000000") > 0.5


def test_a_veil_too_like_the_text_is_laid_whole() -> None:
    assert strength(Image.new("RGB", (90, 30), "white"), WHITE, "#CCCCCC") == 1


def test_other_modes_are_taken_as_they_look() -> None:
    assert strength(Image.new("L", (90, 30), 255), WHITE, "#000000") > 0.5
