"""What kind of speech a content is: direct, indirect or mixed; and the polarity and modality under which it is said."""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.base.spans import Span
from testimonia.extract.attributions.lexicon import lexicon, listed
from testimonia.extract.attributions.quotes import Quote
from testimonia.extract.attributions.scene import Cue, children, climbing, first
from testimonia.extract.attributions.tokens import Word

DIRECT = 0.85  # share of a content in quotation marks from which it is direct speech
NEGATIONS, REFUSALS, MISSING, ALLEGED = listed("negations"), listed("refusals"), listed("missing"), listed("alleged")


def kind_of(content: Sequence[Span], quotes: Sequence[Quote]) -> str:
    """`direct` when nearly all of the content stands in quotation marks, `mixed` when some of it does, `indirect` otherwise.

    `quotes` are those that touch the content. A quotation that goes beyond the content does not count: it belongs to a voice above.
    """
    size = sum(span.end - span.start for span in content)
    inside = 0
    for quote in quotes:
        for span in quote.spans:
            if any(span.start < own.start - 1 and own.end + 1 < span.end for own in content):
                continue
            inside += sum(span.overlap(own) for own in content)
    if not size or not inside:
        return "indirect"
    return "direct" if inside >= DIRECT * size else "mixed"


def polarity_of(cue: Cue) -> str:
    """`negative` when the cue is denied or withheld ("never said", "refused to say")."""
    token = cue.token
    if negated(token) or (token.dep_ == "pcomp" and token.head.lower_ in NEGATIONS) or denied_together(token) or silent(token):
        return "negative"
    head = token.head
    if token.dep_ == "xcomp" and head is not token and (head.lemma_ in REFUSALS or any(c.dep_ == "neg" for c in head.children)):
        return "negative"
    return "positive"


def negated(token: Word) -> bool:
    """Whether a negation hangs on a verb; a preposition with its noun ("without a reason, they argue …") is no negation of the verb."""
    before = [child for child in token.children if child.i < token.i + 2 and child.dep_ != "prep"]
    return any(child.dep_ == "neg" or child.lower_ in NEGATIONS or nobody(child) for child in before) or at_no_time(token)


def nobody(subject: Word) -> bool:
    """Whether a subject is "no one", "no witness", "neither side"."""
    return subject.dep_ in ("nsubj", "nsubjpass") and any(one.dep_ == "det" and one.lower_ in NEGATIONS for one in subject.children)


def at_no_time(verb: Word) -> bool:
    """Whether a phrase with *no* in front turns subject and auxiliary round: "at no time did he say that …", "in no way has she …"."""
    subject = first(child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.i)
    helper = first(children(verb, "aux", "auxpass"))
    if subject is None or helper is None or helper.i > subject.i:
        return False
    fronts = (noun for prep in children(verb, "prep") if prep.i < helper.i for noun in children(prep, "pobj"))
    return any(word.lower_ in NEGATIONS for noun in fronts for word in children(noun, "det"))


def silent(verb: Word) -> bool:
    """Whether somebody refuses to speak: a verb of refusal with a verb of saying in the infinitive ("declined *to say* when")."""
    verbs = lexicon("en").verbs
    spoken = (word for word in children(verb, "xcomp") if word.tag_ == "VB" and word.lemma_.lower() in verbs)
    return verb.lemma_ in REFUSALS and verbs.get(verb.lemma_) == "deny" and any(spoken)


def withheld(verb: Word) -> bool:
    """Whether an infinitive is no word of anybody, for a refusal to speak governs it, or a noun that is negated or denied.

    "Declined to *say* when" is told of whoever declined; "had no wish to *ask* it", "denied efforts to *urge* it" are told of nobody.
    """
    if verb.dep_ == "xcomp" and silent(verb.head):
        return True
    if verb.dep_ != "acl" or verb.tag_ != "VB":
        return False
    denying = lexicon("en").verbs
    above = list(climbing(verb, ("acl", "dobj", "attr", "pobj", "prep", "conj", "nsubj")))
    if any(head.lemma_ in MISSING for head in above):
        return False  # who never misses an opportunity to say it says it
    return any(negated(head) or denying.get(head.lemma_) == "deny" for head in above)


def denied_together(token: Word) -> bool:
    """Whether a verb is joined to a negated one by "or" or "nor", without a subject of its own: "did not deny or confirm"."""
    if token.dep_ != "conj" or any(child.dep_ in ("nsubj", "aux") for child in token.children):
        return False
    joints = {child.lower_ for child in token.head.children if child.dep_ == "cc" and child.i < token.i}
    return "nor" in joints or ("or" in joints and negated(token.head))


def modality_of(cue: Cue) -> str:
    """Under which mode the saying itself is told: a condition, a question, the future, hearsay, or plainly asserted."""
    children = list(cue.token.children)
    words = {child.lower_ for child in children}
    if "if" in words or "unless" in words:
        return "conditional"
    if ALLEGED & words:
        return "alleged"
    if words & {"will", "'ll", "shall"} or future(cue.token):
        return "future"
    if words & {"would", "could", "might", "may", "should"}:
        return "conditional"
    if cue.token.sent.last.text == "?" and cue.token.dep_ == "ROOT":
        return "question"
    return "asserted"


def future(token: Word) -> bool:
    """ "Is going to say"."""
    return token.dep_ == "xcomp" and token.head.lower_ == "going"
