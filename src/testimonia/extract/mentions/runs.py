"""Runs of capitalised words in languages without a parser: where a name begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from testimonia.base.grammar import grammar
from testimonia.base.phrases import function_words
from testimonia.base.scripts import unmarked
from testimonia.extract.mentions.found import articles
from testimonia.extract.mentions.german import plain_noun
from testimonia.extract.mentions.offices import is_title
from testimonia.extract.mentions.packs import PARTICLES, Pack
from testimonia.extract.mentions.words import listed
from testimonia.fitted.known import given_name, known_land

LONGEST = 8
ELIDED = frozenset(("d'", "d’", "l'", "l’", "dell'", "dell’"))
GERMAN_ARTICLES = listed("de", "no_particles")
HYPHENS = frozenset("-‐‑")
APOSTROPHES = "'’"
NOUN = 3  # letters that a noun inside a name has at least
SHORT = 3  # letters of a word that says no kind
ACRONYM = range(2, 9)  # letters
OPENED = {"«": "»", "„": "“”", "“": "”", '"': '"', "”": "”"}


def runs(doc: Doc, known: Pack) -> Iterator[tuple[Token, Token]]:
    """Runs of capitalised words, particles between them included; behind a word for a body or a place also *and*, *of* and the like."""
    i = 0
    while i < len(doc):
        if not capital(doc[i]):
            i += 1
            continue
        end = quoted(doc, i, known) or quoted_behind(doc, i, known) or i
        kind = called(doc[i], known)
        while end + 1 < len(doc) and end - i < LONGEST:
            inside = known.inside([token.text for token in doc[i : end + 1]])
            step = next_capital(doc, end, known, inside | (known.connectors - known.where) if kind == "organisation" else inside)
            if step is None:
                break
            end = step
        cut = next((at + 1 for at in range(i, end) if generic(doc, at, known) and all(before_generic(doc[b]) for b in range(i, at))), i)
        if cut > i:
            i = cut
            continue
        end = spelled_out(doc, i, body_behind(doc, small_words(doc, i, end, known), known))
        if known.behind and end + 1 < len(doc) and doc[end + 1].text.islower() and known.kind(doc[end + 1].text) == "organisation":
            end += 1
        yield doc[ministry(doc, i, known)], doc[end]
        i = end + 1


def generic(doc: Doc, i: int, known: Pack) -> bool:
    """Whether a word with a capital only says what the name right behind it is the name of ("Organisation X", "Компания «X»")."""
    behind = doc[i + 1] if i + 1 < len(doc) else None
    if behind is not None and behind.text in OPENED and i + 2 < len(doc):
        behind = doc[i + 2]
    elif not (doc[i].is_sent_start or grammar(doc.lang_).nouns_capital or doc[i].text.isupper()):
        return False  # its capital is the name's: "a Associação X"
    named = behind is not None and capital(behind) and known.kind(behind.text) is None
    return named and known.generic.fullmatch(doc[i].text.casefold()) is not None


def before_generic(token: Token) -> bool:
    """Whether a word may stand before the word for what somebody is and be no part of a name ("Die Berliner Firma X")."""
    return small(token) or token.text.casefold() in ELIDED or token.text.endswith("er")


def ministry(doc: Doc, i: int, known: Pack) -> int:
    """Where the name of a ministry or a street begins whose first word stands small ("ministère de la Santé")."""
    at = next((at for at in range(i - 1, max(-1, i - 4), -1) if doc[at].text not in known.connectors and doc[at].text not in ELIDED), -1)
    if at >= 0 and is_street(doc[at], known):
        return at
    return at if 0 <= at < i - 1 and doc[at].text in known.ministries else i


def is_street(token: Token, known: Pack) -> bool:
    """Whether a small word is one for a street or a square, which is a part of its name ("rue de la Paix", "площадь Мира")."""
    return token.text.islower() and known.streets.fullmatch(token.text) is not None and known.kind(token.text) == "place"


def spelled_out(doc: Doc, start: int, end: int) -> int:
    """Where the full name ends whose first letters stand in brackets behind it ("Комитет национальной безопасности (КНБ)")."""
    at = next((at for at in range(end + 1, min(start + LONGEST + 1, len(doc) - 1)) if doc[at].text == "("), 0)
    code = doc[at + 1].text if at > end + 1 else ""
    if len(code) not in ACRONYM or not code.isupper():
        return end
    words = [token.text for token in doc[start:at] if token.text[:1].isalpha()]
    told = [word for word in words if word not in function_words()]
    return at - 1 if code.casefold() in ("".join(word[0] for word in held).casefold() for held in (words, told)) else end


def body_behind(doc: Doc, end: int, known: Pack) -> int:
    """Where a name goes on in a small word for a body behind its adjective, and in whose it is ("Fudbalski savez Srbije")."""
    if not known.adjective_first or end + 1 >= len(doc) or not known.adjectival(doc[end].text):
        return end
    noun = doc[end + 1]
    if not noun.text.islower() or len(noun.text) <= SHORT or known.kind(noun.text) not in ("organisation", "place"):
        return end
    owned = known.kind(noun.text) == "organisation" and end + 2 < len(doc) and capital(doc[end + 2]) and not is_title(doc[end + 2])
    return end + 2 if owned else end + 1


def small_words(doc: Doc, start: int, end: int, known: Pack) -> int:
    """Where the name of a body goes on in small words: "Conseil national de salut", "Институт горных дел"."""
    start += start < end and small(doc[start])  # "Le Conseil national …", at the start of a sentence
    if end + 1 < len(doc) and known_land(unmarked(f"{doc[end].text} {doc[end + 1].text}".casefold())):
        return end + 1  # "Amérique latine"
    if known.kind(doc[start].text) != "organisation":
        return end
    while end + 1 < len(doc) and end - start < LONGEST and not doc[end + 1].is_sent_start:
        step = next((at for at in range(end + 1, min(end + 4, len(doc))) if doc[at].text not in known.connectors), len(doc) - 1)
        word = doc[step].text
        plain = end > start and capital(doc[end]) and known.kind(doc[end].text) is None and not known.adjectival(doc[end].text)
        if plain and doc[step - 1].text in known.connectors:
            return end  # "el Grupo X de …": the sentence goes on
        adjective = known.adjectival(word) and not plain
        told = step > end + 1 or (known.adjective_first and known.adjectival(doc[end].text))
        if not word.islower() or not word.isalpha() or len(word) < NOUN or word in function_words() or not (adjective or told):
            return end
        end = step
        if told and known.adjective_first:
            return end  # the noun behind its adjective; what comes next is the sentence
    return end


def quoted(doc: Doc, i: int, known: Pack) -> int | None:
    """Where a name ends that stands in quotation marks of its own behind the word for what it is; none for any other."""
    closing = OPENED.get(doc[i - 1].text, "") if i > 1 else ""
    if not closing or called(doc[i], known) is None:
        return None
    return next((at - 1 for at in range(i + 1, min(i + LONGEST, len(doc))) if doc[at].text in closing), None)


def quoted_behind(doc: Doc, i: int, known: Pack) -> int | None:
    """Where a body's name ends that its own word heads, and the rest of which stands in quotation marks ("Комитет «Голос реки»")."""
    opened = i + 2 < len(doc) and doc[i + 1].text in "«„“" and capital(doc[i + 2])
    if not opened or grammar(doc.lang_).nouns_capital or known.kind(doc[i].text) != "organisation":
        return None
    closing = OPENED[doc[i + 1].text]
    return next((at for at in range(i + 3, min(i + LONGEST, len(doc))) if doc[at].text in closing), None)


def next_capital(doc: Doc, i: int, known: Pack, connectors: frozenset[str]) -> int | None:
    """Where the run goes on: the next word, or the one behind one or two small words."""
    if inflected(doc[i]):
        return None  # "Kırgızistan'ın Karasu": two names
    for at in range(i + 1, min(i + 4, len(doc))):
        token = doc[at]
        if token.is_sent_start or (token.text in HYPHENS and (token.whitespace_ or token.nbor(-1).whitespace_)):
            return None
        if token.text in HYPHENS and at == i + 2 and doc[i + 1].text in PARTICLES:
            continue  # "Moutaz al-X", in three tokens
        if capital(token):
            if len(token.text) == 1 and token.text.casefold() in function_words() and doc[at + 1 : at + 2].text != ".":
                return None  # "ВМФ В субботу": a heading without its full stop
            joined = known.kind(token.text) and any(one.text in known.joiners for one in doc[i + 1 : at])
            return None if joined or (noble(doc, i, at) and plain_noun(token.text)) else at
        german = grammar(doc.lang_).nouns_capital and (
            (token.text in GERMAN_ARTICLES and not noble(doc, i, at)) or (known.kind(doc[i].text) is None and plain_noun(doc[i].text))
        )
        particle = token.text in PARTICLES and not german and all(one.text in PARTICLES for one in doc[i + 1 : at])
        article = at > i + 1 and doc[at - 1].text in connectors and token.text in articles(doc.lang_)
        article = article and not grammar(doc.lang_).nouns_capital
        if not (particle or article) and token.text not in connectors and not (at == i + 1 and token.text == "&"):
            return None
    return None


def noble(doc: Doc, i: int, at: int) -> bool:
    """Whether a German given name and a particle stand before an article, as in names of nobles ("Ana von der X")."""
    return grammar(doc.lang_).nouns_capital and at > i + 1 and doc[i + 1].text in PARTICLES and given_name(unmarked(doc[i].text.casefold()))


def capital(token: Token) -> bool:
    """A word with a capital first letter, or an Arabic family name with its article ("al-X")."""
    return (token.text[:1].isupper() and token.text[:1].isalpha()) or articled(token)


def articled(token: Token) -> bool:
    """Whether a word is an Arabic family name that is written in one with its small article."""
    small_one, _, name = token.text.partition("-")
    return name[:1].isupper() and small_one in PARTICLES


def elided(token: Token) -> bool:
    """Whether a word has lost its vowel before the next ("l'", "dell'")."""
    return token.text[-1:] in APOSTROPHES and token.text[:-1].isalpha()


def small(token: Token) -> bool:
    """A function word of some language, also without its vowel ("L'"), or a single letter."""
    word = token.text.casefold()
    return len(token.text) == 1 or word in ELIDED or word in function_words()


def called(first: Token, known: Pack) -> str | None:
    """The kind that a common noun right before a name says it is ("the party X", "the newspaper “X”"), also before a quotation mark."""
    at = first.i - 1
    quoted = at > 0 and first.doc[at].text in OPENED
    at -= quoted
    before = first.doc[at] if at >= 0 else None
    kind = None
    if before is not None and known.generic.fullmatch(before.text.casefold()) is not None:
        kind = known.kind(before.text) or "organisation"
    elif before is not None and before.text.islower() and len(before.text) > SHORT and not is_title(before):
        kind = known.kind(before.text)
        if kind in ("event", "work") and known.adjective_first and not quoted:
            kind = None  # "протест Иванова": the genitive says whose it is
    office = before is not None and kind is not None and before.i > 0 and is_title(before.nbor(-1))
    return "person" if office else kind  # "rzecznik prokuratury Jan X" is the office of a body, and its holder


def inflected(token: Token) -> bool:
    """Whether a word has an ending behind an apostrophe, as only names have in Turkish."""
    return grammar(token.doc.lang_).endings_apart and ending_apart(token) > 1


def ending_apart(token: Token) -> int:
    """Where the apostrophe stands before an ending; -1 where none does."""
    return max(token.text.find(mark) for mark in APOSTROPHES)
