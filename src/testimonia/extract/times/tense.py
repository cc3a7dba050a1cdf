"""Whether a date lies ahead of the text's own day, by the tense of the verb that it hangs on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Span, Token

from testimonia.base.languages import table
from testimonia.extract.parsing import Paragraph

VERBS = ("VERB", "AUX")
PAST, PRESENT = ("VBD", "VBN"), ("VBZ", "VBP")
ADVERBIAL = ("prep", "npadvmod", "tmod", "advmod")  # how a date hangs on a verb itself
FAR = 8  # steps from a date up to its verb

Tense = Literal["ahead", "past", "present", ""]
Telling = Callable[[int, int], Tense]


@dataclass(frozen=True)
class Signs:
    """The words that say that something is to come: beside a date, helping its verb, over its verb in the infinitive, or as its verb."""

    cues: frozenset[str]
    helpers: frozenset[str]
    planning: frozenset[str]
    scheduling: frozenset[str]
    refusing: frozenset[str]


@cache
def signs(language: str) -> Signs:
    """Those of a language."""
    held = table(language, "times")
    ahead = held.get("ahead", {})
    return Signs(
        frozenset(held["future_cues"]["words"]), *(frozenset(ahead[key]) for key in ("helpers", "planning", "scheduling", "refusing"))
    )


def tense_in(paragraph: Paragraph, language: str) -> Telling:
    """Tells, for one paragraph, of what time the words over a date speak; nothing where the parse does not say."""

    def tense(start: int, end: int) -> Tense:
        span = paragraph.doc.char_span(start, end, alignment_mode="expand") if paragraph.parsed else None
        return tense_over(span, signs(language)) if span is not None and len(span) else ""

    return tense


def tense_over(span: Span, known: Signs) -> Tense:
    """Whether the words over a date, up to its verb, or the tense of that verb speak of what is to come, was, or is."""
    chain = [span.root, *upward(span.root)]
    if any(token.lower_ in known.cues for token in (*chain, *span)):
        return "ahead"
    verb = chain[-1]
    if verb.pos_ not in VERBS:
        return ""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    helpers -= known.refusing if any(child.dep_ == "neg" for child in verb.children) else frozenset()  # "would not answer on Monday"
    perfect = any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children)
    direct = len(chain) > 1 and chain[-2].dep_ in ADVERBIAL and not perfect
    planned = "to" in helpers and verb.head.lemma_.lower() in known.planning
    scheduled = verb.tag_ in PRESENT and not helpers and verb.lemma_.lower() in known.scheduling
    if direct and (helpers & known.helpers or planned or scheduled):
        return "ahead"
    if verb.tag_ in PAST and (perfect or not helpers & known.helpers):
        return "past"
    now = verb.tag_ in PRESENT or any(child.tag_ in PRESENT and child.dep_ == "aux" for child in verb.children)
    return "present" if direct and now else ""


def upward(token: Token) -> Iterator[Token]:
    """The words above a token, up to the first verb."""
    for _ in range(FAR):
        if token.pos_ in VERBS or token.head.i == token.i:
            return
        token = token.head
        yield token
