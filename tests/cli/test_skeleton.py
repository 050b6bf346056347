from __future__ import annotations

import contextlib
import re
from datetime import date
from pathlib import Path

import pytest

from chuyenmuc.cli.skeleton import LEFT_OUT
from chuyenmuc.content.fields import KIND_LABELS, Kind
from chuyenmuc.content.items import MODELS, keys, own_keys

# An infographic begins as a story: see test_stories.
KINDS = [kind for kind in Kind if kind is not Kind.INFOGRAPHIC]
ANSWERS = {
    "description": "Một câu tóm tắt.",
    "authors": "Văn phòng Sở",
    "topics": "5",
    "start": "2026-10-10 08:00",
    "number": "57-NQ/TW",
    "type": "Nghị quyết",
    "issuer": "Bộ Chính trị",
    "issued": "2024-12-22",
    "abstract": "Về đột phá phát triển khoa học, công nghệ",
    "quote": "Thể chế đi trước một bước",
    "speaker": "Bộ Chính trị",
    "cited_from": "Nghị quyết số 57-NQ/TW ngày 22/12/2024",
    "source": "Báo cáo của Sở Mẫu",
    "value": "80%",
    "label": "trực tuyến",
    "answer": "Nộp trên cổng.",
    "honouree": "Tổ công nghệ số",
    "achievement": "Mỗi buổi một việc",
    "claim": "Phải nộp bằng giấy",
    "verdict": "sai",
    "truth": "Được nộp trực tuyến",
    "file": "tieng.mp3",
    "watch_url": "https://www.youtube.com/watch?v=abcdefghijk",
    "approved_by": "Văn phòng Sở",
    "approved_at": "2026-01-04",
}


def fill(file: Path) -> None:
    """Types the answers after the colons, as staff do: comments and the other keys stay."""
    text = file.read_text("utf-8").replace("status: draft", "status: approved")
    for key, answer in ANSWERS.items():
        text = re.sub(rf"^{key}:(?= )", f"{key}: {answer}", text, flags=re.M)
    given = {'- ""': "- Một câu"}
    given |= {'- question: ""': "- question: Câu nào?", "right:\n": "right: 2\n"}
    text = re.sub(r"^(programme:.*\n  - )\"\"", r"\1 08:00 Khai mạc", text, flags=re.M)
    text = re.sub(r"^(results:.*\n)  - \"\"\n", r"\1", text, flags=re.M)  # written after the event
    for empty, filled in given.items():
        text = text.replace(empty, filled)
    head, end, _ = text.rpartition("\n---\n")
    file.write_text(f"{head}{end}\nNội dung.\n", "utf-8")


def provide(folder: Path, file: Path, kind: Kind) -> None:
    """The files that a kind needs beside the text."""
    text = file.read_text("utf-8")
    if kind in {Kind.ALBUM, Kind.SLIDES}:
        text = (
            text.replace('src: ""', "src: anh.png")
            .replace('alt: ""', "alt: Ảnh có gì")
            .replace('credit: ""', "credit: A")
        )
    named = {Kind.VIDEO: "phim.mp4", Kind.SLIDES: "trang.pdf", Kind.PODCAST: "tieng.mp3"}
    text = text.replace("file: tieng.mp3", f"file: {named.get(kind, '')}")
    if kind is Kind.VIDEO:
        text = re.sub(r"^captions:(?= )", "captions: phim.vtt", text, flags=re.M)
    file.write_text(text, "utf-8")
    for name in ("phim.mp4", "trang.pdf", "tieng.mp3", "anh.png"):
        (folder / name).write_bytes(b"x")
    (folder / "phim.vtt").write_text("WEBVTT\n", "utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_skeleton_of_every_kind_passes_the_checks(desk, run, kind: Kind) -> None:
    assert run("new", kind.value, 'Tên "mới": 57 \\ số', "--today", "2026-01-05").code == 0
    (file,) = desk.project.content.rglob("*.md")
    folder = desk.project.content if kind is Kind.PAGE else desk.project.content / kind.value
    assert file == folder / "ten-moi-57-so.md"
    fill(file)
    provide(file.parent, file, kind)
    assert [line for line in desk.told() if "tiểu mục chưa có tên" not in line] == []
    (item,) = desk.read().items
    assert (item.kind, item.title, item.date) == (kind, 'Tên "mới": 57 \\ số', date(2026, 1, 5))


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_holds_the_keys_of_its_kind_with_a_comment(desk, run, kind: Kind) -> None:
    run("new", kind.value, "Tên")
    (file,) = desk.project.content.rglob("*.md")
    lines = file.read_text("utf-8").splitlines()
    assert lines[1].startswith(f"# {KIND_LABELS[kind]}: ")
    written = {line.split(":")[0]: line for line in lines if re.match(r"[a-z_]+:.*  # ", line)}
    assert set(written) == set(keys(MODELS[kind])) - LEFT_OUT
    own = own_keys(MODELS[kind])
    assert list(written)[4 : 4 + len(own)] == own
    required = {key for key, line in written.items() if "# bắt buộc; " in line}
    assert "description" in required
    assert not required & {"title", "date", "status", "tags"}


@pytest.mark.parametrize("kind", list(Kind))
def test_a_skeleton_left_empty_is_told_field_by_field(desk, run, kind: Kind) -> None:
    run("new", kind.value, "Tên")
    told = desk.told()
    assert any("“description” chưa có" in line for line in told)
    assert not any("không có khóa" in line or "YAML" in line for line in told)


def test_the_section_of_the_kind_is_found_by_its_folder_on_disk(desk, run) -> None:
    desk.section("Tin tức", title="Tin tức")
    run("new", "tin", "Tên")
    (file,) = desk.project.content.rglob("*.md")
    assert file.parent.name == "Tin tức"
    assert "\nkind:" not in file.read_text("utf-8")


@pytest.mark.parametrize(("kind", "key"), [("hoi-dap", "question"), ("thong-diep", "message")])
def test_a_question_and_a_message_begin_as_the_title(desk, run, kind: str, key: str) -> None:
    run("new", kind, "Nộp hồ sơ ở đâu?")
    assert f'\n{key}: "Nộp hồ sơ ở đâu?"' in (desk.project.content / kind / "nop-ho-so-o-dau.md").read_text("utf-8")


def test_a_kind_without_a_section_joins_the_newest_of_its_own(desk, run) -> None:
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md", kind="trich-dan")
    run("new", "trich-dan", "Câu hay")
    assert "\nkind: trich-dan" in (desk.project.content / "tin-tuc/cau-hay.md").read_text("utf-8")


def test_another_section_may_be_named_and_then_the_kind_is_written(desk, run) -> None:
    desk.section("tin-tuc")
    assert run("new", "su-kien", "Họp", "--section", "tin-tuc/xa").code == 0
    text = (desk.project.content / "tin-tuc/xa/hop.md").read_text("utf-8")
    assert "\nkind: su-kien" in text


def test_nothing_is_ever_overwritten(desk, run) -> None:
    file = desk.write("content/tin/ten.md", "của tôi")
    ran = run("new", "tin", "Tên")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "Lỗi: đã có tệp content/tin/ten.md; chọn tiêu đề khác")
    assert file.read_text("utf-8") == "của tôi"


@pytest.mark.parametrize("section", ["../ngoai", "tin/../../ngoai", "/tmp/ngoai", "..\\ngoai", "."])
def test_a_section_outside_content_is_refused(desk, run, section: str) -> None:
    ran = run("new", "tin", "Tên", "--section", section)
    assert ran.code == 2
    assert ran.err.startswith(f"Lỗi: không dùng được thư mục “{section}”; ghi tên một thư mục trong content")
    assert list(desk.root.rglob("*.md")) == []


def test_two_slashes_lead_no_further_than_one(desk, run) -> None:
    outside = desk.root / "ngoai"
    with contextlib.suppress(ValueError):
        run("new", "tin", "Tên", "--section", f"/{outside}")
    assert not outside.exists()


def test_a_drive_of_windows_is_outside_content(run) -> None:
    assert run("new", "tin", "Tên", "--section", "C:\\ngoai").code == 2


@pytest.mark.parametrize("section", ["_nhap", ".an"])
def test_a_section_that_is_never_read_is_refused(run, section: str) -> None:
    assert run("new", "tin", "Tên", "--section", section).code == 2


def test_a_section_may_be_named_by_its_address(desk, run) -> None:
    desk.section("Tin tức")
    run("new", "tin", "Tên", "--section", "tin-tuc")
    assert (desk.project.content / "Tin tức/ten.md").exists()


@pytest.mark.parametrize("title", ["", "  "])
def test_an_empty_title_is_refused(run, title: str) -> None:
    ran = run("new", "tin", title)
    assert (ran.code, ran.err.splitlines()[0]) == (2, "Lỗi: tiêu đề trống; đặt tiêu đề trong ngoặc kép")


@pytest.mark.parametrize("title", ["…", "!!!", "日本"])
def test_a_title_that_leaves_no_name_is_refused_with_a_way_out(run, title: str) -> None:
    ran = run("new", "tin", title)
    assert ran.code == 2
    assert ran.err.startswith(f"Lỗi: tiêu đề “{title}” không có chữ cái a–z (có dấu hay không) hoặc chữ số")
    assert "thêm vài chữ tiếng Việt vào tiêu đề" in ran.err


def test_a_new_section_is_told_with_the_one_that_may_have_been_meant(desk, run) -> None:
    desk.section("Tin tức", title="Tin tức")
    desk.section("mau", title="Mục lạ lùng")
    out = run("new", "tin", "Tên", "--section", "tin-tc").out
    assert "đã tạo thư mục mới content/tin-tc; menu có thêm một tiểu mục." in out
    assert "Nếu ý bạn là tiểu mục “Tin tức” (Tin tức) thì chuyển tệp sang đó" in out
    assert "content/tin-tc/.meta.yml" in out
    assert "Nếu ý bạn là tiểu mục “mau” (Mục lạ lùng)" in run("new", "tin", "Tên", "--section", "muc-la").out
    assert "Nếu ý bạn" not in run("new", "tin", "Tên", "--section", "xyz").out


def test_a_section_that_is_there_needs_no_word(desk, run) -> None:
    desk.section("tin-tuc")
    assert len(run("new", "tin", "Tên").out.splitlines()) == 2
