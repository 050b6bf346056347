"""What printers and readers get: boxes, process colours, embedded letters, the same picture as on screens."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageStat
from pydantic import ValidationError
from pypdf import PdfReader
from pypdf.generic import ContentStream

from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Brand
from chuyenmuc.images.contour import arc, spans
from chuyenmuc.images.design import Design
from chuyenmuc.images.icons import Icons
from chuyenmuc.images.paint import paint
from chuyenmuc.images.press import About, Font, Sheet, font_at, pdf, process
from chuyenmuc.images.qr import QUIET, modules
from chuyenmuc.images.scene import (
    Code,
    Fill,
    Geometry,
    Pattern,
    Photo,
    Picture,
    Scene,
    Sector,
    Shade,
    Shape,
    Stamp,
    Text,
    Veil,
)
from chuyenmuc.images.text import typeface
from chuyenmuc.project import SHIPPED, Project

FONTS = sorted((SHIPPED / "assets" / "fonts").glob("*.ttf"))
BRAND = Design.read(Project(Path("/khong-co"))).brand
STACK = tuple(str(SHIPPED / path) for path in (BRAND.fonts["headline"], *BRAND.fallback))
BOLD = STACK[:1]
ABOUT = About("Tờ rơi chuyển đổi số", "Sở Mẫu", "Tài liệu tuyên truyền")
WIDTH, HEIGHT = 600, 400
HEADLINE = "AVATAR: Ấu trĩ, ĐƯỜNG dẫn Tới Vườn ƯỚC NGUYỆN Ễ Ữ Ặ"
COLORS = ("#0B2A6B", "#1D55D0", "#8FB4FF", "#EAF1FF", "#FFB81C")
MM = 72 / 25.4
OF_SCREENS = {"rg", "RG", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN", "ri"}


def scene_of(*shapes: Shape, ground: str = "#FFFFFF") -> Scene:
    return Scene(WIDTH, HEIGHT, ground, shapes)


def sheet_of(*shapes: Shape, ground: str = "#FFFFFF") -> Sheet:
    return Sheet(scene_of(*shapes, ground=ground), 150, 100)


def text(line: str, x: float = 20, y: float = 200, size: float = 30, font: tuple[str, ...] = STACK) -> Text:
    above, below = typeface(font).heights(line)
    box = Box(x, y - above * size, typeface(font).width(line) * size, (above + below) * size)
    return Text(line, x, y, font, size, "#0B2A6B", box)


VECTORS: dict[str, Shape] = {
    "fill": Fill(Box(50, 40, 300, 200), "#C4212F"),
    "round": Fill(Box(50, 40, 300, 200), "#C4212F", 40),
    "pill": Fill(Box(50, 40, 300, 60), "#C4212F", 400),
    **{
        f"gradient-{side}": Fill(Box(50, 40, 300, 200), "#0B2A6B", 24, "#FFB81C", side)
        for side in ("left", "right", "top", "bottom")
    },
    **{
        form: Geometry(Box(100, 60, 300, 200), form, "#1D55D0") for form in ("circle", "ring", "chord", "slant", "tail")
    },
    "sector": Sector(Box(100, 60, 240, 240), 300, 215, 0.6, "#6A3FC4"),
    "slice": Sector(Box(100, 60, 240, 240), -30, 75.5, 0, "#6A3FC4"),
    "whole": Sector(Box(100, 60, 240, 240), 10, 360, 0.5, "#6A3FC4"),
    "disc": Sector(Box(100, 60, 240, 240), 10, 400, 0, "#6A3FC4"),
    "nothing": Sector(Box(100, 60, 240, 240), 10, 0, 0.5, "#6A3FC4"),
    "text": text(HEADLINE, size=18),
    "large": text("Tới Vườn Ễ", y=220, size=110),
    "peoples": text("Ƀ ƀ ꪀꪱ 😀 → ✔", size=60),
    "code": Code(Box(100, 60, 33 * 8, 33 * 8), modules("https://so.mau.gov.vn/")),
    "stamp": Stamp(Box(100, 100, 400, 130), "BẢN NHÁP", BOLD, "#C4212F", "#FFFFFF"),
}


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Shape]:
    """Shapes that are made of pixels: an emblem that is see-through, photos, a pattern."""
    folder = tmp_path_factory.mktemp("hinh")
    emblem = Image.new("RGBA", (300, 200))
    ImageDraw.Draw(emblem).ellipse((0, 0, 299, 199), fill=(196, 33, 47, 255))
    emblem.save(folder / "emblem.png")
    soft = [Image.effect_noise((6 * size, 4 * size), 110).resize((1200, 800), 3) for size in (2, 3, 5)]
    Image.merge("RGB", soft).save(folder / "photo.png")
    return {
        "picture": Picture(Box(100, 60, 300, 260), str(folder / "emblem.png")),
        "photo": Photo(Box(40, 40, 400, 300), str(folder / "photo.png"), (0.2, 0.8), 40),
        "duotone": Photo(Box(40, 40, 400, 300), str(folder / "photo.png"), (0.5, 0.5), 0, ("#0B2A6B", "#EAF1FF")),
        "pattern": Pattern(Box(40, 40, 400, 300), "hat-giong", 3, COLORS, 30),
    }


def opened(file: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(file))


def printed(sheet: Sheet, inks: Any = None, wide: int = WIDTH) -> Image.Image:
    document = pypdfium2.PdfDocument(pdf([sheet], ABOUT, inks))
    page = document[0]
    picture: Image.Image = page.render(scale=wide / page.get_width()).to_pil().convert("RGB")
    return picture.crop((0, 0, wide, round(wide * HEIGHT / WIDTH)))


def operators(file: bytes) -> list[str]:
    reader = opened(file)
    found = []
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        found += [operator.decode() for _, operator in ContentStream(contents, reader).operations]
    return found


def fonts(file: bytes) -> dict[str, Any]:
    """The fonts of all pages by their names."""
    found = {}
    for page in opened(file).pages:
        for entry in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            font = entry.get_object()
            found[str(font["/BaseFont"])] = font
    return found


# Shapes ---------------------------------------------------------------------------------------------------------


def assert_alike(sheet: Sheet, most: float = 1.3) -> None:
    """The same to the eye: edges may differ by a fraction of a pixel, areas not at all."""
    painted, found = paint(sheet.scene), printed(sheet)
    difference = ImageChops.difference(painted, found).convert("L")
    assert ImageStat.Stat(difference).mean[0] < most
    inside = difference.resize((WIDTH // 5, HEIGHT // 5), Image.Resampling.BOX)
    assert inside.getextrema()[1] < 90, "a whole part of the picture is elsewhere"  # type: ignore[operator]


@pytest.mark.parametrize("name", VECTORS)
def test_vectors_print_as_they_are_painted_without_a_single_pixel(name: str) -> None:
    sheet = sheet_of(VECTORS[name], ground="#F4F6F9")
    assert_alike(sheet)
    assert not opened(pdf([sheet], ABOUT)).pages[0].images
    assert "Do" not in operators(pdf([sheet], ABOUT))


@pytest.mark.parametrize("name", ["picture", "photo", "duotone", "pattern"])
def test_pictures_print_as_they_are_painted(pictures: dict[str, Shape], name: str) -> None:
    assert_alike(sheet_of(pictures[name], ground="#F4F6F9"))


def test_pictures_have_no_more_dots_than_a_press_can_show(pictures: dict[str, Shape]) -> None:
    (image,) = opened(pdf([sheet_of(pictures["photo"])], ABOUT)).pages[0].images
    assert image.image and image.image.size == (1181, 886)  # 100 × 75 mm at 300 dots an inch


def test_patterns_are_in_the_inks_of_the_shapes_beside_them(pictures: dict[str, Shape]) -> None:
    inks: Any = {"#1D55D0": (100.0, 50.0, 0.0, 0.0)}
    mine = printed(sheet_of(pictures["pattern"]), inks)
    fills = printed(sheet_of(*(Fill(Box(0, 40 * n, 600, 40), color) for n, color in enumerate(COLORS))), inks)
    for number in range(4):
        tone = fills.getpixel((300, 40 * number + 20))
        flat = ImageChops.difference(mine, Image.new("RGB", mine.size, tone)).convert("L")
        assert flat.histogram()[0] + flat.histogram()[1] > 500


@pytest.mark.parametrize(
    "shape", [Veil(Box(0, 0, 600, 400), "#000000", 0, 1), Shade(Box(0, 0, 600, 400), "#000000", "bottom")]
)
def test_what_depends_on_its_ground_is_refused_by_name(shape: Shape) -> None:
    with pytest.raises(TypeError, match=f"{type(shape).__name__} depends on what it lies on"):
        pdf([sheet_of(shape)], ABOUT)


@pytest.mark.parametrize("inks", [None, {}])
def test_codes_are_read_from_print(inks: Any) -> None:
    address = "https://so.mau.gov.vn/chuyen-muc/"
    sheet = sheet_of(Code(Box(200, 100, 200, 200), modules(address)), ground="#0B2A6B")
    (found,) = zxingcpp.read_barcodes(printed(sheet, inks, 900))
    assert found.text == address


def test_code_modules_tile_without_seams() -> None:
    rows = ("1111", "1111", "1111", "1111")
    shown = printed(sheet_of(Code(Box(101.3, 60.7, 211.9, 211.9), rows)), wide=777).convert("L")
    module = 211.9 / (4 + 2 * QUIET)
    left, top = 101.3 + QUIET * module, 60.7 + QUIET * module
    scale = 777 / WIDTH
    inner = [round(side * scale) for side in (left + 2, top + 2, left + 4 * module - 2, top + 4 * module - 2)]
    assert shown.crop((inner[0], inner[1], inner[2], inner[3])).getextrema() == (0, 0)


@pytest.mark.parametrize(
    ("dots", "found"),
    [("", []), ("000", []), ("1", [(0, 1)]), ("0110100", [(1, 2), (1, 1)]), ("10011", [(0, 1), (2, 2)])],
)
def test_modules_side_by_side_are_one(dots: str, found: list[tuple[int, int]]) -> None:
    assert spans(dots) == found


def test_arcs_go_clockwise_from_the_top() -> None:
    steps = arc(Box(0, 0, 200, 100), 0, 90)
    assert steps[0] == ((100, 0),)
    assert steps[-1][-1] == pytest.approx((200, 50))
    assert arc(Box(0, 0, 200, 100), 90, -90)[-1][-1] == pytest.approx((100, 0))


def test_sectors_are_painted_clockwise_from_the_top_with_their_middle_open() -> None:
    image = paint(scene_of(Sector(Box(100, 100, 200, 200), 0, 90, 0.5, "#FF0000")))
    red, white = (255, 0, 0), (255, 255, 255)
    where = {(265, 135): red, (230, 170): white, (135, 135): white, (265, 265): white, (295, 105): white}
    assert {point: image.getpixel(point) for point in where} == where
    area = next(count for count, tone in image.getcolors(WIDTH) or [] if tone == red)
    assert area == pytest.approx(3.1416 * (100**2 - 50**2) / 4, rel=0.03)


def test_sectors_of_a_whole_fit_each_other() -> None:
    parts = [Sector(Box(100, 50, 300, 300), start, 120, 0.6, "#000000") for start in (0, 120, 240)]
    ring = paint(scene_of(Sector(Box(100, 50, 300, 300), 0, 360, 0.6, "#000000")))
    difference = ImageChops.difference(paint(scene_of(*parts)), ring).convert("L")
    assert ImageStat.Stat(difference).mean[0] < 0.1


# Pages ----------------------------------------------------------------------------------------------------------


def box_in_mm(box: Any) -> list[float]:
    return [float(side) / MM for side in box]


def test_boxes_are_those_of_the_sheet() -> None:
    page = opened(pdf([Sheet(Scene(2160, 3030, "#FFFFFF", ()), 210, 297, 3)], ABOUT)).pages[0]
    assert box_in_mm(page.mediabox) == pytest.approx([0, 0, 216, 303], abs=0.01)
    assert box_in_mm(page.bleedbox) == pytest.approx([0, 0, 216, 303], abs=0.01)
    assert box_in_mm(page.trimbox) == pytest.approx([3, 3, 213, 300], abs=0.01)


def test_marks_stand_outside_the_bleed_and_tell_what_is_printed() -> None:
    sheet = Sheet(Scene(1230, 830, "#0B2A6B", ()), 120, 80, 1.5, marks=True, scale="1:10")
    file = pdf([sheet, sheet], ABOUT, {})
    first, second = opened(file).pages
    assert box_in_mm(first.mediabox) == pytest.approx([0, 0, 139, 99], abs=0.01)
    assert box_in_mm(first.bleedbox) == pytest.approx([8, 8, 131, 91], abs=0.01)
    assert box_in_mm(first.trimbox) == pytest.approx([9.5, 9.5, 129.5, 89.5], abs=0.01)
    assert first.extract_text().strip() == "Tờ rơi chuyển đổi số · 120 × 80 mm · tỉ lệ 1:10 · trang 1/2"
    assert second.extract_text().strip().endswith("trang 2/2")
    image = pypdfium2.PdfDocument(file)[0].render(scale=10 / MM).to_pil().convert("L")
    dark = [(round(10 * x), round(10 * y)) for x in (4, 139 - 4) for y in (9.5, 99 - 9.5)]
    dark += [(round(10 * x), round(10 * y)) for x in (9.5, 139 - 9.5) for y in (4, 99 - 4)]
    for x, y in dark:
        assert image.crop((x - 2, y - 2, x + 3, y + 3)).getextrema()[0] < 160, (x, y)
    assert image.getpixel((85, 45)) == 255  # nothing of the scene beyond the bleed


def test_long_titles_stay_between_the_marks() -> None:
    sheet = Sheet(Scene(500, 500, "#FFFFFF", ()), 50, 50, marks=True)
    image = pypdfium2.PdfDocument(pdf([sheet], About("Chuyển đổi số " * 20, "Sở Mẫu")))[0].render(scale=4).to_pil()
    line, margin = image.convert("L").crop((0, image.height - 60, image.width, image.height - 20)), round(7.5 * MM * 4)
    assert line.getextrema()[0] < 100
    for left in (0, image.width - margin):
        assert line.crop((left, 0, left + margin, line.height)).getextrema() == (255, 255)


def test_scenes_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="not of the shape"):
        pdf([Sheet(Scene(600, 400, "#FFFFFF", ()), 210, 297)], ABOUT)


def test_the_ground_reaches_every_edge_though_pixels_are_whole() -> None:
    for size in ((333, 471), (334, 471)):
        document = pypdfium2.PdfDocument(pdf([Sheet(Scene(*size, "#000000", ()), 210, 297)], ABOUT))
        assert document[0].render(scale=2).to_pil().convert("L").getextrema()[1] < 8


def test_a_file_tells_its_title_and_language() -> None:
    reader = opened(pdf([sheet_of()], ABOUT))
    root: Any = reader.trailer["/Root"]
    told = reader.metadata
    assert told
    assert (told.title, told.author, told.subject) == (ABOUT.title, ABOUT.author, ABOUT.subject)
    assert root["/Lang"] == "vi"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 – pypdf's own boolean
    assert reader.pdf_header >= "%PDF-1.4"


# Colours --------------------------------------------------------------------------------------------------------


def test_presses_get_no_colour_of_screens(pictures: dict[str, Shape]) -> None:
    shapes = (*VECTORS.values(), *pictures.values())
    sheet = Sheet(scene_of(*shapes), 150, 100, marks=True)
    used = set(operators(pdf([sheet], ABOUT, {})))
    assert not used & OF_SCREENS
    assert {"k", "K", "sh"} <= used
    spaces = {
        str(entry.get_object()["/ColorSpace"])
        for entry in opened(pdf([sheet], ABOUT, {})).pages[0]["/Resources"]["/Shading"].values()  # type: ignore[index]
    }
    assert spaces == {"/DeviceCMYK"}


def test_pictures_are_separated_and_keep_their_masks(pictures: dict[str, Shape]) -> None:
    sheet = sheet_of(*pictures.values(), ground="#F4F6F9")
    entries = opened(pdf([sheet], ABOUT, {})).pages[0]["/Resources"]["/XObject"]  # type: ignore[index]
    images = [entry.get_object() for entry in entries.values()]
    assert {str(image["/ColorSpace"]) for image in images} == {"/DeviceCMYK"}
    masks = [image["/SMask"].get_object() for image in images if "/SMask" in image]
    assert [str(mask["/ColorSpace"]) for mask in masks] == ["/DeviceGray"]


@pytest.mark.parametrize("name", ["picture", "photo", "duotone"])
def test_separated_pictures_look_like_themselves(pictures: dict[str, Shape], name: str) -> None:
    """As far as inks can: the reader program knows no press, so colours are only near."""
    sheet = sheet_of(pictures[name])
    painted, found = paint(sheet.scene).convert("L"), printed(sheet, {}).convert("L")
    assert ImageStat.Stat(ImageChops.difference(painted, found)).mean[0] < 16


def test_a_sign_of_as_many_colours_as_a_photo_is_stored_as_one(pictures: dict[str, Shape]) -> None:
    photo = pictures["photo"]
    assert isinstance(photo, Photo)
    for picture, stored in ((photo.path, "/DCTDecode"), (str(pictures["picture"].path), "/FlateDecode")):  # type: ignore[union-attr]
        file = pdf([sheet_of(Picture(Box(40, 40, 400, 300), picture))], ABOUT, {})
        entries = opened(file).pages[0]["/Resources"]["/XObject"]  # type: ignore[index]
        assert [str(entry.get_object()["/Filter"][0]) for entry in entries.values()] == [stored]


@pytest.mark.parametrize("inks", [None, {}])
def test_a_see_through_logo_of_many_colours_is_stored_as_a_photo_with_its_mask(tmp_path: Path, inks: Any) -> None:
    noise = Image.effect_noise((900, 900), 90).filter(ImageFilter.GaussianBlur(2))
    clear = Image.radial_gradient("L").resize((900, 900))
    noisy = Image.merge("RGBA", (noise, noise.rotate(90), noise.rotate(180), clear))
    noisy.save(tmp_path / "noisy.png")
    file = pdf([sheet_of(Picture(Box(40, 40, 300, 300), str(tmp_path / "noisy.png")))], ABOUT, inks)
    (entry,) = opened(file).pages[0]["/Resources"]["/XObject"].values()  # type: ignore[index]
    stored = entry.get_object()
    assert [str(name) for name in stored["/Filter"]] == ["/DCTDecode"]
    mask = stored["/SMask"].get_object()
    assert (mask["/ColorSpace"], [str(name) for name in mask["/Filter"]]) == ("/DeviceGray", ["/FlateDecode"])
    assert len(file) < 700_000


@pytest.mark.parametrize("inks", [None, {}])
def test_a_flat_logo_keeps_every_dot_and_its_mask(tmp_path: Path, inks: Any) -> None:
    logo = Image.new("RGBA", (1600, 1600), "#FFFFFF00")
    ImageDraw.Draw(logo).ellipse((100, 100, 1500, 1500), fill="#C4212F")
    logo.save(tmp_path / "flat.png")
    file = pdf([sheet_of(Picture(Box(40, 40, 300, 300), str(tmp_path / "flat.png")))], ABOUT, inks)
    (entry,) = opened(file).pages[0]["/Resources"]["/XObject"].values()  # type: ignore[index]
    stored = entry.get_object()
    assert [str(name) for name in stored["/Filter"]] == ["/FlateDecode"]
    assert "/SMask" in stored and stored["/Width"] <= 1000


def test_a_logo_in_process_colours_keeps_its_inks(tmp_path: Path) -> None:
    given = (255, 200, 93, 0)
    Image.new("CMYK", (400, 300), given).save(tmp_path / "logo.jpg", quality=95)
    file = pdf([sheet_of(Picture(Box(40, 40, 300, 300), str(tmp_path / "logo.jpg")))], ABOUT, {})
    (image,) = opened(file).pages[0].images
    assert image.image.mode == "CMYK"
    stored = image.image.getpixel((100, 100))
    # readers invert what Adobe's mark says is inverted: either way the shares are those given
    assert any(
        all(abs(one - other) <= 3 for one, other in zip(stored, inks, strict=True))
        for inks in (given, tuple(255 - share for share in given))
    )


def test_a_logo_is_not_blown_up(pictures: dict[str, Shape]) -> None:
    (image,) = opened(pdf([Sheet(scene_of(pictures["picture"]), 1500, 1000)], ABOUT, {})).pages[0].images
    assert image.image and image.image.size == (300, 200)


def test_screens_get_no_inks(pictures: dict[str, Shape]) -> None:
    used = set(operators(pdf([Sheet(scene_of(*VECTORS.values()), 150, 100, marks=True)], ABOUT)))
    assert not used & {"k", "K", "cs", "CS"}


@pytest.mark.parametrize(
    ("color", "inks"),
    [
        ("#FFFFFF", (0, 0, 0, 0)),
        ("#000000", (0, 0, 0, 100)),
        ("#0D1B2A", (0, 0, 0, 100)),
        ("#4A5A6A", (0, 0, 0, 79.6)),
        ("#FF0000", (0, 100, 100, 0)),
        ("#0B2A6B", (100, 81.9, 0, 36.4)),
        ("#c4212f", (1, 2, 3, 4)),
    ],
)
def test_colours_become_inks(color: str, inks: tuple[float, ...]) -> None:
    assert process(color, {"#C4212F": (1, 2, 3, 4)}) == pytest.approx(inks, abs=0.3)


def test_no_computed_colour_has_too_much_ink() -> None:
    steps = range(0, 256, 15)
    assert max(sum(process(f"#{r:02X}{g:02X}{b:02X}", {})) for r in steps for g in steps for b in steps) <= 280.1


def brand_with(inks: Any) -> Brand:
    return Brand(**{**BRAND.model_dump(), "inks": inks})


def test_a_brand_tells_its_inks() -> None:
    assert BRAND.inks == {}
    brand = brand_with({"#0b2a6b": [100, 80, 0, 20.5]})
    assert brand.inks == {"#0B2A6B": (100, 80, 0, 20.5)}
    assert b"1 .8 0 .205 k" in content(pdf([sheet_of(Fill(Box(0, 0, 9, 9), "#0B2A6B"))], ABOUT, brand.inks))


def content(file: bytes) -> bytes:
    contents = opened(file).pages[0].get_contents()
    assert contents is not None
    return contents.get_data()


@pytest.mark.parametrize(
    ("inks", "message"),
    [
        ({"#0B2A6B": [100, 80, 90, 50]}, "tổng mực 320% nhiều quá, giấy không khô; bớt xuống còn 300% trở lại"),
        ({"#0B2A6B": [100, 80, 0]}, "không phải bốn mực in; ghi bốn số từ 0 đến 100"),
        ({"#0B2A6B": [100, 80, 0, 101]}, "không phải bốn mực in"),
        ({"#0B2A6B": "xanh"}, "“xanh” không phải bốn mực in"),
        ({"xanh": [100, 80, 0, 0]}, "“xanh” không phải màu"),
    ],
)
def test_impossible_inks_are_told(inks: Any, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        brand_with(inks)


# Text -----------------------------------------------------------------------------------------------------------


def test_vietnamese_is_found_and_copied_as_written() -> None:
    lines = [HEADLINE, "Nghị quyết số 57-NQ/TW: 85,5 % (a\\b) – “Gần dân”", "Quỳ, Ỷ, ỹ: Khuỷu tay; AV AW To Ta Tư"]
    shapes = [text(line, y=60 + 50 * number, size=16) for number, line in enumerate(lines)]
    for inks in (None, {}):
        found = opened(pdf([sheet_of(*shapes)], ABOUT, inks)).pages[0].extract_text()
        assert [line.strip() for line in found.splitlines()] == lines
        assert unicodedata.is_normalized("NFC", found)


def test_letters_of_other_fonts_stay_in_their_line() -> None:
    found = opened(pdf([sheet_of(text("Tiếng Ƀahnar, ꪼꪕ và 😀🎉 ở giữa"))], ABOUT)).pages[0].extract_text()
    assert found.strip() == "Tiếng Ƀahnar, ꪼꪕ và 😀🎉 ở giữa"


def test_more_letters_than_one_subset_holds_are_all_readable() -> None:
    letters = [chr(code) for code in sorted(font_at(BOLD[0]).face.charToGlyph) if chr(code).isalpha()]
    assert len(letters) > 256
    lines = ["".join(letters[start : start + 60]) for start in range(0, len(letters), 60)]
    shapes = [text(line, y=40 + 40 * number, size=10, font=BOLD) for number, line in enumerate(lines)]
    file = pdf([sheet_of(*shapes)], ABOUT)
    assert opened(file).pages[0].extract_text().split() == lines
    assert len(fonts(file)) == 2
    assert_alike(sheet_of(*shapes), 2)


def test_glyphs_stand_where_they_are_painted_to_the_end_of_a_long_line() -> None:
    line = "Tự động, AVATAR, Tới Vườn, LÝ TƯỞNG, Vy, To, Ta, Tư. " * 3
    shown = printed(sheet_of(text(line, x=4, size=6)), wide=2400)
    box = ImageChops.invert(shown.convert("L")).getbbox()
    assert box
    face = typeface(STACK)
    assert box[2] / 4 == pytest.approx(4 + face.width(line.rstrip()) * 6, abs=0.6)


def test_every_font_is_embedded_as_a_subset() -> None:
    shapes = [text(HEADLINE), text("Ƀ ꪀ ✔ 😀"), text("Chữ thường", font=(str(SHIPPED / BRAND.fonts["regular"]),))]
    file = pdf([Sheet(scene_of(*shapes), 150, 100, marks=True), sheet_of(text("Trang hai"))], ABOUT, {})
    found = fonts(file)
    assert len(found) >= 5
    for name, font in found.items():
        assert name[7] == "+"
        descriptor = font["/FontDescriptor"]
        assert len(descriptor["/FontFile2"].get_data()) < 40_000
        assert "/ToUnicode" in font
    assert not any("Helvetica" in name for name in found)
    assert b"Helvetica" not in file


def test_sheets_without_text_have_no_font() -> None:
    assert fonts(pdf([sheet_of(Fill(Box(0, 0, 99, 99), "#C4212F"))], ABOUT)) == {}


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_every_font_that_comes_along_can_be_embedded(path: Path) -> None:
    letters = "".join(chr(code) for code in sorted(font_at(str(path)).face.charToGlyph)[5:25])
    file = pdf([sheet_of(text(letters, font=(str(path),)))], ABOUT)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts(file).values())


def test_icons_of_two_sets_are_told_apart_and_read_as_nothing(tmp_path: Path) -> None:
    sets = [Icons.of(["material/school"]), Icons.of(["material/home", "material/phone"])]
    stacks = [(str(icons.font(tmp_path)),) for icons in sets]
    shapes = [text(sets[n].character(sets[n].names[-1]), 100 + 200 * n, 200, 120, stacks[n]) for n in (0, 1)]
    sheet = sheet_of(*shapes)
    file = pdf([sheet], ABOUT)
    assert len(fonts(file)) == 2
    assert opened(file).pages[0].extract_text().strip() == ""
    assert_alike(sheet)
    assert pdf([sheet_of(shapes[0])], ABOUT) == pdf([sheet_of(shapes[0])], ABOUT)


def test_copies_of_one_font_file_are_one_font(tmp_path: Path) -> None:
    """As in a project that brings the shipped fonts along: marks are set in the program's own."""
    own = tmp_path / Path(STACK[0]).name
    own.write_bytes(Path(STACK[0]).read_bytes())
    file = pdf([sheet_of(text("Đợt", 20), text("Ngày", 200, font=(str(own),)))], ABOUT)
    assert len(fonts(file)) == 1


def test_a_font_file_that_changes_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "chu.ttf"
    path.write_bytes(FONTS[0].read_bytes())
    first = font_at(str(path))
    assert isinstance(first, Font) and font_at(str(path)) is first
    path.write_bytes(FONTS[1].read_bytes())
    os.utime(path, (1, 1))
    assert font_at(str(path)).face.name != first.face.name


SCRIPT = """
import sys
from tests_press import VECTORS, pdf, scene_of, Sheet, ABOUT
sys.stdout.buffer.write(pdf([Sheet(scene_of(*VECTORS.values()), 150, 100, 0, True)] * 2, ABOUT, {}))
"""


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "tests_press.py").write_text(Path(__file__).read_text("utf-8"), "utf-8")
    files = []
    for seed in ("1", "77"):
        made = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(tmp_path), "TZ": f"UTC+{seed[0]}"}
        files.append(subprocess.run([sys.executable, "-c", SCRIPT], env=made, capture_output=True, check=True).stdout)
    mine = pdf([Sheet(scene_of(*VECTORS.values()), 150, 100, 0, True)] * 2, ABOUT, {})
    assert files == [mine, mine]
