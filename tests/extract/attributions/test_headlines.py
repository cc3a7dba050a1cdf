"""Titles that say whose words they give, and titles that do not."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Division, Document
from testimonia.base.extractions import Mention
from testimonia.base.spans import Span
from testimonia.extract.attributions import find_attributions
from tests.extract.attributions.reading import parser, triples


def read_title(title: str, language: str, person: str = "") -> list[tuple[str | None, str | None, str]]:
    text = f"{title}\n\n1999."
    document = Document("d1", ("a.txt",), "", len(text), "text/plain", text)
    article = Article("a1", "d1", (Span(len(title) + 2, len(text)),), title=Span(0, len(title)), language=language)
    start = text.find(person)
    mentions = (Mention("d1", "a1", start, start + len(person), person, "person"),) if person else ()
    return triples(text, find_attributions(parser().parse(document, article, Division((), (article,))), mentions))


@pytest.mark.parametrize(
    ("language", "title", "person", "expected"),
    [
        ("en", "Bridge to close in May: mayor", "", ("mayor", ":", "Bridge to close in May")),
        ("en", "Bridge to close in May – residents", "", ("residents", "–", "Bridge to close in May")),
        ("en", "Bridge was never safe: report", "", ("report", ":", "Bridge was never safe")),
        ("de", "Polizei: Brücke bleibt bis Mai gesperrt", "", ("Polizei", ":", "Brücke bleibt bis Mai gesperrt")),
        ("fr", "Le pont restera fermé : Odile Varenne", "Odile Varenne", ("Odile Varenne", ":", "Le pont restera fermé")),
        ("sq", "Lisi: Ura mbyllet në maj", "Lisi", ("Lisi", ":", "Ura mbyllet në maj")),
        ("ru", "Мост закроют в мае: Орлов", "Орлов", ("Орлов", ":", "Мост закроют в мае")),
    ],
)
def test_a_title_says_whose_words_it_gives(language: str, title: str, person: str, expected: tuple[str, str, str]) -> None:
    assert expected in read_title(title, language, person)


@pytest.mark.parametrize(
    ("language", "title", "person"),
    [
        ("en", "Dolna: bridge to close in May", ""),
        ("en", "River Fishing and Dolna Painting: Lessons from Bridge-Building", ""),
        ("en", "Bridge to close in May – Valley Post", ""),
        ("en", "Bridge to close in May - Ada Lund", "Ada Lund"),
        ("de", "Hainau: Brücke bleibt bis Mai gesperrt", ""),
        ("de", "Chronik: Die Brücke", ""),
    ],
)
def test_a_place_an_outlet_or_an_author_beside_a_mark_says_nothing(language: str, title: str, person: str) -> None:
    assert not [row for row in read_title(title, language, person) if row[1] in (":", "–", "-")]
