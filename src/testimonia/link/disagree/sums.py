"""Arithmetic that the text itself invites: parts against their whole, so many at so much each against a total, an age against a birth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from testimonia.base.extractions import Claim
from testimonia.base.ids import row_id
from testimonia.base.links import Finding
from testimonia.base.spans import Span
from testimonia.link.disagree.gathering import Gathered
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.values import days, number

CLOSE = 0.005  # relative difference below which a sum is taken to be consistent
WINDOW = 4  # figures on each side among which a product is looked for
PARTING = ("including", "of whom", "of which", "of them", "among them", ":", "namely", "consisting of", "made up of")


def exact(claim: Claim) -> float | None:
    """A figure with one value, as a number."""
    stretch = number(claim.value.lstrip("~"))
    return stretch[0] if stretch is not None and stretch[0] == stretch[1] else None


def sum_findings(gathered: Gathered, places: Mapping[str, Span]) -> Iterator[Finding]:
    """Parts and products in each article, ages and births over the case; `places` are the stretches of the figures by their ids."""
    figures = [one.claim for one in gathered.keyed if one.claim.kind == "number" and exact(one.claim) is not None]
    for _, group in groupby(figures, key=lambda claim: (claim.document, claim.article)):
        listed = list(group)
        yield from parts(listed, gathered, places)
        yield from products(listed)
    yield from ages(gathered)


def parts(figures: Sequence[Claim], gathered: Gathered, places: Mapping[str, Span]) -> Iterator[Finding]:
    """A whole and what is named as its parts in the same sentence."""
    for _, group in groupby(figures, key=lambda claim: claim.sentence):
        whole, *rest = sorted(group, key=lambda claim: places.get(claim.quantity or "", claim.span))
        if len(rest) < 2 or " " in whole.value.lstrip("~"):
            continue
        text = gathered.keys.texts[whole.document]
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


def ages(gathered: Gathered) -> Iterator[Finding]:
    """A person's age against the date of birth given for the same person, when the article's date is known."""
    births: dict[str, Keyed] = {}
    for one in gathered.keyed:
        if one.claim.kind == "date" and one.claim.predicate == "born":
            births |= {key: one for key in sorted(one.subject) if key in gathered.names and key not in births}
    told: dict[str, list[Keyed]] = defaultdict(list)
    for one in gathered.keyed:
        if one.claim.kind == "number" and one.claim.predicate == "age":
            for key in sorted(one.subject & births.keys()):
                told[key].append(one)
    for key, claims in sorted(told.items()):
        for one in claims:
            yield from age_against_birth(one, births[key], gathered)


def age_against_birth(one: Keyed, birth: Keyed, gathered: Gathered) -> Iterator[Finding]:
    """The ages that a birth date allows on the article's day, against the age given."""
    article = gathered.articles.get(one.claim.article)
    fact = (article.first_published or article.published) if article else None
    today, born, age = days(fact.value if fact else None), days(birth.claim.value), exact(one.claim)
    if today is None or born is None or age is None:
        return
    low, high = (today[0] - born[1]) / 365.25 - 1, (today[1] - born[0]) / 365.25 + 1
    if not low <= age <= high:
        message = f"An age of {age:.0f} does not fit a birth in {birth.claim.value} and an article of {fact.value if fact else ''}."
        yield Finding(
            row_id("f", "age", one.claim.id, birth.claim.id), "age", message, one.claim.document, one.claim.article, (one.claim.span,),
            birth.claim.document, (birth.claim.span,),
        )  # fmt: skip


def finding(kind: str, message: str, claim: Claim, spans: tuple[Span, ...]) -> Finding:
    """A finding on some figures of one article."""
    return Finding(row_id("f", kind, claim.document, *spans), kind, message, claim.document, claim.article, spans)
