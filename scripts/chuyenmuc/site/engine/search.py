"""Full-text search by Pagefind: an index in small pieces, of which a reader's browser fetches what a query needs.

Pagefind's memory grows with its pages. A large site is indexed in shares, two at a time, which browsers search as
one: the first share in `pagefind/`, the others in `pagefind/2/` and so on.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

FOLDER, HOME = "pagefind", "index.html"
SEARCHED = b"data-pagefind-body"
MOST = 1500  # items of a share: so many articles take Pagefind some 300 MB
AT_ONCE = 2  # shares
# Pagefind's own interfaces, which this site does not use.
NOT_USED = ("*-ui.*", "pagefind-highlight.js")
MARKS_OF_NOTES = "sup[id^=fnref], .footnote-backref"  # digits that would stand among the words of an answer
PROGRAM = ("*.js", "wasm.*")  # in the first share alone
Pages = dict[str, int]  # by address, the sum of what is searched
Known = dict[int, Pages]  # by number, what a share was made of
ARTICLE = re.compile(rb"<(/?)article\b[^>]*>")


def shares(items: int) -> int:
    return max(1, -(-items // MOST))


def index(site: Path, number: int = 1, known: Known | None = None, at_once: int = AT_ONCE) -> None:
    """Writes `pagefind/` into a finished site; only elements marked `data-pagefind-body` are searched.

    An older index stands until the new one is complete; its shares that are `known` to be as they were stay.
    """
    known = {} if known is None else known
    work = site.with_name(f"{site.name}-{FOLDER}")  # beside the site: what is gathered there is none of its pages
    shutil.rmtree(work, ignore_errors=True)
    try:
        made = dict(enumerate(shared(site, number), 1))
        new = [share for share, pages in made.items() if known.get(share) != pages]
        with ThreadPoolExecutor(at_once) as pool:
            list(pool.map(lambda share: indexed(site, made[share], work, share), new))
        known.clear()  # should the exchange fail midway
        exchange(site / FOLDER, work / "moi", number)
        known.update(made)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def indexed(site: Path, pages: Iterable[str], work: Path, share: int) -> None:
    gathered, passing = work / "trang" / str(share), work / "moi" / str(share)
    gather(site, pages, gathered)
    run(gathered, passing)
    shutil.rmtree(gathered)
    lighten(passing, PROGRAM if share > 1 else ())


def shared(site: Path, number: int) -> list[Pages]:
    """The pages that are searched, each in the share that its address gives: an edit changes one share alone."""
    found: list[Pages] = [{} for _ in range(number)]
    for page, told in sorted(searched(site)) or [(HOME, 0)]:
        found[zlib.crc32(page.encode()) % number][page] = told
    return found


def searched(site: Path) -> Iterator[tuple[str, int]]:
    """Each page that is searched, with the sum of what Pagefind takes of it."""
    for page in site.rglob("*.html"):
        with suppress(FileNotFoundError):  # a preview may be removing it
            content = page.read_bytes()
            if SEARCHED in content:
                yield page.relative_to(site).as_posix(), zlib.crc32(body(content))


def body(content: bytes) -> bytes:
    """The searched article: what stands beside it, other items' headlines for instance, may change."""
    start, depth = content.rfind(b"<", 0, content.index(SEARCHED)), 0
    for tag in ARTICLE.finditer(content, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return content[start : tag.end()]
    return content


def gather(site: Path, pages: Iterable[str], folder: Path) -> None:
    """Under their own addresses, as links where the disk knows such."""
    folder.mkdir(parents=True)
    for page in pages:
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            try:
                os.link(site / page, folder / page)
            except FileNotFoundError:
                raise
            except OSError:
                shutil.copyfile(site / page, folder / page)


def run(site: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(output)]
    command += ["--force-language", "vi", "--exclude-selectors", MARKS_OF_NOTES, "--silent"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        raise OSError(f"Pagefind không lập được chỉ mục tìm kiếm: {ran.stderr.strip()[-300:]}")


def lighten(share: Path, also: tuple[str, ...]) -> None:
    for pattern in (*NOT_USED, *also):
        for file in share.glob(pattern):
            file.unlink()


def exchange(current: Path, passing: Path, number: int) -> None:
    """Puts new shares in the place of old ones; the folder of the first holds the others."""
    first = passing / "1" if (passing / "1").is_dir() else current
    for share in map(str, range(2, number + 1)):
        if (passing / share).is_dir():
            shutil.rmtree(first / share, ignore_errors=True)
            (passing / share).rename(first / share)
        elif first is not current:
            (current / share).rename(first / share)
    if first is not current:
        shutil.rmtree(current, ignore_errors=True)
        first.rename(current)
