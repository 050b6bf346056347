from __future__ import annotations

import pytest

FILE = "content/tin-tuc/a.md"
FIRST = 10  # line of the body's first line
RUNS = "xóa mã này; video, bản đồ thì dẫn liên kết"
COVER = {"alt": "Lễ phát động", "credit": "Văn phòng"}


@pytest.fixture
def tin(desk):
    desk.section("tin-tuc")
    return desk


def rules(desk, body: str) -> list[str]:
    desk.item("tin-tuc/a.md", body=body)
    return [found.rule for found in desk.findings()]


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<SCRIPT src=a.js>",
        '<iframe src="https://a.vn"></iframe>',
        "<style>p{}</style>",
        "<form action=x>",
        "<svg onload=alert(1)>",
        '<img src="a.jpg" onerror="alert(1)">',
        '<a href="JavaScript:alert(1)">x</a>',
    ],
)
def test_markup_that_could_run_is_refused(tin, body: str) -> None:
    assert "ma-nguy-hiem" in rules(tin, body)


# Each of these comes out of Python-Markdown (fenced_code, attr_list) as markup that runs in a reader's browser.
@pytest.mark.parametrize(
    "body",
    [
        '<img src=x\nonerror="alert(1)">',
        "<img/src=x onerror=alert(1)>",
        '<div title=">" onmouseover=alert(1)>x</div>',
        '[x](#){onclick="alert(1)"}',
        '## Đề mục {onmouseover="alert(1)"}',
        '<a href="java&#115;cript:alert(1)">x</a>',
        "Dấu ` lẻ.\n\n<script>alert(1)</script>\n\nDấu ` nữa.",
        "``` x y z\n<script>alert(1)</script>\n```",
        "<!-- ` --> <script>alert(1)</script> <!-- ` -->",
    ],
    ids=[
        "two lines",
        "slashes",
        ">",
        "attr_list",
        "attr_list of a heading",
        "entity",
        "stray `",
        "no fence",
        "comment",
    ],
)
def test_markup_that_could_run_is_refused_however_it_is_hidden(tin, body: str) -> None:
    assert "ma-nguy-hiem" in rules(tin, body)


@pytest.mark.parametrize(
    "body",
    [
        "Thẻ `<script>` và ``<iframe `x`>``",
        "```html\n<script>alert(1)</script>\n```",
        "~~~\n<form>\n~~~",
        "Giá trị x < 5 và y > 7",
        "Thẻ <b>đậm</b>, <abbr title='Sở'>S</abbr>",
    ],
)
def test_code_samples_and_plain_markup_pass(tin, body: str) -> None:
    assert rules(tin, body) == []


def test_an_indented_code_sample_passes_too(tin) -> None:
    assert rules(tin, "Ví dụ:\n\n    <script>alert(1)</script>") == []


def test_what_runs_is_told_with_its_line(tin) -> None:
    tin.item("tin-tuc/a.md", body="một\n\n<iframe src=x>")
    assert tin.told() == [f"{FILE}:{FIRST + 2} có mã <iframe> chạy được trong trang; {RUNS}"]


@pytest.mark.parametrize(
    "body",
    [
        "![x](https://a.vn/b.jpg)",
        "![x](//a.vn/b.jpg)",
        '<img alt="Ảnh" src="https://a.vn/b.jpg">',
        "<video src=//a.vn/v>",
    ],
)
def test_pictures_and_sound_of_other_sites_are_refused(tin, body: str) -> None:
    tin.item("tin-tuc/a.md", body=body)
    assert tin.told() == [
        f"{FILE}:{FIRST} ảnh, âm thanh tải từ trang khác; tải tệp về, đặt cạnh bài rồi dẫn bằng tên tệp"
    ]


@pytest.mark.parametrize(
    "body",
    [
        '<img\nsrc="https://a.vn/b.jpg">',
        '<img srcset="https://a.vn/b.jpg">',
        '<video poster="https://a.vn/b.jpg"></video>',
        "![x][1]\n\n[1]: https://a.vn/b.jpg",
        '<p style="background:url(https://a.vn/b.png)">x</p>',
    ],
    ids=["two lines", "srcset", "poster", "reference", "style"],
)
def test_what_loads_from_other_sites_is_refused_however_it_is_written(tin, body: str) -> None:
    assert "tai-nguyen-ngoai" in rules(tin, body)


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("khong-co.md", "không thấy tệp “khong-co.md”; kiểm tra lại tên tệp, đường dẫn"),
        ("khong-co.pdf#trang-2", "không thấy tệp “khong-co.pdf”; kiểm tra lại tên tệp, đường dẫn"),
        (
            "../../mkdocs.yml",
            "liên kết “../../mkdocs.yml” đi ra ngoài thư mục content; chép tệp vào cạnh bài rồi dẫn bằng tên tệp",
        ),
        (
            "%2e%2e/%2e%2e/mkdocs.yml",
            "liên kết “../../mkdocs.yml” đi ra ngoài thư mục content; chép tệp vào cạnh bài rồi dẫn bằng tên tệp",
        ),
        ("_nhap.md", "“_nhap.md” không phải một bài đọc được; dẫn tới bài khác"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(tin, target: str, told: str) -> None:
    tin.write("content/tin-tuc/_nhap.md", "nháp")
    tin.item("tin-tuc/a.md", body=f"một\n[x]({target})")
    assert tin.told() == [f"{FILE}:{FIRST + 1} {told}"]


@pytest.mark.parametrize(
    "target",
    [
        "b%C3%A0i%20hai.md",
        "bài%20hai.md#muc",
        "tep.pdf?x=1",
        "#muc",
        "https://a.vn",
        "mailto:a@b.vn",
        "//a.vn",
        "tel:1",
    ],
)
def test_a_link_that_leads_somewhere_passes(tin, target: str) -> None:
    tin.item("tin-tuc/bài hai.md", body="## Mục")
    tin.write("content/tin-tuc/tep.pdf", b"x")
    assert rules(tin, f"## Mục\n\n[x]({target})") == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("## Điều kiện\n\n[x](#ieu-kien)", "“#ieu-kien” không trúng đề mục nào của bài này; có phải là “#dieu-kien”?"),
        ("[x](hai.md#muc)", "“#muc” không trúng đề mục nào của bài “Bài hai”; bài ấy chưa có đề mục nào"),
    ],
)
def test_a_link_past_its_heading_is_told(tin, body: str, told: str) -> None:
    tin.item("tin-tuc/hai.md", title="Bài hai")
    tin.item("tin-tuc/a.md", body=body)
    (line,) = tin.told()
    assert told in line


@pytest.mark.parametrize(
    "body", ["Chữ[^1].\n\n[^1]: Nguồn.", "## Mục {#rieng}\n\n[x](#rieng)", '<p id="a">a</p>\n\n[x](#a)']
)
def test_names_that_a_text_gives_itself_are_known(tin, body: str) -> None:
    assert rules(tin, body) == []


def test_files_given_with_an_item_must_be_there_and_fit(tin) -> None:
    tin.write("content/tin-tuc/ke-hoach.pdf", b"x")
    tin.write("content/tin-tuc/trang.html", b"x")
    tin.item("tin-tuc/a.md", attachments=["ke-hoach.pdf", {"file": "thieu.docx"}, "trang.html"], audio="noi.wav")
    assert sorted(found.rule for found in tin.findings()) == ["loai-tep", "loai-tep", "thieu-tep"]


@pytest.mark.parametrize("target", ["a%00b.md", "a" * 300 + ".md"], ids=["NUL", "too long"])
def test_a_link_that_no_file_could_bear_is_told(tin, target: str) -> None:
    assert rules(tin, f"[x]({target})") == ["lien-ket"]


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        (
            {"src": "khong-co.jpg"} | COVER,
            ["không thấy tệp “khong-co.jpg”; kiểm tra lại tên tệp, chữ hoa, chữ thường"],
        ),
        (
            {"src": "../../bi-mat.jpg"} | COVER,
            ["“../../bi-mat.jpg” ở ngoài thư mục content và assets; chép tệp vào cạnh bài rồi ghi tên tệp"],
        ),
        (
            {"src": "anh.jpg"},
            [
                "ảnh bìa chưa có lời mô tả cho người không nhìn thấy; thêm “alt: …” trong nhóm cover, nói ảnh có gì",
                "ảnh bìa chưa ghi người chụp hoặc nguồn; thêm “credit: …” trong nhóm cover",
            ],
        ),
        ({"src": "anh.jpg"} | COVER, []),
        ({"src": "assets/photos/anh.jpg"} | COVER, []),
    ],
)
def test_a_cover_is_there_described_and_credited(tin, cover: dict[str, str], told: list[str]) -> None:
    for path in ("content/tin-tuc/anh.jpg", "assets/photos/anh.jpg", "bi-mat.jpg"):
        tin.write(path, b"x")
    tin.item("tin-tuc/a.md", cover=cover)
    assert tin.told() == [f"{FILE}:8 {line}" for line in told]


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        ("", None),
        ("hoi.png", None),
        ("hoi.svg", "biểu trưng “hoi.svg” không phải ảnh PNG hoặc JPEG; lưu thành tệp .png hoặc .jpg"),
        ("khac.jpg", "không thấy tệp “khac.jpg”; kiểm tra lại tên tệp, chữ hoa, chữ thường"),
    ],
)
def test_the_logo_of_a_sponsor_is_a_picture_that_is_there(tin, logo: str, told: str | None) -> None:
    tin.write("content/tin-tuc/hoi.png", b"x")
    tin.item("tin-tuc/a.md", sponsors=[{"name": "Hội Mẫu", "logo": logo}])
    assert tin.told() == ([f"{FILE}:8 {told}"] if told else [])


def test_the_file_of_a_document_is_there(desk) -> None:
    desk.section("vb", kind="van-ban")
    desk.item("vb/a.md", file="57.pdf")
    (found,) = desk.findings()
    assert (found.field, found.rule, found.message) == ("file", "thieu-tep", "không thấy tệp “57.pdf”")
    desk.write("content/vb/57.pdf", b"x")
    assert desk.findings() == []


def test_a_cover_on_another_site_is_to_be_fetched_first(tin) -> None:
    tin.item("tin-tuc/a.md", cover={"src": "https://a.gov.vn/anh.jpg", "alt": "Ảnh", "credit": "Sở"})
    (told,) = tin.told()
    assert told.endswith("“https://a.gov.vn/anh.jpg” là địa chỉ ở trang khác; tải tệp về, đặt cạnh bài rồi ghi tên tệp")


def test_a_style_has_no_effect_on_the_pages(tin) -> None:
    assert rules(tin, '<p style="color: red">a</p>') == ["dinh-dang"]
    assert rules(tin, "| a | b |\n|--:|:-:|\n| 1 | 2 |") == []


@pytest.mark.parametrize(
    ("body", "count"), [("![](anh.jpg)", 1), ("![ ](anh.jpg)", 1), ("![Lễ phát động](anh.jpg)", 0)]
)
def test_a_picture_in_the_text_without_a_description_is_a_reminder(tin, body: str, count: int) -> None:
    tin.write("content/tin-tuc/anh.jpg", b"x")
    tin.item("tin-tuc/a.md", body=body)
    found = [finding for finding in tin.findings() if "lời mô tả" in finding.message]
    assert [(finding.level, finding.line) for finding in found] == [("warning", FIRST)] * count
