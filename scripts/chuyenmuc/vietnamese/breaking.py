"""Where a line may break, as a Vietnamese editor would have it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from chuyenmuc.vietnamese.compounds import Compound, compounds
from chuyenmuc.vietnamese.text import tidy

DEFAULT_NAMES: tuple[str, ...] = (
    "Việt Nam",
    "Lạng Sơn",
    "Đồng Nai",
    "Lai Châu",
    "Hà Nội",
    "Hoàng Văn Thụ",
    "Bộ Chính trị",
    "Sở Tư pháp",
    "Thủ tướng",
    "Chính phủ",
    "Quốc hội",
    "Nhân dân",
)
LONGEST_GLUED, LONG_TOKEN = 26, 24

BAD, ORDINARY, GOOD, BEST = -1, 0, 1, 2
# How firmly a space is held; the weakest gives way when a glued run grows too long. 0: free.
FREE, HELD, FIRM = 0, 1, 2
# Or how bad a place it is though free: in a word, at the joint of a phrase.
WORD, JOINT = -1, -2
DASHES = frozenset("–-—")
LONG_ITEM = 4  # syllables: a comma between shorter ones is no place to breathe
# Begin a line rather than end one.
LEADERS = frozenset(
    ("để", "nhằm", "và", "là", "của", "cho", "với", "trong", "bằng", "vì", "vào", "nhưng", "hoặc", "thì", "mà", "nếu")
) | {"khi", "theo", "giúp"}


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    glue: str
    """What stands before the next piece when both share a line: a space, or nothing inside a long address."""
    rank: int
    """How good a break after this piece is: -1 bad, 0 ordinary, 1 good, 2 best."""
    joint: bool = False
    """Whether a bad place is one between the words of a phrase, which is better than within a word."""


class _Rule(NamedTuple):
    """Every space inside a match is held."""

    pattern: re.Pattern[str]
    hold: int = FIRM


def _rule(pattern: str, hold: int = FIRM, *, any_case: bool = True) -> _Rule:
    return _Rule(re.compile(pattern, re.IGNORECASE if any_case else 0), hold)


_TYPES = (
    r"(?<!\w)(?:nghị quyết|nghị định|quyết định|chỉ thị|kết luận|kế hoạch|chương trình|thông tư|thông báo"
    r"|công văn|công điện|báo cáo|hướng dẫn|quy chế|quy định|tờ trình|đề án|pháp lệnh|hiến pháp|luật)"
)
_SYMBOL = r"\d(?:[\w./-]*\w)?"
_UNITS = (
    r"%|‰|km²|km2|m²|m2|m³|km|cm|mm|m|kg|ha|[KMGT]B|[MG]b/s|[MG]bps|px|°C"
    r"|(?:nghìn tỷ|tỷ|triệu|nghìn) đồng|nghìn tỷ|đồng"
)
_NUMBER = r"(?<![^\s(“\"])\d+(?:[.,]\d+)*(?:[–-]\d+(?:[.,]\d+)*)?"
_DATE = r"\d{1,2}/\d{1,2}(?:/\d{4})?"
_CLOCK = r"\d{1,2}[:h]\d{2}"
_RULES = (
    _rule(rf"{_TYPES}(?= (?:số )?\d)"),
    _rule(rf"{_TYPES} {_SYMBOL}", HELD),
    _rule(r"(?<!\w)(?:số|ngày|tháng|năm|quý|lần thứ|thứ|điều|khoản) \d"),
    _rule(r"(?<!\w)(?:chương|mục|phần|phụ lục|quý|thế kỷ|lần thứ|khóa|kỳ) (?:\d|(?-i:[IVXLC]+)(?!\w))"),
    _rule(r"(?<!\w)(?:điểm [a-zđ](?!\w)|lần thứ (?:nhất|hai|ba|tư|năm)|thứ (?:hai|ba|tư|năm|sáu|bảy))(?!\w)"),
    _rule(r"(?<!\w)(?:NQ|NĐ|QĐ|CT|KH|TT|CV|BC|HD|TB) \d", any_case=False),
    _rule(rf"{_NUMBER} (?:{_UNITS})(?!\w)"),
    _rule(rf"{_NUMBER} (?:giờ|phút|giây|ngày|tháng|năm)(?!\w| \d)"),
    _rule(r"(?<!\S)\d{1,2} giờ \d{1,2}(?: phút)?(?![\w/])"),
    _rule(r"(?<!\w)ngày \d{1,2} tháng \d{1,2}(?: năm \d{4})?(?!\w)"),
    _rule(rf"(?<![\w/])(?:\d{{4}} [–-] \d{{4}}|{_DATE} [–-] {_DATE}|{_CLOCK} [–-] {_CLOCK})(?![\w/])"),
    _rule(r"(?<![^\s(“])\d{1,3}(?:,\d+)? ?%? [–-] \d{1,3}(?:,\d+)?(?![\w/-])"),
    _rule(r"(?<!\S)\+?\d{1,4}(?: \d{3,4})+(?!\w)"),
    _rule(r"(?<!\w)(?:TP|TX|GS|PGS|TS|ThS|BS|KS) ?\. (?=\w)", any_case=False),
    _rule(r"^(?:(?:\d{1,2}|[IVX]+|[a-zđ])[.)]|[-–—•*+]) ", any_case=False),
    _rule(r"(?<!\S)[(\[{“‘«]+ "),
    _rule(r" (?:[)\]}”’»,.;:!?…]+|[-–—/])(?!\S)"),
)
_CITED = re.compile(rf"{_TYPES}(?P<break> )(?=số \d)", re.IGNORECASE)  # long in a narrow column: avoided, not forbidden
_THAN = re.compile(r" (?=hơn(?!\w| \d))")  # belongs to the word before: tốt hơn
_LISTED = re.compile(r":(?= .* [–-] )")  # what follows is told item by item
# kinh tế - xã hội is one notion
_CLAUSE = re.compile(r"(?<= [–—-])(?<!kinh tế [–-])(?<!văn hóa [–-])(?<!chính trị [–-]) ", re.IGNORECASE)
# A year or a day behind a word that ends so is no number of it: Tháng tiêu dùng số 2027.
_OF_A_YEAR = re.compile(rf"(?:20\d\d|{_DATE}|\d{{1,2}}/\d{{4}})(?![\w/-])")
# Two capitalised syllables in a row are most often a name that no list holds: Phú Mỹ, Hữu Lũng.
_PAIR = re.compile(r"(?<!\w)(?=(?P<first>\w+) (?P<second>\w+)(?!\w))")

_CLOSERS = r"[\"'”’»)\]}]"
_SENTENCE_END = re.compile(rf"[.!?…]{_CLOSERS}*$")
_CLAUSE_END = re.compile(rf"(?:[,;:…]|[.!?]){_CLOSERS}*$|{_CLOSERS}$|^/$")
_SENTENCE_START = re.compile(r"[\"'“‘«(\[]*(?:\d|[^\W\d_])")
_ADDRESS_MARK = re.compile(r"(?<=[/.\-_?&])(?<!://)(?![/.\-_?&]|$)")
_WHOLE_IN_ADDRESS = re.compile(rf"\d+(?:/\d{{4}})?[-/][A-ZĐ]\w*[-/][A-ZĐ]\w*|{_DATE}|\d+(?:\.\d+)+")


@dataclass(slots=True)
class _Atom:
    """A token, or a part of a long address, and the gap behind it."""

    text: str
    glue: str
    rank: int
    hold: int
    joint: bool = False


def pieces(text: str, names: Iterable[str] = ()) -> list[Piece]:
    """Runs that stay on one line. Joined with their glue they give back `tidy(text)`."""
    return list(_pieces(text, tuple(names)))


@lru_cache(maxsize=1024)
def _pieces(text: str, names: tuple[str, ...]) -> tuple[Piece, ...]:
    line = tidy(text)
    atoms = _atoms(line, _holds(line, names))
    return tuple(_joined(run) for group in _held_together(atoms) for run in _short_enough(group))


def dashed(text: str) -> list[str]:
    """What stands between dashes, each of which stays behind its clause."""
    return _CLAUSE.split(text)


def clauses(text: str) -> list[str]:
    """The same, and apart from it what a list's colon announces."""
    announced = _LISTED.search(text)
    if not announced:
        return dashed(text)
    return [text[: announced.end()], *dashed(text[announced.end() + 1 :])]


def short_ending(piece_text: str) -> bool:
    """Would it be an ugly last line: one syllable of at most four letters?"""
    word = re.sub(r"^\W+|\W+$", "", piece_text)
    return 0 < len(word) <= 4 and " " not in word and not re.search(r"\d", word)


def _holds(line: str, names: tuple[str, ...]) -> dict[int, int]:
    """Position of a space → how firmly it is held, or how bad a place it is."""
    holds: dict[int, int] = {}
    for pattern, hold in (*_RULES, *_name_rules(names)):
        for found in pattern.finditer(line):
            for place in _spaces(found):
                holds[place] = max(hold, holds.get(place, FREE))
    _hold_compounds(line, holds)
    for place in _avoided(line):
        holds.setdefault(place, WORD)
    return holds


def _hold_compounds(line: str, holds: dict[int, int]) -> None:
    ruled = dict(holds)
    for found in compounds(line):
        named = FIRM if _named(line, found) else WORD
        for place in found.held:
            holds[place] = min(FIRM, ruled[place] + 1) if place in ruled else max(named, holds.get(place, WORD))
        for place in found.joints:
            holds.setdefault(place, JOINT)
        if line[: found.end].endswith("số") and _OF_A_YEAR.match(line, found.end + 1):
            holds.pop(found.end, None)


def _named(line: str, compound: Compound) -> bool:
    """Whether a compound is a name's by its capital in the middle of a sentence: Ngày Chuyển đổi số."""
    before = line[: compound.start]
    return bool(before) and before[-2:-1].isalnum() and _capitalised(line[compound.start : compound.end])


def _avoided(line: str) -> Iterator[int]:
    """Spaces in what looks like a name, and before the `số` of a citation."""
    for found in _PAIR.finditer(line):
        if _capitalised(found["first"]) and _capitalised(found["second"]):
            yield found.end("first")
    yield from (found.start("break") for found in _CITED.finditer(line))
    yield from (found.start() for found in _THAN.finditer(line))


def _capitalised(word: str) -> bool:
    return word[0].isupper() and word[1:].islower()


def _spaces(found: re.Match[str]) -> list[int]:
    return [place for place, char in enumerate(found[0], found.start()) if char == " "]


@lru_cache(maxsize=16)
def _name_rules(names: tuple[str, ...]) -> tuple[_Rule, ...]:
    """Names longer than a line may be give way before the shorter names inside them."""
    tidied = {tidy(name) for name in names}
    spoken = {form for name in tidied for form in (name, name.upper()) if " " in name}
    short = [name for name in spoken if len(name) <= LONGEST_GLUED]
    long = [name for name in spoken if len(name) > LONGEST_GLUED]
    return tuple(_name_rule(found, hold) for found, hold in ((short, FIRM), (long, HELD)) if found)


def _name_rule(names: list[str], hold: int) -> _Rule:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return _rule(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", hold, any_case=False)


def _atoms(line: str, holds: dict[int, int]) -> Iterator[_Atom]:
    place = 0
    announced = _LISTED.search(line)
    tokens = line.split()
    short = _short_items(tokens)
    for token, following in zip(tokens, [*tokens[1:], ""], strict=False):
        *parts, last = _address_parts(token)
        yield from (_Atom(part, "", BAD, FREE) for part in parts)
        place += len(token)
        hold = holds.get(place, FREE)
        rank = BAD if hold < FREE else BEST if announced and place == announced.end() else _rank(token, following)
        rank = ORDINARY if rank == GOOD and place in short else rank
        yield _Atom(last, " " if following else "", rank, max(hold, FREE), hold == JOINT)
        place += 1


def _short_items(tokens: list[str]) -> set[int]:
    """Where commas end that have too few syllables before or behind them: khoa học, công nghệ."""
    parts, length, place = list[tuple[int, int, bool]](), 0, 0
    for number, token in enumerate(tokens, 1):
        place += len(token)
        dash = token in DASHES
        length += not dash
        if dash or number == len(tokens) or _CLAUSE_END.search(token):
            parts.append((length, place, token.endswith(",")))
            length = 0
        place += 1
    return {end for (ahead, end, comma), (behind, _, _) in pairwise(parts) if comma and min(ahead, behind) < LONG_ITEM}


def _address_parts(token: str) -> list[str]:
    if len(token) <= LONG_TOKEN:
        return [token]
    whole = [found.span() for found in _WHOLE_IN_ADDRESS.finditer(token)]
    marks = (found.start() for found in _ADDRESS_MARK.finditer(token))
    cuts = [mark for mark in marks if mark and not any(start < mark < end for start, end in whole)]
    return [token[start:end] for start, end in zip([0, *cuts], [*cuts, len(token)], strict=True)]


def _rank(token: str, following: str) -> int:
    if token in DASHES:
        return BEST
    if _SENTENCE_END.search(token) and _starts_sentence(following):
        return BEST
    return GOOD if _CLAUSE_END.search(token) else ORDINARY


def _starts_sentence(token: str) -> bool:
    found = _SENTENCE_START.match(token)
    return not token or (found is not None and not found[0][-1].islower())


def _held_together(atoms: Iterable[_Atom]) -> Iterator[list[_Atom]]:
    group: list[_Atom] = []
    for atom in atoms:
        group.append(atom)
        if atom.hold == FREE:
            yield group
            group = []


def _short_enough(group: list[_Atom]) -> Iterator[list[_Atom]]:
    """Let a run that is too long for a small image go at its best inner place."""
    sizes = [len(atom.text) + len(atom.glue) for atom in group]
    total = sum(sizes) - len(group[-1].glue)
    if total <= LONGEST_GLUED or len(group) == 1:
        yield group
        return
    best = min(
        range(len(group) - 1),
        key=lambda i: (group[i].hold, -group[i].rank, abs(total - 2 * sum(sizes[: i + 1]))),
    )
    group[best].rank = group[best].rank if group[best].rank > ORDINARY else BAD
    yield from _short_enough(group[: best + 1])
    yield from _short_enough(group[best + 1 :])


def _joined(run: list[_Atom]) -> Piece:
    text = "".join(atom.text + atom.glue for atom in run)
    last = run[-1]
    return Piece(text.removesuffix(last.glue) if last.glue else text, last.glue, last.rank, last.joint)
