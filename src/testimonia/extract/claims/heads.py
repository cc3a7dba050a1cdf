"""Claims of an article's head: on what date it was published, as each place of the page says it."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.base.documents import Article
from testimonia.base.extractions import Claim
from testimonia.base.ids import row_id
from testimonia.base.spans import Span, lines
from testimonia.extract.parsing import Parsed
from testimonia.extract.quantities.holding import Zones
from testimonia.extract.times import dates_in
from testimonia.extract.times.values import point

BEFORE, BEHIND, MOST = 6000, 48, 40  # characters before the title, and behind the outlet's name; places looked at
FIELDS = ("published", "first_published")


def head_claims(parsed: Parsed) -> Iterator[Claim]:
    """One claim for each date that the page gives for the article's publication or first publication."""
    article = parsed.article
    seen: set[tuple[str, Span]] = set()
    for field in FIELDS:
        for value, span in [*told(article, field), *(credited(parsed) if field == "first_published" else ())]:
            found = point(value)
            if found is None or found.day is None or (field, span) in seen:
                continue
            seen.add((field, span))
            yield head_claim(parsed, field, str(found), span)


def told(article: Article, field: str) -> Iterator[tuple[str, Span]]:
    """The date that was chosen and those that were considered, with the words that give them."""
    fact = article.published if field == "published" else article.first_published
    if fact is not None and fact.span is not None:
        yield fact.value, fact.span
    for candidate in article.candidates:
        if candidate.field == field and candidate.span is not None:
            yield candidate.value, candidate.span


def credited(parsed: Parsed) -> Iterator[tuple[str, Span]]:
    """Dates right behind the first outlet's name, in the head of the page, outside all articles' bodies."""
    article, text = parsed.article, parsed.text
    outlet = article.original_outlet.value if article.original_outlet else ""
    title = article.title or (article.body[0] if article.body else None)
    if len(outlet) < 3 or title is None:
        return
    bodies = Zones(span for other in parsed.division.articles for span in other.body)
    at, stop = max(0, title.start - BEFORE), article.body[0].start if article.body else title.end
    for _ in range(MOST):
        at = text.find(outlet, at, stop + BEHIND)
        if at < 0:
            return
        end = at + len(outlet)
        if not bodies.meet(at, end):
            line = next(iter(lines(text, (end, min(len(text), end + BEHIND)))))
            yield from dates_in(parsed, line)
        at = end


def head_claim(parsed: Parsed, field: str, value: str, span: Span) -> Claim:
    """The claim that the article was published on a day."""
    article = parsed.article
    title = article.title.of(parsed.text) if article.title else ""
    return Claim(
        id=row_id("w", parsed.document.id, article.id, field, *span, value), document=parsed.document.id, article=article.id,
        sentence=span, span=span, kind="date", predicate=f"head {field}", value=value, subject=title, part="teaser",
    )  # fmt: skip
