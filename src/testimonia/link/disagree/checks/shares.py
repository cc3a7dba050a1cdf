"""So many at so much each, against the sum of all, where one sentence gives the three."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from testimonia.base.extractions import Quantity
from testimonia.base.links import Finding
from testimonia.base.phrases import any_of
from testimonia.link.disagree.checks.parting import STOP, counts, finding
from testimonia.link.disagree.vocabulary import entries

EACH = re.compile(rf",? (?:{any_of(entries('each'))})\b")
TO_EACH = re.compile(r"\beach of (?:the |its |his |their )?$", re.I)
TOTAL = re.compile(rf"(?:{any_of(entries('before_sums'))}),? $")
IN_ALL = re.compile(rf",? (?:{any_of(entries('behind_sums'))})\b")
FITS, ROUNDED = 0.005, 0.05  # relative differences: up to the first the figures fit, up to the second a total may be rounded
BACK = 20  # characters before a figure in which the word that makes it a total or a share stands


def shares(quantities: Iterable[Quantity], text: str) -> Iterator[Finding]:
    """The products of one document."""
    placed = sorted(quantities, key=lambda one: (one.start, one.end))
    for at in range(len(placed) - 2):
        three = placed[at : at + 3]
        if not STOP.search(text, three[0].end, three[2].start) and exact(three):
            yield from product(three, text)


def exact(three: Sequence[Quantity]) -> bool:
    """Whether three figures are single values of one article, one a count and two sums of the same money."""
    single = all(one.low is not None and one.low == one.high and not one.approximate for one in three)
    money = [one.unit for one in three if one.measure == "money"]
    return single and len(money) == 2 and len({*money}) == 1 and len({one.article for one in three}) == 1


def product(three: Sequence[Quantity], text: str) -> Iterator[Finding]:
    """Whether so many at so much each are the total, when the words say which is which."""
    count = [one for one in three if counts(one)]
    each = [
        one for one in three if one.measure == "money" and (EACH.match(text, one.end) or (count and TO_EACH.search(behind(count[0], text))))
    ]
    total = [one for one in three if one.measure == "money" and (IN_ALL.match(text, one.end) or TOTAL.search(behind(one, text)))]
    each = [one for one in each if one not in total]
    if not (len(count) == len(each) == len(total) == 1):
        return
    number, share, given = (one.low or 0 for one in (*count, *each, *total))
    off = abs(number * share - given) / max(given, 1)
    if off <= FITS:
        yield finding(
            "product-consistent", f"{number:,.0f} × {share:,.0f} = {given:,.0f} {total[0].unit}: the figures fit each other.", three
        )
    elif off > ROUNDED:
        yield finding(
            "product", f"{number:,.0f} × {share:,.0f} = {number * share:,.0f} {total[0].unit}, the total given is {given:,.0f}.", three
        )


def behind(one: Quantity, text: str) -> str:
    """What stands before a figure."""
    return text[max(0, one.start - BACK) : one.start]
