"""Full-text search by Pagefind: an index in small pieces, of which a reader's browser fetches what a query needs.

Pagefind's memory grows with its pages. A large site is indexed in shares, one after another, which browsers search as
one: the first share in `pagefind/`, the others in `pagefind/2/` and so on.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

FOLDER = "pagefind"
SEARCHED = b"data-pagefind-body"
MOST = 2000  # items of a share: so many articles take Pagefind some 400 MB
# Pagefind's own interfaces, which this site does not use.
NOT_USED = ("*-ui.*", "pagefind-highlight.js")
PROGRAM = ("*.js", "wasm.*")  # in the first share alone


def shares(items: int) -> int:
    return max(1, -(-items // MOST))


def index(site: Path, number: int = 1) -> None:
    """Writes `pagefind/` into a finished site; only elements marked `data-pagefind-body` are searched.

    An older index stands until the new one is complete.
    """
    passing, sorted_out = site / f"{FOLDER}-moi", site / f"{FOLDER}-phan"
    try:
        for share, pages in enumerate(shared(site, number), 1):
            shutil.rmtree(sorted_out, ignore_errors=True)
            gathered(site, pages, sorted_out)
            run(sorted_out, passing if share == 1 else passing / str(share))
        for pattern in NOT_USED:
            for file in passing.rglob(pattern):
                file.unlink()
        for pattern in PROGRAM:
            for file in passing.glob(f"*/{pattern}"):
                file.unlink()
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        passing.rename(site / FOLDER)
    finally:
        for folder in (passing, sorted_out):
            shutil.rmtree(folder, ignore_errors=True)


def shared(site: Path, number: int) -> list[list[str]]:
    """The pages that are searched, each in the share that its address gives: an edit changes one share alone."""
    found: list[list[str]] = [[] for _ in range(number)]
    for page in searched(site):
        found[zlib.crc32(page.encode()) % number].append(page)
    return found


def searched(site: Path) -> Iterator[str]:
    for page in site.rglob("*.html"):
        with suppress(FileNotFoundError):  # a preview may be removing it
            if SEARCHED in page.read_bytes():
                yield page.relative_to(site).as_posix()


def gathered(site: Path, pages: list[str], folder: Path) -> None:
    """Under their own addresses, as links where the disk knows such."""
    folder.mkdir(parents=True)
    for page in pages:
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(site / page, folder / page)
        except FileNotFoundError:
            continue
        except OSError:
            shutil.copyfile(site / page, folder / page)


def run(site: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(output)]
    ran = subprocess.run([*command, "--force-language", "vi", "--silent"], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise OSError(f"Pagefind không lập được chỉ mục tìm kiếm: {ran.stderr.strip()[-300:]}")
