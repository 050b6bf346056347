"""The sample content that ships with the project."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date

import pytest

from chuyenmuc.content.fields import Kind, Relation
from chuyenmuc.content.items import Campaign, Exemplar, Message, Quote
from chuyenmuc.content.reader import read
from chuyenmuc.project import SHIPPED, Project
from chuyenmuc.site.edition import inspect
from chuyenmuc.vietnamese.text import nfc

PROJECT = Project(SHIPPED)
ARCHIVE = read(PROJECT)
ONCE = {Kind.VIDEO, Kind.PODCAST, Kind.SLIDES, Kind.ALBUM, Kind.PAGE}  # shown once: their files are heavy
# The five messages of the plan for the 10/10, as the first 16 digits of their SHA-256: locked to the letter.
MESSAGES = ["5a6ff39dbf31cb5c", "10fe209111fceab8", "854662f26d24ba35", "c9c69083df0742d6", "a4e719888b6d140c"]

# Sentences of Plan 2653/KH-UBND, section II.1, in the same way.
QUOTES = {"d5ac1ef1ec32f6f1", "fc6eb9e90b4a9ff3"}


def digits(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def test_it_is_without_error() -> None:
    found = inspect(PROJECT).findings
    assert [finding for finding in found if finding.level == "error"] == []
    # Facts of an agency are not ours to invent.
    assert [finding.field for finding in found] == ["extra.agency.trial"]


def test_it_covers_every_kind_and_many_sections() -> None:
    due = ARCHIVE.due(date(2026, 11, 21))
    kinds = Counter(item.kind for item in due.items)
    assert len(due.items) >= 30
    assert set(kinds) == set(Kind)
    assert min(kinds[Kind.EVENT], kinds[Kind.INFOGRAPHIC]) >= 3
    assert min(count for kind, count in kinds.items() if kind not in ONCE) >= 2
    assert len(ARCHIVE.ordered_sections) >= 6
    assert {topic for item in due.items for topic in item.topics} == set(range(1, 8))


def test_every_item_says_that_it_is_a_sample() -> None:
    assert [item.place.name for item in ARCHIVE.items if not item.sample] == []


def test_the_five_messages_stand_word_for_word() -> None:
    campaigns = [item for item in ARCHIVE.items if isinstance(item, Campaign) and item.messages]
    assert [item.year for item in campaigns] == [2025, 2026]
    assert all([digits(message) for message in item.messages] == MESSAGES for item in campaigns)
    assert {digits(item.message) for item in ARCHIVE.items if isinstance(item, Message)} == set(MESSAGES)


def test_no_theme_hashtag_or_mark_of_a_year_is_invented() -> None:
    themes = {item.year: item.theme for item in ARCHIVE.fronts.values()}
    assert themes == {2025: "Chuyển đổi số: Nhanh hơn - hiệu quả hơn - gần dân hơn", 2026: ""}
    for front in ARCHIVE.fronts.values():
        assert (front.hashtags, front.identity.logo if front.identity else "") == ([], "")


def test_every_quote_stands_word_for_word_in_its_document() -> None:
    quotes = [item for item in ARCHIVE.items if isinstance(item, Quote)]
    assert {digits(item.quote) for item in quotes} == QUOTES
    assert all("2653/KH-UBND ngày 06/6/2025" in item.cited_from for item in quotes)


def test_no_honouree_is_invented() -> None:
    named = [item.honouree for item in ARCHIVE.items if isinstance(item, Exemplar)]
    assert named and all(name.endswith("(ví dụ minh họa)") for name in named)


@pytest.mark.parametrize(
    ("number", "relation", "other"),
    [
        ("211/KH-UBND", Relation.IMPLEMENTS, "1169/QĐ-TTg"),
        ("1169/QĐ-TTg", Relation.IMPLEMENTS, "57-NQ/TW"),
        ("71/NQ-CP", Relation.IMPLEMENTS, "57-NQ/TW"),
        ("2653/KH-UBND", Relation.IMPLEMENTS, "57-NQ/TW"),
    ],
)
def test_the_plans_documents_are_related(number: str, relation: Relation, other: str) -> None:
    (document,) = ARCHIVE.documents[number]
    assert other in document.relations[relation]


def test_the_samples_of_film_and_sound_stay_light() -> None:
    files = [path for path in (SHIPPED / "content").rglob("*") if path.suffix not in {".md", ".yml"}]
    assert sum(path.stat().st_size for path in files if path.is_file()) < 1_500_000


def test_headlines_reach_from_a_few_words_to_160_characters() -> None:
    lengths = [len(item.title) for item in ARCHIVE.items]
    assert min(lengths) < 35
    assert 140 <= max(lengths) <= 160


def test_the_text_is_composed_unicode_without_machine_characters() -> None:
    for path in sorted((SHIPPED / "content").rglob("*.md")):
        text = path.read_text("utf-8")
        assert text == nfc(text), path
        assert "\t" not in text, path
