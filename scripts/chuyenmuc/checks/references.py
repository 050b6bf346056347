"""What an article leads to exists, stays inside the project and runs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import unquote

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.headings import anchors, headings
from chuyenmuc.content.items import Document, Item
from chuyenmuc.content.links import allowed, local_file, local_links, local_path, present
from chuyenmuc.content.markup import Element, elements

RUNNING = frozenset(
    {"script", "iframe", "frame", "frameset", "object", "embed", "applet", "portal", "template", "svg", "math"}
    | {"style", "base", "meta", "link", "form", "input", "button", "select", "textarea"}
)
LOADING = frozenset({"src", "srcset", "poster", "data", "background", "lowsrc"})
ADDRESSES = LOADING | {"href", "xlink:href", "action", "formaction", "cite", "ping"}
RUNNING_ADDRESS = re.compile(r"^(?:javascript|vbscript|data):", re.I)
REMOTE = re.compile(r"(?:^|,)(?:https?:)?//", re.I)
REMOTE_STYLE = re.compile(r"url\s*\(|@import|expression\s*\(", re.I)
ALIGNED = re.compile("|text-align: (left|center|right);")  # columns of a table
LOGOS = frozenset({".png", ".jpg", ".jpeg"})
SOUND = frozenset({".mp3", ".m4a"})
NOTES = ("fn:", "fnref:")  # a note and its mark lead to each other; `footnotes` tells of those that do not
INVISIBLE = re.compile(r"[\s\x00-\x20\x7f\u200b-\u200f\u2028-\u202f\u2060\ufeff]+")


def check(archive: Archive) -> Iterator[Finding]:
    files = archive.by_file
    for item in archive.items:
        for element in elements(item.body):
            yield from judged(item, element)
            yield from aimed(item, element, files)
            yield from described(item, element)
        for path, line in local_links(item):
            yield from followed(item, path, item.place.body_line + line, files)
        yield from covered(item)
        yield from sponsored(item)
        yield from attached(item)
        if isinstance(item, Document) and item.file:
            yield from kept(item, "file", item.file)


def judged(item: Item, element: Element) -> Iterator[Finding]:
    line = item.place.body_line + element.line
    bare = {name: INVISIBLE.sub("", value) for name, value in element.attributes.items() if name in ADDRESSES}
    if running := runs(element, bare):
        message = f"có mã {running} chạy được trong trang"
        yield at(item, "", "ma-nguy-hiem", message, "xóa mã này; video, bản đồ thì dẫn liên kết", line=line)
    elif REMOTE_STYLE.search(element.get("style")) or loads_from_elsewhere(bare):
        message, fix = "ảnh, âm thanh tải từ trang khác", "tải tệp về, đặt cạnh bài rồi dẫn bằng tên tệp"
        yield at(item, "", "tai-nguyen-ngoai", message, fix, line=line)
    elif not ALIGNED.fullmatch(element.get("style")):
        message, fix = f"định dạng “style” trong <{element.tag}> không có tác dụng trên trang", "xóa thuộc tính style"
        yield at(item, "", "dinh-dang", message, fix, level="warning", line=line)


def described(item: Item, element: Element) -> Iterator[Finding]:
    if element.tag == "img" and not element.get("alt").strip():
        line = item.place.body_line + element.line
        message = f"ảnh “{element.get('src')[:80]}” chưa có lời mô tả cho người không nhìn thấy"
        fix = "viết mô tả vào giữa hai ngoặc vuông: ![Ảnh có gì](tên tệp)"
        yield at(item, "", "anh", message, fix, level="warning", line=line)


def runs(element: Element, addresses: dict[str, str]) -> str:
    """What of an element would run in a reader's browser, as staff are told; empty if nothing."""
    if element.tag in RUNNING:
        return f"<{element.tag}>"
    handlers = [name for name in element.attributes if name.startswith("on") or name == "srcdoc"]
    handlers += [name for name, value in addresses.items() if RUNNING_ADDRESS.match(value)]
    return f"“{handlers[0]}” trong <{element.tag}>" if handlers else ""


def loads_from_elsewhere(addresses: dict[str, str]) -> bool:
    return any(name in LOADING and REMOTE.search(value) for name, value in addresses.items())


def followed(item: Item, path: str, line: int, files: dict[Path, Item]) -> Iterator[Finding]:
    target = local_file(item.place, path)
    shown = path if len(path) < 80 else path[:77] + "…"
    if target is None:
        message = f"liên kết “{shown}” đi ra ngoài thư mục content"
        yield at(item, "", "lien-ket", message, "chép tệp vào cạnh bài rồi dẫn bằng tên tệp", line=line)
    elif not present(target):
        yield at(item, "", "lien-ket", f"không thấy tệp “{shown}”", "kiểm tra lại tên tệp, đường dẫn", line=line)
    elif target.suffix.lower() == ".md":
        if target not in files:
            yield at(item, "", "lien-ket", f"“{shown}” không phải một bài đọc được", "dẫn tới bài khác", line=line)
    elif not allowed(target):
        yield unfit(item, "", target, line)


def aimed(item: Item, element: Element, files: Mapping[Path, Item]) -> Iterator[Finding]:
    """A link to a place inside a text leads to one that is there."""
    address, _, name = element.get("href").partition("#")
    leads = element.tag == "a" and name and not name.startswith(NOTES)
    target = aim(item, address, files) if leads else None
    if target is None or unquote(name) in anchors(target.body):
        return
    names = [heading.name for heading in headings(target.body)]
    near = get_close_matches(unquote(name), names, n=1, cutoff=0) if names else []
    where = "bài này" if target is item else f"bài “{target.title}”"
    line = item.place.body_line + element.line
    message = f"liên kết “#{name}” không trúng đề mục nào của {where}"
    fix = f"có phải là “#{near[0]}”?" if near else "bài ấy chưa có đề mục nào; xóa phần từ dấu #"
    yield at(item, "", "lien-ket", message, fix, level="warning", line=line)


def aim(item: Item, address: str, files: Mapping[Path, Item]) -> Item | None:
    if not address:
        return item
    path = local_path(address)
    file = local_file(item.place, path) if path else None
    return files.get(file) if file else None


def attached(item: Item) -> Iterator[Finding]:
    for attachment in item.attachments:
        yield from kept(item, "attachments", attachment.file)
    if item.audio and Path(item.audio).suffix.lower() not in SOUND:
        message, fix = f"“{item.audio}” không phải tệp âm thanh nghe được trên trang", "lưu thành tệp .mp3 hoặc .m4a"
        yield at(item, "audio", "loai-tep", message, fix)
    elif item.audio:
        yield from kept(item, "audio", item.audio)


def covered(item: Item) -> Iterator[Finding]:
    if not item.cover:
        return
    yield from kept(item, "cover", item.cover.src)
    if not item.cover.alt:
        message, fix = (
            "ảnh bìa chưa có lời mô tả cho người không nhìn thấy",
            "thêm “alt: …” trong nhóm cover, nói ảnh có gì",
        )
        yield at(item, "cover", "anh", message, fix, level="warning")
    if not item.cover.credit:
        message, fix = "ảnh bìa chưa ghi người chụp hoặc nguồn", "thêm “credit: …” trong nhóm cover"
        yield at(item, "cover", "anh", message, fix, level="warning")


def sponsored(item: Item) -> Iterator[Finding]:
    for logo in (sponsor.logo for sponsor in item.sponsors if sponsor.logo):
        if Path(logo).suffix.lower() in LOGOS:
            yield from kept(item, "sponsors", logo)
        else:
            message, fix = f"biểu trưng “{logo}” không phải ảnh PNG hoặc JPEG", "lưu thành tệp .png hoặc .jpg"
            yield at(item, "sponsors", "loai-tep", message, fix)


def kept(item: Item, field: str, path: str) -> Iterator[Finding]:
    if re.match(r"[a-z]+://", path, re.I):
        message, fix = f"“{path}” là địa chỉ ở trang khác", "tải tệp về, đặt cạnh bài rồi ghi tên tệp"
        yield at(item, field, "tai-nguyen-ngoai", message, fix)
        return
    target = local_file(item.place, path)
    if target is None:
        message = f"“{path}” ở ngoài thư mục content và assets"
        yield at(item, field, "duong-dan", message, "chép tệp vào cạnh bài rồi ghi tên tệp")
    elif not present(target):
        yield at(item, field, "thieu-tep", f"không thấy tệp “{path}”", "kiểm tra lại tên tệp, chữ hoa, chữ thường")
    elif field in {"file", "attachments"} and not allowed(target):
        yield unfit(item, field, target, 0)


def unfit(item: Item, field: str, file: Path, line: int) -> Finding:
    message = f"không đăng kèm được loại tệp “{file.suffix or file.name}”"
    return at(item, field, "loai-tep", message, "lưu tệp thành PDF, Word, Excel hoặc ảnh", line=line)
