from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from chuyenmuc.content.items import Place, Section
from chuyenmuc.content.links import code_blanked, links, local_file

NASTY = some.lists(
    some.sampled_from(
        ["..", ".", "", "/", "//", "~", "assets", "assets/", "content", "con", "a b", "%2e%2e", "..\\", "C:\\",
         "\\\\may\\x", "etc/passwd", "loi-tat", "…", "．．", "\u202e", "file:", "*", "?", "#", "tệp", "e\u0301"]
    )
    | some.text(alphabet=some.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8),
    max_size=8,
).flatmap(lambda parts: some.sampled_from(["/", "", "\\"]).map(lambda mark: mark.join(parts)))  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    root = tmp_path_factory.mktemp("du-an")
    for folder in ("content/tin-tuc", "assets/photos", "bi-mat"):
        (root / folder).mkdir(parents=True)
    (root / "content/tin-tuc/loi-tat").symlink_to(root / "bi-mat")
    (root / "assets/loi-tat").symlink_to("/")
    section = Section(path="tin-tuc", title="Tin tức")
    return Place(root / "content/tin-tuc/bai.md", "content/tin-tuc/bai.md", section, "bai", {})


@settings(max_examples=400, deadline=None)
@given(path=NASTY)
def test_no_path_leaves_content_and_assets(place: Place, path: str) -> None:
    root = place.file.parents[2]
    target = local_file(place, path)
    assert target is None or any(target.is_relative_to(root / folder) for folder in ("content", "assets"))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("anh.jpg", "content/tin-tuc/anh.jpg"),
        ("../van-ban/a.md", "content/van-ban/a.md"),
        ("assets/photos/a.jpg", "assets/photos/a.jpg"),
        ("../../assets/photos/a.jpg", "assets/photos/a.jpg"),
        ("../../bi-mat/a", None),
        ("loi-tat/a", None),
        ("assets/loi-tat/etc/passwd", None),
        ("assets/../mkdocs.yml", None),
        ("/etc/passwd", None),
    ],
)
def test_a_path_leads_beside_the_item_or_into_assets(place: Place, path: str, expected: str | None) -> None:
    assert local_file(place, path) == (expected and place.file.parents[2] / expected)


@pytest.mark.xfail(strict=True, raises=ValueError, reason="local_file: resolve() raises on %00 in a link")
def test_a_null_byte_leads_nowhere(place: Place) -> None:
    assert local_file(place, "a\0.jpg") is None


@pytest.mark.parametrize(
    ("body", "targets"),
    [
        ("[a](b.md) và ![c](d.jpg)", ["b.md", "d.jpg"]),
        ('[a](<b.md> "tên") [x](y(1).pdf)', ["b.md", "y(1).pdf"]),
        ("[![a](nho.jpg)](to.jpg)", ["to.jpg"]),
        ("[a][1]\n\n[1]: b.md", ["b.md"]),
        ("`[a](b.md)` và ``x ` [a](c.md)``", []),
        ("```\n[a](b.md)\n```\n[c](d.md)", ["d.md"]),
        ("~~~\n[a](b.md)\n~~~", []),
        ("không có liên kết (chỉ có ngoặc) [và móc]", []),
    ],
)
def test_links_are_found_outside_code(body: str, targets: list[str]) -> None:
    assert [link.target for link in links(body)] == targets


def test_a_link_knows_its_line_and_whether_it_is_a_picture() -> None:
    found = list(links("một\n```\nhai\n```\n![a](b.jpg)\n[c](d.md)"))
    assert [(link.line, link.image) for link in found] == [(4, True), (5, False)]


def test_blanking_code_keeps_the_lines() -> None:
    body = "a\n```\n<script>\n```\n`b`\nc"
    assert code_blanked(body) == "a\n   \n        \n   \n   \nc"


@pytest.mark.xfail(strict=True, reason="CODE: a code span may not reach over a blank line")
def test_two_stray_backticks_hide_nothing_between_their_paragraphs() -> None:
    assert "[a](b.md)" in code_blanked("Dấu ` lẻ.\n\n[a](b.md)\n\nDấu ` nữa.")


@pytest.mark.xfail(strict=True, reason="INLINE: the inner picture of a linked picture is not found")
def test_a_picture_inside_a_link_is_found_too() -> None:
    assert sorted(link.target for link in links("[![a](nho.jpg)](to.jpg)")) == ["nho.jpg", "to.jpg"]
