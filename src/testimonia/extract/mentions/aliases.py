"""Names that an article declares to mean the same: `X (the A/ B)`, "also known as", "formerly", "X, the Y"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from testimonia.base.extractions import Alias, Mention
from testimonia.base.languages import primary, table
from testimonia.base.phrases import any_of
from testimonia.base.spans import Span
from testimonia.extract.mentions.words import listed, words
from testimonia.extract.parsing import Parsed

BRACKET = re.compile(r"[ \u00a0]{0,2}\(([^()\n]{2,200})(?:\)|\n|$)")
MARKS = r"[\s,;:/|&…“”\"'‘’.\-–]+"
APPOSED = re.compile(r",? (?:or )?(?:the )?", re.IGNORECASE)
ACRONYM = re.compile(r"[^\W\d_a-z]{2,10}(?:[-‐‑][A-Z\d]{1,3})?|[A-Z][a-z]?[A-Z]{1,6}[a-z]?[A-Z]?")
Pair = tuple[Span, Span, str]


class Row:
    """The referring mentions of an article side by side: a titled name as its name alone, a phrase built on a name as the phrase.

    `anchors` holds, for the end of each phrase, the name that ends there too ("members of *the Union*").
    """

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions: list[Mention] = []
        self.anchors = {mention.end: mention for mention in mentions if mention.form == "name"}
        for mention in mentions:
            titled = mention.antecedent is not None and mention.antecedent.end == mention.end and mention.antecedent.start > mention.start
            if mention.form != "pronoun" and not titled and not (self.mentions and mention.start < self.mentions[-1].end):
                self.mentions.append(mention)
        self.starts = [mention.start for mention in self.mentions]

    def of(self, start: int, end: int) -> list[Mention]:
        """The mentions wholly inside a stretch, in order."""
        out = []
        for index in range(bisect_left(self.starts, start), len(self.mentions)):
            if self.mentions[index].end > end:
                break
            out.append(self.mentions[index])
        return out


def find_aliases(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[Alias, ...]:
    """Names that the article declares to mean the same, in order."""
    found = sorted(set(declared(parsed.text, Row(mentions), parsed.language)))
    return tuple(Alias(parsed.document.id, parsed.article.id, name, alias, kind) for name, alias, kind in found)


def declared(text: str, row: Row, language: str) -> Iterator[Pair]:
    """The pairs of spans and how each is declared."""
    language = primary(language)
    for index, mention in enumerate(row.mentions):
        yield from in_brackets(text, row.anchors.get(mention.end, mention), row, language)
        if index + 1 < len(row.mentions):
            yield from side_by_side(text, mention, row.mentions[index + 1], language)


@cache
def phrase_pattern(language: str) -> re.Pattern[str]:
    """The phrases of a language that declare another name; a star stands for one to three words."""
    phrases = sorted(words(language).also, key=len, reverse=True)
    written = (re.escape(phrase).replace(r"\*", r"\w+(?: \w+){0,2}") for phrase in phrases)
    return re.compile("|".join(rf"(?<!\w){phrase}(?!\w)" for phrase in written) or r"(?!)", re.IGNORECASE)


def in_brackets(text: str, mention: Mention, row: Row, language: str) -> Iterator[Pair]:
    """Names in brackets behind a name, when the brackets hold nothing but names."""
    bracket = BRACKET.match(text, mention.end, mention.end + 210)
    if bracket is None:
        return
    start, end = bracket.span(1)
    items = row.of(start, end)
    said = phrase_pattern(language).search(text, start, end) is not None
    if not items or not only_names(text, (start, end), items, language):
        return
    short = any(fits_initials(item.name, mention.name) or fits_initials(mention.name, item.name) for item in items)
    listed = len(items) > 1 and any(is_acronym(item.name) for item in items) and mention.type != "place"
    translated = len(items) == 1 and is_acronym(items[0].name) and items[0].type != "place" and a_body(mention)
    if said or short or listed or translated:
        for item in items:
            kind = "also known as" if said else "acronym" if fits_initials(item.name, mention.name) else "brackets"
            yield Span(mention.start, mention.end), Span(item.start, item.end), kind


def a_body(mention: Mention) -> bool:
    """Whether a name is a body's full one, which may have an acronym in brackets that is made of another language's words."""
    return mention.type == "organisation" and mention.form == "name" and sum(word[:1].isupper() for word in mention.name.split()) > 1


def only_names(text: str, stretch: tuple[int, int], items: list[Mention], language: str) -> bool:
    """Whether a stretch holds names, separators and declaring phrases, and nothing else."""
    rest, at = [], stretch[0]
    for item in items:
        rest.append(text[at : item.start])
        at = item.end
    rest.append(text[at : stretch[1]])
    return not beside(language).sub("", phrase_pattern(language).sub("", " ".join(rest)))


@cache
def beside(language: str) -> re.Pattern[str]:
    """Separators and the small words of a language that may stand with another name in brackets ("now X", "X and Y")."""
    told = str(table(language, "names").get("alias", {}).get("beside", "")).split()
    small = any_of({*told, *listed(language, "articles"), *listed(language, "joiners")})
    return re.compile(rf"{MARKS}|\b(?:{small})\b", re.IGNORECASE)


def side_by_side(text: str, mention: Mention, other: Mention, language: str) -> Iterator[Pair]:
    """ "X, also known as Y"; "X, the Y" where both are names of one kind."""
    gap = text[mention.end : other.start]
    if len(gap) > 40 or "\n" in gap or (mention.form == "role" and " of " in mention.name):
        return  # "the seat of a group known as X": which of the two is X?
    phrase = phrase_pattern(language).search(gap)
    pair = (Span(mention.start, mention.end), Span(other.start, other.end))
    if phrase is not None and phrase.group().casefold() != "so-called":
        if not re.sub(
            r"[\s,;(“\"‘'\-–—]|\b(?:is|are|was|were|the|and|or|as)\b|\b(?:\w+ )?(?:acronym|initials)\b",
            "",
            gap[: phrase.start()] + gap[phrase.end() :],
        ):
            yield (*pair, "also known as")
    elif APPOSED.fullmatch(gap) and (fits_initials(other.name, mention.name) or fits_initials(mention.name, other.name)):
        yield (*pair, "apposition")


def is_acronym(name: str) -> bool:
    """A word of capitals, with a number or letter of its own behind a hyphen, or small letters between ("MoD")."""
    return ACRONYM.fullmatch(name) is not None and 2 <= len(name) <= 10


def fits_initials(short: str, name: str) -> bool:
    """Whether the capitals of an acronym stand, in order, at the beginnings of the name's words (each but small words may be used)."""
    letters = short.replace(".", "")
    if not is_acronym(letters) or is_acronym(name):
        return False
    parts = [part for part in re.split(r"[\s\-‐‑/’']+", name) if part]
    at = 0
    for part in parts:
        if at < len(letters) and part[0].casefold() == letters[at].casefold():
            at += 1
    return at == len(letters) and len([part for part in parts if part[0].isupper()]) <= len(letters) + 2
