"""The command `chuyenmuc`: reads options, calls one function, prints."""

from __future__ import annotations

import sys

from chuyenmuc.cli.commands import program
from chuyenmuc.cli.errors import told


def main() -> None:
    sys.exit(told(program))
