"""How each sort of block is drawn, one module a sort: `draw(part, pen, width)` gives it measured, without its title."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from chuyenmuc.content.infographic import SORTS
from chuyenmuc.images.blocks import Block
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.typesetting.pen import Pen

# What the sorts draw with `Pen.icon`, in the names of the theme's icons.
ICONS = (
    *("material/account", "material/check-bold", "material/format-quote-open", "material/arrow-right-bold"),
    "material/map-marker",
)
Draw = Callable[[Slice, Pen, float], Block]
DRAWN: dict[str, Draw] = {sort: import_module(f"{__name__}.{sort}").draw for sort in SORTS}


def drawn(part: Slice, pen: Pen, width: float) -> Block:
    return DRAWN[part.block.sort](part, pen, width)
