"""Who asks and who answers in an interview whose turns carry no names, or initials only: what the text before the first turn says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.base.extractions import Mention
from testimonia.base.languages import table
from testimonia.base.spans import Span
from testimonia.extract.parsing import Paragraph, Parsed

INITIALS = 4  # letters of the longest label that is read as somebody's initials
MOST = 3  # persons kept as candidates


@dataclass(frozen=True, slots=True)
class Interview:
    """The voices of an article's turns: the spans of their names, and of those who may answer when that stays open."""

    persons: tuple[Mention, ...] = ()
    asking: Span | None = None
    answering: Span | None = None
    candidates: tuple[Span, ...] = ()

    def voice(self, kind: str) -> tuple[Span | None, tuple[Span, ...]]:
        """Who speaks an unlabelled turn (`question`, `answer`), and the candidates when that is open."""
        if kind == "question":
            return self.asking, ()
        return (self.answering, self.candidates if self.answering is None else ()) if kind == "answer" else (None, ())

    def initialled(self, label: str) -> Span | None:
        """The one person whose initials a label gives ("AQ" for Ada Quill)."""
        letters = label.replace(".", "").replace(" ", "")
        if not (2 <= len(letters) <= INITIALS and letters.isupper()):
            return None
        fitting = [one for one in self.persons if "".join(word[0] for word in one.name.split()) == letters]
        return Span(fitting[0].start, fitting[0].end) if len({folded(one) for one in fitting}) == 1 else None


def interview(parsed: Parsed, mentions: Sequence[Mention]) -> Interview:
    """The voices of an article's interview, from its title and the paragraphs before its first turn.

    Who answers is the one person whom a sentence on the interview names, else the one person whom the introduction names at all; the
    article's author asks and is neither.
    """
    turns = [turn for turn in parsed.article.turns if turn.kind != "letter"]
    if not turns:
        return Interview()
    opening = min(turn.start for turn in turns)
    head = [paragraph for paragraph in parsed.paragraphs if paragraph.part == "title" or paragraph.end <= opening]
    persons = [one for one in mentions if one.form == "name" and one.type == "person" and standing(one, head)]
    author = parsed.article.author
    others = [one for one in persons if author is None or not frozenset(author.value.casefold().split()) >= folded(one)]
    told = [one for one in others if any(span.start <= one.start < span.end for span in on_interviews(head, parsed.language))]
    answering = only(told) if told else only(others)
    return Interview(tuple(persons), author.span if author else None, answering, firsts(told or others))


def standing(mention: Mention, paragraphs: Iterable[Paragraph]) -> bool:
    """Whether a mention stands in one of the paragraphs."""
    return any(paragraph.start <= mention.start < paragraph.end for paragraph in paragraphs)


def on_interviews(paragraphs: Iterable[Paragraph], language: str) -> list[Span]:
    """The sentences that say that somebody is interviewed."""
    words = beginnings(language)
    sentences = ((paragraph, one) for paragraph in paragraphs for one in paragraph.doc.sents)
    told = ((paragraph, one) for paragraph, one in sentences if any(word in one.text.casefold() for word in words))
    return [paragraph.span(one.start_char, one.end_char) for paragraph, one in told]


@cache
def beginnings(language: str) -> tuple[str, ...]:
    """The words of a language for being interviewed."""
    return tuple(table(language, "page").get("interview", ()))


def folded(mention: Mention) -> frozenset[str]:
    """The words of a name, for telling persons apart."""
    return frozenset(mention.name.casefold().split())


def firsts(persons: Sequence[Mention]) -> tuple[Span, ...]:
    """Where each of the persons is named first."""
    return tuple(sorted(Span(one.start, one.end) for one in fullest(persons))[:MOST])


def only(persons: Sequence[Mention]) -> Span | None:
    """The one person that all the mentions may name, or none."""
    named = fullest(persons)
    return Span(named[0].start, named[0].end) if len(named) == 1 else None


def fullest(persons: Sequence[Mention]) -> list[Mention]:
    """A mention for each person: those whose words stand in a longer name are the same person."""
    kept: list[Mention] = []
    for one in sorted(persons, key=lambda one: (-len(folded(one)), one.start)):
        if not any(folded(one) <= folded(other) for other in kept):
            kept.append(one)
    return kept
