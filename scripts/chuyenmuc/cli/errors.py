"""One place where what went wrong becomes a Vietnamese sentence and an exit code."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from filelock import Timeout
from jinja2 import TemplateError
from mkdocs.exceptions import MkDocsException

from chuyenmuc.cli.output import report
from chuyenmuc.site.engine.turns import PREVIEWED
from chuyenmuc.site.problems import ContentProblems, NoProject

WRONG, MISUSED, STOPPED = 1, 2, 130
DEBUG = "CHUYENMUC_DEBUG"
KEPT = "Trang đã xuất bản trước đó vẫn giữ nguyên."
RENEWED = "Trang mới đã thay xong trang cũ."


@contextmanager
def watched(site: Path) -> Iterator[None]:
    """What stops a command from here on is told with what it left: the old site, or the new one in its place."""
    before = identity(site)
    try:
        yield
    except BaseException as error:
        if identity(site) != before:
            error.add_note(RENEWED)
        raise


def identity(folder: Path) -> tuple[int, int] | None:
    """Of a folder, whatever its name; another folder in its place has another one."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def left(error: BaseException) -> str:
    """What is published after an error, or after that of which click made an Abort."""
    notes = [*getattr(error, "__notes__", ()), *getattr(error.__cause__, "__notes__", ())]
    return RENEWED if RENEWED in notes else KEPT


def told(command: click.Command, arguments: list[str] | None = None) -> int:
    """Runs a command; returns its exit code, having printed what went wrong."""
    try:
        result = command.main(arguments, prog_name="chuyenmuc", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except (Exception, KeyboardInterrupt) as error:
        return answered(error)


def answered(error: BaseException) -> int:
    """Prints what went wrong; returns the exit code that says so."""
    return next(answer for kinds, answer in ANSWERS if isinstance(error, kinds))(error)


def refused(problems: ContentProblems) -> int:
    report(problems.findings, err=True)
    click.echo(f"Chưa xuất bản: nội dung còn lỗi. {KEPT}", err=True)
    return WRONG


def unasked(error: click.exceptions.NoArgsIsHelpError) -> int:
    click.echo(error.ctx.get_help() if error.ctx else "", err=True)
    return MISUSED


def misused(error: click.UsageError) -> int:
    click.echo(f"Lỗi: {usage(error)}\nXem cách dùng: chuyenmuc --help", err=True)
    return MISUSED


def stopped(error: BaseException) -> int:
    click.echo(f"\nĐã dừng. {left(error)}", err=True)
    return STOPPED


def failed(error: Exception) -> int:
    click.echo(f"Lỗi: {explained(error)}" + ("" if of_a_preview(error) else f" {left(error)}"), err=True)
    return WRONG


def of_a_preview(error: Exception) -> bool:
    """A preview publishes nothing, so there is nothing to say of what is published."""
    if isinstance(error, Timeout):
        return Path(error.lock_file).name == PREVIEWED
    return isinstance(error, NoProject) or (isinstance(error, OSError) and error.errno == errno.EADDRINUSE)


def unexpected(error: Exception) -> int:
    if os.environ.get(DEBUG):
        raise error
    click.echo(f"Lỗi ngoài dự kiến ({type(error).__name__}: {error}). {left(error)}", err=True)
    click.echo(f"Đặt biến {DEBUG}=1 rồi chạy lại để người phụ trách kỹ thuật xem chi tiết.", err=True)
    return WRONG


# The first kind that fits answers.
ANSWERS: tuple[tuple[Any, Callable[[Any], int]], ...] = (
    (ContentProblems, refused),
    (click.exceptions.NoArgsIsHelpError, unasked),
    (click.UsageError, misused),
    ((KeyboardInterrupt, click.Abort), stopped),
    ((OSError, MkDocsException, TemplateError, NoProject), failed),
    (Exception, unexpected),
)


def explained(error: Exception) -> str:
    if isinstance(error, TemplateError):
        file, line = getattr(error, "filename", None) or "templates/site", getattr(error, "lineno", None)
        return f"mẫu trang {file}{f', dòng {line}' if line else ''} không dùng được: {error}."
    if isinstance(error, Timeout) and of_a_preview(error):
        return "thư mục này đang được xem thử ở một cửa sổ khác; dùng cửa sổ ấy, hoặc dừng nó rồi chạy lại."
    if isinstance(error, Timeout):
        return "đang có lần dựng khác chạy trong thư mục này; chờ nó xong rồi chạy lại."
    if isinstance(error, NoProject):
        return (
            f"không thấy {error}: thư mục dự án đã chuyển đi hay đổi tên, hoặc đang đứng sai thư mục. "
            "Nếu đang xem thử thì nhấn Ctrl+C để dừng; vào đúng thư mục rồi chạy lại chuyenmuc serve."
        )
    if not isinstance(error, OSError):
        return f"MkDocs không dựng được trang: {str(error).rstrip('.')}."
    name = f" ({error.filename})" if error.filename else ""
    reasons = {
        errno.ENOSPC: "ổ đĩa đã đầy; xóa bớt tệp rồi chạy lại.",
        errno.EACCES: f"không được phép ghi{name}; đóng chương trình đang mở tệp hoặc đổi quyền thư mục.",
        errno.EPERM: f"không được phép ghi{name}; đóng chương trình đang mở tệp hoặc đổi quyền thư mục.",
        errno.EROFS: (
            f"nơi này chỉ cho đọc, không cho ghi{name}; chép thư mục dự án sang ổ ghi được, "
            "hoặc nhờ người phụ trách kỹ thuật mở quyền ghi cho ổ ấy."
        ),
        errno.EADDRINUSE: "cổng xem thử đang có chương trình khác dùng; thêm tùy chọn --port với số khác.",
    }
    return reasons.get(error.errno or 0, f"không đọc hoặc không ghi được tệp{name}: {error.strerror or error}.")


def usage(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f"; có phải là {' hay '.join(error.possibilities)}?" if error.possibilities else ""
            return f"không có tùy chọn {error.option_name}{near}"
        case click.MissingParameter():
            return f"thiếu {label(error.param)}"
        case click.BadParameter():
            return f"{label(error.param)}: {error.message}"
        case click.BadOptionUsage() if "does not take a value" in error.message:
            return f"tùy chọn {error.option_name} không nhận giá trị"
        case click.BadOptionUsage():
            return f"tùy chọn {error.option_name} cần một giá trị"
    return wording(error.format_message())


def label(param: Any) -> str:
    if isinstance(param, click.Argument):
        return f"phần {param.make_metavar(click.Context(click.Command('chuyenmuc')))}"
    return f"tùy chọn {param.opts[-1]}" if param else "giá trị"


def wording(message: str) -> str:
    known: dict[str, Callable[[str], str]] = {
        "No such command": lambda text: f"không có lệnh {text.split(' ')[3].rstrip('.')}",
        "Got unexpected extra argument": lambda text: (
            f"thừa phần {text[text.find('(') :]}; tiêu đề đặt trong ngoặc kép"
        ),
        "Missing command": lambda text: "chưa ghi lệnh nào",
    }
    return next((say(message) for start, say in known.items() if message.startswith(start)), message)
