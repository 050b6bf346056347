"""Makes the README's pictures from the built site: `python scripts/pictures.py` after `make build`."""

from __future__ import annotations

import functools
import http.server
import io
import json
import threading
from collections.abc import Sequence
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from browser import installed

ROOT = Path(__file__).resolve().parents[1]
SITE, TARGET = ROOT / "site", ROOT / "assets" / "readme"
ITEMS = (
    "tin-tuc/lang-son-ke-hoach-211",
    "binh-dan-hoc-vu-so/ky-nang-xem-tin-nhan-la",
    "noi-dung-cot-loi/trich-dan-nguoi-dan-la-trung-tam",
    "su-kien/ngay-chuyen-doi-so-quoc-gia-2026",
    "van-ban-chi-dao/nghi-quyet-57-nq-tw",
    "do-hoa-thong-tin/con-so-80-phan-tram",
    "kiem-chung/ngay-ban-hanh-nghi-quyet-57",
    "hoi-dap/vi-sao-chon-ngay-10-10",
)
CAMPAIGN = ("ngay-chuyen-doi-so/thong-diep-10-10", "ngay-chuyen-doi-so/thong-diep-nguoi-dan")
CAMPAIGN_FORMATS = (
    *("facebook-bia-trang", "youtube-bia-kenh", "anh-dai-dien"),
    *("khung-anh-dai-dien", "zalo-bia-oa", "email-dau-thu"),
)
FORMATS = ("facebook-lien-ket", "facebook-vuong", "facebook-doc", "tin-doc", "zalo-bai-viet", "trang-anh-truot")
ROW, GAP = 190, 10
GROUND = "#D7DEE6"
PAGES = {"trang-chu": ("", 1500), "kho-tu-lieu": ("kho-tu-lieu/?tim=muc+tieu", 900)}


def sheet(items: Sequence[str], formats: Sequence[str]) -> Image.Image:
    """A row an item, a column a format."""
    rows = json.loads((SITE / "kho-tu-lieu" / "danh-muc.json").read_text("utf-8"))
    files = {(row["item"], row["format"]): SITE / row["url"] for row in rows}
    lines = [[thumbnail(files[item, form]) for form in formats] for item in items]
    width = sum(image.width + GAP for image in lines[0]) + GAP
    page = Image.new("RGB", (width, len(lines) * (ROW + GAP) + GAP), GROUND)
    for y, line in enumerate(lines):
        x = GAP
        for image in line:
            page.paste(image, (x, GAP + y * (ROW + GAP)))
            x += image.width + GAP
    return page


def thumbnail(path: Path) -> Image.Image:
    with Image.open(path) as image:
        size = round(image.width * ROW / image.height), ROW
        cell = Image.new("RGBA", size, GROUND)
        cell.alpha_composite(image.convert("RGBA").resize(size, Image.Resampling.LANCZOS))
        return cell.convert("RGB")


def screens() -> dict[str, Image.Image]:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(SITE))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        made = {}
        for name, (path, height) in PAGES.items():
            page = browser.new_page(viewport={"width": 1280, "height": height})
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}")
            page.wait_for_timeout(1500)
            made[name] = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        browser.close()
        server.shutdown()
    return made


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, image in {
        "anh": sheet(ITEMS, FORMATS),
        "chien-dich": sheet(CAMPAIGN, CAMPAIGN_FORMATS),
        **screens(),
    }.items():
        image.thumbnail((1280, 1500), Image.Resampling.LANCZOS)
        image.quantize(256).save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
