"""Which tokens of a parse are worth a look, read out of spaCy in whole columns instead of word by word."""

from __future__ import annotations

from spacy import symbols
from spacy.tokens import Doc


def of_class(doc: Doc, *classes: str) -> list[int]:
    """The places of the tokens of some parts of speech (`PRON`, `NOUN` …), in order."""
    wanted = [getattr(symbols, name) for name in classes]
    return [i for i, found in enumerate(doc.to_array("POS").tolist()) if found in wanted]


def in_lower_case(doc: Doc) -> list[int]:
    """The places of the words that are written in small letters alone, in order."""
    alpha, lower = doc.to_array(["IS_ALPHA", "IS_LOWER"]).T.tolist()
    return [i for i, both in enumerate(zip(alpha, lower, strict=True)) if all(both)]
