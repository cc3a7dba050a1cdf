"""The analyst's decisions on names: which are one, which are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from testimonia.base.decisions import Decision, standing
from testimonia.link.entities.forms import normal


@dataclass(frozen=True, slots=True)
class Ruling:
    """A standing decision on two names, in the normal form in which names meet."""

    id: str
    kind: str
    a: str
    b: str
    names: tuple[str, str]


def keys(decision: Decision, described: Mapping[str, str]) -> tuple[str, str]:
    """The nodes that a decision speaks of: descriptions are known by what they describe, not by how they are written."""
    first, second = (described.get(normal(name), normal(name)) for name in decision.targets)
    return first, second


class Rulings:
    """The standing decisions on names: what must be one, what must not, and what is left open on purpose."""

    def __init__(self, decisions: Iterable[Decision], described: Mapping[str, str]) -> None:
        """`described` gives the key of each description by the normal form in which it is written."""
        kept = (one for one in standing(decisions) if one.table == "entities" and len(one.targets) == 2)
        found = (Ruling(d.id, d.kind, *keys(d, described), (d.targets[0], d.targets[1])) for d in kept)
        self.all = [ruling for ruling in found if ruling.kind in ("same", "different", "unsure")]
        self.apart: dict[str, dict[str, Ruling]] = defaultdict(dict)
        for ruling in self.all:
            if ruling.kind in ("different", "unsure"):
                self.apart[ruling.a][ruling.b] = ruling
                self.apart[ruling.b][ruling.a] = ruling

    def of(self, kind: str) -> list[Ruling]:
        """The rulings of one kind, oldest first."""
        return [ruling for ruling in self.all if ruling.kind == kind]

    def between(self, left: Iterable[str], right: Iterable[str]) -> Ruling | None:
        """The ruling that keeps a name of one side from a name of the other."""
        if not self.apart:
            return None
        others = set(right)
        for name in left:
            for other, ruling in self.apart.get(name, {}).items():
                if other in others:
                    return ruling
        return None
