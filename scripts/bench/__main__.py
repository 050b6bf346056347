"""`make bench`: times, memory and sizes on made-up articles, against Material for MkDocs in the same run.

Material draws one card of 1200×630 pixels a page with its social plugin, from the same headlines; it draws no photos.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import articles
import campaign
import material
import newsroom
import sites
from measure import MEMORY, Failed, Stuck, Took, median, run

ROOT = Path(__file__).resolve().parents[2]
MANY = 1000
DAY = "2026-11-21"
CORES = os.cpu_count() or 1
PROGRAM = (sys.executable, "-m", "chuyenmuc")
IMAGES = (*PROGRAM, "images", "--today", DAY)
BUILD = (*PROGRAM, "build", "--today", DAY)
SERVE = (*PROGRAM, "serve", "--today", DAY)
FROM_NOTHING, UNCHANGED = 60.0, 1.0  # seconds for a whole campaign
EDITS, SEEN = 3, 2.0  # edits while a preview runs; seconds in which readers should see one
SITES = {
    "ours": ("chuyenmuc build, từ đầu", "site"),
    "material": ("Material, blog: bài, danh mục, năm, tìm kiếm", "site-material"),
    "zensical": ("Zensical in build/docs của chuyenmuc", "build/site"),
}
ZENSICAL = "Zensical chỉ in các trang chuyenmuc đã ghép sẵn, và lập chỉ mục tìm kiếm của nó."
Before = Callable[[], None]
PARTS = ("all", "images", "campaign", "site")
TRIES = 3  # for what gets stuck


@dataclass(frozen=True)
class Files:
    count: int
    bytes: int


@dataclass(frozen=True)
class Work:
    """A command, what is done before it, untimed, and when it counts as stuck (0: never)."""

    command: tuple[str, ...]
    before: Before = lambda: None
    limit: float = 0


@dataclass(frozen=True)
class Bench:
    """A project of ours with Material's beside it, in one folder."""

    folder: Path
    repeat: int

    # Projects ---------------------------------------------------------------------------------------------------

    def make(self, number: int, *, photos: bool) -> list[str]:
        section = self.folder / "content" / "tin-tuc"
        section.mkdir(parents=True)
        (section / ".meta.yml").write_text("title: Tin tức\nkind: tin\n", encoding="utf-8")
        shutil.copy(ROOT / "mkdocs.yml", self.folder)
        material.prepare(self.folder)
        return articles.write((section, self.folder / "docs"), number, photos=photos)

    def forget(self) -> None:
        for name in ("build", "site"):
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit(self) -> None:
        """The headline of an article without a photo, which changes all its images."""
        file = self.folder / "content" / "tin-tuc" / "bai-2.md"
        file.write_text(file.read_text("utf-8").replace('title: "', 'title: "Sửa: ', 1), encoding="utf-8")

    # Measures ---------------------------------------------------------------------------------------------------

    def time(self, work: Work) -> Took:
        return median([self.once(work) for _ in range(self.repeat)])

    def once(self, work: Work) -> Took:
        for _ in range(TRIES):
            work.before()
            try:
                return run(*work.command, folder=self.folder, limit=work.limit)
            except Stuck as why:
                print(f"Đo lại: {why}", flush=True)
        raise Failed(f"{' '.join(work.command)} dừng giữa chừng {TRIES} lần.")

    def by_turns(self, works: dict[str, Work]) -> dict[str, Took]:
        """Each in turn, again and again: what else the machine does meanwhile falls on all of them alike."""
        rounds = [{name: self.once(work) for name, work in works.items()} for _ in range(self.repeat)]
        return {name: median([takes[name] for takes in rounds]) for name in works}

    def drawn(self, suffix: str = "") -> Files:
        rows = json.loads((self.folder / "site" / "kho-tu-lieu" / "danh-muc.json").read_text("utf-8"))
        sizes = [row["bytes"] for row in rows if row["url"].endswith(suffix)]
        return Files(len(sizes), sum(sizes))

    def cards(self) -> Files:
        sizes = [file.stat().st_size for file in material.cards(self.folder)]
        return Files(len(sizes), sum(sizes))


# What is compared -----------------------------------------------------------------------------------------------


def works(bench: Bench, number: int, with_cards: bool) -> dict[str, Work]:
    """What starts from nothing. Without an environment of Material's own, ours builds its pages."""
    python = str(material.PYTHON) if with_cards else sys.executable
    forget = partial(material.forget, bench.folder)
    chosen = ["pages", "cards"] if with_cards else ["pages"]
    limit = material.patience(number)
    theirs = {name: Work(material.command(material.CONFIGURATIONS[name], python), forget, limit) for name in chosen}
    return {"ours": Work(IMAGES, bench.forget), **theirs}


def against_material(bench: Bench, number: int, with_cards: bool) -> None:
    """The three that start from nothing, then what a build takes once images are there."""
    took = bench.by_turns(works(bench, number, with_cards))
    ours = bench.drawn()
    heading(f"Vẽ từ đầu, {number} bài")
    row("chuyenmuc images, mọi khổ của tin, có ảnh chụp", took["ours"], ours)
    if with_cards:
        compare(bench, number, took, ours)
    by_suffix(bench)
    heading(f"Sau đó, {number} bài")
    row("chuyenmuc images, không gì đổi", bench.time(Work(IMAGES)))
    row("chuyenmuc images, sửa một bài", bench.time(Work(IMAGES, bench.edit)))
    row("chuyenmuc build, ảnh đã có", bench.time(Work(BUILD)))
    row("Material, chỉ trang", took["pages"])


def compare(bench: Bench, number: int, took: dict[str, Took], ours: Files) -> None:
    theirs = bench.cards()
    if theirs.count != number:
        print(f"Bỏ so sánh: Material vẽ {theirs.count} thẻ cho {number} bài.")
        return
    alone = took["cards"].less(took["pages"])
    row("Material, trang và thẻ 1200×630, không ảnh chụp", took["cards"], theirs)
    row("Material, riêng thẻ (đã trừ lần chỉ dựng trang)", alone, theirs)
    wall, cpu = (
        a / theirs.count * ours.count / b for a, b in ((alone.wall, took["ours"].wall), (alone.cpu, took["ours"].cpu))
    )
    print(f"Mỗi tệp, thẻ của Material lâu gấp {decimal(wall)} lần theo đồng hồ, {decimal(cpu)} lần theo bộ xử lý.")


def by_suffix(bench: Bench) -> None:
    kinds = {suffix: bench.drawn(suffix) for suffix in (".png", ".jpg")}
    told = [f"{files.count} tệp {suffix} {kilobytes(files)} KB" for suffix, files in kinds.items() if files.count]
    print(f"Cỡ ảnh của chuyenmuc: {'; '.join(told)} mỗi tệp.")


def many(bench: Bench) -> None:
    bench.make(MANY, photos=False)
    begun = run(*IMAGES, folder=bench.folder)
    heading(f"{MANY} bài không ảnh chụp")
    row("chuyenmuc images, từ đầu (một lần)", begun, bench.drawn())
    start = bench.time(Work((*PROGRAM, "--version")))
    row("chuyenmuc --version: chỉ khởi động", start)
    goal("chuyenmuc images, không gì đổi", bench.time(Work(IMAGES)), start, 1.0, own=False)
    goal("chuyenmuc images, sửa một bài", bench.time(Work(IMAGES, bench.edit)), start, 0.5, own=True)


def whole_sites(bench: Bench, number: int, with_material: bool) -> None:
    """Ours first: what Zensical prints has been assembled by it."""
    files = sites.make(bench.folder, number)
    took = bench.by_turns(builds(bench, with_material))
    size = sum(file.stat().st_size for file in files) / number / 1000
    heading(f"Cả chuyên mục, {number} bài {decimal(newsroom.LEAST / 1000)}–{newsroom.MOST // 1000} KB")
    print(f"Mỗi bài trung bình {decimal(size)} KB; cột tệp là số trang HTML.")
    for name, (label, site) in SITES.items():
        if name in took:
            row(label, took[name], weighed(bench.folder / site))
    shutil.rmtree(bench.folder / "site-material", ignore_errors=True)
    print(f"Không đo Zensical: chưa cài trong {sys.prefix}." if "zensical" not in took else ZENSICAL)
    seen = sites.edits_seen(bench.folder, SERVE, files[-1], EDITS)
    told = "; ".join(f"{decimal(seconds, 2)} s" for seconds in seen)
    met = "đạt" if max(seen) <= SEEN else "CHƯA ĐẠT"
    print(f"chuyenmuc serve, sửa tên một bài: trang, trang chủ, RSS hiện sau {told}; mục tiêu {decimal(SEEN)} s: {met}")


def whole_campaign(folder: Path, repeat: int) -> None:
    """Everything that the sample of 2025 is made into; then sheets alone, which Typst sets too."""
    bench = Bench(folder / "chien-dich", repeat)
    campaign.make(bench.folder)
    heading("Trọn một đợt truyền thông: năm thông điệp")
    begun = bench.time(Work(IMAGES, bench.forget))
    row("chuyenmuc images, từ đầu", begun, bench.drawn())
    again = bench.time(Work(IMAGES))
    row("chuyenmuc images, không gì đổi", again)
    for name, took, most in (("từ đầu", begun, FROM_NOTHING), ("không gì đổi", again, UNCHANGED)):
        print(f"  {name}: mục tiêu dưới {decimal(most, 0)} s: {'đạt' if took.wall <= most else 'CHƯA ĐẠT'}")
    prints(Bench(folder / "to-in", repeat))


def prints(bench: Bench) -> None:
    campaign.make(bench.folder)
    campaign.only_prints(bench.folder)
    forget = partial(campaign.forget, bench.folder)
    works = {"ours": Work(IMAGES, forget)}
    if campaign.ready():
        works["typst"] = Work(campaign.peer(bench.folder), partial(campaign.start_peer, bench.folder))
    took = bench.by_turns(works)
    heading("Riêng tờ in: PDF và ảnh xem trước, từ đầu")
    row("chuyenmuc images", took["ours"], bench.drawn(".pdf"))
    if "typst" in took:
        sizes = [file.stat().st_size for file in campaign.made_by_peer(bench.folder)]
        row("Typst: chữ trên nền màu, không xén, không ngắt ở gạch", took["typst"], Files(len(sizes), sum(sizes)))


def builds(bench: Bench, with_material: bool) -> dict[str, Work]:
    works = {"ours": Work(BUILD, bench.forget)}
    if with_material:
        command = material.command(material.BLOG, str(material.PYTHON))
        works["material"] = Work(command, partial(material.forget, bench.folder))
    if command := sites.zensical():
        works["zensical"] = Work(command)
    return works


def weighed(site: Path) -> Files:
    made = sites.pages(site)
    return Files(len(made), sum(page.stat().st_size for page in made))


def goal(name: str, took: Took, start: Took, most: float, *, own: bool) -> None:
    """With `own` the goal is for the program's own work, without the start of Python and the loading of code."""
    row(name, took)
    work = took.less(start).wall
    met = "đạt" if (work if own else took.wall) < most else "CHƯA ĐẠT"
    part = "riêng việc của chương trình" if own else "cả khởi động"
    print(f"  trừ khởi động còn {decimal(work, 2)} s; mục tiêu dưới {decimal(most)} s {part}: {met}")


# Words ----------------------------------------------------------------------------------------------------------


def heading(title: str) -> None:
    columns = f"{'đồng hồ':>10}{'bộ xử lý':>10}{'bộ nhớ':>9}{'tệp':>7}{'ms/tệp':>9}{'CPU ms/tệp':>12}{'KB/tệp':>8}"
    print(f"\n{title:50}{columns}")


def row(name: str, took: Took, files: Files | None = None) -> None:
    memory = f"{took.memory:.0f} MB" if took.memory else "–"
    line = f"{name:50}{decimal(took.wall, 2) + ' s':>10}{decimal(took.cpu, 2) + ' s':>10}{memory:>9}"
    if files:
        wall, cpu = (decimal(1000 * part / files.count) for part in (took.wall, took.cpu))
        line += f"{files.count:>7}{wall:>9}{cpu:>12}{kilobytes(files):>8}"
    print(line, flush=True)


def kilobytes(files: Files) -> str:
    return decimal(files.bytes / files.count / 1000, 0)


def decimal(value: float, places: int = 1) -> str:
    return f"{value:.{places}f}".replace(".", ",")


def load() -> str:
    return ", ".join(decimal(value, 2) for value in os.getloadavg())


def machine(repeat: int, with_material: bool) -> None:
    versions = (f"Python {sys.version.split()[0]}", *(material.PINNED if with_material else ()))
    lines = (
        f"Máy có {CORES} lõi. {', '.join(versions)}.",
        f"Số đo là trung vị của {repeat} lần. Bộ xử lý, bộ nhớ tính mọi tiến trình.",
        f"Bộ nhớ: {MEMORY}.",
        f"Tải của máy lúc bắt đầu (1, 5, 15 phút): {load()}.",
    )
    print("\n".join(lines), flush=True)


def opening(titles: list[str]) -> None:
    lengths = [len(title) for title in titles]
    photos = len(range(0, len(titles), articles.WITH_PHOTO))
    megapixels = articles.PHOTO[0] * articles.PHOTO[1] // 1_000_000
    lines = (
        f"{len(titles)} bài bịa, tiêu đề {min(lengths)}–{max(lengths)} ký tự.",
        f"{photos} bài có ảnh JPEG {megapixels} triệu điểm ảnh, mỗi bài một ảnh pha màu từ {articles.SCENES} ảnh gốc.",
        f"chuyenmuc vẽ bằng {CORES} tiến trình, Material bằng {CORES} luồng (concurrency); một lần chạy nháp trước.",
    )
    print("\n".join(lines), flush=True)


# The whole ------------------------------------------------------------------------------------------------------


def installed() -> bool:
    try:
        material.install()
    except material.Absent as why:
        print(f"Không so với thẻ của Material: {why}.")
        return False
    return True


def warm(bench: Bench, with_cards: bool) -> None:
    """What is timed later finds all code in the file cache, compiled."""
    few = len(bench.make(3, photos=True))
    bench.by_turns(works(bench, few, with_cards))


def measure(folder: Path, chosen: argparse.Namespace) -> None:
    with_cards = installed()
    machine(chosen.repeat, with_cards)
    if chosen.part in ("all", "images"):
        images(folder, chosen, with_cards)
    if chosen.part in ("all", "campaign"):
        whole_campaign(folder, chosen.repeat)
    if chosen.part in ("all", "site"):
        whole_sites(Bench(folder / "chuyen-muc", chosen.repeat), chosen.newsroom, with_cards)
    print(f"\nTải của máy lúc xong (1, 5, 15 phút): {load()}.")


def images(folder: Path, chosen: argparse.Namespace, with_cards: bool) -> None:
    warm(Bench(folder / "nhap", 1), with_cards)
    bench = Bench(folder / "so-sanh", chosen.repeat)
    opening(bench.make(chosen.articles, photos=True))
    against_material(bench, chosen.articles, with_cards)
    shutil.rmtree(bench.folder)
    if not chosen.quick:
        many(Bench(folder / "nhieu", chosen.repeat))


def at_least(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isdecimal() or int(text) < least:
            raise argparse.ArgumentTypeError(f"cần số từ {least} trở lên")
        return int(text)

    return number


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench", description="Đo tốc độ, bộ nhớ, cỡ tệp; so với Material for MkDocs.")
    parser.add_argument("--articles", type=at_least(3), default=200, help="số bài đem so (mặc định 200)")
    parser.add_argument("--repeat", type=at_least(1), default=1, help="đo mấy lần, lấy trung vị (mặc định 1)")
    parser.add_argument("--quick", action="store_true", help=f"bỏ phần {MANY} bài")
    parser.add_argument("--newsroom", type=at_least(3), default=1000, help="số bài của cả chuyên mục (mặc định 1000)")
    parser.add_argument("--part", choices=PARTS, default="all", help="đo ảnh, đợt truyền thông, cả trang, hay tất cả")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        try:
            measure(Path(name), chosen)
        except Failed as why:
            sys.exit(f"Lỗi: {why}")


if __name__ == "__main__":
    main()
