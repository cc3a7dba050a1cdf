"""Attributions: source, cue, content, and the chain they hang on."""

from testimonia.extract.attributions.finding import find_attributions

__all__ = ["find_attributions"]
