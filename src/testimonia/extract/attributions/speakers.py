"""Who a source is: the name in the same article that it stands for, and what kind of source it is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from testimonia.base.extractions import Attribution, Mention
from testimonia.base.languages import table
from testimonia.base.spans import Span
from testimonia.extract.attributions.sourcing import Heads
from testimonia.extract.parsing import Parsed

REACH = 700  # characters before a pronoun in which the names lie that it may stand for
MOST = 3  # names kept as candidates

KINDS = {
    "person": "person",
    "organisation": "organisation",
    "place": "organisation",
    "group": "collective",
    "work": "document",
    "event": "document",
}


class Speakers:
    """Resolves sources within one article."""

    def __init__(self, parsed: Parsed, mentions: tuple[Mention, ...]) -> None:
        self.text = parsed.text
        self.mentions = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
        self.starts = [mention.start for mention in self.mentions]
        speech = table(parsed.language, "speech")
        pack = speech.get("sources", {})
        self.heads = Heads(parsed, speech)
        self.names = [mention for mention in self.mentions if mention.form == "name"]
        self.name_starts = [mention.start for mention in self.names]
        self.indefinite = tuple(f"{article} " for article in str(table(parsed.language, "names").get("indefinite", "")).split())
        plain = speech.get("plain", {})
        self.joints = frozenset(word for key in ("links", "of") for word in plain.get(key, ()))
        self.nouns: dict[str, str] = {word: kind for kind, words in pack.items() for word in words}

    def of(self, source: Span | None) -> tuple[Span | None, tuple[Span, ...], str]:
        """The span of the speaker's name, the candidates when that stays open, and the kind of source."""
        if source is None:
            return None, (), "none"
        inside = self.within(source)
        meant = self.meant(source, inside)
        for mention in meant:
            if mention.form == "name" or mention.antecedent is not None:
                span = mention.antecedent or Span(mention.start, mention.end)
                return span, (), self.kind(source, mention)
        candidates = tuple(sorted({span for mention in meant for span in mention.candidates}))
        if not candidates and inside and all(mention.form == "pronoun" for mention in inside):
            candidates = self.before(source)
        return None, candidates, self.kind(source, inside[0] if inside else None)

    def meant(self, source: Span, inside: list[Mention]) -> list[Mention]:
        """The mentions that are the source, not a part of its description; all of them where there is no parse to tell."""
        heads = self.heads.of(source)
        if heads is None:
            return self.unparsed(source, inside)
        found = [mention for head in heads for mention in inside if mention.start <= head < mention.end]
        known = any(mention.form == "name" or mention.antecedent is not None for mention in found)
        return found if known else [*found, *self.introduced(source, inside)]

    def introduced(self, source: Span, inside: list[Mention]) -> list[Mention]:
        """The person whose name ends a source behind a comma, where its article says that somebody new comes: "a lawyer for X, Ana Y"."""
        if not source.of(self.text).casefold().startswith(self.indefinite):
            return []
        named = [one for one in inside if one.form == "name" and one.type == "person" and one.end == source.end]
        return [one for one in named if self.text[one.start - 2 : one.start] == ", "]

    def unparsed(self, source: Span, inside: list[Mention]) -> list[Mention]:
        """The mentions that are the source, without a parse: the person or the apposition at its end, else what no "of" hangs on a noun."""
        own = [one for one in inside if not self.hangs(source, one)]
        ends = [one for one in own if one.end == source.end]
        last = [one for one in ends if one.type == "person" or self.text[one.start - 2 : one.start] == ", "]
        speaks_for = any(word in self.heads.speaking_for for word in source.of(self.text).casefold().split()[:2])
        return last or (inside if speaks_for else own)

    def hangs(self, source: Span, one: Mention) -> bool:
        """Whether a word for "of" stands between the noun that opens a source and a name ("the mayor of Y")."""
        words = self.text[source.start : one.start].casefold().split()
        return len(words) > 1 and any(word in self.joints for word in words[-2:] if word is not words[0])

    def before(self, pronoun: Span) -> tuple[Span, ...]:
        """The last names before a pronoun that nothing resolves: one of them is meant, or none."""
        last = bisect_left(self.name_starts, pronoun.start)
        near = [one for one in reversed(self.names[max(0, last - 4 * MOST) : last]) if pronoun.start - one.end <= REACH]
        named = {one.name.casefold(): Span(one.start, one.end) for one in reversed(near)}
        return tuple(sorted(named.values())[-MOST:])

    def within(self, source: Span) -> list[Mention]:
        """The mentions inside a source, in order."""
        first = bisect_right(self.starts, source.start - 1)
        last = bisect_right(self.starts, source.end)
        return [mention for mention in self.mentions[first:last] if mention.end <= source.end]

    def kind(self, source: Span, mention: Mention | None) -> str:
        """The kind of a source, from the words that the pack knows, else from what is mentioned in it."""
        for word in source.of(self.text).lower().replace(",", " ").split()[:12]:
            if word in self.nouns:
                return self.nouns[word]
        return KINDS.get(mention.type, "collective") if mention is not None else "anonymous"


def first_persons(parsed: Parsed, rows: Sequence[Attribution], selves: frozenset[str]) -> tuple[Attribution, ...]:
    """The attributions with whoever says "I": the speaker of the direct speech that it stands in, else the article's author.

    Every `parent` stands before what it holds. Where neither is known the speaker stays open.
    """
    done: dict[str, Attribution] = {}
    author = parsed.article.author.span if parsed.article.author is not None else None
    for row in rows:
        if row.speaker is None and row.source is not None and row.source.of(parsed.text).casefold() in selves:
            voice = quoting(row, done)
            speaker, candidates = (voice.speaker, voice.speakers) if voice is not None else (author, ())
            row = replace(row, speaker=speaker, speakers=candidates if speaker is None else (), source_kind="person")
        done[row.id] = row
    return tuple(done.values())


def quoting(row: Attribution, above: dict[str, Attribution]) -> Attribution | None:
    """The innermost direct or mixed speech that a row stands in."""
    while row.parent is not None and row.parent in above:
        row = above[row.parent]
        if row.kind != "indirect":
            return row
    return None
