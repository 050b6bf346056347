"""`python scripts/web_tools`: cài bộ công cụ kiểm trang (axe, Nu, Lighthouse) vào môi trường Python đang dùng."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from web_tools import fetch

if __name__ == "__main__":
    print(f"Bộ công cụ kiểm trang: {fetch()}")
