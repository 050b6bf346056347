"""What the pixels of a painted card say: contrast on photos, codes that scan, edges, gradients, weight."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from math import ceil, sqrt
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from chuyenmuc.content.fields import Kind
from chuyenmuc.images.box import Box
from chuyenmuc.images.color import contrast, luminance, mixed, parse
from chuyenmuc.images.design import Design
from chuyenmuc.images.encode import encoded
from chuyenmuc.images.formats import Format
from chuyenmuc.images.ground import ground
from chuyenmuc.images.lettering import Lettering
from chuyenmuc.images.paint import paint
from chuyenmuc.images.scene import Fill, Geometry, Photo, Scene, Shade, Shape, Side, Text
from chuyenmuc.project import Project

FORMATS = [form for form in Design.read(Project(Path("/khong-co"))).formats.values() if not form.art]
BY_SHAPE = list({form.named_shape: form for form in FORMATS if not form.layout}.values())
CELLS, PASSED_OVER = 2048, 0.02
PHOTOS = ["bright", "dark", "busy", "halves"]


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A snowy day, a night, a crowd of colours, and a picture half black and half white."""
    folder = tmp_path_factory.mktemp("anh")
    soft = Image.effect_noise((48, 32), 90).resize((1500, 1000), Image.Resampling.BICUBIC)
    crowd = [Image.effect_noise((size * 3, size * 2), 110).resize((1500, 1000)) for size in (10, 40, 200)]
    halves = Image.new("RGB", (1500, 1000), "white")
    halves.paste("black", (0, 0, 750, 1000))
    made = {
        "bright": soft.point(lambda value: 215 + value // 7).convert("RGB"),
        "dark": soft.point(lambda value: value // 7).convert("RGB"),
        "busy": Image.merge("RGB", crowd),
        "halves": halves,
    }
    for name, image in made.items():
        image.save(folder / f"{name}.png")
    return {name: str(folder / f"{name}.png") for name in made}


def scene_of(*shapes: Shape, size: tuple[int, int] = (200, 120), ground: str = "#FFFFFF") -> Scene:
    return Scene(*size, ground, shapes)


# Text on photos -------------------------------------------------------------------------------------------------


def faint_share(behind: Image.Image, text: Text) -> float:
    """Of the cells behind a text: how many it is too faint against."""
    region = behind.crop(text.box.overlap(Box(0, 0, *behind.size)).pixels())
    cells = region.reduce(max(1, ceil(sqrt(region.width * region.height / CELLS))))
    tones = cells.getcolors(cells.width * cells.height) or []
    faint = sum(count for count, tone in tones if contrast(text.color, "#{:02X}{:02X}{:02X}".format(*tone)) < 4.4)
    return faint / (cells.width * cells.height)


@pytest.mark.parametrize("form", BY_SHAPE, ids=lambda form: form.named_shape)
@pytest.mark.parametrize("name", PHOTOS)
def test_texts_on_a_photo_are_read_once_it_is_painted(
    stage: Any, photos: dict[str, str], name: str, form: Format
) -> None:
    for long in (False, True):
        scene = stage.scene(stage.card(Kind.FEATURE, long=long, photo=photos[name]), form)
        behind = paint(replace(scene, shapes=tuple(s for s in scene.shapes if not isinstance(s, Text))))
        faint = {text.text: faint_share(behind, text) for text in scene.texts}
        assert {text: share for text, share in faint.items() if share > PASSED_OVER} == {}


def test_a_dark_photo_is_not_darkened_and_a_bright_one_is_no_more_than_it_must_be(
    stage: Any, photos: dict[str, str]
) -> None:
    form = stage.design.formats["facebook-vuong"]
    for name in ("dark", "bright"):
        scene = stage.scene(stage.card(Kind.FEATURE, photo=photos[name]), form)
        bare = paint(replace(scene, shapes=tuple(s for s in scene.shapes if isinstance(s, Photo))))
        shaded = paint(replace(scene, shapes=tuple(s for s in scene.shapes if isinstance(s, Photo | Shade))))
        assert (ImageChops.difference(bare, shaded).getbbox() is None) is (name == "dark")
        middle = (form.size[0] // 2, round(0.36 * form.size[1]))
        assert name == "dark" or shaded.getpixel(middle)[0] > 0.4 * bare.getpixel(middle)[0]


@pytest.mark.parametrize("side", ["top", "bottom", "left", "right"])
def test_a_shade_is_whole_below_the_text_and_fades_to_nothing(side: Side) -> None:
    whole = Box(0, 0, 400, 400)
    place = {
        "top": Box(20, 10, 200, 60),
        "bottom": Box(20, 330, 200, 60),
        "left": Box(10, 20, 60, 200),
        "right": Box(330, 20, 60, 200),
    }[side]
    image = paint(scene_of(Shade(whole, "#000000", side, ((place, "#FFFFFF"),)), size=(400, 400)))
    along = [image.getpixel((200, at) if side in {"top", "bottom"} else (at, 200))[0] for at in range(400)]
    along = along if side in {"top", "left"} else along[::-1]
    assert contrast("#FFFFFF", "#{0:02X}{0:02X}{0:02X}".format(along[65])) >= 4.5
    assert along == sorted(along)
    assert along[-1] == 255


def test_a_shade_without_texts_is_not_there() -> None:
    image = paint(scene_of(Shade(Box(0, 0, 200, 120), "#000000", "bottom"), ground="#ABCDEF"))
    assert image.getcolors() == [(200 * 120, parse("#ABCDEF"))]


# Letters --------------------------------------------------------------------------------------------------------


@given(st.sampled_from(["Ẳ Ẫ Ễ Ộ Ữ Ỵ đ", "57-NQ/TW", "AVẬY gỵ", "“Đúng” – 80%", "ꪀꪼꫂꫛ 🎉", "I"]), st.floats(11, 160))
@examples(max_examples=60, deadline=None)
def test_ink_is_where_the_scene_says(stage: Any, text: str, size: float) -> None:
    form = FORMATS[0]
    setter = Lettering(stage.design.layouts["tin"], stage.card(Kind.NEWS), form, stage.look())
    made, _ = setter.label(text, "headline", size, "ink")
    shape = replace(made, x=20.0, y=220.0, box=Box(20 + made.box.x, 220 + made.box.y, made.box.width, made.box.height))
    image = paint(scene_of(shape, size=(1600, 300)))
    ink = ImageOps.invert(image.convert("L")).getbbox()
    assert ink
    slack = 2 + 0.04 * size
    assert ink[0] >= shape.box.x - slack and ink[2] <= shape.box.right + slack
    assert ink[1] == pytest.approx(shape.box.y, abs=slack)
    assert ink[3] <= shape.box.bottom + slack


@pytest.mark.parametrize("form", [form for form in BY_SHAPE if form.size[0] < 2000], ids=lambda form: form.named_shape)
def test_no_letter_is_cut_by_what_is_painted_later(stage: Any, form: Format) -> None:
    """Every text of a card leaves ink of its own colour where the scene says it stands."""
    scene = stage.scene(stage.card(Kind.NEWS, long=True), form)
    without = paint(replace(scene, shapes=tuple(s for s in scene.shapes if not isinstance(s, Text))))
    inked = ImageChops.difference(paint(scene), without).convert("L").point(lambda value: 255 if value > 40 else 0)
    for text in scene.texts:
        region = inked.crop(text.box.pixels())
        assert 0.08 < region.histogram()[255] / (region.width * region.height) < 0.9, text.text


# Codes ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["tin-doc", "facebook-doc"])
def test_the_code_on_a_card_can_be_scanned_from_the_file_that_is_published(stage: Any, name: str) -> None:
    form = stage.design.formats[name]
    shown = stage.card(Kind.EVENT)
    content, _ = encoded(paint(stage.scene(shown, form)), photo=True, most=form.max_kb * 1024)
    image = Image.open(io.BytesIO(content)).convert("RGB")
    for seen in (image, image.resize((image.width * 2 // 3, image.height * 2 // 3))):
        assert [found.text for found in zxingcpp.read_barcodes(seen)] == [shown.values["page_url"]]


# Frames for avatars ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def frame(stage: Any) -> Iterator[tuple[Scene, Image.Image]]:
    scene = stage.scene(
        stage.card(Kind.MESSAGE, "Chuyển đổi số để hạnh phúc hơn"), stage.design.formats["khung-anh-dai-dien"]
    )
    content, suffix = encoded(paint(scene), photo=False, most=300 * 1024)
    assert suffix == ".png"
    yield scene, Image.open(io.BytesIO(content))


def test_a_frame_is_seen_through_at_its_corners_and_in_its_middle(frame: tuple[Scene, Image.Image]) -> None:
    _, image = frame
    assert image.mode == "RGBA"
    width, height = image.size
    alpha = image.getchannel("A")
    clear = [(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1), (width // 2, height // 2)]
    assert [alpha.getpixel(place) for place in clear] == [0] * 5
    assert alpha.getpixel((width // 2, 5)) == alpha.getpixel((width // 2, height - 6)) == 255
    assert 0.15 < alpha.histogram()[255] / (width * height) < 0.6  # the face must be seen


def test_the_edges_of_a_frame_have_no_dark_fringe(stage: Any, frame: tuple[Scene, Image.Image]) -> None:
    _, image = frame
    darkest = min(luminance(stage.look().color(role)) for role in ("deep", "main"))
    colors = image.getcolors(image.width * image.height) or []
    half_clear = [color for _, color in colors if 0 < color[3] < 255]
    assert half_clear
    assert min(luminance("#{:02X}{:02X}{:02X}".format(*color[:3])) for color in half_clear) >= darkest - 0.002


def test_the_words_of_a_frame_stand_on_its_foot_and_not_in_the_air(frame: tuple[Scene, Image.Image]) -> None:
    scene, _ = frame
    bare = paint(replace(scene, shapes=tuple(s for s in scene.shapes if isinstance(s, Geometry))))
    assert scene.texts
    for text in scene.texts:
        assert bare.getchannel("A").crop(text.box.pixels()).getextrema() == (255, 255), text.text
        assert isinstance(ground(text, scene.shapes), Geometry)


def test_all_other_cards_are_opaque(stage: Any) -> None:
    for form in (stage.design.formats["anh-dai-dien"], stage.design.formats["facebook-vuong"]):
        assert paint(stage.scene(stage.card(Kind.MESSAGE), form)).mode == "RGB"


# Shapes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("toward", "start", "end"),
    [
        ("right", (0, 60), (199, 60)),
        ("left", (199, 60), (0, 60)),
        ("bottom", (100, 0), (100, 119)),
        ("top", (100, 119), (100, 0)),
    ],
)
def test_a_gradient_starts_and_ends_in_its_colours(toward: Side, start: tuple[int, int], end: tuple[int, int]) -> None:
    image = paint(scene_of(Fill(Box(0, 0, 200, 120), "#0B2A6B", 0, "#1D55D0", toward)))
    assert image.getpixel(start) == parse("#0B2A6B")
    assert image.getpixel(end) == parse("#1D55D0")
    assert image.getpixel((100, 60))[2] == pytest.approx(parse(mixed("#0B2A6B", "#1D55D0", 0.5))[2], abs=2)


@pytest.mark.parametrize("size", [(1, 1), (3, 40), (40, 3)])
def test_the_smallest_gradients_and_corners_are_painted(size: tuple[int, int]) -> None:
    for radius in (0, 1, 50):
        image = paint(scene_of(Fill(Box(5, 5, *size), "#0B2A6B", radius, "#1D55D0"), size=(60, 60)))
        assert image.getpixel((0, 0)) == (255, 255, 255)


def test_round_corners_are_smooth_and_clear() -> None:
    image = paint(scene_of(Fill(Box(0, 0, 200, 120), "#000000", 40)))
    assert image.getpixel((0, 0)) == (255, 255, 255)
    assert image.getpixel((100, 60)) == image.getpixel((40, 0)) == image.getpixel((0, 60)) == (0, 0, 0)
    shades = {image.getpixel((x, 8))[0] for x in range(40)}
    assert any(20 < shade < 235 for shade in shades)


@pytest.mark.parametrize(
    ("form", "inked", "clear"),
    [
        ("circle", [(60, 60), (60, 3)], [(3, 3), (117, 117)]),
        ("ring", [(60, 3), (117, 60)], [(60, 60), (3, 3)]),
        ("chord", [(60, 115), (60, 90)], [(60, 60), (3, 117)]),
        ("slant", [(117, 117), (117, 10)], [(3, 3)]),
        ("tail", [(3, 3), (3, 110)], [(117, 117)]),
    ],
)
def test_geometry_is_where_it_should_be(form: Any, inked: list[Any], clear: list[Any]) -> None:
    image = paint(scene_of(Geometry(Box(0, 0, 120, 120), form, "#000000"), size=(120, 120)))
    assert [image.getpixel(place) for place in inked] == [(0, 0, 0)] * len(inked)
    assert [image.getpixel(place) for place in clear] == [(255, 255, 255)] * len(clear)


def test_a_duotone_photo_has_no_other_colours(photos: dict[str, str]) -> None:
    dark, light = "#0B2A6B", "#8FB4FF"
    image = paint(scene_of(Photo(Box(0, 0, 200, 120), photos["busy"], (0.5, 0.5), 0, (dark, light))))
    (r0, g0, b0), (r1, g1, b1) = parse(dark), parse(light)
    for _, (red, green, blue) in image.getcolors(200 * 120) or []:
        share = (red - r0) / (r1 - r0)
        assert green == pytest.approx(g0 + share * (g1 - g0), abs=2)
        assert blue == pytest.approx(b0 + share * (b1 - b0), abs=2)


def test_a_card_of_figures_prints_its_photo_in_two_colours(stage: Any, photos: dict[str, str]) -> None:
    scene = stage.scene(stage.card(Kind.FIGURE, photo=photos["busy"]), stage.design.formats["facebook-vuong"])
    (photo,) = [shape for shape in scene.shapes if isinstance(shape, Photo)]
    assert photo.duotone == (stage.look().color("deep"), stage.look().color("light"))


# Weight ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [*FORMATS, None], ids=lambda form: form.name if form else "bia-trang")
def test_every_file_keeps_to_its_weight_even_with_a_busy_photo(
    stage: Any, photos: dict[str, str], form: Format | None
) -> None:
    form = form or stage.design.formats["bia-trang"]
    for photo in ("", photos["busy"]):
        scene = stage.scene(stage.card(Kind.FEATURE, long=True, photo=photo), form)
        content, suffix = encoded(paint(scene), scene.has_photo, form.max_kb * 1024)
        assert len(content) <= form.max_kb * 1024
        assert scene.transparent <= (suffix == ".png")
        with Image.open(io.BytesIO(content)) as image:
            assert image.size == form.size
            assert not image.getexif() and "icc_profile" not in image.info


@pytest.mark.parametrize("form", ["circle", "ring", "chord", "slant", "tail"])
def test_what_lies_half_beyond_an_edge_is_the_same_as_within_a_larger_image(form: Any) -> None:
    """Only the part that is seen is drawn."""
    box = Box(-90.4, -40.2, 213.7, 171.3)
    inner = Box(box.x + 100, box.y + 100, box.width, box.height)
    whole = Scene(400, 300, "#FFFFFF", (Geometry(inner, form, "#0B2A6B"),))
    part = Scene(150, 120, "#FFFFFF", (Geometry(box, form, "#0B2A6B"),))
    assert paint(part).tobytes() == paint(whole).crop((100, 100, 250, 220)).tobytes()
