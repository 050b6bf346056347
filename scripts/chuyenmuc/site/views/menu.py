"""The menu: which sections stand in the bar at which width, all of them as a tree, and the pages beside them."""

from __future__ import annotations

from typing import Any

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import Kind
from chuyenmuc.content.items import Section
from chuyenmuc.images.library import FOLDER
from chuyenmuc.site.views.places import AUDIENCES, MONTHS, TOPICS

View = dict[str, Any]

# Room for names in the bar, in letters, from each width of the window on (in em, as the style sheet has them). The
# shortest menu stands everywhere; a name is shown from the first width that has room for it and all before it.
ROOM = ((60, 88), (72, 114), (80, 130))
AROUND = 3  # the space about a name, in letters
ABOUT = "gioi-thieu"


def menu(archive: Archive) -> View:
    """For `config.extra.cm.menu`. Sections without a parent are equals; the others stand below theirs."""
    roots = [section for section in archive.ordered_sections if not above(archive, section)]
    return {
        "bar": in_bar(roots),
        "tree": [branch(archive, section) for section in roots],
        "lookup": lookup(archive),
        "quick": quick(archive),
        "about": about(archive),
    }


def above(archive: Archive, section: Section) -> bool:
    return any(other.path and section.path.startswith(f"{other.path}/") for other in archive.ordered_sections)


def link(title: str, url: str) -> View:
    return {"title": title, "url": url}


def in_bar(sections: list[Section]) -> list[View]:
    """The first sections, each with the width of window from which on it has room."""
    shown: list[View] = []
    taken = 0
    for section in sections:
        taken += len(section.title) + AROUND
        wide_enough = next((width for width, room in ROOM if taken <= room), None)
        if wide_enough is None:
            break
        shown.append(link(section.title, f"{section.path}/") | {"from": wide_enough})
    return shown


def branch(archive: Archive, section: Section) -> View:
    below = [branch(archive, other) for other in archive.inside(section)]
    return link(section.title, f"{section.path}/") | {"color": section.color, "below": below}


def lookup(archive: Archive) -> list[View]:
    """Ways to find things that cross the sections; only those that have something to show."""
    kinds = {item.kind for item in archive.items}
    ways = [
        (Kind.DOCUMENT in kinds, "Tra cứu văn bản", "tra-cuu-van-ban/"),
        (Kind.EVENT in kinds, "Lịch sự kiện", "lich/"),
        (True, "Bảy nhóm nhiệm vụ", f"{TOPICS}/"),
        (True, "Dành cho bạn", f"{AUDIENCES}/"),
        (bool(archive.stream), "Lưu trữ theo tháng", f"{MONTHS}/"),
        (True, "Kho tư liệu truyền thông", f"{FOLDER}/"),
    ]
    return [link(title, url) for shown, title, url in ways if shown]


def quick(archive: Archive) -> list[View]:
    """The doors right below the top of the front page."""
    kinds = {item.kind for item in archive.items}
    ways = [
        (Kind.DOCUMENT in kinds, "Văn bản", "tra-cuu-van-ban/", "Lọc theo cơ quan, loại, năm, hiệu lực"),
        (Kind.EVENT in kinds, "Lịch", "lich/", "Sự kiện, đợt cao điểm, thời hạn"),
        (True, "Kho tư liệu", f"{FOLDER}/", "Ảnh và lời đăng cho từng kênh"),
        (True, "Nguồn tin RSS", "nguon-tin/", "Theo dõi bằng phần mềm đọc tin"),
    ]
    return [link(title, url) | {"text": text} for shown, title, url, text in ways if shown]


def about(archive: Archive) -> list[View]:
    """Who stands behind the section, and how to follow it."""
    own = [link("Giới thiệu", f"{ABOUT}/")] if any(item.place.key == ABOUT for item in archive.items) else []
    pages = (("Kênh chính thức", "kenh-chinh-thuc/"), ("Báo chí", "bao-chi/"), ("Nguồn tin RSS", "nguon-tin/"))
    return [*own, *(link(title, url) for title, url in pages), link("Sơ đồ trang", "so-do-trang/")]
