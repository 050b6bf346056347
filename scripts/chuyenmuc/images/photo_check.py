"""Whether the photos that an item names, as its cover or in its body, can be used."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import PIL

from chuyenmuc.content.finding import Finding, Level
from chuyenmuc.content.items import Campaign, Item
from chuyenmuc.content.links import is_picture, is_png_or_jpeg, local_file, local_links, present
from chuyenmuc.images import photo
from chuyenmuc.images.cache import write_whole
from chuyenmuc.images.card import photo_path
from chuyenmuc.images.photo import BROKEN, MOST_BYTES, BadPhoto, header, is_heif, opened

SHARP, LEAST = 600, 150  # pixels of the shorter side
TRIED = 256  # pixels: enough to decode a photo to its end, at the least work
SETTLED = 2_000_000_000  # nanoseconds after which a further change surely shows in a file's times
LOGO = "xin đơn vị ấy tệp biểu trưng gốc: PNG nền trong suốt, hoặc JPEG"
TRIAL = "import sys, pathlib; from chuyenmuc.images.photo import opened; opened(pathlib.Path(sys.argv[1]))"

Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class Verdict:
    """What was found of a photo: what is wrong with it, if anything, and its size in pixels."""

    told: str
    width: int
    height: int
    sha256: str
    stamp: Stamp | None  # None if the file was too new to be known again by its times


class Verdicts:
    """Each photo's verdict, remembered between runs in a file, or without one in this process.

    A photo that has not been touched costs one look at its times; one that has, its hash; other bytes are decoded.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self.known = remembered(file) if file else {}
        self.by_bytes = {verdict.sha256: verdict for verdict in self.known.values()}
        self.changed = False

    def of(self, path: Path) -> Verdict:
        stamp = stamped(path)
        known = self.known.get(str(path))
        if known and known.stamp == stamp:
            return known
        if stamp[0] > MOST_BYTES:
            return judgement(path, "")
        sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        found = replace(self.by_bytes.get(sha256) or judgement(path, sha256), stamp=settled(stamp))
        self.changed = self.changed or found != known
        self.known[str(path)] = self.by_bytes[sha256] = found
        return found

    def save(self) -> None:
        """Writes down what is new; photos that are gone are forgotten."""
        if not self.file or not self.changed:
            return
        photos = {path: asdict(self.known[path]) for path in sorted(self.known) if Path(path).is_file()}
        write_whole(self.file, json.dumps({"judge": judge(), "photos": photos}, ensure_ascii=False).encode())
        self.changed = False


HERE = Verdicts()


def remembered(file: Path) -> dict[str, Verdict]:
    """What the file tells; nothing if it is damaged or if another program wrote it."""
    try:
        notes = json.loads(file.read_text("utf-8"))
        if notes["judge"] != judge():
            return {}
        return {path: recalled(**note) for path, note in notes["photos"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def recalled(told: str, width: int, height: int, sha256: str, stamp: list[int] | None) -> Verdict:
    size, modified, changed = stamp or (0, 0, 0)
    return Verdict(str(told), int(width), int(height), str(sha256), (size, modified, changed) if stamp else None)


@lru_cache(maxsize=1)
def judge() -> str:
    """Identity of what judges: another Pillow, pi-heif or program may think otherwise of the same photo."""
    digest = hashlib.sha256(f"{PIL.__version__} {version('pi-heif')}".encode())
    for file in (photo.__file__, __file__):
        digest.update(Path(file).read_bytes())
    return digest.hexdigest()


def stamped(path: Path) -> Stamp:
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def settled(stamp: Stamp) -> Stamp | None:
    return stamp if time.time_ns() - max(stamp[1:]) > SETTLED else None


def judgement(path: Path, sha256: str) -> Verdict:
    width = height = 0
    try:
        if crashes(path):
            raise BadPhoto(BROKEN)
        with header(path) as image:
            width, height = image.size
        opened(path, (TRIED, TRIED))
    except BadPhoto as bad:
        return Verdict(str(bad), width, height, sha256, None)
    return Verdict("", width, height, sha256, None)


def crashes(path: Path) -> bool:
    """Whether it ends the program that opens it, as damaged HEIF may (pi-heif 1.4): another one tries it first."""
    if path.stat().st_size > MOST_BYTES or not is_heif(path):
        return False
    tried = subprocess.run([sys.executable, "-c", TRIAL, str(path)], capture_output=True, check=False)
    return tried.returncode not in {0, 1}  # 1: Python's own error, which can be told in full


def missing(item: Item) -> bool:
    """A cover that is named and not there: the checks of references tell it."""
    path = photo_path(item)
    return item.cover is not None and (path is None or not present(path))


def problems(item: Item, verdicts: Verdicts = HERE) -> Iterator[Finding]:
    path = photo_path(item)
    if item.cover and path and present(path):
        verdict = verdicts.of(path)
        yield from judged(item, verdict, item.cover.src, "cover", item.place.line("cover"))
        yield from small(item, verdict, item.cover.src)
    for name, line in local_links(item):
        file = local_file(item.place, name)
        if file and is_picture(file) and present(file):
            yield from judged(item, verdicts.of(file), name, "", item.place.body_line + line)
    yield from logos(item, verdicts)


def logos(item: Item, verdicts: Verdicts) -> Iterator[Finding]:
    """What is no official file by its bytes, the checks of campaigns tell."""
    named = [("sponsors", sponsor.logo) for sponsor in item.sponsors]
    if isinstance(item, Campaign) and item.identity:
        named += [("identity.logo", item.identity.logo), ("identity.visual", item.identity.visual)]
    for field, name in named:
        file = local_file(item.place, name) if name else None
        if file and is_picture(file) and present(file) and (field == "sponsors" or is_png_or_jpeg(file)):
            for found in judged(item, verdicts.of(file), name, field, item.place.line(field)):
                yield replace(found, fix=LOGO) if found.fix.endswith("JPEG") else found


def judged(item: Item, verdict: Verdict, name: str, field: str, line: int) -> Iterator[Finding]:
    if verdict.told:
        message, _, fix = verdict.told.partition("; ")
        yield Finding(item.place.name, line, field, "anh-hong", "error", f"“{name}” {message}", fix)


def small(item: Item, verdict: Verdict, name: str) -> Iterator[Finding]:
    size = verdict.width, verdict.height
    if verdict.told or min(size) >= SHARP:
        return
    level: Level = "warning" if min(size) >= LEAST else "error"
    message = f"“{name}” chỉ có {size[0]}×{size[1]} điểm ảnh, lên ảnh sẽ mờ"
    fix = f"dùng ảnh gốc, cạnh ngắn từ {SHARP} điểm ảnh trở lên"
    yield Finding(item.place.name, item.place.line("cover"), "cover", "anh-nho", level, message, fix)
