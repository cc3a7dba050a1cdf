"""Clauses of time that tell of what the same text dates elsewhere: "When the refugees came to Vardia", who "came in 2013".

A *when*-clause is a time expression as a date is; its value stands on the text's own time line (Pustejovsky et al. 2003, TimeML).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from testimonia.base.extractions import Time
from testimonia.base.ids import row_id
from testimonia.extract.parsing import Paragraph, Parsed
from testimonia.extract.times.values import point

LONGEST = 14  # words of a clause; the parser hangs the main clause into longer ones
SHARED = 2  # names that both clauses hold
VERBS = ("VERB", "AUX")

Dated = dict[str, list[tuple[frozenset[str], str]]]  # by a verb: the names in its clause, and its date


def narrated(parsed: Parsed, times: Iterable[Time]) -> Iterator[Time]:
    """The clauses of time whose event another clause of the article dates, and none dates otherwise."""
    taken = tuple(times)
    held: Dated | None = None
    for paragraph in parsed.paragraphs:
        for verb in clauses(paragraph):
            first, last = verb.left_edge, verb.right_edge
            span = paragraph.span(first.idx, last.idx + len(last))
            if any(time.start < span.end and span.start < time.end for time in taken):
                continue
            held = dated(parsed, taken) if held is None else held
            if (value := value_of(verb, held)) is not None:
                ids = row_id("t", parsed.document.id, *span), parsed.document.id, parsed.article.id
                yield Time(*ids, span.start, span.end, value, "date", "when the text says that it happened")


def clauses(paragraph: Paragraph) -> Iterator[Token]:
    """The verbs of short clauses that open with *when* and say when something else was."""
    if not paragraph.parsed or "when" not in paragraph.text.lower():
        return
    for token in paragraph.doc:
        verb = token.head
        opens = token.lower_ == "when" and token.dep_ == "advmod" and verb.dep_ == "advcl" and verb.left_edge.i == token.i
        if opens and verb.pos_ in VERBS and verb.right_edge.i - token.i < LONGEST:
            yield verb


def dated(parsed: Parsed, times: Iterable[Time]) -> Dated:
    """The dates of the article by the verb whose clause holds them."""
    found: Dated = defaultdict(list)
    paragraphs = sorted(parsed.paragraphs, key=lambda paragraph: paragraph.start)
    starts = [paragraph.start for paragraph in paragraphs]
    for time in (time for time in times if time.kind == "date" and point(time.value) is not None):
        verb = over(paragraphs[max(0, bisect_right(starts, time.start) - 1)], time)
        if verb is not None:
            found[verb.lemma_.lower()].append((names_in(verb), str(time.value)))
    return found


def over(paragraph: Paragraph, time: Time) -> Token | None:
    """The verb in whose clause a date stands, by the shortest way up and not from within a part of a noun."""
    if not paragraph.parsed or time.start < paragraph.start:
        return None
    held = paragraph.doc.char_span(time.start - paragraph.start, time.end - paragraph.start, alignment_mode="expand")
    token = held.root if held is not None and len(held) else None
    while token is not None and token.pos_ not in VERBS:
        token = token.head if token.head.i != token.i else None
    return token if token is not None and not any(child.dep_ == "neg" for child in token.children) else None


def value_of(verb: Token, held: Dated) -> str | None:
    """The one date of the clauses with the same verb that share enough names with this one."""
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    names = names_in(verb)
    values = {value for others, value in held.get(verb.lemma_.lower(), ()) if len(names & others) >= SHARED}
    return values.pop() if len(values) == 1 else None


def names_in(verb: Token) -> frozenset[str]:
    """The words of names among what takes part in a clause, without those of clauses inside it."""
    found, left = set(), [verb]
    while left:
        for child in left.pop().children:
            if child.pos_ not in VERBS:
                left.append(child)
            if child.pos_ == "PROPN" and child.ent_type_ != "DATE":
                found.add(child.lemma_.lower())
    return frozenset(found)
