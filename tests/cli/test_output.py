from __future__ import annotations

from dataclasses import replace

import pytest

from chuyenmuc.cli.output import bar, counted, report
from chuyenmuc.content.finding import Finding

WHOLE = Finding("content", 0, "", "khong-doc-duoc", "error", "không thấy thư mục", "tạo thư mục")
TITLE = Finding("content/a.md", 2, "title", "do-dai", "warning", "dài", "rút")
BODY = Finding("content/a.md", 9, "", "lien-ket", "error", "không thấy tệp", "kiểm tra")


def test_findings_stand_under_their_file(capsys: pytest.CaptureFixture[str]) -> None:
    report([WHOLE, TITLE, BODY])
    assert capsys.readouterr().out == (
        "\ncontent\n  LỖI cả thư mục: không thấy thư mục\n       → tạo thư mục\n"
        "\ncontent/a.md\n  Nhắc dòng 2, title: dài\n       → rút\n  LỖI dòng 9: không thấy tệp\n       → kiểm tra\n"
    )


def test_findings_go_to_the_error_stream_where_asked(capsys: pytest.CaptureFixture[str]) -> None:
    report([TITLE], err=True)
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "content/a.md" in printed.err


def test_of_what_stands_inside_a_key_the_key_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    report([replace(TITLE, field="programme[1].time"), replace(TITLE, file="content/b.md", line=0)])
    out = capsys.readouterr().out
    assert "Nhắc dòng 2, programme: dài" in out and "Nhắc cả tệp, title: dài" in out


def test_errors_and_reminders_are_counted() -> None:
    assert counted([WHOLE, TITLE, BODY]) == "2 lỗi, 1 lời nhắc"


def test_the_bar_shows_nothing_until_something_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    with bar("Vẽ ảnh"):
        pass
    assert capsys.readouterr().out == ""
    with bar("Vẽ ảnh") as progress:
        progress(1, 2)
        progress(1, 2)
    assert "Vẽ ảnh" in capsys.readouterr().out
