"""Material for MkDocs on the same articles: pages alone, and with a card for each from its social plugin."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench-venv"
PYTHON = FOLDER / "bin" / "python"
STAMP = FOLDER / "da-cai.txt"
PINNED = ("mkdocs==1.6.1", "mkdocs-material[imaging]==9.8.1", "pillow==13.0.0", "cairosvg==2.9.1")
CACHE = Path(".cache/plugin/social")
FONT = "Roboto"  # the name that the plugin asks for; our own letters answer to it, so it fetches nothing
STYLES = ("Regular", "Bold")
CORES = os.cpu_count() or 1
BLOG = "blog.yml"
CONFIGURATIONS = {"pages": "trang.yml", "cards": "the.yml"}


class Absent(Exception):
    """Why its cards cannot be drawn here, as half a sentence."""


def install() -> None:
    """Once: later runs find it in its own environment under build/."""
    pinned = "\n".join(PINNED)
    if STAMP.exists() and STAMP.read_text("utf-8") == pinned:
        return
    quietly([sys.executable, "-m", "venv", "--clear", str(FOLDER)], "không tạo được môi trường Python riêng")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1", *PINNED]
    quietly(pip, "pip không cài được mkdocs-material[imaging] (không có mạng?)")
    quietly(
        [str(PYTHON), "-c", "import cairosvg, PIL"], "máy thiếu thư viện cairo (trên Debian, Ubuntu: gói libcairo2)"
    )
    STAMP.write_text(pinned, encoding="utf-8")


def quietly(command: list[str], told: str) -> None:
    if subprocess.run(command, capture_output=True, check=False).returncode:
        raise Absent(told)


def prepare(folder: Path) -> None:
    """Two configurations, alike but for the plugin. No card for the home page: it is no article."""
    social = {"social": {"concurrency": CORES, "cards_exclude": ["index.md"]}}
    choices: dict[str, list[object]] = {"pages": ["search"], "cards": ["search", social]}
    for name, plugins in choices.items():
        (folder / CONFIGURATIONS[name]).write_text(json.dumps(configuration(plugins)), encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Trang chủ\n", encoding="utf-8")
    fonts = folder / CACHE / "fonts" / FONT
    fonts.mkdir(parents=True)
    for style in STYLES:
        shutil.copy(ROOT / "assets" / "fonts" / f"BeVietnamPro-{style}.ttf", fonts / f"{style}.ttf")


def prepare_blog(folder: Path) -> None:
    """The blog plugin with what it makes by itself: posts, pages of them, archive, categories; keywords, and search."""
    blog = {"blog": {"blog_dir": ".", "archive": True, "categories": True, "pagination": True}}
    (folder / BLOG).write_text(json.dumps(configuration(["search", blog, "tags"])), encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Tin\n", encoding="utf-8")


def configuration(plugins: list[object]) -> dict[str, object]:
    """JSON is YAML too."""
    theme = {"name": "material", "language": "vi", "font": False}
    return {"site_name": "Phép đo", "site_url": "https://example.org/", "theme": theme, "plugins": plugins}


def forget(folder: Path) -> None:
    """Everything drawn and built; the fonts stay."""
    shutil.rmtree(folder / "site-material", ignore_errors=True)
    shutil.rmtree(folder / CACHE / "assets", ignore_errors=True)
    (folder / CACHE / "manifest.json").unlink(missing_ok=True)


def command(configuration: str, python: str) -> tuple[str, ...]:
    return (python, "-m", "mkdocs", "build", "--quiet", "--config-file", configuration, "--site-dir", "site-material")


def patience(number: int) -> float:
    """Seconds. Its threads sometimes wait for each other for ever (9.8.1): then it is stopped and started anew."""
    return 30 + 0.3 * number


def cards(folder: Path) -> list[Path]:
    return sorted((folder / "site-material" / "assets" / "images" / "social").rglob("*.png"))
