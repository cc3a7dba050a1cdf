"""Attributions: source, cue, content, and the chain they hang on."""

from testimonia.extract.attributions.finding import find_attributions
from testimonia.extract.attributions.limits import cut_short
from testimonia.extract.attributions.quotes import quotes_of

__all__ = ["cut_short", "find_attributions", "quotes_of"]
