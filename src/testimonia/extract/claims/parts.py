"""Whether the counted ones are a part of others, or the whole of which others are a part."""

from __future__ import annotations

from spacy.tokens import Token

from testimonia.extract.claims.reading import Reading

WITHIN, OUT_OF = ("in",), ["out", "of"]  # stand between the numbers of a ratio
FAR_BEHIND = 6  # words behind a figure among which "at each place" stands
ADDED_TO = ("kill",)  # what befalls the others besides some that the text has told of already ("shot three other hostages")
AHEAD, BEHIND = 6, 3  # words before and behind the counted ones among which one stands that makes them a part


def whole_of(reading: Reading, number: Token | None, head: Token) -> bool:
    """Whether the counted ones are the whole of which another figure is a part.

    "600 of the 4,000", "of the 300 hostages 120 were", "a quarter of its 9,000 staff".
    """
    above = head.head
    if number is None or number.head.i != head.i or head.dep_ != "pobj" or above.lower_ != "of" or not any(True for _ in head.lefts):
        return False
    definite = any(child.dep_ in ("det", "poss") for child in head.lefts)
    opening = above.i < above.head.i and above.head.pos_ in ("VERB", "AUX", "NUM")
    return definite and (above.head.pos_ == "NUM" or above.head.lemma_.lower() in reading.known.words("parts", "fractions") or opening)


def part(reading: Reading, head: Token, predicate: str = "", *, price: bool = False) -> bool:
    """Whether the counted ones are a part of others ("among them two children", "each"), or of another event than the one spoken of.

    "Another 30 people were injured" is said beside the dead of the same event; a `price` for each is no part of one.
    """
    if elsewhere(reading, head, predicate) or since(reading, head):
        return True
    if of_whole(reading, head, predicate) or beside_name(reading, head) or dealt_with(reading, head, predicate):
        return True
    beside = (child for child in head.lefts if child.nbor().lower_ != "than")  # "no more than 250 dead"
    if not reading.known.words("parts", "added").isdisjoint((head.lower_.removesuffix("s"), *(child.lower_ for child in beside))):
        return reading.known.same.get(head.lemma_.lower()) == "member" or predicate in ADDED_TO
    return alone(reading, head) or (not price and at_each(reading, head)) or parted(reading, head, price=price)


def elsewhere(reading: Reading, head: Token, predicate: str) -> bool:
    """Whether a word of the sentence speaks of another event; "another 30 were injured" does not."""
    beside = {token.i for token in head.lefts} if predicate == "injure" else set()
    return any(token.lower_ in reading.known.words("elsewhere", "words") and token.i not in beside for token in reading.tokens)


def since(reading: Reading, head: Token) -> bool:
    """Whether a figure is of what came after the event: "90 more have died since"."""
    verb = verb_above(head)
    return any(is_one(reading, token, "since") and token.dep_ == "advmod" and token.head.i == verb.i for token in reading.tokens)


def of_whole(reading: Reading, head: Token, predicate: str) -> bool:
    """Whether the words around the counted ones name the whole that they are of."""
    definite = reading.known.words("parts", "definite")
    return any(partitive(child, definite) or ratio(child) for child in head.children) or (predicate == "stock" and some_of(head))


def dealt_with(reading: Reading, head: Token, predicate: str) -> bool:
    """Whether only their noun tells what befell those who are counted, and they are some of them, with whom somebody had to do.

    "Examined nine of the dead", "eleven survivors with whom we have spoken", "met 20 survivors".
    """
    known, lemma = reading.known, head.lemma_.lower()
    if predicate != (known.counted.get(lemma) or known.counted.get(head.lower_)):
        return False
    before = [t.lower_ for t in head.doc[max(0, head.i - 3) : head.i]]
    some = head.i > 2 and before[1] == "of" and before[2] in known.words("parts", "definite") and head.nbor(-3).like_num
    above = head.head if head.dep_ == "dobj" else head.head.head if head.dep_ == "pobj" and is_one(reading, head.head, "dealt") else None
    met = above is not None and above.lemma_.lower() in known.words("parts", "dealing")
    return some or met or any(child.dep_ == "relcl" and only_those(child, reading) for child in head.children)


def only_those(clause: Token, reading: Reading) -> bool:
    """Whether a relative clause without a comma tells what others have to do with the counted ones ("whom we met"), and no event."""
    subject = next((child for child in clause.children if child.dep_ == "nsubj"), None)
    own = subject is not None and subject.tag_ not in ("WP", "WDT")
    frame = reading.frames.get(clause.i)
    return own and clause.left_edge.nbor(-1).text != "," and not (frame is not None and frame.known)


def beside_name(reading: Reading, head: Token) -> bool:
    """Whether the counted ones are the others beside one with a name: "the deaths of Ambassador X and three other diplomats"."""
    return head.dep_ == "conj" and head.head.pos_ == "PROPN" and any(is_one(reading, child, "other") for child in head.lefts)


def alone(reading: Reading, head: Token) -> bool:
    """Whether a figure is of one stretch or place only: "in June alone"."""
    clause = verb_above(head)
    return any(
        is_one(reading, token, "alone") and token.nbor(-1).dep_ == "pobj" and verb_above(token).i == clause.i
        for token in reading.tokens[1:]
        if token.i != head.i
    )


def at_each(reading: Reading, head: Token) -> bool:
    """Whether there were as many at each of several places: "two were killed at each location"."""
    behind = (token for token in reading.tokens if 0 < token.i - head.i <= FAR_BEHIND)
    return any(is_one(reading, token, "each") and token.dep_ == "det" and not rate(reading, token) for token in behind)


def parted(reading: Reading, head: Token, *, price: bool) -> bool:
    """Whether a word near the counted ones makes them a part; before them it may be another word than behind."""
    apiece = reading.known.words("parts", "apiece") if price else frozenset()
    ahead, behind = (reading.known.words("parts", key) - apiece for key in ("words", "behind"))
    near = (token for token in reading.tokens if -AHEAD <= token.i - head.i <= BEHIND and token.i != head.i and not rate(reading, token))
    return any(token.lower_ in (behind if token.i > head.i else ahead) and not of_another_clause(token, head) for token in near)


def of_another_clause(word: Token, head: Token) -> bool:
    """Whether a word that makes parts stands before the clause of the counted ones, or opens one about them.

    "… among them nine children, and 55 were pulled out"; "employs 900 welders, each of whom".
    """
    if word.i > head.i:
        return word.i + 1 < len(word.doc) and word.nbor().lower_ == "of"
    verb = head.head
    own = head.dep_ in ("nsubj", "nsubjpass") and verb.dep_ == "conj" and verb.pos_ in ("VERB", "AUX")
    return own and word.i < verb.left_edge.i


def is_one(reading: Reading, token: Token, kind: str) -> bool:
    """Whether a word is one of a kind of small words that tell of parts."""
    return token.lower_ in reading.known.words("parts", kind)


def verb_above(token: Token) -> Token:
    """The nearest verb above a word, or the top of its sentence."""
    at = token
    while at.head.i != at.i and at.pos_ not in ("VERB", "AUX"):
        at = at.head
    return at


def rate(reading: Reading, token: Token) -> bool:
    """Whether "per" or "each" makes a share or a rate of a figure, and no part ("per cent", "each day")."""
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return is_one(reading, token, "shared") and after in reading.known.words("parts", "rates")


def partitive(child: Token, definite: frozenset[str]) -> bool:
    """Whether the words behind a number name the whole that it is a part of, with a `definite` word ("eight of the dead")."""
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
