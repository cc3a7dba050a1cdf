"""The papers that saved pages name in their heads."""

from __future__ import annotations

import pytest

from testimonia.base.documents import Article, Division, Document, Fact
from testimonia.base.spans import Span
from testimonia.extract.mentions.mastheads import mastheads

BODY = "The body of the article begins here and says something."


def found(head: str, language: str, outlet: str = "") -> list[str]:
    """The papers in a head of lines above an article's text."""
    text = f"{head}\n{BODY}\n"
    start = text.index(BODY)
    fact = Fact(outlet, Span(0, 1), "told") if outlet else None
    article = Article("a1", "d1", (Span(start, start + len(BODY)),), outlet=fact, language=language)
    document = Document("d1", ("a.txt",), "0" * 64, len(text), "text/plain", text)
    lines, at = [], 0
    for line in head.split("\n"):
        lines += [Span(at, at + len(line))] if line else []
        at += len(line) + 1
    return [one.name for one in mastheads(document, Division((), (article,), language=language), lines)]


@pytest.mark.parametrize(
    ("head", "language", "name"),
    [
        ("Αρχική | Ναυτιλία | Γνώμες\n\nΘαλάσσιος Κήρυκας", "el", "Θαλάσσιος Κήρυκας"),
        ("דף הבית > חדשות\n\nהד הנהר", "he", "הד הנהר"),
        ("الرئيسية | سياسة | رياضة\n\nجريدة نهار السهل", "ar", "نهار السهل"),
        ("Le Courrier de Valdor — Accueil > Société", "fr", "Le Courrier de Valdor"),
        ("Głos Doliny | 25 maja 2021 | Solidarność", "pl", "Głos Doliny"),
        ("Yeni Liman Gazetesi - 15.05.2023 09:40", "tr", "Yeni Liman Gazetesi"),
        ("Norder Rundschau, 18.05.2021, 06:40 Uhr", "de", "Norder Rundschau"),
        ("EL HERALDO DE VALDOR - diario de la mañana\nInicio · Política · Deportes", "es", "EL HERALDO DE VALDOR"),
        ("Home | World | Sport\nThe Valley Post", "en", "The Valley Post"),
        ("Correio do Vale » Economia » Indústria", "pt", "Correio do Vale"),
    ],
)
def test_a_paper_stands_beside_the_menu_before_a_trail_or_before_a_date(head, language, name):
    assert found(head, language) == [name]


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ("Home | World | Sport\nMost Popular Stories", "en"),
        ("Startseite > Ausland > Südamerika", "de"),
        ("Accueil | Monde\nPetite Annonce\nGrande Vente", "fr"),
        ("Ana Keller - 15 May 2023", "en"),
        ("• Digital Magazine", "en"),
        ("", "en"),
        (" > ".join(["A"] * 60), "fr"),
        ("|" * 119, "fr"),
    ],
)
def test_other_lines_of_a_head_name_no_paper(head, language):
    assert found(head, language) == []


def test_where_the_paper_is_known_no_line_beside_the_menu_is_taken_for_one():
    assert found("דף הבית > חדשות\n\nהד הנהר", "he", outlet="קול הנהר") == []
