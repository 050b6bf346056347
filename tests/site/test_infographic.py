"""An infographic's page: every sort of block, its numbers with source and day, its pictures, its numbers as a file."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from chuyenmuc.content.infographic import SORTS, Block
from chuyenmuc.images.library import Library, Record
from chuyenmuc.project import SHIPPED
from chuyenmuc.site.assemble import assemble
from chuyenmuc.site.edition import Edition
from chuyenmuc.site.engine.build import built
from chuyenmuc.site.pages.infographics import infographic_files
from chuyenmuc.site.pages.items import item_page
from chuyenmuc.site.structured.items import described
from chuyenmuc.site.views import charts, infographic
from chuyenmuc.site.views.figures_csv import safe
from chuyenmuc.site.views.viewer import Viewer

Made = Callable[..., Viewer]
EVIL = "<img src=x onerror=alert(1)>"
SOURCE = "Báo cáo của Sở Mẫu"
BLOCKS: dict[str, dict[str, Any]] = {
    "figures": {"figures": [{"value": "80%", "label": f"Hồ sơ {EVIL}", "change": "tăng 5 điểm"}], "title": EVIL},
    "steps": {"steps": ["Mở ứng dụng", {"title": EVIL, "text": "Gõ tên"}]},
    "timeline": {"timeline": [{"when": "22/12/2024", "what": EVIL}, {"when": "Quý I", "what": "Sơ kết"}]},
    "bars": {"bars": [{"label": EVIL, "value": "95,3"}, {"label": "B", "value": "47,65"}], "unit": "%"},
    "areas": {"areas": [{"name": EVIL, "value": "1204"}, {"name": "Chi Lăng", "text": "Chưa có"}], "unit": "điểm"},
    "faq": {"faq": [{"question": EVIL, "answer": "Trên cổng"}]},
    "checklist": {"checklist": [EVIL, "Điện thoại"]},
    "text": {"text": f"Đoạn một.\n\n{EVIL}"},
    "share": {"share": [{"label": EVIL, "value": "60"}, {"label": "B", "value": "30"}], "unit": "%"},
    "compare": {"compare": [{"title": EVIL, "points": ["a"]}, {"title": "Sau", "points": [EVIL]}]},
    "table": {"table": {"columns": ["Chỉ tiêu", EVIL], "rows": [[EVIL, "1.500"], ["=CMD()", "-5"]]}, "title": "Bảng"},
    "quote": {"quote": {"text": EVIL, "speaker": "Nghị quyết", "cited_from": "Mục I"}},
    "people": {"people": {"count": 7, "of": 10, "label": EVIL}},
}


@pytest.fixture
def told(desk, viewer: Made) -> Callable[..., dict[str, Any]]:
    """The view of an infographic of the given blocks."""

    def made(*blocks: dict[str, Any], **keys: Any) -> dict[str, Any]:
        given = {"figures": None, "source": SOURCE, "as_of": "2026-09-30", "blocks": list(blocks)} | keys
        desk.item("a.md", kind="infographic", **given)
        (item,) = viewer().archive.items
        return item_page(viewer(), item).make().meta["infographic"]

    return made


def block(told: Callable[..., dict[str, Any]], given: dict[str, Any], **keys: Any) -> dict[str, Any]:
    (made,) = told(given, **keys)["blocks"]
    return made


# Views ---------------------------------------------------------------------------------------------------------------


def test_every_sort_has_a_view_and_a_template() -> None:
    folder = SHIPPED / "templates/site/partials/infographic"
    assert set(infographic.OF_SORT) == set(BLOCKS) == set(SORTS)
    assert all((folder / f"{sort}.html").is_file() for sort in SORTS)


def test_source_and_day_are_told_once_where_all_numbers_share_them(told) -> None:
    made = block(told, BLOCKS["bars"])
    assert (made["source_html"], made["as_of"]["text"]) == (SOURCE, "30/09/2026")
    assert [(row["source_html"], row["as_of"]) for row in made["rows"]] == [("", None)] * 2


def test_source_and_day_stand_with_each_number_where_they_differ(told) -> None:
    parts = [{"label": "A", "value": "1", "source": "Quyết định 5"}, {"label": "B", "value": "2"}]
    made = block(told, {"bars": parts})
    assert (made["source_html"], made["as_of"]["text"]) == ("", "30/09/2026")
    assert [row["source_html"] for row in made["rows"]] == ["Quyết định 5", SOURCE]
    assert [row["as_of"] for row in made["rows"]] == [None, None]


def test_what_holds_no_numbers_names_only_its_own_source(told) -> None:
    assert block(told, BLOCKS["steps"])["source_html"] == ""
    assert block(told, BLOCKS["steps"] | {"source": "Sổ tay"})["source_html"] == "Sổ tay"
    assert block(told, BLOCKS["table"])["source_html"] == SOURCE


def test_bars_begin_at_zero(told) -> None:
    made = block(told, BLOCKS["bars"])
    assert [(row["value"], row["width"]) for row in made["rows"]] == [("95,3%", "100.00%"), ("47,65%", "50.00%")]
    assert made["caption_html"] == "Các thanh bắt đầu từ số 0."
    money = block(told, {"bars": [{"label": "A", "value": "0"}, {"label": "B", "value": "1.234"}], "unit": "tỷ đồng"})
    assert [row["width"] for row in money["rows"]] == ["0.00%", "100.00%"]
    assert "Đơn vị: tỷ đồng." in money["caption_html"]
    assert [row["width"] for row in block(told, {"bars": [{"label": "A", "value": "0"}]})["rows"]] == ["0"]


def test_a_share_names_its_whole_and_what_is_left(told) -> None:
    made = block(told, BLOCKS["share"])
    assert made["caption_html"].startswith("Tổng thể: 100%.")
    assert [(row["number"], row["value"], row["rest"]) for row in made["rows"]][-1] == (3, "10%", True)
    assert "“Phần còn lại” là tổng thể trừ đi" in made["rest_html"]
    summed = block(told, {"share": [{"label": "A", "value": "1"}, {"label": "B", "value": "2"}], "unit": "người"})
    assert summed["caption_html"].startswith("Các phần cộng lại: 3\N{NO-BREAK SPACE}người.")
    assert [row["percent"] for row in summed["rows"]] == ["33,3%", "66,7%"]
    assert "làm tròn" in summed["caption_html"] and summed["rest_html"] == ""


@pytest.mark.parametrize(
    ("text", "machine"),
    [
        ("22/12/2024", "2024-12-22"),
        ("Tháng 6/2025", "2025-06"),
        ("năm 2030", "2030"),
        ("13/2025", ""),
        ("Quý I/2027", ""),
    ],
)
def test_only_known_times_are_told_to_machines(text: str, machine: str) -> None:
    assert infographic.machine_day(text) == machine


def test_an_untitled_comparison_puts_its_sides_on_the_second_level(told) -> None:
    assert block(told, BLOCKS["compare"])["level"] == 2
    assert block(told, BLOCKS["compare"] | {"title": "Trước và sau"})["level"] == 3


def test_columns_of_numbers_are_known(told) -> None:
    rows = [["1", "1.500", "Một lời dài hơn cả"], ["2", "–", "2"]]
    made = block(told, {"table": {"columns": ["Thứ tự", "Số", "Lời"], "rows": rows}})
    assert [head["look"] for head in made["heads"]] == ["", "so", "dai"]


# Drawings ------------------------------------------------------------------------------------------------------------


def amounts(*values: str) -> list[Any]:
    return [part.value for part in Block.model_validate({"share": [{"label": "A", "value": v} for v in values]}).share]


def test_a_hundred_squares_stay_a_hundred() -> None:
    paths = charts.squares(amounts("62", "38"))
    assert [part["path"].count("M") for part in paths] == [62, 38]
    assert sum(part["path"].count("M") for part in charts.squares(amounts("0,4", "99,3", "0,3"))) == 100


def test_a_ring_goes_once_around_and_its_labels_stand_apart() -> None:
    parts = charts.ring(amounts("96", "1", "1", "0", "1", "1"))
    assert [part["number"] for part in parts] == [1, 2, 3, 5, 6]
    turns = [-float(part["offset"]) for part in parts]
    assert turns == sorted(turns) and turns[-1] < 2 * 3.15 * charts.RADIUS
    places = [(float(part["x"]), float(part["y"])) for part in parts]
    assert all((a - c) ** 2 + (b - d) ** 2 > 200 for (a, b), (c, d) in pairwise(places))


def test_the_crowd_is_counted(told) -> None:
    crowd = block(told, BLOCKS["people"])["crowd"]
    assert (crowd["counted"].count("M"), crowd["others"].count("M"), crowd["size"]) == (7, 3, "it")


# Cards, search, machines ---------------------------------------------------------------------------------------------


def test_a_card_shows_the_first_numbers_of_any_block(desk, viewer: Made) -> None:
    blocks = [BLOCKS["steps"], {"bars": [{"label": "Năm 2025", "value": "1234,5"}], "unit": "tỷ đồng"}]
    desk.item("a.md", kind="infographic", figures=None, source=SOURCE, blocks=[*blocks, BLOCKS["people"]])
    (item,) = viewer().archive.items
    shown = viewer().card(item)["figures"]
    assert shown[0] == {"value": "1.234,5\N{NO-BREAK SPACE}tỷ đồng", "label": "Năm 2025"}
    assert shown[1]["value"] == "7\N{NO-BREAK SPACE}trong 10"
    assert json.dumps(shown)


def test_the_words_of_blocks_are_searched(desk, viewer: Made) -> None:
    desk.item("a.md", kind="infographic", source=SOURCE, blocks=[{"steps": [{"title": "Đăng", "text": "Điền mẫu"}]}])
    (item,) = viewer().archive.items
    words = item_page(viewer(), item).make().meta["search_words"].split()
    assert {"dang", "dien"} <= set(words)


# Pictures ------------------------------------------------------------------------------------------------------------


def record(name: str, kind: str = "image/png", **keys: Any) -> Record:
    suffix = kind.rpartition("/")[2]
    given = {"item": "a", "item_url": "a/", "kind": "infographic", "channel": "", "use": "", "alt": "Lời mô tả"}
    sizes = {"width": 1080, "height": 4000, "bytes": 2048, "sha256": name}
    at = {"url": f"kho-tu-lieu/a/{name}.{suffix}", "source": Path(f"{name}.{suffix}")}
    return Record(**given, **sizes, **at, format=name, media_type=kind, **keys)


def test_what_was_drawn_is_offered(desk, viewer: Made) -> None:
    desk.item("a.md", kind="infographic", source=SOURCE)
    sets = [record(f"bang-chuyen-vuong-{number}") for number in (10, 2, 1)]
    files = [record("ap-phich-a4", "application/pdf"), record("ap-phich-a4-xem", stands_for="ap-phich-a4")]
    library = Library.of([record("do-hoa-cao"), record("facebook-vuong"), *sets, *files])
    shown = viewer(library=library)
    (item,) = shown.archive.items
    page = item_page(shown, item)
    posters = page.make().meta["infographic"]["posters"]
    assert [image["url"] for image in posters["tall"]] == ["kho-tu-lieu/a/do-hoa-cao.png"]
    assert "đều có bằng chữ trên trang này" in posters["tall"][0]["alt"]
    (group,) = posters["sets"]
    assert [image["url"].rpartition("-")[2] for image in group["images"]] == ["1.png", "2.png", "10.png"]
    (file,) = posters["files"]
    assert (file["title"], file["facts"], file["name"]) == ("Áp phích khổ A4", "PDF, 2 KB", "a-ap-phich-a4.pdf")
    assert file["picture"]["url"] == "kho-tu-lieu/a/ap-phich-a4-xem.png"
    assert all(any(each.url in str(piece) for piece in page.made_of) for each in library.records)


def test_nothing_drawn_nothing_offered(told) -> None:
    assert told(BLOCKS["text"])["posters"] is None


# The numbers as a file -----------------------------------------------------------------------------------------------


def file_of(desk, viewer: Made, *blocks: dict[str, Any], **keys: Any) -> tuple[str, bytes]:
    given = {"figures": None, "source": SOURCE, "as_of": "2026-09-30", "blocks": list(blocks)} | keys
    desk.item("a.md", kind="infographic", **given)
    (file,) = infographic_files(viewer())
    return file.path, file.content()


def test_all_numbers_stand_in_one_file(desk, viewer: Made) -> None:
    path, content = file_of(desk, viewer, *(BLOCKS[sort] for sort in ("figures", "bars", "share", "table", "people")))
    assert path == "a/so-lieu.csv" and content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["Khối", "Mục", "Giá trị", "Đơn vị", "Nguồn", "Tính đến"]
    assert ["Khối 2", "B", "47,65", "%", SOURCE, "30/09/2026"] in rows
    assert ["Khối 3", "Phần còn lại", "10", "%", "Tính từ các phần đã nêu", ""] in rows
    assert rows[rows.index([]) + 1 :] == [
        ["Bảng"],
        ["Chỉ tiêu", EVIL],
        [EVIL, "1500"],
        ["'=CMD()", "-5"],
        ["Nguồn", SOURCE],
        ["Tính đến", "30/09/2026"],
    ]


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("=1+1", "'=1+1"),
        ("+84 91", "'+84 91"),
        ("-x", "'-x"),
        ("@sum", "'@sum"),
        ("＝1", "'＝1"),
        ("-5,2", "-5,2"),
        ("+5%", "+5%"),
        ("–", "–"),
        ("a=1", "a=1"),
    ],
)
def test_no_cell_is_a_formula(cell: str, kept: str) -> None:
    assert safe(cell) == kept


def test_a_file_that_staff_attached_keeps_its_name(desk, viewer: Made) -> None:
    desk.write("content/so-lieu.csv", "a;b\n")
    attached = [{"file": "so-lieu.csv", "title": "Số liệu gốc"}]
    path, _ = file_of(desk, viewer, BLOCKS["bars"], attachments=attached)
    assert path == "a/so-lieu-cua-trang.csv"


def test_words_alone_have_no_file(desk, viewer: Made) -> None:
    desk.item("a.md", kind="infographic", figures=None, source=SOURCE, blocks=[BLOCKS["steps"], BLOCKS["quote"]])
    assert list(infographic_files(viewer())) == []


def test_the_file_is_assembled(desk, viewer: Made, brand) -> None:
    desk.item("a.md", kind="infographic", source=SOURCE)
    assert (assemble(desk.project, viewer(), brand) / "a/so-lieu.csv").is_file()


# The page itself -----------------------------------------------------------------------------------------------------


class Tags(HTMLParser):
    """Elements of a page with their attributes, and the levels of its headings."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


def test_every_sort_is_rendered_and_no_text_becomes_markup(desk, viewer: Made, brand, today) -> None:
    blocks = [*BLOCKS.values(), BLOCKS["share"] | {"form": "o-vuong", "title": "Ô vuông"}]
    given = {"figures": None, "source": f"Báo cáo {EVIL}", "as_of": "2026-09-30", "style": "dam", "blocks": blocks}
    desk.section("so", title="Đồ họa", kind="infographic")
    desk.item("so/a.md", body="## Nói thêm\n\nLời.", **given)
    shown = viewer()
    edition = Edition(desk.project, shown.settings, shown.archive, brand, Library(), today)  # unchecked, undrawn
    built(desk.project, edition, today)
    made = desk.project.site
    page = (made / "so/a/index.html").read_text("utf-8")
    tags = Tags(page)
    assert not any("style" in attrs or any(name.startswith("on") for name in attrs) for _, attrs in tags.found)
    assert [attrs for attrs in tags.named("img") if attrs.get("src") == "x"] == []
    sections = [attrs["class"] or "" for attrs in tags.named("section") if "info__block" in (attrs.get("class") or "")]
    assert [each.rpartition("--")[2] for each in sections] == [*BLOCKS, "share"]
    levels = [int(tag[1]) for tag, _ in tags.found if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))
    assert {attrs["scope"] for attrs in tags.named("th")} == {"row", "col"}
    assert all(attrs.get("aria-hidden") == "true" for attrs in tags.named("svg"))
    assert "7 trong 10" in page and 'datetime="2024-12-22"' in page
    links = [attrs["href"] for attrs in tags.named("a") if (attrs.get("href") or "").endswith(".csv")]
    assert links and set(links) == {"so-lieu.csv"} and (made / "so/a/so-lieu.csv").is_file()
    assert '"DataDownload"' in page and '"Dataset"' in page


def test_words_alone_are_no_dataset(desk, viewer: Made) -> None:
    words = {"table": {"columns": ["Năm", "Việc"], "rows": [["2025", "Ban hành"]]}}
    years = {"table": {"columns": ["Chỉ tiêu", "2030", "2045"], "rows": [["Hồ sơ", "80%", "90%"]]}}
    for name, given in (("a", BLOCKS["steps"]), ("b", BLOCKS["table"]), ("c", words), ("d", years)):
        desk.item(f"{name}.md", kind="infographic", figures=None, source=SOURCE, blocks=[given])
    shown = viewer()
    nodes = {item.place.key: described(shown, item) for item in shown.archive.items}
    assert [nodes[key]["@type"] for key in "abcd"] == ["Article", "Dataset", "Article", "Dataset"]
    assert nodes["b"]["variableMeasured"] == [EVIL]  # the column of numbers
    assert nodes["d"]["variableMeasured"] == ["Hồ sơ"]  # its columns are years
    assert nodes["b"]["distribution"]["contentUrl"] == "https://so.mau.gov.vn/nq57/b/so-lieu.csv"
