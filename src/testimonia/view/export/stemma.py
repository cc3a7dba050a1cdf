"""The stemma as a drawing: DOT for Graphviz, GEXF for Gephi. Originals that are not held stand in it as nodes of their own."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from testimonia.base.documents import Article
from testimonia.base.ids import row_id
from testimonia.base.links import NotHeld, StemmaEdge
from testimonia.store import Case, shown

GEXF = "http://gexf.net/1.3"
LONGEST = 60  # characters of a label's title


@dataclass(frozen=True, slots=True)
class Node:
    """An article, or an original that is not held. `origin` is the id of the origin it belongs to."""

    id: str
    label: str
    held: bool
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Arc:
    """From a parent to its child, with the reasons."""

    parent: str
    child: str
    reasons: str


def article_label(article: Article, text: str, path: str) -> str:
    """Title (or the place where the article was found), outlet and date."""
    title = " ".join(article.title.of(text).split())[:LONGEST] if article.title else path
    facts = [fact.value for fact in (article.outlet, article.published) if fact]
    return " · ".join([title, *facts])


def not_held_label(original: NotHeld) -> str:
    """What is known of an original that is not held."""
    known = [part for part in (original.title, original.outlet, original.author, original.date, original.url) if part]
    return " · ".join([*known, "not held"])


def graph(case: Case) -> tuple[list[Node], list[Arc]]:
    """The nodes and arcs of the whole case, by id; articles without relatives stand alone."""
    origin = {article: found.id for found in case.records("origins") for article in found.articles}
    paths = case.paths()
    nodes: list[Node] = []
    document, text = "", ""
    for article in sorted(case.records("articles"), key=lambda one: (one.document, one.id)):
        if article.document != document:
            document, text = article.document, case.text(article.document)
        label = article_label(article, text, next(iter(paths.get(document, ())), document))
        nodes.append(Node(article.id, label, held=True, origin=origin.get(article.id, "")))
    edges: list[StemmaEdge] = list(case.records("stemma"))
    lost = {not_held_id(edge): edge.not_held for edge in edges if edge.not_held}
    nodes += [Node(name, not_held_label(original), held=False) for name, original in lost.items()]
    arcs = [Arc(edge.parent or not_held_id(edge), edge.child, ", ".join(edge.reasons)) for edge in edges if edge.parent or edge.not_held]
    return sorted(nodes, key=lambda node: node.id), sorted(arcs, key=lambda arc: (arc.parent, arc.child, arc.reasons))


def not_held_id(edge: StemmaEdge) -> str:
    """The id of an original that is not held: the same for all that name it in the same way."""
    original = edge.not_held or NotHeld()
    return row_id("n", original.title, original.outlet, original.author, original.date, original.url)


def as_dot(nodes: Iterable[Node], arcs: Iterable[Arc]) -> str:
    """The stemma in Graphviz's language: parents above their children, what is not held dashed."""
    lines = ["digraph stemma {", "  rankdir=TB;", '  node [shape=box, fontname="sans-serif"];']
    for node in nodes:
        style = "" if node.held else ", style=dashed"
        lines.append(f"  {quoted(node.id)} [label={quoted(node.label)}{style}];")
    lines += [f"  {quoted(arc.parent)} -> {quoted(arc.child)} [label={quoted(arc.reasons)}];" for arc in arcs]
    return "\n".join([*lines, "}", ""])


def quoted(text: str) -> str:
    """A DOT string: JSON's escapes are DOT's for quotes and backslashes; control characters become spaces."""
    return json.dumps("".join(c if c.isprintable() else " " for c in text), ensure_ascii=False)


def as_gexf(nodes: Iterable[Node], arcs: Iterable[Arc]) -> str:
    """The stemma as GEXF 1.3, with `held` and `origin` on the nodes and `reasons` on the edges."""
    root = ElementTree.Element("gexf", {"xmlns": GEXF, "version": "1.3"})
    drawn = ElementTree.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static"})
    for kind, names in (("node", (("held", "boolean"), ("origin", "string"))), ("edge", (("reasons", "string"),))):
        declared = ElementTree.SubElement(drawn, "attributes", {"class": kind})
        for name, form in names:
            ElementTree.SubElement(declared, "attribute", {"id": name, "title": name, "type": form})
    listed = ElementTree.SubElement(drawn, "nodes")
    for node in nodes:
        one = ElementTree.SubElement(listed, "node", {"id": node.id, "label": printable(node.label)})
        values(one, {"held": str(node.held).lower(), "origin": node.origin})
    drawn_arcs = ElementTree.SubElement(drawn, "edges")
    for number, arc in enumerate(arcs):
        one = ElementTree.SubElement(drawn_arcs, "edge", {"id": str(number), "source": arc.parent, "target": arc.child})
        values(one, {"reasons": printable(arc.reasons)})
    ElementTree.indent(root, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def values(element: ElementTree.Element, given: dict[str, str]) -> None:
    """The attribute values of a node or an edge."""
    held = ElementTree.SubElement(element, "attvalues")
    for name, value in given.items():
        ElementTree.SubElement(held, "attvalue", {"for": name, "value": value})


def printable(text: str) -> str:
    """Text that XML may hold: control characters become spaces."""
    return "".join(c if c.isprintable() else " " for c in text)


FORMS = {"dot": as_dot, "gexf": as_gexf}


def export_stemma(case: Case, out: Path, form: str) -> dict[str, int]:
    """Write `stemma.dot` or `stemma.gexf` to `out`; how many nodes and edges it has. An existing file of this name is replaced."""
    with shown(case) as open_to_all:
        nodes, arcs = graph(open_to_all)
    out.mkdir(parents=True, exist_ok=True)
    (out / f"stemma.{form}").write_bytes(FORMS[form](nodes, arcs).encode("utf-8", "replace"))
    return {"articles": sum(node.held for node in nodes), "not held": sum(not node.held for node in nodes), "edges": len(arcs)}
