"""Tokens found by columns are those that a look at every word finds."""

from __future__ import annotations

import pytest

from testimonia.base.settings import Settings
from testimonia.extract.mentions.columns import in_lower_case, of_class
from testimonia.extract.model import model_path
from testimonia.extract.parsing import english

TEXTS = (
    "",
    "She told the Ministers of Health, on 3 May, that it was theirs.",
    "ALL CAPITALS HE SAID",
    "  \t ",
    "Łódź ist schön – да?",
)


@pytest.mark.parametrize("text", TEXTS)
def test_columns_find_what_words_show(text: str) -> None:
    doc = english(model_path(Settings()))(text)
    assert of_class(doc, "PRON") == [token.i for token in doc if token.pos_ == "PRON"]
    assert of_class(doc, "PROPN", "NOUN") == [token.i for token in doc if token.pos_ in ("PROPN", "NOUN")]
    assert in_lower_case(doc) == [token.i for token in doc if token.is_alpha and token.is_lower]
