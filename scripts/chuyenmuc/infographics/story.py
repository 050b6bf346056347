"""What one infographic tells, ready to travel to another process."""

from __future__ import annotations

from dataclasses import dataclass

from chuyenmuc.content.agency import Settings
from chuyenmuc.content.fields import Status
from chuyenmuc.content.infographic import Block, Infographic, Style
from chuyenmuc.infographics.slices import Slice, listed
from chuyenmuc.vietnamese.dates import When, day_of, short


@dataclass(frozen=True)
class Story:
    """`address` is that of the page, empty as long as the site has none; `source` what all blocks go back to."""

    key: str
    title: str
    summary: str
    section: str
    palette: str
    agency: str
    parent: str
    address: str
    date: str
    style: Style
    slices: tuple[Slice, ...]
    source: str
    sample: bool
    draft: bool

    @classmethod
    def of(cls, item: Infographic, settings: Settings) -> Story:
        agency = settings.agency
        return cls(
            key=item.place.key,
            title=item.title,
            summary=item.description,
            section=item.place.section.title,
            palette=item.place.section.color,
            agency=agency.name,
            parent=agency.parent,
            address=settings.site_url and f"{settings.site_url.rstrip('/')}/{item.place.url}",
            date=short(day_of(item.date)),
            style=item.style,
            slices=tuple(sliced(item, block) for block in item.story),
            source=held(item.source, item.as_of),
            sample=item.sample,
            draft=item.status is not Status.APPROVED,
        )


def sliced(item: Infographic, block: Block) -> Slice:
    """The whole block with where each of its entries comes from."""
    numbers = [number for _, number in block.numbers]
    origins = [(item.source_of(block, number), day(item.day_of(block, number))) for number in numbers]
    whole = item.source_of(block), day(item.day_of(block))
    return Slice(block, 0, block.entries, tuple(origins) if len(origins) == block.entries else (*origins,) or (whole,))


def day(moment: When | None) -> str:
    return short(day_of(moment)) if moment else ""


def held(source: str, moment: When | None) -> str:
    """`Kế hoạch số 12/KH-UBND, tính đến 31/12/2025`"""
    return listed([(source, day(moment))])
