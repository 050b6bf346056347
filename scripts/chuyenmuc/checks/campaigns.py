"""Campaigns: what hangs has a message and its days, official files are there, tasks are done in time."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, takewhile
from pathlib import Path
from typing import NamedTuple
from unicodedata import category

from chuyenmuc.channels.words import hashtag
from chuyenmuc.checks.references import LOGOS, kept
from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.campaign import SORT_LABELS, Campaign, Placement, Sort
from chuyenmuc.content.fields import Kind
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.links import is_png_or_jpeg, local_file
from chuyenmuc.content.locked import FILE
from chuyenmuc.content.prose import passages
from chuyenmuc.vietnamese.dates import day_of, short
from chuyenmuc.vietnamese.measures import Size
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
HEAVY, WIDE = 2_000_000, 5_000  # bytes and dots of an official file: more than that holds up every print
MARKUP = re.compile(r"\*\*|__|`")
HYPHEN = re.compile(r"\s-\s")
TIGHT_DASH = re.compile(r"[^\W\d_](?:[–—]|\s[–—]|[–—]\s)[^\W\d_]")
ENTRY, COMMENTED = re.compile(r"[ \t]*-[ \t]"), re.compile(r"(?:hashtags:|[ \t]*-)[ \t]+#\w")
JOINED = re.compile(r"#\w+")
FIRST_WORDS = 2  # passages of the text
# What prints the campaign as a whole, or skills, and none of its messages alone.
OF_ALL = (Sort.BACKDROP, Sort.LEAFLET, Sort.FOLDED, Sort.SKILL)
LIT = (Sort.BOARD, Sort.TICKER)
# An official sign's place on a piece, wide and high, of its shorter side: on long pieces, on the others.
LONG_PIECES, ON_LONG, ON_OTHERS = (Sort.BANNER, Sort.FLAG, Sort.STANDEE), (0.75, 0.5), (0.4, 0.3)
INCH = 25.4
DENSITIES = ((8_000, 15), (3_000, 25), (1_200, 50), (0, 120))  # millimetres of the longer side; dots to the inch
POSTER = Size(420, 594, "A2")


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if isinstance(item, Campaign):
            yield from told(item)
            yield from dated(item)
            yield from worded(item, {entry.text for entry in archive.locked})
            yield from tagged(item)
            yield from identified(item)
            yield from second(item, archive)
            yield from of_another_year(item, archive)
            for number, place in enumerate(item.places, 1):
                yield from placed(item, number, place)
                yield from counted(item, number, place)


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


def of_another_year(item: Campaign, archive: Archive) -> Iterator[Finding]:
    """What was copied from the year before and still names it."""
    if not item.whole or not item.first_day:
        return
    earlier = {str(front.year) for front in archive.other_years(item) if front.year < item.year}
    body = " ".join(passage.text for passage in islice(passages(item.body), FIRST_WORDS)) if earlier else ""
    for field, where, text in (("description", "sapo", item.description), ("", "phần mở đầu của lời", body)):
        said = set(YEAR_SAID.findall(text))
        if (old := sorted(said & earlier)) and str(item.year) not in said:
            message = f"{where} nhắc năm {old[-1]} mà đợt diễn ra năm {item.year}"
            fix = f"còn sót của đợt trước thì sửa năm; đúng là nói về năm {old[-1]} thì nhắc cả năm {item.year}"
            line = 0 if field else item.place.body_line
            yield at(item, field, RULE, message, fix, level="warning", line=line)


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
        if signs := "".join(dict.fromkeys(filter(is_sign, MARKUP.sub("", text)))):
            message = f"{told} có ký hiệu “{signs}” mà bảng chữ chạy và nhiều phông chữ không hiện được"
            yield at(item, field, RULE, message, "bỏ ký hiệu ấy, chỉ dùng chữ, số, dấu câu", level="warning", line=line)
        if mark := MARKUP.search(text):
            message = f"{told} có dấu “{mark[0]}” của Markdown, lên ấn phẩm sẽ in nguyên dấu ấy"
            yield at(item, field, RULE, message, "bỏ dấu, chỉ viết lời", line=line)
        if text not in locked and (message := dashed(text)):
            fix = (
                "văn bản công bố ghi gạch ngang thì gõ “ – ”, có dấu cách hai bên: ấn phẩm xuống dòng ở dấu ấy; "
                f"nếu công bố đúng như đang ghi thì khóa câu này trong content/{FILE}"
            )
            yield at(item, field, RULE, f"{told} {message}", fix, level="warning", line=line)


def dashed(text: str) -> str:
    """What is odd about the dashes of a message."""
    if HYPHEN.search(text):
        return "ghi dấu gạch nối “ - ” giữa hai vế"
    found = TIGHT_DASH.search(text)
    return f"có gạch ngang dính vào chữ (“{found[0]}”)" if found else ""


def tagged(item: Campaign) -> Iterator[Finding]:
    for number, tag in enumerate(item.hashtags, 1):
        if not JOINED.fullmatch(tag):
            kept = JOINED.match(tag)
            message = f"hashtag “{tag}” không viết liền" + (f", mạng xã hội chỉ nhận “{kept[0]}”" if kept else "")
            fix = f"viết liền: {hashtag(tag)}; nhiều hashtag thì cách nhau bằng dấu phẩy"
            line = line_of(item, f"hashtags[{number}]") or item.place.line("hashtags")
            yield at(item, "hashtags", RULE, message, fix, level="warning", line=line)
    if line := unread(item):
        message = "hashtag đứng sau dấu # nên bị coi là lời ghi chú, không được đọc"
        fix = "viết hashtag không có dấu # (máy tự thêm), hoặc đặt trong dấu ngoặc kép"
        yield at(item, "hashtags", RULE, message, fix, level="warning", line=line)


def unread(item: Campaign) -> int:
    """The line of a hashtag that YAML takes for a comment; 0 if there is none."""
    start = item.place.lines.get("hashtags")
    if not start:
        return 0
    try:
        lines = item.place.file.read_text("utf-8-sig", "replace").splitlines()[start - 1 :]
    except OSError:
        return 0
    entries = takewhile(ENTRY.match, lines[1:])
    return next((start + number for number, line in enumerate([lines[0], *entries]) if COMMENTED.match(line)), 0)


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
    """A picture indeed, neither too small for what it is printed on nor needlessly heavy: it goes into every PDF."""
    from PIL import Image  # slow to load, and few campaigns have such files

    line = line_of(item, field)
    if not is_png_or_jpeg(file):
        message = f"tệp nhận diện “{path}” không mở được như một ảnh PNG hoặc JPEG"
        fix = "đổi tên tệp không đổi được dạng ảnh; xin lại tệp gốc, hoặc xuất ra PNG nền trong suốt"
        yield at(item, field, "loai-tep", message, fix, line=line)
        return
    try:
        with Image.open(file, formats=("PNG", "JPEG")) as image:
            width, height = image.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return  # damaged, which is told of any picture
    weight = file.stat().st_size
    if max(width, height) > WIDE or weight > HEAVY:
        told = (Decimal(weight) / 1_000_000).quantize(Decimal("0.1"))
        size = f"cạnh dài {written(Decimal(max(width, height)))} điểm ảnh, nặng {written(told)} MB"
        message = f"tệp nhận diện “{path}” lớn hơn cần thiết ({size}), mọi bản in đều chậm"
        fix = (
            "xin cơ quan phát hành tệp PNG cạnh dài 2.000 đến 3.000 điểm ảnh; "
            "tự thu nhỏ thì dùng phần mềm giữ được nền trong suốt (Paint không giữ được)"
        )
        yield at(item, field, RULE, message, fix, level="warning", line=line)
    elif official(item) == path:
        yield from blurred(item, field, path, (width, height))


def official(item: Campaign) -> str:
    """The one that stands on every piece."""
    return (item.identity.logo or item.identity.visual) if item.identity else ""


class Print(NamedTuple):
    """How many dots an official sign needs along its longer side on something that is printed."""

    dots: int
    label: str


def blurred(item: Campaign, field: str, path: str, size: tuple[int, int]) -> Iterator[Finding]:
    """Of all that is ordered, or of a poster where nothing is, what asks most of the sign."""
    asked = [(place.piece, place.size) for place in item.places if place.size and place.piece not in LIT]
    most = max(dots_for(sort, paper, size) for sort, paper in asked or [(Sort.POSTER, POSTER)])
    if max(size) < most.dots:
        message = f"tệp nhận diện “{path}” chỉ có {size[0]} × {size[1]} điểm ảnh, in lên {most.label} sẽ nhòe, vỡ nét"
        needed = written(Decimal(-(-most.dots // 100) * 100))
        fix = (
            f"xin cơ quan phát hành tệp PNG nền trong suốt, cạnh dài từ {needed} đến 3.000 điểm ảnh; không tự phóng to"
        )
        yield at(item, field, "anh-nho", message, fix, level="warning", line=line_of(item, field))


def dots_for(sort: Sort, piece: Size, size: tuple[int, int]) -> Print:
    """As large as its place on the piece lets it be, in dots to the inch that fit how near people read it."""
    across, up = ON_LONG if sort in LONG_PIECES else ON_OTHERS
    shorter, longer = sorted((piece.width, piece.height))
    scale = min(across * shorter / size[0], up * shorter / size[1])
    dense = next(dots for least, dots in DENSITIES if longer >= least)
    return Print(int(scale * max(size) / INCH * dense), f"{SORT_LABELS[sort].lower()} {piece}")


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


def counted(item: Campaign, number: int, place: Placement) -> Iterator[Finding]:
    """Numbers that do not come to what they seem to say."""
    field = f"places[{number}]"
    if same := next((before for before in item.places[: number - 1] if alike(before, place)), None):
        message = f"nơi thứ {number} trùng với nơi thứ {item.places.index(same) + 1} (“{place.where}”)"
        fix = "xóa một nơi; cần thêm tấm thì sửa số ở “count”"
        yield at(item, field, RULE, message, fix, level="warning", line=line_of(item, f"{field}.where"))
    line = line_of(item, f"{field}.messages")
    if place.repeated:
        told = ", ".join(map(str, place.repeated))
        message = f"“{place.where}” ghi thông điệp {told} nhiều lần, chỉ tính một"
        fix = "bỏ số lặp; cần nhiều tấm thì ghi ở “count”"
        yield at(item, f"{field}.messages", RULE, message, fix, level="warning", line=line)
    if place.piece in OF_ALL:
        if place.messages:
            message = f"“{place.where}”: {SORT_LABELS[place.piece].lower()} là của cả đợt, “messages” không có tác dụng"
            yield at(item, f"{field}.messages", RULE, message, "bỏ dòng “messages”", level="warning", line=line)
    elif place.piece not in LIT:
        yield from too_few(item, field, place)


def alike(one: Placement, other: Placement) -> bool:
    return all(
        getattr(one, key) == getattr(other, key) for key in ("where", "piece", "size", "pitch", "up", "down")
    ) and set(one.messages) == set(other.messages)


def too_few(item: Campaign, field: str, place: Placement) -> Iterator[Finding]:
    """Fewer pieces than messages that hang there: then the order leaves the choice to whoever prints them."""
    hung = [number for number in place.messages or range(1, len(item.messages) + 1) if number <= len(item.messages)]
    if place.count and place.count < len(hung):
        message = (
            f"“{place.where}” đặt {place.count} tấm mà có {len(hung)} thông điệp: "
            f"phiếu đặt in sẽ ghi “Chọn {place.count} trong {len(hung)} nội dung”"
        )
        fix = f"ghi “count: {len(hung)}” để treo đủ, hoặc chọn thông điệp ở “messages”"
        line = line_of(item, f"{field}.count")
        yield at(item, f"{field}.count", RULE, message, fix, level="warning", line=line)


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
