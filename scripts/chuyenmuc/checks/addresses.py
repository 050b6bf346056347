"""Every page has an address of its own."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Campaign, Item

RULE = "duong-dan"
TAKEN = {"kho-tu-lieu", "assets", "search", "pagefind", "javascripts", "stylesheets", "404", "tra-cuu-van-ban", "lich"}
TAKEN |= {"nhom-nhiem-vu", "tu-khoa", "danh-cho", "luu-tru", "bai-khac"}  # lists
TAKEN |= {"en", "nhung", "ngoai-tuyen"}  # for readers of English, for portals, and without a network
TAKEN |= {"kenh-chinh-thuc", "bao-chi", "so-do-trang", "nguon-tin", "tim-kiem"}  # pages of their own
TAKEN |= {"thang", "muc"}  # shelves of the library, where each item's own page stands too
PAGE_OF_A_LIST = re.compile(r"trang-\d+")


def check(archive: Archive) -> Iterator[Finding]:
    sections = {section.path for section in archive.sections if section.path}
    first: dict[str, str] = {}
    for item in archive.items:
        if not is_front(item):
            yield from of_item(item, sections, first)
        first.setdefault(item.place.key, item.place.name)
    for section in archive.sections:
        above, _, last = section.path.rpartition("/")
        if section.path.split("/")[0] in TAKEN or (above and PAGE_OF_A_LIST.fullmatch(last)):
            message = f"đường dẫn /{section.path}/ đã dành cho chương trình"
            yield Finding(f"content/{section.folder}", 0, "", RULE, "error", message, "đổi tên thư mục")


def is_front(item: Item) -> bool:
    """A campaign's own page stands where its folder's list would."""
    return isinstance(item, Campaign) and item.place.is_front and bool(item.place.key)


def of_item(item: Item, sections: Container[str], first: Mapping[str, str]) -> Iterator[Finding]:
    """`first`: by address the file that has it already."""
    key, rename = item.place.key, "đổi tên tệp, chỉ dùng chữ không dấu, số và gạch nối"
    if item.place.is_front:
        fix = "đổi tên tệp; chỉ trang chính của một đợt truyền thông (kind: chien-dich) mang tên index.md"
        yield at(item, "", RULE, "tên tệp index.md không dùng cho bài được", fix)
    elif not item.place.slug:
        yield at(item, "", RULE, "tên tệp không dùng làm đường dẫn được", rename)
    elif key in first:
        yield at(item, "", RULE, f"trùng đường dẫn /{key}/ với {first[key]}", "đổi tên một trong hai tệp")
    elif key in sections:
        yield at(item, "", RULE, f"trùng đường dẫn /{key}/ với thư mục cùng tên", rename)
    elif key.split("/")[0] in TAKEN or PAGE_OF_A_LIST.fullmatch(item.place.slug):
        yield at(item, "", RULE, f"đường dẫn /{key}/ đã dành cho chương trình", rename)
