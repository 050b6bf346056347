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


def test_a_long_list_is_spread_over_pages_that_lead_to_each_other(desk, page: Front) -> None:
    desk.section("tin-tuc", per_page="2", description="Tin mới")
    for day in range(1, 6):
        desk.item(f"tin-tuc/bai-{day}.md", title=f"Bài {day}", date=f"2026-01-0{day}")
    pages = [page(f"tin-tuc/{name}.md") for name in ("index", "trang-2", "trang-3")]
    assert [titles(one["items"]) for one in pages] == [["Bài 5", "Bài 4"], ["Bài 3", "Bài 2"], ["Bài 1"]]
    assert [one["title"] for one in pages] == ["Tin tức", "Tin tức – trang 2", "Tin tức – trang 3"]
    assert [(one["pagination"]["previous"], one["pagination"]["next"]) for one in pages] == [
        ("", "tin-tuc/trang-2/"),
        ("tin-tuc/", "tin-tuc/trang-3/"),
        ("tin-tuc/trang-2/", ""),
    ]
    assert pages[1]["pagination"]["links"] == [
        {"number": 1, "url": "tin-tuc/", "current": False},
        {"number": 2, "url": "tin-tuc/trang-2/", "current": True},
        {"number": 3, "url": "tin-tuc/trang-3/", "current": False},
    ]
    assert pages[0]["section"] == {
        "title": "Tin tức",
        "description": "Tin mới",
        "url": "tin-tuc/",
        "color": "",
        "count": 5,
    }


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


def test_a_document_shows_its_facts_its_relations_and_its_file(desk, page: Front) -> None:
    desk.section("vb", kind="van-ban")
    desk.write("content/vb/57.pdf", b"x" * 2048)
    desk.item("vb/57.md", title="Nghị quyết 57", file="57.pdf", effective_from="2024-12-22")
    relations = {"thực hiện": ["57-NQ/TW", "9-NQ/TW"]}
    desk.item("vb/71.md", number="71/NQ-CP", title="Nghị quyết 71", relations=relations)
    document = page("vb/57.md")["document"]
    assert document["file"]["url"] == "vb/57/57.pdf"
    assert document["file"]["name"] == "57.pdf"
    assert [fact["label"] for fact in document["facts"]] == [
        "Số, ký hiệu",
        "Loại văn bản",
        "Cơ quan ban hành",
        "Ngày ban hành",
        "Hiệu lực từ",
        "Trích yếu",
    ]
    assert document["facts"][3]["value"] == "22/12/2024"
    by = {"number": "71/NQ-CP", "title": "Nghị quyết 71", "url": "vb/71/"}
    assert document["relations"] == [{"label": "Được thực hiện bởi", "documents": [by]}]
    assert page("vb/71.md")["document"]["relations"] == [
        {
            "label": "Thực hiện",
            "documents": [
                {"number": "57-NQ/TW", "title": "Nghị quyết 57", "url": "vb/57/"},
                {"number": "9-NQ/TW", "title": "", "url": ""},
            ],
        }
    ]


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
