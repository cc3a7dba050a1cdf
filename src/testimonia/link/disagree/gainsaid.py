"""What one text denies or negates in the words in which another tells it: whether it was so, in any language and without claims.

A claim needs a verb that is read. Here the clause that is denied ("denied having signed the lease") or negated ("no lease was signed") is
held against the clauses of other texts about the same matter: one that holds nearly all its words tells what is denied.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import combinations, pairwise

from testimonia.base.extractions import Attribution, Sentence
from testimonia.base.grammar import grammar
from testimonia.base.ids import row_id
from testimonia.base.languages import primary, table
from testimonia.base.links import Answer, AnswerClaim, Disagreement, End, MentionEntity
from testimonia.base.phrases import function_words, words_of
from testimonia.base.readable import readable
from testimonia.base.spans import Span
from testimonia.link.disagree.gathering import published
from testimonia.link.disagree.given import Given, Texts
from testimonia.link.disagree.passages import grouped
from testimonia.link.disagree.retold import APART
from testimonia.link.disagree.ties import GENERAL
from testimonia.link.tables import Tables

STOP = re.compile(r"[,;:()]|\s[–—-]\s")
WORD, NOT = re.compile(r"[^\W\d_]{3,}"), "n't"
BEGINNING = 4  # letters that two forms of a word share at least, and more than half of the longer
FEW, PART = 4, 0.8  # words of a clause that must all be shared, but for the first, whom it is about; of more this part
WORDED = 2  # of them, that are no words of names
RARE = 4  # clauses that may hold a word of a clause of two words
MARKS = '.!?…"”»'  # behind a last word
SINCE = 3  # days behind a text in which what it negates may have come to pass
SLACK = 1  # days by which two texts may date one thing apart
About = Callable[[str, str], bool]  # whether two articles are about one matter
OPEN = ("conditional", "question", "future")
DENY, UNTOLD = "deny", ("demand", "ask", "promise")  # stances; behind some nothing is told as so
REASON = "Set side by side as what one text denies or negates nearly in the words in which another tells it."
QUESTION = "Is this so or not{day}: “{told}”?"


@dataclass(frozen=True, eq=False)
class Clause:
    """A clause with whose words it is, whom it names and what it gives; `no` where it is negated, or denied."""

    sentence: Sentence
    span: Span
    text: str  # of the document
    voice: Attribution | None
    named: tuple[MentionEntity, ...]
    given: tuple[Given, ...]
    words: tuple[str, ...]  # without the small ones
    published: float | None
    no: bool
    whole: bool  # whether a small word of verbs shows that something is told in it

    @cached_property
    def names(self) -> frozenset[str]:
        """Those who are named in it."""
        return frozenset(told.entity for told in self.named)

    @cached_property
    def worded(self) -> set[str]:
        """Its words that are none of names."""
        return {*self.words} - {word for told in self.named for word in WORD.findall(self.text[told.start : told.end].casefold())}

    @cached_property
    def joined(self) -> frozenset[tuple[str, str]]:
        """Its words that stand side by side, a blank between them."""
        told = self.span.of(self.text).casefold()
        return frozenset((one, other) for one, other in pairwise(told.rstrip(MARKS).split()) if {one, other} <= {*self.words})

    @cached_property
    def line(self) -> str:
        """Its words in one line, as a question quotes them."""
        return " ".join(self.span.of(self.text).split()).rstrip(".")

    @cached_property
    def source(self) -> str:
        """Who says it; the text itself has no words for that."""
        span = self.voice.source if self.voice is not None else None
        return span.of(self.text).casefold() if span is not None else ""


def gainsaid(told: Sequence[Clause], types: Mapping[str, str], about: About, origins: Mapping[str, str]) -> Iterator[Disagreement]:
    """The questions whether it is so, of the clauses of a case; `types` are those of its entities."""
    by_beginning: dict[str, list[Clause]] = defaultdict(list)
    for one in (one for one in told if not one.no):
        for beginning in {word[:BEGINNING] for word in one.words}:
            by_beginning[beginning].append(one)
    pairs = []
    for none in (one for one in told if one.no and len(one.worded) >= WORDED):
        near = [by_beginning[word[:BEGINNING]] for word in none.words]
        if len(none.words) > WORDED or (none.whole and all(len(held) <= RARE for held in near)):
            met = {id(one): one for held in near for one in held}.values()
            pairs += [(none, one) for one in best(none, [one for one in met if of_one_thing(none, one, types, about)])]
    nones = list(dict.fromkeys(none for none, _ in pairs))
    pairs += [(one, other) for one, other in combinations(nones, 2) if covers(one, other) or covers(other, one)]
    yield from (asked(group, origins) for group in grouped(pairs))


def best(none: Clause, met: Iterable[Clause]) -> list[Clause]:
    """In each text the clause that holds most of a negated one's words, of as many the shortest."""
    found: dict[str, Clause] = {}
    for one in sorted(met, key=lambda one: (-len(in_both(none.words, one.words)), len(one.words), one.span)):
        found.setdefault(one.sentence.article, one)
    return list(found.values())


def in_both(words: Iterable[str], others: Iterable[str]) -> list[str]:
    """The words of which another clause holds a form."""
    return [word for word in words if any(akin(word, other) for other in others)]


def akin(one: str, other: str) -> bool:
    """Whether two words may be forms of one."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one == other or (same >= BEGINNING and 2 * same > max(len(one), len(other)))


def of_one_thing(none: Clause, one: Clause, types: Mapping[str, str], about: About) -> bool:
    """Whether one clause says what the other negates."""
    if not covers(one, none):
        return False
    if of_another_kind(none, one) or of_another_kind(none, one, behind=True):
        return False
    if none.sentence.document == one.sentence.document or (none.source and none.source == one.source) or since(none, one):
        return False
    return not (of_others(none, one, types) or given_apart(none, one)) and about(none.sentence.article, one.sentence.article)


def covers(one: Clause, other: Clause) -> bool:
    """Whether a clause holds nearly all words of another."""
    shared, whole = in_both(other.words, one.words), len(other.words)
    if whole == FEW and shared == [*other.words[1:]]:
        return len(in_both(other.worded, one.worded)) >= WORDED
    return len(shared) >= (whole if whole <= FEW else PART * whole) and len(in_both(other.worded, one.worded)) >= WORDED


def of_another_kind(none: Clause, one: Clause, *, behind: bool = False) -> bool:
    """Whether a word that both share stands beside another in each that tells which it is ("the north gate", "the south gate")."""
    mine, theirs = ([pair[::-1] if behind else pair for pair in clause.joined] for clause in (none, one))
    return any(
        akin(noun, other) and not in_both([told], one.words) and not in_both([else_told], none.words)
        for told, noun in mine
        for else_told, other in theirs
    )


def since(none: Clause, one: Clause) -> bool:
    """Whether it may have come to pass after the text that says that it has not."""
    return none.published is not None and one.published is not None and one.published > none.published + SINCE


def of_others(none: Clause, one: Clause, types: Mapping[str, str]) -> bool:
    """Whether two clauses name other persons or other places."""
    for told in APART:
        mine, theirs = (frozenset(name for name in clause.names if types.get(name) == told) for clause in (none, one))
        if mine and theirs and not mine & theirs:
            return True
    return False


def given_apart(none: Clause, one: Clause) -> bool:
    """Whether a figure is negated that the other does not give, or the two are of other days."""
    figures = [[told for told in clause.given if told.kind == "number"] for clause in (none, one)]
    days = [[told for told in clause.given if told.kind == "date"] for clause in (none, one)]
    met = any(min(a.ends) <= max(b.ends) + SLACK and min(b.ends) <= max(a.ends) + SLACK for a in days[0] for b in days[1])
    return any(not any(a.alike(b) for b in figures[1]) for a in figures[0]) or (bool(days[0] and days[1]) and not met)


@dataclass(frozen=True)
class Tongue:
    """The words of a language by which it is told that something was not so."""

    negations: frozenset[str]
    denying: tuple[str, ...]
    aside: frozenset[str]
    empty: frozenset[str]


@cache
def tongue(language: str) -> Tongue:
    """The words of a language's pack."""
    pack = table(language, "claims")
    told = {key: words.split() for key, words in pack.get("gainsaying", {}).items()}
    return Tongue(
        grammar(language).negations, tuple(told.get("denying", ())), frozenset(told.get("aside", ())), frozenset(told.get("empty", ()))
    )


def language_of(article: str, texts: Texts) -> str:
    """The language of an article."""
    found = texts.articles.get(article)
    return primary(found.language or "") if found is not None else ""


def clauses(tables: Tables, texts: Texts) -> Iterator[Clause]:
    """The clauses of all sentences but questions, without those that say nothing of what was so."""
    voices: dict[str, list[Attribution]] = defaultdict(list)
    for row in tables.records("attributions"):
        voices[row.article].append(row)
    for sentence in tables.records("sentences"):
        text = texts.words[sentence.document]
        known = tongue(language_of(sentence.article, texts))
        asking = text[sentence.start : sentence.end].rstrip().endswith("?")
        for span in stretches(text, sentence) if known.aside and not asking else ():
            voice, own = innermost(span, voices[sentence.article])
            no = denied(own.of(text), text, voice, known)
            if no is not None:
                yield clause(sentence, own, voice, texts, known, no=no)


def clause(sentence: Sentence, span: Span, voice: Attribution | None, texts: Texts, known: Tongue, *, no: bool) -> Clause:
    """A stretch of a sentence with what stands in it."""
    text = texts.words[sentence.document]
    spoken = dict.fromkeys(WORD.findall(span.of(text).casefold()))
    small = (known.negations, known.empty, function_words(), GENERAL)
    told = tuple(word for word in spoken if not any(word in words for words in small))
    named = tuple(one for one in texts.named.get(sentence.document, ()) if span.start <= one.start and one.end <= span.end)
    given = tuple(texts.inside(End(sentence.document, sentence.article, *span)))
    return Clause(
        sentence,
        span,
        text,
        voice,
        named,
        given,
        told,
        published(texts.articles.get(sentence.article)),
        no,
        not known.empty.isdisjoint(spoken),
    )


def stretches(text: str, sentence: Sentence) -> Iterator[Span]:
    """What stands between the marks of a sentence."""
    start = sentence.start
    for match in STOP.finditer(text, sentence.start, sentence.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, sentence.end)


def innermost(span: Span, voices: Iterable[Attribution]) -> tuple[Attribution | None, Span]:
    """The attribution with the least content in which most of a stretch stands, and how much of it does."""
    held = [
        (content.end - content.start, voice.id, voice, Span(max(content.start, span.start), min(content.end, span.end)))
        for voice in voices
        for content in voice.content
        if 2 * (min(content.end, span.end) - max(content.start, span.start)) > span.end - span.start
    ]
    return min(held, key=lambda told: told[:2])[2:] if held else (None, span)


def denied(told: str, text: str, voice: Attribution | None, known: Tongue) -> bool | None:
    """Whether a clause is negated or denied; none where it is both, or says nothing of what was so."""
    words = words_of(told)
    if not known.aside.isdisjoint(word.removesuffix(NOT) for word in words):
        return None
    no = any(word in known.negations or word.endswith(NOT) for word in words)
    if voice is None:
        return no
    if voice.modality in OPEN or voice.polarity == "negative" or voice.stance in UNTOLD:
        return None
    if voice.stance != DENY:
        return no
    cue = voice.cue.of(text).casefold() if voice.cue is not None else ""
    return True if cue.startswith(known.denying) and not no else None


def asked(group: Iterable[Clause], origins: Mapping[str, str]) -> Disagreement:
    """The row for what clauses negate, and where it is told."""
    places = sorted(group, key=lambda one: (one.sentence.document, one.span))
    told, none = ([one for one in places if one.no is no] for no in (False, True))
    first = min(told, key=lambda one: (not one.names, len(one.words)))
    key = row_id("x", "gainsaid", *((one.sentence.document, *one.span) for one in places))
    named = tuple(sorted({name for one in places for name in one.names}))
    line = QUESTION.format(told=first.line, day=day_of(first))
    return Disagreement(key, line, "polarity", (answer("yes", told, origins), answer("no", none, origins)), REASON, named)


def day_of(one: Clause) -> str:
    """When a text told it that came out on a known day."""
    return f" (told on {readable(str(date.fromordinal(int(one.published))))})" if one.published is not None else ""


def answer(value: str, members: Sequence[Clause], origins: Mapping[str, str]) -> Answer:
    """Yes or no with the places that give it."""
    held = [(one, one.sentence.article, one.voice.id if one.voice is not None else None) for one in members]
    rows = [AnswerClaim(one.sentence.document, *one.span, at, origins.get(at, at), attribution=voice) for one, at, voice in held]
    return Answer(value, len({row.origin for row in rows}), tuple(rows))
