"""What a verb in the passive says of its subject, and on whose word: "X is believed to be Y", "X is described by Z as Y"."""

from __future__ import annotations

from collections.abc import Iterator

from testimonia.base.spans import Span
from testimonia.extract.attributions.quoted import Reading
from testimonia.extract.attributions.scene import Candidate, Cue, Scene, children, first, right_edge_of
from testimonia.extract.attributions.sources import PASSIVE, charged, phrase, reported_in
from testimonia.extract.attributions.tokens import Word

RAISING = frozenset(("seem", "appear"))  # their subject belongs to what seems
COMPLEMENTS = ("ccomp", "xcomp", "oprd", "prep", "dobj", "advcl", "acomp")
JUDGING = frozenset(("as", "for", "of"))  # what brings in how a subject is seen, or what it is accused of
Told = tuple[Word, Word, int]  # whoever is behind a passive, the head of what is said, and its last token


def passive(scene: Scene, verb: Word) -> Iterator[Reading]:
    """ "X is believed to be Y", "X was accused of Y", "X was announced": the subject is part of what is said."""
    held = subject_said(scene, verb)
    if not held:
        return
    if charged(verb):
        yield "charged", [*held, *(scene.subtree(prep) for prep in children(verb, "prep")[:1])]
        return
    yield "passive-subject", held
    for child in children(verb, *COMPLEMENTS):
        if child.i > verb.i:
            yield f"passive+{child.dep_}", [*held, scene.subtree(child)]


def subject_said(scene: Scene, verb: Word) -> list[Span]:
    """The subject of a passive as a part of what is said; a relative pronoun and a mere *it* are none."""
    subject = first(children(verb, *(("nsubj",) if verb.lemma_ in RAISING or charged(verb) else PASSIVE)))
    return [] if subject is None or subject.tag_ in ("WDT", "WP") or subject.lower_ == "it" else [scene.subtree(subject)]


def with_agent(scene: Scene, cue: Cue, readings: list[Candidate]) -> list[Candidate]:
    """The readings of a verb, and what whoever is behind a passive says of its subject; none takes one of the two for the other."""
    verb = cue.token
    told = (agent_of(verb) or low_agent(verb)) if children(verb, "auxpass") or verb.tag_ == "VBN" or charged(verb) else None
    source = phrase(scene, told[0], until=told[1] if told[1].head is told[0] else None) if told is not None else None
    if told is None or source is None:
        return readings
    _, head, last = told
    span = scene.squared(scene.span(head.left_edge.i, last))
    if span.end <= span.start:
        return readings
    kept = [one for one in readings if one.frame != "passive-subject" and not any(part.overlap(source) for part in one.content)]
    kept = [one for one in kept if one.source is None or not one.source.overlap(span)]
    said = tuple(sorted((*subject_said(scene, verb), span)))
    return [*kept, Candidate(cue, source, said, f"by-agent:{head.lower_ if head.dep_ == 'prep' else head.dep_}")]


def agent_of(verb: Word) -> Told | None:
    """ "Was branded a liar by the union", "was accused by the union of lying": the parser hangs that on the verb or on the agent."""
    by = first(children(verb, "agent")) or first(prep for prep in children(verb, "prep") if in_text(prep))
    agent = first(children(by, "pobj")) if by is not None else None
    if by is None or agent is None:
        return None
    low = first(prep for prep in children(agent, "prep") if prep.lower_ in JUDGING and children(prep, "pcomp"))
    behind = (child for child in children(verb, "oprd", "prep") if child.i > verb.i and child is not by)
    own = first(child for child in behind if child.dep_ == "oprd" or child.lower_ in JUDGING)
    head = low or own
    return (agent, head, head.right_edge.i) if head is not None else None


def in_text(prep: Word) -> bool:
    """Whether a preposition brings in the text in which something is said of the subject: "is portrayed *in the report* as …"."""
    return prep.lower_ == "in" and any(reported_in(noun, prep.head) for noun in children(prep, "pobj"))


def low_agent(verb: Word) -> Told | None:
    """ "Is seen as a threat by the agency": an agent that the parser hangs on what is said instead of the passive verb."""
    if children(verb, "agent"):
        return None
    for child in children(verb, "prep", "oprd", "attr", "dobj", "xcomp", "acomp"):
        held = first(children(child, "pobj", "pcomp")) if child.dep_ == "prep" else child
        for word in right_edge_of(held) if held is not None and child.i > verb.i else ():
            by = first(prep for prep in children(word, "prep") if prep.lower_ == "by")
            agent = first(children(by, "pobj")) if by is not None else None
            if held is not None and by is not None and agent is not None and by.i - 1 >= held.left_edge.i:
                return agent, child, by.i - 1
    return None
