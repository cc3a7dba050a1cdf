"""How large a thing is, and how long something lasts: figures that are the size of what a noun names."""

from __future__ import annotations

import re

from spacy.tokens import Token

from testimonia.base.extractions import Quantity
from testimonia.extract.claims.frames import Frame, governed
from testimonia.extract.claims.making import CASUALTIES
from testimonia.extract.claims.reading import Reading

HYPHENED = re.compile(r"\d-[a-z]")
MEASURED = ("money", "percent", "distance", "other")


def number_of(reading: Reading, thing: Token) -> tuple[str, str] | None:
    """What is counted where a noun only says that something is ("the number of dead", "the count of infections")."""
    if thing.lemma_.lower() not in reading.known.words("sizing", "counts"):
        return None
    known, below = reading.known, objects_of(thing)
    if not below:
        return None
    noun = below[0].lemma_.lower()
    sized_as = known.raw.get("sizes", {}).get(noun)
    happened = known.counted.get(noun) or known.counted.get(below[0].lower_) or (sized_as[0] if sized_as else None)
    if happened is None and below[0].lower_ in ("those", "people") and (told := participle(reading, below[0])) is not None:
        return told, "people"
    frame = next((reading.frames[c.i] for c in below[0].children if c.dep_ in ("acl", "relcl") and c.i in reading.frames), None)
    predicate = happened or (frame.predicate if frame is not None and frame.known else "stock")
    counted = "people" if happened in CASUALTIES else known.same.get(noun, noun)
    return predicate, "people" if known.befalls_anybody(predicate, counted) else counted


def grown(reading: Reading, thing: Token | None) -> tuple[str, str] | None:
    """What is counted where several of it rise or stand at a number ("deaths have risen to 112", "the cells number 140")."""
    if thing is None or thing.tag_ != "NNS" or thing.lemma_.lower() in reading.known.raw.get("sizes", {}):
        return None
    known, noun = reading.known, thing.lemma_.lower()
    happened = known.counted.get(noun) or known.counted.get(thing.lower_)
    people = happened is not None and known.befalls_anybody(happened, known.same.get(noun, noun))
    people = people or (happened in known.words("anybody", "classes") and noun in known.nouns)
    return happened or "stock", "people" if people else known.same.get(noun, noun)


def participle(reading: Reading, noun: Token) -> str | None:
    """What befell those who are only called that ("the number of those arrested")."""
    after = (noun.nbor(),) if noun.i + 1 < len(noun.doc) else ()
    words = [child for child in (*noun.children, *after) if child.pos_ in ("VERB", "ADJ") or child.tag_ == "VBN"]
    return next((name for word in words if (name := reading.known.counted.get(word.lower_) or reading.known.of(word))), None)


def objects_of(noun: Token) -> list[Token]:
    """What a noun governs through "of"."""
    return governed(noun, ("of",))


def offspring(reading: Reading, number: Token) -> tuple[str, str, Token | None] | None:
    """The children of one who is called their parent ("a father of five")."""
    above = number.head
    if number.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_.lower() in reading.known.words("parents", "nouns"):
        return "stock", "child", None
    return None


def lasting(reading: Reading, quantity: Quantity, frame: Frame | None) -> tuple[str, str, Token | None] | None:
    """A length of time that is itself the answer: "sentenced to 14 years", "lasted three weeks", "11 months in captivity"."""
    term, known = f"{quantity.unit or ''} term".strip(), reading.known
    spent = reading.token_at(quantity.start, quantity.end)
    below = () if spent is None else governed(spent, ("in", "of", "under", "behind"))
    beside = () if frame is None else governed(frame.token, ("behind",))  # where the parse hangs it on the verb
    held = next((t.lemma_.lower() for t in (*below, *beside) if t.pos_ == "NOUN"), None)
    if held is not None and held in known.raw.get("spent", {}):
        return str(known.raw["spent"][held]), term, None
    if frame is None:
        return None
    lemma = frame.token.lemma_.lower()
    confined = known.raw.get("confining", {}).get(lemma)
    if confined is not None:
        return str(confined), term, None
    if {frame.predicate, lemma} & known.words("terms", "lasting"):
        return "last", term, None
    if lemma in known.words("terms", "verbs") and frame.predicate in known.words("terms", "money"):
        return "last", term, None  # who spends an hour pays nothing
    if frame.predicate in known.words("terms", "classes") or lemma in known.words("terms", "verbs"):
        return frame.predicate, term, None
    return None


def measured_thing(reading: Reading, number: Token) -> Token | None:
    """The noun whose size a sum, a share or a bare number gives: "debts of X", "turnout was X", "X of the vote", "the toll rose to X"."""
    top = number
    while top.dep_ in ("nummod", "quantmod", "compound", "nmod") and top.head.i > top.i and top.head.pos_ in ("NUM", "SYM", "NOUN"):
        top = top.head
    cent = [t for child in top.children if child.lower_ == "per" for t in child.children if t.lower_ == "cent"]
    for child in (c for token in (top, *cent) for c in token.children):
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((t for t in child.children if t.dep_ == "pobj" and t.pos_ == "NOUN"), None)
    if top.i != number.i and top.pos_ == "NOUN" and top.lemma_.lower() in reading.known.raw.get("sizes", {}):
        return top
    above = top.head
    if (
        above.pos_ in ("ADJ", "ADV")
        and top.dep_ in ("npadvmod", "nummod", "quantmod", "amod")
        and above.lower_ in reading.known.raw.get("dimensions", {})
    ):
        return above
    if top.dep_ == "pobj" and above.lower_ == "of":
        return above.head if above.head.pos_ == "NOUN" else None
    verb = above.head if top.dep_ == "pobj" and above.lower_ in ("at", "to", "by") else above
    if verb.lower_ in reading.known.words("sizing", "nearly") and verb.dep_ in ("acomp", "advmod", "attr"):
        verb = verb.head  # "is closer to 5,000"
    return subject_of_size(reading, top, verb)


def subject_of_size(reading: Reading, top: Token, verb: Token) -> Token | None:
    """The noun that a verb says is so large, or has such a size put on it."""
    sizing, at = reading.known.words("sizing", "verbs"), top.dep_ == "pobj" and top.head.lower_ == "at"
    giving = reading.known.words("sizing", "giving")
    if verb.lemma_.lower() in sizing and verb.dep_ == "acl" and top.dep_ in ("dobj", "attr", "npadvmod"):
        return verb.head if verb.head.pos_ == "NOUN" else None  # "bribes totalling two million"
    if at and verb.lemma_.lower() in giving:
        sized_one = (t for t in verb.children if t.dep_ in ("dobj", "nsubjpass") and t.pos_ == "NOUN")
        return next(sized_one, None)  # "estimated the crowd at", "the fine was set at"
    if at and verb.dep_ == "dobj" and verb.head.lemma_.lower() in giving:
        return verb  # the same, where the parse hangs "at" on the noun
    if verb.lemma_.lower() not in sizing or top.dep_ not in ("attr", "dobj", "pobj", "npadvmod", "acomp", "oprd"):
        return None
    subjects = [t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass") and t.pos_ == "NOUN" and t.i != top.i]
    return subjects[0] if subjects else None


def sized_thing(reading: Reading, quantity: Quantity, thing: Token, unit: str) -> tuple[str, str, Token | None] | None:
    """The slot of a thing's size; some nouns are counts of their own ("the death toll", "a crowd of")."""
    noun = thing.lemma_.lower()
    meant = reading.known.raw.get("sizes", {}).get(noun)
    if meant is not None and quantity.measure in ("people", "count"):
        return meant[0], meant[1], thing
    if quantity.measure not in MEASURED and not unit:
        of_scale = noun in reading.known.words("scales", "nouns")
        return ("figure", str(reading.known.raw["scales"]["same"].get(noun, noun)), thing) if of_scale else None
    went = {t.lower_ for t in reading.tokens} & reading.known.words("turning_out", "words")
    if went and noun in reading.known.words("turning_out", "nouns"):
        return "figure", f"{unit} turnout", thing
    dimension = reading.known.raw.get("dimensions", {}).get(noun)
    if dimension is not None:
        return "figure", f"{unit} {dimension}", None
    beside = sorted(child.lemma_.lower() for child in thing.lefts if child.dep_ in ("compound", "amod") and child.pos_ in ("NOUN", "ADJ"))
    return "figure", " ".join([unit, *beside[:1], noun]), thing


def sized(reading: Reading, quantity: Quantity) -> bool:
    """Whether the figure is the size of a thing ("a six-member jury", "the 12-inch pipe")."""
    words = reading.parsed.text[quantity.start : quantity.end].lower()
    if quantity.measure in ("distance", "other", "age") and HYPHENED.search(words):
        return True
    if quantity.measure == "duration" and "-" in words and not words[-1:].isdigit():
        return True  # "a ten-day curfew"
    return quantity.measure in ("people", "count") and "-" in words and words.rsplit("-", 1)[1] in reading.known.words("parts", "sizes")


def grouped(reading: Reading, quantity: Quantity) -> bool:
    """Whether the figure is the size of one group among several ("in groups of 20 members")."""
    if quantity.counted_span is None:
        return False
    head = reading.token_at(*quantity.counted_span)
    if head is None or head.dep_ != "pobj" or head.head.lower_ != "of":
        return False
    return head.head.head.lemma_.lower() in reading.known.words("groups", "nouns") and head.head.head.tag_ == "NNS"
