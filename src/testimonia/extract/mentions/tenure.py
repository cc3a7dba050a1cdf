"""Roles that a sentence says somebody took, held or left: "X became minister in 2015", "X had been mayor of Y from 2004 to 2012".

Read in parsed English only. What may or might be is no role held, nor is what somebody was not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from testimonia.base.extractions import Mention, Relation
from testimonia.base.ids import row_id
from testimonia.base.languages import table
from testimonia.base.phrases import any_of
from testimonia.base.spans import Span
from testimonia.extract.mentions.words import Words, listed
from testimonia.extract.parsing import Paragraph, Parsed

BEING, CHOOSING, UNSURE = listed("en", "becoming"), listed("en", "choosing"), listed("en", "unsure")
HOLDING = CHOOSING | listed("en", "serving")
WHO = listed("en", "of_whom")
SUBJECTS = ("nsubj", "nsubjpass")
ENDED = re.compile(r"[,;:!?](?=\s|$)|\.(?=\s\D|\s*$)|\n")  # "in Sept. 2015" goes on
REACH = 80  # characters behind a role in which a date may stand
LONGEST = 12  # words of a role; verbs in a row that share a subject
NESTED = 4  # mentions that stand in one another
Ordered = tuple[list[Mention], list[int]]  # mentions in order, and where they start
MONTH = rf"(?:{any_of(name.capitalize() for names in table('en', 'page')['months'] for name in names)})\.?"
DAY = rf"(?:\d{{1,2}} {MONTH}(?: \d{{4}})?|{MONTH}(?: \d{{1,2}})?(?:, \d{{4}}| \d{{4}})?|\d{{4}})"
WHEN = re.compile(rf"(?:from {DAY} (?:to|until|till) {DAY}|between {DAY} and {DAY}|(?:since|until|in|on|from) {DAY})(?!\w)")
OPENING = re.compile(WHEN.pattern, re.IGNORECASE)  # "In 2001 X was a judge"


def held_roles(parsed: Parsed, mentions: Sequence[Mention], known: Words) -> Iterator[Relation]:
    """The roles that the sentences of an article say somebody took, held or left, in order."""
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    places = [mention.start for mention in ordered]
    for paragraph in parsed.paragraphs:
        if not (paragraph.parsed and paragraph.doc.has_annotation("DEP")):
            continue
        for token in paragraph.doc:
            role = role_of(token, known) if token.lemma_ in BEING | HOLDING and sure(token) else None
            holder = name_at(paragraph, subject_of(token, role), (ordered, places)) if role is not None else None
            if role is not None and holder is not None:
                yield stated(parsed, paragraph, (holder, role, token), (ordered, places))


def sure(verb: Token) -> bool:
    """Whether a verb tells what was so or is to be, and not what was not, may be or is wished."""
    doubt = any(child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in UNSURE) for child in verb.children)
    return not doubt and verb.dep_ != "xcomp" and not any(child.dep_ == "mark" and child.lower_ == "if" for child in verb.children)


def role_of(verb: Token, known: Words) -> Token | None:
    """The noun of the role that a verb takes, holds or gives."""
    for child in verb.children:
        held = child
        if child.dep_ == "prep" and child.lower_ == "as":
            held = next((inner for inner in child.children if inner.dep_ == "pobj"), child)
        elif child.dep_ not in ("attr", "oprd"):
            continue
        if held.lemma_.casefold() in known.roles and held.lemma_.casefold() not in known.kin:
            return held
    return None


def subject_of(verb: Token, role: Token | None) -> Token | None:
    """Whom a verb says the role of: its subject, through *who* and *and*; the object of who is chosen by somebody."""
    chosen = next((child for child in verb.children if child.dep_ == "dobj"), None) if verb.lemma_ in CHOOSING else None
    if chosen is not None and chosen != role:
        return chosen
    for _ in range(LONGEST):
        found = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if found is not None:
            return verb.head if found.lower_ in WHO and verb.dep_ == "relcl" else found
        if verb.dep_ != "conj" or verb.head.i >= verb.i:
            return None
        verb = verb.head
    return None


def name_at(paragraph: Paragraph, token: Token | None, mentions: Ordered) -> Span | None:
    """The name that a subject is, or stands for."""
    if token is None:
        return None
    start = paragraph.span(token.idx, token.idx + len(token.text)).start
    ordered, places = mentions
    at = bisect_right(places, start)
    near = (
        one for one in reversed(ordered[max(0, at - NESTED) : at]) if start < one.end and (one.type == "person" or one.form == "pronoun")
    )
    held = next((one for one in near if one.form == "name" or one.antecedent is not None), None)
    return None if held is None else held.antecedent or Span(held.start, held.end)


def stated(parsed: Parsed, paragraph: Paragraph, found: tuple[Span, Token, Token], mentions: Ordered) -> Relation:
    """The record of a role with whose it is and the words that say when."""
    holder, role, verb = found
    first = next((left for left in role.lefts if left.dep_ in ("amod", "compound", "nmod", "poss")), role)
    of = next((child for child in role.rights if child.dep_ == "prep" and child.lower_ in ("of", "for", "at")), None)
    last = of.right_edge if of is not None and of.right_edge.i - first.i < LONGEST else role
    when = next((match for match in WHEN.finditer(paragraph.doc[first.i : last.i + 1].text)), None)
    span = paragraph.span(first.idx, first.idx + when.start() if when is not None else last.idx + len(last.text))
    span = Span(span.start, span.start + len(span.of(parsed.text).rstrip(" ,")))
    ordered, places = mentions
    inside = ordered[bisect_right(places, span.start) : bisect_right(places, span.end)]
    named = (Span(one.start, one.end) for one in inside if one.form == "name" and one.end <= span.end)
    whose = next(named, None)
    return Relation(
        id=row_id("n", parsed.document.id, "role", holder, span),
        document=parsed.document.id,
        article=parsed.article.id,
        kind="role",
        subject=holder,
        role=span,
        object=whose,
        time=when_of(parsed, span, paragraph, verb),
    )


def when_of(parsed: Parsed, role: Span, paragraph: Paragraph, verb: Token) -> Span | None:
    """The words that say when a role was held: behind it up to the next comma, or at the head of the verb's sentence."""
    behind = ENDED.split(parsed.text[role.end : role.end + REACH])[0]
    match = WHEN.search(parsed.text, role.end, role.end + len(behind))
    opening = next((token for token in reversed(paragraph.doc[max(0, verb.i - LONGEST) : verb.i]) if token.is_sent_start), None)
    if match is None and opening is not None:
        match = OPENING.match(parsed.text, paragraph.span(opening.idx, opening.idx + 1).start, role.start)
    return Span(*match.span()) if match is not None else None
