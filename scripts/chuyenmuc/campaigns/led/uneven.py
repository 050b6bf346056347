"""Boards of a campaign's places whose size is not one of whole modules: which sizes are."""

from __future__ import annotations

from collections.abc import Iterator

from chuyenmuc.campaigns.catalogue import RULE, Board
from chuyenmuc.campaigns.led.modules import Modules, is_even, nearest
from chuyenmuc.content.campaign import Campaign, Sort
from chuyenmuc.content.finding import Finding


def uneven(front: Campaign, modules: Modules) -> Iterator[Finding]:
    """Reminders; a board of no known module is told by its works."""
    for number, place in enumerate(front.places, 1):
        if place.piece is not Sort.BOARD or place.size is None or place.pitch not in modules:
            continue
        board = Board(place.size, place.pitch, place.where)
        if is_even(board, modules):
            continue
        field = f"places[{number}].size"
        line = front.place.lines.get(field) or front.place.line("places")
        module = modules[place.pitch].size
        message = f"“{place.where}” khổ {place.size} không ghép vừa mô-đun {place.pitch} ({module})"
        sizes = " hoặc ".join(str(size) for size in nearest(board, modules))
        fix = f"đo lại bảng; khổ ghép được gần nhất là {sizes}"
        yield Finding(front.place.name, line, field, RULE, "warning", message, fix)
