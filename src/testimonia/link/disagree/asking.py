"""Questions that ask twice: whether somebody was arrested, and whether they are in custody, on the words of the same claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from testimonia.base.links import Disagreement

STATED = ("polarity", "status")
CHARGED = {"accused", "denied"}  # the answers of a question whether what is charged is so
Places = frozenset[tuple[str, int, int]]


def once_asked(rows: Iterable[Disagreement]) -> list[Disagreement]:
    """The questions in their order, without those whose answers all stand on words on which another's stand too.

    Of two that stand on the same words that of yes and no is kept; of a question what is charged, and one whether it is so, the second.
    """
    listed = list(rows)
    held = {row.id: standing(row) for row in listed if row.kind in STATED}
    at: dict[tuple[str, int, int], list[Disagreement]] = {}
    for row in listed:
        for place in sorted(frozenset().union(*held.get(row.id, ()))):
            at.setdefault(place, []).append(row)
    kept = [row for row in listed if row.id not in held or not any(said_with(row, other, held) for other in at[min(held[row.id][0])])]
    asked = [held[row.id] for row in kept if row.id in held and not of_charge(row)]
    twice = {row.id for row in asked_worse([row for row in kept if row.kind == "agent"])}
    kept = [row for row in kept if row.id not in twice]
    return [row for row in kept if not of_charge(row) or not any(laid_over(held[row.id], other) for other in asked)]


def asked_worse(rows: Iterable[Disagreement]) -> Iterator[Disagreement]:
    """Of questions who did it those that another asks of the same words, and that stands on more of them, or on fewer words each.

    "Claimed responsibility for the bombing of the market" tells of a deed, and of somebody to whom it was done.
    """
    held = {row.id: (row, standing(row)) for row in rows}
    near: dict[str, set[str]] = {}  # only what stands in one document can stand on the same words
    for ident, (_, places) in held.items():
        for document in {place[0] for answer in places for place in answer}:
            near.setdefault(document, set()).add(ident)
    for row, mine in held.values():
        others = (held[ident] for ident in near[min(mine[0])[0]] if ident != row.id)
        if any(rank(other, theirs) < rank(row, mine) and laid_over(mine, theirs) for other, theirs in others):
            yield row


def rank(row: Disagreement, places: tuple[Places, ...]) -> tuple[int, int, str]:
    """Questions with more places first, of these those with fewer words."""
    listed = [place for answer in places for place in answer]
    return -len(listed), sum(end - start for _, start, end in listed), row.id


def of_charge(row: Disagreement) -> bool:
    """Whether a question asks if a charge is upheld or denied, whatever it says."""
    return row.kind == "polarity" and {answer.value for answer in row.answers} <= CHARGED


def laid_over(mine: tuple[Places, ...], theirs: tuple[Places, ...]) -> bool:
    """Whether the words of each answer of the one meet those of another answer of the other: that says what the charge is."""
    met = [
        {at for at, places in enumerate(theirs) if all(any(meeting(one, other) for other in places) for one in answer)} for answer in mine
    ]
    return all(met) and len(set().union(*met)) > 1


def meeting(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    """Whether two places share a character."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def standing(row: Disagreement) -> tuple[Places, ...]:
    """The places of the words of each answer."""
    return tuple(frozenset((one.document, one.start, one.end) for one in answer.claims) for answer in row.answers)


def said_with(row: Disagreement, other: Disagreement, held: dict[str, tuple[Places, ...]]) -> bool:
    """Whether each answer of the first stands on words of an answer of the other, which is the wider question or that of yes and no."""
    if row.id == other.id or not all(any(mine <= theirs for theirs in held[other.id]) for mine in held[row.id]):
        return False
    same = sorted(map(sorted, held[row.id])) == sorted(map(sorted, held[other.id]))
    return not same or (row.kind, row.id) > (other.kind, other.id)
