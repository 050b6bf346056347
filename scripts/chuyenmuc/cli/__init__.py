"""The command `chuyenmuc`: reads options, calls one function, prints."""

from __future__ import annotations

import sys


def main() -> None:
    try:
        # Imported here, so that Ctrl-C is answered quietly from the first moment.
        from chuyenmuc.cli.commands import program
        from chuyenmuc.cli.errors import told
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(told(program))
