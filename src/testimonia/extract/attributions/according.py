"""Sources that a preposition, a phrase or a noun names ("according to X", "X zufolge"), in a language without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from testimonia.base.spans import Span
from testimonia.extract.attributions.packs import ELIDED
from testimonia.extract.attributions.phrases import trim
from testimonia.extract.attributions.said import WORD, inside, titled
from testimonia.extract.attributions.voices import LONGEST, Voices

SHORTEST = 12  # characters of a content beside "according to"
FEW = 9  # words of a source with what hangs on it
PAUSE = re.compile("[,،:)]")

Grounded = tuple[Span, Span, Span]  # the cue, the source, and both together


@dataclass(frozen=True, slots=True)
class Grounds:
    """Finds whom one sentence names as its ground. `quotations` are those that stand in it, in order."""

    voices: Voices
    quotations: Sequence[Span]

    def found(self) -> Iterator[tuple[Span, Span, tuple[Span, ...]]]:
        """Each reading as its cue, its source and its content: the rest of the sentence."""
        for found in (self.grounded(), self.owned(), self.opened(), self.closed()):
            if found is None:
                continue
            cue, source, hull = found
            clause = self.clause(hull)
            parts = [Span(clause.start, hull.start), Span(hull.end, clause.end)]
            kept = tuple(part for part in (trim(self.voices.text, part) for part in parts) if part.end - part.start > 1)
            if sum(part.end - part.start for part in kept) > SHORTEST and source.end > source.start:
                yield cue, source, kept

    def owned(self) -> Grounded | None:
        """ "In her words": a phrase whose source is the possessive in it."""
        match = self.voices.words.own.search(self.voices.text, *self.voices.sentence)
        if match is None or inside(self.quotations, match.start()):
            return None
        cue = Span(*match.span())
        words = (word for word in WORD.finditer(self.voices.text, *cue) if word.group().lower() in self.voices.words.possessives)
        source = next((Span(*word.span()) for word in words), cue)
        return cue, source, cue

    def clause(self, hull: Span) -> Span:
        """The clause around a ground: the whole sentence, what a comma right before the ground opens, or the clause it stands in."""
        sentence = self.voices.sentence
        before = self.voices.text[max(sentence.start, hull.start - 3) : hull.start].rstrip()[-1:]
        rest = self.voices.text[hull.end : sentence.end].lstrip()
        if before in (",", ";", ":") and len(rest) > SHORTEST and rest[0] not in ",،":
            return Span(hull.start, sentence.end)
        comma = self.voices.text.rfind(",", sentence.start, trim(self.voices.text, Span(sentence.start, hull.start)).end)
        if comma < 0:
            return sentence
        start = Span(comma + 1, hull.start)
        if self.voices.hangs_on(start):
            return Span(start.start, self.voices.closed(hull.end))
        return Span(start.start, sentence.end) if self.voices.new_clause(comma, start) else sentence

    def opened(self) -> Grounded | None:
        """ "According to X, …": the cue, the source behind it, and both together."""
        match = self.voices.words.before.search(self.voices.text, *self.voices.sentence)
        if match is None or inside(self.quotations, match.start()):
            return None
        return self.led(Span(*match.span()), match.end())

    def led(self, cue: Span, start: int) -> Grounded | None:
        """The source that begins at `start`, up to a mark or a verb."""
        limit = min(self.voices.sentence.end, start + LONGEST)
        pause = next((mark for mark in PAUSE.finditer(self.voices.text, start + 1, limit) if not self.closes(start, mark)), None)
        stretch = trim(self.voices.text, Span(start, pause.start() if pause else limit))
        end = min(self.voices.end_of_phrase(stretch, fronted=cue.start == self.voices.sentence.start), self.quoted(stretch))
        if pause is not None and self.goes_on(stretch, end):
            end = stretch.end
        if pause is None and self.voices.words.adjectives:
            end = min(end, self.noun_end(stretch))
        elif pause is None and end == limit:
            end = self.few_words(start)
        end = min(end, self.next_noun(stretch))
        source = self.voices.unlinked(trim(self.voices.text, Span(stretch.start, end)))
        source = Span(source.start, self.voices.apposed(source.end, self.voices.sentence.end))
        return (cue, source, Span(cue.start, self.aside(source.end))) if source.end > source.start else None

    def next_noun(self, stretch: Span) -> int:
        """Where an article right behind a noun opens another one, without a comma between: "según el alcalde *la* presa …"."""
        words, before = self.voices.words, ""
        small = words.links | words.articles | words.leads | words.joining
        for word in WORD.finditer(self.voices.text, *stretch):
            low = word.group().lower()
            elided = "'" in low or "’" in low
            opens = low in words.openers or (elided and low.startswith(tuple(one for one in words.openers if one.endswith(ELIDED))))
            if before and opens and before not in small and not before.endswith(ELIDED):
                verb = words.cues.search(self.voices.text, stretch.start, word.start())  # "secondo quanto riferisce il …"
                return word.start() if verb is None else stretch.end
            before = low
        return stretch.end

    def closes(self, start: int, mark: re.Match[str]) -> bool:
        """Whether a mark is a bracket that closes one opened behind `start`."""
        return mark.group() == ")" and "(" in self.voices.text[start : mark.start()]

    def goes_on(self, stretch: Span, end: int) -> bool:
        """Whether a source that a mark ends goes on with what hangs on its noun: a preposition, no verb, and few words."""
        words = self.voices.words
        following = WORD.match(self.voices.text, end)
        hangs = (
            following is not None
            and following.group().lower() in words.leads | words.agents
            and following.group().lower() not in words.stops
        )
        few = len(WORD.findall(self.voices.text, *stretch)) <= FEW
        return hangs and few and not words.capitals and words.finite.search(self.voices.text, *stretch) is None

    def quoted(self, stretch: Span) -> int:
        """Where a quotation begins in a stretch that is more than the name of somebody; else the end of the stretch."""
        inner = (quote for quote in self.quotations if stretch.start < quote.start < stretch.end)
        return next((quote.start for quote in inner if not titled(self.voices.text, quote)), stretch.end)

    def aside(self, end: int) -> int:
        """Where a relative clause that hangs on a source ends, with its comma; `end` itself where there is none."""
        comma = self.voices.text.find(",", end, end + 2)
        if comma < 0 or not self.voices.hangs_on(Span(comma + 1, self.voices.sentence.end), relative=True):
            return end
        close = self.voices.closed(comma + 1)
        return close + 1 if close < self.voices.sentence.end else end

    def noun_end(self, span: Span) -> int:
        """Where a noun with its adjectives ends, and the genitives and names behind it, where nothing but the next noun tells."""
        words, noun = self.voices.words, False
        for word in WORD.finditer(self.voices.text, *span):
            low = word.group().lower()
            if low in words.links:
                noun = False
            elif noun and word.group()[0].islower() and not low.endswith(words.genitives):
                return word.start()
            else:
                noun = noun or not low.endswith(words.adjectives)
        return span.end

    def grounded(self) -> Grounded | None:
        """ "By the figures of X": a preposition that is a cue before certain nouns only; or behind them ("in his opinion")."""
        for noun in self.voices.words.evidence.finditer(self.voices.text, *self.voices.sentence):
            if inside(self.quotations, noun.start()):
                continue
            before = list(WORD.finditer(self.voices.text, max(self.voices.sentence.start, noun.start() - 60), noun.start()))[-4:]
            opener = next((word for word in reversed(before) if word.group().lower() in self.voices.words.grounds), None)
            listed = (self.voices.words.before, self.voices.words.own)
            if opener is not None and not any(phrase.match(self.voices.text, opener.start()) for phrase in listed):
                return self.led(Span(*opener.span()), opener.end())
        return None

    def closed(self) -> Grounded | None:
        """ "X zufolge", "seiner Meinung nach": the source before the cue, with the noun that is part of the phrase, and both together."""
        match = self.voices.words.after.search(self.voices.text, *self.voices.sentence)
        if match is None or inside(self.quotations, match.start()):
            return None
        cue = Span(match.start() + match.group().rfind(" ") + 1, match.end())
        source = trim(self.voices.text, Span(self.back(match.start()), cue.start))
        return (cue, source, Span(source.start, cue.end))

    def back(self, end: int) -> int:
        """Where the noun phrase that ends at `end` begins, in a language that capitalises its nouns; else with its clause."""
        left = max(self.voices.sentence.start, end - LONGEST)
        start = max(left, self.voices.boundary(left, end))
        if not self.voices.words.capitals:
            return start
        found = list(WORD.finditer(self.voices.text, start, min(self.voices.sentence.end, end + LONGEST)))
        first = sum(word.start() < end for word in found)
        while first and not self.voices.verbal(found, first - 1) and found[first - 1].group().lower() not in self.voices.words.leads:
            first -= 1
        return max(start, found[first - 1].end()) if first else start

    def few_words(self, start: int) -> int:
        """The end of a source that no punctuation ends: after four words."""
        ends = [word.end() for word, _ in zip(WORD.finditer(self.voices.text, start, self.voices.sentence.end), range(4), strict=False)]
        return ends[-1] if ends else self.voices.sentence.end
