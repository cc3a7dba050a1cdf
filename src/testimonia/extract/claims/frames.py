"""Frames: what happens in a sentence, to whom, by whom, where, when, and whether it is denied or only supposed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from testimonia.base.extractions import Time
from testimonia.extract.claims.classes import Classes, classes, phrase

CLIMB = 12  # steps up the parse from a date to the event that it dates
OF_EVENTS = ("VERB", "AUX", "NOUN", "ADJ")
SUBJECTS = ("nsubj", "nsubjpass")
CLAUSES = ("relcl", "acl")
PLACES = ("GPE", "LOC", "FAC")
NO_PLACES = ("DATE", "TIME", "EVENT", "WORK_OF_ART", "LAW", "CARDINAL", "ORDINAL", "MONEY", "LANGUAGE")
WOULD = "would"
ALONG = classes("en").around("along")


@dataclass
class Frame:
    """One event or state: its word, its class (or lemma), those who take part, its dates."""

    token: Token
    predicate: str
    known: bool
    patients: list[Token] = field(default_factory=list)
    agents: list[Token] = field(default_factory=list)
    places: list[Token] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    negated: bool = False
    modality: str = "asserted"

    @property
    def patient(self) -> Token | None:
        """The first of those that undergo it."""
        return self.patients[0] if self.patients else None


def frames(tokens: Sequence[Token], known: Classes) -> dict[int, Frame]:
    """The frames of a sentence by the place of their word."""
    found: dict[int, Frame] = {}
    asking = next((token.text.endswith("?") for token in reversed(tokens) if not token.is_space), False)
    for token in tokens:
        pos = token.pos_
        name = known.of(token) if pos in OF_EVENTS else None
        if name == "" or (name is None and (pos != "VERB" or token.tag_ == "MD")):
            continue
        frame = Frame(token, name or known.word(token), name is not None)
        fill(frame, known)
        if name is None and token.lemma_.lower() in known.words("support", "verbs"):
            lend(frame, known, frame.patients)
        if name is None and frame.predicate in known.words("support", "occurring"):
            lend(frame, known, frame.agents)
        frame.negated = negated(token, known)
        meant = known.raw.get("denied", {}).get(frame.predicate) if frame.negated else None
        if meant is not None:
            frame.predicate, frame.negated = str(meant), False
        frame.modality = "question" if asking else modality(token, known)
        found[token.i] = frame
    return found


def lend(frame: Frame, known: Classes, held: list[Token]) -> None:
    """A verb that says little takes the class of the event noun that it holds ("reached the ceasefire", "the killings took place")."""
    noun = next((t for t in held if t.pos_ == "NOUN"), None)
    name = known.of(noun) if noun is not None else None
    if noun is not None and name is not None:
        frame.predicate, frame.known = name, True
        own = Frame(noun, name, True)
        fill(own, known)
        frame.patients, frame.agents = own.patients or frame.patients, own.agents or frame.agents  # "his wedding followed" is his


def fill(frame: Frame, known: Classes) -> None:
    """Who undergoes it, who does it, where."""
    token = frame.token
    if token.pos_ == "NOUN":
        for child in token.children:
            if child.dep_ == "poss":
                frame.patients += joined(child)
            elif child.dep_ == "prep" and child.lower_ in ("of", "on", "against"):
                frame.patients += objects(child)
            elif child.dep_ == "prep" and child.lower_ in ("by", "between"):
                frame.agents += objects(child)
    else:
        subjects, passive = subjects_of(token)
        subjects = subjects or charged(token, known)
        own = [t for child in token.children if child.dep_ in ("dobj", "dative", "attr", "oprd") for t in joined(child)]
        undergoes = known.undergone(token) and not (own and phrase(token) in known.verbs)  # "shut down the plant": the plant does
        whole = undergoes and (known.set_phrase(token) is not None or phrase(token) in known.subject_verbs)
        said = known.set_phrase(token)
        if said is not None and not said[1] and own:
            own = [t for t in own if not known.phrase_word(token, t)] or governed(token, ("to", "on")) or below_of(own)
        frame.patients = subjects if passive or (undergoes and (whole or not own)) else own
        if not own and not passive and frame.known and known.raw["classes"].get(frame.predicate, {}).get("either"):
            undergoes, frame.patients = True, subjects  # "the camp opened" as well as "they opened the camp"
        frame.agents = [] if passive or undergoes else subjects
        for child in token.children:
            if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
                frame.agents += objects(child)
        frame.agents += [t for noun in governed(token, ("at",)) if noun.lemma_ in known.around("handed") for t in governed(noun, ("of",))]
    frame.places = places(token)


def subjects_of(token: Token) -> tuple[list[Token], bool]:
    """The subjects of a verb and whether it is passive; a clause without one takes the noun it hangs on, a joined verb its elder's."""
    for child in token.children:
        if child.dep_ in ("nsubjpass", "nsubj"):
            heads = joined(beside(child))
            if child.tag_ in ("WP", "WDT") and token.dep_ in CLAUSES:
                heads = joined(said_more_of(token.head))
            elif child.tag_ == "WP" and token.dep_ == "ccomp":  # "it was Ann who signed", where the clause hangs on the copula
                heads = [one for one in token.head.children if one.dep_ == "attr" and one.i == child.i - 1] or heads
            return heads, child.dep_ == "nsubjpass"
    if token.dep_ == "aux" and token.head.pos_ == "VERB":
        return subjects_of(token.head)  # "has been missing", where the parse hangs the copula on a participle
    if token.dep_ == "acl" and token.tag_ in ("VBN", "VBG"):
        return joined(token.head), token.tag_ == "VBN"
    if token.dep_ == "advcl" and token.tag_ == "VBN" and token.i < token.head.i and token.head.pos_ in ("VERB", "AUX"):
        heads = [t for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass") for t in joined(child)]
        return heads, True  # "Founded in 1971, the party"
    if token.pos_ == "ADJ" and token.dep_ in ("amod", "acl", "acomp", "oprd"):
        return joined(token.head), True
    if token.dep_ == "conj" and token.head.pos_ == "VERB":
        heads, passive = subjects_of(token.head)
        own = {child.dep_ for child in token.children if child.dep_ in ("aux", "auxpass")}  # "resigned and was not dismissed"
        return heads, "auxpass" in own if own else passive and token.tag_ == "VBN"
    if token.dep_ in ("xcomp",) and token.head.pos_ in ("VERB", "AUX"):
        heads, _ = subjects_of(token.head)
        return heads, any(child.dep_ == "auxpass" for child in token.children)
    return [], False


def said_more_of(noun: Token) -> Token:
    """The name of which a noun behind it says more ("Ada Varga, a reporter who …"), else the noun itself."""
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun


def charged(token: Token, known: Classes) -> list[Token]:
    """Whom somebody accuses or clears of doing what a verb says ("accused them of hiding it")."""
    above = charging(token)
    if above is None or above.lemma_.lower() not in known.words("accusing", "doing") | known.words("accusing", "cleared"):
        return []
    own = [t for child in above.children if child.dep_ == "dobj" for t in joined(child)]
    subjects, passive = subjects_of(above)
    return own or (subjects if passive else [])


def charging(token: Token) -> Token | None:
    """The verb that a gerund hangs on by a preposition ("accused of hiding and selling it")."""
    first = next((one for one in (token, *token.ancestors) if one.dep_ != "conj"), token)
    above = first.head.head
    return above if first.dep_ == "pcomp" and first.tag_ == "VBG" and first.head.pos_ == "ADP" and above.pos_ == "VERB" else None


def beside(subject: Token) -> Token:
    """The name right behind a noun that the parse takes for a second subject ("the vaccine Immunal was approved")."""
    after = subject.nbor() if subject.i + 1 < len(subject.doc) else subject
    return after if after.pos_ == "PROPN" and after.dep_ == subject.dep_ and after.head.i == subject.head.i else subject


def joined(token: Token) -> list[Token]:
    """A noun, what is joined to it, and what comes "along with" it."""
    found = [token, *token.conjuncts]
    for child in token.children:
        if child.dep_ in ("prep", "advmod") and child.lower_ in ALONG:
            inner = [c for c in child.children if c.dep_ == "prep"]
            found += [t for preposition in (child, *inner) for t in objects(preposition)]
    return list(dict.fromkeys(found))


def objects(preposition: Token) -> list[Token]:
    """What a preposition governs."""
    return [t for child in preposition.children if child.dep_ in ("pobj", "pcomp") for t in [child, *child.conjuncts]]


def governed(token: Token, prepositions: Collection[str]) -> list[Token]:
    """What a word governs through some prepositions."""
    return [t for child in token.children if child.dep_ in ("prep", "dative") and child.lower_ in prepositions for t in objects(child)]


def below_of(nouns: list[Token]) -> list[Token]:
    """What the nouns of a set phrase govern ("set fire to the school", where the parse hangs "to" on the fire)."""
    return [t for noun in nouns for t in governed(noun, ("to", "on", "of"))]


def places(token: Token) -> list[Token]:
    """Named places that the event is said to happen in or to go to."""
    found = []
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "near", "to", "into", "outside", "from"):
            inside = child.lower_ in ("in", "near", "outside")
            found += [t for t in objects(child) if t.ent_type_ in PLACES or (inside and t.pos_ == "PROPN" and t.ent_type_ not in NO_PLACES)]
    return found


def negated(token: Token, known: Classes) -> bool:
    """Whether the event is said not to happen; what is not, and is denied, is."""
    return said_not(token, known) != disowned(token, known)


def said_not(token: Token, known: Classes) -> bool:
    """Whether the words of its own clause say that the event does not happen."""
    negations = known.negations
    before = [child for child in token.children if token.i - 6 <= child.i < token.i + 2 and not bounding(child, known)]
    # further off, the parse has misplaced it
    if any(child.dep_ == "neg" or (child.lower_ in negations and child.dep_ in ("det", "advmod", "preconj")) for child in before):
        return not any(child.dep_ in ("prep", "mark") and child.lower_ == "until" for child in token.rights)  # then it did, later
    if any(
        child.lower_ in known.words("polarity", "ceased") and not negations.isdisjoint(t.lower_ for t in child.lefts) for child in before
    ):
        return True  # "is no longer performing", where the "no" hangs on the "longer"
    if token.dep_ == "conj" and any(child.dep_ == "cc" and child.lower_ in negations for child in token.head.children):
        return True  # "neither sent nor received", where the "nor" hangs on the first of the two
    parties = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
    heads = [word for party in parties for word in (party, *(c for c in party.lefts if c.dep_ in ("det", "neg")))]
    heads += [t for t in governed(token, ("to", "about", "of")) if t.pos_ == "PRON"]  # "confessed to nothing"
    return any(word.lower_ in negations and not bounding(word, known) for word in heads)


def disowned(token: Token, known: Classes) -> bool:
    """Whether the event stands in a clause that somebody denies, rejects as a claim, or calls untrue, or does not come to do."""
    above = token.head
    if token.dep_ == "conj" and above.pos_ in ("VERB", "AUX") and not any(child.dep_ in SUBJECTS for child in token.children):
        return disowned(above, known)
    if token.dep_ in ("xcomp", "ccomp") and above.lemma_.lower() in known.words("polarity", "refusing"):
        return not said_not(above, known)
    cleared_of = charging(token)
    if cleared_of is not None and cleared_of.lemma_.lower() in known.words("accusing", "cleared"):
        return not said_not(cleared_of, known)
    if not told_whole(token):
        return False
    if above.pos_ == "NOUN" and above.lemma_.lower() in known.words("denying", "evidence"):
        return unproven(above, known)
    if above.pos_ == "NOUN" and above.lemma_.lower() in known.words("denying", "reports"):
        return rejected(above, known)
    if above.pos_ == "NOUN" and above.lower_ in known.words("denying", "adjectives"):
        return above.dep_ in ("attr", "oprd") and not said_not(above.head, known)  # "it was a hoax that", "called it a lie that"
    return token.dep_ in ("ccomp", "csubj", "acl", "advcl") and called_untrue(above, known)


def told_whole(verb: Token) -> bool:
    """Whether "that" opens the clause of a verb and takes no part in it; the parse may take it for an object beside the verb's own."""
    opening = next((child for child in verb.children if child.lower_ == "that" and child.i < verb.i), None)
    if opening is None or opening.dep_ == "mark":
        return opening is not None
    others = [child.dep_ for child in verb.children if child.i != opening.i]
    return opening.dep_ == "dobj" and (verb.dep_ != "relcl" or ("nsubj" in others and "dobj" in others) or "nsubjpass" in others)


def rejected(noun: Token, known: Classes) -> bool:
    """Whether a report or accusation is denied, or called untrue."""
    above = noun.head
    if any(child.lower_ in known.words("denying", "adjectives") for child in noun.lefts):
        return True
    if noun.dep_ in ("dobj", "nsubjpass") and above.lemma_.lower() in known.words("denying", "verbs"):
        return not said_not(above, known)
    if noun.dep_ == "pobj" and groundless(noun.head.head, known):
        return True
    return judged_untrue(noun, known) or (noun.dep_ == "nsubj" and called_untrue(above, known))


def unproven(noun: Token, known: Classes) -> bool:
    """Whether a noun says that there is no evidence, nobody has any, or it is lacking."""
    negations = known.negations
    if any(child.lower_ in negations for child in noun.lefts) or noun.head.lower_ in negations:
        return True
    if noun.dep_ == "pobj":
        return noun.head.head.lower_ in known.words("denying", "lacking")
    return noun.dep_ in ("attr", "dobj", "nsubjpass") and said_not(noun.head, known)


def groundless(noun: Token, known: Classes) -> bool:
    """Whether a noun says that there is nothing in a report ("no truth to")."""
    return noun.lower_ in known.words("denying", "grounds") and any(t.lower_ in known.negations for t in noun.lefts)


def judged_untrue(noun: Token, known: Classes) -> bool:
    """Whether somebody calls a report untrue, or describes it as that."""
    judging = noun.head.head if noun.head.dep_ in ("ccomp", "oprd", "xcomp") else noun.head
    if noun.dep_ not in (*SUBJECTS, "dobj") or judging.lemma_.lower() not in known.words("denying", "judging"):
        return False
    called = [child.lower_ for child in judging.children if child.dep_ in ("oprd", "ccomp", "xcomp", "acomp")]
    led = (word for word in judging.subtree if word.lower_ in known.words("blaming", "as"))  # it may hang in the report's clause
    called += [t.lower_ for word in led for t in word.children]
    return not known.words("denying", "adjectives").isdisjoint(called) and not said_not(judging, known)


def called_untrue(verb: Token, known: Classes) -> bool:
    """Whether a copula, or the adjective below it, says that something is untrue, or is not true."""
    verb = verb.head if verb.pos_ == "ADJ" and verb.head.lemma_.lower() == "be" else verb
    verb = next((child for child in verb.children if child.dep_ == "xcomp" and child.lemma_ == "be"), verb)  # "turned out to be false"
    if verb.lemma_.lower() not in known.words("denying", "proving"):
        return False
    called = {child.lower_ for child in verb.children if child.dep_ in ("acomp", "attr", "oprd")}
    denied = any(child.dep_ == "neg" for child in verb.children)
    return bool(called & known.words("denying", "approving" if denied else "adjectives"))


def bounding(word: Token, known: Classes) -> bool:
    """Whether a negation only bounds a figure ("no more than 300", "never fewer than ten")."""
    return word.i + 2 < len(word.doc) and word.nbor().lower_ in known.around("bounds") and word.nbor(2).lower_ == "than"


def only_wished(verb: Token) -> bool:
    """Whether a verb stands in the mood of demands ("demand that she be set free")."""
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} == {"be"}


def only_measured_by(verb: Token, known: Classes) -> bool:
    """Whether a doing is only what a quality would do for ("strong enough to take two", "too weak to")."""
    infinitive = verb.dep_ in ("xcomp", "acl", "advcl") and any(child.tag_ == "TO" for child in verb.lefts)
    return infinitive and any(child.lower_ in known.words("modality", "degree") for child in verb.head.children)


def modality(token: Token, known: Classes) -> str:
    """Whether the event is asserted, asked about, alleged, conditional or still to come."""
    lowers = {child.lower_ for child in token.children}
    if lowers & known.words("modality", "conditional") == {WOULD} and foretold(token, known):
        return "future"
    if lowers & known.words("modality", "conditional") or (
        token.dep_ == "xcomp" and token.head.lemma_.lower() in known.words("modality", "able")
    ):
        return "conditional"
    accusing = charging(token)
    if accusing is not None and accusing.lemma_.lower() in known.words("accusing", "doing"):
        return "conditional" if said_not(accusing, known) else "alleged"
    if token.tag_ == "VB" and token.dep_ == "ROOT" and not any(child.dep_ in ("aux", "neg", *SUBJECTS) for child in token.children):
        return "conditional"  # "Sign up today": nobody did
    if "whether" in lowers:
        return "question"
    if only_wished(token) or only_measured_by(token, known):
        return "conditional"
    if not lowers.isdisjoint(known.words("modality", "future")):
        return "future"
    if any(child.lower_ in known.words("modality", "alleged") and child.pos_ != "NOUN" for child in token.children):
        return "alleged"  # "the suspect fled" says that he did
    if token.dep_ == "conj" and token.head.pos_ == "VERB" and token.tag_ in ("VB", "VBN") and token.head.i != token.i:
        return modality(token.head, known)  # "should follow and release"
    return "asserted"


def foretold(token: Token, known: Classes) -> bool:
    """Whether what would be is what somebody said will be, in the time of their saying ("she said that the works would close")."""
    above = token.head
    return token.dep_ == "ccomp" and above.tag_ in ("VBD", "VBN") and above.lemma_.lower() in known.words("telling", "verbs")


def date_frames(found: dict[int, Frame], times: Iterable[tuple[Time, Token]]) -> dict[int, Frame]:
    """Hang each date on the event that it dates: the first known event above it in the parse, else the first verb; and say on which."""
    owners = {}
    for time, token in times:
        frame = dated_by(token, found)
        if frame is not None:
            frame.times.append(time)
            owners[time.start] = frame
    return owners


def dated_by(token: Token, found: dict[int, Frame]) -> Frame | None:
    """The frame above a date."""
    first = None
    at = token
    for _ in range(CLIMB):
        if at.i in found and at.i != token.i:
            if found[at.i].known:
                return found[at.i]
            first = first or found[at.i]
            if at.pos_ == "VERB":
                return first
        if at.head.i == at.i:
            break
        at = at.head
    return first
