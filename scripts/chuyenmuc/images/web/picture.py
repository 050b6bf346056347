"""A picture that stands on a page, and what one process does to make its copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image

from chuyenmuc.images import photo
from chuyenmuc.images.cache import Drawn, store
from chuyenmuc.images.compose import DoesNotFit, compose
from chuyenmuc.images.paint import paint
from chuyenmuc.images.plan import Plan, Wanted
from chuyenmuc.images.web import encode
from chuyenmuc.images.web.encode import Copy

LARGER = 1.5  # of a cover's format, for large screens
Style = Literal["drawn", "cover", "body"]


@dataclass(frozen=True, slots=True)
class Picture:
    """`url` is where it stands on the site and `stem` where its copies go, before their widths; `path` is its file.

    `key` is the hash of all that goes into it. A `cover`, of an item in a format, is painted anew from its photo.
    """

    key: str
    url: str
    stem: str
    path: str
    style: Style
    item: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Pictures whose copies are to be made, with the plans of their covers; travels to another process."""

    pictures: tuple[tuple[Picture, Plan | None], ...]
    folder: Path

    @property
    def size(self) -> int:
        return len(self.pictures)


@dataclass(frozen=True, slots=True)
class Made:
    keys: tuple[str, ...]
    drawn: tuple[Drawn, ...]


def make(order: Order) -> Made:
    drawn = [
        store(order.folder, name(picture.key, copy.suffix, copy.width), copy.content, copy.suffix, size(copy))
        for picture, plan in order.pictures
        for copy in copies(picture, plan)
    ]
    return Made(tuple(picture.key for picture, _ in order.pictures), tuple(drawn))


def name(key: str, suffix: str, width: int) -> str:
    return f"{key}-{width}-{suffix[1:]}"


def size(copy: Copy) -> tuple[int, int]:
    return copy.width, copy.height


def copies(picture: Picture, plan: Plan | None) -> Iterator[Copy]:
    """None of what cannot be opened, which the checks of photos have told, and none of what was an animation."""
    if picture.path.lower().endswith(".gif"):
        return
    try:
        if plan and picture.style == "cover":
            yield from cover(plan, plan.files[0])
        else:
            yield from of_file(picture)
    except photo.BadPhoto:
        return


def cover(plan: Plan, file: Wanted) -> Iterator[Copy]:
    """From the photo itself and not from its JPEG; as wide as the photo allows and never wider."""
    card, (width, height) = plan.card, file.form.size
    across, down = photo.decoded(card.photo, Path(card.photo).stat().st_mtime_ns).size
    allowed = round(min(across, down * width / height))
    larger = (round(width * LARGER), round(height * LARGER))
    form = file.form.model_copy(update={"size": larger}) if allowed >= larger[0] else file.form
    try:
        image = paint(compose(file.layout, card, form, plan.look))
    except DoesNotFit:
        image = paint(compose(file.layout, card, file.form, plan.look))
    yield from encode.taken(image, allowed)


def of_file(picture: Picture) -> Iterator[Copy]:
    if picture.style == "drawn":
        with Image.open(picture.path) as file:
            image = file.convert("RGB")
    else:
        image = photo.as_published(Path(picture.path))
    if image.width < encode.LEAST:
        return
    if Path(picture.path).suffix.lower() == ".png" and encode.is_flat(image):
        yield from encode.flat(image)
    else:
        yield from encode.taken(image, image.width)
