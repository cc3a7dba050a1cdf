"""Attributions: source, cue, content, and the chain they hang on."""

from testimonia.extract.attributions.finding import find_attributions
from testimonia.extract.attributions.limits import cut_short

__all__ = ["cut_short", "find_attributions"]
