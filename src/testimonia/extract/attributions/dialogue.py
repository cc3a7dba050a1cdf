"""Speech that dashes set apart, in a language without a parser: "— We knew nothing, — said Ann.", “We, — said Ann, — knew nothing”.

In the Spanish manner a dash clings to what it opens: "—We knew nothing —said Ann—. Nobody did."
"""

from __future__ import annotations

import re
from itertools import islice

from testimonia.base.spans import Span, trimmed
from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.voices import Voices, trim

TURN = re.compile(r"[—–―-]\s+(?=\S)|[—―](?=\w)")
JOINT = re.compile(r"(?<=[,.!?…؟])\s*[—–―]\s+|(?<=\S)\s[—―](?=\w)|(?<=\w)[—―](?=[.,;:\s])[.,;:]?")
PAIRED = re.compile(r"\s[—–―]\s+")  # the Polish manner has no comma before the dash
NEAR = 40  # characters of a clause of saying before its verb
PAUSED = re.compile(r"[.,]?\s[—–―]\s+")
DASHES = 6  # dashes in what is said among which the one before the verb of saying stands
DIALOGUE = "dialogue"

Spoken = tuple[Span | None, re.Match[str], tuple[Span, ...]]


def spoken_turn(text: str, paragraph: Span, words: Speech) -> Spoken | None:
    """A paragraph that a dash opens and in which a clause of saying stands between dashes or behind one: source, cue, content."""
    opening = TURN.match(text, *paragraph)
    if opening is None:
        return None
    speech = Span(opening.end(), paragraph.end)
    return divided(text, speech, words) or in_pairs(text, speech, words)


def in_pairs(text: str, speech: Span, words: Speech) -> Spoken | None:
    """Speech behind a dash that another one, with a verb of saying right behind it, ends: "– We knew nothing – said Ann."."""
    for joint in islice(PAIRED.finditer(text, *speech), DASHES):
        cue = words.cues.match(text, joint.end(), speech.end)
        if cue is not None:
            later = PAUSED.search(text, cue.end(), speech.end)
            clause = Span(joint.end(), later.start() if later is not None else speech.end)
            rest = [Span(later.end(), speech.end)] if later is not None else []
            content = tuple(trimmed(text, span) for span in (Span(speech.start, joint.start()), *rest) if trim(text, span).end > span.start)
            return Voices(text, clause, words).of(Span(*cue.span()), ()), cue, content
    return None


def divided(text: str, speech: Span, words: Speech) -> Spoken | None:
    """Speech that one clause of saying, with a dash before it and one behind it when the speech goes on, divides in two."""
    joints = list(islice(JOINT.finditer(text, *speech), 2))
    if not joints:
        return None
    clause = Span(joints[0].end(), joints[1].start() if len(joints) > 1 else speech.end)
    cue = words.cues.search(text, clause.start, min(clause.end, clause.start + NEAR))
    if cue is None:
        return None
    rest = [Span(joints[1].end(), speech.end)] if len(joints) > 1 else []
    content = tuple(trimmed(text, span) for span in (Span(speech.start, joints[0].start()), *rest) if trim(text, span).end > span.start)
    return Voices(text, clause, words).of(Span(*cue.span()), ()), cue, content
