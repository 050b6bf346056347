from __future__ import annotations

import pytest

RENAME = "đổi tên tệp, chỉ dùng chữ không dấu, số và gạch nối"


@pytest.fixture
def tin(desk):
    desk.section("tin-tuc")
    return desk


def test_two_files_with_one_address_are_told(tin) -> None:
    tin.item("tin-tuc/Bài 1.md")
    tin.item("tin-tuc/bai-1.md")
    assert tin.told() == [
        "content/tin-tuc/bai-1.md:1 trùng đường dẫn /tin-tuc/bai-1/ với content/tin-tuc/Bài 1.md; "
        "đổi tên một trong hai tệp"
    ]


def test_an_item_may_not_take_the_address_of_a_section(tin) -> None:
    tin.section("tin-tuc/xa")
    tin.item("tin-tuc/Xã.md")
    assert tin.told() == [f"content/tin-tuc/Xã.md:1 trùng đường dẫn /tin-tuc/xa/ với thư mục cùng tên; {RENAME}"]


@pytest.mark.parametrize("name", ["…", "中文"])
def test_a_name_that_makes_no_address_is_told(tin, name: str) -> None:
    tin.item(f"tin-tuc/{name}.md")
    assert tin.told() == [f"content/tin-tuc/{name}.md:1 tên tệp không dùng làm đường dẫn được; {RENAME}"]


@pytest.mark.parametrize("name", ["index", "Index"])
def test_only_a_campaign_is_its_folders_own_page(tin, name: str) -> None:
    tin.item(f"tin-tuc/{name}.md")
    fix = "đổi tên tệp; chỉ trang chính của một đợt truyền thông (kind: chien-dich) mang tên index.md"
    assert tin.told() == [f"content/tin-tuc/{name}.md:1 tên tệp index.md không dùng cho bài được; {fix}"]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("tin-tuc/Trang 2.md", "tin-tuc/trang-2"),
        ("kho-tu-lieu.md", "kho-tu-lieu"),
        ("search.md", "search"),
        ("404.md", "404"),
        ("assets.md", "assets"),
    ],
)
def test_addresses_of_the_program_itself_are_reserved(tin, path: str, address: str) -> None:
    tin.item(path, kind="tin")
    assert tin.told() == [f"content/{path}:1 đường dẫn /{address}/ đã dành cho chương trình; {RENAME}"]


def test_a_section_may_not_take_a_reserved_address(desk) -> None:
    desk.section("Kho tư liệu")
    (told,) = desk.told()
    assert told.endswith("đường dẫn /kho-tu-lieu/ đã dành cho chương trình; đổi tên thư mục")


def test_a_section_may_not_take_the_address_of_a_page_of_a_list(tin) -> None:
    tin.section("tin-tuc/trang-2")
    assert tin.findings() != []


def test_a_reserved_section_is_named_as_its_folder_is_spelt(desk) -> None:
    desk.section("Kho tư liệu")
    assert desk.findings()[0].file == "content/Kho tư liệu"


def test_the_same_name_in_two_sections_is_fine(tin) -> None:
    tin.section("khac")
    tin.item("tin-tuc/trang-hai.md")
    tin.item("khac/trang-hai.md")
    assert tin.findings() == []
