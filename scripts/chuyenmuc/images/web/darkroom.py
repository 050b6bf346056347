"""Makes the copies that are missing: asks the cache, spreads the rest over an executor."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import PIL
from PIL import features

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.items import Item
from chuyenmuc.images import photo
from chuyenmuc.images.cache import Cache, Drawn, joined
from chuyenmuc.images.card import photo_path
from chuyenmuc.images.library import Library, Record, WebFile
from chuyenmuc.images.plan import Plan
from chuyenmuc.images.pool import run
from chuyenmuc.images.studio import Studio
from chuyenmuc.images.web.encode import TYPES, knows_avif
from chuyenmuc.images.web.picture import Order, Picture, Style, make

TOGETHER = 4  # pictures of one order
FEW = 8  # pictures: so few are done at once in this process
SHOWN = ("bia-trang",)  # formats that pages show
ALSO = {"infographic": ("facebook-doc",)}  # by kind of content


@lru_cache(maxsize=1)
def program() -> str:
    """Identity of what makes copies: another encoder or program may make others."""
    versions = [str(features.version(name)) for name in ("avif", "webp")]
    digest = hashlib.sha256(f"{PIL.__version__} {versions} {knows_avif()}".encode())
    for file in (*sorted(Path(__file__).parent.glob("*.py")), Path(str(photo.__file__))):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def folder_of(url: str) -> str:
    return f"{url.rpartition('/')[0]}/web"


class Darkroom:
    """Copies of the pictures of one project, remembered in a cache of their own."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.cache = Cache(studio.project.build / "cache" / "web")

    def develop(
        self, archive: Archive, library: Library, others: Sequence[Picture] = (), executor: Executor | None = None
    ) -> dict[str, tuple[WebFile, ...]]:
        """By the address of each picture its copies: of the images that pages show, and of `others`."""
        pictures = [*self.images(archive, library), *others]
        names = self.names()
        found = {picture.key: self.known(picture.key, names) for picture in pictures}
        lacking = {picture.key: picture for picture in pictures if found[picture.key] is None}
        if lacking:
            found |= self.made(list(lacking.values()), archive, executor)
            self.cache.save([*found, *(drawn.key for copies in found.values() for drawn in copies or ())])
        return {picture.url: files(picture, found[picture.key] or ()) for picture in pictures}

    def images(self, archive: Archive, library: Library) -> Iterator[Picture]:
        for item in archive.items:
            drawn = library.by_item.get(item.place.key, {})
            for name in (*SHOWN, *ALSO.get(item.kind.value, ())):
                if record := drawn.get(name):
                    yield self.image(record, photo_path(item))

    def image(self, record: Record, taken: Path | None) -> Picture:
        from_photo = taken is not None and record.source.suffix == ".jpg"
        own = self.studio.digest(str(taken)) if from_photo else ""
        stem = f"{folder_of(record.url)}/{record.format}"
        style: Style = "cover" if from_photo else "drawn"
        key = self.key(style, record.sha256, own)
        return Picture(key, record.url, stem, str(record.source), style, record.item, record.format)

    def picture(self, file: Path, url: str, stem: str) -> Picture:
        """Of a file that a page publishes beside it."""
        return Picture(self.key("body", self.studio.digest(str(file))), url, stem, str(file), "body")

    def key(self, *parts: str) -> str:
        return joined(program(), *parts)

    def names(self) -> dict[str, list[str]]:
        """For each picture's key those of its copies."""
        found: dict[str, list[str]] = {}
        for name in self.cache.noted:
            key, dash, _ = name.partition("-")
            if dash:
                found.setdefault(key, []).append(name)
        return found

    def known(self, key: str, names: dict[str, list[str]]) -> tuple[Drawn, ...] | None:
        """The copies of a picture; None if they were not all made, or one is no longer what was made."""
        if not self.cache.fits(key):
            return None
        found = [self.cache.get(name) for name in names.get(key, ())]
        whole = tuple(drawn for drawn in found if drawn)
        return whole if len(whole) == len(found) else None

    def made(
        self, pictures: Sequence[Picture], archive: Archive, executor: Executor | None
    ) -> dict[str, tuple[Drawn, ...]]:
        found: dict[str, tuple[Drawn, ...]] = {}
        try:
            for done in run(make, list(self.orders(pictures, archive)), FEW, executor):
                self.cache.remember(done.drawn, done.keys)
                found |= {key: tuple(one for one in done.drawn if one.key.startswith(key)) for key in done.keys}
        except BaseException:
            self.cache.save()  # whatever stops it midway, what was made is not made again
            raise
        return found

    def orders(self, pictures: Sequence[Picture], archive: Archive) -> Iterator[Order]:
        items = {item.place.key: item for item in archive.items}
        planned = [(picture, self.plan(picture, items) if picture.style == "cover" else None) for picture in pictures]
        for start in range(0, len(planned), TOGETHER):
            yield Order(tuple(planned[start : start + TOGETHER]), self.cache.folder)

    def plan(self, picture: Picture, items: Mapping[str, Item]) -> Plan:
        plan = self.studio.plan_of(items[picture.item])
        return replace(plan, files=tuple(file for file in plan.files if file.form.name == picture.form))


def files(picture: Picture, copies: Sequence[Drawn]) -> tuple[WebFile, ...]:
    """The lightest type first, within it the smallest first."""
    order = list(TYPES)
    return tuple(
        WebFile(
            f"{picture.stem}-{drawn.width}{drawn.suffix}",
            drawn.width,
            drawn.height,
            TYPES[drawn.suffix],
            drawn.sha256,
            drawn.path,
        )
        for drawn in sorted(copies, key=lambda drawn: (order.index(drawn.suffix), drawn.width))
    )
