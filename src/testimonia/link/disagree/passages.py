"""What two texts give in one passage, as its translation or a copy shows it: the figure, day or place that stands here and another there.

What is set side by side otherwise are claims, whose words must be known. Of a paragraph and its translation the place alone tells which
figures are answers to one question, in any two languages, and the rest of both shows that the figures are read alike. In a copy the words
before and behind tell it (`copied`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from rapidfuzz.distance import Levenshtein

from testimonia.base.ids import row_id
from testimonia.base.links import Answer, AnswerClaim, Disagreement, End, Reuse
from testimonia.base.spans import Span
from testimonia.link.disagree.copied import recopied
from testimonia.link.disagree.given import PLACE, WHAT, Given, Texts, asked_by, by_sort, fixed
from testimonia.link.disagree.holding import parts
from testimonia.link.disagree.naming import Named
from testimonia.link.disagree.rarity import Rarity
from testimonia.link.disagree.retold import retold
from testimonia.link.reuse.crossing import FIGURE
from testimonia.link.reuse.shifts import values_of
from testimonia.link.tables import Tables

Told = TypeVar("Told")
COMPARED = ("number", "date")
TRANSLATED = "Set side by side as the one {what} that differs between a passage and its translation."
RETOLD = "Set side by side as the {what} that two sentences give which tell one thing in like words."
COPIED = "Set side by side as the {what} that two texts of one passage give between the same words."


def with_passages(
    tables: Tables, rows: Iterable[Disagreement], origins: Mapping[str, str], named: Named, rarity: Rarity
) -> list[Disagreement]:
    """The questions with those that passages raise which are translated, copied or told again, and without what a translation gives too.

    `rarity` is that of the entities among the articles.
    """
    shared: dict[str, list[Reuse]] = defaultdict(list)
    for row in tables.records("reuse", kind="translation"):
        shared[row.a.document].append(row)
    kept = apart(tables, list(rows), {frozenset((row.a.document, row.b.document)) for held in shared.values() for row in held})
    places = {entity: named.names[entity] for entity, type in named.types.items() if type == PLACE}
    for reason, pairs in (
        (TRANSLATED, translated(tables, shared)),
        (COPIED, recopied(tables, places)),
        (RETOLD, retold(tables, named, rarity)),
    ):
        kept = filled(kept, list(raised(kept, pairs, reason, origins)))
    return kept


def filled(rows: Sequence[Disagreement], passages: Sequence[Disagreement]) -> list[Disagreement]:
    """All questions once: one whose answers all stand in the answers of a passage, which has more of them, asks for the passage."""
    asked: list[Disagreement] = []
    taken: set[str] = set()
    for row in rows:
        whole = next((passage for passage in passages if stands_in(row, passage)), None)
        if whole is None:
            asked.append(row)
        elif whole.id not in taken:
            taken.add(whole.id)
            entities = tuple(sorted({*row.entities, *whole.entities}))
            asked.append(replace(row, answers=whole.answers, reason=f"{row.reason} {whole.reason}".strip(), entities=entities))
    return [*asked, *(passage for passage in passages if passage.id not in taken)]


def stands_in(row: Disagreement, passage: Disagreement) -> bool:
    """Whether each answer of a question stands, with all its places, in another answer of a passage."""
    if row.kind != passage.kind:
        return False
    held = [[at for at, whole in enumerate(passage.answers) if all(met(place, whole) for place in one.claims)] for one in row.answers]
    return all(held) and len({tuple(places) for places in held}) == len(held)


def met(place: AnswerClaim, answer: Answer) -> bool:
    """Whether a place of an answer holds one of another answer."""
    span = Span(place.start, place.end)
    return any(place.document == one.document and span.overlap(Span(one.start, one.end)) for one in answer.claims)


def apart(tables: Tables, rows: Sequence[Disagreement], pairs: Collection[frozenset[str]]) -> list[Disagreement]:
    """The questions without those whose answers stand in translations of one text, each in another, while each text gives them all."""
    asked: dict[str, set[str]] = {}
    for row in rows:
        documents = [{one.document for one in answer.claims} for answer in row.answers]
        every = set().union(*documents)
        if row.kind in COMPARED and len(every) == sum(map(len, documents)):
            asked |= {row.id: every} if all(frozenset(two) in pairs for two in combinations(every, 2)) else {}
    texts = Texts.of(tables, sorted(set().union(*asked.values())))
    return [row for row in rows if row.id not in asked or not all(texts.holds(document, row) for document in sorted(asked[row.id]))]


def raised(
    rows: Sequence[Disagreement], pairs: Iterable[tuple[Given, Given]], reason: str, origins: Mapping[str, str]
) -> Iterator[Disagreement]:
    """The questions that pairs of figures, dates or places raise and none of these does."""
    asked = defaultdict(list)
    for one in (one for row in rows for answer in row.answers for one in answer.claims):
        asked[one.document].append(Span(one.start, one.end))
    yield from (asking(group, reason, origins) for group in grouped(pairs) if not all(told_of(one, asked) for one in group))


def translated(tables: Tables, shared: Mapping[str, Sequence[Reuse]]) -> Iterator[tuple[Given, Given]]:
    """What differs between passages and their translations (`shared`, by document)."""
    for part in parts(sorted(shared)):
        told = [row for document in part for row in shared[document] if row.a.article and row.b.article]
        texts = Texts.of(tables, sorted({end.document for row in told for end in (row.a, row.b)}))
        for row in told:
            yield from differing(row, texts)


def told_of(one: Given, asked: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a question stands on this figure already."""
    return any(span.overlap(one.span) for span in asked.get(one.document, ()))


def differing(row: Reuse, texts: Texts) -> Iterator[tuple[Given, Given]]:
    """The figures or dates of two passages that are alone of their sort in having no counterpart; in the other text one has none at all."""
    found: dict[tuple[Given, Given], None] = {}
    for sides in ((row.a, row.b), *between(row, texts)):
        left = [by_sort(missing(here, there, texts)) for here, there in (sides, sides[::-1])]
        for sort in sorted(left[0].keys() & left[1].keys()):
            if len(left[0][sort]) == len(left[1][sort]) == 1:
                found[left[0][sort][0], left[1][sort][0]] = None
    for one, other in found:
        new = not texts.gives(row.b.document, one) or not texts.gives(row.a.document, other)
        if new and not one.alike(other) and (one.kind == "number" or fixed(one, other, texts)):
            yield asked_by(one, row.a, texts), asked_by(other, row.b, texts)


def between(row: Reuse, texts: Texts) -> Iterator[tuple[End, End]]:
    """The stretches of two passages that lie between figures and dates which both give in one order."""
    told = [sorted(texts.inside(end), key=lambda one: one.span) for end in (row.a, row.b)]
    codes = Levenshtein.opcodes(*([(one.kind, min(one.ends)) for one in side] for side in told))
    starts = [row.a.start, row.b.start]
    for same in (code for code in codes if code.tag == "equal"):
        pairs = zip(told[0][same.src_start : same.src_end], told[1][same.dest_start : same.dest_end], strict=True)
        for pair in pairs:
            yield stretch(row, starts, [one.span.start for one in pair])
            starts = [one.span.end for one in pair]
    yield stretch(row, starts, [row.a.end, row.b.end])


def stretch(row: Reuse, starts: Sequence[int], ends: Sequence[int]) -> tuple[End, End]:
    """A part of two passages."""
    one, other = (replace(end, start=start, end=max(start, stop)) for end, start, stop in zip((row.a, row.b), starts, ends, strict=True))
    return one, other


def missing(here: End, there: End, texts: Texts) -> Iterator[Given]:
    """What one side of a passage gives and the other does not, in its values or in its digits."""
    others, written = texts.inside(there), texts.written(Span(there.start, there.end), there.document)
    for one in texts.inside(here):
        digits = [values_of(found.group(), myriads=True) for found in FIGURE.finditer(texts.words[one.document], *one.span)]
        told = bool(digits) and all(forms & written for forms in digits)
        if not told and not any(one.alike(other) for other in others):
            yield one


def grouped(pairs: Iterable[tuple[Told, Told]]) -> list[set[Told]]:
    """What hangs together in pairs: one passage may have several translations."""
    groups: list[set[Told]] = []
    for pair in pairs:
        met = [group for group in groups if not group.isdisjoint(pair)]
        groups = [*(group for group in groups if group not in met), set(pair).union(*met)]
    return groups


def asking(found: Iterable[Given], reason: str, origins: Mapping[str, str]) -> Disagreement:
    """The row for the figures of one passage."""
    group = sorted(found, key=lambda one: (one.document, one.span))
    answers: list[list[Given]] = []
    for one in group:
        fitting = (held for held in answers if all(one.alike(other) for other in held))
        held = next(fitting, None)
        answers.append([one]) if held is None else held.append(one)
    first = next((one for one in group if one.english), group[0])
    what = "figure of its kind" if first.kind == "number" else WHAT[first.kind]
    shown = tuple(sorted((answer(members, origins) for members in answers), key=lambda row: (-row.witnesses, row.value)))
    key = row_id("x", "passage", *((one.document, *one.span) for one in group))
    named = tuple(sorted({entity for one in group for entity in one.entities}))
    return Disagreement(key, first.question, first.kind, shown, reason.format(what=what), named)


def answer(members: Sequence[Given], origins: Mapping[str, str]) -> Answer:
    """One value with the places that give it."""
    held = [(one, origins.get(one.article, one.article)) for one in members]
    rows = tuple(AnswerClaim(one.document, *one.span, one.article, origin, attribution=one.attribution) for one, origin in held)
    return Answer(" / ".join(sorted({one.value for one in members})), len({origin for _, origin in held}), rows)
