"""`make lighthouse`: points of the chief pages, and what an article weighs over the wire.

The project is built as an agency would publish it, its facts complete and no longer on trial: pages on trial ask
search engines to stay away. They are served as an agency's server should: compressed, with files kept by browsers.
Takes about a minute.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import io
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

import browser
from chuyenmuc.project import Project
from chuyenmuc.site.engine.build import build
from chuyenmuc.vietnamese.dates import TIME_ZONE
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
# What the sample project leaves open, so that its pages are as long as real ones.
FACTS = {
    "address": "số 1, đường Mẫu, phường Mẫu",
    "email": "hop-thu@mau.gov.vn",
    "phone": "0200 000 0000",
    "responsible": "Văn phòng Sở",
}
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

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with suppress(ConnectionError):  # the inspector has seen enough
            super().copyfile(source, outputfile)

    def end_headers(self) -> None:
        kept = "no-cache" if self.path.endswith("/") else "public, max-age=31536000, immutable"
        self.send_header("Cache-Control", kept)
        super().end_headers()


def published(root: Path) -> Path:
    """The project built in a folder of its own as if it were no longer on trial; returns its site."""
    shutil.copytree(ROOT / "content", root / "content")
    if (ROOT / "build" / "cache").is_dir():
        shutil.copytree(ROOT / "build" / "cache", root / "build" / "cache")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    given = {name: value for name, value in config["extra"]["agency"].items() if value}
    config["extra"]["agency"] = FACTS | given | {"trial": False}
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")
    project = Project(root)
    build(project, datetime.now(TIME_ZONE).date())
    return project.site


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
    parser.add_argument("pages", nargs="*", help="địa chỉ trong trang, ví dụ tin-tuc/; trống thì các trang chính")
    given = parser.parse_args()
    path = browser.installed()
    if not path:
        sys.exit("Lỗi: cần một trình duyệt; chạy python scripts/browser.py rồi make lighthouse.")
    pages = {urlsplit(page).path: page for page in given.pages} or PAGES
    with tempfile.TemporaryDirectory() as folder, served(published(Path(folder) / "du-an")) as address:
        for name, page in pages.items():
            report = lighthouse(address + page, path, Path(folder) / "bao-cao")
            print(told(name, report), *faults(report), sep="\n", flush=True)


if __name__ == "__main__":
    main()
