"""Who says what in Chinese, which writes no spaces: "X表示，…", "“…，”X说。", "据X报道，…".

A clause of saying runs from the pause before it to the cue; what is left of it without its adverbials is whoever speaks.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from testimonia.base.spans import Span, trimmed
from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.said import Said, inside
from testimonia.extract.attributions.voices import LONGEST, WINDOW

PAUSES = "，。；：！？、”」』\n ,;:"
PAUSE = re.compile(r"[，：,:]")
FARTHEST = 30  # characters of a clause of saying before its verb
DAY = re.compile(r"\d{1,4}[年月日](?:\d{1,2}[月日])*$")
BRIEFEST = 4  # characters of what is said
EDGES = "，。；：、,;:"


class RunOn:
    """One sentence with the quotations in it."""

    def __init__(self, text: str, span: Span, quotes: list[tuple[int, Quote]], words: Speech) -> None:
        self.text, self.span, self.quotes, self.words = text, span, quotes, words
        self.starts = [quote.start for _, quote in quotes]
        self.quotations = [quote.spans[0] for _, quote in quotes]

    def read(self, used: set[int]) -> list[Said]:
        """The attributions of the sentence; the numbers of the quotations that they take up are added to `used`."""
        found: list[Said] = []
        heard: Span | None = None
        cues = [cue for cue in self.words.cues.finditer(self.text, *self.span) if not inside(self.quotations, cue.start())]
        begins = [self.clause(cue.start()) for cue in cues]
        for cue, begin, stop in zip(cues, begins, self.stops(begins), strict=True):
            source = self.speaker(Span(begin, cue.start()))
            alone = source is None and (heard is None or not self.joins(begin))
            if alone or (found and found[-1].content[-1].end > begin):
                continue
            said = self.of_cue(cue, begin, max(stop, cue.end()), source or heard, used)
            if said is not None:
                found.append(said)
                heard = source or heard
        return found or self.according(used)

    def stops(self, begins: list[int]) -> list[int]:
        """Where what each cue attributes ends at the latest: where a later clause goes on with its voice, or with the sentence."""
        stops, later = [], self.span.end
        for begin in reversed(begins):
            stops.append(later)
            later = begin if self.joins(begin) else later
        return stops[::-1]

    def clause(self, at: int) -> int:
        """Where the clause of a cue begins: behind the last pause before it."""
        left = max(self.span.start, at - FARTHEST)
        return max([left, *(self.text.rfind(mark, left, at) + 1 for mark in PAUSES)])

    def joins(self, at: int) -> bool:
        """Whether a clause goes on with the voice before it ("，并要求…")."""
        return self.text.startswith(tuple(self.words.joining), at)

    def speaker(self, span: Span) -> Span | None:
        """Whoever stands in a clause of saying before its verb, without the words for when, where and how."""
        start, end = span
        while (word := next((one for one in self.words.skipped if self.text.startswith(one, start, end)), "")) != "":
            start += len(word)
        places = (self.text.find(one, start + 1, end) for one in self.words.leads)
        end = min([end, *(at for at in places if at >= 0)])
        while (less := self.without_adverb(start, end)) < end:
            end = less
        return Span(start, end) if end > start else None

    def without_adverb(self, start: int, end: int) -> int:
        """Where a stretch ends without the adverb or the date at its end."""
        word = next((one for one in self.words.stops if self.text.endswith(one, start, end)), "")
        day = DAY.search(self.text, start, end)
        return end - len(word) if word else day.start() if day is not None else end

    def of_cue(self, cue: re.Match[str], begin: int, stop: int, source: Span | None, used: set[int]) -> Said | None:
        """What one cue attributes: the quotation behind it or right before its clause, else what follows it."""
        stance = self.words.stance(cue)
        span = Span(cue.start(), cue.end())
        last = bisect_right(self.starts, cue.end() + 2)
        for number, quote in self.quotes[max(0, last - 2) : last]:
            first = quote.spans[0]
            if number in used or not (0 <= first.start - cue.end() <= 2 or 0 <= begin - first.end <= 1):
                continue
            used.add(number)
            return Said(source, span, quote.spans, stance, "quotation with cue")
        said = self.trimmed(Span(cue.end(), stop))
        paused = PAUSE.match(self.text, cue.end())
        if said.end - said.start < BRIEFEST or (paused is None and self.words.objects.fullmatch(cue.group())):
            return None
        return Said(source, span, (said,), stance, "after the cue")

    def trimmed(self, span: Span) -> Span:
        """A span without marks at its ends."""
        return trimmed(self.text, span, EDGES, EDGES)

    def according(self, used: set[int]) -> list[Said]:
        """ "据X报道，…": the source between the preposition and the pause, without the verb or noun that closes it."""
        match = self.words.before.search(self.text, self.span.start, min(self.span.end, self.span.start + WINDOW))
        if match is None or inside(self.quotations, match.start()):
            return []
        pause = PAUSE.search(self.text, match.end(), min(self.span.end, match.end() + LONGEST))
        if pause is None:
            return []
        closer = self.words.after.search(self.text, match.end() + 1, pause.start())
        source = Span(match.end(), closer.start() if closer is not None else pause.start())
        said = self.trimmed(Span(pause.end(), self.span.end))
        if source.end <= source.start or said.end - said.start < BRIEFEST:
            return []
        used.update(number for number, quote in self.quotes if said.holds(quote.spans[0]))
        return [Said(source, Span(*match.span()), (said,), "say", "according to")]
