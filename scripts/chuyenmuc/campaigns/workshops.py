"""Who makes what: each workshop turns a commission into its works."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from chuyenmuc.campaigns import cards, wording
from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.led import boards, ticker
from chuyenmuc.campaigns.papers import folded, leaflet, skill_card
from chuyenmuc.campaigns.print_order.rows import print_orders
from chuyenmuc.campaigns.prints import hangings
from chuyenmuc.campaigns.slides import template as slides
from chuyenmuc.campaigns.work import Work

Workshop = Callable[[Commission], Iterable[Work]]
WORKSHOPS: tuple[Workshop, ...] = (
    hangings.works,
    leaflet.works,
    folded.works,
    skill_card.works,
    boards.works,
    ticker.works,
    print_orders,
    cards.works,
    slides.works,
    wording.works,
)


def works(commission: Commission) -> Iterator[Work]:
    for workshop in WORKSHOPS:
        yield from workshop(commission)
