"""Where what is said begins and ends, in a sentence of a language without a parser: the clauses beside a cue."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice

from testimonia.base.spans import Span, trimmed
from testimonia.extract.attributions.according import SHORTEST
from testimonia.extract.attributions.between import later
from testimonia.extract.attributions.phrases import trim
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.said import WORD, inside
from testimonia.extract.attributions.turning import Turning
from testimonia.extract.attributions.voices import LONGEST, WINDOW, Voices

NEAR = 90  # characters between a cue and the quotation that it introduces
TIGHT = 3  # characters between a quotation and a cue that it stands before
OPENED = 60  # characters between a cue and the word that opens what is said
LATER = 3  # verbs of saying behind the first in what is said among which one is looked for that goes on with the voice
ADVERBIAL = 30  # characters of adverbs between a verb of saying and the comma before what is said
OPENING = re.compile(r"[:,،]\s")
PARTING = (",", "،", "–", "—", "-")  # what stands on both sides of a clause of saying that is inserted
NOUN_WORDS = 4  # words of a noun with what describes it
FEW_WORDS = 3  # a quotation without a cue and with fewer words is a name or an emphasis


class Clauses:
    """The clauses of one sentence, as its words of saying bound them."""

    def __init__(self, text: str, span: Span, quotes: list[tuple[int, Quote]], voices: Voices) -> None:
        self.text, self.span, self.quotes, self.voices, self.words = text, span, quotes, voices, voices.words
        self.starts = [quote.start for _, quote in quotes]
        self.quotations = [quote.spans[0] for _, quote in quotes]
        self.turning = Turning(voices)

    def near(self, start: int, end: int) -> list[tuple[int, Quote]]:
        """The quotations that touch a stretch, and the last one before it."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.quotes[first : bisect_right(self.starts, end)]

    def opened(self, cue: re.Match[str], stop: int) -> re.Match[str] | None:
        """The conjunction near a cue that opens what is said."""
        found = self.words.that.finditer(self.text, cue.end(), min(stop, self.span.end))
        that = next((one for one in found if not self.conjoined(cue, one)), None)
        if that is None or inside(self.quotations, that.start()) or self.clause_before(cue, that) or self.around_cue(cue, that):
            return None
        if self.words.closes_clause(self.text, that.end()):
            return None
        closes = self.text[cue.end() : that.start()].rstrip(" ,").split()[-1:]  # the particle that closes the verb's own clause
        return that if that.start() - cue.end() <= OPENED or (closes and closes[0] in self.words.particles) else None

    def conjoined(self, cue: re.Match[str], that: re.Match[str]) -> bool:
        """Whether a conjunction is one with the word before it ("alors que"), and opens nothing that is said."""
        between = self.text[cue.end() : that.start()].lower().split()
        return bool(between) and between[-1] in self.words.conjoined

    def around_cue(self, cue: re.Match[str], that: re.Match[str]) -> bool:
        """Whether a conjunction opens a clause of the sentence around an inserted cue: "The cuts, says X, came when …"."""
        comma = self.text.find(",", cue.end(), that.start())
        inserted = self.words.inverted and self.text[self.span.start : cue.start()].rstrip().endswith(",")
        goes_on = WORD.search(self.text, comma, that.start()) if inserted and comma > 0 else None
        return goes_on is not None and self.turning.only_speaker(cue.end(), comma)

    def topic(self, cue: re.Match[str], stance: str, stop: int) -> Span | None:
        """What somebody speaks about: a noun behind the verb and its preposition ("spoke of", "warned the town of")."""
        if self.words.topics.fullmatch(cue.group()):
            return Span(cue.end(), self.clause_end(cue.end(), stop))
        about, before = self.words.about.get(stance), self.text[self.span.start : cue.start()].split()[-1:]
        if about is None or cue.group().lower() in self.words.nouns or not self.words.articles.isdisjoint(before):
            return None
        found = about.match(self.text, later(self.text, self.words, cue.end(), self.span.end) + 1)
        if found is None and self.words.verb_first:  # whoever speaks stands between
            found = about.search(self.text, cue.end(), min(stop, cue.end() + OPENED))
            subject = WORD.findall(self.text, cue.end(), found.start()) if found is not None else []
            found = found if 0 < len(subject) <= NOUN_WORDS else None
        if found is not None and any(self.words.resuming.match(self.text, at) for at in (found.start(), found.end() + 1)):
            return None  # "the mayor spoke of this": the sentence before is what is said
        by = found is not None and self.words.impersonal.fullmatch(cue.group()) and found.group().lower() in self.words.agents
        return Span(found.end(), self.clause_end(found.end(), max(stop, found.end()))) if found is not None and not by else None

    def clause_before(self, cue: re.Match[str], that: re.Match[str]) -> bool:
        """Whether what is said begins before a conjunction, with the clause that it hangs on ("he said, he hoped, that")."""
        opening = OPENING.search(self.text, cue.end(), that.start())
        if not self.words.asyndetic or opening is None or len(WORD.findall(self.text, opening.end(), that.start())) < 2:
            return False
        return self.follows(cue, opening)

    def deed(self, cue: re.Match[str], stance: str, stop: int) -> Span | None:
        """What somebody says in the infinitive: behind the cue ("promised to sign"), or behind whom they accuse ("accused X of lying")."""
        start = later(self.text, self.words, cue.end(), self.span.end)
        found = self.words.infinitive.search(self.text, start, min(self.span.end, start + OPENED))
        if found is None or self.words.particles or cue.group().lower() in self.words.nouns or self.words.objects.fullmatch(cue.group()):
            return None
        between = self.text[start : found.start()].strip()
        crossed = any(mark in between for mark in ",;:") or self.words.cues.search(between) is not None
        if between and (stance != "accuse" or crossed):
            return None
        return Span(start, self.clause_end(found.end(), max(stop, found.end())))

    def behind(self, cue: re.Match[str], stop: int) -> Span | None:
        """The clause of what is said that a colon or a comma behind the cue opens."""
        opening = OPENING.search(self.text, cue.end(), min(cue.end() + 50, self.span.end))
        if (framed := self.framed(cue, stop)) is not None:
            return framed
        if self.words.objects.fullmatch(cue.group()) or opening is None or self.span.end - opening.end() <= 15 or self.main(opening):
            return None
        if opening.group()[0] == ":":
            return Span(opening.end(), stop) if opening.end() < stop else None
        inner = self.words.asyndetic and stop - opening.end() < ADVERBIAL  # "he said he hoped that": the next cue is what he said
        end = self.span.end if inner or opening.end() >= stop else self.clause_end(opening.end(), stop)
        reported = opening.end() < stop and self.words.reported.search(self.text, opening.end(), stop)
        return Span(opening.end(), end) if reported or self.follows(cue, opening) else None

    def framed(self, cue: re.Match[str], stop: int) -> Span | None:
        """The clause behind a comma that the parts of a verb frame ("gab der Sprecher an, …"), or one in the infinitive behind a verb."""
        opening = OPENING.search(self.text, cue.end(), min(cue.end() + LONGEST, self.span.end, stop))
        following = WORD.match(self.text, opening.end()) if opening is not None else None
        if not self.words.particles or opening is None or following is None or opening.group()[0] == ":":
            return None
        last = self.text[cue.end() : opening.start()].split()[-1:]
        hangs = following.group().lower() in self.words.subordinate or self.voices.relates(opening.end()) or self.main(opening)
        if hangs or not ((last[:1] and last[0] in self.words.particles) or self.to_do(cue, opening)):
            return None
        return Span(opening.end(), self.clause_end(opening.end(), stop))

    def main(self, opening: re.Match[str]) -> bool:
        """Whether the main clause, with its verb first, follows the comma behind a clause that hangs on it, where verbs stand second."""
        if not self.words.asyndetic or opening.group()[0] != "," or self.words.likewise.match(self.text, trim(self.text, self.span).start):
            return False
        following = WORD.match(self.text, opening.end())
        return (
            following is not None
            and any(verb.match(self.text, following.start()) for verb in (self.words.finite, self.words.cues))
            and following.group().islower()
        )

    def to_do(self, cue: re.Match[str], opening: re.Match[str]) -> bool:
        """Whether the clause behind a comma is one in the infinitive: "…, die Straße zu sperren"."""
        end = self.text.find(",", opening.end(), self.span.end)
        verb = self.words.infinitive.search(self.text, opening.end(), end if end > 0 else self.span.end)
        return verb is not None and not self.words.auxiliary.fullmatch(cue.group())

    def follows(self, cue: re.Match[str], opening: re.Match[str]) -> bool:
        """Whether a clause that follows a verb of saying with nothing but adverbs between must be what is said, in such a language."""
        between = self.text[cue.end() : opening.start()]
        if not self.words.asyndetic or len(between) > ADVERBIAL or any(letter.isupper() for letter in between):
            return False
        following = WORD.match(self.text, opening.end())
        return following is not None and following.group().lower() not in self.words.subordinate and not self.relative(following.start())

    def relative(self, start: int) -> bool:
        """Whether a relative clause begins at a position: with a pronoun, and with the one finite verb that it has at its end."""
        end = self.text.find(",", start, self.span.end)
        words = list(WORD.finditer(self.text, start, end if end > 0 else self.span.end))
        verbs = [word for word in words if self.words.finite.fullmatch(word.group())]
        return len(words) > 2 and words[0].group().lower() in self.words.relative and verbs == words[-1:]

    def led(self, cue: re.Match[str], begin: int) -> Span | None:
        """What follows "As X reported, …" that opens a sentence."""
        opening = WORD.search(self.text, begin, cue.start())
        if begin != self.span.start or opening is None or not self.words.likewise.fullmatch(opening.group()):
            return None
        comma = self.text.find(",", cue.end(), min(self.span.end, cue.end() + LONGEST))
        before = self.text.find(",", opening.end(), cue.start())
        return Span(comma + 1, self.span.end) if comma > 0 and before < 0 and self.span.end - comma > SHORTEST else None

    def around(self, cue: re.Match[str], begin: int, stop: int) -> tuple[Span, ...]:
        """What stands on both sides of an inserted clause of saying: "The contract, recalled the lawyer, lapsed in March"."""
        opened = trim(self.text, Span(begin, cue.start()))
        mark = self.text[opened.end : cue.start()].strip()
        end = self.text.find(mark, cue.end(), min(stop, cue.end() + LONGEST)) if mark in PARTING else -1
        turned = self.words.inverted or self.words.verb_first
        if not turned or self.words.objects.fullmatch(cue.group()) or end < 0 or self.span.end - end < SHORTEST:
            return ()
        if opened.end - opened.start < FEW_WORDS or not (self.voices.noun(opened) or self.verbless(opened)):
            return ()
        if not (self.turning.only_speaker(cue.end(), end) or self.turning.whoever(cue, end)):
            return ()
        rest = trim(self.text, Span(end + 1, self.clause_end(end + 1, max(stop, end + 1))))
        return () if self.words.cues.match(self.text, rest.start) else (opened, rest)  # "…, said X, adding that …"

    def verbless(self, span: Span) -> bool:
        """Whether a stretch is a few words without a verb, in a language that writes nouns without articles."""
        few = len(WORD.findall(self.text, *span)) <= NOUN_WORDS
        return few and not self.words.articles and self.words.finite.search(self.text, *span) is None

    def inserted(self, cue: re.Match[str], begin: int) -> Span | None:
        """What stands before "…, as X reported"."""
        like = list(self.words.likewise.finditer(self.text, max(begin, cue.start() - WINDOW), cue.start()))[-1:]
        comma = trim(self.text, Span(begin, like[0].start())).end if like else begin
        return Span(begin, comma) if comma - begin > SHORTEST and self.text[comma : comma + 1] == "," else None

    def resumed(self, end: int) -> Span | None:
        """What goes on, with its verb, behind a clause of saying that is set between commas and ends at `end`."""
        verb = WORD.match(self.text, end + 2)
        if self.text[end : end + 1] != "," or verb is None or self.span.end - end <= SHORTEST:
            return None
        return Span(end + 1, self.span.end) if self.words.finite.fullmatch(verb.group()) else None

    def clause_end(self, start: int, stop: int) -> int:
        """Where a clause ends: with its sentence, or at the comma before the next cue; without one the next cue is inside."""
        if (colon := self.before_quotation(start, stop)) is not None:
            return colon
        if stop >= self.span.end:
            return self.span.end
        if (joint := self.parallel(start, stop)) is not None:
            return joint
        comma = max(self.text.rfind(mark, max(start, stop - WINDOW), stop) for mark in ",،")
        if comma > start and not (self.words.capitals and self.voices.hangs_on(Span(comma + 1, stop), relative=True)):
            return comma
        later = self.text.find(",", stop, min(self.span.end, stop + WINDOW))
        return later if later > 0 and self.words.cues.search(self.text, later, min(self.span.end, later + NEAR)) else self.span.end

    def before_quotation(self, start: int, stop: int) -> int | None:
        """Where a clause ends that a colon and a quotation follow, which is said beside it: "denied that he knew: "I did not"."""
        before = (trimmed(self.text, (start, quote.start)).end for _, quote in self.quotes if start < quote.start < stop)
        return next((end - 1 for end in before if end - start > TIGHT and self.text[end - 1] in ":："), None)

    def parallel(self, start: int, stop: int) -> int | None:
        """Where what is said ends since its speaker says another thing: at the conjunction before a cue that opens a content of its own."""
        cues = islice(self.words.cues.finditer(self.text, stop, min(self.span.end, stop + WINDOW)), LATER)
        return next((at for cue in cues if (at := self.parallel_at(start, cue)) is not None), None)

    def parallel_at(self, start: int, cue: re.Match[str]) -> int | None:
        """Where the conjunction stands before a cue that opens a content of its own, or the cue that is written together with it."""
        together = bool(self.words.joined) and cue.group().startswith(self.words.joined)
        joint = cue if together else self.voices.conjunction(Span(max(start, cue.start() - WINDOW), cue.start()))
        if joint is None:
            return None
        end = min(self.span.end, cue.end() + OPENED)
        quoted = any(0 <= quote.start - cue.end() <= OPENED for _, quote in self.near(cue.end(), end))
        own = quoted or self.opened(cue, end) is not None or self.words.infinitive.search(self.text, cue.end(), end) is not None
        return joint.start() if own else None

    def aside_end(self, start: int, stop: int) -> int:
        """Where the clause behind a noun ends: at a comma before the verb of the clause around it, else as any clause."""
        comma = self.text.find(",", start, min(self.span.end, start + WINDOW))
        following = WORD.match(self.text, comma + 2) if comma > 0 else None
        return comma if following is not None and self.words.finite.fullmatch(following.group()) else self.clause_end(start, stop)
