from __future__ import annotations

import subprocess
import sys

import pytest

from chuyenmuc.content.yamltext import YamlProblem, load, load_whole

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


def problem(text: str) -> tuple[str, int]:
    with pytest.raises(YamlProblem) as caught:
        load(text)
    assert caught.value.fix
    return caught.value.message, caught.value.line


def test_every_scalar_stays_text_and_every_key_knows_its_line() -> None:
    values, lines = load("title: 2026\n# lời nhắc\ntags: [1, No]\ncover:\n  src: 0.5\n")
    assert values == {"title": "2026", "tags": ["1", "No"], "cover": {"src": "0.5"}}
    assert lines == {"title": 1, "tags": 3, "cover": 4}


@pytest.mark.parametrize("text", ["", "\n", "# chỉ có lời nhắc\n"])
def test_nothing_written_is_nothing_read(text: str) -> None:
    assert load(text) == ({}, {})


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("title: Nghị quyết: mới\n", "có dấu hai chấm “: ” trong giá trị", 1),
        ("cover:\n\tsrc: a.jpg\n", "có dấu tab hoặc ký tự đặc biệt đứng đầu", 2),
        ("\ttitle: A\n", "có dấu tab hoặc ký tự đặc biệt đứng đầu", 1),
        ("title: A\nsource: @a\n", "có dấu tab hoặc ký tự đặc biệt đứng đầu", 2),
        ('title: A\nsource: "Báo\ndate: x\ntags: y\n', "dấu ngoặc kép mở mà không đóng", 2),
        ("title: A\nsource: 'Báo\ndate: x\n", "dấu ngoặc kép mở mà không đóng", 2),
        ("title: A\ntags: [a, b\ndate: x\n", "danh sách mở bằng “[” mà không đóng", 3),
        ("title: *a\n", "giá trị bắt đầu bằng dấu *", 1),
        ("- a\n- b\n", "không thấy khóa nào", 1),
        ("chỉ có chữ\n", "không thấy khóa nào", 1),
        ("title: A\n? [a, b]\n: c\n", "tên khóa không phải là chữ", 2),
        ("title: A\ndate: B\ntitle: C\n", "khóa “title” viết hai lần (dòng 1 và 3)", 3),
        (BOMB, "dùng neo & và *", 1),
        ("title: " + "[" * 5000 + "]" * 5000, "các nhóm lồng nhau quá sâu", 1),
        ("title: A\x07\n", "có ký tự điều khiển không in được", 1),
        ("title: A\nsource: B\x07\n", "có ký tự điều khiển không in được", 2),
        ("title: A\ntags\ndate: 2026\n", "thiếu dấu hai chấm sau tên khóa", 2),
        ('title: "A" và B\n', "có chữ đứng sau dấu ngoặc kép đóng", 1),
        ("title: A\n\tdate: 2026\n", "có dấu tab đứng đầu dòng", 2),
    ],
)
def test_what_is_wrong_is_told_in_vietnamese_at_its_own_line(text: str, message: str, line: int) -> None:
    assert problem(text) == (message, line)


def test_a_hundred_thousand_brackets_do_not_kill_the_program() -> None:
    code = "from chuyenmuc.content.yamltext import load\ntry: load('[' * 10**5 + ']' * 10**5)\nexcept ValueError: 0"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_key_of_a_configuration_knows_its_line_at_any_depth() -> None:
    text = "a: 1\nb:\n  c:\n    - d: x\n      e: !ENV [A, b]\n    - y\n"
    values, lines = load_whole(text)
    assert values == {"a": "1", "b": {"c": [{"d": "x", "e": ["A", "b"]}, "y"]}}
    assert lines["a"] == 1
    assert (lines["b.c"], lines["b.c[1]"], lines["b.c[1].d"], lines["b.c[1].e"], lines["b.c[2]"]) == (3, 4, 4, 5, 6)
    assert load_whole("") == (None, {})


def test_aliases_of_a_configuration_are_followed_once() -> None:
    values, lines = load_whole("a: &a {x: 1}\nb: *a\n")
    assert values == {"a": {"x": "1"}, "b": {"x": "1"}}
    assert lines == {"a": 1, "a.x": 1, "b": 2}
    assert load_whole(BOMB)[1]["a"] == 1
    with pytest.raises(YamlProblem):
        load_whole("a: [\n")
