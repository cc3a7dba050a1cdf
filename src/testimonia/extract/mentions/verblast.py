"""Names in Persian, Urdu and Hebrew, which have no capitals: between an office and a verb of saying, behind a word for a body or a place.

As with Arabic (`caseless.py`) nothing is guessed where no word beside a name shows that it is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from testimonia.base.phrases import function_words
from testimonia.extract.mentions.caseless import Run
from testimonia.extract.mentions.caseless import that as openers
from testimonia.extract.mentions.caseless import verbs as said
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.mentions.words import listed
from testimonia.extract.parsing import Paragraph, Parsed

LANGUAGES = frozenset(("fa", "he", "ur"))
VERB_LAST = frozenset(("fa", "ur"))  # the name stands right before the verb, and a place may stand between it and the office
NAMED = 2  # words of a name that stands before a verb of saying
LONGEST = 4  # words of a name before the mark of who acts
OFFICE = 3  # words of an office behind its first
PREFIXES = ("ב", "ל", "מ", "ה", "ו", "כ", "ש")  # Hebrew writes prepositions, *and* and the article together with the next word
HYPHENS = frozenset("-־‐‑")


def names_by_their_place(parsed: Parsed, chosen: frozenset[int], language: str) -> Iterator[Found]:
    """The names in the chosen paragraphs of these languages."""
    for index in sorted(chosen) if language in LANGUAGES else ():
        paragraph, end = parsed.paragraphs[index], -1
        for token in paragraph.doc:
            found = at_body(token, language) or at_office(token, language)
            found = found or before_verb(token, language, token.i == end + 1) or acting(token, language)
            if found is not None and found[0][0].i > end:
                (first, last), kind = found
                end = last.i
                yield made(index, paragraph, (first, last), kind)


def made(index: int, paragraph: Paragraph, run: Run, kind: str) -> Found:
    """A name in a place."""
    return Found(index, run[0], run[1], run[1], span_of(paragraph, *run), kind, "name", None, "singular")


def plain(token: Token, language: str) -> bool:
    """Whether a word may be part of a name."""
    word = token.text
    return token.text[:1].isalpha() and not token.is_punct and word not in beside(language) and word not in function_words()


@cache
def beside(language: str) -> frozenset[str]:
    """The words that stand beside names and are no part of them."""
    keys = ("roles", "portfolios", "bodies_before", "places_before", "small", "papers")
    spoken = {part for verb in verbs(language) for part in verb.split()}
    return frozenset().union(*(listed(language, key) for key in keys), spoken, that(language))


@cache
def verbs(language: str) -> frozenset[str]:
    """The verbs of saying, in one word or several."""
    return said(language) | listed(language, "saying")


@cache
def that(language: str) -> frozenset[str]:
    """The words that open what is said."""
    return openers(language) | listed(language, "that")


def run_from(doc: Doc, at: int, language: str, most: int) -> Run | None:
    """The plain words from a place on, with hyphened ones as one: as many as may be a name; none where none stands."""
    last, count, i = None, 0, at
    while i < len(doc) and count < most and plain(doc[i], language):
        last, count, i = doc[i], count + 1, i + 1
        while i + 1 < len(doc) and i - at < LONGEST * 2 and doc[i].text in HYPHENS and plain(doc[i + 1], language):
            last, i = doc[i + 1], i + 2
    return (doc[at], last) if last is not None else None


def at_office(token: Token, language: str) -> tuple[Run, str] | None:
    """A name of two words or more behind an office ("the minister of transport X Y"), where a verb, a mark or a small word ends it."""
    if token.text not in listed(language, "roles"):
        return None
    doc, at = token.doc, token.i + 1
    office = listed(language, "portfolios") | (listed(language, "roles") - listed(language, "bodies_before"))
    while at < len(doc) and at - token.i <= OFFICE and doc[at].text in office:
        at += 1
    if at + 1 < len(doc) and doc[at].text in listed(language, "places_before"):
        at += 2  # "the head of the municipality of X"
    run = run_from(doc, at, language, LONGEST) if at < len(doc) else None
    if run is None or run[1].i == run[0].i:
        return None
    behind = run[1].nbor(1).text if run[1].i + 1 < len(doc) else "."
    closed = not behind[:1].isalpha() or behind in beside(language) or behind in function_words()
    if words_in(run) == NAMED + 1 and closed and language in VERB_LAST:
        return last_words(run), "person"  # "the prosecutor of the city X Y"
    return (run, "person") if closed and words_in(run) == NAMED else (first_words(run), "person")


def words_in(run: Run) -> int:
    """How many words a run has, hyphened ones as one."""
    tokens = run[0].doc[run[0].i : run[1].i + 1]
    return len(tokens) - 2 * sum(token.text in HYPHENS for token in tokens)


def last_words(run: Run) -> Run:
    """The last two words of a run."""
    doc, at, count = run[0].doc, run[1].i, 1
    while at > run[0].i and (count < NAMED or doc[at - 1].text in HYPHENS or doc[at].text in HYPHENS):
        at -= 1
        count += doc[at].text not in HYPHENS and doc[at + 1].text not in HYPHENS
    return doc[at], run[1]


def first_words(run: Run) -> Run:
    """The first two words of a run."""
    doc, at, count = run[0].doc, run[0].i, 1
    while at < run[1].i and (count < NAMED or doc[at + 1].text in HYPHENS or doc[at].text in HYPHENS):
        at += 1
        count += doc[at].text not in HYPHENS and doc[at - 1].text not in HYPHENS
    return run[0], doc[at]


def at_body(token: Token, language: str) -> tuple[Run, str] | None:
    """A body or a place behind the word for what it is."""
    forms = {token.text, token.text[1:] if token.text.startswith(PREFIXES) and language == "he" else token.text}
    kinds = (("bodies_before", "organisation"), ("places_before", "place"))
    kind = next((kind for key, kind in kinds if not forms.isdisjoint(listed(language, key))), "")
    if not kind or token.i + 1 >= len(token.doc) or token.nbor(1).text in listed(language, "roles"):
        return None
    run = run_from(token.doc, token.i + 1, language, NAMED if kind == "organisation" else 1)
    return (run, kind) if run is not None else None


def before_verb(token: Token, language: str, begins: bool) -> tuple[Run, str] | None:
    """Two plain words, and then a verb of saying with its *that* ("X Y said that").

    The first `begins` behind another name, or stands behind no word of a name.
    """
    doc = token.doc
    run = run_from(doc, token.i, language, NAMED) if begins or token.i == 0 or not plain(token.nbor(-1), language) else None
    if run is None or words_in(run) != NAMED or run[1].i + 2 >= len(doc):
        return None
    at = run[1].i + (2 if run[1].nbor(1).text == "," else 1)
    spoken = doc[at : at + 1].text in verbs(language) or doc[at : at + 2].text in verbs(language)
    opened = any(doc[i].text in that(language) for i in range(at, min(at + 3, len(doc))))
    return (run, "person") if spoken and opened else None


def acting(token: Token, language: str) -> tuple[Run, str] | None:
    """The plain words before the Urdu mark of who acts: a body when the last of them is the word for one."""
    if not listed(language, "agents") or (token.i > 0 and plain(token.nbor(-1), language)):
        return None
    run = run_from(token.doc, token.i, language, LONGEST)
    if run is None or run[1].i == run[0].i or run[1].i + 1 >= len(token.doc) or run[1].nbor(1).text not in listed(language, "agents"):
        return None
    return run, "organisation" if run[1].text in listed(language, "bodies_behind") else "person"
