"""Sentences said almost, but not quite."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuyenmuc.vietnamese.verbatim import Difference, difference, distances, is_strange, register

SENTENCE = "Chính quyền số phục vụ tốt hơn – minh bạch hơn – gần dân hơn"


def edits(pattern: str, text: str) -> int:
    """How many letters must be changed, added or dropped, counted the slow way."""
    row = list(range(len(text) + 1))
    for i, letter in enumerate(pattern, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(text, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
    return row[-1]


@given(st.text("abc", min_size=1, max_size=70), st.text("abc", max_size=90))
def test_distances_are_those_counted_the_slow_way(pattern: str, text: str) -> None:
    from_first = list(distances(pattern, text, anywhere=False))
    anywhere = list(distances(pattern, text, anywhere=True))
    if text:
        assert from_first[-1] == edits(pattern, text)
        assert anywhere[-1] == min(edits(pattern, text[start:]) for start in range(len(text) + 1))


@pytest.mark.parametrize(
    ("said", "right", "wrong", "at"),
    [
        ("Chính quyền sô phục vụ tốt hơn – minh bạch hơn – gần dân hơn", "Chính quyền số…", "Chính quyền sô…", 12),
        ("chính quyền số phục vụ tốt hơn – minh bạch hơn - gần dân hơn", "…bạch hơn – gần…", "…bạch hơn - gần…", 47),
        ("chính quyền số phục vụ tốt hơn – minh bạch hơn – gần dân hơn", "Chính…", "chính…", 0),
        ("Chính quyền số phục vụ tốt hơn – minh bạch hơn – gần dân", "…gần dân hơn", "…gần dân", 56),
        ("Chính quyền số phục vụ tốt hơn – minh bạch hơn – gần dân hơn.", "…gần dân hơn", "…gần dân hơn.", 57),
    ],
)
def test_a_difference_is_shown_with_words_around(said: str, right: str, wrong: str, at: int) -> None:
    found = difference(SENTENCE, said)
    assert (found.right, found.said) == (right, wrong)
    assert found.at == pytest.approx(at, abs=1)


def test_what_cannot_be_seen_is_named() -> None:
    assert difference("một hạt nhân", "một hạt nh\u0430n") == Difference(
        "một hạt nhân", "một hạt nh\u0430n", 8, "U+0430"
    )
    assert [is_strange(character) for character in "ạ–\u200b\u0430"] == [False, False, True, True]


def test_none_of_nothing() -> None:
    assert register(()).possible(SENTENCE) == []
    assert list(register((SENTENCE,)).slips("")) == []


@pytest.mark.parametrize("text", ["Gần dân hơn", "Số", "10/10"])
def test_the_shortest_sentences_are_found_as_well(text: str) -> None:
    kept = register((text,))
    assert list(kept.slips(f"Sở nói “{text}”.")) == []
