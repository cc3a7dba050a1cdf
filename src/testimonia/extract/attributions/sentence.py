"""One sentence of a language without a parser: what its verbs and nouns of saying, its "according to" and its mood attribute."""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.base.spans import Span
from testimonia.extract.attributions.according import SHORTEST, Grounds
from testimonia.extract.attributions.charges import charged, stated_by
from testimonia.extract.attributions.clauses import FEW_WORDS, NEAR, TIGHT, Clauses
from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.phrases import trim
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.said import GROUND, REPORTED, WORD, Said, inside, titled
from testimonia.extract.attributions.voices import LONGEST, WINDOW, Voices

CLAUSE = 20  # characters of a clause before "…, so X."
CLAUSE_APART = 25  # characters of one before a turned clause of saying, and of what may stand between it and the verb


def speaks(text: str, quote: Quote) -> bool:
    """Whether a quotation that nobody introduces is speech rather than a name or an emphasis."""
    inner = quote.spans[0].of(text)
    return len(WORD.findall(inner)) > FEW_WORDS and (inner.rstrip("\"”“»«’' ")[-1:] in ".!?,…" or len(inner) > 80)


class Sentence:
    """One sentence with the quotations in it."""

    def __init__(self, text: str, span: Span, quotes: list[tuple[int, Quote]], words: Speech) -> None:
        self.text, self.span, self.quotes, self.words = text, span, quotes, words
        self.voices = Voices(text, span, words)
        self.clauses = Clauses(text, span, quotes, self.voices)
        self.quotations = self.clauses.quotations
        self.turning = self.clauses.turning
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
        return found + self.introduced(used, found)

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

    def introduced(self, used: set[int], found: Sequence[Said]) -> list[Said]:
        """Quotations that no known cue introduces, beside what was `found` before."""
        left = [(n, q) for n, q in self.quotes if n not in used and len(WORD.findall(q.spans[0].of(self.text))) > FEW_WORDS]
        said = [(number, self.uncued(quote, found)) for number, quote in left]
        used.update(number for number, one in said if one is not None)
        return [one for _, one in said if one is not None]

    def uncued(self, quote: Quote, found: Sequence[Said]) -> Said | None:
        """A quotation without a known cue: said by whoever stands behind a verb at its end, or speaks before its colon."""
        before = self.text[self.span.start : quote.start].rstrip()
        verb = self.turning.unlisted(quote.spans[-1].end)
        if verb is not None and not before[-1:].isalnum():
            return Said(self.voices.of(verb, quote.spans), verb, quote.spans, "say", "quotation with a verb")
        if before[-1:] != ":":
            return None
        goes_on = [said for said in found if 0 <= quote.start - said.content[-1].end <= TIGHT]
        if not (goes_on or speaks(self.text, quote)):
            return None
        opening = Span(max(self.span.start, quote.start - WINDOW), quote.start)
        return Said(goes_on[-1].source if goes_on else self.voices.turned(opening), None, quote.spans, "say", "behind a colon")

    def of_cue(self, cue: re.Match[str], begin: int, stop: int, used: set[int]) -> Said | None:
        """What one cue attributes: the quotations next to it, else the clause that it opens, else the clause before it."""
        stance = self.words.stance(cue)
        if self.words.closing.fullmatch(cue.group()):
            return self.closes(cue, begin, stance, used)
        around = [
            (n, q)
            for n, q in self.clauses.near(cue.start() - NEAR, cue.end() + NEAR)
            if n not in used and not titled(self.text, q.spans[0], self.words.cues)
        ]
        left = [(n, q) for n, q in around if 0 <= cue.start() - q.spans[0].end <= NEAR // 2 and not self.described(q, cue)]
        right = [(n, q) for n, q in around if 0 <= q.start - cue.end() <= NEAR and q.start <= stop]
        that = self.clauses.opened(cue, stop)
        if that is None and right and not left and self.said_behind(right[0][1], stop):
            return None
        touches = bool(left) and self.voices.touches(left[-1][1].spans[0].end, cue.start())
        if not (touches or right) and (charge := charged(self.clauses, cue, stop)) is not None:
            return self.said(cue, (charge[1],), stance, "charge", charge[0])
        if that is not None and not (right and right[0][1].start < that.start()) and not (touches and that.start() - cue.end() > TIGHT):
            end = (
                self.clauses.aside_end(that.end(), stop)
                if cue.group().lower() in self.words.nouns
                else self.clauses.clause_end(that.end(), stop)
            )
            return self.said(cue, (Span(that.start(), end),), stance, "conjunction")
        if not touches and (deed := self.clauses.deed(cue, stance, stop)) is not None:
            return self.said(cue, (deed,), stance, "infinitive")
        if not touches and (topic := self.clauses.topic(cue, stance, stop)) is not None:
            return self.spoken_of(self.said(cue, (topic,), stance, "topic"))
        clause = self.clauses.behind(cue, stop)
        if clause is not None and right and right[0][1].start - clause.start > 2:
            return self.said(cue, (clause,), stance, "after the cue")
        taken = left[-1:] + right[:1]
        if taken:
            used.update(n for n, _ in taken)
            return self.said(cue, tuple(span for _, quote in taken for span in quote.spans), stance, "quotation with cue")
        return self.unquoted(cue, begin, stop, stance)

    def spoken_of(self, said: Said | None) -> Said | None:
        """What somebody speaks about: nothing without a subject, or where the verb needs none and nobody who can speak is there."""
        if said is None or said.cue is None or said.source is None or (said.source.start > said.cue.start and not self.words.verb_first):
            return None
        return said if self.words.impersonal.fullmatch(self.text, *said.cue) is None or self.voices.speaks(said.source) else None

    def said_behind(self, quote: Quote, cue: int) -> bool:
        """Whether the next cue, which stands at `cue`, says whose a quotation is, with a name: "X welcomed it: "…", says the chair, Y."."""
        end, opened = quote.spans[-1].end, self.text[self.span.start : quote.start].rstrip().endswith(":")
        verb = self.words.cues.match(self.text, cue)
        if verb is None or not (opened and 0 <= cue - end <= TIGHT and "," in self.text[end - 2 : cue]):
            return False
        following = WORD.match(self.text, verb.end() + 1)
        return following is not None and following.group().lower() not in self.words.pronouns and self.voices.speaker_behind(verb.end())

    def described(self, quote: Quote, cue: re.Match[str]) -> bool:
        """Whether a cue behind a quotation only describes whoever said it: "…", complains a woman who asked to stay unnamed."""
        found = list(WORD.finditer(self.text, quote.spans[0].end, cue.start()))[2:]  # behind a verb and its subject
        return any(self.describing(word) for word in found)

    def describing(self, word: re.Match[str]) -> bool:
        """Whether a word opens a relative clause: a pronoun, behind a comma where it could be an article as well, or "that"."""
        low = word.group().lower()
        article = low in self.words.articles | self.words.links and self.text[word.start() - 2 : word.start()] != ", "
        return self.words.that.fullmatch(low) is not None or (low in self.words.relative and not article)

    def closes(self, cue: re.Match[str], begin: int, stance: str, used: set[int]) -> Said | None:
        """What a word attributes that stands behind what is said and before its source: "…, so X."; or "…, so sagt X."."""
        closing, cue = cue, self.words.cues.match(self.text, cue.end() + 1) or cue
        stance = self.words.stance(cue, stance)
        source = self.voices.behind(Span(*cue.span()), ())
        if not self.named(cue) or self.words.finite.search(self.text, *source) or self.words.that.match(self.text, cue.end() + 1):
            return None
        near = self.clauses.near(closing.start() - NEAR, closing.start())
        taken = [(n, q) for n, q in near if n not in used and 0 <= closing.start() - q.spans[0].end <= TIGHT]
        if taken:
            used.add(taken[-1][0])
            return self.said(cue, taken[-1][1].spans, stance, "quotation with cue")
        comma = self.trimmed(Span(begin, closing.start())).end
        if comma <= begin or self.text[comma] != "," or source.end - cue.end() > LONGEST:
            return None
        rest = self.clauses.resumed(source.end)
        if rest is not None:
            return self.said(cue, (Span(begin, comma), rest), stance, "around the cue")
        return self.said(cue, (Span(begin, comma),), stance, "before the cue") if comma - begin > CLAUSE else None

    def named(self, cue: re.Match[str]) -> bool:
        """Whether somebody comes right behind a cue, or it names a place or a document ("so heißt es in dem Bericht")."""
        following = WORD.match(self.text, cue.end() + 1)
        somebody = following is not None and following.group().lower() not in self.words.leads | self.words.skipped
        return somebody or self.words.impersonal.fullmatch(cue.group()) is not None

    def unquoted(self, cue: re.Match[str], begin: int, stop: int, stance: str) -> Said | None:
        """Indirect speech without a conjunction: after a colon or a comma behind the cue, or before the comma in front of it."""
        clause = self.clauses.behind(cue, stop)
        if clause is not None:
            return self.said(cue, (clause,), stance, "after the cue")
        led = self.clauses.led(cue, begin)
        if led is not None:
            return self.said(cue, (led,), stance, "as the source has it")
        around = self.clauses.around(cue, begin, stop)
        if around:
            return self.said(cue, around, stance, "around the cue")
        inserted = self.clauses.inserted(cue, begin)
        if inserted is not None:
            return self.said(cue, (inserted,), stance, "before the cue")
        comma = self.text.rfind(",", max(begin, cue.start() - WINDOW), cue.start())
        reported = self.words.reported.search(self.text, begin, comma) is not None
        close = cue.start() - comma <= CLAUSE_APART and comma - begin > (SHORTEST if self.words.inverted or reported else CLAUSE_APART)
        if close and (reported or self.turning.turned(cue, begin, comma)):
            return self.said(cue, (Span(begin, comma),), stance, "before the cue")
        stated = stated_by(self.clauses, cue, stop)
        said = self.said(cue, (stated,), stance, "object") if stated is not None else None
        return said if stated is not None and stated.end <= cue.start() else self.spoken_of(said)

    def said(self, cue: re.Match[str], content: tuple[Span, ...], stance: str, reason: str, by: Span | None = None) -> Said | None:
        """An attribution with its source (`by`, where that is known), its content trimmed."""
        fitted = tuple(span for span in (self.trimmed(self.uncommented(one)) for one in content) if span.end - span.start > 1)
        if not fitted:
            return None
        source = by or self.same_voice(cue) or self.voices.of(Span(*cue.span()), fitted)
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

    def hearsay(self) -> re.Match[str] | None:
        """The verb by which a sentence tells what is said to have been: "Zwei Männer *sollen* geflohen sein"."""
        verb = self.words.hearsay.search(self.text, *self.span)
        return verb if verb is not None and self.words.done.search(self.text, verb.end(), self.span.end) else None

    def reported(self) -> list[Said]:
        """A whole sentence in the mood of reported speech: somebody said it, this sentence does not say who.

        When only a clause behind a conjunction is in that mood, its sentence says who, with a verb that the pack does not know.
        """
        mood = self.words.reported.search(self.text, *self.span) or self.hearsay()
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
