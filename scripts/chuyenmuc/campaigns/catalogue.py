"""What every campaign is made into, as `assets/campaigns.yml` has it, and what its own places ask for beside that."""

from __future__ import annotations

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
        asked = [
            piece(place.piece, place.size, place.distance, place.messages)
            for place in places
            if place.size and place.piece is not Sort.BOARD
        ]
        boards = {board.name: board for board in self.boards}
        for place in places:
            if place.size and place.piece is Sort.BOARD:
                board = Board(place.size, place.pitch, place.where, tuple(place.messages))
                boards.setdefault(board.name, board)
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


def metres(length: float) -> str:
    """`20 m`"""
    return f"{number(length / 1000)} m"


def read(project: Project) -> tuple[Catalogue, tuple[Finding, ...]]:
    """The agency's own list, or the shipped one where that cannot be read, which is told."""
    listed, found = parsed(project.find(FILE).read_bytes())
    if found:
        listed, _ = parsed((SHIPPED / FILE).read_bytes())
    return Catalogue.of(listed), tuple(found)


def parsed(raw: bytes) -> tuple[Listed, list[Finding]]:
    try:
        values, lines = load_whole(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Listed(), [wrong(1, "", "không phải chữ Unicode (UTF-8)", "lưu lại tệp với mã hóa UTF-8")]
    except YamlProblem as problem:
        return Listed(), [wrong(problem.line, "", problem.message, problem.fix)]
    if not isinstance(values, dict):
        return Listed(), [wrong(1, "", "tệp trống", "chép lại tệp mẫu rồi sửa")]
    try:
        return Listed(**filled(values)), []
    except ValidationError as error:
        return Listed(), messages.findings(error, FILE, lines)


def filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in ("", None)}


def wrong(line: int, field: str, message: str, fix: str) -> Finding:
    return Finding(FILE, line, field, RULE, "error", message, fix)
