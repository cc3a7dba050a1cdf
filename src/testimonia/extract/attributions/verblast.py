"""Who says what in a language whose verbs end their clause: "X, that …, said", "X は … と述べた", "“…”, said", "to X according, …".

Who speaks stands before a particle or a comma (`marks`), what is said between it and the cue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from testimonia.base.spans import Span
from testimonia.extract.attributions.according import SHORTEST
from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.phrases import trim
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.said import WORD, Said
from testimonia.extract.attributions.voices import LONGEST, STOPS, WINDOW

TOUCHING = 3  # characters between a quotation and the verb behind it
BETWEEN = 30  # characters between two quotations that one verb attributes
ASIDE, SPEAKER = 17, 27  # characters from the mark behind whoever speaks to the verb; from the conjunction to that mark
QUOTING, GRAMMAR = (
    re.compile("[「」『』“”。]"),
    re.compile(r"、?[\u3040-\u309f]"),
)  # no speaker's name begins in hiragana; "として", "という" do
BRIEFEST = 4  # characters of what is said in a script without spaces
OPENERS = 6  # words among which those of a source without a mark stand
UNIT, RUN = (
    re.compile(r"\S+\s+"),
    re.compile(r"[^、，。「」\s]{1,30}[、，]"),
)  # a word; a stretch before a pause, where no spaces are written
CUT = re.compile(r"(?<!さ)[ぁ-ゖ]、|(?<=さ)[ぁ-みむ-ゖ]、|[\s】]")  # behind a verb (no "さん"), a space, a dateline in brackets
SUFFIX = re.compile(r"['’]\w{1,6}$")  # the ending of a name


class VerbLast:
    """One sentence with the quotations in it."""

    def __init__(self, text: str, span: Span, quotes: list[tuple[int, Quote]], words: Speech) -> None:
        self.text, self.span, self.quotes, self.words = text, span, quotes, words
        self.starts = [quote.start for _, quote in quotes]
        self.heard: Span | None = None  # who spoke last in the sentence

    def read(self, used: set[int]) -> list[Said]:
        """The attributions of the sentence; the numbers of the quotations that they take up are added to `used`."""
        found = list(self.apart(used))
        taken = {said.cue.end for said in found if said.cue is not None}
        left = self.span.start
        for cue in self.cues(self.words.cues):
            if cue.end() in taken:
                continue
            said = self.of_cue(cue, max(left, cue.start() - WINDOW), used)
            if said is not None:
                found.append(said)
                self.heard = said.source or self.heard
            left = cue.end()
        return found or self.according(used)

    def apart(self, used: set[int]) -> Iterator[Said]:
        """What stands before its conjunction, with whoever speaks between that and the verb: "…、と X は述べた", "「…」と X は話した"."""
        for verb in self.cues(self.words.bare):
            looked = max(self.span.start, verb.start() - ASIDE)
            doer = max((self.text.rfind(mark, looked, verb.start()) for mark in self.words.doers), default=-1)
            joint = self.joint(doer) if doer > 0 and not QUOTING.search(self.text, doer, verb.start()) else None
            if joint is None or GRAMMAR.match(self.text, joint.end):
                continue
            taken = self.quoted(self.span.start, joint.start, used)
            used.update(number for number, _ in taken)
            said = tuple(span for _, quote in taken for span in quote.spans) or (trim(self.text, Span(self.span.start, joint.start)),)
            source, stance = trim(self.text, Span(joint.end, doer)), self.stance_apart(verb.group())
            if source.end > source.start and said[0].end - said[0].start >= BRIEFEST:
                yield Said(source, Span(*verb.span()), said, stance, "quotation with cue" if taken else "before the cue")

    def stance_apart(self, verb: str) -> str:
        """The stance of a verb whose conjunction stands apart from it."""
        return next((self.words.stances[word + verb] for word in self.joints() if word + verb in self.words.stances), "say")

    def joints(self) -> tuple[str, ...]:
        """The conjunctions behind what is said."""
        return tuple(sorted(self.words.joints))

    def joint(self, doer: int) -> Span | None:
        """The conjunction before whoever speaks, where a clause or a quotation ends before it."""
        for word in self.joints():
            at = self.text.rfind(word, max(self.span.start + 1, doer - SPEAKER), doer)
            while at > 0:
                if self.text[:at].endswith(self.words.before_that):
                    return Span(at, at + len(word))
                at = self.text.rfind(word, max(self.span.start + 1, doer - SPEAKER), at)
        return None

    def cues(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The cues outside of the quotations."""
        at = 0
        for cue in pattern.finditer(self.text, *self.span):
            while at < len(self.quotes) and self.quotes[at][1].spans[0].end <= cue.start():
                at += 1
            if at == len(self.quotes) or cue.start() < self.quotes[at][1].start:
                yield cue

    def of_cue(self, cue: re.Match[str], left: int, used: set[int]) -> Said | None:
        """What one cue attributes: the quotations right before it, else the clause between whoever speaks and it."""
        stance = self.words.stance(cue)
        taken = self.quoted(left, cue.start(), used)
        if taken:
            used.update(number for number, _ in taken)
            content = tuple(span for _, quote in taken for span in quote.spans)
            source = self.behind(cue) if self.words.closing.fullmatch(cue.group()) else self.split(Span(left, content[0].start))[0]
            return Said(source or self.heard or self.ending(cue), Span(*cue.span()), content, stance, "quotation with cue")
        source, start = self.split(Span(left, cue.start()))
        self.heard = source or self.heard
        said = trim(self.text, Span(start, cue.start()))
        if said.end - said.start < (BRIEFEST if self.words.unspaced else SHORTEST) or not self.closed(said):
            return None
        if self.words.closing.fullmatch(cue.group()):
            source = self.behind(cue)
        return Said(source or self.heard, Span(*cue.span()), (said,), stance, "before the cue")

    def quoted(self, left: int, right: int, used: set[int]) -> list[tuple[int, Quote]]:
        """The quotations that end right before a cue: the last one, and those before it with nothing but a joint between."""
        taken: list[tuple[int, Quote]] = []
        limit, reach = right, TOUCHING
        for at in range(bisect_left(self.starts, right) - 1, -1, -1):
            number, quote = self.quotes[at]
            span = quote.spans[0]
            joint = self.words.that.fullmatch(self.text[span.end : limit].strip()) is not None  # '"…" diye yakındı'
            if (
                span.start < left
                or (limit - span.end > reach and not joint)
                or number in used
                or self.words.marks.search(self.text, span.end, limit)
            ):
                break
            taken.insert(0, (number, quote))
            limit, reach = span.start, BETWEEN
        return taken

    def closed(self, said: Span) -> bool:
        """Whether a clause ends as what is said does before its verb; where the pack names no endings, the cue has them."""
        return not self.words.closes or said.of(self.text).endswith(self.words.closes)

    def split(self, stretch: Span) -> tuple[Span | None, int]:
        """Who speaks at the start of a stretch, and where the rest of it begins, without its adverbials."""
        for mark in islice(self.words.marks.finditer(self.text, *stretch), OPENERS):
            source = self.phrase(Span(stretch.start, mark.start()))
            if source is not None:
                return source, self.led(Span(mark.end(), stretch.end))
        source = self.opening(stretch) if not self.words.unspaced and stretch.start == self.span.start else None
        return source, self.led(Span(source.end if source is not None else stretch.start, stretch.end))

    def phrase(self, span: Span) -> Span | None:
        """A stretch as a source: none when it is an adverbial, or too long; without what a verb, a space or a bracket closes before it."""
        span = trim(self.text, Span(self.led(span), span.end))
        if self.words.unspaced:
            cuts = [cut.end() for cut in CUT.finditer(self.text, *span) if cut.end() < span.end]
            span = Span(max(cuts, default=span.start), span.end)
            aside = self.words.asides.match(self.text, *span)
            span = Span(aside.end(), span.end) if aside is not None and aside.end() < span.end else span
        words = span.of(self.text)
        stem = words.split()[-1] if words else ""
        short = not stem or (len(stem) < self.words.shortest and stem not in self.words.pronouns)
        if short or len(words) > LONGEST or words.endswith(self.words.leading) or any(mark in words for mark in "「」“”"):
            return None
        return span

    def led(self, span: Span) -> int:
        """Where a stretch begins without the adverbials that open it: words, or stretches before a pause, that end as such do."""
        start, unit = span.start, RUN if self.words.unspaced and not self.text[span.start : span.end].count(" ") else UNIT
        while start < span.end and (self.text[start].isspace() or self.text[start] in STOPS):
            start += 1
        while (found := unit.match(self.text, start, span.end)) is not None:
            if not found.group().strip(" ,、，\t\n\u00a0").lower().endswith(self.words.leading):
                break
            start = found.end()
        return start

    def opening(self, stretch: Span) -> Span | None:
        """The words that open a sentence without a comma behind them: a noun with its article, and the names that follow."""
        begin = self.led(stretch)
        found = list(islice(WORD.finditer(self.text, begin, stretch.end), OPENERS))
        if not found:
            return None
        last = 1 if found[0].group().lower() in self.words.articles and len(found) > 1 else 0
        names = [at for at in range(last + 1, len(found)) if self.named(found, at)]
        last = max([last, *names])
        if found[last].group().lower().endswith(self.words.genitives) and last == 0:
            return None
        return Span(begin, found[last].end())

    def named(self, found: list[re.Match[str]], at: int) -> bool:
        """Whether a word goes on with a name: it has a capital and no ending, and so has the one before it or before that one."""
        word = found[at].group()
        plain = word[0].isupper() and "'" not in word and "’" not in word
        near = found[at].start() - found[at - 1].end() == 1
        return plain and near and all("'" not in one.group() and "’" not in one.group() for one in found[:at])

    def behind(self, cue: re.Match[str]) -> Span | None:
        """Whom a participle of saying stands before ("“…” diyen X")."""
        right = min(self.span.end, cue.end() + LONGEST)
        pause = min([at for at in (self.text.find(mark, cue.end(), right) for mark in STOPS) if at >= 0], default=right)
        span = trim(self.text, Span(cue.end(), pause))
        return span if span.end > span.start else None

    def ending(self, cue: re.Match[str]) -> Span | None:
        """The name behind the verb at the end of a sentence."""
        if self.span.end - cue.end() > LONGEST:
            return None
        span = trim(self.text, Span(cue.end(), self.span.end))
        return span if span.of(self.text)[:1].isupper() and self.words.marks.search(self.text, *span) is None else None

    def according(self, used: set[int]) -> list[Said]:
        """ "To X according, …": the source stands before the words, the rest of the sentence is the content."""
        match = self.words.after.search(self.text, *self.span)
        if match is None or match.end() - self.span.start > WINDOW:
            return []
        begin = self.led(Span(self.span.start, match.start()))
        source = trim(self.text, Span(max(begin, match.start() - LONGEST), match.start()))
        ending = SUFFIX.search(source.of(self.text))
        if ending is not None:
            source = Span(source.start, source.end - len(ending.group()))
        said = trim(self.text, Span(match.end(), self.span.end))
        if source.end <= source.start or said.end - said.start < BRIEFEST:
            return []
        used.update(number for number, quote in self.quotes if said.holds(quote.spans[0]))
        return [Said(source, Span(*match.span()), (said,), "say", "according to")]
