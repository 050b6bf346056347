"""Who makes what: each workshop turns a commission into its works."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from chuyenmuc.campaigns.commission import Commission
from chuyenmuc.campaigns.work import Work

Workshop = Callable[[Commission], Iterable[Work]]
WORKSHOPS: tuple[Workshop, ...] = ()


def works(commission: Commission) -> Iterator[Work]:
    for workshop in WORKSHOPS:
        yield from workshop(commission)
