from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest

SITE = "https://so.mau.gov.vn/nq57/"


@pytest.fixture
def heard(desk: Any, assembled: Callable[..., Path]) -> Callable[[], Any]:
    return lambda: feedparser.parse((assembled() / "podcast.xml").read_bytes())


def test_podcast_apps_find_all_they_ask_for(desk: Any, heard: Callable[[], Any]) -> None:
    desk.section("am-thanh", kind="podcast")
    desk.write("content/am-thanh/Tập một.mp3", b"ID3" + b"0" * 97)
    desk.item("am-thanh/a.md", title="Nghe & làm", file="Tập một.mp3", duration="1:02:15", episode=2)
    desk.item("am-thanh/b.md", date="2026-02-01", authors=["Tổ truyền thông"], sample=True)
    feed = heard()
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.link, feed.feed.language) == ("Chuyên mục mẫu", SITE, "vi")
    assert (feed.feed.author, feed.feed.tags[0].term) == ("Sở Mẫu", "Government")
    assert feed.feed.publisher_detail == {"name": "Sở Mẫu", "email": "so@mau.gov.vn"}
    newest, older = feed.entries
    assert (newest.title, newest.author) == ("[Nội dung mẫu] Tập huấn kỹ năng số", "Tổ truyền thông")
    assert (older.title, older.link, older.id) == ("Nghe & làm", f"{SITE}am-thanh/a/", f"{SITE}am-thanh/a/")
    assert (older.itunes_duration, older.itunes_episode) == ("3735", "2")
    (sound,) = older.enclosures
    assert sound == {"href": f"{SITE}am-thanh/a/T%E1%BA%ADp%20m%E1%BB%99t.mp3", "length": "100", "type": "audio/mpeg"}
    assert older.podcast_transcript["url"] == f"{SITE}am-thanh/a/#loi"


def test_there_is_no_feed_where_there_is_nothing_to_hear(desk: Any, assembled: Callable[..., Path]) -> None:
    desk.section("am-thanh", kind="podcast")
    desk.item("am-thanh/a.md", date="2027-01-01")
    assert not (assembled(drafts=True) / "podcast.xml").exists()
    desk.item("am-thanh/b.md")
    assert (assembled() / "podcast.xml").is_file()
