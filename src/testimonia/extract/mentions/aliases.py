"""Names that an article declares to mean the same."""

from __future__ import annotations

from testimonia.base.extractions import Alias, Mention
from testimonia.extract.parsing import Parsed


def find_aliases(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[Alias, ...]:
    """Names that the article declares to mean the same."""
    return ()
