"""What several kinds of pages show."""

from __future__ import annotations

from chuyenmuc.content.items import Item, Section
from chuyenmuc.images.library import FOLDER
from chuyenmuc.site.views.viewer import LINK_PREVIEW, View, Viewer

HOME = {"title": "Trang chủ", "url": ""}
LIBRARY = {"title": "Kho tư liệu truyền thông", "url": f"{FOLDER}/"}


def parents(viewer: Viewer, section: Section) -> list[View]:
    above = [other for other in viewer.archive.sections if other.path and section.path.startswith(f"{other.path}/")]
    return [{"title": other.title, "url": f"{other.path}/"} for other in sorted(above, key=lambda other: other.path)]


def preview(viewer: Viewer, item: Item) -> View:
    return {"preview": viewer.image(item, LINK_PREVIEW)}
