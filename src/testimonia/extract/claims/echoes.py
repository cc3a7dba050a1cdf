"""Figures and dates that a text itself sets against the one before: "about 700 people; the party spoke of 2,000"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from testimonia.base.extractions import Claim, Quantity
from testimonia.base.ids import row_id
from testimonia.base.spans import Span
from testimonia.extract.claims.frames import governed
from testimonia.extract.claims.making import CASUALTIES, interval
from testimonia.extract.claims.reading import Reading

LEADING = ("of", "at", "on")  # "spoke of 30", "put it at 30", "insists on 30"
HOW_MANY = ["how", "many"]
FAR = 2  # steps (sentences, and one for each paragraph's end) over which a bare figure may take up the one before


def echo_claims(reading: Reading, own: list[Claim]) -> Iterator[Claim]:
    """The bare figures and dates that others are said to give, for what the claim before counts or dates."""
    for quantity in reading.quantities:
        number = reading.token_at(quantity.start, quantity.end)
        if quantity.measure in ("people", "count") and number is not None and given(reading, top_of(number)):
            if asked_for(reading, quantity, number) is not None:
                continue  # it answers the question in its own sentence
            first = spoken_of(reading, number) or taken_up(reading, own, "number", quantity.start)
            if first is not None and fits(reading, quantity, first) and not another(reading, own, quantity, first):
                yield set_against(reading, first, Span(quantity.start, quantity.end), interval(quantity), quantity.id)
    for time in reading.times:
        token = reading.token_at(time.start, time.end)
        if time.value and time.value[:1].isdigit() and token is not None and given(reading, token):
            first = taken_up(reading, own, "date", time.start)
            if first is not None and first.value != time.value and first.predicate in reading.known.raw.get("classes", {}):
                yield set_against(reading, first, Span(time.start, time.end), time.value, None)


def corrected(reading: Reading, one: Claim) -> Claim:
    """A figure in a sentence that corrects something, set against the one that the text gave for the same before."""
    before = reading.setting.slots.get((one.kind, one.predicate, one.object))
    if one.kind != "number" or one.rival is not None or before is None or before.value == one.value or before.sentence == one.sentence:
        return one
    words = reading.known.words("correcting", "words")
    return replace(one, rival=before.id) if any(token.lemma_.lower() in words for token in reading.tokens) else one


def top_of(number: Token) -> Token:
    """The noun that a number stands before, else the number."""
    return number.head if number.dep_ in ("nummod", "quantmod") and number.head.i > number.i else number


def given(reading: Reading, token: Token) -> bool:
    """Whether the word is what somebody is said to say: "spoke of X", "says X", "put it at X"."""
    verb, telling = token.head, reading.known.words("giving", "verbs")
    if token.dep_ == "pobj" and verb.lower_ in LEADING:
        return verb.head.lemma_.lower() in telling and verb.dep_ == "prep"
    return token.dep_ in ("dobj", "attr", "oprd") and verb.lemma_.lower() in telling


def asked_for(reading: Reading, quantity: Quantity, number: Token) -> tuple[Token, Token] | None:
    """The "many" and its noun in the question that the sentence puts before a bare figure and that the figure answers.

    "It was not clear how many people were on board: the police spoke of 59."
    """
    there = number.dep_ == "attr" and any(child.dep_ == "expl" for child in number.head.children)  # "said there were more than 80"
    if quantity.counted is not None or quantity.measure not in ("people", "count") or not (there or given(reading, top_of(number))):
        return None
    asking = [t for t in reading.tokens[1:] if [t.nbor(-1).lower_, t.lower_] == HOW_MANY and t.i < number.i]
    nouns = [(many, many.head) for many in asking if many.head.i > many.i and many.head.pos_ == "NOUN"]
    return nouns[-1] if nouns else None


def spoken_of(reading: Reading, number: Token) -> Claim | None:
    """The last claim before that counts those whose number the sentence gives by name ("put the number of officers at 600")."""
    verb = next((t for t in number.ancestors if t.pos_ == "VERB"), None)
    named = [t for t in verb.children if t.dep_ == "dobj" and t.lemma_.lower() in reading.known.words("giving", "numbers")] if verb else []
    nouns = [t.lemma_.lower() for noun in named for t in governed(noun, ("of",))]
    groups = {reading.known.same.get(noun, noun) for noun in nouns}
    told = reversed(reading.setting.slots.values())
    return next((one for one in told if one.kind == "number" and one.object in groups and one.predicate not in CASUALTIES), None)


def taken_up(reading: Reading, own: list[Claim], kind: str, before: int) -> Claim | None:
    """The nearest claim before in the sentence, else the last of the sentence before."""
    here = [one for one in own if one.kind == kind and one.span.start < before and one.span.end <= before]
    if here:
        return max(here, key=lambda one: one.span.start)
    last = reading.setting.last.get(kind)
    return last[0] if last is not None and reading.index - last[1] <= FAR else None


def fits(reading: Reading, quantity: Quantity, first: Claim) -> bool:
    """Whether a bare figure, or one of the same noun, can stand for another count of the same."""
    if interval(quantity) == first.value or " " in first.value or first.predicate in ("age", "figure"):
        return False
    head = reading.token_at(*quantity.counted_span) if quantity.counted_span else None
    if head is not None and any(child.dep_ in ("amod", "compound") and child.pos_ in ("ADJ", "NOUN") for child in head.lefts):
        return False  # "2,279 local branches" counts others than "2,836 branches abroad"
    return head is None or reading.known.same.get(head.lemma_.lower(), head.lemma_.lower()) == first.object


def another(reading: Reading, own: list[Claim], quantity: Quantity, first: Claim) -> bool:
    """Whether the figure's own words tell what it counts, and that is something else ("they count 73 dead" behind those on board)."""
    happened = reading.known.raw.get("classes", {})
    return any(one.quantity == quantity.id and one.predicate in happened and one.predicate != first.predicate for one in own)


def set_against(reading: Reading, first: Claim, span: Span, value: str, quantity: str | None) -> Claim:
    """The claim before with another value, in the words that give it."""
    ident = row_id("w", first.document, first.article, first.kind, *span, value, "set against")
    return replace(
        first, id=ident, span=span, sentence=reading.span, value=value, quantity=quantity, rival=first.id,
        attribution=reading.holding.innermost(*span), polarity="positive", modality="asserted", part=reading.paragraph.part,
    )  # fmt: skip
