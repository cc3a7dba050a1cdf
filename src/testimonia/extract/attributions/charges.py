"""What somebody says with a noun, in a language without a parser: "accused X of fraud", "called it a fraud", "denied the fraud"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from testimonia.base.spans import Span
from testimonia.extract.attributions.between import later
from testimonia.extract.attributions.clauses import OPENING, Clauses
from testimonia.extract.attributions.packs import Speech
from testimonia.extract.attributions.phrases import trim
from testimonia.extract.attributions.said import WORD

HELPER = 30  # characters before a participle in which its finite verb stands

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


def stated_by(clauses: Clauses, cue: re.Match[str], stop: int) -> Span | None:
    """The noun behind a verb that has one for what is said: "denied *the charge*", "announced *the closure*"."""
    words, form = clauses.words, cue.group().lower()
    parted = any(form in forms and particle.match(clauses.text, cue.end()) for particle, forms in words.parted)
    stating = any(word.startswith(words.stating + (words.stating_parted if parted else ())) for word in form.split())
    if not stating or words.resuming.match(clauses.text, trim(clauses.text, clauses.span).start):  # "this the mayor confirmed"
        return None
    if (fronted := object_first(clauses, cue)) is not None:
        return fronted
    stated = behind(clauses, cue, stop) if form not in words.nouns and not bare_participle(clauses, cue) else None
    start = later(clauses.text, words, cue.end(), clauses.span.end)
    found = [word for word in WORD.finditer(clauses.text, *stated) if word.start() >= start] if stated is not None else []
    found = found[:-1] if parted and found and found[-1].group() in words.particles else found
    return Span(found[0].start(), found[-1].end()) if found and names_what(words, found) else None


def object_first(clauses: Clauses, cue: re.Match[str]) -> Span | None:
    """The noun that opens a clause before its verb, where its article shows that it is no subject: "Den Vorwurf wies er zurück"."""
    opening = trim(clauses.text, Span(clauses.voices.boundary(clauses.span.start, cue.start()), cue.start()))
    words, first, subject = clauses.words, WORD.match(clauses.text, *opening), WORD.match(clauses.text, cue.end() + 1)
    verb = words.finite.search(clauses.text, *opening) or words.auxiliary.search(clauses.text, *opening)
    if first is None or subject is None or verb is not None or first.group().lower() not in words.oblique:
        return None
    return opening if subject.group().lower() not in words.leads | words.joining | words.dependent else None


def bare_participle(clauses: Clauses, cue: re.Match[str]) -> bool:
    """Whether a cue describes the noun before it: a participle without a finite verb near it ("the plan announced in June")."""
    near = Span(max(clauses.span.start, cue.start() - HELPER), cue.start())
    participle = not clauses.words.capitals and cue.group().lower().endswith(clauses.words.participles)
    return participle and " " not in cue.group() and clauses.words.finite.search(clauses.text, *near) is None


def names_what(words: Speech, found: Sequence[re.Match[str]]) -> bool:
    """Whether the words behind a verb are a noun for what is said: no adverbial, no verb and no adverb alone."""
    first = found[0].group()
    small = words.leads | (words.links | words.relative) - words.articles | words.joining | words.skipped | words.pronouns
    adverb = first.islower() if words.capitals else first.endswith(words.adverbial)
    alone = len(found) == 1 and (adverb or words.resuming.fullmatch(first) is not None)
    verbal = words.that.fullmatch(first) or words.finite.fullmatch(first) or words.auxiliary.fullmatch(first)
    return first.lower() not in small and not alone and verbal is None
