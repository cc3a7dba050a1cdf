"""The rules' own judgement: which readings of a cue hold, by construction alone. It needs no training and no weights."""

from __future__ import annotations

from testimonia.extract.attributions.features import SPEAKING
from testimonia.extract.attributions.lexicon import STATED
from testimonia.extract.attributions.scene import Candidate
from testimonia.extract.attributions.tokens import Word

ACCEPTED = 0.5
# How far a construction alone shows that something is attributed, for a cue word that the lexicon knows.
KNOWN = {
    "quote-below": 0.98,
    "below:colon": 0.9,
    "noun-below:colon": 0.85,
    "dash": 0.9,
    "quote-on": 0.97,
    "quote-both": 0.96,
    "quote-left": 0.9,
    "quote-right": 0.92,
    "colon-quote": 0.9,
    "colon": 0.55,
    "label": 0.9,
    "colon-last": 0.7,
    "source-within": 0.85,
    "source-first": 0.84,
    "source-last": 0.83,
    "ccomp-until": 0.81,
    "ccomp-right": 0.8,
    "ccomp-left": 0.78,
    "ccomp-joined": 0.6,
    "noun-acl": 0.7,
    "noun-ccomp": 0.7,
    "noun-is-ccomp": 0.7,
    "adjective-ccomp": 0.7,
    "noun-verb-ccomp": 0.6,
    "noun-quote": 0.6,
    "quote-inside": 0.55,
    "rest-both": 0.3,
    "rest-left": 0.2,
    "adjective-xcomp": 0.55,
    "noun-prep:about": 0.52,
    "noun-prep:of": 0.4,
    "adverb-clause": 0.8,
    "charged": 0.8,
    "tail": 0.8,
    "figure": 0.8,
    "objects:fronted": 0.93,
    "by-agent:as": 0.7,
    "by-agent:for": 0.7,
    "by-agent:of": 0.6,
    "by-agent:dobj": 0.7,
    "by-agent:oprd": 0.7,
    "by-agent:xcomp": 0.7,
}
BY_STANCE = {
    ("demand", "object+xcomp"): 0.85,
    ("demand", "object+ccomp"): 0.84,
    ("demand", "xcomp-right"): 0.7,
    ("demand", "object:dobj"): 0.4,
    ("demand", "prep:for"): 0.62,
    ("promise", "xcomp-right"): 0.8,
    ("promise", "object:dobj"): 0.45,
    ("accuse", "object+prep:of"): 0.82,
    ("accuse", "object+prep:for"): 0.82,
    ("accuse", "object+prep:as"): 0.8,
    ("accuse", "object:dobj"): 0.6,
    ("accuse", "passive+prep"): 0.7,
    ("deny", "object:dobj"): 0.62,
    ("deny", "xcomp-right"): 0.7,
    ("believe", "xcomp-right"): 0.45,
    ("claim", "xcomp-right"): 0.7,
    ("say", "prep:about"): 0.6,
    ("say", "object+prep:as"): 0.7,
    ("say", "object:dobj"): 0.35,
    ("ask", "ccomp-right"): 0.8,
    ("believe", "passive+xcomp"): 0.8,
    ("say", "passive+xcomp"): 0.8,
    ("claim", "passive+xcomp"): 0.8,
    ("reveal", "object:dobj"): 0.4,
    ("believe", "passive+ccomp"): 0.6,
    ("believe", "passive+prep"): 0.55,
    ("believe", "object+prep:as"): 0.7,
    ("other", "object+prep:as"): 0.6,
    ("accuse", "noun-prep:of"): 0.7,
    ("claim", "noun-prep:of"): 0.6,
    ("accuse", "noun-prep:against"): 0.6,
    ("demand", "noun-prep:for"): 0.6,
    ("demand", "noun-acl"): 0.6,
    ("promise", "noun-acl"): 0.65,
}

SHORTER = ("-conj", "-which", "-dash", "-cut")  # a clause without its end is as plausible as the whole one, less `CUT`
CUT = 0.05
INSERTED = 0.8  # "the bridge, Lund believes, is unsafe"
PASSIVE = 0.8  # "is told to leave", "which is believed to be": no voice, and what is said is in the infinitive alone

# "Is seen as a threat by the agency", "was branded a threat by the agency", "was accused of the raid by the agency".
JUDGED_BY = frozenset(
    (
        *(("believe", "by-agent:as"), ("say", "by-agent:as"), ("accuse", "by-agent:as"), ("other", "by-agent:as")),
        *((stance, f"by-agent:{named}") for stance in ("believe", "say", "accuse", "other") for named in ("oprd", "dobj")),
        *(("accuse", "by-agent:for"), ("accuse", "by-agent:of")),
    )
)
RULED = frozenset(("dash", "headline", "label", "quoting"))  # word classes that the training data has next to no examples of


def plausibility(candidate: Candidate) -> float:
    """How plausible a reading is, from 0 to 1, by its construction and the stance of its cue."""
    cue = candidate.cue
    if cue.stance is None or candidate.rank:
        return 0.0
    stance = cue.wanting or cue.stance if "xcomp" in candidate.frame else cue.stance
    frame, less = whole(candidate.frame)
    score = BY_STANCE.get((stance, frame), KNOWN.get(frame, 0.0)) - less
    if frame == "xcomp-right" and informed(cue.token, stance):
        score = PASSIVE - less
    if frame == "rest-both" and inserted(cue.token):
        score = INSERTED
    return score if candidate.source is not None or score >= 0.75 else max(score - 0.1, 0.0)


def plain(candidate: Candidate) -> bool:
    """Whether a construction says by itself that something is attributed, whoever writes and whatever about.

    An order, a request or advice with its infinitive; what is believed or said to be so, or that so it is; what somebody is seen as by
    somebody; a sentence with a clause of saying or thinking inserted behind its subject; a relative clause that somebody says.
    """
    frame, cue = candidate.frame, candidate.cue
    if frame == "ccomp-right" and cue.stance in STATED and candidate.content[0].end <= cue.span.start:
        return True
    if frame == "rest-both":
        return inserted(cue.token)
    if frame.startswith("by-agent"):
        return (cue.stance, frame) in JUDGED_BY and not any(child.tag_ == "MD" for child in cue.token.children)
    if frame in ("charged", "figure"):
        return True  # "Governor accused of fraud", "the hospital has counted 23 dead"
    return cue.reports and (
        "xcomp" in frame or (frame == "ccomp-right" and "demand" not in (cue.stance, cue.wanting) and impersonal(cue.token))
    )


def inserted(verb: Word) -> bool:
    """Whether a clause stands between the subject of a sentence and its verb: "the bridge, Lund believes, is unsafe".

    What speakers put in while they speak ("I think", "you know") is none.
    """
    if any(child.lower_ in SPEAKING for child in verb.children):
        return False
    behind = verb.dep_ == "parataxis" and verb.i < verb.head.i
    return behind and any(child.dep_ in ("nsubj", "nsubjpass") and child.i < verb.left_edge.i for child in verb.head.children)


def impersonal(verb: Word) -> bool:
    """Whether a verb in the passive has nothing but *it* for its subject: "it is rumoured that …"."""
    return any(child.lower_ == "it" and child.dep_ == "nsubjpass" for child in verb.children)


def whole(frame: str) -> tuple[str, float]:
    """The construction that a shortened one is cut from, and how much less plausible the shorter one is."""
    for end in SHORTER:
        if frame.endswith(end) and frame.startswith(("ccomp", "xcomp")):
            return frame.removesuffix(end) + "-right", CUT
    return frame, 0.0


def informed(verb: Word, stance: str | None) -> bool:
    """Whether a verb stands in the passive and its subject is no part of what is said: who is told, or a relative pronoun."""
    if not any(child.dep_ == "auxpass" for child in verb.children):
        return False
    subjects = [child for child in verb.children if child.dep_ == "nsubjpass"]
    return stance == "demand" or not subjects or any(child.tag_ in ("WDT", "WP") for child in subjects)
