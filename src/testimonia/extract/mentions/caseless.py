"""Names in a script without capitals, where the words beside them show that they are names; nothing else is guessed.

They stand behind an office, between a verb of saying and its *that*, behind a word for a body or a place, or joined to another by *and*.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from testimonia.base.languages import table
from testimonia.base.phrases import function_words
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.mentions.words import listed
from testimonia.extract.parsing import Paragraph, Parsed

LANGUAGES = frozenset(("ar",))
ARTICLE, AND, FOR, OF = "ال", "و", "ل", "ي"
FOR_THE = "لل"
ENDINGS = ("ة", "ي", "ات", "ين", "ون", "ا")
SKIPPED = 2  # words of an office with an article that follow its first
ALONE = 4  # letters of a name of one word
SAID = 5  # words between a verb of saying and its *that*
OF_BODY = 3  # words with an article in the name of a body
Run = tuple[Token, Token]


def caseless(parsed: Parsed, chosen: frozenset[int], language: str) -> Iterator[Found]:
    """The names in the chosen paragraphs of a language that is written without capitals."""
    for index in sorted(chosen) if language in LANGUAGES else ():
        paragraph = parsed.paragraphs[index]
        held = -1
        for token in paragraph.doc:
            if token.i <= held:
                continue
            found = behind_office(token, language) or said(token, language) or headed(token, language) or behind_that(token, language)
            run, kind = found or (None, "")
            if run is None:
                continue
            yield Found(index, run[0], run[1], run[1], span_of(paragraph, *run), kind, "name", None, "singular")
            if kind == "person" and run[0].i > token.i + 2 and bare(token.nbor(1).text, language) in listed(language, "bodies_before"):
                body = (token.nbor(1), run[0].nbor(-1))
                yield Found(index, body[0], body[1], body[1], span_of(paragraph, *body), "organisation", "name", None, "singular")
            second = joined(run[1], index, paragraph, language) if kind == "person" else None
            held = second.last.i if second is not None else run[1].i
            if second is not None:
                yield second


def behind_office(token: Token, language: str) -> tuple[Run, str] | None:
    """The name behind an office ("the governor X", "the minister of labour X")."""
    if bare(token.text, language) not in listed(language, "roles"):
        return None
    doc, at = token.doc, token.i + 1
    while at < len(doc) and at - token.i <= SKIPPED and doc[at].text.startswith(ARTICLE):
        at += 1
    run = name_at(doc[at], language) if at < len(doc) else None
    return (run, "person") if run is not None else behind_body(doc, token.i + 1, language)


def behind_body(doc: Doc, at: int, language: str) -> tuple[Run, str] | None:
    """The name of two words behind an office and the body that it is of ("the commander of the X battalions Ana Y")."""
    if at >= len(doc) or bare(doc[at].text, language) not in listed(language, "bodies_before"):
        return None
    behind = (i for i in range(at + 1, min(at + 1 + SAID, len(doc) - 1)) if doc[i].text.startswith(ARTICLE))
    end = next((i + 1 for i in behind if not doc[i + 1].text.startswith(ARTICLE)), 0)
    run = name_at(doc[end], language) if end else None
    return (run, "person") if run is not None and run[1].i > run[0].i else None


def name_at(first: Token, language: str) -> Run | None:
    """A name of one to three words that begins here; none when the word is no part of a name."""
    if not plain(first, language) or first.text.startswith(ARTICLE):
        return None
    doc, last = first.doc, first
    while last.i + 1 < len(doc) and last.i - first.i < SKIPPED + 1 and plain(doc[last.i + 1], language):
        part = doc[last.i].text in listed(language, "name_parts")
        if last is not first and not part and doc[last.i + 1].text not in listed(language, "name_parts"):
            break
        last = doc[last.i + 1]
    return (first, last) if last is not first or len(first.text) >= ALONE else None


def said(token: Token, language: str) -> tuple[Run, str] | None:
    """The name between a verb of saying and its *that*, when nothing else stands there."""
    if token.text not in verbs(language):
        return None
    doc = token.doc
    end = next((i for i in range(token.i + 1, min(token.i + 1 + SAID, len(doc))) if doc[i].text in that(language)), 0)
    words = list(doc[token.i + 1 : end]) if end else []
    fitting = len(words) > 1 and all(plain(word, language) for word in words) and not words[0].text.startswith(ARTICLE)
    parts = sum(word.text not in listed(language, "name_parts") for word in words)
    return ((words[0], words[-1]), "person") if fitting and parts <= SKIPPED + 1 else None


def headed(token: Token, language: str) -> tuple[Run, str] | None:
    """A place behind the word for what it is; a body with the word that heads it and the words with an article that follow."""
    doc, word = token.doc, bare(token.text, language)
    follows = token.i + 1 < len(doc) and plain(doc[token.i + 1], language)
    if follows and word in listed(language, "places_before"):
        whole = word in listed(language, "places_whole")
        return ((token if whole else doc[token.i + 1], doc[token.i + 1]), "place")
    if not follows or word not in listed(language, "bodies_before"):
        return None
    at = token.i + 1 if doc[token.i + 1].text.startswith(ARTICLE) else token.i + 2
    end = at
    while end < len(doc) and end - at < OF_BODY and doc[end].text.startswith((ARTICLE, FOR_THE)) and plain(doc[end], language):
        end += 1
    if end == at == token.i + 2 and at < len(doc) and all(foreign(doc[i], language) for i in (at - 1, at)):
        end += 1  # "شركة هايلاند روزز"
    return ((token, doc[end - 1]), "organisation") if end > at else None


def foreign(token: Token, language: str) -> bool:
    """Whether a word may be of a name from abroad: long enough, and with no ending that adjectives and plurals have."""
    return plain(token, language) and len(token.text) > ALONE and not token.text.startswith(ARTICLE) and not token.text.endswith(ENDINGS)


def behind_that(token: Token, language: str) -> tuple[Run, str] | None:
    """Two words behind *that* of which the second has an article and the ending of family names ("أن … ال…ي")."""
    doc, at = token.doc, token.i + 1
    if token.text not in that(language) or at + 1 >= len(doc) or doc[at].text.startswith(ARTICLE):
        return None
    family = doc[at + 1].text.startswith(ARTICLE) and doc[at + 1].text.endswith(OF)
    return ((doc[at], doc[at + 1]), "person") if family and plain(doc[at], language) and plain(doc[at + 1], language) else None


def joined(last: Token, index: int, paragraph: Paragraph, language: str) -> Found | None:
    """A second name right behind a first, that *and* is written together with, when its second word has an article as family names do."""
    doc, at = last.doc, last.i + 1
    if at + 1 >= len(doc) or not doc[at].text.startswith(AND) or len(doc[at].text) < ALONE or not doc[at + 1].text.startswith(ARTICLE):
        return None
    if not plain(doc[at], language) or bare(doc[at].text, language) in listed(language, "roles") or not plain(doc[at + 1], language):
        return None
    whole = paragraph.span(doc[at].idx + len(AND), doc[at + 1].idx + len(doc[at + 1].text))
    return Found(index, doc[at], doc[at + 1], doc[at + 1], whole, "person", "name", None, "singular")


def bare(word: str, language: str) -> str:
    """A word without *and* before it, where the lists have it so."""
    return word[1:] if word.startswith(AND) and word not in nouns(language) else word


def plain(token: Token, language: str) -> bool:
    """Whether a word may be part of a name: no function word, verb of saying or office, and of letters only."""
    word = token.text
    known = word in function_words() or word in that(language) or word in verbs(language)
    return token.is_alpha and not known and word not in nouns(language) and word.removeprefix(FOR) not in nouns(language)


@cache
def nouns(language: str) -> frozenset[str]:
    """The offices and the words for bodies and places."""
    return frozenset().union(*(listed(language, key) for key in ("roles", "bodies_before", "places_before")))


@cache
def verbs(language: str) -> frozenset[str]:
    """The verbs of saying."""
    return frozenset(word for words in table(language, "speech").get("verbs", {}).values() for word in words)


@cache
def that(language: str) -> frozenset[str]:
    """The words that open what is said."""
    return frozenset(table(language, "speech").get("plain", {}).get("that", ()))
