import io
import math
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from chuyenmuc.images.photo import LARGEST_SIDE, BadPhoto, cropped, decoded, opened, stripped, stripped_suffix

RED, BLUE = (200, 30, 30), (30, 30, 200)
# As an iPhone writes one: stored lying (128×64, red on its left), turned by a box of its own, with an EXIF tag beside.
HEIC = Path(__file__).with_name("turned.heic").read_bytes()


def picture(path: Path, size: tuple[int, int] = (40, 20), **options: object) -> Path:
    """Red left half, blue right half."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (0, 0, size[0] // 2, size[1]))
    image.save(path, **options)
    return path


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_photo_is_turned_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    photo = opened(picture(tmp_path / "a.jpg", exif=exif, quality=95))
    assert photo.size == (20, 40)
    assert photo.getpixel((10, 5))[0] > 150


def test_nothing_of_the_file_s_metadata_is_published(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "nơi chụp"
    exif.get_ifd(0x8825)[1] = "N"
    path = picture(tmp_path / "a.jpg", exif=exif, comment=b"rieng tu")
    published = Image.open(io.BytesIO(stripped(path)))
    assert not published.getexif()
    assert b"rieng tu" not in stripped(path)
    assert not opened(path).info


def test_another_colour_space_becomes_srgb(tmp_path: Path) -> None:
    lab = ImageCms.createProfile("LAB")
    profile = ImageCms.ImageCmsProfile(lab).tobytes()
    path = picture(tmp_path / "a.jpg", icc_profile=profile)  # a profile that does not suit RGB is passed over
    assert opened(path).mode == "RGB"


def test_transparency_stands_on_white(tmp_path: Path) -> None:
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert opened(tmp_path / "a.png").getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif", "gif"])
def test_common_formats_open(tmp_path: Path, suffix: str) -> None:
    assert opened(picture(tmp_path / f"a.{suffix}")).size == (40, 20)


def test_a_disguised_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"<html>")
    with pytest.raises(BadPhoto, match="không phải tệp ảnh"):
        opened(tmp_path / "a.jpg")


def test_too_heavy_a_file_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.jpg").open("wb") as file:
        file.truncate(40_000_001)
    with pytest.raises(BadPhoto, match="nặng hơn 40 MB"):
        opened(tmp_path / "a.jpg")


def test_a_truncated_photo_is_refused(tmp_path: Path) -> None:
    whole = io.BytesIO()
    Image.effect_noise((600, 400), 90).convert("RGB").save(whole, "JPEG")
    (tmp_path / "a.jpg").write_bytes(whole.getvalue()[:9000])
    with pytest.raises(BadPhoto, match="hỏng hoặc bị cắt cụt"):
        opened(tmp_path / "a.jpg")


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
@pytest.mark.parametrize("side", [12_000, 60_000])
def test_a_bomb_is_refused_before_it_is_decoded(tmp_path: Path, side: int) -> None:
    header = png_chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    body = png_chunk(b"IDAT", zlib.compress(b"\0" * 99)) + png_chunk(b"IEND", b"")
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + header + body)
    with pytest.raises(BadPhoto, match="quá lớn"):
        opened(tmp_path / "a.png")


def test_the_focus_stays_in_the_crop(tmp_path: Path) -> None:
    path = str(picture(tmp_path / "a.png", (400, 100)))
    assert cropped(path, (100, 100), (0.0, 0.5)).getpixel((50, 50)) == RED
    assert cropped(path, (100, 100), (1.0, 0.5)).getpixel((50, 50)) == BLUE


def test_grey_of_sixteen_bits_keeps_its_shades(tmp_path: Path) -> None:
    image = Image.new("I;16", (4, 4), 32_768)
    image.save(tmp_path / "a.png")
    assert opened(tmp_path / "a.png").getpixel((1, 1)) == (127, 127, 127)


def test_a_transparent_photo_with_a_profile_stands_on_white_too(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(tmp_path / "a.png", icc_profile=profile)
    assert opened(tmp_path / "a.png").getpixel((1, 1)) == (255, 255, 255)


def test_a_palette_keeps_its_colours_when_it_is_reduced(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", (6000, 40))
    Image.open(tmp_path / "a.png").quantize(4).save(tmp_path / "b.png")
    photo = opened(tmp_path / "b.png")
    assert photo.size == (3000, 20)
    assert photo.getpixel((10, 10)) == RED


# HEIC -----------------------------------------------------------------------------------------------------------


def heic(path: Path, content: bytes = HEIC) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", ["a.heic", "a.HEIC", "a.jpg"])
def test_an_iphone_photo_is_upright_once(tmp_path: Path, name: str) -> None:
    photo = opened(heic(tmp_path / name))
    assert photo.size == (64, 128)
    assert photo.getpixel((32, 30))[0] > 150
    assert photo.getpixel((32, 98))[2] > 150
    assert not photo.info


def test_an_iphone_photo_of_a_body_is_published_as_jpeg(tmp_path: Path) -> None:
    path = heic(tmp_path / "a.HEIC")
    published = Image.open(io.BytesIO(stripped(path)))
    assert (published.format, published.size, stripped_suffix(path)) == ("JPEG", (64, 128), ".jpg")
    assert b"noi chup" in HEIC
    assert b"noi chup" not in stripped(path)
    assert stripped_suffix(Path("b.png")) == ".png"


def test_another_file_named_heic_is_what_its_bytes_say(tmp_path: Path) -> None:
    picture(tmp_path / "a.png").rename(tmp_path / "a.heic")
    assert opened(tmp_path / "a.heic").size == (40, 20)
    with pytest.raises(BadPhoto, match="GIF, HEIC; lưu ảnh"):
        opened(heic(tmp_path / "b.heic", b"<html>"))


@pytest.mark.parametrize("length", [12, 40, 200, 400, len(HEIC) - 1])
def test_a_truncated_iphone_photo_is_refused(tmp_path: Path, length: int) -> None:
    with pytest.raises(BadPhoto, match=r"hỏng hoặc bị cắt cụt|không phải tệp ảnh"):
        opened(heic(tmp_path / "a.heic", HEIC[:length]))


def test_an_enormous_iphone_photo_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    size = struct.pack(">II", 128, 64)
    assert size in HEIC
    with pytest.raises(BadPhoto, match="quá lớn"):
        opened(heic(tmp_path / "a.heic", HEIC.replace(size, struct.pack(">II", 20_000, 20_000))))


def test_pi_heif_is_loaded_only_for_its_own_files(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from chuyenmuc.images.photo import opened; opened(Path(sys.argv[1]));"
        "print('pi_heif' in sys.modules)"
    )
    found = [
        subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout
        for path in (picture(tmp_path / "a.jpg"), heic(tmp_path / "a.heic"))
    ]
    assert found == ["False\n", "True\n"]


# Crops ----------------------------------------------------------------------------------------------------------

SIDE = st.integers(1, 700)
FOCUS = st.floats(0, 1)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A photo of 1600×1200 with fine and coarse detail."""
    noise = [Image.effect_noise((200 * times, 150 * times), 90).resize((1600, 1200)) for times in (1, 2, 4)]
    path = tmp_path_factory.mktemp("photo") / "large.png"
    Image.merge("RGB", noise).save(path)
    return str(path)


@given(SIDE, SIDE, FOCUS, FOCUS)
@examples(max_examples=80, deadline=None)
def test_any_crop_of_any_focus_can_be_made(large: str, width: int, height: int, x: float, y: float) -> None:
    assert cropped(large, (width, height), (x, y)).size == (width, height)


@pytest.mark.parametrize("size", [(700, 300), (780, 585), (400, 300), (384, 216), (320, 640), (200, 128), (100, 100)])
def test_a_crop_looks_like_the_one_made_slowly(large: str, size: tuple[int, int]) -> None:
    quick = cropped(large, size, (0.3, 0.6))
    slow = ImageOps.fit(Image.open(large), size, Image.Resampling.LANCZOS, centering=(0.3, 0.6))
    squares = sum(ImageStat.Stat(ImageChops.difference(quick, slow)).sum2) / (3 * size[0] * size[1])
    assert (
        10 * math.log10(255**2 / max(squares, 1e-9)) > 26
    )  # of noise, which is harder than any photo: those come to 49 and more


def test_a_crop_is_the_same_bytes_whatever_was_cropped_before(large: str) -> None:
    decoded.cache_clear()
    first = cropped(large, (300, 200), (0.5, 0.5)).tobytes()
    decoded.cache_clear()
    cropped(large, (100, 50), (0.1, 0.5))
    cropped(large, (1200, 900), (0.1, 0.5))
    assert cropped(large, (300, 200), (0.5, 0.5)).tobytes() == first


def test_a_photo_is_kept_as_large_as_formats_need_and_no_larger(tmp_path: Path) -> None:
    assert max(opened(picture(tmp_path / "a.jpg", (2 * LARGEST_SIDE + 2, 60))).size) == LARGEST_SIDE + 1
    assert max(opened(picture(tmp_path / "b.jpg", (2 * LARGEST_SIDE - 2, 60))).size) == 2 * LARGEST_SIDE - 2


def test_a_tall_picture_of_a_body_keeps_its_width(tmp_path: Path) -> None:
    tall = Image.open(io.BytesIO(stripped(picture(tmp_path / "a.png", (2000, 6000)))))
    assert tall.size == (1600, 4800)
