"""Campaigns: what hangs has a message and its days, official files are there, tasks are done in time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from chuyenmuc.checks.references import LOGOS, kept
from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.campaign import Campaign, Placement, Sort
from chuyenmuc.content.finding import Finding
from chuyenmuc.vietnamese.dates import day_of, short

RULE = "chien-dich"
LONG_BADGE = 8  # characters: what is longer gets too small to be a sign
ADVERTISED = timedelta(days=15)
BANNERS = (Sort.BANNER, Sort.FLAG)
TO_SUM_UP = timedelta(days=14)
YEAR = re.compile(r"(?:19|20)\d\d")


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if isinstance(item, Campaign):
            yield from told(item)
            yield from dated(item)
            yield from identified(item)
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
    folder = item.place.section.path.rpartition("/")[2]
    if item.whole and first and YEAR.fullmatch(folder) and int(folder) != item.year:
        message = f"thư mục ghi năm {folder} mà đợt diễn ra năm {item.year}"
        fix = "sửa lại ngày trong “start”, “end”, “day”, hoặc đổi tên thư mục"
        field = next(key for key in ("day", "start") if getattr(item, key))
        yield at(item, field, RULE, message, fix, level="warning")


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
