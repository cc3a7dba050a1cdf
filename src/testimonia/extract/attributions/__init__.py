"""Attributions: source, cue, content, and the chain they hang on."""

from __future__ import annotations

from testimonia.base.extractions import Attribution, Mention
from testimonia.extract.parsing import Parsed


def find_attributions(parsed: Parsed, mentions: tuple[Mention, ...]) -> tuple[Attribution, ...]:
    """The attributions of an article, in order of their content; every `parent` is among them."""
    return ()
