"""Origins: the articles that go back to one text. A short quotation in a text of one's own does not make it a copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from testimonia.base.ids import row_id
from testimonia.base.links import Origin


class Forest:
    """Disjoint sets of names, joined one pair at a time; the least name stands for its set."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self.parent = {name: name for name in names}

    def find(self, name: str) -> str:
        """The name that stands for the set of `name`."""
        root = name
        while self.parent.setdefault(root, root) != root:
            root = self.parent[root]
        while self.parent[name] != root:
            self.parent[name], name = root, self.parent[name]
        return root

    def join(self, a: str, b: str) -> None:
        """Make one set of the two."""
        low, high = sorted((self.find(a), self.find(b)))
        self.parent[high] = low

    def sets(self) -> list[list[str]]:
        """The sets, each sorted, in the order of their least name."""
        grouped: dict[str, list[str]] = defaultdict(list)
        for name in self.parent:
            grouped[self.find(name)].append(name)
        return sorted(sorted(members) for members in grouped.values())


def origins(
    articles: Sequence[str], joins: Iterable[tuple[str, str]], apart: Sequence[tuple[str, str]], dates: Mapping[str, str]
) -> list[Origin]:
    """Every article in exactly one origin, each origin earliest first (undated last, then by id).

    Articles ruled to be `apart` never come into one origin: of the joins, taken in their order, one that would do so is left out.
    """
    forest = Forest(articles)
    for a, b in joins:
        if not any({forest.find(a), forest.find(b)} == {forest.find(one), forest.find(other)} for one, other in apart):
            forest.join(a, b)
    made = []
    for members in forest.sets():
        order = sorted(members, key=lambda name: (dates.get(name) or "~", name))
        made.append(Origin(row_id("o", order[0]), tuple(order)))
    return sorted(made, key=lambda origin: origin.id)
