"""Photos as they may be published: opened with suspicion, upright, in sRGB, without a trace of metadata."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

FORMATS = ["JPEG", "PNG", "WEBP", "AVIF", "GIF"]
MOST_BYTES = 40_000_000
MOST_PIXELS = 80_000_000
LARGEST_SIDE = 2600
IN_BODY = 1600


class BadPhoto(ValueError):
    """Why a photo cannot be used; the text is for staff and holds a fix after its semicolon."""


def opened(path: Path) -> Image.Image:
    """The photo upright, in RGB (transparency on white), at most LARGEST_SIDE pixels long. Raises BadPhoto."""
    image = header(path)
    try:
        image.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
        image.load()
        return upright(image)
    except (OSError, SyntaxError, ValueError, MemoryError) as error:
        raise BadPhoto("tệp ảnh hỏng hoặc bị cắt cụt; chép lại ảnh gốc") from error


def header(path: Path) -> Image.Image:
    """The picture with its size known but nothing decoded, refused if it is not one or is dangerously large."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadPhoto("tệp ảnh nặng hơn 40 MB; thu nhỏ ảnh rồi lưu lại")
        image = Image.open(path, formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise BadPhoto("ảnh có kích thước quá lớn; thu nhỏ dưới 80 triệu điểm ảnh") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise BadPhoto("không phải tệp ảnh JPEG, PNG, WebP, AVIF, GIF; lưu ảnh lại ở dạng JPEG") from error
    if image.width * image.height > MOST_PIXELS:
        raise BadPhoto(f"ảnh {image.width}×{image.height} quá lớn; thu nhỏ dưới 80 triệu điểm ảnh")
    return image


def upright(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    turned = in_srgb(turned, profile) if profile else in_eight_bits(turned)
    if turned.mode in {"RGBA", "LA", "PA"} or "transparency" in turned.info:
        turned = turned.convert("RGBA")
        ground = Image.new("RGBA", turned.size, "white")
        turned = Image.alpha_composite(ground, turned)
    turned = turned.convert("RGB")
    turned.thumbnail((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return Image.frombytes("RGB", turned.size, turned.tobytes())  # nothing of the file's own info comes along


def in_eight_bits(image: Image.Image) -> Image.Image:
    """Grey of 16 bits a pixel, as scanners make it: Pillow's own conversion would turn nearly all of it white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value / 257).convert("L")


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return image  # a broken profile: the numbers are taken as sRGB, as browsers do
    return changed or image


@lru_cache(maxsize=2)
def decoded(path: str, modified: int) -> Image.Image:
    """A photo decoded once for all the formats of its item."""
    return opened(Path(path))


def cropped(path: str, size: tuple[int, int], focus: tuple[float, float]) -> Image.Image:
    photo = decoded(path, Path(path).stat().st_mtime_ns)
    return ImageOps.fit(photo, size, Image.Resampling.LANCZOS, centering=focus)


def stripped(path: Path) -> bytes:
    """A picture of an article's body as it is published: upright, at most IN_BODY wide, no metadata."""
    kinds = {".png": "PNG", ".gif": "GIF", ".webp": "WEBP", ".avif": "AVIF"}
    kind = kinds.get(path.suffix.lower(), "JPEG")
    image = opened(path)
    image.thumbnail((IN_BODY, 4 * IN_BODY), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    if kind in {"PNG", "GIF"}:
        image.save(file, kind, optimize=True)
    else:
        image.save(file, kind, quality=84)
    return file.getvalue()
