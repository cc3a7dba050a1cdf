"""Where the phrase of a source begins and ends, in a language without a parser: by its capitals, endings and small words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from testimonia.base.spans import Span, trimmed
from testimonia.extract.attributions.between import dates
from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.said import WORD

EDGES = "。、，；：,;:-–—.…،؛("
CLOSERS = '"”“»'
NAMED = 6  # words of a name in apposition
ADJECTIVES = ("e", "en", "er", "em", "es")  # how an inflected word before a capitalised noun ends
GENITIVES = ("er", "es")  # how it ends where it stands right behind another noun ("Angaben mehrerer Zeugen")


def trim(text: str, span: Span) -> Span:
    """A span without loose punctuation and white space at its ends; a closing bracket stays with what it closes."""
    return trimmed(text, span, EDGES + ")", EDGES)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds the ends of noun phrases within one sentence."""

    text: str
    sentence: Span
    words: Speech

    def end_of_noun(self, span: Span) -> int:
        """Where a noun with its article, the capitals behind it, and the nouns that "of" hangs on it end."""
        end, noun = span.start, False
        for word in WORD.finditer(self.text, *span):
            low, between = word.group().lower(), self.text[end : word.start()].strip()
            if end > span.start and between not in ("", "«", "»", "“", "”", "„", '"'):
                break
            if low in self.words.articles | self.words.links:
                noun = False
            elif noun and not word.group()[0].isupper():
                break
            else:
                noun = True
            end = word.end()
        return end + 1 if self.text[end : end + 1] in ("»", "”", '"') else end

    def noun(self, span: Span) -> bool:
        """Whether a stretch is a noun phrase and nothing else."""
        return self.end_of_noun(span) >= span.end

    def apposed(self, end: int, right: int) -> int:
        """Where a name between commas behind a noun ends ("the mayor of Y, X, …"); `end` itself where there is none."""
        if self.text[end : end + 2] != ", ":
            return end
        comma = self.text.find(",", end + 1, right + 1)
        stop = comma if comma > 0 else right
        words = [word.group() for word in WORD.finditer(self.text, end, stop)]
        named = all(word[0].isupper() or word.lower() in self.words.links for word in words)
        return stop if named and words and words[0][0].isupper() and len(words) <= NAMED else end

    def verb_opens(self, span: Span) -> bool:
        """Whether a stretch begins with a finite verb, so that its subject stands before it."""
        first = WORD.search(self.text, *span)
        return first is not None and first.group().islower() and self.words.finite.fullmatch(first.group()) is not None

    def unrelated(self, span: Span) -> Span:
        """A stretch without the relative pronoun at its end, where that can be no article ("un voisin *qui*")."""
        words = list(WORD.finditer(self.text, *span))
        last = words[-1].group().lower() if len(words) > 1 else ""
        pronoun = last in self.words.relative - self.words.articles - self.words.links
        return trim(self.text, Span(span.start, words[-1].start())) if pronoun else span

    def unlinked(self, span: Span) -> Span:
        """A stretch without the words at its end that would hang something on it ("Angaben des")."""
        words = list(WORD.finditer(self.text, *span))
        while len(words) > 1 and words[-1].group() in self.words.links:
            span = trim(self.text, Span(span.start, words.pop().start()))
        return span

    def unled(self, span: Span) -> Span:
        """A stretch without the words before a source that are not part of it ("auch", "zumal", "журналистам")."""
        words = self.words
        while (first := words.asides.match(self.text, *span) or WORD.match(self.text, *span)) is not None:
            told = first.group().lower() in words.stops - words.leads - words.moments and first.end() < span.end
            hangs = first.group().lower() in words.dependent - words.relative - words.leads
            if not (told or hangs or words.asides.fullmatch(first.group()) or first.group().lower() in words.skipped):
                break
            span = trim(self.text, Span(first.end(), span.end))
        return span

    def names(self, span: Span) -> bool:
        """Whether a phrase can be a source: where nouns are capitalised, it has a capital, or it is a pronoun."""
        if not self.words.capitals:
            return span.end > span.start
        found = [word.group() for word in WORD.finditer(self.text, *span)]
        return any(word != word.lower() and word.lower() not in self.words.links for word in found) or (
            len(found) == 1 and found[0].lower() in self.words.pronouns
        )

    def end_of_phrase(self, span: Span, *, fronted: bool = False) -> int:
        """Where the noun phrase at the start of a stretch ends: one pronoun, or all up to an adverbial or a verb.

        A phrase that is `fronted` stands before the verb of its sentence, with all that hangs on it.
        """
        found = list(WORD.finditer(self.text, *span))
        for number, word in enumerate(found):
            low = word.group().lower()
            if number == 0 and low in self.words.pronouns and not self.describes(found, 0):
                return word.end()
            if number and self.verbal(found, number):
                return word.start()
            if number and (
                low in self.words.stops
                or self.words.following.match(self.text, word.start())
                or dates(self.text, self.words, word.end(), low)
                or self.dated(found, number)
                or self.counts(found, number)
                or self.begins(found, number)
            ):
                return word.start()
            joins = (fronted or not self.words.capitals) and low in self.words.links
            if number and low in self.words.leads and not joins and self.names(Span(span.start, word.start())):
                return word.start()
        return span.end

    def begins(self, found: Sequence[re.Match[str]], number: int) -> bool:
        """Whether another phrase begins: an article right behind a noun ("laut Polizei das Gepäck"), a noun behind a name in quotes."""
        if not self.behind_noun(found, number):
            return False
        between = self.text[found[number - 1].end() : found[number].start()]
        return found[number].group() in self.words.articles or (between[:1] in CLOSERS and not found[number].group().islower())

    def behind_noun(self, found: Sequence[re.Match[str]], number: int) -> bool:
        """Whether the word before is a noun, in a language that capitalises them."""
        before = found[number - 1].group() if number else ""
        return self.words.capitals and before != before.lower() and before.lower() not in self.words.links

    def nested(self, found: Sequence[re.Match[str]], number: int) -> bool:
        """Whether a word may end what stands between an article and its noun ("einer am Dienstag verbreiteten Erklärung")."""
        opens = found[0].group().lower() in self.words.links and found[1].group().lower() in self.words.leads
        return opens or found[number - 1].group().lower() in self.words.moments

    def dated(self, found: Sequence[re.Match[str]], number: int) -> bool:
        """Whether an article opens the day on which somebody speaks ("a annoncé le groupe *ce* mardi")."""
        day = found[number + 1].group().lower() if number + 1 < len(found) else ""
        return day in self.words.moments and found[number].group() in self.words.articles

    def counts(self, found: Sequence[re.Match[str]], number: int) -> bool:
        """Whether a figure between two nouns counts what comes next ("nach Informationen dieser Zeitung 90.000 Euro")."""
        word = found[number]
        if not self.words.capitals or not word.group().isdigit() or self.text[word.end() : word.end() + 1] == "-":
            return False
        following = next((word.group() for word in found[number + 1 :] if not word.group().isdigit()), "")
        return found[number - 1].group()[0].isupper() and following[:1].isupper()

    def verbal(self, found: Sequence[re.Match[str]], number: int) -> bool:
        """Whether a word ends a noun phrase: a finite verb that the pack lists, or any small word that is no part of a phrase."""
        word = found[number].group()
        if self.words.finite.fullmatch(word):
            return True
        if not self.words.capitals or not word.islower() or word in self.words.links:
            return False
        return not self.describes(found, number)

    def describes(self, found: Sequence[re.Match[str]], number: int) -> bool:
        """Whether an inflected word stands before a capital or before another such word; behind a noun one in the genitive."""
        if not self.words.capitals or number + 1 == len(found):
            return False
        endings = GENITIVES if self.behind_noun(found, number) and not self.nested(found, number) else ADJECTIVES
        word, following = found[number].group(), found[number + 1].group()
        near = found[number + 1].start() - found[number].end() <= 2
        return near and len(word) > 3 and word.endswith(endings) and (following[0].isupper() or following.endswith(ADJECTIVES))
