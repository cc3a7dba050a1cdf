"""Praise and blame in languages without a parser: phrases around a loaded word ("le fossoyeur de X", "die sogenannte Y")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from testimonia.base.grammar import grammar
from testimonia.base.languages import table
from testimonia.base.languages.verbs import forms_of_saying
from testimonia.extract.mentions.found import Found, articles, span_of
from testimonia.extract.mentions.loaded import folded, loaded, loaded_runs
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.packs import pack
from testimonia.extract.mentions.runs import capital, small
from testimonia.extract.mentions.words import listed
from testimonia.extract.parsing import Paragraph

PLURAL = listed("und", "plural_articles")
OWNED = 3  # small words between a noun and whose it is
BETWEEN = 2  # words between a loaded word and the name, or the article before it
APPOSED = 7  # words between two commas
CLOSING = frozenset(",)–—")
ARTICLE = "ال"
OF = listed("und", "genitive_words")
DEFINITE = ("ال", "بال", "لل", "وال")  # Arabic words with an article, also behind what is written together with it
QUOTES = {"«": "»", "„": "“", "“": "”", '"': '"', "”": "”"}
PART = 4  # letters of a part of a compound
VERBAL = "تيسن"  # letters that Arabic verbs begin with
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
Names = dict[int, Found]


@dataclass(frozen=True)
class Extent:
    """Where a phrase ends; its noun; whether a word more than the loaded is of it.

    `name` is the name in it, `called` says whether that is whom it calls so. `short` is where the phrase ends without what only says where
    somebody is from ("die Bande | aus X").
    """

    last: Token
    head: Token
    name: Found | None = None
    called: bool = False
    more: bool = False
    short: Token | None = None


def epithets(index: int, paragraph: Paragraph, language: str, names: list[Found]) -> Iterator[Found]:
    """The loaded phrases of one paragraph that name somebody.

    They stand behind an article or the like, behind a name and a comma, before a name, or hold a word that names somebody by itself.
    """
    starts, ends = {name.first.i: name for name in names}, {name.last.i: name for name in names}
    inside = {i for name in names for i in range(name.first.i, name.last.i + 1)}
    end = -1
    for first, last in loaded_runs(paragraph.doc, language):
        if first.i > end and inside.isdisjoint(range(first.i, last.i + 1)):
            found = around(index, paragraph, (first, last), language, (starts, ends))
            end = found[-1].last.i if found else end
            yield from found


def around(index: int, paragraph: Paragraph, run: tuple[Token, Token], language: str, named: tuple[Names, Names]) -> list[Found]:
    """The phrase around a loaded word, when the words beside it show that it names somebody; first without, then with where from."""
    first, last = run
    starts, ends = named
    start, opened = opening(first, language)
    reach = extent(last, language, starts)
    owner = ends.get(first.i - 1) if possessed(last, language) else None
    if owner is not None and not opened:  # "X çetesi", the gang of X
        start, opened, reach = owner.first, True, Extent(last, last, owner, more=True)
    apposed = behind_name(first, ends)
    if apposed is not None and not opened:
        start, reach = first.doc[apposed.last.i + 2], until_comma(first, reach)
    if reach.last.text.casefold() in OF or (not opened and apposed is None and not by_itself(run, reach, language)):
        return []
    start = start if opened or apposed is not None else noun_before(first, reach, language)
    if opened and start.i < first.i - 1 and not reach.called and not known_noun(first.nbor(-1), language):
        start = first
    held = reach.name if reach.called else apposed
    name = reach.name if reach.name is not held else None
    number = "plural" if start.text.casefold() in PLURAL and start.i < first.i else "singular"
    return [
        Found(
            index, start, ending, last, span_of(paragraph, start, ending), kind(held, reach, language, number), "role", None, number,
            inner=held.span if held is not None else None, head=reach.head.text.casefold(),
            qualifier=name.root.i if name is not None else None,
        )
        for ending in (reach.short, reach.last) if ending is not None
    ]  # fmt: skip


def kind(held: Found | None, reach: Extent, language: str, number: str) -> str:
    """The type of what a phrase names: that of the name that it calls so, or what its noun shows."""
    if held is not None:
        return held.type
    known, noun = loaded(language), folded(reach.head.text)
    if known.collective.fullmatch(noun) is not None:
        return "organisation" if reach.name is not None and reach.name.type != "person" else "group"
    if several(reach.head, language):
        return "group"
    return noun_kind(reach.head.text, language) or ("group" if number == "plural" else "person")


def noun_kind(word: str, language: str) -> str | None:
    """The kind that a noun shows, in languages that write compounds as one word also by its last part ("Müllerbund")."""
    known = pack(language)
    parts = (word[at:] for at in range(PART, len(word) - PART + 1)) if grammar(language).nouns_capital else ()
    return known.kind(word) or next((kind for part in parts if (kind := known.kind(part)) is not None), None)


def opening(first: Token, language: str) -> tuple[Token, bool]:
    """Where the phrase begins, at an article or the like with at most two words between, and whether one stands there."""
    known, doc, at = loaded(language), first.doc, first.i - 1
    while at >= 0 and first.i - at <= BETWEEN and not doc[at + 1].is_sent_start:
        if known.opens(doc[at]):
            return doc[at - 1] if at > 0 and known.opens(doc[at - 1]) and not doc[at].is_sent_start else doc[at], True
        if not plain(doc[at], language):
            break
        at -= 1
    return first, False


def noun_before(first: Token, reach: Extent, language: str) -> Token:
    """The noun before a loaded adjective that stands before a name ("reitor fantoche Ana X"), or the adjective itself.

    Before a loaded noun it is the adjective that belongs to it ("Лесные бароны").
    """
    if loaded(language).persons.fullmatch(folded(first.text)) is not None:
        described = first.i > 0 and not first.is_sent_start and pack(language).adjectival(first.nbor(-1).text)
        return first.nbor(-1) if described and (first.nbor(-1).is_sent_start or plain(first.nbor(-1), language)) else first
    if language == "ar" and definite(first, language):
        return first.nbor(-1)
    if is_title(first) or loaded(language).first.fullmatch(folded(first.text)) is not None:
        return first
    before = first.nbor(-1) if first.i > 0 and reach.called and not first.is_sent_start else None
    if before is None or not plain(before, language):
        return first
    articled = language != "ar" or (before.text.startswith(ARTICLE) and first.text.startswith(ARTICLE))
    return before if known_noun(before, language) or (grammar(language).owner_bare and articled) else first


def by_itself(run: tuple[Token, Token], reach: Extent, language: str) -> bool:
    """Whether a loaded word without an article names somebody.

    It says "so-called", stands before a name, or is a gang *of* some; in languages without articles also a noun for people that opens
    a sentence or says whose they are.
    """
    known, (first, last) = loaded(language), run
    word = folded(first.doc[first.i : last.i + 1].text)
    return (
        reach.called
        or (known.distance.fullmatch(word) is not None and reach.more)
        or (known.collective.fullmatch(word) is not None and reach.more)
        or (known.persons.fullmatch(word) is not None and (reach.more or noun_before(first, reach, language).is_sent_start))
        or (language == "ar" and definite(first, language))
    )


def definite(adjective: Token, language: str) -> bool:
    """Whether an Arabic adjective with an article stands behind a noun with one that is for a body or an office ("النظام القمعي")."""
    if adjective.i == 0 or adjective.is_sent_start or not adjective.text.startswith(ARTICLE):
        return False
    before = adjective.nbor(-1)
    bare = before.text.removeprefix(ARTICLE)
    return bare != before.text and (known_noun(before, language) or loaded(language).collective.fullmatch(bare) is not None)


def possessed(noun: Token, language: str) -> bool:
    """Whether a loaded noun for people has the ending of what belongs to the name before it."""
    known, word = loaded(language), folded(noun.text)
    person = known.persons.fullmatch(word) is not None or known.collective.fullmatch(word) is not None
    return person and word.endswith(tuple(table(language, "loading").get("possessed", ())) or ("\0",))


def several(noun: Token, language: str) -> bool:
    """Whether a loaded noun for people has the ending of a plural."""
    plurals = tuple(table(language, "loading").get("plurals", ())) or ("\0",)
    return loaded(language).persons.fullmatch(folded(noun.text)) is not None and folded(noun.text).endswith(plurals)


def behind_name(first: Token, ends: Names) -> Found | None:
    """The name that a loaded word stands behind, with a comma and at most two words between."""
    doc = first.doc
    comma = next((at for at in range(first.i - 1, max(0, first.i - 2 - BETWEEN), -1) if doc[at].text == ","), 0)
    spoken = any(token.text in QUOTES for token in doc[comma : first.i])  # 'X, "these …'
    return ends.get(comma - 1) if comma and not spoken else None


def until_comma(first: Token, reach: Extent) -> Extent:
    """All that stands up to the comma that ends an apposition, when that is near; else what the phrase reaches by itself."""
    doc = first.doc
    end = next((i for i in range(first.i + 1, min(first.i + APPOSED, len(doc))) if doc[i].text in CLOSING or doc[i].is_sent_start), 0)
    near = end > reach.last.i and doc[end].text in CLOSING
    return Extent(doc[end - 1], reach.head) if near else reach


def extent(last: Token, language: str, starts: Names) -> Extent:
    """How far a phrase goes behind its loaded word: to the name that it calls so, over a noun, and to whose the noun is."""
    doc, at = last.doc, last.i + 1
    head = last
    distance = loaded(language).distance
    distant = distance.fullmatch(folded(last.text)) is not None or distance.fullmatch(folded(doc[max(0, last.i - 1) : at].text)) is not None
    while at < len(doc) and not doc[at].is_sent_start:
        if at in starts and at == last.i + 1 and several(last, language):
            return Extent(starts[at].last, last, starts[at], more=True)  # "наёмники X" are not X
        if at in starts:
            return Extent(starts[at].last, head, starts[at], called=not of_officer(last, starts[at], head, language), more=True)
        if doc[at].text in QUOTES and at + 1 in starts and head.i > last.i:
            name = starts[at + 1]  # "так называемая компания «X»"
            closed = name.last.i + 1 < len(doc) and name.last.nbor().text == QUOTES[doc[at].text]
            return Extent(name.last.nbor() if closed else name.last, head, name, called=True, more=True)
        between = at - last.i
        fits = is_title(doc[at]) or (plain(doc[at], language) and (between < BETWEEN or distant or known_noun(doc[at], language)))
        if between > BETWEEN or not fits:
            break
        head, at = doc[at], at + 1
    if distant and language == "ar":
        end = next((i for i in range(last.i + 1, min(last.i + APPOSED, len(doc))) if not doc[i].text.startswith(DEFINITE)), last.i + 1)
        return Extent(doc[end - 1], doc[min(last.i + 1, end - 1)], more=end > last.i + 1)  # "ما يسمى بالاتحاد الوطني"
    return owned(nominal(last, language), language, starts)


def of_officer(last: Token, name: Found, head: Token, language: str) -> bool:
    """Whether a phrase is of a body, and the name is of whose it is, behind an office ("die sogenannte Kommission des Ministers X")."""
    words = (token for token in last.doc[last.i : head.i] if pack(language).kind(token.text) == "organisation")
    return name.type == "person" and is_title(head) and any(words)


def nominal(last: Token, language: str) -> Extent:
    """The loaded word with the noun that it stands before where adjectives come first: over other adjectives, and one noun."""
    doc, at = last.doc, last.i + 1
    known, word = loaded(language), folded(last.text)
    collective = known.collective.fullmatch(word) is not None
    if known.persons.fullmatch(word) is not None and not collective:
        return Extent(last, last)
    if collective and at < len(doc) and plain(doc[at], language) and doc[at].text.casefold().endswith(endings(language)):
        return Extent(doc[at], last, more=True)
    if grammar(language).adjective != "before" or collective or (capital(last) and not last.is_sent_start):
        return Extent(last, last)
    while at + 1 < len(doc) and at - last.i <= BETWEEN and follows(doc[at], doc[at + 1], language):
        at += 1
    if at >= len(doc) or not (plain(doc[at], language) or (grammar(language).nouns_capital and capital(doc[at]) and not small(doc[at]))):
        return Extent(last, last)
    return Extent(doc[at], doc[at], more=True)


def follows(word: Token, following: Token, language: str) -> bool:
    """Whether a word behind a loaded adjective is another adjective, so that the noun comes next."""
    adjective = pack(language).adjectival(word.text) or pack(language).kind(following.text) is not None
    return adjective and plain(word, language) and plain(following, language) and pack(language).kind(word.text) is None


def owned(reach: Extent, language: str, starts: Names) -> Extent:
    """A phrase with whose it is: "of" and a noun or a name, also with the office before the name."""
    doc, at = reach.last.doc, reach.last.i + 1
    held = table(language, "loading")
    whence = frozenset(held.get("whence", ())) - listed(language, "connectors")
    joining = listed(language, "connectors") | articles(language) | OF | frozenset(held.get("joins", ())) | whence
    short = reach.last if at < len(doc) and doc[at].text in whence else None
    end = next((i for i in range(at, min(at + OWNED, len(doc))) if doc[i].text.casefold().replace("’", "'") not in joining), at)
    known, noun, adjective = loaded(language), folded(reach.head.text), grammar(language).adjective
    crowd = known.collective.fullmatch(noun) is not None or known.persons.fullmatch(noun) is not None
    unfinished = reach.last.text.casefold() in joining  # "la reina del"
    if end >= len(doc) or (end == at and not crowd and not unfinished):
        return reach
    if end + 1 in starts and (is_title(doc[end]) or (plain(doc[end], language) and end > at)):
        end += 1  # "of the minister X"
    if end in starts:
        return Extent(starts[end].last, reach.head, starts[end], more=True, short=short)
    if end == at and not unfinished:
        return beside(reach, language)
    while grammar(language).nouns_capital and end + 1 < len(doc) and plain(doc[end], language):
        end += 1  # "der freien Lehre"
    while end + 1 < len(doc) and adjective == "before" and pack(language).adjectival(doc[end].text) and plain(doc[end + 1], language):
        end += 1
    if adjective == "behind" and end + 1 < len(doc) and plain(doc[end], language) and plain(doc[end + 1], language):
        end += pack(language).adjectival(doc[end + 1].text)  # "requin des remontées mécaniques"
    fits = WORD.fullmatch(doc[end].text) is not None and not small(doc[end]) and not doc[end].is_sent_start
    return Extent(doc[end], reach.head, more=True, short=short) if fits else reach


def beside(reach: Extent, language: str) -> Extent:
    """A crowd with the noun that says whose it is, where that follows without a small word: one with an article, any in Persian."""
    doc, at = reach.last.doc, reach.last.i + 1
    following = doc[at]
    owner = grammar(language).owner_bare and plain(following, language)
    if language == "ar" and not following.text.startswith(DEFINITE):
        owner = owner and loaded(language).collective.fullmatch(folded(reach.head.text)) is not None and following.text[:1] not in VERBAL
    return Extent(following, reach.head, more=True) if owner and not following.is_sent_start else reach


def plain(token: Token, language: str) -> bool:
    """Whether a word may be a noun or an adjective of a phrase: of letters, without a capital, no function word and no verb of saying."""
    word = token.text
    return word.isalpha() and not capital(token) and not small(token) and word.casefold() not in forms_of_saying(language)


def known_noun(token: Token, language: str) -> bool:
    """Whether a word is an office, or one for a body or a place."""
    return is_title(token) or pack(language).kind(token.text) is not None


@cache
def endings(language: str) -> tuple[str, ...]:
    """The endings by which the nouns of some languages say of whom something is a crowd."""
    return tuple(table(language, "loading").get("genitives", ())) or ("\0",)
