"""Campaigns: what hangs has a message and its days, official files are there, tasks are done in time."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from unicodedata import category

from chuyenmuc.checks.references import LOGOS, kept
from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.campaign import Campaign, Placement, Sort
from chuyenmuc.content.fields import Kind
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.links import local_file
from chuyenmuc.vietnamese.dates import day_of, short
from chuyenmuc.vietnamese.numbers import written

RULE = "chien-dich"
LONG_BADGE = 8  # characters: what is longer gets too small to be a sign
ADVERTISED = timedelta(days=15)
BANNERS = (Sort.BANNER, Sort.FLAG)
TO_SUM_UP = timedelta(days=14)
YEAR = re.compile(r"(?:19|20)\d\d")
YEAR_SAID = re.compile(r"(?<!\d)20\d\d(?!\d)")
FAR, LONG = timedelta(days=60), timedelta(days=90)  # beyond these a date is likely mistyped
ENDS = re.compile(r"(?<!\.)\.$")
SHOWABLE = frozenset("+<>=×÷±°§%")
SIGNS = frozenset({"So", "Sm", "Sk", "Cf", "Co", "Cn", "Cs"})  # Unicode categories
HEAVY, WIDE = 1_000_000, 3_000  # bytes and dots of an official file


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if isinstance(item, Campaign):
            yield from told(item)
            yield from dated(item)
            yield from worded(item, {entry.text for entry in archive.locked})
            yield from identified(item)
            yield from second(item, archive)
            for number, place in enumerate(item.places, 1):
                yield from placed(item, number, place)


def told(item: Campaign) -> Iterator[Finding]:
    if item.political and item.sponsors:
        message = "ấn phẩm cổ động chính trị không mang quảng cáo"
        fix = "bỏ “sponsors”, hoặc ghi “political: false” nếu đợt này không phải cổ động chính trị"
        yield at(item, "sponsors", RULE, message, fix)
    if item.theme and not item.theme_source:
        fix = "thêm dòng “theme_source: …”, ghi địa chỉ trang công bố; chủ đề chưa công bố thì để trống “theme”"
        yield at(item, "theme", RULE, "chủ đề chưa ghi nơi công bố", fix, level="warning")
    if len(item.badge) > LONG_BADGE:
        message = f"dấu hiệu “{item.badge}” dài {len(item.badge)} ký tự, in lớn không đủ chỗ"
        yield at(item, "badge", RULE, message, f"rút còn tối đa {LONG_BADGE} ký tự, ví dụ 10/10", level="warning")
    if item.places and not item.messages and "messages" not in item.place.wrong:
        fix = "thêm “messages:”, mỗi thông điệp một dòng"
        yield at(item, "places", RULE, "có nơi treo mà chưa có thông điệp nào để in", fix, level="warning")


def dated(item: Campaign) -> Iterator[Finding]:
    first, last = item.first_day, item.last_day
    day = day_of(item.day) if item.day else None
    if day and first and last and first <= last and not first <= day <= last:
        message = f"ngày chính {short(day)} nằm ngoài đợt ({short(first)} đến {short(last)})"
        yield at(item, "day", RULE, message, "sửa lại “day”, hoặc “start” và “end”", level="warning")
    yield from titled(item)
    folder = item.place.section.path.rpartition("/")[2]
    if item.whole and first and YEAR.fullmatch(folder) and int(folder) != item.year:
        message = f"thư mục ghi năm {folder} mà đợt diễn ra năm {item.year}"
        fix = "sửa lại ngày trong “start”, “end”, “day”, hoặc đổi tên thư mục"
        field = next(key for key in ("day", "start") if getattr(item, key))
        yield at(item, field, RULE, message, fix, level="warning")


def titled(item: Campaign) -> Iterator[Finding]:
    said = YEAR_SAID.findall(item.title)
    if item.whole and item.first_day and said and str(item.year) not in said:
        message = f"tiêu đề ghi năm {said[0]} mà đợt diễn ra năm {item.year}"
        yield at(item, "title", RULE, message, "sửa lại năm trong “title”, hoặc ngày của đợt", level="warning")


def worded(item: Campaign, locked: Container[str]) -> Iterator[Finding]:
    """Messages are set large and shown on boards of one colour: no full stop, no picture, none twice."""
    for number, text in enumerate(item.messages, 1):
        field, told = f"messages[{number}]", f"thông điệp {number}"
        line = line_of(item, field)
        if text in item.messages[: number - 1]:
            message = f"{told} trùng với thông điệp {item.messages.index(text) + 1}"
            fix = "xóa một trong hai, rồi xem lại số thông điệp ở “places”"
            yield at(item, field, RULE, message, fix, level="warning", line=line)
        if ENDS.search(text) and text not in locked and text[:-1] not in locked:
            message = f"{told} có dấu chấm cuối câu, in trên băng rôn thành thừa"
            yield at(item, field, RULE, message, "bỏ dấu chấm cuối", level="warning", line=line)
        if signs := "".join(dict.fromkeys(filter(is_sign, text))):
            message = f"{told} có ký hiệu “{signs}” mà bảng chữ chạy và nhiều phông chữ không hiện được"
            yield at(item, field, RULE, message, "bỏ ký hiệu ấy, chỉ dùng chữ, số, dấu câu", level="warning", line=line)


def is_sign(character: str) -> bool:
    return category(character) in SIGNS and character not in SHOWABLE


def second(item: Campaign, archive: Archive) -> Iterator[Finding]:
    """A folder's campaign is its own page; another one in there gets no art, and is seldom meant."""
    front = archive.fronts.get(item.place.section.path)
    if front and front is not item:
        message = f"thư mục này đã là của đợt “{front.title}” (index.md); tệp này chỉ thành một bài"
        fix = (
            "nếu là tin, bài của đợt thì ghi “kind: tin” hoặc “kind: bai”; nếu là đợt khác thì chuyển sang thư mục khác"
        )
        yield at(item, "kind", RULE, message, fix, level="warning")


def identified(item: Campaign) -> Iterator[Finding]:
    for key in ("logo", "visual"):
        path = getattr(item.identity, key, "")
        if not path:
            continue
        missing = list(kept(item, f"identity.{key}", path))
        yield from missing
        if not missing and Path(path).suffix.lower() not in LOGOS:
            message = f"tệp nhận diện “{path}” không phải ảnh PNG hoặc JPEG"
            fix = "xuất tệp gốc thành .png (nền trong suốt) hoặc .jpg, không vẽ lại, không cắt xén"
            yield at(item, f"identity.{key}", "loai-tep", message, fix)
        elif not missing and (target := local_file(item.place, path)):
            yield from pictured(item, f"identity.{key}", path, target)
    if item.identity and (item.identity.logo or item.identity.visual) and not item.identity.source:
        fix = "thêm “source: …” dưới “identity:”, ghi địa chỉ trang công bố bộ nhận diện"
        yield at(item, "identity", RULE, "tệp nhận diện chưa ghi nơi công bố", fix, level="warning")


def pictured(item: Campaign, field: str, path: str, file: Path) -> Iterator[Finding]:
    """A picture indeed, and one that is not needlessly heavy: it goes into every PDF."""
    from PIL import Image  # slow to load, and few campaigns have such files

    line = line_of(item, field)
    try:
        with Image.open(file, formats=("PNG", "JPEG")) as image:
            longest = max(image.size)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        message = f"tệp nhận diện “{path}” không mở được như một ảnh PNG hoặc JPEG"
        fix = "đổi tên tệp không đổi được dạng ảnh; tải lại tệp gốc, hoặc xuất ra PNG nền trong suốt"
        yield at(item, field, "loai-tep", message, fix, line=line)
        return
    heavy = file.stat().st_size
    if longest > WIDE or heavy > HEAVY:
        weight = (Decimal(heavy) / HEAVY).quantize(Decimal("0.1"))
        size = f"cạnh dài {written(Decimal(longest))} điểm ảnh, nặng {written(weight)} MB"
        message = f"tệp nhận diện “{path}” lớn hơn cần thiết ({size})"
        fix = "mở bằng Paint, chọn Thay đổi kích cỡ, cạnh dài 2.000 điểm ảnh, giữ tỷ lệ, lưu thành PNG dưới 1 MB"
        yield at(item, field, RULE, message, fix, level="warning", line=line)


def placed(item: Campaign, number: int, place: Placement) -> Iterator[Finding]:
    field = f"places[{number}]"
    unknown = [str(asked) for asked in place.messages if asked > len(item.messages)]
    if unknown and "messages" not in item.place.wrong:
        have = f"mới có {len(item.messages)} thông điệp" if item.messages else "chưa có thông điệp nào"
        message = f"“{place.where}” ghi thông điệp {', '.join(unknown)} mà đợt này {have}"
        fix = "sửa lại số trong “messages:” của nơi này, hoặc thêm thông điệp vào “messages:” của đợt"
        yield at(item, f"{field}.messages", RULE, message, fix, line=line_of(item, f"{field}.messages"))
    if place.pitch and place.piece is not Sort.BOARD:
        message = f"“{place.where}” có bước điểm “pitch” mà không phải bảng LED màu"
        fix = "bỏ dòng “pitch”, hoặc sửa thành “piece: led”"
        line = line_of(item, f"{field}.pitch")
        yield at(item, f"{field}.pitch", RULE, message, fix, level="warning", line=line)
    yield from hung(item, field, place)


def hung(item: Campaign, field: str, place: Placement) -> Iterator[Finding]:
    up, down = (day_of(day) if day else None for day in (place.up, place.down))
    line = line_of(item, f"{field}.{'up' if up else 'down'}")
    yield from mistyped(item, field, place)
    over = up and item.last_day and up > item.last_day
    early = down and item.first_day and down < item.first_day
    if over or early:
        when = "treo sau khi đợt kết thúc" if over else "tháo trước khi đợt bắt đầu"
        message = f"“{place.where}” {when}"
        yield at(item, field, RULE, message, "xem lại ngày, năm ở “up” và “down”", level="warning", line=line)
    if item.sponsors and place.piece in BANNERS and up and down and down - up >= ADVERTISED:
        message = f"“{place.where}” treo {(down - up).days + 1} ngày mà có biểu trưng nhà tài trợ"
        fix = (
            f"băng rôn quảng cáo treo không quá {ADVERTISED.days} ngày theo Điều 27 Luật Quảng cáo 2012; "
            "Luật 75/2025 đã sửa một số điều, đối chiếu lại luật rồi chọn ngày tháo"
        )
        yield at(item, field, RULE, message, fix, level="warning", line=line)


def mistyped(item: Campaign, field: str, place: Placement) -> Iterator[Finding]:
    """Days so far off that their year or month must be wrong; what `hung` tells of is not told twice."""
    first, last = item.first_day, item.last_day
    up, down = (day_of(day) if day else None for day in (place.up, place.down))
    if not first or not last or (up and up > last) or (down and down < first):
        return
    for key, day in (("up", up), ("down", down)):
        if day and not first - FAR <= day <= last + FAR:
            message = f"“{place.where}” ghi “{key}: {day}”, cách đợt hơn {FAR.days} ngày: sai năm hoặc tháng?"
            line = line_of(item, f"{field}.{key}")
            fix = f"đợt từ {short(first)} đến {short(last)}; xem lại “{key}”"
            yield at(item, f"{field}.{key}", RULE, message, fix, level="warning", line=line)
            return
    if up and down and down - up > max(LONG, last - first):
        message = f"“{place.where}” treo {(down - up).days + 1} ngày, từ {short(up)} đến {short(down)}"
        line = line_of(item, f"{field}.down")
        yield at(item, field, RULE, message, "xem lại ngày, tháng ở “up” và “down”", level="warning", line=line)


def unfronted(archive: Archive) -> Iterator[Finding]:
    """A year's folder beside others, or meant for campaigns, that has items and no page of its own."""
    held = {item.place.section.path for item in archive.items}
    above = {path.rpartition("/")[0] for path in archive.fronts}
    broken = {str(Path(name).parent) for name in archive.unread if Path(name).stem.lower() == "index"}
    for section in archive.sections:
        folder, (parent, _, name) = f"content/{section.folder}", section.path.rpartition("/")
        meant = section.kind is Kind.CAMPAIGN or parent in above
        if YEAR.fullmatch(name) and meant and section.path in held - archive.fronts.keys() and folder not in broken:
            message = f"thư mục {folder} không có index.md nên đợt ấy không có trang, không có ấn phẩm"
            fix = (
                "chép index.md của năm trước vào đây rồi sửa ngày, năm; nếu đã viết trang ở tệp khác thì đổi tên tệp ấy"
            )
            yield Finding(folder, 0, "", RULE, "warning", message, f"{fix} thành index.md")


def line_of(item: Campaign, field: str) -> int:
    """That of a part inside a group, or of the group."""
    return item.place.lines.get(field) or item.place.line(field.rpartition(".")[0])


def late(archive: Archive, today: date) -> Iterator[Finding]:
    """What should have been done by today."""
    for item in archive.items:
        if isinstance(item, Campaign):
            yield from overdue(item, today)
            yield from unsummed(item, today)


def overdue(item: Campaign, today: date) -> Iterator[Finding]:
    for number, task in enumerate(item.tasks, 1):
        if task.due and not task.done and day_of(task.due) < today:
            message = f"việc “{task.what}” quá hạn {short(day_of(task.due))}"
            message += f" ({task.who})" if task.who else ""
            fix = "làm xong thì ghi “done: true”; nếu lùi hạn thì sửa “due”"
            field = f"tasks[{number}]"
            line = line_of(item, f"{field}.due")
            yield at(item, field, RULE, message, fix, level="warning", line=line)


def unsummed(item: Campaign, today: date) -> Iterator[Finding]:
    if item.whole and item.last_day and not item.results and today - item.last_day >= TO_SUM_UP:
        message = f"đợt kết thúc ngày {short(item.last_day)} mà chưa ghi kết quả"
        fix = "ghi kết quả vào “results:”, mỗi dòng một kết quả"
        yield at(item, "results", RULE, message, fix, level="warning", line=item.place.line("end"))
