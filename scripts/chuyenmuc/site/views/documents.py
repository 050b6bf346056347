"""What templates print of a document: its facts, whether it is in force, the chain in which it stands."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from chuyenmuc.content.fields import Relation
from chuyenmuc.content.items import Document
from chuyenmuc.site.views.graph import ENDS, Chain, Edge, Graph, Node
from chuyenmuc.vietnamese.dates import When, day_of, iso, short
from chuyenmuc.vietnamese.text import tight
from chuyenmuc.vietnamese.unbroken import in_html

if TYPE_CHECKING:
    from chuyenmuc.site.views.viewer import Viewer

View = dict[str, Any]

RELATION_LABELS = {
    Relation.IMPLEMENTS: ("Thực hiện", "Được thực hiện bởi"),
    Relation.BASED_ON: ("Căn cứ", "Là căn cứ của"),
    Relation.GUIDES: ("Hướng dẫn", "Được hướng dẫn bởi"),
    Relation.AMENDS: ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    Relation.REPLACES: ("Thay thế", "Được thay thế bởi"),
    Relation.REPEALS: ("Bãi bỏ", "Bị bãi bỏ bởi"),
}
IN_FORCE, NOT_YET, NO_LONGER, UNTOLD = "con-hieu-luc", "chua-hieu-luc", "het-hieu-luc", "chua-ghi"
STATES = {IN_FORCE: "Còn hiệu lực", NOT_YET: "Chưa có hiệu lực", NO_LONGER: "Hết hiệu lực", UNTOLD: "Chưa ghi hiệu lực"}
MOST_NUMBERS = 6


def card(item: Document) -> View:
    facts = {"number": item.number, "type": item.type, "issuer": item.issuer, "issued": moment(item.issued)}
    return facts | {"abstract_html": in_html(item.abstract)}


def moment(when: When | None) -> View | None:
    return {"iso": iso(when), "text": short(when)} if when else None


# In force or not ---------------------------------------------------------------------------------------------------


def in_force_from(item: Document) -> date:
    return day_of(item.effective_from or item.issued)


def state(item: Document, graph: Graph, today: date) -> str:
    if any(in_force_from(other) <= today for other in graph.replacing(item)):
        return NO_LONGER
    if item.effective_to and day_of(item.effective_to) < today:
        return NO_LONGER
    if item.effective_from and day_of(item.effective_from) > today:
        return NOT_YET
    return IN_FORCE if item.effective_from or item.effective_to else UNTOLD


def validity(item: Document, graph: Graph, today: date) -> View:
    now = state(item, graph, today)
    return {
        "state": now,
        "label": STATES[now],
        "days": days(item, now),
        "replaced_by": [ending(item, other, graph, today) for other in graph.replacing(item)],
    }


def days(item: Document, now: str) -> list[View]:
    """From when to when, in words that go on from those of the state: `Hết hiệu lực; có hiệu lực đến hết 31/10`."""
    found = [("từ", item.effective_from), ("đến hết", item.effective_to)]
    known = [{"lead": lead, **(moment(when) or {})} for lead, when in found if when]
    if known and now != IN_FORCE:
        known[0]["lead"] = f"có hiệu lực {known[0]['lead']}"
    return known


def ending(item: Document, other: Document, graph: Graph, today: date) -> View:
    how = next(relation for relation in graph.how(other, item.place.key) if relation in ENDS)
    return change(other, how, today)


def change(other: Document, how: Relation, today: date) -> View:
    """What another document does to one, or will do once it is in force: `Sẽ bị bãi bỏ bởi`, `sẽ bị bãi bỏ`."""
    begins = in_force_from(other)
    done, words = begins <= today, RELATION_LABELS[how][1]
    later = f"{words[0].lower()}{words[1:]}"
    told = f"{'đã' if done else 'sẽ'} {later.removesuffix(' bởi')}"
    return link(other) | {"from": short(begins), "done": done, "lead": words if done else f"Sẽ {later}", "told": told}


def last_day(item: Document, graph: Graph) -> date | None:
    """The last day on which it holds: as it says itself, or that before another one takes its place."""
    days = [in_force_from(other) - timedelta(days=1) for other in graph.replacing(item)]
    days += [day_of(item.effective_to)] if item.effective_to else []
    return min(days, default=None)


def link(item: Document) -> View:
    return {"number": item.number, "title": item.title, "url": item.place.url}


# The page ----------------------------------------------------------------------------------------------------------


def page(viewer: Viewer, item: Document) -> View:
    facts = [
        ("Số, ký hiệu", item.number),
        ("Loại văn bản", item.type),
        ("Cơ quan ban hành", item.issuer),
        ("Ngày ban hành", short(item.issued)),
        ("Hiệu lực từ", short(item.effective_from) if item.effective_from else ""),
        ("Hiệu lực đến hết", short(item.effective_to) if item.effective_to else ""),
        ("Trích yếu", capital(item.abstract)),
    ]
    return card(item) | {
        "search_number": search_number(item),
        "facts": [{"label": label, "value": value} for label, value in facts if value],
        "validity": validity(item, viewer.graph, viewer.today),
        "amended_by": [change(other, Relation.AMENDS, viewer.today) for other in viewer.graph.amending(item)],
        "relations": relations(viewer, item),
        "chain": chain(viewer, item),
    }


def search_number(item: Document) -> str:
    """`1450/QĐ-UBND` → `so1450qdubndz`: a word that nobody types, by which the search puts this document first."""
    return f"so{tight(item.number)}z"


def shown_with(viewer: Viewer, item: Document) -> tuple[object, ...]:
    """What a document's page shows beside the document itself."""
    drawn = Chain.of(viewer.graph, item)
    graph = viewer.graph
    replacing = [other for node in drawn.documents for other in graph.replacing(node)]
    replaced = [edge.document or edge.number for edge in graph.above.get(item.place.key, ())]
    return (*drawn.documents, drawn.shape, *replacing, *replaced)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def relations(viewer: Viewer, item: Document) -> list[View]:
    """Documents by how they belong to this one, first those that it names."""
    found: dict[str, list[View]] = {}
    for edge in viewer.graph.above.get(item.place.key, ()):
        found.setdefault(RELATION_LABELS[edge.relation][0], []).append(named(edge))
    by = (*viewer.graph.children(item.place.key), *viewer.graph.replacing(item))
    for other in {other.place.key: other for other in by}.values():
        for edge in viewer.graph.above[other.place.key]:
            if edge.key == item.place.key:
                found.setdefault(RELATION_LABELS[edge.relation][1], []).append(link(other))
    return [{"label": label, "documents": documents} for label, documents in found.items()]


def named(edge: Edge) -> View:
    return link(edge.document) if edge.document else {"number": edge.number, "title": "", "url": ""}


def chain(viewer: Viewer, item: Document) -> View | None:
    """The tree drawn on the page; None for a document that stands alone."""
    drawn = Chain.of(viewer.graph, item)
    if len(drawn.nodes) == 1:
        return None
    return {
        "roots": [branch(viewer, drawn, node) for node in drawn.roots],
        "rest": [link(other) for other in drawn.rest],
    }


def branch(viewer: Viewer, drawn: Chain, node: Node) -> View:
    item = node.document
    now = state(item, viewer.graph, viewer.today) if item else ""
    return {
        "number": node.number,
        "current": node.key == drawn.current,
        "url": item.place.url if item else "",
        "text_html": in_html(f"{item.type} của {item.issuer}, ban hành ngày {short(item.issued)}") if item else "",
        "abstract_html": in_html(capital(item.abstract)) if item else "",
        "stands_on": stands_on(viewer.graph, node.key),
        "state": STATES[now] if now in {NOT_YET, NO_LONGER} else "",
        "hidden": node.hidden,
        "children": [branch(viewer, drawn, child) for child in node.children],
    }


def stands_on(graph: Graph, key: str) -> str:
    """`Thực hiện 57-NQ/TW, 71/NQ-CP; căn cứ 63-CTr/TU`"""
    found: dict[Relation, list[str]] = {}
    for edge in graph.parents(key):
        found.setdefault(edge.relation, []).append(edge.number)
    return capital("; ".join(f"{relation.value} {few(numbers)}" for relation, numbers in found.items()))


def few(numbers: list[str]) -> str:
    left = len(numbers) - MOST_NUMBERS
    return ", ".join(numbers[:MOST_NUMBERS]) + (f" và {left} văn bản khác" if left > 0 else "")


# A row of the register ---------------------------------------------------------------------------------------------


def row(viewer: Viewer, item: Document) -> View:
    return card(item) | {
        "title": item.title,
        "url": item.place.url,
        "abstract": capital(item.abstract),
        "abstract_html": in_html(capital(item.abstract)),
        "validity": validity(item, viewer.graph, viewer.today),
        "sample": item.sample,
        "draft": not item.due(viewer.today),
        "status_note": viewer.status_note(item),
    }
