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
ONE_OF_A_SET = re.compile(rf"({'|'.join(SETS)})-(\d+)")
SAID = "Ảnh đồ họa “{}”. Mọi nội dung trong ảnh đều có bằng chữ trên trang này."


def posters(viewer: Viewer, item: Infographic) -> View | None:
    drawn = viewer.library.by_item.get(item.place.key, {})
    shown = {
        "tall": tall(viewer, item),
        "sets": [made for name, title in SETS.items() if (made := picture_set(viewer, item, name, title))],
        "files": [file(drawn[name], title) for name, title in FILES.items() if name in drawn],
    }
    return shown if any(shown.values()) else None


def tall(viewer: Viewer, item: Infographic) -> View | None:
    image = viewer.image(item, TALL) or viewer.image(item, PORTRAIT)
    return image | {"alt": SAID.format(item.title)} if image else None


def picture_set(viewer: Viewer, item: Infographic, name: str, title: str) -> View | None:
    """The pictures of a set in their order, tenth after ninth."""
    drawn = viewer.library.by_item.get(item.place.key, {})
    found = (ONE_OF_A_SET.fullmatch(each) for each in drawn)
    order = sorted((int(match[2]), match[0]) for match in found if match and match[1] == name)
    images = [image for _, each in order if (image := viewer.image(item, each))]
    return {"name": name, "title": title, "images": images} if images else None


def file(record: Record, title: str) -> View:
    kind = record.media_type.rpartition("/")[2].upper()
    told = {"title": title, "facts": f"{kind}, {file_size(record.bytes)}"}
    return told | {"url": record.url, "name": record.file}
