"""What an article leads to exists, stays inside the project and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Document, Item
from chuyenmuc.content.links import Link, code_blanked, links, local_file

DANGER = re.compile(
    r"<\s*(script|iframe|object|embed|style|form|base|meta|link|svg)\b|<[^>]*\son\w+\s*=|(?:java|vb)script:", re.I
)
REMOTE_IMAGE = re.compile(r"<\s*(?:img|video|audio|source)\b[^>]*\bsrc\s*=\s*[\"']?\s*(?:https?:)?//", re.I)
REFERENCE = re.compile(r"^(?:https?|mailto|tel):", re.I)


def check(archive: Archive) -> Iterator[Finding]:
    files = {item.place.file.resolve(): item for item in archive.items}
    for item in archive.items:
        yield from markup(item)
        for link in links(item.body):
            yield from followed(item, link, files)
        if item.cover:
            yield from kept(item, "cover", item.cover.src)
            if not item.cover.alt:
                fix = "thêm “alt: …” trong nhóm cover, nói ảnh có gì"
                yield at(
                    item, "cover", "anh", "ảnh bìa chưa có lời mô tả cho người không nhìn thấy", fix, level="warning"
                )
            if not item.cover.credit:
                fix = "thêm “credit: …” trong nhóm cover"
                yield at(item, "cover", "anh", "ảnh bìa chưa ghi người chụp hoặc nguồn", fix, level="warning")
        if isinstance(item, Document) and item.file:
            yield from kept(item, "file", item.file)


def markup(item: Item) -> Iterator[Finding]:
    for number, line in enumerate(code_blanked(item.body).split("\n")):
        where = item.place.body_line + number
        if danger := DANGER.search(line):
            message = f"có mã “{danger[0][:40].strip()}” chạy được trong trang"
            yield at(item, "", "ma-nguy-hiem", message, "xóa mã này; video, bản đồ thì dẫn liên kết", line=where)
        elif REMOTE_IMAGE.search(line):
            yield remote(item, where)


def remote(item: Item, line: int) -> Finding:
    message = "ảnh, âm thanh tải từ trang khác"
    return at(item, "", "tai-nguyen-ngoai", message, "tải tệp về, đặt cạnh bài rồi dẫn bằng tên tệp", line=line)


def followed(item: Item, link: Link, files: dict[Path, Item]) -> Iterator[Finding]:
    line = item.place.body_line + link.line
    if REFERENCE.match(link.target) or link.target.startswith("//"):
        if link.image:
            yield remote(item, line)
        return
    path = unquote(link.target.split("#")[0].split("?")[0])
    if not path:
        return
    target = local_file(item.place, path)
    if target is None:
        message = f"liên kết “{path}” đi ra ngoài thư mục content"
        yield at(item, "", "lien-ket", message, "chép tệp vào cạnh bài rồi dẫn bằng tên tệp", line=line)
    elif not target.is_file():
        yield at(item, "", "lien-ket", f"không thấy tệp “{path}”", "kiểm tra lại tên tệp, đường dẫn", line=line)
    elif target.suffix.lower() == ".md" and target not in files:
        yield at(item, "", "lien-ket", f"“{path}” không phải một bài đọc được", "dẫn tới bài khác", line=line)


def kept(item: Item, field: str, path: str) -> Iterator[Finding]:
    target = local_file(item.place, path)
    if target is None:
        message = f"“{path}” ở ngoài thư mục content và assets"
        yield at(item, field, "duong-dan", message, "chép tệp vào cạnh bài rồi ghi tên tệp")
    elif not target.is_file():
        yield at(item, field, "thieu-tep", f"không thấy tệp “{path}”", "kiểm tra lại tên tệp, chữ hoa, chữ thường")
