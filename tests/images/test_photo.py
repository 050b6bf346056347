import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from chuyenmuc.images.photo import BadPhoto, cropped, opened, stripped

RED, BLUE = (200, 30, 30), (30, 30, 200)


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
