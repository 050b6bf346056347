"""A page's address as a QR code that is drawn in the page itself, for paper."""

from __future__ import annotations

import segno

QUIET = 4  # modules of white around a code, as ISO/IEC 18004 asks
# Any of the eight masks reads; trying all of them costs five times as much, page after page.
MASK = 0


def drawing(address: str) -> dict[str, int | str] | None:
    """The side in modules and the path of the dark ones, for an SVG; None without an address."""
    if not address:
        return None
    rows = segno.make_qr(address, error="m", boost_error=False, mask=MASK, encoding="utf-8").matrix
    path = "".join(runs(bytes(row), number) for number, row in enumerate(rows, QUIET))
    return {"side": len(rows) + 2 * QUIET, "path": path}


def runs(row: bytes, number: int) -> str:
    """The dark runs of a row as strokes: `M4 4h7m2 0h1`."""
    drawn, place, pen = "", 0, -1
    while (start := row.find(1, place)) >= 0:
        end = row.find(0, start)
        end = len(row) if end < 0 else end
        drawn += f"M{start + QUIET} {number}" if pen < 0 else f"m{start - pen} 0"
        drawn += f"h{end - start}"
        place = pen = end
    return drawn
