"""The picture that stands for a printed file."""

from __future__ import annotations

import io

from PIL import Image

from chuyenmuc.images.box import Box
from chuyenmuc.images.inks import process, shown
from chuyenmuc.images.press import Sheet
from chuyenmuc.images.proof import LONGEST, as_printed, cut, proof
from chuyenmuc.images.scene import Code, Fill, Geometry, Scene

BLUE, RED = "#0B2A6B", "#C4212F"


def test_it_is_the_sheet_without_its_bleed() -> None:
    bled = Scene(1060, 560, RED, (Fill(Box(30, 30, 1000, 500), BLUE),))
    content, suffix, size = proof(Sheet(bled, 100, 50, 3))
    shown = Image.open(io.BytesIO(content)).convert("RGB")
    assert suffix == ".png" and shown.size == size
    assert max(size) <= LONGEST and abs(size[0] - 2 * size[1]) <= 2
    assert shown.getcolors() == [(size[0] * size[1], (0x0B, 0x2A, 0x6B))]


def test_in_inks_it_shows_what_they_show() -> None:
    sheet = Sheet(Scene(1000, 500, BLUE, (Fill(Box(500, 0, 500, 500), RED),)), 100, 50)
    own = (0.0, 50.0, 50.0, 0.0)
    content, _, size = proof(sheet, inks={RED: own})
    shown_ = Image.open(io.BytesIO(content)).convert("RGB")
    assert (shown_.getpixel((9, 9)), shown_.getpixel((size[0] - 9, 9))) == (shown(process(BLUE)), shown(own))


def test_photos_and_flat_art_show_the_same_of_a_colour() -> None:
    flat = Image.new("RGB", (4, 4), RED)
    tones = [as_printed(flat, {}, photo).convert("RGB").tobytes()[:3] for photo in (False, True)]
    assert all(abs(one - other) <= 3 for one, other in zip(*tones, strict=True))
    assert as_printed(flat, None) is flat


def test_round_corners_and_geometry_shrink_with_the_sheet() -> None:
    scene = Scene(
        1000, 1000, "#FFFFFF", (Fill(Box(0, 0, 400, 400), BLUE, 200), Geometry(Box(500, 500, 400, 400), "circle", RED))
    )
    shown = cut(Sheet(scene, 100, 100), 0.1)
    assert shown.size == (100, 100)
    assert [shown.getpixel(at) for at in ((1, 1), (20, 20), (52, 52), (70, 70))] == [
        (255, 255, 255), (0x0B, 0x2A, 0x6B), (255, 255, 255), (0xC4, 0x21, 0x2F),
    ]  # fmt: skip


def test_a_code_too_small_to_scan_is_grey_on_white_as_from_afar() -> None:
    rows = ("10" * 12 + "1",) * 25
    scene = Scene(1000, 1000, "#FFFFFF", (Code(Box(0, 0, 100, 100), rows),))
    shown = cut(Sheet(scene, 100, 100), 0.3)
    assert {shown.getpixel(at) for at in ((0, 0), (29, 0), (0, 29), (29, 29))} == {(255, 255, 255)}
    low, high = shown.crop((8, 8, 22, 22)).convert("L").getextrema()
    assert low < 120 < high
