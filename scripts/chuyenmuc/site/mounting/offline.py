"""The whole site in one .zip that works from a USB stick, opened as files: no server, no network.

The same site gives the same bytes. Whatever goes wrong, a file that was there before stays as it was.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from chuyenmuc.content.agency import Settings
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.items import Document, Item
from chuyenmuc.site.mounting import cues
from chuyenmuc.site.mounting.policy import from_files, in_page
from chuyenmuc.site.tags import retagged
from chuyenmuc.vietnamese.dates import day_of, short
from chuyenmuc.vietnamese.text import fold, tight

NAME = "trang-khong-can-mang.zip"  # in `build/`, unless another was asked for
START, FOLDER = "MO-TRANG.html", "trang"
INDEX = "assets/js/tim-kiem-ngoai-tuyen.js"  # asked for by the search of a page opened as a file
# What only a web server has a use for.
LEFT_OUT = re.compile(r"(?:pagefind/|sw\.js$|robots\.txt$|sitemap\.xml|404\.html$)")
PACKED = frozenset({".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".ics", ".vtt", ".csv", ".webmanifest"})
ADDRESSES = frozenset({"href", "src", "poster", "action", "formaction", "xlink:href"})
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|\?|$", re.I)
# A browser takes a file's neighbours for strangers where a font or a manifest is asked for in this way.
REFUSED = re.compile(r'<link(?=[^>]*\srel="(?:manifest|preload)")[^>]*>\n?')
CAPTIONS, SCRIPT = ".vtt", ".js"
TRACK = re.compile(r'(?P<before><track\b[^>]*?\s)src="(?P<address>[^":]*\.vtt)"')
UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f]|[ .]+$')
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.I)
WORDS = re.compile(r"[^\W_]+")
EARLIEST = 1980  # no .zip knows a year before


@dataclass(frozen=True)
class Copy:
    """A finished site as it goes into the .zip."""

    site: Path
    settings: Settings

    @cached_property
    def names(self) -> dict[str, str]:
        """Every file by its path on the site, with the one it has in the .zip."""
        found = (path.relative_to(self.site).as_posix() for path in sorted(self.site.rglob("*")) if path.is_file())
        return {name: safe(name) for name in found if not LEFT_OUT.match(name)}

    @cached_property
    def base(self) -> str:
        return urlsplit(self.settings.site_url).path or "/"

    def content(self, name: str) -> bytes:
        raw = (self.site / name).read_bytes()
        return self.page(name, raw.decode()).encode() if name.endswith(".html") else raw

    def captions(self) -> Iterator[tuple[str, bytes]]:
        """Each file of captions once more as a script: a browser reads no other file of a disk for a film."""
        for name, safe_name in self.names.items():
            if name.endswith(CAPTIONS):
                yield f"{safe_name}{SCRIPT}", cues.script((self.site / name).read_text("utf-8-sig", "replace"))

    def page(self, name: str, html: str) -> str:
        return spoken(retagged(REFUSED.sub("", html), partial(self.changed, name)))

    def changed(self, page: str, tag: str, name: str, value: str) -> str:
        if name in ADDRESSES:
            return self.address(page, value)
        if name in {"srcset", "imagesrcset"}:
            return ", ".join(self.sized(page, part.strip()) for part in value.split(","))
        return from_files() if tag == "meta" and value == in_page() else value

    def sized(self, page: str, candidate: str) -> str:
        url, _, size = candidate.partition(" ")
        return f"{self.address(page, url)} {size}".strip()

    def address(self, page: str, value: str) -> str:
        """A link to a file of the .zip; to what is not in it, by its address on the web."""
        if ELSEWHERE.match(value):
            return value
        path, rest = re.fullmatch(r"([^?#]*)(.*)", value, re.S).groups()  # type: ignore[union-attr]
        target = self.target(page, unquote(path))
        for name in (target, f"{target}/index.html".removeprefix("./")):
            if name in self.names:
                return self.relative(page, name) + rest
        return f"{self.settings.site_url}{quote(target)}{rest}" if self.settings.site_url else value

    def target(self, page: str, path: str) -> str:
        if path.startswith("/"):
            return posixpath.normpath(path.removeprefix(self.base).lstrip("/") or ".")
        return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))

    def relative(self, page: str, name: str) -> str:
        folder = posixpath.dirname(self.names.get(page, page)) or "."
        return quote(posixpath.relpath(self.names.get(name, name), folder))


def spoken(page: str) -> str:
    """Tracks of captions wait for their scripts, which come last."""
    addresses = dict.fromkeys(track["address"] for track in TRACK.finditer(page))
    scripts = "".join(f'<script defer src="{address}{SCRIPT}"></script>\n' for address in addresses)
    page = TRACK.sub(rf'\g<before>data-phu-de="\g<address>{SCRIPT}"', page)
    return page.replace("</body>", f"{scripts}</body>") if scripts else page


def safe(path: str) -> str:
    """The same path where Windows can have it. Only files that staff named may need another name."""
    return "/".join(safe_part(part) for part in PurePosixPath(path).parts)


def safe_part(part: str) -> str:
    made = UNSAFE.sub("-", part)
    return f"_{made}" if DEVICES.fullmatch(made) else made


def write_offline(target: Path, site: Path, settings: Settings, archive: Archive, today: date) -> int:
    """Writes the .zip and returns its size in bytes."""
    copy = Copy(site, settings)
    moment = (max(today.year, EARLIEST), today.month, today.day, 0, 0, 0)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tam")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, zipfile.ZipFile(file, "w") as packed:
            for path, content in files(copy, archive):
                packed.writestr(entry(path, moment), content)
        temporary.chmod(0o644)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return target.stat().st_size


def dropped(build: Path, kept: Path | None) -> bool:
    """Takes away an earlier copy: beside a newer site nobody could tell that it is not the same.

    Only the one with the name that this program gives; whether there was one.
    """
    stale = build / NAME
    if not stale.is_file() or (kept is not None and kept.absolute() == stale.absolute()):
        return False
    stale.unlink()
    return True


def files(copy: Copy, archive: Archive) -> Iterator[tuple[str, bytes]]:
    yield START, start(copy.settings)
    yield f"{FOLDER}/{INDEX}", index(archive)
    for name, content in copy.captions():
        yield f"{FOLDER}/{name}", content
    for name, safe_name in copy.names.items():
        yield f"{FOLDER}/{safe_name}", copy.content(name)


def entry(path: str, moment: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(path, moment)
    made.create_system = 3  # else it would be the machine's
    made.external_attr = 0o644 << 16
    made.compress_type = zipfile.ZIP_DEFLATED if PurePosixPath(path).suffix in PACKED else zipfile.ZIP_STORED
    return made


def start(settings: Settings) -> bytes:
    """What a person opens; it stands alone at the top, beside one folder."""
    name, agency = escape(settings.marked(settings.site_name)), escape(settings.agency.name)
    home = f"{FOLDER}/index.html"
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="refresh" content="0; url={home}">\n<title>{name}</title>\n'
        f'<link rel="stylesheet" href="{FOLDER}/assets/css/chuyen-muc.css">\n</head>\n'
        f'<body>\n<main class="page wrap">\n'
        f'<h1 class="title">{name}</h1>\n<p>{agency}. Bản xem không cần mạng.</p>\n'
        f'<p><a class="button" href="{home}">Mở trang chủ</a></p>\n</main>\n</body>\n</html>\n'
    ).encode()


def index(archive: Archive) -> bytes:
    """What the search of a copy without a server looks through: each item's words, folded, each once."""
    rows: list[Mapping[str, str]] = [row(item) for item in archive.newest]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"window.CHUYEN_MUC_CHI_MUC={text};\n".encode()


def row(item: Item) -> dict[str, str]:
    own = [str(value) for name, value in item.model_dump().items() if name not in SEEN and value]
    words = dict.fromkeys(WORDS.findall(fold(" ".join([item.description, *item.tags, *own, item.body]))))
    section = item.place.section
    return {
        "t": item.title,
        "u": f"{item.place.url}index.html",
        "s": section.title if section.path else "",
        "d": short(day_of(item.date)),
        "w": " ".join(words),
    } | ({"n": tight(item.number)} if isinstance(item, Document) else {})


# Fields of an item that say nothing to a reader who searches, or stand elsewhere in its row.
SEEN = frozenset(
    {"kind", "title", "date", "description", "tags", "topics", "audiences", "cover", "status", "approved_by"}
    | {"approved_at", "publish_at", "expires_at", "updated", "sample", "source_url"}
)
