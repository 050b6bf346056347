from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Finding:
    """One problem, told to staff: `file` from the project's root, `line` from 1 (0: the file as a whole)."""

    file: str
    line: int
    field: str
    rule: str
    level: Level
    message: str
    fix: str

    def as_dict(self) -> dict[str, str | int]:
        return asdict(self)
