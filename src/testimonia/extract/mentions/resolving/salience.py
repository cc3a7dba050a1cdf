"""The nearest compatible name before a pronoun or a general noun.

The points follow the salience factors of Lappin and Leass (1994) in the short form that needs no parse forest: grammatical role,
distance, and how often the article speaks of the candidate; agreement in gender, number and kind comes first.
"""

from __future__ import annotations

import math
from functools import cache

from spacy.tokens import Token

from testimonia.base.languages import table
from testimonia.base.spans import Span
from testimonia.extract.mentions.found import Found
from testimonia.extract.mentions.resolving.book import Book, gender, kind, under
from testimonia.extract.parsing import Parsed

SUBJECT = {"nsubj", "nsubjpass"}
REACH = 700  # characters back to look for an antecedent
MOST = 40  # mentions back to look at
NEAR = 4  # mentions back among which a description beside a name is looked for
MARGIN = 0.6  # points between the first and the second candidate, below which both are shown
LONGEST = 300  # words of a quotation
OPENED, CLOSED = ("“", "„", "«", '"', "``"), ("”", "»", '"', "''")
MODIFIER = ("compound", "nmod", "amod")
PLURAL = ("NNS", "NNPS")
PARALLEL = 2.0  # points more for what goes on as the subject of the next sentence
SINGULAR = ("person", "other")  # what "he", "she" and "it" stand for
RARER = 3  # how much more often another body must be named, for a loaded description not to be a passing one's
FITS = {
    "person": {"person"},
    "other": {"organisation", "place", "work", "event", "other"},
    "group": {"group", "organisation"},
}


def nearest(parsed: Parsed, one: Found, recent: list[Found], book: Book) -> None:
    """The most salient compatible mention before this one; two that are about as salient are both kept as candidates."""
    scores: dict[Span, float] = {}
    spoken = quotation_before(one)
    named = {surname(parsed, book.root(other.span)) for other in recent[-MOST:] if spoken is not None and said_in(spoken, one, other)}
    for other in reversed(recent[-MOST:]):
        distance = one.span.start - other.span.end
        if distance > REACH:
            break
        unfit = distance < 0 or not fits(one, other, kind(other, book), gender(other, book)) or bound(one, other) or qualifies(one, other)
        if unfit or (one.form == "role" and not called(one, other.folded(parsed), other, book)):
            continue
        target = book.root(other.span)
        if surname(parsed, target) in named:
            continue
        value = salience(other, distance) + PARALLEL * parallel(one, other) + math.log1p(book.counts[other.text(parsed).casefold()])
        scores[target] = max(scores.get(target, -99.0), value)
    by_text: dict[str, tuple[float, Span]] = {}
    for span, value in scores.items():
        key = span.of(parsed.text).casefold()
        by_text[key] = max(by_text.get(key, (-99.0, span)), (value, span))
    ranked = sorted(by_text.values(), reverse=True)
    if len(ranked) == 1 or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] >= MARGIN):
        book.link(one.span, ranked[0][1])
    elif ranked:
        book.candidates[one.span] = tuple(span for _, span in ranked[:3])


def fits(one: Found, other: Found, kind: str, gender: str | None) -> bool:
    """Agreement in kind, number and gender; `kind` and `gender` are the candidate's. "The group" goes back to a body's name."""
    if one.form == "pronoun":
        fitting = kind in FITS[one.type] and not (one.type in SINGULAR and other.number == "plural")
    else:
        fitting = other.form == "name" and other.type == "organisation"
    return fitting and (one.gender is None or gender is None or one.gender == gender)


def called(one: Found, name: str, other: Found, book: Book) -> bool:
    """Whether a general noun can go back to a body's name: no office of a state, no paper known everywhere, no union for "the company".

    What says more than the noun ("the armed group") is said of a body that the text is about, not of one named in passing.
    """
    passing = one.gist and book.counts[name] * RARER < book.most
    no_firm = one.root.lemma_.casefold() in book.firms and other.root.lower_ in book.no_firms
    return not (is_official(other, book) or passing or no_firm or name.removeprefix("the ") in outlets())


@cache
def outlets() -> frozenset[str]:
    """Papers, agencies and platforms that are known everywhere, in lower case and without their article."""
    agencies, brands = table("und", "agencies"), table("und", "brands")
    names = (*agencies["names"], *agencies["outlets"], *brands["outlets"], *brands["platforms"])
    return frozenset(str(name).casefold().removeprefix("the ") for name in names)


def is_official(other: Found, book: Book) -> bool:
    """Whether a name says itself that it is an office of a state: that is no company, party or sect."""
    return any(word.lower_ in book.official for word in under(other)) or other.root.lower_ in book.official


def bound(one: Found, other: Found) -> bool:
    """A plain object pronoun never means the subject of its own verb."""
    return one.form == "pronoun" and one.root.dep_ in ("dobj", "pobj") and other.root.dep_ in SUBJECT and one.root.head == other.root.head


def qualifies(one: Found, other: Found) -> bool:
    """Whether a name only says which several people are meant: "they" behind "harbour critics" are the critics, not the harbour."""
    return one.type == "group" and other.root.dep_ in MODIFIER and other.root.head.tag_ in PLURAL


def quotation_before(one: Found) -> int | None:
    """Where the quotation opens that ends right before a pronoun ("…", he says): its speaker does not name themselves in it."""
    doc, at = one.root.doc, one.first.i - 1
    at -= at > 0 and doc[at].text == ","
    if one.form != "pronoun" or one.root.dep_ not in SUBJECT or at <= 0 or doc[at].text not in CLOSED:
        return None
    return next((i for i in range(at - 1, max(-1, at - LONGEST), -1) if doc[i].text in OPENED), None)


def said_in(opened: int, one: Found, other: Found) -> bool:
    """Whether a name stands in the quotation that opens at a token and ends right before a pronoun."""
    return other.paragraph == one.paragraph and opened < other.first.i < one.first.i


def surname(parsed: Parsed, span: Span) -> str:
    """The last word of a name: what "Ann Lee" and "Lee" share."""
    return span.of(parsed.text).casefold().split()[-1]


def parallel(one: Found, other: Found) -> bool:
    """Whether a pronoun and a candidate are both subjects of their sentences, not of clauses in them: sentences running speak of one.

    Of "it is" nothing is told so: it often stands for what follows. Of "he" and "she" it is told of the sentence right before alone.
    """
    subjects = all(part(each.root) in SUBJECT and above(each.root).dep_ == "ROOT" for each in (one, other))
    if one.type == "person":
        return subjects and other.paragraph == one.paragraph and other.root.sent.end == one.root.sent.start
    return subjects and one.type == "other" and one.root.head.lemma_ != "be"


def salience(other: Found, distance: int) -> float:
    """Points of a candidate: its grammatical role less its distance."""
    dep = part(other.root)
    points = 3.0 if dep in SUBJECT else 1.5 if dep in ("dobj", "ROOT", "poss", "attr") else 1.0
    return points + (1.0 if other.form == "name" else 0.0) - distance / 150


def part(root: Token) -> str:
    """The grammatical role of a name: that of what it stands beside, where it is in apposition; on whose word something is told speaks."""
    named = beside(root)
    return "nsubj" if named.dep_ == "pobj" and on_word_of(named) else named.dep_


def above(root: Token) -> Token:
    """The verb that a name is the subject of, or that is told on its word."""
    verb = beside(root).head
    while verb.dep_ in ("prep", "pobj", "pcomp"):
        verb = verb.head
    return verb


def beside(root: Token) -> Token:
    """What a name stands beside as an apposition ("the chair, X, said"), or the name itself."""
    for _ in range(NEAR):
        if root.dep_ != "appos":
            break
        root = root.head
    return root


def on_word_of(noun: Token) -> bool:
    """Whether the words in front of a noun say on whose word something is told: "according to Ann Lee"."""
    start = noun.left_edge.i
    return any(noun.doc[max(0, start - len(words)) : start].text.casefold().split() == words for words in sourcing())


@cache
def sourcing() -> tuple[list[str], ...]:
    """The English phrases before whoever something is told on the word of, split."""
    return tuple(phrase.split() for phrases in table("en", "speech")["phrases"].values() for phrase in phrases)
