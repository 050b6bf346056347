from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from chuyenmuc.images.library import Library, Record

Front = Callable[..., dict[str, Any]]


def record(item: str, name: str) -> Record:
    url = f"kho-tu-lieu/{item}/{name}.png"
    return Record(
        *(item, f"{item}/", "tin", name, f"Kênh {name}", "Dùng để đăng", url, 320, 180),
        *(2048, "image/png", "0" * 64, "Mô tả", Path(f"{name}.png")),
    )


def titles(cards: list[dict[str, Any]]) -> list[str]:
    return [card["title"] for card in cards]


def test_a_section_without_items_still_has_its_page(desk, page: Front) -> None:
    desk.section("tin-tuc")
    head = page("tin-tuc/index.md")
    assert (head["items"], head["pagination"]["last"]) == ([], 1)


def test_a_section_lists_the_items_of_those_inside_it_and_breadcrumbs_lead_back(desk, page: Front) -> None:
    desk.section("tin", title="Tin tức")
    desk.section("tin/xa", title="Cấp xã")
    desk.item("tin/xa/bai.md", title="Bài của xã")
    home = {"title": "Trang chủ", "url": ""}
    above = {"title": "Tin tức", "url": "tin/"}
    assert titles(page("tin/index.md")["items"]) == ["Bài của xã"]
    assert page("tin/xa/index.md")["breadcrumbs"] == [home, above]
    assert page("tin/xa/bai.md")["breadcrumbs"] == [home, above, {"title": "Cấp xã", "url": "tin/xa/"}]


def test_the_home_page_shows_the_newest_of_everything(desk, page: Front) -> None:
    for path, kind in (
        ("tin", "tin"),
        ("sk", "su-kien"),
        ("vb", "van-ban"),
        ("so", "infographic"),
        ("cd", "chien-dich"),
    ):
        desk.section(path, kind=kind, title=f"Mục {path}", order="1" if path == "tin" else "2")
    for day in range(1, 10):
        desk.item(f"tin/t{day}.md", title=f"Tin {day}", date=f"2026-01-0{day}")
    desk.item("sk/xong.md", title="Đã xong", start="2026-10-09")
    desk.item("sk/nay.md", title="Hôm nay", start="2026-10-10")
    desk.item("vb/57.md", title="Nghị quyết", sample="true")
    desk.item("so/a.md", title="Con số")
    desk.item("cd/a.md", title="Chiến dịch")
    head = page("index.md")
    assert (head["title"], head["description"]) == ("Chuyên mục mẫu", "Chuyên mục mẫu – Sở Mẫu")
    assert head["lead"]["title"] == "Tin 9"
    assert titles(head["latest"]) == [f"Tin {day}" for day in range(8, 2, -1)]
    assert titles(head["events"]) == ["Hôm nay"]
    assert titles(head["documents"]) == ["Nghị quyết"]
    assert titles(head["infographics"]) == ["Con số"]
    assert head["campaign"]["title"] == "Chiến dịch"
    assert head["sections"][0]["title"] == "Mục tin"
    assert head["sample"] is True


def test_the_home_page_of_an_empty_archive_has_nothing_to_show(desk, page: Front) -> None:
    head = page("index.md")
    assert (head["lead"], head["campaign"], head["latest"], head["sections"]) == (None, None, [], [])


def test_the_library_has_an_index_and_a_page_for_each_item(desk, page: Front) -> None:
    desk.section("tin-tuc", color="xanh")
    desk.item("tin-tuc/a.md", title="Tin a")
    library = Library.of([record("tin-tuc/a", "facebook-lien-ket"), record("tin-tuc/a", "bia-trang")])
    index = page("kho-tu-lieu/index.md", library=library)
    assert index["catalogue"] == "kho-tu-lieu/danh-muc.json"
    assert titles(index["items"]) == ["Tin a"]
    assert [section["url"] for section in index["sections"]] == ["tin-tuc/"]
    own = page("kho-tu-lieu/tin-tuc/a.md", library=library)
    assert (own["title"], own["item"]["url"], own["color"]) == ("Ảnh và lời đăng: Tin a", "tin-tuc/a/", "xanh")
    assert own["breadcrumbs"][-1] == {"title": "Kho tư liệu truyền thông", "url": "kho-tu-lieu/"}
    assert own["preview"]["url"] == "kho-tu-lieu/tin-tuc/a/facebook-lien-ket.png"
    assert page("tin-tuc/a.md", library=library)["preview"]["url"] == "kho-tu-lieu/tin-tuc/a/facebook-lien-ket.png"
