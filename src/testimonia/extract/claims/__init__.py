"""Claims: one answerable assertion each, with its slot."""

from __future__ import annotations

from testimonia.base.extractions import Attribution, Claim, Mention, Quantity, Time
from testimonia.extract.parsing import Parsed


def find_claims(
    parsed: Parsed,
    mentions: tuple[Mention, ...],
    attributions: tuple[Attribution, ...],
    quantities: tuple[Quantity, ...],
    times: tuple[Time, ...],
) -> tuple[Claim, ...]:
    """The claims of an article."""
    return ()
