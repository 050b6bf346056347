"""A board's size and pitch as whole modules, and those as dots: nobody can buy half a module."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor

from chuyenmuc.campaigns.catalogue import FILE, Board, Module
from chuyenmuc.campaigns.work import Impossible
from chuyenmuc.vietnamese.measures import Size

SLACK = 5.0  # millimetres: sizes are told to the centimetre, `3,07 m` for twelve modules of 256 mm

Modules = Mapping[str, Module]


@dataclass(frozen=True)
class Build:
    """So many modules across and down."""

    module: Module
    across: int
    down: int

    @property
    def size(self) -> Size:
        """What the board really measures."""
        return Size(self.across * self.module.size.width, self.down * self.module.size.height)

    @property
    def pixels(self) -> tuple[int, int]:
        return self.across * self.module.dots[0], self.down * self.module.dots[1]

    @property
    def dots(self) -> str:
        """`768 × 384 điểm ảnh`"""
        return "{} × {} điểm ảnh".format(*self.pixels)


def called(board: Board) -> str:
    """`Bảng LED P5 3,84 × 1,92 m`"""
    return f"Bảng LED {board.pitch} {board.size}"


def module_of(board: Board, modules: Modules) -> Module:
    found = modules.get(board.pitch)
    if found is None:
        known = f"dùng {', '.join(modules)}, hoặc " if modules else ""
        message = f"{called(board)}: không có mô-đun “{board.pitch}”"
        raise Impossible(f"{message}; {known}thêm mô-đun ấy vào “modules” trong {FILE}")
    return found


def build(board: Board, modules: Modules) -> Build:
    """The most whole modules that a board's size holds. Raises Impossible where it holds none."""
    module = module_of(board, modules)
    across, down = (floor((side + SLACK) / each) for side, each in sides(board, module))
    if not across or not down:
        message = f"{called(board)} nhỏ hơn một mô-đun {module.size}"
        raise Impossible(f"{message}; sửa lại “size” (rộng × cao) hoặc “pitch” của bảng")
    return Build(module, across, down)


def sides(board: Board, module: Module) -> tuple[tuple[float, float], tuple[float, float]]:
    """Each side of a board beside that of its modules."""
    return (board.size.width, module.size.width), (board.size.height, module.size.height)


def pixels(board: Board, modules: Modules) -> tuple[int, int]:
    """Dots across and down. Raises Impossible with how to mend it."""
    return build(board, modules).pixels


def nearest(board: Board, modules: Modules) -> tuple[Size, ...]:
    """Sizes that come out even: the board's own alone where it does, else the next smaller and the next larger."""
    module = module_of(board, modules)
    fewer = [floor((side + SLACK) / each) for side, each in sides(board, module)]
    more = [ceil((side - SLACK) / each) for side, each in sides(board, module)]
    counts = dict.fromkeys((across, down) for across, down in (fewer, more) if across and down)
    return tuple(Build(module, across, down).size for across, down in counts)


def is_even(board: Board, modules: Modules) -> bool:
    """Whether a board's size, as told, is one of whole modules."""
    module = module_of(board, modules)
    return all(abs(side - round(side / each) * each) <= SLACK and side > SLACK for side, each in sides(board, module))
