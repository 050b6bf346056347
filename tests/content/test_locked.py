"""The register of sentences that are kept word for word."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from chuyenmuc.content.locked import FILE, Locked, lock_of
from chuyenmuc.content.reader import read
from chuyenmuc.project import SHIPPED, Project

NAME = f"content/{FILE}"
TEXT = "Dữ liệu số là tài nguyên mới – càng khai thác hiệu quả, giá trị mang lại càng lớn"
LOCK = "10fe209111fceab8"
WHOLE = f"- text: {TEXT}\n  lock: {LOCK}\n  source: Kế hoạch của Sở\n"


def told(desk: Any, register: str | bytes) -> list[tuple[int, str, str, str]]:
    desk.write(NAME, register)
    archive = desk.read()
    assert {found.file for found in archive.findings} <= {NAME}
    return [(found.line, found.level, found.message, found.fix) for found in archive.findings]


def test_the_lock_is_the_beginning_of_the_hash_of_the_composed_text() -> None:
    assert lock_of(TEXT) == lock_of(unicodedata.normalize("NFD", TEXT)) == LOCK


def test_a_sentence_with_its_lock_and_source_is_kept(desk) -> None:
    assert told(desk, f"# lời dặn\n{WHOLE}  note: Năm 2025\n") == []
    assert desk.read().locked == (Locked(TEXT, "Kế hoạch của Sở", "Năm 2025"),)
    assert desk.read().locked[0].line == 2


@pytest.mark.parametrize("register", ["", "# chưa có câu nào\n", "[]\n"])
def test_there_may_be_none(desk, register: str) -> None:
    assert told(desk, register) == []
    assert desk.read().locked == ()


def test_without_the_file_nothing_is_locked(desk) -> None:
    assert desk.read().locked == ()


def test_the_lock_of_a_new_sentence_is_told_and_it_is_already_in_force(desk) -> None:
    (found,) = told(desk, WHOLE.replace(f"  lock: {LOCK}\n", ""))
    assert found[:3] == (1, "warning", "câu thứ 1: câu chưa có mã khóa")
    assert found[3] == f"soát lại câu theo văn bản gốc rồi thêm dòng “lock: {LOCK}”"
    assert [entry.text for entry in desk.read().locked] == [TEXT]


@pytest.mark.parametrize(("right", "wrong"), [("mới –", "mới -"), ("số", "sô"), ("Dữ", "dữ"), ("lớn", "lớn.")])
def test_a_changed_sentence_no_longer_fits_its_lock_and_is_not_enforced(desk, right: str, wrong: str) -> None:
    changed = TEXT.replace(right, wrong, 1)
    (found,) = told(desk, WHOLE.replace(TEXT, changed))
    assert found[:3] == (1, "error", f"câu thứ 1: câu không còn khớp mã khóa {LOCK}")
    assert found[3].endswith(f"nếu cơ quan thật sự đổi câu này thì ghi “lock: {lock_of(changed)}”")
    assert desk.read().locked == ()


@pytest.mark.parametrize(
    ("register", "line", "level", "message"),
    [
        (f"- text: {TEXT}\n  lock: {LOCK}\n", 1, "error", "câu thứ 1, “source”: chưa có"),
        ("- source: Sở\n", 1, "error", "câu thứ 1, “text”: chưa có"),
        (f"- text:\n  lock: {LOCK}\n  source: Sở\n", 1, "error", "câu thứ 1, “text”: chưa có"),
        (f"{WHOLE}  nguồn: Sở\n", 4, "error", "không có khóa “nguồn” cho câu được khóa"),
        (f"{WHOLE}{WHOLE}", 4, "warning", "câu thứ 2: trùng với câu ở dòng 1"),
        (f"{WHOLE}- Một câu trần\n", 4, "error", "câu thứ 2: chưa có khóa nào"),
        (f"text: {TEXT}\n", 1, "error", "cần là danh sách các câu"),
        ("- text: Chuyển đổi số: Nhanh hơn\n", 1, "error", "có dấu hai chấm “: ” trong giá trị"),
        ('- text: "Một câu không đóng\n  source: Sở\n', 1, "error", "dấu ngoặc kép mở mà không đóng"),
        ("- text: [một, hai]\n  source: Sở\n", 1, "error", "cần là một dòng chữ, không phải danh sách hay nhóm khóa"),
        (
            f"- text: C«ng nghÖ th«ng tin\n  lock: {lock_of('C«ng nghÖ th«ng tin')}\n  source: Sở\n",
            1,
            "error",
            "câu thứ 1: có chữ gõ bằng bảng mã cũ (TCVN3 hoặc VNI)",
        ),
        (
            f"- text: Gần dân hơn\n  lock: {lock_of('Gần dân hơn')}\n  source: Sở\n",
            1,
            "warning",
            "câu thứ 1: câu chỉ có 3 chữ, dễ trùng với lời thường",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_line(desk, register: str, line: int, level: str, message: str) -> None:
    (found,) = told(desk, register)
    assert found[:2] == (line, level)
    assert message in found[2]


def test_a_file_that_cannot_be_read_is_told(desk) -> None:
    (found,) = told(desk, WHOLE.encode("utf-16"))
    assert "Unicode" in found[2]


def test_decomposed_text_and_quotation_marks_are_taken_for_what_they_mean(desk) -> None:
    assert told(desk, unicodedata.normalize("NFD", WHOLE)) == []
    assert told(desk, WHOLE.replace(TEXT, f"“{TEXT}”")) == []
    assert [entry.text for entry in desk.read().locked] == [TEXT]


def test_parts_of_an_archive_keep_what_is_locked(desk) -> None:
    told(desk, WHOLE)
    desk.section("tin-tuc")
    desk.item("tin-tuc/a.md")
    archive = desk.read()
    assert archive.only(archive.items).locked == archive.locked
    assert archive.due(archive.items[0].date).locked == archive.locked


def test_the_shipped_register_holds_the_five_messages_and_the_four_themes() -> None:
    archive = read(Project(SHIPPED))
    assert [found for found in archive.findings if found.file == NAME] == []
    locks = [lock_of(entry.text) for entry in archive.locked]
    assert locks[:5] == FIVE
    assert [entry.note[-4:] for entry in archive.locked[5:]] == ["2022", "2023", "2024", "2025"]
    assert all(entry.source.startswith("https://") for entry in archive.locked[5:])


FIVE = ["5a6ff39dbf31cb5c", LOCK, "854662f26d24ba35", "c9c69083df0742d6", "a4e719888b6d140c"]
