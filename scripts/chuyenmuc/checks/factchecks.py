"""A fact-check retells what it checks and never leads its readers there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import VERDICT_LABELS, Verdict
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import FactCheck
from chuyenmuc.content.links import code_blanked

RULE = "kiem-chung"
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
# Where anybody may post: what is refuted mostly spreads there, and evidence seldom stands there.
NETWORKS = (
    *("facebook.com", "fb.com", "fb.watch", "fb.me", "m.me", "instagram.com", "threads.net", "threads.com"),
    *("tiktok.com", "youtube.com", "youtu.be", "zalo.me", "t.me", "telegram.me", "telegram.org"),
    *("x.com", "twitter.com", "t.co", "reddit.com", "tumblr.com", "medium.com", "substack.com"),
    *("blogspot.com", "blogger.com", "wordpress.com", "weebly.com", "wixsite.com"),
)
NETWORK = re.compile(rf"(?<![\w.@-])(?:[\w-]+\.)*(?:{'|'.join(map(re.escape, NETWORKS))})(?![\w-]|\.\w)", re.I)


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if isinstance(item, FactCheck):
            yield from retold(item)
            if item.verdict is not Verdict.TRUE:
                yield from own_work(item)
                yield from spread(item)


def retold(item: FactCheck) -> Iterator[Finding]:
    if found := ADDRESS.search(item.claim):
        message = f"có địa chỉ “{found[0]}” trong thông tin cần kiểm chứng"
        yield at(item, "claim", RULE, message, "xóa địa chỉ, kể lại bằng lời; không dẫn người đọc tới nơi đăng")


def own_work(item: FactCheck) -> Iterator[Finding]:
    if item.source_url:
        message = f"bài kết luận “{VERDICT_LABELS[item.verdict].lower()}” là của chính cơ quan, không có bài gốc để dẫn"
        fix = "xóa “source_url”; nơi người đọc đối chiếu được thì ghi vào “evidence”, không dẫn nơi đăng thông tin ấy"
        yield at(item, "source_url", RULE, message, fix)


def spread(item: FactCheck) -> Iterator[Finding]:
    """Addresses of social networks: the first in each line."""
    fix = "xóa nếu đó là nơi đăng thông tin bị bác bỏ; chỉ giữ khi là kênh chính thức của cơ quan"
    for field, line, text in texts(item):
        if found := NETWORK.search(text):
            message = f"có địa chỉ mạng xã hội “{found[0]}” trong bài bác bỏ một thông tin"
            yield at(item, field, RULE, message, fix, level="warning", line=line)


def texts(item: FactCheck) -> Iterator[tuple[str, int, str]]:
    """What readers may follow, each with its field and line."""
    given = [("description", item.description), ("truth", item.truth)]
    given += [("evidence", source) for source in item.evidence]
    yield from ((field, item.place.line(field), text) for field, text in given)
    for number, line in enumerate(code_blanked(item.body).split("\n")):
        yield "", item.place.body_line + number, line
