"""Whom somebody accuses of what with a noun, or calls what, in a language without a parser: "accused the company of fraud"."""

from __future__ import annotations

import re

from testimonia.base.spans import Span
from testimonia.extract.attributions.clauses import OPENING, Clauses
from testimonia.extract.attributions.phrases import trim
from testimonia.extract.attributions.said import WORD

Charge = tuple[Span | None, Span]  # who accuses, where the charge itself names them, and the charge


def charged(clauses: Clauses, cue: re.Match[str], stop: int) -> Charge | None:
    """The charge of a cue that ends at `stop` at the latest, or none."""
    words, forms = clauses.words, cue.group().lower().split()
    accuses = any(word.startswith(words.charges) for word in forms)
    if not (accuses or any(word.startswith(words.callings) for word in forms)) or clauses.behind(cue, stop) is not None:
        return None
    if accuses and (before := marked(clauses, cue)) is not None:
        return before
    charge = behind(clauses, cue, stop)
    whom = WORD.match(clauses.text, *charge) if charge is not None else None
    joint = words.of_what if accuses else words.as_what
    what = joint.search(clauses.text, whom.end(), charge.end) if charge is not None and whom is not None else None
    if charge is None or whom is None or what is None:
        return None
    if whom.group().lower() in words.agents:
        return clauses.voices.phrase(Span(whom.end(), what.start())), Span(what.start(), charge.end)
    subject = words.verb_first or whom.group() in words.subjects
    return None, (subject_first(clauses, charge, what.start()) if subject else charge)


def behind(clauses: Clauses, cue: re.Match[str], stop: int) -> Span | None:
    """What stands behind a cue in its clause; none where a conjunction opens a clause of what somebody is accused of."""
    comma = OPENING.search(clauses.text, cue.end(), stop)
    if comma is not None and clauses.words.that.match(clauses.text, comma.end()):
        return None
    end = trim(clauses.text, Span(cue.end(), comma.start() if comma is not None else stop)).end
    joint = clauses.voices.conjunction(Span(cue.end(), end)) if end < clauses.span.end else None
    return trim(clauses.text, Span(cue.end(), joint.start() if joint is not None else end))


def subject_first(clauses: Clauses, charge: Span, what: int) -> Span:
    """The charge where the subject stands first behind the verb: from the word before what of, if others stand before that."""
    found = list(WORD.finditer(clauses.text, charge.start, what))
    return Span(found[-1].start() if len(found) > 1 else what, charge.end)


def marked(clauses: Clauses, cue: re.Match[str]) -> Charge | None:
    """The charge where the verb stands last and a word marks its object: "X company *rā* of-fraud accused"."""
    marks = list(clauses.words.marker.finditer(clauses.text, clauses.span.start, cue.start()))
    found = list(WORD.finditer(clauses.text, clauses.span.start, marks[-1].start())) if marks else []
    if not found:
        return None
    return clauses.voices.phrase(Span(clauses.span.start, found[-1].start())), trim(clauses.text, Span(found[-1].start(), cue.start()))
