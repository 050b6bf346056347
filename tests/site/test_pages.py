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
