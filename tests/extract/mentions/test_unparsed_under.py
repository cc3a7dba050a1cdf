"""What hangs on a mention is not asked of a text without a parse: spaCy may crash on it."""

from __future__ import annotations

from spacy.lang.de import German

from testimonia.base.spans import Span
from testimonia.extract.mentions.found import Found
from testimonia.extract.mentions.resolving.book import under


def test_without_a_parse_only_its_own_words_are_under_a_mention() -> None:
    doc = German()("Die sogenannte Riesenbande schwieg, und alle anderen redeten weiter.")
    one = Found(0, doc[0], doc[2], doc[2], Span(0, 26), "group", "role", None, "plural")
    assert [word.text for word in under(one)] == ["Die", "sogenannte", "Riesenbande"]
