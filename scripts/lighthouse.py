"""`make lighthouse`: points of the finished site's chief pages, and what an article weighs over the wire.

The pages are served as an agency's server should: compressed, with files kept by browsers. Takes about a minute.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import io
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import browser
from web_tools import lighthouse

ROOT = Path(__file__).resolve().parents[1]
PAGES = {
    "Trang chủ": "",
    "Tiểu mục": "tin-tuc/",
    "Bài": "tin-tuc/lang-son-ke-hoach-211/",
    "Tra cứu văn bản": "tra-cuu-van-ban/",
}
CATEGORIES = {"performance": "nhanh", "accessibility": "tiếp cận", "best-practices": "đúng cách", "seo": "dễ tìm"}
AUDITS = {"first-contentful-paint": "chữ đầu", "largest-contentful-paint": "hình chính", "total-blocking-time": "nghẽn"}
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".txt", ".webmanifest"}


class Server(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXTS or not path.is_file():
            return super().send_head()
        body = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def end_headers(self) -> None:
        kept = "no-cache" if self.path.endswith("/") else "public, max-age=31536000, immutable"
        self.send_header("Cache-Control", kept)
        super().end_headers()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    handler = functools.partial(Server, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


def told(name: str, report: dict[str, Any]) -> str:
    points = [f"{word} {report['categories'][key]['score'] * 100:.0f}" for key, word in CATEGORIES.items()]
    times = [f"{word} {report['audits'][key]['numericValue'] / 1000:.2f} giây" for key, word in AUDITS.items()]
    return f"{name}: {', '.join(points)}; {', '.join(times)}; {weight(report)}"


def weight(report: dict[str, Any]) -> str:
    """Kilobytes over the wire, pictures apart."""
    items = report["audits"]["network-requests"]["details"]["items"]
    sizes = {True: 0, False: 0}
    for item in items:
        sizes[item.get("resourceType") == "Image"] += item.get("transferSize", 0)
    return f"{sizes[False] / 1024:.0f} kB và {sizes[True] / 1024:.0f} kB ảnh"


def faults(report: dict[str, Any]) -> Iterator[str]:
    for category in CATEGORIES:
        for entry in report["categories"][category]["auditRefs"]:
            audit = report["audits"][entry["id"]]
            if entry["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"    {audit['id']}: {audit['title']} {audit.get('displayValue', '')}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Chấm điểm các trang chính của site/ bằng Lighthouse.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="thư mục trang đã dựng")
    parser.add_argument("pages", nargs="*", help="địa chỉ trong trang, ví dụ tin-tuc/; trống thì các trang chính")
    given = parser.parse_args()
    path = browser.installed()
    if not path or not (given.site / "index.html").is_file():
        sys.exit("Lỗi: cần một trình duyệt và trang đã dựng; chạy make build rồi make lighthouse.")
    pages = {urlsplit(page).path: page for page in given.pages} or PAGES
    with served(given.site) as address, tempfile.TemporaryDirectory() as folder:
        for name, page in pages.items():
            report = lighthouse(address + page, path, Path(folder) / "bao-cao")
            print(told(name, report), *faults(report), sep="\n", flush=True)


if __name__ == "__main__":
    main()
