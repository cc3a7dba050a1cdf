"""Descriptions: who holds the role that one names, and which name stands beside it."""

from __future__ import annotations

from spacy.tokens import Token

from testimonia.base.spans import Span
from testimonia.extract.mentions.found import Found
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.resolving.book import Book
from testimonia.extract.mentions.resolving.salience import NEAR, nearest
from testimonia.extract.mentions.words import listed
from testimonia.extract.parsing import Parsed

SUBJECTS = ("nsubj", "nsubjpass")
CLOSING, JOINED = (",", ".", ";", ":", ")", ""), (", and ", ", or ")
INDEFINITE, DEFINITE = listed("en", "indefinite"), listed("en", "pointing")


def role(parsed: Parsed, one: Found, recent: list[Found], book: Book) -> None:
    """A definite description: the holder of the role, the name that holds its head noun, or for a general noun the nearest body."""
    appositive(one, recent, book)
    if one.span in book.stands_for or one.first.text.casefold() not in DEFINITE:
        return
    modified = one.last.i != one.root.i or any(token.ent_type_ for token in one.root.lefts)
    if one.type == "person" and (holder := holder_of(parsed, one, book)) is not None and not modified:
        book.link(one.span, holder)
        return
    head = one.root.lemma_.casefold()
    held = book.heads.get(book.classes.get(head, head))
    if held is not None and head in book.generic and held.form != "name":
        held = None
    if held is not None and not modified and (one.type != "group" or held.qualifier is not None):
        book.link(one.span, held.span)
    elif head in book.generic and (name := name_inside(one)):
        held = next((other for other in reversed(recent) if other.form == "name" and other.text(parsed) == name), None)
        if held is not None:
            book.link(one.span, held.span)
    elif head in book.generic and not modified and one.root.tag_ == "NN":
        nearest(parsed, one, recent, book)


def name_inside(one: Found) -> str:
    """The word in capitals in a description that says which body it is ("the ABC terrorist group"); nothing where none stands there."""
    return next((word.text for word in one.root.doc[one.first.i : one.root.i] if word.is_upper and len(word) > 1), "")


def role_key(parsed: Parsed, one: Found) -> str:
    """The words of a role without determiners, country adjectives and the name behind it."""
    end = one.inner.start if one.inner is not None else one.span.end
    words = [word.casefold().strip("’'s,") for word in parsed.text[one.span.start : end].split()]
    return " ".join(words[-2:]) if len(words) > 1 and words[-1] == "minister" else words[-1] if words else ""


def holder_of(parsed: Parsed, one: Found, book: Book) -> Span | None:
    """Who holds the role that a description names; nobody where two do."""
    key = role_key(parsed, one)
    return None if key in book.several else book.holders.get(key)


def hold(parsed: Parsed, one: Found, book: Book) -> None:
    """Keep who holds a role; a bare "the minister" is the last one named, whatever of, where no other minister was named before."""
    inner = one.inner
    key = role_key(parsed, one)
    if inner is None:
        return
    book.holders[key] = inner
    bare = key.rpartition(" ")[2]
    if bare != key:
        held = book.holders.setdefault(f"the {bare}", inner)
        if held.of(parsed.text).casefold().split()[-1] != inner.of(parsed.text).casefold().split()[-1]:
            book.several.add(f"the {bare}")


def appositive(one: Found, recent: list[Found], book: Book) -> None:
    """A description beside a name: "Ana X, the head of the court" or "the head of the court, Ana X"."""
    if not recent:
        return
    for other in reversed(recent[-NEAR:]):
        beside = one.root.dep_ == "appos" and one.root.head == other.root and one.paragraph == other.paragraph
        around = other.root.dep_ == "appos" and apposed_to(other) == one.root and one.paragraph == other.paragraph
        fitting = agrees(one, other) or (beside and one.type == "organisation" and one.first.lower_ in INDEFINITE)
        if (beside or around) and holds_office(one, other, book):
            book.people.add(other.span)
            fitting = True
        if (beside or around) and other.form == "name" and fitting and (one.type == "person" or one.first.pos_ == "DET"):
            book.link(one.span, other.span)
            if one.type == "person":
                book.holders[one.root.lower_] = other.span
            return


def apposed_to(name: Found) -> Token:
    """The noun beside which a name stands, by the parse; behind a relative clause the noun that the clause tells of."""
    return told_of(name, name.root.head) or name.root.head


def told_of(name: Found, noun: Token) -> Token | None:
    """The noun of whose relative clause another noun is the end, where a name between commas parts that clause from the verb.

    "The man who robbed the clerk, Bo Lund, was freed": the man is Bo Lund, and not the clerk.
    """
    clause = next((word for word in (noun, *noun.ancestors) if word.dep_ == "relcl"), None)
    if clause is None or name.last.i + 2 >= len(name.last.doc) or name.last.nbor().text != "," or clause.head.dep_ not in SUBJECTS:
        return None
    return clause.head if clause.head.i < clause.i < noun.i < name.first.i < name.last.i < clause.head.head.i else None


def holds_office(one: Found, other: Found, book: Book) -> bool:
    """Whether an office stands beside a name that the tagger took for a body's, and that has no word for a body: "the chair, X Y"."""
    named = other.form == "name" and other.type == "organisation" and other.last.i > other.first.i
    bodily = any(
        word.lower_ in book.generic or word.lower_ in book.official or not word.text[:1].isupper()
        for word in other.root.doc[other.first.i : other.last.i + 1]
    )
    return named and one.type == "person" and is_title(one.root) and not bodily


def held_by(parsed: Parsed, one: Found, recent: list[Found], book: Book) -> None:
    """Let a description stand for the name in apposition behind it: "the head of the court, Ana X,", "her rival, the poet Ana X"."""
    text, (start, end) = parsed.text, one.span
    closed = text[end : end + 1] in CLOSING and not text.startswith(JOINED, end)
    for other in reversed(recent[-NEAR:]):
        if other.form != "role" or other.span in book.stands_for:
            continue
        office = holds_office(other, one, book)
        beside = closed and text[start - 2 : start] == ", " and other.span.end == start - 2 and other.first.lower_ in DEFINITE
        apposed = one.type == "person" and one.root.dep_ == "appos" and apposed_to(one) == other.root and other.first.tag_ == "PRP$"
        if beside and told_of(one, other.root) is not None:
            continue
        if (office or other.type == one.type) and (beside or apposed):
            book.people |= {one.span} if office else set()
            book.link(other.span, one.span)
            book.holders[role_key(parsed, other)] = one.span


def agrees(one: Found, other: Found) -> bool:
    """Whether a description and a name can mean the same kind of thing."""
    return one.type == other.type or "other" in (one.type, other.type)
