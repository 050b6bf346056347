from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from PIL import Image

from chuyenmuc.site.mounting.files import filled, worker
from chuyenmuc.site.mounting.icons import ICONS, icons


def news(desk) -> None:
    desk.section("tin-tuc")
    for number in range(12):
        desk.item(f"tin-tuc/bai-{number:02}.md", title=f"Bài {number} </script>", date=f"2026-02-{number + 1:02}")


def test_the_latest_ten_of_the_site_and_of_each_section(desk, assembled) -> None:
    news(desk)
    desk.section("su-kien", title="Sự kiện", kind="su-kien")
    docs = assembled()
    whole = json.loads((docs / "nhung" / "moi-nhat.json").read_text("utf-8"))
    assert [entry["title"] for entry in whole["items"]][:2] == ["Bài 11 </script>", "Bài 10 </script>"]
    assert len(whole["items"]) == 10
    assert whole["items"][0]["url"] == "https://so.mau.gov.vn/nq57/tin-tuc/bai-11/"
    assert whole["items"][0]["date"] == {"iso": "2026-02-12", "text": "12/02/2026"}
    section = json.loads((docs / "nhung" / "su-kien" / "moi-nhat.json").read_text("utf-8"))
    assert (section["title"], section["items"]) == ("Sự kiện", [])


def test_the_script_for_portals_holds_the_latest_and_builds_no_html(desk, assembled) -> None:
    news(desk)
    script = (assembled() / "nhung" / "moi-nhat.js").read_text("utf-8")
    assert '"url": "tin-tuc/bai-11/"' in script and "</script" not in script
    assert not re.search(r"innerHTML|insertAdjacentHTML|document\.write|eval\(", script)


def test_frames_answer_only_to_the_section_itself(desk, assembled) -> None:
    script = (assembled() / "nhung" / "khung.js").read_text("utf-8")
    assert "origin !== base.origin || source !== frame.contentWindow" in script


@pytest.fixture
def manifest(desk, assembled) -> dict[str, Any]:
    return json.loads((assembled() / "ung-dung.webmanifest").read_text("utf-8"))


def test_the_manifest_names_the_site_and_its_icons(manifest: dict[str, Any]) -> None:
    assert (manifest["name"], manifest["short_name"]) == ("Chuyên mục mẫu", "Sở Mẫu")
    assert (manifest["start_url"], manifest["scope"]) == ("./", "./")  # wherever it is mounted
    assert [icon["sizes"] for icon in manifest["icons"]] == ["192x192", "512x512", "512x512"]
    assert manifest["icons"][2]["purpose"] == "maskable"


def test_icons_are_drawn_alike_every_time(desk, brand) -> None:
    first, second = (dict(icons(desk.project, brand)) for _ in range(2))
    assert first == second and len(first) == len(ICONS)
    for name, side, _ in ICONS:
        with Image.open(io.BytesIO(first[f"assets/icons/{name}"])) as image:
            assert image.size == (side, side)
            colors = {color for _, color in image.convert("RGB").getcolors(1 << 20) or []}
            assert {(11, 42, 107), (255, 184, 28), (255, 255, 255)} <= colors
        assert len(first[f"assets/icons/{name}"]) < 20_000


def test_an_emblem_takes_the_place_of_the_sign(desk, brand) -> None:
    file = io.BytesIO()
    Image.new("RGBA", (300, 200), (200, 0, 0, 255)).save(file, "PNG")
    desk.write("assets/bieu-trung.png", file.getvalue())
    made = dict(icons(desk.project, brand.model_copy(update={"emblem": "assets/bieu-trung.png"})))
    with Image.open(io.BytesIO(made["assets/icons/bieu-tuong-192.png"])) as image:
        assert image.convert("RGB").getpixel((96, 96)) == (200, 0, 0)
        assert image.convert("RGB").getpixel((96, 4)) == (255, 255, 255)


def test_the_worker_changes_with_what_it_keeps(desk, viewer) -> None:
    seen = viewer()
    before = worker(desk.project, seen)
    assert worker(desk.project, seen) == before
    desk.write("assets/css/chuyen-muc/99-rieng.css", "body { color: red }")
    after = worker(desk.project, seen)
    assert after != before
    assert after.count(b"assets/fonts/") >= 2 and b'"ngoai-tuyen/"' in after


def test_values_are_written_as_javascript(desk) -> None:
    desk.write("templates/mounting/moi-nhat.js", "const NAME = {{ title | tojson }};")
    made = filled(desk.project, "moi-nhat.js", {"title": "Sở “Mẫu” </script>"}).decode()
    assert "</script>" not in made and "Sở “Mẫu”" in made
