"""One sentence of a language without a parser: what its verbs and nouns of saying, its "according to" and its mood attribute."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import islice

from testimonia.base.spans import Span
from testimonia.extract.attributions.according import SHORTEST, Grounds
from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.said import GROUND, REPORTED, WORD, Said, inside, titled
from testimonia.extract.attributions.turning import DASHES, Turning
from testimonia.extract.attributions.voices import LONGEST, WINDOW, Voices, trim

NEAR = 90  # characters between a cue and the quotation that it introduces
TIGHT = 3  # characters between a quotation and a cue that it stands before
OPENED = 60  # characters between a cue and the word that opens what is said
LATER = 3  # verbs of saying behind the first in what is said among which one is looked for that goes on with the voice
ADVERBIAL = 30  # characters of adverbs between a verb of saying and the comma before what is said
OPENING = re.compile(r"[:,،]\s")
CLAUSE = 20  # characters of a clause before "…, so X."
FEW_WORDS = 3  # a quotation without a cue and with fewer words is a name or an emphasis


def speaks(text: str, quote: Quote) -> bool:
    """Whether a quotation that nobody introduces is speech rather than a name or an emphasis."""
    inner = quote.spans[0].of(text)
    return len(WORD.findall(inner)) > FEW_WORDS and (inner.rstrip("\"”“»«’' ")[-1:] in ".!?,…" or len(inner) > 80)


class Sentence:
    """One sentence with the quotations in it."""

    def __init__(self, text: str, span: Span, quotes: list[tuple[int, Quote]], words: Speech) -> None:
        self.text, self.span, self.quotes, self.words = text, span, quotes, words
        self.starts = [quote.start for _, quote in quotes]
        self.quotations = [quote.spans[0] for _, quote in quotes]
        self.voices = Voices(text, span, words)
        self.turning = Turning(self.voices)
        self.earlier: re.Match[str] | None = None  # the cue before the one that is read
        self.voice: Span | None = None  # who speaks by that cue, when it attributes anything

    def read(self, used: set[int]) -> list[Said]:
        """The attributions of the sentence; the numbers of the quotations that they take up are added to `used`."""
        cues = self.cues()
        found: list[Said] = []
        begin = self.span.start
        for number, cue in enumerate(cues):
            stop = cues[number + 1].start() if number + 1 < len(cues) else self.span.end
            said = self.of_cue(cue, begin, stop, used)
            begin = cue.end() if said is not None else begin
            if said is None and found and cue.end() <= found[-1].content[-1].end:
                continue  # a verb in what somebody says
            self.earlier, self.voice = cue, said.source if said is not None else None
            if said is not None:
                found.append(said)
        found += self.according(used, found)
        if not found and not self.quotes:
            found += self.reported()
        return found + self.introduced(used)

    def cues(self) -> list[re.Match[str]]:
        """The cues outside the quotations; where nouns are capitalised no noun that looks like a verb, and none right behind another."""
        found: list[re.Match[str]] = []
        for cue in self.words.cues.finditer(self.text, *self.span):
            noun = self.words.capitals and cue.group()[0].isupper() and cue.start() > self.span.start and not self.listed_noun(cue)
            if not (noun or inside(self.quotations, cue.start()) or (found and self.goes_with(found[-1], cue))):
                found.append(cue)
        return found

    def goes_with(self, before: re.Match[str], cue: re.Match[str]) -> bool:
        """Whether a cue right behind another is part of it: "it says literally:", "so the paper says"."""
        part = self.words.adding.fullmatch(cue.group()) or self.words.closing.fullmatch(before.group())
        return cue.start() - before.end() == 1 and part is not None

    def listed_noun(self, cue: re.Match[str]) -> bool:
        """Whether a cue is one of the nouns that a pack lists."""
        return cue.group().lower() in self.words.nouns or self.words.evidence.fullmatch(cue.group()) is not None

    def introduced(self, used: set[int]) -> list[Said]:
        """Quotations behind a colon that no known cue introduces: said by whoever opens the sentence."""
        found = []
        for number, quote in self.quotes:
            before = self.text[max(self.span.start, quote.start - 2) : quote.start]
            if number not in used and before.strip() == ":" and speaks(self.text, quote):
                used.add(number)
                source = self.voices.turned(Span(max(self.span.start, quote.start - WINDOW), quote.start))
                found.append(Said(source, None, quote.spans, "say", "behind a colon"))
        return found

    def near(self, start: int, end: int) -> list[tuple[int, Quote]]:
        """The quotations that touch a stretch, and the last one before it."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return self.quotes[first : bisect_right(self.starts, end)]

    def of_cue(self, cue: re.Match[str], begin: int, stop: int, used: set[int]) -> Said | None:
        """What one cue attributes: the quotations next to it, else the clause that it opens, else the clause before it."""
        stance = self.words.stances.get(cue.group().lower(), "say")
        if self.words.closing.fullmatch(cue.group()):
            return self.closes(cue, begin, stance, used)
        around = [
            (n, q)
            for n, q in self.near(cue.start() - NEAR, cue.end() + NEAR)
            if n not in used and not titled(self.text, q.spans[0], self.words.cues)
        ]
        left = [(n, q) for n, q in around if 0 <= cue.start() - q.spans[0].end <= NEAR // 2]
        right = [(n, q) for n, q in around if 0 <= q.start - cue.end() <= NEAR and q.start <= stop]
        that = self.opened(cue, stop)
        touches = bool(left) and not self.text[left[-1][1].spans[0].end : cue.start()].strip(DASHES + ",")
        if that is not None and not (right and right[0][1].start < that.start()) and not (touches and that.start() - cue.end() > TIGHT):
            end = self.aside_end(that.end(), stop) if cue.group().lower() in self.words.nouns else self.clause_end(that.end(), stop)
            return self.said(cue, (Span(that.start(), end),), stance, "conjunction")
        if self.words.topics.fullmatch(cue.group()):
            return self.said(cue, (Span(cue.end(), self.clause_end(cue.end(), stop)),), stance, "topic")
        if not touches and (deed := self.deed(cue, stance, stop)) is not None:
            return self.said(cue, (deed,), stance, "infinitive")
        clause = self.behind(cue, stop)
        if clause is not None and right and right[0][1].start - clause.start > 2:
            return self.said(cue, (clause,), stance, "after the cue")
        taken = left[-1:] + right[:1]
        if taken:
            used.update(n for n, _ in taken)
            return self.said(cue, tuple(span for _, quote in taken for span in quote.spans), stance, "quotation with cue")
        return self.unquoted(cue, begin, stop, stance)

    def opened(self, cue: re.Match[str], stop: int) -> re.Match[str] | None:
        """The conjunction near a cue that opens what is said."""
        that = self.words.that.search(self.text, cue.end(), min(stop, self.span.end))
        if that is None or self.clause_before(cue, that):
            return None
        closes = self.text[cue.end() : that.start()].rstrip(" ,").split()[-1:]  # the particle that closes the verb's own clause
        return that if that.start() - cue.end() <= OPENED or (closes and closes[0] in self.words.particles) else None

    def clause_before(self, cue: re.Match[str], that: re.Match[str]) -> bool:
        """Whether what is said begins before a conjunction, with the clause that it hangs on ("he said, he hoped, that")."""
        opening = OPENING.search(self.text, cue.end(), that.start())
        if not self.words.asyndetic or opening is None or len(WORD.findall(self.text, opening.end(), that.start())) < 2:
            return False
        return self.follows(cue, opening)

    def deed(self, cue: re.Match[str], stance: str, stop: int) -> Span | None:
        """What somebody says in the infinitive: behind the cue ("promised to sign"), or behind whom they accuse ("accused X of lying")."""
        start = self.voices.later(cue.end(), self.span.end)
        found = self.words.infinitive.search(self.text, start, min(self.span.end, start + OPENED))
        if found is None or self.words.particles or cue.group().lower() in self.words.nouns:
            return None
        between = self.text[start : found.start()].strip()
        if between and (stance != "accuse" or any(mark in between for mark in ",;:")):
            return None
        return Span(start, self.clause_end(found.end(), max(stop, found.end())))

    def closes(self, cue: re.Match[str], begin: int, stance: str, used: set[int]) -> Said | None:
        """What a word attributes that stands behind what is said and before its source: "…, so X."; or "…, so sagt X."."""
        closing, cue = cue, self.words.cues.match(self.text, cue.end() + 1) or cue
        stance = self.words.stances.get(cue.group().lower(), stance)
        source = self.voices.behind(Span(*cue.span()), ())
        if not self.named(cue) or self.words.finite.search(self.text, *source) or self.words.that.match(self.text, cue.end() + 1):
            return None
        near = self.near(closing.start() - NEAR, closing.start())
        taken = [(n, q) for n, q in near if n not in used and 0 <= closing.start() - q.spans[0].end <= TIGHT]
        if taken:
            used.add(taken[-1][0])
            return self.said(cue, taken[-1][1].spans, stance, "quotation with cue")
        comma = self.trimmed(Span(begin, closing.start())).end
        if comma <= begin or self.text[comma] != "," or source.end - cue.end() > LONGEST:
            return None
        rest = self.resumed(source.end)
        if rest is not None:
            return self.said(cue, (Span(begin, comma), rest), stance, "around the cue")
        return self.said(cue, (Span(begin, comma),), stance, "before the cue") if comma - begin > CLAUSE else None

    def named(self, cue: re.Match[str]) -> bool:
        """Whether somebody comes right behind a cue, or it names a place or a document ("so heißt es in dem Bericht")."""
        following = WORD.match(self.text, cue.end() + 1)
        somebody = following is not None and following.group().lower() not in self.words.leads | self.words.skipped
        return somebody or self.words.impersonal.fullmatch(cue.group()) is not None

    def resumed(self, end: int) -> Span | None:
        """What goes on, with its verb, behind a clause of saying that is set between commas and ends at `end`."""
        verb = WORD.match(self.text, end + 2)
        if self.text[end : end + 1] != "," or verb is None or self.span.end - end <= SHORTEST:
            return None
        return Span(end + 1, self.span.end) if self.words.finite.fullmatch(verb.group()) else None

    def unquoted(self, cue: re.Match[str], begin: int, stop: int, stance: str) -> Said | None:
        """Indirect speech without a conjunction: after a colon or a comma behind the cue, or before the comma in front of it."""
        clause = self.behind(cue, stop)
        if clause is not None:
            return self.said(cue, (clause,), stance, "after the cue")
        led = self.led(cue, begin)
        if led is not None:
            return self.said(cue, (led,), stance, "as the source has it")
        around = self.around(cue, begin, stop)
        if around:
            return self.said(cue, around, stance, "around the cue")
        inserted = self.inserted(cue, begin)
        if inserted is not None:
            return self.said(cue, (inserted,), stance, "before the cue")
        comma = self.text.rfind(",", max(begin, cue.start() - WINDOW), cue.start())
        close = cue.start() - comma <= 25 and comma - begin > (SHORTEST if self.words.inverted else 25)
        if close and (self.words.reported.search(self.text, begin, comma) or self.turning.turned(cue, begin, comma)):
            return self.said(cue, (Span(begin, comma),), stance, "before the cue")
        return None

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
        end = self.text.find(",", cue.end(), min(stop, cue.end() + LONGEST))
        opened = self.trimmed(Span(begin, cue.start()))
        if not self.words.inverted or self.words.objects.fullmatch(cue.group()) or end < 0 or self.span.end - end < SHORTEST:
            return ()
        if self.text[opened.end : cue.start()].strip() != "," or opened.end - opened.start < FEW_WORDS:
            return ()
        if not self.voices.noun(opened) or not self.turning.only_speaker(cue.end(), end):
            return ()
        return opened, Span(end + 1, self.clause_end(end + 1, max(stop, end + 1)))

    def inserted(self, cue: re.Match[str], begin: int) -> Span | None:
        """What stands before "…, as X reported"."""
        like = list(self.words.likewise.finditer(self.text, max(begin, cue.start() - WINDOW), cue.start()))[-1:]
        comma = self.trimmed(Span(begin, like[0].start())).end if like else begin
        return Span(begin, comma) if comma - begin > SHORTEST and self.text[comma : comma + 1] == "," else None

    def behind(self, cue: re.Match[str], stop: int) -> Span | None:
        """The clause of what is said that a colon or a comma behind the cue opens."""
        opening = OPENING.search(self.text, cue.end(), min(cue.end() + 50, self.span.end))
        if (framed := self.framed(cue, stop)) is not None:
            return framed
        if self.words.objects.fullmatch(cue.group()) or opening is None or self.span.end - opening.end() <= 15:
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
        hangs = following.group().lower() in self.words.subordinate or self.voices.relates(opening.end())
        if hangs or not ((last[:1] and last[0] in self.words.particles) or self.to_do(cue, opening)):
            return None
        return Span(opening.end(), self.clause_end(opening.end(), stop))

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
        return following is not None and following.group().lower() not in self.words.subordinate

    def clause_end(self, start: int, stop: int) -> int:
        """Where a clause ends: with its sentence, or at the comma before the next cue; without one the next cue is inside."""
        if stop >= self.span.end:
            return self.span.end
        if (joint := self.parallel(start, stop)) is not None:
            return joint
        comma = max(self.text.rfind(mark, max(start, stop - WINDOW), stop) for mark in ",،")
        if comma > start and not (self.words.capitals and self.voices.hangs_on(Span(comma + 1, stop), relative=True)):
            return comma
        later = self.text.find(",", stop, min(self.span.end, stop + WINDOW))
        return later if later > 0 and self.words.cues.search(self.text, later, min(self.span.end, later + NEAR)) else self.span.end

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

    def said(self, cue: re.Match[str], content: tuple[Span, ...], stance: str, reason: str) -> Said | None:
        """An attribution with its source, its content trimmed."""
        fitted = tuple(span for span in (self.trimmed(self.uncommented(one)) for one in content) if span.end - span.start > 1)
        if not fitted:
            return None
        source = self.same_voice(cue) or self.voices.of(Span(*cue.span()), fitted)
        return Said(source, Span(*cue.span()), fitted, stance, reason)

    def uncommented(self, span: Span) -> Span:
        """A content without a clause on the whole of it that is not in the mood of reported speech ("…, was viele freut")."""
        for comment in self.words.commenting.finditer(self.text, *span):
            before = self.text[span.start : comment.start()].rstrip()
            outside = before.endswith(",") and not inside(self.quotations, comment.start())
            if outside and self.words.reported.search(self.text, comment.end(), span.end) is None:
                return Span(span.start, comment.start())
        return span

    def same_voice(self, cue: re.Match[str]) -> Span | None:
        """Who speaks by the cue before this one, when this one goes on with it: "…, adding that", "X denied it and said that"."""
        if self.earlier is None or self.earlier.group().lower() in self.words.nouns:
            return None
        together = bool(self.words.joined) and cue.group().startswith(self.words.joined)
        goes_on = together or self.words.following.fullmatch(cue.group())
        if not goes_on and self.voices.conjunction(Span(self.earlier.end(), cue.start())) is None:
            return None
        return self.voice or self.voices.of(Span(*self.earlier.span()), ())

    def trimmed(self, span: Span) -> Span:
        """A span without loose punctuation at its ends."""
        return trim(self.text, span)

    def according(self, used: set[int], found: list[Said]) -> list[Said]:
        """ "According to X": the source follows (or precedes) the words, the rest of its clause is the content.

        Beside what was `found` it opens the sentence, or stands in what somebody says: else it tells whom that one cites.
        """
        for cue, source, kept in Grounds(self.voices, self.quotations).found():
            if not all(self.beside(Said(source, cue, kept, "say", ""), said) for said in found):
                continue
            used.update(n for n, q in self.quotes if n not in used and any(part.holds(q.spans[0]) for part in kept))
            return [Said(source, cue, kept, "say", GROUND)]
        return []

    def beside(self, ground: Said, said: Said) -> bool:
        """Whether a ground attributes something beside an attribution of its sentence."""
        ground_cue, ground_source = ground.cue or self.span, ground.source or self.span
        parts = [span for span in (said.cue, said.source) if span is not None]
        if ground.content == said.content or any(span.overlap(ground_cue) or span.overlap(ground_source) for span in parts):
            return False
        opens = all(ground_cue.start < span.start for span in (*parts, *said.content))
        within = said.content[0].start <= ground_cue.start < said.content[-1].end
        return opens or within or not any(part.overlap(span) for part in ground.content for span in parts)

    def reported(self) -> list[Said]:
        """A whole sentence in the mood of reported speech: somebody said it, this sentence does not say who.

        When only a clause behind a conjunction is in that mood, its sentence says who, with a verb that the pack does not know.
        """
        mood = self.words.reported.search(self.text, *self.span)
        if mood is None:
            return []
        that = self.words.that.search(self.text, self.span.start, mood.start())
        opening = Span(self.span.start, that.start()) if that is not None else None
        words = list(WORD.finditer(self.text, *opening)) if opening is not None else []
        if that is not None and opening is not None and len(words) > 1:
            verbs = [word for word in words[1:] if word.group().islower() and word.end() - word.start() > FEW_WORDS]
            cue = Span(*(verbs or words)[-1].span())
            return [Said(self.voices.turned(opening), cue, (self.trimmed(Span(that.start(), self.span.end)),), "say", "conjunction")]
        return [Said(None, None, (self.trimmed(self.span),), "say", REPORTED)]
