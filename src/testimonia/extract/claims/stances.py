"""Claims of who did it, of what is accused and denied, and of what state a thing is in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from testimonia.base.extractions import Attribution, Claim
from testimonia.extract.claims.reading import Reading


def stance_claims(reading: Reading, attributions: Mapping[str, Attribution]) -> Iterator[Claim]:
    """The claims of kind agent, polarity and status of one sentence."""
    yield from ()
