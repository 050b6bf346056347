"""Feeds as a reader's program takes them: every address in them is there."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser
import pytest

from .conftest import MOUNT


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    return root / MOUNT


def there(site: Path, url: str, size: str = "") -> bool:
    """Whether an address leads to a file of the site, of just this size if one is told."""
    path = unquote(urlsplit(url).path).partition(f"/{MOUNT}/")[2]
    file = site / path / "index.html" if path.endswith("/") or not path else site / path
    return file.is_file() and (not size or str(file.stat().st_size) == size)


def test_every_feed_parses_and_its_pages_and_files_are_there(site: Path) -> None:
    feeds = [*site.rglob("rss.xml"), site / "podcast.xml"]
    assert len(feeds) > 40
    for file in feeds:
        feed = feedparser.parse(file.read_bytes())
        assert not feed.bozo, file
        assert feed.entries and there(site, feed.feed.link), file
        for entry in feed.entries:
            assert there(site, entry.link), f"{file}: {entry.link}"
            for enclosure in entry.enclosures:
                assert there(site, enclosure.href, enclosure.length), f"{file}: {enclosure.href}"
            for picture in entry.get("media_content", []):
                assert there(site, picture["url"], picture["filesize"]), f"{file}: {picture}"


def test_every_json_feed_stands_beside_an_rss_feed_and_says_the_same(site: Path) -> None:
    for file in site.rglob("feed.json"):
        told = json.loads(file.read_text("utf-8"))
        rss = feedparser.parse((file.parent / "rss.xml").read_bytes())
        assert [item["url"] for item in told["items"]] == [entry.link for entry in rss.entries]
        assert there(site, told["home_page_url"]) and there(site, told["feed_url"])
        assert all(there(site, item["image"]) for item in told["items"] if "image" in item)
