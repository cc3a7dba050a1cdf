"""Names that a text itself declares to be one."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.link.entities.gather import Rows
from testimonia.link.entities.nodes import Node, key_of
from testimonia.link.entities.steps.pairs import Nodes, Pair

LISTS = ("acronym", "brackets")  # declarations in which a wrong type of one of the names does not count


def aliases(nodes: Nodes, rows: Rows) -> Iterator[Pair]:
    """Names that a text declares to be one."""
    for row in sorted(rows, key=lambda row: (-row["count"], row["a"], row["b"], row["kind"])):
        a, b = key_of(row["a"]), key_of(row["b"])
        if (
            a != b
            and a in nodes
            and b in nodes
            and bare_enough(nodes[a])
            and bare_enough(nodes[b])
            and (row["kind"] in LISTS or kinds_fit(nodes[a], nodes[b]))
        ):
            times = "once" if row["count"] == 1 else f"{row['count']} times"
            yield a, b, f"declared in the text ({row['kind']}, {times})"


def bare_enough(node: Node) -> bool:
    """Whether a description says enough to stand for one thing in the whole case."""
    return not node.description or bool(node.qualifier)


def kinds_fit(a: Node, b: Node) -> bool:
    """Whether two names are of one type; an acronym may be tagged anyhow."""
    return a.kind == b.kind or a.acronym or b.acronym or "other" in (a.kind, b.kind)
