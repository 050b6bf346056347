from __future__ import annotations

import errno
import socket

import click
import pytest
from filelock import FileLock
from mkdocs.exceptions import ConfigurationError, MkDocsException

from chuyenmuc.cli.commands import program
from chuyenmuc.cli.errors import explained, told
from chuyenmuc.content.fields import Kind

HOW = "\nXem cách dùng: chuyenmuc --help\n"
KEPT = "Trang đã xuất bản trước đó vẫn giữ nguyên."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["lam"], "không có lệnh 'lam'"),
        (["check", "--jsn"], "không có tùy chọn --jsn; có phải là --json?"),
        (["check", "-x"], "không có tùy chọn -x"),
        (["check", "thừa"], "thừa phần (thừa); tiêu đề đặt trong ngoặc kép"),
        (["new"], "thiếu phần LOẠI"),
        (["new", "tin"], 'thiếu phần "TIÊU ĐỀ"'),
        (["new", "tin", "Tập", "huấn"], "thừa phần (huấn); tiêu đề đặt trong ngoặc kép"),
        (
            ["new", "thơ", "Tên"],
            "phần LOẠI: “thơ” không phải giá trị dùng được; chọn một trong: " + ", ".join(Kind),
        ),
        (
            ["build", "--today", "mai"],
            "tùy chọn --today: “mai” không phải là ngày; viết 2026-10-10 hoặc 10/10/2026, thêm giờ thì viết "
            "2026-10-10 08:00",
        ),
        (["build", "--today"], "tùy chọn --today cần một giá trị"),
    ],
)
def test_misuse_is_told_in_vietnamese_with_code_2(run, arguments: list[str], sentence: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", f"Lỗi: {sentence}{HOW}")


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["serve", "--port", "abc"], "is not a valid integer"),
        (["check", "--json=1"], "--json cần một giá trị"),
    ],
    ids=["a port that is no number", "a value that a flag does not take"],
)
def test_misuse_is_never_told_wrongly(run, arguments: list[str], wrong: str) -> None:
    assert wrong not in run(*arguments).err


def test_a_port_beyond_all_ports_is_misuse(run, monkeypatch: pytest.MonkeyPatch) -> None:
    def serve(*_: object) -> None:
        raise OverflowError("bind(): port must be 0-65535.")

    monkeypatch.setattr("chuyenmuc.site.engine.serve.serve", serve)
    assert run("serve", "--port", "99999999").code == 2


def test_a_folder_that_is_not_there_is_told(run, tmp_path) -> None:
    ran = run("check", at=tmp_path / "không có")
    assert (ran.code, ran.err) == (2, f"Lỗi: tùy chọn -C: không thấy thư mục “{tmp_path / 'không có'}”{HOW}")


def test_a_folder_without_a_project_is_told_what_it_lacks(run, tmp_path_factory: pytest.TempPathFactory) -> None:
    ran = run("check", at=tmp_path_factory.mktemp("trong"))
    assert ran.code == 1
    assert "LỖI cả thư mục: không thấy thư mục content" in ran.out
    assert "không thấy mkdocs.yml" in ran.out


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, f"Đã dừng. {KEPT}\n"),
        (click.Abort(), 130, f"Đã dừng. {KEPT}\n"),
        (
            OSError(errno.ENOSPC, "No space left on device", "a.png"),
            1,
            f"Lỗi: ổ đĩa đã đầy; xóa bớt tệp rồi chạy lại. {KEPT}\n",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied", "site"),
            1,
            f"Lỗi: không được phép ghi (site); đóng chương trình đang mở tệp hoặc đổi quyền thư mục. {KEPT}\n",
        ),
        (
            OSError(errno.EROFS, "Read-only file system", "build/khoa"),
            1,
            "Lỗi: nơi này chỉ cho đọc, không cho ghi (build/khoa); chép thư mục dự án sang ổ ghi được, "
            f"hoặc nhờ người phụ trách kỹ thuật mở quyền ghi cho ổ ấy. {KEPT}\n",
        ),
        (ConfigurationError("theme"), 1, f"Lỗi: MkDocs không dựng được trang: theme. {KEPT}\n"),
    ],
)
def test_what_stops_a_command_is_told_with_its_code(
    run, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, sentence: str
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("chuyenmuc.site.engine.build.build", stop)
    ran = run("build")
    assert (ran.code, ran.err.lstrip("\n")) == (code, sentence)


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space left on device"), ValueError("x")]
)
def test_what_comes_after_the_new_site_is_in_place_is_told_so(
    desk, run, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    desk.write("site/index.html", "trang cũ")

    def stop(project: object, *_: object) -> None:
        desk.project.site.rename(desk.root / "site-cu")
        desk.project.site.mkdir()
        raise error

    monkeypatch.setattr("chuyenmuc.site.engine.build.build", stop)
    err = run("build").err
    assert "Trang mới đã thay xong trang cũ." in err and KEPT not in err


def test_a_busy_port_is_told_alone(desk, run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = run("serve", "--port", str(taken.getsockname()[1]))
    reason = "cổng xem thử đang có chương trình khác dùng; thêm tùy chọn --port với số khác."
    assert (ran.code, ran.out, ran.err) == (1, "", f"Lỗi: {reason}\n")


def test_a_second_preview_of_a_folder_is_told_alone(desk, run) -> None:
    desk.section("tin-tuc")
    desk.project.build.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with FileLock(desk.project.build / "xem-thu.khoa"):
        ran = run("serve", "--port", str(port))
    reason = "thư mục này đang được xem thử ở một cửa sổ khác; dùng cửa sổ ấy, hoặc dừng nó rồi chạy lại."
    assert (ran.code, ran.out, ran.err) == (1, "", f"Lỗi: {reason}\n")


def test_a_preview_without_its_folder_is_told_in_vietnamese_and_makes_none(desk, run) -> None:
    desk.project.config.unlink()
    ran = run("serve", "--port", "8937")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"Lỗi: không thấy {desk.project.config}: thư mục dự án đã chuyển đi hay đổi tên")
    assert ".." not in ran.err and KEPT not in ran.err and not desk.project.build.exists()


def test_what_mkdocs_says_ends_in_one_full_stop() -> None:
    assert explained(MkDocsException("No.")) == "MkDocs không dựng được trang: No."


def test_a_port_in_use_is_explained() -> None:
    told_so = explained(OSError(errno.EADDRINUSE, "Address already in use"))
    assert told_so == "cổng xem thử đang có chương trình khác dùng; thêm tùy chọn --port với số khác."


def test_without_a_command_the_help_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    told(program, [])
    assert "Lỗi: Cách dùng" not in capsys.readouterr().err


def test_success_and_help_end_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(program, ["--help"]) == 0
    assert capsys.readouterr().err == ""


def test_the_unexpected_is_told_in_a_sentence_and_shown_whole_on_request(monkeypatch, run) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("hỏng")

    monkeypatch.setattr("chuyenmuc.site.edition.inspect_all", broken)
    ran = run("check")
    assert ran.code == 1
    assert ran.err.startswith("Lỗi ngoài dự kiến (ZeroDivisionError: hỏng).")
    monkeypatch.setenv("CHUYENMUC_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("check")
