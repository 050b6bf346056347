"""Text for boards of one colour: upper case, one message a line, as the board's own program is fed with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.work import Made, Told, Work
from chuyenmuc.content.campaign import SORT_LABELS, Sort
from chuyenmuc.vietnamese.text import nfc

NAME = "chu-led"
USE = (
    "Chữ IN HOA có dấu cho bảng chữ chạy một màu, mỗi dòng một thông điệp: mở bằng Notepad, chép từng dòng vào phần "
    "mềm của bảng, chọn bảng mã Unicode (UTF-8) và phông có tiếng Việt, rồi xem đủ dấu trước khi phát."
)
DRAFT = "BẢN NHÁP, chưa được phát. "


@dataclass(frozen=True)
class Ticker(Work):
    lines: tuple[str, ...]

    def made(self) -> tuple[Made, ...]:
        text = "".join(f"{line}\r\n" for line in self.lines)
        return (Made(text.encode("utf-8-sig"), ".txt"),)


def works(commission: Commission) -> Iterator[Ticker]:
    brief = commission.brief
    lines = tuple(nfc(message).upper() for message in chosen(brief))
    if lines:
        use = DRAFT + USE if brief.draft else USE
        channel = f"{SORT_LABELS[Sort.TICKER]} – chữ in hoa"
        yield Ticker(Told(NAME, NAME, channel, use, " · ".join(lines)), lines)


def chosen(brief: Brief) -> list[str]:
    """Every message, unless each board of this sort names those that it shows."""
    boards = [set(place.messages) for place in brief.places if place.piece is Sort.TICKER]
    named = set[int]().union(*boards) if boards and all(boards) else set[int]()
    return [message for number, message in enumerate(brief.messages, 1) if not named or number in named]
