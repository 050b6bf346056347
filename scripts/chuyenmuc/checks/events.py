"""Events: a programme that fits its hours, results that come after."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.checks.rule import at
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.finding import Finding
from chuyenmuc.content.items import Event
from chuyenmuc.content.programme import begins, day_in
from chuyenmuc.vietnamese.dates import day_of, ends, short, starts

RULE = "su-kien"
OUTSIDE = (
    "ở ngoài thời gian của sự kiện",
    "xem lại giờ; sự kiện nhiều ngày thì ghi ngày ở đầu dòng, ví dụ 02/10 08:00",
)
LATE = ("đứng sau việc muộn hơn", "xếp lại theo giờ")


def check(archive: Archive) -> Iterator[Finding]:
    for item in archive.items:
        if isinstance(item, Event):
            yield from early_results(item)
            yield from out_of_order(item)


def early_results(item: Event) -> Iterator[Finding]:
    told = item.updated or item.date
    known = "date" not in item.place.wrong
    if known and (item.results or item.results_url) and day_of(told) < day_of(item.start):
        message = f"có kết quả, mà lần cập nhật gần nhất ({short(told)}) còn trước khi sự kiện bắt đầu"
        fix = "ghi kết quả sau sự kiện, kèm dòng “updated: …” là ngày ghi"
        yield at(item, "results" if item.results else "results_url", RULE, message, fix, level="warning")


def out_of_order(item: Event) -> Iterator[Finding]:
    """The first line that is not where it should be; those below it often follow from it."""
    first, last = starts(item.start), ends(item.end or day_of(item.start))
    before, day = first, day_of(item.start)
    for slot in item.programme:
        day = day_in(slot.day, day)
        moment = begins(slot.time, day)
        if before <= moment <= last:
            before = moment
            continue
        outside = not first <= moment <= last
        told, fix = OUTSIDE if outside else LATE
        message = f"chương trình: “{slot.time} {slot.what}” {told}"
        yield at(item, "programme", RULE, message, fix, level="warning")
        return
