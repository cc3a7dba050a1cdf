"""Speech that dashes set apart, in a language without a parser: "— We knew nothing, — said Ann.", “We, — said Ann, — knew nothing”.

A clause of saying may stand between commas in a quotation as well: « We, said Ann, knew nothing ».
In the Spanish manner a dash clings to what it opens: "—We knew nothing —said Ann—. Nobody did."
"""

from __future__ import annotations

import re
from itertools import islice

from testimonia.base.spans import Span, trimmed
from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.phrases import trim
from testimonia.extract.attributions.said import WORD
from testimonia.extract.attributions.voices import POINT, Voices

TURN = re.compile(r"[—–―-]\s+(?=\S)|[—―](?=\w)")
JOINT = re.compile(r"(?<=[,.!?…؟])\s*[—–―]\s+|(?<=\S)\s[—―](?=\w)|(?<=\w)[—―](?=[.,;:\s])[.,;:]?")
PAIRED = re.compile(r"\s[—–―]\s+")  # the Polish manner has no comma before the dash
COMMA = re.compile(r",\s+")
NEAR = 40  # characters of a clause of saying before its verb
PAUSED = re.compile(r"[.,]?\s[—–―]\s+")
COMMAS = 12  # commas in a quotation among which the one before its clause of saying stands
CLAUSE = 9  # words of a clause of saying between commas
TURNED = re.compile(r"(?:[^\W\d_]{1,2}['’])?[^\W\d_]+(?:-[^\W\d_]+)+\s")  # an auxiliary with its pronoun: "a-t-il", "s'est-elle"
STOP = re.compile(rf"[,!?…]|{POINT}")
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


def in_quotation(text: str, speech: Span, words: Speech) -> Spoken | None:
    """A quotation that a clause of saying divides or ends within its marks: by dashes, or by commas (« We, said Ann, knew nothing »)."""
    return divided(text, speech, words) or in_pairs(text, speech, words) or inserted(text, speech, words)


def inserted(text: str, speech: Span, words: Speech) -> Spoken | None:
    """Speech in which a clause of saying with its source, verb first, stands between commas, or behind the last one."""
    for comma in islice(COMMA.finditer(text, *speech), COMMAS) if words.inverted else ():
        led = TURNED.match(text, comma.end(), speech.end)
        cue = words.cues.match(text, led.end() if led is not None else comma.end(), speech.end)
        stop = STOP.search(text, cue.end(), speech.end) if cue is not None else None
        if cue is None or stop is None or len(WORD.findall(text, comma.end(), stop.start())) > CLAUSE:
            continue
        voices = Voices(text, Span(comma.end(), stop.start()), words)
        source = voices.of(Span(*cue.span()), ())
        if source is not None and (voices.speaks(source) or source.of(text).lower() in words.pronouns):
            rest = [Span(stop.end(), speech.end)] if WORD.search(text, stop.end(), speech.end) else []
            content = tuple(trimmed(text, span) for span in (Span(speech.start, comma.start()), *rest))
            return source, cue, content
    return None
