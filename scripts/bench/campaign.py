"""A campaign's year as a project of its own, and Typst setting the same messages on sheets of the same sizes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import material

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench-typst"
PYTHON = FOLDER / "bin" / "python"
STAMP = FOLDER / "da-cai.txt"
PINNED = "typst==0.15.2"
YEAR = "chien-dich/10-10/2025"
SECTIONS = ("chien-dich", "chien-dich/10-10")
SIZES = {"bang-ron": [(3000, 1000), (5000, 1500)], "phuon": [(600, 2000), (1000, 3000)], "ap-phich": [(841, 1189)]}
ONE_FORMAT = "bia-trang: {channel: Trang web, use: bìa, size: [320, 180], max_kb: 60, art: true}\n"


def make(folder: Path) -> None:
    """The shipped sample of 2025, with the shipped catalogue: everything that a campaign is made into."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "content" / YEAR, folder / "content" / YEAR)
    for section in SECTIONS:
        shutil.copy(ROOT / "content" / section / ".meta.yml", folder / "content" / section)
    for file in (folder / "content" / YEAR).glob("*.md"):  # links that lead out of the year
        file.write_text(re.sub(r"\[([^\]]*)\]\((?!http)[^)]*\)", r"\1", file.read_text("utf-8")), encoding="utf-8")


def only_prints(folder: Path) -> None:
    """Nothing but sheets that Typst is given too: no places, boards, cards, leaflets or kits."""
    front = folder / "content" / YEAR / "index.md"
    kept = re.sub(r"(?ms)^(places|tasks):\n(?:[ -].*?\n)+(?=\S)", "", front.read_text("utf-8"))
    front.write_text(kept, encoding="utf-8")
    sheets = [{"piece": sort, "size": f"{w} x {h} mm"} for sort, sizes in SIZES.items() for w, h in sizes]
    assets = folder / "assets"
    assets.mkdir(exist_ok=True)
    nothing_else = {"boards": [], "countdown": [], "kits": []}
    asked = json.dumps({"pieces": sheets, **nothing_else}, ensure_ascii=False)
    (assets / "campaigns.yml").write_text(asked, encoding="utf-8")
    (assets / "formats.yml").write_text(ONE_FORMAT, encoding="utf-8")


def messages(folder: Path) -> list[str]:
    front = (folder / "content" / YEAR / "index.md").read_text("utf-8")
    listed = re.search(r"(?m)^messages:\n((?:  - .*\n)+)", front)
    return [line[4:].strip() for line in listed[1].splitlines()] if listed else []


def install() -> None:
    """Once: later runs find it in its own environment under build/."""
    if STAMP.exists() and STAMP.read_text("utf-8") == PINNED:
        return
    material.quietly([sys.executable, "-m", "venv", "--clear", str(FOLDER)], "không tạo được môi trường Python riêng")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1", PINNED]
    material.quietly(pip, "pip không cài được typst (không có mạng?)")
    STAMP.write_text(PINNED, encoding="utf-8")


def peer(folder: Path) -> tuple[str, ...]:
    """Typst on as many sheets, each a PDF and a small picture."""
    sizes = [size for each in SIZES.values() for size in each]
    told = json.dumps({"messages": messages(folder), "sizes": sizes}, ensure_ascii=False)
    (folder / "to-in.json").write_text(told, encoding="utf-8")
    fonts = str(ROOT / "assets" / "fonts")
    return (str(PYTHON), str(Path(__file__).with_name("prints.py")), str(folder / "to-in.json"), fonts)


def forget(folder: Path) -> None:
    for name in ("build", "site"):
        shutil.rmtree(folder / name, ignore_errors=True)


def start_peer(folder: Path) -> None:
    shutil.rmtree(folder / "typst", ignore_errors=True)


def made_by_peer(folder: Path) -> list[Path]:
    return sorted((folder / "typst").glob("*.pdf"))


def ready() -> bool:
    try:
        install()
    except (material.Absent, subprocess.SubprocessError) as why:
        print(f"Không so với Typst: {why}.")
        return False
    return True
