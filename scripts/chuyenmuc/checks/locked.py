"""Sentences that are locked stand everywhere as they were announced, to the character; a campaign's in all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from chuyenmuc.checks.rule import at
from chuyenmuc.checks.wording import short_texts
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.base import Saying
from chuyenmuc.content.campaign import Campaign
from chuyenmuc.content.captions import spoken, text_beside
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Item
from chuyenmuc.content.locked import FILE, RULE, SHORTEST
from chuyenmuc.content.media import Video
from chuyenmuc.content.prose import Passage, passages
from chuyenmuc.vietnamese.text import fold
from chuyenmuc.vietnamese.verbatim import Register, Slip, difference, register

SHOWN = 6  # words of what differs in capitals alone
WHOLE = ("messages", "message", "theme")  # fields that hold one sentence and nothing else


def check(archive: Archive) -> Iterator[Finding]:
    everywhere = Kept(tuple(entry.text for entry in archive.locked), {})
    known: dict[tuple[str, ...], Kept] = {(): everywhere}
    for item in archive.items:
        fronts = archive.fronts_of.get(item.place.name, ())
        names = tuple(front.place.name for front in fronts)
        kept = known.get(names) or known.setdefault(names, everywhere.beside(fronts))
        if not kept.locked.sentences:
            continue
        texts = list(short_texts(item))
        said = "\n".join([item.body, *(text for _, text in texts)])
        if kept.locked.possible(said):
            yield from judged(item, texts, kept)
        if isinstance(item, Video) and item.captions:
            yield from of_captions(item, kept)


def outside(archive: Archive) -> Iterator[Finding]:
    """What sections say of themselves."""
    yield from said(archive, archive.sayings)


def said(archive: Archive, sayings: Iterable[Saying]) -> Iterator[Finding]:
    """Texts of no item are held against the messages of every campaign whose folder is theirs, above or within it."""
    everywhere = Kept(tuple(entry.text for entry in archive.locked), {})
    for saying in sayings:
        near = (front for path, front in archive.fronts.items() if related(path, saying.path))
        kept = everywhere.beside(tuple(near))
        if kept.locked.sentences and kept.locked.possible(saying.text):
            for slip in kept.locked.slips(saying.text):
                message, fix = words(slip, saying.text, kept.whose.get(slip.sentence))
                yield Finding(saying.file, saying.line, saying.field, RULE, "error", message, fix)


def related(path: str, other: str) -> bool:
    """Whether one folder is the other or holds it."""
    shorter, longer = sorted((f"{path}/", f"{other}/" if other else ""), key=len)
    return longer.startswith(shorter)


@dataclass(frozen=True)
class Kept:
    """The sentences that an item is held against, and of those that its campaigns alone say whose they are."""

    texts: tuple[str, ...]
    whose: Mapping[str, Campaign]

    @property
    def locked(self) -> Register:
        return register(self.texts)

    def beside(self, fronts: tuple[Campaign, ...]) -> Kept:
        """With those campaigns' own messages; one that is almost a locked sentence is wrong itself."""
        own = {text: front for front in reversed(fronts) for text in front.messages if self.tells_apart(text)}
        return Kept((*self.texts, *own), own) if own else self

    def tells_apart(self, text: str) -> bool:
        if len(text.split()) < SHORTEST or text.endswith(".") or text in self.texts:  # a full stop is told there
            return False
        return not self.texts or not any(self.locked.slips(text, whole=True))


def part_of(field: str) -> str:
    return field.partition("[")[0].partition(".")[0]


def judged(item: Item, texts: list[tuple[str, str]], kept: Kept) -> Iterator[Finding]:
    locked = kept.locked
    for field, text in texts:
        if locked.possible(text):
            top = part_of(field)
            line = next((found for name in above(field) if (found := item.place.lines.get(name))), 1)
            for slip in locked.slips(text, whole=top in WHOLE):
                yield told(item, top, line, slip, text, kept.whose.get(slip.sentence))
    if locked.possible(locked.spared(item.body)):
        for passage in passages(item.body, lambda text: bool(locked.possible(text))):
            slips = locked.slips(passage.text, listed=passage.listed)
            yield from (of_body(item, passage, slip, kept) for slip in slips)


def above(field: str) -> Iterator[str]:
    """`places[2].where`, `places[2]`, `places`"""
    yield field
    while "." in field or "[" in field:
        field = field[: max(field.rfind("."), field.rfind("["))]
        yield field


def of_body(item: Item, passage: Passage, slip: Slip, kept: Kept) -> Finding:
    wrong = difference(slip.sentence, passage.text[slip.start : slip.end]).at
    place = passage.places[min(slip.start + wrong, slip.end - 1)]
    line = item.place.body_line + item.body.count("\n", 0, place)
    return told(item, "", line, slip, passage.text, kept.whose.get(slip.sentence))


def of_captions(item: Video, kept: Kept) -> Iterator[Finding]:
    passage = spoken(text_beside(item))
    if not kept.locked.possible(passage.text):
        return
    for slip in kept.locked.slips(passage.text):
        found = told(item, "captions", 0, slip, passage.text, kept.whose.get(slip.sentence))
        wrong = min(slip.start + difference(slip.sentence, passage.text[slip.start : slip.end]).at, slip.end - 1)
        place = f"tệp phụ đề “{item.captions}” dòng {passage.places[wrong]}"
        yield replace(found, message=f"{place}: {found.message}")


def told(item: Item, field: str, line: int, slip: Slip, text: str, front: Campaign | None) -> Finding:
    message, fix = words(slip, text, front)
    return at(item, field, RULE, message, fix, line=line)


def words(slip: Slip, text: str, front: Campaign | None) -> tuple[str, str]:
    """What is wrong and how to mend it; `front`: whose own message it is."""
    said = text[slip.start : slip.end]
    found = difference(slip.sentence, said)
    whose = f"của đợt “{front.title}”" if front else "đã khóa"
    right, wrong, how = found.right, found.said, "bị sửa"
    if said.casefold() == slip.sentence.casefold():
        right, wrong, how = first_words(right), first_words(wrong), "bị đổi chữ hoa, chữ thường"
    message = f"thông điệp {whose} {how}: “{right}” đang ghi “{wrong}”"
    message += f" (có ký tự lạ {found.hint})" if found.hint else ""
    fix = f"chép lại nguyên văn{f' trong {front.place.name}' if front else ''}: {slip.sentence}"
    if reworded(slip, text):
        fix += f"; nếu đây là một câu khác đã được công bố thì ghi thêm câu ấy vào content/{FILE}"
    return message, fix


def first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:SHOWN]) + "…" * (len(words) > SHOWN)


def reworded(slip: Slip, text: str) -> bool:
    """Whether words were changed, and not only marks or signs."""
    return "".join(filter(str.isalnum, fold(text[slip.start : slip.end]))) != "".join(
        filter(str.isalnum, fold(slip.sentence))
    )
