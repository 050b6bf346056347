from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from chuyenmuc.cli.commands import program
from chuyenmuc.cli.errors import told


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture
def run(desk, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command at the desk, or `at` another place; gives its exit code and what it printed."""

    def ran(*arguments: str, at: object = None) -> Ran:
        capsys.readouterr()
        code = told(program, ["-C", str(at or desk.root), *arguments])
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return ran
