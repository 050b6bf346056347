"""The words that a search may offer for one that is mistyped: those of titles, tags and sections, without marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from chuyenmuc.site.pages.page import Loose
from chuyenmuc.site.views.viewer import Viewer
from chuyenmuc.vietnamese.text import fold

WORDS_FILE = "tim-kiem/tu.txt"
MOST = 3000  # all syllables of the language without marks are hardly more: some 8 kB on the way to a reader
WORD = re.compile(r"[^\W\d_]+")
SYLLABLE = re.compile(r"[a-z]{2,8}")


def search_files(viewer: Viewer) -> Iterator[Loose]:
    archive = viewer.archive
    made_of = (*archive.ordered_sections, *archive.items)
    yield Loose(WORDS_FILE, made_of, partial(vocabulary, viewer))


def vocabulary(viewer: Viewer) -> bytes:
    """The most frequent first."""
    counted: Counter[str] = Counter()
    for item in viewer.archive.items:
        counted.update(WORD.findall(" ".join([item.title, *item.tags]).lower()))
    for section in viewer.archive.ordered_sections:
        counted.update(WORD.findall(section.title.lower()))
    found: Counter[str] = Counter()
    for word, times in counted.items():
        if SYLLABLE.fullmatch(bare := fold(word)):
            found[bare] += times
    return " ".join(sorted(found, key=lambda word: (-found[word], word))[:MOST]).encode()
