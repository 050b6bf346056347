"""The pictures, slides and posters that were drawn of an infographic, as its page offers them. Any may be lacking."""

from __future__ import annotations

import re
from typing import Any

from chuyenmuc.content.infographic import Infographic
from chuyenmuc.images.library import Record
from chuyenmuc.site.views.viewer import Viewer
from chuyenmuc.vietnamese.numbers import file_size

View = dict[str, Any]

TALL, PORTRAIT = "do-hoa-cao", "facebook-doc"
SETS = {
    "bang-chuyen-vuong": "Bộ ảnh vuông để lướt",
    "bang-chuyen-doc": "Bộ ảnh dọc 4:5 để lướt",
    "story": "Bộ story 9:16",
}
FILES = {
    "trinh-chieu": "Trang chiếu 16:9",
    "ap-phich-a4": "Áp phích khổ A4",
    "ap-phich-a3": "Áp phích khổ A3",
    "ap-phich-a2": "Áp phích khổ A2",
}
ONE_OF_A_SET = re.compile(rf"({'|'.join((TALL, PORTRAIT, *SETS))})(?:-(\d+))?")
SAID = "Ảnh đồ họa “{}”{}. Mọi nội dung trong ảnh đều có bằng chữ trên trang này."


def posters(viewer: Viewer, item: Infographic) -> View | None:
    drawn = viewer.library.by_item.get(item.place.key, {})
    seen = {record.stands_for: record for record in drawn.values() if record.stands_for}
    sets = ((name, title, pictures(viewer, item, name)) for name, title in SETS.items())
    shown = {
        "tall": tall(viewer, item),
        "sets": [{"name": name, "title": title, "images": images} for name, title, images in sets if images],
        "files": [file(drawn[name], title, seen.get(name)) for name, title in FILES.items() if name in drawn],
    }
    return shown if any(shown.values()) else None


def tall(viewer: Viewer, item: Infographic) -> list[View]:
    """The whole in one picture, in several if it is very long."""
    images = pictures(viewer, item, TALL) or pictures(viewer, item, PORTRAIT)
    many = len(images) > 1
    return [
        image | {"alt": SAID.format(item.title, f", phần {number} trên {len(images)}" if many else "")}
        for number, image in enumerate(images, 1)
    ]


def pictures(viewer: Viewer, item: Infographic, name: str) -> list[View]:
    """One picture, or all of a set in their order, the tenth after the ninth."""
    drawn = viewer.library.by_item.get(item.place.key, {})
    found = (ONE_OF_A_SET.fullmatch(each) for each in drawn)
    order = sorted((int(match[2] or 0), match[0]) for match in found if match and match[1] == name)
    return [image for _, each in order if (image := viewer.image(item, each))]


def file(record: Record, title: str, seen: Record | None) -> View:
    """`seen` is a picture of its first page."""
    kind = record.media_type.rpartition("/")[2].upper()
    picture = {"url": seen.url, "width": seen.width, "height": seen.height} if seen else None
    told = {"title": title, "facts": f"{kind}, {file_size(record.bytes)}", "picture": picture}
    return told | {"url": record.url, "name": record.file}
