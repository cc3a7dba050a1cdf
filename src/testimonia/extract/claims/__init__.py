"""Claims: one answerable assertion each, with its slot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from testimonia.base.extractions import Attribution, Claim, Mention, Quantity, Time
from testimonia.base.languages import table
from testimonia.extract.claims.answering import answer_claims
from testimonia.extract.claims.bare import bare_claims
from testimonia.extract.claims.doers import agent_claims
from testimonia.extract.claims.echoes import corrected, echo_claims
from testimonia.extract.claims.happenings import date_claims, place_claims
from testimonia.extract.claims.heads import head_claims
from testimonia.extract.claims.none import none_claims
from testimonia.extract.claims.numbers import counts, number_claims
from testimonia.extract.claims.reading import Read, Reading, readings
from testimonia.extract.claims.refuting import refuted
from testimonia.extract.claims.sites import site_claims
from testimonia.extract.claims.stances import stance_claims
from testimonia.extract.claims.states import states
from testimonia.extract.claims.unparsed import unparsed_claims
from testimonia.extract.parsing import Parsed
from testimonia.extract.quantities.holding import Holding

AFTER = (" ", "'", "’")  # what may follow a word that opens a clause ("qu'il")


def with_echoes(reading: Reading, own: list[Claim]) -> list[Claim]:
    """A sentence's claims, where a figure that takes up another stands for that alone."""
    echoes = list(echo_claims(reading, own))
    quantities = {one.quantity for one in echoes if one.quantity}
    return [*(one for one in own if one.quantity is None or one.quantity not in quantities), *echoes]


def places_told(reading: Reading) -> Iterator[Claim]:
    """Where it happened to those who have names; of other events, where they happened."""
    told = list(place_claims(reading))
    named = {claim.predicate for claim in told}
    yield from told
    yield from (claim for claim in site_claims(reading) if claim.predicate not in named)


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
        own = [
            claim
            for make in (
                number_claims,
                none_claims,
                date_claims,
                places_told,
                agent_claims,
                stance_claims,
                states,
                bare_claims,
                answer_claims,
            )
            for claim in make(reading)
        ]
        own = [corrected(reading, claim) for claim in with_echoes(reading, own)]
        own += list(refuted(reading, [*found.values(), *own]))
        for claim in own:
            reading.setting.slots[(claim.kind, claim.predicate, claim.object)] = claim
            found.setdefault(claim.id, claim)
            reading.setting.last[claim.kind] = (claim, reading.index)
            if counts(claim):
                reading.setting.last["count"] = (claim, reading.index)
    for claim in (*unparsed_claims(parsed, read, Holding(attributions)), *head_claims(parsed)):
        found.setdefault(claim.id, claim)
    refused = {one.id: one for one in attributions if one.stance == "deny"}
    return tuple(sorted((disowned(claim, refused, parsed) for claim in found.values()), key=lambda claim: (claim.span, claim.id)))


def disowned(claim: Claim, refused: Mapping[str, Attribution], parsed: Parsed) -> Claim:
    """A figure, date or place that somebody denies: no answer of the denier's.

    "Denied that 187 were aboard" denies the figure; "denied the board's figure of 187" is told by whoever tells of the denial.
    """
    denial = refused.get(claim.attribution or "")
    if denial is None or claim.kind not in ("number", "date", "place"):
        return claim
    if denial.content[0].of(parsed.text).casefold().startswith(clause_openers(parsed.language)):
        return replace(claim, polarity="negative")
    return replace(claim, attribution=denial.parent)


@cache
def clause_openers(language: str) -> tuple[str, ...]:
    """What a clause that somebody says or denies begins with; in English, whose clauses the parse tells, "that"."""
    words = table(language, "speech").get("plain", {}).get("that", ("that",))
    return tuple(f"{word}{mark}" for word in words for mark in AFTER)
