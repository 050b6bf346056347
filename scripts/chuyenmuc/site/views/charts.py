"""Outlines of small drawings, as attributes of SVG. What they show stands beside them in words and numbers."""

from __future__ import annotations

from decimal import Decimal
from math import cos, pi, sin
from typing import Any

from chuyenmuc.content.infographic import People
from chuyenmuc.vietnamese.numbers import apportioned

View = dict[str, Any]

# A ring in a square of 160.
MIDDLE, RADIUS, LABELS = 80, 50, 72
GAP = 2.0
APART = 0.045  # of a turn: as near as two labels come
CELL, STEP, CELLS = 9, 10, 100  # a square of cells, ten a row
WIDE, HIGH = 20, 42  # a person
# Head and body, from the middle of the head.
PERSON = (
    "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z"
    "m-3 16.5v-4.5a5 5 0 0 1 5-5h5a5 5 0 0 1 5 5v4.5"
    "a2 2 0 0 1-3 1.7v11.3a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2v-11.3a2 2 0 0 1-3-1.7z"
)
FEW, MANY = 10, 50


def ring(values: list[Decimal]) -> list[View]:
    """The parts as dashes of a circle that begins at the top, each with the place of its number."""
    around, total, before = 2 * pi * RADIUS, sum(values), Decimal(0)
    shown = [(number, value) for number, value in enumerate(values, 1) if value]
    made, middles = [], []
    for number, value in shown:
        start, turn = float(before / total), float(value / total)
        gap = min(GAP, turn * around / 2) if len(shown) > 1 else 0.0
        long = turn * around - gap
        made.append({"number": number, "dash": f"{long:.2f} {around - long:.2f}", "offset": f"{-start * around:.2f}"})
        middles.append(start + turn / 2)
        before += value
    for part, turn in zip(made, apart(middles), strict=True):
        part["x"] = f"{MIDDLE + LABELS * sin(2 * pi * turn):.1f}"
        part["y"] = f"{MIDDLE - LABELS * cos(2 * pi * turn):.1f}"
    return made


def apart(turns: list[float]) -> list[float]:
    """The same places, none on top of another."""
    made: list[float] = []
    for turn in turns:
        made.append(max(turn, made[-1] + APART) if made else turn)
    latest = made[0] + 1 - APART if made else 0
    for place in range(len(made) - 1, 0, -1):
        made[place] = min(made[place], latest)
        latest = made[place] - APART
    return made


def squares(values: list[Decimal]) -> list[View]:
    """A hundred cells, row by row, shared out among the parts so that they are a hundred again."""
    made, first = [], 0
    for number, count in enumerate(apportioned(values, sum(values, Decimal(0)), CELLS), 1):
        cells = [divmod(place, 10) for place in range(first, first + count)]
        if cells:
            path = "".join(f"M{column * STEP} {row * STEP}h{CELL}v{CELL}h-{CELL}z" for row, column in cells)
            row, column = cells[0]
            made.append({"number": number, "path": path, "x": column * STEP + 4.5, "y": row * STEP + 4.5})
        first += count
    return made


def crowd(people: People) -> View:
    columns = min(people.of, FEW if people.of <= MANY else 2 * FEW)
    rows = -(-people.of // columns)
    places = [(place % columns * WIDE + WIDE // 2, place // columns * HIGH + 6) for place in range(people.of)]
    paths = [f"M{x} {y}{PERSON}" for x, y in places]
    return {
        "box": f"0 0 {columns * WIDE} {rows * HIGH - 2}",
        "size": "nhieu" if people.of > MANY else "vua" if people.of > FEW else "it",
        "counted": "".join(paths[: people.count]),
        "others": "".join(paths[people.count :]),
    }
