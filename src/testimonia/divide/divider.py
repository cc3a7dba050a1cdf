"""A cleaned page into its articles, its citations and its language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from testimonia.base.documents import Article, Division, Document, Note, Segment
from testimonia.base.ids import row_id
from testimonia.divide.citations import citations_of, split_notes
from testimonia.divide.covering import final_segments
from testimonia.divide.head import Head
from testimonia.divide.heads import Heads
from testimonia.divide.language import language_of
from testimonia.divide.layout import Layout
from testimonia.divide.lines import Line, lines_of
from testimonia.divide.outlets import hinted
from testimonia.divide.posts import Post, posts_of, spans_of
from testimonia.divide.titles import title_span
from testimonia.divide.turns import turns_of

ID_WORDS = 2000  # characters of the body that make an article's id


def divide(document: Document, segments: tuple[Segment, ...]) -> Division:
    """The articles of a document, the final segments, and its citations. A text without words has neither."""
    if len(segments) > 1 and segments[-1].kind == "other":
        return cut_short(document, segments)
    lines = lines_of(document.text, segments)
    layout = Layout(document)
    posts = [split_notes(lines, post) for post in posts_of(lines, layout)]
    heads = Heads(document, lines, posts, layout.titles)
    read = heads.read([language_of(body_text(lines, post)) for post in posts])
    articles = distinct(document, [article_of(document, lines, head) for head in read])
    citations = citations_of(document, articles, lines)
    return Division(
        final_segments(document, lines, read, segments), tuple(articles), citations, main_language(document, articles), tuple(heads.notes)
    )


def cut_short(document: Document, segments: tuple[Segment, ...]) -> Division:
    """The division of a document whose end was not read: of what stands before it."""
    *read, rest = segments
    found = divide(replace(document, text=document.text[: rest.start]), tuple(read))
    said = f"{rest.end - rest.start:,} of {len(document.text):,} characters were {rest.reason}. Split the file to have them read."
    return replace(found, segments=(*found.segments, rest), notes=(*found.notes, Note("clean", "skipped", said)))


def body_text(lines: Sequence[Line], post: Post) -> str:
    """The words of a body (enough of them to tell its language)."""
    return " ".join(lines[place].text for place in post.body[:30])


def article_of(document: Document, lines: Sequence[Line], head: Head) -> Article:
    """One article from its head and its body."""
    title = title_span(head.title, head.above, lines)
    body = spans_of(lines, head.post.body)
    words = "\n".join(span.of(document.text) for span in body)[:ID_WORDS]
    names = ("author", "outlet", "original_outlet", "translator", "published", "first_published", "section")
    return Article(
        row_id("a", document.id, title.of(document.text) if title else "", words),
        document.id,
        body,
        title=title,
        language=head.language,
        urls=head.urls,
        candidates=tuple(head.candidates),
        turns=turns_of(lines, head.post, head.language),
        **{name: head.facts.get(name) for name in names},
    )


def distinct(document: Document, articles: Sequence[Article]) -> list[Article]:
    """The articles with ids of their own: the same text a second time on one page is told apart by its count."""
    seen = Counter[str]()
    found = []
    for article in articles:
        seen[article.id] += 1
        again = seen[article.id]
        found.append(article if again == 1 else renamed(article, row_id("a", document.id, article.id, again)))
    return found


def renamed(article: Article, new: str) -> Article:
    """The article under another id."""
    return replace(article, id=new)


def main_language(document: Document, articles: Sequence[Article]) -> str | None:
    """The language of most of the articles' text; the user's word wins."""
    given = hinted(document, "language")
    if given is not None and given.reason.endswith("metadata.csv"):
        return given.value
    sizes = Counter[str]()
    for article in articles:
        if article.language:
            sizes[article.language] += sum(span.end - span.start for span in article.body)
    if not sizes:
        return given.value if given else None
    return min(sizes, key=lambda language: (-sizes[language], language))
