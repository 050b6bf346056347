"""The campaign's words as a plain text to copy from: its messages as they are, and short posts made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.work import Made, Told, Work

MARK = b"\xef\xbb\xbf"  # by it Notepad of any age knows that the text is Unicode
LONGEST = 200  # characters of a post: a phone shows so much of a message in a group without a tap


@dataclass(frozen=True)
class Words(Work):
    brief: Brief

    def made(self) -> tuple[Made, ...]:
        text = "\n".join(lines(self.brief)) + "\n"
        return (Made(MARK + text.replace("\n", "\r\n").encode(), ".txt"),)


def works(commission: Commission) -> Iterator[Work]:
    brief = commission.brief
    if brief.messages:
        told = Told(
            name="thong-diep",
            group="thong-diep-chu",
            channel="Chữ để chép – thông điệp và bài đăng ngắn",
            use="Chép đúng từng chữ vào bài đăng, tin nhắn nhóm Zalo, bài phát thanh",
            alt=f"Các thông điệp của {brief.title}",
        )
        yield Words(told, brief)


def lines(brief: Brief) -> Iterator[str]:
    yield brief.title
    if brief.draft:
        yield "BẢN NHÁP – chưa được duyệt, không đăng"
    if brief.sample:
        yield "Nội dung mẫu"
    yield from (f"{label}: {text}" for label, text in (("Chủ đề", brief.theme), ("Thời gian", brief.period)) if text)
    yield from ("", "Thông điệp (chép đúng từng chữ, từng dấu)", "")
    yield from (f"{number}. {message}" for number, message in enumerate(brief.messages, 1))
    if brief.hashtags:
        yield from ("", " ".join(brief.hashtags))
    short = [(number, message) for number, message in enumerate(brief.messages, 1) if len(message) <= LONGEST]
    yield from ("", f"Bài đăng ngắn (mỗi bài không quá {LONGEST} ký tự, gửi được vào nhóm Zalo)") if short else ()
    for number, message in short:
        yield from ("", f"– Bài {number} –", *post(brief, message))
    yield from ("", brief.agency)
    reached = (("Trang của đợt", brief.address), ("Liên hệ", brief.contact))
    yield from (f"{label}: {text}" for label, text in reached if text)


def post(brief: Brief, message: str) -> Iterator[str]:
    """The message, then its address and hashtags where there is room left for them whole."""
    room = LONGEST - len(message)
    yield message
    for line in (brief.address, " ".join(brief.hashtags)):
        if line and len(line) < room:
            room -= len(line) + 1
            yield line
