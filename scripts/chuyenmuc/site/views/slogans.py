"""Slogans as HTML: a line ends at a dash where it can, never before one, and never inside a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chuyenmuc.vietnamese.breaking import BAD, DEFAULT_NAMES, Piece, pieces
from chuyenmuc.vietnamese.unbroken import CLOSE, OPEN, in_html

AFTER_DASH = re.compile(r"(?<= [–-]) ")


def slogan_html(text: str, names: Iterable[str] = ()) -> str:
    """The same letters in the same order. Clauses are blocks of their own: two share a line only where both fit."""
    clauses = AFTER_DASH.split(text)
    if len(clauses) == 1:
        return bound(text, names)
    return " ".join(f'<span class="ve">{bound(clause, names)}</span>' for clause in clauses)


def bound(clause: str, names: Iterable[str] = ()) -> str:
    """Compounds, and names of the country or of those given, stay on one line."""
    made, run = "", list[Piece]()
    for piece in pieces(clause, (*DEFAULT_NAMES, *names)):
        run.append(piece)
        if piece.rank != BAD:
            made += held(run) + piece.glue
            run = []
    return made + held(run) if run else made


def held(run: list[Piece]) -> str:
    """Pieces that belong together, on one line."""
    words = "".join(piece.text + piece.glue for piece in run[:-1]) + run[-1].text
    html = in_html(words)
    return f"{OPEN}{html}{CLOSE}" if " " in words and OPEN not in html else html
