"""Summaries in English: a page each, a list, feeds, and the way from each language to the other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SUMMARY = "The agency explains what the resolution asks of it. " * 8
ENGLISH = {"title": "One step at a time", "summary": SUMMARY, "reviewed_by": "Ban biên tập"}


@pytest.fixture
def told(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", title="Từng bước một", english=ENGLISH)
    desk.item("tin-tuc/b.md", title="Chỉ có tiếng Việt")


def test_each_language_leads_to_the_other(told, page) -> None:
    both = [{"lang": "vi", "url": "tin-tuc/a/"}, {"lang": "en", "url": "en/tin-tuc/a/"}]
    vietnamese, english = page("tin-tuc/a.md"), page("en/tin-tuc/a.md")
    assert vietnamese["alternates"] == english["alternates"] == both
    assert english["original"] == {"title": "Từng bước một", "url": "tin-tuc/a/"}
    assert english["date"]["text"] == "5 January 2026"
    assert "alternates" not in page("tin-tuc/b.md")


def test_the_list_holds_what_has_a_summary(told, page) -> None:
    assert [entry["title"] for entry in page("en/index.md")["english"]] == ["One step at a time"]


def test_the_feed_is_english(told, assembled) -> None:
    feed = json.loads((assembled() / "en/feed.json").read_text("utf-8"))
    assert feed["language"] == "en"
    assert [(item["title"], item["url"]) for item in feed["items"]] == [
        ("One step at a time", "https://so.mau.gov.vn/nq57/en/tin-tuc/a/")
    ]


def test_without_summaries_there_is_no_english_part(desk, assembled) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/b.md")
    docs: Path = assembled()
    assert not (docs / "en").exists()
