from __future__ import annotations

from collections.abc import Callable

import pytest

Body = Callable[..., str]


@pytest.fixture
def written(desk, photo: bytes):
    """Writes the body of tin-tuc/bai.md, which has neighbours, drafts and files to lead to."""
    desk.section("tin-tuc")
    desk.section("Văn bản", kind="van-ban")
    desk.item("Văn bản/Nghị quyết 57.md")
    desk.item("tin-tuc/Bài khác.md")
    desk.item("tin-tuc/nhap.md", status="draft")
    for name in ("anh.jpg", "Ảnh đẹp.jpg", "anh(1).jpg", "anh/anh.jpg"):
        desk.write(f"content/tin-tuc/{name}", photo)
    desk.write("assets/photos/anh.jpg", photo)
    desk.write("content/tin-tuc/so.csv", b"1,2")
    return lambda text: desk.item("tin-tuc/bai.md", body=text)


@pytest.mark.parametrize(
    ("typed", "published"),
    [
        ("[x](B%C3%A0i%20kh%C3%A1c.md)", "[x](bai-khac.md)"),
        ('[x](B%C3%A0i%20kh%C3%A1c.md#muc "tên")', '[x](bai-khac.md#muc "tên")'),
        ("[x](../V%C4%83n%20b%E1%BA%A3n/Ngh%E1%BB%8B%20quy%E1%BA%BFt%2057.md)", "[x](../van-ban/nghi-quyet-57.md)"),
        ("[x](bai.md)", "[x](bai.md)"),
        ("[bản **nháp**](nhap.md#muc) này", "bản **nháp** này"),
        ("![x](anh.jpg)", "![x](bai/anh.jpg)"),
        ('Ảnh ![x](anh.jpg "Lễ") này', 'Ảnh ![x](bai/anh.jpg "Lễ") này'),
        ("Một[^1].\n\n[^1]: Báo cáo số 145", "Một[^1].\n\n[^1]: Báo cáo số 145"),
        ("[x][a]\n\n[a]: so.csv", "[x][a]\n\n[a]: bai/so.csv"),
        ("[x](so.csv)", '[x <span class="tep">(CSV, 1 KB)</span>](bai/so.csv)'),
        ('<a href="so.csv">x</a> <img src="anh.jpg" alt="">', '<a href="so.csv">x</a> <img src="anh.jpg" alt="">'),
        (
            '<a href="nhap.md">x</a> <a href="B%C3%A0i%20kh%C3%A1c.md#a">y</a>',
            '<a href="#">x</a> <a href="../bai-khac/#a">y</a>',
        ),
        ("![x](assets/photos/anh.jpg)", "![x](bai/de067a22/anh.jpg)"),
        ("[x](https://a.vn/b.md) [y](#muc) [z](mailto:a@b.vn)", "[x](https://a.vn/b.md) [y](#muc) [z](mailto:a@b.vn)"),
    ],
)
def test_links_follow_the_addresses_of_what_is_published(written, body: Body, typed: str, published: str) -> None:
    written(typed)
    assert body("tin-tuc/bai.md") == published


def test_a_draft_is_linked_where_drafts_are_shown(written, body: Body) -> None:
    written("[x](nhap.md)")
    assert body("tin-tuc/bai.md", drafts=True) == "[x](nhap.md)"


@pytest.mark.parametrize(
    ("typed", "published"),
    [
        ("![x](%E1%BA%A2nh%20%C4%91%E1%BA%B9p.jpg)", None),
        ("![x](<anh.jpg>)", None),
        ("![x](anh(1).jpg)", None),
        ("[x][1]\n\n[1]: B%C3%A0i%20kh%C3%A1c.md", "[x][1]\n\n[1]: bai-khac.md"),
        ("`[x](nhap.md)`", "`[x](nhap.md)`"),
        ("[![x](anh.jpg)](B%C3%A0i%20kh%C3%A1c.md)", "[![x](bai/anh.jpg)](bai-khac.md)"),
        ("[x](B%C3%A0i%20kh%C3%A1c.md?x=1)", "[x](bai-khac.md?x=1)"),
    ],
    ids=["space", "<…>", "(…)", "reference", "code", "linked picture", "query"],
)
def test_every_form_of_a_link_that_the_checks_accept_is_published(
    desk, written, body: Body, typed: str, published: str | None
) -> None:
    written(typed)
    assert desk.findings() == []
    text = body("tin-tuc/bai.md")
    if published:
        assert text == published
    else:  # however it is escaped, the address leads into the page's own folder and holds no bare space or mark
        target = text.removeprefix("![x](").removesuffix(")")
        assert target.startswith(("bai/", "<bai/"))
        assert " " not in target or target.startswith("<")
        assert "<" not in target[1:]


def test_two_files_of_one_name_both_arrive(desk, written, assembled) -> None:
    desk.write("content/tin-tuc/khac/so.csv", b"3,4")
    written("[x](so.csv) [y](khac/so.csv)")
    found = {path.read_bytes() for path in (assembled() / "tin-tuc/bai").rglob("*.csv")}
    assert found == {b"1,2", b"3,4"}


@pytest.mark.parametrize("name", ["trang.html", "hinh.svg"])
def test_a_linked_file_that_could_run_is_refused(desk, written, name: str) -> None:
    desk.write(f"content/tin-tuc/{name}", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    written(f"[x]({name})")
    assert desk.findings() != []


def test_only_files_that_are_linked_are_copied(written, assembled) -> None:
    written("![x](anh.jpg) `![y](so.csv)`")
    assert [path.name for path in (assembled() / "tin-tuc/bai").iterdir()] == ["anh.jpg"]
