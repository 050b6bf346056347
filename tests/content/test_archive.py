from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from chuyenmuc.content.archive import NEAREST, Archive
from chuyenmuc.content.items import Item


def slugs(items: list[Item]) -> list[str]:
    return [item.place.slug for item in items]


def test_the_newest_come_first_to_the_minute(desk) -> None:
    desk.section("tin-tuc")
    dates = {"a": "2026-01-05", "b": "2026-01-05 09:00", "c": "05/01/2026 08:00", "d": "2025-12-31", "e": "2026-01-05"}
    for name, day in dates.items():
        desk.item(f"tin-tuc/{name}.md", date=day)
    assert slugs(desk.read().newest) == ["b", "c", "e", "a", "d"]


def test_a_section_holds_the_items_of_the_sections_inside_it(desk) -> None:
    for path in ("tin", "tin/xa", "tin-khac"):
        desk.section(path, title=path)
        desk.item(f"{path}/bai-{path.replace('/', '-')}.md")
    archive = desk.read()
    held = {section.path: sorted(slugs(archive.within(section))) for section in archive.ordered_sections}
    assert held == {"tin": ["bai-tin", "bai-tin-xa"], "tin-khac": ["bai-tin-khac"], "tin/xa": ["bai-tin-xa"]}


def test_sections_stand_in_the_order_of_the_menu_without_the_root(desk) -> None:
    desk.write("content/.meta.yml", "title: Gốc\n")
    for path, order in (("a", "30"), ("b", "10"), ("c", "30")):
        desk.section(path, order=order)
    assert [section.path for section in desk.read().ordered_sections] == ["b", "a", "c"]


def test_related_items_share_most_and_tags_weigh_more_than_topics(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/goc.md", tags="a, b", topics="1, 2")
    desk.item("tin-tuc/xa.md", tags="z")
    desk.item("tin-tuc/chu-de.md", topics="1")
    desk.item("tin-tuc/the.md", tags="a", date="2026-01-02")
    desk.item("tin-tuc/the-moi.md", tags="a", date="2026-01-03")
    desk.item("tin-tuc/ca-hai.md", tags="a", topics="2", date="2025-01-01")
    archive = desk.read()
    (origin,) = [item for item in archive.items if item.place.slug == "goc"]
    assert slugs(archive.related(origin)) == ["ca-hai", "the-moi", "the"]
    assert slugs(archive.related(origin, most=4))[-1] == "chu-de"


@pytest.mark.parametrize(("tags", "kept"), [("a", True), ("b", False)])
def test_relations_are_taken_over_only_while_labels_stay(desk, tags: str, kept: bool) -> None:
    desk.section("tin-tuc")
    for name in ("mot", "hai"):
        desk.item(f"tin-tuc/{name}.md", tags="a")
    before = desk.read()
    assert all(slugs(before.related(item)) for item in before.items)
    desk.item("tin-tuc/mot.md", tags=tags, body="Lời khác.")
    after = desk.read()
    after.after(before)
    assert (after.kin is before.kin) is kept
    assert all(bool(after.related(item)) is kept for item in after.items)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 10, 1), ["dai", "sang", "chieu"]),
        (date(2026, 10, 10), ["dai", "sang", "chieu"]),
        (date(2026, 10, 12), ["dai"]),
        (date(2026, 10, 13), []),
    ],
)
def test_events_are_coming_until_their_last_day_is_over(desk, today: date, expected: list[str]) -> None:
    desk.section("sk", kind="su-kien")
    desk.item("sk/chieu.md", start="2026-10-10 14:00")
    desk.item("sk/sang.md", start="2026-10-10 08:00", end="2026-10-10 11:00")
    desk.item("sk/dai.md", start="2026-10-01", end="2026-10-12")
    assert slugs(desk.read().upcoming(today)) == expected


def test_an_empty_archive_answers_every_question() -> None:
    empty = Archive()
    assert empty.newest == empty.ordered_sections == empty.upcoming(date(2026, 1, 1)) == []
    assert empty.documents == {}


def test_spellings_of_a_tag_are_one_and_the_one_used_most_names_it(desk) -> None:
    desk.section("tin-tuc")
    for name, tags in {"a": "Dữ liệu", "b": "dữ liệu, Du lieu", "c": "dữ liệu, AI", "d": "…", "e": "ai"}.items():
        desk.item(f"tin-tuc/{name}.md", tags=tags, date=f"2026-01-0{ord(name) - 96}")
    archive = desk.read()
    assert {tag: slugs(items) for tag, items in archive.by_tag.items()} == {
        "ai": ["e", "c"],
        "du-lieu": ["c", "b", "a"],
    }
    assert archive.tag_titles == {"ai": "AI", "du-lieu": "dữ liệu"}


@pytest.mark.parametrize(
    ("spellings", "title"),
    [
        (["CHUYỂN ĐỔI SỐ", "Chuyển Đổi Số", "chuyển đổi số", "Chuyển đổi số"], "Chuyển đổi số"),
        (["CHUYỂN ĐỔI SỐ", "chuyển đổi số"], "chuyển đổi số"),
        (["CHUYỂN ĐỔI SỐ", "CHUYỂN ĐỔI SỐ", "Chuyển đổi số"], "CHUYỂN ĐỔI SỐ"),
        (["lạng sơn", "LẠNG SƠN", "Lạng Sơn"], "Lạng Sơn"),
        (["AI", "Ai", "ai"], "AI"),
    ],
)
def test_among_equals_a_tag_is_written_as_in_a_sentence(desk, spellings: list[str], title: str) -> None:
    desk.section("tin-tuc")
    for number, spelling in enumerate(spellings):
        desk.item(f"tin-tuc/{number}.md", tags=spelling)
    (found,) = desk.read().tag_titles.values()
    assert found == title


def test_items_are_found_by_topic_audience_and_month(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", topics="1, 3", audiences="nguoi-dan, can-bo", date="2026-01-31 23:59")
    desk.item("tin-tuc/b.md", topics="3", date="2026-02-01")
    archive = desk.read()
    assert {topic: slugs(items) for topic, items in archive.by_topic.items()} == {3: ["b", "a"], 1: ["a"]}
    assert {audience.value: slugs(items) for audience, items in archive.by_audience.items()} == {
        "nguoi-dan": ["a"],
        "can-bo": ["a"],
    }
    assert {month: slugs(items) for month, items in archive.by_month.items()} == {"2026-02": ["b"], "2026-01": ["a"]}


def test_a_section_knows_those_right_below_it_over_folders_without_items(desk) -> None:
    for path in ("tin", "tin/xa", "tin/xa/ban", "tin/khong/sau"):
        desk.section(path, title=path)
    archive = desk.read()
    below = {path: [section.path for section in found] for path, found in archive.sections_below.items()}
    assert below == {"tin": ["tin/khong/sau", "tin/xa"], "tin/xa": ["tin/xa/ban"]}


def test_a_plain_page_stands_in_no_list_and_has_no_neighbours(desk) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", topics="1")
    desk.item("tin-tuc/gioi-thieu.md", kind="trang", topics="1")
    archive = desk.read()
    (page,) = [item for item in archive.items if item.place.slug == "gioi-thieu"]
    assert slugs(archive.stream) == ["a"]
    assert slugs(archive.newest) == ["gioi-thieu", "a"]
    assert archive.neighbours(page) == (None, None)
    assert slugs(archive.related(archive.stream[0])) == []


def test_an_item_has_a_newer_and_an_older_one_of_its_own_section(desk) -> None:
    for path in ("tin", "tin/xa"):
        desk.section(path, title=path)
    for path, day in {"tin/a": "01", "tin/b": "02", "tin/xa/giua": "02", "tin/c": "03"}.items():
        desk.item(f"{path}.md", date=f"2026-01-{day}")
    archive = desk.read()
    beside = {
        item.place.slug: [other and other.place.slug for other in archive.neighbours(item)] for item in archive.items
    }
    assert beside == {"a": ["b", None], "b": ["c", "a"], "c": [None, "b"], "giua": [None, None]}


def test_related_items_are_sought_near_by_so_that_thousands_cost_no_square(desk) -> None:
    """Counted in the items that are compared, however long their lists are."""
    desk.section("tin-tuc")
    desk.item("tin-tuc/mau.md", tags="dữ liệu, kỹ năng", topics="1, 2")
    (pattern,) = desk.read().items
    many = []
    for number in range(2000):
        place = replace(pattern.place, slug=f"bai-{number:04}")
        day = date(2020, 1, 1) + timedelta(days=number)
        many.append(pattern.model_copy(update={"place": place, "date": day}))
    archive = Archive(tuple(many), (pattern.place.section,))
    compared = sum(len(archive.candidates(item)) for item in many)
    assert compared <= 2 * NEAREST * 2000
    assert slugs(archive.related(many[1000])) == ["bai-1008", "bai-1007", "bai-1006"]
    assert slugs(archive.related(many[1999])) == ["bai-1998", "bai-1997", "bai-1996"]
    assert slugs(archive.related(many[0], most=1)) == ["bai-0008"]
