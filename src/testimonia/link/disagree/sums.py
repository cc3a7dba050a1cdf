"""Arithmetic that the text itself invites: parts against their whole, so many at so much each against a total, an age against a birth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from testimonia.base.extractions import Claim
from testimonia.base.ids import row_id
from testimonia.base.links import Finding
from testimonia.base.spans import Span
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.values import exact

CLOSE = 0.005  # relative difference below which a sum is taken to be consistent
WINDOW = 4  # figures on each side among which a product is looked for
PARTING = ("including", "of whom", "of which", "of them", "among them", ":", "namely", "consisting of", "made up of")


def sum_findings(claims: Iterable[Keyed], text: str, places: Mapping[str, Span]) -> Iterator[Finding]:
    """Parts and products in each article of one document; `places` are the stretches of the figures by their ids."""
    figures = [one.claim for one in claims if one.claim.kind == "number" and exact(one.claim) is not None]
    for _, group in groupby(figures, key=lambda claim: claim.article):
        listed = list(group)
        yield from parts(listed, text, places)
        yield from products(listed)


def parts(figures: Sequence[Claim], text: str, places: Mapping[str, Span]) -> Iterator[Finding]:
    """A whole and what is named as its parts in the same sentence."""
    for _, group in groupby(figures, key=lambda claim: claim.sentence):
        whole, *rest = sorted(group, key=lambda claim: places.get(claim.quantity or "", claim.span))
        if len(rest) < 2 or " " in whole.value.lstrip("~"):
            continue
        first, second = (places.get(claim.quantity or "", claim.span) for claim in (whole, rest[0]))
        between = text[first.end : second.start].casefold()
        total, given = sum(exact(part) or 0 for part in rest), exact(whole) or 0
        if not any(word in between for word in PARTING) or any(" " in part.value for part in rest):
            continue
        spans = tuple(claim.span for claim in (whole, *rest))
        if total == given:
            yield finding("sum-consistent", f"The parts add up to the whole given: {given:,.0f}.", whole, spans)
        elif total > given or ":" in between:
            yield finding("sum", f"The parts add up to {total:,.0f}, the whole given is {given:,.0f}.", whole, spans)


def products(figures: Sequence[Claim]) -> Iterator[Finding]:
    """So many, at so much each, against a total in the same currency and per the same time; a month's sum against a year's."""
    for place, rate in enumerate(figures):
        unit = rate.value.partition(" ")[2]
        if "/" not in unit:
            continue
        near = figures[max(0, place - WINDOW) : place + WINDOW + 1]
        counts = [c for c in near if c.object in ("member", "people", "worker", "soldier") and " " not in c.value]
        totals = [c for c in near if c.value.endswith(" " + unit) and (exact(c) or 0) > (exact(rate) or 0)]
        for count in counts[:2]:
            for total in totals[:2]:
                if equal((exact(count) or 0) * (exact(rate) or 0), exact(total) or 0):
                    message = f"{exact(count):,.0f} × {exact(rate):,.0f} = {exact(total):,.0f} {unit}: the figures fit each other."
                    yield finding("product-consistent", message, rate, (count.span, rate.span, total.span))
        if unit.endswith("/mo"):
            yield from yearly(rate, near, unit.removesuffix("/mo"))


def yearly(rate: Claim, near: Sequence[Claim], currency: str) -> Iterator[Finding]:
    """Twelve times a month's sum, where that is a sum given near by."""
    for other in near:
        if other.value.endswith((f" {currency}", f" {currency}/a")) and equal(12 * (exact(rate) or 0), exact(other) or 0):
            message = f"12 × {exact(rate):,.0f} = {exact(other):,.0f} {currency}: the sums for a month and for a year fit each other."
            yield finding("product-consistent", message, rate, (rate.span, other.span))


def equal(a: float, b: float) -> bool:
    """Whether two figures are the same but for rounding."""
    return b > 0 and abs(a - b) <= CLOSE * b


def finding(kind: str, message: str, claim: Claim, spans: tuple[Span, ...]) -> Finding:
    """A finding on some figures of one article."""
    return Finding(row_id("f", kind, claim.document, *spans), kind, message, claim.document, claim.article, spans)
