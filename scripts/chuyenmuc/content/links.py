"""Links of a Markdown body, and the local files that it and front matter name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from os.path import splitext
from pathlib import Path
from urllib.parse import unquote, urlsplit

from chuyenmuc.content.base import Item, Place
from chuyenmuc.content.markup import elements
from chuyenmuc.vietnamese.text import nfc

FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})[ ]*[^\s`~]*[ ]*\n.*?^(?P=fence)[ ]*$", re.M | re.S)
SPAN = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`)", re.S)
INDENTED = re.compile(r"(?:\A|\n[ \t]*\n)(?:(?: {4}|\t)[^\n]*(?:\n|\Z))+")
CODE = re.compile(f"{FENCE.pattern}|{SPAN.pattern}|{INDENTED.pattern}", re.M | re.S)
OPENS_CODE = re.compile(r"`|~~~|^(?: {4}|\t)", re.M)  # without one of these there is none, which is soon seen
ELSEWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.I)
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".heic", ".heif"})
OFFICE = frozenset(
    {".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".odt", ".ods", ".odp", ".csv", ".txt", ".zip"}
    | {".mp3", ".m4a", ".mp4", ".webm", ".srt", ".vtt"}
)
PUBLISHED = PICTURES | OFFICE
IDENTITY = "identity"
FILE_KEYS, PICTURE_KEYS = ("file", "captions", "audio"), ("slides", "photos")
ADDRESSES = {"a": ("href",), "img": ("src",), "video": ("src", "poster"), "audio": ("src",), "source": ("src",)}


def code_blanked(body: str) -> str:
    """The body with code samples blanked out, lines kept: what stands in code is shown, not followed."""
    if not OPENS_CODE.search(body):
        return body
    return CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)


@lru_cache(maxsize=50_000)
def local_path(address: str) -> str:
    """The file that an address names, without query and fragment; empty for addresses that lead elsewhere."""
    if ELSEWHERE.match(address.strip()):
        return ""
    try:
        return unquote(urlsplit(address.strip()).path)
    except ValueError:
        return ""


def local_links(item: Item) -> Iterator[tuple[str, int]]:
    """Paths of files that the body leads to, with their lines (from 0, within the body)."""
    for element in elements(item.body):
        for name in ADDRESSES.get(element.tag, ()):
            if path := local_path(element.get(name)):
                yield path, element.line


def local_file(place: Place, path: str) -> Path | None:
    """Where a path of an item leads: beside it, or from the project's root for `assets/…`.

    None if that is outside `content` and `assets`, by `..`, by an absolute path or through a symbolic link, or no path.
    """
    content = content_root(place)
    base = content.parent if path.startswith("assets/") else place.file.parent
    try:
        target = (base / path).resolve()
        target = target if target.exists() else as_spelt(target)
        inside = any(target.is_relative_to(folder) for folder in published_from(content))
    except (OSError, ValueError, RuntimeError):
        return None
    return target if inside else None


@lru_cache(maxsize=8)
def published_from(content: Path) -> tuple[Path, Path]:
    """The folders whose files a page may show, where they really are."""
    return content.resolve(), (content.parent / "assets").resolve()


def as_spelt(path: Path) -> Path:
    """A file whose letters and marks are stored apart, as macOS does, by the name that people see."""
    name = nfc(path.name)
    try:
        return next((entry for entry in path.parent.iterdir() if nfc(entry.name) == name), path)
    except OSError:
        return path


def present(file: Path) -> bool:
    try:
        return file.is_file()
    except (OSError, ValueError):
        return False


def content_root(place: Place) -> Path:
    depth = place.name.count("/")
    return place.file.parents[depth - 1]


def own_files(item: Item) -> Iterator[tuple[str, str]]:
    """Files that front matter names to be published beside the page, each with its key."""
    known = file_keys(type(item))
    yield from ((key, path) for key in FILE_KEYS if key in known and (path := getattr(item, key)))
    yield from (("attachments", attachment.file) for attachment in item.attachments)
    if IDENTITY in known:
        yield from ((IDENTITY, path) for path in identity_files(item))
    yield from ((key, picture.src) for key in PICTURE_KEYS if key in known for picture in getattr(item, key))


def identity_files(item: Item) -> list[str]:
    """Of a campaign, the year's official files."""
    given = getattr(item, IDENTITY)
    return [path for path in (given.logo, given.visual) if path] if given else []


@lru_cache(maxsize=32)
def file_keys(model: type[Item]) -> frozenset[str]:
    """Those that a kind has; asking each item whether it has one takes far longer."""
    return frozenset(key for key in (*FILE_KEYS, *PICTURE_KEYS, IDENTITY) if key in model.model_fields)


def attachments(item: Item) -> Iterator[Path]:
    """Local files that the item publishes: pictures of its body, linked files, those that its front matter names."""
    linked = (path for path, _ in local_links(item) if allowed(path))
    named = [*linked, *(path for _, path in own_files(item))]
    files = (local_file(item.place, path) for path in named)
    yield from dict.fromkeys(file for file in files if file and allowed(file) and present(file))


def allowed(file: Path | str) -> bool:
    """Whether a file may be published as it is: pictures and office files, nothing that a browser would run."""
    return splitext(file)[1].lower() in PUBLISHED  # noqa: PTH122 – asked of thousands


def is_png_or_jpeg(file: Path) -> bool:
    """By its bytes, whatever its name: logos are nothing else."""
    try:
        with file.open("rb") as opened:
            return opened.read(8).startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))
    except OSError:
        return False


def is_picture(file: Path) -> bool:
    return file.suffix.lower() in PICTURES
