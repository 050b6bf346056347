import io

import pytest
from PIL import Image

from chuyenmuc.images.encode import TooHeavy, encoded


def noise() -> Image.Image:
    return Image.effect_noise((400, 300), 60).convert("RGB")


def test_flat_art_is_png_and_a_photo_is_jpeg() -> None:
    flat = Image.new("RGB", (50, 50), "navy")
    assert encoded(flat, photo=False, most=10_000)[1] == ".png"
    assert encoded(flat, photo=True, most=10_000)[1] == ".jpg"


@pytest.mark.parametrize("most", [40_000, 60_000, 90_000])
def test_the_best_quality_within_the_budget_is_found(most: int) -> None:
    content, suffix = encoded(noise(), photo=True, most=most)
    assert suffix == ".jpg"
    assert 0.9 * most < len(content) <= most


def test_art_too_rich_for_png_becomes_jpeg_within_the_budget() -> None:
    content, suffix = encoded(noise(), photo=False, most=60_000)
    assert suffix == ".jpg"
    assert len(content) <= 60_000


def test_an_impossible_budget_is_refused() -> None:
    with pytest.raises(TooHeavy):
        encoded(noise(), photo=True, most=500)


def test_no_metadata_in_what_is_written() -> None:
    content, _ = encoded(noise(), photo=True, most=90_000)
    assert not Image.open(io.BytesIO(content)).getexif()


def test_a_transparent_image_over_its_budget_is_told_and_not_made_opaque() -> None:
    noise = Image.effect_noise((200, 200), 80)
    with pytest.raises(TooHeavy):
        encoded(Image.merge("RGBA", (noise, noise, noise, noise)), False, 1000)
