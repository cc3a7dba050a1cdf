"""Praise and blame in languages without a parser: phrases around a loaded word ("le fossoyeur de X", "die sogenannte Y")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from testimonia.base.languages import table
from testimonia.extract.mentions.found import Found, articles, span_of
from testimonia.extract.mentions.loaded import folded, loaded, loaded_runs
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.packs import pack
from testimonia.extract.mentions.runs import capital, small
from testimonia.extract.mentions.words import listed
from testimonia.extract.parsing import Paragraph

ADJECTIVE_FIRST = {"de", "nl", "da", "nb", "sv", "fi", "hu", "tr", "ru", "uk", "bg", "sr", "bs", "hr", "cs", "pl", "el"}
NOUN_FIRST = {"ar", "fa", "ur", "id", "sw"}  # without an article before them, or with one on each
NOUNS_CAPITAL = {"de"}
PLURAL = frozenset("les des los las os as gli i".split())
OWNED = 3  # small words between a noun and whose it is
BETWEEN = 2  # words between a loaded word and the name, or the article before it
APPOSED = 7  # words between two commas
CLOSING = frozenset(",)–—")
ARTICLE = "ال"
OF = frozenset("de du des d' del dell' dello della dei degli delle da do das dos von van al ale a lui".split())
Names = dict[int, Found]


@dataclass(frozen=True)
class Extent:
    """Where a phrase ends; the name in it, and whether that is whom it calls so; its noun; whether a word more than the loaded is of it."""

    last: Token
    head: Token
    name: Found | None = None
    called: bool = False
    more: bool = False


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
            end = found.last.i if found is not None else end
            if found is not None:
                yield found


def around(index: int, paragraph: Paragraph, run: tuple[Token, Token], language: str, named: tuple[Names, Names]) -> Found | None:
    """The phrase around a loaded word, when the words beside it show that it names somebody."""
    first, last = run
    starts, ends = named
    start, opened = opening(first, language)
    reach = extent(last, language, starts)
    apposed = behind_name(first, ends)
    if apposed is not None and not opened:
        start, reach = first.doc[apposed.last.i + 2], until_comma(first, reach)
    if not opened and apposed is None and not by_itself(run, reach, language):
        return None
    start = start if opened or apposed is not None else noun_before(first, reach, language)
    if opened and start.i < first.i - 1 and not reach.called and not known_noun(first.nbor(-1), language):
        start = first
    held = reach.name if reach.called else apposed
    name = reach.name if reach.name is not held else None
    number = "plural" if start.text.casefold() in PLURAL and start.i < first.i else "singular"
    return Found(
        index, start, reach.last, last, span_of(paragraph, start, reach.last), kind(held, reach, language, number), "role", None, number,
        inner=held.span if held is not None else None, head=reach.head.text.casefold(), qualifier=name.root.i if name is not None else None,
    )  # fmt: skip


def kind(held: Found | None, reach: Extent, language: str, number: str) -> str:
    """The type of what a phrase names: that of the name that it calls so, or what its noun shows."""
    if held is not None:
        return held.type
    if loaded(language).collective.fullmatch(folded(reach.head.text)) is not None:
        return "organisation" if reach.name is not None else "group"
    return pack(language).kind(reach.head.text) or ("group" if number == "plural" else "person")


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
    """The noun before a loaded adjective that stands before a name ("reitor fantoche Ana X"), or the adjective itself."""
    before = first.nbor(-1) if first.i > 0 and reach.called and not first.is_sent_start else None
    if before is None or not plain(before, language):
        return first
    articled = language != "ar" or (before.text.startswith(ARTICLE) and first.text.startswith(ARTICLE))
    return before if known_noun(before, language) or (language in NOUN_FIRST and articled) else first


def by_itself(run: tuple[Token, Token], reach: Extent, language: str) -> bool:
    """Whether a loaded word without an article names somebody: it says "so-called", stands before a name, or is a gang *of* some."""
    known, (first, last) = loaded(language), run
    word = folded(first.doc[first.i : last.i + 1].text)
    return (
        reach.called
        or (known.distance.fullmatch(word) is not None and reach.more)
        or (known.collective.fullmatch(word) is not None and reach.more)
    )


def behind_name(first: Token, ends: Names) -> Found | None:
    """The name that a loaded word stands behind, with a comma and at most two words between."""
    doc = first.doc
    comma = next((at for at in range(first.i - 1, max(0, first.i - 2 - BETWEEN), -1) if doc[at].text == ","), 0)
    return ends.get(comma - 1) if comma else None


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
    distant = loaded(language).distance.fullmatch(folded(last.text)) is not None
    while at < len(doc) and not doc[at].is_sent_start:
        if at in starts:
            return Extent(starts[at].last, head, starts[at], called=True, more=True)
        between = at - last.i
        fits = is_title(doc[at]) or (plain(doc[at], language) and (between < BETWEEN or distant or known_noun(doc[at], language)))
        if between > BETWEEN or not fits:
            break
        head, at = doc[at], at + 1
    return owned(nominal(last, language), language, starts)


def nominal(last: Token, language: str) -> Extent:
    """The loaded word with the noun that it stands before where adjectives come first: over other adjectives, and one noun."""
    doc, at = last.doc, last.i + 1
    collective = loaded(language).collective.fullmatch(folded(last.text)) is not None
    if collective and at < len(doc) and plain(doc[at], language) and doc[at].text.casefold().endswith(endings(language)):
        return Extent(doc[at], last, more=True)
    if language not in ADJECTIVE_FIRST or collective or (capital(last) and not last.is_sent_start):
        return Extent(last, last)
    while at + 1 < len(doc) and at - last.i <= BETWEEN and follows(doc[at], doc[at + 1], language):
        at += 1
    if at >= len(doc) or not (plain(doc[at], language) or (language in NOUNS_CAPITAL and capital(doc[at]) and not small(doc[at]))):
        return Extent(last, last)
    return Extent(doc[at], doc[at], more=True)


def follows(word: Token, following: Token, language: str) -> bool:
    """Whether a word behind a loaded adjective is another adjective, so that the noun comes next."""
    adjective = pack(language).adjectival(word.text) or pack(language).kind(following.text) is not None
    return adjective and plain(word, language) and plain(following, language) and pack(language).kind(word.text) is None


def owned(reach: Extent, language: str, starts: Names) -> Extent:
    """A phrase with whose it is: "of" and a noun or a name, also with the office before the name."""
    doc, at = reach.last.doc, reach.last.i + 1
    joining = listed(language, "connectors") | articles(language) | OF
    end = next((i for i in range(at, min(at + OWNED, len(doc))) if doc[i].text.casefold().replace("’", "'") not in joining), at)
    collective = loaded(language).collective.fullmatch(folded(reach.head.text)) is not None
    if end >= len(doc) or (end == at and not collective):
        return reach
    if end + 1 in starts and is_title(doc[end]):
        end += 1
    if end in starts:
        return Extent(starts[end].last, reach.head, starts[end], more=True)
    if end == at:
        return reach
    while language in NOUNS_CAPITAL and end + 1 < len(doc) and plain(doc[end], language):
        end += 1  # "der freien Lehre"
    fits = doc[end].is_alpha and not small(doc[end]) and not doc[end].is_sent_start
    return Extent(doc[end], reach.head, more=True) if fits else reach


def plain(token: Token, language: str) -> bool:
    """Whether a word may be a noun or an adjective of a phrase: of letters, without a capital, no function word and no verb of saying."""
    word = token.text
    return word.isalpha() and not capital(token) and not small(token) and word.casefold() not in saying(language)


def known_noun(token: Token, language: str) -> bool:
    """Whether a word is an office, or one for a body or a place."""
    return is_title(token) or pack(language).kind(token.text) is not None


@cache
def saying(language: str) -> frozenset[str]:
    """The verbs of saying of a language."""
    return frozenset(word for words in table(language, "speech").get("verbs", {}).values() for word in words)


@cache
def endings(language: str) -> tuple[str, ...]:
    """The endings by which the nouns of some languages say of whom something is a crowd."""
    return tuple(table(language, "loading").get("genitives", ())) or ("\0",)
