"""Claims: one answerable assertion each, with its slot."""

from __future__ import annotations

from testimonia.base.extractions import Attribution, Claim, Mention, Quantity, Time
from testimonia.extract.claims.heads import head_claims
from testimonia.extract.claims.making import date_claims, number_claims, place_claims
from testimonia.extract.claims.reading import Read, readings
from testimonia.extract.claims.stances import stance_claims
from testimonia.extract.parsing import Parsed


def find_claims(
    parsed: Parsed,
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    quantities: tuple[Quantity, ...],
    times: tuple[Time, ...],
) -> tuple[Claim, ...]:
    """The claims of an article: numbers, dates and places of events, who did it, what is denied, what state a thing is in."""
    found: dict[str, Claim] = {}
    read = Read(mentions, attributions, quantities, times)
    for reading in readings(parsed, read):
        for make in (number_claims, date_claims, place_claims, stance_claims):
            for claim in make(reading):
                found.setdefault(claim.id, claim)
    for claim in head_claims(parsed):
        found.setdefault(claim.id, claim)
    return tuple(sorted(found.values(), key=lambda claim: (claim.span, claim.id)))
