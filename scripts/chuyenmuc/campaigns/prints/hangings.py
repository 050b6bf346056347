"""What is hung up and set up: banners, flags, hoardings, stands, backdrops, posters, as files for the printer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.catalogue import Piece, metres, piece
from chuyenmuc.campaigns.commission import Commission, Means
from chuyenmuc.campaigns.prints.faces import SMALLEST, Agreed, face, letters_of, patrons
from chuyenmuc.campaigns.prints.grounds import Plan
from chuyenmuc.campaigns.prints.patrons import Strip, TooNarrow
from chuyenmuc.campaigns.prints.scribe import Copy, Scribe
from chuyenmuc.campaigns.work import Impossible, Made, Told, Work
from chuyenmuc.content.campaign import Sort
from chuyenmuc.images.brand import MOST_SPONSORED
from chuyenmuc.images.photo import BadPhoto
from chuyenmuc.images.press import About, Sheet, pdf
from chuyenmuc.images.proof import proof
from chuyenmuc.images.scene import Scene
from chuyenmuc.typesetting.pen import TooTight
from chuyenmuc.typesetting.sizes import largest
from chuyenmuc.vietnamese.measures import number

SORTS = (Sort.BANNER, Sort.FLAG, Sort.HOARDING, Sort.STANDEE, Sort.BACKDROP, Sort.POSTER)
FAINTEST = 0.05  # of the letters asked for: what could be set no larger cannot be set at all
ALIKE = 1.18  # the largest letters to the smallest, of messages that are about as long
AS_LONG = 1.6  # times as many letters: no longer as long
# The sizes of a title and of what is lesser, the better first; and what they may cost: how many times as large as the
# title every message must be, and either which share of its size without it, or how many times as large all the same;
# which share of its size a badge keeps.
TITLED = ((1.2, 1.0), (1.0, 1.0), (1.2, SMALLEST), (1.0, SMALLEST))
CONDITIONS = ((1.4, 0.78, 4.2, 0.8), (1.25, 0.6, 3.0, 0.0), (1.1, 0.55, 2.2, 0.0))
UNSIGNED = (1.0, 0.5, 2.2, 0.0)


class Letters(NamedTuple):
    """The sizes of a message, of the campaign's title, of its badge; none where it is not there."""

    lead: float = 0.0
    title: float = 0.0
    badge: float = 0.0


@dataclass(frozen=True, eq=False)
class Family:
    """All messages on one piece: they hang side by side, so what one bears and how large it speaks hangs on all.

    Means tell themselves by their digest, so a family is known by its repr.
    """

    piece: Piece
    copy: Copy
    messages: tuple[str, ...]
    means: Means

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Family) and repr(self) == repr(other)

    def __hash__(self) -> int:
        return hash(repr(self))

    @property
    def scribe(self) -> Scribe:
        return Scribe(self.means.look, self.piece.letters)

    @cached_property
    def sponsored(self) -> Strip | None:
        return patrons(Plan(self.piece), self.copy, self.scribe)

    def agreed(self) -> dict[str, Agreed]:
        """The title stands on all or none, nowhere at the cost of a message; what cannot be read anyway has no say."""
        common, sizes = self.titled([self.letters(message, Agreed()) for message in self.messages])
        told = {message: size for message, size in zip(self.messages, sizes, strict=True) if size}
        return {
            message: common._replace(most=ALIKE * min(told[other] for other in told if as_long(message, other)))
            for message in told
        }

    def titled(self, plain: list[Letters]) -> tuple[Agreed, list[float]]:
        """The largest title that lets every message speak louder, and the messages' letters."""
        tried = dict[Agreed, list[Letters]]()
        conditions = CONDITIONS if self.copy.badge else (*CONDITIONS, UNSIGNED)  # else nothing names the campaign
        for (loud, dear, large, badge), sizes in product(conditions, TITLED):
            common = Agreed(*sizes)
            if common not in tried:
                tried[common] = [self.letters(message, common) for message in self.messages]
            found = tried[common]
            if all(
                after.lead >= min(dear * before.lead, large * after.title)
                and after.lead >= loud * after.title
                and after.badge >= badge * before.badge
                for before, after in zip(plain, found, strict=True)
            ):
                return common, [each.lead for each in found]
        return Agreed(), [each.lead for each in plain]

    def letters(self, message: str, common: Agreed) -> Letters:
        """None where it finds no room."""
        try:
            copy = replace(self.copy, lead=message)
            scene = face(self.piece, copy, self.scribe, common, self.sponsored)
        except TooTight:
            return Letters()
        return Letters(letters_of(scene, message), letters_of(scene, copy.title), letters_of(scene, copy.badge))


def as_long(text: str, other: str) -> bool:
    short, long = sorted((len(text), len(other)))
    return long <= AS_LONG * short


@lru_cache(maxsize=64)
def agreed(family: Family) -> dict[str, Agreed]:
    """Nothing where sponsors find no room: then nothing can be made."""
    try:
        return family.agreed() if family.sponsored or not family.copy.sponsors else {}
    except TooNarrow:
        return {}


@dataclass(frozen=True)
class Hanging(Work):
    """`messages` are all those that are made on this piece."""

    piece: Piece
    copy: Copy
    title: str
    means: Means
    messages: tuple[str, ...] = ()

    def scene(self) -> Scene:
        """Raises Impossible where readers could not read it."""
        try:
            family = Family(self.piece, replace(self.copy, lead=""), self.messages, self.means)
            told = agreed(family).get(self.copy.lead, Agreed()) if self.messages else Agreed()
            return self.composed(self.piece.letters, told)
        except BadPhoto as problem:
            raise Impossible(f"{self.told.channel}: {problem}") from None
        except TooNarrow as problem:
            raise self.unsponsored(str(problem)) from None
        except TooTight as problem:
            raise self.too_small(str(problem)) from None

    def composed(self, letters: float, agreed: Agreed = Agreed()) -> Scene:  # noqa: B008
        return face(self.piece, self.copy, Scribe(self.means.look, letters), agreed)

    def unsponsored(self, text: str) -> Impossible:
        """The same for every message of a size, so it is told once."""
        most = number(MOST_SPONSORED)
        return Impossible(
            f"{self.piece.label}: “{text}” không vừa dải nhà tài trợ dù dải rộng hết mức {most} % diện tích theo luật, "
            f"chữ đọc được từ {metres(self.piece.distance)}; rút ngắn tên nhà tài trợ, thay bằng biểu trưng, "
            "hoặc chọn khổ lớn hơn"
        )

    def too_small(self, text: str) -> Impossible:
        """How far off it can be read at the best, and what to do."""
        asked, channel = self.piece.letters, self.told.channel
        needed = f"đọc được từ {metres(self.piece.distance)} thì chữ in hoa phải cao ít nhất {height(asked)}"
        fix = "rút ngắn chữ, chọn khổ lớn hơn, hoặc ghi “distance” gần hơn cho khổ ấy"
        best = largest(FAINTEST * asked, asked, self.fits)
        if best is None:
            return Impossible(f"{channel}: “{text}” không vừa, {needed}; {fix}")
        shown = f"cao nhất chỉ được {height(best)}, đọc được từ {far(best)}"
        return Impossible(f"{channel}: {needed}, mà “{text}” {shown}; {fix}")

    def fits(self, letters: float) -> float | None:
        try:
            self.composed(letters)
        except TooTight:
            return None
        return letters

    def sheet(self) -> Sheet:
        piece, scale = self.piece, self.piece.scale
        width, height = piece.size.width / scale, piece.size.height / scale
        return Sheet(self.scene(), width, height, piece.bleed / scale, marks=True, scale=f"1:{scale}")

    def made(self) -> tuple[Made, ...]:
        sheet, size = self.sheet(), self.piece.size
        content = pdf([sheet], About(self.title, self.copy.agency, self.told.alt), self.means.inks)
        seen, suffix, shown = proof(sheet, inks=self.means.inks)
        return Made(content, ".pdf", (round(size.width), round(size.height))), Made(seen, suffix, shown)

    def tried(self) -> None:
        self.scene()

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(path for path in (self.copy.logo, *(logo for _, logo in self.copy.sponsors)) if path)


def height(letters: float) -> str:
    """Rounded down: what is promised is there."""
    return f"{number(int(letters * 10) / 10)} mm" if letters < 10 else f"{int(letters)} mm"


def far(letters: float) -> str:
    """From where they can be read, rounded down as well."""
    tenths = int(letters * 3)
    return metres(100.0 * (tenths if tenths < 100 else tenths // 10 * 10))


def works(commission: Commission) -> Iterator[Work]:
    brief = commission.brief
    placed = {piece(place.piece, place.size, place.distance).name for place in brief.places if place.size}
    for each in commission.catalogue.pieces:
        if each.sort in SORTS:
            yield from made_of(each, brief, commission.means, "places" if each.name in placed else "messages")


def made_of(each: Piece, brief: Brief, means: Means, field: str) -> Iterator[Work]:
    """One for each of its messages; a backdrop is of the campaign as a whole."""
    if each.sort is Sort.BACKDROP:
        told = Told(each.name, each.sort.value, each.label, use(each), said(brief.title, brief.theme), field)
        yield hanging(each, brief, means, told, brief.title, brief.theme)
        return
    chosen = {n: text for n, text in enumerate(brief.messages, 1) if not each.numbers or n in each.numbers}
    for count, message in chosen.items():
        name, channel = f"{each.name}-thong-diep-{count}", f"{each.label}, thông điệp {count}"
        told = Told(name, each.sort.value, channel, use(each), message, field)
        yield replace(hanging(each, brief, means, told, message), messages=tuple(chosen.values()))


def hanging(each: Piece, brief: Brief, means: Means, told: Told, lead: str, theme: str = "") -> Hanging:
    title = " – ".join([*brief.signs, brief.title, told.channel])
    copy = Copy(
        lead=lead,
        title=brief.title,
        theme=theme,
        badge=brief.badge,
        period=brief.period,
        agency=brief.agency,
        short_name=brief.short_name,
        address=brief.address,
        logo=brief.official,
        sponsors=brief.sponsors,
        draft=brief.draft,
    )
    return Hanging(told, each, copy, title, means)


def said(*texts: str) -> str:
    return ". ".join(text for text in texts if text)


def use(each: Piece) -> str:
    drawn = f"tệp vẽ ở tỉ lệ 1:{each.scale}, in phóng to {each.scale} lần" if each.scale > 1 else "tệp đúng cỡ thật"
    return f"Gửi nhà in: {drawn}; chữ đọc được từ {metres(each.distance)}."
