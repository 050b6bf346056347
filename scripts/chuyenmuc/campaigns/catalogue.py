"""What every campaign is made into, as `assets/campaigns.yml` has it, and what its own places ask for beside that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from chuyenmuc.campaigns.groups import known_groups
from chuyenmuc.content import messages
from chuyenmuc.content.campaign import SORT_LABELS, Distance, Pitch, Placement, SizeField, Sort, SortField
from chuyenmuc.content.fields import Line, Lines
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.yamltext import YamlProblem, load_whole
from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.vietnamese.measures import Size, number
from chuyenmuc.vietnamese.slugs import slugify

FILE = "assets/campaigns.yml"
RULE = "chien-dich"
LONGEST_SIDE = 5_000  # millimetres: what is larger, with its bleed and marks, fits no PDF page (5.08 m)
SMALLER = 10  # times: how a larger sheet is drawn
PAPER = 1_300  # millimetres: up to this a sheet is cut by a guillotine
PAPER_BLEED, CLOTH_BLEED = 3.0, 20.0
PAPER_SAFE, CLOTH_SAFE = 0.05, 50.0  # of the shorter side; millimetres
# Millimetres from which a piece is read where nothing else is said, as a share of its longer side, and the least.
READ_FROM = {Sort.BANNER: 5.0, Sort.FLAG: 6.0, Sort.HOARDING: 5.0, Sort.STANDEE: 2.0, Sort.BACKDROP: 4.0}
READ_FROM_ELSE = 2.5


class Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class PieceEntry(Entry):
    piece: SortField
    size: SizeField
    distance: Distance | None = None


class BoardEntry(Entry):
    size: SizeField
    pitch: Pitch


class Module(Entry):
    """What boards are put together from: millimetres, and how many dots each way."""

    size: SizeField
    dots: tuple[Annotated[int, Field(strict=False, ge=8)], Annotated[int, Field(strict=False, ge=8)]]
    source: Line = ""
    confidence: Line = ""


class KitEntry(Entry):
    """One .zip: where it is used, by whom, and the groups of works that it holds."""

    name: Annotated[str, BeforeValidator(lambda value: slugify(str(value)))] = Field(min_length=1)
    title: Annotated[Line, AfterValidator(lambda value: no_longer(value, 60))]
    audience: Annotated[Line, AfterValidator(lambda value: no_longer(value, 120))]
    holds: Annotated[Lines, AfterValidator(known_groups)] = Field(min_length=1)


class Listed(Entry):
    """The file as it is written."""

    pieces: list[PieceEntry] = Field(default_factory=list)
    boards: list[BoardEntry] = Field(default_factory=list)
    modules: dict[Pitch, Module] = Field(default_factory=dict)
    countdown: Lines = Field(default_factory=list)
    kits: Annotated[list[KitEntry], AfterValidator(lambda kits: told_apart(kits))] = Field(default_factory=list)


KEYS = list(Listed.model_fields)
INNER = {
    "pieces": list(PieceEntry.model_fields),
    "boards": list(BoardEntry.model_fields),
    "modules": list(Module.model_fields),
    "kits": list(KitEntry.model_fields),
}
DECIMAL = re.compile(r"\d")  # what no key begins with


def no_longer(text: str, most: int) -> str:
    if len(text) > most:
        raise ValueError(f"dài {len(text)} ký tự; rút còn {most}")
    return text


def told_apart(kits: list[KitEntry]) -> list[KitEntry]:
    names = [kit.name for kit in kits]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"có hai bộ cùng tên “{name}”; đổi “name” của một bộ")
    return kits


@dataclass(frozen=True)
class Piece:
    """Something printed: millimetres once cut. `distance` is how far away its readers stand.

    `numbers` are the messages that it is made of; none: every one.
    """

    sort: Sort
    size: Size
    distance: float
    numbers: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """As the place that asks for it begins the names of its files."""
        return f"{self.sort.value}-{self.size.slug}"

    @property
    def label(self) -> str:
        """`Băng rôn ngang – 6 × 1,5 m`: a channel's name, then what it is there."""
        return f"{SORT_LABELS[self.sort]} – {self.size}"

    @property
    def is_paper(self) -> bool:
        return max(self.size.width, self.size.height) <= PAPER

    @property
    def bleed(self) -> float:
        return PAPER_BLEED if self.is_paper else CLOTH_BLEED

    @property
    def safe(self) -> float:
        """From the cut edge to whatever must not be cut."""
        least = min(self.size.width, self.size.height)
        return PAPER_SAFE * least if self.is_paper else min(CLOTH_SAFE, 0.1 * least)

    @property
    def scale(self) -> int:
        """So many times smaller is its sheet drawn."""
        return SMALLER if max(self.size.width, self.size.height) > LONGEST_SIDE else 1

    @property
    def letters(self) -> float:
        """The least height of a capital letter in millimetres: a three-hundredth of the distance."""
        return self.distance / 300


@dataclass(frozen=True)
class Board:
    """An LED board as ordered, `size` in millimetres; `pitch` between dots, as `P5`."""

    size: Size
    pitch: str
    where: str = ""
    numbers: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        return f"led-{slugify(self.pitch.replace(',', '-'))}-{self.size.slug}"


@dataclass(frozen=True)
class Catalogue:
    pieces: tuple[Piece, ...]
    boards: tuple[Board, ...]
    modules: dict[str, Module]
    countdown: tuple[str, ...]
    kits: tuple[KitEntry, ...]

    @classmethod
    def of(cls, listed: Listed) -> Catalogue:
        pieces = [piece(entry.piece, entry.size, entry.distance) for entry in listed.pieces]
        boards = [Board(entry.size, entry.pitch) for entry in listed.boards]
        return cls(
            tuple(merged(pieces)), tuple(boards), dict(listed.modules), tuple(listed.countdown), tuple(listed.kits)
        )

    def with_places(self, places: Iterable[Placement]) -> Catalogue:
        """With the sizes that a campaign's own places ask for, read from as far as the farthest of them."""
        places = [place for place in places if place.size]
        usual = {piece.name: piece.distance for piece in self.pieces}
        asked = [
            piece(place.piece, place.size, place.distance or usual.get(place.stem), place.messages)
            for place in places
            if place.size and place.piece is not Sort.BOARD
        ]
        own = merged_boards(
            Board(place.size, place.pitch, place.where, tuple(place.messages))
            for place in places
            if place.size and place.piece is Sort.BOARD
        )
        boards = {board.name: board for board in self.boards} | own
        return replace(self, pieces=tuple(merged([*self.pieces, *asked])), boards=tuple(boards.values()))


def piece(sort: Sort, size: Size, distance: float | None, numbers: Iterable[int] = ()) -> Piece:
    usual = READ_FROM.get(sort, READ_FROM_ELSE) * max(size.width, size.height)
    return Piece(sort, size, distance or usual, tuple(numbers))


def merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """One of each sort and size: of all messages that any asks for, read from the farthest."""
    found: dict[str, Piece] = {}
    for each in pieces:
        known = found.get(each.name)
        if known is None:
            found[each.name] = each
            continue
        both = tuple(sorted({*known.numbers, *each.numbers})) if known.numbers and each.numbers else ()
        found[each.name] = replace(known, distance=max(known.distance, each.distance), numbers=both)
    yield from found.values()


def merged_boards(boards: Iterable[Board]) -> dict[str, Board]:
    """One of each size and pitch, by its name, with all messages that any place wants on it."""
    found: dict[str, Board] = {}
    for each in boards:
        known = found.get(each.name, each)
        both = tuple(sorted({*known.numbers, *each.numbers})) if known.numbers and each.numbers else ()
        found[each.name] = replace(known, numbers=both)
    return found


def metres(length: float) -> str:
    """`20 m`"""
    return f"{number(length / 1000)} m"


def read(project: Project, formats: Iterable[str] | None = None) -> tuple[Catalogue, tuple[Finding, ...]]:
    """The agency's own list, or the shipped one where that cannot be read, which is told.

    Of keys that the agency's list does not have, the shipped ones hold. `formats` are those that bear words, where
    they are known: a countdown is made in no other.
    """
    file, shipped = project.find(FILE), SHIPPED / FILE
    raw = file.read_bytes()
    listed, found = parsed(raw)
    if found:
        listed, _ = parsed(shipped.read_bytes())
    elif file != shipped:  # an agency's own formats need not be those of the shipped list
        written, lines = load_whole(raw.decode("utf-8-sig"))
        whole = completed(listed, written, shipped.read_bytes())
        found = list(unfit(listed, whole.modules, lines, formats))
        listed = whole
    return Catalogue.of(fitting(listed, formats)), tuple(found)


def completed(listed: Listed, written: dict[str, Any], shipped: bytes) -> Listed:
    """With the shipped list under each key that is not written at all; a key with nothing below stays empty."""
    whole, _ = parsed(shipped)
    return listed.model_copy(update={key: getattr(whole, key) for key in KEYS if key not in written})


def fitting(listed: Listed, formats: Iterable[str] | None) -> Listed:
    """Without what names a module or a format that there is none of."""
    boards = [board for board in listed.boards if board.pitch in listed.modules]
    countdown = [name for name in listed.countdown if formats is None or name in formats]
    return listed.model_copy(update={"boards": boards, "countdown": countdown})


def unfit(
    listed: Listed, modules: dict[str, Module], lines: dict[str, int], formats: Iterable[str] | None
) -> Iterator[Finding]:
    for place, board in enumerate(listed.boards, 1):
        if board.pitch not in modules:
            field = f"boards[{place}].pitch"
            known = f"dùng {', '.join(modules)}, hoặc " if modules else ""
            message = f"“boards”, mục {place}: không có mô-đun “{board.pitch}”"
            yield wrong(lines.get(field, 1), field, message, f"{known}thêm mô-đun ấy vào “modules”")
    for place, name in enumerate(listed.countdown, 1):
        if formats is not None and name not in formats:
            field = f"countdown[{place}]"
            message = f"“countdown”, mục {place}: không có khổ ảnh nào tên “{name}” dùng được cho thẻ đếm ngược"
            line = lines.get(field) or lines.get("countdown", 1)
            yield wrong(line, field, message, told_names(name, list(formats)))


def told_names(name: str, known: list[str]) -> str:
    near = messages.nearest(name, known)
    return (f"có phải là “{near}”? " if near else "") + f"dùng được: {', '.join(known)}"


def parsed(raw: bytes) -> tuple[Listed, list[Finding]]:
    try:
        values, lines = load_whole(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Listed(), [wrong(1, "", "không phải chữ Unicode (UTF-8)", "lưu lại tệp với mã hóa UTF-8")]
    except YamlProblem as problem:
        return Listed(), [wrong(problem.line, "", problem.message, problem.fix)]
    if not isinstance(values, dict):
        message = f"tệp phải có các khóa {', '.join(KEYS)}" if values else "tệp trống"
        return Listed(), [wrong(1, "", message, "chép lại tệp mẫu rồi sửa")]
    if found := [*strange(values, lines), *torn(lines)]:
        return Listed(), found
    try:
        return Listed(**filled(values)), []
    except ValidationError as error:
        return Listed(), messages.findings(error, FILE, lines, INNER)


def strange(values: dict[str, Any], lines: dict[str, int]) -> Iterator[Finding]:
    for key in values:
        if key not in KEYS:
            yield messages.unknown_key(FILE, lines.get(key, 1), key, KEYS)


def torn(lines: dict[str, int]) -> Iterator[Finding]:
    """Within { } a comma cuts a size in two: its rest is taken for a key that holds nothing."""
    for key, line in lines.items():
        words = key.rpartition("].")[2]
        if DECIMAL.match(words) and key.count("].") == 1:
            message = f"phần “{words}” bị tách ra vì đứng sau dấu phẩy trong {{ }}"
            fix = 'đặt cả khổ, cả số trong dấu ngoặc kép, ví dụ size: "3,84 x 1,92 m"'
            yield wrong(line, key, message, fix)
            return


def filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", None)}


def wrong(line: int, field: str, message: str, fix: str) -> Finding:
    return Finding(FILE, line, field, RULE, "error", message, fix)
