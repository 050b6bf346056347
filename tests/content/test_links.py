from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from chuyenmuc.content.items import Place, Section
from chuyenmuc.content.links import code_blanked, local_file, local_links, present

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


@pytest.mark.parametrize("path", ["a\0.jpg", "x" * 5000, "..", "../" * 50])
def test_an_impossible_path_leads_nowhere(place: Place, path: str) -> None:
    target = local_file(place, path)
    assert target is None or not present(target)


def led_to(body: str) -> list[str]:
    return [path for path, _ in local_links(SimpleNamespace(body=body))]


@pytest.mark.parametrize(
    ("body", "paths"),
    [
        ("[a](b.md) và ![c](d.jpg)", ["b.md", "d.jpg"]),
        ('[a](<b.md> "tên") [x](y(1).pdf)', ["b.md", "y(1).pdf"]),
        ("[![a](nho.jpg)](to.jpg)", ["to.jpg", "nho.jpg"]),
        ("[a][1]\n\n[1]: b.md", ["b.md"]),
        ("[a](b%20c.md?x=1#muc)", ["b c.md"]),
        ("`[a](b.md)` và ``x ` [a](c.md)``", []),
        ("```\n[a](b.md)\n```\n[c](d.md)", ["d.md"]),
        ("~~~\n[a](b.md)\n~~~", []),
        ("Dấu ` lẻ.\n\n[a](b.md)\n\nDấu ` nữa.", ["b.md"]),
        ("[a](https://a.gov.vn/b.md) [b](#muc) [c](mailto:a@b.vn)", []),
        ("không có liên kết (chỉ có ngoặc) [và móc]", []),
    ],
)
def test_links_are_those_that_readers_get(body: str, paths: list[str]) -> None:
    assert led_to(body) == paths


def test_a_link_knows_its_line() -> None:
    body = "một\n```\nhai\n```\n![a](b.jpg)\n[c](d.md)"
    assert list(local_links(SimpleNamespace(body=body))) == [("b.jpg", 4), ("d.md", 5)]


def test_blanking_code_keeps_the_lines() -> None:
    body = "a\n```\n<script>\n```\n`b`\nc"
    assert code_blanked(body) == "a\n   \n        \n   \n   \nc"


def test_two_stray_backticks_hide_nothing_between_their_paragraphs() -> None:
    assert "[a](b.md)" in code_blanked("Dấu ` lẻ.\n\n[a](b.md)\n\nDấu ` nữa.")
