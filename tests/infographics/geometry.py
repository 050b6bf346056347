"""What holds for every drawn block, whatever its sort."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from chuyenmuc.content.agency import Agency, Settings
from chuyenmuc.content.infographic import Block as Content
from chuyenmuc.content.infographic import Style
from chuyenmuc.images.blocks import Block
from chuyenmuc.images.box import Box
from chuyenmuc.images.brand import Look
from chuyenmuc.images.color import contrast
from chuyenmuc.images.design import Design
from chuyenmuc.images.ground import ground
from chuyenmuc.images.icons import Icons
from chuyenmuc.images.plan import Planner
from chuyenmuc.images.scene import Fill, Text
from chuyenmuc.infographics.slices import Slice
from chuyenmuc.infographics.sorts import ICONS, drawn
from chuyenmuc.project import Project
from chuyenmuc.typesetting.pen import Pen
from chuyenmuc.typesetting.styles import LOOKS
from chuyenmuc.vietnamese.breaking import DEFAULT_NAMES

SETTINGS = Settings("Chuyên mục mẫu", "https://so.mau.gov.vn/nq57/", Agency(name="Sở Mẫu"))
REACH = 0.45  # of a letter's size: how far stacked marks may rise out of the first line
LONG = "Đẩy mạnh ứng dụng trí tuệ nhân tạo, dữ liệu lớn trong giải quyết thủ tục hành chính cho người dân, doanh nghiệp"


@lru_cache(maxsize=1)
def planner() -> Planner:
    project = Project(Path(mkdtemp()))
    return Planner(project, Design.read(project), DEFAULT_NAMES, lambda path: path)


def palettes() -> list[str]:
    return list(planner().design.brand.palettes)


@lru_cache(maxsize=32)
def look(palette: str) -> Look:
    found, icons = planner().look(palette)[0], Icons.of(ICONS)
    font = str(icons.font(Path(planner().project.root)))
    characters = {name: icons.character(name) for name in icons.names}
    return replace(found, fonts=found.fonts | {"icons": (font,)}, icons=characters)


def pen(style: Style = Style.CARDS, palette: str = "xanh-lam", em: float = 40, least: float = 0) -> Pen:
    return Pen(look(palette), LOOKS[style], em, least or 0.6 * em)


def part(content: dict[str, Any], first: int = 0, last: int = 0) -> Slice:
    block = Content.model_validate(content)
    return Slice(block, first, last or block.entries)


def draw(content: dict[str, Any], width: float, used: Pen | None = None) -> Block:
    return drawn(part(content), used or pen(), width)


def texts(block: Block) -> list[Text]:
    return [shape for shape in block.shapes if isinstance(shape, Text)]


def words(block: Block) -> list[str]:
    """Lines, without icons."""
    return [text.text for text in texts(block) if not is_icon(text)]


def is_icon(text: Text) -> bool:
    return "\ue000" <= text.text[0] <= "\uf8ff"


def fills(block: Block, color: str) -> list[Fill]:
    return [shape for shape in block.shapes if isinstance(shape, Fill) and shape.color == color]


def in_order(block: Block) -> list[str]:
    """Lines from top to bottom, then from left to right."""
    found = sorted(texts(block), key=lambda text: (round(text.y), text.x))
    return [text.text for text in found if text.text in words(block)]


def assert_sound(block: Block, width: float, used: Pen) -> None:
    """All inside, no text on another, none too small, each well apart from its ground."""
    assert block.width <= width + 0.01
    for shape in block.shapes:
        spare = REACH * shape.size if isinstance(shape, Text) else 0.01
        assert shape.box.x >= -0.01 - 0.02 * spare, shape
        assert shape.box.right <= width + 0.01 + 0.02 * spare, shape
        assert shape.box.y >= -spare and shape.box.bottom <= block.height + spare, shape
    for one, other in combinations(texts(block), 2):
        assert not inside(one.box).meets(inside(other.box)), (one.text, other.text)
    for text in texts(block):
        assert is_icon(text) or text.size >= used.least - 0.01, text
        assert contrast(text.color, ground_color(text, block, used)) >= 4.5, text


def inside(box: Box) -> Box:
    """Without the hair by which letters' boxes are rounded up."""
    return box.inset(0.5, 0.5, 0.5, 0.5)


def ground_color(text: Text, block: Block, used: Pen) -> str:
    below = ground(text, block.shapes)
    return below.color if isinstance(below, Fill) else used.color("ground")
