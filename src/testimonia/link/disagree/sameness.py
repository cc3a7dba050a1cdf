"""Whether two claims answer the same question: the same event or thing, the same attribute, the same time and place."""

from __future__ import annotations

from testimonia.link.disagree.alike import alike_doers
from testimonia.link.disagree.apart import Knowledge
from testimonia.link.disagree.counts import same_count
from testimonia.link.disagree.dated import same_event_dated, same_event_placed
from testimonia.link.disagree.keys import Keyed, Keys
from testimonia.link.disagree.opposition import OPPOSED, holding, maybe_one, opposed
from testimonia.link.disagree.values import meet

RIVAL = "one that the text itself sets against the other"


def same_question(a: Keyed, b: Keyed, keys: Keys, knows: Knowledge) -> str | None:
    """Why two claims of one kind, predicate and counted group answer one question, in words; none when they do not."""
    if a.claim.rival == b.claim.id or b.claim.rival == a.claim.id:
        return RIVAL
    if a.claim.kind in OPPOSED:
        if a.claim.kind == "agent" and maybe_one(a, b, keys):
            return None
        doing = a.claim.kind == "agent" and a.claim.predicate == "doer" and meet(holding(a), holding(b))
        return opposed(a, b, keys, knows) or (alike_doers(a, b, keys, knows) if doing else None)
    if a.claim.sentence == b.claim.sentence and a.claim.document == b.claim.document:
        return None
    if {a.claim.modality, b.claim.modality} & {"conditional", "question"} or a.claim.polarity != b.claim.polarity:
        return None
    if keys.same_words(a, b) and not a.claim.predicate.startswith("head "):
        return None  # a copy gives no other answer; where it seems to, a word was read against another day
    phases = {a.claim.phase, b.claim.phase}
    if "part" in phases or phases == {"first", "rest"} or (len(phases) > 1 and "other" in phases):
        return None
    if a.claim.kind == "number":
        return same_count(a, b, keys, knows)
    if a.claim.kind == "date":
        return same_event_dated(a, b, keys, knows)
    if a.claim.kind == "place":
        return same_event_placed(a, b, keys, knows)
    return None
