"""Names in languages without a parser: capitalised words that are not capitalised for another reason, typed by the words of the pack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise, takewhile

from spacy.tokens import Doc, Token

from testimonia.base.grammar import grammar
from testimonia.base.languages import having, primary
from testimonia.base.scripts import unmarked
from testimonia.base.spans import Span
from testimonia.extract.mentions.bodies import around_bodies, known_bodies
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.mentions.german import adjective, named_behind, no_noun, of_state, opens_as_name, proper, without_nouns
from testimonia.extract.mentions.loaded import leads_name, nobody
from testimonia.extract.mentions.lone import bearers, borne_in_full, saint, stem, surname_from, well_known, with_particles
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.packs import PARTICLES, Pack, pack, pattern
from testimonia.extract.mentions.runs import (
    ACRONYM,
    HYPHENS,
    OPENED,
    SHORT,
    articled,
    called,
    capital,
    elided,
    ending_apart,
    inflected,
    is_street,
    runs,
    small,
)
from testimonia.extract.mentions.towns import PATRONYMIC, adjective_and_holder, holder_behind, land_of_office, lies_before, owned_kind
from testimonia.extract.mentions.words import listed, words
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.fitted.known import given_name

DETERMINED = pattern(sorted(listed("de", "determiners")))
ARTICLES = listed("und", "romance_articles")
CODE = re.compile(r"[^\W\d_]{2,8}(?:[-‐‑][^\W_]{1,3})?")  # an acronym, perhaps with a number or a letter of its own
SOMEBODY, PERSON_ENDINGS = listed("de", "personal_articles"), tuple(sorted(listed("de", "person_endings")))
LYING = listed("tr", "locatives")
FULL_NAME = (2, 3)  # words of a person's name, as far as can be guessed


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the chosen paragraphs together show of the words that stand capitalised in them."""

    lower: Counter[str]  # how often each word stands in small letters
    inside: Counter[str]  # and how often capitalised inside a sentence
    nouns: frozenset[str]  # common ones, where the language capitalises them all
    surnames: frozenset[str]
    borne: frozenset[str]  # surnames of people named in full, without their endings
    all_nouns: bool  # whether the language capitalises them all

    def elsewhere(self, token: Token) -> bool:
        """Whether a word at the start of a sentence is a name elsewhere, or is never written small and bears a name's ending."""
        small_too = self.lower[token.text.casefold()]
        return self.inside[token.text] > small_too or (not small_too and (stem(token) in self.borne or inflected(token)))


def capitalised(parsed: Parsed, chosen: frozenset[int]) -> Iterator[Found]:
    """Runs of capitalised words in the chosen paragraphs.

    A word at the start of a sentence counts only where it stands capitalised elsewhere too, or is the surname of somebody named.
    Scripts without case give nothing here: nothing is guessed.
    """
    paragraphs = [(index, paragraph) for index, paragraph in enumerate(parsed.paragraphs) if index in chosen]
    language = primary(parsed.language)
    known = pack(language)
    inside, lower = seen(paragraph for _, paragraph in paragraphs)
    nouns = common(paragraph for _, paragraph in paragraphs) if grammar(language).nouns_capital else frozenset()
    found = [(index, paragraph, list(named_runs(paragraph.doc, known, nouns))) for index, paragraph in paragraphs]
    pairs = [pair for _, _, held in found for first, last in held if (pair := full_name(first, last, known)) is not None]
    surnames = frozenset(last.text for first, last in pairs if not (small(first) or opens(first))) - nouns  # "Nach Angaben" is nobody
    borne = bearers(last for first, last in pairs if not first.is_sent_start and known.shown([first, last]) is None)
    if grammar(language).nouns_capital:
        lone = (first for _, _, held in found for first, last in held if first.i == last.i)
        surnames |= frozenset(token.text for token in lone if alone(token, frozenset(), nouns, known))
    families = with_particles((pair for _, _, held in found for pair in held), known.connectors)
    shown = Evidence(lower, inside, nouns, surnames, borne, grammar(language).nouns_capital)
    for index, paragraph, held in found:
        for begin, last in ((named_from(first, last, known, shown), last) for first, last in held):
            if begin is not None and (begin.text[:1].isupper() or begin.text in known.ministries or is_street(begin, known)):
                start = surname_from(begin, last, families)
                yield from chain.from_iterable(titled(index, paragraph, run, known) for run in apart(start, last, known))


def named_runs(doc: Doc, known: Pack, nouns: frozenset[str]) -> Iterator[tuple[Token, Token]]:
    """Runs of capitalised words, in German without the nouns beside a name unless a word shows what the whole is."""
    for first, last in runs(doc, known):
        told = first.i == last.i or not grammar(doc.lang_).nouns_capital or known.shown(list(doc[first.i : last.i + 1])) is not None
        told = told or called(first, known) is not None or office_inside(first, last, known) is not None
        if told or hyphened(last, known) or fills_quotes(first, last):
            yield first, last
        elif (named := without_nouns(first, last, nouns)) is not None:
            yield named


def named_from(first: Token, last: Token, known: Pack, shown: Evidence) -> Token | None:
    """Where the name begins in a run of capitalised words; none where they are capitalised for another reason."""
    if first.i == last.i and sum(map(str.isalpha, first.text)) < 2:
        return None  # "D'après", "L'": an article, or an initial
    if first.text in shown.nouns and first.i == last.i and not (hyphened(first, known) or of_state(first)):
        return None
    if (first.is_sent_start or opens_quotation(first)) and called(first, known) is None and not fills_quotes(first, last):
        first = begun(first, last, shown.lower, known)
        if small(first):
            return None
        opened = well_known(first.text) or (shown.all_nouns and opens_as_name(first.text))
        if first.i == last.i and not (opened or shown.elsewhere(first) or first.text.isupper()):
            return None
    if shown.all_nouns and first.i == last.i and not alone(first, shown.surnames, shown.nouns, known):
        return None
    return last if last.like_url else first  # "Сайт x.org"


def full_name(first: Token, last: Token, known: Pack) -> tuple[Token, Token] | None:
    """The two words that a run is behind the titles it begins with, the first perhaps with a hyphen; none for any other run."""
    office = office_inside(first, last, known)
    first = next((token for token in first.doc[office.i + 1 if office is not None else first.i : last.i] if not is_title(token)), last)
    words = [token for token in first.doc[first.i : last.i + 1] if token.i == first.i or token.nbor(-1).whitespace_]
    return (first, last) if len(words) == 2 and words[-1].i == last.i else None


def alone(token: Token, surnames: frozenset[str], nouns: frozenset[str], known: Pack) -> bool:
    """Whether a word alone is a name in a language that writes all nouns with capitals."""
    told = token.text.isupper() or hyphened(token, known) or token.text in surnames or called(token, known) is not None
    before = token.nbor(-1).text.casefold() if token.i > 0 else ""
    return told or proper(token.text) or of_state(token) or (before in known.where and token.text not in nouns and no_noun(token.text))


def hyphened(token: Token, known: Pack) -> bool:
    """Whether a German word is a name and, behind a hyphen, what it is the name of ("Sarnıç-Brücke", "Veller-Clique")."""
    name, _, noun = token.text.rpartition("-")
    called_so = no_noun(name) or ("-" in name and given_name(unmarked(name.split("-")[0].casefold())))
    return len(name) > SHORT and (known.kind(noun) is not None or not nobody(noun, "de")) and name[:1].isupper() and called_so


def of_holder(first: Token, last: Token, known: Pack) -> list[tuple[Token, Token]]:
    """The pieces of a run that holds an office, or what it is of, and its holder; none of any other."""
    doc, before = first.doc, of_office(first, last)
    if before is not None and known.shown(list(doc[first.i : before + 1])) is None:
        return [(first, doc[before]), (doc[before + 2], last)]
    if (holder := holder_behind(first, last, known)) is not None:
        return [(holder, last)]
    return [(first, first.nbor(1)), (first.nbor(2), last)] if adjective_and_holder(first, last, known) else []


def apart(first: Token, last: Token, known: Pack) -> Iterator[tuple[Token, Token]]:
    """A run in pieces: around an international body, at a genitive between an office and its holder, and behind an acronym.

    "Президент Карашара Садыр Мамытов" holds a country and a person; a patronymic tells a name of three words from these.
    """
    doc, at = first.doc, first.i
    if cut := sorted(around_bodies(doc, first.i, last.i + 1, words("en"))):
        yield from ((doc[start], doc[end - 1]) for start, end in pairwise([first.i, *cut, last.i + 1]))
        return
    if pieces := of_holder(first, last, known):
        yield from pieces
        return
    if known.shown(list(doc[first.i : last.i + 1])) is not None or called(first, known) is not None:
        yield first, last
        return
    if lies_before(first, last, known):
        yield from ((first, first), (doc[at + 1], last))
        return
    while at < last.i and is_title(doc[at]):
        at += 1
    code = doc[at].text.isupper() and len(doc[at].text) in ACRONYM
    if land_of_office(doc[at], last):
        yield from ((doc[at], doc[at]), (doc[at + 1], last))
        return
    if not known.genitives:
        yield first, last
        return
    office = at > first.i or (at > 0 and doc[at - 1].text.islower() and not small(doc[at - 1]))
    plain = (
        doc[at].text.casefold().endswith(known.genitives) and PATRONYMIC.search(doc[at + 1].text.casefold() if at < last.i else "") is None
    )
    if at < last.i and doc[at + 1].text not in HYPHENS and (code or (office and plain and last.i - at >= 2)):
        yield doc[at], doc[at]
        yield doc[at + 1], last
    else:
        yield first, last


def of_office(first: Token, last: Token) -> int | None:
    """In Dutch: where a full name ends before the body that somebody is of ("Anna Hendriks van Stadszaken"); none in "Anna van Dijk"."""
    doc = first.doc
    start = first.i + sum(1 for _ in takewhile(is_title, doc[first.i : last.i]))
    end = next((i - 1 for i in range(start + 2, last.i) if doc[i].text == "van"), None) if doc.lang_ == "nl" else None
    named = end is not None and all(capital(doc[i]) or doc[i].text in PARTICLES for i in range(first.i, end + 1))
    return end if end is not None and named and capital(doc[end]) and capital(doc[end + 2]) else None


def titled(index: int, paragraph: Paragraph, run: tuple[Token, Token], known: Pack) -> Iterator[Found]:
    """The name, a person's when a role or an honorific of some language stands before it; and then the whole phrase too."""
    first, last = run
    title = first.nbor(-1) if first.i > 0 and is_title(first.nbor(-1)) else None
    if title is None and first.i > 1 and land_of_office(first.nbor(-1), last):
        title = first.nbor(-2)
    if (office := office_inside(first, last, known)) is not None:
        yield from of_whom(index, paragraph, (first, office), known)
        title, first = first, office.nbor(1)
    if title is None and first.i in range(2, last.i) and is_title(first.nbor(-2)) and first.text.casefold() in known.portfolios:
        title, first = first.nbor(-2), first.nbor(1)  # "Waziri wa Maji Ana X"
    while (
        first.i < last.i
        and not of_ministry(first, last, known)
        and (is_title(first) or (title is not None and first.text.casefold() in known.portfolios))
    ):
        title, first = title or first, first.nbor(1)
        while first.i < last.i and not capital(first):  # "President of the Union" names the union
            title, first = None, first.nbor(1)
    owned = first.i < last.i and last.text.islower() and known.kind(last.text) is not None
    if title is not None and (title.text.islower() or not known.head_last) and (owned or heads_body(first, last, known)):
        title = None  # "przewodniczący Związku X", "акима Карасуйского района"
    span = uninflected(paragraph, first, last)
    shown = owned_kind(first, last, known) or (generically(first, known) if title is None else "")
    if shown:
        title = None
    kind = shown or ("person" if title is not None else guessed(first, last, known))
    yield Found(index, first, last, last, span, kind, "name", None, "singular", shown=shown)
    wider = generic_whole(paragraph, first, last, known) if title is None else None
    if wider is not None:
        yield Found(index, first, last, last, wider, kind, "role", None, "singular", inner=span)
    if title is not None:
        whole = Span(span_of(paragraph, title, last).start, span.end)
        yield Found(index, title, last, last, whole, "person", "role", None, "singular", inner=span)


def generically(first: Token, known: Pack) -> str:
    """The kind that a word right before a name says it is of, where that word says no more ("the party X"); nothing where none does."""
    at = first.i - 1
    at -= at > 0 and first.doc[at].text in OPENED
    before = first.doc[at].text.casefold() if at >= 0 else ""
    return (called(first, known) or "") if known.generic.fullmatch(before) else ""


def generic_whole(paragraph: Paragraph, first: Token, last: Token, known: Pack) -> Span | None:
    """From the word that says what a name is the name of to the end of the name or of its quotation marks ("компания «X»"); else none."""
    doc, at = first.doc, first.i - 1
    quoted = at > 0 and doc[at].text in OPENED and last.i + 1 < len(doc) and doc[last.i + 1].text in OPENED[doc[at].text]
    head = doc[at - quoted] if at >= 0 else None
    if head is None or known.generic.fullmatch(head.text.casefold()) is None:
        return None
    closing = last.nbor(1) if quoted else last
    return Span(span_of(paragraph, head, last).start, paragraph.span(head.idx, closing.idx + len(closing.text)).end)


def of_whom(index: int, paragraph: Paragraph, run: tuple[Token, Token], known: Pack) -> Iterator[Found]:
    """In Turkish: the body or the place before the office of somebody named behind it ("X Sendikası Başkanı Ana Y")."""
    (first, office), held = run, words(run[0].doc.lang_)
    last = office
    while last.i > first.i and (is_title(last) or last.text.casefold() in known.portfolios | held.office_words):
        last = last.nbor(-1)
    if not grammar(first.doc.lang_).endings_apart or is_title(last) or last.text.casefold() in held.office_words | known.portfolios:
        return
    towns = any(token.text.casefold() in held.of_towns for token in office.doc[last.i + 1 : office.i + 1])
    kind = known.shown([first, last]) or known.kind(last.text) or ("place" if towns else "organisation")
    yield Found(index, first, last, last, span_of(paragraph, first, last), kind, "name", None, "singular", shown=kind)


def of_ministry(first: Token, last: Token, known: Pack) -> bool:
    """Whether a portfolio stands before the word for a ministry, where what a name is stands last ("Dışişleri Bakanlığı")."""
    return (
        known.head_last and first.i + 1 == last.i and known.kind(last.text) == "organisation" and first.text.casefold() in known.portfolios
    )


def heads_body(first: Token, last: Token, known: Pack) -> bool:
    """Whether a name begins like a body's: with the word for one, or with the adjective before it."""
    run = list(first.doc[first.i : last.i + 1])
    opened = known.kind(first.text) == "organisation" or known.adjectival(first.text)
    return opened and known.shown(run) == "organisation"


def office_inside(first: Token, last: Token, known: Pack) -> Token | None:
    """The office that ends inside a run, before its holder's name ("İçişleri Bakanı Levent K."), or that German writes with a capital.

    A noun of that language behind an article is one when two words or more follow ("die Zeugin Ana X").
    """
    doc = first.doc
    roles = words(doc.lang_).roles
    for i in range(last.i - 1, first.i, -1):
        if doc[i].text.casefold() in roles and capital(doc[i + 1]):
            return doc[i]
    noun = doc[first.i + 2] if first.i + 2 < last.i and first.nbor(1).text in HYPHENS else first  # "Firma-Gründer Ana X"
    if grammar(doc.lang_).nouns_capital and last.i - noun.i in FULL_NAME and named_behind(noun):
        return noun
    behind = first.i > 0 and doc[first.i - 1].text.casefold() in SOMEBODY
    person = grammar(doc.lang_).nouns_capital and behind and first.text.endswith(PERSON_ENDINGS) and last.i - first.i in FULL_NAME
    plain = person and all(capital(doc[i]) for i in range(first.i, last.i + 1)) and known.shown(list(doc[first.i : last.i + 1])) is None
    return first if plain else None


def uninflected(paragraph: Paragraph, first: Token, last: Token) -> Span:
    """The place of a name without the ending that Turkish parts from it by an apostrophe ("Bodrum'da")."""
    at = ending_apart(last) if inflected(last) else -1
    return paragraph.span(first.idx, last.idx + at) if at > 1 else span_of(paragraph, first, last)


def guessed(first: Token, last: Token, known: Pack) -> str:
    """What a name is, as far as its words and the one before it show; two or three plain words are taken for a person."""
    run = list(first.doc[first.i : last.i + 1])
    shown = "organisation" if len(run) > 1 and " ".join(token.text.casefold() for token in run) in known_bodies() else known.shown(run)
    shown = "person" if shown is not None and known.kind(first.text) is None and borne_in_full(run) else shown
    if (kind := called(first, known) or shown) is not None:
        return kind
    if len(run) == 1 and (kind := known.kind(first.text) or known.kind(first.text.rpartition("-")[2])) is not None:
        return kind
    if first.i > 0 and first.nbor(-1).text.casefold() in known.where:
        return "place"
    if len(run) == 1 and inflected(last) and last.text[ending_apart(last) + 1 :].casefold() in LYING:
        return "place"
    if len(run) == len(FULL_NAME) and saint(first):
        return "place"
    if len(run) == 1 and first.text.isupper() and CODE.fullmatch(first.text):
        return "organisation"
    if any(token.text == "&" for token in run) or last.like_url:
        return "organisation"
    if len(run) == 1:
        return "other"
    if grammar(first.doc.lang_).nouns_capital and adjective(first.text):
        return "organisation"
    plain = all((token.is_alpha and not token.text.isupper()) or token.text in HYPHENS or articled(token) for token in run)
    return "person" if plain and sum(map(capital, run)) in FULL_NAME else "other"


@cache
def openers() -> frozenset[str]:
    """Words that open a sentence before a name, of all languages ("Según", "Selon")."""
    return frozenset().union(*(listed(language, "openers") for language in having("names")))


def common(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """In German: the words that stand behind an article or a number somewhere."""
    found = set()
    for paragraph in paragraphs:
        for token in paragraph.doc:
            before = token.nbor(-1) if token.i > 0 and capital(token) else None
            told = before is not None and (before.like_num or DETERMINED.fullmatch(before.text.casefold()) is not None)
            if told and not proper(token.text):
                found.add(token.text)
    return frozenset(found)


def begun(first: Token, last: Token, lower: Counter[str], known: Pack) -> Token:
    """Where the name begins in a run at the start of a sentence, whose first words may have their capitals from there."""
    while first.i < last.i and (
        lower[first.text.casefold()] > 0 or not capital(first) or small(first) or leads(first, known) or opens(first)
    ):
        first = first.nbor(1)
    return first


def opens(token: Token) -> bool:
    """Whether a word opens sentences in some language, or is praise or blame before a name."""
    return token.text.casefold() in openers() or leads_name(token)


def leads(token: Token, known: Pack) -> bool:
    """Whether a word is followed by an article, as no part of a name is but the word for a body ("Según la Fiscalía")."""
    return token.nbor(1).text in ARTICLES and known.kind(token.text) is None


def seen(paragraphs: Iterable[Paragraph]) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands capitalised inside a sentence, and how often in lower case."""
    inside: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for paragraph in paragraphs:
        for token in paragraph.doc:
            if token.text[:1].islower():
                lower[token.text] += 1
            elif token.text[:1].isupper() and not token.is_sent_start and not opens_quotation(token):
                inside[token.text] += 1
    return inside, lower


def opens_quotation(token: Token) -> bool:
    """Whether the token stands first behind a quotation mark or a colon, and not behind a word without its vowel ("l'")."""
    return token.i > 0 and not elided(token.nbor(-1)) and token.nbor(-1).text[-1:] in "\"'“”„«»‘’‚:-–—•"


def fills_quotes(first: Token, last: Token) -> bool:
    """Whether quotation marks inside a sentence hold nothing but these words: a name, for what is quoted begins small there."""
    doc = first.doc
    if first.i < 2 or last.i + 2 > len(doc) - 1 or (grammar(doc.lang_).nouns_capital and first.i == last.i):
        return False
    held = doc[last.i + 1].text in OPENED.get(doc[first.i - 1].text, ())
    return held and doc[first.i - 2].text.islower() and doc[last.i + 2].text[:1].isalpha()
