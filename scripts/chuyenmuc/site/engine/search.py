"""Full-text search by Pagefind: an index in small pieces, of which a reader's browser fetches what a query needs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = "pagefind"
# Pagefind's own interfaces, which this site does not use.
NOT_USED = ("*-ui.*", "pagefind-highlight.js")


def index(site: Path) -> None:
    """Writes `pagefind/` into a finished site; only elements marked `data-pagefind-body` are searched.

    An older index stands until the new one is complete.
    """
    passing = site / f"{FOLDER}-moi"
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(passing)]
    shutil.rmtree(passing, ignore_errors=True)
    ran = subprocess.run([*command, "--force-language", "vi", "--silent"], capture_output=True, text=True, check=False)
    if ran.returncode:
        shutil.rmtree(passing, ignore_errors=True)
        raise OSError(f"Pagefind không lập được chỉ mục tìm kiếm: {ran.stderr.strip()[-300:]}")
    for pattern in NOT_USED:
        for file in passing.glob(pattern):
            file.unlink()
    shutil.rmtree(site / FOLDER, ignore_errors=True)
    passing.rename(site / FOLDER)
