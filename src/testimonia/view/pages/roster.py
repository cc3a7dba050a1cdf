"""The roster: entities found by a name, the first use of each name, and what is said by and about one of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace

from testimonia.base.errors import UsageError
from testimonia.base.extractions import Attribution
from testimonia.base.spans import Span
from testimonia.view.pages.passages import shortened
from testimonia.view.pages.shelf import Shelf
from testimonia.view.pages.voices import Line, line, opening, source_entity
from testimonia.view.pages.who import Who, everybody

WHOLE = 600  # characters of a longest speech that is given whole where it speaks of somebody
AROUND, PLACES = 240, 3  # characters around a name in a longer one, and how many names of it
SENTENCE_END = re.compile(r"[.!?…؟۔。]\s")


@dataclass(frozen=True, slots=True)
class FirstUse:
    """The earliest dated article that uses a name (or the first by path, where none is dated)."""

    name: str
    article: str
    title: str
    date: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """What one entity is quoted with, what others are quoted with that speaks of it, and what it wrote, published or passed on.

    `namesakes` are the others that were asked for by the same words.
    """

    who: Who
    by: tuple[Line, ...]
    about: tuple[Line, ...]
    passed: tuple[Line, ...] = ()
    namesakes: tuple[Who, ...] = ()


def found(shelf: Shelf, words: str) -> tuple[Who, ...]:
    """The entities that have all the words in one of their names, most mentioned first; all of them for no words."""
    wanted = words.casefold().split()
    return tuple(who for who in everybody(shelf) if any(all(word in name.casefold() for word in wanted) for name in (who.name, *who.names)))


def one(shelf: Shelf, name: str) -> Who:
    """The entity of that name or id, the most mentioned one where several have it."""
    return called(shelf, name)[0]


def called(shelf: Shelf, name: str) -> tuple[Who, ...]:
    """The entities of that name or id, the likeliest first: by a whole name before a part of one, most mentioned first.

    A bare family name that the case leaves open comes behind those who are called so elsewhere.
    """
    folded = name.casefold()
    exact = [who for who in everybody(shelf) if who.id == name or folded in (known.casefold() for known in (who.name, *who.names))]
    fitting = list(exact if any(not who.warning for who in exact) else dict.fromkeys((*exact, *found(shelf, name))))
    if not fitting:
        raise UsageError(f"Nobody in the case is called “{name}”.", "`testimonia entities CASE` lists all names.")
    return tuple(sorted(fitting, key=lambda who: (who.id != name, bool(who.warning), who.name.casefold() != folded, -who.mentions, who.id)))


def first_uses(shelf: Shelf, who: Who) -> tuple[FirstUse, ...]:
    """Where each name of an entity is used first."""
    used: dict[str, set[str]] = defaultdict(set)
    for naming in shelf.case.records("namings", entity=who.id):
        if not naming.bare and naming.voice != "aside":
            used[naming.name].add(naming.article)
    return tuple(FirstUse(name, *earliest(shelf, articles)) for name, articles in sorted(used.items()))


def earliest(shelf: Shelf, articles: set[str]) -> tuple[str, str, str | None]:
    """The first of some articles by date: its id, title and date."""

    def rank(ident: str) -> tuple[str, tuple[str, ...], str]:
        article = shelf.articles[ident]
        return (date_of(shelf, ident) or "9999", shelf.paths.get(article.document, ()), ident)

    first = min(articles, key=rank)
    return first, shelf.title(first), date_of(shelf, first)


def date_of(shelf: Shelf, article: str) -> str | None:
    """The date on which an article's text first came out, as far as its page says."""
    record = shelf.articles[article]
    fact = record.first_published or record.published
    return fact.value if fact is not None else None


def said(shelf: Shelf, name: str) -> Said:
    """What is said by, about and through one entity, as the dated pages follow one another, and in each as it runs."""
    who, *namesakes = called(shelf, name)
    places: dict[str, list[int]] = defaultdict(list)
    for link in shelf.case.records("mention_entities", entity=who.id):
        places[link.document].append(link.start)
    for starts in places.values():
        starts.sort()
    lines_by, lines_about, passed = [], [], []
    headed = {article for article in shelf.articles if any(step.name in who.names for step in opening(shelf, article))}
    for record in sorted(shelf.attributions.values(), key=lambda record: when_and_where(shelf, record)):
        if speaks(shelf, record, who):
            lines_by.append(line(shelf, record))
            continue
        if record.article in headed or any(shelf.entity_at(record.document, span) == who.id for span in (*record.via, *record.citing)):
            passed.append(line(shelf, record))
        held = naming(places.get(record.document, []), record)
        if held:
            lines_about.append(replace(line(shelf, record), content=around(shelf, record, held)))
    return Said(who, tuple(lines_by), tuple(lines_about), tuple(passed), tuple(namesakes))


def when_and_where(shelf: Shelf, record: Attribution) -> tuple[str, str, int]:
    """The day of the article (those without one last), its page, and the place in it."""
    day = date_of(shelf, record.article) if record.article in shelf.articles else None
    start = min((span.start for span in (record.cue, *record.content) if span), default=0)
    return day or "~", shelf.paths[record.document][0], start


def speaks(shelf: Shelf, record: Attribution, who: Who) -> bool:
    """Whether an attribution's source is the entity; where no mention was found, as in a head or a byline, by its words."""
    entity = source_entity(shelf, record)
    return entity == who.id if entity else shelf.words(record.document, record.speaker or record.source) in who.names


def naming(starts: list[int], record: Attribution) -> list[tuple[Span, int]]:
    """The stretches of what is said that name somebody, each with the first of the sorted places that lies in it."""
    firsts = ((span, bisect_left(starts, span.start)) for span in record.content)
    return [(span, starts[at]) for span, at in firsts if at < len(starts) and starts[at] < span.end]


def around(shelf: Shelf, record: Attribution, held: list[tuple[Span, int]]) -> str:
    """The words around the first places of a long speech that name somebody; a short one whole."""
    text = shelf.text(record.document)
    if sum(span.end - span.start for span in record.content) <= WHOLE:
        return " … ".join(shelf.words(record.document, span) for span in record.content)
    return " … ".join(shortened(text[sentence_start(text, span, at) : span.end], AROUND) for span, at in held[:PLACES])


def sentence_start(text: str, span: Span, at: int) -> int:
    """Where the sentence begins, as far as a mark shows, in which a place of a stretch lies."""
    marks = [match.end() for match in SENTENCE_END.finditer(text, span.start, at)]
    return max([span.start, *marks])
