"""What speaks against a date: a credit by which the article that is dated earlier took its text from the one that is dated later, or the
wording, when all the others of its text agree with one another against the one that is dated first.

A date is what a page claims. Nothing is decided here: the edge of the credit and the edge of the dates stand in the tree side by side, and
the reader is shown that they cannot both hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from testimonia.base.documents import Article, Fact
from testimonia.base.ids import row_id
from testimonia.base.links import Finding, StemmaEdge
from testimonia.base.spans import Span
from testimonia.link.reuse.credits import Credit
from testimonia.link.reuse.dating import before
from testimonia.link.reuse.kin import Kin
from testimonia.link.reuse.stemma import CLEAR, lead

KIND, WORDING = "date against credit", "date against wording"
LARGE = 0.3  # of an article, so much must another have of it to speak of its date
AGREEING, ASKED = 4, 24  # others that must all speak against a date, and the most that are asked


def doubted_dates(
    articles: Sequence[Article], edges: Iterable[StemmaEdge], credits: Mapping[str, Credit], dates: Mapping[str, str], kin: Kin
) -> Iterator[Finding]:
    """One finding for each article whose credit names as its source an article, or a first publication, that is dated after it."""
    number = {article.id: place for place, article in enumerate(articles)}
    by_id = {article.id: article for article in articles}
    for edge in edges:
        if edge.parent and "credit" in edge.reasons and before(dates.get(edge.child, ""), dates.get(edge.parent, "")):
            child, parent = by_id[edge.child], by_id[edge.parent]
            texts = lead(kin, number[edge.parent], number[edge.child])[0] if number[edge.parent] in kin.shared[number[edge.child]] else 0
            yield against(child, parent, (dates[child.id], dates[parent.id]), texts)
    for article in articles:
        credit = credits.get(article.id)
        if credit and credit.original.date and before(dates.get(article.id, ""), credit.original.date):
            message = (
                f"This article is dated {dates[article.id]}, and says itself that its text was first published on "
                f"{credit.original.date}, which is later. Both are claims of the page."
            )
            yield Finding(
                row_id("f", KIND, article.id),
                KIND,
                message,
                article.document,
                article.id,
                (*said(article.published), *said(article.first_published)),
            )


def doubted_firsts(articles: Sequence[Article], edges: Iterable[StemmaEdge], kin: Kin) -> Iterator[Finding]:
    """One finding for each article that its date makes the first of its text, and that the wording of all the others makes a later one.

    Edits go one way: what the first text has, copies of it share; what one copy cut out, put in or changed, it has alone.
    """
    number = {article.id: place for place, article in enumerate(articles)}
    listed = [edge for edge in edges if edge.parent]
    firsts = {edge.parent for edge in listed if "date" in edge.reasons} - {edge.child for edge in listed}
    for name in sorted(first for first in firsts if first):
        one = number[name]
        others = [other for other in sorted(kin.shared.get(one, {})) if kin.trace(one, other).shared.sum() >= LARGE * kin.size(one)]
        gaps = [kin.support(other, one) - kin.support(one, other) for other in others[:ASKED]]
        telling = [gap for gap in gaps if abs(gap) >= CLEAR]
        if len(telling) >= AGREEING and min(telling) > 0:
            article = articles[one]
            message = (
                f"This article is dated before the others of its text, but the wording speaks against it: {len(telling)} others agree with "
                "one another where it has something else or nothing, as they would if it were one of the copies. A date is a claim."
            )
            yield Finding(row_id("f", WORDING, name), WORDING, message, article.document, name, said(article.published))


def against(child: Article, parent: Article, days: tuple[str, str], texts: int) -> Finding:
    """The finding for two articles of the case; `texts` says which of the two the readings of the family make the earlier."""
    outlet = parent.outlet.value if parent.outlet else "another article"
    message = f"This article is dated {days[0]}, but names {outlet} as the source of its text, and that article is dated {days[1]}."
    message += " A date is a claim"
    message += {1: ", and the wording speaks against it too.", -1: "; the wording speaks for it.", 0: "."}[texts]
    key = row_id("f", KIND, child.id, parent.id)
    spans = (*said(child.published), *said(child.original_outlet))
    return Finding(key, KIND, message, child.document, child.id, spans, parent.document, said(parent.published))


def said(fact: Fact | None) -> tuple[Span, ...]:
    """Where a head fact stands, if it stands in the text."""
    return (fact.span,) if fact and fact.span else ()
