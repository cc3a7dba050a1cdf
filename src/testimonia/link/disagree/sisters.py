"""What a claim is given by the others of its article: the names and the time of those that say the same, the years, how much is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from testimonia.base.spans import Span
from testimonia.link.disagree.keys import Keyed, slot_of

MOST_SISTERS = 6  # claims of one article that say the same; more is a refrain
MUCH = 12  # different figures, dates and places beyond which a text tells of more than one event
OPENING = 3  # sentences that claim something with which a text says what it is about
LENGTH = 10  # sentences that claim something beyond which a text says more than one thing of one sort


def with_sisters(claims: Iterable[Keyed]) -> tuple[Keyed, ...]:
    """The claims, each with what the others of its article that say the same add to it: their names, and their time.

    Those that say the same as the first one of their slot in the article lead.
    """
    listed = list(claims)
    sisters: dict[tuple[str, ...], list[Keyed]] = defaultdict(list)
    first: dict[tuple[str, ...], str] = {}
    for one in listed:
        sisters[(*slot_of(one), one.claim.value)].append(one)
        first.setdefault(slot_of(one), one.claim.value)
    return tuple(joined(one, sisters[(*slot_of(one), one.claim.value)], first[slot_of(one)]) for one in listed)


def with_article(claims: Iterable[Keyed]) -> tuple[Keyed, ...]:
    """The claims, each with the years that its article speaks of, and whether this tells of much, and at length."""
    listed, years, values = list(claims), defaultdict(set), defaultdict(set)
    sentences: dict[str, dict[Span, int]] = defaultdict(dict)  # article → sentences, each with how many stand before it
    for one in listed:
        sentences[one.claim.article].setdefault(one.claim.sentence, len(sentences[one.claim.article]))
        if one.claim.time and one.claim.time[:4].isdigit():
            years[one.claim.article].add(int(one.claim.time[:4]))
        if one.claim.kind in ("number", "date", "place"):
            values[one.claim.article].add((one.claim.kind, one.claim.value))
    held = {article: (frozenset(years[article]), len(values[article]) > MUCH, len(told) > LENGTH) for article, told in sentences.items()}
    return tuple(
        replace(one, years=told, of_much=much, at_length=long, opening=sentences[one.claim.article][one.claim.sentence] < OPENING)
        for one in listed
        for told, much, long in (held[one.claim.article],)
    )


def joined(one: Keyed, sisters: list[Keyed], first: str) -> Keyed:
    """A claim with the names and the time of its sisters."""
    claim, leads = one.claim, one.claim.kind in ("number", "date") and one.claim.value == first
    if claim.kind != "number" or len(sisters) < 2 or len(sisters) > MOST_SISTERS:
        return replace(one, leading=leads) if leads else one
    context = tuple(dict.fromkeys([*one.context, *(names for sister in sisters for names in sister.names if names not in one.names)]))
    times = sorted({sister.claim.time for sister in sisters if sister.claim.time and not sister.claim.inherited})
    if len(times) == 1 and (claim.time is None or claim.inherited):
        claim = replace(claim, time=times[0], inherited=True)
    return replace(one, claim=claim, context=context, leading=leads)
