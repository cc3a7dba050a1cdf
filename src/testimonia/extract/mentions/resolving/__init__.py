"""Who is meant, inside one article: a surname by its full name, a role by its holder, a pronoun by the nearest compatible name.

`book` keeps what is known while the mentions are read in order; `surnames`, `short` (a body's short name), `holders` and `salience` each
find one kind of antecedent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from testimonia.base.extractions import Mention
from testimonia.base.spans import Span
from testimonia.extract.mentions.found import Found, determiner, locative, metonym, scare_quoted
from testimonia.extract.mentions.resolving.book import Book, kind, under
from testimonia.extract.mentions.resolving.holders import held_by, hold, role
from testimonia.extract.mentions.resolving.salience import nearest
from testimonia.extract.mentions.resolving.short import bare_heads, owned
from testimonia.extract.mentions.resolving.surnames import surnames
from testimonia.extract.mentions.words import Words
from testimonia.extract.parsing import Parsed


def resolve(parsed: Parsed, found: Sequence[Found], known: Words) -> tuple[Mention, ...]:
    """The mentions of an article, each with its antecedent or its candidates."""
    ordered = sorted(found, key=lambda one: (one.span.start, -one.span.end))
    counts = Counter(one.text(parsed).casefold() for one in ordered if one.form == "name")
    most = max((counts[one.text(parsed).casefold()] for one in ordered if one.form == "name" and one.type == "organisation"), default=0)
    book = Book(
        generic=known.generic, official=known.official, firms=known.firms, no_firms=known.no_firms, classes=known.classes,
        counts=counts, most=most,
    )  # fmt: skip
    book.genders.update((one.span, one.gender) for one in ordered if one.form == "name" and one.gender is not None)
    surnames(parsed, ordered, book)
    for bare, body in (*owned(parsed, ordered), *bare_heads(parsed, ordered)):
        book.link(bare, body)
    recent: list[Found] = []
    for one in ordered:
        settle(parsed, one, recent, book)
        if one.form != "pronoun" and one.inner is None and not adjective(one):
            recent.append(one)
    roots = {(one.paragraph, one.root.i): one.span for one in ordered if one.form != "pronoun"} | {
        (one.paragraph, one.root.i): one.span for one in ordered if one.form != "role"
    }
    return tuple(as_mention(parsed, one, book, roots) for one in ordered)


def settle(parsed: Parsed, one: Found, recent: list[Found], book: Book) -> None:
    """Resolve one mention against those before it."""
    if one.inner is not None:
        book.link(one.span, one.inner)
        hold(parsed, one, book)
    elif one.form == "pronoun":
        nearest(parsed, one, recent, book)
    elif one.form == "role":
        role(parsed, one, recent, book)
    else:
        held_by(parsed, one, recent, book)
    if one.form != "pronoun" and one.inner is None and one.span not in book.stands_for and tells(one):
        head = one.root.lemma_.casefold()
        book.heads[book.classes.get(head, head)] = one


def adjective(one: Found) -> bool:
    """A people's name that only qualifies another noun ("the Greek government") stands for nobody."""
    return one.type == "group" and one.root.dep_ in ("amod", "compound", "nmod")


def tells(one: Found) -> bool:
    """Whether a later "the X" can go back to this mention: a name, a phrase that holds one, a document or an event."""
    return one.form == "name" or one.type in ("work", "event") or any(token.ent_type_ for token in under(one))


def as_mention(parsed: Parsed, one: Found, book: Book, roots: dict[tuple[int, int], Span]) -> Mention:
    """The record of a mention; `roots` finds the mention that a description is built on."""
    qualifier = None if one.qualifier is None else roots.get((one.paragraph, one.qualifier))
    if qualifier is not None:
        qualifier = book.root(qualifier)
    return Mention(
        document=parsed.document.id,
        article=parsed.article.id,
        start=one.span.start,
        end=one.span.end,
        name=one.text(parsed),
        type=kind(one, book),
        form=one.form,
        antecedent=book.stands_for.get(one.span),
        candidates=book.candidates.get(one.span, ()),
        gender=one.gender,
        number=one.number,
        metonym=metonym(one),
        locative=locative(one),
        determiner=determiner(one),
        head=one.head,
        gist=one.gist,
        scare=one.form != "pronoun" and scare_quoted(parsed.text, one.span),
        qualifier=None if qualifier == one.span else qualifier,
        shown=one.shown,
    )
