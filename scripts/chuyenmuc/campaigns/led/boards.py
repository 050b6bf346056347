"""The works for each LED board: its frames one by one, and the loop of them all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chuyenmuc.campaigns.catalogue import Board
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.led.frames import SIGN, THEME, Frame, Saying, sayings
from chuyenmuc.campaigns.led.loop import Animation, Film, hold
from chuyenmuc.campaigns.led.modules import Build, build, called, is_even
from chuyenmuc.campaigns.led.setter import LEAST_CAPITAL
from chuyenmuc.campaigns.work import Impossible, Made, Told, Work
from chuyenmuc.typesetting.pen import TooTight
from chuyenmuc.vietnamese.measures import number as in_words

GROUP = "led"
NAMES, SLUGS = {SIGN: "nhận diện", THEME: "chủ đề"}, {SIGN: "nhan-dien", THEME: "chu-de"}


@dataclass(frozen=True)
class Refused(Work):
    """Stands for all works of a board that cannot be made, so that this is told once."""

    why: str

    def made(self) -> tuple[Made, ...]:
        raise Impossible(self.why)


def works(commission: Commission) -> Iterator[Work]:
    for board in commission.catalogue.boards:
        if commission.brief.messages:
            yield from works_of(board, commission)


def works_of(board: Board, commission: Commission) -> Iterator[Work]:
    brief, means = commission.brief, commission.means
    try:
        built = build(board, commission.catalogue.modules)
        said = sayings(brief, board.numbers, *built.pixels, means.look)
    except Impossible as problem:
        yield refused(board, str(problem))
        return
    except TooTight as problem:
        yield refused(board, too_small(board, built, str(problem)))
        return
    teller = Teller(board, built, not is_even(board, commission.catalogue.modules))
    for saying in said:
        for number, page in enumerate(saying.pages, 1):
            yield Frame(teller.frame(saying, number), page, means)
    pages = tuple(page for saying in said for page in saying.pages)
    if len(pages) > 1:
        yield Animation(teller.animation(said), pages, means)
    if pages:
        yield Film(teller.film(said), pages, means)


def refused(board: Board, why: str) -> Refused:
    place = f" ({board.where})" if board.where else ""
    field = "places" if board.where else "messages"
    return Refused(
        Told(board.name, GROUP, called(board), "", field=field), why.replace(called(board), called(board) + place, 1)
    )


def too_small(board: Board, built: Build, text: str) -> str:
    width, height = built.pixels
    text = text.partition(";")[0]
    return (
        f"{called(board)} chỉ có {width} × {height} điểm ảnh, chữ cao {LEAST_CAPITAL} điểm ảnh của “{text}” không vừa; "
        "chọn bảng lớn hơn hoặc bước điểm nhỏ hơn, hoặc bỏ bảng này mà dùng chu-led.txt cho bảng chữ chạy"
    )


@dataclass(frozen=True)
class Teller:
    """How a board's works are offered."""

    board: Board
    built: Build
    uneven: bool

    def told(self, name: str, what: str, use: str, alt: str) -> Told:
        if self.uneven:
            modules, size = self.built.module.size, self.built.size
            use += f" {self.board.size} không chia hết cho mô-đun {modules}: ảnh vẽ cho {size} là phần ghép được."
        return Told(f"{self.board.name}-{name}", GROUP, f"{called(self.board)} – {self.built.dots}, {what}", use, alt)

    def frame(self, saying: Saying, number: int) -> Told:
        page = saying.pages[number - 1]
        seconds = in_words(hold(page))
        name = SLUGS.get(saying.number, f"thong-diep-{saying.number}")
        what = name_of(saying)
        if len(saying.pages) > 1:
            name, what = f"{name}-{number}", f"{what}, khung {number}/{len(saying.pages)}"
        use = f"Ảnh đúng từng điểm của bảng: phát ở cỡ gốc 1:1, không kéo giãn; giữ ít nhất {seconds} giây."
        return self.told(name, what, use, page.read)

    def animation(self, said: list[Saying]) -> Told:
        use = "Ảnh động lặp mãi, đúng từng điểm của bảng, cho phần mềm LED nhận GIF; mỗi khung giữ đủ lâu để đọc."
        return self.told("anh-dong", "vòng lặp GIF", use, texts(said))

    def film(self, said: list[Saying]) -> Told:
        use = "Phim H.264 không tiếng cho đầu phát LED chỉ nhận phim; đặt chế độ lặp. Chữ nét nhất là ở PNG và GIF."
        return self.told("phim", "vòng lặp MP4", use, texts(said))


def name_of(saying: Saying) -> str:
    return NAMES.get(saying.number, f"thông điệp {saying.number}")


def texts(said: list[Saying]) -> str:
    return " · ".join(saying.text for saying in said)
