"""What figures and dates show by arithmetic and calendar alone: parts that do not add up to their whole, a weekday that does not fit.

`lives` holds the dates of one life against each other over the whole case; the others look at one document.
"""

from __future__ import annotations

from collections.abc import Iterable

from testimonia.base.extractions import Quantity, Time
from testimonia.base.links import Finding
from testimonia.link.disagree.checks.calendar import calendar_findings
from testimonia.link.disagree.checks.listing import listings
from testimonia.link.disagree.checks.parting import parted
from testimonia.link.disagree.checks.shares import shares
from testimonia.link.disagree.checks.sums import sum_findings
from testimonia.link.disagree.keys import Keyed


def document_findings(claims: Iterable[Keyed], text: str, quantities: Iterable[Quantity], times: Iterable[Time]) -> list[Finding]:
    """The findings of one document, each once, sorted."""
    figures = list(quantities)
    stated = (*parted(figures, text), *shares(figures, text), *listings(figures, text))
    found = {finding.id: finding for finding in (*calendar_findings(times, text), *sum_findings(claims), *stated)}
    return [found[key] for key in sorted(found)]
