from __future__ import annotations

import json
import time
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from chuyenmuc import __version__
from chuyenmuc.cli.errors import answered, watched
from chuyenmuc.cli.output import bar, counted, report
from chuyenmuc.cli.program import Program
from chuyenmuc.project import Project
from chuyenmuc.site.engine import unchanged
from chuyenmuc.site.engine.turns import alone
from chuyenmuc.vietnamese.dates import TIME_ZONE, day_of, parse_when
from chuyenmuc.vietnamese.numbers import file_size

if TYPE_CHECKING:  # a command loads what it needs: to find that nothing changed needs next to nothing
    from chuyenmuc.content.fields import Kind
    from chuyenmuc.images.pool import Progress
    from chuyenmuc.site.edition import Inspection


@dataclass(frozen=True)
class At:
    project: Project


class Day(click.ParamType[date]):
    name = "NGÀY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else day_of(parse_when(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class KindName(click.ParamType["Kind"]):
    name = "LOẠI"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Kind:
        from chuyenmuc.content.fields import kind as kind_named

        try:
            return kind_named(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Year(click.ParamType[int]):
    name = "NĂM"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        from chuyenmuc.cli.campaigns import year_of

        try:
            return year_of(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Port(click.ParamType[int]):
    name = "CỔNG"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if not str(value).isdecimal() or not 1024 <= int(value) <= 65535:
            self.fail(f"“{value}” không phải số cổng; dùng số từ 1024 đến 65535, ví dụ 8001", param, ctx)
        return int(value)


SHEETS = (".png", ".jpg", ".jpeg", ".pdf")


class SheetFile(click.ParamType[Path]):
    name = "TỆP"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        file = Path(value)
        if file.suffix.lower() not in SHEETS:
            self.fail(f"“{value}” cần đuôi {', '.join(SHEETS)}, ví dụ to-mau.png", param, ctx)
        if not file.absolute().parent.is_dir():
            self.fail(f"không thấy thư mục “{file.parent}”", param, ctx)
        return file


class ZipFile(click.ParamType[Path]):
    """A .zip to write; no name: one in `build/`, named after the day."""

    name = "TỆP"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        project: Project = ctx.obj.project if ctx else Project(Path())
        if not str(value):
            from chuyenmuc.site.mounting.offline import NAME

            return project.build / NAME
        file = Path(value)
        if file.suffix.lower() != ".zip":
            self.fail(f"“{value}” cần đuôi .zip, ví dụ chuyen-muc.zip", param, ctx)
        if not file.absolute().parent.is_dir():
            self.fail(f"không thấy thư mục “{file.parent}”", param, ctx)
        if file.absolute().is_relative_to(project.site.absolute()):
            self.fail("đặt tệp ngoài thư mục site: lần dựng sau sẽ xóa nó", param, ctx)
        return file


def now() -> date:
    return datetime.now(TIME_ZONE).date()


today_option = click.option(
    "--today", type=Day(), default=now, metavar="NGÀY", help="Coi ngày này là hôm nay, ví dụ 2026-10-10."
)


@click.group(cls=Program)
@click.version_option(__version__, "--version", message="chuyenmuc %(version)s", help="In số phiên bản.")
@click.option(
    "-C",
    "folder",
    metavar="THƯ_MỤC",
    default=".",
    type=click.Path(path_type=Path),
    help="Chạy như đang đứng ở thư mục này.",
)
@click.pass_context
def program(context: click.Context, folder: Path) -> None:
    """Chuyên mục: viết một lần, có trang tin và ảnh cho mọi kênh."""
    if not folder.is_dir():
        raise click.BadParameter(f"không thấy thư mục “{folder}”", param=context.command.params[1])
    context.obj = At(Project(folder.resolve()))


@program.command(short_help="Viết tệp mẫu cho một bài mới.")
@click.argument("kind", metavar="LOẠI", type=KindName())
@click.argument("title", metavar='"TIÊU ĐỀ"')
@click.option("--section", metavar="TIỂU_MỤC", default="", help="Thư mục trong content; trống thì chọn theo loại.")
@click.option("--mau", "story", metavar="TÊN", default="", help="Mẫu dựng sẵn của infographic; trống thì ket-qua.")
@click.option("--year", type=Year(), metavar="NĂM", help="Tạo cả thư mục của một đợt truyền thông cho năm ấy.")
@today_option
@click.pass_obj
def new(at: At, kind: Any, title: str, section: str, story: str, year: int | None, today: date) -> None:
    """Viết tệp mẫu cho một bài mới, mỗi khóa có lời giải thích.

    LOẠI là tin, bai, su-kien, infographic, van-ban, chien-dich, trich-dan, con-so, hoi-dap, dien-hinh, kiem-chung,
    ky-nang-so, thong-diep, video, podcast, trinh-chieu, album hoặc trang.

    \b
    Mẫu dựng sẵn của infographic (--mau):
      ket-qua    kết quả của một kỳ
      cac-buoc   cách làm một việc trong năm bước
      bay-nhom   bảy nhóm nhiệm vụ, giải pháp
      muc-tieu   mục tiêu đến năm 2030 và năm 2045
      truoc-sau  trước và sau một thay đổi

    Đợt truyền thông (--year, chỉ với chien-dich): tạo thư mục content/chien-dich/<tên>/<năm>. Có đợt năm trước thì chép
    thông điệp, nơi treo, việc cần làm và dời ngày; chủ đề, hashtag, bộ nhận diện để trống chờ công bố.

    \b
    Ví dụ: chuyenmuc new tin "Tập huấn kỹ năng số cho công chức"
    Ví dụ: chuyenmuc new infographic --mau cac-buoc "Nộp hồ sơ trực tuyến"
    Ví dụ: chuyenmuc new chien-dich 10-10 --year 2026
    Ví dụ: chuyenmuc new chien-dich "Ngày Công dân số Việt Nam" --year 2027
    """
    from chuyenmuc.cli.skeleton import write_campaign, write_new
    from chuyenmuc.content.fields import KIND_LABELS

    if year is None:
        written = write_new(at.project, kind, title, section, today, story)
    else:
        written = write_campaign(at.project, kind, title, section, today, story, year)
    click.echo(f"Đã viết mẫu {KIND_LABELS[kind].lower()}: {at.project.named(written.file)}")
    for note in written.notes:
        click.echo(note)
    for step in written.then:
        click.echo(step)


@program.command(short_help="Kiểm tra nội dung, nêu mọi chỗ cần sửa.")
@click.option("--json", "as_json", is_flag=True, help="In danh sách JSON cho chương trình khác đọc.")
@today_option
@click.pass_obj
def check(at: At, as_json: bool, today: date) -> int:
    """Đọc toàn bộ nội dung và nêu mọi chỗ cần sửa cùng một lúc.

    Kết thúc với mã 1 nếu có lỗi; lời nhắc không chặn xuất bản.

    Ví dụ: chuyenmuc check --json
    """
    from chuyenmuc.site.edition import inspect_all

    inspection = inspect_all(at.project, today)
    if as_json:
        click.echo(json.dumps([finding.as_dict() for finding in inspection.findings], ensure_ascii=False, indent=1))
    else:
        report(inspection.findings)
        click.echo(f"{tally(inspection, today)}: {counted(inspection.findings)}.")
        if inspection.errors:
            click.echo("Sửa hết lỗi thì mới dựng được trang.")
    return 1 if inspection.errors else 0


def tally(inspection: Inspection, today: date) -> str:
    """Of the files that were found, how many readers could see on that day."""
    from chuyenmuc.site.edition import without

    archive = inspection.archive
    read = len(archive.items) + len(archive.unread)
    due = len(without(archive, inspection.errors).due(today).items)
    return f"Đã đọc {read} tệp, {due} tệp đăng được hôm nay"


@program.command(short_help="Vẽ ảnh cho các kênh.")
@click.option(
    "--sheet",
    type=SheetFile(),
    metavar="TỆP",
    help="Chỉ vẽ một tờ ảnh mẫu: mọi loại bài, mọi khổ. Tệp .png, .jpg hoặc .pdf.",
)
@today_option
@click.pass_obj
def images(at: At, today: date, sheet: Path | None) -> None:
    """Vẽ những ảnh đã đổi và đặt vào site/kho-tu-lieu.

    \b
    Ví dụ: chuyenmuc images
    Ví dụ: chuyenmuc images --sheet to-mau.png
    """
    begun = time.monotonic()
    if sheet:
        count = draw_sheet(at.project, sheet)
        click.echo(f"Đã vẽ {count} ảnh lên tờ mẫu {sheet}, trong {seconds(time.monotonic() - begun)}.")
        return
    with alone(at.project), bar("Vẽ ảnh") as progress:
        known = unchanged.recall(at.project, today)
        count = known if known is not None else renewed(at.project, today, progress)
    took = time.monotonic() - begun
    click.echo(f"Có {count} ảnh trong site/kho-tu-lieu, làm trong {seconds(took)}.")


def renewed(project: Project, today: date, progress: Progress) -> int:
    from chuyenmuc.images.publish import publish
    from chuyenmuc.site.edition import prepare

    edition = prepare(project, today, progress=progress)
    publish(edition.library, project.site, edition.kit_files)
    count = len(edition.library.records)
    unchanged.note(project, today, count)
    return count


def draw_sheet(project: Project, file: Path) -> int:
    """Items with errors are left out; a design with errors is refused."""
    from chuyenmuc.images.sheet import sheet
    from chuyenmuc.site.edition import inspect, without
    from chuyenmuc.site.problems import ContentProblems

    inspection = inspect(project)
    if inspection.studio.design.findings:
        raise ContentProblems(list(inspection.studio.design.findings))
    return sheet(inspection.studio, without(inspection.archive, inspection.errors), file)


@program.command(short_help="Kiểm tra, vẽ ảnh và dựng trang vào site/.")
@click.option(
    "--offline-zip",
    "offline",
    type=ZipFile(),
    is_flag=False,
    flag_value="",
    metavar="[TỆP]",
    help="Đóng gói thêm cả trang thành một tệp .zip, mở được từ USB không cần mạng. Trống tên thì đặt vào build/.",
)
@today_option
@click.pass_obj
def build(at: At, today: date, offline: Path | None) -> None:
    """Kiểm tra nội dung, vẽ ảnh, dựng trang. Có lỗi thì trang cũ giữ nguyên.

    \b
    Ví dụ: chuyenmuc build --today 2026-10-10
    Ví dụ: chuyenmuc build --offline-zip
    """
    from chuyenmuc.site.engine.build import build as build_site
    from chuyenmuc.site.mounting.offline import NAME, START

    begun = time.monotonic()
    with watched(at.project.site):
        with bar("Vẽ ảnh") as progress:
            built = build_site(at.project, today, progress, offline)
        took = seconds(time.monotonic() - begun)
        click.echo(f"Xong: {built.pages} trang, {built.images} ảnh, trong {took}. Trang nằm ở {at.project.site}")
    if built.reminders:
        click.echo(f"Có {built.reminders} lời nhắc; xem bằng lệnh chuyenmuc check.")
    if offline:
        click.echo(f"Bản không cần mạng: {offline}, {file_size(built.packed)}. Giải nén rồi mở tệp {START}.")
    if built.dropped:
        click.echo(f"Đã xóa bản không cần mạng cũ (build/{NAME}): nó khác trang vừa dựng. Cần thì thêm --offline-zip.")
    click.echo("Xem thử: make serve (hoặc chuyenmuc serve), rồi mở địa chỉ hiện ra bằng trình duyệt.")


@program.command(short_help="Xem thử trên máy mình, kể cả bài nháp.")
@click.option("--port", metavar="CỔNG", type=Port(), default=8000, show_default=True, help="Cổng xem thử.")
@today_option
@click.pass_obj
def serve(at: At, port: int, today: date) -> None:
    """Mở trang xem thử trên máy mình; sửa bài là trang tự cập nhật. Bài nháp cũng hiện.

    Sửa mà còn lỗi thì lỗi hiện ở đây, trang vẫn giữ bản đúng gần nhất của bài ấy.

    Ví dụ: chuyenmuc serve --port 8001
    """
    from chuyenmuc.content.agency import settings
    from chuyenmuc.site.engine.serve import serve as serve_site

    path = urlsplit(settings(at.project).site_url).path or "/"
    told = f"Mở http://127.0.0.1:{port}{path} bằng trình duyệt (chờ vài giây lần đầu). Dừng: nhấn Ctrl+C."
    opened = partial(click.echo, told)
    serve_site(at.project, today, f"127.0.0.1:{port}", partial(report, err=True), answered, opened)


def seconds(duration: float) -> str:
    return f"{duration:.1f} giây".replace(".", ",")
