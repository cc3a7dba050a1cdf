"""Whether the counted ones are a part of others, or the whole of which others are a part."""

from __future__ import annotations

from spacy.tokens import Token

from testimonia.extract.claims.classes import kin
from testimonia.extract.claims.reading import Reading

WITHIN, OUT_OF = ("in",), ["out", "of"]  # stand between the numbers of a ratio
FAR_BEHIND = 6  # words behind a figure among which "at each place" stands


def whole_of(reading: Reading, number: Token | None, head: Token) -> bool:
    """Whether the counted ones are the whole of which another figure is a part.

    "600 of the 4,000", "of the 300 hostages 120 were", "a quarter of its 9,000 staff".
    """
    above = head.head
    if number is None or number.head.i != head.i or head.dep_ != "pobj" or above.lower_ != "of" or not any(True for _ in head.lefts):
        return False
    definite = any(c.dep_ in ("det", "poss") for c in head.lefts)
    opening = above.i < above.head.i and above.head.pos_ in ("VERB", "AUX", "NUM")
    return definite and (above.head.pos_ == "NUM" or above.head.lemma_.lower() in reading.known.words("parts", "fractions") or opening)


def part(reading: Reading, head: Token, predicate: str = "", *, price: bool = False) -> bool:
    """Whether the counted ones are a part of others ("among them two children", "each"), or of another event than the one spoken of.

    "Another 30 people were injured" is said beside the dead of the same event; a `price` for each is no part of one.
    """
    apiece = reading.known.words("parts", "apiece") if price else frozenset()
    words = reading.known.words("parts", "words")
    beside = {t.i for t in head.lefts} if predicate == "injure" else set()
    if any(t.lower_ in reading.known.words("elsewhere", "words") and t.i not in beside for t in reading.tokens):
        return True
    if any(t.lower_ == "since" and t.dep_ == "advmod" and t.head.i == verb_above(head).i for t in reading.tokens):
        return True  # "90 more have died since"
    if (
        of_some_kin(reading, head)
        or any(partitive(child) or ratio(child) for child in head.children)
        or (predicate == "stock" and some_of(head))
    ):
        return True
    lefts = {child.lower_ for child in head.lefts}
    if "other" in lefts and head.dep_ == "conj" and head.head.pos_ == "PROPN":
        return True  # "the deaths of Ambassador X and three other diplomats"
    if lefts & reading.known.words("parts", "added"):
        return head.lemma_.lower() in reading.known.same and reading.known.same[head.lemma_.lower()] == "member"
    behind = reading.known.words("parts", "behind")
    clause = verb_above(head)
    if any(t.lower_ == "alone" and t.nbor(-1).dep_ == "pobj" and verb_above(t).i == clause.i for t in reading.tokens[1:] if t.i != head.i):
        return True  # "in June alone"
    if not price and any(t.lower_ == "each" and t.dep_ == "det" and 0 < t.i - head.i <= FAR_BEHIND and not rate(t) for t in reading.tokens):
        return True  # "two were killed at each location"
    near = [t for t in reading.tokens if head.i - 6 <= t.i <= head.i + 3 and t.i != head.i and not rate(t)]
    return any(t.lower_ in (behind if t.i > head.i else words) - apiece and not of_another_clause(t, head) for t in near)


def of_some_kin(reading: Reading, head: Token) -> bool:
    """Whether only so many are spoken of as somebody is kin to ("the parents of two captives", but "relatives of the 49 dead")."""
    above = head.head
    if head.dep_ != "pobj" or above.lower_ != "of" or any(child.dep_ in ("det", "poss") for child in head.lefts):
        return False
    return above.head.lemma_.lower() in kin() | reading.known.words("parts", "near_ones")


def of_another_clause(word: Token, head: Token) -> bool:
    """Whether a word that makes parts stands before the clause of the counted ones, or opens one about them.

    "… among them nine children, and 55 were pulled out"; "employs 900 welders, each of whom".
    """
    if word.i > head.i:
        return word.i + 1 < len(word.doc) and word.nbor().lower_ == "of"
    verb = head.head
    own = head.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "conj" and verb.pos_ in ("VERB", "AUX")
    return own and word.i < verb.left_edge.i


def verb_above(token: Token) -> Token:
    """The nearest verb above a word, or the top of its sentence."""
    at = token
    while at.head.i != at.i and at.pos_ not in ("VERB", "AUX"):
        at = at.head
    return at


def rate(token: Token) -> bool:
    """Whether "per" or "each" makes a share or a rate of a figure, and no part ("per cent", "each day")."""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return token.lower_ in ("per", "each") and after in ("cent", "hour", "day", "week", "month", "year")


def partitive(child: Token) -> bool:
    """Whether the words behind a number name the whole that it is a part of ("eight of the dead")."""
    definite = ("the", "those", "these", "them", "whom", "our", "their", "his", "its")
    named = [t for t in child.children if t.dep_ == "pobj"] if child.dep_ == "prep" and child.lower_ == "of" else []
    return any(t.lower_ in definite or any(c.lower_ in definite for c in t.lefts) for t in named) and child.head.pos_ == "NUM"


def some_of(head: Token) -> bool:
    """Whether a number counts some of what somebody with a name or a noun has ("two of the town's offices"); "of its troops" is a count."""
    counted = head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ == "NUM"
    return counted and any(c.dep_ == "poss" and c.tag_ != "PRP$" for c in head.lefts)


def ratio(child: Token) -> bool:
    """Whether a number is the second of a ratio: "one in eight", "two out of three"."""
    before = [t.lower_ for t in child.doc[max(0, child.i - 3) : child.i]]
    if child.dep_ != "nummod" or len(before) < 2:
        return False
    at = 2 if before[-1] in WITHIN else 3 if before[-2:] == OUT_OF else 0
    return 0 < at <= child.i and child.doc[child.i - at].like_num
