from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest

from chuyenmuc.channels.feeds import MOST, Feed, Feeds
from chuyenmuc.content.agency import settings
from chuyenmuc.images.library import Library, Record

HOME = "https://so.mau.gov.vn/nq57/"
Written = Callable[..., tuple[Any, dict[str, Any]]]


def record(item: str, name: str) -> Record:
    url = f"kho-tu-lieu/{item}/{name}.png"
    known = (item, f"{item}/", "tin", name, name, "đăng", url)
    return Record(*known, 1200, 630, 54321, "image/png", "0" * 64, "Lời mô tả ảnh", Path(f"{name}.png"))


@pytest.fixture
def feeds(desk) -> Callable[..., Feeds]:
    return lambda *records: Feeds(settings(desk.project), Library.of(records))


@pytest.fixture
def written(desk, feeds) -> Written:
    """Both feeds of everything on the desk, read back by programs that know nothing of ours."""

    def made(*records: Record, path: str = "tin-tuc") -> tuple[Any, dict[str, Any]]:
        writer, feed = feeds(*records), Feed(path, "Tin tức – Chuyên mục mẫu", "Tin mới", desk.read().newest)
        parsed = feedparser.parse(writer.rss(feed))
        assert not parsed.bozo
        return parsed, json.loads(writer.json(feed))

    return made


def test_the_head_says_whose_feed_it_is_and_where(desk, written: Written) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", date="2026-01-05", updated="2026-02-01 08:30")
    parsed, values = written()
    assert parsed.version == "rss20"
    head = parsed.feed
    assert (head.title, head.subtitle, head.language) == ("Tin tức – Chuyên mục mẫu", "Tin mới", "vi")
    assert head.link == f"{HOME}tin-tuc/"
    assert [link.href for link in head.links if link.rel == "self"] == [f"{HOME}tin-tuc/rss.xml"]
    assert head.updated == "Sun, 01 Feb 2026 08:30:00 +0700"
    assert values["version"] == "https://jsonfeed.org/version/1.1"
    assert (values["home_page_url"], values["feed_url"]) == (f"{HOME}tin-tuc/", f"{HOME}tin-tuc/feed.json")
    assert (values["language"], values["authors"]) == ("vi", [{"name": "Sở Mẫu", "url": HOME}])


def test_an_entry_tells_all_of_an_item(desk, written: Written) -> None:
    desk.section("tin-tuc")
    keys = {
        "tags": "dữ liệu, kỹ năng số",
        "topics": "3",
        "authors": "Phòng Một, Phòng Hai",
        "description": "Nhỏ hơn <b> & gọn.",
    }
    desk.item("tin-tuc/a.md", title="Số & <dữ liệu>", date="2026-01-05 09:00", updated="2026-01-06", **keys)
    parsed, values = written(record("tin-tuc/a", "facebook-lien-ket"), record("tin-tuc/a", "bia-trang"))
    (entry,), (told,) = parsed.entries, values["items"]
    image = f"{HOME}kho-tu-lieu/tin-tuc/a/facebook-lien-ket.png"
    words = ["Tin tức", "Hạ tầng", "dữ liệu", "kỹ năng số"]
    assert (entry.title, entry.summary) == ("Số & <dữ liệu>", "Nhỏ hơn &lt;b&gt; &amp; gọn.")
    assert entry.link == entry.id == told["id"] == told["url"] == f"{HOME}tin-tuc/a/"
    assert entry.published == "Mon, 05 Jan 2026 09:00:00 +0700"
    assert entry.author == "Phòng Một, Phòng Hai"
    assert [tag.term for tag in entry.tags] == told["tags"] == words
    (enclosure,) = entry.enclosures
    assert (enclosure.href, enclosure.length, enclosure.type) == (image, "54321", "image/png")
    (media,) = entry.media_content
    assert (media["url"], media["medium"], media["width"]) == (image, "image", "1200")
    assert (told["title"], told["content_text"], told["image"]) == ("Số & <dữ liệu>", "Nhỏ hơn <b> & gọn.", image)
    assert told["authors"] == [{"name": "Phòng Một"}, {"name": "Phòng Hai"}]
    assert told["date_published"] == "2026-01-05T09:00:00+07:00"
    assert told["date_modified"] == "2026-01-06T00:00:00+07:00"


def test_what_is_not_said_is_left_out(desk, written: Written) -> None:
    desk.item("loi-ngo.md", kind="tin")
    parsed, values = written(path="")
    (entry,), (told,) = parsed.entries, values["items"]
    assert (entry.enclosures, entry.author) == ([], "Sở Mẫu")
    assert [tag.term for tag in entry.tags] == ["Tin"]
    assert "image" not in told and "date_modified" not in told
    assert values["feed_url"] == f"{HOME}feed.json"


def test_a_sample_says_so_in_its_title(desk, written: Written) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", title="Tin mẫu", sample="true")
    parsed, values = written()
    assert parsed.entries[0].title == values["items"][0]["title"] == "[Nội dung mẫu] Tin mẫu"


def test_a_feed_holds_the_newest_and_no_more(desk, written: Written) -> None:
    desk.section("tin-tuc")
    for number in range(MOST + 5):
        desk.item(f"tin-tuc/bai-{number:02}.md", date=f"2026-01-01 08:{number:02}")
    parsed, values = written()
    assert len(parsed.entries) == len(values["items"]) == MOST == 30
    assert parsed.entries[0].link.endswith("/bai-34/")


def test_an_empty_list_has_a_feed_without_a_day(desk, written: Written) -> None:
    parsed, values = written()
    assert (parsed.entries, values["items"]) == ([], [])
    assert "updated" not in parsed.feed


def test_an_item_is_put_into_words_once_and_the_same_input_gives_the_same_bytes(desk, feeds) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    items = desk.read().newest
    one, other = feeds(), feeds()
    first, second = Feed("x", "X", "", items), Feed("y", "Y", "", items)
    assert one.rss(first) == other.rss(first) and one.json(first) == other.json(first)
    assert one.entry(items[0]) is one.entry(items[0]) and one.record(items[0]) is one.record(items[0])
    assert feedparser.parse(one.rss(second)).entries == feedparser.parse(one.rss(first)).entries


def test_the_feeds_of_a_trial_say_so_in_every_reader(desk, written: Written) -> None:
    text = (desk.root / "mkdocs.yml").read_text("utf-8")
    desk.write("mkdocs.yml", text.replace("    name: Sở Mẫu\n", "    name: Sở Mẫu\n    trial: true\n"))
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    parsed, values = written()
    assert parsed.feed.title == values["title"] == "[Bản dựng thử] Tin tức – Chuyên mục mẫu"
    assert parsed.feed.subtitle == values["description"] == "[Bản dựng thử] Tin mới"
