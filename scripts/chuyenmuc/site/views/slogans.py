"""Slogans as HTML: a line ends at a dash where it can, never before one, and never inside a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuyenmuc.vietnamese.breaking import BAD, DEFAULT_NAMES, Piece, dashed, pieces
from chuyenmuc.vietnamese.unbroken import CLOSE, OPEN, in_html

LONGEST = 18  # letters: a phrase no longer is whole even on a narrow telephone


def slogan_html(text: str, names: Iterable[str] = ()) -> str:
    """The same letters in the same order. Clauses are blocks of their own: two share a line only where both fit."""
    told = dashed(text)
    if len(told) == 1:
        return bound(text, names)
    return " ".join(f'<span class="ve">{bound(clause, names)}</span>' for clause in told)


def bound(clause: str, names: Iterable[str] = ()) -> str:
    """Compounds, and names of the country or of those given, stay on one line."""
    made, run = "", list[Piece]()
    for word in words(pieces(clause, (*DEFAULT_NAMES, *names))):
        if run and (not run[-1].joint or length(run) + length(word) > LONGEST):
            made += held(run) + run[-1].glue
            run = []
        run += word
    return made + held(run) if run else made


def words(parts: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces up to where a line may end, be it at the joint of a phrase."""
    word = list[Piece]()
    for piece in parts:
        word.append(piece)
        if piece.rank != BAD or piece.joint:
            yield word
            word = []
    if word:
        yield word


def length(run: Iterable[Piece]) -> int:
    return sum(len(piece.text + piece.glue) for piece in run)


def held(run: list[Piece]) -> str:
    """Pieces that belong together, on one line."""
    words = "".join(piece.text + piece.glue for piece in run[:-1]) + run[-1].text
    html = in_html(words)
    return f"{OPEN}{html}{CLOSE}" if " " in words and OPEN not in html else html
