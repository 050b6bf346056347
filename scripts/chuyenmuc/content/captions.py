"""What a film's captions say: the words of all cues in a row, each knowing the line of the file on which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from chuyenmuc.content.links import local_file, present
from chuyenmuc.content.media import Video
from chuyenmuc.content.prose import Passage
from chuyenmuc.vietnamese.text import tidy

SUFFIX, LARGEST = ".vtt", 2_000_000  # bytes: more than a day's talk
TIMES = re.compile(r"\s*[\d:.]+[ \t]+-->[ \t]+[\d:.]+")
TAG = re.compile(r"</?[^<>\n]*>")


def text_beside(item: Video) -> str:
    """Of the file that a film names for its captions; empty where there is none that can be read."""
    file = local_file(item.place, item.captions) if item.captions else None
    if file is None or file.suffix.lower() != SUFFIX or not present(file) or file.stat().st_size > LARGEST:
        return ""
    return file.read_text("utf-8-sig", "replace")


def spoken(vtt: str) -> Passage:
    """Whatever stands below the times of each cue, without its tags; `places` are lines, from 1."""
    text, places = [" "], [1]
    for number, line in cue_lines(vtt):
        for character in tidy(unescape(TAG.sub("", line))):
            text.append(character)
            places.append(number)
        text.append(" ")
        places.append(number)
    return Passage("".join(text), tuple(places))


def cue_lines(vtt: str) -> Iterator[tuple[int, str]]:
    within = False
    for number, line in enumerate(vtt.splitlines(), 1):
        if TIMES.match(line):
            within = True
        elif not line.strip():
            within = False
        elif within:
            yield number, line
