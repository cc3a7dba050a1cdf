"""What a line was recognised by is said in words that need no grammar."""

from __future__ import annotations

import re

import pytest

from testimonia.extract.attributions.rules import BY_STANCE, KNOWN
from testimonia.view.pages.constructions import OTHERWISE, recognised


@pytest.mark.parametrize("construction", sorted({*KNOWN, *(frame for _, frame in BY_STANCE)}))
def test_each_construction_of_the_rules_has_words_of_its_own(construction: str) -> None:
    words = recognised(construction)
    assert words != OTHERWISE
    assert not re.search(r"[a-z][+:-][a-z]|ccomp|xcomp|dobj", words)


@pytest.mark.parametrize(("construction", "words"), [("", ""), ("something new", OTHERWISE)])
def test_what_is_not_known_is_not_shown_as_it_is(construction: str, words: str) -> None:
    assert recognised(construction) == words
