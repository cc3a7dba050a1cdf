"""Who speaks, in a language without a parser: the words beside the cue, by word order and the words of the pack."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from testimonia.base.spans import Span
from testimonia.extract.attributions.between import later, spoken_to
from testimonia.extract.attributions.phrases import ADJECTIVES, Phrases, trim
from testimonia.extract.attributions.said import WORD

DASHES = " -–—−―\u00a0"
STOPS = ",;:.،("
POINT = r"(?<!\b\w)(?<!\b\w\w)\.(?!\w)"  # that ends a sentence, not that of an initial or a title ("M. Roy")
STOP = re.compile(rf"[,;:،(]|{POINT}")
HYPHENED = re.compile(r"(?<!\w)[^\W\d_]{1,20}(?:-[^\W\d_]{1,3})?-(?P<last>[^\W\d_]{2,6})(?!\w)")
NEAREST = 24  # characters of a verb with a pronoun
COMMA = re.compile(",")
CLAUSE_MARK = re.compile(r"(?<!\d),|,(?!\d)|;|:(?=\s)|،")  # no comma in a number
LONGEST = 110  # characters of a source
WINDOW = 400  # characters around a cue in which its source is looked for
HEAD = 5  # words of a noun that a relative clause hangs on
SPEAKER = 2  # words behind a verb among which the one for its subject stands


@dataclass(frozen=True, slots=True)
class Voices(Phrases):
    """Finds the source of a cue within one sentence."""

    def of(self, cue: Span, content: Sequence[Span]) -> Span | None:
        """The words between the cue and the nearest boundary: before the cue, at the opening of its clause, or behind it."""
        said_before = [span.end for span in content if span.end <= cue.start]
        left = max([self.sentence.start, cue.start - WINDOW, *said_before])
        if cue.of(self.text).lower() in self.words.nouns:
            opening = Span(self.boundary(left, cue.start), cue.start)
            return self.among(opening) or self.turned(opening) if self.words.capitals else None
        before = self.without_clitics(Span(self.boundary(left, cue.start), cue.start))
        behind = self.behind(cue, content)
        if self.conjunction(before) is not None:
            return self.subject(left, before.end)
        if (head := self.relative_head(left, before.start)) is not None:
            return head
        if self.words.passive.search(self.text, before.start, behind.end):
            return self.agent(before, behind)
        found = self.pronoun_behind(cue) or self.turned_pronoun(cue) or self.among(before)
        if found is None and (self.adverbial(before) if said_before else not self.wordy(before) or self.verb_opens(before)):
            found = self.opening(left, before.start)
        if found is None and self.words.impersonal.fullmatch(self.text, *cue):
            found = self.place(before) or self.place(behind)
        if found is None and not said_before:
            found = self.last_name(before)
        if found is not None and found.of(self.text).lower() in self.words.relative:
            return self.before_relative(left, found) or found
        if found is None:
            found = self.phrase(
                Span(spoken_to(self.text, self.words, later(self.text, self.words, behind.start, behind.end), behind.end), behind.end)
            )
            found = self.with_office(found, content) if found is not None else None
        return found

    def pronoun_behind(self, cue: Span) -> Span | None:
        """A pronoun right behind the verb that can be nothing but its subject ("dies bezeichnete er als")."""
        word = WORD.match(self.text, cue.end + 1, self.sentence.end)
        return Span(*word.span()) if word is not None and word.group() in self.words.subjects else None

    def turned_pronoun(self, cue: Span) -> Span | None:
        """A pronoun that a hyphen hangs on the verb or its auxiliary: "a-t-il précisé", "indique-t-on"."""
        for word in HYPHENED.finditer(self.text, max(self.sentence.start, cue.start - NEAREST), min(self.sentence.end, cue.end + NEAREST)):
            touches = word.end() + 1 == cue.start or word.start() <= cue.end <= word.end()
            if touches and word["last"].lower() in self.words.pronouns:
                return Span(*word.span("last"))
        return None

    def without_clitics(self, span: Span) -> Span:
        """What stands before a verb without the pronouns for its objects ("leur a dit", "lo desmiente")."""
        words = list(WORD.finditer(self.text, *span))
        while words and words[-1].group().lower() in self.words.clitics:
            span = Span(span.start, words.pop().start())
        return span

    def touches(self, start: int, end: int) -> bool:
        """Whether nothing but a comma, a dash and pronouns for objects stands in a stretch between a quotation and a verb."""
        words = self.text[start:end].replace(",", " ").split()
        return all(word in self.words.clitics or not word.strip(DASHES) for word in words)

    def conjunction(self, before: Span) -> re.Match[str] | None:
        """The conjunction that alone, but for pronouns, stands before a verb, which shares the subject of the one before ("and said")."""
        word = next(iter(list(WORD.finditer(self.text, *self.without_clitics(before)))[-1:]), None)
        return word if word is not None and word.group().lower() in self.words.joining else None

    def subject(self, left: int, right: int) -> Span | None:
        """The noun phrase that opens a stretch, adverbials before its first comma aside, with a name in apposition behind it."""
        opening = trim(self.text, Span(left, right))
        first = WORD.match(self.text, *opening)
        comma = self.text.find(",", *opening)
        if first is not None and first.group().lower() in self.words.leads and comma > 0:
            opening = trim(self.text, Span(comma, right))
        end = self.end_of_noun(opening)
        return self.phrase(Span(opening.start, self.apposed(end, right))) if end > opening.start else None

    def with_office(self, source: Span, content: Sequence[Span]) -> Span:
        """A source with the office behind its comma: "says X, *chair of the union*"."""
        end = min([self.sentence.end, source.end + LONGEST, *(span.start for span in content if span.start >= source.end)])
        words = [word for word, _ in zip(WORD.finditer(self.text, source.end, end), range(2), strict=False)]
        office = next((word for word in words if word.group().lower() not in self.words.articles), None)
        if self.text[source.end : source.end + 2] != ", " or office is None or office.group().lower() not in self.words.speakers:
            return source
        stop = STOP.search(self.text, source.end + 1, end)
        return trim(self.text, Span(source.start, stop.start() if stop is not None else end))

    def hangs_on(self, span: Span, *, relative: bool = False) -> bool:
        """Whether a stretch opens a clause that hangs on another, with a relative pronoun or (unless `relative`) a conjunction."""
        words = [word.group().lower() for word, _ in zip(WORD.finditer(self.text, *span), range(2), strict=False)]
        if not words:
            return False
        led = words[0] in self.words.leads - self.words.joining and words[-1] in self.words.relative
        if led or words[0] in self.words.relative:
            return True
        return not relative and (
            words[0] in self.words.dependent or self.words.that.match(self.text, trim(self.text, span).start) is not None
        )

    def relates(self, start: int) -> bool:
        """Whether a relative pronoun stands at a position, and no article: a small word that is no adjective comes behind it."""
        words = [word.group() for word, _ in zip(WORD.finditer(self.text, start, self.sentence.end), range(2), strict=False)]
        pronoun = len(words) > 1 and words[0].lower() in self.words.relative
        return pronoun and words[1].islower() and (words[1] in self.words.articles or not words[1].endswith(ADJECTIVES))

    def closed(self, start: int) -> int:
        """Where a clause that hangs on another ends, with those that hang on it: at a comma (behind a small word) or with its sentence."""
        for comma in COMMA.finditer(self.text, start, self.sentence.end):
            at = comma.start()
            if not self.words.capitals or (self.small_before(at) and not self.hangs_on(Span(at + 1, self.sentence.end))):
                return at
        return self.sentence.end

    def small_before(self, at: int) -> bool:
        """Whether the word before a position is written small."""
        words = self.text[max(self.sentence.start, at - LONGEST) : at].split()
        return bool(words) and words[-1].islower()

    def new_clause(self, comma: int, start: Span) -> bool:
        """Whether a main clause begins behind a comma: a finite verb stands before it, and one behind it, though not first."""
        verb = self.words.finite.search(self.text, *start)
        whole = self.words.finite.search(self.text, self.sentence.start, comma) is not None
        return whole and verb is not None and bool(WORD.search(self.text, start.start, verb.start()))

    def relative_head(self, left: int, start: int) -> Span | None:
        """The noun before a conjunction that is a relative pronoun there: "*A neighbour* that would not be named said"."""
        that = next((one for one in self.words.that.finditer(self.text, left, start + 1) if one.end() in (start, start - 1)), None)
        head = trim(self.text, Span(self.boundary(left, that.start()), that.start())) if that is not None else Span(start, start)
        words = [word.group() for word in WORD.finditer(self.text, *head)]
        plain = 1 < len(words) <= HEAD and words[0].lower() in self.words.articles
        verb = self.words.cues.search(self.text, *head) or self.words.finite.search(self.text, *head)
        return head if plain and verb is None else None

    def before_relative(self, left: int, pronoun: Span) -> Span | None:
        """Whom a relative pronoun stands for: the phrase before the comma in front of it ("the chair, X, who claims")."""
        end = trim(self.text, Span(left, pronoun.start)).end
        return self.phrase(Span(self.boundary(left, end), end), last=True) if end > left else None

    def speaks(self, source: Span) -> bool:
        """Whether a phrase has a name or a noun for whoever speaks in it."""
        words = [word.group() for word in WORD.finditer(self.text, *source)]
        return any(word != word.lower() or word in self.words.speakers for word in words)

    def speaker_behind(self, start: int) -> bool:
        """Whether a name, a pronoun or a noun for whoever speaks comes right behind a verb."""
        found = WORD.finditer(self.text, later(self.text, self.words, start, self.sentence.end), self.sentence.end)
        words = [word.group() for word, _ in zip(found, range(SPEAKER), strict=False)]
        if not words or words[0].lower() in self.words.leads:
            return False
        return any(word[0].isupper() or word.lower() in self.words.speakers | self.words.pronouns for word in words)

    def boundary(self, left: int, right: int) -> int:
        """Where the clause that ends at `right` begins: behind the last comma or conjunction."""
        comma = max([mark.end() for mark in CLAUSE_MARK.finditer(self.text, left, right)], default=left)
        return max([match.end() for match in self.words.that.finditer(self.text, max(left, comma), right)], default=max(left, comma))

    def placed(self, start: int) -> bool:
        """Whether a word that opens an adverbial stands next: where they say it ("в администрации")."""
        following = WORD.match(self.text, start + 1)
        return following is not None and following.group().lower() in self.words.leads

    def behind(self, cue: Span, content: Sequence[Span]) -> Span:
        """What stands behind the cue, up to the next mark or what is said."""
        right = min([self.sentence.end, cue.end + WINDOW, *(span.start for span in content if span.start >= cue.end)])
        return Span(cue.end, next((stop.start() for stop in STOP.finditer(self.text, cue.end, right)), right))

    def among(self, before: Span) -> Span | None:
        """The source before a cue: on this side of an auxiliary verb or on its other side ("gestern hat die Polizei mitgeteilt")."""
        helper = self.words.auxiliary.search(self.text, *before)
        if helper is not None:
            return self.phrase(Span(before.start, helper.start())) or self.phrase(Span(helper.end(), before.end))
        joined = [word for word in WORD.finditer(self.text, *before) if word.group() in self.words.joining][-1:]
        found = self.phrase(before, last=True)
        if joined and found is not None and found.end < joined[0].start():
            return self.phrase(Span(joined[0].end(), before.end)) or found
        return found

    def wordy(self, span: Span) -> bool:
        """Whether a stretch has more than adverbs: where nouns are capitalised, a capital or a pronoun."""
        found = [word.group() for word in WORD.finditer(self.text, *span)]
        if not self.words.capitals:
            return bool(found)
        return any(word[0].isupper() or word in self.words.pronouns for word in found)

    def last_name(self, span: Span) -> Span | None:
        """A name or an office right before a verb, behind an adverbial that no comma closes: "in an interview with the radio X said"."""
        found = list(WORD.finditer(self.text, *span))
        if self.words.capitals or not found:
            return None
        small = self.words.leads | self.words.links | self.words.articles
        names = list(takewhile(lambda word: word.group()[0].isupper() and word.group().lower() not in small, reversed(found)))[::-1]
        rest = found[: -max(1, len(names))]
        lead = rest[-1].group().lower() if rest else ""
        if not names and found[-1].group() in self.words.speakers:
            return Span((rest[-1] if lead in self.words.articles else found[-1]).start(), found[-1].end())
        names = names[1:] if lead in small else names  # "в Москве Иванов"
        return Span(names[0].start(), names[-1].end()) if names and rest else None

    def adverbial(self, span: Span) -> bool:
        """Whether a stretch is an adverbial behind a source that what is said stands before: "«…», the mayor, to reporters, said"."""
        first = WORD.search(self.text, *span)
        return first is not None and not self.words.capitals and first.group().lower() in self.words.leads

    def opening(self, left: int, right: int) -> Span | None:
        """The phrase that opens the clause, with an aside between it and the cue: "The minister, a doctor, said"."""
        left = trim(self.text, Span(left, right)).start
        stops = [at for at in (self.text.find(mark, left, right) for mark in ",(،") if at >= 0]
        return self.phrase(Span(left, self.apposed(min(stops), right))) if stops else None

    def agent(self, before: Span, behind: Span) -> Span | None:
        """Who does what is told in the passive: the phrase behind "by"."""
        for stretch in (before, behind):
            for word in WORD.finditer(self.text, *stretch):
                if word.group().lower() in self.words.agents:
                    return self.phrase(Span(word.end(), stretch.end))
        return None

    def turned(self, span: Span) -> Span | None:
        """The phrase that opens a stretch, or the one behind an adverb and the verb ("so wies der Minister darauf hin")."""
        found = self.phrase(span)
        words = [word for word, _ in zip(WORD.finditer(self.text, *span), range(3), strict=False)]
        small = len(words) == 3 and words[1].group().islower() and words[1].group() not in self.words.articles | self.words.links
        if found is None and small and words[0].group().lower() in self.words.leads:
            return self.phrase(Span(words[2].start(), span.end))
        return found

    def place(self, span: Span) -> Span | None:
        """The document in which something stands: the phrase behind a preposition."""
        first = WORD.search(self.text, *trim(self.text, span))
        if first is None or first.group().lower() not in self.words.leads:
            return None
        return self.phrase(Span(later(self.text, self.words, first.end(), span.end), span.end))

    def phrase(self, span: Span, *, last: bool = False) -> Span | None:
        """A stretch as a source, cut to its noun phrase; `last` keeps the end of one that is too long.

        None for one without a word, or one that begins as an adverbial does.
        """
        span = self.unled(trim(self.text, Span(span.start, min(span.end, span.start + WINDOW))))
        first = WORD.search(self.text, *span)
        if first is None or first.group().lower() in self.words.leads | self.words.oblique or self.verb_opens(span):
            return None
        end = self.end_of_phrase(span)
        if end < span.end or not last:
            span = Span(span.start, min(end, span.start + LONGEST))
        span = self.unrelated(trim(self.text, Span(max(span.start, span.end - LONGEST), span.end)))
        return span if self.names(span) else None
