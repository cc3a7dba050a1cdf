"""Who a source is: the name in the same article that it stands for, and what kind of source it is."""

from __future__ import annotations

from bisect import bisect_right

from testimonia.base.extractions import Mention
from testimonia.base.languages import table
from testimonia.base.spans import Span
from testimonia.extract.parsing import Parsed

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
        pack = table(parsed.language, "speech").get("sources", {})
        self.nouns: dict[str, str] = {word: kind for kind, words in pack.items() for word in words}

    def of(self, source: Span | None) -> tuple[Span | None, tuple[Span, ...], str]:
        """The span of the speaker's name, the candidates when that stays open, and the kind of source."""
        if source is None:
            return None, (), "none"
        inside = self.within(source)
        for mention in inside:
            if mention.form == "name" or mention.antecedent is not None:
                span = mention.antecedent or Span(mention.start, mention.end)
                return span, (), self.kind(source, mention)
        candidates = tuple(sorted({span for mention in inside for span in mention.candidates}))
        return None, candidates, self.kind(source, inside[0] if inside else None)

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
