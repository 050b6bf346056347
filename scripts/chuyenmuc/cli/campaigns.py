"""`chuyenmuc new chien-dich 10-10 --year 2026`: the folder of a year's campaign, begun from an earlier year's."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from functools import partial
from pathlib import Path

import click

from chuyenmuc.cli.fronts import COMMENT_COLUMN, Front, as_written
from chuyenmuc.content.archive import Archive
from chuyenmuc.content.campaign import Campaign
from chuyenmuc.content.fields import KIND_LABELS, Kind
from chuyenmuc.content.items import Item, Section
from chuyenmuc.content.reader import SECTION_FILE, Unreadable, read, text_of
from chuyenmuc.project import Project
from chuyenmuc.vietnamese.dates import LAST_YEAR, day_of
from chuyenmuc.vietnamese.slugs import slugify
from chuyenmuc.vietnamese.text import tidy

SKELETON = "templates/skeletons/chien-dich/index.md"
INDEX = "index.md"
HOME, HOME_TITLE = "chien-dich", "Chiến dịch"
FIRST_YEAR = 2000
MOST_TOLD = 8
ALIKE = 0.72  # names so near to each other may mean one campaign
DAY_NAME = re.compile(r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})")
ENDS_AS_DAY = re.compile(r"\d{1,2}/\d{1,2}$")
BESIDE = re.compile(r"(?P<open>\]\(\s*<?)(?P<path>[^)>\s#:?]+)")
# What belongs to one year alone, and why it does not go over into the next.
EMPTIED = {
    "theme": "chưa công bố thì để trống, không tự đặt",
    "theme_source": "nơi công bố chủ đề; chưa công bố thì để trống",
    "hashtags": "chưa công bố thì để trống, không tự đặt",
    "identity": "tệp chính thức của đúng năm, tải về đặt cạnh tệp này; chưa công bố thì để trống",
    "results": "ghi sau đợt, mỗi dòng một kết quả",
    "approved_by": "người duyệt đợt của năm nay",
    "approved_at": "ngày duyệt đợt của năm nay",
    "publish_at": "hẹn ngày đăng; trống thì đăng theo date",
    "expires_at": "ngày gỡ khỏi trang; trống thì giữ mãi",
    "updated": "lần cập nhật gần nhất",
    "english": "viết và soát lại cho năm nay: title, summary, reviewed_by",
    "cover": "ảnh của năm nay; trống thì vẽ bìa riêng",
    "attachments": "tệp của năm nay, đặt cạnh tệp này",
    "audio": "bản ghi của năm nay, đặt cạnh tệp này",
    "sponsors": "đơn vị đồng hành của năm nay",
    "sample": "true: đánh dấu “Nội dung mẫu”",
}
SLOTS = {"identity": ("logo", "visual", "source")}
# Days in the skeleton, so many from the campaign's own.
EXAMPLES = {"bắt đầu": -9, "ngày chính": 0, "hạn duyệt": -30, "hạn in": -25, "treo": -10, "tháo": 1}
DAYS = ("start", "end", "day", "up", "down", "due")


@dataclass(frozen=True)
class Begun:
    file: Path
    notes: tuple[str, ...]
    then: tuple[str, ...]
    """What to do next, step by step."""


@dataclass(frozen=True)
class Season:
    """What was asked for: a campaign of this name in this year, written on that day."""

    name: str
    year: int
    today: date

    @property
    def slug(self) -> str:
        return slugify(self.name, 60)

    @property
    def day(self) -> date | None:
        """Of a name such as `10-10`, unless that year has no such day."""
        found = DAY_NAME.fullmatch(self.name)
        try:
            return date(self.year, int(found["month"]), int(found["day"])) if found else None
        except ValueError:
            return None

    @property
    def around(self) -> date:
        """What the skeleton's examples are near to."""
        return self.day or date(self.year, 6, 15)

    @property
    def sign(self) -> str:
        """`10/10`, `18/5`, `03/02`: zeros as in dates of official papers."""
        return f"{self.day.day:02}/{self.day.month:{'02' if self.day.month < 3 else ''}}" if self.day else ""

    @property
    def title(self) -> str:
        """What its folder is called until staff say better."""
        if self.day:
            return f"Ngày {self.sign}"
        words = self.name.replace("-", " ") if self.name == self.slug else self.name
        return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Ground:
    """What stands in the project, and the campaign's folder below `home`, be it there or not."""

    project: Project
    archive: Archive
    home: Path
    folder: Path

    @classmethod
    def of(cls, project: Project, home: Path, season: Season) -> Ground:
        """The folder whose name or title is the one given, else a new one."""
        archive = read(project)
        for section in archive.ordered_sections:
            folder = project.content / section.folder
            named = (slugify(folder.name, 60), slugify(section.title, 60))
            if folder.parent == home and season.slug in named:
                return cls(project, archive, home, folder)
        return cls(project, archive, home, home / season.slug)

    def section(self, folder: Path) -> Section | None:
        return next((each for each in self.archive.sections if self.project.content / each.folder == folder), None)

    @property
    def title(self) -> str:
        """That the campaign's folder tells; empty where it tells none."""
        section = self.section(self.folder)
        return section.title if section and section.title != self.folder.name else ""

    @property
    def color(self) -> str:
        """Of the nearest folder above the year that has one."""
        above = [self.folder, *self.folder.parents]
        sections = map(self.section, above[: above.index(self.project.content)])
        return next((section.color for section in sections if section and section.color), "")

    @property
    def known(self) -> dict[str, Campaign]:
        """The latest year's page of each campaign beside this one, by the name of its folder."""
        found = sorted(self.archive.fronts.values(), key=lambda front: front.place.file)
        folders = {front.place.file.parents[1]: front for front in found}
        return {folder.name: front for folder, front in folders.items() if folder.parent == self.home}

    def on(self, day: date) -> str:
        """The folder of a campaign whose own day or sign is that day of the year; empty where there is none."""
        return next((name for name, front in self.known.items() if (day.day, day.month) in days_of(front)), "")

    def like(self, season: Season) -> str:
        """The folder of a campaign that has nearly this name; empty where there is none."""
        names = {slugify(name, 60): name for name in self.known}
        names |= {slugify(without_year(front.title, front.year), 60): name for name, front in self.known.items()}
        near = get_close_matches(season.slug, names, n=1, cutoff=ALIKE)
        return names[near[0]] if near else ""

    def earlier(self, year: int) -> Path | None:
        """The page of the year before, or the latest before that; of later ones the latest."""
        years = {int(file.parent.name): file for file in self.folder.glob(f"[0-9][0-9][0-9][0-9]/{INDEX}")}
        if not years:
            return None
        file = years[max((known for known in years if known < year), default=max(years))]
        if not any(front.place.file == file for front in self.archive.fronts.values()):
            fix = "chạy chuyenmuc check, sửa tệp ấy rồi chạy lại lệnh này"
            raise click.UsageError(f"đợt năm {file.parent.name} chưa đọc được (tệp {self.project.named(file)}); {fix}")
        return file


def begin(project: Project, name: str, year: int, home: Path, today: date) -> Begun:
    """Writes the year's folder with its page below `home`, whole or not at all. Never overwrites."""
    season = Season(without_year(tidy(name), year), year, today)
    ground = Ground.of(project, home, season)
    target = ground.folder / str(year)
    if target.exists():
        fix = f"mở tệp {INDEX} trong đó mà sửa, hoặc chọn năm khác, ví dụ --year {year + 1}"
        raise click.UsageError(f"đã có thư mục {project.named(target)}; {fix}")
    before = ground.earlier(year)
    doubts = () if before else tuple(doubted(ground, season))
    front, notes = from_year(ground, before, season) if before else from_skeleton(ground, season)
    about = later(before, season) if before else ""
    unnamed = lacking(ground, without_year(front.value("title"), year))
    put_in_place(target, {INDEX: front.whole, SECTION_FILE: about or year_file(ground, year)}, unnamed)
    told = (f"Đã đặt tên tiểu mục “{title}” trong tệp {project.named(file)}." for file, title in unnamed.items())
    return Begun(target / INDEX, (*doubts, *notes, *told), steps(before is not None))


def refuse_beside_years(project: Project, name: str, home: Path, today: date) -> None:
    """A campaign that has its years gets another year, not a file beside them. Raises UsageError."""
    season = Season(without_year(tidy(name), today.year), today.year, today)
    ground = Ground.of(project, home, season)
    folder = home / ground.on(season.day) if season.day and ground.on(season.day) else ground.folder
    years = sorted(int(path.name) for path in folder.glob("[0-9][0-9][0-9][0-9]") if path.is_dir())
    if years:
        there = f"đã có đợt này trong {project.named(folder)} (năm {', '.join(map(str, years))})"
        named = folder.name if slugify(folder.name) == folder.name else f'"{folder.name}"'
        command = f"chuyenmuc new chien-dich {named} --year {max(today.year, years[-1] + 1)}"
        raise click.UsageError(f"{there}; tạo đợt của năm mới thì chạy: {command}")


def doubted(ground: Ground, season: Season) -> Iterator[str]:
    """Whether a campaign that is there was meant. Refuses one more of the same day that is named by it alone."""
    same = ground.on(season.day) if season.day else ""
    if name := same or ground.like(season):
        there = f"đã có đợt “{ground.known[name].title}” trong {ground.project.named(ground.home / name)}"
        command = f"chuyenmuc new chien-dich {name} --year {season.year}"
        if same:
            other = "Nếu là đợt khác cùng ngày thì đặt tên bằng chữ, ví dụ “Ngày hội …”"
            raise click.UsageError(f"{there}; có phải ý bạn là: {command}\n{other}.")
        yield f"Chú ý: {there}. Nếu ý bạn là đợt ấy thì xóa thư mục vừa tạo rồi chạy: {command}"


def days_of(front: Campaign) -> Iterator[tuple[int, int]]:
    """Day and month of a campaign's own day, and those that its sign tells."""
    if front.day:
        yield day_of(front.day).day, day_of(front.day).month
    if sign := DAY_NAME.fullmatch(front.badge.strip()):
        yield int(sign["day"]), int(sign["month"])


def without_year(name: str, year: int) -> str:
    """`Ngày Công dân số Việt Nam 2027` → `Ngày Công dân số Việt Nam`: the year is told beside it."""
    return re.sub(rf"[\s/–-]+(?:năm )?{year}$", "", name)


def from_skeleton(ground: Ground, season: Season) -> tuple[Front, tuple[str, ...]]:
    front = opened(ground.project, ground.project.find(SKELETON))
    for name, days in EXAMPLES.items():
        front.typed = front.typed.replace(f"{{{name}}}", (season.around + timedelta(days)).isoformat())
    title = ground.title or season.title
    fill_head(front, season, f"{title}{'/' if ENDS_AS_DAY.search(title) else ' '}{season.year}")
    if season.day:
        front.put("day", season.day.isoformat())
        front.put("badge", season.sign)
    return front, ("Chưa có đợt năm nào để chép nên viết theo mẫu: khóa nào cũng có lời giải thích và ví dụ.",)


def from_year(ground: Ground, before: Path, season: Season) -> tuple[Front, tuple[str, ...]]:
    """The same messages, places and tasks; what is that year's alone is left empty."""
    front, old = opened(ground.project, before), before.parent.name
    fill_head(front, season, front.value("title").replace(old, str(season.year)) or season.title)
    front.move_days(DAYS, season.year - int(old))
    front.replace(r"(?P<key>\bdone:[ \t]+)[^\s,}#]+", r"\g<key>false")
    emptied = [key for key, why in EMPTIED.items() if front.empty(key, why, SLOTS.get(key, ()))]
    front.body = BESIDE.sub(partial(still_there, before.parent), front.body)
    return front, tuple(notes_of(ground, before, season, front, emptied))


def fill_head(front: Front, season: Season, title: str) -> None:
    front.put("title", title)
    front.put("date", season.today.isoformat())
    front.put("status", "draft")
    front.put("kind", Kind.CAMPAIGN.value)


def notes_of(ground: Ground, before: Path, season: Season, front: Front, emptied: list[str]) -> Iterator[str]:
    old, new = before.parent.name, season.year
    kept = "giữ nguyên ngày và tháng: xem lại thứ trong tuần"
    back = f" (năm sau, vì chưa có đợt nào trước năm {new})" if int(old) > new else ""
    yield f"Chép từ đợt năm {old}{back}: thông điệp, nơi treo, việc cần làm. Ngày đã dời sang năm {new}, {kept}."
    if any(known.sample and known.place.file == before for known in ground.archive.fronts.values()):
        yield f"Đợt năm {old} là nội dung mẫu: thay thông điệp, nơi treo, việc cần làm bằng nội dung thật."
    if emptied:
        yield f"Để trống, chờ công bố hoặc làm lại cho năm nay: {', '.join(emptied)}."
    if lines := front.lines_with(old, but="date"):
        yield f"Còn nhắc năm {old} ở dòng {', '.join(map(str, lines))}: đọc lại, sửa chỗ nào không còn đúng."
    if left := left_behind(ground, before):
        yield f"Không chép từ năm {old}; năm nay cần thì viết mới:"
        yield from (f"  - {name}" for name in left[:MOST_TOLD])
        yield from [f"  - và {len(left) - MOST_TOLD} tệp nữa"] if len(left) > MOST_TOLD else []
        where = (before.parents[1] / str(new)).relative_to(ground.project.content).as_posix()
        yield f'Ví dụ viết một sự kiện của đợt: chuyenmuc new su-kien "Ra quân" --section {where}'


def left_behind(ground: Ground, before: Path) -> list[str]:
    """What else stands in that year's folder, each with what it is."""
    items = {item.place.file: item for item in ground.archive.items}
    files = sorted(file for file in before.parent.rglob("*") if file.is_file() and not file.name.startswith("."))
    return [called(file, items.get(file), before.parent) for file in files if file != before]


def called(file: Path, item: Item | None, folder: Path) -> str:
    name = file.relative_to(folder).as_posix()
    return f"{name} ({KIND_LABELS[item.kind].lower()} “{item.title}”)" if item else name


def still_there(folder: Path, link: re.Match[str]) -> str:
    """A link to a file of that year's folder still leads to it."""
    path = link["path"]
    inside = not path.startswith(("/", "../")) and path != INDEX and (folder / path).is_file()
    return f"{link['open']}../{folder.name}/{path.removeprefix('./')}" if inside else link[0]


def opened(project: Project, file: Path) -> Front:
    try:
        return Front.of(text_of(file, file.parent))
    except Unreadable as problem:
        raise click.UsageError(f"tệp {project.named(file)} {problem.message}; {problem.fix}") from problem
    except ValueError as problem:
        fix = "viết như một bài: phần khai báo giữa hai dòng “---”, rồi đến lời"
        raise click.UsageError(f"tệp {project.named(file)} không có phần khai báo ở đầu; {fix}") from problem


def year_file(ground: Ground, year: int) -> str:
    order = f"{f'order: -{year}':<{COMMENT_COLUMN}}  # năm mới đứng trước"
    color = [f"color: {ground.color}"] if ground.color else []
    return "\n".join([f"title: Năm {year}", order, *color]) + "\n"


def later(before: Path, season: Season) -> str:
    """An earlier year's `.meta.yml` with this year in it; empty where there is none."""
    file = before.with_name(SECTION_FILE)
    try:
        return text_of(file, file.parent).replace(before.parent.name, str(season.year))
    except Unreadable:
        return ""


def lacking(ground: Ground, title: str) -> dict[Path, str]:
    """The `.meta.yml` that folders above the year still lack, each with the title it gets, the uppermost first."""
    home, content = ground.home, ground.project.content
    titles = {ground.folder: title}
    for above in [each for each in (home, *home.parents) if each != content and each.is_relative_to(content)]:
        words = above.name.replace("-", " ")
        titles[above] = HOME_TITLE if slugify(above.name) == HOME else words[:1].upper() + words[1:]
    named = {folder / SECTION_FILE: title for folder, title in titles.items()}
    return {file: title for file, title in reversed(named.items()) if not file.exists()}


def steps(from_earlier: bool) -> tuple[str, ...]:
    first = "đọc lại từng khóa, nhất là ngày và nơi treo" if from_earlier else "điền từng khóa theo lời giải thích"
    return (
        "Ba bước tiếp theo:",
        f"  1. Mở tệp ấy, {first}; điều gì chưa có nguồn chính thức thì để trống.",
        "  2. Chạy: chuyenmuc check  (nêu chỗ cần sửa)",
        "  3. Chạy: chuyenmuc serve  (xem trang và mọi ấn phẩm của đợt trước khi duyệt)",
    )


def put_in_place(target: Path, files: dict[str, str], unnamed: dict[Path, str]) -> None:
    """The folder comes into being whole; what stops it midway leaves nothing behind."""
    begun = target.with_name(f".{target.name}-{os.getpid()}")
    with ExitStack() as undo:
        for folder in reversed([each for each in target.parents if not each.exists()]):
            folder.mkdir()
            undo.callback(folder.rmdir)
        for file, title in unnamed.items():
            undo.callback(file.unlink, missing_ok=True)
            write(file, f"title: {as_written(title)}\nkind: {Kind.CAMPAIGN.value}\n")
        undo.callback(shutil.rmtree, begun, ignore_errors=True)
        begun.mkdir()
        for name, text in files.items():
            write(begun / name, text)
        begun.rename(target)
        undo.pop_all()


def write(file: Path, text: str) -> None:
    with file.open("x", encoding="utf-8", newline="\n") as new:
        new.write(text)


def year_of(typed: str) -> int:
    """Raises ValueError with what to write instead."""
    allowed = f"viết một năm từ {FIRST_YEAR} đến {LAST_YEAR}, ví dụ 2026"
    if not re.fullmatch(r"[0-9]{4}", typed):
        raise ValueError(f"“{typed}” không phải một năm; {allowed}")
    if not FIRST_YEAR <= int(typed) <= LAST_YEAR:
        raise ValueError(f"không tạo được đợt của năm {typed}; {allowed}")
    return int(typed)
