"""Figures in set wordings that tell by themselves what is counted or measured: "5,000 strong", "worth 40 million", "7.2 on the scale"."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from testimonia.base.extractions import Quantity
from testimonia.base.pronouns import pronouns
from testimonia.base.spans import Span
from testimonia.extract.claims.classes import persons
from testimonia.extract.claims.frames import SUBJECTS, Frame
from testimonia.extract.claims.reading import Reading
from testimonia.extract.claims.sizes import number_of

Slot = tuple[str, str, Token | None]  # the predicate, what is counted or measured, the noun whose size it is
COUNTS = ("people", "count")
ROOM: Slot = ("capacity", "people", None)
OLDEST = 120  # years that a human being lives
OF_THOSE, MOST_SHARES = " of those", 6  # figures of one sentence; with more it is a table
STRONG, WORTH = "strong", "worth"
TERMS = ("a", "mo")  # the units of terms in prison
HUMAN = (("counted", "child"), ("counted", "pupil"), ("kinds", "human"))  # lists of further nouns for human beings
ANYBODY = (("counted", "people"), ("counted", "spectator"))
TOLD_OF = ("attr", "acomp", "dobj", "npadvmod", "oprd")  # what a verb says its subject to be
PREDICATIVE = ("npadvmod", "nummod", "quantmod", "compound", "nmod", "amod")


@dataclass(frozen=True, eq=False)
class Figure:
    """A figure where it stands: its number, the head of what is counted, the frame above them."""

    reading: Reading
    quantity: Quantity
    number: Token
    head: Token
    frame: Frame | None

    @property
    def unit(self) -> str:
        """The unit, empty for a plain count."""
        return self.quantity.unit or ""

    @property
    def top(self) -> Token:
        """The last word of the figure and its unit ("dollars" of "40 million dollars")."""
        at = self.number
        while at.dep_ in PREDICATIVE and at.head.i > at.i and at.head.pos_ in ("NUM", "SYM", "NOUN"):
            at = at.head
        return at

    @property
    def verb(self) -> str:
        """The lemma of the frame's word, empty without a frame."""
        return "" if self.frame is None else self.frame.token.lemma_.lower()


def shaped(figure: Figure) -> Slot | None:
    """The slot of a figure that stands in one of the wordings."""
    return next((found for rule in RULES if (found := rule(figure)) is not None), None)


def strong(figure: Figure) -> Slot | None:
    """A body's size: "a 5,000-strong crowd", "the crowd was 5,000 strong"."""
    after = figure.number.nbor() if figure.number.i + 1 < len(figure.number.doc) else figure.number
    said = next((t for t in (figure.head, after) if t.lower_ == STRONG), None)
    if said is None or figure.quantity.measure not in COUNTS:
        return None
    noun = said.head if said.head.pos_ == "NOUN" else figure.number.head
    size = figure.reading.known.raw.get("sizes", {}).get(noun.lemma_.lower(), ("stock", "people"))
    return size[0], size[1], noun if noun.pos_ == "NOUN" else None


def old(figure: Figure) -> Slot | None:
    """The age of a thing ("the bridge is 60 years old"); that of a human being is another question."""
    said = next((t for t in (figure.number, figure.top.head) if t.lower_ == "old"), None)
    if figure.quantity.measure != "age" or said is None:
        return None
    holders = [said.head] if said.dep_ == "amod" else held_old(said)
    return ("figure", f"{figure.unit} age", None) if holders and is_thing(figure.reading, holders[0]) else None


def held_old(said: Token) -> list[Token]:
    """What is said to be old: "the bridge is", "the grave is thought to be", "which would make the grave"."""
    verb = said.head
    own = [t for t in said.children if t.dep_ == "nsubj"]
    while verb.dep_ == "xcomp" and not any(t.dep_ in SUBJECTS for t in verb.children) and verb.head.i != verb.i:
        verb = verb.head
    return own or [t for t in verb.children if t.dep_ in SUBJECTS]


def is_thing(reading: Reading, token: Token) -> bool:
    """Whether a common noun stands for no human being."""
    mention = reading.mention_of(token)
    if token.pos_ != "NOUN" or (mention is not None and mention.type == "person"):
        return False
    return not is_human(reading, token)


def is_human(reading: Reading, token: Token, *further: tuple[str, str]) -> bool:
    """Whether a noun stands for human beings, by the lists of these and `further` ones."""
    noun = token.lemma_.lower()
    return noun in persons() or any(noun in reading.known.words(*listed) for listed in (*HUMAN, *further))


def worth(figure: Figure) -> Slot | None:
    """What something is worth."""
    of = figure.top.head
    verb = of.head if figure.top.dep_ == "pobj" and of.head.pos_ == "VERB" else of
    valued = of.lower_ == WORTH or verb.lemma_.lower() in figure.reading.known.words("valuing", "verbs")
    return ("figure", f"{figure.unit} value", None) if valued and figure.quantity.measure == "money" else None


def scaled(figure: Figure) -> Slot | None:
    """A value on a scale, whose verb says no more ("it measured 7.2 on the Richter scale")."""
    listed = figure.reading.known.words
    if figure.quantity.measure != "count" or figure.quantity.counted is not None or figure.verb not in listed("scales", "verbs"):
        return None
    return ("figure", "magnitude", None) if any(t.lower_ in listed("scales", "words") for t in figure.reading.tokens) else None


def meted(figure: Figure) -> Slot | None:
    """A term that somebody is given, where the verb says no more ("she got four years")."""
    given = figure.top.dep_ == "dobj" and figure.top.head.lemma_.lower() in figure.reading.known.words("meting", "verbs")
    if not given or figure.quantity.measure != "duration" or figure.unit not in TERMS or any(True for _ in figure.top.rights):
        return None
    return "sentence", f"{figure.unit} term", None


def spoken_of(figure: Figure) -> Slot | None:
    """What somebody speaks of: so many victims are dead, so many others are there, so much money is a sum."""
    if figure.verb not in figure.reading.known.words("speaking", "verbs") or figure.top.head.lower_ not in ("of", "about"):
        return None
    if figure.quantity.measure == "money":
        return "figure", f"{figure.unit} sum", None
    if figure.quantity.measure not in COUNTS or figure.quantity.counted is None:
        return None
    noun, known = figure.head.lemma_.lower(), figure.reading.known
    size = known.raw.get("sizes", {}).get(noun)
    if size is not None:
        return size[0], size[1], None
    return None if noun in known.counted else ("stock", known.same.get(noun, noun), None)


def built_for(figure: Figure) -> Slot | None:
    """What a work cost ("built for eight million dollars")."""
    priced = figure.top.dep_ == "pobj" and figure.top.head.lower_ in ("for", "with")
    work = figure.frame is not None and (figure.frame.predicate == "build" or figure.verb in figure.reading.known.words("working", "verbs"))
    return ("pay", figure.unit, None) if priced and work and figure.quantity.measure == "money" else None


def predicated(figure: Figure) -> Slot | None:
    """How many there are, said the other way round ("45 is the number of beds")."""
    if figure.number.dep_ != "nsubj" or figure.number.head.lemma_.lower() != "be" or figure.quantity.counted is not None:
        return None
    thing = next((t for t in figure.number.head.children if t.dep_ == "attr"), None)
    found = number_of(figure.reading, thing) if thing is not None else None
    return None if found is None or thing is None else (*found, thing)


def placed(figure: Figure) -> Slot | None:
    """How many find room or work: the verb with its object says that they are there ("has room for 40", "gives work to 6,200 people")."""
    if figure.frame is None or figure.quantity.measure not in COUNTS or figure.head.head.lower_ not in ("for", "to"):
        return None
    held = next((t.lemma_.lower() for t in figure.frame.token.children if t.dep_ == "dobj"), "")
    counted = figure.reading.known.raw.get("placing", {}).get(f"{figure.verb} {held}")
    if counted == "" and figure.quantity.counted is not None and is_human(figure.reading, figure.head, *ANYBODY):
        return ROOM
    noun = figure.head.lemma_.lower() if figure.quantity.counted is not None else "place"  # "has room for 40"
    return None if counted is None else ("stock", counted or figure.reading.known.same.get(noun, noun), None)


def fitted(figure: Figure) -> Slot | None:
    """What a thing has so many of ("the 120-bed clinic"), whatever happens to it."""
    thing, words = figure.head.head, figure.reading.parsed.text[figure.quantity.start : figure.reading.at(figure.head).end]
    joined = "-" in words and figure.head.pos_ == "NOUN"
    if not joined or figure.quantity.measure not in COUNTS or thing.pos_ != "NOUN" or thing.i <= figure.head.i or thing.tag_ == "NNS":
        return None
    noun = figure.head.lemma_.lower()
    return ("stock", figure.reading.known.same.get(noun, noun), None) if is_thing(figure.reading, figure.head) else None


def on_board(figure: Figure) -> Slot | None:
    """Those who are in what carries them ("with 180 passengers aboard", "310 people were on the ferry")."""
    head, known = figure.head, figure.reading.known
    after = [t.lower_ for t in head.doc[head.i + 1 : head.i + 3]]
    aboard = after[:1] == ["aboard"] or after == ["on", "board"]
    held = [t for c in (*head.head.children, *head.children) if c.dep_ == "prep" and c.lower_ in ("on", "aboard") for t in c.children]
    inside = head.dep_ in ("nsubj", "attr") and head.head.lemma_.lower() == "be"
    carried = inside and any(t.lemma_.lower() in known.words("carrying", "nouns") for t in held)
    if figure.quantity.measure not in COUNTS or not (aboard or carried):
        return None
    return ("board", "people", None) if is_human(figure.reading, head, *ANYBODY) else None


def looked_on(figure: Figure) -> Slot | None:
    """Those before whom something is done were there ("unveiled before 20,000 citizens")."""
    if figure.quantity.measure not in COUNTS or figure.head.head.lower_ != "before" or figure.frame is None:
        return None
    human = is_human(figure.reading, figure.head, *ANYBODY)
    return ("protest", "people", None) if human else None


def room_for(figure: Figure) -> Slot | None:
    """For how many a thing is made or allowed ("certified for 120 passengers", "licensed to carry 120", "can seat 400")."""
    if figure.quantity.measure not in COUNTS:
        return None
    known, top = figure.reading.known, figure.head if figure.quantity.counted is not None else figure.number
    above = top.head
    if top.dep_ == "pobj" and above.lower_ == "for":
        return ROOM if {above.head.lower_, above.head.lemma_.lower()} & known.words("fitting", "words") else None
    if top.dep_ != "dobj" or above.lemma_.lower() not in known.words("fitting", "holding"):
        return None
    allowed = above.dep_ == "xcomp" and above.head.lemma_.lower() in known.words("fitting", "allowed")
    able = any(child.dep_ == "aux" and child.lower_ in known.words("fitting", "able") for child in above.children)
    return ROOM if allowed or able else None


def turned_out(figure: Figure) -> Slot | None:
    """The turnout, told by those who could have voted ("39 per cent of those registered took part", "half of those eligible voted")."""
    end, reading = figure.quantity.end, figure.reading
    of_those = reading.parsed.text[end : end + len(OF_THOSE)].casefold() == OF_THOSE
    if figure.quantity.measure != "percent" or figure.frame is None or not of_those or len(reading.quantities) > MOST_SHARES:
        return None
    known, words = reading.known.words, {t.lower_ for t in reading.tokens}
    if not words & known("turning_out", "words"):
        return None
    told = words & known("turning_out", "entitled") or words & known("turning_out", "went")
    return ("figure", "% turnout", None) if told else None


def polled(figure: Figure) -> Slot | None:
    """The share of the vote of a person, where nothing says of what it is a share ("Varga got 46 per cent")."""
    frame = figure.frame
    if figure.quantity.measure != "percent" or frame is None or figure.verb not in figure.reading.known.words("polling", "verbs"):
        return None
    own = (
        figure.top.dep_ == "dobj"
        and figure.top.head.i == frame.token.i
        and not any(t.dep_ == "prep" and t.lower_ != "per" for t in figure.top.children)
    )
    person = any((who := figure.reading.mention_of(t)) is not None and who.type == "person" for t in frame.agents)
    return ("figure", "% vote", None) if own and person else None


def years_old(figure: Figure) -> Slot | None:
    """The age of a human being, with the bare number that a verb says them to be ("she was 39", "Ana was 17, not 19")."""
    number, quantity = figure.number, figure.quantity
    counts = quantity.measure in COUNTS and quantity.counted is None and quantity.unit is None
    if not counts or not 0 < (quantity.low or 0) <= (quantity.high or math.inf) <= OLDEST:
        return None
    top = next((t for t in (number, *number.ancestors) if t.head.pos_ != "NUM" or t.head.i == t.i), number)
    verb, after = top.head, number.nbor() if number.i + 1 < len(number.doc) else None
    within = Span(quantity.start, quantity.end)
    further = (t for t in (*top.children, *number.children) if not within.holds(figure.reading.at(t)))
    beside = (t for t in further if t.dep_ not in ("punct", "cc", "conj", "neg") and t.pos_ != "NUM")
    alone = next(beside, None) is None and (after is None or after.is_punct or after.is_space or after.pos_ == "CCONJ")
    if not alone or top.dep_ not in TOLD_OF or verb.lemma_.lower() not in figure.reading.known.words("aging", "verbs"):
        return None
    who = next((t for t in verb.children if t.dep_ == "nsubj"), None)
    return ("age", "a", None) if who is not None and one_human(figure.reading, who) else None


def one_human(reading: Reading, who: Token) -> bool:
    """Whether a word stands for one human being: he or she, a person's name, a noun for a human being in the singular."""
    if who.tag_ in ("NNS", "NNPS"):
        return False
    mention = reading.mention_of(who)
    return who.lower_ in pronouns("male", "female") or (mention is not None and mention.type == "person") or is_human(reading, who)


RULES: tuple[Callable[[Figure], Slot | None], ...] = (
    strong, old, worth, scaled, meted, spoken_of, built_for, predicated, placed, fitted, on_board, looked_on, room_for, turned_out, polled,
    years_old,
)  # fmt: skip
