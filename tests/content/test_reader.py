from __future__ import annotations

import os
import unicodedata
from datetime import date
from typing import Any

import pytest

from chuyenmuc.content.fields import Kind, Relation, Status, Verdict
from chuyenmuc.content.items import MODELS

BAI = "content/tin-tuc/bai.md"
HEAD = "---\ntitle: Tin mẫu\ndate: 2026-01-05\ndescription: Tóm tắt\n"
NO_HEAD = (
    f"{BAI}:1 không có phần khai báo ở đầu tệp; "
    "thêm phần khai báo giữa hai dòng “---”; lệnh “chuyenmuc new” viết sẵn mẫu"
)
UNFINISHED = f"{BAI}:1 phần khai báo trống hoặc thiếu dòng “---” ở cuối; thêm dòng “---” sau các khóa"


@pytest.fixture
def tin(desk):
    """A desk with one section of news."""
    desk.section("tin-tuc")
    return desk


@pytest.mark.parametrize(
    ("kind", "keys", "expected"),
    [
        ("tin", {"source": "Báo Mẫu", "source_url": "https://bao.mau.vn/a"}, {"source": "Báo Mẫu"}),
        ("bai", {"authors": "Văn phòng, Thanh tra"}, {"authors": ["Văn phòng", "Thanh tra"]}),
        (
            "su-kien",
            {"start": "2026-10-10", "end": "2026-10-11", "location": "Hội trường"},
            {"start": date(2026, 10, 10), "end": date(2026, 10, 11), "location": "Hội trường"},
        ),
        ("infographic", {"figures": [{"value": "1.230", "label": "hồ sơ"}]}, {}),
        (
            "van-ban",
            {"relations": {"thuc_hien": ["57-NQ/TW"], "căn cứ": "71/NQ-CP"}},
            {"number": "57-NQ/TW", "relations": {Relation.IMPLEMENTS: ["57-NQ/TW"], Relation.BASED_ON: ["71/NQ-CP"]}},
        ),
        ("chien-dich", {"messages": ["Số hóa, phục vụ dân"]}, {"messages": ["Số hóa, phục vụ dân"]}),
        ("trich-dan", {"quote": "“Một, hai”", "role": "Giám đốc"}, {"quote": "Một, hai", "role": "Giám đốc"}),
        ("con-so", {"value": "1.234,5", "as_of": "30/9/2026"}, {"value": "1.234,5", "as_of": date(2026, 9, 30)}),
        ("hoi-dap", {"answer": "Có, nộp trực tuyến."}, {"answer": "Có, nộp trực tuyến."}),
        ("dien-hinh", {"unit": "Thôn Mẫu"}, {"unit": "Thôn Mẫu"}),
        (
            "kiem-chung",
            {"verdict": "Gây hiểu nhầm", "evidence": "Luật, điều 3"},
            {"verdict": Verdict.MISLEADING, "evidence": ["Luật, điều 3"]},
        ),
        ("ky-nang-so", {"takes": "5 phút"}, {"steps": ["Mở trang, gõ địa chỉ", "Đăng nhập"], "takes": "5 phút"}),
        ("thong-diep", {"campaign": "Ngày 10/10"}, {"message": "Gần dân hơn", "campaign": "Ngày 10/10"}),
    ],
)
def test_every_kind_reads_with_its_own_keys(desk, kind: str, keys: dict[str, Any], expected: dict[str, Any]) -> None:
    desk.section("muc", kind=kind)
    desk.item("muc/bai.md", **keys)
    archive = desk.read()
    assert archive.findings == ()
    (item,) = archive.items
    assert type(item) is MODELS[Kind(kind)]
    assert {name: getattr(item, name) for name in expected} == expected


def test_the_section_names_the_kind_and_the_item_may_name_another(tin) -> None:
    tin.item("tin-tuc/bai.md")
    tin.item("tin-tuc/hoi-nghi.md", kind="sự kiện", start="2026-10-10")
    assert [item.kind for item in tin.read().items] == [Kind.NEWS, Kind.EVENT]


def test_without_a_kind_anywhere_the_item_says_so(desk) -> None:
    desk.item("le.md")
    assert desk.told() == [
        f"content/le.md:1 chưa rõ loại nội dung; thêm dòng “kind: …” ở đây hoặc ở .meta.yml ({', '.join(Kind)})"
    ]


@pytest.mark.parametrize(
    ("before", "first"),
    [
        ("", 2),
        ("\ufeff", 2),
        ("\n\n", 4),
    ],
    ids=["plain", "BOM", "blank lines above"],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_keys_and_body_are_known_by_their_line(tin, before: str, first: int, newline: str) -> None:
    tin.write(BAI, (before + HEAD + "tags: a\n---\n\n\nThân bài\n").replace("\n", newline))
    (item,) = tin.read().items
    assert item.place.lines == {key: first + i for i, key in enumerate(("title", "date", "description", "tags"))}
    assert (item.place.body_line, item.body) == (first + 7, "Thân bài")


def test_blank_lines_below_the_first_dashes_are_counted_too(tin) -> None:
    tin.write(BAI, HEAD.replace("---\n", "---\n\n\n") + "---\n")
    assert tin.read().items[0].place.line("title") == 4


def test_defaults_of_a_section_are_overridden_by_the_item(desk) -> None:
    desk.section("tin-tuc", defaults={"authors": "Văn phòng", "tags": ["số hóa"]})
    desk.item("tin-tuc/a.md")
    desk.item("tin-tuc/b.md", authors="Thanh tra")
    assert [(item.authors, item.tags) for item in desk.read().items] == [
        (["Văn phòng"], ["số hóa"]),
        (["Thanh tra"], ["số hóa"]),
    ]


def test_a_key_left_empty_keeps_the_default_of_the_section(desk) -> None:
    desk.section("tin-tuc", defaults={"authors": "Văn phòng"})
    desk.item("tin-tuc/a.md", authors="")
    assert desk.read().items[0].authors == ["Văn phòng"]


def test_a_default_that_another_kind_has_is_passed_over(desk) -> None:
    desk.section("tin-tuc", defaults={"location": "Hội trường"})
    desk.item("tin-tuc/a.md")
    desk.item("tin-tuc/b.md", kind="su-kien", start="2026-10-10")
    archive = desk.read()
    assert archive.findings == ()
    assert archive.items[1].location == "Hội trường"


def test_a_default_that_no_kind_has_is_reported(desk) -> None:
    desk.section("tin-tuc", defaults={"autors": "Văn phòng"})
    desk.item("tin-tuc/a.md")
    assert desk.findings() != []


def test_keys_left_empty_count_as_absent(tin) -> None:
    tin.write(BAI, HEAD + "source:\ntags: []\nstatus: ''\npublish_at: '  '\ncover:\n  src:\n  alt:\n---\n")
    (item,) = tin.read().items
    assert (item.source, item.tags, item.status, item.publish_at, item.cover) == ("", [], Status.DRAFT, None, None)


def test_a_required_key_left_empty_is_missing(tin) -> None:
    tin.write(BAI, HEAD.replace("Tóm tắt", "") + "---\n")
    assert tin.told() == [f"{BAI}:4 “description” chưa có; điền vào sau “description:”"]


@pytest.mark.parametrize(
    ("key", "near"),
    [("titel", "title"), ("publish-at", "publish_at"), ("Tác giả", "authors"), ("mo_ta", "description")],
)
def test_an_unknown_key_names_the_nearest(tin, key: str, near: str) -> None:
    tin.write(BAI, f"{HEAD}{key}: x\n---\n")
    assert tin.told() == [f"{BAI}:5 không có khóa “{key}” cho loại “tin”; có phải là “{near}”?"]
    assert len(tin.read().items) == 1


def test_a_key_like_no_other_gets_the_whole_list(tin) -> None:
    tin.write(BAI, f"{HEAD}zzz: x\n---\n")
    (told,) = tin.told()
    assert "không có khóa “zzz”" in told
    assert "xóa dòng này; các khóa dùng được: kind, title, date," in told


def test_unknown_keys_inside_a_sponsor_name_the_nearest(tin) -> None:
    tin.item("tin-tuc/bai.md", sponsors=["Hội Mẫu", {"name": "Công ty Mẫu", "lgo": "a.png"}])
    (found,) = tin.findings()
    assert (found.message, found.fix) == ("không có khóa “lgo” cho “sponsors”", "có phải là “logo”?")


def test_unknown_keys_inside_cover_and_figures_name_the_nearest(desk) -> None:
    desk.section("so", kind="infographic")
    cover = {"src": "a.jpg", "atl": "Ảnh"}
    desk.item(
        "so/a.md", cover=cover, figures=[{"value": "1", "label": "a"}, {"value": "2", "label": "b", "lable": "c"}]
    )
    archive = desk.read()
    assert [(found.field, found.message, found.fix) for found in archive.findings] == [
        ("atl", "không có khóa “atl” cho “cover”", "có phải là “alt”?"),
        ("lable", "không có khóa “lable” cho “figures”", "có phải là “label”?"),
    ]
    assert len(archive.items) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", NO_HEAD),
        ("Chỉ có chữ\n", NO_HEAD),
        ("---\n---\nThân\n", UNFINISHED),
        ("---\ntitle: A\ndate: 2026-01-05\nThân bài\n", UNFINISHED),
        (
            HEAD + "title: B\n---\n",
            f"{BAI}:5 khóa “title” viết hai lần (dòng 2 và 5); giữ lại một dòng",
        ),
        (HEAD + "tags: @a\n---\n", None),
        (b"\xff\xfe" + HEAD.encode("utf-16-le"), None),
        (
            HEAD.encode() + b"source: B\xe1o\n---\n",
            f"{BAI}:5 không phải chữ Unicode (UTF-8); mở bằng Notepad, chọn Lưu thành…, Mã hóa: UTF-8",
        ),
        (
            HEAD + "---\n\0",
            f"{BAI}:1 không phải tệp văn bản; mở lại tệp gốc và lưu thành tệp .md, mã hóa UTF-8",
        ),
        (
            HEAD + "---\n" + "x" * 2_000_000,
            f"{BAI}:1 nặng hơn 2 MB; tách bài, để ảnh ở tệp riêng",
        ),
    ],
    ids=["empty", "no head", "blank head", "no end", "double", "bad yaml", "UTF-16", "Latin-1", "NUL", "2 MB"],
)
def test_a_broken_file_is_told_and_never_raises(tin, text: str | bytes, told: str | None) -> None:
    tin.write(BAI, text)
    (found,) = tin.told()
    assert told is None or found == told
    assert tin.read().items == ()


def test_several_broken_files_are_all_told_and_the_good_ones_read(tin) -> None:
    tin.write("content/tin-tuc/a.md", "không khai báo")
    tin.write("content/tin-tuc/b.md", HEAD + "title: lại\n---\n")
    tin.write("content/tin-tuc/c.md", HEAD.replace("2026-01-05", "31/02/2026") + "status: xong\n---\n")
    tin.item("tin-tuc/d.md")
    archive = tin.read()
    assert [(item.place.slug, sorted(item.place.wrong)) for item in archive.items] == [
        ("c", ["date", "status"]),
        ("d", []),
    ]
    assert archive.unread == ("content/tin-tuc/a.md", "content/tin-tuc/b.md")
    assert [(found.file[-4:], found.rule, found.field) for found in archive.findings] == [
        ("a.md", "thieu-khai-bao", ""),
        ("b.md", "yaml", ""),
        ("c.md", "sai-gia-tri", "date"),
        ("c.md", "sai-gia-tri", "status"),
    ]


def test_a_link_that_leads_out_of_content_is_refused(tin) -> None:
    outside = tin.write("bi-mat.md", HEAD + "---\n")
    (tin.root / BAI).symlink_to(outside)
    assert tin.told() == [f"{BAI}:1 là lối tắt dẫn ra ngoài thư mục content; chép tệp thật vào content"]


def test_a_link_that_leads_nowhere_is_told(tin) -> None:
    (tin.root / BAI).symlink_to(tin.root / "content/khong-co.md")
    assert tin.told() == [f"{BAI}:1 không phải một tệp đọc được; xóa đi, hoặc chép tệp thật vào đây"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_told(tin) -> None:
    tin.write(BAI, HEAD).chmod(0)
    assert "không mở được tệp" in tin.told()[0]


def test_decomposed_text_arrives_composed(tin) -> None:
    tin.write(BAI, unicodedata.normalize("NFD", HEAD + "tags: số hóa\n---\nChuyển đổi số\n"))
    (item,) = tin.read().items
    assert (item.title, item.tags, item.body) == ("Tin mẫu", ["số hóa"], "Chuyển đổi số")


@pytest.mark.parametrize("value", ["2026", "No", "1:30", "57-NQ/TW", "010", "1e3", "null", "~", "2026-02-30", "0x1F"])
def test_what_yaml_would_mangle_stays_the_text_that_was_typed(tin, value: str) -> None:
    tin.write(BAI, f"---\ntitle: {value}\ndate: 2026-01-05\ndescription: {value}\ntags: [{value}]\n---\n")
    (item,) = tin.read().items
    assert (item.title, item.description, item.tags) == (value, value, [value])


@pytest.mark.parametrize(
    "form", [unicodedata.normalize("NFC", "Đổi mới số"), unicodedata.normalize("NFD", "Đổi mới số")]
)
def test_folders_and_files_with_marks_and_spaces_become_slugs(desk, form: str) -> None:
    desk.section(f"{form} 57")
    desk.item(f"{form} 57/Bài {form}.MD")
    (item,) = desk.read().items
    assert (item.place.section.path, item.place.url) == ("doi-moi-so-57", "doi-moi-so-57/bai-doi-moi-so/")


def test_a_folder_whose_name_leaves_no_address_is_told(desk) -> None:
    desk.section("tin/中文")
    desk.item("tin/中文/bai.md")
    assert desk.findings() != []


def test_two_folders_with_one_address_are_told(desk) -> None:
    desk.section("tin-tuc")
    desk.section("Tin tức")
    assert desk.told() == ["content/tin-tuc:1 trùng đường dẫn /tin-tuc/ với một thư mục khác; đổi tên một thư mục"]


def test_hidden_and_underscored_files_and_folders_are_left_alone(tin) -> None:
    for path in ("tin-tuc/_nhap.md", "tin-tuc/.an.md", "_data/a.md", ".git/a.md"):
        tin.write(f"content/{path}", "gì cũng được")
    tin.write("content/tin-tuc/ghi-chu.txt", "gì cũng được")
    assert tin.read().items == tin.read().findings == ()


def test_a_section_without_a_description_file_is_named_after_its_folder_and_told(desk) -> None:
    desk.item("Chuyển đổi số/bai.md", kind="tin")
    (section,) = desk.read().sections
    assert (section.path, section.title, section.kind) == ("chuyen-doi-so", "Chuyển đổi số", None)
    (found,) = desk.findings()
    assert (found.level, found.file, found.line) == ("warning", "content/Chuyển đổi số", 0)
    assert "menu ghi theo tên thư mục “Chuyển đổi số”" in found.message
    assert "content/Chuyển đổi số/.meta.yml" in found.fix


def test_a_description_file_without_a_title_is_told_and_a_folder_of_files_alone_is_not(desk) -> None:
    desk.write("content/.meta.yml", "description: Gốc\n")
    desk.write("content/tin/.meta.yml", "kind: tin\n")
    desk.write("content/tin/anh/a.png", b"x")
    assert [(found.file, found.line, found.rule) for found in desk.findings()] == [
        ("content/tin/.meta.yml", 1, "tieu-muc")
    ]


@pytest.mark.parametrize(
    "meta", ["title: Tin xã: lỗi\nkind: tin\n", "title: Tin\nkind: tim\n", "title: Tin\nknid: tin\n"]
)
def test_a_broken_description_file_is_told_once_and_not_with_each_of_its_items(desk, meta: str) -> None:
    desk.write("content/tin/.meta.yml", meta)
    for name in ("a", "b"):
        desk.item(f"tin/{name}.md")
    assert [found.file for found in desk.findings()] == ["content/tin/.meta.yml"]
    assert desk.read().unread == ("content/tin/a.md", "content/tin/b.md")
    desk.write("content/tin/.meta.yml", "title: Tin\norder: đầu\n")
    assert [found.file for found in desk.findings()] == [
        "content/tin/.meta.yml",
        "content/tin/a.md",
        "content/tin/b.md",
    ]


# All that is wrong at once -----------------------------------------------------------------------------------------


def messages(desk) -> list[str]:
    return [found.message for found in desk.findings()]


def test_a_wrong_programme_hides_no_wrong_day(desk) -> None:
    desk.section("sk", kind="su-kien")
    desk.item("sk/a.md", start="2026-10-10", end="2026-10-09", programme=["09:00 Đúng", "25:00 Sai"])
    first, second = desk.findings()
    assert (first.line, first.message) == (9, "kết thúc trước khi bắt đầu (“start” là 10/10/2026, “end” là 09/10/2026)")
    assert (second.field, second.line) == ("programme[2].time", 12)
    assert second.message == "“programme”, mục 2, giờ: giờ 25:00 không có (một ngày chỉ từ 00:00 đến 23:59)"


def test_a_missing_reviewer_hides_no_vietnamese_in_the_english_part(desk) -> None:
    desk.section("tin")
    desk.item("tin/a.md", english={"title": "Training", "summary": "Tập huấn kỹ năng số cho công chức"})
    assert messages(desk) == [
        "phần tiếng Anh có vẻ còn viết bằng tiếng Việt",
        "“english”, “reviewed_by”: chưa có",
    ]
    assert desk.findings()[1].fix == "thêm dòng “reviewed_by: …” trong “english”"


def test_a_wrong_day_hides_nothing_and_leads_to_nothing_else(desk) -> None:
    desk.section("tin")
    desk.item("tin/a.md", date="32/10/2026", approved_at="mai", updated="2026-01-05", body="<script>", title=None)
    assert [(found.field, found.level) for found in desk.findings()] == [
        ("title", "error"),
        ("date", "error"),
        ("approved_at", "error"),
        ("", "error"),
    ]


def test_an_unknown_kind_hides_no_unknown_key(desk) -> None:
    desk.section("tin")
    desk.item("tin/a.md", kind="tinn", titel="x", verdict="sai")
    told = [(found.field, found.fix) for found in desk.findings()]
    assert [field for field, _ in told] == ["kind", "titel"]
    assert told[1][1] == "có phải là “title”?"


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ({"description": None}, True),
        ({"kind": "trich-dan", "quote": None, "speaker": None}, True),
        ({"date": None}, False),
        ({"kind": "su-kien", "start": None}, False),
        ({"kind": "con-so", "value": None}, False),
    ],
)
def test_a_draft_that_lacks_texts_alone_is_read_with_gaps(desk, keys: dict[str, str | None], shown: bool) -> None:
    desk.section("tin", kind="tin")
    desk.item("tin/a.md", status="draft", **keys)
    archive = desk.read()
    assert {found.level for found in desk.findings()} == {"warning"}
    assert [item.place.slug for item in archive.items] == ["a"] * shown
    assert archive.unread == (() if shown else ("content/tin/a.md",))
    if "description" in keys:
        assert archive.items[0].description == "[chưa có “description”]"


def test_a_description_file_is_checked_key_by_key(desk) -> None:
    desk.section("tin-tuc", titel="x", order="đầu", per_page="0")
    assert desk.told() == [
        "content/tin-tuc/.meta.yml:3 không có khóa “titel” cho tệp .meta.yml; có phải là “title”?",
        "content/tin-tuc/.meta.yml:4 “order” không phải số nguyên; viết một con số, ví dụ 10",
        "content/tin-tuc/.meta.yml:5 “per_page” nhỏ quá; dùng số từ 1 trở lên",
    ]


def test_a_broken_description_file_is_told_at_its_line(desk) -> None:
    desk.write("content/tin-tuc/.meta.yml", "title: A\nkind: tin: mới\n")
    assert desk.told() == [
        'content/tin-tuc/.meta.yml:2 có dấu hai chấm “: ” trong giá trị; đặt cả giá trị trong dấu ngoặc kép "…"'
    ]


def test_without_content_the_folder_itself_is_told(desk) -> None:
    desk.project.content.rmdir()
    assert desk.told() == [
        "content:0 không thấy thư mục content; tạo thư mục content, hoặc chạy lệnh ở đúng thư mục (tùy chọn -C)"
    ]


def test_what_is_no_file_is_told_and_never_waited_for(desk) -> None:
    desk.section("tin-tuc")
    folder = desk.project.content / "tin-tuc"
    os.mkfifo(folder / "ong.md")
    (folder / "vong.md").symlink_to("vong.md")
    found = {finding.file: finding.message for finding in desk.read().findings}
    assert found == {
        "content/tin-tuc/ong.md": "không phải một tệp đọc được",
        "content/tin-tuc/vong.md": "không mở được tệp",
    }


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="người quản trị mở được mọi thư mục")
def test_a_folder_that_cannot_be_opened_is_told(desk) -> None:
    desk.section("tin-tuc")
    folder = desk.project.content / "tin-tuc"
    folder.chmod(0)
    try:
        assert [found.message for found in desk.read().findings] == ["không mở được thư mục"]
    finally:
        folder.chmod(0o755)


def test_a_section_without_a_colour_has_that_of_the_folder_around_it(desk: Any) -> None:
    desk.section("chien-dich", color="vang")
    desk.section("chien-dich/10-10")
    desk.section("chien-dich/10-10/2026", color="tim")
    desk.item("chien-dich/10-10/2025/a.md")
    desk.section("tin-tuc")
    sections = {section.path: section for section in desk.read().sections}
    colors = {path: (section.color, section.colored) for path, section in sections.items()}
    assert colors == {
        "chien-dich": ("vang", "chien-dich"),
        "chien-dich/10-10": ("vang", "chien-dich"),
        "chien-dich/10-10/2025": ("vang", "chien-dich"),
        "chien-dich/10-10/2026": ("tim", "chien-dich/10-10/2026"),
        "tin-tuc": ("", ""),
    }
