"""One event that two texts tell under descriptions which exclude each other: an accident or deliberate, resigned or dismissed.

The words of the packs tell which description a clause gives, in any language. Where each of two texts about one matter gives only one of
an axis, and what they give it of is not told apart by names, they tell one event in two ways.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from testimonia.base.ids import row_id
from testimonia.base.languages import table
from testimonia.base.links import Disagreement
from testimonia.base.phrases import words_of
from testimonia.link.disagree.asking import laid_over, of_charge, standing
from testimonia.link.disagree.gainsaid import About, Clause, answer, clauses, day_of, gainsaid, in_both, language_of, of_others
from testimonia.link.disagree.given import Texts
from testimonia.link.disagree.holding import AT_HAND
from testimonia.link.disagree.naming import Named
from testimonia.link.disagree.opposition import OPPOSED
from testimonia.link.disagree.passages import grouped
from testimonia.link.disagree.rarity import Rarity
from testimonia.link.disagree.retold import about_one
from testimonia.link.tables import Tables

BARE = 2  # words besides those of its description that a clause may hold which leaves open what it tells of
REASON = "Set side by side as the one description of its kind that each of two texts about one matter gives."
QUESTION = "Which is it{day}, {named}: “{told}”?"


@dataclass(frozen=True, eq=False)
class Read:
    """A clause with the axis and the side of its description."""

    clause: Clause
    axis: str
    side: int
    words: tuple[str, ...]  # besides those of the description

    @property
    def article(self) -> str:
        """Where it stands."""
        return self.clause.sentence.article

    @property
    def bare(self) -> bool:
        """Whether it is a clause that leaves open what it tells of ("it was murder")."""
        return self.clause.whole and len(self.words) <= BARE


def with_contraries(
    tables: Tables, rows: Iterable[Disagreement], origins: Mapping[str, str], named: Named, rarity: Rarity
) -> list[Disagreement]:
    """The questions with those whether what a text denies is so, and as what one event is told; `rarity` is that of the entities.

    Of a case whose documents cannot be at hand together the questions are left as they are.
    """
    kept = list(rows)
    if len(named.documents) > AT_HAND:
        return kept
    held = [standing(row) for row in kept if row.kind in OPPOSED and not of_charge(row)]
    texts = Texts.of(tables, named.documents)
    told, about = list(clauses(tables, texts)), about_one(texts, rarity)
    made = [*gainsaid(told, named.types, about, origins), *readings(read_all(tables, texts, told), named.types, about, origins)]
    new = [row for row in made if not any(laid_over(one, standing(row)) for one in held)]
    return [*(row for row in kept if not (of_charge(row) and any(laid_over(standing(row), standing(one)) for one in new))), *new]


def read_all(tables: Tables, texts: Texts, told: Iterable[Clause]) -> Iterator[Read]:
    """The clauses that give the one description of its kind that their article has."""
    single = lone(tables, texts)
    found = (one for clause in told if not clause.no for one in read(clause, texts))
    yield from (one for one in found if one.axis in single[one.article])


def readings(found: Iterable[Read], types: Mapping[str, str], about: About, origins: Mapping[str, str]) -> Iterator[Disagreement]:
    """The questions as what one event is told; `types` are those of the entities."""
    by_axis: dict[str, list[Read]] = defaultdict(list)
    for one in found:
        by_axis[one.axis].append(one)
    for held in by_axis.values():
        pairs = [pair for pair in combinations(held, 2) if of_one_event(*pair, types, about)]
        yield from (asked(group, origins) for group in grouped(pairs))


def lone(tables: Tables, texts: Texts) -> dict[str, frozenset[str]]:
    """The axes of which each article gives one side only, in whatever way."""
    sides: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for sentence in tables.records("sentences"):
        told = texts.words[sentence.document][sentence.start : sentence.end]
        for axis, side, _ in told_in(told, language_of(sentence.article, texts)):
            sides[sentence.article][axis].add(side)
    return defaultdict(frozenset, {one: frozenset(axis for axis, given in held.items() if len(given) == 1) for one, held in sides.items()})


@cache
def phrases(language: str) -> Mapping[str, tuple[tuple[str, int, tuple[str, ...]], ...]]:
    """The descriptions of a language by their first word: the axis, the side, the words."""
    found = defaultdict(list)
    axes = table("en", "claims")["readings"]["named"]
    for axis, sides in table(language, "claims").get("readings", {}).items():
        for side, listed in enumerate(sides) if axis in axes else ():
            for words in (tuple(words_of(phrase)) for phrase in listed):
                found[words[0]].append((axis, side, words))
    return {first: tuple(told) for first, told in found.items()}


@cache
def needed(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Beside what alone the words of some axes are a description, by axis."""
    about = table(language, "claims").get("readings", {}).get("about", {})
    return {axis: tuple(tuple(words_of(phrase)) for phrase in listed) for axis, listed in about.items()}


def told_in(text: str, language: str) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """The descriptions that some words give."""
    words, known, beside = tuple(words_of(text)), phrases(language), needed(language)
    for at, word in enumerate(words):
        for axis, side, told in known.get(word, ()):
            wanted = beside.get(axis)
            if words[at : at + len(told)] == told and (wanted is None or any(holds(words, one) for one in wanted)):
                yield axis, side, told


def holds(words: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Whether some words stand among others in their order."""
    return any(words[at : at + len(told)] == told for at, word in enumerate(words) if word == told[0])


def read(clause: Clause, texts: Texts) -> Iterator[Read]:
    """A clause by the descriptions that it gives."""
    given: dict[tuple[str, int], set[str]] = defaultdict(set)
    for axis, side, told in told_in(clause.span.of(clause.text), language_of(clause.sentence.article, texts)):
        given[axis, side].update(told)
    for (axis, side), words in given.items():
        yield Read(clause, axis, side, tuple(word for word in clause.words if word not in words))


def of_one_event(a: Read, b: Read, types: Mapping[str, str], about: About) -> bool:
    """Whether two descriptions that exclude each other are of one event."""
    if a.side == b.side or a.clause.sentence.document == b.clause.sentence.document or of_others(a.clause, b.clause, types):
        return False
    tied = bool(a.clause.names & b.clause.names or in_both(a.words, b.words)) or a.bare or b.bare
    return tied and about(a.article, b.article)


def asked(group: Iterable[Read], origins: Mapping[str, str]) -> Disagreement:
    """The row for the descriptions of one event."""
    places = sorted(group, key=lambda one: (one.clause.sentence.document, one.clause.span))
    first = min(places, key=lambda one: (-len(one.clause.names), -len(one.words)))
    told = {side: [one.clause for one in places if one.side == side] for side in sorted({one.side for one in places})}
    values = table("en", "claims")["readings"]["named"][first.axis]
    key = row_id("x", "reading", first.axis, *((one.clause.sentence.document, *one.clause.span) for one in places))
    line = " or ".join(values[side] for side in told)
    line = QUESTION.format(named=line, day=day_of(first.clause), told=first.clause.line)
    shown = tuple(answer(values[side], members, origins) for side, members in told.items())
    return Disagreement(key, line, "status", shown, REASON, tuple(sorted({name for one in places for name in one.clause.names})))
