"""A clause of saying that is turned round and stands behind what is said: "…, said X."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice, takewhile

from testimonia.base.spans import Span
from testimonia.extract.attributions.lexicon import TOLD
from testimonia.extract.attributions.phrases import trim
from testimonia.extract.attributions.said import WORD
from testimonia.extract.attributions.voices import DASHES, LONGEST, Voices

SITE = re.compile(r"\w\.[^\W\d_]{2,}(?!\w)")  # the address of a site
BEHIND = re.compile(r"[\"”“»«’')]*,[\"”“»«’')]*\s(?:[-–—]\s)?|\s?[-–—]\s")  # between a quotation and the verb that is turned round
PARTS = 4  # words of a verb with its auxiliary and its pronouns
SPEAKER_WORDS = 9  # words of whoever speaks in an inserted clause
PLAIN = (*TOLD, "promise")  # stances of the verbs that end a sentence which they report


@dataclass(frozen=True, slots=True)
class Turning:
    """Tells whether what stands before a comma and a verb of saying is said by whoever stands behind it."""

    voices: Voices

    def turned(self, cue: re.Match[str], begin: int, comma: int) -> bool:
        """Whether a whole clause stands before a turned clause of saying that ends its sentence, or a part of it: "…, sagte X."."""
        text, words = self.voices.text, self.voices.words
        between = text[comma + 1 : cue.start()]
        if between.strip(DASHES) or words.objects.fullmatch(cue.group()):
            return False
        end = self.end_of_speaker(cue.end())
        if words.stance(cue, "") not in PLAIN or end - cue.end() > LONGEST:
            return False
        opener = WORD.search(text, begin, comma)
        verbs = (verb.group().lower() for verb in words.finite.finditer(text, cue.end(), end))
        if opener is None or any(verb not in words.skipped for verb in verbs):
            return False
        if words.asyndetic:
            opens = opener.group().lower() in words.subordinate
            return not opens and bool(words.finite.search(text, begin, comma))
        placed = words.impersonal.fullmatch(cue.group()) is not None and self.voices.placed(cue.end())
        dashed = bool(between.strip())  # "…, – сказал X": so nothing else is written
        whole = dashed or placed or self.clausal(begin, comma) or self.only_speaker(cue.end(), end) or self.parted(cue, begin, comma)
        return words.inverted and whole

    def unlisted(self, end: int) -> Span | None:
        """The verb behind a quotation that can be nothing but one of saying: right behind its comma or dash, and before whoever speaks."""
        text, words = self.voices.text, self.voices.words
        opening = BEHIND.match(text, end - 2 if text[end - 2 : end - 1] == "," else end, self.voices.sentence.end)
        if opening is None or not (words.inverted or words.asyndetic):
            return None
        found = list(islice(WORD.finditer(text, opening.end(), self.voices.sentence.end), PARTS))
        helpers = list(takewhile(lambda word: word.group() in words.clitics or self.auxiliary(word.group()), found))
        verb = next(iter(found[len(helpers) :]), None)
        if verb is None or not verb.group().islower() or verb.group() in self.no_verbs():
            return None
        clitics = list(takewhile(lambda word: word.group() in words.clitics - words.articles, found[len(helpers) + 1 :]))
        end = (clitics or [verb])[-1].end()
        dash, comma = opening.group().strip(" \"”“»«’')")[-1:] in DASHES, "," in opening.group()
        return Span(found[0].start(), end) if (dash and comma) or self.somebody(end, near=dash) else None

    def auxiliary(self, word: str) -> bool:
        """Whether a word is a verb that stands before another one."""
        return (self.voices.words.auxiliary.fullmatch(word) or self.voices.words.finite.fullmatch(word)) is not None

    def somebody(self, start: int, *, near: bool) -> bool:
        """Whether whoever speaks comes right behind a verb: by name, by office, or as a noun with its article; `near` as the next word."""
        following = WORD.match(self.voices.text, start + 1)
        article = following is not None and following.group() in self.voices.words.articles
        small = following is not None and following.group().islower() and following.group() not in self.voices.words.speakers
        return article or (self.voices.speaker_behind(start) and not (near and small))

    def no_verbs(self) -> frozenset[str]:
        """Small words that are no verbs: those that open an adverbial, hang on a noun or stand for one, and nouns for who speaks."""
        words = self.voices.words
        return words.leads | words.links | words.articles | words.pronouns | words.joining | words.relative | words.skipped | words.speakers

    def end_of_speaker(self, start: int) -> int:
        """Where whoever speaks ends at the latest: at a comma, before a ground, or with the sentence."""
        comma = self.voices.text.find(",", start, self.voices.sentence.end)
        ground = self.voices.words.before.search(self.voices.text, start, self.voices.sentence.end)
        ends = [at for at in (comma, ground.start() if ground is not None else -1) if at >= 0]
        return min(ends, default=self.voices.sentence.end)

    def only_speaker(self, start: int, end: int) -> bool:
        """Whether nothing but who speaks stands behind a verb of saying: a few words with a name, or with a noun for a speaker first."""
        words = WORD.findall(self.voices.text, start, end)
        named = any(word[0].isupper() for word in words) or SITE.search(self.voices.text, start, end) is not None
        return len(words) <= SPEAKER_WORDS and (named or self.voices.speaker_behind(start))

    def whoever(self, cue: re.Match[str], end: int) -> bool:
        """Whether nothing but a noun stands behind a verb that reports or holds a view: with its article where there are such."""
        words, held = self.voices.words, trim(self.voices.text, Span(cue.end(), end))
        first = WORD.match(self.voices.text, *held)
        if first is None or words.stance(cue, "") not in (*PLAIN, "believe") or not self.voices.noun(held):
            return False
        low = first.group().lower()
        return low in words.articles if words.articles else low not in words.leads | words.links | words.agents | words.moments

    def clausal(self, begin: int, end: int) -> bool:
        """Whether a stretch opens with a whole clause, not with a noun and an aside ("the mayor, who was there,")."""
        comma = self.voices.text.find(",", begin, end)
        first = Span(begin, comma if comma >= 0 else end)
        verb = self.voices.words.finite.search(self.voices.text, *first)
        return verb is not None and self.voices.words.that.search(self.voices.text, begin, verb.start()) is None

    def parted(self, cue: re.Match[str], begin: int, comma: int) -> bool:
        """Whether a verb of saying with a noun phrase behind it and one comma before it, which then cuts no noun from its verb."""
        opening, rest = trim(self.voices.text, Span(begin, comma)), trim(self.voices.text, Span(cue.end(), self.voices.sentence.end))
        first = WORD.match(self.voices.text, *opening)
        alone = first is not None and first.group().lower() not in self.voices.words.leads and "," not in opening.of(self.voices.text)
        return alone and not self.voices.noun(opening) and rest.end > rest.start and self.voices.noun(rest)
