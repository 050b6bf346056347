"""Every page has an address of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding

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
        key, name = item.place.key, item.place.name
        rename = "đổi tên tệp, chỉ dùng chữ không dấu, số và gạch nối"
        if not item.place.slug or item.place.slug == "index":
            yield at(item, "", RULE, "tên tệp không dùng làm đường dẫn được", rename)
        elif key in first:
            yield at(item, "", RULE, f"trùng đường dẫn /{key}/ với {first[key]}", "đổi tên một trong hai tệp")
        elif key in sections:
            yield at(item, "", RULE, f"trùng đường dẫn /{key}/ với thư mục cùng tên", rename)
        elif key.split("/")[0] in TAKEN or PAGE_OF_A_LIST.fullmatch(item.place.slug):
            yield at(item, "", RULE, f"đường dẫn /{key}/ đã dành cho chương trình", rename)
        first.setdefault(key, name)
    for section in archive.sections:
        above, _, last = section.path.rpartition("/")
        if section.path.split("/")[0] in TAKEN or (above and PAGE_OF_A_LIST.fullmatch(last)):
            message = f"đường dẫn /{section.path}/ đã dành cho chương trình"
            yield Finding(f"content/{section.folder}", 0, "", RULE, "error", message, "đổi tên thư mục")
