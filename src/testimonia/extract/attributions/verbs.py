"""The constructions in which a verb attributes: each gives the stretches that may be its content.

The readings of one verb compete; which of them holds is decided later (`choosing.py`). Labels are those of spaCy's English models.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from testimonia.base.spans import Span
from testimonia.extract.attributions.kinds import silent, withheld
from testimonia.extract.attributions.lexicon import SPOKEN, Lexicon
from testimonia.extract.attributions.passives import RAISING, passive, with_agent
from testimonia.extract.attributions.quoted import Reading, quoted
from testimonia.extract.attributions.scene import Candidate, Cue, Scene, children, first, right_edge_of
from testimonia.extract.attributions.sources import INFORMED, PASSIVE, SUBJECTS, begins_anew, expletive, of_verb, resumes, tense
from testimonia.extract.attributions.tokens import Word

CLAUSES = ("ccomp", "xcomp")
OBJECTS = ("dobj", "dative", "oprd")
OWN = (
    "aux",
    "auxpass",
    "neg",
    "nsubj",
    "nsubjpass",
    "csubj",
    "advmod",
    "npadvmod",
    "prt",
    "mark",
    "prep",
    "dative",
    "dobj",
    "agent",
    "expl",
    "cc",
)
AUXILIARY = ("aux", "auxpass", "neg", "prt")
ADVERBIALS = ("advcl", "prep", "npadvmod", "cc", "advmod", "parataxis", "relcl", "acl", "appos")
CARRYING_PREPS = frozenset(
    ("about", "of", "for", "against", "as", "on", "to", "over", "with", "in", "from", "at", "into", "toward", "towards")
)
PLACING = frozenset(("at", "before", "during", "in", "on", "under"))  # where or when somebody speaks, not of what
RELATIVES = frozenset(("which", "who", "whose", "whom", "where", "when", "of", "in", "some", "many", "most", "one"))
DASHES = frozenset(("—", "–", "--", "-", "―"))
GIVING = "say"
LONG = 120  # words of a clause in which a dash is looked for
# How a verb that the lexicon does not know may attribute; in any other construction one in a hundred does.
UNKNOWN = ("ccomp-right", "ccomp-left", "ccomp-joined", "quote-right", "quote-left", "quote-both", "quote-on", "quote-below", "below")


def readings_of(scene: Scene, verb: Word, words: Lexicon) -> list[Candidate]:
    """All candidate readings of a verb as a cue."""
    lemma = verb.lemma_.lower()
    stance = words.verbs.get(lemma)
    if relies(verb, words) or withheld(verb) or expletive(verb):
        return []
    given = list(figures(scene, verb, words))
    stance = GIVING if given and stance not in SPOKEN else stance  # who counts, puts or records so many says so
    clauses = children(verb, *CLAUSES) or hung(verb)
    if stance is None and not clauses and not scene.quotes and not scene.below:
        return []
    cue = Cue(
        verb,
        cue_span(scene, verb),
        "verb",
        lemma,
        stance,
        None if hearsay(verb, words) else words.infinitive.get(lemma),
        reports(verb, words),
    )
    found: list[Reading] = list(quoted(scene, scene.span(*own_stretch(verb)), verb))
    found += clausal(scene, verb, clauses, words)
    if stance is None:
        found = [reading for reading in found if reading[0].startswith(UNKNOWN)]
        if not found:
            return []
    else:
        found += [*given, *objects(scene, verb), *passive(scene, verb), *around_clause(scene, verb, words)]
    sources = of_verb(scene, verb)
    if lemma in RAISING and sources == [None]:
        return []  # what seems so to nobody is the writer's own word
    readings = [
        Candidate(cue, source, spans, frame, rank)
        for frame, spans in distinct(scene, found)
        for rank, source in enumerate(sources[:1] if frame.startswith("rest") else sources)
    ]
    return with_agent(scene, cue, readings) if stance is not None else readings


def relies(verb: Word, words: Lexicon) -> bool:
    """Whether a verb only says whom another voice relies on: "reported, citing officials, that …"."""
    hangs = verb.tag_ == "VBG" and verb.dep_ == "advcl"
    return hangs and verb.lemma_ in words.quoting and not children(verb, *CLAUSES)


def reports(verb: Word, words: Lexicon) -> bool:
    """Whether a verb with an infinitive reports what somebody says or refuses to: not what may, must or will be said ("can be asked")."""
    if any(child.tag_ == "MD" for child in children(verb, "aux", "auxpass")):
        return False
    return verb.lemma_ in words.directives or hearsay(verb, words) or silent(verb)


def hearsay(verb: Word, words: Lexicon) -> bool:
    """Whether a verb tells in the passive what people say or think: "is said to be ill"."""
    return verb.lemma_ in words.hearsay and bool(children(verb, "auxpass"))


def distinct(scene: Scene, found: list[Reading]) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """The readings with quotations squared, each content once, under the name of the first construction that gave it."""
    seen = set()
    for frame, spans in found:
        fitted = tuple(sorted(span for span in map(scene.squared, spans) if span.end > span.start))
        if fitted and fitted not in seen and all(a.end <= b.start for a, b in pairwise(fitted)):
            seen.add(fitted)
            yield frame, fitted


def cue_span(scene: Scene, verb: Word) -> Span:
    """The verb with the auxiliaries, the negation and the particle that stand next to it."""
    start = end = verb.i
    for child in sorted(children(verb, *AUXILIARY), key=lambda t: -t.i):
        if child.i == start - 1:
            start = child.i
    for child in children(verb, "prt"):
        end = max(end, child.i) if child.i == end + 1 else end
    return Span(scene.word(verb.doc[start]).start, scene.word(verb.doc[end]).end)


def clausal(scene: Scene, verb: Word, clauses: list[Word], words: Lexicon) -> Iterator[Reading]:
    """The clauses that complete the verb: whole, without what may belong to the main clause, and with an object before them."""
    for clause in clauses:
        name = "xcomp" if clause.dep_ == "xcomp" else "ccomp"
        ahead, start = fronted(scene, verb, clause)
        for end, last in ends_of(verb, clause, words):
            if last > start or last == clause.right_edge.i:
                yield f"{name}-{end}", [*ahead, scene.span(start, last)]
        before = first(o for o in children(verb, *OBJECTS, "nsubjpass") if verb.i < o.i < clause.i)
        if before is not None and verb.doc[clause.left_edge.i - 1].text != ":":
            yield f"object+{name}", [scene.span(before.left_edge.i, clause.right_edge.i)]


def ends_of(verb: Word, clause: Word, words: Lexicon) -> Iterator[tuple[str, int]]:
    """The last tokens that a clause may have as what is said: its own, before what may belong to others, and behind what may go with it."""
    side = "right" if clause.i > verb.i else "left"
    joints = (joined for joined in children(clause, "conj") if joined.lemma_ in words.verbs)
    further = first(joined for joined in joints if resumes(joined) or begins_anew(joined))
    if further is not None:
        yield side, before_joint(further)
        return
    joined = joined_on(verb, clause) if side == "right" else None
    if joined is None or not corrected(clause, joined):
        yield side, without_conjunction(clause)
    if side == "left":
        return
    if joined is not None:
        yield "joined", joined.right_edge.i
    speaks_on = going_on_to_say(clause, words)
    if speaks_on is not None:
        yield "until", speaks_on.left_edge.i - 1
    cut = cut_before(clause)
    if cut is not None:
        yield "cut", cut
    yield from endings(clause)
    sentence_end = verb.sent.end - 1
    if clause.dep_ == "ccomp" and sentence_end - clause.right_edge.i > 1 and not acts_on(verb, clause):
        yield "wide", sentence_end


def acts_on(verb: Word, clause: Word) -> bool:
    """Whether who speaks does more behind what is said: "promised that it would open, but refused to say when".

    The verb that is joined to the verb of saying has no subject of its own, and its tense, which what is said has not.
    """
    behind = (joined for joined in children(verb, "conj") if joined.i > clause.right_edge.i and not children(joined, *SUBJECTS, *PASSIVE))
    return any(tense(joined) == tense(verb) != tense(clause) for joined in behind)


def fronted(scene: Scene, verb: Word, clause: Word) -> tuple[list[Span], int]:
    """What of a clause stands in front of the clause of saying, and the first token of the rest: "*which* officials said *would last*"."""
    left = own_stretch(verb)[0]
    if not clause.left_edge.i < left <= verb.i < clause.i:
        return [], clause.left_edge.i
    rest = [part.left_edge.i for part in clause.children if part.left_edge.i > verb.i]
    return [scene.span(clause.left_edge.i, left - 1)], min([clause.i, *rest])


def hung(verb: Word) -> list[Word]:
    """A clause with *that* that completes a verb and that the parser hangs on a noun between the two: "alleges in papers that he lied"."""
    if any(child.i > verb.i for child in children(verb, "dobj") if verb.lemma_ not in INFORMED):
        return []
    preps = (prep for prep in children(verb, "prep") if prep.i > verb.i and prep.lower_ in PLACING)
    nouns = (noun for prep in preps for noun in children(prep, "pobj") if prep.lower_ != "on" or noun.ent_type_)
    clauses = (clause for noun in nouns for clause in children(noun, "relcl", "acl", "ccomp"))
    return [clause for clause in clauses if opened_by_that(clause)][:1]


def opened_by_that(clause: Word) -> bool:
    """Whether a clause begins with *that*, has another subject, and does not need it for an object."""
    that = clause.left_edge
    subjects = children(clause, *SUBJECTS, *PASSIVE)
    whole = that.dep_ == "mark" or any(child.i > clause.i and not child.is_punct for child in clause.children)
    return that.lower_ == "that" and whole and that not in subjects and any(own.i > that.i for own in subjects)


def before_joint(joined: Word) -> int:
    """The last token before a joined verb and the conjunction that joins it."""
    last = joined.left_edge.i - 1
    while last > joined.head.i and (joined.doc[last].is_punct or joined.doc[last].dep_ == "cc"):
        last -= 1
    return last


def without_conjunction(clause: Word) -> int:
    """The last token of a clause, a conjunction left out that ends it and joins nothing on."""
    last = clause.right_edge.i
    while last > clause.i and (clause.doc[last].is_punct or clause.doc[last].dep_ == "cc"):
        last -= 1
    return last if clause.doc[last + 1 : clause.right_edge.i + 1] and clause.doc[last + 1].dep_ == "cc" else clause.right_edge.i


def joined_on(verb: Word, clause: Word) -> Word | None:
    """A further clause that "and", "or" or "but" joins to what is said, where the parser hangs it on the verb of saying or on its head."""
    first_word = clause.right_edge.i + 1
    for head in (verb, verb.head):
        for other in children(head, "conj", "ccomp"):
            opened = other.left_edge.i - first_word
            if other is not clause and other is not verb and 0 <= opened <= 2 and children(other, "nsubj", "nsubjpass", "expl"):
                return other
    return None


def corrected(clause: Word, joined: Word) -> bool:
    """Whether a clause denies what the one joined to it with *but* puts right: "is not a school, but it is a camp" is one thing said."""
    opening = clause.doc[clause.right_edge.i + 1 : joined.i]
    return bool(children(clause, "neg")) and any(word.lower_ == "but" for word in opening[:2]) and joined.lemma_ == clause.lemma_


def going_on_to_say(clause: Word, words: Lexicon) -> Word | None:
    """The participle of saying with which the same voice goes on behind a comma: "said that it was safe, adding that …"."""
    for word in clause.doc[clause.i + 1 : clause.right_edge.i]:
        if word.tag_ == "VBG" and word.dep_ == "advcl" and words.verbs.get(word.lemma_.lower()) in SPOKEN:
            before = word.doc[word.left_edge.i - 1]
            if before.is_punct and before.i > clause.i:
                return word
    return None


def cut_before(clause: Word) -> int | None:
    """The last token before the first adverbial that a comma sets off at the end of a clause."""
    for child in clause.rights:
        if child.dep_ in ADVERBIALS and child.left_edge.i > clause.i + 1:
            before = child.doc[child.left_edge.i - 1]
            if before.is_punct:
                return before.i - 1
    return None


def endings(head: Word) -> Iterator[tuple[str, int]]:
    """The last tokens of a phrase without what its end may owe to the main clause or to the writer.

    `conj`: without the clause that "and", "or" or "but" joins on; `which`: without a relative clause behind a comma; `dash`: without
    what stands behind a dash.
    """
    for word in right_edge_of(head):
        joined = first(child for child in children(word, "conj") if child.i > word.i and child.pos_ in ("VERB", "AUX"))
        if joined is not None:
            opening = first(child for child in children(word, "cc") if word.i < child.i < joined.i)
            yield "conj", (opening if opening is not None else joined.left_edge).i - 1
        relative = first(child for child in children(word, "relcl") if child.i > word.i)
        if relative is not None and relative.doc[relative.left_edge.i - 1].text == "," and relative.left_edge.lower_ in RELATIVES:
            yield "which", relative.left_edge.i - 2
    dash = first(word for word in head.doc[head.i : min(head.right_edge.i, head.i + LONG)] if word.text in DASHES)
    if dash is not None:
        yield "dash", dash.i - 1


def objects(scene: Scene, verb: Word) -> Iterator[Reading]:
    """Things said: objects, what a preposition brings in, and the object together with it ("accuse X of Y")."""
    after = [o for o in children(verb, *OBJECTS, "attr", "acomp") if o.i > verb.i]
    preps = [p for p in children(verb, "prep") if p.i > verb.i and p.lower_ in CARRYING_PREPS][:3]
    for found in after[:2]:
        if bare(found):
            continue
        yield f"object:{found.dep_}", [scene.subtree(found)]
        cut = cut_before(found)
        if cut is not None:
            yield f"object-cut:{found.dep_}", [scene.span(found.left_edge.i, cut)]
    if len(after) > 1:
        yield "objects", [scene.span(after[0].left_edge.i, after[-1].right_edge.i)]
    for prep in preps:
        inner = first(children(prep, "pobj", "pcomp", "prep"))
        if inner is None or (bare(inner) and not after):
            continue
        yield f"prep:{prep.lower_}", [scene.subtree(inner)]
        if after and after[0].i < prep.i:
            yield f"object+prep:{prep.lower_}", [scene.span(after[0].left_edge.i, prep.right_edge.i)]
    for asked in (o for o in children(verb, "dobj") if o.i < verb.i and o.tag_ in ("WDT", "WP")):
        for said in (*after[:1], *(prep for prep in preps if prep.lower_ == "as")):
            yield "objects:fronted", [scene.subtree(asked), scene.subtree(said)]  # "*whom* the union calls *a traitor*"
    if after and verb.sent.end - 1 - after[0].right_edge.i > 1:
        yield "object-wide", [scene.span(after[0].left_edge.i, verb.sent.end - 1)]


def figures(scene: Scene, verb: Word, words: Lexicon) -> Iterator[Reading]:
    """The figure that somebody gives: "has counted 23 dead", "puts the toll at 31", "speaks of 40 injured", "insists on seventeen"."""
    if children(verb, "auxpass", "neg") or any(child.tag_ == "MD" for child in children(verb, "aux")):
        return
    thing = first(o for o in children(verb, "dobj") if o.i > verb.i)
    preps = [prep for above in (verb, thing) if above is not None for prep in children(above, "prep") if prep.i > verb.i]
    for prep in preps:
        number = first(inner for inner in children(prep, "pobj") if numbered(inner))
        if number is not None and verb.lemma_ in words.figures.get(prep.lower_, ()):
            start = thing if thing is not None and thing.i < prep.i else number
            yield "figure", [scene.span(start.left_edge.i, number.right_edge.i)]
    if thing is not None and numbered(thing) and verb.lemma_ in words.figures["plain"]:
        said = [thing, *children(verb, "oprd", "advcl", "acomp")]
        last = first(word for word in said if {word.lower_, word.lemma_} & words.figures["tolls"] and word.i <= thing.right_edge.i + 1)
        inner = any({word.lower_, word.lemma_} & words.figures["tolls"] for word in thing.children)
        if last is not None or inner:
            yield "figure", [scene.span(thing.left_edge.i, max(word.right_edge.i for word in (thing, last or thing)))]


def numbered(word: Word) -> bool:
    """Whether a word is a figure or what one counts."""
    return word.pos_ == "NUM" or bool(children(word, "nummod"))


def bare(word: Word) -> bool:
    """Whether a phrase is a pronoun and nothing else: alone it tells nothing of what is said ("criticised it")."""
    return word.pos_ == "PRON" and not word.children


def around_clause(scene: Scene, verb: Word, words: Lexicon) -> Iterator[Reading]:
    """What stands before and after a short clause of saying that punctuation sets off: the rest of its sentence."""
    left, right = own_stretch(verb)
    doc, sentence = verb.doc, verb.sent
    before = left > sentence.start and doc[left - 1].is_punct and not children(verb, "mark")
    after = right < sentence.end - 1
    rest = doc[right + 1 : min(right + 6, sentence.end)]
    quoting = any(word.tag_ in ("VBN", "VBD") and word.lemma_ in words.quoting for word in rest[:3])
    commenting = after and speaks_itself(rest, words)
    if commenting or (quoting and any(word.lower_ == "by" for word in rest)):
        after = False  # "…, quoted by the agency", "…, contradicting the ministry"
    behind = [scene.span(right + 1, sentence.end - 1)] if after else []
    if before:
        ahead = [scene.span(sentence.start, left - 1)]
        if right == sentence.end - 1 or doc[right + 1].is_punct:
            yield "ccomp-left" if commenting else "rest-left", ahead  # the parse hung the comment on what is said
        if after:
            yield "rest-both", ahead + behind
    if after and (left == sentence.start or doc[left - 1].is_punct):
        yield "rest-right", behind


def speaks_itself(rest: Sequence[Word], words: Lexicon) -> bool:
    """Whether what goes on behind a clause of saying tells what the speaker did by saying so ("…, contradicting the ministry")."""
    opening = first(word for word in rest[:3] if not word.is_punct)
    return opening is not None and opening.tag_ == "VBG" and opening.lemma_ in words.commenting


def own_stretch(verb: Word) -> tuple[int, int]:
    """The first and last token of the clause of saying itself: the verb, its subject, its auxiliaries and short adverbials."""
    left = right = verb.i
    for child in reversed(list(verb.lefts)):
        if child.dep_ in OWN and child.right_edge.i >= left - 2 and not holds_clause(child):
            left = child.left_edge.i
    for child in verb.rights:
        if child.dep_ in OWN and child.left_edge.i <= right + 2 and not holds_clause(child):
            right = child.right_edge.i
    return left, right


def holds_clause(token: Word) -> bool:
    """Whether a dependant is too long to be a part of the clause of saying."""
    return token.right_edge.i - token.left_edge.i > 25
