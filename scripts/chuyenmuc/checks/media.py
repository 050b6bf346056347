"""Film, sound, slides and albums: their files are there and fit, and what is heard or shown can also be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from chuyenmuc.checks.references import kept
from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import Status
from chuyenmuc.content.finding import Finding, Level
from chuyenmuc.content.items import Album, Item, Podcast, Slides, Spoken, Video
from chuyenmuc.content.links import PICTURE_KEYS, is_picture, local_file, own_files, present

RULE = "da-phuong-tien"
HEAVY = 200_000_000  # bytes
# What browsers play or people open, for each key of each kind.
TYPES: dict[type[Item], dict[str, tuple[str, ...]]] = {
    Video: {"file": (".mp4", ".webm"), "captions": (".vtt",)},
    Podcast: {"file": (".mp3", ".m4a")},
    Slides: {"file": (".pdf", ".pptx", ".odp")},
}
PICTURES = "ảnh (.jpg, .png, .webp)"


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if isinstance(item, Spoken | Slides | Album):
            yield from complete(item)
            judged = (*TYPES.get(type(item), ()), *PICTURE_KEYS)  # other files: with the references of every item
            for field, path in own_files(item):
                if field in judged:
                    yield from fitting(item, field, path)


def complete(item: Item) -> Iterator[Finding]:
    """What the item lacks; in a draft that is a reminder."""
    level: Level = "error" if item.status is Status.APPROVED else "warning"
    for field, message, fix in lacking(item):
        yield at(item, field, RULE, message, fix, level=level)
    if isinstance(item, Video) and item.file and not item.captions:
        message = "video chưa có phụ đề cho người không nghe được"
        fix = "thêm tệp .vtt cạnh bài, ghi tên tệp vào “captions: …”"
        yield at(item, "file", RULE, message, fix, level="warning")


def lacking(item: Item) -> Iterator[tuple[str, str, str]]:
    if isinstance(item, Video) and not item.file and not item.watch_url:
        fix = "ghi tên tệp .mp4 vào “file: …”, hoặc địa chỉ xem vào “watch_url: …”"
        yield "file", "chưa có video", fix
    if isinstance(item, Slides) and not item.file and not item.slides:
        fix = "ghi tên tệp .pdf, .pptx hoặc .odp vào “file: …”, hoặc liệt kê các trang ở “slides:”"
        yield "file", "chưa có tệp trình chiếu", fix
    if item.body.strip():
        return
    if isinstance(item, Spoken):
        what = "trong video" if isinstance(item, Video) else "trong tập này"
        fix = f"viết lời {what} ở dưới phần khai báo; phim không lời thì kể lại những gì hiện trên hình"
        yield "", f"chưa có bản chữ của lời {what} cho người không nghe, không xem được", fix
    elif isinstance(item, Slides) and not item.slides:
        fix = "viết nội dung các trang ở dưới phần khai báo, hoặc liệt kê ở “slides:”, mỗi trang có alt"
        yield "", "chưa có bản chữ của bài trình chiếu", fix


def fitting(item: Item, field: str, path: str) -> Iterator[Finding]:
    """Whether a file is there, of a type that serves its purpose, and not too heavy for a telephone."""
    missing = list(kept(item, field, path))
    yield from missing
    file = local_file(item.place, path)
    if missing or file is None or not present(file):
        return
    known = TYPES.get(type(item), {}).get(field, ())
    if known and file.suffix.lower() not in known:
        message = f"“{field}” không dùng được loại tệp “{file.suffix or file.name}”"
        yield at(item, field, "loai-tep", message, f"lưu thành tệp {' hoặc '.join(known)}")
    elif not known and not is_picture(file):
        yield at(item, field, "loai-tep", f"“{path}” không phải tệp ảnh", f"dùng {PICTURES}")
    elif field == "captions" and not is_webvtt(file):
        message = f"“{path}” không phải tệp phụ đề WebVTT"
        yield at(item, field, "loai-tep", message, "dòng đầu của tệp phải là WEBVTT; lưu lại từ phần mềm làm phụ đề")
    elif file.stat().st_size > HEAVY:
        size = f"{file.stat().st_size / 1_000_000:.0f} MB"
        message = f"tệp “{path}” nặng {size}, khó xem trên điện thoại"
        fix = "nén xuống dưới 200 MB, hoặc đăng lên kênh YouTube chính thức rồi ghi “watch_url: …”"
        yield at(item, field, "qua-lon", message, fix, level="warning")


def is_webvtt(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(16).removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT")
