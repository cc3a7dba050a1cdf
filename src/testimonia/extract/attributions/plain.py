"""Speech in a language without a parser: quotation marks and the words of its pack (`speech.toml`), nothing else.

Direct speech with its speaker; the common indirect forms: verb and conjunction ("sagte, dass …"), verb and colon, the inserted clause of
saying ("…, sagte X."), "according to", and sentences in the mood of reported speech. Every pattern looks within one sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from testimonia.base.languages import table
from testimonia.base.spans import Span
from testimonia.extract.attributions.quotes import Quote

WORD = re.compile(r"[^\W\d_][\w'’-]*|\d+")
SENTENCE_END = re.compile(r"(?<![.!?؟。…])[.!?؟。…]++[\"”“»«’']*+(?=\s|$)")
EDGES = " \t\u00a0,;:-–—.…،؛()"
NEAR = 90  # characters between a cue and the quotation that it introduces
LONGEST_SOURCE = 110
WINDOW = 400  # characters around a cue in which its source is looked for
OPENING, PAUSE = re.compile(r"[:,،]\s"), re.compile("[,،:]")
REPORTED = "reported mood"
FEW_WORDS = 3  # a quotation without a cue and with fewer words is a name or an emphasis


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of a language that attribute: forms of verbs with their stance, and what stands around them."""

    stances: dict[str, str]
    verbs: re.Pattern[str]
    that: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    reported: re.Pattern[str]
    finite: re.Pattern[str]
    topics: re.Pattern[str]
    leads: frozenset[str]
    pronouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution as it was read: `reason` names the pattern."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    stance: str
    reason: str


@cache
def speech(language: str) -> Speech | None:
    """The words of a language, or none when its pack has no list for reading without a parser."""
    pack = table(language, "speech")
    plain = pack.get("plain")
    if plain is None:
        return None
    stances = {form: stance for stance, forms in pack["verbs"].items() for form in forms}
    return Speech(
        stances=stances,
        verbs=any_of(stances),
        that=any_of(plain["that"]),
        before=any_of(plain["before"]),
        after=any_of(plain["after"]),
        reported=any_of(plain["reported"]),
        finite=any_of([*plain["finite"], *plain["reported"]]),
        topics=any_of(plain["topics"]),
        leads=frozenset(plain["leads"]),
        pronouns=frozenset(plain["pronouns"]),
    )


def any_of(words: Sequence[str] | dict[str, str]) -> re.Pattern[str]:
    """A pattern for any of the words as whole words, the longest first; one that never matches when there are none."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    if not listed:
        return re.compile(r"(?!)")
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in listed) + r")(?!\w)", re.IGNORECASE)


def read_plainly(text: str, paragraph: Span, quotes: Sequence[Quote], words: Speech) -> list[Said]:
    """The attributions of a paragraph. `quotes` are the outermost quotations that begin in it."""
    found: list[Said] = []
    spans = [quote.spans[0] for quote in quotes]
    used: set[int] = set()
    numbered = list(enumerate(quotes))
    first = 0
    for sentence in sentences(text, paragraph, spans):
        while first < len(spans) and spans[first].end <= sentence.start:
            first += 1
        last = first
        while last < len(spans) and spans[last].start < sentence.end:
            last += 1
        read = Sentence(text, sentence, numbered[first:last], words).read(used)
        if found and read and found[-1].reason == read[0].reason == REPORTED and read[0].content[0].start - found[-1].content[0].end <= 3:
            found[-1] = replace(found[-1], content=(Span(found[-1].content[0].start, read[0].content[0].end),))
        else:
            found += read
    for number, quote in enumerate(quotes):
        if number not in used and speaks(text, quote):
            found.append(Said(None, None, quote.spans, "say", "quotation"))
    return found


def sentences(text: str, paragraph: Span, quotes: Sequence[Span]) -> Iterator[Span]:
    """The sentences of a paragraph; a quotation is not cut, however many sentences it holds."""
    start, number = paragraph.start, 0
    for match in SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        end = match.end()
        while number < len(quotes) and quotes[number].end < end:
            number += 1
        inside = number < len(quotes) and quotes[number].start < end < quotes[number].end
        if not inside and (end == paragraph.end or ends_sentence(text, match)):
            yield Span(start, end)
            start = end
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after a number or a single letter, and not before a small letter."""
    before = text[max(0, match.start() - 3) : match.start()]
    if match.group() == "." and (before[-1:].isdigit() or not before[-2:].isalpha()):
        return False
    after = text[match.end() : match.end() + 4].lstrip(' \n\t"“„«»‚‘([')
    return not after[:1].islower()


def speaks(text: str, quote: Quote) -> bool:
    """Whether a quotation that nobody introduces is speech rather than a name or an emphasis."""
    inner = quote.spans[0].of(text)
    return len(WORD.findall(inner)) > FEW_WORDS and (inner.rstrip("\"”“»«’' ")[-1:] in ".!?,…" or len(inner) > 80)


class Sentence:
    """One sentence with the quotations in it."""

    def __init__(self, text: str, span: Span, quotes: list[tuple[int, Quote]], words: Speech) -> None:
        self.text, self.span, self.quotes, self.words = text, span, quotes, words
        self.starts = [quote.start for _, quote in quotes]

    def read(self, used: set[int]) -> list[Said]:
        """The attributions of the sentence; the numbers of the quotations that they take up are added to `used`."""
        cues = [match for match in self.words.verbs.finditer(self.text, *self.span) if not self.quoted(match.start())]
        found: list[Said] = []
        bounds = [self.span.start, *(cue.end() for cue in cues)]
        for number, cue in enumerate(cues):
            stop = cues[number + 1].start() if number + 1 < len(cues) else self.span.end
            said = self.of_cue(cue, bounds[number], stop, used)
            if said is not None:
                found.append(said)
        if not found:
            found += self.according(used)
        if not found and not self.quotes:
            found += self.reported()
        return found

    def near(self, start: int, end: int) -> list[tuple[int, Quote]]:
        """The quotations that touch a stretch, and the last one before it."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.quotes[first : bisect_right(self.starts, end)]

    def quoted(self, position: int) -> bool:
        """Whether a position lies in a quotation."""
        return any(quote.spans[0].start <= position < quote.spans[0].end for _, quote in self.near(position, position))

    def of_cue(self, cue: re.Match[str], begin: int, stop: int, used: set[int]) -> Said | None:
        """What one cue attributes: the quotations next to it, else the clause that it opens, else the clause before it."""
        stance = self.words.stances.get(cue.group().lower(), "say")
        around = [(n, q) for n, q in self.near(cue.start() - NEAR, cue.end() + NEAR) if n not in used]
        left = [(n, q) for n, q in around if 0 <= cue.start() - q.spans[0].end <= NEAR // 2]
        right = [(n, q) for n, q in around if 0 <= q.start - cue.end() <= NEAR and q.start <= stop]
        that = self.words.that.search(self.text, cue.end(), min(stop, self.span.end))
        if that is not None and that.start() - cue.end() <= 60 and not (right and right[0][1].start < that.start()):
            return self.said(cue, (Span(that.start(), self.clause_end(that.end(), stop)),), stance, "conjunction")
        if self.words.topics.fullmatch(cue.group()):
            return self.said(cue, (Span(cue.end(), self.clause_end(cue.end(), stop)),), stance, "topic")
        taken = left[-1:] + right[:1]
        if taken:
            used.update(n for n, _ in taken)
            return self.said(cue, tuple(span for _, quote in taken for span in quote.spans), stance, "quotation with cue")
        return self.unquoted(cue, begin, stop, stance)

    def unquoted(self, cue: re.Match[str], begin: int, stop: int, stance: str) -> Said | None:
        """Indirect speech without a conjunction: after a colon or a comma behind the cue, or before the comma in front of it."""
        opening = OPENING.search(self.text, cue.end(), min(cue.end() + 50, stop))
        tail = self.span.end - opening.end() if opening else 0
        if opening and (opening.group()[0] == ":" or self.words.reported.search(self.text, opening.end(), stop)) and tail > 15:
            return self.said(cue, (Span(opening.end(), stop),), stance, "after the cue")
        comma = self.text.rfind(",", max(begin, cue.start() - WINDOW), cue.start())
        close = cue.start() - comma <= 25 and comma - begin > 25
        if close and self.words.reported.search(self.text, begin, comma):
            return self.said(cue, (Span(begin, comma),), stance, "before the cue")
        return None

    def clause_end(self, start: int, stop: int) -> int:
        """Where a clause ends: with its sentence, or at the comma before the next cue; without one the next cue is inside."""
        if stop >= self.span.end:
            return self.span.end
        comma = self.text.rfind(",", max(start, stop - WINDOW), stop)
        if comma > start:
            return comma
        later = self.text.find(",", stop, min(self.span.end, stop + WINDOW))
        return later if later > 0 and self.words.verbs.search(self.text, later, min(self.span.end, later + NEAR)) else self.span.end

    def said(self, cue: re.Match[str], content: tuple[Span, ...], stance: str, reason: str) -> Said | None:
        """An attribution with its source, its content trimmed."""
        fitted = tuple(span for span in (self.trimmed(one) for one in content) if span.end - span.start > 1)
        return Said(self.source(cue, fitted), Span(*cue.span()), fitted, stance, reason) if fitted else None

    def trimmed(self, span: Span) -> Span:
        """A span without loose punctuation at its ends."""
        start, end = span
        while start < end and (self.text[start] in EDGES or self.text[start].isspace()):
            start += 1
        while end > start and (self.text[end - 1] in EDGES or self.text[end - 1].isspace()):
            end -= 1
        return Span(start, end)

    def source(self, cue: re.Match[str], content: Sequence[Span]) -> Span | None:
        """The words between the cue and the nearest boundary: before the cue, or behind it when the clause is turned round."""
        left = max([self.span.start, cue.start() - WINDOW, *(s.end for s in content if s.end <= cue.start())])
        comma = max(self.text.rfind(mark, left, cue.start()) for mark in ",;:،")
        opened = max([match.end() for match in self.words.that.finditer(self.text, max(left, comma + 1), cue.start())], default=left)
        before = self.trimmed(Span(max(left, comma + 1, opened), cue.start()))
        right = min([self.span.end, cue.end() + WINDOW, *(s.start for s in content if s.start >= cue.end())])
        ends = [at for at in (self.text.find(mark, cue.end(), right) for mark in ",;:.،(") if at >= 0]
        behind = self.trimmed(Span(cue.end(), min([right, *ends])))
        for span in (before, behind) if self.names(before) else (behind, before):
            if self.names(span):
                return Span(max(span.start, span.end - LONGEST_SOURCE), span.end) if span is before else self.cut(span)
        return None

    def names(self, span: Span) -> bool:
        """Whether a stretch can be a source: it has a word, and does not begin as an adverbial does."""
        first = WORD.search(self.text, span.start, span.end)
        return first is not None and first.group().lower() not in self.words.leads

    def cut(self, span: Span) -> Span:
        """A source behind its cue, up to the first adverbial; one word when that is a pronoun."""
        for number, word in enumerate(WORD.finditer(self.text, *span)):
            if number == 0 and word.group().lower() in self.words.pronouns:
                return Span(*word.span())
            if number and word.group().lower() in self.words.leads:
                return self.trimmed(Span(span.start, word.start()))
        return Span(span.start, min(span.end, span.start + LONGEST_SOURCE))

    def according(self, used: set[int]) -> list[Said]:
        """ "According to X": the source follows (or precedes) the words, the rest of the sentence is the content."""
        match = self.words.before.search(self.text, *self.span)
        if match is not None and not self.quoted(match.start()):
            limit = min(self.span.end, match.end() + LONGEST_SOURCE)
            comma = PAUSE.search(self.text, match.end() + 3, limit) or self.words.finite.search(self.text, match.end() + 3, limit)
            end = comma.start() if comma else self.few_words(match.end())
            source = self.trimmed(Span(match.end(), end))
            parts = [self.trimmed(Span(self.span.start, match.start())), self.trimmed(Span(end, self.span.end))]
            kept = tuple(part for part in parts if part.end - part.start > 20)
            inside = [(n, q) for n, q in self.quotes if n not in used and any(part.holds(q.spans[0]) for part in kept)]
            used.update(n for n, _ in inside)
            return [Said(source, Span(*match.span()), kept, "say", "according to")] if kept and source.end > source.start else []
        match = self.words.after.search(self.text, *self.span)
        if match is None or self.quoted(match.start()):
            return []
        source = self.trimmed(Span(self.span.start, match.start()))
        content = self.trimmed(Span(match.end(), self.span.end))
        return [Said(source, Span(*match.span()), (content,), "say", "according to")] if content.end - content.start > 20 else []

    def few_words(self, start: int) -> int:
        """The end of a source that no punctuation ends: after four words."""
        ends = [word.end() for word, _ in zip(WORD.finditer(self.text, start, self.span.end), range(4), strict=False)]
        return ends[-1] if ends else self.span.end

    def reported(self) -> list[Said]:
        """A whole sentence in the mood of reported speech: somebody said it, this sentence does not say who."""
        if len(self.words.reported.findall(self.text, *self.span)) == 0:
            return []
        return [Said(None, None, (self.trimmed(self.span),), "say", REPORTED)]
