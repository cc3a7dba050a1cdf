"""Who the source of a cue is, by syntax."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.base.spans import Span
from testimonia.extract.attributions.lexicon import lexicon, listed
from testimonia.extract.attributions.scene import Scene, children, climbing, first
from testimonia.extract.attributions.tokens import Word

SUBJECTS = ("nsubj", "csubj")
PASSIVE = ("nsubjpass", "csubjpass")
NEAR = 3  # characters of punctuation and space between a quotation and the verb behind it
NAMING = ("PROPN", "PRON", "NOUN")
ADVERBIAL, PARTS = ("advmod", "npadvmod", "dep"), ("compound", "nmod")
WITHIN = ("attr", "dobj", "pobj", "prep", "acomp", "conj", "relcl", "xcomp", "advcl")  # how what stands deep in a clause hangs on its verb
TIMES = ("DATE", "TIME")
FINITE = ("VBD", "VBZ", "VBP", "MD")
INFORMED, ISSUING, CHARGING = listed("informed"), listed("issuing"), listed("charging")


def of_verb(scene: Scene, verb: Word) -> list[Span | None]:
    """Who a verb may have as its source, the likeliest first.

    Its subject, its agent when it is passive, or the subject that it shares with the verb it hangs on.
    """
    agent = first(child for child in children(verb, "agent"))
    if agent is not None:
        return [phrase(scene, first(children(agent, "pobj")))]
    if children(verb, *PASSIVE) or children(verb, "auxpass"):
        held = phrase(scene, first(children(verb, *PASSIVE)))
        if verb.lemma_ in INFORMED:
            return [None, held] if children(verb, "xcomp") else [held, None]  # "is told to leave": somebody wants it, not who is told
        somebody = by_preposition(scene, verb, ("by", "among", "in"), strict=True)
        return [somebody, None] if somebody is not None else [None, held]
    own = own_subject(scene, verb)
    if own is not None and verb.lemma_ in ("seem", "appear"):
        return [by_preposition(scene, verb, ("to",))]
    if charged(verb) or (own is not None and own.lower_ == "it" and verb.lemma_ == "be"):
        return [None]  # "accused of fraud", "it is that …"
    if own is not None:
        return [subject(scene, verb, own)]
    if verb.tag_ == "VBG" and (said := goes_on(scene, verb)) is not None:
        return [said]
    if verb.dep_ in ("acl", "relcl"):
        return of_adnominal(scene, verb)
    found = list(inherited(scene, verb))[:2]
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.dep_ == "ccomp" and verb.i > verb.head.i:
        found.reverse()  # "said that it was safe, adding …": the parser hangs it on what is said, but who said it goes on
    elif resumes(verb) or (verb.dep_ == "xcomp" and resumes(verb.head)):
        found.reverse()
    if verb.tag_ == "VB" and verb.dep_ != "xcomp" and verb.dep_ != "conj":
        return [*found[:1], None]
    return [*found] or [lost(scene, verb)]


def of_adnominal(scene: Scene, verb: Word) -> list[Span | None]:
    """Who a verb has as its source that hangs on a noun: the noun, whoever puts it out, or the subject of the verb that takes it."""
    if verb.tag_ == "VBG":
        return [issuer(scene, verb.head) or phrase(scene, verb.head, until=verb)]
    above = doer(verb.head) if verb.tag_ == "VB" else None
    return [*(of_verb(scene, above)[:1] if above is not None else ()), None][:2]


def charged(verb: Word) -> bool:
    """Whether a verb stands in the passive without its auxiliary: "Governor accused of fraud", as titles have it."""
    past = verb.lemma_ in CHARGING and verb.tag_ in ("VBD", "VBN") and not children(verb, "aux", "dobj", "ccomp")
    return past and bool(children(verb, *SUBJECTS)) and any(prep.i > verb.i for prep in children(verb, "prep"))


def as_saying(verb: Word) -> Word | None:
    """Whom somebody quotes as saying something, or accuses of it: the object of the verb above."""
    prep = verb.head
    if verb.dep_ != "pcomp" or prep.lower_ not in ("as", "of"):
        return None
    return first(child for child in children(prep.head, "dobj") if child.i < prep.i)


def goes_on(scene: Scene, verb: Word) -> Span | None:
    """Who says more in a participle behind a comma that the parser hangs deep in what is said: "said it is a feast, recalling …"."""
    if verb.dep_ not in ("acl", "advcl") or verb.i == 0 or verb.doc[verb.i - 1].text != ",":
        return None
    said = next((head for head in climbing(verb.head, WITHIN) if head.dep_ == "ccomp" and head.head.i < head.i), None)
    own = own_subject(scene, said.head) if said is not None and said.head.lemma_.lower() in lexicon("en").verbs else None
    return subject(scene, said.head, own) if said is not None and own is not None else None


def issuer(scene: Scene, noun: Word) -> Span | None:
    """Who puts out a text that says something: "the union issued a statement saying that …"."""
    words, above = lexicon("en"), noun.head
    text = noun.lemma_.lower() in words.nouns or words.sources.get(noun.lower_) == "document"
    return of_verb(scene, above)[0] if text and noun.dep_ == "dobj" and above.lemma_ in ISSUING else None


def lost(scene: Scene, verb: Word) -> Span | None:
    """The subject of a finite verb that the parser has hung on something else."""
    if tense(verb) not in FINITE:
        return None
    found = (find(scene, verb) for find in (mislabelled, clause_subject, right_before, turned_round))
    return next((span for span in found if span is not None), None)


def mislabelled(scene: Scene, verb: Word) -> Span | None:
    """A name in front of the verb that hangs on it as what no name can be: an adverbial, or the first part of a compound."""
    name = next((child for child in reversed(verb.lefts) if child.dep_ in ADVERBIAL + PARTS and child.pos_ in ("PROPN", "PRON")), None)
    if name is None or name.ent_type_ in TIMES or verb.doc[name.i + 1].tag_ == "HYPH":
        return None  # "Lund-backed" is an adjective
    if name.dep_ in ADVERBIAL:
        return phrase(scene, name)
    parts = [child for child in verb.lefts if child.dep_ in ("det", "amod", *PARTS)]
    return scene.span(parts[0].left_edge.i, parts[-1].right_edge.i)


def clause_subject(scene: Scene, verb: Word) -> Span | None:
    """The subject of what the parser takes for a clause of its own in front of the verb: "veterans interviewed at the rally said …"."""
    ahead = [child for child in verb.lefts if child.dep_ == "ccomp" and not quoted(scene, child)]
    completed = any(child.dep_ == "ccomp" for child in verb.rights)
    held = first(children(ahead[-1], *SUBJECTS)) if ahead and completed else None
    return phrase(scene, held) if held is not None and held.i < ahead[-1].i and held.tag_ not in ("WP", "WDT") else None


def right_before(scene: Scene, verb: Word) -> Span | None:
    """A name right before the verb that the parser takes for an apposition to a noun further ahead: "for his wife, Bo Lund said …"."""
    own = {child.i for child in children(verb, "aux", "neg", "advmod")}
    at = verb.i - 1
    while at > verb.sent.start and (at in own or verb.doc[at].text == ","):
        at -= 1
    noun = whole_noun(verb.doc[at])
    apposed = noun.pos_ in NAMING and noun.dep_ in ("appos", "dep") and noun.head.i < noun.i <= at
    return scene.span(noun.left_edge.i, at) if apposed and quoted(scene, noun) == quoted(scene, verb) else None


def turned_round(scene: Scene, verb: Word) -> Span | None:
    """Who stands behind a verb at the end of a quotation that the parser takes for an adjective: “…”, asked councillor Lund."""
    if verb.dep_ != "amod" or verb.head.i < verb.i or not behind_quotation(scene, verb):
        return None
    last = verb.head.i
    while last + 1 < len(verb.doc) and verb.doc[last + 1].pos_ == "PROPN":
        last += 1
    return scene.span(verb.i + 1, last)


def determined(noun: Word) -> bool:
    """Whether a noun has an article or an owner."""
    return bool(children(noun, "det", "poss"))


def whole_noun(word: Word) -> Word:
    """The noun that a part of a compound belongs to, or a name in a list the first of that list."""
    while word.dep_ in ("compound", "conj") and word.head is not word and word.head.pos_ in NAMING:
        word = word.head
    return word


def resumes(verb: Word) -> bool:
    """Whether a verb that the parser joins to what is said goes on with the verb of saying: "found that it is safe and warned that …".

    It has no subject of its own, a clause or an infinitive to complete it, and the tense of the verb of saying, which what is said has not.
    """
    said = verb.head
    if verb.dep_ != "conj" or said.dep_ != "ccomp" or verb.i < said.i or children(verb, *SUBJECTS, *PASSIVE):
        return False
    return tense(verb) == tense(said.head) != tense(said) and bool(children(verb, "ccomp", "xcomp"))


def begins_anew(verb: Word) -> bool:
    """Whether a verb that the parser joins to what is said reports what somebody else says: "wrote that it fell, and Y fears that …".

    It has a noun for its subject and a clause with "that" of its own; before it a comma and a conjunction stand, and no further "that".
    """
    doc, start = verb.doc, verb.left_edge.i
    if verb.dep_ != "conj" or verb.i < verb.head.i or start < 2 or doc[start - 1].dep_ != "cc" or doc[start - 2].text != ",":
        return False
    named = any(own.pos_ != "PRON" for own in children(verb, *SUBJECTS)) and not children(verb, "mark")
    return named and any(mark.lower_ == "that" for clause in children(verb, "ccomp") for mark in children(clause, "mark"))


def tense(verb: Word) -> str:
    """The tag of the finite word of a verb: its first auxiliary's, or its own; a participle without one is a past that was tagged amiss."""
    helper = first(children(verb, "aux", "auxpass"))
    return helper.tag_ if helper is not None else "VBD" if verb.tag_ == "VBN" else verb.tag_


def governor(noun: Word) -> Word | None:
    """The verb that takes a noun as its object: whoever misses "an opportunity to say" something is who would say it."""
    head = next((h for h in climbing(noun, ("dobj", "attr", "pobj", "prep", "conj")) if h.pos_ in ("VERB", "AUX")), None)
    return head if head is not None and head.lemma_ != "be" else None


def doer(noun: Word) -> Word | None:
    """The verb whose subject does what a noun with an infinitive tells; "knowledge of efforts to urge it" does not tell whose they are."""
    above = governor(noun)
    between = climbing(noun, ("dobj", "attr", "pobj", "prep", "conj"))
    return above if all(head is above or head.pos_ == "ADP" or head.dep_ == "dobj" for head in between) else None


def expletive(verb: Word) -> bool:
    """Whether a verb's subject would be an *it* that stands for nobody: "it is worth noting that …"."""
    if children(verb, *SUBJECTS, *PASSIVE, "auxpass") or verb.dep_ not in ("xcomp", "ccomp", "advcl"):
        return False
    head = next(climbing(verb, ("xcomp", "ccomp", "advcl")))
    main = head.head if head.dep_ == "acomp" else head
    if main.lemma_ != "be" or verb.i < main.i or not any(own.lower_ == "it" for own in children(main, *SUBJECTS)):
        return False
    return not any(children(word, "prep") for word in (main, *children(main, "acomp", "attr")))  # "it is up to me to say", "kind of her to"


def own_subject(scene: Scene, verb: Word) -> Word | None:
    """The subject next to the verb; when only that stands in a quotation, the parser slipped: then what follows the verb."""
    found = sorted(children(verb, *SUBJECTS), key=lambda token: abs(token.i - verb.i))
    if not found and (told := as_saying(verb)) is not None:
        return told
    if not found and behind_quotation(scene, verb):
        return first(
            child for child in children(verb, "dobj") if child.left_edge.i == verb.i + 1 and (child.pos_ == "PROPN" or determined(child))
        )
    outside = [token for token in found if quoted(scene, token) == quoted(scene, verb)]
    if found and not outside and scene.quotes:
        outside = [token for token in children(verb, "dobj", "attr", "oprd") if token.i > verb.i and not quoted(scene, token)]
    return first(outside or found)


def behind_quotation(scene: Scene, verb: Word) -> bool:
    """Whether a quotation ends right before a verb: “…”, stressed Orr."""
    start = scene.start + verb.idx
    return any(0 <= start - quote.end <= NEAR for quote in scene.near(Span(start - NEAR, start)))


def quoted(scene: Scene, token: Word) -> bool:
    """Whether a token stands in a quotation."""
    at = scene.start + token.idx
    return any(span.start <= at < span.end for quote in scene.near(Span(at, at)) for span in quote.spans[:1])


def subject(scene: Scene, verb: Word, own: Word) -> Span:
    """A subject; a relative pronoun is read together with what it stands for."""
    if verb.dep_ == "relcl" and own.tag_ in ("WP", "WDT") and own.i > verb.head.i:
        span = scene.span(verb.head.left_edge.i, own.i)
        return span if span.end - span.start < 300 else scene.word(own)
    return phrase(scene, own) or scene.word(own)


def inherited(scene: Scene, verb: Word) -> Iterator[Span]:
    """The subjects of the verbs that this one is coordinated with or depends on, from the nearest ("went on to say", "…, adding that")."""
    for head in climbing(verb, ("conj", "xcomp", "advcl", "acl", "pcomp", "prep", "dep", "ccomp", "acomp")):
        own = first(children(head, *SUBJECTS))
        passive = first(children(head, *PASSIVE))
        if own is not None:
            yield subject(scene, head, own)
        elif passive is not None:
            yield phrase(scene, passive) or scene.word(passive)
        elif head.dep_ in ("acl", "relcl") and head.head.pos_ in ("NOUN", "PROPN", "PRON"):
            yield phrase(scene, head.head, until=head) or scene.word(head.head)


def of_noun(scene: Scene, noun: Word) -> Span | None:
    """The source of a cue noun: its owner, the one it comes from, or the subject of the verb that takes it as object."""
    owner = first(children(noun, "poss"))
    if owner is not None:
        return phrase(scene, owner)
    given = by_preposition(scene, noun, ("by", "from", "among"))
    if given is not None:
        return given
    named = first(child for child in children(noun, "compound", "amod") if child.ent_type_ in ("PERSON", "ORG", "NORP", "GPE"))
    if named is not None:
        return phrase(scene, named)
    above = governor(noun)
    if above is not None:
        return of_verb(scene, above)[0]
    if noun.dep_ == "attr" and noun.head.lemma_ == "be" and children(noun.head, "expl"):
        return phrase(scene, noun, until=first(children(noun, "acl", "ccomp", "relcl")))  # "there are reports that …"
    return by_preposition(scene, noun, ("of",))


def of_adjective(scene: Scene, adjective: Word) -> Span | None:
    """The source of an attitude: the subject of the verb that the adjective completes."""
    for head in climbing(adjective, ("acomp", "conj", "oprd", "ccomp", "xcomp")):
        own = first(children(head, *SUBJECTS))
        if own is not None:
            return subject(scene, head, own)
    own = first(children(adjective, *SUBJECTS))
    return phrase(scene, own) if own is not None else next(inherited(scene, adjective), None)


def by_preposition(scene: Scene, token: Word, words: tuple[str, ...], *, strict: bool = False) -> Span | None:
    """The object of the first preposition among `words` that hangs on the token; `strict` wants somebody or a text, not something."""
    for prep in children(token, "prep", "agent"):
        if prep.lower_ not in words:
            continue
        found = first(children(prep, "pobj"))
        if found is not None and (not strict or found.ent_type_ in ("PERSON", "ORG", "NORP") or reported_in(found, token)):
            return phrase(scene, found)
    return None


def reported_in(noun: Word, verb: Word) -> bool:
    """Whether a noun is a text that says what the verb tells ("is portrayed in the report as …"), not where somebody was asked."""
    words = lexicon("en")
    it = any(child.lower_ == "it" for child in children(verb, *PASSIVE))
    return not it and words.sources.get(noun.lower_) == "document" and words.verbs.get(verb.lemma_.lower()) != "ask"


def phrase(scene: Scene, token: Word | None, until: Word | None = None) -> Span | None:
    """The noun phrase of a token; up to the clause `until` that hangs on it, and without a clause that would make it too long."""
    if token is None:
        return None
    last = token.right_edge.i
    if until is not None:
        last = max(token.i, until.left_edge.i - 1)
    span = unquoted(scene, scene.span(token.left_edge.i, last))
    return span if 0 < span.end - span.start < 400 else scene.word(token)


def unquoted(scene: Scene, span: Span) -> Span:
    """The span without quotation marks at its start, which belong to what stands before it."""
    start = span.start
    while start < span.end and scene.text[start] in "\"'”’“»«` ,":
        start += 1
    return Span(start, span.end)
