from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from chuyenmuc.content.items import Document
from chuyenmuc.project import SHIPPED
from chuyenmuc.site.pages.documents import document_files, document_pages, page_made_of
from chuyenmuc.site.views import documents
from chuyenmuc.site.views.graph import MOST_ABOVE, MOST_BELOW, MOST_CHILDREN, Chain, Node
from chuyenmuc.site.views.viewer import Viewer

Made = Callable[..., Viewer]
Front = Callable[..., dict[str, Any]]


@pytest.fixture
def paper(desk) -> Callable[..., None]:
    """Writes a document: its number, and what it implements."""
    desk.section("vb", kind="van-ban", title="Văn bản")

    def made(number: str, *implements: str, **keys: Any) -> None:
        name = number.replace("/", "-").lower()
        relations = {"thực hiện": list(implements)} if implements else {}
        given = {"relations": relations | keys.pop("relations", {})}
        desk.item(f"vb/{name}.md", number=number, title=f"Văn bản {number}", **given, **keys)

    return made


def found(viewer: Viewer, number: str) -> Document:
    return next(item for item in viewer.archive.items if isinstance(item, Document) and item.number == number)


def outline(nodes: list[Any] | tuple[Node, ...]) -> dict[str, Any]:
    """`{"57-NQ/TW": {"71/NQ-CP": {}}}`"""
    return {node["number"]: outline(node["children"]) for node in nodes} if nodes else {}


def drawn(viewer: Viewer, number: str) -> dict[str, Any]:
    shown = documents.chain(viewer, found(viewer, number))
    return outline(shown["roots"]) if shown else {}


# The chain ---------------------------------------------------------------------------------------------------------


def test_a_document_stands_under_the_lowest_that_it_implements(paper, viewer: Made) -> None:
    paper("57-NQ/TW")
    paper("71/NQ-CP", "57-NQ/TW")
    paper("63-CTr/TU", "57-NQ/TW")
    paper("2653/KH-UBND", "57-NQ/TW", "71/NQ-CP", "63-CTr/TU", "2273/KH-UBND")
    paper("2273/KH-UBND", "71/NQ-CP")
    tree = {"57-NQ/TW": {"63-CTr/TU": {}, "71/NQ-CP": {"2273/KH-UBND": {"2653/KH-UBND": {}}}}}
    assert drawn(viewer(), "2653/KH-UBND") == drawn(viewer(), "57-NQ/TW") == tree
    assert drawn(viewer(), "63-CTr/TU") == {"57-NQ/TW": {"63-CTr/TU": {"2653/KH-UBND": {}}}}


def test_the_chain_says_in_words_what_each_stands_on(paper, viewer: Made) -> None:
    paper("57-NQ/TW")
    paper("71/NQ-CP", "57-NQ/TW", relations={"căn cứ": ["9-NQ/TW"]})
    shown = documents.chain(viewer(), found(viewer(), "71/NQ-CP"))
    assert shown
    missing, top = shown["roots"]
    assert (missing["number"], missing["url"]) == ("9-NQ/TW", "")
    (current,) = top["children"]
    assert (current["current"], top["current"]) == (True, False)
    assert current["stands_on"] == "Thực hiện 57-NQ/TW; căn cứ 9-NQ/TW"
    assert top["text_html"] == 'Nghị quyết của Bộ Chính trị, ban hành ngày <span class="lien">22/12/2024</span>'


def test_a_document_that_stands_alone_has_no_chain(paper, viewer: Made) -> None:
    paper("57-NQ/TW")
    assert documents.chain(viewer(), found(viewer(), "57-NQ/TW")) is None


def test_a_chain_that_leads_round_in_a_circle_is_drawn_once(paper, viewer: Made) -> None:
    paper("1/KH-SM", "3/KH-SM")
    paper("2/KH-SM", "1/KH-SM")
    paper("3/KH-SM", "2/KH-SM", "3/KH-SM")
    assert drawn(viewer(), "1/KH-SM") == {"2/KH-SM": {"3/KH-SM": {"1/KH-SM": {}}}}
    assert drawn(viewer(), "2/KH-SM") == {"3/KH-SM": {"1/KH-SM": {"2/KH-SM": {}}}}


def test_many_children_are_shown_up_to_forty_and_the_rest_named(paper, viewer: Made) -> None:
    paper("57-NQ/TW")
    for number in range(1, 53):
        paper(f"{number}/KH-UBND", "57-NQ/TW")
    paper("900/KH-SM", "1/KH-UBND")
    shown = documents.chain(viewer(), found(viewer(), "57-NQ/TW"))
    assert shown
    (top,) = shown["roots"]
    assert len(top["children"]) == MOST_CHILDREN
    assert len(shown["rest"]) == 52 - MOST_CHILDREN
    chain = Chain.of(viewer().graph, found(viewer(), "57-NQ/TW"))
    assert len(chain.documents) == len({item.place.key for item in chain.documents}) == 54


def test_a_page_draws_a_bounded_part_of_a_long_chain(paper, viewer: Made) -> None:
    for number in range(1, 101):
        paper(f"{number}/KH-SM", *([f"{number - 1}/KH-SM"] if number > 1 else []))
    chain = Chain.of(viewer().graph, found(viewer(), "50/KH-SM"))
    assert len(chain.nodes) <= 1 + MOST_ABOVE + MOST_BELOW
    lowest = next(node for node in chain.nodes.values() if node.hidden)
    assert (lowest.number, lowest.hidden) == ("53/KH-SM", 1)


def test_a_number_that_two_issuers_share_links_to_neither(paper, desk, viewer: Made) -> None:
    paper("57-NQ/TW")
    for name, issuer in (("a", "UBND tỉnh A"), ("b", "UBND tỉnh B")):
        desk.item(f"vb/{name}.md", number="45/KH-UBND", issuer=issuer, relations={"thực hiện": ["57-NQ/TW"]})
    paper("9/KH-SM", "45/KH-UBND")
    paper("46/KH-UBND", issuer="UBND tỉnh A", relations={"thay thế": ["45/KH-UBND"]})
    shown = viewer()
    assert drawn(shown, "9/KH-SM") == {"45/KH-UBND": {"9/KH-SM": {}}}
    assert documents.page(shown, found(shown, "9/KH-SM"))["relations"] == [
        {"label": "Thực hiện", "documents": [{"number": "45/KH-UBND", "title": "", "url": ""}]}
    ]
    same = shown.archive.documents["45/KH-UBND"]
    old = {item.place.slug: documents.state(item, shown.graph, shown.today) for item in same}
    assert old == {"a": documents.NO_LONGER, "b": documents.UNTOLD}


def test_a_page_is_made_again_when_the_chain_changes_and_only_then(paper, desk, viewer: Made) -> None:
    paper("57-NQ/TW")
    paper("71/NQ-CP", "57-NQ/TW")
    paper("9/KH-SM")
    before = page_made_of(viewer(), found(viewer(), "57-NQ/TW"))
    paper("9/KH-SM", abstract="Về việc khác")
    assert page_made_of(viewer(), found(viewer(), "57-NQ/TW")) == before
    paper("9/KH-SM", "71/NQ-CP")
    assert page_made_of(viewer(), found(viewer(), "57-NQ/TW")) != before
    desk.item("vb/tin.md", kind="tin")
    assert page_made_of(viewer(), viewer().archive.items[-1]) == ()


# In force or not ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "state"),
    [
        ({}, documents.UNTOLD),
        ({"effective_from": "2026-10-10"}, documents.IN_FORCE),
        ({"effective_from": "2026-10-11"}, documents.NOT_YET),
        ({"effective_to": "2026-10-10"}, documents.IN_FORCE),
        ({"effective_to": "2026-10-09"}, documents.NO_LONGER),
    ],
)
def test_whether_a_document_is_in_force_today(paper, viewer: Made, keys: dict[str, str], state: str) -> None:
    paper("57-NQ/TW", **keys)
    shown = viewer()
    assert documents.state(found(shown, "57-NQ/TW"), shown.graph, shown.today) == state


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"effective_from": "2026-10-09"}, "Còn hiệu lực từ 09/10/2026"),
        ({"effective_from": "2026-12-01"}, "Chưa có hiệu lực; có hiệu lực từ 01/12/2026"),
        ({"effective_to": "2026-10-09"}, "Hết hiệu lực; có hiệu lực đến hết 09/10/2026"),
        (
            {"effective_from": "2025-01-01", "effective_to": "2026-10-09"},
            "Hết hiệu lực; có hiệu lực từ 01/01/2025 đến hết 09/10/2026",
        ),
    ],
)
def test_the_days_of_a_document_are_told_in_the_sense_of_its_state(
    paper, viewer: Made, keys: dict[str, str], told: str
) -> None:
    paper("57-NQ/TW", **keys)
    shown = viewer()
    validity = documents.validity(found(shown, "57-NQ/TW"), shown.graph, shown.today)
    templates = Environment(loader=FileSystemLoader(SHIPPED / "templates/site"), autoescape=True)
    templates.filters["url"] = str
    template = templates.get_template("partials/validity.html")
    assert " ".join(re.sub("<[^>]+>", "", template.render(validity=validity)).split()) == told


@pytest.mark.parametrize(
    ("begins", "state", "done"), [("2026-10-10", documents.NO_LONGER, True), ("2026-10-11", documents.IN_FORCE, False)]
)
def test_a_replaced_document_leads_to_the_one_in_its_place(
    paper, page: Front, begins: str, state: str, done: bool
) -> None:
    paper("57-NQ/TW", effective_from="2024-12-22")
    paper("58-NQ/TW", effective_from=begins, relations={"thay thế": ["57-NQ/TW"]})
    validity = page("vb/57-nq-tw.md")["document"]["validity"]
    assert validity["state"] == state
    (other,) = validity["replaced_by"]
    assert (other["number"], other["url"], other["done"]) == ("58-NQ/TW", "vb/58-nq-tw/", done)


@pytest.mark.parametrize(
    ("begins", "state", "lead", "told"),
    [
        ("2026-10-10", documents.NO_LONGER, "Bị bãi bỏ bởi", "đã bị bãi bỏ"),
        ("2026-10-11", documents.IN_FORCE, "Sẽ bị bãi bỏ bởi", "sẽ bị bãi bỏ"),
    ],
)
def test_a_repealed_document_holds_no_longer(paper, page: Front, begins: str, state: str, lead: str, told: str) -> None:
    paper("57-NQ/TW", effective_from="2024-12-22")
    paper("58-NQ/TW", effective_from=begins, relations={"bãi bỏ": ["57-NQ/TW"]})
    document = page("vb/57-nq-tw.md")["document"]
    (other,) = document["validity"]["replaced_by"]
    assert (document["validity"]["state"], other["lead"], other["told"]) == (state, lead, told)
    assert [relation["label"] for relation in document["relations"]] == ["Bị bãi bỏ bởi"]
    assert document["chain"] is None
    assert page("vb/58-nq-tw.md")["document"]["relations"][0]["label"] == "Bãi bỏ"


def test_an_amended_document_stays_in_force_and_names_what_amends_it(paper, page: Front) -> None:
    paper("57-NQ/TW", effective_from="2024-12-22")
    paper("58-NQ/TW", effective_from="2026-10-10", relations={"sửa đổi, bổ sung": ["57-NQ/TW"]})
    paper("59-NQ/TW", effective_from="2026-10-11", relations={"sửa đổi": ["57-NQ/TW"]})
    document = page("vb/57-nq-tw.md")["document"]
    assert (document["validity"]["state"], document["validity"]["replaced_by"]) == (documents.IN_FORCE, [])
    assert [(other["number"], other["told"], other["from"]) for other in document["amended_by"]] == [
        ("58-NQ/TW", "đã được sửa đổi, bổ sung", "10/10/2026"),
        ("59-NQ/TW", "sẽ được sửa đổi, bổ sung", "11/10/2026"),
    ]
    assert [relation["label"] for relation in document["relations"]] == ["Được sửa đổi, bổ sung bởi"]


def test_what_guides_or_amends_a_document_hangs_below_it(paper, viewer: Made) -> None:
    paper("57-NQ/TW")
    paper("71/NQ-CP", "57-NQ/TW", relations={"hướng dẫn": ["57-NQ/TW"], "thay thế": ["57-NQ/TW"]})
    paper("72/NQ-CP", relations={"sửa đổi, bổ sung": ["71/NQ-CP"], "căn cứ": ["57-NQ/TW"]})
    shown = viewer()
    assert drawn(shown, "57-NQ/TW") == {"57-NQ/TW": {"71/NQ-CP": {"72/NQ-CP": {}}}}
    chain = documents.chain(shown, found(shown, "72/NQ-CP"))
    assert chain
    below = chain["roots"][0]["children"][0]
    assert below["stands_on"] == "Thực hiện 57-NQ/TW; hướng dẫn 57-NQ/TW"
    assert below["children"][0]["stands_on"] == "Sửa đổi, bổ sung 71/NQ-CP; căn cứ 57-NQ/TW"
    labels = [relation["label"] for relation in documents.page(shown, found(shown, "57-NQ/TW"))["relations"]]
    by = ["Được thực hiện bởi", "Được hướng dẫn bởi", "Được thay thế bởi", "Là căn cứ của"]
    assert labels == by


def test_a_document_shows_its_facts_its_relations_and_its_file(paper, desk, page: Front) -> None:
    desk.write("content/vb/57.pdf", b"x" * 2048)
    paper("57-NQ/TW", file="57.pdf", effective_from="2024-12-22", abstract="về đột phá")
    paper("71/NQ-CP", "57-NQ/TW", "9-NQ/TW")
    document = page("vb/57-nq-tw.md")["document"]
    assert document["file"] == {"url": "vb/57-nq-tw/57.pdf", "name": "57.pdf", "type": "PDF", "size": "2 KB"}
    assert [fact["label"] for fact in document["facts"]] == [
        "Số, ký hiệu",
        "Loại văn bản",
        "Cơ quan ban hành",
        "Ngày ban hành",
        "Hiệu lực từ",
        "Trích yếu",
    ]
    assert [fact["value"] for fact in document["facts"]][3::2] == ["22/12/2024", "Về đột phá"]
    by = {"number": "71/NQ-CP", "title": "Văn bản 71/NQ-CP", "url": "vb/71-nq-cp/"}
    assert document["relations"] == [{"label": "Được thực hiện bởi", "documents": [by]}]
    named = page("vb/71-nq-cp.md")["document"]["relations"][0]["documents"]
    assert named[1] == {"number": "9-NQ/TW", "title": "", "url": ""}


# The register ------------------------------------------------------------------------------------------------------


def test_the_register_lists_all_the_newest_first_and_counts_each_facet(paper, page: Front) -> None:
    paper("57-NQ/TW", effective_from="2024-12-22")
    paper("71/NQ-CP", type="nghị quyết", issuer="Chính phủ", issued="2025-04-01")
    paper("9/KH-SM", type="Kế hoạch", issuer="Sở Mẫu", issued="2025-05-01")
    front = page("tra-cuu-van-ban/index.md")
    assert [row["number"] for row in front["rows"]] == ["9/KH-SM", "71/NQ-CP", "57-NQ/TW"]
    facets = {
        facet["name"]: [(value["label"], value["count"]) for value in facet["values"]] for facet in front["facets"]
    }
    assert facets["loai"] == [("Nghị quyết", 2), ("Kế hoạch", 1)]
    assert facets["nam"] == [("2025", 2), ("2024", 1)]
    assert facets["hieu-luc"] == [("Chưa ghi hiệu lực", 2), ("Còn hiệu lực", 1)]
    assert front["facets"][1]["values"][0]["url"] == "tra-cuu-van-ban/loai/nghi-quyet/"
    assert front["data"] == "" and front["pagination"]["last"] == 1


def test_every_value_of_a_facet_has_a_page_of_its_own(paper, page: Front) -> None:
    paper("57-NQ/TW")
    paper("71/NQ-CP", issuer="Chính phủ", issued="2025-04-01")
    front = page("tra-cuu-van-ban/co-quan/chinh-phu/index.md")
    assert (front["title"], front["count"], front["total"]) == ("Văn bản của Chính phủ", 1, 2)
    assert [row["number"] for row in front["rows"]] == ["71/NQ-CP"]
    assert front["filter"] == "tra-cuu-van-ban/?co-quan=chinh-phu"
    assert page("tra-cuu-van-ban/hieu-luc/chua-ghi/index.md")["title"] == "Văn bản chưa ghi hiệu lực"
    assert page("tra-cuu-van-ban/nam/2025/index.md")["title"] == "Văn bản ban hành năm 2025"


def test_an_empty_register_has_its_page(desk, page: Front) -> None:
    front = page("tra-cuu-van-ban/index.md")
    assert (front["rows"], front["count"]) == ([], 0)


def test_a_long_register_comes_in_pages_with_its_rows_as_data(paper, viewer: Made) -> None:
    for number in range(1, 202):
        paper(f"{number}/KH-SM", issued="2025-05-01" if number > 1 else "2025-05-02")
    pages = {page.path: page for page in document_pages(viewer())}
    whole = [path for path in pages if path.count("/") == 1]
    assert whole == ["tra-cuu-van-ban/index.md", "tra-cuu-van-ban/trang-2.md", "tra-cuu-van-ban/trang-3.md"]
    first = pages[whole[0]].make().meta
    assert len(first["rows"]) == 100 and first["rows"][0]["number"] == "1/KH-SM"
    assert first["data"] == "tra-cuu-van-ban/van-ban.js"
    assert pages[whole[1]].make().meta["facets"] == []
    (file,) = document_files(viewer())
    text = file.make().decode()
    rows = json.loads(text.removeprefix("window.soVanBan=").removesuffix(";\n"))
    assert len(rows) == 201 and rows[0]["keys"]["nam"] == "2025"


def test_a_register_page_is_made_of_its_rows_and_of_what_replaces_them(paper, desk, viewer: Made, today: date) -> None:
    desk.write("content/vb/57.pdf", b"x" * 2048)
    paper("57-NQ/TW", file="57.pdf")
    paper("58-NQ/TW", issuer="Chính phủ", relations={"thay thế": ["57-NQ/TW"]})
    pages = {page.path: page.made_of for page in document_pages(viewer())}
    made_of = pages["tra-cuu-van-ban/co-quan/bo-chinh-tri/index.md"]
    assert [item.number for item in made_of if isinstance(item, Document)] == ["57-NQ/TW", "58-NQ/TW"]
    assert "2 KB" in made_of
