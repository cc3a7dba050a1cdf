"""Names in a script without capitals, where the words beside them show that they are names; nothing else is guessed.

They stand behind an office, between a verb of saying and its *that*, behind a word for a body or a place, or joined to another by *and*.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from testimonia.base.languages import table
from testimonia.base.languages.verbs import forms_of_saying
from testimonia.base.phrases import function_words
from testimonia.extract.mentions.beside import by_its_place
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
PLURAL = "ات"
FULL = 2  # words of a name
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
            run, kind = found or opened(token, language) or by_its_place(token, language, plain) or (None, "")
            if run is None:
                continue
            yield from told(index, paragraph, run, kind, language)
            body = body_between(token, run[0], language) if kind == "person" else None
            if body is not None:
                yield Found(
                    index,
                    body[0],
                    body[1],
                    body[1],
                    span_of(paragraph, *body),
                    "organisation",
                    "name",
                    None,
                    "singular",
                    shown="organisation",
                )
            second = joined(run[1], index, paragraph, language) if kind == "person" else None
            held = second.last.i if second is not None else run[1].i
            if second is not None:
                yield second


def told(index: int, paragraph: Paragraph, run: Run, kind: str, language: str) -> Iterator[Found]:
    """A name; a body's also without the word that only says what it is ("the company X" names X)."""
    whole, (head, last) = span_of(paragraph, *run), run
    generic = kind == "organisation" and bare(head.text, language) in listed(language, "generic")
    if generic and (last.i - head.i > 1 or foreign(last, language)):
        inner = span_of(paragraph, head.nbor(1), last)
        yield Found(index, head.nbor(1), last, last, inner, kind, "name", None, "singular", shown=kind)
        yield Found(index, head, last, last, whole, kind, "role", None, "singular", inner=inner)
    else:
        yield Found(index, head, last, last, whole, kind, "name", None, "singular", shown=kind if kind != "person" else "")


def body_between(office: Token, name: Token, language: str) -> Run | None:
    """The body that an office is of, between the office and its holder's name."""
    start = next((token for token in office.doc[office.i + 1 : min(office.i + 3, name.i)] if heads_body(token, language)), None)
    last = name.nbor(-1) if start is not None else name
    while start is not None and last.i > start.i and bare(last.text, language) in listed(language, "roles"):
        last = last.nbor(-1)
    return (start, last) if start is not None and last.i > start.i else None


def heads_body(token: Token, language: str) -> bool:
    """Whether a word is one for a body."""
    return bare(token.text, language) in listed(language, "bodies_before")


def behind_office(token: Token, language: str) -> tuple[Run, str] | None:
    """The name behind an office ("the governor X", "the minister of labour X")."""
    if bare(token.text, language) not in listed(language, "roles"):
        return None
    doc, at = token.doc, token.i + 1
    if at < len(doc) and (last := place_end(doc[at], language)) is not None:
        return (doc[at], last), "place"  # "the head of Dayr X"
    while at < len(doc) and at - token.i <= SKIPPED and doc[at].text.startswith(ARTICLE):
        at += 1
    run = name_at(doc[at], language) if at < len(doc) and doc[at].text not in listed(language, "of_office") else None
    return (run, "person") if run is not None else behind_body(doc, token.i + 1, language)


def behind_body(doc: Doc, at: int, language: str) -> tuple[Run, str] | None:
    """The name of two words behind an office and the body that it is of ("the commander of the X battalions Ana Y")."""
    at += at < len(doc) and doc[at].text in listed(language, "of_office")
    if at >= len(doc) or not heads_body(doc[at], language):
        return None
    offices = listed(language, "roles")
    behind = (i for i in range(at + 1, min(at + 1 + SAID, len(doc) - 1)) if doc[i].text.startswith(ARTICLE) and doc[i].text not in offices)
    end = next((i + 1 for i in behind if doc[i + 1].text in offices or not doc[i + 1].text.startswith(ARTICLE)), 0)
    end += end > 0 and end + 1 < len(doc) and doc[end].text in offices
    run = name_at(doc[end], language) if end else None
    return (run, "person") if run is not None and run[1].i > run[0].i else None


def name_at(first: Token, language: str) -> Run | None:
    """A name of two words that begins here, each with the parts that belong to it ("abd al-X"), or one; none when it is no name."""
    if not plain(first, language) or first.text.startswith(ARTICLE):
        return None
    doc, last, words, parts = first.doc, first, 1, listed(language, "name_parts")
    while last.i + 1 < len(doc) and last.i - first.i <= SKIPPED + 1 and plain(doc[last.i + 1], language):
        joined = doc[last.i + 1].text in parts or (last is first and first.text in parts)
        if words == FULL and not joined and last.text not in parts:
            break
        words += not joined
        last = doc[last.i + 1]
    return (first, last) if last is not first or len(first.text) >= ALONE else None


def said(token: Token, language: str) -> tuple[Run, str] | None:
    """The name between a verb of saying and its *that*, when nothing else stands there."""
    if token.text not in forms_of_saying(language):
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
    opens = token.i + 1 < len(doc) and doc[token.i + 1].text in listed(language, "place_openers")
    follows = opens or (token.i + 1 < len(doc) and plain(doc[token.i + 1], language))
    if follows and word in listed(language, "places_before"):
        if (last := place_end(doc[token.i + 1], language)) is not None:
            return (doc[token.i + 1], last), "place"
        whole = word in listed(language, "places_whole")
        return ((token if whole else doc[token.i + 1], doc[token.i + 1]), "place")
    if not follows or word not in listed(language, "bodies_before"):
        return None
    end = body_end(token, language)
    return ((token, doc[end - 1]), "organisation") if end > token.i + 1 else None


def body_end(head: Token, language: str) -> int:
    """Where the name of a body ends that this word heads: behind it where nothing of a name follows."""
    doc = head.doc
    at = head.i + (1 if doc[head.i + 1].text.startswith(ARTICLE) else 2)
    end = at
    while end < len(doc) and end - at < OF_BODY and doc[end].text.startswith((ARTICLE, FOR_THE)) and plain(doc[end], language):
        if end > at and doc[end].text.endswith(PLURAL):
            break  # "denied the ministry of X the charges"
        end += 1
    if end > at or at == head.i + 1:
        return end
    if at + 1 < len(doc) and doc[at].text in listed(language, "inside") and plain(doc[at + 1], language):
        return at + 2
    if at < len(doc) and all(foreign(doc[i], language) for i in (at - 1, at)):
        return at + 1  # "شركة هايلاند روزز"
    return at if foreign(doc[at - 1], language) and bare(head.text, language) in listed(language, "generic") else head.i + 1


def place_end(first: Token, language: str) -> Token | None:
    """The last word of a place's name whose first word opens such names ("Ain X", "Dayr Mar X"); none for any other word."""
    doc, last, openers = first.doc, first, listed(language, "place_openers")
    while last.text in openers and last.i - first.i < SKIPPED and last.i + 1 < len(doc):
        behind = doc[last.i + 1]
        if not behind.is_alpha or behind.text in function_words() or (behind.text not in openers and not plain(behind, language)):
            break
        last = behind
    return last if last is not first else None


def opened(token: Token, language: str) -> tuple[Run, str] | None:
    """A place by the first word of its name, where the word before it or a date behind it says that it is one ("in Ain X")."""
    last = place_end(token, language)
    if last is None or (token.text in listed(language, "houses") and last.text.startswith(ARTICLE)):
        return None
    doc = token.doc
    lying = token.i > 0 and doc[token.i - 1].text in listed(language, "where")
    dateline = token.i == 0 and last.i + 2 < len(doc) and doc[last.i + 1].text in "،,-–" and any(map(str.isdigit, doc[last.i + 2].text))
    return ((token, last), "place") if lying or dateline else None


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
    known = word in function_words() or word in that(language) or word in forms_of_saying(language)
    return token.is_alpha and not known and word not in nouns(language) and word.removeprefix(FOR) not in nouns(language)


@cache
def nouns(language: str) -> frozenset[str]:
    """The offices and the words for bodies and places."""
    return frozenset().union(*(listed(language, key) for key in ("roles", "bodies_before", "places_before")))


@cache
def that(language: str) -> frozenset[str]:
    """The words that open what is said."""
    return frozenset(table(language, "speech").get("plain", {}).get("that", ()))
