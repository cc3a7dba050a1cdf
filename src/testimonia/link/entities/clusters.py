"""Clusters of names that are kept apart where something forbids to join them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable


class Clusters:
    """Disjoint sets of names with a record of why each join was made.

    `forbidden` says why two names may never stand together, or nothing; it is asked for the names of both sides, so that a chain of
    joins cannot bring together what a direct one may not.
    """

    def __init__(self, names: Iterable[str], forbidden: Callable[[list[str], list[str]], str | None]) -> None:
        self.parent = {name: name for name in names}
        self.members = {name: [name] for name in self.parent}
        self.forbidden = forbidden
        self.edges: dict[str, list[tuple[str, str]]] = defaultdict(list)

    def root(self, name: str) -> str:
        """The name that stands for the set."""
        while self.parent[name] != name:
            self.parent[name] = self.parent[self.parent[name]]
            name = self.parent[name]
        return name

    def join(self, a: str, b: str, reason: str) -> str | None:
        """Join the sets of two names; why not, when it is forbidden."""
        x, y = self.root(a), self.root(b)
        if x == y:
            return None
        refusal = self.forbidden(self.members[x], self.members[y])
        if refusal is not None:
            return refusal
        if len(self.members[x]) < len(self.members[y]):
            x, y = y, x
        self.parent[y] = x
        self.members[x] += self.members.pop(y)
        self.edges[a].append((b, reason))
        self.edges[b].append((a, reason))
        return None

    def of(self, name: str) -> list[str]:
        """The names that stand together with one."""
        return self.members[self.root(name)]

    def chain(self, a: str, b: str) -> list[tuple[str, str, str]]:
        """The joins that lead from one name to another: (name, name, reason) each."""
        came: dict[str, tuple[str, str]] = {a: ("", "")}
        queue = [a]
        for name in queue:
            for other, reason in sorted(self.edges.get(name, ())):
                if other not in came:
                    came[other] = (name, reason)
                    queue.append(other)
        steps: list[tuple[str, str, str]] = []
        while b in came and b != a:
            before, reason = came[b]
            steps.append((before, b, reason))
            b = before
        return steps[::-1]
