"""Photos as they may be published: opened with suspicion, upright, in sRGB, without a trace of metadata."""

from __future__ import annotations

import io
import warnings
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)  # told here, in Vietnamese

FORMATS = ["JPEG", "PNG", "WEBP", "AVIF", "GIF"]
HEIF = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}  # brands of iPhone's photos
KINDS = {".png": "PNG", ".gif": "GIF", ".webp": "WEBP", ".avif": "AVIF"}
SRGB = ("sRGB IEC61966", "sRGB built-in")
MOST_BYTES = 40_000_000
MOST_PIXELS = 80_000_000
LARGEST_SIDE = 2600
IN_BODY = 1600
MIDDLE, HEADS = (0.5, 0.5), (0.5, 0.32)  # an upright photo whose focus nobody gave is most often of people
UPRIGHT = 1.15  # height to width
ORIENTATION = 0x0112
UNREADABLE = (OSError, SyntaxError, ValueError, MemoryError, EOFError, RuntimeError)  # what decoders raise
BROKEN = "tệp ảnh hỏng hoặc bị cắt cụt; chép lại ảnh gốc"


class BadPhoto(ValueError):
    """Why a photo cannot be used; the text is for staff and holds a fix after its semicolon."""


def opened(path: Path, room: tuple[int, int] = (LARGEST_SIDE, LARGEST_SIDE)) -> Image.Image:
    """The photo upright, in sRGB (transparency on white), less than twice as large as fits `room`. Raises BadPhoto."""
    image = header(path)
    try:
        times = excess(image, room)
        image.draft("RGB", (image.width // times, image.height // times))
        image.load()
        return upright(image, room)
    except UNREADABLE as error:
        raise BadPhoto(BROKEN) from error


def excess(image: Image.Image, room: tuple[int, int]) -> int:
    """How many whole times too large the photo is, once upright."""
    lies = image.getexif().get(ORIENTATION, 1) > 4
    width, height = image.size[::-1] if lies else image.size
    return max(1, width // room[0], height // room[1])


def header(path: Path) -> Image.Image:
    """The picture with its size known but nothing decoded, refused if it is not one or is dangerously large."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadPhoto("tệp ảnh nặng hơn 40 MB; thu nhỏ ảnh rồi lưu lại")
        image = Image.open(path, formats=formats(path))
    except BadPhoto:
        raise
    except Image.DecompressionBombError as error:
        raise BadPhoto("ảnh có kích thước quá lớn; thu nhỏ dưới 80 triệu điểm ảnh") from error
    except UNREADABLE as error:
        raise BadPhoto("không phải tệp ảnh JPEG, PNG, WebP, AVIF, GIF, HEIC; lưu ảnh lại ở dạng JPEG") from error
    if image.width * image.height > MOST_PIXELS:
        raise BadPhoto(f"ảnh {image.width}×{image.height} quá lớn; thu nhỏ dưới 80 triệu điểm ảnh")
    return image


def is_heif(path: Path) -> bool:
    """Whether the file is HEIC or HEIF by its bytes, whatever its name."""
    with path.open("rb") as file:
        start = file.read(12)
    return start[4:8] == b"ftyp" and start[8:] in HEIF


def formats(path: Path) -> list[str]:
    """What the file may be. Pillow learns HEIF only when there is such a file: loading that takes a while."""
    if not is_heif(path):
        return FORMATS
    from pi_heif import register_heif_opener  # type: ignore[import-untyped]

    register_heif_opener()
    return [*FORMATS, "HEIF"]


def upright(image: Image.Image, room: tuple[int, int]) -> Image.Image:
    profile = image.info.get("icc_profile")
    flat = on_white(in_eight_bits(image))
    times = excess(flat, room)
    if times > 1:
        flat = flat.reduce(times)
    ImageOps.exif_transpose(flat, in_place=True)  # a HEIF photo is upright already, and its tag says so
    clean = in_srgb(flat, profile) if profile else flat
    clean = clean if clean.mode == "RGB" else clean.convert("RGB")  # which would copy it, at half the cost of decoding
    clean.info = {}  # nothing of the file's own comes along
    return clean


def in_eight_bits(image: Image.Image) -> Image.Image:
    """Full channels instead of a palette. Of 16 bits, as scanners make them, Pillow would turn nearly all white."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode in {"P", "PA", "1"}:
        return image.convert("RGBA" if "transparency" in image.info or image.mode == "PA" else "RGB")
    return image


def on_white(image: Image.Image) -> Image.Image:
    if image.mode not in {"RGBA", "LA"} and "transparency" not in image.info:
        return image
    seen = image.convert("RGBA")
    white = Image.new("RGBA", seen.size, "white")
    flat = Image.alpha_composite(white, seen).convert("RGB")
    flat.info = {key: value for key, value in image.info.items() if key != "transparency"}
    return flat


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        change = to_srgb(profile, image.mode)
        return ImageCms.applyTransform(image, change) or image if change else image
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image  # a broken profile: the numbers are taken as sRGB, as browsers do


@lru_cache(maxsize=8)
def to_srgb(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """None for a profile that is sRGB itself, as most cameras write."""
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    if ImageCms.getProfileDescription(source).startswith(SRGB):
        return None
    return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")


# Crops ----------------------------------------------------------------------------------------------------------


class Halves:
    """A photo, its half, its quarter and so on, each made when first needed."""

    def __init__(self, photo: Image.Image) -> None:
        self.size = photo.size
        self.made = [photo]

    def __getitem__(self, times: int) -> Image.Image:
        while len(self.made) <= times:
            self.made.append(self.made[-1].reduce(2))
        return self.made[times]


@lru_cache(maxsize=1)
def decoded(path: str, modified: int) -> Halves:
    """A photo decoded once for all the formats of its item."""
    decoded.cache_clear()  # let the one before go first: each takes tens of megabytes
    return Halves(opened(Path(path)))


def cropped(path: str, size: tuple[int, int], focus: tuple[float, float]) -> Image.Image:
    """The largest part of a photo that has the shape of `size`, around its focus.

    Halving is cheap. What is halved once and stays large enough, or again with half as much to spare, looks the same
    (43 dB and more from the slow way).
    """
    photo = decoded(path, Path(path).stat().st_mtime_ns)
    if focus == MIDDLE and photo.size[1] > UPRIGHT * photo.size[0]:
        focus = HEADS
    scale = min(photo.size[0] / size[0], photo.size[1] / size[1])
    times = max(int(scale >= 2), int(scale / 1.5).bit_length() - 1)
    left, right = span(photo.size[0], size[0] * scale, focus[0])
    top, bottom = span(photo.size[1], size[1] * scale, focus[1])
    part = 0.5**times
    box = (left * part, top * part, right * part, bottom * part)
    # Where much is left to reduce, Hamming is as sharp as Lanczos (47 dB) at a third of the work.
    kernel = Image.Resampling.HAMMING if scale * part >= 1.35 else Image.Resampling.BICUBIC
    return photo[times].resize(size, kernel, box=box)


def span(whole: int, length: float, focus: float) -> tuple[float, float]:
    """From where to where a crop goes; rounding never takes it past the photo's edge."""
    start = max(0.0, (whole - length) * focus)
    return start, min(float(whole), start + length)


# In an article's body -------------------------------------------------------------------------------------------


def stripped_suffix(path: Path) -> str:
    """The suffix that suits what `stripped` gives: browsers do not show HEIC, so it becomes JPEG."""
    suffix = path.suffix.lower()
    return suffix if suffix in KINDS else ".jpg"


def as_published(path: Path) -> Image.Image:
    """A picture of an article's body: upright, at most IN_BODY wide. Raises BadPhoto."""
    room = IN_BODY, 4 * IN_BODY
    image = opened(path, room)
    image.thumbnail(room, Image.Resampling.LANCZOS)
    return image


def stripped(path: Path) -> bytes:
    """The file of a picture of an article's body, without metadata."""
    kind = KINDS.get(path.suffix.lower(), "JPEG")
    image, file = as_published(path), io.BytesIO()
    if kind in {"PNG", "GIF"}:
        image.save(file, kind, optimize=True)
    else:
        image.save(file, kind, quality=84)
    return file.getvalue()
