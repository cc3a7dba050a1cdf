"""Quantities: figures with their normalised values, and what they count."""

from __future__ import annotations

from testimonia.base.extractions import Attribution, Quantity
from testimonia.extract.parsing import Parsed


def find_quantities(parsed: Parsed, attributions: tuple[Attribution, ...]) -> tuple[Quantity, ...]:
    """The figures of an article; `attribution` is the innermost one whose content holds the figure."""
    return ()
