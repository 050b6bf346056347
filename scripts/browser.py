"""Finds a Chromium-family browser for the tests, or gets one; ends with an error if none can be had.

Order: CHUYENMUC_BROWSER; a Chromium, Chrome or Edge of this machine; Playwright's own; Debian's package where we are
root. Prints the path of the browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge", "microsoft-edge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "{PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES(X86)}/Google/Chrome/Application/chrome.exe",
    "{PROGRAMFILES}/Microsoft/Edge/Application/msedge.exe",
    "{PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
)


def installed() -> str | None:
    """The path of a browser that is there already."""
    given = os.environ.get("CHUYENMUC_BROWSER")
    if given:
        return given
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return (
        found or next((path for path in map(expanded, PLACES) if path and Path(path).is_file()), None) or playwrights()
    )


def expanded(place: str) -> str:
    if not place.startswith("{"):
        return place
    variable, _, rest = place[1:].partition("}")
    folder = os.environ.get(variable)
    return folder + rest if folder else ""


def playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def quietly(*command: str) -> bool:
    try:
        return (
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
        )
    except OSError:
        return False


def fetched() -> str | None:
    if quietly(sys.executable, "-m", "playwright", "install", "chromium") and (path := playwrights()):
        return path
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quietly("apt-get", "update", "-q")
        quietly("apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium")
    return installed()


def main() -> None:
    path = installed() or fetched()
    if not path:
        sys.exit("Lỗi: không có trình duyệt để kiểm thử; cài Chromium, Chrome hoặc Edge, hoặc đặt CHUYENMUC_BROWSER.")
    print(f"Trình duyệt để kiểm thử: {path}")


if __name__ == "__main__":
    main()
