"""Claims in languages without a parser: a figure, a date or a name, and next to it a word of the pack that says what happened.

`sentences` says what stands in a sentence; `figures`, `happenings`, `turns` and `ends` each make one kind of claim of it; `words` looks up
the pack (`claims.toml`).
"""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.base.extractions import Claim
from testimonia.extract.claims.reading import Read
from testimonia.extract.claims.unparsed.ends import end_claims
from testimonia.extract.claims.unparsed.figures import number_claims
from testimonia.extract.claims.unparsed.happenings import date_claims, site_claims, sites
from testimonia.extract.claims.unparsed.sentences import Sentence, mark, sentences
from testimonia.extract.claims.unparsed.turns import turn_claims
from testimonia.extract.claims.unparsed.words import words_of
from testimonia.extract.parsing import Parsed
from testimonia.extract.quantities.holding import Holding


def unparsed_claims(parsed: Parsed, read: Read, holding: Holding) -> Iterator[Claim]:
    """The claims of the sentences of an article that no parser has read."""
    told = list(sentences(parsed, read))
    for make in (event_claims, turn_claims, end_claims):
        for sentence in told:
            yield from make(sentence, holding)


def event_claims(sentence: Sentence, holding: Holding) -> Iterator[Claim]:
    """The figures, dates and places of events."""
    known = words_of(sentence.parsed.language)
    sited = sites(sentence, known) if known.events else []
    if known.events and (sentence.quantities or sentence.times or sited):
        mark(sentence, known)
        yield from number_claims(sentence, known, holding)
        yield from date_claims(sentence, holding)
        yield from site_claims(sentence, sited, holding)
