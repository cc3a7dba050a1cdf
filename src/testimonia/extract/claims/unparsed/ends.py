"""In what state somebody or something is said to be, in languages without a parser: a name or a noun, and behind it words of the pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from testimonia.base.extractions import Claim
from testimonia.base.grammar import grammar
from testimonia.base.languages import primary, table
from testimonia.base.spans import Span, hull
from testimonia.extract.claims.classes import classes
from testimonia.extract.claims.reading import points
from testimonia.extract.claims.unparsed.sentences import WORD, Sentence, stated
from testimonia.extract.claims.unparsed.turns import AFTER, BODIES, PERSONS, REACH, STOP, befallen, fits, parts, turns_of
from testimonia.extract.claims.unparsed.words import key_words
from testimonia.extract.quantities.holding import Holding

MOST_WORDS = 3


@dataclass(frozen=True, eq=False)
class Ends:
    """The words of a language that put somebody at an end of an axis, and what turns them into what somebody did."""

    ends: Mapping[str, tuple[str, int]]
    having: frozenset[str]
    been: frozenset[str]
    alone: frozenset[str]
    ahead: bool
    articles: frozenset[str]

    def of(self, words: list[str]) -> tuple[str, str, int] | None:
        """The last of some words, with as many of those before as say it together; its axis and its end."""
        for size in range(min(MOST_WORDS, len(words)), 0, -1):
            told = " ".join(words[-size:])
            if told in self.ends and (size > 1 or words[-2:-1] == [] or words[-2] not in self.articles):
                return (told, *self.ends[told])
        return None


@cache
def ends_of(language: str) -> Ends:
    """The words of a language's pack."""
    pack: Mapping[str, Any] = table(primary(language), "claims").get("ends", {})
    axes = {axis: ends for axis, ends in pack.items() if axis in classes("en").raw["opposites"]}
    articles = str(table(primary(language), "names").get("articles", "")).split()
    having, been, alone = (frozenset(pack.get(name, ())) for name in ("having", "been", "alone"))
    told = {word: (axis, end) for axis, ends in sorted(axes.items()) for end, words in enumerate(ends) for word in words}
    return Ends(told, having, been, alone, bool(pack.get("ahead")), frozenset(articles))


def end_claims(sentence: Sentence, holding: Holding) -> Iterator[Claim]:
    """The states in which a sentence says that those are whom it names."""
    known = ends_of(sentence.parsed.language)
    start, words, first = sentence.span.start, list[str](), list[int]()
    for match in WORD.finditer(sentence.span.of(sentence.parsed.text).lower()) if known.ends else ():
        words, first = [*words[1 - MOST_WORDS :], match.group()], [*first[1 - MOST_WORDS :], start + match.start()]
        told = known.of(words)
        if told is None:
            continue
        place = Span(first[-len(told[0].split())], start + match.end())
        bearer = held_by(sentence, place, told[1], known)
        if bearer is not None and not done_to_another(sentence, (bearer, place), told[0], known):
            yield put(sentence, told, (bearer, place), holding)


def held_by(sentence: Sentence, place: Span, axis: str, known: Ends) -> Span | None:
    """The name right before words of a state in their clause, or of things the noun that the clause begins with."""
    named = [m for m in sentence.mentions if m.form == "name" and m.type in (*PERSONS, *BODIES)]
    kinds = BODIES if axis in key_words("axes_of_things") else PERSONS
    who = befallen(sentence, named, place, kinds, turns_of(sentence.parsed.language)) if named else None
    who = who or (next((m for m in named if m.start == place.end + 1), None) if known.ahead else None)  # "murió Inés X"
    if who is not None and fits(who, kinds):
        return Span(who.start, who.end)
    return opening_noun(sentence, place, known) if axis in key_words("axes_of_things") else None


def opening_noun(sentence: Sentence, place: Span, known: Ends) -> Span | None:
    """The noun behind the article that the clause of some words begins with, if it stands near enough."""
    text = sentence.parsed.text
    begin = max([sentence.span.start, *(sentence.span.start + m.end() for m in STOP.finditer(text[sentence.span.start : place.start]))])
    found = list(WORD.finditer(text, begin, place.start))[:2]
    if not found:
        return None
    elided, mark, rest = found[0].group().replace("’", "'").partition("'")
    if mark and elided.lower() + mark in known.articles:
        noun = Span(found[0].end() - len(rest), found[0].end())
    elif len(found) == 2 and found[0].group().lower() in known.articles:
        noun = Span(*found[1].span())
    else:
        return None
    small = noun.of(text)[:1].islower()
    plain = small != grammar(sentence.parsed.language).nouns_capital
    return noun if plain and place.start - noun.end <= REACH else None


def done_to_another(sentence: Sentence, spans: tuple[Span, Span], told: str, known: Ends) -> bool:
    """Whether words between a name and a participle make it what the bearer of the name did ("has opened an inquiry")."""
    bearer, place = spans
    words = parts(sentence.parsed.text[bearer.end : place.start]) if bearer.end <= place.start else []
    return told not in known.alone and not known.having.isdisjoint(words) and known.been.isdisjoint(words)


def put(sentence: Sentence, told: tuple[str, str, int], spans: tuple[Span, Span], holding: Holding) -> Claim:
    """The claim that somebody is at an end of an axis, in the words of the English pack."""
    words, axis, pole = told
    bearer, place = spans
    turns = turns_of(sentence.parsed.language)
    around = parts(sentence.parsed.text[bearer.end : place.start]) + parts(sentence.parsed.text[place.end : place.end + AFTER])
    negative = not turns.negations.isdisjoint(around)
    dated = [time.value for time in sentence.times if points(time)]
    value = "not " * negative + str(classes("en").raw["opposites"][axis][pole][0])
    modality = "asserted" if turns.coming.isdisjoint(around) else "future"
    slot = {"predicate": f"state {axis}", "subject": bearer.of(sentence.parsed.text), "subject_span": bearer}
    slot |= {"object": str(1 - pole if negative else pole)}
    time = dated[0] if len(dated) == 1 else None
    more = {**slot, "denied": False, "modality": modality, "time": time}
    return stated(sentence, ("status", value, f"{axis} {words}"), hull([bearer, place]), holding, more)
