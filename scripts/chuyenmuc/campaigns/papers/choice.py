"""How much of a campaign's days and lessons a page takes: all of them, or fewer where paper is small, which is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chuyenmuc.campaigns.brief import Brief
from chuyenmuc.campaigns.papers.parts import lessons, occasions
from chuyenmuc.images.blocks import Block
from chuyenmuc.typesetting.pen import Pen

ALL = 99
FEWER = (12, 8, 6, 5, 4, 3, 2, 1)  # events
LESSONS = ((3, ALL), (2, ALL), (1, ALL), (2, 3), (1, 3), (3, 0), (2, 0), (1, 0))  # how many, with so many steps each


@dataclass(frozen=True)
class Choice:
    """So many events and lessons, with so many steps of each lesson."""

    brief: Brief
    events: int
    lessons: int
    steps: int

    def occasions(self, pen: Pen, width: float) -> Block:
        kept = self.brief.occasions[: self.events]
        return occasions(pen, kept, self.others(len(self.brief.occasions) - len(kept), "sự kiện"), width)

    def skills(self, pen: Pen, width: float) -> Block:
        kept = self.brief.skills[: self.lessons]
        return lessons(pen, kept, self.steps, self.others(len(self.brief.skills) - len(kept), "bài"), width)

    def others(self, count: int, what: str) -> str:
        where = ", xem trên trang của đợt" if self.brief.address else ""
        return f"Và {count} {what} khác{where}." if count else ""


def choices(brief: Brief) -> Iterator[Choice]:
    """Fewer and fewer: events stay longest."""
    count = len(brief.skills)
    ways = [way for way in LESSONS if way[0] <= count] if count else [(0, 0)]
    days = len(brief.occasions)
    for events in (days, *(fewer for fewer in FEWER if fewer < days)) if days else (0,):
        for number, steps in ways:
            yield Choice(brief, events, number, steps)
