"""Makes the README's pictures from the built site: `.venv/bin/python scripts/pictures.py` after `make build`."""

from __future__ import annotations

import argparse
import functools
import http.server
import io
import json
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from browser import installed

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "assets" / "readme"
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
CAMPAIGN = ("chien-dich/10-10/2026", "chien-dich/10-10/2026/thong-diep-nguoi-dan")
CAMPAIGN_FORMATS = (
    *("facebook-bia-trang", "youtube-bia-kenh", "anh-dai-dien"),
    *("khung-anh-dai-dien", "zalo-bia-oa", "email-dau-thu"),
)
FORMATS = ("facebook-lien-ket", "facebook-vuong", "facebook-doc", "tin-doc", "zalo-bai-viet", "trang-anh-truot")
INFOGRAPHICS, YEAR = "do-hoa-thong-tin", "chien-dich/10-10/2025"
# Of each picture its rows: the item, and the files that stand beside each other.
ROWS = {
    "do-hoa": (
        (
            f"{INFOGRAPHICS}/bay-nhom-nhiem-vu",
            ("bang-chuyen-vuong-1", "bang-chuyen-vuong-3", "ap-phich-a4-xem", "trinh-chieu-xem"),
        ),
        (f"{INFOGRAPHICS}/muc-tieu-den-nam-2030", tuple(f"bang-chuyen-doc-{number}" for number in range(1, 5))),
        (f"{INFOGRAPHICS}/hai-so-tu-phap", ("story-1", "story-2", "ap-phich-a3-xem", "bang-chuyen-vuong-2")),
    ),
    "an-pham": (
        (YEAR, ("bang-ron-6x1-5m-thong-diep-1-xem", "bang-ron-6x1-5m-thong-diep-2-xem")),
        (
            YEAR,
            (
                *("phuon-0-8x2-5m-thong-diep-3-xem", "standee-0-8x2m-thong-diep-5-xem", "ap-phich-a1-thong-diep-4-xem"),
                *("to-roi-a5-xem", "pano-4x3m-thong-diep-5-xem"),
            ),
        ),
        (
            YEAR,
            (
                *("led-p5-3-84x1-92m-thong-diep-2", "dem-nguoc-10-facebook-vuong", "thong-diep-3-facebook-vuong"),
                *("to-gap-a4-ngang-xem",),
            ),
        ),
    ),
}
ROW, GAP = 190, 10
GROUND = "#D7DEE6"
LANCZOS = Image.Resampling.LANCZOS
WIDEST = 1280


@dataclass(frozen=True)
class Screen:
    """A page as a window shows it; `at` is what stands at the window's top, `above` how much is seen before it."""

    path: str
    width: int = 1280
    height: int = 1300
    at: str = ""
    above: int = 0


PHONE = 390
# The screens of a picture stand beside each other; theirs is the same height once they are scaled.
SCREENS = {
    "trang-chu": (Screen("", height=1560), Screen("", PHONE, 1360)),
    "bai": (
        Screen("noi-dung-cot-loi/hop-tac-quoc-te/", height=1400, at=".crumbs"),
        Screen("binh-dan-hoc-vu-so/ky-nang-xem-tin-nhan-la/", PHONE, 1220, ".goals", 16),
    ),
    "van-ban": (
        Screen("tra-cuu-van-ban/", 1120, 1240, ".crumbs"),
        Screen("van-ban-chi-dao/nghi-quyet-57-nq-tw/", PHONE, 1220, "#chuoi-van-ban", 16),
    ),
    "dot": (
        Screen("chien-dich/10-10/2025/", 1120, 1300, ".crumbs"),
        Screen("chien-dich/10-10/2025/", PHONE, 1220, ".hero"),
    ),
    "kho-tu-lieu": (Screen("kho-tu-lieu/?tim=muc+tieu", height=900, at=".crumbs"),),
}


def sheet(site: Path, items: Sequence[str], formats: Sequence[str]) -> Image.Image:
    """A row an item, a column a format."""
    rows = json.loads((site / "kho-tu-lieu" / "danh-muc.json").read_text("utf-8"))
    files = {(row["item"], row["format"]): site / row["url"] for row in rows}
    return stacked([beside([opened(files[item, form]) for form in formats], ROW) for item in items])


def rows(site: Path, asked: Sequence[tuple[str, Sequence[str]]]) -> Image.Image:
    """Each row as wide as the picture."""
    made = []
    for item, names in asked:
        files = [opened(site / "kho-tu-lieu" / item / f"{name}.png") for name in names]
        room = WIDEST - GAP * (len(files) + 1)
        made.append(beside(files, int(room / sum(image.width / image.height for image in files))))
    return stacked(made)


def opened(path: Path) -> Image.Image:
    with Image.open(path) as image:
        cell = Image.new("RGBA", image.size, GROUND)
        cell.alpha_composite(image.convert("RGBA"))
        return cell.convert("RGB")


def beside(images: Sequence[Image.Image], height: int) -> Image.Image:
    scaled = [image.resize((round(image.width * height / image.height), height), LANCZOS) for image in images]
    row = Image.new("RGB", (sum(image.width + GAP for image in scaled) + GAP, height + 2 * GAP), GROUND)
    x = GAP
    for image in scaled:
        row.paste(image, (x, GAP))
        x += image.width + GAP
    return row


def stacked(rows: Sequence[Image.Image]) -> Image.Image:
    """Rows of one width; the gap between two is a single one."""
    page = Image.new("RGB", (max(row.width for row in rows), sum(row.height - GAP for row in rows) + GAP), GROUND)
    y = 0
    for row in rows:
        page.paste(row, (0, y))
        y += row.height - GAP
    return page


@contextmanager
def served(site: Path) -> Iterator[str]:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def screens(site: Path) -> dict[str, Image.Image]:
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        made = {}
        for name, shown in SCREENS.items():
            taken = [shot(browser, address, screen) for screen in shown]
            # As high as lets them fill the width together.
            room = WIDEST - GAP * (len(taken) + 1)
            made[name] = beside(taken, round(room / sum(image.width / image.height for image in taken)))
        browser.close()
    return made


def shot(browser: Browser, address: str, screen: Screen) -> Image.Image:
    page = browser.new_page(viewport={"width": screen.width, "height": screen.height}, device_scale_factor=2)
    page.goto(address + screen.path)
    page.wait_for_timeout(1500)
    if screen.at:
        top = "(element, above) => scrollTo(0, element.getBoundingClientRect().top - above)"
        page.locator(screen.at).first.evaluate(top, screen.above)
    page.wait_for_timeout(300)
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    return image


def main() -> None:
    parser = argparse.ArgumentParser(description="Chụp các trang và ghép các ảnh cho README.")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="thư mục trang đã dựng")
    site = parser.parse_args().site
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, image in {
        **screens(site),
        **{name: rows(site, asked) for name, asked in ROWS.items()},
        "anh": sheet(site, ITEMS, FORMATS),
        "chien-dich": sheet(site, CAMPAIGN, CAMPAIGN_FORMATS),
    }.items():
        image.thumbnail((WIDEST, 1500), LANCZOS)
        image.quantize(256, kmeans=1).save(TARGET / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
