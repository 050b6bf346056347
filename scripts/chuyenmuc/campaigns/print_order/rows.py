"""The print order of a campaign: what its places ask for, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.catalogue import Board, Catalogue, Piece, piece
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.led.modules import Modules, build, is_even
from chuyenmuc.campaigns.office import fixed
from chuyenmuc.campaigns.work import Impossible, Made, Told, Work
from chuyenmuc.content.campaign import SORT_LABELS, Placement, Sort, Task
from chuyenmuc.images.library import file_stem
from chuyenmuc.vietnamese.dates import When, day_of, parse_when, short, span
from chuyenmuc.vietnamese.slugs import slugify

NAME, GROUP = "phieu-dat-in", "phieu-dat-in"
LIT = (Sort.BOARD, Sort.TICKER)
# What is printed of the campaign as a whole, not of one message.
WHOLE = {
    Sort.BACKDROP: "Phông của cả đợt",
    Sort.LEAFLET: "Tờ rơi của cả đợt, in hai mặt",
    Sort.FOLDED: "Tờ gấp ba của cả đợt, in hai mặt",
}
REST = "…"
SAMPLE = "NỘI DUNG MẪU – không dùng để đặt in"
DRAFT = "BẢN NHÁP – đợt chưa được duyệt"


@dataclass(frozen=True)
class Line:
    """One thing to be printed for one place. Sides in millimetres once cut; `scale` of its file."""

    sort: str
    size: str
    width: float
    height: float
    scale: int
    bleed: float
    cloth: bool
    says: tuple[str, ...]
    count: int
    material: str
    where: str
    days: str
    who: str
    note: str
    files: tuple[str, ...]

    @property
    def area(self) -> float:
        """Square metres of all of them; paper is reckoned by the sheet."""
        return self.width * self.height * self.count / 1e6 if self.cloth else 0.0

    @property
    def named(self) -> tuple[str, str]:
        return self.sort, self.size


@dataclass(frozen=True)
class Lit:
    """What runs on a board of lights. `built` is what it is put together to, in metres and dots, where that is known.

    Of a board's many files it names how all of them begin.
    """

    sort: str
    size: str
    built: tuple[str, ...]
    says: tuple[str, ...]
    where: str
    days: str
    who: str
    note: str
    files: str


@dataclass(frozen=True)
class Total:
    sort: str
    size: str
    count: int
    area: float


@dataclass(frozen=True)
class Order:
    """Plain words and numbers, as both files print them."""

    title: str
    agency: str
    parent: str
    period: str
    contact: str
    signs: tuple[str, ...]
    lines: tuple[Line, ...]
    boards: tuple[Lit, ...]
    tasks: tuple[Task, ...]
    sponsored: bool
    date: str

    @property
    def totals(self) -> tuple[Total, ...]:
        """By piece and size, in the order in which they come."""
        found: dict[tuple[str, str], list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.named, []).append(line)
        return tuple(
            Total(*named, sum(line.count for line in lines), sum(line.area for line in lines))
            for named, lines in found.items()
        )

    @property
    def made(self) -> datetime:
        return datetime.combine(day_of(parse_when(self.date)), time(), UTC)

    @cached_property
    def files(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """Its files; and of those of boards how they begin."""
        told = [name for line in self.lines for name in line.files] + [board.files for board in self.boards]
        begun = tuple(name.removesuffix(REST) for name in told if name.endswith(REST))
        return frozenset(name for name in told if not name.endswith(REST)), begun

    def asks_for(self, file: str) -> bool:
        """By its name, as it is once downloaded."""
        whole, begun = self.files
        return file in whole or file.startswith(begun)

    @cached_property
    def reminders(self) -> tuple[str, ...]:
        return tuple(reminded(self))


@dataclass(frozen=True)
class Document(Work):
    """The order as a text to be signed."""

    order: Order

    def made(self) -> tuple[Made, ...]:
        from chuyenmuc.campaigns.print_order.text import text  # Word's library is slow to load

        return (Made(fixed(text(self.order), self.order.made), ".docx"),)

    def tried(self) -> None:
        """Whatever its texts, it holds them."""


@dataclass(frozen=True)
class Workbook(Work):
    """The order as tables to reckon with, and what is to be done."""

    order: Order

    def made(self) -> tuple[Made, ...]:
        from chuyenmuc.campaigns.print_order.sheets import sheets

        return (Made(fixed(sheets(self.order), self.order.made), ".xlsx"),)

    def tried(self) -> None:
        """Whatever its texts, it holds them."""


def print_orders(commission: Commission) -> Iterator[Work]:
    """None where nothing is to be hung or lit."""
    brief = commission.brief
    if not brief.places:
        return
    order, label = order_of(brief, commission.catalogue), "Phiếu đặt in"
    said = f"{label} của {brief.title}: {len(order.lines)} dòng in, {len(order.boards)} bảng điện tử"
    use = "In ra, ký rồi gửi nhà in cùng các tệp PDF"
    yield Document(Told(NAME, GROUP, f"{label} – văn bản Word", use, said, "places"), order)
    use = "Sửa số lượng là diện tích tính lại; trang sau là việc cần làm"
    told = Told(f"{NAME}-bang-tinh", GROUP, f"{label} – bảng tính Excel", use, said, "places", file=NAME)
    yield Workbook(told, order)


def order_of(brief: Brief, catalogue: Catalogue) -> Order:
    printed = [place for place in brief.places if place.piece not in LIT]
    return Order(
        title=brief.title,
        agency=brief.agency,
        parent=brief.parent,
        period=brief.period,
        contact=brief.contact,
        signs=tuple([SAMPLE] * brief.sample + [DRAFT] * brief.draft),
        lines=tuple(line for place in printed for line in lines_of(place, brief, catalogue)),
        boards=tuple(lit(place, brief, catalogue.modules) for place in brief.places if place.piece in LIT),
        tasks=brief.tasks,
        sponsored=bool(brief.sponsors),
        date=brief.date,
    )


def lines_of(place: Placement, brief: Brief, catalogue: Catalogue) -> Iterator[Line]:
    """One for each message, or one that lists them where there are fewer pieces than messages."""
    made = piece_of(place, catalogue)
    if place.piece in WHOLE:
        told = tuple(filter(None, (WHOLE[place.piece], brief.theme)))
        yield line(place, made, place.count or 1, told, files(brief, [made.name] if made else []))
        return
    choices = of_skills(brief, made) if place.piece is Sort.SKILL else of_messages(place, brief, made)
    for count, few in shares(place.count or max(1, len(choices)), choices):
        says = tuple(text for text, _ in few)
        if len(few) > 1:
            says = (f"Chọn {count} trong {len(few)} nội dung:", *(f"• {text}" for text in says))
        yield line(place, made, count, says, files(brief, [name for _, name in few]))


def line(place: Placement, made: Piece | None, count: int, says: tuple[str, ...], names: tuple[str, ...]) -> Line:
    return Line(
        sort=SORT_LABELS[place.piece],
        size=str(made.size) if made else "",
        width=made.size.width if made else 0.0,
        height=made.size.height if made else 0.0,
        scale=made.scale if made else 1,
        bleed=made.bleed if made else 0.0,
        cloth=made is not None and not made.is_paper,
        says=says,
        count=count,
        material=place.material,
        where=place.where,
        days=hanging_days(place.up, place.down),
        who=place.who,
        note=place.note,
        files=names,
    )


def piece_of(place: Placement, catalogue: Catalogue) -> Piece | None:
    """Of the place's own size, else the first of its sort that every campaign is made into."""
    if place.size:
        return piece(place.piece, place.size, place.distance)
    return next((each for each in catalogue.pieces if each.sort is place.piece), None)


def of_messages(place: Placement, brief: Brief, made: Piece | None) -> list[tuple[str, str]]:
    """Each message with the name of its file."""
    name = made.name if made else place.piece.value
    chosen = chosen_messages(place, brief)
    return [(text, f"{name}-thong-diep-{number}") for number, text in chosen]


def of_skills(brief: Brief, made: Piece | None) -> list[tuple[str, str]]:
    size = f"-{made.size.slug}" if made and made.size.paper != "A6" else ""
    names = [f"{Sort.SKILL.value}-{slugify(skill.key.rpartition('/')[2])}{size}" for skill in brief.skills]
    return [(f"Bài “{skill.title}”", name) for skill, name in zip(brief.skills, names, strict=True)]


def chosen_messages(place: Placement, brief: Brief) -> list[tuple[int, str]]:
    numbered = list(enumerate(brief.messages, 1))
    return [each for each in numbered if each[0] in place.messages] if place.messages else numbered


def shares(count: int, choices: Sequence[tuple[str, str]]) -> Iterator[tuple[int, Sequence[tuple[str, str]]]]:
    """So many of each, the first ones one more where it does not come out even."""
    if count < len(choices) or not choices:
        yield count, choices
        return
    each, over = divmod(count, len(choices))
    for number, choice in enumerate(choices):
        yield each + (number < over), [choice]


def files(brief: Brief, names: Sequence[str]) -> tuple[str, ...]:
    """As they are called once downloaded, or in a kit."""
    return tuple(f"{file_stem(brief.key)}-{name}.pdf" for name in names)


def lit(place: Placement, brief: Brief, modules: Modules) -> Lit:
    board = Board(place.size, place.pitch) if place.piece is Sort.BOARD and place.size else None
    file = f"{board.name}-{REST}" if board else f"{place.piece.value}.txt"
    size = f"{place.size}, bước điểm {place.pitch}" if place.size and place.pitch else str(place.size or "")
    return Lit(
        sort=SORT_LABELS[place.piece],
        size=size,
        built=built(board, modules) if board else (),
        says=tuple(f"• {text}" for _, text in chosen_messages(place, brief)),
        where=place.where,
        days=hanging_days(place.up, place.down),
        who=place.who,
        note=place.note,
        files=f"{file_stem(brief.key)}-{file}",
    )


def built(board: Board, modules: Modules) -> tuple[str, ...]:
    """Metres only where whole modules come to another size than the one that was told."""
    try:
        made = build(board, modules)
    except Impossible:  # which its works tell
        return ()
    return (made.dots,) if is_even(board, modules) else (f"ghép được {made.size}", made.dots)


def hanging_days(up: When | None, down: When | None) -> str:
    if up and down:
        return span(up, down)
    return f"từ {short(up)}" if up else f"đến {short(down)}" if down else ""


def reminded(order: Order) -> Iterator[str]:
    """Only what these lines call for."""
    sorts = {line.sort for line in order.lines}
    yield "Duyệt bản in thử trước khi in: đọc từng chữ, từng dấu, so với cột “Nội dung”; ký tên lên bản in thử."
    yield f"Tệp in là PDF vector, màu CMYK, phông chữ nhúng sẵn, có dấu xén. {bleeds(order.lines)}"
    if scales := sorted({line.scale for line in order.lines if line.scale > 1}):
        told = ", ".join(f"tệp 1:{scale} thì in phóng {scale * 100} %" for scale in scales)
        yield f"Khổ lớn vẽ thu nhỏ, tỷ lệ ghi ngay dòng ấy: {told}; phần tràn lề phóng theo."
    yield "Không kéo méo, không đổi màu, không thêm chữ, không chèn quảng cáo. Thống nhất hồ sơ màu (ICC) với nhà in."
    if order.sponsored:
        yield "Có biểu trưng đơn vị đồng hành: đối chiếu quy định hiện hành về diện tích, vị trí biểu trưng."
    if SORT_LABELS[Sort.BANNER] in sorts:
        days = "thường không quá 15 ngày, đối chiếu quy định hiện hành"
        sponsored = f"Băng rôn có biểu trưng nhà tài trợ: thời gian treo {days}; " if order.sponsored else "Băng rôn: "
        yield f"{sponsored}hỏi cơ quan quản lý về nơi được treo."
    if {SORT_LABELS[Sort.LEAFLET], SORT_LABELS[Sort.FOLDED], SORT_LABELS[Sort.SKILL]} & sorts:
        yield "Tài liệu không kinh doanh có thể cần giấy phép xuất bản: hỏi cơ quan quản lý trước khi in."
    yield "Treo chắc chắn, không che biển báo, đèn tín hiệu, lối thoát; chụp ảnh từng nơi; tháo đúng ngày."


def bleeds(lines: Sequence[Line]) -> str:
    """`Tràn lề mỗi cạnh: vải, bạt 20 mm; giấy 3 mm.`"""
    found = {("vải, bạt" if line.cloth else "giấy"): line.bleed for line in lines if line.bleed}
    told = "; ".join(f"{what} {bleed:.0f} mm" for what, bleed in sorted(found.items(), reverse=True))
    return f"Tràn lề mỗi cạnh: {told}." if told else ""
