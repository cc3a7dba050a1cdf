"""What dates show by the calendar alone: a day that it does not have, a weekday that does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from testimonia.base.extractions import Time
from testimonia.base.ids import row_id
from testimonia.base.links import Finding
from testimonia.base.spans import Span

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = re.compile(rf",? (?:which was )?an? ({'|'.join(DAYS)})\b(?=[,.;)])")  # said of the date that stands before it
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def calendar_findings(times: Iterable[Time], text: str) -> Iterator[Finding]:
    """Dates that the calendar does not have, and weekdays that are not those of their dates."""
    for time in times:
        if "weekday mismatch" in time.reason:
            yield finding("weekday", misfit(time.value or ""), time)
        elif "calendar has no" in time.reason:
            yield finding("calendar", f"A date outside the calendar: {time.reason}.", time)
        elif "cannot be told apart" in time.reason:
            yield finding("calendar", "Day and month of this date cannot be told apart; only its year is taken.", time)
        elif (named := WEEKDAY.match(text, time.end)) and DAY.fullmatch(time.value or "") and weekday(time.value or "") != named[1]:
            yield finding("weekday", misfit(time.value or ""), time)


def misfit(value: str) -> str:
    """What is said of a date whose weekday is another than the one named."""
    day = value.partition("T")[0]  # an hour may stand with it
    told = f": {day} was a {weekday(day)}" if DAY.fullmatch(day) else ""
    return f"The weekday named does not fit the date{told}."


def weekday(value: str) -> str:
    """The weekday of an ISO date, in English."""
    return DAYS[date.fromisoformat(value).weekday()]


def finding(kind: str, message: str, time: Time) -> Finding:
    """A finding on one time expression."""
    span = Span(time.start, time.end)
    return Finding(row_id("f", kind, time.document, *span), kind, message, time.document, time.article, (span,))
