from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from chuyenmuc.content.items import Item
from chuyenmuc.site.pages.home import home

Front = Callable[..., dict[str, Any]]


def titles(cards: list[dict[str, Any]]) -> list[str]:
    return [card["title"] for card in cards]


@pytest.fixture
def full(desk):
    kinds = ("tin", "su-kien", "van-ban", "infographic", "chien-dich", "ky-nang-so", "hoi-dap", "kiem-chung")
    for kind in kinds:
        desk.section(kind, kind=kind, title=f"Mục {kind}", description=f"Về {kind}")
    for day in range(1, 13):
        desk.item(f"tin/t{day}.md", title=f"Tin {day}", date=f"2026-01-{day:02}")
    desk.item("su-kien/xong.md", title="Đã xong", start="2026-10-09")
    desk.item("su-kien/nay.md", title="Hôm nay", start="2026-10-10")
    desk.item("van-ban/57.md", title="Nghị quyết", sample="true")
    for kind in kinds[3:]:
        desk.item(f"{kind}/a.md", title=f"Bài {kind}")
    return desk


def test_the_home_page_shows_the_newest_of_everything_and_nothing_twice(full, page: Front) -> None:
    head = page("index.md")
    assert (head["title"], head["description"]) == ("Chuyên mục mẫu", "Chuyên mục mẫu – Sở Mẫu")
    assert head["lead"]["title"] == "Tin 12"
    assert titles(head["latest"]) == [f"Tin {day}" for day in range(11, 6, -1)]
    assert titles(head["more"]) == [f"Tin {day}" for day in range(6, 2, -1)]
    assert titles(head["events"]) == ["Hôm nay"]
    assert titles(head["documents"]) == ["Nghị quyết"]
    shown = {name: titles(head[name]) for name in ("infographics", "lessons", "questions", "checks")}
    expected = zip(shown, ("infographic", "ky-nang-so", "hoi-dap", "kiem-chung"), strict=True)
    assert shown == {name: [f"Bài {kind}"] for name, kind in expected}
    assert head["campaign"]["title"] == "Bài chien-dich"
    assert (head["school"]["title"], head["school"]["url"]) == ("Mục ky-nang-so", "ky-nang-so/")
    assert head["sample"] is True


def test_the_doors_tell_how_much_is_behind_them(desk, page: Front) -> None:
    desk.section("tin")
    desk.item("tin/a.md", audiences=["nguoi-dan", "bao-chi"], topics=["3"])
    head = page("index.md")
    doors = {door["url"]: door["count"] for door in head["doors"]}
    assert len(doors) == 7
    assert (doors["danh-cho/nguoi-dan/"], doors["danh-cho/doanh-nghiep/"]) == (1, 0)
    assert [topic["number"] for topic in head["topics"]] == [1, 2, 3, 4, 5, 6, 7]
    assert (head["topics"][2]["url"], head["topics"][2]["count"]) == ("nhom-nhiem-vu/3-ha-tang/", 1)


def test_the_home_page_of_an_empty_archive_has_nothing_to_show(desk, page: Front) -> None:
    head = page("index.md")
    assert (head["lead"], head["campaign"], head["school"]) == (None, None, None)
    assert all(head[name] == [] for name in ("latest", "more", "events", "documents", "lessons", "media"))


def test_the_home_page_is_made_of_the_items_it_shows_alone(full, viewer) -> None:
    """An old story that changes does not touch it; the leading one does."""

    def with_title(name: str, title: str) -> tuple[object, ...]:
        seen = viewer()
        items = tuple(
            item.model_copy(update={"title": title}) if item.place.slug == name else item for item in seen.archive.items
        )
        return home(replace(seen, archive=replace(seen.archive, items=items))).made_of

    def names(made_of: tuple[object, ...]) -> list[str]:
        return [each.title for each in made_of if isinstance(each, Item)]

    assert "Tin 1" not in names(with_title("t1", "Tin 1"))
    assert "Đổi" not in names(with_title("t1", "Đổi"))
    assert "Đổi" in names(with_title("t12", "Đổi"))
