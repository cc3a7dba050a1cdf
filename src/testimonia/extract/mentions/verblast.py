"""Names in Persian, Urdu and Hebrew, which have no capitals: between an office and a verb of saying, behind a word for a body or a place.

As with Arabic (`caseless.py`) nothing is guessed where no word beside a name shows that it is one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from testimonia.base.grammar import grammar
from testimonia.base.languages.verbs import forms_of_saying
from testimonia.base.phrases import function_words
from testimonia.extract.mentions.beside import by_its_place
from testimonia.extract.mentions.caseless import Run
from testimonia.extract.mentions.caseless import that as openers
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.mentions.words import listed
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.fitted.known import known_land

LANGUAGES = frozenset(("fa", "he", "ur"))
NAMED = 2  # words of a name that stands before a verb of saying
LONGEST = 4  # words of a name before the mark of who acts
OFFICE = 3  # words of an office behind its first
TOGETHER = ("ב", "ל", "מ", "ו", "כ", "ש")  # Hebrew writes prepositions and *and* together with the next word
HYPHENS = frozenset("-־‐‑")
DEFINITE, NATIONAL = "ה", ("ית", "י")
DEFINED = 5  # letters of a Hebrew word with its article
NATIVES = ("یی", "ی")  # with which Persian makes a nation's adjective


def names_by_their_place(parsed: Parsed, chosen: frozenset[int], language: str) -> Iterator[Found]:
    """The names in the chosen paragraphs of these languages."""
    for index in sorted(chosen) if language in LANGUAGES else ():
        paragraph, end = parsed.paragraphs[index], -1
        for token in paragraph.doc:
            found = at_body(token, language) or at_place(token, language) or at_office(token, language)
            found = found or before_verb(token, language, token.i == end + 1) or acting(token, language)
            found = found or by_its_place(token, language, plain)
            if found is not None and found[0][0].i > end:
                end = found[0][1].i
                yield from shown_at(index, paragraph, token, found, language)


def shown_at(index: int, paragraph: Paragraph, token: Token, found: tuple[Run, str], language: str) -> Iterator[Found]:
    """The name that a token shows, with what it is: behind the word for its kind, behind a preposition, or by itself."""
    (first, last), kind = found
    if first is not token and kind != "person":
        yield from headed(index, paragraph, token, (first, last), kind)
    elif kind == "place" and first is token:
        cut = prefix(token, language, "place_openers") or 0
        span = paragraph.span(token.idx + cut, last.idx + len(last.text))
        yield Found(index, first, last, last, span, kind, "name", None, "singular", shown=kind)
    else:
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
    return forms_of_saying(language) | listed(language, "saying")


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
    run = without_portfolio(run, language) if run is not None else None
    if run is None or run[1].i == run[0].i:
        return None
    behind = run[1].nbor(1).text if run[1].i + 1 < len(doc) else "."
    closed = not behind[:1].isalpha() or behind in beside(language) or behind in function_words()
    if words_in(run) == NAMED + 1 and closed and grammar(language).verb_last:
        return last_words(run), "person"  # "the prosecutor of the city X Y"
    return (run, "person") if closed and words_in(run) == NAMED else (first_words(run), "person")


def without_portfolio(run: Run, language: str) -> Run:
    """A run without the words with an article that it begins with, as long as two are left ("the minister of the public works X Y")."""
    first, last = run
    while language == "he" and words_in((first, last)) > NAMED and first.text.startswith(DEFINITE) and len(first.text) >= DEFINED:
        first = first.nbor(1)
    return first, last


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


def headed(index: int, paragraph: Paragraph, head: Token, run: Run, kind: str) -> Iterator[Found]:
    """A body or a place with the word for what it is, and also without it where that is no part of its name ("the town of X")."""
    language, (first, last) = head.doc.lang_, run
    key = "bodies_before" if kind == "organisation" else "places_before"
    cut = prefix(head, language, key) or 0
    whole = paragraph.span(head.idx + cut, last.idx + len(last.text))
    if kind == "organisation" and head.text[cut:] not in listed(language, "generic"):
        yield Found(index, head, last, last, whole, kind, "name", None, "singular", shown=kind)
        return
    inner = span_of(paragraph, first, last)
    yield Found(index, first, last, last, inner, kind, "name", None, "singular", shown=kind)
    yield Found(index, head, last, last, whole, kind, "role", None, "singular", inner=inner)


def prefix(token: Token, language: str, key: str) -> int | None:
    """How many letters stand before a word of a list and are written together with it; none where it is no such word."""
    known = listed(language, key)
    if token.text in known:
        return 0
    return 1 if language == "he" and token.text.startswith(TOGETHER) and token.text[1:] in known else None


def at_body(token: Token, language: str) -> tuple[Run, str] | None:
    """A body or a place behind the word for what it is."""
    kinds = (("bodies_before", "organisation"), ("places_before", "place"))
    kind = next((kind for key, kind in kinds if prefix(token, language, key) is not None), "")
    if not kind or token.i + 1 >= len(token.doc) or token.nbor(1).text in listed(language, "roles"):
        return None
    first = token.nbor(1)
    last = place_end(first, language) if kind == "place" else None
    run = (first, last) if last is not None else run_from(token.doc, first.i, language, NAMED if kind == "organisation" else 1)
    return (within(run, language), kind) if run is not None else None


def within(run: Run, language: str) -> Run:
    """A body's name as far as it goes: over a word like *without*, and not over a nation's adjective (in Hebrew)."""
    (first, last), doc = run, run[0].doc
    if (
        last.i > first.i
        and language == "fa"
        and any(known_land(first.text.removesuffix(end)) for end in NATIVES if first.text.endswith(end))
    ):
        first = first.nbor(1)
    if language == "he" and last.i > first.i and not first.text.startswith(DEFINITE) and last.text.startswith(DEFINITE):
        return (first, last.nbor(-1)) if last.text.endswith(NATIONAL) and last.nbor(-1).text not in HYPHENS else run
    if last.i > first.i and last.i + 1 < len(doc) and last.nbor(1).text in listed(language, "light"):
        return first, last.nbor(-1)
    at = last.i if last.text in listed(language, "inside") and last.i > first.i else last.i + 1
    on = at + 1 < len(doc) and doc[at].text in listed(language, "inside") and plain(doc[at + 1], language)
    return first, doc[at + 1] if on else last


def place_end(first: Token, language: str) -> Token | None:
    """The second word of a place's name whose first word opens such names."""
    behind = first.nbor(1) if prefix(first, language, "place_openers") is not None and first.i + 1 < len(first.doc) else None
    return behind if behind is not None and plain(behind, language) else None


def at_place(token: Token, language: str) -> tuple[Run, str] | None:
    """A place by the first word of its name, where the word before it says that something is there ("in Ain X")."""
    cut = prefix(token, language, "place_openers")
    last = place_end(token, language) if cut is not None else None
    lying = cut == 1 and token.text[:1] in listed(language, "where_together")
    lying = lying or (token.i > 0 and token.nbor(-1).text in listed(language, "where"))
    return ((token, last), "place") if last is not None and lying else None


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
