"""Arithmetic that the text itself invites: so many at so much each against a total, a month's sum against a year's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product

from testimonia.base.extractions import Claim
from testimonia.base.ids import row_id
from testimonia.base.links import Finding
from testimonia.base.spans import Span
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.values import exact
from testimonia.link.disagree.vocabulary import vocabulary

CLOSE = 0.005  # relative difference below which a sum is taken to be consistent
PAID = vocabulary("paid")
WINDOW = 4  # figures on each side among which a product is looked for


def sum_findings(claims: Iterable[Keyed]) -> Iterator[Finding]:
    """Products in each article of one document."""
    figures = [one.claim for one in claims if one.claim.kind == "number" and exact(one.claim) is not None]
    for _, group in groupby(figures, key=lambda claim: claim.article):
        yield from products(list(group))


def products(figures: Sequence[Claim]) -> Iterator[Finding]:
    """So many, at so much each, against a total in the same currency and per the same time; a month's sum against a year's."""
    for place, rate in enumerate(figures):
        unit = rate.value.partition(" ")[2]
        if "/" not in unit:
            continue
        near = figures[max(0, place - WINDOW) : place + WINDOW + 1]
        counts = [c for c in near if c.object in PAID and " " not in c.value]
        totals = [c for c in near if c.value.endswith(" " + unit) and (exact(c) or 0) > (exact(rate) or 0)]
        for count, total in product(counts[:2], totals[:2]):
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
