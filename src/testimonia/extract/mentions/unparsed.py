"""Names in languages without a parser: capitalised words that are not capitalised for another reason, typed by the words of the pack."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from testimonia.base.languages import having, primary
from testimonia.base.phrases import function_words
from testimonia.base.spans import Span
from testimonia.extract.mentions.bodies import around_bodies, known_bodies
from testimonia.extract.mentions.found import Found, span_of
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.words import listed, words
from testimonia.extract.parsing import Paragraph, Parsed

LONGEST = 8
PARTICLES = words("und").particles
CAPITALS_ALL = {"de"}  # German writes every noun with a capital: one word alone says nothing
HEAD_LAST = {"de", "nl", "tr", "nb", "nn", "no", "sv", "da"}  # what a name is stands in its last word
DETERMINED = re.compile(r"der|die|das|den|dem|des|eine?[mnrs]?|kein\w*|dies\w+|jede\w*|viele\w*|mehrere|millionen|tausende")
GERMAN_ARTICLES = {"der", "den", "das"}
ARTICLES = {"la", "el", "los", "las", "lo", "le", "les", "il"}
KINDS = ("organisation", "work", "event", "place")
CODE = re.compile(r"[^\W\d_]{2,8}(?:[-‐‑][^\W_]{1,3})?")  # an acronym, perhaps with a number or a letter of its own
PATRONYMIC = re.compile(r"(?:вич|вна|ична|вича|вны|вичу|вне)$")
HYPHENS = frozenset("-‐‑")
ADJECTIVE_FIRST = {"ru", "uk", "bg", "sr", "bs", "hr", "cs", "pl"}
SOMEBODY = {"der", "die", "den", "dem", "des", "ein", "eine", "einer", "einem", "einen", "eines"}
PERSON_ENDINGS = ("er", "in", "or", "ist", "isten", "ent", "enten", "ant", "eur", "loge", "ete")  # of German nouns for people
ENDINGS_APART = {"tr", "az"}
APOSTROPHES = "'’"
NOUN = 3  # letters that a noun inside a name has at least
SHORT = 3  # letters of a word that says no kind
ACRONYM = range(2, 9)  # letters
OPENED = {"«": "»", "„": "“”", "“": "”", '"': '"', "”": "”"}
BEHIND = {"nb", "nn", "no", "sv", "da"}  # "Hillfort tingrett": the word for a body stands small behind the name
FULL_NAME = (2, 3)  # words of a person's name, as far as can be guessed


NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class Pack:
    """What a language knows of capitalised names: the words that show a kind, the small words inside a name, and those before a place."""

    kinds: tuple[tuple[str, re.Pattern[str]], ...]
    connectors: frozenset[str]
    joiners: frozenset[str]
    where: frozenset[str]
    head_last: bool
    genitives: tuple[str, ...] = ()
    behind: bool = False
    adjectives: re.Pattern[str] = NOTHING
    adjective_first: bool = False
    portfolios: frozenset[str] = frozenset()

    def kind(self, word: str) -> str | None:
        """The kind that one word shows."""
        folded = word.casefold()
        return next((kind for kind, pattern in self.kinds if pattern.fullmatch(folded)), None)

    def inside(self, words: list[str]) -> frozenset[str]:
        """The small words that may follow inside a name that begins with these: none without a word for a kind, *and* only in a body's."""
        kinds = {self.kind(word) for word in words} - {None}
        joined = "organisation" in kinds and any(word in self.connectors or word in PARTICLES for word in words)
        return (self.connectors if kinds else frozenset()) | (self.joiners if joined else frozenset())

    def shown(self, run: list[Token]) -> str | None:
        """The kind that a name of several words shows by the word that heads it."""
        kinds = [kind for token in run if (kind := self.kind(token.text))] if len(run) > 1 else []
        return ("organisation" if "organisation" in kinds else kinds[-1]) if kinds and self.head_last else next(iter(kinds), None)


@cache
def pack(language: str) -> Pack:
    """The pack of a language; that of all languages together for English, whose foreign paragraphs come here."""
    codes = having("names") if language == "en" else (language,)
    kinds = tuple((kind, pattern(sorted(set().union(*(listed(code, f"{kind}_names") for code in codes))))) for kind in KINDS)
    own = () if language == "en" else (language,)
    connectors, joiners, where = (frozenset().union(*(listed(code, key) for code in own)) for key in ("connectors", "joiners", "where"))
    adjectives = pattern(sorted(set().union(*(listed(code, "adjectives") for code in own))))
    return Pack(
        kinds, connectors, joiners, where, language in HEAD_LAST, tuple(sorted(listed(language, "genitives"))), language in BEHIND,
        adjectives, language in ADJECTIVE_FIRST, listed(language, "portfolios"),
    )  # fmt: skip


def pattern(entries: list[str]) -> re.Pattern[str]:
    """A list of words as one pattern; a star stands for any letters."""
    parts = (re.escape(entry.casefold()).replace(r"\*", r"\w*") for entry in entries)
    return re.compile("|".join(parts) or r"(?!)")


def capitalised(parsed: Parsed, chosen: frozenset[int]) -> Iterator[Found]:
    """Runs of capitalised words in the chosen paragraphs.

    A word at the start of a sentence counts only where it stands capitalised elsewhere too.
    Scripts without case give nothing here: nothing is guessed.
    """
    paragraphs = [(index, paragraph) for index, paragraph in enumerate(parsed.paragraphs) if index in chosen]
    inside, lower = seen(paragraph for _, paragraph in paragraphs)
    language = primary(parsed.language)
    nouns = common(paragraph for _, paragraph in paragraphs) if language in CAPITALS_ALL else frozenset()
    found = [(index, paragraph, list(runs(paragraph.doc, pack(language)))) for index, paragraph in paragraphs]
    pairs = [(first, last) for _, _, held in found for first, last in held if last.i == first.i + 1]
    surnames = frozenset(last.text for first, last in pairs if not (small(first) or opens(first))) - nouns  # "Nach Angaben" is nobody
    for index, paragraph, held in found:
        for first, last in held:
            if first.i == last.i and sum(map(str.isalpha, first.text)) < 2:
                continue  # "D'après", "L'": an article, or an initial
            if office_inside(first, last, pack(language)) is None and ordinary(first, last, nouns, pack(language)):
                continue
            if (first.is_sent_start or opens_quotation(first)) and called(first, pack(language)) is None:
                first = begun(first, last, lower, pack(language))
                if small(first) or (first.i == last.i and inside[first.text] <= lower[first.text.casefold()] and not first.text.isupper()):
                    continue
            if language in CAPITALS_ALL and first.i == last.i and not first.text.isupper() and first.text not in surnames:
                continue
            if first.text[:1].isupper():
                for run in apart(first, last, pack(language)):
                    yield from titled(index, paragraph, run, pack(language))


def ordinary(first: Token, last: Token, nouns: frozenset[str], known: Pack) -> bool:
    """Whether a run begins or ends with a German noun, and no word shows that it is a name."""
    return not {first.text, last.text}.isdisjoint(nouns) and known.shown(list(first.doc[first.i : last.i + 1])) is None


def apart(first: Token, last: Token, known: Pack) -> Iterator[tuple[Token, Token]]:
    """A run in pieces: around an international body, at a genitive between an office and its holder, and behind an acronym.

    "Президент Карашара Садыр Мамытов" holds a country and a person; a patronymic tells a name of three words from these.
    """
    doc, at = first.doc, first.i
    if cut := sorted(around_bodies(doc, first.i, last.i + 1, words("en"))):
        for start, end in pairwise([first.i, *cut, last.i + 1]):
            yield doc[start], doc[end - 1]
        return
    if known.shown(list(doc[first.i : last.i + 1])) is not None or called(first, known) is not None:
        yield first, last
        return
    if (before := of_office(first, last)) is not None:
        yield first, doc[before]
        yield doc[before + 2], last
        return
    if at > 0 and last.i - at in FULL_NAME and lies(first, known) and doc[at + 1].text not in HYPHENS:
        yield first, first
        yield doc[at + 1], last
        return
    if not known.genitives:
        yield first, last
        return
    while at < last.i and is_title(doc[at]):
        at += 1
    code = doc[at].text.isupper() and len(doc[at].text) in ACRONYM
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
    end = next((i - 1 for i in range(first.i + 2, last.i) if doc[i].text == "van"), None) if doc.lang_ == "nl" else None
    return end if end is not None and all(capital(doc[i]) for i in range(first.i, end + 1)) and capital(doc[end + 2]) else None


def lies(token: Token, known: Pack) -> bool:
    """Whether a word of a Slavic language stands behind "in" or "from" and is no adjective: what follows is another name."""
    return known.adjective_first and token.nbor(-1).text.casefold() in known.where and not adjectival(token, known)


def titled(index: int, paragraph: Paragraph, run: tuple[Token, Token], known: Pack) -> Iterator[Found]:
    """The name, a person's when a role or an honorific of some language stands before it; and then the whole phrase too."""
    first, last = run
    title = first.nbor(-1) if first.i > 0 and is_title(first.nbor(-1)) else None
    if (office := office_inside(first, last, known)) is not None:
        title, first = first, office.nbor(1)
    if title is None and first.i in range(2, last.i) and is_title(first.nbor(-2)) and first.text.casefold() in known.portfolios:
        title, first = first.nbor(-2), first.nbor(1)  # "Waziri wa Maji Ana X"
    while first.i < last.i and (is_title(first) or (title is not None and first.text.casefold() in known.portfolios)):
        title, first = title or first, first.nbor(1)
        while first.i < last.i and not capital(first):  # "President of the Union" names the union
            title, first = None, first.nbor(1)
    if title is not None and title.text.islower() and heads_body(first, last, known):
        title = None  # "przewodniczący Związku X"
    span = uninflected(paragraph, first, last)
    kind = "person" if title is not None else guessed(first, last, known)
    yield Found(index, first, last, last, span, kind, "name", None, "singular")
    if title is not None:
        whole = Span(span_of(paragraph, title, last).start, span.end)
        yield Found(index, title, last, last, whole, "person", "role", None, "singular", inner=span)


def heads_body(first: Token, last: Token, known: Pack) -> bool:
    """Whether a name begins like a body's: with the word for one, or with the adjective before it."""
    run = list(first.doc[first.i : last.i + 1])
    opened = known.kind(first.text) == "organisation" or known.adjectives.fullmatch(first.text.casefold()) is not None
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
    behind = first.i > 0 and doc[first.i - 1].text.casefold() in SOMEBODY
    person = doc.lang_ in CAPITALS_ALL and behind and first.text.endswith(PERSON_ENDINGS) and last.i - first.i in FULL_NAME
    plain = person and all(capital(doc[i]) for i in range(first.i, last.i + 1)) and known.shown(list(doc[first.i : last.i + 1])) is None
    return first if plain else None


def uninflected(paragraph: Paragraph, first: Token, last: Token) -> Span:
    """The place of a name without the ending that Turkish parts from it by an apostrophe ("Bodrum'da")."""
    at = max(last.text.find(mark) for mark in APOSTROPHES) if last.doc.lang_ in ENDINGS_APART else -1
    return paragraph.span(first.idx, last.idx + at) if at > 1 else span_of(paragraph, first, last)


def guessed(first: Token, last: Token, known: Pack) -> str:
    """What a name is, as far as its words and the one before it show; two or three plain words are taken for a person."""
    run = list(first.doc[first.i : last.i + 1])
    shown = "organisation" if len(run) > 1 and " ".join(token.text.casefold() for token in run) in known_bodies() else known.shown(run)
    if (kind := called(first, known) or shown) is not None:
        return kind
    if len(run) == 1 and (kind := known.kind(first.text)) is not None:
        return kind
    if first.i > 0 and first.nbor(-1).text.casefold() in known.where:
        return "place"
    if len(run) == 1 and first.text.isupper() and CODE.fullmatch(first.text):
        return "organisation"
    if len(run) == 1:
        return "other"
    plain = all((token.is_alpha and not token.text.isupper()) or token.text in HYPHENS for token in run)
    return "person" if plain and sum(map(capital, run)) in FULL_NAME else "other"


def called(first: Token, known: Pack) -> str | None:
    """The kind that a common noun right before a name says it is ("the party X", "the newspaper “X”"), also before a quotation mark."""
    at = first.i - 1
    if at > 0 and first.doc[at].text in OPENED:
        at -= 1
    before = first.doc[at] if at >= 0 else None
    kind = known.kind(before.text) if before is not None and before.text.islower() and len(before.text) > SHORT else None
    office = before is not None and kind is not None and before.i > 0 and is_title(before.nbor(-1))
    return "person" if office else kind  # "rzecznik prokuratury Jan X" is the office of a body, and its holder


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
            if before is not None and (before.like_num or DETERMINED.fullmatch(before.text.casefold()) is not None):
                found.add(token.text)
    return frozenset(found)


def small(token: Token) -> bool:
    """A function word of some language, or a single letter."""
    return len(token.text) == 1 or token.text.casefold() in function_words()


def begun(first: Token, last: Token, lower: Counter[str], known: Pack) -> Token:
    """Where the name begins in a run at the start of a sentence, whose first words may have their capitals from there."""
    while first.i < last.i and (
        lower[first.text.casefold()] > 0 or not capital(first) or small(first) or leads(first, known) or opens(first)
    ):
        first = first.nbor(1)
    return first


def opens(token: Token) -> bool:
    """Whether a word opens sentences in some language."""
    return token.text.casefold() in openers()


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
    """Whether the token stands first behind a quotation mark or a colon."""
    return token.i > 0 and token.nbor(-1).text[-1:] in "\"'“”„«»‘’‚:-–—•"


def runs(doc: Doc, known: Pack) -> Iterator[tuple[Token, Token]]:
    """Runs of capitalised words, particles between them included; behind a word for a body or a place also *and*, *of* and the like."""
    i = 0
    while i < len(doc):
        if not capital(doc[i]):
            i += 1
            continue
        end = quoted(doc, i, known) or i
        kind = called(doc[i], known)
        while end + 1 < len(doc) and end - i < LONGEST:
            inside = known.inside([token.text for token in doc[i : end + 1]])
            step = next_capital(doc, end, known, inside | known.connectors if kind == "organisation" else inside)
            if step is None:
                break
            end = step
        end = body_behind(doc, small_words(doc, i, end, known), known)
        if known.behind and end + 1 < len(doc) and doc[end + 1].text.islower() and known.kind(doc[end + 1].text) == "organisation":
            end += 1
        yield doc[i], doc[end]
        i = end + 1


def body_behind(doc: Doc, end: int, known: Pack) -> int:
    """Where a name goes on in a small word for a body behind its adjective, and in whose it is ("Fudbalski savez Srbije")."""
    if not known.adjective_first or end + 1 >= len(doc) or known.adjectives.fullmatch(doc[end].text.casefold()) is None:
        return end
    noun = doc[end + 1]
    if not noun.text.islower() or len(noun.text) <= SHORT or known.kind(noun.text) != "organisation":
        return end
    owned = end + 2 < len(doc) and capital(doc[end + 2]) and not is_title(doc[end + 2])
    return end + 2 if owned else end + 1


def small_words(doc: Doc, start: int, end: int, known: Pack) -> int:
    """Where the name of a body goes on in small words: "Conseil national de salut", "Институт горных дел"."""
    start += start < end and small(doc[start])  # "Le Conseil national …", at the start of a sentence
    if known.kind(doc[start].text) != "organisation":
        return end
    while end + 1 < len(doc) and end - start < LONGEST and not doc[end + 1].is_sent_start:
        step = next((at for at in range(end + 1, min(end + 4, len(doc))) if doc[at].text not in known.connectors), len(doc) - 1)
        word = doc[step].text
        plain = end > start and capital(doc[end]) and known.kind(doc[end].text) is None and not adjectival(doc[end], known)
        adjective = known.adjectives.fullmatch(word) is not None and not plain
        told = step > end + 1 or (known.adjective_first and known.adjectives.fullmatch(doc[end].text.casefold()) is not None)
        if not word.islower() or not word.isalpha() or len(word) < NOUN or word in function_words() or not (adjective or told):
            return end
        end = step
        if told and known.adjective_first:
            return end  # the noun behind its adjective; what comes next is the sentence
    return end


def adjectival(token: Token, known: Pack) -> bool:
    """Whether a word has the ending of an adjective."""
    return known.adjectives.fullmatch(token.text.casefold()) is not None


def quoted(doc: Doc, i: int, known: Pack) -> int | None:
    """Where a name ends that stands in quotation marks of its own behind the word for what it is; none for any other."""
    closing = OPENED.get(doc[i - 1].text, "") if i > 1 else ""
    if not closing or called(doc[i], known) is None:
        return None
    return next((at - 1 for at in range(i + 1, min(i + LONGEST, len(doc))) if doc[at].text in closing), None)


def next_capital(doc: Doc, i: int, known: Pack, connectors: frozenset[str]) -> int | None:
    """Where the run goes on: the next word, or the one behind one or two small words."""
    for at in range(i + 1, min(i + 4, len(doc))):
        token = doc[at]
        if token.is_sent_start:
            return None
        if capital(token):
            return None if at > i + 1 and doc[at - 1].text in known.joiners and known.kind(token.text) else at
        particle = at == i + 1 and token.text in PARTICLES and not (doc.lang_ in CAPITALS_ALL and token.text in GERMAN_ARTICLES)
        if not particle and token.text not in connectors:
            return None
    return None


def capital(token: Token) -> bool:
    """A word with a capital first letter."""
    return token.text[:1].isupper() and token.text[:1].isalpha()
