"""Press reviews: pages that reprint others, each text under its paper's name and day ("Weir Gazette, 3 May 2021")."""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.divide.agencies import is_agency
from testimonia.divide.lines import Line
from testimonia.divide.names import is_outlet
from testimonia.divide.openings import references

RUBRIC_WORDS, SEVERAL = 12, 2  # words of a head that calls the page a review; texts with papers that make one


def is_review(text: str, top: Sequence[Line], heads: Sequence[Sequence[Line]], language: str | None) -> bool:
    """Whether the texts of a page (the lines below their titles) come from several papers: most of them open with a name and a day, and
    the page's head calls it a review or two of the names are those of papers.
    """
    named = [name for below in heads if (name := paper(text, below[:SEVERAL], language))]
    if len(set(named)) < SEVERAL or 2 * len(named) < len(heads):
        return False
    told = any(line.shape.words <= RUBRIC_WORDS and line.shape.phrases.get("press_review", 0) >= 1 for line in top)
    return told or sum(is_outlet(name) or is_agency(name) for name in set(named)) >= SEVERAL


def paper(text: str, below: Sequence[Line], language: str | None) -> str:
    """The outlet that one of some lines names before its date."""
    said = [one for line in below if line.is_date for one in references(text, line, language, "") if one.field == "original_outlet"]
    return said[0].value if said else ""
