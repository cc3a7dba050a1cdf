"""The stemma as DOT and GEXF: every article, every edge, what is not held, and nothing that breaks the form."""

from __future__ import annotations

from xml.etree import ElementTree

from testimonia.view.export.stemma import Arc, Node, as_dot, as_gexf

NODES = [Node("a1", 'A "quoted" \\ title\nand <more>', held=True, origin="o1"), Node("n1", "The Gazette · not held", held=False)]
ARCS = [Arc("n1", "a1", "credit, original outlet")]
NAMESPACE = {"g": "http://gexf.net/1.3"}


def test_dot_escapes_and_dashes_what_is_not_held() -> None:
    lines = as_dot(NODES, ARCS).splitlines()
    assert lines[0] == "digraph stemma {"
    assert '  "a1" [label="A \\"quoted\\" \\\\ title and <more>"];' in lines
    assert '  "n1" [label="The Gazette · not held", style=dashed];' in lines
    assert '  "n1" -> "a1" [label="credit, original outlet"];' in lines


def test_gexf_is_well_formed_and_directed_from_parent_to_child() -> None:
    root = ElementTree.fromstring(as_gexf(NODES, ARCS))
    labels = {node.get("id"): node.get("label") for node in root.iterfind(".//g:node", NAMESPACE)}
    assert labels == {"a1": 'A "quoted" \\ title and <more>', "n1": "The Gazette · not held"}
    (edge,) = root.iterfind(".//g:edge", NAMESPACE)
    assert (edge.get("source"), edge.get("target")) == ("n1", "a1")
    held = [value.get("value") for value in root.iterfind(".//g:node//g:attvalue[@for='held']", NAMESPACE)]
    assert held == ["true", "false"]
