"""What a report says, denied by whoever calls the report untrue: the negated twins of the claims that it makes.

"The Herald wrote that Orbis had sold the port. A spokesman said that the Herald's story was not true": it did not, he says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from testimonia.base.extractions import Claim, Mention
from testimonia.base.ids import row_id
from testimonia.base.pronouns import pronouns
from testimonia.base.spans import Span
from testimonia.extract.claims.classes import Classes
from testimonia.extract.claims.frames import called_untrue, groundless, modality, said_not
from testimonia.extract.claims.making import words_of
from testimonia.extract.claims.reading import Reading

TWINNED = ("act", "undergo", "state")  # the first word of what claims of yes and no, and of states, say
MOST = 3  # claims of one sentence that one denial takes back
NEAR = 2  # steps (sentences, and one for each paragraph's end) back to what "this" or "the report" means
FLIPPED = {"yes": "no", "no": "yes"}


@dataclass(frozen=True)
class Denial:
    """That something is called untrue: the words that say so, the noun or pronoun for it, who reported it (if that is told), who denies."""

    verb: Token
    thing: Token
    reporter: str = ""
    denier: Span | None = None


def refuted(reading: Reading, before: Sequence[Claim]) -> Iterator[Claim]:
    """The twins of claims that stand before a sentence, or in it, which the sentence denies."""
    for denial in denials_of(reading):
        start = reading.at(denial.thing).start
        earlier = [one for one in before if one.span.end <= start and plainly(one) and not denies(reading, one)]
        meant = [one for one in meant_by(reading, denial, earlier) if of_its_matter(reading, denial.thing, one)]
        spans = [reading.at(denial.verb), reading.at(denial.thing), *said_in(reading, denial.verb)]
        yield from (twin(reading, one, words_of(reading, spans)) for one in meant[:MOST])


def plainly(one: Claim) -> bool:
    """Whether a claim says yes of one, or in what state one is: what is taken back of many, or of what is denied, is not plain."""
    twinned = one.predicate.partition(" ")[0] in TWINNED and one.object not in ("some", "several")
    return twinned and (one.value == "yes" if one.kind == "polarity" else not one.value.startswith("not "))


def denies(reading: Reading, one: Claim) -> bool:
    """Whether a claim is that somebody denied something: who calls the same untrue says so too, and takes no denial back."""
    return one.predicate.rpartition(" ")[2] in reading.known.words("denying", "verbs")


def said_in(reading: Reading, verb: Token) -> list[Span]:
    """The places of the words right below a verb, other verbs apart."""
    return [reading.at(child) for child in verb.children if child.dep_ not in ("conj", "cc", "punct", "advcl", "prep")]


def denials_of(reading: Reading) -> Iterator[Denial]:
    """Where the sentence calls a report, or what was said before, untrue."""
    known = reading.known
    for token in reading.tokens:
        if token.pos_ not in ("VERB", "AUX") or said_so(token) or only_supposed(token, known):
            continue
        things = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
        if token.lemma_.lower() in known.words("denying", "verbs"):
            things = [child for child in things if child.dep_ != "nsubj"] if not said_not(token, known) else []
        elif called_untrue(token, known) or no_truth(reading, token):
            things = things if not no_truth(reading, token) else told_of_truth(reading, token)
        else:
            things = []
        meant = (one for one in things[:1] if stands_for_report(reading, one))
        yield from (Denial(token, one, reporter(reading, one), denier(reading, token, one)) for one in meant)


def only_supposed(verb: Token, known: Classes) -> bool:
    """Whether nobody denies anything yet: they may, or are asked or wish to ("if they wanted to dispute that")."""
    if modality(verb, known) in ("conditional", "question"):
        return True
    return verb.dep_ == "xcomp" and verb.head.i != verb.i and only_supposed(verb.head, known)


def said_so(verb: Token) -> bool:
    """Whether what is called untrue is told behind the noun itself or asked about: then it is denied where it is told."""
    things = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
    told = any(child.dep_ in ("acl", "ccomp", "relcl") for thing in things for child in thing.children)
    return told or any(child.dep_ in ("ccomp", "csubj") or child.lower_ in ("if", "whether") for child in verb.children)


def no_truth(reading: Reading, verb: Token) -> bool:
    """Whether it says "there is no truth in"."""
    return any(child.dep_ == "attr" and groundless(child, reading.known) for child in verb.children)


def told_of_truth(reading: Reading, verb: Token) -> list[Token]:
    """What there is no truth in."""
    held = [child for child in verb.children if groundless(child, reading.known)]
    below = [prep for child in held for prep in child.children if prep.dep_ == "prep"]
    return [t for prep in (*below, *(child for child in verb.children if child.dep_ == "prep")) for t in prep.children if t.dep_ == "pobj"]


def stands_for_report(reading: Reading, thing: Token) -> bool:
    """Whether a noun is one for what is told, or a pronoun for what was said before; "those that are untrue" denies nothing."""
    if thing.tag_ == "WDT":
        return False
    pointing = pronouns("thing", "pointing") if thing.pos_ in ("PRON", "DET") else frozenset()
    return thing.lower_ in pointing or (thing.pos_ == "NOUN" and thing.lemma_.lower() in reading.known.words("denying", "reports"))


def reporter(reading: Reading, thing: Token) -> str:
    """Whose report it is: "the Herald story", "the Herald's claim", "the mayor's claim", "a report by the Herald", "the claims of …"."""
    below = [child for child in thing.children if child.dep_ in ("compound", "poss", "nmod", "amod")]
    below += [t for child in thing.children if child.lower_ in ("by", "in", "from", "of") for t in child.children if t.dep_ == "pobj"]
    named = ((child, reading.named(child)) for child in below)
    roles = (child.lower_ for child in below if child.dep_ == "poss" and child.pos_ == "NOUN")
    return next((name_of(reading, mention) for child, mention in named if mention is not None and speaks(mention, child)), next(roles, ""))


def speaks(mention: Mention, word: Token) -> bool:
    """Whether a name, or what stands for one, may be whose report it is: behind "of" a place is what the report tells of."""
    return (mention.form == "name" or mention.antecedent is not None) and not (mention.type == "place" and word.head.lower_ == "of")


def name_of(reading: Reading, mention: Mention) -> str:
    """A name, or the one that a pronoun or a description stands for."""
    return mention.name if mention.form == "name" or mention.antecedent is None else mention.antecedent.of(reading.parsed.text)


def denier(reading: Reading, verb: Token, thing: Token) -> Span | None:
    """Who denies: the subject of the verb, or whoever is said to call it untrue; a name stands for those that mean it."""
    voice = reading.holding.voice(*reading.at(verb))
    own = next((child for child in verb.children if child.dep_ == "nsubj" and child.i != thing.i), None)
    mention = reading.mention_of(own)
    if mention is None:
        return voice.speaker if voice is not None and own is None else None
    return mention.antecedent or Span(mention.start, mention.end)


def meant_by(reading: Reading, denial: Denial, earlier: Sequence[Claim]) -> list[Claim]:
    """The claims that are denied: of the report that is named the last, else what the sentence, or the one before, says last."""
    own = reading.holding.innermost(*reading.at(denial.verb))
    voice = reading.holding.by_id.get(own or "")
    source = voice.source if voice is not None else None
    others = [one for one in earlier if (one.attribution != own or own is None) and (source is None or not source.overlap(one.span))]
    others = [one for one in others if not of_charge(reading, one, denial) and not said_by(reading, one, denial.denier)]
    if denial.reporter:
        told = [one for one in others if reports(reading, one, denial.reporter)]
        return [one for one in told if told and one.sentence == told[-1].sentence]
    near = [one for one in others if one.sentence == reading.span]
    if not near and not said_ahead(reading, denial):
        near = before_it(reading, others)  # with "asked of the claim that …, she said it was false" the claim is meant
    told = [one for one in near if one.attribution is not None] or near
    told = [one for one in told if of_denier(reading, one, denial)] or told  # "he denied the charges": those against him
    told = [one for one in told if not said_beside(reading, one)] or told
    acts = [one.span for one in told if one.predicate.startswith("act ")]
    return [one for one in told if not (one.predicate.startswith("undergo ") and any(within(one.span, act) for act in acts))]


def of_its_matter(reading: Reading, thing: Token, one: Claim) -> bool:
    """Whether a claim holds a word of what the report is said to be about, if that is said ("claims about the new laws")."""
    leading = reading.known.words("denying", "about")
    about = (t for prep in thing.children if prep.dep_ == "prep" and prep.lower_ in leading for t in prep.subtree)
    words = {t.lemma_.lower() for t in about if t.pos_ in ("NOUN", "PROPN", "VERB")}
    return not words or not words.isdisjoint(one.about)


def said_beside(reading: Reading, one: Claim) -> bool:
    """Whether a claim is only told of one whom its sentence names ("the guards, who had brought them")."""
    home = next((part for part in reading.parsed.paragraphs if part.start <= one.span.start < part.end), reading.paragraph)
    words = home.doc.char_span(one.span.start - home.start, one.span.end - home.start, alignment_mode="expand")
    verb = next((token for token in words or () if token.pos_ in ("VERB", "AUX")), None)
    return verb is not None and any(above.dep_ == "relcl" for above in (verb, *verb.ancestors))


def said_by(reading: Reading, one: Claim, denier: Span | None) -> bool:
    """Whether a claim is what the one who denies has said: nobody takes back with another's claims what they have just told."""
    voice, text = reading.holding.by_id.get(one.attribution or ""), reading.parsed.text
    if voice is None or denier is None:
        return False
    told = [span for span in (voice.source, voice.speaker) if span is not None]
    return any(span.overlap(denier) or span.of(text) == denier.of(text) for span in told)


def of_charge(reading: Reading, one: Claim, denial: Denial) -> bool:
    """Whether a claim is that somebody was charged, or of what follows on it ("faced a probe"): who denies the charge denies neither."""
    act, known = one.predicate.rpartition(" ")[2], reading.known
    charges = denial.thing.lemma_.lower() in known.words("denying", "charges")
    return act in known.words("accusing", "verbs") or (charges and act in known.words("denying", "procedures"))


def of_denier(reading: Reading, one: Claim, denial: Denial) -> bool:
    """Whether a claim is about whoever denies, by the last word of their name."""
    holders = (child for child in denial.verb.children if child.dep_ == "nsubj" and child.i != denial.thing.i)
    named = (reading.named(child) for child in holders)
    return any(mention.name.split()[-1] in one.subject.split() for mention in named if mention is not None)


def within(span: Span, other: Span) -> bool:
    """Whether a claim's words are told by another's too: whom somebody beat was beaten."""
    return other.start <= span.start and span.end <= other.end


def said_ahead(reading: Reading, denial: Denial) -> bool:
    """Whether the sentence itself tells what it denies, in a clause before ("she may have gone, but he said that is untrue") or a noun."""
    above = {denial.verb.i, *(token.i for token in denial.verb.ancestors)}
    ahead = [token for token in reading.tokens if token.i < denial.thing.i]
    clauses = any(token.pos_ == "VERB" and token.i not in above for token in ahead)
    joined = any(token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") for token in (denial.verb, *denial.verb.ancestors))
    return clauses or joined or any(token.pos_ == "NOUN" and stands_for_report(reading, token) for token in ahead)


def before_it(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the sentence before, if that stands near."""
    setting = reading.setting
    near = setting.before is not None and reading.index - setting.before_at <= NEAR
    return [one for one in claims if near and one.sentence == setting.before]


def reports(reading: Reading, claim: Claim, name: str) -> bool:
    """Whether a claim hangs on what somebody with this name reported."""
    voice = reading.holding.by_id.get(claim.attribution or "")
    told = (voice.source, voice.speaker) if voice is not None else ()
    return any(span is not None and name.casefold() in span.of(reading.parsed.text).casefold() for span in told)


def twin(reading: Reading, one: Claim, span: Span) -> Claim:
    """A claim turned round, told by the words that deny it."""
    value = FLIPPED.get(one.value) or (one.value.removeprefix("not ") if one.value.startswith("not ") else f"not {one.value}")
    end = str(1 - int(one.object)) if one.kind == "status" else one.object
    return replace(
        one, id=row_id("w", one.id, *span, value), sentence=reading.span, span=span, value=value, object=end,
        attribution=reading.holding.innermost(*span), part=reading.paragraph.part,
    )  # fmt: skip
