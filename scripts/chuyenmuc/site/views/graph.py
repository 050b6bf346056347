"""Which document stands on which, and the part of it that one document's page draws as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from chuyenmuc.content.archive import Archive
from chuyenmuc.content.fields import Relation
from chuyenmuc.content.items import Document
from chuyenmuc.vietnamese.dates import starts

CHAIN = (Relation.IMPLEMENTS, Relation.BASED_ON, Relation.GUIDES, Relation.AMENDS)
ENDS = (Relation.REPLACES, Relation.REPEALS)  # of these the other document ends
CHANGES = (*ENDS, Relation.AMENDS)
# A page draws the nearest of each side only, so that two thousand pages cost two thousand times one.
MOST_ABOVE, MOST_BELOW, MOST_CHILDREN, DEEPEST = 24, 60, 40, 3


@dataclass(frozen=True)
class Edge:
    """What a document names: `document` is None where the project holds none, or several, of that number."""

    relation: Relation
    number: str
    document: Document | None

    @property
    def key(self) -> str:
        return self.document.place.key if self.document else f"?{self.number}"


@dataclass(frozen=True)
class Graph:
    """By the key of a document: what it names, what implements, rests on, guides or amends it, what ends it."""

    above: dict[str, tuple[Edge, ...]]
    below: dict[str, tuple[Document, ...]]
    replaced: dict[str, tuple[Document, ...]]

    @classmethod
    def of(cls, archive: Archive) -> Graph:
        documents = sorted((item for item in archive.items if isinstance(item, Document)), key=in_time)
        above = {document.place.key: tuple(edges(archive, document)) for document in documents}
        below: dict[str, dict[str, Document]] = {}
        replaced: dict[str, dict[str, Document]] = {}
        for document in documents:
            for edge in above[document.place.key]:
                known = below if edge.relation in CHAIN else replaced
                known.setdefault(edge.key, {})[document.place.key] = document
        return cls(above, listed(below), listed(replaced))

    def parents(self, key: str) -> Iterator[Edge]:
        return (edge for edge in self.above.get(key, ()) if edge.relation in CHAIN)

    def children(self, key: str) -> tuple[Document, ...]:
        return self.below.get(key, ())

    def replacing(self, document: Document) -> tuple[Document, ...]:
        """Those that replace or repeal it."""
        return self.replaced.get(document.place.key, ())

    def amending(self, document: Document) -> tuple[Document, ...]:
        key = document.place.key
        return tuple(other for other in self.children(key) if Relation.AMENDS in self.how(other, key))

    def how(self, document: Document, key: str) -> tuple[Relation, ...]:
        """The relations by which a document names that of the key."""
        return tuple(edge.relation for edge in self.above.get(document.place.key, ()) if edge.key == key)


def listed(found: dict[str, dict[str, Document]]) -> dict[str, tuple[Document, ...]]:
    return {key: tuple(known.values()) for key, known in found.items()}


def in_time(document: Document) -> tuple[float, str, str]:
    return starts(document.issued).timestamp(), document.number, document.place.key


def edges(archive: Archive, document: Document) -> Iterator[Edge]:
    for relation, numbers in document.relations.items():
        for number in dict.fromkeys(numbers):
            if number != document.number:
                yield Edge(relation, number, named(archive, document, relation, number))


def named(archive: Archive, document: Document, relation: Relation, number: str) -> Document | None:
    """The one document of that number. Of several, a document changes that of its own issuer."""
    known = archive.documents.get(number, [])
    if len(known) > 1 and relation in CHANGES:
        known = [other for other in known if other.issuer == document.issuer]
    return known[0] if len(known) == 1 else None


@dataclass
class Node:
    key: str
    number: str
    document: Document | None = None
    children: list[Node] = field(default_factory=list)
    hidden: int = 0
    """Documents below that the tree leaves out."""


@dataclass(frozen=True)
class Chain:
    """The trees, mostly one, in which a document stands: each document once, under the lowest that it stands on."""

    current: str
    roots: tuple[Node, ...]
    nodes: dict[str, Node]
    rest: tuple[Document, ...] = ()
    """Documents right below the current one for which the tree has no room."""

    @classmethod
    def of(cls, graph: Graph, document: Document) -> Chain:
        current = document.place.key
        nodes = upwards(graph, document)
        upper = set(nodes)
        rest = downwards(graph, current, nodes)
        under = hung(graph, nodes, current)
        roots: list[Node] = []
        way = {current, *leading_to(current, under)}
        for key in sorted(nodes, key=lambda key: (key in way, place(nodes[key]))):
            above = under.get(key)
            (nodes[above].children if above else roots).append(nodes[key])
        for key in nodes.keys() - upper:
            nodes[key].hidden = sum(child.place.key not in nodes for child in graph.children(key))
        return cls(current, tuple(roots), nodes, rest)

    @property
    def documents(self) -> tuple[Document, ...]:
        known = (node.document for node in self.nodes.values() if node.document)
        return (*known, *self.rest)

    @property
    def shape(self) -> str:
        """Everything of the tree that its documents alone do not tell."""
        return "".join(map(outline, self.roots))


def outline(node: Node) -> str:
    inner = "".join(map(outline, node.children))
    return f"{node.key}+{node.hidden}({inner})"


def place(node: Node) -> tuple[float, str, str]:
    return in_time(node.document) if node.document else (0, node.number, "")


def upwards(graph: Graph, document: Document) -> dict[str, Node]:
    """The document and those that it stands on, the nearest first."""
    nodes = {document.place.key: Node(document.place.key, document.number, document)}
    waiting = [document.place.key]
    for key in waiting:
        for edge in graph.parents(key):
            if edge.key not in nodes and len(nodes) <= MOST_ABOVE:
                nodes[edge.key] = Node(edge.key, edge.number, edge.document)
                waiting.append(edge.key)
    return nodes


def downwards(graph: Graph, current: str, nodes: dict[str, Node]) -> tuple[Document, ...]:
    """Adds those that stand on the current one, the nearest first; gives the children that found no room."""
    room, level = MOST_BELOW, [current]
    rest: tuple[Document, ...] = ()
    for depth in range(DEEPEST):
        lower: list[str] = []
        for key in level:
            fresh = [child for child in graph.children(key) if child.place.key not in nodes]
            taken = fresh[: min(room, MOST_CHILDREN)]
            rest = rest if depth else tuple(fresh[len(taken) :])
            room -= len(taken)
            nodes.update((child.place.key, Node(child.place.key, child.number, child)) for child in taken)
            lower += [child.place.key for child in taken]
        level = lower
    return rest


def hung(graph: Graph, nodes: dict[str, Node], current: str) -> dict[str, str]:
    """For each node the lowest of those that it stands on; a relation that leads round in a circle counts nothing."""
    under: dict[str, str] = {}
    level: dict[str, int] = {}
    on_the_way: set[str] = set()

    def visit(key: str) -> None:
        on_the_way.add(key)
        known = [edge.key for edge in graph.parents(key) if edge.key in nodes and edge.key not in on_the_way]
        for parent in known:
            if parent not in level:
                visit(parent)
        on_the_way.discard(key)
        level[key] = 1 + max((level[parent] for parent in known), default=0)
        if known:
            under[key] = max(known, key=level.__getitem__)

    for key in (current, *nodes):
        if key not in level:
            visit(key)
    return under


def leading_to(key: str, under: dict[str, str]) -> Iterator[str]:
    """The branch above a document: it stands last among its like."""
    while key in under:
        key = under[key]
        yield key
