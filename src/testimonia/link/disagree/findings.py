"""What figures and dates show by arithmetic and calendar alone: an impossible day, a weekday that does not fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from testimonia.base.extractions import Quantity, Time
from testimonia.base.ids import row_id
from testimonia.base.links import Finding
from testimonia.base.spans import Span
from testimonia.link.disagree.keys import Keyed
from testimonia.link.disagree.sums import sum_findings


def document_findings(claims: Iterable[Keyed], text: str, quantities: Iterable[Quantity], times: Iterable[Time]) -> list[Finding]:
    """The findings of one document, each once, sorted."""
    places = {quantity.id: Span(quantity.start, quantity.end) for quantity in quantities}
    found = {finding.id: finding for finding in (*calendar_findings(times), *sum_findings(claims, text, places))}
    return [found[key] for key in sorted(found)]


def calendar_findings(times: Iterable[Time]) -> Iterator[Finding]:
    """Dates that the calendar does not have, and weekdays that are not those of their dates."""
    for time in times:
        if "weekday mismatch" in time.reason:
            yield finding("weekday", f"The weekday named does not fit the date: {time.reason.partition('; ')[0]}.", time)
        elif "calendar has no" in time.reason:
            yield finding("calendar", f"A date outside the calendar: {time.reason}.", time)
        elif "cannot be told apart" in time.reason:
            yield finding("calendar", "Day and month of this date cannot be told apart; only its year is taken.", time)


def finding(kind: str, message: str, time: Time) -> Finding:
    """A finding on one time expression."""
    span = Span(time.start, time.end)
    return Finding(row_id("f", kind, time.document, *span), kind, message, time.document, time.article, (span,))
