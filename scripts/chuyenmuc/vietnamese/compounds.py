"""Words and phrases of several syllables that read badly when a line ends inside them. They stand in compounds.txt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from chuyenmuc.vietnamese.text import nfc

LIST = Path(__file__).with_suffix(".txt")
JOINT = "·"
"""Where a phrase may break if it must: đổi mới·sáng tạo."""

_SYLLABLE = re.compile(r"[^\W_]+|[–—-]")
# An older spelling puts the tone on the second vowel: hoá, khoẻ, uỷ.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MOVED = {
    nfc(f"{first}{second}{tone}"): nfc(f"{first}{tone}{second}")
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
}
_MARKED = frozenset(ending[-1] for ending in _MOVED)


class Compound(NamedTuple):
    start: int
    end: int
    held: tuple[int, ...]
    """The spaces inside it."""
    joints: tuple[int, ...]
    """Those of its spaces where it may break if it must."""


class _Phrase(NamedTuple):
    syllables: tuple[str, ...]
    joints: frozenset[int]
    """Behind which of them."""


def compounds(line: str) -> Iterator[Compound]:
    """In the order of their beginnings; one may lie in another, or share a syllable with it: mọi người, người dân."""
    found = list(_SYLLABLE.finditer(line))
    syllables = tuple(_plain(match[0]) for match in found)
    for place, pair in enumerate(pairwise(syllables)):
        for phrase in _PHRASES.get(pair, ()):
            spoken = found[place : place + len(phrase.syllables)]
            if syllables[place : place + len(spoken)] == phrase.syllables and _spaced(line, spoken):
                yield Compound(
                    spoken[0].start(),
                    spoken[-1].end(),
                    tuple(each.end() for number, each in enumerate(spoken[:-1]) if number not in phrase.joints),
                    tuple(each.end() for number, each in enumerate(spoken[:-1]) if number in phrase.joints),
                )


def _spaced(line: str, spoken: Sequence[re.Match[str]]) -> bool:
    """Nothing but a space between any two of them."""
    return all(line[one.end() : other.start()] == " " for one, other in pairwise(spoken))


def _plain(syllable: str) -> str:
    word = "-" if syllable in "–—" else syllable.lower()
    return word[:-2] + _MOVED.get(word[-2:], word[-2:]) if word[-1:] in _MARKED else word


def _read(text: str) -> dict[tuple[str, str], tuple[_Phrase, ...]]:
    """By their first two syllables."""
    phrases = defaultdict[tuple[str, str], list[_Phrase]](list)
    told = ",".join(line for line in nfc(text).splitlines() if not line.startswith("#"))
    for written in filter(None, map(str.strip, told.split(","))):
        parts = [part.split() for part in written.split(JOINT)]
        syllables = tuple(_plain(syllable) for part in parts for syllable in part)
        ends, count = set[int](), 0
        for part in parts[:-1]:
            count += len(part)
            ends.add(count - 1)
        phrases[syllables[0], syllables[1]].append(_Phrase(syllables, frozenset(ends)))
    return {pair: tuple(each) for pair, each in phrases.items()}


_PHRASES = _read(LIST.read_text("utf-8"))
