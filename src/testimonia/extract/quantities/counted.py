"""What a figure counts, from the parse; and whether the parse lets the number be a count at all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from testimonia.base.languages import table
from testimonia.extract.quantities.figures import Figure
from testimonia.extract.quantities.lexicon import Lexicon

COUNTING = ("nummod", "quantmod", "compound", "amod", "nmod", "npadvmod", "advmod", "det")
MOST = 40  # words hanging on one noun; more is a list, and counts nothing
LEFT = ("amod", "compound", "nmod", "punct", "poss", "advmod", "nummod", "case", "npadvmod")


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: its stretch in the paragraph, its words, its head."""

    start: int
    end: int
    words: str
    head: Token | None = None


def number_token(doc: Doc, figure: Figure) -> Token | None:
    """The token that stands for the whole number in the parse."""
    span = doc.char_span(figure.core_start, figure.core_end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def counted_in(doc: Doc, figure: Figure, token: Token) -> Counted | None:
    """The noun phrase that the number counts: its head with modifiers behind the number, a joined noun, an "of" phrase."""
    head = noun_of(doc, figure, token)
    if head is None or head.n_lefts > MOST:
        return None
    last = max(token.i, end_token(doc, figure))
    left = [child.i for child in head.lefts if child.i > last and child.dep_ in LEFT]
    first = min([head.i, *left])
    if any(doc[i].dep_ in ("prep", "punct") and doc[i].head.i <= last for i in range(last + 1, first)):
        first = head.i
    end = closing(head)
    start_char, end_char = doc[first].idx, doc[end].idx + len(doc[end])
    return Counted(start_char, end_char, " ".join(doc[first : end + 1].text.split()), head)  # `doc.text` would be put together each time


def first_token(doc: Doc, figure: Figure) -> Token:
    """The first token of the bare number."""
    span = doc.char_span(figure.core_start, figure.core_end, alignment_mode="expand")
    if span is None or not len(span):
        raise ValueError("The number stands on no token.")
    return span[0]


def end_token(doc: Doc, figure: Figure) -> int:
    """The last token of the figure."""
    span = doc.char_span(figure.start, figure.end, alignment_mode="expand")
    return span[-1].i if span is not None and len(span) else 0


def noun_of(doc: Doc, figure: Figure, token: Token) -> Token | None:
    """The noun that a number counts, to its right; for "dozens of X", the X."""
    if token.head.i > token.i and token.dep_ in COUNTING and token.head.pos_ in ("NOUN", "PROPN", "ADJ"):
        return token.head
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            objects = [word for word in child.rights if word.dep_ == "pobj"]
            return objects[0] if objects else None
    if token.i + 1 < len(doc) and figure.form != "fraction":
        following = doc[token.i + 1]
        if following.pos_ == "NOUN" and following.tag_ == "NNS" and not following.is_sent_start:
            return following
    return None


def closing(head: Token) -> int:
    """The last token of the counted phrase: the head, a noun joined to it, its "of" phrase."""
    last = head.i
    for child in head.rights:
        if child.i - last > 6:
            break
        if child.dep_ == "prep" and child.lower_ == "of":
            last = max([last, *(word.i for word in child.subtree if word.i - head.i <= 8)])
        elif child.dep_ == "conj" and child.pos_ == "NOUN" and child.i - last <= 3 and not any(c.dep_ == "nummod" for c in child.lefts):
            last = child.i
    return last


def is_name(doc: Doc, figure: Figure, token: Token) -> bool:
    """Whether the number belongs to a name before it ("Camp Nord 3"), or is an ordinal, a year, or a mere "one"."""
    first = first_token(doc, figure)
    before = doc[first.i - 1] if first.i else None
    counts = token.head.i > token.i and token.dep_ in COUNTING and token.head.pos_ in ("NOUN", "PROPN")
    if first.tag_ == "JJ" and figure.form == "words" and not counts:
        return True
    if before is None or figure.start != figure.core_start or counts:
        return False
    close = before.idx + len(before) + 1 >= figure.core_start
    return close and before.pos_ == "PROPN" and before.ent_type_ not in ("DATE", "TIME", "CARDINAL", "MONEY")


def is_age(doc: Doc, figure: Figure) -> bool:
    """Whether the number between commas behind a person's name is an age ("Ana Kola, 34, said")."""
    if figure.form != "digits" or figure.low is None or not 0 < figure.low < 115 or figure.start != figure.core_start:
        return False
    first = first_token(doc, figure)
    if first.i < 2 or doc[first.i - 1].text not in (",", "("):
        return False
    closed = first.i + 1 == len(doc) or doc[first.i + 1].text in (",", ")", ".", ";")
    before = doc[first.i - 2]
    grown = before.pos_ == "PROPN" and figure.low > 15 and doc[first.i + 1 : first.i + 2].text in (",", ")")
    return closed and (before.ent_type_ == "PERSON" or (grown and not list_of_names(doc, first.i)))


def list_of_names(doc: Doc, place: int) -> bool:
    """Whether more numbers between commas stand near: then the names are places of a table, not people with their ages."""
    return sum(token.like_num for token in doc[max(0, place - 6) : place + 7]) > 1


def is_verb(doc: Doc, figure: Figure) -> bool:
    """Whether what looks like the name of a currency is a verb ("2020 marks the end")."""
    return doc[end_token(doc, figure)].tag_ in ("VBZ", "VBP", "VBD")


def is_ordinal(doc: Doc, figure: Figure) -> bool:
    """Whether what looks like a share is the next of several ("a third party")."""
    last = doc[end_token(doc, figure)]
    return last.tag_ == "JJ" and last.dep_ == "amod" and last.head.i > last.i and last.head.tag_ in ("NN", "NNP")


def mere_one(figure: Figure, token: Token, people: frozenset[str]) -> bool:
    """Whether "one" is an article or a pronoun here. It counts when a bound stresses it or when one person suffers something."""
    if figure.form != "words" or figure.low != 1 or figure.high != 1 or figure.scale != 1 or figure.measure:
        return False
    noun = token.head
    if token.dep_ != "nummod" or noun.i < token.i:
        return True
    if figure.bounded or any(child.lower_ in ("only", "just", "exactly") for child in [*token.children, *noun.lefts]):
        return False
    return not (noun.lemma_.lower() in people and noun.dep_ == "nsubjpass")


def anaphoric(doc: Doc, token: Token, people: frozenset[str]) -> bool:
    """Whether "the two", with no noun behind, takes up people already named; "the 31 dead" are counted."""
    if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in people:
        return False
    return token.i > 0 and doc[token.i - 1].lower_ in ("the", "these", "those", "all", "these", "other") and token.dep_ not in COUNTING


@cache
def people_nouns(language: str) -> frozenset[str]:
    """A language's nouns for human beings: those told by number, and those that name persons, less what may be a thing as well."""
    told = table(language, "numbers").get("people", {})
    persons = frozenset(str(table(language, "names").get("persons", "")).split())
    return frozenset(told.get("nouns", ())) | (persons - frozenset(told.get("things", ())))


def counts_people(head: Token, words: Lexicon) -> bool:
    """Whether the counted noun means human beings."""
    suffixes = tuple(words.raw.get("people", {}).get("suffixes", ()))
    return (
        head.lemma_.lower() in people_nouns(words.language) or head.ent_type_ == "NORP" or bool(suffixes and head.lower_.endswith(suffixes))
    )
