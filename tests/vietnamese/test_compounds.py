"""The list of words that no line should break."""

from __future__ import annotations

import re

import pytest

from chuyenmuc.vietnamese import compounds as listed
from chuyenmuc.vietnamese.breaking import LONGEST_GLUED
from chuyenmuc.vietnamese.compounds import JOINT, compounds
from chuyenmuc.vietnamese.text import nfc

LINES = listed.LIST.read_text("utf-8").splitlines()
WORDS = [word for line in LINES if not line.startswith("#") for word in re.split(r", ?", line) if word]


def test_every_entry_is_written_plainly_and_once() -> None:
    assert len(WORDS) > 1000
    assert sorted({word for word in WORDS if WORDS.count(word) > 1}) == []
    for word in WORDS:
        assert word == nfc(word.lower()).strip(), word
        assert 2 <= len(re.split(f"[ {JOINT}]", word)) <= 8, word
        assert all(len(part) <= LONGEST_GLUED for part in word.split(JOINT)), word


@pytest.mark.parametrize("word", WORDS[:: len(WORDS) // 40])
def test_entries_are_found(word: str) -> None:
    spoken = word.replace(JOINT, " ")
    found = {(each.start, each.end) for each in compounds(spoken)}
    assert (0, len(spoken)) in found


def test_what_is_found_tells_its_spaces() -> None:
    whole = next(each for each in compounds("Đổi mới sáng tạo, đổi mới") if each.end == 16)
    assert (whole.start, whole.held, whole.joints) == (0, (3, 12), (7,))


def test_lines_end_with_whole_entries() -> None:
    assert all(len(line) <= 120 for line in LINES)
